/* rap-clause.c
 *
 * ICU knows no clauses. The rule here needs no grammar and no dictionary: cut
 * the sentence where punctuation divides it, on the level of quotation that the
 * place is on. See rap-bounds.h for what is not cut.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-bounds.h"
#include "rap-quotation-private.h"

/* One sentence inside its line; all in bytes of the line. */
typedef struct
{
  const char *line;
  gsize       n_bytes;
  gsize       start;
  gsize       end;
  GArray     *quotations;
} Sentence;

/* Marks that divide wherever they stand, and those that need a space after them. */
static const gunichar everywhere[] = {
  0x060c, 0x061b, 0x3001, 0xff0c, 0xff1b, 0xff1a, 0x2014, 0x2015, '(', ')', '[', ']', 0xff08, 0xff09, 0x3010, 0x3011, 0x0589, 0x1361, 0x1363,
  0x1364, 0x1365, 0x1366,
};
static const gunichar before_space[] = { ',', ';', ':' };
static const gunichar between_spaces[] = { '-', 0x2013, 0x2212 };

static gboolean
is_one_of (gunichar        c,
           const gunichar *set,
           guint           n)
{
  for (guint i = 0; i < n; i++)
    if (set[i] == c)
      return TRUE;
  return FALSE;
}

static gunichar
char_before (const Sentence *self,
             gsize           at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (self->line + at)) : ' ';
}

static gunichar
char_at (const Sentence *self,
         gsize           at)
{
  return at < self->n_bytes ? g_utf8_get_char (self->line + at) : ' ';
}

static gboolean
is_closing_mark (const Sentence *self,
                 gsize           at)
{
  for (guint i = 0; i < self->quotations->len; i++)
    {
      const RapQuotation *quotation = &g_array_index (self->quotations, RapQuotation, i);

      if (quotation->closed && quotation->close == at)
        return TRUE;
    }
  return FALSE;
}

/* Whether the mark at [@at, @next) divides where it stands. */
static gboolean
divides (const Sentence *self,
         gsize           at,
         gsize           next)
{
  gunichar c = char_at (self, at);
  gunichar before = char_before (self, at);
  gunichar after = char_at (self, next);

  if (g_unichar_isdigit (before) && g_unichar_isdigit (after))
    return FALSE;
  if (is_one_of (c, everywhere, G_N_ELEMENTS (everywhere)))
    return TRUE;
  if (is_one_of (c, before_space, G_N_ELEMENTS (before_space)))
    return g_unichar_isspace (after) || is_closing_mark (self, next);
  if (!is_one_of (c, between_spaces, G_N_ELEMENTS (between_spaces)))
    return FALSE;
  return (g_unichar_isspace (before) && g_unichar_isspace (after)) || (c == '-' && (before == '-' || after == '-'));
}

/* The innermost quotation that holds the byte, marks not included; -1 when it is in none. */
static int
get_level (const Sentence *self,
           gsize           at)
{
  int level = -1;

  for (guint i = 0; i < self->quotations->len; i++)
    {
      const RapQuotation *quotation = &g_array_index (self->quotations, RapQuotation, i);

      if (quotation->closed && at >= quotation->inside && at < quotation->close)
        level = (int) i;
    }
  return level;
}

/* "… agreed,” he said": after the closing mark a clause begins. */
static gboolean
ends_with_mark (const Sentence     *self,
                const RapQuotation *quotation)
{
  static const gunichar marks[] = { ',', ';', ':', '.', '!', '?', 0x060c, 0x061b, 0x061f, 0x3001, 0x3002, 0xff0c, 0xff01, 0xff1f };

  return is_one_of (char_before (self, quotation->close), marks, G_N_ELEMENTS (marks));
}

/* Takes a boundary [@at, @next) into account for the clause around @place. */
static void
cut (gsize  place,
     gsize  at,
     gsize  next,
     gsize *start,
     gsize *end)
{
  if (next <= place)
    *start = MAX (*start, next);
  else
    *end = MIN (*end, at);
}

static void
cut_at_marks (const Sentence *self,
              gsize           place,
              int             level,
              gsize          *start,
              gsize          *end)
{
  for (gsize at = self->start; at < self->end;)
    {
      gsize next = (gsize) (g_utf8_next_char (self->line + at) - self->line);

      if (divides (self, at, next) && get_level (self, at) == level)
        cut (place, at, next, start, end);
      at = next;
    }
}

static void
cut_at_quotations (const Sentence *self,
                   gsize           place,
                   int             level,
                   gsize          *start,
                   gsize          *end)
{
  for (guint i = 0; i < self->quotations->len; i++)
    {
      const RapQuotation *quotation = &g_array_index (self->quotations, RapQuotation, i);

      if (!quotation->closed)
        continue;
      if ((int) i == level)
        {
          *start = MAX (*start, quotation->inside);
          *end = MIN (*end, quotation->close);
        }
      else if (quotation->after < self->end && get_level (self, quotation->open) == level &&
               ends_with_mark (self, quotation))
        cut (place, quotation->after, quotation->after, start, end);
    }
}

static gboolean
is_blank (const char *start,
          const char *end)
{
  for (; start < end; start = g_utf8_next_char (start))
    if (!g_unichar_isspace (g_utf8_get_char (start)))
      return FALSE;
  return TRUE;
}

/* Bytes of the line; when the place is on a mark before any words, the clause after it. */
static void
find_clause (const Sentence *self,
             gsize           place,
             gsize          *start,
             gsize          *end)
{
  do
    {
      int level = get_level (self, place);

      *start = self->start;
      *end = self->end;
      cut_at_marks (self, place, level, start, end);
      cut_at_quotations (self, place, level, start, end);
      if (!is_blank (self->line + *start, self->line + *end) || place >= self->end)
        return;
      place = (gsize) (g_utf8_next_char (self->line + MAX (place, *end)) - self->line);
    }
  while (place < self->end);
}

RapRange
rap_bounds_clause (const char *utf8,
                   gsize       n_bytes,
                   guint       offset,
                   const char *language)
{
  RapRange range = rap_bounds_sentence (utf8, n_bytes, offset, language);
  RapRange line = rap_bounds_paragraph (utf8, n_bytes, offset, language);
  Sentence sentence = { 0 };
  gsize start, end, place;

  g_return_val_if_fail (utf8 != NULL, ((RapRange) { 0, 0 }));

  if (rap_range_is_empty (range) || !rap_range_contains (line, range))
    return range;
  sentence.line = g_utf8_offset_to_pointer (utf8, line.start);
  sentence.n_bytes = (gsize) (g_utf8_offset_to_pointer (sentence.line, rap_range_length (line)) - sentence.line);
  sentence.start = (gsize) (g_utf8_offset_to_pointer (sentence.line, range.start - line.start) - sentence.line);
  sentence.end = (gsize) (g_utf8_offset_to_pointer (sentence.line, range.end - line.start) - sentence.line);
  sentence.quotations = rap_quotations_find (sentence.line, sentence.n_bytes);
  place = (gsize) (g_utf8_offset_to_pointer (sentence.line, CLAMP (offset, range.start, range.end - 1) - line.start)
                   - sentence.line);
  find_clause (&sentence, place, &start, &end);
  g_array_unref (sentence.quotations);

  range.start = line.start + (guint) g_utf8_pointer_to_offset (sentence.line, sentence.line + start);
  range.end = range.start + (guint) g_utf8_pointer_to_offset (sentence.line + start, sentence.line + end);
  return rap_bounds_trim (utf8, n_bytes, range);
}
