/* rap-articles-entry.c
 *
 * From one JSON object to a part. The names of members are those of schema.org,
 * JSON Feed 1.1, WordPress, news-please, newspaper4k, trafilatura and of the
 * interfaces of news archives, as their documentation gives them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-articles-private.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "rap-json-scan.h"
#include "rap-part-page-private.h"
#include "rap-part-values-private.h"

/* Longer names are not looked up. */
#define MAX_NAME 32

/* In the order of preference; lower case, without "_" and "-". Those behind the bar may be about something else. */
static const char * const names[RAP_ARTICLES_N_MEMBERS][24] = {
  [RAP_ARTICLES_TITLE] = { "title", "headline", "articletitle", "heading", "webtitle" },
  [RAP_ARTICLES_TEXT] = { "articlebody", "fulltext", "maintext", "articletext", "bodytext", "cleantext", "text", "body",
                          "contenttext", "content", "contenthtml", "rawtext", "|", "html", "description", "summary",
                          "abstract", "excerpt" },
  [RAP_ARTICLES_PUBLISHED] = { "datepublished", "published", "publisheddate", "publishedat", "publishedon", "publishdate",
                               "datepublish", "pubdate", "publicationdate", "webpublicationdate", "date", "datetime",
                               "timestamp" },
  [RAP_ARTICLES_URL] = { "canonicalurl", "url", "link", "permalink", "weburl", "articleurl", "sourceurl", "|", "id" },
  [RAP_ARTICLES_OUTLET] = { "outlet", "publisher", "newspaper", "sitename", "publication", "source", "sourcename", "site" },
  [RAP_ARTICLES_BYLINE] = { "byline", "author", "authors", "creator", "writer" },
  [RAP_ARTICLES_LANGUAGE] = { "language", "lang", "inlanguage", "locale" },
};

/* Objects that hold the article where the entry is only its envelope. */
static const char * const envelopes[] = { "_source", "article", "fields", "attributes", "document" };

static void
simplify (const char *name,
          gsize       length,
          char        out[MAX_NAME + 1])
{
  gsize n = 0;

  for (gsize i = 0; i < length && n < MAX_NAME; i++)
    if (name[i] != '_' && name[i] != '-' && name[i] != '@')
      out[n++] = g_ascii_tolower (name[i]);
  out[n] = '\0';
}

gboolean
rap_articles_know_member (const char        *name,
                          gsize              length,
                          RapArticlesMember *member,
                          guint             *rank,
                          gboolean          *certain)
{
  char simple[MAX_NAME + 1];

  if (length == 0 || length > MAX_NAME || *name == '_')
    return FALSE;
  simplify (name, length, simple);
  for (guint i = 0; i < RAP_ARTICLES_N_MEMBERS; i++)
    {
      *certain = TRUE;
      for (guint j = 0; names[i][j] != NULL; j++)
        {
          gboolean bar = g_str_equal (names[i][j], "|");

          *certain = *certain && !bar;
          if (bar || !g_str_equal (names[i][j], simple))
            continue;
          *member = i;
          *rank = j;
          return TRUE;
        }
    }
  return FALSE;
}

static char *node_to_string (JsonNode   *node,
                             const char *separator);

/* {"name": …}, {"rendered": …} of WordPress, {"title": …}, {"@value": …}. */
static char *
object_to_string (JsonObject *object,
                  const char *separator)
{
  static const char * const members[] = { "name", "rendered", "title", "@value", "value", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (object, members[i])
        && JSON_NODE_HOLDS_VALUE (json_object_get_member (object, members[i])))
      return node_to_string (json_object_get_member (object, members[i]), separator);
  return NULL;
}

static char *
array_to_string (JsonArray  *array,
                 const char *separator)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *one = JSON_NODE_HOLDS_ARRAY (node) ? NULL : node_to_string (node, separator);

      if (one == NULL || *one == '\0')
        continue;
      if (all->len > 0)
        g_string_append (all, separator);
      g_string_append (all, one);
    }
  return g_string_free (all, all->len == 0);
}

/* NULL for null, true and false. */
static char *
node_to_string (JsonNode   *node,
                const char *separator)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return object_to_string (json_node_get_object (node), separator);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return array_to_string (json_node_get_array (node), separator);
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

/* Seconds or milliseconds since 1970 are what whole numbers of that size are. */
static char *
read_day (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (text[digits] == '\0' && (digits == 9 || digits == 10))
    return rap_part_value_day_unix (g_ascii_strtoll (text, NULL, 10));
  if (text[digits] == '\0' && (digits == 12 || digits == 13))
    return rap_part_value_day_unix (g_ascii_strtoll (text, NULL, 10) / 1000);
  return rap_part_value_day (text);
}

static gboolean
is_markup (const char *text)
{
  static const char * const tags[] = { "</p>", "<p>", "<br", "</div>", "</a>", "</li>", "</h2>", "<html", "<body" };

  for (guint i = 0; strchr (text, '<') != NULL && i < G_N_ELEMENTS (tags); i++)
    if (strstr (text, tags[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether lines end like sentences and are not merely broken: then each is a paragraph. */
static gboolean
lines_are_paragraphs (const char *text)
{
  guint n_lines = 0, n_ended = 0;

  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    {
      const char *last = g_utf8_find_prev_char (text, p);
      gunichar character = last != NULL ? g_utf8_get_char (last) : 0;

      n_lines++;
      n_ended += character != 0 && !g_unichar_isalnum (character) && character != ',' && character != ';' && character != '-';
    }
  return n_lines > 0 && 2 * n_ended > n_lines;
}

/* Line ends as LF, paragraphs divided by an empty line. */
static GBytes *
dup_body (const char *text)
{
  GString *body = g_string_new (NULL);
  gboolean divide = strstr (text, "\n\n") == NULL && strstr (text, "\n\r\n") == NULL && lines_are_paragraphs (text);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\r' && p[1] == '\n')
        continue;
      if (*p == '\n' && divide)
        g_string_append_c (body, '\n');
      g_string_append_c (body, *p == '\r' ? '\n' : *p);
    }
  return g_string_free_to_bytes (body);
}

static void
fill_text (RapPart    *part,
           const char *text)
{
  if (text == NULL || rap_part_value_is_blank (text, strlen (text)))
    {
      g_set_error_literal (&part->error, RAP_ERROR, RAP_ERROR_EMPTY,
                           "there is no text: none of the members text, body, content, articleBody … says anything");
      return;
    }
  if (is_markup (text))
    {
      part->kind = RAP_PART_HTML;
      part->bytes = rap_part_page_new (part->title, part->language, text);
    }
  else
    {
      part->kind = RAP_PART_BODY;
      part->bytes = dup_body (text);
    }
  part->charset = g_strdup ("UTF-8");
}

static void
fill_members (RapPart *part,
              char   **values)
{
  const char *outlet = values[RAP_ARTICLES_OUTLET];

  part->title = rap_part_value_markup (values[RAP_ARTICLES_TITLE]);
  if (values[RAP_ARTICLES_PUBLISHED] != NULL)
    part->published = read_day (values[RAP_ARTICLES_PUBLISHED]);
  part->url = rap_part_value_url (values[RAP_ARTICLES_URL]);
  if (outlet != NULL && strstr (outlet, "://") == NULL)
    part->outlet = rap_part_value_line (outlet);
  part->byline = rap_part_value_line (values[RAP_ARTICLES_BYLINE]);
  part->language = rap_part_value_language (values[RAP_ARTICLES_LANGUAGE]);
}

/* The value of every member that is known, of the best name that has one. */
static void
collect (JsonObject *object,
         char      **values)
{
  guint ranks[RAP_ARTICLES_N_MEMBERS];
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  for (guint i = 0; i < RAP_ARTICLES_N_MEMBERS; i++)
    ranks[i] = G_MAXUINT;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      RapArticlesMember member;
      guint rank;
      gboolean certain;
      g_autofree char *value = NULL;

      if (!rap_articles_know_member (name, strlen (name), &member, &rank, &certain) || rank >= ranks[member])
        continue;
      value = node_to_string (node, member == RAP_ARTICLES_TEXT ? "\n\n" : ", ");
      if (value == NULL || rap_part_value_is_blank (value, strlen (value))
          || (member == RAP_ARTICLES_URL && strstr (value, "://") == NULL))
        continue;
      g_free (values[member]);
      values[member] = g_steal_pointer (&value);
      ranks[member] = rank;
    }
}

static void
read_object (JsonObject             *object,
             const RapArticlesEntry *entry,
             RapPart                *part)
{
  char *values[RAP_ARTICLES_N_MEMBERS] = { NULL };

  collect (object, values);
  for (guint i = 0; values[RAP_ARTICLES_TEXT] == NULL && i < G_N_ELEMENTS (envelopes); i++)
    if (json_object_has_member (object, envelopes[i])
        && JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, envelopes[i])))
      collect (json_object_get_object_member (object, envelopes[i]), values);
  fill_members (part, values);
  if (part->outlet == NULL && entry->outlet != NULL)
    {
      g_autoptr (JsonNode) outlet = json_from_string (entry->outlet, NULL);

      part->outlet = outlet != NULL ? rap_part_value_line (json_node_get_string (outlet)) : NULL;
    }
  fill_text (part, values[RAP_ARTICLES_TEXT]);
  for (guint i = 0; i < RAP_ARTICLES_N_MEMBERS; i++)
    g_free (values[i]);
}

/* "line 1, column 5: …" counted from the entry, as counted from the beginning of the file. */
static void
shift_line (GError *error,
            guint   first)
{
  char *rest = NULL;
  char *message;
  guint64 line;

  if (first <= 1 || !g_str_has_prefix (error->message, "line "))
    return;
  line = g_ascii_strtoull (error->message + 5, &rest, 10);
  if (!g_str_has_prefix (rest, ", column "))
    return;
  message = g_strdup_printf ("line %" G_GUINT64_FORMAT "%s", line + first - 1, rest);
  g_free (error->message);
  error->message = message;
}

void
rap_articles_fill_part (const RapArticlesEntry *entry,
                        RapPart                *part)
{
  g_autoptr (RapJsonScan) scan = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) failure = NULL;

  if (*entry->data != '{')
    {
      g_set_error_literal (&part->error, RAP_ERROR, RAP_ERROR_FORMAT, "an article is a JSON object, beginning with “{”");
      return;
    }
  scan = rap_json_scan (entry->data, entry->length, &part->error);
  if (scan == NULL)
    {
      shift_line (part->error, entry->line);
      return;
    }
  parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, entry->data, entry->length, &failure))
    read_object (json_node_get_object (json_parser_get_root (parser)), entry, part);
  else
    g_set_error_literal (&part->error, RAP_ERROR, RAP_ERROR_FORMAT, failure->message);
}
