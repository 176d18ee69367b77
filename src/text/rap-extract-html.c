/* rap-extract-html.c
 *
 * A web page, from markup to result: text and blocks (rap-page.c), what the
 * page declares (rap-page-meta.c), the body (rap-page-body.c), what the head
 * of the report shows (rap-page-head.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-extract.h"

#include "rap-extract-private.h"
#include "rap-page-private.h"

#define SHORTEST_BODY 200

static guint
count_body (const RapPage  *page,
            const gboolean *body)
{
  guint n = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    n += body[i] ? rap_page_get_block (page, i)->prose.chars : 0;
  return n;
}

/* Neighbouring blocks of the body become one range, white space between them included. */
static void
add_body (const RapPage  *page,
          const gboolean *body,
          RapExtract     *into)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      RapRange range = rap_page_get_block (page, i)->range;

      if (!body[i])
        continue;
      while (i + 1 < page->blocks->len && body[i + 1])
        range.end = rap_page_get_block (page, ++i)->range.end;
      rap_extract_add_range (into, range);
    }
}

static RapExtract *
extract_page (const RapPage *page,
              guint         *n_body)
{
  RapExtract *self = rap_extract_new (g_strdup (page->text->str));
  RapPageHints hints = { 0 };
  g_autofree gboolean *body = NULL;

  rap_page_read_meta (page, self, &hints);
  body = rap_page_find_body (page, self->title, hints.body_text);
  rap_page_read_head (page, body, &hints, self);
  add_body (page, body, self);
  *n_body = count_body (page, body);
  if (self->ranges->len > 0)
    rap_extract_note (self, "body", "%s", hints.body_text ? "the part of the page with most prose, compared with JSON-LD articleBody"
                                                         : "the part of the page with most prose");
  rap_extract_check_language (self);
  rap_extract_set_direction (self, hints.direction);
  rap_extract_finish (self);
  g_free (hints.body_text);
  g_free (hints.published);
  return self;
}

/* Some pages hide the report until a script runs: if there is no report, look at what is hidden too. */
RapExtract *
rap_extract_html (const char *utf8)
{
  g_autoptr (RapPage) page = NULL;
  g_autoptr (RapExtract) self = NULL;
  guint n = 0, n_hidden = 0;

  g_return_val_if_fail (utf8 != NULL, NULL);

  page = rap_page_new (utf8, FALSE);
  self = extract_page (page, &n);
  if (n < SHORTEST_BODY && page->n_hidden > 0)
    {
      g_autoptr (RapPage) whole = rap_page_new (utf8, TRUE);
      g_autoptr (RapExtract) other = extract_page (whole, &n_hidden);

      if (n_hidden > 2 * n)
        return g_steal_pointer (&other);
    }
  return g_steal_pointer (&self);
}
