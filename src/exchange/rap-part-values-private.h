/* rap-part-values-private.h
 *
 * Values that containers state about their parts, made fit for a record: one
 * clean line, an address of the web, a language tag, a day. What is not plausible
 * becomes NULL, because a wrong value is worse than none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Code points of the longest value. */
#define RAP_PART_MAX_VALUE 1000

/* White space folded, controls dropped, cut at RAP_PART_MAX_VALUE; NULL when nothing is left. (transfer full) */
char     *rap_part_value_line     (const char *text);
/* http: and https: only. (transfer full) */
char     *rap_part_value_url      (const char *text);
/* "fa", "en-GB", "pt_BR" → BCP 47. (transfer full) */
char     *rap_part_value_language (const char *text);
/* An ISO 8601 date with or without a time, RFC 5322, or "3 July 2019" in English, as written there (no time zone is
 * applied), to EDTF. (transfer full) */
char     *rap_part_value_day      (const char *text);
/* Seconds since 1970, in UTC. (transfer full) */
char     *rap_part_value_day_unix (gint64      seconds);
/* Markup of a headline to one line of text. (transfer full) */
char     *rap_part_value_markup   (const char *markup);
/* Letters and digits of a text, lower case, for comparing. (transfer full) */
char     *rap_part_value_fold     (const char *text);
/* One line, when the folded text says it too: what programs write into the metadata of documents is often wrong.
 * @text: (nullable). (transfer full) */
char     *rap_part_value_believed (const char *text,
                                   const char *folded);
/* Whether there is anything but white space. */
gboolean  rap_part_value_is_blank (const char *text,
                                   gsize       length);

G_END_DECLS
