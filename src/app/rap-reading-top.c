/* rap-reading-top.c
 *
 * GTK lays text out bit by bit and keeps the paragraph at the top in its place,
 * but not the line in it, and ends a scroll that is on its way. So each frame
 * looks whether the code point that is held is at the top, and goes there, until
 * it was found there some times.
 *
 * The code point is kept when the hold ends: while it is in the line at the top,
 * it is what stands there, so that nothing drifts when type changes often.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-top.h"

#include "rap-article-point.h"

#define FRAMES_AT_REST 3

/**
 * RapReadingTop:
 * @offset: held, or last held; 0: none
 * @below: pixels that it is held below the top
 * @holds: whether it is not known yet to have come to rest
 * @n_rests: frames in which it was found at the top
 * @tick: of the frames, or 0
 */
struct _RapReadingTop
{
  GtkTextView *view;
  guint        offset;
  int          below;
  gboolean     holds;
  guint        n_rests;
  guint        tick;
};

static GtkAdjustment *
get_adjustment (RapReadingTop *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
}

static void
get_iter (RapReadingTop *self,
          GtkTextIter   *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), iter, (int) self->offset);
}

/* Goes straight there. FALSE: nothing was to be done, or no more can be. */
static gboolean
correct (RapReadingTop *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  GdkRectangle visible, place;
  GtkTextIter iter;
  double before;

  if (adjustment == NULL)
    return FALSE;
  get_iter (self, &iter);
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, &iter, &place);
  if (place.y - self->below == visible.y)
    return FALSE;
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + place.y - self->below - visible.y);
  return ABS (gtk_adjustment_get_value (adjustment) - before) >= 1;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  RapReadingTop *self = user_data;

  if (gtk_widget_get_mapped (widget))
    {
      self->n_rests = correct (self) ? 0 : self->n_rests + 1;
      self->holds = self->n_rests < FRAMES_AT_REST;
      if (self->holds)
        return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Text that is not on show is taken care of when it is again. */
static void
watch (RapReadingTop *self)
{
  if (self->holds && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
}

/* By a mark: then the text around it is laid out first. */
static void
go (RapReadingTop *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "top");
  GdkRectangle visible, place;
  GtkTextIter iter;

  get_iter (self, &iter);
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, &iter, &place);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "top", &iter, TRUE);
  gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (self->view, mark, 0, TRUE, 0,
                                CLAMP ((double) self->below / MAX (1, visible.height - place.height), 0, 1));
}

/* Whether what was held is in the line of @iter. */
static gboolean
is_in_line (RapReadingTop     *self,
            const GtkTextIter *iter)
{
  GtkTextIter start = *iter;
  GtkTextIter end = *iter;

  gtk_text_view_backward_display_line_start (self->view, &start);
  gtk_text_view_forward_display_line_end (self->view, &end);
  return (int) self->offset >= gtk_text_iter_get_offset (&start) && (int) self->offset <= gtk_text_iter_get_offset (&end);
}

RapReadingTop *
rap_reading_top_new (GtkTextView *view)
{
  RapReadingTop *self = g_new0 (RapReadingTop, 1);

  self->view = view;
  g_signal_connect_swapped (view, "map", G_CALLBACK (watch), self);
  return self;
}

void
rap_reading_top_free (RapReadingTop *self)
{
  rap_reading_top_release (self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_free (self);
}

guint
rap_reading_top_get (RapReadingTop *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  GdkRectangle visible;
  GtkTextIter iter;

  if (self->holds && self->below == 0)
    return self->offset;
  if (adjustment == NULL || gtk_adjustment_get_value (adjustment) < 1)
    return 0;
  gtk_text_view_get_visible_rect (self->view, &visible);
  rap_article_point_find (self->view, gtk_text_view_get_left_margin (self->view), visible.y, &iter);
  return self->offset > 0 && is_in_line (self, &iter) ? self->offset : (guint) gtk_text_iter_get_offset (&iter);
}

void
rap_reading_top_hold (RapReadingTop *self,
                      guint          offset)
{
  if (offset == 0)
    {
      rap_reading_top_release (self);
      if (get_adjustment (self) != NULL)
        gtk_adjustment_set_value (get_adjustment (self), 0);
      return;
    }
  rap_reading_top_hold_line (self, offset, 0);
}

int
rap_reading_top_measure (RapReadingTop *self,
                         guint          offset)
{
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, (int) offset);
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, &iter, &place);
  return place.y - visible.y;
}

void
rap_reading_top_hold_line (RapReadingTop *self,
                           guint          offset,
                           int            below)
{
  rap_reading_top_release (self);
  self->offset = offset;
  self->below = below;
  self->holds = TRUE;
  go (self);
  watch (self);
}

void
rap_reading_top_release (RapReadingTop *self)
{
  self->offset = 0;
  self->below = 0;
  self->holds = FALSE;
  self->n_rests = 0;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  self->tick = 0;
}
