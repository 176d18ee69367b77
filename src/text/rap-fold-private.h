/* rap-fold-private.h
 *
 * The letters of names, shared with the search for names in a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* See rap_letter_get_family(); in names, quotation marks and apostrophes do not count either. */
gunichar rap_fold_letter (gunichar c);

G_END_DECLS
