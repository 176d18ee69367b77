/* rap-page-head.c
 *
 * The head of a report as the reader sees it: the lines between the headline
 * and the first sentence, where date and byline stand, and <time> elements
 * there. Asked only for what the page does not declare.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-page-private.h"

#include <string.h>

#include "rap-extract-private.h"
#include "rap-header-date-private.h"

#define MAX_LINES_BEFORE_TITLE 3
#define MAX_OTHER_WORDS 5
#define MAX_WORDS 24     /* of a line that may have the day of publication in it */
#define LINES_AFTER 6    /* of the report that a date may stand among */
#define LONGEST_LINE 300 /* bytes */

typedef struct
{
  guint start;
  guint end;    /* the first block of the body */
  guint title;  /* the headline, or end when there is none */
} Zone;

static char *
dup_block (const RapPage *page,
           guint          i)
{
  const RapBlock *block = rap_page_get_block (page, i);

  return g_strndup (page->text->str + block->byte, block->n_bytes);
}

static gboolean
is_title (const RapPage *page,
          guint          i,
          const char    *title)
{
  g_autofree char *text = dup_block (page, i);

  return rap_page_get_block (page, i)->level == 1 || (title != NULL && strstr (text, title) != NULL && strlen (text) < 2 * strlen (title));
}

static Zone
find_zone (const RapPage  *page,
           const gboolean *body,
           const char     *title)
{
  Zone zone = { 0, 0, 0 };

  while (zone.end < page->blocks->len && !body[zone.end])
    zone.end++;
  zone.title = zone.end;
  for (guint i = 0; i < zone.end; i++)
    if (is_title (page, i, title))
      zone.title = i;
  zone.start = MIN (zone.title, zone.end);
  for (guint n = 0; n < MAX_LINES_BEFORE_TITLE && zone.start > 0; n++)
    zone.start--;
  return zone;
}

static void
read_dates (const RapPage *page,
            Zone           zone,
            RapExtract    *into)
{
  RapHeaderDate best = { 0 };
  g_autofree char *line = NULL;

  for (guint i = zone.start; i < zone.end; i++)
    {
      const RapBlock *block = rap_page_get_block (page, i);
      RapHeaderDate date;

      if (i == zone.title || block->n_bytes > LONGEST_LINE ||
          !rap_header_date_find (page->text->str + block->byte, block->n_bytes, &date) ||
          date.ambiguous || date.updated || date.other_words > MAX_OTHER_WORDS + (i > zone.title ? 6 : 0))
        continue;
      if (best.year == 0 || (i > zone.title && line == NULL))
        best = date;
      if (i > zone.title && line == NULL)
        line = dup_block (page, i);
    }
  if (best.year != 0)
    {
      g_autofree char *published = rap_header_date_format (&best);
      g_autofree char *where = g_strdup_printf ("the head of the report: “%s”", line ? line : published);

      rap_extract_offer (into, "published", published, where);
    }
}

/* The first <time datetime> of the page whose element is not of another story: one in the zone's boxes. */
static void
read_times (const RapPage *page,
            Zone           zone,
            RapExtract    *into)
{
  for (guint i = zone.start; i < zone.end; i++)
    {
      const GumboNode *box = rap_page_get_box (page, rap_page_get_block (page, i)->box)->node;

      if (box->type != GUMBO_NODE_ELEMENT || box->v.element.tag == GUMBO_TAG_BODY || box->v.element.tag == GUMBO_TAG_HTML)
        continue;
      for (const GumboNode *node = box; node != NULL; node = rap_html_next (node, box, FALSE))
        {
          const char *value;
          g_autofree char *date = NULL;

          if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag != GUMBO_TAG_TIME)
            continue;
          value = rap_html_attribute (node, "datetime");
          date = value ? rap_header_date_normalise (value) : NULL;
          if (rap_extract_offer (into, "published", date, "time element in the head of the report"))
            return;
        }
    }
}

/* "By Name" between headline and text. */
static void
read_byline (const RapPage *page,
             Zone           zone,
             RapExtract    *into)
{
  for (guint i = zone.title + 1; i < zone.end; i++)
    {
      g_autofree char *line = dup_block (page, i);
      g_autofree char *clean = strlen (line) < 120 ? rap_byline_clean (line) : NULL;
      RapProse prose;

      if (clean == NULL || strlen (clean) == strlen (line))
        continue;
      prose = rap_prose_measure (clean, strlen (clean));
      if (prose.words <= 6 && !prose.ends_stopped)
        rap_extract_offer (into, "byline", clean, "the head of the report");
    }
}

/* Whether a line around the beginning of the report has that day. */
static gboolean
is_day_shown (const RapPage       *page,
              Zone                 zone,
              const RapHeaderDate *day)
{
  for (guint i = zone.start; i < MIN (zone.end + LINES_AFTER, page->blocks->len); i++)
    {
      const RapBlock *block = rap_page_get_block (page, i);

      if (block->n_bytes <= LONGEST_LINE && block->prose.words <= MAX_WORDS && i != zone.title &&
          rap_header_date_mentions (page->text->str + block->byte, block->n_bytes, day))
        return TRUE;
    }
  return FALSE;
}

static int
compare_days (const RapHeaderDate *a,
              const RapHeaderDate *b)
{
  return (a->year - b->year) * 400 + (a->month - b->month) * 32 + a->day - b->day;
}

/* A report is published before it is changed: of two days shown the earlier counts. */
static const char *
find_witness (const RapPage       *page,
              Zone                 zone,
              const char          *url,
              const RapHeaderDate *day,
              const RapHeaderDate *neighbour)
{
  gboolean day_shown = is_day_shown (page, zone, day);
  RapHeaderDate in_url;

  if (is_day_shown (page, zone, neighbour) && (!day_shown || compare_days (neighbour, day) < 0))
    return "the head of the report";
  if (!day_shown && url != NULL && rap_header_date_in_url (url, &in_url) && compare_days (&in_url, neighbour) == 0)
    return "the address";
  return NULL;
}

static void
settle_day (const RapPage *page,
            Zone           zone,
            const char    *value,
            RapExtract    *into)
{
  RapHeaderDate day, neighbour;
  const char *witness;
  const char *known = rap_extract_get_where (into, "published");
  g_autofree char *where = NULL;
  g_autofree char *published = NULL;

  if (value == NULL || into->published == NULL || !rap_header_date_neighbour (value, &day, &neighbour))
    return;
  witness = find_witness (page, zone, into->url, &day, &neighbour);
  if (witness == NULL)
    return;
  where = g_strdup_printf ("%s, the day as in %s", known, witness);
  published = rap_header_date_format (&neighbour);
  rap_extract_withdraw (into, "published");
  rap_extract_offer (into, "published", published, where);
}

static void
read_url_date (RapExtract *into)
{
  RapHeaderDate date;
  g_autofree char *published = NULL;

  if (into->url == NULL || !rap_header_date_in_url (into->url, &date))
    return;
  published = rap_header_date_format (&date);
  rap_extract_offer (into, "published", published, "the address");
}

void
rap_page_read_head (const RapPage      *page,
                    const gboolean     *body,
                    const RapPageHints *hints,
                    RapExtract         *into)
{
  Zone zone = find_zone (page, body, into->title);

  settle_day (page, zone, hints->published, into);
  if (into->published == NULL)
    read_times (page, zone, into);
  if (into->published == NULL)
    read_dates (page, zone, into);
  if (into->published == NULL)
    read_url_date (into);
  if (into->byline == NULL)
    read_byline (page, zone, into);
}
