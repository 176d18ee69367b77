/* bench-import.c
 *
 * Folders of 1,000 and of 20,000 generated articles of 400 words through the
 * import (read, decoded, extracted, compared with all others, validated,
 * journalled), and then the very same rows, with the full-text index, in one
 * transaction of raw SQLite into an empty project; the median of the rounds
 * counts. The memory of the import is that of a process of its own, and apart
 * from it the memory of the largest of those that read the files for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "rap-transfer.h"

#define MAX_ROUNDS 5
#define N_WORDS    400

static const struct
{
  const char *name;
  const char *what;
  guint       n_articles;
  guint       n_rounds;
} sizes[] = {
  { "import-1000", "import of 1,000 articles of 400 words, median of 5", 1000, 5 },
  { "import-20000", "import of 20,000 articles of 400 words, median of 3", 20000, 3 },
};

/* What a process that imported has to tell. */
typedef struct
{
  double seconds;
  double processor;   /* seconds of all threads: what counts where others use the machine too */
  double megabytes;   /* at most in memory */
  double reader;      /* the same of a process that read for it */
} Measure;

static double
get_processor (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec)
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

static Measure
measure_process (double seconds)
{
  struct rusage own, children;

  getrusage (RUSAGE_SELF, &own);
  getrusage (RUSAGE_CHILDREN, &children);
  return (Measure) {
    .seconds = seconds,
    .processor = get_processor (&own) + get_processor (&children),
    .megabytes = (double) own.ru_maxrss / 1024,
    .reader = (double) children.ru_maxrss / 1024,
  };
}

static char *
write_articles (const char *folder,
                guint       n_articles)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  char *target = g_build_filename (folder, "articles", NULL);

  g_mkdir_with_parents (target, 0755);
  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%05u.txt", target, i);
      g_autofree char *text = bench_make_text (random, N_WORDS);

      if (!g_file_set_contents (name, text, -1, NULL))
        g_error ("%s cannot be written", name);
    }
  return target;
}

static double
import_all (const char *project,
            const char *articles,
            guint       n_articles)
{
  const char *paths[] = { articles, NULL };
  g_autoptr (RapSession) session = rap_session_open (project, FALSE, NULL);
  g_autoptr (GPtrArray) results = NULL;
  double before = bench_now ();

  results = rap_session_import (session, paths, NULL, NULL, NULL, NULL);
  before = bench_now () - before;
  g_assert_cmpuint (rap_session_count (session, RAP_KIND_ARTICLE), ==, n_articles);
  return before;
}

/* In a process of its own, which remembers nothing of the rounds before. */
static Measure
measure_session (const char *folder,
                 const char *articles,
                 guint       n_articles)
{
  g_autofree char *path = g_build_filename (folder, "project.rapporteur", NULL);
  g_autofree char *empty = g_build_filename (folder, "raw.sqlite", NULL);
  g_autoptr (RapSession) session = bench_create (folder, "project.rapporteur");
  Measure measure = { 0 };
  int ends[2], status;
  pid_t child;

  g_clear_object (&session);
  bench_copy (path, empty);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      measure = measure_process (import_all (path, articles, n_articles));
      _exit (write (ends[1], &measure, sizeof measure) == sizeof measure ? 0 : 1);
    }
  close (ends[1]);
  g_assert_cmpint ((int) read (ends[0], &measure, sizeof measure), ==, (int) sizeof measure);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return measure;
}

static Measure
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
    { "raw_fts (rowid, title, text)", "SELECT row, title, text FROM article_content ORDER BY row" },
    { "journal_group", "SELECT * FROM journal_group ORDER BY seq" },
    { "journal_edit", "SELECT * FROM journal_edit ORDER BY seq, n" },
  };
  g_autofree char *path = g_build_filename (folder, "project.rapporteur", NULL);
  g_autofree char *empty = g_build_filename (folder, "raw.sqlite", NULL);
  sqlite3 *from = bench_raw_open (path);
  sqlite3 *to = bench_raw_open (empty);
  GPtrArray *rows[G_N_ELEMENTS (tables)];
  double before, time, processor;

  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    rows[k] = bench_raw_read (from, tables[k].rows);
  /* FTS5 as it comes: our own tokenizer is known to our own connections only */
  bench_raw_execute (to, "CREATE VIRTUAL TABLE raw_fts USING fts5 (title, text, content='', tokenize='unicode61 remove_diacritics 2')");
  processor = measure_process (0).processor;
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
  processor = measure_process (0).processor - processor;
  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    g_ptr_array_unref (rows[k]);
  sqlite3_close (from);
  sqlite3_close (to);
  return (Measure) { .seconds = time, .processor = processor };
}

static void
forget (const char *folder,
        const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

/* The raw insert too, so that its rows are not in the memory of the next import. */
static Measure
measure_raw_apart (const char *folder)
{
  Measure measure = { 0 };
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      measure = measure_raw (folder);
      _exit (write (ends[1], &measure, sizeof measure) == sizeof measure ? 0 : 1);
    }
  close (ends[1]);
  g_assert_cmpint ((int) read (ends[0], &measure, sizeof measure), ==, (int) sizeof measure);
  close (ends[0]);
  waitpid (child, NULL, 0);
  return measure;
}

static void
measure_size (guint size)
{
  char *folder = bench_folder_new ();
  g_autofree char *articles = write_articles (folder, sizes[size].n_articles);
  g_autofree char *memory = g_strconcat (sizes[size].name, "-memory", NULL);
  g_autofree char *processor = g_strconcat (sizes[size].name, "-processor", NULL);
  g_autofree char *reader = g_strconcat (sizes[size].name, "-reader-memory", NULL);
  double ours[MAX_ROUNDS], raw[MAX_ROUNDS], our_processor[MAX_ROUNDS], raw_processor[MAX_ROUNDS], most = 0, most_reader = 0;

  for (guint i = 0; i < sizes[size].n_rounds; i++)
    {
      Measure measure = measure_session (folder, articles, sizes[size].n_articles);
      Measure plain = measure_raw_apart (folder);

      ours[i] = measure.seconds;
      raw[i] = plain.seconds;
      our_processor[i] = measure.processor;
      raw_processor[i] = plain.processor;
      most = MAX (most, measure.megabytes);
      most_reader = MAX (most_reader, measure.reader);
      forget (folder, "project.rapporteur");
      forget (folder, "raw.sqlite");
    }
  bench_report_ratio (sizes[size].name, sizes[size].what, bench_median (ours, sizes[size].n_rounds),
                      bench_median (raw, sizes[size].n_rounds), "s", 3);
  bench_report_ratio (processor, "the same in time of all processors", bench_median (our_processor, sizes[size].n_rounds),
                      bench_median (raw_processor, sizes[size].n_rounds), "s", 3);
  bench_report_value (memory, "most memory of that import", most, "MB", 300);
  bench_report_value (reader, "most memory of a process that reads for it", most_reader, "MB", 512);
  bench_folder_free (folder);
}

int
main (int    argc,
      char **argv)
{
  /* with a name, only that size */
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || strcmp (argv[1], sizes[i].name) == 0)
      measure_size (i);
  return 0;
}
