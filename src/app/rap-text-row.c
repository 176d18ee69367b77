/* rap-text-row.c
 *
 * A field row around a text view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-text-row.h"

#include <glib/gi18n.h>

#include "rap-field-check.h"
#include "rap-form.h"
#include "rap-text-editor.h"

struct _RapTextRow
{
  RapFieldRow    parent_instance;
  GtkTextView   *view;
  GtkTextBuffer *buffer;    /* owned by @view */
  char          *id;        /* of the record shown, or NULL */
  char          *loaded;    /* the record's value */
  gboolean       required;  /* the member may not be empty */
  gboolean       multi_line;
};

G_DEFINE_FINAL_TYPE (RapTextRow, rap_text_row, RAP_TYPE_FIELD_ROW)

enum
{
  PROP_0,
  PROP_MULTI_LINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* (transfer full) */
static char *
get_text (RapTextRow *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  if (!self->multi_line)
    g_strdelimit (text, "\r\n\t", ' ');
  return g_strstrip (text);
}

static void
set_text (RapTextRow *self,
          const char *text)
{
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

static gboolean
rap_text_row_is_dirty (RapFieldRow *row)
{
  RapTextRow *self = RAP_TEXT_ROW (row);
  g_autofree char *text = get_text (self);

  return self->id != NULL && g_strcmp0 (text, self->loaded) != 0;
}

static void
rap_text_row_load (RapFieldRow *row,
                   RapSession  *session,
                   RapRecord   *record)
{
  RapTextRow *self = RAP_TEXT_ROW (row);
  const RapField *field = rap_field_row_find_field (row, record);
  const char *value = rap_record_member (record, field, char *);
  gboolean same = g_strcmp0 (self->id, record->id) == 0;
  gboolean keep = same && rap_text_row_is_dirty (row);

  if (value == NULL)
    value = "";
  self->required = (field->flags & RAP_FIELD_REQUIRED) != 0;
  if (same && g_strcmp0 (value, self->loaded) == 0)
    return;
  rap_set_string (&self->id, record->id);
  rap_set_string (&self->loaded, value);
  if (!keep)
    {
      set_text (self, value);
      rap_field_row_set_hint (row, NULL, FALSE);
    }
}

/* Why the text cannot be the member's value, or NULL. (transfer full) */
static char *
find_fault (RapTextRow *self,
            const char *text)
{
  if (*text == '\0')
    return self->required ? g_strdup (_("This cannot be left empty.")) : NULL;
  return rap_field_check (rap_field_row_get_field (RAP_FIELD_ROW (self)), text);
}

/* What was refused is looked at again with each letter. */
static void
changed_cb (RapTextRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *fault = NULL;

  if (*rap_field_row_get_hint (RAP_FIELD_ROW (self)) == '\0')
    return;
  text = get_text (self);
  fault = find_fault (self, text);
  rap_field_row_set_hint (RAP_FIELD_ROW (self), fault, TRUE);
}

static void
rap_text_row_restore (RapFieldRow *row)
{
  RapTextRow *self = RAP_TEXT_ROW (row);

  set_text (self, self->loaded != NULL ? self->loaded : "");
  rap_field_row_set_hint (row, NULL, FALSE);
}

static void
rap_text_row_commit (RapFieldRow *row)
{
  RapTextRow *self = RAP_TEXT_ROW (row);
  g_autofree char *text = get_text (self);
  g_autofree char *fault = find_fault (self, text);

  rap_field_row_set_hint (row, fault, TRUE);
  if (fault == NULL)
    rap_form_set_string (rap_form_of (GTK_WIDGET (self)), rap_field_row_get_field (row), text);
}

static void
rap_text_row_constructed (GObject *object)
{
  RapTextRow *self = RAP_TEXT_ROW (object);

  G_OBJECT_CLASS (rap_text_row_parent_class)->constructed (object);

  rap_field_row_set_editor (RAP_FIELD_ROW (self), GTK_WIDGET (self->view), !self->multi_line);
}

static void
rap_text_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_MULTI_LINE)
    g_value_set_boolean (value, RAP_TEXT_ROW (object)->multi_line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_text_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_MULTI_LINE)
    RAP_TEXT_ROW (object)->multi_line = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_text_row_finalize (GObject *object)
{
  RapTextRow *self = RAP_TEXT_ROW (object);

  g_free (self->id);
  g_free (self->loaded);

  G_OBJECT_CLASS (rap_text_row_parent_class)->finalize (object);
}

static void
rap_text_row_class_init (RapTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RapFieldRowClass *row_class = RAP_FIELD_ROW_CLASS (klass);

  object_class->constructed = rap_text_row_constructed;
  object_class->get_property = rap_text_row_get_property;
  object_class->set_property = rap_text_row_set_property;
  object_class->finalize = rap_text_row_finalize;
  row_class->load = rap_text_row_load;
  row_class->commit = rap_text_row_commit;
  row_class->is_dirty = rap_text_row_is_dirty;
  row_class->restore = rap_text_row_restore;
  properties[PROP_MULTI_LINE] = g_param_spec_boolean ("multi-line", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rap_text_row_init (RapTextRow *self)
{
  self->view = GTK_TEXT_VIEW (rap_text_editor_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
