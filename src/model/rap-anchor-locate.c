/* rap-anchor-locate.c
 *
 * Finding a quote in a text. A quote of one passage is tried at every place
 * where it occurs; each is scored by how many characters of the stored prefix
 * and suffix stand around it. A quote of several passages (joined by " … ") is
 * laid out in every way in which they follow each other, nearest first, and
 * scored by the same context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-anchor-private.h"

#include <string.h>

/* Passages of one letter could be laid out in more ways than there is time for. */
#define MAX_STEPS 20000

/* The best places so far. */
typedef struct
{
  const RapAnchor *anchor;
  const RapText   *text;
  char           **passages;
  guint            context;    /* code points of prefix and suffix together */
  guint            n_steps;    /* passages after the first laid out */
  guint            n_places;   /* where the quote stands at all */
  guint            n_best;     /* places with @matched */
  guint            matched;    /* code points of context around the best */
  guint            distance;   /* of the best from the old position */
  GArray          *trial;      /* RapRange of the passages laid out now */
  GArray          *ranges;     /* RapRange of the best, or NULL */
} Search;

/* Code points that the ends of [text, before) and @prefix have in common. */
static guint
match_backwards (const char *text,
                 const char *before,
                 const char *prefix)
{
  const char *p = prefix + strlen (prefix);
  guint count = 0;

  while (before > text && p > prefix)
    {
      before = g_utf8_prev_char (before);
      p = g_utf8_prev_char (p);
      if (g_utf8_get_char (before) != g_utf8_get_char (p))
        break;
      count++;
    }

  return count;
}

static guint
match_forwards (const char *after,
                const char *suffix)
{
  guint count = 0;

  while (*after != '\0' && g_utf8_get_char (after) == g_utf8_get_char (suffix))
    {
      after = g_utf8_next_char (after);
      suffix = g_utf8_next_char (suffix);
      count++;
    }

  return count;
}

gboolean
rap_anchor_has_context (const RapAnchor *self,
                        RapRange         hull,
                        const RapText   *text)
{
  const char *utf8 = rap_text_get_utf8 (text);
  const char *before = utf8 + rap_text_to_byte (text, hull.start);
  const char *after = utf8 + rap_text_to_byte (text, hull.end);

  return match_backwards (utf8, before, self->prefix) == (guint) g_utf8_strlen (self->prefix, -1) &&
         match_forwards (after, self->suffix) == (guint) g_utf8_strlen (self->suffix, -1);
}

static RapRange
measure (const Search *search,
         const char   *place,
         const char   *passage)
{
  gsize byte = place - rap_text_get_utf8 (search->text);
  RapRange range;

  range.start = rap_text_from_byte (search->text, byte);
  range.end = rap_text_from_byte (search->text, byte + strlen (passage));
  return range;
}

static void
consider (Search *search)
{
  const char *utf8 = rap_text_get_utf8 (search->text);
  RapRange first = g_array_index (search->trial, RapRange, 0);
  RapRange last = g_array_index (search->trial, RapRange, search->trial->len - 1);
  guint old = rap_anchor_get_hull (search->anchor).start;
  guint distance = MAX (first.start, old) - MIN (first.start, old);
  guint matched = match_backwards (utf8, utf8 + rap_text_to_byte (search->text, first.start),
                                   search->anchor->prefix) +
                  match_forwards (utf8 + rap_text_to_byte (search->text, last.end),
                                  search->anchor->suffix);

  search->n_places++;
  if (search->ranges != NULL && matched < search->matched)
    return;

  search->n_best = search->ranges != NULL && matched == search->matched ? search->n_best + 1 : 1;
  if (search->n_best > 1 && distance >= search->distance)
    return;

  search->matched = matched;
  search->distance = distance;
  g_clear_pointer (&search->ranges, g_array_unref);
  search->ranges = g_array_copy (search->trial);
}

/* Lays out the passages from number @i on, in the text from @place on. */
static void
lay_out (Search     *search,
         guint       i,
         const char *place)
{
  const char *passage = search->passages[i];

  if (passage == NULL)
    {
      consider (search);
      return;
    }

  while ((place = strstr (place, passage)) != NULL &&
         (i == 0 || search->n_steps++ < MAX_STEPS))
    {
      RapRange range = measure (search, place, passage);

      g_array_append_val (search->trial, range);
      lay_out (search, i + 1, place + strlen (passage));
      g_array_set_size (search->trial, i);
      place = g_utf8_next_char (place);
    }
}

/* A place without rivals is certain; else half is the quote, half the context. */
static double
judge (const Search *search)
{
  double context = search->context > 0 ? (double) search->matched / search->context : 0;

  if (search->context == 0 && search->n_places == 1)
    return 1;

  return 0.5 + 0.5 * context;
}

static RapAnchor *
locate_passages (const RapAnchor *self,
                 const RapText   *text,
                 char           **passages,
                 double          *score,
                 guint           *n_best)
{
  g_autoptr (GArray) trial = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_autoptr (GArray) best = NULL;
  Search search = { .anchor = self, .text = text, .passages = passages, .trial = trial };

  search.context = g_utf8_strlen (self->prefix, -1) + g_utf8_strlen (self->suffix, -1);
  lay_out (&search, 0, rap_text_get_utf8 (text));
  best = search.ranges;
  /* What was not tried may be as good. */
  *n_best = search.n_best + (search.n_steps >= MAX_STEPS ? 1 : 0);

  if (best == NULL)
    return NULL;

  if (score != NULL)
    *score = judge (&search);
  return rap_anchor_cut (text, (const RapRange *) (gpointer) best->data, best->len);
}

static gboolean
has_empty_passage (char **passages)
{
  for (guint i = 0; passages[i] != NULL; i++)
    {
      if (*passages[i] == '\0')
        return TRUE;
    }

  return FALSE;
}

RapAnchor *
rap_anchor_locate (const RapAnchor *self,
                   const RapText   *text,
                   double          *score,
                   guint           *n_best)
{
  char *whole[] = { self->exact, NULL };
  g_auto (GStrv) passages = NULL;
  RapAnchor *found;

  *n_best = 0;
  if (*self->exact == '\0')
    return NULL;

  /* The joining ellipsis may also stand in the text itself. */
  if (self->n_ranges < 2)
    {
      found = locate_passages (self, text, whole, score, n_best);
      if (found != NULL)
        return found;
    }

  passages = g_strsplit (self->exact, RAP_ANCHOR_JOIN, -1);
  if (passages[1] == NULL || has_empty_passage (passages))
    return NULL;

  return locate_passages (self, text, passages, score, n_best);
}
