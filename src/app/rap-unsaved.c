/* rap-unsaved.c
 *
 * Looks every second whether the file is free. The record is read anew then, so
 * that only the one member changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-unsaved.h"

#include "rap-error.h"

#define RETRY 1   /* seconds */

typedef struct
{
  RapSession *session;
  RapKind     kind;
  char       *id;
  char       *field;
  char       *text;
  const char *label;
} Kept;

struct _RapUnsaved
{
  GPtrArray *all;      /* of Kept */
  guint      source;
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  rap_session_add_unsaved (kept->session, -1);
  g_object_unref (kept->session);
  g_free (kept->id);
  g_free (kept->field);
  g_free (kept->text);
  g_free (kept);
}

gboolean
rap_unsaved_is_passing (const GError *error)
{
  static const RapError lasting[] = { RAP_ERROR_INVALID, RAP_ERROR_REFERENCE, RAP_ERROR_KEY_TAKEN, RAP_ERROR_NAME_TAKEN,
                                      RAP_ERROR_CYCLE, RAP_ERROR_KIND_IN_USE };

  for (guint i = 0; i < G_N_ELEMENTS (lasting); i++)
    if (g_error_matches (error, RAP_ERROR, lasting[i]))
      return FALSE;
  return TRUE;
}

/* FALSE: it has to wait. What can never be written, and what belonged to a record that is gone, is done with. */
static gboolean
write_kept (const Kept *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) record = rap_session_load (kept->session, kept->kind, kept->id, &error);
  g_autoptr (RapRecord) changed = NULL;
  g_autoptr (RapEdits) edits = rap_edits_new (kept->label);

  if (record == NULL)
    return error == NULL;
  changed = rap_record_copy (record);
  rap_set_string (&rap_record_member (changed, rap_kind_find_field (kept->kind, kept->field), char *), kept->text);
  rap_edits_replace (edits, record, changed);
  return rap_edits_is_empty (edits) || rap_session_commit (kept->session, edits, &error)
         || !rap_unsaved_is_passing (error);
}

/* A commit may lead back here: what is being written is not in the list.
 * @wait: for others that use the file, as any commit does */
static void
try_all (RapUnsaved *self,
         gboolean    wait)
{
  g_autoptr (GPtrArray) all = self->all;

  self->all = g_ptr_array_new_with_free_func (kept_free);
  while (all->len > 0)
    {
      Kept *kept = g_ptr_array_steal_index (all, 0);

      if ((wait || rap_session_is_free (kept->session)) && write_kept (kept))
        kept_free (kept);
      else
        g_ptr_array_add (self->all, kept);
    }
}

static gboolean
retry_cb (gpointer data)
{
  RapUnsaved *self = data;

  try_all (self, FALSE);
  if (self->all->len > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

RapUnsaved *
rap_unsaved_new (void)
{
  RapUnsaved *self = g_new0 (RapUnsaved, 1);

  self->all = g_ptr_array_new_with_free_func (kept_free);
  return self;
}

void
rap_unsaved_free (RapUnsaved *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->all);
  g_free (self);
}

void
rap_unsaved_keep (RapUnsaved      *self,
                  RapSession      *session,
                  const RapRecord *record,
                  const char      *field,
                  const char      *text,
                  const char      *label)
{
  Kept *kept = g_new0 (Kept, 1);

  rap_unsaved_forget (self, record->id, field);
  kept->session = g_object_ref (session);
  kept->kind = rap_record_get_kind (record);
  kept->id = g_strdup (record->id);
  kept->field = g_strdup (field);
  kept->text = g_strdup (text);
  kept->label = label;
  g_ptr_array_add (self->all, kept);
  rap_session_add_unsaved (session, 1);
  if (self->source == 0)
    self->source = g_timeout_add_seconds (RETRY, retry_cb, self);
}

void
rap_unsaved_forget (RapUnsaved *self,
                    const char *id,
                    const char *field)
{
  for (guint i = self->all->len; i > 0; i--)
    {
      Kept *kept = self->all->pdata[i - 1];

      if (g_str_equal (kept->id, id) && g_str_equal (kept->field, field))
        g_ptr_array_remove_index (self->all, i - 1);
    }
}

void
rap_unsaved_end (RapUnsaved *self)
{
  try_all (self, TRUE);
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_set_size (self->all, 0);
}
