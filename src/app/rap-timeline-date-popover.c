/* rap-timeline-date-popover.c
 *
 * The date of an event, typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-date-popover.h"

#include <glib/gi18n.h>

#include "rap-css-class.h"
#include "rap-date-reading.h"

struct _RapTimelineDatePopover
{
  GtkPopover  parent_instance;
  GtkLabel   *title;
  GtkEntry   *entry;
  GtkLabel   *hint;
  RapEdtf    *published;   /* or NULL */
  RapEdtf    *date;        /* what the text means, or NULL */
  gboolean    valid;
  GtkWidget  *former;      /* what had the keyboard, or NULL; weak */
};

G_DEFINE_FINAL_TYPE (RapTimelineDatePopover, rap_timeline_date_popover, GTK_TYPE_POPOVER)

enum
{
  DATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Says what the text means, or why it is no date. */
static void
changed_cb (RapTimelineDatePopover *self)
{
  g_autoptr (RapDateReading) reading = rap_date_reading_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                                             self->published);

  g_clear_pointer (&self->date, rap_edtf_unref);
  self->date = g_steal_pointer (&reading->when);
  self->valid = !reading->wrong;
  gtk_label_set_label (self->hint, reading->sentence);
  rap_set_css_class (GTK_WIDGET (self->entry), "error", !self->valid);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reading->sentence, -1);
}

static void
activate_cb (RapTimelineDatePopover *self)
{
  if (!self->valid)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  g_signal_emit (self, signals[DATED], 0, self->date);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
remove_cb (gpointer user_data)
{
  g_autoptr (RapTimelineDatePopover) self = user_data;

  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
rap_timeline_date_popover_closed (GtkPopover *popover)
{
  RapTimelineDatePopover *self = RAP_TIMELINE_DATE_POPOVER (popover);

  if (self->former != NULL && gtk_widget_get_mapped (self->former))
    gtk_widget_grab_focus (self->former);
  /* not while its own signal is being told */
  g_idle_add (remove_cb, g_object_ref (popover));
}

static void
rap_timeline_date_popover_finalize (GObject *object)
{
  RapTimelineDatePopover *self = RAP_TIMELINE_DATE_POPOVER (object);

  g_clear_weak_pointer (&self->former);
  g_clear_pointer (&self->published, rap_edtf_unref);
  g_clear_pointer (&self->date, rap_edtf_unref);
  G_OBJECT_CLASS (rap_timeline_date_popover_parent_class)->finalize (object);
}

static void
rap_timeline_date_popover_class_init (RapTimelineDatePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_timeline_date_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = rap_timeline_date_popover_closed;
  signals[DATED] = g_signal_new ("dated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
rap_timeline_date_popover_init (RapTimelineDatePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  self->title = add_label (GTK_BOX (box), "heading");
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  self->hint = add_label (GTK_BOX (box), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
}

RapTimelineDatePopover *
rap_timeline_date_popover_open (GtkWidget          *parent,
                                const GdkRectangle *area,
                                const char         *title,
                                const RapEdtf      *date,
                                const RapEdtf      *published)
{
  RapTimelineDatePopover *self = g_object_new (RAP_TYPE_TIMELINE_DATE_POPOVER, NULL);
  /* Translators: the heading over a line for a date; a meeting's or article's title */
  g_autofree char *heading = g_strdup_printf (_("Date of “%s”"), title);

  self->published = published != NULL ? rap_edtf_ref (published) : NULL;
  g_set_weak_pointer (&self->former, gtk_root_get_focus (gtk_widget_get_root (parent)));
  gtk_label_set_label (self->title, heading);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), date != NULL ? date->text : "");
  changed_cb (self);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), self, G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}
