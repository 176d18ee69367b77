/* rap-import-serve.h
 *
 * The work of the process that reads strangers' files, so that none of them can
 * hurt the program: see src/reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads what is asked for on @in and answers on @out until either is closed.
 * @begin is told before each step that is bounded by itself: a container up to
 * its next part, a part. */
void rap_import_serve (int    in,
                       int    out,
                       void (*begin) (void));

G_END_DECLS
