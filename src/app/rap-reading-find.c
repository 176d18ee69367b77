/* rap-reading-find.c
 *
 * Finding in the article on show: the bar's hits, or those of a search over all
 * articles, go to the text and the map, the one that is looked at comes into
 * view, and closing the bar selects it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-article-view-private.h"

#define LONGEST_WORDS 80   /* bytes of a selection that are taken as the words to find */

static void
changed_cb (RapArticleView *self)
{
  RapRange current = { 0, 0 };
  gboolean any = rap_reading_finder_get_current (self->finder, &current);

  rap_article_text_set_hits (self->text, rap_reading_finder_get_hits (self->finder), current);
  rap_article_map_set_hits (self->map, rap_reading_finder_get_hits (self->finder));
  if (any)
    rap_article_text_reveal (self->text, current);
}

/* Back in the text with what was found, or else with what was selected before. */
static void
closed_cb (RapArticleView *self)
{
  RapRange selected = self->find_from;

  rap_reading_finder_get_current (self->finder, &selected);
  rap_article_text_select (self->text, selected);
  rap_reading_finder_close (self->finder);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* What is selected, when it is a few words of one line. (transfer full), or NULL */
static char *
get_selected_words (RapArticleView *self)
{
  g_autofree char *words = NULL;
  RapRange passage;

  if (!rap_article_view_get_passage (self, &passage))
    return NULL;
  words = rap_text_slice (self->article->text, passage);
  return strlen (words) <= LONGEST_WORDS && strchr (words, '\n') == NULL ? g_steal_pointer (&words) : NULL;
}

void
rap_article_find_init (RapArticleView *self)
{
  g_signal_connect_swapped (self->finder, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->finder, "closed", G_CALLBACK (closed_cb), self);
}

void
rap_article_find_show (RapArticleView *self)
{
  self->find_from = (RapRange) { 0, 0 };
  rap_reading_finder_set_article (self->finder, self->article);
}

void
rap_article_find_open (RapArticleView *self)
{
  g_autofree char *words = get_selected_words (self);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->finder)))
    self->find_from = rap_article_text_get_selection (self->text);
  rap_reading_finder_open (self->finder, words, self->find_from.start);
}

void
rap_article_find_step (RapArticleView *self,
                       int             by)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->finder)))
    rap_reading_finder_step (self->finder, by);
  else
    rap_article_find_open (self);
}

gboolean
rap_article_find_drop_hits (RapArticleView *self)
{
  if (rap_reading_finder_get_hits (self->finder)->len == 0)
    return FALSE;
  rap_reading_finder_close (self->finder);
  return TRUE;
}

void
rap_article_view_show_hits (RapArticleView *self,
                            const GArray   *hits,
                            guint           current)
{
  g_return_if_fail (RAP_IS_ARTICLE_VIEW (self));
  g_return_if_fail (hits != NULL);

  if (self->article == NULL)
    return;
  rap_reading_finder_mark (self->finder, hits, current);
  if (hits->len > 0)
    rap_article_text_select (self->text, g_array_index (hits, RapRange, current));
  else
    rap_article_view_select (self, (RapRange) { 0, 0 });
}
