/* rap-suggestion-row.c
 *
 * One line of a type-ahead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-suggestion-row.h"

#include <glib/gi18n.h>

#include "rap-row-words.h"

struct _RapSuggestionRow
{
  GtkListBoxRow  parent_instance;
  GtkLabel      *title;
  GtkLabel      *detail;
  char          *id;    /* or NULL */
  char          *name;
};

G_DEFINE_FINAL_TYPE (RapSuggestionRow, rap_suggestion_row, GTK_TYPE_LIST_BOX_ROW)

static void
rap_suggestion_row_finalize (GObject *object)
{
  RapSuggestionRow *self = RAP_SUGGESTION_ROW (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (rap_suggestion_row_parent_class)->finalize (object);
}

static void
rap_suggestion_row_class_init (RapSuggestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_suggestion_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapSuggestionRow, title);
  gtk_widget_class_bind_template_child (widget_class, RapSuggestionRow, detail);
}

static void
rap_suggestion_row_init (RapSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (transfer full) */
static char *
describe (RapHeader *header)
{
  if (header->when != NULL && header->kind != RAP_KIND_CLAIM)
    return rap_row_words_date (header->when);
  return g_strdup (header->subtitle != NULL ? header->subtitle : "");
}

GtkWidget *
rap_suggestion_row_new (RapHeader *header)
{
  RapSuggestionRow *self = g_object_new (RAP_TYPE_SUGGESTION_ROW, NULL);
  g_autofree char *detail = describe (header);

  self->id = g_strdup (header->id);
  self->name = g_strdup (header->title);
  gtk_label_set_text (self->title, header->title);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail[0] != '\0');
  return GTK_WIDGET (self);
}

GtkWidget *
rap_suggestion_row_new_create (const char *name)
{
  RapSuggestionRow *self = g_object_new (RAP_TYPE_SUGGESTION_ROW, NULL);
  g_autofree char *text = g_strdup_printf (_("Create “%s”"), name);

  self->name = g_strdup (name);
  gtk_label_set_text (self->title, text);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), FALSE);
  return GTK_WIDGET (self);
}

const char *
rap_suggestion_row_get_id (RapSuggestionRow *self)
{
  g_return_val_if_fail (RAP_IS_SUGGESTION_ROW (self), NULL);

  return self->id;
}

const char *
rap_suggestion_row_get_name (RapSuggestionRow *self)
{
  g_return_val_if_fail (RAP_IS_SUGGESTION_ROW (self), NULL);

  return self->name;
}
