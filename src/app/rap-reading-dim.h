/* rap-reading-dim.h
 *
 * What is not the report, quiet wherever it is unfolded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article.h"

G_BEGIN_DECLS

/* Lays @tag over everything between the body's ranges; @buffer has the article's
 * text and no such tag yet. Nothing when the article has no body. */
void rap_reading_dim_apply (GtkTextBuffer    *buffer,
                            GtkTextTag       *tag,
                            const RapArticle *article);

G_END_DECLS
