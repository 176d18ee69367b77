/* rap-relative-row.c
 *
 * Three labels. The words that come from records are set as text, never as
 * markup.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-relative-row.h"

#include <glib/gi18n.h>

#include "rap-record-words.h"
#include "rap-row-words.h"

struct _RapRelativeRow
{
  GtkListBoxRow  parent_instance;
  GtkLabel      *said;
  GtkLabel      *origin;
  GtkLabel      *reason;
  char          *id;
};

G_DEFINE_FINAL_TYPE (RapRelativeRow, rap_relative_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_part (GString    *parts,
          const char *part)
{
  if (*part != '\0')
    g_string_append_printf (parts, "%s%s", parts->len > 0 ? " · " : "", part);
}

/* "Mohammad Bagheri · Media Line · 8 Nov 2022"; an outlet that speaks is named once. (transfer full) */
static char *
describe_origin (const RapRelative *relative)
{
  GString *parts = g_string_new (NULL);
  g_autofree char *date = relative->when != NULL ? rap_row_words_date (relative->when) : g_strdup (_("undated"));

  add_part (parts, *relative->speaker != '\0' ? relative->speaker
                   : relative->claim->anonymous ? _("anonymous") : _("no speaker"));
  add_part (parts, g_strcmp0 (relative->outlet, relative->speaker) != 0 ? relative->outlet : "");
  add_part (parts, date);
  return g_string_free (parts, FALSE);
}

/* "same meeting · 4 words"; "" when nothing is shared. (transfer full) */
static char *
describe_reason (const RapRelative *relative)
{
  GString *parts = g_string_new (NULL);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", relative->n_words), relative->n_words);

  add_part (parts, relative->same_meeting ? _("same meeting") : "");
  add_part (parts, relative->same_speaker ? _("same speaker") : "");
  add_part (parts, relative->n_words > 0 ? words : "");
  return g_string_free (parts, FALSE);
}

static void
rap_relative_row_dispose (GObject *object)
{
  g_clear_pointer (&RAP_RELATIVE_ROW (object)->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), RAP_TYPE_RELATIVE_ROW);
  G_OBJECT_CLASS (rap_relative_row_parent_class)->dispose (object);
}

static void
rap_relative_row_class_init (RapRelativeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_relative_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-relative-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapRelativeRow, said);
  gtk_widget_class_bind_template_child (widget_class, RapRelativeRow, origin);
  gtk_widget_class_bind_template_child (widget_class, RapRelativeRow, reason);
}

static void
rap_relative_row_init (RapRelativeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_relative_row_new (const RapRelative *relative)
{
  RapRelativeRow *self = g_object_new (RAP_TYPE_RELATIVE_ROW, NULL);
  g_autofree char *said = rap_record_words_claim (relative->claim);
  g_autofree char *origin = describe_origin (relative);
  g_autofree char *reason = describe_reason (relative);
  g_autofree char *sentence = *reason != '\0' ? g_strdup_printf ("%s. %s. %s", said, origin, reason)
                                              : g_strdup_printf ("%s. %s", said, origin);

  self->id = g_strdup (((RapRecord *) relative->claim)->id);
  gtk_label_set_text (self->said, said);
  gtk_label_set_text (self->origin, origin);
  gtk_label_set_text (self->reason, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  return GTK_WIDGET (self);
}

const char *
rap_relative_row_get_id (RapRelativeRow *self)
{
  g_return_val_if_fail (RAP_IS_RELATIVE_ROW (self), NULL);

  return self->id;
}
