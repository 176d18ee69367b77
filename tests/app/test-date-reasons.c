/* test-date-reasons.c
 *
 * What is typed, and the sentence that says why it is no date. Each reason of
 * the layers below has a row here or is made as those are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-reasons.h"
#include "rap-dates.h"
#include "rap-edtf.h"

static const struct { const char *typed; const char *sentence; } rows[] = {
  { "2016-13", "There is no month 13. (At character 6.)" },
  { "2015-02-29", "That month has only 28 days. (At character 9.)" },
  { "2015-01-32", "There is no day 32. (At character 9.)" },
  { "", "Nothing is written. (At character 1.)" },
  { "2020/2019", "The interval ends before it starts." },
  { "/", "Neither end of the interval is given." },
  { "2019/2020/2021", "An interval has only one slash. (At character 10.)" },
  { "-0000", "The year 0000 has no sign. (At character 1.)" },
  { "201", "A year needs four digits. (At character 1.)" },
  { "2019-1", "The month needs two digits. (At character 6.)" },
  { "2019-01-1", "The day needs two digits. (At character 9.)" },
  { "2019-01-01T25:00:00", "There is no hour 25. (At character 12.)" },
  { "2019-01-01T10:61:00", "There is no minute 61. (At character 15.)" },
  { "2019-01-01T10:00:99", "There is no second 99. (At character 18.)" },
  { "2019-01-01T10", "A time is written hh:mm:ss. (At character 14.)" },
  { "2019-21-01", "A season has no day. (At character 8.)" },
  { "Y2019", "Y is only for years of more than four digits. (At character 2.)" },
  { "[2019", "“]” is missing. (At character 6.)" },
  { "[2020..2019]", "The range ends before it starts. (At character 2.)" },
  { "2019-01-01x", "An unspecified digit is written X, a capital letter. (At character 11.)" },
  { "2019-01-01&", "No date contains this character. (At character 11.)" },
  { "2019 -01", "There may be no space in a date. (At character 5.)" },
  { "2019-01-01-01", "The date ends before this. (At character 11.)" },
};

static const struct { const char *phrase; const char *sentence; } phrases[] = {
  { "11/12/2020", "This can be two dates. Write year-month-day." },
  { "two days before the summit", "This is counted from an event whose date is not known." },
  { "the following month", "This is counted from the date named before it, which is not known." },
  { "last month", "This is counted from the day of publication, which is not known as exactly." },
  { "whenever", "This is not a date that is understood. Write for example 2022-11-07, 2017-07 or early July 2017." },
};

static void
test_edtf (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapEdtf) date = rap_edtf_parse (rows[i].typed, &error);
      g_autofree char *sentence = NULL;

      g_assert_null (date);
      sentence = rap_date_reason_text (error->message);
      if (!g_str_equal (sentence, rows[i].sentence))
        g_error ("%s: “%s” instead of “%s”", rows[i].typed, sentence, rows[i].sentence);
    }
}

static void
test_phrases (void)
{
  RapDatesContext context = { NULL, NULL, NULL, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = NULL;
      RapDatesHit hit;

      g_assert_false (rap_dates_read (phrases[i].phrase, &context, &hit, &error));
      sentence = rap_date_reason_text (error->message);
      if (!g_str_equal (sentence, phrases[i].sentence))
        g_error ("%s: “%s” instead of “%s”", phrases[i].phrase, sentence, phrases[i].sentence);
    }
}

/* Nothing gets lost of what the table does not know. */
static void
test_unknown (void)
{
  static const char * const messages[] = { "the disk is full", "“x” is no date: because (character 3)" };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *sentence = rap_date_reason_text (messages[i]);

      g_assert_cmpstr (sentence, ==, messages[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/date-reasons/edtf", test_edtf);
  g_test_add_func ("/app/date-reasons/phrases", test_phrases);
  g_test_add_func ("/app/date-reasons/unknown", test_unknown);
  return g_test_run ();
}
