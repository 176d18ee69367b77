/* rap-quotation.c
 *
 * Quotation marks are paired in one walk over a line with a stack of those that
 * are open. A mark that can do both (" ' ” » ›) closes when something it can
 * close is open, else it opens when it stands before a word and after none.
 * Apostrophes: ’ and ' before a letter, and ’ after a plural s when another ’
 * follows that can close.
 *
 * A quotation may run over several paragraphs, each opening anew with the same
 * mark and only the last closing it; it is then one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-bounds.h"
#include "rap-quotation-private.h"

#define REACH 8192 /* code points to each side that are looked at */

/* @closing: two at most; @both: also closes others, so the place decides */
static const struct
{
  gunichar opening;
  gunichar closing[2];
  gboolean both;
} marks[] = {
  { 0x201c, { 0x201d }, FALSE },           /* “ ” */
  { 0x201e, { 0x201c, 0x201d }, FALSE },   /* „ “ and „ ” */
  { 0x201d, { 0x201d, 0x201c }, TRUE },    /* ” ” and ” “ */
  { 0x2018, { 0x2019 }, FALSE },           /* ‘ ’ */
  { 0x201a, { 0x2018, 0x2019 }, FALSE },   /* ‚ ‘ and ‚ ’ */
  { 0xab, { 0xbb }, FALSE },               /* « » */
  { 0xbb, { 0xab }, TRUE },                /* » « */
  { 0x2039, { 0x203a }, FALSE },           /* ‹ › */
  { 0x203a, { 0x2039 }, TRUE },            /* › ‹ */
  { 0x300c, { 0x300d }, FALSE },           /* 「 」 */
  { 0x300e, { 0x300f }, FALSE },           /* 『 』 */
  { '"', { '"' }, TRUE },
  { '\'', { '\'' }, TRUE },
};

static int
find_mark (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].opening == c)
      return (int) i;
  return -1;
}

/* What stands before and after a mark; 0 at the ends of the line. */
typedef struct
{
  const char *line;
  const char *end;
  gunichar    before;
  gunichar    c;
  gunichar    after;
} Place;

static Place
look (const char *line,
      gsize       n_bytes,
      const char *p)
{
  Place place = { line, line + n_bytes, 0, g_utf8_get_char (p), 0 };
  const char *next = g_utf8_next_char (p);

  if (p > line)
    place.before = g_utf8_get_char (g_utf8_prev_char (p));
  if (next < place.end)
    place.after = g_utf8_get_char (next);
  return place;
}

static gboolean
is_gap (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

static gboolean
is_word (gunichar c)
{
  return c != 0 && g_unichar_isalnum (c);
}

/* ’ after the s of a plural, with a better one to come: an apostrophe. */
static gboolean
is_possessive (const Place *place,
               const char  *p)
{
  if ((place->before != 's' && place->before != 'S') || !is_gap (place->after) || place->after == 0)
    return FALSE;
  for (p = g_utf8_next_char (p); p < place->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2018)
        return FALSE;
      if (c == 0x2019)
        {
          Place next = look (place->line, (gsize) (place->end - place->line), p);

          if (!is_word (next.after))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
can_close (const Place *place,
           const char  *p)
{
  switch (place->c)
    {
    case 0x2019:
      return !is_word (place->after) && !is_possessive (place, p);
    case '\'':
      return !is_gap (place->before) && !is_word (place->after);
    case '"':
      return !is_gap (place->before);
    default:
      return TRUE;
    }
}

/* @both: the mark could also close something, so its place must be one to open at. */
static gboolean
can_open (const Place *place,
          gboolean     both)
{
  if (!both)
    return TRUE;
  if (place->c == '\'' && !g_unichar_isalpha (place->after))
    return FALSE;
  return !is_word (place->before) && !is_gap (place->after);
}

static gboolean
closes (gunichar opening,
        gunichar c)
{
  int i = find_mark (opening);

  return marks[i].closing[0] == c || (marks[i].closing[1] == c && c != 0);
}

/* Closes the innermost open quotation that @p can close; what is open inside
 * it was none. FALSE when there is nothing of the kind. */
static gboolean
close_quotation (GArray      *found,
                 GArray      *stack,
                 const Place *place,
                 const char  *p)
{
  if (!can_close (place, p))
    return FALSE;
  for (guint i = stack->len; i > 0; i--)
    {
      guint at = g_array_index (stack, guint, i - 1);
      RapQuotation *quotation = &g_array_index (found, RapQuotation, at);

      if (!closes (quotation->mark, place->c))
        continue;
      quotation->close = (gsize) (p - place->line);
      quotation->after = (gsize) (g_utf8_next_char (p) - place->line);
      quotation->closed = TRUE;
      for (guint n = stack->len; n > i; n--)
        g_array_index (found, RapQuotation, g_array_index (stack, guint, n - 1)).mark = 0;
      g_array_set_size (stack, i - 1);
      return TRUE;
    }
  return FALSE;
}

static void
open_quotation (GArray      *found,
                GArray      *stack,
                const Place *place,
                const char  *p)
{
  gsize n_bytes = (gsize) (place->end - place->line);
  RapQuotation quotation = { place->c, (gsize) (p - place->line), (gsize) (g_utf8_next_char (p) - place->line),
                             n_bytes, n_bytes, FALSE };
  guint at = found->len;

  g_array_append_val (found, quotation);
  g_array_append_val (stack, at);
}

/* Those that turned out to be none: marks inside a quotation that was closed. */
static void
drop_empty (GArray *found)
{
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    {
      RapQuotation quotation = g_array_index (found, RapQuotation, i);

      if (quotation.mark != 0)
        g_array_index (found, RapQuotation, n++) = quotation;
    }
  g_array_set_size (found, n);
}

GArray *
rap_quotations_find (const char *line,
                     gsize       n_bytes)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RapQuotation));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  for (const char *p = line; p < line + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int i = find_mark (c);
      Place place;

      if (i < 0 && c != 0x2019 && c != 0x300d && c != 0x300f)
        continue;
      place = look (line, n_bytes, p);
      if (!close_quotation (found, stack, &place, p) && i >= 0 && can_open (&place, marks[i].both))
        open_quotation (found, stack, &place, p);
    }
  drop_empty (found);
  return found;
}

/* The lines of a text */

typedef struct
{
  const char *start;
  gsize       n_bytes;
} Line;

static Line
get_line (const char *utf8,
          const char *end,
          const char *place)
{
  Line line = { place, 0 };
  const char *stop = place < end ? memchr (place, '\n', (gsize) (end - place)) : NULL;

  while (line.start > utf8 && line.start[-1] != '\n')
    line.start--;
  line.n_bytes = (gsize) ((stop != NULL ? stop : end) - line.start);
  return line;
}

static gboolean
is_blank (Line line)
{
  for (const char *p = line.start; p < line.start + line.n_bytes; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* The next line (or the one before) that is not blank. FALSE when there is none. */
static gboolean
step_line (const char *utf8,
           const char *end,
           gboolean    forward,
           Line       *line)
{
  Line next = *line;

  do
    {
      if (forward ? next.start + next.n_bytes >= end : next.start == utf8)
        return FALSE;
      next = get_line (utf8, end, forward ? next.start + next.n_bytes + 1 : next.start - 1);
    }
  while (is_blank (next));
  *line = next;
  return TRUE;
}

static gboolean
opens_line (Line                line,
            const RapQuotation *quotation)
{
  return is_blank ((Line) { line.start, quotation->open });
}

/* The quotation of @mark that the line begins with, or (@open) that is open at
 * its end. */
static gboolean
find_at_edge (Line          line,
              gunichar      mark,
              gboolean      open,
              RapQuotation *quotation)
{
  g_autoptr (GArray) found = rap_quotations_find (line.start, line.n_bytes);

  for (guint i = 0; i < found->len; i++)
    {
      *quotation = g_array_index (found, RapQuotation, i);
      if (quotation->mark == mark && (open ? !quotation->closed : opens_line (line, quotation)))
        return TRUE;
    }
  return FALSE;
}

/* A passage in bytes of the text. */
typedef struct
{
  const char *start;
  const char *end;
} Span;

/* Back over the paragraphs that the quotation came through; how many. */
static guint
extend_back (const char   *utf8,
             const char   *end,
             Line          line,
             RapQuotation  quotation,
             Span         *span)
{
  guint n = 0;

  while (quotation.mark != '\'' && opens_line (line, &quotation) && step_line (utf8, end, FALSE, &line) &&
         find_at_edge (line, quotation.mark, TRUE, &quotation))
    {
      span->start = line.start + quotation.inside;
      n++;
    }
  return n;
}

static guint
extend_forward (const char   *utf8,
                const char   *end,
                Line          line,
                RapQuotation  quotation,
                Span         *span)
{
  guint n = 0;

  while (quotation.mark != '\'' && !quotation.closed && step_line (utf8, end, TRUE, &line) &&
         find_at_edge (line, quotation.mark, FALSE, &quotation))
    {
      span->end = line.start + quotation.close;
      n++;
    }
  return n;
}

/* All of the quotation that @quotation of @line belongs to; FALSE when nothing closes it. */
static gboolean
complete (const char         *utf8,
          const char         *end,
          Line                line,
          const RapQuotation *quotation,
          Span               *span)
{
  guint n;

  *span = (Span) { line.start + quotation->inside, line.start + quotation->close };
  n = extend_back (utf8, end, line, *quotation, span);
  n += extend_forward (utf8, end, line, *quotation, span);
  return quotation->closed || n > 0;
}

/* The shortest quotation that holds all of @least, and with @more something else too. */
static gboolean
find_shortest (const char *utf8,
               const char *end,
               Span        least,
               gboolean    more,
               Span       *best)
{
  Line line = get_line (utf8, end, least.start);
  g_autoptr (GArray) found = rap_quotations_find (line.start, line.n_bytes);
  gboolean any = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      Span span;

      if (!complete (utf8, end, line, &g_array_index (found, RapQuotation, i), &span) ||
          span.start > least.start || span.end < least.end ||
          (more && span.start == least.start && span.end == least.end))
        continue;
      if (!any || span.end - span.start < best->end - best->start)
        *best = span;
      any = TRUE;
    }
  return any;
}

/* Within REACH of the range, so that it costs the same anywhere in a text. */
static RapRange
find (const char *utf8,
      gsize       n_bytes,
      RapRange    range,
      gboolean    more)
{
  guint length = (guint) g_utf8_strlen (utf8, (gssize) n_bytes);
  guint at = MIN (range.start, length);
  guint n = CLAMP (range.end, at, length) - at;
  guint first = at - MIN (at, REACH);
  const char *start = g_utf8_offset_to_pointer (utf8, first);
  Span least, best;
  const char *end;

  least.start = g_utf8_offset_to_pointer (start, at - first);
  least.end = g_utf8_offset_to_pointer (least.start, n);
  end = g_utf8_offset_to_pointer (least.end, MIN (length - at - n, REACH));
  if (!find_shortest (start, end, least, more, &best))
    return (RapRange) { at, at };
  first += (guint) g_utf8_pointer_to_offset (start, best.start);
  return (RapRange) { first, first + (guint) g_utf8_pointer_to_offset (best.start, best.end) };
}

RapRange
rap_bounds_quotation (const char *utf8,
                      gsize       n_bytes,
                      guint       offset,
                      const char *language)
{
  g_return_val_if_fail (utf8 != NULL, ((RapRange) { 0, 0 }));

  return find (utf8, n_bytes, (RapRange) { offset, offset }, FALSE);
}

RapRange
rap_bounds_quotation_around (const char *utf8,
                             gsize       n_bytes,
                             RapRange    range)
{
  g_return_val_if_fail (utf8 != NULL, ((RapRange) { 0, 0 }));

  return find (utf8, n_bytes, range, TRUE);
}
