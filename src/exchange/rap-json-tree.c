/* rap-json-tree.c
 *
 * json-glib reads the value, and its nodes become variants.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-json-tree.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "rap-error.h"

/* Whole numbers beyond this are not exact in a double. */
#define MAX_EXACT 9007199254740992.0

static GVariant *convert (JsonNode *node);

static GVariant *
convert_object (JsonObject *object)
{
  GVariantBuilder builder;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    g_variant_builder_add (&builder, "{sv}", member, convert (node));
  return g_variant_builder_end (&builder);
}

static GVariant *
convert_array (JsonArray *array)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_variant_builder_add (&builder, "v", convert (json_array_get_element (array, i)));
  return g_variant_builder_end (&builder);
}

/* 1.0 and 1e2 are whole numbers, however they are written. */
static GVariant *
convert_number (double number)
{
  if (fabs (number) <= MAX_EXACT && floor (number) == number)
    return g_variant_new_int64 ((gint64) number);
  return g_variant_new_double (number);
}

static GVariant *
convert_scalar (JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_variant_new_string (json_node_get_string (node));
    case G_TYPE_BOOLEAN:
      return g_variant_new_boolean (json_node_get_boolean (node));
    case G_TYPE_INT64:
      return g_variant_new_int64 (json_node_get_int (node));
    default:
      return convert_number (json_node_get_double (node));
    }
}

static GVariant *
convert (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return convert_object (json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return convert_array (json_node_get_array (node));
    case JSON_NODE_VALUE:
      return convert_scalar (node);
    case JSON_NODE_NULL:
    default:
      return g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, NULL);
    }
}

GVariant *
rap_json_tree_parse (const char  *data,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local = NULL;

  if (!json_parser_load_from_data (parser, data, length, &local))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "%s", local->message);
      return NULL;
    }
  return g_variant_ref_sink (convert (json_parser_get_root (parser)));
}
