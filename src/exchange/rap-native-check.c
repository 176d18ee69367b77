/* rap-native-check.c
 *
 * Every sentence there is to say about a document that is to stand by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-native-reader.h"

/* Lives on the stack of rap_native_check(). */
typedef struct
{
  RapNativeDocument *document;
  GHashTable        *records;        /* id -> RapRecord, both borrowed */
  gboolean           met_broken;     /* a lookup since the last record hit a broken object */
} Check;

static RapRecord *
find (RapKind     kind,
      const char *id,
      gpointer    user_data)
{
  Check *self = user_data;
  RapRecord *record = g_hash_table_lookup (self->records, id);

  if (record != NULL)
    return rap_record_get_kind (record) == kind ? record : NULL;
  self->met_broken |= g_hash_table_contains (self->document->broken, id);
  return NULL;
}

static void
index_records (Check *self)
{
  for (RapKind kind = RAP_KIND_PROJECT; kind <= RAP_KIND_RELATION; kind++)
    for (guint i = 0; i < self->document->records[kind]->len; i++)
      {
        RapRecord *record = rap_record_seal (g_ptr_array_index (self->document->records[kind], i));

        g_hash_table_insert (self->records, record->id, record);
      }
}

/* Without the text nothing can be said of what stands in it. */
static gboolean
stands_in_broken (Check           *self,
                  const RapRecord *record)
{
  const char *article = rap_record_get_article (record);

  return article != NULL && g_hash_table_contains (self->document->broken, article);
}

/* What is wrong with a record only because another is broken is not said again. */
static void
check_record (Check     *self,
              RapRecord *record,
              GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;

  self->met_broken = FALSE;
  if (stands_in_broken (self, record))
    return;
  if (rap_record_validate (record, &error)
      && rap_record_validate_references (record, find, self, &error))
    return;
  if (!self->met_broken)
    g_ptr_array_add (problems, g_strdup (error->message));
}

static void
check_records (Check     *self,
               GPtrArray *problems)
{
  index_records (self);
  for (RapKind kind = RAP_KIND_PROJECT; kind <= RAP_KIND_RELATION; kind++)
    for (guint i = 0; i < self->document->records[kind]->len; i++)
      check_record (self, g_ptr_array_index (self->document->records[kind], i), problems);
}

GPtrArray *
rap_native_check (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RapNativeDocument) document = rap_native_read (bytes, 0, NULL, problems, error);
  g_autoptr (GHashTable) records = NULL;
  Check check;

  if (document == NULL)
    return NULL;
  for (guint i = 0; i < document->unknown->len; i++)
    g_ptr_array_add (problems, g_strdup_printf ("%s: unknown member",
                                                (const char *) g_ptr_array_index (document->unknown, i)));
  records = g_hash_table_new (g_str_hash, g_str_equal);
  check = (Check) { document, records, FALSE };
  check_records (&check, problems);
  return g_steal_pointer (&problems);
}
