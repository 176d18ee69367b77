/* rap-name-row.c
 *
 * Another name of an entity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-name-row.h"

#include "rap-form.h"
#include "rap-name-page.h"
#include "rap-record-words.h"
#include "rap-variant-words.h"

struct _RapNameRow
{
  GtkListBoxRow  parent_instance;
  GtkEntry      *name;
  GtkDropDown   *kind;
  GtkEntry      *language;
  GtkLabel      *script;
  char          *loaded_name;
  char          *loaded_language;
  gboolean       loading;
};

G_DEFINE_FINAL_TYPE (RapNameRow, rap_name_row, GTK_TYPE_LIST_BOX_ROW)

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
selected_cb (RapNameRow *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
commit_cb (RapNameRow *self)
{
  g_autofree char *name = dup_stripped (self->name);
  g_autofree char *language = dup_stripped (self->language);

  if (g_strcmp0 (name, self->loaded_name) == 0 && g_strcmp0 (language, self->loaded_language) == 0)
    return;
  rap_set_string (&self->loaded_name, name);
  rap_set_string (&self->loaded_language, language);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_script_cb (RapNameRow *self)
{
  g_autofree char *name = dup_stripped (self->name);

  gtk_label_set_text (self->script, rap_variant_words_script (rap_name_get_script (name)));
}

static gboolean
key_pressed_cb (RapNameRow *self,
                guint       keyval)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  commit_cb (self);
  if (form != NULL)
    rap_form_leave (form);
  return GDK_EVENT_STOP;
}

static void
remove_clicked_cb (RapNameRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
rap_name_row_finalize (GObject *object)
{
  RapNameRow *self = RAP_NAME_ROW (object);

  g_free (self->loaded_name);
  g_free (self->loaded_language);

  G_OBJECT_CLASS (rap_name_row_parent_class)->finalize (object);
}

static void
rap_name_row_class_init (RapNameRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_name_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-name-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapNameRow, name);
  gtk_widget_class_bind_template_child (widget_class, RapNameRow, kind);
  gtk_widget_class_bind_template_child (widget_class, RapNameRow, language);
  gtk_widget_class_bind_template_child (widget_class, RapNameRow, script);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_script_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
rap_name_row_init (RapNameRow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (rap_record_words_get_name_kinds ());

  self->loading = TRUE;
  self->loaded_name = g_strdup ("");
  self->loaded_language = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->loading = FALSE;
}

GtkWidget *
rap_name_row_new (void)
{
  return g_object_new (RAP_TYPE_NAME_ROW, NULL);
}

static void
load_entry (GtkEntry    *entry,
            char       **loaded,
            const char  *text)
{
  g_autofree char *typed = dup_stripped (entry);

  if (g_strcmp0 (typed, *loaded) == 0 && g_strcmp0 (typed, text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  rap_set_string (loaded, text);
}

void
rap_name_row_load (RapNameRow    *self,
                   const RapName *name)
{
  g_return_if_fail (RAP_IS_NAME_ROW (self));

  self->loading = TRUE;
  load_entry (self->name, &self->loaded_name, name->name);
  load_entry (self->language, &self->loaded_language, name->language);
  gtk_drop_down_set_selected (self->kind, name->kind);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name->name);
  self->loading = FALSE;
}

RapName *
rap_name_row_read (RapNameRow *self)
{
  g_autofree char *name = dup_stripped (self->name);
  g_autofree char *language = dup_stripped (self->language);

  g_return_val_if_fail (RAP_IS_NAME_ROW (self), NULL);

  return rap_name_new (name, language, gtk_drop_down_get_selected (self->kind));
}
