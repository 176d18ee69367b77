/* rap-timeline-sort.h
 *
 * Putting many things in the order of a number each, in time proportional to
 * how many there are: least significant digit first, as many digits as the
 * greatest number has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stable: puts @keys, none above @greatest, and with them @order, @n of each,
 * in ascending order of the keys. */
void    rap_sort_by_key (guint64 *keys,
                         guint32 *order,
                         guint    n,
                         guint64  greatest);
/* How many bits a number has: 0 for 0. */
guint   rap_sort_get_bits (guint64 greatest);

G_END_DECLS
