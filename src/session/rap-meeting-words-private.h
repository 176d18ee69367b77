/* rap-meeting-words-private.h
 *
 * What was typed to find a meeting, taken apart: words that must begin a word
 * of title, place or participants, and what among them may be a date ("2022-11",
 * "nov 2022", "8 March 2024").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-meeting-index-private.h"

G_BEGIN_DECLS

/**
 * RapMeetingWord: one word as typed
 * @needles: (array zero-terminated=1): " word" of it, folded; several for "2022-11"
 * @from, @to: the days it may mean, half-open; empty when it is no date
 * @month: 1 … 12 for a month of any year, else 0
 */
typedef struct
{
  char   **needles;
  gint64   from;
  gint64   to;
  int      month;
} RapMeetingWord;

/* (transfer full) (element-type RapMeetingWord) */
GPtrArray *rap_meeting_words_parse     (const char           *typed);
/* Whether a date from @from to @to (half-open; G_MAXINT64: undated) may be meant. */
gboolean   rap_meeting_word_means      (const RapMeetingWord *self,
                                        gint64                from,
                                        gint64                to);
/* Adds the parts of @text where a word begins with one of the needles.
 * @ranges: (element-type RapRange): code points of @text */
void       rap_meeting_words_mark      (GPtrArray            *words,
                                        const char           *text,
                                        GArray               *ranges);
/* Whether one of @words stands at the beginning of a word of @folded. */
gboolean   rap_meeting_words_any       (GPtrArray            *words,
                                        const char           *folded);

G_END_DECLS
