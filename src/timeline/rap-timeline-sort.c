/* rap-timeline-sort.c
 *
 * A counting sort a digit, from the least significant on. A digit of twelve bits
 * holds the days of eleven years, so that dates mostly take one pass, and its
 * counters stay in the processor's nearest cache.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-sort.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define DIGIT_BITS 12
#define N_DIGITS   (1u << DIGIT_BITS)
#define DIGIT_MASK (N_DIGITS - 1)

#define LARGE_PAGE ((gsize) 2 << 20)
#define CACHE_LINE 64

gpointer
rap_bulk_alloc (gsize size)
{
  gpointer memory = NULL;

  if (posix_memalign (&memory, CACHE_LINE, size) != 0)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes", size);
#ifdef MADV_HUGEPAGE
  if (size >= 2 * LARGE_PAGE)
    {
      gsize before = (LARGE_PAGE - (gsize) memory % LARGE_PAGE) % LARGE_PAGE;

      /* only a wish: whether it is granted changes nothing else */
      madvise ((char *) memory + before, (size - before) / LARGE_PAGE * LARGE_PAGE, MADV_HUGEPAGE);
    }
#endif
  return memory;
}

void
rap_bulk_trim (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

guint
rap_sort_get_bits (guint64 greatest)
{
  guint bits = 0;

  for (; greatest > 0; greatest >>= 1)
    bits++;
  return bits;
}

static gboolean
is_sorted (const guint64 *keys,
           guint          n)
{
  for (guint i = 1; i < n; i++)
    if (keys[i] < keys[i - 1])
      return FALSE;
  return TRUE;
}

/* FALSE: all have the same digit, and nothing was moved. */
static gboolean
sort_digit (const guint64 *keys,
            const guint32 *order,
            guint64       *new_keys,
            guint32       *new_order,
            guint          n,
            guint          shift)
{
  guint places[N_DIGITS] = { 0 };
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    places[(keys[i] >> shift) & DIGIT_MASK]++;
  if (places[(keys[0] >> shift) & DIGIT_MASK] == n)
    return FALSE;
  for (guint i = 0; i < N_DIGITS; i++)
    {
      guint count = places[i];

      places[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    {
      guint place = places[(keys[i] >> shift) & DIGIT_MASK]++;

      new_keys[place] = keys[i];
      new_order[place] = order[i];
    }
  return TRUE;
}

void
rap_sort_by_key (guint64 *keys,
                 guint32 *order,
                 guint    n,
                 guint64  greatest)
{
  g_autofree guint64 *spare_keys = NULL;
  g_autofree guint32 *spare_order = NULL;
  guint64 *from_keys = keys, *to_keys;
  guint32 *from_order = order, *to_order;

  if (is_sorted (keys, n))
    return;

  to_keys = spare_keys = rap_bulk_new (guint64, n);
  to_order = spare_order = rap_bulk_new (guint32, n);
  for (guint shift = 0; shift < rap_sort_get_bits (greatest); shift += DIGIT_BITS)
    {
      guint64 *swap_keys = from_keys;
      guint32 *swap_order = from_order;

      if (!sort_digit (from_keys, from_order, to_keys, to_order, n, shift))
        continue;
      from_keys = to_keys;
      from_order = to_order;
      to_keys = swap_keys;
      to_order = swap_order;
    }
  if (from_keys == keys)
    return;
  memcpy (keys, from_keys, n * sizeof *keys);
  memcpy (order, from_order, n * sizeof *order);
}
