/* rap-native-reader.c
 *
 * The document is scanned once and cut into parts; each object then becomes a
 * tree, a record, and is forgotten as text. Kinds are read in the order of
 * RapKind, whatever the order in the document, so that articles are there when
 * annotations ask for their text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-native-reader.h"

#include <string.h>

#include "rap-json-scan.h"
#include "rap-json-tree.h"

#define VERSION 1

/* Lives on the stack of rap_native_read(). */
typedef struct
{
  const char            *data;
  const RapJsonScan     *scan;
  RapNativeFlags         flags;
  const RapNativeStored *stored;
  RapNativeDocument     *document;
  GPtrArray             *problems;   /* or NULL: the first ends the reading */
  GHashTable            *ids;        /* ids met so far; keys owned */
  GHashTable            *texts;      /* article id -> RapText, both owned */
} Reader;

/* One object on its way to a record. */
typedef struct
{
  RapKind            kind;
  const RapJsonPart *part;
  GVariant          *members;        /* a{sv} as given */
  const char        *id;             /* as given, in @members, or NULL */
  RapRecord         *base;           /* stored record that it is laid over, or NULL */
} Item;

/* A problem: kept and passed over (TRUE), or the end of the reading (FALSE). Takes @problem. */
static gboolean
report (Reader  *self,
        GError  *problem,
        GError **error)
{
  if (self->problems == NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_ptr_array_add (self->problems, g_strdup (problem->message));
  g_error_free (problem);
  return TRUE;
}

static void
fail_item (const Item *item,
           RapError    code,
           const char *member,
           const char *message,
           GError    **error)
{
  const char *nick = rap_kind_get_nick (item->kind);

  if (item->id != NULL)
    g_set_error (error, RAP_ERROR, code, "%s %s: %s: %s", nick, item->id, member, message);
  else
    g_set_error (error, RAP_ERROR, code, "%s in line %u: %s: %s", nick, item->part->line, member, message);
}

static RapRecord *
find_stored (Reader     *self,
             RapKind     kind,
             const char *id)
{
  if (self->stored == NULL)
    return NULL;
  return self->stored->find (kind, id, self->stored->user_data);
}

/* The text of an article of the document, or else of a stored one. */
static RapText *
find_text (Reader     *self,
           const char *article)
{
  RapText *text = g_hash_table_lookup (self->texts, article);
  g_autoptr (RapRecord) record = NULL;

  if (text != NULL)
    return text;
  record = find_stored (self, RAP_KIND_ARTICLE, article);
  if (record == NULL || RAP_ARTICLE (record)->text == NULL)
    return NULL;
  text = rap_text_ref (RAP_ARTICLE (record)->text);
  g_hash_table_insert (self->texts, g_strdup (article), text);
  return text;
}

/* What is given laid over what is stored; derived members are computed anew. */
static GVariant *
lay_over (const Item  *item,
          GError     **error)
{
  g_autofree char *json = rap_record_to_json (item->base);
  g_autoptr (GVariant) stored = rap_json_tree_parse (json, strlen (json), error);
  GVariantDict dict;
  GVariantIter iter;
  const char *member;
  GVariant *value;
  const RapField *fields;
  guint n_fields;

  if (stored == NULL)
    return NULL;
  g_variant_dict_init (&dict, stored);
  fields = rap_kind_get_fields (item->kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].flags & RAP_FIELD_DERIVED)
      g_variant_dict_remove (&dict, fields[i].name);
  g_variant_iter_init (&iter, item->members);
  while (g_variant_iter_loop (&iter, "{&sv}", &member, &value))
    g_variant_dict_insert_value (&dict, member, value);
  g_variant_dict_remove (&dict, "deleted");
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GVariant *
without_deleted (GVariant *members)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, members);
  g_variant_dict_remove (&dict, "deleted");
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static gboolean
check_text_unchanged (const Item  *item,
                      RapRecord   *record,
                      GError     **error)
{
  RapText *before, *after;

  if (item->kind != RAP_KIND_ARTICLE || item->base == NULL)
    return TRUE;
  before = RAP_ARTICLE (item->base)->text;
  after = RAP_ARTICLE (record)->text;
  if (before == after || (before != NULL && after != NULL
      && strcmp (rap_text_get_utf8 (before), rap_text_get_utf8 (after)) == 0))
    return TRUE;
  fail_item (item, RAP_ERROR_INVALID, "text", "the text of an article never changes", error);
  return FALSE;
}

static gboolean
complete (Reader      *self,
          const Item  *item,
          RapRecord   *record,
          GError     **error)
{
  const char *article = rap_record_get_article (record);
  RapText *text;

  if (article == NULL)
    return TRUE;
  text = find_text (self, article);
  if (text != NULL)
    return rap_record_complete (record, text, error);
  if (g_hash_table_contains (self->document->broken, article))
    return TRUE;
  fail_item (item, RAP_ERROR_REFERENCE, "article", "no such article", error);
  return FALSE;
}

static RapRecord *
build (Reader      *self,
       const Item  *item,
       GError     **error)
{
  g_autoptr (GVariant) members = NULL;
  g_autoptr (RapRecord) record = NULL;
  g_autoptr (GError) local = NULL;

  if (item->base != NULL)
    members = lay_over (item, error);
  else if (self->flags & RAP_NATIVE_EDITS)
    members = without_deleted (item->members);
  else
    members = g_variant_ref (item->members);
  if (members == NULL)
    return NULL;
  record = rap_record_from_variant (item->kind, members, self->document->unknown, &local);
  if (record != NULL && check_text_unchanged (item, record, &local) && complete (self, item, record, &local))
    return g_steal_pointer (&record);
  if (item->id == NULL)
    g_prefix_error (&local, "line %u: ", item->part->line);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
keep (Reader    *self,
      RapKind    kind,
      RapRecord *record)
{
  if (kind == RAP_KIND_ARTICLE && RAP_ARTICLE (record)->text != NULL)
    g_hash_table_insert (self->texts, g_strdup (record->id), rap_text_ref (RAP_ARTICLE (record)->text));
  g_ptr_array_add (self->document->records[kind], record);
}

/* Whether the item is marked as deleted; FALSE with @error set when the mark is none. */
static gboolean
is_deletion (Reader      *self,
             const Item  *item,
             GError     **error)
{
  g_autoptr (GVariant) mark = NULL;

  if (!(self->flags & RAP_NATIVE_EDITS))
    return FALSE;
  mark = g_variant_lookup_value (item->members, "deleted", NULL);
  if (mark == NULL)
    return FALSE;
  if (!g_variant_is_of_type (mark, G_VARIANT_TYPE_BOOLEAN))
    fail_item (item, RAP_ERROR_FORMAT, "deleted", "must be true or false", error);
  else if (!g_variant_get_boolean (mark))
    return FALSE;
  else if (item->kind == RAP_KIND_PROJECT)
    fail_item (item, RAP_ERROR_INVALID, "deleted", "the project itself cannot be deleted", error);
  else if (item->id == NULL)
    fail_item (item, RAP_ERROR_INVALID, "id", "is needed to delete", error);
  else
    return TRUE;
  return FALSE;
}

/* Edits of the project need no id, and only reach the one that is there. */
static gboolean
find_base (Reader  *self,
           Item    *item,
           GError **error)
{
  if (!(self->flags & RAP_NATIVE_EDITS))
    return TRUE;
  if (item->kind != RAP_KIND_PROJECT)
    {
      item->base = item->id != NULL ? find_stored (self, item->kind, item->id) : NULL;
      return TRUE;
    }
  item->base = find_stored (self, RAP_KIND_PROJECT, NULL);
  if (item->base == NULL || item->id == NULL || strcmp (item->id, item->base->id) == 0)
    return TRUE;
  fail_item (item, RAP_ERROR_INVALID, "id", "this is another project", error);
  return FALSE;
}

static gboolean
read_members (Reader  *self,
              Item    *item,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  RapRecord *record;

  if (item->id != NULL && !g_hash_table_add (self->ids, g_strdup (item->id)))
    {
      fail_item (item, RAP_ERROR_INVALID, "id", "is given to two objects", error);
      return FALSE;
    }
  if (is_deletion (self, item, &local))
    {
      RapNativeDeletion deletion = { item->kind, g_strdup (item->id) };

      g_array_append_val (self->document->deletions, deletion);
      return TRUE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  record = find_base (self, item, error) ? build (self, item, error) : NULL;
  if (record != NULL)
    keep (self, item->kind, record);
  return record != NULL;
}

static gboolean
read_item (Reader            *self,
           RapKind            kind,
           const RapJsonPart *part,
           GError           **error)
{
  g_autoptr (GVariant) members = rap_json_tree_parse (self->data + part->offset, part->length, error);
  Item item = { kind, part, members, NULL, NULL };
  gboolean done = FALSE;

  if (members == NULL)
    return FALSE;
  if (!g_variant_is_of_type (members, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "line %u: %s: must be an object",
                   part->line, part->element ? rap_kind_get_plural (kind) : rap_kind_get_nick (kind));
      return FALSE;
    }
  g_variant_lookup (members, "id", "&s", &item.id);
  done = read_members (self, &item, error);
  if (!done && item.id != NULL)
    g_hash_table_add (self->document->broken, g_strdup (item.id));
  g_clear_object (&item.base);
  return done;
}

static gboolean
part_is_of (const RapJsonPart *part,
            RapKind            kind)
{
  if (strcmp (part->member, rap_kind_get_plural (kind)) != 0)
    return FALSE;
  return part->element == (kind != RAP_KIND_PROJECT);
}

static gboolean
read_kind (Reader  *self,
           RapKind  kind,
           GError **error)
{
  for (guint i = 0; i < self->scan->parts->len; i++)
    {
      const RapJsonPart *part = &g_array_index (self->scan->parts, RapJsonPart, i);
      GError *local = NULL;

      if (!part_is_of (part, kind))
        continue;
      if (!read_item (self, kind, part, &local) && !report (self, local, error))
        return FALSE;
    }
  return TRUE;
}

static GVariant *
parse_head (Reader     *self,
            const char *member)
{
  for (guint i = 0; i < self->scan->parts->len; i++)
    {
      const RapJsonPart *part = &g_array_index (self->scan->parts, RapJsonPart, i);

      if (!part->element && strcmp (part->member, member) == 0)
        return rap_json_tree_parse (self->data + part->offset, part->length, NULL);
    }
  return NULL;
}

static gboolean
check_version (Reader  *self,
               GError **error)
{
  g_autoptr (GVariant) version = parse_head (self, "version");
  gint64 number = 0;

  if (version == NULL && (self->flags & RAP_NATIVE_EDITS))
    return TRUE;
  if (version != NULL && g_variant_is_of_type (version, G_VARIANT_TYPE_INT64))
    number = g_variant_get_int64 (version);
  if (number == VERSION)
    return TRUE;
  if (number > VERSION)
    g_set_error (error, RAP_ERROR, RAP_ERROR_NEWER,
                 "document: version: %" G_GINT64_FORMAT " was written by a newer Rapporteur; this one reads version %d",
                 number, VERSION);
  else
    g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "document: version: must be %d", VERSION);
  return FALSE;
}

static gboolean
check_format (Reader  *self,
              GError **error)
{
  g_autoptr (GVariant) format = parse_head (self, "format");

  if (format == NULL && (self->flags & RAP_NATIVE_EDITS))
    return TRUE;
  if (format != NULL && g_variant_is_of_type (format, G_VARIANT_TYPE_STRING)
      && strcmp (g_variant_get_string (format, NULL), "rapporteur") == 0)
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "document: format: must be “rapporteur”");
  return FALSE;
}

/* A member of the document itself: known, and an array where it should be. */
static gboolean
check_member (Reader            *self,
              const RapJsonPart *part,
              GError           **error)
{
  static const char * const head[] = { "format", "version", "generator", NULL };
  const char first = self->data[part->offset];
  RapKind kind;

  if (g_strv_contains (head, part->member))
    return TRUE;
  if (!rap_kind_parse (part->member, &kind) || strcmp (part->member, rap_kind_get_plural (kind)) != 0)
    {
      g_ptr_array_add (self->document->unknown, g_strdup_printf ("document: %.80s", part->member));
      return TRUE;
    }
  if (first == (kind == RAP_KIND_PROJECT ? '{' : '['))
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "document: %s: must be an %s",
               part->member, kind == RAP_KIND_PROJECT ? "object" : "array");
  return FALSE;
}

static gboolean
check_members (Reader  *self,
               GError **error)
{
  for (guint i = 0; i < self->scan->parts->len; i++)
    {
      const RapJsonPart *part = &g_array_index (self->scan->parts, RapJsonPart, i);
      GError *local = NULL;

      if (!part->element && !check_member (self, part, &local) && !report (self, local, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_document (Reader  *self,
               GError **error)
{
  if (!check_format (self, error) || !check_version (self, error) || !check_members (self, error))
    return FALSE;
  for (RapKind kind = RAP_KIND_PROJECT; kind <= RAP_KIND_RELATION; kind++)
    if (!read_kind (self, kind, error))
      return FALSE;
  return TRUE;
}

static void
clear_deletion (gpointer data)
{
  RapNativeDeletion *deletion = data;

  g_free (deletion->id);
}

static RapNativeDocument *
document_new (void)
{
  RapNativeDocument *self = g_new0 (RapNativeDocument, 1);

  for (guint i = 0; i < RAP_N_KINDS; i++)
    self->records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->deletions = g_array_new (FALSE, FALSE, sizeof (RapNativeDeletion));
  g_array_set_clear_func (self->deletions, clear_deletion);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
rap_native_document_free (RapNativeDocument *self)
{
  for (guint i = 0; i < RAP_N_KINDS; i++)
    g_ptr_array_unref (self->records[i]);
  g_array_unref (self->deletions);
  g_ptr_array_unref (self->unknown);
  g_hash_table_unref (self->broken);
  g_free (self);
}

RapNativeDocument *
rap_native_read (GBytes                 *bytes,
                 RapNativeFlags          flags,
                 const RapNativeStored  *stored,
                 GPtrArray              *problems,
                 GError                **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (RapJsonScan) scan = rap_json_scan (data != NULL ? data : "", length, error);
  g_autoptr (RapNativeDocument) document = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) rap_text_unref);
  Reader reader = { data, scan, flags, stored, NULL, problems, ids, texts };

  if (scan == NULL)
    return NULL;
  document = document_new ();
  reader.document = document;
  return read_document (&reader, error) ? g_steal_pointer (&document) : NULL;
}

gboolean
rap_native_sniff (const char *data,
                  gsize       length)
{
  static const char * const heads[] = { "format", "version", "generator" };
  g_autofree char *start = g_strndup (data, MIN (length, 256));
  const char *at = g_str_has_prefix (start, "\357\273\277") ? start + 3 : start;
  RapKind kind;
  g_autofree char *member = NULL;

  at += strspn (at, " \t\r\n");
  if (*at != '{')
    return FALSE;
  at += 1 + strspn (at + 1, " \t\r\n");
  if (*at != '"')
    return FALSE;
  member = g_strndup (at + 1, strcspn (at + 1, "\""));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strcmp (member, heads[i]) == 0)
      return TRUE;
  return rap_kind_parse (member, &kind);
}
