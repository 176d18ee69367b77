/* bench-search.c
 *
 * bench-search [PROJECT.rapporteur [N]]: full-text search over 100,000 articles
 * of 400 words, through the searcher of the window: from the start of a search
 * until the main loop has its first 50 hits with titles, excerpts and all
 * places. PROJECT is made with N articles when it is not there, and kept.
 *
 * The words are invented and as frequent as in a language (Zipf's law, 60,000
 * different ones; the most frequent is one word in 18). Each kind of query is
 * asked for 40 different words, spread over its band of frequency, once each:
 *
 *   rare      words in 1 to 100 articles
 *   medium    words in about 100 to 5,000
 *   common    words in more than 5,000, up to all of them
 *   two       two words of different bands
 *   phrases   two words that stand beside each other in some article
 *   prefixes  beginnings of three and four letters
 *   typing    the beginnings of words as they are typed, from the first letter on
 *
 * Peer: the same rows in a table of FTS5 as it comes (unicode61, no options),
 * asked for rowid, snippet and highlight of 50 rows, by bm25 or by rowid.
 * Prints one JSON object with p50, p95 and max of each in milliseconds, and the
 * p95 of the processor time of all threads ("cpu95"), which is what it would take
 * on a machine that does nothing else. "filter" is the list of articles narrowed
 * by each beginning of words as they are typed, up to its first 20 rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"
#include "rap-header-list.h"
#include "rap-searcher.h"

#define N_ARTICLES  100000
#define N_WORDS     400
#define N_VOCABULARY 60000
#define N_QUERIES   40
#define N_HITS      50
#define BATCH       5000

static char  **vocabulary;
static double *cumulated;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Syllables in the order of a hash: frequent words do not begin alike. */
static char *
make_word (guint number)
{
  static const char * const heads[] = {
    "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "qu", "r", "s", "sh", "st", "t", "tr", "v", "w", "z", "" };
  static const char * const vowels[] = { "a", "e", "i", "o", "u", "ai", "ea", "ou" };
  static const char * const tails[] = { "", "n", "r", "s", "t", "l", "nd", "m" };
  GString *word = g_string_new (NULL);
  guint rest = number;

  do
    {
      guint pick = rest * 2654435761u >> 8;

      g_string_append (word, heads[pick % G_N_ELEMENTS (heads)]);
      g_string_append (word, vowels[pick / 28 % G_N_ELEMENTS (vowels)]);
      g_string_append (word, tails[pick / 224 % G_N_ELEMENTS (tails)]);
      rest /= 40;
    }
  while (rest > 0);
  if (number >= 40)
    g_string_append_c (word, (char) ('a' + number % 26));
  return g_string_free (word, FALSE);
}

static void
make_vocabulary (void)
{
  double sum = 0;

  vocabulary = g_new0 (char *, N_VOCABULARY + 1);
  cumulated = g_new (double, N_VOCABULARY);
  for (guint i = 0; i < N_VOCABULARY; i++)
    {
      vocabulary[i] = make_word (i);
      sum += 1 / (i + 2.7);
      cumulated[i] = sum;
    }
  for (guint i = 0; i < N_VOCABULARY; i++)
    cumulated[i] /= sum;
}

static const char *
pick_word (GRand *random)
{
  double chance = g_rand_double (random);
  guint low = 0, high = N_VOCABULARY - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cumulated[middle] < chance)
        low = middle + 1;
      else
        high = middle;
    }
  return vocabulary[low];
}

static char *
make_text (GRand *random,
           guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      guint end = i % 60 == 59 ? 2 : i % 14 == 13;

      g_string_append (text, pick_word (random));
      g_string_append (text, i + 1 == n_words || end == 1 ? ". " : end == 2 ? ".\n\n" : " ");
    }
  return g_string_free (text, FALSE);
}

static void
add_articles (RapSession *session,
              GRand      *random,
              const char *outlet,
              guint       n)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Fill");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_ARTICLE);
      RapArticle *article = RAP_ARTICLE (record);
      g_autofree char *text = make_text (random, N_WORDS);

      g_free (article->title);
      article->title = make_text (random, 8);
      article->published = rap_edtf_new_day (14000 + g_rand_int_range (random, 0, 5000));
      article->text = rap_text_new (text);
      rap_set_string (&article->outlet, outlet);
      rap_edits_insert (edits, record);
    }
  if (!rap_session_commit (session, edits, &error))
    g_error ("%s", error->message);
}

static char *
add_outlet (RapSession *session)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Outlet");
  g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_ENTITY);

  rap_set_string (&RAP_ENTITY (record)->name, "An outlet");
  RAP_ENTITY (record)->kind = RAP_ENTITY_OUTLET;
  rap_edits_insert (edits, record);
  rap_session_commit (session, edits, NULL);
  return g_strdup (record->id);
}

static void
make_project (const char *path,
              guint       n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapSession) session = rap_session_create (path, "Benchmark", &error);
  g_autofree char *outlet = NULL;
  double before = bench_now ();

  if (session == NULL)
    g_error ("%s", error->message);
  outlet = add_outlet (session);
  for (guint i = 0; i < n; i += BATCH)
    {
      g_printerr ("\r%u articles", i);
      add_articles (session, random, outlet, MIN (BATCH, n - i));
    }
  g_printerr ("\r%u articles in %.0f s\n", n, bench_now () - before);
}

/* The peer: the same texts in a table of FTS5 as it comes. */
static sqlite3 *
open_peer (const char *path)
{
  g_autofree char *peer = g_strconcat (path, ".peer", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS project", path);
  gboolean is_new = !g_file_test (peer, G_FILE_TEST_EXISTS);
  sqlite3 *db;

  if (sqlite3_open (peer, &db) != SQLITE_OK)
    g_error ("%s cannot be opened", peer);
  bench_raw_execute (db, "PRAGMA cache_size = -16000");
  if (!is_new)
    return db;
  bench_raw_execute (db, attach);
  bench_raw_execute (db, "CREATE VIRTUAL TABLE fts USING fts5 (title, text);"
                         "INSERT INTO fts (rowid, title, text) SELECT a.row, a.title, t.text FROM project.article a"
                         " JOIN project.article_text t ON t.sha256 = a.sha256;"
                         "DETACH project");
  return db;
}

/* Seconds of the clock and of the processor. */
typedef struct
{
  double clock;
  double cpu;
} Moment;

typedef struct
{
  double values[N_QUERIES * 8];
  double cpus[N_QUERIES * 8];
  guint  n;
} Series;

static Moment
now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  return (Moment) { bench_now (), (double) cpu.tv_sec + (double) cpu.tv_nsec / 1e9 };
}

/* What passed since @before. */
static Moment
since (Moment before)
{
  Moment at = now ();

  return (Moment) { at.clock - before.clock, at.cpu - before.cpu };
}

static void
add_value (Series *series,
           Moment  took)
{
  if (series->n == G_N_ELEMENTS (series->values))
    return;
  series->values[series->n] = took.clock * 1e3;
  series->cpus[series->n++] = took.cpu * 1e3;
}

static void
print_series (const char *name,
              Series     *series,
              gboolean    is_last)
{
  if (series->n == 0)
    return;
  qsort (series->values, series->n, sizeof (double), compare_doubles);
  qsort (series->cpus, series->n, sizeof (double), compare_doubles);
  g_print ("\"%s\":{\"n\":%u,\"p50\":%.1f,\"p95\":%.1f,\"max\":%.1f,\"cpu95\":%.1f}%s", name, series->n,
           series->values[series->n / 2], series->values[(guint) ceil (series->n * 0.95) - 1],
           series->values[series->n - 1], series->cpus[(guint) ceil (series->n * 0.95) - 1], is_last ? "" : ",");
}

/* One search in the loop */

typedef struct
{
  GPtrArray *hits;
  gboolean   is_done;
} Answer;

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->hits = rap_searcher_finish (RAP_SEARCHER (source), result, NULL, &error);
  if (answer->hits == NULL)
    g_error ("%s", error->message);
  answer->is_done = TRUE;
}

static Moment
search_once (RapSearcher    *searcher,
             const char     *query,
             RapSearchOrder  order,
             gboolean        is_typing)
{
  RapSearch search = { .query = query, .order = order, .limit = N_HITS, .is_typing = is_typing };
  Answer answer = { NULL, FALSE };
  Moment before = now ();

  rap_searcher_start (searcher, &search, found_cb, &answer);
  while (!answer.is_done)
    g_main_context_iteration (NULL, TRUE);
  before = since (before);
  g_ptr_array_unref (answer.hits);
  return before;
}

static Moment
search_peer (sqlite3    *db,
             const char *query,
             gboolean    by_rank)
{
  const char *sql = by_rank
    ? "SELECT rowid, snippet (fts, -1, '[', ']', '…', 24), highlight (fts, 1, '[', ']') FROM fts WHERE fts MATCH ?1 ORDER BY rank LIMIT 50"
    : "SELECT rowid, snippet (fts, -1, '[', ']', '…', 24), highlight (fts, 1, '[', ']') FROM fts WHERE fts MATCH ?1 ORDER BY rowid LIMIT 50";
  sqlite3_stmt *statement;
  Moment before = now ();
  g_autofree char *match = g_str_has_suffix (query, "*") || query[0] == '"' ? g_strdup (query) : NULL;

  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, match != NULL ? match : query, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (sqlite3_column_text (statement, 1) == NULL || sqlite3_column_text (statement, 2) == NULL)
      g_error ("the peer has no snippet");
  sqlite3_finalize (statement);
  return since (before);
}

/* Queries */

/* (transfer full) */
static GPtrArray *
make_queries (const char *kind)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *text = make_text (random, 4000);
  g_auto (GStrv) words = g_strsplit_set (text, " .\n", -1);
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      guint rare = 20000 + i * 990, medium = 400 + i * 200, common = i * 5;

      if (g_str_equal (kind, "rare"))
        g_ptr_array_add (queries, g_strdup (vocabulary[rare]));
      else if (g_str_equal (kind, "medium"))
        g_ptr_array_add (queries, g_strdup (vocabulary[medium]));
      else if (g_str_equal (kind, "common"))
        g_ptr_array_add (queries, g_strdup (vocabulary[common]));
      else if (g_str_equal (kind, "two"))
        g_ptr_array_add (queries, g_strdup_printf ("%s %s", vocabulary[common], vocabulary[medium]));
      else if (g_str_equal (kind, "phrases"))
        g_ptr_array_add (queries, g_strdup_printf ("\"%s %s\"", vocabulary[i * 3], vocabulary[(i * 7 + 1) % 60]));
      else if (g_str_equal (kind, "prefixes"))
        g_ptr_array_add (queries, g_strdup_printf ("%.*s*", 3 + (int) i % 2, vocabulary[medium + common]));
      else
        for (guint n = 1; n <= strlen (vocabulary[medium]); n++)
          g_ptr_array_add (queries, g_strndup (vocabulary[medium], n));
    }
  return queries;
}

static void
measure (RapSearcher *searcher,
         sqlite3     *peer,
         const char  *kind,
         gboolean     is_last)
{
  g_autoptr (GPtrArray) queries = make_queries (kind);
  gboolean is_typing = g_str_equal (kind, "typing");
  Series best = { .n = 0 }, newest = { .n = 0 }, peer_best = { .n = 0 }, peer_newest = { .n = 0 };

  for (guint i = 0; i < queries->len; i++)
    {
      const char *query = queries->pdata[i];

      add_value (&newest, search_once (searcher, query, RAP_SEARCH_NEWEST, is_typing));
      add_value (&best, search_once (searcher, query, RAP_SEARCH_BEST, is_typing));
      if (is_typing)
        continue;
      add_value (&peer_newest, search_peer (peer, query, FALSE));
      add_value (&peer_best, search_peer (peer, query, TRUE));
    }
  g_print ("\"%s\":{", kind);
  print_series ("date", &newest, FALSE);
  print_series ("relevance", &best, is_typing);
  print_series ("peer_rowid", &peer_newest, FALSE);
  print_series ("peer_bm25", &peer_best, TRUE);
  g_print ("}%s\n", is_last ? "" : ",");
}

/* The list of articles, in the thread of the window. */
static void
measure_filter (RapSession *session)
{
  g_autoptr (GPtrArray) queries = make_queries ("typing");
  g_autoptr (GListModel) list = rap_session_list (session, RAP_KIND_ARTICLE);
  Series series = { .n = 0 };
  Moment first = now ();

  rap_header_list_set_filter (RAP_HEADER_LIST (list), "a");
  first = since (first);
  for (guint i = 0; i < queries->len; i++)
    {
      Moment before = now ();

      rap_header_list_set_filter (RAP_HEADER_LIST (list), queries->pdata[i]);
      for (guint k = 0; k < MIN (20, g_list_model_get_n_items (list)); k++)
        g_object_unref (g_list_model_get_item (list, k));
      add_value (&series, since (before));
    }
  g_print ("\"filter\":{\"first\":%.1f,\"first_cpu\":%.1f,", first.clock * 1e3, first.cpu * 1e3);
  print_series ("typing", &series, TRUE);
  g_print ("},\n");
}

int
main (int   argc,
      char *argv[])
{
  static const char * const kinds[] = { "rare", "medium", "common", "two", "phrases", "prefixes", "typing" };
  char *folder = bench_folder_new ();
  g_autofree char *path = argc > 1 ? g_strdup (argv[1]) : g_build_filename (folder, "search.rapporteur", NULL);
  guint n = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : N_ARTICLES;
  g_autoptr (RapSession) session = NULL;
  g_autoptr (RapSearcher) searcher = NULL;
  double load = 0;
  sqlite3 *peer;

  make_vocabulary ();
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make_project (path, n);
  session = rap_session_open (path, TRUE, NULL);
  peer = open_peer (path);
  searcher = rap_searcher_new (session);
  getloadavg (&load, 1);
  g_print ("{\"bench\":\"search\",\"articles\":%u,\"load\":%.1f,", rap_session_count (session, RAP_KIND_ARTICLE), load);
  g_print ("\"first\":{\"date\":%.1f,", 1e3 * search_once (searcher, "after:1900", RAP_SEARCH_NEWEST, FALSE).clock);
  g_print ("\"relevance\":%.1f},\n", 1e3 * search_once (searcher, vocabulary[30000], RAP_SEARCH_BEST, FALSE).clock);
  measure_filter (session);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    measure (searcher, peer, kinds[i], i + 1 == G_N_ELEMENTS (kinds));
  g_print ("}\n");
  sqlite3_close (peer);
  bench_folder_free (folder);
  return 0;
}
