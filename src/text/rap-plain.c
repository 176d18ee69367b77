/* rap-plain.c
 *
 * Cuts a page saved as plain text into units and recognises the few openings
 * by which sites point to other stories or ask something of the reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-plain-private.h"

#include <string.h>

#include "rap-header-date-private.h"
#include "rap-utf8.h"

#define WRAP_SHORTEST 45
#define WRAP_LONGEST 100
#define CREDIT_WORDS 6
#define LONGEST_OPENING 64 /* bytes; more than any of them has */
#define CAP 600 /* a paragraph counts for no more */

/* One line, trimmed; FALSE when it is empty. @at is the code point of the line's first byte. */
static gboolean
read_line (const char *line,
           const char *end,
           guint       at,
           RapUnit    *unit)
{
  while (line < end && g_unichar_isspace (g_utf8_get_char (line)))
    {
      line = g_utf8_next_char (line);
      at++;
    }
  while (end > line && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  unit->text = line;
  unit->n_bytes = end - line;
  unit->range.start = at;
  unit->range.end = at + rap_utf8_length (line, (gsize) (end - line));
  return end > line;
}

static GArray *
cut_lines (const char *text)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (RapUnit));
  gboolean gap = TRUE;
  guint at = 0;
  guint number = 1;

  for (const char *p = text; *p != '\0'; number++)
    {
      const char *end = strchrnul (p, '\n');
      RapUnit unit = { .line = number, .gap_before = gap };
      guint length = rap_utf8_length (p, (gsize) (end - p));

      gap = !read_line (p, end, at, &unit);
      if (!gap)
        g_array_append_val (units, unit);
      else if (units->len > 0)
        rap_plain_get (units, units->len - 1)->gap_after = TRUE;
      at += length + 1;
      p = *end ? end + 1 : end;
    }
  if (units->len > 0)
    rap_plain_get (units, units->len - 1)->gap_after = TRUE;
  return units;
}

/* Most of the text stands in lines of one length that go on in the next. */
static gboolean
is_wrapped (GArray *units)
{
  gsize all = 0, wrapped = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);
      guint length = rap_range_length (unit->range);

      if (length > WRAP_LONGEST + 20)
        return FALSE;
      all += length;
      if (length >= WRAP_SHORTEST && !unit->gap_after && i + 1 < units->len)
        wrapped += length;
    }
  return wrapped * 2 > all && all > 400;
}

/* A line long enough to have been wrapped goes on in the next, unless an empty line follows. */
static void
join_lines (GArray *units)
{
  guint n = 0;
  guint length = 0;

  for (guint i = 0; i < units->len; i++)
    {
      RapUnit unit = *rap_plain_get (units, i);
      RapUnit *last = n > 0 ? rap_plain_get (units, n - 1) : NULL;

      if (last != NULL && !last->gap_after && length >= WRAP_SHORTEST)
        {
          last->n_bytes = unit.text + unit.n_bytes - last->text;
          last->range.end = unit.range.end;
          last->gap_after = unit.gap_after;
        }
      else
        *rap_plain_get (units, n++) = unit;
      length = rap_range_length (unit.range);
    }
  g_array_set_size (units, n);
}

/* As much of the unit as the longest opening needs. */
static gssize
head_bytes (const RapUnit *unit)
{
  gsize n = MIN (unit->n_bytes, LONGEST_OPENING);

  while (n < unit->n_bytes && ((guchar) unit->text[n] & 0xc0) == 0x80)
    n++;
  return (gssize) n;
}

static gboolean
is_pointer (const RapUnit *unit)
{
  static const char *const openings[] = {
    "also read", "read also", "read more", "read next", "related:", "see also", "more from", "more on this", "watch:", "listen:",
    "don't miss", "follow us", "subscribe", "sign up", "share this", "share on", "click here", "photo:", "image:", "advertisement",
    "lire aussi", "à lire aussi", "lesen sie auch", "lesen sie mehr", "mehr zum thema", "lea también", "leer más", "lee también",
    "leia também", "leia mais", "veja também", "leggi anche", "lees ook", "читайте также", "смотрите также", "обсудить",
    "اقرأ أيضا", "إقرأ أيضا", "بیشتر بخوانید", "همچنین بخوانید", "بخوانید:", "مطالب مرتبط", "اخبار مرتبط", "ayrıca oku", "©", "copyright",
  };
  g_autofree char *head = NULL;

  if (unit->prose.words > 40)
    return FALSE;
  head = g_utf8_strdown (unit->text, head_bytes (unit));
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (head, openings[i]))
      return TRUE;
  return FALSE;
}

/* "A bridge over the river. (Photo: Agency)": ends with a few words in brackets after the sentence, or in place of its
 * end. */
static gboolean
is_caption (const RapUnit *unit)
{
  const char *end = unit->text + unit->n_bytes;
  const char *open;

  if (unit->n_bytes < 8 || end[-1] != ')' || unit->prose.words > 80)
    return FALSE;
  open = g_strrstr_len (unit->text, unit->n_bytes, "(");
  return open != NULL && open > unit->text && unit->prose.words >= 4 && rap_prose_measure (open, end - open).words <= CREDIT_WORDS;
}

/* "Jo Doe, 11:30 a.m., 3 May 2021": a moment and few words. */
static gboolean
is_timestamp (const RapUnit *unit)
{
  RapHeaderDate date;

  return unit->n_bytes <= 160 && unit->prose.words <= 20 && unit->prose.digits >= 5 &&
         rap_header_date_find (unit->text, unit->n_bytes, &date) && date.timed;
}

static double
score_unit (const RapUnit *unit)
{
  double chars = MIN (unit->prose.chars, CAP);

  if (unit->pointer)
    return -40;
  if (unit->caption)
    return 0;
  if (is_timestamp (unit))
    return -2;
  if (unit->prose.bars >= 2 && unit->prose.words < 40)
    return -20;
  if (rap_prose_is_sentence (unit->prose))
    return unit->prose.ends_cut && unit->prose.stops < 2 ? -10 : chars;
  if (unit->prose.words >= 12)
    return unit->prose.words < 40 ? -20 : chars * 0.3;
  return unit->prose.ends_stopped ? -2 : -12;
}

GArray *
rap_plain_cut (const char *text)
{
  GArray *units = cut_lines (text);

  if (is_wrapped (units))
    join_lines (units);
  for (guint i = 0; i < units->len; i++)
    {
      RapUnit *unit = rap_plain_get (units, i);

      unit->prose = rap_prose_measure (unit->text, unit->n_bytes);
      unit->pointer = is_pointer (unit);
      unit->caption = is_caption (unit);
      unit->score = (float) score_unit (unit);
    }
  return units;
}
