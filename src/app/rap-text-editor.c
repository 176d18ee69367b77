/* rap-text-editor.c
 *
 * A text view that trades height for width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-text-editor.h"

#define NATURAL_WIDTH 200  /* pixels */

struct _RapTextEditor
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (RapTextEditor, rap_text_editor, GTK_TYPE_TEXT_VIEW)

static int
measure_height (GtkWidget *widget,
                int        width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static GtkSizeRequestMode
rap_text_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rap_text_editor_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 1;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = measure_height (widget, for_size > 0 ? for_size : NATURAL_WIDTH);
  *natural = *minimum;
}

static void
rap_text_editor_class_init (RapTextEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = rap_text_editor_get_request_mode;
  widget_class->measure = rap_text_editor_measure;
}

static void
rap_text_editor_init (RapTextEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

GtkWidget *
rap_text_editor_new (void)
{
  return g_object_new (RAP_TYPE_TEXT_EDITOR, NULL);
}
