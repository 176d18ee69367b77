/* bench-meetings.c
 *
 * Finding a meeting while typing among a hundred thousand: the first answer,
 * the reading that goes on while idle, and the answer to each key after that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench.h"
#include "rap-meeting-finder.h"

#define N_MEETINGS 100000
#define N_PEOPLE   2000
#define N_RUNS     9

static const char * const words[] = { "talks", "visit", "summit", "call", "dinner", "signing", "border", "defence", "water" };

static const char * const typed[] = { "p", "pe", "person 17", "talks", "nov 2012", "2012-11-08", "summit border", "zzz" };

static const char *
pick (GRand *random)
{
  return words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
}

static GPtrArray *
add_people (RapEdits *edits)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_ENTITY);

      RAP_ENTITY (record)->name = g_strdup_printf ("Person %u of somewhere", i);
      rap_edits_insert (edits, record);
      g_ptr_array_add (ids, g_strdup (record->id));
    }
  return ids;
}

static void
add_meetings (RapEdits  *edits,
              GPtrArray *people,
              GRand     *random)
{
  for (guint i = 0; i < N_MEETINGS; i++)
    {
      g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_MEETING);
      RapMeeting *meeting = RAP_MEETING (record);

      meeting->title = g_strdup_printf ("%s on %s and %s, %u", pick (random), pick (random), pick (random), i);
      meeting->when = rap_edtf_new_day (g_rand_int_range (random, 7000, 20000));
      meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
      for (guint k = 0; k < 3; k++)
        g_ptr_array_add (meeting->participants,
                         rap_participant_new (people->pdata[(i * 7 + k * 13) % people->len], RAP_ROLE_PARTICIPANT, ""));
      rap_edits_insert (edits, record);
    }
}

static double
measure_keys (RapMeetingFinder *finder)
{
  double times[G_N_ELEMENTS (typed) * N_RUNS];
  double slowest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      double before = bench_now ();
      g_autoptr (GPtrArray) found = rap_meeting_finder_find (finder, typed[i % G_N_ELEMENTS (typed)], 6);

      times[i] = bench_now () - before;
      slowest = MAX (slowest, times[i]);
    }
  bench_report_value ("meetings", "key_slowest", slowest * 1000, "ms", 33);
  return bench_median (times, G_N_ELEMENTS (times));
}

static void
note (gboolean *complete)
{
  *complete = TRUE;
}

int
main (void)
{
  char *folder = bench_folder_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  RapSession *session = bench_create (folder, "project.rapporteur");
  g_autoptr (RapEdits) edits = rap_edits_new ("Fill");
  g_autoptr (GPtrArray) people = add_people (edits);
  g_autoptr (RapMeeting) like = NULL;
  RapMeetingFinder *finder;
  double before, first, keys;
  gboolean complete = FALSE;

  add_meetings (edits, people, random);
  if (!rap_session_commit (session, edits, NULL))
    g_error ("the commit failed");
  like = RAP_MEETING (rap_record_copy (rap_edits_get (edits, edits->edits->len - 1)->after));
  before = bench_now ();
  finder = rap_meeting_finder_get (session);
  rap_meeting_finder_aim_at_meeting (finder, like);
  g_ptr_array_unref (rap_meeting_finder_find (finder, "", 6));
  first = bench_now () - before;
  g_signal_connect_swapped (finder, "complete", G_CALLBACK (note), &complete);
  while (!complete)
    g_main_context_iteration (NULL, TRUE);
  bench_report_value ("meetings", "all_read", (bench_now () - before) * 1000, "ms", 0);
  keys = measure_keys (finder);
  g_object_unref (finder);
  g_object_unref (session);
  bench_report_value ("meetings", "first_answer", first * 1000, "ms", 100);
  bench_report_value ("meetings", "key", keys * 1000, "ms", 33);
  bench_folder_free (folder);
  return 0;
}
