/* bench-timeline-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-timeline-data.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "rap-entity.h"
#include "rap-meeting.h"

#define GROUP 20000   /* meetings a commit */

/* A date of the kinds that occur: exact, of a month or year, with a duration, approximate. */
static char *
make_date (GRand *random)
{
  int year = g_rand_int_range (random, 2015, 2023);
  int month = g_rand_int_range (random, 1, 13);
  int day = g_rand_int_range (random, 1, 29);
  int kind = g_rand_int_range (random, 0, 10);

  if (kind < 2)
    return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", year, month, day, year + (month == 12), month % 12 + 1, day);
  if (kind < 4)
    return g_strdup_printf ("%04d-%02d", year, month);
  if (kind < 5)
    return g_strdup_printf ("%04d-%02d-%02d~", year, month, day);
  if (kind < 6)
    return g_strdup_printf ("%04d", year);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static char *
make_title (GRand *random,
            guint  number)
{
  static const char * const words[] = { "Talks", "Visit", "Summit", "Call", "Dinner", "Signing" };

  return g_strdup_printf ("%s %u", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], number);
}

RapTimelineItems *
bench_make_items (guint    n,
                  gboolean one_day)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  RapTimelineItems *items = rap_timeline_items_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = make_date (random);
      g_autoptr (RapEdtf) when = rap_edtf_parse (one_day ? "2017-07-05" : date, NULL);
      g_autofree char *id = g_strdup_printf ("m%07u", i);
      g_autofree char *title = make_title (random, i);
      g_autofree char *lane = g_strdup_printf ("Delegation %d", g_rand_int_range (random, 1, BENCH_LANES + 1));
      const char *lanes[] = { lane, NULL };

      rap_timeline_items_add (items, RAP_KIND_MEETING, id, title, when, RAP_STATUS_HELD, 1, FALSE, lanes);
    }
  return items;
}

static GPtrArray *
make_delegations (RapSession *session)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RapEdits) edits = rap_edits_new ("Fill");

  for (guint i = 0; i < BENCH_LANES; i++)
    {
      g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_ENTITY);

      RAP_ENTITY (record)->name = g_strdup_printf ("Delegation %u", i + 1);
      rap_edits_insert (edits, record);
      g_ptr_array_add (ids, g_strdup (record->id));
    }
  if (!rap_session_commit (session, edits, NULL))
    g_error ("the commit failed");
  return ids;
}

void
bench_fill_meetings (RapSession *session,
                     guint       n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  g_autoptr (GPtrArray) delegations = make_delegations (session);

  for (guint begin = 0; begin < n; begin += GROUP)
    {
      g_autoptr (RapEdits) edits = rap_edits_new ("Fill");

      for (guint i = begin; i < MIN (n, begin + GROUP); i++)
        {
          g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_MEETING);
          RapMeeting *meeting = RAP_MEETING (record);
          g_autofree char *date = make_date (random);

          meeting->title = make_title (random, i);
          meeting->when = rap_edtf_parse (date, NULL);
          meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
          g_ptr_array_add (meeting->participants,
                           rap_participant_new (delegations->pdata[g_rand_int_range (random, 0, BENCH_LANES)],
                                                RAP_ROLE_PARTICIPANT, ""));
          rap_edits_insert (edits, record);
        }
      if (!rap_session_commit (session, edits, NULL))
        g_error ("the commit failed");
    }
}

double
bench_cpu (gboolean whole)
{
  struct timespec time;

  clock_gettime (whole ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

gsize
bench_allocated (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* A number of kilobytes in /proc/self/status. */
static gsize
read_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  found = strstr (status, name);
  return found != NULL ? (gsize) g_ascii_strtoull (found + strlen (name), NULL, 10) * 1024 : 0;
}

gsize
bench_resident (void)
{
  return read_status ("\nVmRSS:");
}

gsize
bench_resident_peak (void)
{
  return read_status ("\nVmHWM:");
}

void
bench_reset_peak (void)
{
  FILE *file;

  malloc_trim (0);
  file = fopen ("/proc/self/clear_refs", "w");
  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}
