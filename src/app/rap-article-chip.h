/* rap-article-chip.h
 *
 * A small card in the margin that stands for one claim or one meeting link of
 * the text. A button whose accessible name is a whole sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article-marks.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_CHIP (rap_article_chip_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleChip, rap_article_chip, RAP, ARTICLE_CHIP, GtkButton)

/**
 * RapChipWords: what a chip says; strings owned
 * @lead: in bold: who, or the meeting's title
 * @text: after it on the first line, or ""
 * @detail: the second line, or ""
 * @sentence: the same for the ear
 * @jumps: the detail names relations, and a click on it follows them
 */
typedef struct
{
  char     *lead;
  char     *text;
  char     *detail;
  char     *sentence;
  gboolean  jumps;
} RapChipWords;

/* Looks up names, relations and dates. @mark is a claim or evidence. (transfer full) */
RapChipWords *rap_chip_words_new        (RapSession           *session,
                                         const RapArticleMark *mark);
void          rap_chip_words_free       (RapChipWords         *self);

GtkWidget    *rap_article_chip_new      (void);
/* Makes it stand for @mark. Never asks for another layout: a chip shows its
 * second line when it is given the height for it. */
void          rap_article_chip_bind     (RapArticleChip       *self,
                                         const RapArticleMark *mark,
                                         const RapChipWords   *words);
/* Makes it stand for nothing. */
void          rap_article_chip_release  (RapArticleChip       *self);
/* The id of the annotation, or NULL. */
const char   *rap_article_chip_get_id   (RapArticleChip       *self);

G_END_DECLS
