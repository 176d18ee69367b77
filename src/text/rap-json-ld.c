/* rap-json-ld.c
 *
 * Finds the object of an article type in a JSON-LD document, alone, in a list
 * or in @graph, and reads the few members we use. What it refers to by @id is
 * looked up in the same document; day and language of the web page itself stand
 * in where the article says nothing. Documents nested deeper than any real one
 * are refused before the parser, which recurses, sees them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-json-ld-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DEPTH 64

typedef struct
{
  RapJsonLd *into;
  GHashTable *by_id;  /* @id -> JsonObject *, borrowed */
  JsonObject *page;   /* the first WebPage, borrowed */
} Reader;

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

/* The object, or the one of the same document that it only refers to. */
static JsonObject *
resolve (Reader     *self,
         JsonObject *object,
         const char *key)
{
  const char *id = member_string (object, "@id");
  JsonObject *other = id != NULL && !json_object_has_member (object, key) ? g_hash_table_lookup (self->by_id, id) : NULL;

  return other ? other : object;
}

/* The text of "X", {"name": "X"}, {"@id": "X"} or the names in a list of them. (transfer full) */
static char *
name_of (Reader     *self,
         JsonNode   *node,
         const char *key)
{
  g_autoptr (GString) names = NULL;
  JsonArray *array;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (resolve (self, json_node_get_object (node), key), key);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (string_of (node));
  names = g_string_new (NULL);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *name = JSON_NODE_HOLDS_ARRAY (element) ? NULL : name_of (self, element, key);

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
is_page_type (const char *type)
{
  return g_strcmp0 (type, "WebPage") == 0 || g_strcmp0 (type, "ItemPage") == 0;
}

static gboolean
has_type (JsonObject *object,
          gboolean  (*is_type) (const char *type))
{
  JsonNode *type = json_object_get_member (object, "@type");
  gboolean found = FALSE;

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
      found = found || is_type (string_of (json_array_get_element (json_node_get_array (type), i)));
  return found || is_type (string_of (type));
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
read_article (Reader     *self,
              JsonObject *object)
{
  RapJsonLd *into = self->into;
  const char *headline = member_string (object, "headline");

  take (&into->headline, g_strdup (headline ? headline : member_string (object, "name")));
  take (&into->published, g_strdup (member_string (object, "datePublished")));
  take (&into->author, name_of (self, json_object_get_member (object, "author"), "name"));
  take (&into->publisher, name_of (self, json_object_get_member (object, "publisher"), "name"));
  take (&into->language, name_of (self, json_object_get_member (object, "inLanguage"), "alternateName"));
  take (&into->url, g_strdup (member_string (object, "url")));
  take (&into->url, name_of (self, json_object_get_member (object, "mainEntityOfPage"), "@id"));
  take (&into->body, g_strdup (member_string (object, "articleBody")));
}

static void
note_object (Reader     *self,
             JsonObject *object)
{
  const char *id = member_string (object, "@id");

  if (id != NULL && json_object_get_size (object) > 1 && !g_hash_table_contains (self->by_id, id))
    g_hash_table_insert (self->by_id, (gpointer) id, object);
  if (self->page == NULL && has_type (object, is_page_type))
    self->page = object;
}

/* The first article in the document, which is (transfer none); notes what else is there. */
static JsonObject *
find_article (Reader   *self,
              JsonNode *node)
{
  JsonObject *found = NULL;
  JsonArray *array = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode *inner = json_object_get_member (object, "@graph");

      note_object (self, object);
      if (has_type (object, is_article_type))
        return object;
      if (inner == NULL)
        inner = json_object_get_member (object, "mainEntity");
      return inner ? find_article (self, inner) : NULL;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    array = json_node_get_array (node);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *article = find_article (self, json_array_get_element (array, i));

      found = found ? found : article;
    }
  return found;
}

/* Without the comment or CDATA marks that old pages put around scripts. (transfer full) (nullable) */
static JsonParser *
parse (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *start = strpbrk (json, "{[");
  gsize length = start ? strlen (start) : 0;

  while (length > 0 && start[length - 1] != '}' && start[length - 1] != ']')
    length--;
  if (length == 0 || is_too_deep (json) || !json_parser_load_from_data (parser, start, (gssize) length, NULL) ||
      json_parser_get_root (parser) == NULL)
    return NULL;
  return g_steal_pointer (&parser);
}

gboolean
rap_json_ld_read (const char *json,
                  RapJsonLd  *into)
{
  g_autoptr (JsonParser) parser = parse (json);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .into = into, .by_id = by_id };
  JsonObject *article;

  if (parser == NULL)
    return FALSE;
  article = find_article (&reader, json_parser_get_root (parser));
  if (article != NULL)
    read_article (&reader, article);
  if (reader.page != NULL)
    {
      take (&into->published, g_strdup (member_string (reader.page, "datePublished")));
      take (&into->language, name_of (&reader, json_object_get_member (reader.page, "inLanguage"), "alternateName"));
    }
  return article != NULL;
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
