/* rap-column-heads.c
 *
 * The buttons stand where RapColumns says that the cells below them stand. All
 * of them exist all the time; those of hidden columns are not visible.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-column-heads.h"

#include <glib/gi18n.h>

#define GRIP 5    /* pixels on both sides of an edge that can be dragged */
#define STEP 12   /* pixels by the keyboard */

/**
 * Head: one heading
 * @arrow: which way the rows are sorted; invisible when they are not by this
 */
typedef struct
{
  guint      cell;
  GtkWidget *button;
  GtkWidget *arrow;
} Head;

struct _RapColumnHeads
{
  GtkWidget   parent_instance;
  Head        heads[RAP_N_COLUMNS];
  RapColumns *columns;        /* or NULL */
  RapColumn   dragged;        /* as it was when the drag began */
};

G_DEFINE_FINAL_TYPE (RapColumnHeads, rap_column_heads, GTK_TYPE_WIDGET)

enum
{
  SORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const guint cells[RAP_N_COLUMNS] = {
  RAP_CELL_TITLE, RAP_CELL_OUTLET, RAP_CELL_DATE, RAP_CELL_LANGUAGE, RAP_CELL_COUNTS, RAP_CELL_MARK,
};

static guint
place (RapColumnHeads *self,
       RapColumn       columns[RAP_N_COLUMNS])
{
  return self->columns != NULL ? rap_columns_place (self->columns, gtk_widget_get_width (GTK_WIDGET (self)), columns) : 0;
}

static gboolean
is_rtl (RapColumnHeads *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
clicked_cb (RapColumnHeads *self,
            GtkWidget      *button)
{
  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    if (self->heads[i].button == button)
      g_signal_emit (self, signals[SORT], 0, self->heads[i].cell);
}

/* The column whose edge is at @x, in @column. */
static gboolean
find_edge (RapColumnHeads *self,
           double          x,
           RapColumn      *column)
{
  RapColumn columns[RAP_N_COLUMNS];
  guint n = place (self, columns);
  double at = is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;

  for (guint i = 1; i < n; i++)
    if (ABS (columns[i].start - at) <= GRIP)
      {
        *column = columns[i];
        return TRUE;
      }
  return FALSE;
}

static void
motion_cb (RapColumnHeads *self,
           double          x,
           double          y)
{
  RapColumn column;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_edge (self, x, &column) ? "col-resize" : NULL);
}

static void
drag_begin_cb (RapColumnHeads *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  gtk_gesture_set_state (gesture, find_edge (self, x, &self->dragged) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                      : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (RapColumnHeads *self,
                double          x,
                double          y)
{
  rap_columns_resize (self->columns, self->dragged.cell, self->dragged.width + (int) (is_rtl (self) ? x : -x));
}

static gboolean
key_cb (RapColumnHeads  *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  RapColumn columns[RAP_N_COLUMNS];
  guint n = place (self, columns);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean wider = (key == GDK_KEY_Right) != is_rtl (self);

  if ((key != GDK_KEY_Left && key != GDK_KEY_Right) || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    for (guint k = 1; k < n; k++)
      if (self->heads[i].button == focus && self->heads[i].cell == columns[k].cell)
        rap_columns_resize (self->columns, columns[k].cell, columns[k].width + (wider ? STEP : -STEP));
  return GDK_EVENT_STOP;
}

static void
show_columns (RapColumnHeads *self)
{
  guint shown = rap_row_face_get_cells ();

  for (guint i = 1; i < RAP_N_COLUMNS; i++)
    gtk_widget_set_visible (self->heads[i].button, (shown & self->heads[i].cell) != 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
rap_column_heads_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  RapColumnHeads *self = RAP_COLUMN_HEADS (widget);

  *minimum = *natural = 0;
  for (guint i = 0; orientation == GTK_ORIENTATION_VERTICAL && i < RAP_N_COLUMNS; i++)
    {
      int height;

      gtk_widget_measure (self->heads[i].button, orientation, -1, &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*natural, height);
    }
}

static void
rap_column_heads_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  RapColumnHeads *self = RAP_COLUMN_HEADS (widget);
  RapColumn columns[RAP_N_COLUMNS];
  guint n = place (self, columns);

  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    for (guint k = 0; k < n; k++)
      if (self->heads[i].cell == columns[k].cell)
        {
          int least;

          gtk_widget_measure (self->heads[i].button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          least = MAX (least, columns[k].width);
          gtk_widget_size_allocate (self->heads[i].button, &(GtkAllocation) {
            is_rtl (self) ? width - columns[k].start - least : columns[k].start, 0, least, height }, -1);
        }
}

static void
rap_column_heads_dispose (GObject *object)
{
  RapColumnHeads *self = RAP_COLUMN_HEADS (object);

  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    g_clear_pointer (&self->heads[i].button, gtk_widget_unparent);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (rap_column_heads_parent_class)->dispose (object);
}

static void
rap_column_heads_class_init (RapColumnHeadsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_column_heads_dispose;
  widget_class->measure = rap_column_heads_measure;
  widget_class->size_allocate = rap_column_heads_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "heads");
  signals[SORT] = g_signal_new ("sort", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_head (RapColumnHeads *self,
          guint           i)
{
  Head *head = &self->heads[i];
  GtkWidget *label = gtk_label_new (rap_columns_get_heading (cells[i]));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  head->cell = cells[i];
  head->arrow = gtk_image_new ();
  gtk_widget_set_visible (head->arrow, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), head->arrow);
  head->button = g_object_new (GTK_TYPE_BUTTON, "child", box, "tooltip-text", rap_columns_get_heading (cells[i]), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rap_columns_get_heading (cells[i]), -1);
  gtk_widget_add_css_class (head->button, "flat");
  gtk_widget_set_parent (head->button, GTK_WIDGET (self));
  g_signal_connect_swapped (head->button, "clicked", G_CALLBACK (clicked_cb), self);
}

static void
rap_column_heads_init (RapColumnHeads *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    add_head (self, i);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  /* before the buttons */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
rap_column_heads_set_columns (RapColumnHeads *self,
                              RapColumns     *columns)
{
  g_return_if_fail (RAP_IS_COLUMN_HEADS (self));
  g_return_if_fail (RAP_IS_COLUMNS (columns));

  g_set_object (&self->columns, columns);
  g_signal_connect_object (columns, "changed", G_CALLBACK (show_columns), self, G_CONNECT_SWAPPED);
  show_columns (self);
}

void
rap_column_heads_set_sort (RapColumnHeads *self,
                           guint           cell,
                           gboolean        descending)
{
  g_return_if_fail (RAP_IS_COLUMN_HEADS (self));

  for (guint i = 0; i < RAP_N_COLUMNS; i++)
    {
      Head *head = &self->heads[i];
      gboolean sorted = head->cell == cell;

      gtk_widget_set_visible (head->arrow, sorted);
      gtk_image_set_from_icon_name (GTK_IMAGE (head->arrow), descending ? "pan-down-symbolic" : "pan-up-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (head->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      !sorted ? "" : descending ? _("Sorted from last to first") : _("Sorted from first to last"), -1);
    }
}
