/* rap-calendar-file.h
 *
 * Meetings and articles as iCalendar (RFC 5545). A date in doubt spans all days
 * that it may be, and is written as EDTF beside that; what has no date, or one
 * out of the years 1 to 9999, is a journal entry without one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-json-writer.h"
#include "rap-store.h"

G_BEGIN_DECLS

/* What certainly lies outside [first, last), and with a limit what has no date,
 * is left out. */
gboolean rap_calendar_file_write (RapStore     *store,
                                  gint64        first,
                                  gint64        last,
                                  RapJsonSink   sink,
                                  gpointer      user_data,
                                  GError      **error);

G_END_DECLS
