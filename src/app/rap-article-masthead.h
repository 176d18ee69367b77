/* rap-article-masthead.h
 *
 * What stands above an article's text: the title in large type, then outlet,
 * publication date and byline as one quiet line. The date is a button, because
 * a date that the page does not state is asked of the analyst.
 *
 * Signals:
 *   "edit-requested" (): the analyst wants to fill in what the page lacks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_MASTHEAD (rap_article_masthead_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleMasthead, rap_article_masthead, RAP, ARTICLE_MASTHEAD, GtkWidget)

GtkWidget *rap_article_masthead_new  (void);
void       rap_article_masthead_show (RapArticleMasthead *self,
                                      RapSession         *session,
                                      RapArticle         *article);

G_END_DECLS
