/* rap-error.c
 *
 * The quark of the project's one error domain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-error.h"

G_DEFINE_QUARK (rap-error-quark, rap_error)
