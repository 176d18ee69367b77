/* rap-shared-pair.c
 *
 * Which sentence of one text is which of the other. Equal ones are found by the
 * hash of their words. For the others an inverted index of words proposes a few
 * partners each, words that stand in many sentences being passed over, so the
 * time stays in proportion to the texts; the proposals are scored exactly and
 * taken from the best down. At last a sentence left alone beside a pair joins
 * it when the pair becomes more alike: one text cut in two what the other has
 * as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shared-private.h"

#define NEAR 0.4
#define FEWEST_COMMON 4
#define COMMON_WORD 32  /* sentences; a word of more proposes nothing */
#define PROPOSALS 4     /* for each sentence */
#define BETTER 0.03     /* by which a pair must gain to take in a neighbour */

typedef struct
{
  guint a, b;
  double score;
} Proposal;

static void
add_pair (RapSharedSide *a,
          RapSharedSide *b,
          GArray        *pairs,
          guint          in_a,
          guint          in_b,
          double         score,
          gboolean       exact)
{
  RapSharedPair pair = { { in_a, in_a + 1 }, { in_b, in_b + 1 }, exact, score };

  rap_shared_get (a, in_a)->pair = rap_shared_get (b, in_b)->pair = pairs->len;
  g_array_append_val (pairs, pair);
}

/* Of sentences that stand more than once, the first is paired with the first. */
void
rap_shared_pair_equal (RapSharedSide *a,
                       RapSharedSide *b,
                       GArray        *pairs)
{
  g_autoptr (GHashTable) heads = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree guint *next = g_new (guint, b->sentences->len + 1);

  for (guint i = b->sentences->len; i > 0; i--)
    {
      RapSharedSentence *sentence = rap_shared_get (b, i - 1);

      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (heads, &sentence->hash));
      g_hash_table_insert (heads, &sentence->hash, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < a->sentences->len; i++)
    {
      RapSharedSentence *sentence = rap_shared_get (a, i);
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (heads, &sentence->hash));

      if (other == 0)
        continue;
      add_pair (a, b, pairs, i, other - 1, 1, TRUE);
      g_hash_table_replace (heads, &rap_shared_get (b, other - 1)->hash, GUINT_TO_POINTER (next[other]));
    }
}

typedef struct
{
  guint64 hash;
  float weight;
} Weighted;

static int
compare_weighted (gconstpointer a,
                  gconstpointer b)
{
  const Weighted *left = a, *right = b;

  return (left->hash > right->hash) - (left->hash < right->hash);
}

static GArray *
sort_words (const RapSharedSide *side,
            RapRange             words)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Weighted), rap_range_length (words));

  for (guint i = words.start; i < words.end; i++)
    {
      Weighted word = { g_array_index (side->words, RapShingleWord, i).hash, g_array_index (side->weights, float, i) };

      g_array_append_val (sorted, word);
    }
  g_array_sort (sorted, compare_weighted);
  return sorted;
}

static double
sum_weights (GArray *words)
{
  double sum = 0;

  for (guint i = 0; i < words->len; i++)
    sum += g_array_index (words, Weighted, i).weight;
  return sum;
}

/* Weighted Dice of two bags of words; 0 when hardly a word is common. */
static double
score_sentences (const RapSharedSide *a,
                 RapRange             in_a,
                 const RapSharedSide *b,
                 RapRange             in_b)
{
  g_autoptr (GArray) left = sort_words (a, rap_shared_words_of (a, in_a));
  g_autoptr (GArray) right = sort_words (b, rap_shared_words_of (b, in_b));
  double common = 0;
  guint n = 0;

  for (guint i = 0, k = 0; i < left->len && k < right->len;)
    {
      const Weighted *one = &g_array_index (left, Weighted, i);
      const Weighted *other = &g_array_index (right, Weighted, k);

      if (one->hash == other->hash)
        {
          common += one->weight;
          n++;
        }
      i += one->hash <= other->hash;
      k += one->hash >= other->hash;
    }
  return n < FEWEST_COMMON ? 0 : 2 * common / (sum_weights (left) + sum_weights (right));
}

static void
free_array (gpointer data)
{
  g_array_unref (data);
}

/* For each word the sentences without a pair that it stands in, once each. */
static GHashTable *
index_words (const RapSharedSide *side)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_array);

  for (guint i = 0; i < side->sentences->len; i++)
    {
      const RapSharedSentence *sentence = rap_shared_get (side, i);

      for (guint k = 0; k < sentence->n && sentence->pair == RAP_SHARED_NONE; k++)
        {
          RapShingleWord *word = &g_array_index (side->words, RapShingleWord, sentence->first + k);
          GArray *places = g_hash_table_lookup (index, &word->hash);

          if (places == NULL)
            {
              places = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, &word->hash, places);
            }
          if (places->len <= COMMON_WORD && (places->len == 0 || g_array_index (places, guint, places->len - 1) != i))
            g_array_append_val (places, i);
        }
    }
  return index;
}

/* Adds up by sentence of @b the weight of the words it has in common with sentence @i of @a. */
static void
weigh_partners (const RapSharedSide *a,
                guint                i,
                GHashTable          *index,
                double              *weights,
                GArray              *touched)
{
  const RapSharedSentence *sentence = rap_shared_get (a, i);

  for (guint k = sentence->first; k < sentence->first + sentence->n; k++)
    {
      GArray *places = g_hash_table_lookup (index, &g_array_index (a->words, RapShingleWord, k).hash);

      for (guint n = 0; places != NULL && places->len <= COMMON_WORD && n < places->len; n++)
        {
          guint place = g_array_index (places, guint, n);

          if (weights[place] == 0)
            g_array_append_val (touched, place);
          weights[place] += g_array_index (a->weights, float, k);
        }
    }
}

/* The best few of the sentences touched are scored in full; the weights are zero again afterwards. */
static void
propose (const RapSharedSide *a,
         const RapSharedSide *b,
         guint                i,
         double              *weights,
         GArray              *touched,
         GArray              *proposals)
{
  for (guint n = 0; n < PROPOSALS; n++)
    {
      guint best = RAP_SHARED_NONE;
      Proposal proposal;

      for (guint k = 0; k < touched->len; k++)
        {
          guint place = g_array_index (touched, guint, k);

          if (weights[place] > 0 && (best == RAP_SHARED_NONE || weights[place] > weights[best]))
            best = place;
        }
      if (best == RAP_SHARED_NONE)
        return;
      weights[best] = 0;
      proposal = (Proposal) { i, best, score_sentences (a, (RapRange) { i, i + 1 }, b, (RapRange) { best, best + 1 }) };
      if (proposal.score >= NEAR)
        g_array_append_val (proposals, proposal);
    }
  for (guint k = 0; k < touched->len; k++)
    weights[g_array_index (touched, guint, k)] = 0;
}

static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  const Proposal *left = a, *right = b;

  if (left->score != right->score)
    return left->score < right->score ? 1 : -1;
  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;
  return (left->b > right->b) - (left->b < right->b);
}

static GArray *
find_proposals (const RapSharedSide *a,
                const RapSharedSide *b)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));
  g_autoptr (GHashTable) index = index_words (b);
  g_autofree double *weights = g_new0 (double, b->sentences->len + 1);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < a->sentences->len; i++)
    {
      if (rap_shared_get (a, i)->pair != RAP_SHARED_NONE)
        continue;
      g_array_set_size (touched, 0);
      weigh_partners (a, i, index, weights, touched);
      propose (a, b, i, weights, touched, proposals);
    }
  g_array_sort (proposals, compare_proposals);
  return proposals;
}

static gboolean
is_free (const RapSharedSide *side,
         guint                i)
{
  return i < side->sentences->len && rap_shared_get (side, i)->pair == RAP_SHARED_NONE;
}

/* Takes the sentence before or after into the pair's @range, which is one of its two, if that makes it more alike. */
static void
widen (RapSharedSide *a,
       RapSharedSide *b,
       RapSharedPair *pair,
       guint          number,
       RapRange      *range)
{
  RapSharedSide *side = range == &pair->a ? a : b;
  RapRange known = *range;
  guint neighbours[] = { known.end, known.start - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (neighbours) && rap_range_length (*range) == 1; i++)
    {
      double score;

      if (!is_free (side, neighbours[i]))
        continue;
      *range = (RapRange) { MIN (known.start, neighbours[i]), MAX (known.end, neighbours[i] + 1) };
      score = score_sentences (a, pair->a, b, pair->b);
      if (score < pair->score + BETTER)
        {
          *range = known;
          continue;
        }
      pair->score = score;
      rap_shared_get (side, neighbours[i])->pair = number;
    }
}

void
rap_shared_pair_near (RapSharedSide *a,
                      RapSharedSide *b,
                      GArray        *pairs)
{
  g_autoptr (GArray) proposals = find_proposals (a, b);
  guint first = pairs->len;

  for (guint i = 0; i < proposals->len; i++)
    {
      Proposal proposal = g_array_index (proposals, Proposal, i);

      if (is_free (a, proposal.a) && is_free (b, proposal.b))
        add_pair (a, b, pairs, proposal.a, proposal.b, proposal.score, FALSE);
    }
  for (guint i = first; i < pairs->len; i++)
    {
      RapSharedPair *pair = &g_array_index (pairs, RapSharedPair, i);

      widen (a, b, pair, i, &pair->b);
      if (rap_range_length (pair->b) == 1)
        widen (a, b, pair, i, &pair->a);
    }
}
