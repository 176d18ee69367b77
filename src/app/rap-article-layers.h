/* rap-article-layers.h
 *
 * What is seen in an article: by what the highlights are coloured, what the
 * colours mean there, and which kinds of annotations are shown.
 *
 * Signals:
 *   "changed" (): the user chose another colouring or other layers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article-marks.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_LAYERS (rap_article_layers_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleLayers, rap_article_layers, RAP, ARTICLE_LAYERS, GtkPopover)

/* Shows the choice, without "changed". */
void        rap_article_layers_set           (RapArticleLayers      *self,
                                              RapColourBy            by,
                                              RapLayers              layers);
RapColourBy rap_article_layers_get_colour_by (RapArticleLayers      *self);
RapLayers   rap_article_layers_get_layers    (RapArticleLayers      *self);
/* What the colours in use stand for among @marks (NULL: none); the commonest first. */
void        rap_article_layers_show_legend   (RapArticleLayers      *self,
                                              RapSession            *session,
                                              const RapArticleMarks *marks);

G_END_DECLS
