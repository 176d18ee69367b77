/* rap-store-json.c
 *
 * JSON of the journal, written by the model and read back by SQLite's own JSON
 * functions: json_tree() gives the values in document order, each with the
 * number of its container, and a stack of containers puts them together again
 * as the neutral tree that the model reads.
 *
 * The journal holds articles without their text: that stands under its hash
 * in a table of its own and is put back here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <string.h>

/* One row of json_tree(). */
typedef struct
{
  gint64    id;
  gint64    parent;
  char     *key;      /* of a member; NULL for the root and in arrays */
  char      type;     /* 'o'bject, 'a'rray, or 'v'alue */
  GVariant *value;    /* of a value */
} Node;

static void
clear_node (Node *node)
{
  g_free (node->key);
  g_clear_pointer (&node->value, g_variant_unref);
}

static GVariant *
read_value (RapStatement *statement,
            const char   *type)
{
  if (g_str_equal (type, "text"))
    return g_variant_new_string (rap_statement_text (statement, 4));
  if (g_str_equal (type, "integer"))
    return g_variant_new_int64 (rap_statement_int (statement, 4));
  if (g_str_equal (type, "real"))
    return g_variant_new_double (sqlite3_column_double (statement->stmt, 4));
  if (g_str_equal (type, "true") || g_str_equal (type, "false"))
    return g_variant_new_boolean (*type == 't');
  return g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, NULL);
}

static Node
read_node (RapStatement *statement)
{
  const char *type = rap_statement_text (statement, 3);
  gboolean is_member = sqlite3_column_type (statement->stmt, 2) == SQLITE_TEXT;
  Node node = {
    .id = rap_statement_int (statement, 0),
    .parent = sqlite3_column_type (statement->stmt, 1) == SQLITE_NULL ? -1 : rap_statement_int (statement, 1),
    .key = is_member ? g_strdup (rap_statement_text (statement, 2)) : NULL,
    .type = g_str_equal (type, "object") ? 'o' : g_str_equal (type, "array") ? 'a' : 'v',
  };

  if (node.type == 'v')
    node.value = g_variant_ref_sink (read_value (statement, type));
  return node;
}

/* The value that begins at node *@i; moves *@i behind it. Floating. */
static GVariant *
build (GArray *nodes,
       guint  *i)
{
  Node *node = &g_array_index (nodes, Node, *i);
  GVariantBuilder builder;

  (*i)++;
  if (node->type == 'v')
    return node->value;

  g_variant_builder_init (&builder, node->type == 'o' ? G_VARIANT_TYPE_VARDICT : G_VARIANT_TYPE ("av"));
  while (*i < nodes->len && g_array_index (nodes, Node, *i).parent == node->id)
    {
      const char *key = g_array_index (nodes, Node, *i).key;
      GVariant *value = build (nodes, i);

      if (node->type == 'o')
        g_variant_builder_add (&builder, "{sv}", key, value);
      else
        g_variant_builder_add (&builder, "v", value);
    }
  return g_variant_builder_end (&builder);
}

/* A JSON text as the neutral tree of rap-record-json.h. (transfer full) */
static GVariant *
parse_json (RapStore    *self,
            const char  *json,
            GError     **error)
{
  static const char sql[] = "SELECT id, parent, key, type, atom FROM json_tree (?1)";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (GError) failure = NULL;
  guint i = 0;

  g_array_set_clear_func (nodes, (GDestroyNotify) clear_node);
  rap_statement_bind_text (statement, json);
  while (rap_statement_next (statement, &failure))
    {
      Node node = read_node (statement);

      g_array_append_val (nodes, node);
    }
  if (failure != NULL || nodes->len == 0)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: the journal holds malformed JSON", self->path);
      return NULL;
    }
  return g_variant_ref_sink (build (nodes, &i));
}

char *
rap_store_record_to_json (const RapRecord *record)
{
  g_autoptr (RapRecord) copy = NULL;

  if (!RAP_IS_ARTICLE ((gpointer) record))
    return rap_record_to_json (record);
  copy = rap_record_copy (record);
  g_clear_pointer (&RAP_ARTICLE (copy)->text, rap_text_unref);
  return rap_record_to_json (copy);
}

/* @members with the text that belongs to their hash. */
static GVariant *
add_text (RapStore  *self,
          GVariant  *members,
          GError   **error)
{
  g_autoptr (RapText) text = NULL;
  const char *sha256 = NULL;
  GVariantDict dict;

  g_variant_lookup (members, "sha256", "&s", &sha256);
  text = rap_store_load_text (self, sha256 != NULL ? sha256 : "", error);
  if (text == NULL)
    return NULL;
  g_variant_dict_init (&dict, members);
  g_variant_dict_insert (&dict, "text", "s", rap_text_get_utf8 (text));
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

RapRecord *
rap_store_record_from_json (RapStore    *self,
                            RapKind      kind,
                            const char  *json,
                            GError     **error)
{
  g_autoptr (GVariant) members = NULL;
  g_autoptr (GVariant) whole = NULL;
  RapRecord *record;

  if (json == NULL)
    return NULL;
  members = parse_json (self, json, error);
  if (members == NULL)
    return NULL;
  if (!g_variant_is_of_type (members, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: the journal holds something that is no object", self->path);
      return NULL;
    }
  whole = kind == RAP_KIND_ARTICLE ? add_text (self, members, error) : g_variant_ref (members);
  if (whole == NULL)
    return NULL;
  record = rap_record_from_variant (kind, whole, NULL, error);
  return record != NULL ? rap_record_seal (record) : NULL;
}
