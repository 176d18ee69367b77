/* rap-map-rows.h
 *
 * The arithmetic of the map beside an article: how far down each code point
 * stands when the text is seen from far away, and which colour each row of
 * pixels has when many annotations fall on it. Costs follow the number of
 * annotations and of rows, not what is on the screen.
 *
 * Heights are estimated from the text (lines of RAP_MAP_LINE code points, a
 * paragraph at least one; page furniture takes no room), so that they are
 * there at once and do not change while the text is being laid out.
 *
 * Pure, no GTK.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article.h"

G_BEGIN_DECLS

#define RAP_MAP_LINE 75

typedef struct _RapMapScale RapMapScale;

/* (transfer full) */
RapMapScale *rap_map_scale_new       (const RapArticle  *article);
void         rap_map_scale_free      (RapMapScale       *self);
/* From 0 (top) to 1 (bottom); never falls when @offset rises. */
double       rap_map_scale_to_share  (const RapMapScale *self,
                                      guint              offset);
/* A code point that stands there; @share is clamped. */
guint        rap_map_scale_to_offset (const RapMapScale *self,
                                      double             share);

/**
 * RapMapTick: one annotation
 * @top, @bottom: shares of the height
 * @column: from 0
 * @weight: of several on the same row, the heaviest is seen; at most RAP_MAP_MAX_WEIGHT
 * @colour: any value but 0
 */
typedef struct
{
  double  top;
  double  bottom;
  guint   column;
  guint   weight;
  guint32 colour;
} RapMapTick;

#define RAP_MAP_MAX_WEIGHT 3

/* Fills @cells, rows of @n_columns colours each, 0 where there is nothing. A
 * tick takes at least @min_rows. */
void         rap_map_rows_fill       (guint32           *cells,
                                      guint              n_rows,
                                      guint              n_columns,
                                      guint              min_rows,
                                      const RapMapTick  *ticks,
                                      guint              n_ticks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapMapScale, rap_map_scale_free)

G_END_DECLS
