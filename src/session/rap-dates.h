/* rap-dates.h
 *
 * Dates in words, for the window and the command line: those found in a text,
 * and the reading of one that was typed. Suggestions only: nothing is committed
 * here. What a phrase becomes, and the names of rules: rap-date-phrase.h.
 *
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapDatesContext: what is known; all members may be zero
 * @published: when the text was published, or NULL
 * @event: the date of the event that a phrase may name ("a week before the
 *   visit"), or NULL
 * @language: BCP 47, or NULL = "en"; en-US and en-GB differ in 11/12/2020
 * @fiscal_year_start: month 1–12 in which fiscal years begin; 0 = not known
 */
typedef struct
{
  const RapEdtf *published;
  const RapEdtf *event;
  const char    *language;
  int            fiscal_year_start;
} RapDatesContext;

/**
 * RapDatesHit:
 * @range: code points
 * @when: (owned) NULL when what the date hangs on is not known
 * @rule: static, "edtf" for EDTF
 * @anchor: static: "none", "publication", "dateline", "event", "previous"
 */
typedef struct
{
  RapRange    range;
  RapEdtf    *when;
  const char *rule;
  const char *anchor;
} RapDatesHit;

/* (transfer full) (element-type RapDatesHit) In order, without overlap; @text is valid UTF-8. */
GArray   *rap_dates_find      (const char             *text,
                               gsize                   n_bytes,
                               const RapDatesContext  *context);
/* EDTF, or else words. FALSE with a sentence that says why it is neither. */
gboolean  rap_dates_read      (const char             *phrase,
                               const RapDatesContext  *context,
                               RapDatesHit            *hit,
                               GError                **error);
void      rap_dates_hit_clear (RapDatesHit            *self);

G_END_DECLS
