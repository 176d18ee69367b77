/* bench-saving.c
 *
 * How long a window would stand still while 20,000 articles of 400 words come
 * in as one group: the longest turn of the main loop while they are read, and
 * while they are saved; then how long undoing them takes, which is one turn. The
 * articles go into an empty project, and then again into the one that has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "bench.h"
#include "rap-transfer.h"

#define N_ARTICLES 20000
#define N_WORDS    400

/* An import under way, and what its turns took. */
typedef struct
{
  gboolean saving;
  gboolean done;
  double   reading_turn;   /* seconds, the longest */
  double   saving_turn;
  double   began_saving;
} Turns;

static char *
write_articles (const char *folder)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  char *target = g_build_filename (folder, "articles", NULL);

  g_mkdir_with_parents (target, 0755);
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%05u.txt", target, i);
      g_autofree char *text = bench_make_text (random, N_WORDS);

      if (!g_file_set_contents (name, text, -1, NULL))
        g_error ("%s cannot be written", name);
    }
  return target;
}

static void
progress_cb (const RapImportProgress *progress,
             gpointer                 user_data)
{
  Turns *turns = user_data;

  if (progress->saving && !turns->saving)
    turns->began_saving = bench_now ();
  turns->saving = progress->saving;
}

static void
imported_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  Turns *turns = user_data;
  g_autoptr (GPtrArray) results = rap_session_import_finish (RAP_SESSION (session), result, NULL);

  g_assert_cmpuint (results->len, ==, N_ARTICLES);
  turns->done = TRUE;
}

/* A turn is what lies between two looks at what there is to do. */
static void
run_turns (Turns *turns)
{
  while (!turns->done)
    {
      double before;

      while (!g_main_context_pending (NULL))
        g_usleep (500);
      before = bench_now ();
      g_main_context_iteration (NULL, FALSE);
      before = bench_now () - before;
      if (turns->saving)
        turns->saving_turn = MAX (turns->saving_turn, before);
      else
        turns->reading_turn = MAX (turns->reading_turn, before);
    }
}

static void
report (const char *name,
        const char *what,
        const char *into,
        double      value,
        const char *unit,
        double      target)
{
  g_autofree char *full_name = g_strdup_printf ("saving-%s-%s", name, into);
  g_autofree char *full_what = g_strdup_printf ("20,000 articles into %s project: %s", into, what);

  bench_report_value (full_name, full_what, value, unit, target);
}

static void
measure_import (RapSession *session,
                const char *articles,
                const char *into)
{
  static const RapImportOptions options = { .one_group = TRUE };
  const char *paths[] = { articles, NULL };
  Turns turns = { 0 };
  double before = bench_now ();

  rap_session_import_async (session, paths, &options, progress_cb, &turns, NULL, imported_cb, &turns);
  run_turns (&turns);
  report ("reading", "longest turn while they are read", into, turns.reading_turn * 1000, "ms", 50);
  report ("turn", "longest turn while they are saved", into, turns.saving_turn * 1000, "ms", 50);
  report ("all", "until all are there", into, bench_now () - before, "s", 0);
  report ("save", "of that for saving", into, bench_now () - turns.began_saving, "s", 0);
}

static void
measure_undo (RapSession *session)
{
  double before = bench_now ();

  g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
  bench_report_value ("saving-undo", "undoing the import of 20,000 articles", bench_now () - before, "s", 0);
}

int
main (void)
{
  char *folder = bench_folder_new ();
  g_autofree char *articles = write_articles (folder);
  RapSession *session = bench_create (folder, "project.rapporteur");

  measure_import (session, articles, "an-empty");
  measure_import (session, articles, "a-full");
  measure_undo (session);
  g_object_unref (session);
  bench_folder_free (folder);
  return 0;
}
