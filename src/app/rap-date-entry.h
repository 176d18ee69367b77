/* rap-date-entry.h
 *
 * A line of text for a date, EDTF or words, with a button that opens a calendar
 * for exact days; below it, only while words need one, the date from which they
 * are counted, which can be another one. What it means is said by who holds it.
 *
 * Property "framed": looks like an entry of its own; else like plain text.
 *
 * Signals:
 *   "changed" (): what is typed, or the anchor
 *   "activate" (): Enter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-date-reading.h"

G_BEGIN_DECLS

#define RAP_TYPE_DATE_ENTRY (rap_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (RapDateEntry, rap_date_entry, RAP, DATE_ENTRY, GtkBox)

GtkWidget      *rap_date_entry_new         (void);
/* Without white space around. (transfer full) */
char           *rap_date_entry_dup_text    (RapDateEntry  *self);
void            rap_date_entry_set_text    (RapDateEntry  *self,
                                            const char    *text);
/* From what words are counted; NULL when that is not known. */
void            rap_date_entry_set_anchor  (RapDateEntry  *self,
                                            const RapEdtf *anchor);
/* What is typed, read with the anchor that stands there; also shows or hides the
 * line of the anchor. (transfer full) */
RapDateReading *rap_date_entry_read        (RapDateEntry  *self);
/* The calendar is open: keys are its own. */
gboolean        rap_date_entry_is_choosing (RapDateEntry  *self);

G_END_DECLS
