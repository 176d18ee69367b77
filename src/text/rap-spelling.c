/* rap-spelling.c
 *
 * Alignment of two words by a table of ways to spell a sound. Prices are in
 * hundredths of a wrong letter; what a word may cost grows with its length.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-spelling.h"

#include <string.h>

#define FORBIDDEN      10000
#define PER_LETTER     11    /* price a word may have for each of its letters */
#define AT_LEAST       45    /* … and at least */
#define DOUBLED        5
#define WITH_ARTICLE   6     /* letters of a word that may begin with the article */
#define EQUAL          0

typedef enum
{
  ANYWHERE,
  AT_START,
  AT_END,
  FROM_ABJAD,   /* only when one word comes from a script without short vowels */
} Where;

/* Both ways round. Equal letters, doubled letters and vowels that were added are not listed. */
static const struct
{
  const char *a;
  const char *b;
  guint16     price;
  Where       where;
} ways[] = {
  /* the back of the mouth */
  { "gh", "q", 8, ANYWHERE }, { "gh", "k", 15, ANYWHERE }, { "gh", "g", 8, ANYWHERE }, { "q", "k", 8, ANYWHERE },
  { "q", "g", 12, ANYWHERE }, { "g", "k", 20, ANYWHERE }, { "c", "k", 8, ANYWHERE }, { "c", "q", 15, ANYWHERE }, { "ck", "k", 5, ANYWHERE },
  { "qu", "k", 15, ANYWHERE }, { "kh", "x", 8, ANYWHERE }, { "kh", "h", 40, ANYWHERE }, { "kh", "k", 20, ANYWHERE },
  { "kh", "ch", 25, ANYWHERE }, { "ks", "x", 8, ANYWHERE },
  /* hissing and hushing */
  { "sh", "ch", 20, ANYWHERE }, { "sh", "sch", 8, ANYWHERE }, { "sh", "s", 25, ANYWHERE }, { "ch", "tch", 8, ANYWHERE },
  { "ch", "tsch", 8, ANYWHERE }, { "ch", "c", 20, ANYWHERE }, { "c", "s", 15, ANYWHERE }, { "th", "s", 15, ANYWHERE }, { "th", "t", 15, ANYWHERE },
  { "s", "z", 25, ANYWHERE }, { "dh", "z", 12, ANYWHERE }, { "dh", "d", 12, ANYWHERE }, { "d", "z", 12, FROM_ABJAD },
  { "dh", "th", 20, ANYWHERE }, { "ts", "z", 20, ANYWHERE }, { "ts", "c", 20, ANYWHERE },
  { "dj", "j", 5, ANYWHERE }, { "dzh", "j", 5, ANYWHERE }, { "j", "g", 20, ANYWHERE }, { "j", "zh", 15, ANYWHERE },
  { "dj", "g", 20, ANYWHERE }, { "j", "y", 20, ANYWHERE }, { "j", "i", 25, ANYWHERE }, { "j", "c", 25, ANYWHERE },
  /* lips */
  { "w", "v", 8, ANYWHERE }, { "ph", "f", 5, ANYWHERE }, { "off", "ov", 5, AT_END }, { "eff", "ev", 5, AT_END },
  { "ow", "ov", 8, AT_END }, { "w", "u", 5, ANYWHERE }, { "w", "o", 10, FROM_ABJAD }, { "w", "ou", 5, ANYWHERE },
  { "w", "oo", 5, FROM_ABJAD }, { "v", "u", 15, ANYWHERE },
  /* vowels */
  { "ou", "u", 5, ANYWHERE }, { "oo", "u", 5, ANYWHERE }, { "o", "u", 8, ANYWHERE }, { "ou", "o", 8, ANYWHERE },
  { "ou", "oo", 5, ANYWHERE }, { "ou", "au", 15, ANYWHERE }, { "ow", "au", 10, ANYWHERE }, { "aw", "au", 5, ANYWHERE },
  { "ee", "i", 5, ANYWHERE }, { "ie", "i", 8, ANYWHERE }, { "ie", "e", 12, ANYWHERE }, { "ea", "i", 15, ANYWHERE },
  { "y", "i", 5, ANYWHERE }, { "y", "e", 10, ANYWHERE }, { "ee", "y", 8, ANYWHERE }, { "iy", "y", 5, ANYWHERE },
  { "iy", "i", 5, ANYWHERE }, { "yi", "i", 8, ANYWHERE }, { "iyy", "i", 5, ANYWHERE }, { "i", "e", 10, ANYWHERE },
  { "a", "e", 10, ANYWHERE }, { "aa", "a", 4, ANYWHERE }, { "a", "o", 25, ANYWHERE }, { "aa", "o", 25, ANYWHERE },
  { "ai", "ei", 5, ANYWHERE }, { "ay", "ai", 5, ANYWHERE }, { "ey", "ei", 5, ANYWHERE }, { "ai", "e", 10, ANYWHERE },
  { "ei", "e", 8, ANYWHERE }, { "ei", "i", 8, ANYWHERE }, { "ey", "i", 8, ANYWHERE }, { "ay", "i", 12, ANYWHERE },
  { "ay", "ey", 5, ANYWHERE }, { "ay", "y", 12, ANYWHERE }, { "ey", "y", 10, ANYWHERE }, { "ay", "ei", 5, ANYWHERE },
  { "ya", "a", 20, ANYWHERE }, { "ia", "a", 20, ANYWHERE }, { "ia", "ya", 5, ANYWHERE }, { "ia", "eya", 8, ANYWHERE },
  { "ye", "e", 10, ANYWHERE }, { "yu", "iu", 5, ANYWHERE }, { "yo", "e", 15, ANYWHERE }, { "yo", "io", 5, ANYWHERE },
  { "ullah", "allah", 5, AT_END }, { "ollah", "allah", 5, AT_END }, { "ullah", "ollah", 5, AT_END },
  { "abdul", "abdal", 8, AT_START }, { "abdol", "abdal", 8, AT_START }, { "u", "a", 45, ANYWHERE },
  /* ends */
  { "ian", "yan", 5, AT_END }, { "iyan", "ian", 5, AT_END }, { "ijan", "ian", 8, AT_END }, { "ah", "a", 5, AT_END },
  { "eh", "a", 8, AT_END }, { "eh", "e", 5, AT_END }, { "ah", "eh", 5, AT_END }, { "eh", "ah", 5, AT_END },
  { "at", "a", 15, AT_END }, { "iy", "y", 5, AT_END }, { "iyeh", "ia", 8, AT_END }, { "iyah", "ia", 5, AT_END },
  { "iya", "ia", 5, AT_END }, { "y", "ii", 5, AT_END }, { "ij", "y", 8, AT_END }, { "ij", "i", 8, AT_END },
  /* the article in one word with the name */
  { "al", "", 10, AT_START }, { "el", "", 10, AT_START },
};

typedef struct
{
  const char *a;
  const char *b;
  guint       n_a;
  guint       n_b;
  gboolean    abjad_a;
  gboolean    abjad_b;
} Pair;

/* How a cell was reached: how many letters of each word the last step took. */
typedef struct
{
  guint16 price;
  guint8  took_a;
  guint8  took_b;
} Cell;

typedef Cell Grid[RAP_SPELLING_MAX + 1][RAP_SPELLING_MAX + 1];

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static void
reach (Grid  grid,
       guint i,
       guint k,
       guint took_a,
       guint took_b,
       guint price)
{
  guint total = grid[i][k].price + price;
  Cell *cell = &grid[i + took_a][k + took_b];

  if (total < cell->price)
    *cell = (Cell) { (guint16) total, (guint8) took_a, (guint8) took_b };
}

/* The first of the table's entries for each letter and the next after it, so that a cell looks at few. */
typedef struct
{
  gint16 first[2][27];
  gint16 next[2][G_N_ELEMENTS (ways)];
} WayIndex;

static int
letter_of (const char *text)
{
  return *text >= 'a' && *text <= 'z' ? *text - 'a' : 26;
}

static const WayIndex *
get_index (void)
{
  static gsize ready;
  static WayIndex index;

  if (g_once_init_enter (&ready))
    {
      memset (&index, 0xff, sizeof index);
      for (gint16 w = 0; w < (gint16) G_N_ELEMENTS (ways); w++)
        for (guint side = 0; side < 2; side++)
          {
            int letter = letter_of (side == 0 ? ways[w].a : ways[w].b);

            index.next[side][w] = index.first[side][letter];
            index.first[side][letter] = w;
          }
      g_once_init_leave (&ready, 1);
    }
  return &index;
}

static gboolean
fits (const char *way,
      const char *rest)
{
  while (*way != '\0' && *way == *rest)
    {
      way++;
      rest++;
    }
  return *way == '\0';
}

/* @turned: the way is read from b to a. */
static void
try_way (const Pair *pair,
         Grid        grid,
         guint       i,
         guint       k,
         gint16      w,
         gboolean    turned)
{
  const char *from = turned ? ways[w].b : ways[w].a;
  const char *to = turned ? ways[w].a : ways[w].b;
  guint n_from, n_to;

  if (!fits (from, pair->a + i) || !fits (to, pair->b + k))
    return;
  n_from = (guint) strlen (from);
  n_to = (guint) strlen (to);
  if ((ways[w].where == AT_START && (i > 0 || k > 0))
      || (n_from == 0 && pair->n_b < WITH_ARTICLE) || (n_to == 0 && pair->n_a < WITH_ARTICLE)
      || (ways[w].where == AT_END && (i + n_from < pair->n_a || k + n_to < pair->n_b))
      || (ways[w].where == FROM_ABJAD && !pair->abjad_a && !pair->abjad_b))
    return;
  reach (grid, i, k, n_from, n_to, ways[w].price);
}

static void
try_ways (const Pair     *pair,
          const WayIndex *index,
          Grid            grid,
          guint           i,
          guint           k)
{
  for (guint side = 0; side < 2; side++)
    {
      for (gint16 w = index->first[side][letter_of (pair->a + i)]; w >= 0; w = index->next[side][w])
        try_way (pair, grid, i, k, w, side == 1);
      for (gint16 w = index->first[side][26]; w >= 0 && letter_of (pair->a + i) != 26; w = index->next[side][w])
        try_way (pair, grid, i, k, w, side == 1);
    }
}

/* What it costs that one of the words has this vowel and the other has none. A script that leaves out short
 * vowels has the long ones. */
static guint
price_vowel (const char *word,
             guint       at,
             guint       n,
             gboolean    is_abjad,
             gboolean    other_is_abjad)
{
  gboolean beside = (at > 0 && is_vowel (word[at - 1])) || is_vowel (word[at + 1]);

  if (is_abjad && !other_is_abjad)
    return 60;
  if (other_is_abjad)
    return beside ? 20 : at + 1 == n ? 25 : 3;
  if (at == 0 || at + 1 == n)
    return 80;
  return beside ? 50 : 30;
}

static void
try_added (const Pair *pair,
           Grid        grid,
           guint       i,
           guint       k)
{
  if (i < pair->n_a && i > 0 && pair->a[i] == pair->a[i - 1])
    reach (grid, i, k, 1, 0, DOUBLED);
  if (k < pair->n_b && k > 0 && pair->b[k] == pair->b[k - 1])
    reach (grid, i, k, 0, 1, DOUBLED);
  if (i < pair->n_a && is_vowel (pair->a[i]))
    reach (grid, i, k, 1, 0, price_vowel (pair->a, i, pair->n_a, pair->abjad_a, pair->abjad_b));
  if (k < pair->n_b && is_vowel (pair->b[k]))
    reach (grid, i, k, 0, 1, price_vowel (pair->b, k, pair->n_b, pair->abjad_b, pair->abjad_a));
}

static void
fill_grid (const Pair *pair,
           Grid        grid)
{
  const WayIndex *index = get_index ();

  for (guint i = 0; i <= pair->n_a; i++)
    for (guint k = 0; k <= pair->n_b; k++)
      grid[i][k] = (Cell) { i + k == 0 ? 0 : FORBIDDEN, 0, 0 };
  for (guint i = 0; i <= pair->n_a; i++)
    for (guint k = 0; k <= pair->n_b; k++)
      {
        if (grid[i][k].price >= FORBIDDEN)
          continue;
        if (i < pair->n_a && k < pair->n_b && pair->a[i] == pair->b[k])
          reach (grid, i, k, 1, 1, EQUAL);
        try_added (pair, grid, i, k);
        try_ways (pair, index, grid, i, k);
      }
}

static gboolean
is_doubled (const Pair *pair,
            guint       i,
            guint       k,
            const Cell *cell)
{
  return cell->took_a > 0 ? i > 0 && pair->a[i] == pair->a[i - 1] : k > 0 && pair->b[k] == pair->b[k - 1];
}

static void
add_step (const Pair *pair,
          RapVariant *into,
          guint       i,
          guint       k,
          const Cell *cell)
{
  g_autofree char *a = g_strndup (pair->a + i, cell->took_a);
  g_autofree char *b = g_strndup (pair->b + k, cell->took_b);
  const char *one = *a != '\0' ? a : b;

  if (g_str_equal (a, b))
    return;
  if ((*a == '\0' || *b == '\0') && strlen (one) == 2)
    rap_variant_add (into, RAP_VARIANT_ARTICLE, one, NULL);
  else if ((*a == '\0' || *b == '\0') && is_doubled (pair, i, k, cell))
    rap_variant_add (into, RAP_VARIANT_DOUBLED, one, NULL);
  /* a script without short vowels says nothing by leaving them out */
  else if ((*a != '\0' || !pair->abjad_a) && (*b != '\0' || !pair->abjad_b))
    rap_variant_add (into, RAP_VARIANT_LETTERS, a, b);
}

/* From the end to the beginning, told from the beginning. */
static void
tell_steps (const Pair *pair,
            Grid        grid,
            guint       i,
            guint       k,
            RapVariant *into)
{
  const Cell *cell = &grid[i][k];

  if (i + k == 0)
    return;
  tell_steps (pair, grid, i - cell->took_a, k - cell->took_b, into);
  add_step (pair, into, i - cell->took_a, k - cell->took_b, cell);
}

double
rap_spelling_compare (const char *a,
                      gboolean    abjad_a,
                      const char *b,
                      gboolean    abjad_b,
                      RapVariant *into)
{
  Pair pair = { a, b, (guint) strlen (a), (guint) strlen (b), abjad_a, abjad_b };
  Grid grid;
  guint longest = MAX (pair.n_a, pair.n_b);
  guint limit, price;

  if (g_str_equal (a, b))
    return *a != '\0' ? 1 : 0;
  if (pair.n_a == 0 || pair.n_b == 0 || longest > RAP_SPELLING_MAX
      || longest > 2 * MIN (pair.n_a, pair.n_b) + 3)
    return 0;
  fill_grid (&pair, grid);
  price = grid[pair.n_a][pair.n_b].price;
  limit = MAX (AT_LEAST, longest * PER_LETTER);
  if (price > limit)
    return 0;
  if (into != NULL)
    tell_steps (&pair, grid, pair.n_a, pair.n_b, into);
  return 1 - .4 * price / limit;
}

/* One sign for a family of sounds; longest first. What is not listed and no vowel stands for itself. */
static const struct
{
  const char *from;
  char        first;
  char        second;
} families[] = {
  { "tsch", 'S', 'S' }, { "sch", 'S', 'S' }, { "dzh", 'J', 'J' }, { "tch", 'S', 'S' },
  { "kh", 'K', 0 }, { "gh", 'K', 'K' }, { "sh", 'S', 'S' }, { "ch", 'S', 'K' }, { "th", 'S', 'T' }, { "dh", 'S', 'T' },
  { "dj", 'J', 'J' }, { "zh", 'J', 'J' }, { "ph", 'f', 'f' }, { "ck", 'K', 'K' }, { "ks", 'K', 'K' }, { "ts", 'S', 'S' },
  { "q", 'K', 'K' }, { "k", 'K', 'K' }, { "c", 'K', 'S' }, { "x", 'K', 'K' }, { "g", 'K', 'J' }, { "j", 'J', 0 },
  { "s", 'S', 'S' }, { "z", 'S', 'S' }, { "d", 'T', 'S' }, { "t", 'T', 'T' },
};

static char
read_family (const char **word,
             gboolean     second)
{
  char c;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (fits (families[i].from, *word))
      {
        *word += strlen (families[i].from);
        return second ? families[i].second : families[i].first;
      }
  c = *(*word)++;
  return strchr ("aeiouywvh", c) != NULL ? 0 : c;
}

char *
rap_spelling_key (const char *word,
                  gboolean    second)
{
  GString *out = g_string_new (NULL);
  const char *start = word;
  char last = 0;

  if ((fits ("al", word) || fits ("el", word)) && strlen (word) > 5)
    word += 2;
  while (*word != '\0')
    {
      char c;

      if (word > start && g_str_equal (word, "ff"))
        break;                        /* -off is -ov */
      c = read_family (&word, second);
      if (c != 0 && c != last)
        g_string_append_c (out, c);
      if (c != 0)
        last = c;
    }
  return g_string_free (out, FALSE);
}
