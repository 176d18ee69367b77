/* rap-json-ld.c
 *
 * Finds the object of an article type in a JSON-LD document, alone, in a list
 * or in @graph, and reads the few members we use. Documents nested deeper than
 * any real one are refused before the parser, which recurses, sees them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-json-ld-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DEPTH 64

static gboolean
is_too_deep (const char *json)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (; *json != '\0'; json++)
    {
      if (quoted && *json == '\\' && json[1] != '\0')
        json++;
      else if (*json == '"')
        quoted = !quoted;
      else if (!quoted && (*json == '{' || *json == '['))
        {
          if (++depth > MAX_DEPTH)
            return TRUE;
        }
      else if (!quoted && (*json == '}' || *json == ']') && depth > 0)
        depth--;
    }
  return FALSE;
}

static const char *
string_of (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static const char *
member_string (JsonObject *object,
               const char *name)
{
  return string_of (json_object_get_member (object, name));
}

/* The text of "X", {"name": "X"}, {"@id": "X"} or the names in a list of them. (transfer full) */
static char *
name_of (JsonNode   *node,
         const char *key)
{
  g_autoptr (GString) names = NULL;
  JsonArray *array;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node), key);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (string_of (node));
  names = g_string_new (NULL);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *name = JSON_NODE_HOLDS_ARRAY (element) ? NULL : name_of (element, key);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len ? ", " : "", name);
    }
  return names->len ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static gboolean
is_article_type (const char *type)
{
  static const char *const types[] = { "BlogPosting", "SocialMediaPosting", "Report", "LiveBlogPosting", "ReportageNewsArticle", NULL };

  return type != NULL && (g_str_has_suffix (type, "Article") || g_strv_contains (types, type));
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  gboolean found = FALSE;

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
      found = found || is_article_type (string_of (json_array_get_element (json_node_get_array (type), i)));
  return found || is_article_type (string_of (type));
}

static void
take (char **member,
      char  *value)
{
  if (*member == NULL && value != NULL && *value != '\0')
    *member = value;
  else
    g_free (value);
}

static void
read_article (JsonObject *object,
              RapJsonLd  *into)
{
  const char *headline = member_string (object, "headline");

  take (&into->headline, g_strdup (headline ? headline : member_string (object, "name")));
  take (&into->published, g_strdup (member_string (object, "datePublished")));
  take (&into->author, name_of (json_object_get_member (object, "author"), "name"));
  take (&into->publisher, name_of (json_object_get_member (object, "publisher"), "name"));
  take (&into->language, name_of (json_object_get_member (object, "inLanguage"), "alternateName"));
  take (&into->url, g_strdup (member_string (object, "url")));
  take (&into->url, name_of (json_object_get_member (object, "mainEntityOfPage"), "@id"));
  take (&into->body, g_strdup (member_string (object, "articleBody")));
}

static gboolean
read_node (JsonNode  *node,
           RapJsonLd *into)
{
  JsonArray *array = NULL;
  JsonObject *object;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *graph;

      object = json_node_get_object (node);
      if (is_article (object))
        {
          read_article (object, into);
          return TRUE;
        }
      graph = json_object_get_member (object, "@graph");
      if (graph == NULL)
        graph = json_object_get_member (object, "mainEntity");
      if (graph != NULL && JSON_NODE_HOLDS_OBJECT (graph))
        return read_node (graph, into);
      if (graph != NULL && JSON_NODE_HOLDS_ARRAY (graph))
        array = json_node_get_array (graph);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    array = json_node_get_array (node);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (read_node (json_array_get_element (array, i), into))
      return TRUE;
  return FALSE;
}

gboolean
rap_json_ld_read (const char *json,
                  RapJsonLd  *into)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;

  if (is_too_deep (json))
    return FALSE;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, strlen (json), NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  return root != NULL && read_node (root, into);
}

void
rap_json_ld_clear (RapJsonLd *self)
{
  g_free (self->headline);
  g_free (self->published);
  g_free (self->author);
  g_free (self->publisher);
  g_free (self->language);
  g_free (self->url);
  g_free (self->body);
  memset (self, 0, sizeof *self);
}
