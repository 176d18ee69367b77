/* rap-date-phrase.h
 *
 * Dates in words: "on Monday", "Nov. 13", "mid-2018", "the first quarter",
 * "two weeks ago", "13 Aban 1401". A phrase becomes an EDTF date, the name of
 * the rule that read it, and the anchor it hangs on. The words and rules of a
 * language are data (rap-date-english.c); which days they mean is computed in
 * rap-date-resolve*.c.
 *
 * What a phrase becomes, where a choice was to be made:
 *   a week or a weekend      one of its days: [2020-11-09..2020-11-15]
 *   early, mid, late July    one of the days 1–10, 11–20, 21–end, approximately:
 *                            [2017-07-01~..2017-07-10~]
 *   early, mid, late 2018    the third of the year of EDTF level 2: 2018-37~, -38~, -39~
 *   the early 1990s          one of the years 0–3, 4–6, 7–9: [1990~..1993~]
 *   a quarter, a half        EDTF level 2: 2019-33 … 36, 2019-40, 2019-41
 *   the 1990s, 19th century  199X, 18XX
 *   fiscal 2019              one of its months when the context knows the first, else 2019~
 *   a weekday                for the past the latest one not after the publication, for the
 *                            future the next one; which it is, the words around it say
 *   a month                  likewise; "April 5" is the nearest one when nothing is said
 *   Solar Hijri, Islamic     the Gregorian days; the rule names the calendar. Islamic dates
 *                            are those of Umm al-Qura, which other reckonings miss by a day
 *   11/12/2020               nothing, unless the language names a region (en-US, en-GB)
 *   Christmas, New Year      their day; feasts that move (Easter, Eid, Nowruz) nothing: no guess
 *   the past two years       an interval up to the publication
 *   the following Friday     the next one after the date named before it
 *
 * What a phrase covers follows TIMEX3: "Monday, Nov. 13" and "the 1990s" whole,
 * without the preposition before them; "between 2015 and 2017" are two.
 *
 * Pure functions, any thread; the time is linear in the length of the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edtf.h"
#include "rap-range.h"

G_BEGIN_DECLS

/* What a date hangs on. */
typedef enum
{
  RAP_DATE_ANCHOR_NONE,         /* the phrase says it all */
  RAP_DATE_ANCHOR_PUBLICATION,  /* the day of publication */
  RAP_DATE_ANCHOR_DATELINE,     /* the date at the head of the text; no publication is known */
  RAP_DATE_ANCHOR_EVENT,        /* the event named in the phrase: "a week before the visit" */
  RAP_DATE_ANCHOR_PREVIOUS,     /* the date named before it in the text: "a year earlier" */
} RapDateAnchor;

/**
 * RapDateContext: what is known before reading; all members may be zero
 * @published: when the text was published, or NULL
 * @event: the date of the event that a phrase may name, or NULL
 * @previous: the date that was named before the text begins, or NULL
 * @language: BCP 47, the region decides what 11/12/2020 is; NULL = "en". Nothing
 *   is found in a language without rules
 * @fiscal_year_start: the month 1–12 in which the fiscal year named by the year
 *   of its end begins; 1 = the calendar year; 0 = not known
 */
typedef struct
{
  const RapEdtf *published;
  const RapEdtf *event;
  const RapEdtf *previous;
  const char    *language;
  int            fiscal_year_start;
} RapDateContext;

/**
 * RapDateHit: one date expression
 * @range: code points in the text
 * @edtf: (owned) what it means; NULL when that cannot be said: the anchor is not
 *   known, or 11/12/2020 can be two days
 * @rule: the name of the rule, static, not for translation: "month-day"
 * @anchor: what @edtf hangs on, or what was missing
 */
typedef struct
{
  RapRange       range;
  RapEdtf       *edtf;
  const char    *rule;
  RapDateAnchor  anchor;
} RapDateHit;

/* (transfer full) (element-type RapDateHit) In order, without overlap. @utf8
 * must be valid UTF-8. @context may be NULL. */
GArray     *rap_date_find            (const char            *utf8,
                                      gsize                  n_bytes,
                                      const RapDateContext  *context);
/* Reads the whole of @phrase: what rap_date_find() knows, and spans of time
 * ("since 2015", "between March and May 2019", "two weeks before the visit").
 * FALSE with RAP_ERROR_FORMAT and a sentence that says why; @hit then is empty.
 * Upper and lower case are the same here. */
gboolean    rap_date_parse_phrase    (const char            *phrase,
                                      const RapDateContext  *context,
                                      RapDateHit            *hit,
                                      GError               **error);
void        rap_date_hit_clear       (RapDateHit            *self);
/* "none", "publication", "dateline", "event", "previous". */
const char *rap_date_anchor_get_nick (RapDateAnchor          anchor);

G_END_DECLS
