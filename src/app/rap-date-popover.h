/* rap-date-popover.h
 *
 * What a date expression of the text means, from which date it is counted, and
 * what to do with it. Another date to count from can be chosen or typed; what
 * it means then follows. 1, 2 and 3 choose as long as nothing is typed. Not
 * modal; Escape closes it.
 *
 * Signals:
 *   "chosen" (guint act, string edtf): a RapDateAct; the popover is closed then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-dates.h"

G_BEGIN_DECLS

#define RAP_TYPE_DATE_POPOVER (rap_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (RapDatePopover, rap_date_popover, RAP, DATE_POPOVER, GtkPopover)

typedef enum
{
  RAP_DATE_ACT_MEETING,
  RAP_DATE_ACT_ARTICLE,
  RAP_DATE_ACT_COPY,
} RapDateAct;

/**
 * RapDateOffer: what the popover is opened with
 * @phrase: as the text has it
 * @hit: what it means; its date may be NULL
 * @anchor: from what @hit is counted, or NULL
 * @published, @dateline: other dates to count from, or NULL
 * @meeting: that can be dated, or NULL
 * @meeting_name: its title
 * @read_only: nothing can be put anywhere
 */
typedef struct
{
  const char        *phrase;
  const RapDatesHit *hit;
  const RapEdtf     *anchor;
  const RapEdtf     *published;
  const RapEdtf     *dateline;
  const RapMeeting  *meeting;
  const char        *meeting_name;
  gboolean           read_only;
} RapDateOffer;

GtkWidget *rap_date_popover_new  (void);
/* Opens at the rectangle the popover points to. */
void       rap_date_popover_open (RapDatePopover     *self,
                                  const RapDateOffer *offer);

G_END_DECLS
