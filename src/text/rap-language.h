/* rap-language.h
 *
 * What languages are called. Pure, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Persian" for "fa" in the language @in ("en_GB", "fa"): NULL when ICU has no
 * name for @tag. (transfer full) */
char *rap_language_get_name (const char *tag,
                             const char *in);

G_END_DECLS
