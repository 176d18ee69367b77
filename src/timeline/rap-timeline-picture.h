/* rap-timeline-picture.h
 *
 * The timeline as a picture for a printed report: the axis with its lanes, or
 * the months, weeks or years one after the other; a title, a legend of what the
 * forms mean and a caption that says what was left out. Doubt is told by form:
 * a certain day is a disc or a solid bar, doubt a thin line between caps, broken
 * when approximate, an arrow where an end is open, "?" where it is unknown.
 *
 * Words are the caller's: what is written here is English and goes through
 * RapPictureWords, in which "%1" and "%2" stand for values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-calendar.h"
#include "rap-picture.h"
#include "rap-timeline-data.h"

G_BEGIN_DECLS

/* At most so many months, weeks or years that hold something are drawn. */
#define RAP_PICTURE_MAX_BLOCKS 400

typedef enum
{
  RAP_PICTURE_AXIS,
  RAP_PICTURE_MONTH,
  RAP_PICTURE_WEEK,
  RAP_PICTURE_YEAR,
} RapPictureView;

/**
 * RapPictureWords:
 * @translate: the English text in the reader's language; borrowed
 * @date: a date in words; (transfer full)
 * @months, @short_months: January first
 * @weekdays: short, Monday first
 */
typedef struct
{
  const char *(*translate) (const char    *english);
  char       *(*date)      (const RapEdtf *date);
  const char   *months[12];
  const char   *short_months[12];
  const char   *weekdays[7];
} RapPictureWords;

/**
 * RapPictureOptions:
 * @title: of the project
 * @lanes: "participant", "outlet", "place" or "none"
 * @first, @last: the days to show, half-open; RAP_DAY_MIN and RAP_DAY_MAX: as
 *   far as there is something
 * @n_outside: dated things that were left out before
 * @calendar: a second one
 * @first_weekday: ISO, Monday 1 … Sunday 7
 * @paged: pages of A4; otherwise one page as high as it takes
 */
typedef struct
{
  RapPictureView         view;
  const RapPictureWords *words;
  const char            *title;
  const char            *lanes;
  gint64                 first;
  gint64                 last;
  guint                  n_outside;
  RapCalendar            calendar;
  int                    first_weekday;
  gboolean               paged;
} RapPictureOptions;

/* Sets the heights of @data's layout. RAP_ERROR_INVALID when there are more than
 * RAP_PICTURE_MAX_BLOCKS. (transfer full) */
RapPicture *rap_timeline_picture_new (RapTimelineData          *data,
                                      const RapPictureOptions  *options,
                                      GError                  **error);

G_END_DECLS
