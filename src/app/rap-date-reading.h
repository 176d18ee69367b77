/* rap-date-reading.h
 *
 * What a date that is typed means, said while it is typed: EDTF, or words that
 * are counted from another date, the anchor ("on Monday"), or the reason why it
 * is no date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapDateReading:
 * @when: NULL when nothing was typed, or when it is no date
 * @hangs: what was typed is counted from another date, known or not
 * @wrong: it is no date, or the date it is counted from is not known
 * @sentence: translated: the explanation or the reason
 */
typedef struct
{
  RapEdtf  *when;
  gboolean  hangs;
  gboolean  wrong;
  char     *sentence;
} RapDateReading;

/* @anchor: the date that words are counted from, or NULL. (transfer full) */
RapDateReading *rap_date_reading_new  (const char     *typed,
                                       const RapEdtf  *anchor);
void            rap_date_reading_free (RapDateReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapDateReading, rap_date_reading_free)

G_END_DECLS
