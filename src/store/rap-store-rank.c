/* rap-store-rank.c
 *
 * How much an article is about what was looked for: BM25 (Robertson and
 * Zaragoza, 2009), made cheap enough to be asked for every hit. FTS5's own
 * bm25() reads the size of every article from a table and decodes every place
 * of a hit; here the sizes are in memory, and the places are only counted, as
 * the numbers in FTS5's list of them. A place in the title counts four times.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "rap-store-private.h"

#define K1            1.2
#define B             0.75
#define TITLE_WEIGHT  3      /* in addition to the one of any place */
#define N_SAMPLE      1000   /* rows by which a phrase is found to be rare or not */
#define N_COUNTED     48     /* bytes of the list of places: what comes more often is not more about it */

typedef struct
{
  gint64 last;
  guint  n;
} Sample;

static int
sample_cb (const Fts5ExtensionApi *api,
           Fts5Context            *context,
           void                   *data)
{
  Sample *sample = data;

  sample->last = api->xRowid (context);
  return ++sample->n < N_SAMPLE ? SQLITE_OK : SQLITE_DONE;
}

/* From the first thousand rows that have the phrase: as many more as the rows go on. */
static double
weigh_phrase (const Fts5ExtensionApi *api,
              Fts5Context            *context,
              int                     phrase)
{
  Sample sample = { 0, 0 };
  sqlite3_int64 n_rows = 0;
  double n_hits;

  api->xRowCount (context, &n_rows);
  api->xQueryPhrase (context, phrase, &sample, sample_cb);
  n_hits = sample.n < N_SAMPLE || sample.last <= 0 ? sample.n
    : MIN ((double) n_rows, sample.n * ((double) n_rows / (double) sample.last));
  return MAX (log (((double) n_rows - n_hits + 0.5) / (n_hits + 0.5)), 1e-2);
}

/* One phrase needs no weight: it is the same for every row. */
static void
weigh_phrases (const Fts5ExtensionApi *api,
               Fts5Context            *context,
               RapRanking             *ranking)
{
  int n = MIN (api->xPhraseCount (context), (int) G_N_ELEMENTS (ranking->weights));

  for (int i = 0; i < n; i++)
    ranking->weights[i] = n > 1 ? weigh_phrase (api, context, i) : 1;
}

/* The numbers in the list end with a byte below 128. */
static guint
count_places (const Fts5PhraseIter *places)
{
  const guchar *end = places->b - places->a > N_COUNTED ? places->a + N_COUNTED : places->b;
  guint n = 1;

  for (const guchar *p = places->a; p < end; p++)
    n += *p < 0x80;
  return n;
}

static void
rank (const Fts5ExtensionApi *api,
      Fts5Context            *context,
      sqlite3_context        *result,
      int                     n_values,
      sqlite3_value         **values)
{
  RapRanking *ranking = n_values == 1 ? sqlite3_value_pointer (values[0], "rap-ranking") : NULL;
  sqlite3_int64 row = api->xRowid (context);
  double length = 0, score = 0;
  int n = MIN (api->xPhraseCount (context), (int) G_N_ELEMENTS (ranking->weights));

  if (ranking == NULL)
    return;
  if (ranking->weights[0] <= 0)
    weigh_phrases (api, context, ranking);
  if (row >= 0 && row < ranking->n_lengths)
    length = ranking->lengths[row];
  for (int i = 0; i < n; i++)
    {
      Fts5PhraseIter places;
      int column, offset;
      double count;

      if (api->xPhraseFirst (context, i, &places, &column, &offset) != SQLITE_OK || column < 0)
        continue;
      count = count_places (&places) + (column == 0 ? TITLE_WEIGHT : 0);
      score += ranking->weights[i] * count * (K1 + 1)
             / (count + K1 * (1 - B + B * (length > 0 ? length / ranking->average : 1)));
    }
  sqlite3_result_double (result, score);
}

int
rap_store_add_rank (fts5_api *api)
{
  return api->xCreateFunction (api, "rap_rank", NULL, rank, NULL);
}
