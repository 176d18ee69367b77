/* rap-timeline-exporter.h
 *
 * Exporting the timeline from the window: a file dialog that also asks for the
 * format and for how much, then a worker, then a word about how it went.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

/* @widget: any in the window. @session: NULL does nothing. @view, @lanes: as in
 * RapTimelineExport; a list is exported as the axis, all of it. @day: on the page
 * that is shown, of a view with pages. [@first, @last): what the axis shows. */
void rap_timeline_export_choose (GtkWidget  *widget,
                                 RapSession *session,
                                 const char *view,
                                 const char *lanes,
                                 gint64      day,
                                 gint64      first,
                                 gint64      last);

G_END_DECLS
