/* rap-timeline-export.h
 *
 * The timeline as a file: a picture (SVG, PDF, PNG) with legend and caption, or
 * iCalendar. The same project, options and words make the same bytes; nothing
 * in them tells when they were written. Works without a display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapTimelineExport: what is to be exported
 * @format: "svg", "pdf", "png" or "ics"
 * @view: "axis", "month", "week" or "year"; not for "ics"
 * @lanes: "participant", "outlet", "place" or "none"; not for "ics"
 * @first, @last: days, half-open; what lies certainly outside and what has no
 *   date is left out. RAP_DAY_MIN and RAP_DAY_MAX: everything
 * @calendar: a second one, by its nick ("solar-hijri" …), or NULL
 * @first_weekday: ISO, Monday 1 … Sunday 7
 * @translate: English words of the picture in the reader's language; borrowed
 *   result. "%1" and "%2" in them stay. Called from any thread
 * @date: a date in words; (transfer full). Called from any thread
 */
typedef struct
{
  const char   *format;
  const char   *view;
  const char   *lanes;
  gint64        first;
  gint64        last;
  const char   *calendar;
  int           first_weekday;
  const char *(*translate) (const char    *english);
  char       *(*date)      (const RapEdtf *date);
} RapTimelineExport;

/* To @path through a temporary file; "-" is standard output. RAP_ERROR_FORMAT and
 * RAP_ERROR_INVALID for unknown options and what would not fit. */
gboolean rap_session_export_timeline        (RapSession              *self,
                                             const RapTimelineExport *what,
                                             const char              *path,
                                             GError                 **error);
/* The same on a snapshot in a worker. */
void     rap_session_export_timeline_async  (RapSession              *self,
                                             const RapTimelineExport *what,
                                             const char              *path,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);
gboolean rap_session_export_timeline_finish (RapSession              *self,
                                             GAsyncResult            *result,
                                             GError                 **error);

G_END_DECLS
