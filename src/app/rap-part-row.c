/* rap-part-row.c
 *
 * One part of a record that has several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part-row.h"

#include "rap-form.h"

struct _RapPartRow
{
  GtkListBoxRow  parent_instance;
  GtkButton     *link;
  GtkLabel      *link_label;
  GtkLabel      *subtitle;
  GtkDropDown   *choice;
  GtkEntry      *text;
  GtkWidget     *remove_button;
  RapKind        kind;
  char          *id;           /* or NULL */
  char          *loaded_text;
  gboolean       loading;
};

G_DEFINE_FINAL_TYPE (RapPartRow, rap_part_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_stripped (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
selected_cb (RapPartRow *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
commit_texts_cb (RapPartRow *self)
{
  g_autofree char *text = dup_stripped (self->text);

  if (g_strcmp0 (text, self->loaded_text) == 0)
    return;
  rap_set_string (&self->loaded_text, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
key_pressed_cb (RapPartRow *self,
                guint       keyval)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (keyval != GDK_KEY_Escape)
    return FALSE;
  commit_texts_cb (self);
  if (form != NULL)
    rap_form_leave (form);
  return TRUE;
}

static void
link_clicked_cb (RapPartRow *self)
{
  if (self->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) self->kind, self->id);
}

static void
remove_clicked_cb (RapPartRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
rap_part_row_finalize (GObject *object)
{
  RapPartRow *self = RAP_PART_ROW (object);

  g_free (self->id);
  g_free (self->loaded_text);

  G_OBJECT_CLASS (rap_part_row_parent_class)->finalize (object);
}

static void
rap_part_row_class_init (RapPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_part_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapPartRow, link);
  gtk_widget_class_bind_template_child (widget_class, RapPartRow, link_label);
  gtk_widget_class_bind_template_child (widget_class, RapPartRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RapPartRow, choice);
  gtk_widget_class_bind_template_child (widget_class, RapPartRow, text);
  gtk_widget_class_bind_template_child (widget_class, RapPartRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit_texts_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
rap_part_row_init (RapPartRow *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loaded_text = g_strdup ("");
}

GtkWidget *
rap_part_row_new (const char * const *choices)
{
  RapPartRow *self = g_object_new (RAP_TYPE_PART_ROW, NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (model));
  self->loading = FALSE;
  return GTK_WIDGET (self);
}

void
rap_part_row_set_link (RapPartRow *self,
                       RapKind     kind,
                       const char *id,
                       const char *title)
{
  g_return_if_fail (RAP_IS_PART_ROW (self));

  self->kind = kind;
  rap_set_string (&self->id, id);
  gtk_label_set_text (self->link_label, title);
  gtk_widget_set_visible (GTK_WIDGET (self->link), TRUE);
}

void
rap_part_row_set_editable (RapPartRow *self,
                           gboolean    editable)
{
  g_return_if_fail (RAP_IS_PART_ROW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->text), editable);
  gtk_widget_set_visible (self->remove_button, editable);
}

void
rap_part_row_set_subtitle (RapPartRow *self,
                           const char *subtitle)
{
  g_return_if_fail (RAP_IS_PART_ROW (self));

  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}

const char *
rap_part_row_get_id (RapPartRow *self)
{
  g_return_val_if_fail (RAP_IS_PART_ROW (self), NULL);

  return self->id;
}

void
rap_part_row_set_choice (RapPartRow *self,
                         guint       value)
{
  g_return_if_fail (RAP_IS_PART_ROW (self));

  self->loading = TRUE;
  gtk_drop_down_set_selected (self->choice, value);
  self->loading = FALSE;
}

guint
rap_part_row_get_choice (RapPartRow *self)
{
  g_return_val_if_fail (RAP_IS_PART_ROW (self), 0);

  return gtk_drop_down_get_selected (self->choice);
}

static void
set_entry (GtkEntry    *entry,
           char       **loaded,
           const char  *text,
           const char  *placeholder)
{
  g_autofree char *typed = dup_stripped (entry);

  gtk_entry_set_placeholder_text (entry, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  if (g_strcmp0 (typed, *loaded) == 0 && g_strcmp0 (typed, text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  rap_set_string (loaded, text != NULL ? text : "");
}

void
rap_part_row_set_text (RapPartRow *self,
                       const char *text,
                       const char *placeholder)
{
  g_return_if_fail (RAP_IS_PART_ROW (self));

  set_entry (self->text, &self->loaded_text, text, placeholder);
}

char *
rap_part_row_dup_text (RapPartRow *self)
{
  g_return_val_if_fail (RAP_IS_PART_ROW (self), NULL);

  return dup_stripped (self->text);
}
