/* rap-timeline-card.h
 *
 * All there is to know of one event of the timeline, beside its mark: when it
 * was, in words; the dates that sources claim, with who claims them, to adopt
 * one; the articles that report it and how much later they came out.
 *
 * Signals:
 *   "open" (guint kind, const char *id): its passages, a claim or an article are
 *     wanted; the card closes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-links.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_CARD (rap_timeline_card_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineCard, rap_timeline_card, RAP, TIMELINE_CARD, GtkPopover)

RapTimelineCard *rap_timeline_card_new  (void);
/* @links: NULL when nothing is known beyond the items. @editable: whether a
 * claimed date can be adopted. Opens below @area of the parent. */
void             rap_timeline_card_show (RapTimelineCard    *self,
                                         RapTimelineItems   *items,
                                         RapTimelineLinks   *links,
                                         guint               event,
                                         gboolean            editable,
                                         const GdkRectangle *area);

G_END_DECLS
