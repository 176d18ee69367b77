/* rap-timeline-sort.h
 *
 * For many things at once: memory for their columns, and putting them in the
 * order of a number each in time proportional to how many there are, least
 * significant digit first, as many digits as the greatest number has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As g_malloc(), for g_free(); at the beginning of a line of the cache. Much memory is asked for in large pages where the
 * system has them: touching it for the first time, one small page after the
 * other, otherwise takes longer than what is done with it. */
gpointer rap_bulk_alloc (gsize    size);
#define  rap_bulk_new(type, n) ((type *) rap_bulk_alloc (MAX ((gsize) (n), 1) * sizeof (type)))

/* Gives memory that was freed back to the system; takes some milliseconds. */
void     rap_bulk_trim  (void);

/* Stable: puts @keys, none above @greatest, and with them @order, @n of each,
 * in ascending order of the keys. */
void    rap_sort_by_key (guint64 *keys,
                         guint32 *order,
                         guint    n,
                         guint64  greatest);
/* How many bits a number has: 0 for 0. */
guint   rap_sort_get_bits (guint64 greatest);

G_END_DECLS
