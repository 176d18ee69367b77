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

      if (i == zone.title || block->n_bytes > 300 ||
          !rap_header_date_find (page->text->str + block->byte, block->n_bytes, &date) ||
          date.ambiguous || date.other_words > MAX_OTHER_WORDS + (i > zone.title ? 3 : 0))
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

void
rap_page_read_head (const RapPage  *page,
                    const gboolean *body,
                    RapExtract     *into)
{
  Zone zone = find_zone (page, body, into->title);

  if (into->published == NULL)
    read_times (page, zone, into);
  if (into->published == NULL)
    read_dates (page, zone, into);
  if (into->byline == NULL)
    read_byline (page, zone, into);
}
