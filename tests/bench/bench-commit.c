/* bench-commit.c
 *
 * One claim tagged: what the analyst waits for at every stroke of C. The claim
 * goes through the session (validated, journalled, told), and then the very
 * same rows through prepared statements into a copy of the same file with the
 * same pragmas, each in a transaction of its own. The median of each counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "bench.h"

#define N_COMMITS 300

static RapArticle *
load_article (RapSession *session)
{
  g_autoptr (GListModel) list = rap_session_list (session, RAP_KIND_ARTICLE);
  g_autoptr (RapHeader) header = g_list_model_get_item (list, 0);

  return RAP_ARTICLE (rap_session_load (session, RAP_KIND_ARTICLE, header->id, NULL));
}

static double
commit_claim (RapSession       *session,
              const RapArticle *article,
              GRand            *random)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Tag claim");
  g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_CLAIM);
  RapClaim *claim = RAP_CLAIM (record);
  guint start = (guint) g_rand_int_range (random, 0, (gint32) rap_text_get_length (article->text) - 100);
  RapRange range = { start, start + 80 };
  double before;

  rap_set_string (&claim->article, article->parent_instance.id);
  rap_set_string (&claim->proposition, "The two sides will share what they know");
  claim->content = rap_anchor_new (article->text, &range, 1);
  rap_edits_insert (edits, record);
  before = bench_now ();
  if (!rap_session_commit (session, edits, NULL))
    g_error ("the commit failed");
  return bench_now () - before;
}

static double
measure_session (const char *folder,
                 double     *times)
{
  g_autofree char *path = g_build_filename (folder, "project.rapporteur", NULL);
  g_autofree char *empty = g_build_filename (folder, "raw.sqlite", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (RapSession) session = bench_create (folder, "project.rapporteur");
  g_autoptr (RapArticle) article = NULL;

  bench_fill (session, random, 20, 0);
  g_clear_object (&session);
  bench_copy (path, empty);

  session = rap_session_open (path, FALSE, NULL);
  article = load_article (session);
  for (guint i = 0; i < N_COMMITS; i++)
    times[i] = commit_claim (session, article, random);
  return bench_median (times, N_COMMITS);
}

static double
measure_raw (const char *folder,
             double     *times)
{
  static const struct
  {
    const char *table;
    const char *rows;
  } tables[] = {
    { "claim", "SELECT * FROM claim ORDER BY row" },
    { "journal_group", "SELECT * FROM journal_group WHERE seq > 1 ORDER BY seq" },
    { "journal_edit", "SELECT * FROM journal_edit WHERE seq > 1 ORDER BY seq" },
  };
  g_autofree char *path = g_build_filename (folder, "project.rapporteur", NULL);
  g_autofree char *empty = g_build_filename (folder, "raw.sqlite", NULL);
  sqlite3 *from = bench_raw_open (path);
  sqlite3 *to = bench_raw_open (empty);
  GPtrArray *rows[G_N_ELEMENTS (tables)];
  sqlite3_stmt *inserts[G_N_ELEMENTS (tables)];

  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    {
      rows[k] = bench_raw_read (from, tables[k].rows);
      g_assert_cmpuint (rows[k]->len, ==, N_COMMITS);
      inserts[k] = bench_raw_prepare (to, tables[k].table, ((GPtrArray *) rows[k]->pdata[0])->len);
    }
  for (guint i = 0; i < N_COMMITS; i++)
    {
      double before = bench_now ();

      bench_raw_execute (to, "BEGIN IMMEDIATE");
      for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
        bench_raw_insert (inserts[k], rows[k], i);
      bench_raw_execute (to, "COMMIT");
      times[i] = bench_now () - before;
    }
  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    {
      sqlite3_finalize (inserts[k]);
      g_ptr_array_unref (rows[k]);
    }
  sqlite3_close (from);
  sqlite3_close (to);
  return bench_median (times, N_COMMITS);
}

int
main (void)
{
  char *folder = bench_folder_new ();
  double times[N_COMMITS];
  double ours = measure_session (folder, times);
  double raw = measure_raw (folder, times);

  bench_report_ratio ("commit-claim", "commit of one claim, median of 300", ours * 1000, raw * 1000, "ms", 2);
  bench_folder_free (folder);
  return 0;
}
