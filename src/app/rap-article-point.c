/* rap-article-point.c
 *
 * Lines are found by the heights of whole lines, which is safe at any time;
 * only in lines that show GTK may look for the character.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-point.h"

static gboolean
is_invisible (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);
  gboolean invisible = FALSE;

  for (GSList *l = tags; l != NULL && !invisible; l = l->next)
    g_object_get (l->data, "invisible", &invisible, NULL);
  return invisible;
}

gboolean
rap_article_point_is_folded (GtkTextView *view,
                             int          y)
{
  GtkTextIter line;

  gtk_text_view_get_line_at_y (view, &line, y, NULL);
  return is_invisible (&line);
}

gboolean
rap_article_point_find (GtkTextView *view,
                        int          x,
                        int          y,
                        GtkTextIter *iter)
{
  gtk_text_view_get_line_at_y (view, iter, y, NULL);
  if (!is_invisible (iter))
    return gtk_text_view_get_iter_at_location (view, iter, x, y);
  gtk_text_iter_forward_visible_line (iter);
  return FALSE;
}
