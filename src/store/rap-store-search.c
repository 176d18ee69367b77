/* rap-store-search.c
 *
 * Full-text search. FTS5 tells the rows that have the words, in the order of
 * row numbers; which of them come first is found from the order of days that
 * is in memory, or from rap_rank(), in a heap of as many as are wanted. Only
 * for those are titles and texts read and the places of the words found.
 *
 * A word that is being typed and with which words of nearly every article begin
 * is asked for as a whole word when the best are wanted; else it is not asked
 * for at all, and the first articles in the order of days are looked into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-search.h"

#include <string.h>

#include "rap-store-open-word.h"
#include "rap-store-order.h"
#include "rap-store-passage.h"

#define SPARE 3   /* candidates for each that is wanted, where some will not do */

static const char rows_sql[] = "SELECT rowid, 0.0 FROM article_fts WHERE article_fts MATCH ?1";
static const char ranked_sql[] = "SELECT rowid, rap_rank (article_fts, ?2) FROM article_fts WHERE article_fts MATCH ?1";

/* ?1 outlet, ?2 author, ?3 language, ?4 state, ?5 annotated (0, 1) */
static const char allowed_sql[] =
  "SELECT a.row FROM article a"
  " WHERE (?1 IS NULL OR a.outlet IN (SELECT id FROM entity WHERE rap_matches (?1, folded)))"
  " AND (?2 IS NULL OR (a.byline <> '' AND rap_matches (?2, rap_fold (a.byline))))"
  " AND (?3 IS NULL OR rap_matches (?3, rap_fold (a.language)))"
  " AND (?4 IS NULL OR ?4 = ifnull ((SELECT state FROM article_reading WHERE article = a.id), 'unread'))"
  " AND (?5 IS NULL OR ?5 = (EXISTS (SELECT 1 FROM claim WHERE article = a.id)"
  " OR EXISTS (SELECT 1 FROM evidence WHERE article = a.id)"
  " OR EXISTS (SELECT 1 FROM mention WHERE article = a.id)"
  " OR EXISTS (SELECT 1 FROM coding WHERE article = a.id)))";

static const char by_outlet_sql[] =
  "SELECT a.row FROM entity o CROSS JOIN article a ON a.outlet = o.id"
  " WHERE rap_matches (?1, o.folded)";

static const char article_sql[] =
  "SELECT a.id, a.title, a.published, ifnull (o.name, ''), t.text, a.body FROM article a"
  " JOIN article_text t ON t.sha256 = a.sha256 LEFT JOIN entity o ON o.id = a.outlet WHERE a.row = ?1";

/* A candidate: the larger @score is first, then the smaller @place. */
typedef struct
{
  double  score;
  guint32 place;
} Candidate;

/**
 * Finder: one search
 * @allowed: (nullable): a bit for each row that outlet: and author: let through
 * @heap: of Candidate, the worst on top
 * @n_wanted: size of the heap
 * @phrases: of @words
 * @count: of the rows that were found
 * @asked: what an article must have that the candidates may lack, or NULL
 */
typedef struct
{
  RapStore              *store;
  const RapSearch       *search;
  RapWords              *words;
  const RapArticleOrder *order;
  guint8                *allowed;
  GArray                *heap;
  guint                  n_wanted;
  RapPhrases            *phrases;
  RapSearchCount         count;
  const RapPhrases      *asked;
} Finder;

static inline gboolean
is_before (const Candidate *a,
           const Candidate *b)
{
  return a->score > b->score || (a->score == b->score && a->place < b->place);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  return is_before (a, b) ? -1 : is_before (b, a) ? 1 : 0;
}

static void
sift_down (Candidate *heap,
           guint      n)
{
  Candidate moved = heap[0];
  guint at = 0;

  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && is_before (&heap[child], &heap[child + 1]))
        child++;
      if (!is_before (&moved, &heap[child]))
        break;
      heap[at] = heap[child];
      at = child;
    }
  heap[at] = moved;
}

static void
sift_up (Candidate *heap,
         guint      at)
{
  Candidate moved = heap[at];

  while (at > 0 && is_before (&heap[(at - 1) / 2], &moved))
    {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  heap[at] = moved;
}

static inline void
consider (Finder    *self,
          Candidate  candidate)
{
  GArray *heap = self->heap;

  self->count.n++;
  if (heap->len < self->n_wanted)
    {
      g_array_append_val (heap, candidate);
      sift_up ((Candidate *) (gpointer) heap->data, heap->len - 1);
    }
  else if (heap->len > 0 && is_before (&candidate, &g_array_index (heap, Candidate, 0)))
    {
      g_array_index (heap, Candidate, 0) = candidate;
      sift_down ((Candidate *) (gpointer) heap->data, heap->len);
    }
}

/* The place in the order that is asked for: undated ones are last either way. */
static inline guint32
turn_place (const Finder *self,
            guint32       place)
{
  return self->search->order == RAP_SEARCH_OLDEST || place >= self->order->n_dated ? place
       : self->order->n_dated - 1 - place;
}

static inline gboolean
is_let_through (const Finder *self,
                gint64        row,
                guint32       place)
{
  const RapArticleOrder *order = self->order;
  const RapWords *words = self->words;

  return (self->allowed == NULL || (self->allowed[row / 8] & (1u << (row % 8))) != 0)
      && (words->before == NULL || order->from[place] < words->before->es)
      && (words->after == NULL || (order->to[place] > words->after->le && order->from[place] != RAP_STORE_UNDATED));
}

static inline void
take_row (Finder *self,
          gint64  row,
          double  score)
{
  guint32 place = row >= 0 && row < self->order->n_rows ? self->order->places[row] : RAP_NO_PLACE;

  if (place != RAP_NO_PLACE && is_let_through (self, row, place))
    consider (self, (Candidate) { score, turn_place (self, place) });
}

/* NULL: nothing is asked for that the file must be read for. */
static RapStatement *
get_allowed (Finder *self)
{
  const RapWords *words = self->words;
  RapStatement *statement;
  gboolean by_outlet = words->author == NULL && words->language == NULL && words->state == NULL && words->annotated < 0;

  if (by_outlet && words->outlet == NULL)
    return NULL;
  statement = rap_statement_get (self->store, by_outlet ? by_outlet_sql : allowed_sql);
  rap_statement_bind_text (statement, words->outlet);
  if (by_outlet)
    return statement;
  rap_statement_bind_text (statement, words->author);
  rap_statement_bind_text (statement, words->language);
  rap_statement_bind_text (statement, words->state);
  if (words->annotated >= 0)
    rap_statement_bind_int (statement, words->annotated);
  return statement;
}

static gboolean
collect_allowed (Finder  *self,
                 GError **error)
{
  g_autoptr (RapStatement) statement = get_allowed (self);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return TRUE;
  self->allowed = g_malloc0 (self->order->n_rows / 8 + 1);
  while (rap_statement_next (statement, &failure))
    {
      gint64 row = rap_statement_int (statement, 0);

      if (row >= 0 && row < self->order->n_rows)
        self->allowed[row / 8] |= (guint8) (1u << (row % 8));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
scan_index (Finder      *self,
            const char  *match,
            GError     **error)
{
  gboolean by_rank = self->search->order == RAP_SEARCH_BEST;
  g_autoptr (RapStatement) statement = rap_statement_get (self->store, by_rank ? ranked_sql : rows_sql);
  RapRanking ranking = { self->order->lengths, self->order->lengths != NULL ? self->order->n_rows : 0, self->order->average, { 0 } };
  g_autoptr (GError) failure = NULL;

  rap_statement_bind_text (statement, match);
  if (by_rank && statement->stmt != NULL)
    sqlite3_bind_pointer (statement->stmt, ++statement->n_bound, &ranking, "rap-ranking", NULL);
  while (rap_statement_next (statement, &failure))
    take_row (self, rap_statement_int (statement, 0), sqlite3_column_double (statement->stmt, 1));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
find_rows (Finder  *self,
           GError **error)
{
  g_autofree char *match = rap_words_to_match (self->words);

  self->order = match != NULL && self->search->order == RAP_SEARCH_BEST
    ? rap_store_get_article_lengths (self->store, error)
    : rap_store_get_article_order (self->store, error);
  if (self->order == NULL || !collect_allowed (self, error))
    return FALSE;
  if (match != NULL)
    return scan_index (self, match, error);
  for (guint i = 0; i < self->order->n; i++)
    take_row (self, self->order->rows[i], 0);
  return TRUE;
}

/* Those of @places (transfer full) in the report @body; where there are none, those in the page around it count.
 * (transfer full) */
static GArray *
prefer_body (GArray     *places,
             const char *body)
{
  g_autoptr (GArray) ranges = rap_store_parse_ranges (body);
  GArray *inside = g_array_new (FALSE, FALSE, sizeof (RapRange));
  guint at = 0;

  for (guint i = 0; ranges != NULL && i < places->len; i++)
    {
      RapRange place = g_array_index (places, RapRange, i);

      while (at < ranges->len && g_array_index (ranges, RapRange, at).end <= place.start)
        at++;
      if (at < ranges->len && g_array_index (ranges, RapRange, at).start <= place.start)
        g_array_append_val (inside, place);
    }
  if (inside->len == 0)
    {
      g_array_unref (inside);
      return places;
    }
  g_array_unref (places);
  return inside;
}

static RapHit *
read_hit (RapStatement     *statement,
          const RapPhrases *phrases)
{
  RapHit *hit = g_new0 (RapHit, 1);
  const char *text = rap_statement_text (statement, 4);

  hit->article = g_strdup (rap_statement_text (statement, 0));
  hit->title = g_strdup (rap_statement_text (statement, 1));
  hit->published = g_strdup (rap_statement_text (statement, 2));
  hit->outlet = g_strdup (rap_statement_text (statement, 3));
  hit->title_ranges = rap_phrases_find (phrases, hit->title, TRUE);
  hit->places = prefer_body (rap_phrases_find (phrases, text, FALSE), rap_statement_text (statement, 5));
  if (hit->places->len > 0 || hit->title_ranges->len == 0)
    {
      hit->snippet = rap_phrases_excerpt (phrases, text, hit->places, &hit->ranges);
    }
  else
    {
      hit->snippet = g_strdup (hit->title);
      hit->ranges = g_array_ref (hit->title_ranges);
    }
  hit->offset = hit->places->len > 0 ? g_array_index (hit->places, RapRange, 0).start : 0;
  return hit;
}

static gboolean
has_places (const RapPhrases *phrases,
            RapStatement     *statement)
{
  g_autoptr (GArray) title = rap_phrases_find (phrases, rap_statement_text (statement, 1), TRUE);
  g_autoptr (GArray) text = title->len == 0 ? rap_phrases_find (phrases, rap_statement_text (statement, 4), FALSE) : NULL;

  return text == NULL || text->len > 0;
}

/* The hits of the candidates, in order, without the first ones that are not wanted. */
static GPtrArray *
read_hits (Finder  *self,
           GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_hit_free);
  g_autoptr (RapStatement) statement = rap_statement_get (self->store, article_sql);
  g_autoptr (GError) failure = NULL;
  guint n_wanted = self->search->limit > 0 ? self->search->limit : G_MAXUINT;
  guint n_skipped = self->asked == NULL ? self->search->first : 0;

  g_array_sort (self->heap, compare_candidates);
  for (guint i = n_skipped; i < self->heap->len && hits->len < n_wanted && failure == NULL; i++)
    {
      /* turning twice gives what it was */
      guint32 place = turn_place (self, g_array_index (self->heap, Candidate, i).place);

      rap_statement_bind_int (statement, self->order->rows[place]);
      if (rap_statement_next (statement, &failure) && (self->asked == NULL || has_places (self->asked, statement)))
        {
          if (n_skipped < self->search->first)
            n_skipped++;
          else
            g_ptr_array_add (hits, read_hit (statement, self->phrases));
        }
      rap_statement_reset (statement);
    }
  if (failure == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static RapSearchProblem
find_problem (const RapWords *words)
{
  guint n_wanted = 0;

  for (guint i = 0; i < words->words->len; i++)
    n_wanted += !((RapWord *) words->words->pdata[i])->is_unwanted;
  if (words->bad != NULL)
    return words->bad_date ? RAP_SEARCH_BAD_DATE : RAP_SEARCH_BAD_VALUE;
  if (n_wanted > 0)
    return RAP_SEARCH_FINE;
  if (words->words->len > 0)
    return RAP_SEARCH_ONLY_UNWANTED;
  return words->author == NULL && words->outlet == NULL && words->before == NULL && words->after == NULL
      && words->language == NULL && words->state == NULL && words->annotated < 0 ? RAP_SEARCH_EMPTY : RAP_SEARCH_FINE;
}

static gboolean
check_words (const RapWords  *words,
             const char      *query,
             GError         **error)
{
  switch (find_problem (words))
    {
    case RAP_SEARCH_BAD_DATE:
    case RAP_SEARCH_BAD_VALUE:
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "“%s” in the search “%s” makes no sense", words->bad, query);
      return FALSE;
    case RAP_SEARCH_ONLY_UNWANTED:
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "the search “%s” says only what to leave out", query);
      return FALSE;
    case RAP_SEARCH_EMPTY:
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "there is nothing to search for in “%s”", query);
      return FALSE;
    case RAP_SEARCH_FINE:
    default:
      return TRUE;
    }
}

RapSearchProblem
rap_store_check_query (const char  *query,
                       char       **value)
{
  g_autoptr (RapWords) words = rap_words_parse (query);

  if (value != NULL)
    *value = g_strdup (words->bad);
  return find_problem (words);
}

/* As many as are wanted, times @spare. */
static GPtrArray *
run_finder (Finder  *self,
            guint    spare,
            GError **error)
{
  guint limit = self->search->limit;
  GPtrArray *hits = NULL;

  self->n_wanted = limit > 0 && limit < G_MAXUINT / spare - self->search->first
    ? (self->search->first + limit) * spare : G_MAXUINT;
  self->count = (RapSearchCount) { 0, FALSE };
  self->heap = g_array_new (FALSE, FALSE, sizeof (Candidate));
  if (find_rows (self, error))
    hits = read_hits (self, error);
  g_clear_pointer (&self->heap, g_array_unref);
  g_clear_pointer (&self->allowed, g_free);
  return hits;
}

/* @as_whole: articles with the word as it is typed; else those with the other words, looked into. FALSE: too few are
 * found so, or there is an @error. */
static gboolean
find_with_open_word (Finder             *self,
                     const RapOpenWord  *open,
                     gboolean            as_whole,
                     GPtrArray         **hits,
                     GError            **error)
{
  const RapSearch *search = self->search;
  guint n_rows;

  open->word->prefix = !as_whole;
  open->word->is_aside = !as_whole;
  self->asked = as_whole ? NULL : open->phrases;
  *hits = run_finder (self, as_whole ? 1 : SPARE, error);
  open->word->prefix = TRUE;
  open->word->is_aside = FALSE;
  self->asked = NULL;
  if (*hits == NULL)
    return FALSE;
  n_rows = self->count.n;
  if ((*hits)->len < search->limit)
    self->count.n = search->first + (*hits)->len;
  else
    self->count = (RapSearchCount) {
      MAX ((guint) MIN (n_rows * open->share / (as_whole ? open->whole_share : 1), self->order->n),
           search->first + (*hits)->len), TRUE };
  if (as_whole ? n_rows >= search->limit : search->first > 0 || self->count.is_about || n_rows <= self->n_wanted)
    return TRUE;
  g_clear_pointer (hits, g_ptr_array_unref);
  return FALSE;
}

/* Without FTS5's list of all words that begin with the last one, where that would take long. FALSE without an error:
 * there is no such word, or too little is found. */
static gboolean
find_at_once (Finder     *self,
              GPtrArray **hits,
              GError    **error)
{
  const RapArticleOrder *order = rap_store_get_article_order (self->store, error);
  g_autoptr (RapOpenWord) open = NULL;
  g_autoptr (GError) failure = NULL;

  if (order == NULL || !rap_open_word_find (self->store, order, self->words, &open, error) || open == NULL)
    return FALSE;
  if (self->search->order == RAP_SEARCH_BEST && open->whole_share > 0
      && find_with_open_word (self, open, TRUE, hits, &failure))
    return TRUE;
  if (failure == NULL && find_with_open_word (self, open, FALSE, hits, &failure))
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static GPtrArray *
find_hits (Finder  *self,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  GPtrArray *hits = NULL;

  if (self->search->is_typing && self->search->limit > 0 && find_at_once (self, &hits, &failure))
    return hits;
  if (failure == NULL)
    return run_finder (self, 1, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
rap_store_find_hits (RapStore         *self,
                     const RapSearch  *search,
                     RapSearchCount   *count,
                     GError          **error)
{
  g_autoptr (RapWords) words = NULL;
  g_autoptr (RapPhrases) phrases = NULL;
  Finder finder = { .store = self, .search = search };
  GPtrArray *hits;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail (search != NULL && search->query != NULL, NULL);

  words = rap_words_parse (search->query);
  if (search->is_typing)
    rap_words_complete (words);
  if (!check_words (words, search->query, error))
    return NULL;
  finder.words = words;
  finder.phrases = phrases = rap_phrases_new (words);
  hits = find_hits (&finder, error);
  if (count != NULL)
    *count = finder.count;
  return hits;
}

GPtrArray *
rap_store_search (RapStore    *self,
                  const char  *query,
                  guint        limit,
                  GError     **error)
{
  RapSearch search = { .query = query, .order = RAP_SEARCH_BEST, .limit = limit };

  return rap_store_find_hits (self, &search, NULL, error);
}

void
rap_store_warm_search (RapStore       *self,
                       RapSearchOrder  order)
{
  g_return_if_fail (RAP_IS_STORE (self));

  if (order == RAP_SEARCH_BEST)
    rap_store_get_article_lengths (self, NULL);
  else
    rap_store_get_article_order (self, NULL);
}

void
rap_store_interrupt (RapStore *self)
{
  g_return_if_fail (RAP_IS_STORE (self));

  sqlite3_interrupt (self->db);
}
