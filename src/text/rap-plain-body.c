/* rap-plain-body.c
 *
 * Which lines of a plain-text page are the report. Lines that read like prose
 * count for it, the short unfinished lines of menus against it; the stretch
 * with the greatest sum is the first guess (maximum segment). It is cut at the
 * headline, and at its end groups of lines that have no word in common with
 * the headline and the opening are taken off: donation pleas and notes about
 * the site are well-formed prose, but about something else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-plain-private.h"

#include <string.h>

#include "rap-word-set-private.h"

#define APART 2 /* lines that are no prose */
#define MOST_GROUPS 20
#define MOST_CUT 1.5 /* of the words kept */

static RapRange
best_stretch (GArray *units,
              guint   from)
{
  RapRange best = { from, from };
  double best_sum = 0, sum = 0;
  guint start = from;

  for (guint i = from; i < units->len; i++)
    {
      sum += rap_plain_get (units, i)->score;
      if (sum <= 0)
        {
          sum = 0;
          start = i + 1;
        }
      else if (sum > best_sum)
        {
          best_sum = sum;
          best = (RapRange) { start, i + 1 };
        }
    }
  return best;
}

RapRange
rap_plain_find_bulk (GArray *units)
{
  return best_stretch (units, 0);
}

static gboolean
is_prose (GArray *units,
          guint   i)
{
  return rap_plain_get (units, i)->score > 0;
}

static gboolean
is_shouted (RapProse prose)
{
  return prose.capitals * 3 > prose.letters * 2;
}

/* One short line alone between two paragraphs of the report. */
static gboolean
is_subhead (GArray  *units,
            RapRange stretch,
            guint    i)
{
  const RapUnit *unit = rap_plain_get (units, i);

  return i > stretch.start && i + 1 < stretch.end && is_prose (units, i - 1) && is_prose (units, i + 1) &&
         !unit->pointer && !unit->caption && unit->prose.bars < 2 && !(is_shouted (unit->prose) && unit->prose.words > 4);
}

/* Adds the longer words of a group to what the report is about. */
static void
learn (RapWordSet *subject,
       GArray     *units,
       RapRange    group)
{
  for (guint i = group.start; i < group.end; i++)
    {
      g_autoptr (RapWordSet) words = rap_word_set_new (rap_plain_get (units, i)->text, rap_plain_get (units, i)->n_bytes);

      rap_word_set_add_long (subject, words);
    }
}

/* The prose from @i on up to the next break. */
static RapRange
next_group (GArray  *units,
            RapRange stretch,
            guint    i)
{
  RapRange group;

  while (i < stretch.end && !is_prose (units, i))
    i++;
  group.start = i;
  while (i < stretch.end && is_prose (units, i))
    i++;
  group.end = i;
  return group;
}

static gboolean
is_about (GArray     *units,
          RapRange    group,
          gboolean    apart,
          RapWordSet *title,
          RapWordSet *subject)
{
  guint n = 0, common = 0;

  for (guint i = group.start; i < group.end; i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);
      g_autoptr (RapWordSet) words = rap_word_set_new (unit->text, unit->n_bytes);

      if (rap_word_set_common (words, title) > (apart ? 1 : 0))
        return TRUE;
      common += rap_word_set_common (words, subject);
      n += rap_word_set_size (words);
    }
  return n > 0 && common * (apart ? 5 : 8) >= n;
}

static guint
count_prose_words (GArray *units,
                   guint   start,
                   guint   end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += is_prose (units, i) ? rap_plain_get (units, i)->prose.words : 0;
  return n;
}

/* The end of the last group, from @end on, that is about the same. */
static guint
last_about (GArray     *units,
            RapRange    stretch,
            guint       end,
            RapWordSet *title,
            RapWordSet *subject)
{
  guint last = end;
  guint before = end;

  for (RapRange group = next_group (units, stretch, end); !rap_range_is_empty (group); group = next_group (units, stretch, group.end))
    {
      if (is_about (units, group, group.start - before >= APART, title, subject))
        last = group.end;
      before = group.end;
    }
  return last;
}

/* Takes groups off the end that are about something else. If that were most of the text, the opening was not enough
 * to know what the report is about, and the next group is taken with it. */
static RapRange
cut_tail (GArray     *units,
          RapRange    stretch,
          const char *title)
{
  RapRange group = next_group (units, stretch, stretch.start);
  g_autoptr (RapWordSet) title_words = rap_word_set_new (title ? title : "", title ? strlen (title) : 0);
  g_autoptr (RapWordSet) subject = rap_word_set_new (title ? title : "", title ? strlen (title) : 0);
  guint end = group.end;

  for (guint n = 0; n < MOST_GROUPS; n++)
    {
      learn (subject, units, group);
      end = last_about (units, stretch, group.end, title_words, subject);
      if (count_prose_words (units, end, stretch.end) <= MOST_CUT * count_prose_words (units, stretch.start, end))
        return (RapRange) { stretch.start, end };
      group = next_group (units, stretch, end);
    }
  return stretch;
}

/* A summary or caption stands over the report with other things (date, sharing, a plea) in between. Unless it is a good
 * part of the text, the report begins after them. */
static RapRange
cut_head (GArray  *units,
          RapRange stretch)
{
  RapRange group = next_group (units, stretch, stretch.start);
  RapRange next = next_group (units, stretch, group.end);
  guint between = rap_range_is_empty (next) ? 0 : next.start - group.end;

  if (between >= APART && rap_range_length (group) == 1 &&
      count_prose_words (units, group.start, group.end) * 8 < count_prose_words (units, next.start, stretch.end))
    stretch.start = next.start;
  return stretch;
}

gboolean *
rap_plain_find_body (GArray     *units,
                     const char *title,
                     guint       after)
{
  gboolean *body = g_new0 (gboolean, units->len + 1);
  RapRange stretch = best_stretch (units, after == G_MAXUINT ? 0 : after + 1);

  stretch = cut_tail (units, cut_head (units, stretch), title);
  for (guint i = stretch.start; i < stretch.end; i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);

      body[i] = is_prose (units, i) || is_subhead (units, stretch, i) ||
                (unit->prose.ends_stopped && !unit->pointer);
    }
  return body;
}
