/* rap-meeting-finder.h
 *
 * Type-ahead over the meetings of a project: by title, by any name of a
 * participant, by place, by date ("2022-11", "nov 2022", "8 March 2024"). What
 * is wanted first comes first: meetings that the article reports already, that
 * share participants with the sentence, that lie near in time.
 *
 * There is one finder for a session; it reads the meetings little by little
 * and follows every commit. Main thread only.
 *
 * Signals:
 *   "complete" (): all meetings are read; before that, of many, only those that
 *     have been read are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_MEETING_FINDER (rap_meeting_finder_get_type ())
G_DECLARE_FINAL_TYPE (RapMeetingFinder, rap_meeting_finder, RAP, MEETING_FINDER, GObject)

/**
 * RapMeetingCandidate: one row of the list
 * @when: EDTF or NULL
 * @place: in words, or ""
 * @participants: their names, joined by ", "; a name found by another spelling
 *   has that behind it: "Bagheri (Baqeri)"
 * @title_hits, @place_hits, @participant_hits: (element-type RapRange): what was
 *   found, in code points of the string
 * @date_hit: found by its date
 * @is_here: the article reports it already
 * @n_shared: participants that the sentence names (or that both meetings have)
 * @distance: days between it and the date of the article (or the other
 *   meeting), 0 when they touch, G_MAXINT64 when one is undated
 */
typedef struct
{
  char     *id;
  char     *title;
  char     *when;
  char     *place;
  char     *participants;
  GArray   *title_hits;
  GArray   *place_hits;
  GArray   *participant_hits;
  gboolean  date_hit;
  gboolean  is_here;
  guint     n_shared;
  gint64    distance;
} RapMeetingCandidate;

void              rap_meeting_candidate_free (RapMeetingCandidate *self);

/* The finder of @session. (transfer full) */
RapMeetingFinder *rap_meeting_finder_get     (RapSession          *session);
/* From now on candidates are ranked for this passage. */
void              rap_meeting_finder_aim_at_passage (RapMeetingFinder *self,
                                              const RapArticle    *article,
                                              RapRange             passage);
/* From now on they are ranked for their likeness to @meeting, which is left out. */
void              rap_meeting_finder_aim_at_meeting (RapMeetingFinder *self,
                                              const RapMeeting    *meeting);
/* The best first, at most @limit. Every word of @typed must be found; with
 * nothing typed all meetings are ranked. (transfer full) (element-type RapMeetingCandidate) */
GPtrArray        *rap_meeting_finder_find    (RapMeetingFinder    *self,
                                              const char          *typed,
                                              guint                limit);

/* Capacities in which @entity took part in other meetings than @except (or
 * NULL), the most frequent first. (transfer full) (element-type utf8) */
GPtrArray        *rap_session_list_capacities (RapSession         *self,
                                              const char          *entity,
                                              const char          *except);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapMeetingCandidate, rap_meeting_candidate_free)

G_END_DECLS
