/* rap-delete-popover.c
 *
 * It lives as long as it is open: closing takes it off its parent, and so does
 * the end of the parent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-delete-popover.h"

#include <glib/gi18n.h>

struct _RapDeletePopover
{
  GtkPopover  parent_instance;
  GtkLabel   *heading;
  GtkLabel   *gone;
  GtkLabel   *left;
  GtkWidget  *delete_button;
  GtkWidget  *former;   /* what had the keyboard, or NULL; weak */
};

G_DEFINE_FINAL_TYPE (RapDeletePopover, rap_delete_popover, GTK_TYPE_POPOVER)

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
delete_clicked_cb (RapDeletePopover *self)
{
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CONFIRMED], 0);
  g_object_unref (self);
}

static void
cancel_clicked_cb (RapDeletePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
detach (RapDeletePopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL)
    return;
  g_signal_handlers_disconnect_by_data (parent, self);
  gtk_widget_unparent (GTK_WIDGET (self));
}

static gboolean
detach_cb (gpointer user_data)
{
  detach (user_data);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes back to where it was; the parent lets go when the click is over. */
static void
closed_cb (RapDeletePopover *self)
{
  if (self->former != NULL && gtk_widget_get_mapped (self->former))
    gtk_widget_grab_focus (self->former);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, detach_cb, g_object_ref (self), g_object_unref);
}

static void
rap_delete_popover_dispose (GObject *object)
{
  g_clear_weak_pointer (&RAP_DELETE_POPOVER (object)->former);

  G_OBJECT_CLASS (rap_delete_popover_parent_class)->dispose (object);
}

static void
rap_delete_popover_class_init (RapDeletePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_delete_popover_dispose;
  signals[CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-delete-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RapDeletePopover, heading);
  gtk_widget_class_bind_template_child (widget_class, RapDeletePopover, gone);
  gtk_widget_class_bind_template_child (widget_class, RapDeletePopover, left);
  gtk_widget_class_bind_template_child (widget_class, RapDeletePopover, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
rap_delete_popover_init (RapDeletePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Points at what has the keyboard inside the parent, if anything has. */
static void
point (RapDeletePopover *self,
       GtkWidget        *parent)
{
  GdkRectangle place = { gtk_widget_get_width (parent) / 2, MIN (40, gtk_widget_get_height (parent)), 1, 1 };
  graphene_rect_t bounds;

  if (self->former != NULL && gtk_widget_is_ancestor (self->former, parent)
      && gtk_widget_compute_bounds (self->former, parent, &bounds))
    place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                             (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

static void
show_line (GtkLabel   *label,
           const char *format,
           const char *list)
{
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, list);
#pragma GCC diagnostic pop
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *list != '\0');
}

RapDeletePopover *
rap_delete_popover_open (GtkWidget  *parent,
                         const char *title,
                         const char *gone,
                         const char *left)
{
  RapDeletePopover *self = g_object_new (RAP_TYPE_DELETE_POPOVER, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), title);

  g_set_weak_pointer (&self->former, root != NULL ? gtk_root_get_focus (root) : NULL);
  gtk_label_set_label (self->heading, heading);
  /* Translators: a list like "12 mentions, 2 coded passages" */
  show_line (self->gone, _("These go with it: %s."), gone);
  /* Translators: a list like "speaker of 3 claims, participant of 2 meetings" */
  show_line (self->left, _("It is %s; they stay without it."), left);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_swapped (parent, "destroy", G_CALLBACK (detach), self);
  point (self, parent);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->delete_button);
  return self;
}
