/* rap-store-passage.c
 *
 * FTS5 could mark hits and cut snippets, too, but takes a text apart once for
 * each; here once is enough for the places, their number and the excerpt.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-passage.h"

#include <string.h>

#include "rap-store-letters.h"

#define BEFORE   40    /* code points of context before the first hit of an excerpt */
#define EXCERPT  200   /* its length */

/**
 * Phrase: words that follow each other
 * @tokens: (element-type utf8)
 */
typedef struct
{
  GPtrArray *tokens;
  gboolean   prefix;
  gboolean   in_title;
} Phrase;

struct _RapPhrases
{
  GPtrArray *phrases;   /* of Phrase */
};

/* A word of the text: its bytes there, and as folded in one long string. */
typedef struct
{
  guint start;
  guint end;
  guint folded;
  guint length;
} Word;

typedef struct
{
  GArray  *words;
  GString *folded;
} Taken;

static void
free_phrase (Phrase *self)
{
  g_ptr_array_unref (self->tokens);
  g_free (self);
}

static int
add_token (const char *token,
           gsize       length,
           gsize       start,
           gsize       end,
           gpointer    user_data)
{
  g_ptr_array_add (user_data, g_strndup (token, length));
  return 0;
}

static void
add_phrase (RapPhrases    *self,
            const RapWord *word)
{
  Phrase *phrase = g_new0 (Phrase, 1);

  phrase->tokens = g_ptr_array_new_with_free_func (g_free);
  phrase->prefix = word->prefix;
  phrase->in_title = word->in_title;
  rap_store_tokenize (word->text, strlen (word->text), add_token, phrase->tokens);
  g_ptr_array_add (self->phrases, phrase);
}

RapPhrases *
rap_phrases_new (const RapWords *words)
{
  RapPhrases *self = g_new0 (RapPhrases, 1);

  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) free_phrase);
  for (guint i = 0; i < words->words->len; i++)
    {
      const RapWord *word = words->words->pdata[i];

      if (!word->is_unwanted)
        add_phrase (self, word);
    }
  return self;
}

RapPhrases *
rap_phrases_new_for_word (const RapWord *word)
{
  RapPhrases *self = g_new0 (RapPhrases, 1);

  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) free_phrase);
  add_phrase (self, word);
  return self;
}

void
rap_phrases_free (RapPhrases *self)
{
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

static int
take_word (const char *token,
           gsize       length,
           gsize       start,
           gsize       end,
           gpointer    user_data)
{
  Taken *taken = user_data;
  Word word = { (guint) start, (guint) end, (guint) taken->folded->len, (guint) length };

  g_array_append_val (taken->words, word);
  g_string_append_len (taken->folded, token, (gssize) length);
  return 0;
}

static gboolean
stands_at (const Phrase *phrase,
           const Taken  *taken,
           guint         at)
{
  guint n = phrase->tokens->len;

  if (n == 0 || at + n > taken->words->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const Word *word = &g_array_index (taken->words, Word, at + i);
      const char *token = phrase->tokens->pdata[i];
      gsize length = strlen (token);
      gboolean is_prefix = phrase->prefix && i + 1 == n;

      if ((is_prefix ? word->length < length : word->length != length)
          || memcmp (taken->folded->str + word->folded, token, length) != 0)
        return FALSE;
    }
  return TRUE;
}

/* The number of words of the longest phrase that begins at @at. */
static guint
match_at (const RapPhrases *self,
          const Taken      *taken,
          guint             at,
          gboolean          in_title)
{
  guint longest = 0;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const Phrase *phrase = self->phrases->pdata[i];

      if (phrase->tokens->len > longest && (in_title || !phrase->in_title) && stands_at (phrase, taken, at))
        longest = phrase->tokens->len;
    }
  return longest;
}

GArray *
rap_phrases_find (const RapPhrases *self,
                  const char       *text,
                  gboolean          in_title)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (RapRange));
  Taken taken = { g_array_new (FALSE, FALSE, sizeof (Word)), g_string_new (NULL) };
  const char *counted = text;
  guint n_counted = 0;

  rap_store_tokenize (text, strlen (text), take_word, &taken);
  for (guint i = 0; i < taken.words->len; )
    {
      guint n = match_at (self, &taken, i, in_title);
      RapRange range;

      if (n == 0)
        {
          i++;
          continue;
        }
      range.start = n_counted + (guint) g_utf8_strlen (counted, text + g_array_index (taken.words, Word, i).start - counted);
      counted = text + g_array_index (taken.words, Word, i).start;
      n_counted = range.start;
      range.end = n_counted + (guint) g_utf8_strlen (counted, text + g_array_index (taken.words, Word, i + n - 1).end - counted);
      counted = text + g_array_index (taken.words, Word, i + n - 1).end;
      n_counted = range.end;
      g_array_append_val (places, range);
      i += n;
    }
  g_array_unref (taken.words);
  g_string_free (taken.folded, TRUE);
  return places;
}

/* The hit from which on most hits, different ones first, lie within an excerpt. */
static guint
choose_hit (const RapPhrases *self,
            const char       *text,
            GArray           *places)
{
  guint best = 0, most = 0;

  /* a word that is everywhere shows nothing after the first screen */
  for (guint i = 0; i < MIN (places->len, 64); i++)
    {
      guint start = g_array_index (places, RapRange, i).start;
      guint n = 1;

      while (i + n < places->len && g_array_index (places, RapRange, i + n).end <= start + EXCERPT - BEFORE)
        n++;
      if (MIN (n, self->phrases->len) > most)
        {
          most = MIN (n, self->phrases->len);
          best = i;
        }
    }
  return best;
}

/* Where a word begins, at or after @point and before @limit. */
static guint
begin_of_word (const char *text,
               guint       point,
               guint       limit)
{
  const char *p = g_utf8_offset_to_pointer (text, point);

  if (point == 0)
    return 0;
  for (guint i = point; i < limit; i++, p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return i + 1;
  return point;
}

static char *
copy_line (const char *text,
           guint       start,
           guint       length,
           gboolean   *is_cut)
{
  GString *line = g_string_new (NULL);
  const char *p = g_utf8_offset_to_pointer (text, start);

  for (guint i = 0; i < length && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_isspace (c) ? ' ' : c);
    }
  *is_cut = *p != '\0';
  return g_string_free (line, FALSE);
}

char *
rap_phrases_excerpt (const RapPhrases  *self,
                     const char        *text,
                     GArray            *places,
                     GArray           **ranges)
{
  guint first = places->len > 0 ? choose_hit (self, text, places) : 0;
  guint hit = places->len > 0 ? g_array_index (places, RapRange, first).start : 0;
  guint start = begin_of_word (text, hit > BEFORE ? hit - BEFORE : 0, hit);
  guint length = EXCERPT;
  gboolean is_cut;
  g_autofree char *line = NULL;

  *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  if (places->len > 0)
    length = MAX (length, g_array_index (places, RapRange, first).end - start);
  line = copy_line (text, start, length, &is_cut);
  for (guint i = 0; i < places->len; i++)
    {
      RapRange range = g_array_index (places, RapRange, i);

      if (range.start < start || range.end > start + length)
        continue;
      range.start = range.start - start + (start > 0);
      range.end = range.end - start + (start > 0);
      g_array_append_val (*ranges, range);
    }
  return g_strconcat (start > 0 ? "…" : "", line, is_cut ? "…" : "", NULL);
}
