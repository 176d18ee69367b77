/* rap-reading-place.c
 *
 * The reader's mark in the article on show: where it was left, whether it was
 * read, whether the work on it is done. Kept a moment after it came or the
 * scrolling ended, and when the article is left; see rap-reading-marks.h.
 *
 * An article is read when the end of its body was on show for a few seconds;
 * opening it, or skimming its beginning, is not reading it. By hand it is read
 * or unread at once, and stays so. It comes back at the place where it was left,
 * with the caret there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"
#include "rap-reading-marks.h"

#define REST_MS    1500   /* after it came, the last scrolling, or a file that was in use */
#define READ_MS    3000   /* its end on show for so long, an article is read */
#define GLANCE_MS   700   /* left before, nothing is kept: the text may not stand yet */

/**
 * RapReadingPlace:
 * @state, @position: of the article on show, as they will be written
 * @shown: when it came, monotonic time; 0: none is on show, though the text may
 *   still scroll while it is emptied
 * @by_hand: the analyst said whether it is read; reading on does not change it
 * @write_source, @read_source: 0, or what is to come
 */
struct _RapReadingPlace
{
  RapReadingState state;
  guint           position;
  gint64          shown;
  gboolean        by_hand;
  guint           write_source;
  guint           read_source;
};

static gboolean write_cb (gpointer data);

static gboolean
keeps_marks (RapArticleView *self)
{
  return self->place->shown != 0 && !rap_session_get_read_only (self->session);
}

static void
schedule (RapArticleView *self)
{
  g_clear_handle_id (&self->place->write_source, g_source_remove);
  self->place->write_source = g_timeout_add (REST_MS, write_cb, self);
}

/* A mark that cannot be written is no news for the reader; it is tried again while the file is in use. */
static void
write_mark (RapArticleView *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->place->write_source, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->text)))
    self->place->position = rap_article_text_get_top (self->text);
  if (!rap_session_set_reading (self->session, RAP_RECORD (self->article)->id, self->place->state,
                                self->place->position, &error)
      && (g_error_matches (error, RAP_ERROR, RAP_ERROR_LOCKED) || g_error_matches (error, RAP_ERROR, RAP_ERROR_SAVING)))
    schedule (self);
}

static gboolean
write_cb (gpointer data)
{
  RapArticleView *self = data;

  self->place->write_source = 0;
  write_mark (self);
  return G_SOURCE_REMOVE;
}

static guint
get_body_end (const RapArticle *article)
{
  if (article->body == NULL || article->body->len == 0)
    return rap_text_get_length (article->text);
  return g_array_index (article->body, RapRange, article->body->len - 1).end;
}

static gboolean
is_end_on_show (RapArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GdkRectangle line, visible;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &end, (int) get_body_end (self->article));
  gtk_text_view_get_iter_location (view, &end, &line);
  gtk_text_view_get_visible_rect (view, &visible);
  return gtk_widget_get_mapped (GTK_WIDGET (view)) && line.y + line.height <= visible.y + visible.height;
}

static gboolean
read_cb (gpointer data)
{
  RapArticleView *self = data;

  self->place->read_source = 0;
  if (!is_end_on_show (self))
    return G_SOURCE_REMOVE;
  self->place->state = RAP_READING_READ;
  schedule (self);
  return G_SOURCE_REMOVE;
}

/* A short article comes with its end on show, so this is asked without scrolling as well. */
static void
watch_end (RapArticleView *self)
{
  if (self->place->state == RAP_READING_UNREAD && !self->place->by_hand && self->place->read_source == 0)
    self->place->read_source = g_timeout_add (READ_MS, read_cb, self);
}

static void
scrolled_cb (RapArticleView *self)
{
  if (!keeps_marks (self))
    return;
  schedule (self);
  if (is_end_on_show (self))
    watch_end (self);
}

/* Marks may also change elsewhere: in the library, in another window. */
static void
follow_mark (RapArticleView *self)
{
  self->place->state = rap_session_get_reading (self->session, RAP_RECORD (self->article)->id).state;
  rap_article_masthead_set_done (self->masthead, self->place->state == RAP_READING_DONE);
}

static void
reading_changed_cb (RapArticleView *self,
                    const char     *article)
{
  if (self->article != NULL && g_strcmp0 (RAP_RECORD (self->article)->id, article) == 0)
    follow_mark (self);
}

static void
return_to (RapArticleView *self,
           guint           position)
{
  if (position == 0)
    return;
  rap_article_text_select (self->text, (RapRange) { position, position });
  rap_article_text_set_top (self->text, position);
}

RapReadingPlace *
rap_reading_place_new (void)
{
  return g_new0 (RapReadingPlace, 1);
}

void
rap_reading_place_free (RapReadingPlace *self)
{
  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_free (self);
}

void
rap_reading_place_init (RapArticleView *self)
{
  g_signal_connect_swapped (self->text, "scrolled", G_CALLBACK (scrolled_cb), self);
}

void
rap_reading_place_follow (RapArticleView *self)
{
  g_signal_connect_swapped (self->session, "reading-changed", G_CALLBACK (reading_changed_cb), self);
}

void
rap_reading_place_show (RapArticleView *self)
{
  RapReadingMark mark = rap_session_get_reading (self->session, RAP_RECORD (self->article)->id);
  guint length = rap_text_get_length (self->article->text);

  self->place->state = mark.state;
  self->place->position = MIN (mark.position, length);
  self->place->shown = g_get_monotonic_time ();
  self->place->by_hand = FALSE;
  rap_article_masthead_set_done (self->masthead, mark.state == RAP_READING_DONE);
  return_to (self, self->place->position);
  if (!keeps_marks (self))
    return;
  schedule (self);
  watch_end (self);
}

void
rap_reading_place_leave (RapArticleView *self)
{
  gboolean settled = g_get_monotonic_time () - self->place->shown > GLANCE_MS * 1000;

  g_clear_handle_id (&self->place->read_source, g_source_remove);
  if (self->place->write_source != 0 && settled && keeps_marks (self))
    write_mark (self);
  g_clear_handle_id (&self->place->write_source, g_source_remove);
  self->place->shown = 0;
}

static void
set_by_hand (RapArticleView  *self,
             RapReadingState  state,
             const char      *sentence)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->place->read_source, g_source_remove);
  self->place->by_hand = TRUE;
  if (!rap_session_set_reading (self->session, RAP_RECORD (self->article)->id, state,
                                rap_article_text_get_top (self->text), &error))
    rap_article_view_report (self, error);
  else
    rap_article_view_message (self, sentence);
}

void
rap_reading_place_toggle_done (RapArticleView *self)
{
  if (self->place->state != RAP_READING_DONE)
    set_by_hand (self, RAP_READING_DONE, _("Done with this article."));
  else
    set_by_hand (self, RAP_READING_READ, _("The article is to be worked on again."));
}

void
rap_reading_place_toggle_read (RapArticleView *self)
{
  if (self->place->state == RAP_READING_UNREAD)
    set_by_hand (self, RAP_READING_READ, _("The article is marked as read."));
  else
    set_by_hand (self, RAP_READING_UNREAD, _("The article is marked as unread."));
}
