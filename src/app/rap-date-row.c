/* rap-date-row.c
 *
 * A field row around a date entry. Words become EDTF when the row is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-row.h"

#include "rap-date-entry.h"
#include "rap-form.h"

struct _RapDateRow
{
  RapFieldRow   parent_instance;
  RapDateEntry *entry;
  char         *id;      /* of the record shown, or NULL */
  char         *loaded;  /* the record's value, "" for none */
};

G_DEFINE_FINAL_TYPE (RapDateRow, rap_date_row, RAP_TYPE_FIELD_ROW)

static void
explain (RapDateRow *self)
{
  g_autoptr (RapDateReading) reading = rap_date_entry_read (self->entry);

  rap_field_row_set_hint (RAP_FIELD_ROW (self), reading->sentence, reading->wrong);
}

/* When the first article that reports the meeting was published, or NULL. (transfer full) */
static RapEdtf *
find_anchor (RapSession *session,
             RapRecord  *record)
{
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (RapRecord) article = NULL;
  RapEdtf *published;

  if (session == NULL || !RAP_IS_MEETING (record))
    return NULL;
  evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, record->id, 1, NULL);
  if (evidence == NULL || evidence->len == 0)
    return NULL;
  article = rap_session_load (session, RAP_KIND_ARTICLE, RAP_EVIDENCE (evidence->pdata[0])->article, NULL);
  published = article != NULL ? RAP_ARTICLE (article)->published : NULL;
  return published != NULL ? rap_edtf_ref (published) : NULL;
}

static gboolean
rap_date_row_is_dirty (RapFieldRow *row)
{
  RapDateRow *self = RAP_DATE_ROW (row);
  g_autofree char *text = rap_date_entry_dup_text (self->entry);

  return self->id != NULL && g_strcmp0 (text, self->loaded) != 0;
}

static void
rap_date_row_load (RapFieldRow *row,
                   RapSession  *session,
                   RapRecord   *record)
{
  RapDateRow *self = RAP_DATE_ROW (row);
  const RapField *field = rap_field_row_find_field (row, record);
  const RapEdtf *date = rap_record_member (record, field, RapEdtf *);
  const char *value = date != NULL ? date->text : "";
  gboolean same = g_strcmp0 (self->id, record->id) == 0;
  gboolean keep = same && rap_date_row_is_dirty (row);

  if (same && g_strcmp0 (value, self->loaded) == 0)
    return;
  if (!same)
    {
      g_autoptr (RapEdtf) anchor = find_anchor (session, record);

      rap_date_entry_set_anchor (self->entry, anchor);
    }
  rap_set_string (&self->id, record->id);
  rap_set_string (&self->loaded, value);
  if (!keep)
    rap_date_entry_set_text (self->entry, value);
  explain (self);
}

static void
rap_date_row_restore (RapFieldRow *row)
{
  RapDateRow *self = RAP_DATE_ROW (row);

  rap_date_entry_set_text (self->entry, self->loaded != NULL ? self->loaded : "");
  explain (self);
}

/* Words give way to what they mean, before the record comes back with it. */
static void
rap_date_row_commit (RapFieldRow *row)
{
  RapDateRow *self = RAP_DATE_ROW (row);
  g_autoptr (RapDateReading) reading = rap_date_entry_read (self->entry);

  if (reading->wrong)
    return;
  if (reading->when != NULL)
    rap_date_entry_set_text (self->entry, reading->when->text);
  if (rap_date_row_is_dirty (row))
    rap_form_set_edtf (rap_form_of (GTK_WIDGET (self)), rap_field_row_get_field (row), reading->when);
}

static gboolean
rap_date_row_is_choosing (RapFieldRow *row)
{
  return rap_date_entry_is_choosing (RAP_DATE_ROW (row)->entry);
}

static void
rap_date_row_finalize (GObject *object)
{
  RapDateRow *self = RAP_DATE_ROW (object);

  g_free (self->id);
  g_free (self->loaded);

  G_OBJECT_CLASS (rap_date_row_parent_class)->finalize (object);
}

static void
rap_date_row_class_init (RapDateRowClass *klass)
{
  RapFieldRowClass *row_class = RAP_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_date_row_finalize;
  row_class->load = rap_date_row_load;
  row_class->commit = rap_date_row_commit;
  row_class->is_dirty = rap_date_row_is_dirty;
  row_class->restore = rap_date_row_restore;
  row_class->is_choosing = rap_date_row_is_choosing;
}

static void
rap_date_row_init (RapDateRow *self)
{
  self->entry = RAP_DATE_ENTRY (rap_date_entry_new ());
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (explain), self);
  rap_field_row_set_editor (RAP_FIELD_ROW (self), GTK_WIDGET (self->entry), TRUE);
}
