/* rap-library-row.c
 *
 * A list keeps some two hundred rows around those that are seen, and makes them
 * anew with every letter of a filter. So a row is one widget without children,
 * which draws nothing while it is out of sight: when the list is scrolled or
 * becomes higher, those that were out of sight are asked again. What rows have
 * in common (menu, tooltip) is the list's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-library-row.h"

#include "rap-row-face.h"
#include "rap-row-painter.h"

#define NATURAL_WIDTH 240

struct _RapLibraryRow
{
  GtkWidget   parent_instance;
  RapColumns *columns;   /* or NULL: not in a table */
  RapHeader  *header;    /* or NULL: not bound to a row */
  gboolean    is_blank;  /* was out of sight when it was to be drawn */
};

G_DEFINE_FINAL_TYPE (RapLibraryRow, rap_library_row, GTK_TYPE_WIDGET)

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the chosen item's action is still to come. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add (unparent_cb, popover);
}

void
rap_library_row_popup_menu (GtkWidget *parent,
                            RapKind    kind,
                            double     x,
                            double     y)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/rapporteur/Rapporteur/ui/rap-library-menu.ui");
  GMenuModel *menu = G_MENU_MODEL (gtk_builder_get_object (builder, kind == RAP_KIND_ARTICLE ? "article" : "menu"));
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);
  double y;

  if (list == NULL || !gtk_widget_translate_coordinates (widget, list, 0, 0, NULL, &y))
    return TRUE;
  return y < gtk_widget_get_height (list) && y + gtk_widget_get_height (widget) > 0;
}

static void
rap_library_row_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  RapLibraryRow *self = RAP_LIBRARY_ROW (widget);

  self->is_blank = !is_in_sight (widget);
  if (self->is_blank || self->header == NULL)
    return;
  if (self->columns != NULL)
    rap_row_painter_draw_cells (widget, snapshot, self->header, self->columns);
  else
    rap_row_painter_draw (widget, snapshot, self->header);
}

static void
rap_library_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  RapLibraryRow *self = RAP_LIBRARY_ROW (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->header != NULL ? rap_row_painter_get_height (widget, self->header->kind, self->columns) : 0;
  else
    {
      *minimum = 0;
      *natural = NATURAL_WIDTH;
    }
}

static void
rap_library_row_dispose (GObject *object)
{
  g_clear_object (&RAP_LIBRARY_ROW (object)->header);
  g_clear_object (&RAP_LIBRARY_ROW (object)->columns);

  G_OBJECT_CLASS (rap_library_row_parent_class)->dispose (object);
}

static void
rap_library_row_class_init (RapLibraryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_library_row_dispose;
  widget_class->snapshot = rap_library_row_snapshot;
  widget_class->measure = rap_library_row_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
rap_library_row_init (RapLibraryRow *self)
{
}

/* The words go to the row of the list too, which is what the keyboard is on. */
static void
tell_words (RapLibraryRow *self)
{
  g_autofree char *title = rap_row_face_get_title (self->header);
  g_autofree char *words = rap_row_face_describe (self->header);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          RapColumns         *columns)
{
  RapLibraryRow *self = g_object_new (RAP_TYPE_LIBRARY_ROW, NULL);

  g_set_object (&self->columns, columns);
  gtk_list_item_set_child (item, GTK_WIDGET (self));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  RapLibraryRow *self = RAP_LIBRARY_ROW (gtk_list_item_get_child (item));

  if (self->header == NULL)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!g_set_object (&self->header, gtk_list_item_get_item (item)))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell_words (self);
}

/* The row at a point of @list, or NULL. */
static RapLibraryRow *
pick_row (GtkWidget *list,
          double     x,
          double     y)
{
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  /* the row of the list is larger than what stands in it */
  if (picked != NULL && !RAP_IS_LIBRARY_ROW (picked) && gtk_widget_get_parent (picked) == list)
    picked = gtk_widget_get_first_child (picked);
  return picked != NULL && RAP_IS_LIBRARY_ROW (picked) ? RAP_LIBRARY_ROW (picked) : NULL;
}

static void
pressed_cb (GtkWidget       *list,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkWidget *frame = gtk_widget_get_parent (list);
  RapLibraryRow *row = pick_row (list, x, y);
  double frame_x, frame_y;

  if (row == NULL || row->header == NULL)
    return;
  gtk_widget_activate_action (list, "win.select", "(us)", (guint) row->header->kind, row->header->id);
  gtk_widget_translate_coordinates (list, frame, x, y, &frame_x, &frame_y);
  rap_library_row_popup_menu (frame, row->header->kind, frame_x, frame_y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
query_tooltip_cb (GtkWidget  *list,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  RapLibraryRow *row = keyboard_mode ? NULL : pick_row (list, x, y);
  g_autofree char *text = NULL;
  graphene_rect_t bounds;

  if (row == NULL || row->header == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds))
    return FALSE;
  text = rap_row_face_get_tooltip (row->header);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                       (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}

typedef void (* RowFunc) (RapLibraryRow *row);

static void
for_each_row (GtkWidget *list,
              RowFunc    func)
{
  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (row != NULL && RAP_IS_LIBRARY_ROW (row))
        func (RAP_LIBRARY_ROW (row));
    }
}

static void
wake (RapLibraryRow *self)
{
  if (self->is_blank)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (GtkWidget *list)
{
  for_each_row (list, wake);
}

void
rap_library_row_serve (GtkListView *list,
                       RapColumns  *columns)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), columns);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
  g_object_unref (factory);

  g_signal_connect_object (place, "value-changed", G_CALLBACK (moved_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "changed", G_CALLBACK (moved_cb), list, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_set_has_tooltip (GTK_WIDGET (list), TRUE);
  g_signal_connect (list, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
renew (RapLibraryRow *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->header != NULL)
    tell_words (self);
}

void
rap_library_row_renew (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  for_each_row (GTK_WIDGET (list), renew);
}

gboolean
rap_library_row_focus (GtkListView *list,
                       RapHeader   *header)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), FALSE);

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (list)); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (header != NULL && RAP_IS_LIBRARY_ROW (row) && RAP_LIBRARY_ROW (row)->header == header)
        return gtk_widget_grab_focus (item);
    }
  return FALSE;
}
