/* bench-export.c
 *
 * The JSON export of 10,000 claims against what the sqlite3 program needs to
 * write the same columns as JSON; and how far the memory of the process grows
 * while 100,000 claims go out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "rap-transfer.h"

#define N_RUNS 5

static double
measure_session (RapSession *session,
                 const char *target)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      double before = bench_now ();

      if (!rap_session_export (session, "json", target, NULL))
        g_error ("the export failed");
      times[i] = bench_now () - before;
    }
  return bench_median (times, N_RUNS);
}

/* What the document holds of each kind, without what only the store needs. */
static const char selects[] =
  "SELECT * FROM project;"
  "SELECT id, kind, name, reliability, note, created, modified, analyst FROM entity ORDER BY created, id;"
  "SELECT a.id, title, outlet, byline, published, url, language, direction, text, body, a.sha256, copied_from, note, created,"
  " modified, analyst FROM article a JOIN article_text t ON t.sha256 = a.sha256 ORDER BY created, a.id;"
  "SELECT id, article, content_ranges, content_exact, content_prefix, content_suffix, cue_ranges, cue_exact, cue_prefix,"
  " cue_suffix, source_ranges, source_exact, source_prefix, source_suffix, proposition, speaker, anonymous, mode, certainty,"
  " polarity, tense, credibility, note, created, modified, analyst,"
  " (SELECT json_group_array (entity) FROM claim_via WHERE owner = row) AS via,"
  " (SELECT json_group_array (code) FROM claim_code WHERE owner = row) AS codes,"
  " (SELECT json_group_array (json_object ('meeting', meeting, 'aspect', aspect, 'value', value)) FROM claim_meeting"
  " WHERE owner = row) AS meetings FROM claim ORDER BY created, id;";

static double
measure_program (const char *program,
                 const char *path,
                 const char *target)
{
  const char *argv[] = { program, "-readonly", "-json", path, selects, NULL };
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;
      double before = bench_now ();
      int status;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error)
          || status != 0)
        g_error ("sqlite3 failed: %s", error != NULL ? error->message : "see above");
      if (!g_file_set_contents (target, output, -1, &error))
        g_error ("%s", error->message);
      times[i] = bench_now () - before;
    }
  return bench_median (times, N_RUNS);
}

static void
compare (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ten.rapporteur", NULL);
  g_autofree char *target = g_build_filename (folder, "ten.json", NULL);
  g_autofree char *program = g_find_program_in_path ("sqlite3");
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (RapSession) session = bench_create (folder, "ten.rapporteur");
  double ours;

  bench_fill (session, random, 100, 100);
  ours = measure_session (session, target);
  g_clear_object (&session);
  if (program == NULL)
    g_print ("export-10000: there is no sqlite3 program here to compare with\n");
  else
    bench_report_ratio ("export-10000", "JSON of 10,000 claims, median of 5", ours,
                        measure_program (program, path, target), "s", 2);
}

/* A line of /proc/self/status, in MiB. */
static double
read_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = g_strstr_len (status, -1, name);
  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) / 1024 : 0;
}

/* In a process of its own: opened and idle, then the highest that the export reached. */
static int
measure_memory (const char *path,
                const char *target)
{
  g_autoptr (RapSession) session = rap_session_open (path, FALSE, NULL);
  FILE *peak = fopen ("/proc/self/clear_refs", "w");
  double idle = read_status ("VmRSS:");

  if (peak == NULL || fputs ("5", peak) < 0 || fclose (peak) != 0)
    g_error ("the peak of memory cannot be reset");
  if (!rap_session_export (session, "json", target, NULL))
    g_error ("the export failed");
  bench_report_value ("export-memory", "memory above idle, 100,000 claims", read_status ("VmHWM:") - idle, "MiB", 64);
  return 0;
}

static void
watch_memory (const char *folder,
              const char *self)
{
  g_autofree char *path = g_build_filename (folder, "hundred.rapporteur", NULL);
  g_autofree char *target = g_build_filename (folder, "hundred.json", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (RapSession) session = bench_create (folder, "hundred.rapporteur");
  const char *argv[] = { self, path, target, NULL };
  int status = 0;

  for (guint i = 0; i < 20; i++)
    bench_fill (session, random, 50, 100);
  g_clear_object (&session);
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL) || status != 0)
    g_error ("the measurement of memory failed");
}

int
main (int   argc,
      char *argv[])
{
  char *folder;

  if (argc == 3)
    return measure_memory (argv[1], argv[2]);
  folder = bench_folder_new ();
  compare (folder);
  watch_memory (folder, argv[0]);
  bench_folder_free (folder);
  return 0;
}
