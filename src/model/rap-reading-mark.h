/* rap-reading-mark.h
 *
 * Two small things that stand beside an article and are no part of it: how far
 * the reader has come, and what an import detected where. Neither is a record:
 * they are not in the journal, not exported and not undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapReadingState:
 * @RAP_READING_UNREAD: never opened for longer than a glance; what an article without a mark is
 * @RAP_READING_READ: opened and looked at
 * @RAP_READING_DONE: the reader said that the work on it is done
 */
typedef enum
{
  RAP_READING_UNREAD,
  RAP_READING_READ,
  RAP_READING_DONE,
} RapReadingState;

/**
 * RapReadingMark: the reader's mark in an article
 * @position: code point at the top of the view when it was left; may lie past
 *   the end in a file from elsewhere, so clamp it
 * @updated: microseconds since 1970, UTC; 0 without a mark
 */
typedef struct
{
  RapReadingState state;
  guint           position;
  gint64          updated;
} RapReadingMark;

/* Static: "unread", "read", "done": the words of SQL and of the library's filter. */
const char *rap_reading_state_get_nick (RapReadingState   state);
/* FALSE for any other word. */
gboolean    rap_reading_state_parse    (const char       *nick,
                                        RapReadingState  *state);

/**
 * RapDetected: one value that an import found by itself
 * @article: id
 * @member: "title", "outlet", "published", "byline", "url", "language", "direction" or "body"
 * @value: as found: a text, of published EDTF, of outlet the name as the page
 *   spells it; "" when only the place is of interest (body)
 * @found: the place, in English, e.g. "JSON-LD datePublished"
 */
typedef struct
{
  char *article;
  char *member;
  char *value;
  char *found;
} RapDetected;

/* Copies everything; NULL is "". (transfer full) */
RapDetected *rap_detected_new  (const char  *article,
                                const char  *member,
                                const char  *value,
                                const char  *found);
void         rap_detected_free (RapDetected *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapDetected, rap_detected_free)

G_END_DECLS
