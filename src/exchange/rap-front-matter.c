/* rap-front-matter.c
 *
 * Members as the tools that clip pages to Markdown write them, and static site
 * generators read them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-front-matter-private.h"

#include <string.h>

#include "rap-part-values-private.h"

/* A head has not more lines. */
#define MAX_LINES 200

typedef enum
{
  MEMBER_TITLE,
  MEMBER_PUBLISHED,
  MEMBER_OUTLET,
  MEMBER_BYLINE,
  MEMBER_URL,
  MEMBER_LANGUAGE,
  MEMBER_SOURCE, /* an address or a name */
  N_MEMBERS,
} Member;

static const struct
{
  const char *name;
  Member member;
} names[] = {
  { "title", MEMBER_TITLE },         { "headline", MEMBER_TITLE },
  { "date", MEMBER_PUBLISHED },      { "published", MEMBER_PUBLISHED }, { "publishdate", MEMBER_PUBLISHED },
  { "pubdate", MEMBER_PUBLISHED },   { "datepublished", MEMBER_PUBLISHED },
  { "outlet", MEMBER_OUTLET },       { "publisher", MEMBER_OUTLET },    { "publication", MEMBER_OUTLET },
  { "site", MEMBER_OUTLET },         { "sitename", MEMBER_OUTLET },
  { "author", MEMBER_BYLINE },       { "authors", MEMBER_BYLINE },      { "byline", MEMBER_BYLINE },
  { "url", MEMBER_URL },             { "link", MEMBER_URL },            { "canonical", MEMBER_URL },
  { "canonicalurl", MEMBER_URL },    { "originalurl", MEMBER_URL },
  { "language", MEMBER_LANGUAGE },   { "lang", MEMBER_LANGUAGE },
  { "source", MEMBER_SOURCE },
};

static gsize
line_length (const char *p,
             const char *end)
{
  const char *newline = memchr (p, '\n', end - p);

  return newline != NULL ? (gsize) (newline - p) + 1 : (gsize) (end - p);
}

static gboolean
is_fence (const char *line,
          gsize       length,
          const char *fence)
{
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  return length == 3 && memcmp (line, fence, 3) == 0;
}

/* "Name : " at the beginning of the line; *@value is behind it. */
static gboolean
take_name (const char  *line,
           gsize        length,
           Member      *member,
           const char **value)
{
  char name[32] = "";
  gsize n = 0, i;

  for (i = 0; i < length && n + 1 < sizeof name && (g_ascii_isalpha (line[i]) || line[i] == '_' || line[i] == '-'); i++)
    if (g_ascii_isalpha (line[i]))
      name[n++] = g_ascii_tolower (line[i]);
  while (i < length && line[i] == ' ')
    i++;
  if (i == length || (line[i] != ':' && line[i] != '='))
    return FALSE;
  *value = line + i + 1;
  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    if (g_str_equal (names[k].name, name))
      {
        *member = names[k].member;
        return TRUE;
      }
  return FALSE;
}

gsize
rap_front_matter_measure (const char *text,
                          gsize       length)
{
  const char *end = length > 0 ? text + length : text;
  const char *p = text;
  const char *fence = length > 3 && *text == '+' ? "+++" : "---";
  gboolean known = FALSE;
  guint n = 0;

  for (; p < end && n < MAX_LINES; n++)
    {
      gsize here = line_length (p, end);
      Member member;
      const char *value;

      if (n == 0 && !is_fence (p, here, fence))
        return 0;
      if (n > 0 && (is_fence (p, here, fence) || is_fence (p, here, "...")))
        return known ? (gsize) (p + here - text) : 0;
      known = known || take_name (p, here, &member, &value);
      p += here;
    }
  return 0;
}

/* Quotes, brackets of a list and the "- " of its lines undone. */
static char *
clean_value (const char *value)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) items = NULL;
  g_autofree char *copy = g_strstrip (g_strdup (value));
  gsize length = strlen (copy);
  gboolean list = length > 1 && *copy == '[' && copy[length - 1] == ']';

  if (list)
    copy[length - 1] = '\0';
  items = g_strsplit (list ? copy + 1 : copy, list ? "," : "\n", 100);
  for (guint i = 0; items[i] != NULL; i++)
    {
      char *item = g_strstrip (items[i]);
      gsize n;

      if (g_str_has_prefix (item, "- "))
        item = g_strstrip (item + 2);
      n = strlen (item);
      if (n > 1 && (*item == '"' || *item == '\'') && item[n - 1] == *item)
        {
          item[n - 1] = '\0';
          item++;
        }
      if (*item != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", item);
    }
  return rap_part_value_line (out->str);
}

static void
set_once (char **member,
          char  *value)
{
  if (*member == NULL)
    *member = value;
  else
    g_free (value);
}

static void
take_value (RapPart    *part,
            Member      member,
            const char *raw)
{
  g_autofree char *value = clean_value (raw);

  if (value == NULL)
    return;
  if (member == MEMBER_SOURCE)
    member = strstr (value, "://") != NULL ? MEMBER_URL : MEMBER_OUTLET;
  if (member == MEMBER_TITLE)
    set_once (&part->title, g_strdup (value));
  else if (member == MEMBER_PUBLISHED)
    set_once (&part->published, rap_part_value_day (value));
  else if (member == MEMBER_OUTLET)
    set_once (&part->outlet, g_strdup (value));
  else if (member == MEMBER_BYLINE)
    set_once (&part->byline, g_strdup (value));
  else if (member == MEMBER_URL)
    set_once (&part->url, rap_part_value_url (value));
  else
    set_once (&part->language, rap_part_value_language (value));
}

void
rap_front_matter_read (const char *text,
                       gsize       length,
                       RapPart    *part)
{
  const char *end = text + length;

  for (const char *p = text + line_length (text, end); p < end;)
    {
      const char *line = p;
      const char *value;
      Member member;
      gboolean known = take_name (line, line_length (line, end), &member, &value);
      g_autofree char *raw = NULL;

      /* the lines of a list belong to it */
      p += line_length (p, end);
      while (p < end && (*p == ' ' || *p == '\t' || g_str_has_prefix (p, "- ")))
        p += line_length (p, end);
      if (!known)
        continue;
      raw = g_strndup (value, p - value);
      take_value (part, member, raw);
    }
}
