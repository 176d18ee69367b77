/* rap-shared.c
 *
 * From two texts to their alignment: cut into sentences and words
 * (rap-bounds.h, rap-shingle-private.h), weigh the words, pair the sentences
 * (rap-shared-pair.c), compare the words of each pair (rap-shared-change.c),
 * and put all that back into ranges of code points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shared.h"

#include <math.h>
#include <string.h>

#include "rap-bounds.h"
#include "rap-shared-private.h"

static void
side_clear (RapSharedSide *self)
{
  g_array_unref (self->sentences);
  g_array_unref (self->words);
  g_array_unref (self->weights);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapSharedSide, side_clear)

/* The sentences of one range of the text; @start is its first byte. */
static void
add_part (RapSharedSide *self,
          const char    *start,
          gsize          n_bytes,
          guint          at,
          const char    *language)
{
  g_autoptr (GArray) sentences = rap_bounds_sentences (start, n_bytes, language);
  const char *p = start;
  guint reached = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      RapRange range = g_array_index (sentences, RapRange, i);
      RapSharedSentence sentence = { { at + range.start, at + range.end }, self->words->len, 0, 0, RAP_SHARED_NONE };
      const char *from = g_utf8_offset_to_pointer (p, range.start - reached);
      g_autoptr (GArray) words = NULL;

      p = g_utf8_offset_to_pointer (from, rap_range_length (range));
      reached = range.end;
      words = rap_shingle_cut_words (from, p - from, sentence.range.start);
      if (words->len == 0)
        continue;
      sentence.n = words->len;
      for (guint k = 0; k < words->len; k++)
        sentence.hash = rap_shingle_mix (sentence.hash ^ g_array_index (words, RapShingleWord, k).hash);
      g_array_append_vals (self->words, words->data, words->len);
      g_array_append_val (self->sentences, sentence);
    }
}

static RapSharedSide
cut_side (const char     *text,
          const RapRange *body,
          guint           n_body,
          const char     *language)
{
  RapSharedSide self = { g_array_new (FALSE, FALSE, sizeof (RapSharedSentence)), g_array_new (FALSE, FALSE, sizeof (RapShingleWord)),
                         g_array_new (FALSE, FALSE, sizeof (float)) };
  const char *p = text;
  guint at = 0;

  if (n_body == 0)
    add_part (&self, text, strlen (text), 0, language);
  for (guint i = 0; i < n_body; i++)
    {
      const char *start = g_utf8_offset_to_pointer (p, body[i].start - at);

      p = g_utf8_offset_to_pointer (start, rap_range_length (body[i]));
      at = body[i].start + rap_range_length (body[i]);
      add_part (&self, start, p - start, body[i].start, language);
    }
  return self;
}

static void
count_words (GHashTable          *counts,
             const RapSharedSide *side)
{
  for (guint i = 0; i < side->words->len; i++)
    {
      guint64 *hash = &g_array_index (side->words, RapShingleWord, i).hash;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, hash));

      g_hash_table_insert (counts, hash, GUINT_TO_POINTER (n + 1));
    }
}

/* A word weighs the more the rarer it is among the sentences of both texts (inverse document frequency: Sparck Jones,
 * 1972). */
static void
weigh_words (RapSharedSide *side,
             GHashTable    *counts,
             guint          n_sentences)
{
  for (guint i = 0; i < side->words->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &g_array_index (side->words, RapShingleWord, i).hash));
      float weight = logf (1 + (float) n_sentences / n);

      g_array_append_val (side->weights, weight);
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const RapSharedPair *left = a, *right = b;

  return (left->a.start > right->a.start) - (left->a.start < right->a.start);
}

static RapRange
to_code_points (const RapSharedSide *side,
                RapRange             sentences)
{
  return (RapRange) { rap_shared_get (side, sentences.start)->range.start, rap_shared_get (side, sentences.end - 1)->range.end };
}

/* A run of words; an empty one stands where the word before it ends. */
static RapRange
words_to_code_points (const RapSharedSide *side,
                      RapRange             words,
                      RapRange             passage)
{
  const RapShingleWord *first = &g_array_index (side->words, RapShingleWord, 0);
  guint end;

  if (!rap_range_is_empty (words))
    return (RapRange) { first[words.start].range.start, first[words.end - 1].range.end };
  end = words.start > 0 ? MAX (first[words.start - 1].range.end, passage.start) : passage.start;
  return (RapRange) { end, end };
}

static void
add_passage (RapTextAlignment    *self,
             const RapSharedSide *a,
             const RapSharedSide *b,
             const RapSharedPair *pair)
{
  RapRange in_a = rap_shared_words_of (a, pair->a);
  RapRange in_b = rap_shared_words_of (b, pair->b);
  RapSharedPassage passage = { to_code_points (a, pair->a), to_code_points (b, pair->b), pair->exact, FALSE, pair->score,
                               self->changes->len, 0 };
  guint kept = rap_range_length (in_a);

  if (!pair->exact)
    kept = rap_shared_find_changes (a, in_a, b, in_b, self->changes);
  passage.n_changes = self->changes->len - passage.first_change;
  for (guint i = passage.first_change; i < self->changes->len; i++)
    {
      RapSharedChange *change = &g_array_index (self->changes, RapSharedChange, i);

      change->a = words_to_code_points (a, change->a, passage.a);
      change->b = words_to_code_points (b, change->b, passage.b);
    }
  g_array_append_val (self->passages, passage);
  self->part_a += kept;
  self->part_b += kept;
}

/* The passages outside the longest run that goes up in both texts have been moved (patience sorting). */
static void
mark_moved (GArray *passages)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *before = g_new (guint, passages->len + 1);
  guint at = RAP_SHARED_NONE;

  for (guint i = 0; i < passages->len; i++)
    {
      RapSharedPassage *passage = &g_array_index (passages, RapSharedPassage, i);
      guint low = 0, high = tops->len;

      passage->moved = TRUE;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (passages, RapSharedPassage, g_array_index (tops, guint, middle)).b.start < passage->b.start)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? g_array_index (tops, guint, low - 1) : RAP_SHARED_NONE;
      if (low == tops->len)
        g_array_append_val (tops, i);
      else
        g_array_index (tops, guint, low) = i;
    }
  if (tops->len > 0)
    at = g_array_index (tops, guint, tops->len - 1);
  for (; at != RAP_SHARED_NONE; at = before[at])
    g_array_index (passages, RapSharedPassage, at).moved = FALSE;
}

static GArray *
collect_alone (const RapSharedSide *side)
{
  GArray *alone = g_array_new (FALSE, FALSE, sizeof (RapRange));

  for (guint i = 0; i < side->sentences->len; i++)
    if (rap_shared_get (side, i)->pair == RAP_SHARED_NONE)
      g_array_append_val (alone, rap_shared_get (side, i)->range);
  return alone;
}

RapTextAlignment *
rap_text_alignment (const char     *a,
                    const RapRange *body_a,
                    guint           n_a,
                    const char     *b,
                    const RapRange *body_b,
                    guint           n_b,
                    const char     *language)
{
  RapTextAlignment *self = g_new0 (RapTextAlignment, 1);
  g_auto (RapSharedSide) left = cut_side (a, body_a, n_a, language);
  g_auto (RapSharedSide) right = cut_side (b, body_b, n_b, language);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (RapSharedPair));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);

  count_words (counts, &left);
  count_words (counts, &right);
  weigh_words (&left, counts, left.sentences->len + right.sentences->len);
  weigh_words (&right, counts, left.sentences->len + right.sentences->len);
  rap_shared_pair_equal (&left, &right, pairs);
  rap_shared_pair_near (&left, &right, pairs);
  g_array_sort (pairs, compare_pairs);

  self->passages = g_array_new (FALSE, FALSE, sizeof (RapSharedPassage));
  self->changes = g_array_new (FALSE, FALSE, sizeof (RapSharedChange));
  for (guint i = 0; i < pairs->len; i++)
    add_passage (self, &left, &right, &g_array_index (pairs, RapSharedPair, i));
  mark_moved (self->passages);
  self->only_a = collect_alone (&left);
  self->only_b = collect_alone (&right);
  self->part_a /= MAX (left.words->len, 1);
  self->part_b /= MAX (right.words->len, 1);
  return self;
}

void
rap_text_alignment_free (RapTextAlignment *self)
{
  g_array_unref (self->passages);
  g_array_unref (self->changes);
  g_array_unref (self->only_a);
  g_array_unref (self->only_b);
  g_free (self);
}
