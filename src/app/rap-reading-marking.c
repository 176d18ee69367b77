/* rap-reading-marking.c
 *
 * "Mark as body" and "mark as page furniture" on what is selected, on the
 * paragraph of the caret, or on the folded lines that have the keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"
#include "rap-reading-body.h"

static gboolean
get_range (RapArticleView *self,
           RapRange       *range)
{
  if (rap_article_text_get_focused_fold (self->text, range))
    *range = rap_session_trim_passage (self->article, *range);
  else if (!rap_article_view_get_passage (self, range))
    *range = rap_session_trim_passage (self->article,
                                       rap_session_paragraph_at (self->article, rap_article_text_get_caret (self->text)));
  return !rap_range_is_empty (*range);
}

static void
mark (RapArticleView *self,
      RapRange        range,
      gboolean        as_body)
{
  g_autoptr (GError) error = NULL;

  if (rap_reading_body_mark (self->session, self->article, range, as_body, &error))
    rap_article_text_unfold (self->text, range);
  else if (g_error_matches (error, RAP_ERROR, RAP_ERROR_INVALID))
    rap_article_view_message (self, _("Some of the text must stay the body of the article."));
  else
    rap_article_view_report (self, error);
}

static void
mark_selected (RapArticleView *self,
               gboolean        as_body)
{
  RapRange range;
  gboolean on_fold = rap_article_text_get_focused_fold (self->text, &range);

  if (!get_range (self, &range))
    {
      rap_article_view_message (self, _("There is nothing here to mark: select some text first."));
      return;
    }
  mark (self, range, as_body);
  if (on_fold)
    {
      rap_article_text_select (self->text, (RapRange) { range.start, range.start });
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
    }
}

static void
fold_marked_cb (RapArticleView *self,
                guint           start,
                guint           end)
{
  RapRange range = rap_session_trim_passage (self->article, (RapRange) { start, end });

  mark (self, range, TRUE);
}

void
rap_article_marking_init (RapArticleView *self)
{
  g_signal_connect_swapped (self->text, "marked-body", G_CALLBACK (fold_marked_cb), self);
}

void
rap_article_marking_body (RapArticleView *self)
{
  mark_selected (self, TRUE);
}

void
rap_article_marking_furniture (RapArticleView *self)
{
  mark_selected (self, FALSE);
}
