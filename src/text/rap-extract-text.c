/* rap-extract-text.c
 *
 * A page saved or pasted as plain text, from lines to result: units
 * (rap-plain.c), headline (rap-plain-head.c), body (rap-plain-body.c), date,
 * byline and outlet (rap-plain-head.c again). The text is kept as it is but for
 * exotic line ends, which become LF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-extract.h"

#include <string.h>

#include "rap-extract-private.h"
#include "rap-plain-private.h"

/* CR, CR LF, NEL, LINE and PARAGRAPH SEPARATOR, FF and VT. (transfer full) */
static char *
with_plain_line_ends (const char *utf8)
{
  GString *out = g_string_sized_new (strlen (utf8) + 1);
  const char *start = utf8;
  const char *p = utf8;

  while ((p = strpbrk (p, "\r\f\v\xc2\xe2")) != NULL)
    {
      gsize n = 0;

      if (*p == '\r' || *p == '\f' || *p == '\v')
        n = *p == '\r' && p[1] == '\n' ? 2 : 1;
      else if (g_str_has_prefix (p, "\xc2\x85"))
        n = 2;
      else if (g_str_has_prefix (p, "\xe2\x80\xa8") || g_str_has_prefix (p, "\xe2\x80\xa9"))
        n = 3;
      if (n > 0)
        {
          g_string_append_len (out, start, p - start);
          g_string_append_c (out, '\n');
          start = p + n;
        }
      p += n ? n : 1;
    }
  g_string_append (out, start);
  return g_string_free (out, FALSE);
}

/* Units of the body next to each other become one range, the empty lines between them included. */
static void
add_body (GArray         *units,
          const gboolean *body,
          RapExtract     *into)
{
  for (guint i = 0; i < units->len; i++)
    {
      RapRange range = rap_plain_get (units, i)->range;

      if (!body[i])
        continue;
      while (i + 1 < units->len && body[i + 1])
        range.end = rap_plain_get (units, ++i)->range.end;
      rap_extract_add_range (into, range);
    }
}

/* The page's own title, its first line, goes on with the name of the site; a headline further down does not. */
static void
offer_title (RapExtract *self,
             GArray     *units,
             guint       i)
{
  const RapUnit *unit = rap_plain_get (units, i);
  g_autofree char *line = g_strndup (unit->text, unit->n_bytes);
  g_autofree char *title = i == 0 ? rap_title_split (line, NULL) : g_strdup (line);
  g_autofree char *where = g_strdup_printf ("line %u", unit->line);

  rap_extract_offer (self, "title", title, where);
}

RapExtract *
rap_extract_text (const char *utf8)
{
  RapExtract *self;
  g_autoptr (GArray) units = NULL;
  g_autofree gboolean *body = NULL;
  guint title;

  g_return_val_if_fail (utf8 != NULL, NULL);

  self = rap_extract_new (with_plain_line_ends (utf8));
  units = rap_plain_cut (self->text);
  title = rap_plain_find_title (units, rap_plain_find_bulk (units));
  if (title != G_MAXUINT)
    offer_title (self, units, title);
  body = rap_plain_find_body (units, self->title, title);
  rap_plain_read_head (units, body, title, self);
  add_body (units, body, self);
  if (self->ranges->len > 0)
    rap_extract_note (self, "body", "%s", self->title ? "the longest stretch of prose after the headline"
                                                      : "the longest stretch of prose");
  rap_extract_check_language (self);
  rap_extract_set_direction (self, NULL);
  rap_extract_finish (self);
  return self;
}
