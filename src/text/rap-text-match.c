/* rap-text-match.c
 *
 * Text and query are folded to letters that remember where they came from; the
 * query's are then looked for among the text's. Both are walked once; what a
 * code point decomposes to is asked without allocating.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-text-match.h"

#include "rap-fold-private.h"

#define ZERO_WIDTH_NON_JOINER 0x200c
#define SHARP_S 0x00df

/**
 * Letter: one that counts
 * @c: folded
 * @offset: of the code point it came from
 */
typedef struct
{
  gunichar c;
  guint    offset;
} Letter;

static gunichar
fold_quote (gunichar c)
{
  switch (c)
    {
    case 0x201c: case 0x201d: case 0x201e: case 0x00ab: case 0x00bb:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014:
      return '-';
    default:
      return c;
    }
}

static void
add_letter (GArray            *letters,
            gunichar           c,
            guint              offset,
            RapTextMatchFlags  flags)
{
  Letter letter = { rap_fold_letter (c), offset };

  if (letter.c == 0 || g_unichar_ismark (letter.c))
    return;
  if (g_unichar_isspace (letter.c))
    {
      if (letters->len > 0 && g_array_index (letters, Letter, letters->len - 1).c == ' ')
        return;
      letter.c = ' ';
    }
  else if (g_unichar_isdigit (letter.c))
    letter.c = '0' + (gunichar) g_unichar_digit_value (letter.c);
  else
    letter.c = fold_quote ((flags & RAP_TEXT_MATCH_CASE) != 0 ? letter.c : g_unichar_tolower (letter.c));
  g_array_append_val (letters, letter);
}

/* (transfer full) (element-type Letter) */
static GArray *
fold (const char        *text,
      RapTextMatchFlags  flags)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  guint offset = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar c = g_utf8_get_char (p);
      gsize n;

      if (c < 0x80)
        {
          add_letter (letters, c, offset, flags);
          continue;
        }
      n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
      if (c == SHARP_S)
        {
          parts[0] = parts[1] = 's';
          n = 2;
        }
      for (gsize i = 0; i < n; i++)
        add_letter (letters, parts[i], offset, flags);
    }
  return letters;
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == ZERO_WIDTH_NON_JOINER;
}

/* @p: the end of the match in the text; moves over the marks of its last letter. */
static guint
count_marks (const char **p)
{
  guint n = 0;

  while (**p != '\0' && g_unichar_ismark (g_utf8_get_char (*p)))
    {
      *p = g_utf8_next_char (*p);
      n++;
    }
  return n;
}

static gboolean
matches_at (const GArray *letters,
            const GArray *wanted,
            guint         at)
{
  for (guint i = 0; i < wanted->len; i++)
    if (g_array_index (letters, Letter, at + i).c != g_array_index (wanted, Letter, i).c)
      return FALSE;
  return TRUE;
}

static void
trim (GArray *wanted)
{
  if (wanted->len > 0 && g_array_index (wanted, Letter, 0).c == ' ')
    g_array_remove_index (wanted, 0);
  if (wanted->len > 0 && g_array_index (wanted, Letter, wanted->len - 1).c == ' ')
    g_array_set_size (wanted, wanted->len - 1);
}

/**
 * Walk: the text in step with its letters
 * @p, @offset: a place before every match to come
 */
typedef struct
{
  const char *text;
  const char *p;
  guint       offset;
} Walk;

static void
walk_to (Walk  *walk,
         guint  offset)
{
  walk->p = g_utf8_offset_to_pointer (walk->p, (glong) offset - (glong) walk->offset);
  walk->offset = offset;
}

/* The place of the letters from @first to @last; empty when whole words are wanted and it is none. */
static RapRange
get_range (Walk              *walk,
           guint              first,
           guint              last,
           RapTextMatchFlags  flags)
{
  RapRange range = { first, last + 1 };
  gboolean begins;

  walk_to (walk, first);
  begins = walk->p == walk->text || !is_of_word (g_utf8_get_char (g_utf8_prev_char (walk->p)));
  walk_to (walk, last + 1);
  range.end += count_marks (&walk->p);
  walk->offset = range.end;
  if ((flags & RAP_TEXT_MATCH_WORDS) == 0 || (begins && !is_of_word (g_utf8_get_char (walk->p))))
    return range;
  return (RapRange) { first, first };
}

GArray *
rap_text_match_find (const char        *text,
                     const char        *query,
                     RapTextMatchFlags  flags)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_autoptr (GArray) wanted = NULL;
  g_autoptr (GArray) letters = NULL;
  Walk walk = { text, text, 0 };

  g_return_val_if_fail (text != NULL && query != NULL, ranges);

  wanted = fold (query, flags);
  trim (wanted);
  if (wanted->len == 0)
    return ranges;
  letters = fold (text, flags);
  for (guint at = 0; at + wanted->len <= letters->len; at++)
    {
      RapRange range;

      if (!matches_at (letters, wanted, at))
        continue;
      range = get_range (&walk, g_array_index (letters, Letter, at).offset,
                         g_array_index (letters, Letter, at + wanted->len - 1).offset, flags);
      if (rap_range_is_empty (range))
        continue;
      g_array_append_val (ranges, range);
      at += wanted->len - 1;
    }
  return ranges;
}
