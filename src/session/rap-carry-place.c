/* rap-carry-place.c
 *
 * First the quote is looked for as it is. When it is nowhere, the passage with
 * a few words to either side is laid over the newer text word by word: over
 * the stretch that has most of its rarer words, by semi-global alignment
 * (Needleman and Wunsch 1970, ends of the text free, as in Sellers 1980).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-carry-place-private.h"

#include <string.h>

#define AROUND   8     /* words to either side of a passage */
#define LONGEST  400   /* words that are laid over a text at most */
#define FIT      0.5   /* a passage that is less like the old one is another */
#define MATCH    3     /* what a word in its place gives, less when only part of it is the same */
#define MISMATCH 1     /* what another word in its place costs */
#define GAP      1     /* what a word too many or too few costs */

/* A word, or one mark. */
typedef struct
{
  RapRange range;
  guint    word;     /* number of the word in small letters */
} Token;

struct _RapCarryTexts
{
  const RapText *older;
  const RapText *newer;
  GHashTable    *numbers;      /* of words; NULL until the texts are cut */
  GPtrArray     *words;        /* by number; owned by @numbers */
  GArray        *old_tokens;
  GArray        *new_tokens;
  GArray        *frequency;    /* guint in the newer text, by number */
};

static gboolean
is_joined (gunichar c)
{
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !g_unichar_iswide (c);
}

static guint
number_word (RapCarryTexts *self,
             const char    *start,
             const char    *end)
{
  g_autofree char *folded = g_utf8_casefold (start, end - start);
  gpointer number;

  if (g_hash_table_lookup_extended (self->numbers, folded, NULL, &number))
    return GPOINTER_TO_UINT (number);
  number = GUINT_TO_POINTER (self->words->len);
  g_ptr_array_add (self->words, folded);
  g_hash_table_insert (self->numbers, g_steal_pointer (&folded), number);
  return GPOINTER_TO_UINT (number);
}

/* (transfer full) (element-type Token) */
static GArray *
cut_words (RapCarryTexts *self,
           const RapText *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  guint offset = 0;

  for (const char *p = rap_text_get_utf8 (text); *p != '\0';)
    {
      const char *start = p;
      Token token = { { offset, offset }, 0 };
      gboolean joined = is_joined (g_utf8_get_char (p));
      gboolean space = g_unichar_isspace (g_utf8_get_char (p));

      do
        {
          p = g_utf8_next_char (p);
          offset++;
        }
      while (joined && *p != '\0' && is_joined (g_utf8_get_char (p)));
      if (space)
        continue;
      token.range.end = offset;
      token.word = number_word (self, start, p);
      g_array_append_val (tokens, token);
    }
  return tokens;
}

/* Only when a quote is not found is this needed. */
static void
cut_texts (RapCarryTexts *self)
{
  if (self->numbers != NULL)
    return;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_ptr_array_new ();
  self->old_tokens = cut_words (self, self->older);
  self->new_tokens = cut_words (self, self->newer);
  self->frequency = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->frequency, self->words->len);
  for (guint i = 0; i < self->new_tokens->len; i++)
    g_array_index (self->frequency, guint, g_array_index (self->new_tokens, Token, i).word)++;
}

RapCarryTexts *
rap_carry_texts_new (const RapText *older,
                     const RapText *newer)
{
  RapCarryTexts *self = g_new0 (RapCarryTexts, 1);

  self->older = older;
  self->newer = newer;
  return self;
}

void
rap_carry_texts_free (RapCarryTexts *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->old_tokens, g_array_unref);
  g_clear_pointer (&self->new_tokens, g_array_unref);
  g_clear_pointer (&self->frequency, g_array_unref);
  g_free (self);
}

/* The same quote */

static guint
count_places (const RapText *text,
              const char    *quote)
{
  const char *p = rap_text_get_utf8 (text);
  guint n = 0;

  while (*quote != '\0' && n < 2 && (p = strstr (p, quote)) != NULL)
    {
      n++;
      p = g_utf8_next_char (p);
    }
  return n;
}

static gboolean
stands_once (const RapText   *text,
             const RapAnchor *anchor,
             double           score)
{
  g_autofree char *whole = NULL;

  if (anchor->n_ranges > 1)
    return score >= 1;
  if (count_places (text, anchor->exact) == 1)
    return TRUE;
  whole = g_strconcat (anchor->prefix, anchor->exact, anchor->suffix, NULL);
  return score >= 1 && count_places (text, whole) == 1;
}

static RapAnchor *
move_anchor (const RapAnchor *anchor,
             gint64           shift)
{
  g_autofree RapRange *ranges = g_memdup2 (anchor->ranges, anchor->n_ranges * sizeof (RapRange));

  for (guint i = 0; i < anchor->n_ranges; i++)
    {
      ranges[i].start = (guint) CLAMP (ranges[i].start + shift, 0, (gint64) G_MAXUINT / 2);
      ranges[i].end = (guint) CLAMP (ranges[i].end + shift, 0, (gint64) G_MAXUINT / 2);
    }
  return rap_anchor_new_raw (ranges, anchor->n_ranges, anchor->exact, anchor->prefix, anchor->suffix);
}

/* Changed words */

/* What is laid over the newer text: tokens [first, first + n) of the older one. */
typedef struct
{
  const RapAnchor *anchor;
  guint            first;
  guint            n;
  guint            new_first;   /* of the stretch of the newer text */
  guint            new_n;
} Overlay;

/* The first token of @tokens that ends after @offset. */
static guint
find_token (const GArray *tokens,
            guint         offset)
{
  guint low = 0, high = tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (tokens, Token, middle).range.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
choose_words (RapCarryTexts   *self,
              const RapAnchor *anchor,
              Overlay         *overlay)
{
  RapRange hull = rap_anchor_get_hull (anchor);
  guint first = find_token (self->old_tokens, hull.start);
  guint end = find_token (self->old_tokens, hull.end);

  if (end < self->old_tokens->len && g_array_index (self->old_tokens, Token, end).range.start < hull.end)
    end++;
  overlay->anchor = anchor;
  overlay->first = first > AROUND ? first - AROUND : 0;
  overlay->n = MIN (end + AROUND, self->old_tokens->len) - overlay->first;
  return end > first && overlay->n <= LONGEST;
}

/* The stretch of the newer text that has most of the rarer words; of equals the
 * one nearest to @expected (code points). FALSE when it has none. */
static gboolean
choose_stretch (RapCarryTexts *self,
                Overlay       *overlay,
                gint64         expected)
{
  g_autofree gboolean *wanted = g_new0 (gboolean, self->words->len);
  const Token *tokens = (const Token *) (gpointer) self->new_tokens->data;
  guint n = self->new_tokens->len, margin = overlay->n / 2 + AROUND, best = 0;
  double sum = 0, most = 0;
  gint64 nearest = G_MAXINT64;

  for (guint i = 0; i < overlay->n; i++)
    wanted[g_array_index (self->old_tokens, Token, overlay->first + i).word] = TRUE;
  for (guint i = 0; i < n; i++)
    {
      gint64 distance = ABS ((gint64) tokens[i].range.end - expected);

      if (wanted[tokens[i].word])
        sum += 1.0 / g_array_index (self->frequency, guint, tokens[i].word);
      if (i >= overlay->n && wanted[tokens[i - overlay->n].word])
        sum -= 1.0 / g_array_index (self->frequency, guint, tokens[i - overlay->n].word);
      if (sum < most - 1e-9 || (sum < most + 1e-9 && distance >= nearest))
        continue;
      most = sum;
      nearest = distance;
      best = i + 1;
    }
  overlay->new_first = best > overlay->n + margin ? best - overlay->n - margin : 0;
  overlay->new_n = MIN (best + margin, n) - overlay->new_first;
  return most > 1e-9;
}

/* How much of the letters two words share at both ends, 0..1. */
static double
compare_words (RapCarryTexts *self,
               guint          a,
               guint          b)
{
  const char *x = self->words->pdata[a], *y = self->words->pdata[b];
  gsize n = strlen (x), m = strlen (y), start = 0, end = 0;
  double share;

  if (a == b)
    return 1;
  while (start < MIN (n, m) && x[start] == y[start])
    start++;
  while (end < MIN (n, m) - start && x[n - 1 - end] == y[m - 1 - end])
    end++;
  share = (double) (start + end) / MAX (n, m);
  return share >= 0.5 ? share : 0;
}

enum { DIAGONAL, UP, LEFT };

/* For each old word the number of the new word in its place, or -1. (transfer full) */
static int *
lay_over (RapCarryTexts *self,
          const Overlay *overlay)
{
  guint n = overlay->n, m = overlay->new_n, column = 0;
  const Token *old = &g_array_index (self->old_tokens, Token, overlay->first);
  const Token *new = &g_array_index (self->new_tokens, Token, overlay->new_first);
  g_autofree double *scores = g_new0 (double, 2 * (gsize) (m + 1));
  g_autofree guint8 *steps = g_malloc ((gsize) n * (m + 1));
  double *before = scores, *row = scores + m + 1, *spare;
  int *places = g_new (int, n);

  for (guint i = 0; i < n; i++)
    {
      row[0] = before[0] - GAP;
      steps[(gsize) i * (m + 1)] = UP;
      for (guint j = 1; j <= m; j++)
        {
          double alike = compare_words (self, old[i].word, new[j - 1].word);
          double match = before[j - 1] + (alike > 0 ? MATCH * alike : -MISMATCH);
          double up = before[j] - GAP, left = row[j - 1] - (i + 1 < n ? GAP : 0);

          row[j] = MAX (match, MAX (up, left));
          steps[(gsize) i * (m + 1) + j] = row[j] <= match ? DIAGONAL : row[j] <= up ? UP : LEFT;
        }
      spare = before;
      before = row;
      row = spare;
    }
  column = m;
  for (guint i = n; i > 0;)
    {
      guint8 step = steps[(gsize) (i - 1) * (m + 1) + column];

      if (step == LEFT)
        column--;
      else
        {
          i--;
          places[i] = step == DIAGONAL ? (int) --column : -1;
        }
    }
  return places;
}

/* One passage of the anchor in the newer text; empty when it is not there. @alike
 * and @length count words. */
static RapRange
read_passage (RapCarryTexts *self,
              const Overlay *overlay,
              const int     *places,
              RapRange       passage,
              double        *alike,
              guint         *length)
{
  RapRange range = { 0, 0 };
  int first = -1, last = -1;

  for (guint i = 0; i < overlay->n; i++)
    {
      const Token *old = &g_array_index (self->old_tokens, Token, overlay->first + i);
      const Token *new;

      if (!rap_range_overlaps (old->range, passage))
        continue;
      *length += 1;
      if (places[i] < 0)
        continue;
      new = &g_array_index (self->new_tokens, Token, overlay->new_first + (guint) places[i]);
      *alike += 2 * compare_words (self, old->word, new->word);
      if (first < 0)
        {
          first = places[i];
          range.start = new->range.start;
        }
      last = places[i];
      range.end = new->range.end;
    }
  if (first >= 0)
    *length += (guint) (last - first + 1);
  return range;
}

static double
read_context (RapCarryTexts *self,
              const Overlay *overlay,
              const int     *places)
{
  RapRange hull = rap_anchor_get_hull (overlay->anchor);
  double alike = 0;
  guint n = 0;

  for (guint i = 0; i < overlay->n; i++)
    {
      const Token *old = &g_array_index (self->old_tokens, Token, overlay->first + i);

      if (rap_range_overlaps (old->range, hull))
        continue;
      n++;
      if (places[i] >= 0)
        alike += compare_words (self, old->word,
                                g_array_index (self->new_tokens, Token, overlay->new_first + (guint) places[i]).word);
    }
  return n > 0 ? alike / n : 1;
}

static RapCarryPlace
place_changed (RapCarryTexts   *self,
               const RapAnchor *anchor,
               gint64           shift)
{
  RapCarryPlace place = { NULL, 0, FALSE, FALSE };
  g_autofree RapRange *ranges = g_new0 (RapRange, MAX (anchor->n_ranges, 1));
  g_autofree int *places = NULL;
  Overlay overlay;
  double alike = 0;
  guint length = 0;

  cut_texts (self);
  if (!choose_words (self, anchor, &overlay)
      || !choose_stretch (self, &overlay, (gint64) rap_anchor_get_hull (anchor).end + shift))
    return place;
  places = lay_over (self, &overlay);
  for (guint i = 0; i < anchor->n_ranges; i++)
    {
      ranges[i] = read_passage (self, &overlay, places, anchor->ranges[i], &alike, &length);
      if (rap_range_is_empty (ranges[i]))
        return place;
    }
  alike /= MAX (length, 1);
  if (alike < FIT)
    return place;
  place.anchor = rap_anchor_new (self->newer, ranges, anchor->n_ranges);
  place.score = 0.75 * alike + 0.25 * read_context (self, &overlay, places);
  return place;
}

RapCarryPlace
rap_carry_texts_place (RapCarryTexts   *self,
                       const RapAnchor *anchor,
                       gint64           shift)
{
  g_autoptr (RapAnchor) moved = move_anchor (anchor, shift);
  RapCarryPlace place = { NULL, 0, TRUE, FALSE };

  place.anchor = rap_anchor_find (moved, self->newer, &place.score);
  if (place.anchor == NULL)
    return place_changed (self, anchor, shift);
  place.only = stands_once (self->newer, anchor, place.score);
  return place;
}
