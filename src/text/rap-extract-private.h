/* rap-extract-private.h
 *
 * Setters of RapExtract shared by the readers of plain text and of web pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-extract.h"

G_BEGIN_DECLS

/* @text is taken. */
RapExtract *rap_extract_new       (char         *text);
/* Sets a string member if it is still NULL and @value is more than white space; the value is cleaned of entities and
 * line ends. @member is the slot's name. TRUE if it was set. */
gboolean    rap_extract_offer     (RapExtract   *self,
                                   const char   *member,
                                   const char   *value,
                                   const char   *where);
/* Makes a member NULL again and forgets where it was found. */
void        rap_extract_withdraw  (RapExtract   *self,
                                   const char   *member);
/* Notes where a member was found. Printf style. */
void        rap_extract_note      (RapExtract   *self,
                                   const char   *member,
                                   const char   *format,
                                   ...) G_GNUC_PRINTF (3, 4);
void        rap_extract_add_range (RapExtract   *self,
                                   RapRange      range);
/* "rtl" when the language is written so, or, without a language, when most letters of the text are. */
void        rap_extract_set_direction (RapExtract *self,
                                       const char *declared);
/* Sets the language from the letters of the report where they leave no choice and the page declares none, or one that is
 * not written so; and without either from its words. */
void        rap_extract_check_language (RapExtract  *self);
/* A language that has letters of its own, static, or NULL; @is_latin whether most letters are Latin. */
const char *rap_letters_language (const char    *text,
                                     gboolean      *is_latin);
/* Moves @text to its end, the next character that is not ASCII, or behind the letter that makes @most; returns the number
 * of letters passed. */
guint       rap_letters_skip_ascii  (const char **text,
                                     guint        most);
/* Orders @found as the members are declared. Last call of a reader. */
void        rap_extract_finish    (RapExtract   *self);

/* The headline without the site's name: "Headline – Section | Site" is cut at separators, the longest part wins.
 * @site (out) (optional) gets the last part. (transfer full) */
char       *rap_title_split       (const char   *title,
                                   char        **site);
/* A byline without "By", "Von" and the like; NULL when it does not look like names. (transfer full) */
char       *rap_byline_clean      (const char   *line);

G_END_DECLS
