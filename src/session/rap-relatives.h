/* rap-relatives.h
 *
 * Which other claims a claim may be related to: all claims of the project, the
 * likeliest first. What they share counts: a meeting most, then rare words of
 * proposition and quote, then the speaker; among equals the nearer in time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapRelative: a claim that may be related to another; owns everything
 * @claim: sealed
 * @speaker: name, or ""
 * @outlet: name of the article's outlet, or ""
 * @when: EDTF of the article, or NULL
 * @same_meeting: both are linked to one meeting
 * @same_speaker: both have the same speaker
 * @n_words: telling words that both have; words of most claims do not count
 * @score: the higher the likelier; of no unit
 */
typedef struct
{
  RapClaim *claim;
  char     *speaker;
  char     *outlet;
  char     *when;
  gboolean  same_meeting;
  gboolean  same_speaker;
  guint     n_words;
  double    score;
} RapRelative;

void       rap_relative_free           (RapRelative  *self);
/* The best @limit (1 to 100) claims that @claim may be related to; never itself
 * nor what it is related to already, in whatever direction. What shares nothing
 * comes last. @query narrows them as in a list of claims (see RapQuery); NULL or
 * "": all. (transfer full) (element-type RapRelative) */
GPtrArray *rap_session_rank_relatives  (RapSession   *self,
                                        RapClaim     *claim,
                                        const char   *query,
                                        guint         limit,
                                        GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapRelative, rap_relative_free)

G_END_DECLS
