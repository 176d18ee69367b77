/* rap-names.c
 *
 * Finds known names in a text. The text is folded once into an array of
 * letters, each with the code point it came from; words of the text are looked
 * up by their first word in a table of names, so that many names cost one pass.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-name-table.h"

#include <string.h>

#include "rap-bounds.h"

/* A word of the text: its folded form and where it stands. */
typedef struct
{
  char *folded;
  RapRange range;
} Word;

typedef struct
{
  guint index;
  char **words;
  guint n_words;
} Pattern;

/**
 * RapNameTable:
 * @patterns: (element-type utf8 GPtrArray): folded first word -> list of Pattern
 */
struct _RapNameTable
{
  GHashTable *patterns;
};

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static void
free_pattern (gpointer data)
{
  Pattern *pattern = data;

  g_strfreev (pattern->words);
  g_free (pattern);
}

static gboolean
joins (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200c || c == 0x200d || c == 0x0640;
}

static void
add_word (GArray     *words,
          const char *start,
          const char *end,
          RapRange    range)
{
  g_autofree char *text = g_strndup (start, end - start);
  Word word = { rap_fold_name (text), range };

  if (*word.folded != '\0')
    g_array_append_val (words, word);
  else
    g_free (word.folded);
}

/* An apostrophe inside a word is part of it, but the English genitive is not. */
static GArray *
cut_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *start = NULL;
  guint at = 0, first = 0;
  const char *p;

  g_array_set_clear_func (words, clear_word);
  for (p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gboolean part = joins (g_utf8_get_char (p));

      if (part && start == NULL)
        {
          start = p;
          first = at;
        }
      else if (!part && start != NULL)
        {
          add_word (words, start, p, (RapRange) { first, at });
          start = NULL;
        }
    }
  if (start != NULL)
    add_word (words, start, p, (RapRange) { first, at });
  return words;
}

/* The words of a name are cut as those of a text are. */
static void
add_pattern (GHashTable *table,
             const char *name,
             guint       index)
{
  g_autoptr (GArray) cut = cut_words (name);
  Pattern *pattern;
  GPtrArray *list;

  if (cut->len == 0)
    return;
  pattern = g_new0 (Pattern, 1);
  pattern->index = index;
  pattern->n_words = cut->len;
  pattern->words = g_new0 (char *, cut->len + 1);
  for (guint k = 0; k < cut->len; k++)
    pattern->words[k] = g_strdup (g_array_index (cut, Word, k).folded);
  list = g_hash_table_lookup (table, pattern->words[0]);
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_pattern);
      g_hash_table_insert (table, pattern->words[0], list);
    }
  g_ptr_array_add (list, pattern);
}

static gboolean
matches (const Pattern *pattern,
         GArray        *words,
         guint          at)
{
  if (at + pattern->n_words > words->len)
    return FALSE;
  for (guint k = 1; k < pattern->n_words; k++)
    if (!g_str_equal (pattern->words[k], g_array_index (words, Word, at + k).folded))
      return FALSE;
  return TRUE;
}

/* The pattern with most words at @at, or NULL. */
static const Pattern *
longest_match (GHashTable *table,
               GArray     *words,
               guint       at)
{
  GPtrArray *list = g_hash_table_lookup (table, g_array_index (words, Word, at).folded);
  const Pattern *best = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Pattern *pattern = g_ptr_array_index (list, i);

      if ((best == NULL || pattern->n_words > best->n_words) && matches (pattern, words, at))
        best = pattern;
    }
  return best;
}

RapNameTable *
rap_name_table_new (const RapKnownName *names,
                    guint               n_names)
{
  RapNameTable *self = g_new0 (RapNameTable, 1);

  self->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_names; i++)
    add_pattern (self->patterns, names[i].name, i);
  return self;
}

void
rap_name_table_add (RapNameTable *self,
                    const char   *name,
                    guint         index)
{
  g_return_if_fail (self != NULL && name != NULL);

  add_pattern (self->patterns, name, index);
}

void
rap_name_table_free (RapNameTable *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->patterns);
  g_free (self);
}

GArray *
rap_name_table_find (const RapNameTable *self,
                     const char         *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (RapNameHit));
  g_autoptr (GArray) words = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, hits);

  words = cut_words (text);
  for (guint i = 0; i < words->len;)
    {
      const Pattern *pattern = longest_match (self->patterns, words, i);
      guint n = pattern ? pattern->n_words : 1;

      if (pattern != NULL)
        {
          RapNameHit hit = {
            pattern->index,
            { g_array_index (words, Word, i).range.start, g_array_index (words, Word, i + n - 1).range.end }
          };

          g_array_append_val (hits, hit);
        }
      i += n;
    }
  return hits;
}

GArray *
rap_find_names (const char         *text,
                const RapKnownName *names,
                guint               n_names)
{
  g_autoptr (RapNameTable) table = rap_name_table_new (names, n_names);

  return rap_name_table_find (table, text);
}

GArray *
rap_find_name (const char *text,
               const char *name)
{
  RapKnownName one = { name, NULL };
  g_autoptr (GArray) hits = rap_find_names (text, &one, 1);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));

  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (ranges, g_array_index (hits, RapNameHit, i).range);
  return ranges;
}

typedef struct
{
  RapRange passage;
  RapRange sentence;
  RapRange paragraph;
} Sight;

/* Lower is nearer; the steps between sentence, paragraph and page are larger than any distance inside them. */
static guint64
distance (const Sight *sight,
          RapRange     hit)
{
  guint64 gap = hit.end <= sight->passage.start ? sight->passage.start - hit.end
                : hit.start >= sight->passage.end ? hit.start - sight->passage.end : 0;
  guint64 step = G_GUINT64_CONSTANT (1) << 33;

  if (rap_range_overlaps (hit, sight->passage))
    return step + gap;
  if (rap_range_contains (sight->sentence, hit))
    return gap;
  if (rap_range_contains (sight->paragraph, hit))
    return 2 * step + gap;
  return hit.end <= sight->passage.start ? 3 * step + gap : G_MAXUINT64;
}

guint
rap_name_hits_nearest (const char       *text,
                       RapRange          range,
                       const RapNameHit *hits,
                       guint             n_hits,
                       const char       *language)
{
  gsize n_bytes = strlen (text);
  guint last = rap_range_is_empty (range) ? range.start : range.end - 1;
  guint64 best = G_MAXUINT64;
  guint nearest = G_MAXUINT;
  Sight sight = {
    range,
    { rap_bounds_sentence (text, n_bytes, range.start, language).start, rap_bounds_sentence (text, n_bytes, last, language).end },
    { rap_bounds_paragraph (text, n_bytes, range.start, language).start, rap_bounds_paragraph (text, n_bytes, last, language).end }
  };

  for (guint i = 0; i < n_hits; i++)
    {
      guint64 far = distance (&sight, hits[i].range);

      if (far >= best)
        continue;
      best = far;
      nearest = i;
    }
  return nearest;
}

guint
rap_names_nearest (const char         *text,
                   RapRange            range,
                   const RapKnownName *names,
                   guint               n_names,
                   const char         *language,
                   RapRange           *place)
{
  g_autoptr (GArray) hits = rap_find_names (text, names, n_names);
  guint nearest = rap_name_hits_nearest (text, range, (const RapNameHit *) hits->data, hits->len, language);

  if (nearest == G_MAXUINT)
    return G_MAXUINT;
  if (place != NULL)
    *place = g_array_index (hits, RapNameHit, nearest).range;
  return g_array_index (hits, RapNameHit, nearest).index;
}
