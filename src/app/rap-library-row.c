/* rap-library-row.c
 *
 * A library row chooses itself on a secondary click and shows the menu there.
 * The tooltip of an article is made when it is asked for: to set the text of one
 * asks the display where the pointer is, for each of two hundred rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-library-row.h"

#include "rap-row-words.h"

struct _RapLibraryRow
{
  AdwBin     parent_instance;
  RapHeader *header;  /* or NULL: not bound to a row */
};

G_DEFINE_FINAL_TYPE (RapLibraryRow, rap_library_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_HEADER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
                            double     x,
                            double     y)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/rapporteur/Rapporteur/ui/rap-library-menu.ui");
  GMenuModel *menu = G_MENU_MODEL (gtk_builder_get_object (builder, "menu"));
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (RapLibraryRow   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkWidget *frame = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double frame_x, frame_y;

  if (self->header == NULL || frame == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)",
                              (guint) self->header->kind, self->header->id);
  gtk_widget_translate_coordinates (GTK_WIDGET (self), frame, x, y, &frame_x, &frame_y);
  rap_library_row_popup_menu (frame, frame_x, frame_y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
rap_library_row_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard_mode,
                               GtkTooltip *tooltip)
{
  RapHeader *header = RAP_LIBRARY_ROW (widget)->header;
  g_autofree char *text = NULL;

  if (header == NULL || header->kind != RAP_KIND_ARTICLE)
    return FALSE;
  text = rap_row_words_describe_article (header);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
rap_library_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_HEADER)
    g_value_set_object (value, RAP_LIBRARY_ROW (object)->header);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_library_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RapLibraryRow *self = RAP_LIBRARY_ROW (object);

  if (prop_id != PROP_HEADER)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&self->header, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
rap_library_row_dispose (GObject *object)
{
  g_clear_object (&RAP_LIBRARY_ROW (object)->header);

  G_OBJECT_CLASS (rap_library_row_parent_class)->dispose (object);
}

static void
rap_library_row_class_init (RapLibraryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rap_library_row_dispose;
  object_class->get_property = rap_library_row_get_property;
  object_class->set_property = rap_library_row_set_property;
  GTK_WIDGET_CLASS (klass)->query_tooltip = rap_library_row_query_tooltip;
  properties[PROP_HEADER] = g_param_spec_object ("header", NULL, NULL, RAP_TYPE_HEADER,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rap_library_row_init (RapLibraryRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}
