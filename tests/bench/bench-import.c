/* bench-import.c
 *
 * A folder of 1,000 generated articles of 400 words through the import (read,
 * decoded, extracted, compared with all others, validated, journalled), and
 * then the very same rows, with the full-text index, in one transaction of raw
 * SQLite into an empty project; five rounds, the median of each counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "bench.h"
#include "rap-transfer.h"

#define N_ROUNDS   5
#define N_ARTICLES 1000
#define N_WORDS    400

static char *
write_articles (const char *folder)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  char *target = g_build_filename (folder, "articles", NULL);

  g_mkdir_with_parents (target, 0755);
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%04u.txt", target, i);
      g_autofree char *text = bench_make_text (random, N_WORDS);

      if (!g_file_set_contents (name, text, -1, NULL))
        g_error ("%s cannot be written", name);
    }
  return target;
}

static double
measure_session (const char *folder,
                 const char *articles)
{
  g_autofree char *path = g_build_filename (folder, "project.rapporteur", NULL);
  g_autofree char *empty = g_build_filename (folder, "raw.sqlite", NULL);
  const char *paths[] = { articles, NULL };
  g_autoptr (RapSession) session = bench_create (folder, "project.rapporteur");
  g_autoptr (GPtrArray) results = NULL;
  double before;

  g_clear_object (&session);
  bench_copy (path, empty);
  session = rap_session_open (path, FALSE, NULL);
  before = bench_now ();
  results = rap_session_import (session, paths, NULL, NULL, NULL, NULL);
  before = bench_now () - before;
  g_assert_cmpuint (rap_session_count (session, RAP_KIND_ARTICLE), ==, N_ARTICLES);
  return before;
}

static double
measure_raw (const char *folder)
{
  static const struct
  {
    const char *table;
    const char *rows;
  } tables[] = {
    { "article_text", "SELECT * FROM article_text ORDER BY row" },
    { "article", "SELECT * FROM article ORDER BY row" },
    { "article_signature", "SELECT * FROM article_signature ORDER BY article" },
    { "article_fts (rowid, title, text)", "SELECT row, title, text FROM article_content ORDER BY row" },
    { "journal_group", "SELECT * FROM journal_group ORDER BY seq" },
    { "journal_edit", "SELECT * FROM journal_edit ORDER BY seq, n" },
  };
  g_autofree char *path = g_build_filename (folder, "project.rapporteur", NULL);
  g_autofree char *empty = g_build_filename (folder, "raw.sqlite", NULL);
  sqlite3 *from = bench_raw_open (path);
  sqlite3 *to = bench_raw_open (empty);
  GPtrArray *rows[G_N_ELEMENTS (tables)];
  double before, time;

  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    rows[k] = bench_raw_read (from, tables[k].rows);
  before = bench_now ();
  bench_raw_execute (to, "BEGIN IMMEDIATE");
  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    {
      sqlite3_stmt *insert = bench_raw_prepare (to, tables[k].table, ((GPtrArray *) rows[k]->pdata[0])->len);

      for (guint i = 0; i < rows[k]->len; i++)
        bench_raw_insert (insert, rows[k], i);
      sqlite3_finalize (insert);
    }
  bench_raw_execute (to, "COMMIT");
  time = bench_now () - before;
  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    g_ptr_array_unref (rows[k]);
  sqlite3_close (from);
  sqlite3_close (to);
  return time;
}

static void
forget_project (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "project.rapporteur", NULL);

  g_unlink (path);
}

int
main (void)
{
  char *folder = bench_folder_new ();
  g_autofree char *articles = write_articles (folder);
  double ours[N_ROUNDS], raw[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      ours[i] = measure_session (folder, articles);
      raw[i] = measure_raw (folder);
      forget_project (folder);
    }
  bench_report_ratio ("import-1000", "import of 1,000 articles of 400 words, median of 5",
                      bench_median (ours, N_ROUNDS), bench_median (raw, N_ROUNDS), "s", 4);
  bench_folder_free (folder);
  return 0;
}
