/* test-timeline-export.c
 *
 * The timeline as a file: what is refused, that what was there stays, and that
 * the worker writes the same bytes as the caller's thread, twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "session-fixture.h"
#include "rap-timeline-export.h"

static const char *
louder (const char *english)
{
  return g_str_equal (english, "Everything") ? "ALL <&>" : english;
}

static char *
as_written (const RapEdtf *date)
{
  return g_strdup (date->text);
}

static RapTimelineExport
options (const char *format,
         const char *view)
{
  return (RapTimelineExport) {
    .format = format, .view = view, .lanes = "participant", .first = RAP_DAY_MIN, .last = RAP_DAY_MAX,
    .first_weekday = 1, .translate = louder, .date = as_written };
}

static char *
read_file (const char *path,
           gsize      *length)
{
  char *data = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);
  return data;
}

static void
add_some (Fixture *fixture)
{
  static const char * const dates[] = { "2017-07-05", "2017-07", "2016~", "2017-08-01/..", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *title = g_strdup_printf ("Talk <%u> & \"more\"\x01", i);
      g_autoptr (RapMeeting) meeting = session_add_meeting (fixture->session, title, dates[i]);
    }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = fixture_write (fixture, "kept.svg", "kept", -1);
  RapTimelineExport cases[] = { options ("gif", "axis"), options ("svg", "moon"), options ("svg", "axis"), options ("svg", "axis"),
                                options ("svg", "axis") };
  g_autoptr (GString) nicks = g_string_new (NULL);

  cases[2].lanes = "sky";
  cases[3].calendar = "lunar";
  cases[4].first = 10;
  cases[4].last = 10;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      g_assert_false (rap_session_export_timeline (fixture->session, &cases[i], path, &error));
      g_string_append_printf (nicks, "%s ", error_nick (error));
      kept = read_file (path, NULL);
      g_assert_cmpstr (kept, ==, "kept");
    }
  g_assert_cmpstr (nicks->str, ==, "FORMAT FORMAT FORMAT FORMAT INVALID ");
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  *done = rap_session_export_timeline_finish (RAP_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const formats[] = { "svg", "pdf", "png", "ics" };
  static const char * const views[] = { "axis", "month", "week", "year" };
  g_autofree char *one = fixture_file (fixture, "one");
  g_autofree char *two = fixture_file (fixture, "two");

  add_some (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint k = 0; k < G_N_ELEMENTS (views); k++)
      {
        RapTimelineExport what = options (formats[i], views[k]);
        g_autofree char *first = NULL;
        g_autofree char *second = NULL;
        gsize first_length, second_length;
        gboolean done = FALSE;

        g_assert_true (rap_session_export_timeline (fixture->session, &what, one, NULL));
        rap_session_export_timeline_async (fixture->session, &what, two, NULL, done_cb, &done);
        while (!done)
          g_main_context_iteration (NULL, TRUE);
        first = read_file (one, &first_length);
        second = read_file (two, &second_length);
        g_assert_cmpmem (first, first_length, second, second_length);
      }
}

/* Words are translated, titles are escaped, and what XML cannot hold is left out. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  RapTimelineExport what = options ("svg", "axis");
  g_autofree char *path = fixture_file (fixture, "a.svg");
  g_autofree char *svg = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  GMarkupParser parser = { NULL };
  g_autoptr (GError) error = NULL;

  add_some (fixture);
  g_assert_true (rap_session_export_timeline (fixture->session, &what, path, NULL));
  svg = read_file (path, NULL);
  context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (svg, "ALL &lt;&amp;&gt;"));
  g_assert_nonnull (strstr (svg, "Talk &lt;0&gt; &amp; &quot;more&quot;"));
  g_assert_null (strchr (svg, '\x01'));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/timeline-export/refused", test_refused);
  fixture_add_test ("/session/timeline-export/same", test_same);
  fixture_add_test ("/session/timeline-export/words", test_words);
  return g_test_run ();
}
