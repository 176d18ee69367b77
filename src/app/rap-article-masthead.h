/* rap-article-masthead.h
 *
 * What stands above an article's text: the title in large type, then outlet,
 * publication date and byline, then the address, which can be copied, the
 * language and what it is a copy of, then the note. Each is edited where it
 * stands (see rap-article-masthead-field.h); what the page does not state is
 * asked of the analyst. A byline that only repeats the outlet is not said twice.
 * Where there is little room, all but title, outlet, date, byline and a note that
 * is there wait behind a button.
 *
 * Property "editing": whether a fact is being edited; keys are then typed text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-form.h"
#include "rap-reading-type.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_MASTHEAD (rap_article_masthead_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleMasthead, rap_article_masthead, RAP, ARTICLE_MASTHEAD, RapForm)

GtkWidget *rap_article_masthead_new      (void);
/* Another article, or the same after a change. What is being typed for the one
 * before is committed where it is valid. Both NULL: none, nothing is held. */
void       rap_article_masthead_show     (RapArticleMasthead *self,
                                          RapSession         *session,
                                          RapArticle         *article);
/* Whether the analyst is done with the article. */
void       rap_article_masthead_set_done (RapArticleMasthead *self,
                                          gboolean            done);
/* Whether there is little room. May be called while sizes are given. */
void       rap_article_masthead_set_compact (RapArticleMasthead *self,
                                             gboolean            compact);
/* The title's size follows the text's. */
void       rap_article_masthead_set_type (RapArticleMasthead *self,
                                          RapReadingType      type);

G_END_DECLS
