/* rap-date-row.c
 *
 * A field row around a line of text that must be an EDTF date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-row.h"

#include <glib/gi18n.h>

#include "rap-form.h"
#include "rap-words.h"

struct _RapDateRow
{
  RapFieldRow  parent_instance;
  GtkText     *text;
  char        *id;      /* of the record shown, or NULL */
  char        *loaded;  /* the record's value, "" for none */
};

G_DEFINE_FINAL_TYPE (RapDateRow, rap_date_row, RAP_TYPE_FIELD_ROW)

/* (transfer full) */
static char *
get_text (RapDateRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
}

static void
explain (RapDateRow *self)
{
  g_autofree char *text = get_text (self);
  g_autofree char *hint = NULL;
  g_autoptr (RapEdtf) date = NULL;

  if (text[0] == '\0')
    {
      rap_field_row_set_hint (RAP_FIELD_ROW (self), _("Undated. For example 2022-11-07, 2017-07, 2015, 2024-03-03~, 2020/.."), FALSE);
      return;
    }
  date = rap_edtf_parse (text, NULL);
  hint = date != NULL ? rap_words_edtf (date)
                      : g_strdup (_("Not a date yet. Write year-month-day, year-month or year; ~ about, ? doubtful, / from–to."));
  rap_field_row_set_hint (RAP_FIELD_ROW (self), hint, date == NULL);
}

static gboolean
rap_date_row_is_dirty (RapFieldRow *row)
{
  RapDateRow *self = RAP_DATE_ROW (row);
  g_autofree char *text = get_text (self);

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
  rap_set_string (&self->id, record->id);
  rap_set_string (&self->loaded, value);
  if (!keep)
    gtk_editable_set_text (GTK_EDITABLE (self->text), value);
  explain (self);
}

static void
rap_date_row_commit (RapFieldRow *row)
{
  RapDateRow *self = RAP_DATE_ROW (row);
  g_autofree char *text = get_text (self);
  g_autoptr (RapEdtf) date = text[0] != '\0' ? rap_edtf_parse (text, NULL) : NULL;

  if (date != NULL || text[0] == '\0')
    rap_form_set_edtf (rap_form_of (GTK_WIDGET (self)), rap_field_row_get_field (row), date);
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
}

static void
rap_date_row_init (RapDateRow *self)
{
  self->text = GTK_TEXT (gtk_text_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (explain), self);
  rap_field_row_set_editor (RAP_FIELD_ROW (self), GTK_WIDGET (self->text), TRUE);
}
