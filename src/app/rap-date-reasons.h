/* rap-date-reasons.h
 *
 * Why something is no date, in the user's language. The layers below give the
 * reason in English within the message of their error; here each has one
 * sentence that translators see.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The reason of a message as rap_edtf_parse() and rap_dates_read() give it: "There is no
 * month 13. Look at character 6." One that is not known stays as it is. (transfer full) */
char *rap_date_reason_text (const char *message);

G_END_DECLS
