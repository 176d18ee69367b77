/* rap-codebook-qdc-writer.c
 *
 * A codebook has hundreds of codes: the document is made in memory and written
 * at once. What XML 1.0 cannot hold (control characters) is left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-codebook-qdc.h"

#include <string.h>

typedef struct
{
  GPtrArray  *codes;     /* RapCode */
  GHashTable *by_id;     /* id -> RapCode */
  GHashTable *children;  /* RapCode, NULL for the top -> GPtrArray of RapCode */
} Tree;

static gboolean
add_code (RapRecord  *record,
          gpointer    func_data,
          GError    **error)
{
  Tree *tree = func_data;

  g_ptr_array_add (tree->codes, g_object_ref (record));
  g_hash_table_insert (tree->by_id, record->id, record);
  return TRUE;
}

/* A circle of parents, or nesting without end, is cut: those codes stand at the top. */
static RapCode *
find_parent (Tree    *tree,
             RapCode *code)
{
  RapCode *above = code;

  for (guint depth = 0; depth < RAP_QDC_MAX_DEPTH; depth++)
    {
      above = above->parent != NULL ? g_hash_table_lookup (tree->by_id, above->parent) : NULL;
      if (above == NULL)
        return code->parent != NULL ? g_hash_table_lookup (tree->by_id, code->parent) : NULL;
    }
  return NULL;
}

/* By name: the format has no times, so that their order would not come back. */
static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const RapCode *one = *(const RapCode * const *) a;
  const RapCode *other = *(const RapCode * const *) b;
  g_autofree char *name = g_utf8_casefold (one->name, -1);
  g_autofree char *other_name = g_utf8_casefold (other->name, -1);
  int order = strcmp (name, other_name);

  return order != 0 ? order : strcmp (one->parent_instance.id, other->parent_instance.id);
}

static void
link_codes (Tree *tree)
{
  g_ptr_array_sort (tree->codes, compare_codes);
  for (guint i = 0; i < tree->codes->len; i++)
    {
      RapCode *code = tree->codes->pdata[i];
      RapCode *parent = find_parent (tree, code);
      GPtrArray *children = g_hash_table_lookup (tree->children, parent);

      if (children == NULL)
        {
          children = g_ptr_array_new ();
          g_hash_table_insert (tree->children, parent, children);
        }
      g_ptr_array_add (children, code);
    }
}

static gboolean
is_xml (gunichar c)
{
  return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n' || c == '\r';
}

/* Escaped, for text and for attributes, where white space would not survive as it is. */
static void
append_escaped (GString    *xml,
                const char *text,
                gboolean    attribute)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_xml (c))
        continue;
      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"' && attribute)
        g_string_append (xml, "&quot;");
      else if (c == '\r' || (c < 0x20 && attribute))
        g_string_append_printf (xml, "&#%u;", c);
      else
        g_string_append_unichar (xml, c);
    }
}

static void
append_attribute (GString    *xml,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  append_escaped (xml, value, TRUE);
  g_string_append_c (xml, '"');
}

static void
append_codes (GString *xml,
              Tree    *tree,
              RapCode *parent,
              guint    indent)
{
  GPtrArray *children = g_hash_table_lookup (tree->children, parent);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      RapCode *code = children->pdata[i];
      gboolean described = code->description != NULL && *code->description != '\0';
      gboolean leaf = !described && !g_hash_table_contains (tree->children, code);

      g_string_append_printf (xml, "%*s<Code", (int) indent, "");
      append_attribute (xml, "guid", code->parent_instance.id);
      append_attribute (xml, "name", code->name);
      append_attribute (xml, "isCodable", "true");
      append_attribute (xml, "color", code->colour);
      g_string_append (xml, leaf ? "/>\n" : ">\n");
      if (described)
        {
          g_string_append_printf (xml, "%*s<Description>", (int) indent + 2, "");
          append_escaped (xml, code->description, FALSE);
          g_string_append (xml, "</Description>\n");
        }
      append_codes (xml, tree, code, indent + 2);
      if (!leaf)
        g_string_append_printf (xml, "%*s</Code>\n", (int) indent, "");
    }
}

gboolean
rap_qdc_write (RapJsonSink             sink,
               gpointer                sink_data,
               const RapRecordSource  *source,
               GError                **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) children = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) xml = g_string_new (NULL);
  Tree tree = { codes, by_id, children };

  if (!source->foreach (RAP_KIND_CODE, add_code, &tree, source->user_data, error))
    return FALSE;
  link_codes (&tree);
  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                        "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Rapporteur " RAP_VERSION "\">\n"
                        "  <Codes>\n");
  append_codes (xml, &tree, NULL, 4);
  g_string_append (xml, "  </Codes>\n</CodeBook>\n");
  return sink (xml->str, xml->len, sink_data, error);
}
