/* test-words.c
 *
 * Dates in words, in the language of the sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "rap-words.h"

static const struct
{
  const char *date;
  const char *words;
} rows[] = {
  { "2020-11-15", "15 November 2020" },
  { "2020-11-15T10:05:00", "15 November 2020, 10:05" },
  { "2017-07", "some day in July 2017" },
  { "2017-07~", "some day in July 2017, approximately" },
  { "2015?", "in 2015, uncertain" },
  { "2015%", "in 2015, uncertain and approximately" },
  { "201X", "in the 2010s" },
  { "19XX", "in the years 1900 to 1999" },
  { "2017-21", "some day in spring 2017" },
  { "2017-24", "some day in winter 2017" },
  { "2020-11-16/..", "from 16 November 2020, open end" },
  { "2020-11-16/", "from 16 November 2020, end unknown" },
  { "../2020-11", "until November 2020, open start" },
  { "/2020-11", "until November 2020, start unknown" },
  { "2020-11-14/2020-11-18", "from 14 November 2020 to 18 November 2020" },
  { "2019/2020-03", "from 2019 to March 2020" },
  { "0000", "in 1 BCE" },
  { "-0043-03-15", "15 March 44 BCE" },
  { "Y12000", "in 12000" },
  { "../..", "at an unknown time" },
  { "2017-29", "some day between 1 September 2017 and 30 November 2017" },
  { "2019-33", "some day in the first quarter of 2019" },
  { "2019-38~", "some day in the middle third of 2019, approximately" },
  { "-0043-41", "some day in the second half of 44 BCE" },
  { "156X-12-25", "some day between 25 December 1560 and 25 December 1569" },
  { "1984-1X", "some day between 1 October 1984 and 31 December 1984" },
  { "2004-06-~11", "11 June 2004, approximately" },
  { "[2017-07-01~..2017-07-10~]", "some day between 1 July 2017 and 10 July 2017, approximately" },
  { "[2015,2017-05,2018-03-01..2018-03-07]", "one of these: 2015, May 2017, 1 March 2018 to 7 March 2018" },
  { "[..2015]", "2015 or before" },
  { "[2015-03,2017..]", "one of these: March 2015, 2017 or after" },
  { "{2015,2017-05}", "all of these: 2015, May 2017" },
};

static void
test_edtf (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapEdtf) date = rap_edtf_parse (rows[i].date, &error);
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      words = rap_words_edtf (date);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_names (void)
{
  g_autofree char *day = rap_words_long_day (rap_day_from_ymd (2020, 11, 15));
  g_autofree char *month = rap_words_month (rap_day_from_ymd (0, 2, 29));
  g_autofree char *sunday = rap_words_weekday_short (7);

  g_assert_cmpstr (day, ==, "Sunday, 15 November 2020");
  g_assert_cmpstr (month, ==, "February 1 BCE");
  g_assert_cmpstr (sunday, ==, "Sun");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/edtf", test_edtf);
  g_test_add_func ("/words/names", test_names);

  return g_test_run ();
}
