/* rap-timeline-tray.c
 *
 * A line of events that have no place of their own, as buttons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-tray.h"

#include <glib/gi18n.h>

#include "rap-css-class.h"
#include "rap-timeline-dating.h"
#include "rap-timeline-popover.h"
#include "rap-timeline-words.h"

#define MAX_CHIPS 24   /* the others are in the list */
#define MIN_CHARS 20   /* of a title */
#define MAX_CHARS 36

struct _RapTimelineTray
{
  GtkWidget           parent_instance;
  GtkBox             *row;
  GtkLabel           *title;
  GtkBox             *chips;
  GtkButton          *more;
  RapTimelinePopover *popover;
  RapTimelineItems   *items;
  GArray             *events;     /* guint */
  guint               selected;
};

G_DEFINE_FINAL_TYPE (RapTimelineTray, rap_timeline_tray, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_event (RapTimelineTray *self,
            guint            signal,
            guint            index)
{
  RapTimelineEvent event;

  if (self->items == NULL || index >= rap_timeline_items_get_n_events (self->items))
    return;
  rap_timeline_items_get_event (self->items, index, &event);
  g_signal_emit (self, signals[signal], 0, (guint) event.kind, event.id);
}

static void
chosen_cb (RapTimelineTray *self,
           guint            event)
{
  emit_event (self, ACTIVATED, event);
}

static void
more_clicked_cb (RapTimelineTray *self)
{
  graphene_rect_t area;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->more), GTK_WIDGET (self), &area))
    return;
  rap_timeline_popover_show (self->popover, self->items, self->events,
                             &(GdkRectangle) { area.origin.x, area.origin.y, area.size.width, area.size.height });
}

static guint
event_of (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "event"));
}

static void
chip_clicked_cb (RapTimelineTray *self,
                 GtkWidget       *chip)
{
  emit_event (self, ACTIVATED, event_of (chip));
}

static void
chip_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 RapTimelineTray *self)
{
  if (n_press == 2)
    emit_event (self, OPEN, event_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture))));
}

static gboolean
pick (GtkWidget        *chip,
      double            x,
      double            y,
      RapTimelineEvent *event,
      gint64           *day)
{
  RapTimelineTray *self = RAP_TIMELINE_TRAY (gtk_widget_get_ancestor (chip, RAP_TYPE_TIMELINE_TRAY));

  *day = RAP_DAY_MIN;
  if (self->items == NULL || event_of (chip) >= rap_timeline_items_get_n_events (self->items))
    return FALSE;
  rap_timeline_items_get_event (self->items, event_of (chip), event);
  return TRUE;
}

static gboolean
chip_key_cb (GtkEventControllerKey *keys,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             gpointer               user_data)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  RapTimelineEvent event;
  gint64 day;

  if (key != GDK_KEY_d || state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || !pick (chip, 0.0, 0.0, &event, &day))
    return FALSE;
  rap_timeline_dating_ask (chip, &event);
  return TRUE;
}

static GtkWidget *
make_chip (RapTimelineTray *self,
           guint            index)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *label;
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag;
  g_autofree char *sentence = rap_timeline_words_event (self->items, index);
  g_autofree char *text = NULL;
  RapTimelineEvent event;

  rap_timeline_items_get_event (self->items, index, &event);
  text = g_strdup_printf (event.kind == RAP_KIND_ARTICLE ? "▿ %s" : "○ %s", rap_timeline_words_title (&event));
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (text, -1), MIN_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_add_css_class (chip, "timeline-chip");
  gtk_widget_add_css_class (chip, "pill");
  gtk_widget_set_tooltip_text (chip, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_object_set_data (G_OBJECT (chip), "event", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (chip_pressed_cb), self);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (chip_key_cb), NULL);
  gtk_widget_add_controller (chip, keys);
  /* the button would take the press for itself */
  drag = rap_timeline_dating_add_source (chip, pick);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  return chip;
}

static void
clear_chips (RapTimelineTray *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
}

static void
rap_timeline_tray_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RapTimelineTray *self = RAP_TIMELINE_TRAY (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->row), &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
rap_timeline_tray_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (RAP_TIMELINE_TRAY (widget)->row), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
rap_timeline_tray_dispose (GObject *object)
{
  RapTimelineTray *self = RAP_TIMELINE_TRAY (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_TIMELINE_TRAY);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  g_clear_pointer (&self->events, g_array_unref);
  G_OBJECT_CLASS (rap_timeline_tray_parent_class)->dispose (object);
}

static void
rap_timeline_tray_class_init (RapTimelineTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_timeline_tray_dispose;
  widget_class->size_allocate = rap_timeline_tray_size_allocate;
  widget_class->measure = rap_timeline_tray_measure;
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-timeline-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, RapTimelineTray, row);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineTray, title);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineTray, chips);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineTray, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
rap_timeline_tray_init (RapTimelineTray *self)
{
  self->selected = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->popover = rap_timeline_popover_add (GTK_WIDGET (self), G_CALLBACK (chosen_cb));
}

void
rap_timeline_tray_set_events (RapTimelineTray  *self,
                              const char       *title,
                              RapTimelineItems *items,
                              GArray           *events)
{
  g_autofree char *more = NULL;

  g_return_if_fail (RAP_IS_TIMELINE_TRAY (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  clear_chips (self);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  g_clear_pointer (&self->events, g_array_unref);
  self->items = items != NULL ? rap_timeline_items_ref (items) : NULL;
  self->events = g_array_copy (events);
  gtk_label_set_label (self->title, title);
  for (guint i = 0; i < MIN (events->len, MAX_CHIPS); i++)
    gtk_box_append (self->chips, make_chip (self, g_array_index (events, guint, i)));
  /* Translators: opens the list of all events of a line that holds so many more */
  more = g_strdup_printf (_("All %u…"), events->len);
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), events->len > MAX_CHIPS);
  gtk_widget_set_visible (GTK_WIDGET (self), events->len > 0);
  rap_timeline_tray_set_selected (self, self->selected);
}

void
rap_timeline_tray_set_selected (RapTimelineTray *self,
                                guint            event)
{
  g_return_if_fail (RAP_IS_TIMELINE_TRAY (self));

  self->selected = event;
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    rap_set_css_class (chip, "selected", event_of (chip) == event);
}

gboolean
rap_timeline_tray_get_focus (RapTimelineTray *self,
                             guint           *event)
{
  GtkWidget *chip;

  g_return_val_if_fail (RAP_IS_TIMELINE_TRAY (self), FALSE);

  chip = gtk_widget_get_focus_child (GTK_WIDGET (self->chips));
  if (chip != NULL)
    *event = event_of (chip);
  return chip != NULL;
}

gboolean
rap_timeline_tray_focus (RapTimelineTray *self,
                         guint            event)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_TRAY (self), FALSE);

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (event_of (chip) == event)
      return gtk_widget_grab_focus (chip);
  return FALSE;
}
