/* rap-exporting.c
 *
 * How things go: a snapshot of the store, streamed through one of the writers
 * into a safe file. The asynchronous form does it on a snapshot of its own in a
 * worker, so that the analyst goes on working. And apply: native JSON as edits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-transfer.h"

#include "rap-codebook-qdc.h"
#include "rap-export-job-private.h"
#include "rap-jsonl-writer.h"
#include "rap-native-reader.h"
#include "rap-native-writer.h"
#include "rap-session-private.h"

/* @write: as JSON, or else @write_plain.
 * @losses: for each kind what of it is not written, or NULL when all is. */
typedef struct
{
  const char *name;
  gboolean    pretty;
  gboolean  (*write) (RapJsonWriter *, const RapRecordSource *, GError **);
  gboolean  (*write_plain) (RapJsonSink, gpointer, const RapRecordSource *, GError **);
  const char *losses[RAP_N_KINDS];
} Format;

#define NOT_WRITTEN_BUT_CODES \
  [RAP_KIND_ENTITY] = "not written", \
  [RAP_KIND_ARTICLE] = "not written", \
  [RAP_KIND_MEETING] = "not written", \
  [RAP_KIND_CLAIM] = "not written", \
  [RAP_KIND_MENTION] = "not written", \
  [RAP_KIND_EVIDENCE] = "not written", \
  [RAP_KIND_CODING] = "not written", \
  [RAP_KIND_RELATION] = "not written"

static const Format formats[] = {
  { "json", TRUE, rap_native_write, NULL, { NULL } },
  { "claims-jsonl", FALSE, rap_jsonl_write_claims, NULL, {
      [RAP_KIND_CODE] = "only its name, with the claims that have it",
      [RAP_KIND_ENTITY] = "only its name, with the claims it speaks or passes on",
      [RAP_KIND_ARTICLE] = "only title, outlet and date, with its claims",
      [RAP_KIND_MEETING] = "only its title, with the claims about it",
      [RAP_KIND_MENTION] = "not written",
      [RAP_KIND_EVIDENCE] = "not written",
      [RAP_KIND_CODING] = "not written",
      [RAP_KIND_RELATION] = "not written" } },
  { "articles-jsonl", FALSE, rap_jsonl_write_articles, NULL, {
      [RAP_KIND_CODE] = "only its name, with the passages that have it",
      [RAP_KIND_ENTITY] = "only kind and id, with its mentions",
      [RAP_KIND_MEETING] = "only its id, with its evidence",
      [RAP_KIND_CLAIM] = "only its passages",
      [RAP_KIND_RELATION] = "not written" } },
  { "codebook", TRUE, rap_native_write_codebook, NULL, { NOT_WRITTEN_BUT_CODES } },
  { "qdc", FALSE, NULL, rap_qdc_write, {
      [RAP_KIND_CODE] = "without its key, times and analyst",
      NOT_WRITTEN_BUT_CODES } },
};

static const Format *
find_format (const char  *name,
             GError     **error)
{
  g_autofree char *known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];
  known = g_strjoinv (", ", (char **) rap_session_get_export_formats ());
  g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "“%s” is none of the export formats %s", name, known);
  return NULL;
}

/* The store as a source of records. */
typedef struct
{
  RapSourceFunc func;
  gpointer      data;
} Relay;

static gboolean
relay_record (RapRecord  *record,
              gpointer    user_data,
              GError    **error)
{
  Relay *relay = user_data;

  return relay->func (record, relay->data, error);
}

static gboolean
source_foreach (RapKind         kind,
                RapSourceFunc   func,
                gpointer        func_data,
                gpointer        user_data,
                GError        **error)
{
  Relay relay = { func, func_data };

  return rap_store_foreach (user_data, kind, relay_record, &relay, error);
}

static gboolean
source_foreach_in (const char     *article,
                   RapSourceFunc   func,
                   gpointer        func_data,
                   gpointer        user_data,
                   GError        **error)
{
  g_autoptr (GPtrArray) records = rap_store_load_annotations (user_data, article, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!func (g_ptr_array_index (records, i), func_data, error))
      return FALSE;
  return records != NULL;
}

static RapRecord *
source_find (RapKind     kind,
             const char *id,
             gpointer    user_data)
{
  return rap_store_load (user_data, kind, id, NULL);
}

static gboolean
write_format (RapStore       *store,
              RapSafeFile    *file,
              gconstpointer   what,
              GCancellable   *cancellable,
              GError        **error)
{
  const Format *format = what;
  RapRecordSource source = { source_foreach, source_foreach_in, source_find, store };
  g_autoptr (RapJsonWriter) writer = NULL;

  if (format->write == NULL)
    return format->write_plain (rap_safe_file_write, file, &source, error);
  writer = rap_json_writer_new (format->pretty, rap_safe_file_write, file);
  return format->write (writer, &source, error);
}

const char * const *
rap_session_get_export_formats (void)
{
  static const char * const names[] = { "json", "claims-jsonl", "articles-jsonl", "codebook", "qdc", NULL };

  return names;
}

gboolean
rap_session_export (RapSession  *self,
                    const char  *format,
                    const char  *path,
                    GError     **error)
{
  const Format *known = find_format (format, error);

  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  return known != NULL && rap_export_write (rap_session_get_store (self), path, write_format, known, NULL, error);
}

typedef struct
{
  GPtrArray  *losses;
  const char *what;
} LossReport;

static gboolean
report_loss (RapRecord  *record,
             gpointer    user_data,
             GError    **error)
{
  LossReport *report = user_data;

  g_ptr_array_add (report->losses, g_strdup_printf ("%s %s: %s", rap_kind_get_nick (rap_record_get_kind (record)),
                                                    record->id, report->what));
  return TRUE;
}

GPtrArray *
rap_session_list_losses (RapSession  *self,
                         const char  *format,
                         GError     **error)
{
  const Format *known = find_format (format, error);
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  if (known == NULL)
    return NULL;
  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    {
      LossReport report = { losses, known->losses[kind] };

      if (report.what != NULL
          && !rap_store_foreach (rap_session_get_store (self), kind, report_loss, &report, error))
        return NULL;
    }
  return g_steal_pointer (&losses);
}

void
rap_session_export_async (RapSession          *self,
                          const char          *format,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  const Format *known = find_format (format, &error);

  g_return_if_fail (RAP_IS_SESSION (self));

  g_task_set_source_tag (task, rap_session_export_async);
  if (known == NULL)
    g_task_return_error (task, error);
  else
    rap_export_start (task, rap_session_get_path (self), path, write_format, (gpointer) known, NULL);
}

gboolean
rap_session_export_finish (RapSession    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static RapRecord *
find_stored (RapKind     kind,
             const char *id,
             gpointer    user_data)
{
  if (id == NULL)
    return rap_session_load_project (user_data);
  return rap_session_load (user_data, kind, id, NULL);
}

/* Deletions take their dependents with them, as in the window. */
static gboolean
add_deletions (RapSession         *self,
               RapEdits           *edits,
               RapNativeDocument  *document,
               GError            **error)
{
  for (guint i = 0; i < document->deletions->len; i++)
    {
      const RapNativeDeletion *deletion = &g_array_index (document->deletions, RapNativeDeletion, i);
      g_autoptr (RapRecord) record = rap_session_load (self, deletion->kind, deletion->id, error);

      if (record == NULL || !rap_session_add_deletion (self, edits, record, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_upserts (RapSession        *self,
             RapEdits          *edits,
             RapNativeDocument *document)
{
  for (RapKind kind = 0; kind < RAP_N_KINDS; kind++)
    for (guint i = 0; i < document->records[kind]->len; i++)
      {
        RapRecord *after = rap_record_seal (g_ptr_array_index (document->records[kind], i));
        g_autoptr (RapRecord) before = find_stored (kind, kind == RAP_KIND_PROJECT ? NULL : after->id, self);

        if (before == NULL)
          rap_edits_insert (edits, after);
        else
          rap_edits_replace (edits, before, after);
      }
}

static void
count_edits (const RapEdits *edits,
             guint          *n_added,
             guint          *n_changed,
             guint          *n_deleted)
{
  guint counts[3] = { 0, 0, 0 };

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      counts[edit->before == NULL ? 0 : edit->after != NULL ? 1 : 2]++;
    }
  if (n_added != NULL)
    *n_added = counts[0];
  if (n_changed != NULL)
    *n_changed = counts[1];
  if (n_deleted != NULL)
    *n_deleted = counts[2];
}

gboolean
rap_session_apply (RapSession  *self,
                   GBytes      *json,
                   guint       *n_added,
                   guint       *n_changed,
                   guint       *n_deleted,
                   GError     **error)
{
  RapNativeStored stored = { find_stored, self };
  g_autoptr (RapNativeDocument) document = NULL;
  g_autoptr (RapEdits) edits = rap_edits_new ("Apply edits");

  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  document = rap_native_read (json, RAP_NATIVE_EDITS, &stored, NULL, error);
  if (document == NULL)
    return FALSE;
  if (document->unknown->len > 0)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "%s: no such member",
                   (const char *) g_ptr_array_index (document->unknown, 0));
      return FALSE;
    }
  add_upserts (self, edits, document);
  if (!add_deletions (self, edits, document, error))
    return FALSE;
  count_edits (edits, n_added, n_changed, n_deleted);
  return rap_session_commit_from (self, edits, "apply", error);
}
