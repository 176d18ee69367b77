/* rap-articles-cut.c
 *
 * Where the objects are is found by brackets and strings alone, without
 * recursion, so that a file of many articles is cut as fast as it is read, and
 * a broken entry hurts no other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-articles-private.h"

#include <string.h>

#include "rap-json-scan.h"

/* The sniffing looks no further. */
#define SNIFF_BYTES (1024 * 1024)
/* Objects around the array of articles: {"response": {"docs": […]}}. */
#define MAX_WRAPPERS 3

/* Names of the array that holds the articles, or of the object around it. */
static const char * const containers[] = {
  "articles", "items", "entries", "results", "documents", "docs", "posts", "news", "records", "stories", "data", "hits",
  "response", "feed", "value", "@graph", NULL
};

/* Lives on the stack of rap_articles_cut(). */
typedef struct
{
  const char      *start;     /* of the file */
  const char      *counted;   /* up to where lines were counted */
  guint            line;      /* of counted */
  guint            number;
  const char      *outlet;
  RapArticlesFunc  func;
  gpointer         user_data;
} Cutter;

static const char *
skip_space (const char *p,
            const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
    p++;
  return p;
}

/* @p is a quote; behind the closing one, or @end. */
static const char *
skip_string (const char *p,
             const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\' && p + 1 < end)
      p++;
  return p < end ? p + 1 : end;
}

/* Behind the value at @p; @end when it is cut off. */
static const char *
skip_value (const char *p,
            const char *end)
{
  gsize depth = 0;

  while (p < end)
    {
      if (*p == '"')
        {
          p = skip_string (p, end);
        }
      else
        {
          if (*p == '{' || *p == '[')
            depth++;
          else if ((*p == '}' || *p == ']') && depth > 0)
            depth--;
          else if (depth == 0 && strchr (",]} \t\r\n", *p) != NULL)
            return p;
          p++;
          if (depth > 0 || (p[-1] != '}' && p[-1] != ']'))
            continue;
        }
      if (depth == 0)
        return p;
    }
  return end;
}

static guint
count_line (Cutter     *self,
            const char *at)
{
  for (; self->counted < at; self->counted++)
    self->line += *self->counted == '\n';
  return self->line;
}

static gboolean
hand_out (Cutter     *self,
          const char *start,
          const char *end,
          gboolean    by_line)
{
  RapArticlesEntry entry = { start, end - start, count_line (self, start), ++self->number, by_line,
                             end - self->start, self->outlet };

  return self->func (&entry, self->user_data);
}

/* The elements of an array from behind its bracket, or objects that follow each other. */
static void
cut_elements (Cutter     *self,
              const char *p,
              const char *end)
{
  while ((p = skip_space (p, end)) < end && *p != ']')
    {
      const char *start = p;

      p = skip_value (p, end);
      if (p == start)
        p++;
      if (*start != ',' && !hand_out (self, start, p, FALSE))
        return;
    }
}

static void
cut_lines (Cutter     *self,
           const char *p,
           const char *end)
{
  while ((p = skip_space (p, end)) < end)
    {
      const char *newline = memchr (p, '\n', end - p);
      const char *stop = newline != NULL ? newline : end;

      if (!hand_out (self, p, stop, TRUE))
        return;
      p = stop;
    }
}

/* The first line is an object as a whole, and the next begins another. */
static gboolean
is_lines (const char *p,
          const char *end)
{
  const char *newline = memchr (p, '\n', end - p);
  const char *last, *next;

  if (newline == NULL)
    return FALSE;
  for (last = newline; last > p && g_ascii_isspace (last[-1]);)
    last--;
  next = skip_space (newline, end);
  return last > p && last[-1] == '}' && next < end && *next == '{';
}

/* Whether the object at @data has a text, as far as names tell. */
static gboolean
is_article (const RapJsonScan *scan)
{
  for (guint i = 0; i < scan->parts->len; i++)
    {
      const RapJsonPart *part = &g_array_index (scan->parts, RapJsonPart, i);
      RapArticlesMember member;
      guint rank;
      gboolean certain;

      if (!part->element && rap_articles_know_member (part->member, strlen (part->member), &member, &rank, &certain)
          && member == RAP_ARTICLES_TEXT && certain)
        return TRUE;
    }
  return FALSE;
}

static const RapJsonPart *
find_member (const RapJsonScan *scan,
             const char        *name)
{
  for (guint i = 0; i < scan->parts->len; i++)
    {
      const RapJsonPart *part = &g_array_index (scan->parts, RapJsonPart, i);

      if (!part->element && g_ascii_strcasecmp (part->member, name) == 0)
        return part;
    }
  return NULL;
}

/* An array with an object in it, or an object to look into; by the names that are known, or else the first array. */
static const RapJsonPart *
find_container (const RapJsonScan *scan,
                const char        *data)
{
  for (guint i = 0; containers[i] != NULL; i++)
    {
      const RapJsonPart *part = find_member (scan, containers[i]);

      if (part != NULL && (data[part->offset] == '[' || data[part->offset] == '{'))
        return part;
    }
  for (guint i = 1; i < scan->parts->len; i++)
    {
      const RapJsonPart *part = &g_array_index (scan->parts, RapJsonPart, i);

      if (part->element && data[part->offset] == '{' && !g_array_index (scan->parts, RapJsonPart, i - 1).element)
        return part - 1;
    }
  return NULL;
}

/* A JSON feed names itself. */
static char *
find_outlet (const RapJsonScan *scan,
             const char        *data)
{
  const RapJsonPart *version = find_member (scan, "version");
  const RapJsonPart *title = find_member (scan, "title");

  if (version == NULL || title == NULL || data[title->offset] != '"'
      || g_strstr_len (data + version->offset, version->length, "jsonfeed") == NULL)
    return NULL;
  return g_strndup (data + title->offset, title->length);
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT,
                       "the JSON holds no articles: no object with a text, and no list of such objects");
  return FALSE;
}

/* One object that fills the file: an article, or what stands around the list of them. */
static gboolean
cut_object (Cutter      *self,
            const char  *data,
            gsize        length,
            guint        wrappers,
            GError     **error)
{
  g_autoptr (RapJsonScan) scan = rap_json_scan (data, length, error);
  g_autofree char *outlet = NULL;
  const RapJsonPart *container;

  if (scan == NULL)
    return FALSE;
  if (is_article (scan))
    {
      RapArticlesEntry entry = { data, length, count_line (self, data), 0, FALSE, data + length - self->start,
                                 self->outlet };

      self->func (&entry, self->user_data);
      return TRUE;
    }
  container = find_container (scan, data);
  if (container == NULL)
    return refuse (error);
  if (data[container->offset] == '{')
    return wrappers < MAX_WRAPPERS
             ? cut_object (self, data + container->offset, container->length, wrappers + 1, error)
             : refuse (error);
  outlet = find_outlet (scan, data);
  self->outlet = outlet;
  cut_elements (self, data + container->offset + 1, data + container->offset + container->length);
  return TRUE;
}

gboolean
rap_articles_cut (const char       *data,
                  gsize             length,
                  RapArticlesFunc   func,
                  gpointer          user_data,
                  GError          **error)
{
  const char *end = length > 0 ? data + length : data;
  const char *p = data;
  Cutter cutter = { data, data, 1, 0, NULL, func, user_data };
  gboolean done = TRUE;

  if (length >= 3 && memcmp (p, "\357\273\277", 3) == 0)
    p += 3;
  p = skip_space (p, end);
  if (p < end && *p == '[')
    cut_elements (&cutter, p + 1, end);
  else if (p < end && *p == '{' && is_lines (p, end))
    cut_lines (&cutter, p, end);
  else if (p < end && *p == '{' && skip_space (skip_value (p, end), end) < end)
    cut_elements (&cutter, p, end);
  else
    return cut_object (&cutter, p, end - p, 0, error);
  if (cutter.number == 0)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the list of articles is empty");
      done = FALSE;
    }
  return done;
}

/* Behind the string at @p stands its value: is this "format": "rapporteur"? */
static gboolean
is_native (const char *name,
           gsize       length,
           const char *value,
           const char *end)
{
  static const char native[] = "\"rapporteur\"";

  value = skip_space (value, end);
  return length == 6 && memcmp (name, "format", 6) == 0 && (gsize) (end - value) >= sizeof native - 1
         && memcmp (value, native, sizeof native - 1) == 0;
}

gboolean
rap_articles_sniff (const char *data,
                    gsize       length)
{
  const char *end = length > 0 ? data + MIN (length, SNIFF_BYTES) : data;
  const char *p = data;
  gboolean has_text = FALSE, has_more = FALSE;

  if (length >= 3 && memcmp (p, "\357\273\277", 3) == 0)
    p += 3;
  p = skip_space (p, end);
  if (p == end || (*p != '[' && *p != '{'))
    return FALSE;
  while (p < end && !(has_text && has_more))
    {
      const char *start = p, *colon;
      RapArticlesMember member;
      guint rank;
      gboolean certain;

      if (*p != '"')
        {
          p++;
          continue;
        }
      p = skip_string (p, end);
      colon = skip_space (p, end);
      if (colon == end || *colon != ':')
        continue;
      if (is_native (start + 1, p - start - 2, colon + 1, end))
        return FALSE;
      if (!rap_articles_know_member (start + 1, p - start - 2, &member, &rank, &certain))
        continue;
      has_text = has_text || (member == RAP_ARTICLES_TEXT && certain);
      has_more = has_more || member == RAP_ARTICLES_TITLE || member == RAP_ARTICLES_URL || member == RAP_ARTICLES_PUBLISHED;
    }
  return has_text && has_more;
}
