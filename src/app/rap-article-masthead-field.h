/* rap-article-masthead-field.h
 *
 * One fact of the masthead, edited where it stands: what is known is a button
 * in the masthead's type; a click, Enter or F2 puts the row of the article's
 * form in its place, without its caption. Enter commits, leaving commits too,
 * Escape restores. What is no valid value is said below; left as it is, it gives
 * way to the value before, and the reason stays below.
 *
 * The tooltip says where the import found the value; the row offers to put the
 * detected value back. In a project that is open for reading only nothing can
 * be edited, and what is missing is not asked for.
 *
 * Properties: field (the member's name in native JSON), caption (what the fact
 * is called), ask (what stands where it is not known: "add a date"), unknown
 * (the same where nothing can be added; NULL: nothing at all), lines (0: as many
 * as it needs).
 *
 * Property "editing": notified when work in the field begins and ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-form.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_MASTHEAD_FIELD (rap_article_masthead_field_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleMastheadField, rap_article_masthead_field, RAP, ARTICLE_MASTHEAD_FIELD, AdwBin)

/* The record of the form around is another, or has changed. @words: the value in
 * words, NULL or "" where it is not known. */
void     rap_article_masthead_field_show        (RapArticleMastheadField *self,
                                                 const char              *words);
/* Whether what is not known is left out, instead of asked for. An article is on show. */
void     rap_article_masthead_field_set_quiet   (RapArticleMastheadField *self,
                                                 gboolean                 quiet);
/* Of the article. */
void     rap_article_masthead_field_set_direction (RapArticleMastheadField *self,
                                                  GtkTextDirection         direction);
gboolean rap_article_masthead_field_get_editing (RapArticleMastheadField *self);
/* The article is left: what is typed is committed where it is valid, else dropped. */
void     rap_article_masthead_field_leave       (RapArticleMastheadField *self);

G_END_DECLS
