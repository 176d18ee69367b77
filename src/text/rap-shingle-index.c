/* rap-shingle-index.c
 *
 * Signatures found by their minima. Each of the 64 minima of an item is a node
 * in one hash table with chains; nodes are numbered item × 64 + bin, so a chain
 * is an array of numbers and an item costs no allocation of its own. New nodes
 * go to the front of their chain: the latest items are found first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shingle.h"

#define BINS RAP_SHINGLE_HASHES
#define MOST_PER_BIN 256
#define FEWEST_BITS 10
#define NONE G_MAXUINT32

struct _RapShingleIndex
{
  GArray *signatures; /* of RapShingleSignature, by item */
  GArray *next;       /* of guint32, by node: the node after it in its chain, or NONE */
  guint32 *heads;     /* 1 << n_bits first nodes, or NONE */
  guint n_bits;
};

RapShingleIndex *
rap_shingle_index_new (void)
{
  RapShingleIndex *self = g_new0 (RapShingleIndex, 1);

  self->signatures = g_array_new (FALSE, FALSE, sizeof (RapShingleSignature));
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
rap_shingle_index_free (RapShingleIndex *self)
{
  g_array_unref (self->signatures);
  g_array_unref (self->next);
  g_free (self->heads);
  g_free (self);
}

static const RapShingleSignature *
get_signature (const RapShingleIndex *self,
               guint                  item)
{
  return &g_array_index (self->signatures, RapShingleSignature, item);
}

/* Fibonacci hashing (Knuth, 6.4) of a minimum and its bin. */
static guint32 *
get_head (const RapShingleIndex *self,
          guint                  bin,
          guint32                minimum)
{
  guint64 key = (guint64) bin << 32 | minimum;

  key = (key ^ (key >> 17)) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return &self->heads[((key ^ (key >> 32)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->n_bits)];
}

static void
link_item (RapShingleIndex *self,
           guint            item)
{
  const RapShingleSignature *signature = get_signature (self, item);

  for (guint bin = 0; bin < BINS; bin++)
    {
      guint32 *head = get_head (self, bin, signature->minima[bin]);
      guint32 node = item * BINS + bin;

      g_array_index (self->next, guint32, node) = *head;
      *head = node;
    }
}

/* Makes room for as many nodes as there are, twice over, and links all items anew. */
static void
grow (RapShingleIndex *self)
{
  while (self->n_bits < FEWEST_BITS || ((gsize) 1 << self->n_bits) < self->next->len)
    self->n_bits++;
  self->n_bits++;
  g_free (self->heads);
  self->heads = g_new (guint32, (gsize) 1 << self->n_bits);
  for (gsize i = 0; i < (gsize) 1 << self->n_bits; i++)
    self->heads[i] = NONE;
  for (guint item = 0; item < self->signatures->len; item++)
    if (get_signature (self, item)->n_shingles > 0)
      link_item (self, item);
}

guint
rap_shingle_index_add (RapShingleIndex           *self,
                       const RapShingleSignature *signature)
{
  guint item = self->signatures->len;

  g_return_val_if_fail (item < NONE / BINS, item);

  g_array_append_vals (self->signatures, signature, 1);
  g_array_set_size (self->next, self->next->len + BINS);
  if (self->next->len > (self->heads ? (gsize) 1 << self->n_bits : 0))
    grow (self);
  else if (signature->n_shingles > 0)
    link_item (self, item);
  return item;
}

guint
rap_shingle_index_length (const RapShingleIndex *self)
{
  return self->signatures->len;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const RapShingleMatch *left = a, *right = b;

  if (left->score != right->score)
    return left->score < right->score ? 1 : -1;
  return (left->item > right->item) - (left->item < right->item);
}

/* Items that share a minimum, ascending, each as often as it shares one. */
static GArray *
find_candidates (const RapShingleIndex     *self,
                 const RapShingleSignature *signature)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint bin = 0; bin < BINS; bin++)
    {
      guint n = 0;

      for (guint32 node = *get_head (self, bin, signature->minima[bin]); node != NONE && n < MOST_PER_BIN;
           node = g_array_index (self->next, guint32, node))
        {
          guint32 item = node / BINS;

          if (node % BINS != bin || get_signature (self, item)->minima[bin] != signature->minima[bin])
            continue;
          g_array_append_val (items, item);
          n++;
        }
    }
  g_array_sort (items, compare_items);
  return items;
}

GArray *
rap_shingle_index_find (const RapShingleIndex     *self,
                        const RapShingleSignature *signature,
                        double                     least)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RapShingleMatch));
  g_autoptr (GArray) items = NULL;

  if (signature->n_shingles == 0 || self->signatures->len == 0)
    return found;
  items = find_candidates (self, signature);
  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);
      RapShingleMatch match = { item, 0 };

      if (i > 0 && item == g_array_index (items, guint32, i - 1))
        continue;
      match.score = rap_shingle_similarity (signature, get_signature (self, item));
      if (match.score >= least)
        g_array_append_val (found, match);
    }
  g_array_sort (found, compare_matches);
  return found;
}
