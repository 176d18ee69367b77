/* rap-timeline-popover.c
 *
 * The list behind a mark or a number that stands for several events. The rows
 * are a GtkListView's, so that a run of a hundred thousand opens at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-popover.h"

#include "rap-timeline-rows.h"
#include "rap-timeline-words.h"

struct _RapTimelinePopover
{
  GtkPopover          parent_instance;
  GtkListView        *list;
  GtkSingleSelection *selection;
  RapTimelineItems   *items;      /* of the rows, or NULL */
};

G_DEFINE_FINAL_TYPE (RapTimelinePopover, rap_timeline_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
setup_cb (RapTimelinePopover *self,
          GtkListItem        *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (RapTimelinePopover *self,
         GtkListItem        *list_item)
{
  guint event = rap_timeline_row_get_event (gtk_list_item_get_item (list_item));
  g_autofree char *sentence = rap_timeline_words_event (self->items, event);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), sentence);
}

static void
activate_cb (RapTimelinePopover *self,
             guint               position)
{
  RapTimelineRows *rows = RAP_TIMELINE_ROWS (gtk_single_selection_get_model (self->selection));
  guint event = rap_timeline_rows_get_event (rows, position);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, event);
}

static void
rap_timeline_popover_dispose (GObject *object)
{
  RapTimelinePopover *self = RAP_TIMELINE_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_TIMELINE_POPOVER);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  G_OBJECT_CLASS (rap_timeline_popover_parent_class)->dispose (object);
}

static void
rap_timeline_popover_class_init (RapTimelinePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_timeline_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-timeline-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RapTimelinePopover, list);
  gtk_widget_class_bind_template_child (widget_class, RapTimelinePopover, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rap_timeline_popover_init (RapTimelinePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RapTimelinePopover *
rap_timeline_popover_add (GtkWidget *parent,
                          GCallback  chosen_cb)
{
  RapTimelinePopover *self = g_object_new (RAP_TYPE_TIMELINE_POPOVER, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_swapped (self, "chosen", chosen_cb, parent);
  return self;
}

void
rap_timeline_popover_show (RapTimelinePopover *self,
                           RapTimelineItems   *items,
                           GArray             *events,
                           const GdkRectangle *area)
{
  g_autoptr (RapTimelineRows) rows = rap_timeline_rows_new (g_array_copy (events));

  g_return_if_fail (RAP_IS_TIMELINE_POPOVER (self));

  gtk_single_selection_set_model (self->selection, NULL);   /* its rows are of other items */
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  self->items = rap_timeline_items_ref (items);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
