/* rap-timeline-links.h
 *
 * What hangs together with a meeting of the timeline: the articles that report
 * it, how long after it they came out, and the dates that sources claim for it.
 * Read from the project when it is first asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"
#include "rap-timeline-items.h"

G_BEGIN_DECLS

/**
 * RapTimelineReport: an article that reports a meeting
 * @event: of the article among the items
 * @n_days: in how many days after the meeting it came out, at least and at most;
 *   negative before it
 * @dated: whether both dates are known well enough to say
 * @during: it came out while the meeting lasted
 */
typedef struct
{
  guint    event;
  gint64   n_days[2];
  gboolean dated;
  gboolean during;
} RapTimelineReport;

/**
 * RapTimelineLink:
 * @reports: (element-type RapTimelineReport): the first published first
 * @values: (element-type RapClaimedValue) of the date when claimed dates compete,
 *   else NULL
 * @words: private: what is said of the reports, or NULL
 */
typedef struct
{
  GArray    *reports;
  GPtrArray *values;
  char      *words;
} RapTimelineLink;

#define RAP_TYPE_TIMELINE_LINKS (rap_timeline_links_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineLinks, rap_timeline_links, RAP, TIMELINE_LINKS, GObject)

RapTimelineLinks      *rap_timeline_links_new         (void);
/* NULL for none. Forgets what was read before. */
void                   rap_timeline_links_set         (RapTimelineLinks *self,
                                                       RapSession       *session,
                                                       RapTimelineItems *items);
/* Borrowed, or NULL. */
RapSession            *rap_timeline_links_get_session (RapTimelineLinks *self);
/* NULL for what is no meeting, or without a session. Borrowed, until the items change. */
const RapTimelineLink *rap_timeline_links_get         (RapTimelineLinks *self,
                                                       guint             event);
/* Whether claims give its date values that compete. */
gboolean               rap_timeline_links_is_contested (RapTimelineLinks *self,
                                                       guint             event);
/* "reported 3 days later by Tehran Times", of the first article that reports it;
 * NULL when there is none to say that of. Borrowed, as the link. */
const char            *rap_timeline_links_say         (RapTimelineLinks *self,
                                                       guint             event);
/* "3 days later", of one report. NULL when the dates do not say. (transfer full) */
char                  *rap_timeline_links_say_lag     (const RapTimelineReport *report);
/* The outlet of an article, or its title without one. (transfer full) */
char                  *rap_timeline_links_name_article (RapTimelineLinks *self,
                                                       guint             event);

G_END_DECLS
