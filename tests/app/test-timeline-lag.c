/* test-timeline-lag.c
 *
 * How long after a meeting an article came out, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-links.h"
#include "rap-timeline-shift.h"

static void
test_words (void)
{
  static const struct { gint64 least, most; gboolean during; const char *words; } cases[] = {
    { 0, 0, FALSE, "the same day" },
    { 1, 1, FALSE, "1 day later" },
    { 3, 3, FALSE, "3 days later" },
    { -2, -2, FALSE, "2 days before" },
    { 0, 4, FALSE, "at most 4 days later" },
    { -30, 0, FALSE, "at most 30 days before" },
    { 3, 33, FALSE, "3 to 33 days later" },
    { -33, -3, FALSE, "3 to 33 days before" },
    { -26, 4, FALSE, "between 26 days before and 4 days later" },
    { 2, 5, TRUE, "while it lasted" },
    { 1000, 1192, FALSE, "about 3 years later" },
    { -4000, -3700, FALSE, "about 11 years before" },
    { 5, 5000, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapTimelineReport report = { 0, { cases[i].least, cases[i].most }, TRUE, cases[i].during };
      g_autofree char *words = rap_timeline_links_say_lag (&report);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_undated (void)
{
  RapTimelineReport report = { 0, { 1, 1 }, FALSE, FALSE };

  g_assert_null (rap_timeline_links_say_lag (&report));
}

/* What is said while a date is dragged, and why it is not. */
static void
test_moved (void)
{
  static const struct { const char *date, *moved; gint64 steps; const char *words; } cases[] = {
    { "2022-11-07", "2022-11-09", 2, "9 November 2022, 2 days later" },
    { "2022-11-07", "2022-11-06", -1, "6 November 2022, 1 day earlier" },
    { "2022-11-07", "2022-11-07", 0, "7 November 2022" },
    { "2024-03", "2024-05", 2, "some day in May 2024, 2 months later" },
    { "2017", "2016", -1, "in 2016, 1 year earlier" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapEdtf) date = rap_edtf_parse (cases[i].date, NULL);
      g_autoptr (RapEdtf) moved = rap_edtf_parse (cases[i].moved, NULL);
      g_autofree char *words = rap_timeline_shift_describe (date, moved, cases[i].steps);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_refused (void)
{
  static const struct { const char *date, *begins; } cases[] = {
    { "2022-11-07", NULL }, { "2017-07~", NULL }, { NULL, "It has no date" },
    { "2020-11-16/..", "From one date to another" }, { "[2020-11-14,2020-11-16]", "One of several dates" },
    { "156X-12-25", "Single parts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapEdtf) date = cases[i].date != NULL ? rap_edtf_parse (cases[i].date, NULL) : NULL;
      g_autofree char *words = rap_timeline_shift_refuse (NULL, 0, date);

      g_assert_true (cases[i].begins == NULL ? words == NULL
                     : words != NULL && g_str_has_prefix (words, cases[i].begins) && strstr (words, "Press D") != NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/timeline-lag/words", test_words);
  g_test_add_func ("/app/timeline-lag/undated", test_undated);
  g_test_add_func ("/app/timeline-lag/moved", test_moved);
  g_test_add_func ("/app/timeline-lag/refused", test_refused);
  return g_test_run ();
}
