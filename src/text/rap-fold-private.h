/* rap-fold-private.h
 *
 * The letter table of folding, shared with the search for names in a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The letter that stands for all variants of @c, or 0 when @c does not count. */
gunichar rap_fold_letter (gunichar c);

G_END_DECLS
