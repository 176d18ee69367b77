/* rap-timeline-proxy.h
 *
 * An invisible child that stands for one mark of the timeline, so that a screen
 * reader finds it and the keyboard can rest on it: only widgets are accessible
 * objects, and marks are only drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_PROXY (rap_timeline_proxy_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineProxy, rap_timeline_proxy, RAP, TIMELINE_PROXY, GtkWidget)

/* A child of @parent, at first without the keyboard. Borrowed. */
RapTimelineProxy *rap_timeline_proxy_add      (GtkWidget         *parent,
                                               GtkAccessibleRole  role);
/* @item: index into the timeline's items; @sentence: all there is to say. */
void              rap_timeline_proxy_bind     (RapTimelineProxy  *self,
                                               guint              item,
                                               const char        *sentence,
                                               gboolean           selected);
guint             rap_timeline_proxy_get_item (RapTimelineProxy  *self);

G_END_DECLS
