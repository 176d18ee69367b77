/* test-edtf.c
 *
 * EDTF levels 0 and 1: every row is a string and what is known of it, in one
 * line: days (inclusive; * = no number) of earliest start, latest start,
 * earliest end, latest end, then precision, flags and ends. Refused rows give
 * the error's sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf.h"

#include "rap-error.h"

typedef struct
{
  const char *input;
  const char *expected;
} Row;

/* es ls ee le precision: for a date that is one moment, ls = le and ee = es. */
static const Row level_0[] = {
  { "2017-07-05", "2017-07-05 2017-07-05 day" },
  { "1970-01-01", "1970-01-01 1970-01-01 day" },
  { "2016-02-29", "2016-02-29 2016-02-29 day" },
  { "2000-02-29", "2000-02-29 2000-02-29 day" },
  { "0000-02-29", "0000-02-29 0000-02-29 day" },
  { "9999-12-31", "9999-12-31 9999-12-31 day" },
  { "0001-01-01", "0001-01-01 0001-01-01 day" },
  { "2017-07", "2017-07-01 2017-07-31 month" },
  { "2016-02", "2016-02-01 2016-02-29 month" },
  { "2015-02", "2015-02-01 2015-02-28 month" },
  { "2017-12", "2017-12-01 2017-12-31 month" },
  { "2017", "2017-01-01 2017-12-31 year" },
  { "0000", "0000-01-01 0000-12-31 year" },
  { "0999", "0999-01-01 0999-12-31 year" },
  { "2017-07-05T10:00:00", "2017-07-05 2017-07-05 second 36000" },
  { "2017-07-05T00:00:00", "2017-07-05 2017-07-05 second 0" },
  { "2017-07-05T23:59:59Z", "2017-07-05 2017-07-05 second 86399" },
  { "2017-07-05T10:00:00Z", "2017-07-05 2017-07-05 second 36000" },
  { "2017-07-05T10:00:00+03:30", "2017-07-05 2017-07-05 second 36000" },
  { "2017-07-05T10:00:00-07:00", "2017-07-05 2017-07-05 second 36000" },
  { "2017-07-05T10:00:00+03", "2017-07-05 2017-07-05 second 36000" },
  { "2017-07-05T24:00:00", "2017-07-06 2017-07-06 second 0" },
  { "2017-12-31T24:00:00Z", "2018-01-01 2018-01-01 second 0" },
  { "2017-07-05/2017-07-09", "2017-07-05 2017-07-05 2017-07-09 2017-07-09 day interval" },
  { "2017-07/2017-08", "2017-07-01 2017-07-31 2017-08-01 2017-08-31 month interval" },
  { "2017/2018", "2017-01-01 2017-12-31 2018-01-01 2018-12-31 year interval" },
  { "2017/2017", "2017-01-01 2017-12-31 2017-01-01 2017-12-31 year interval" },
  { "2017-07-05/2017-07-05", "2017-07-05 2017-07-05 2017-07-05 2017-07-05 day interval" },
  { "2017-07-05/2018", "2017-07-05 2017-07-05 2018-01-01 2018-12-31 year interval" },
  { "2017-07-05/2017-09", "2017-07-05 2017-07-05 2017-09-01 2017-09-30 month interval" },
  { "2017-07-05/2017", "2017-07-05 2017-07-05 2017-07-05 2017-12-31 year interval" },
  { "2017-07/2017-07-05", "2017-07-01 2017-07-05 2017-07-05 2017-07-05 month interval" },
  { "0000/0001", "0000-01-01 0000-12-31 0001-01-01 0001-12-31 year interval" },
  { "2017-07-05T10:00:00/2017-07-05T12:00:00", "2017-07-05 2017-07-05 2017-07-05 2017-07-05 second interval 36000" },
  { "2017-07-05T10:00:00+03:30/2017-07-05T07:00:00Z", "2017-07-05 2017-07-05 2017-07-05 2017-07-05 second interval 36000" },
  { "2017-07-06T01:00:00+05:00/2017-07-05T23:00:00Z", "2017-07-05 2017-07-05 2017-07-05 2017-07-05 second interval 3600" },
};

static const Row level_1[] = {
  { "2017?", "2017-01-01 2017-12-31 year uncertain" },
  { "2017-07?", "2017-07-01 2017-07-31 month uncertain" },
  { "2017-07-05?", "2017-07-05 2017-07-05 day uncertain" },
  { "2017~", "2017-01-01 2017-12-31 year approximate" },
  { "2017-07~", "2017-07-01 2017-07-31 month approximate" },
  { "2017-07-05~", "2017-07-05 2017-07-05 day approximate" },
  { "2017%", "2017-01-01 2017-12-31 year uncertain approximate" },
  { "2017-07%", "2017-07-01 2017-07-31 month uncertain approximate" },
  { "2017-07-05%", "2017-07-05 2017-07-05 day uncertain approximate" },
  { "201X", "2010-01-01 2019-12-31 decade" },
  { "20XX", "2000-01-01 2099-12-31 century" },
  { "000X", "0000-01-01 0009-12-31 decade" },
  { "00XX", "0000-01-01 0099-12-31 century" },
  { "-198X", "-1989-01-01 -1980-12-31 decade" },
  { "-19XX", "-1999-01-01 -1900-12-31 century" },
  { "201X?", "2010-01-01 2019-12-31 decade uncertain" },
  { "2017-XX", "2017-01-01 2017-12-31 year" },
  { "2017-07-XX", "2017-07-01 2017-07-31 month" },
  { "2016-02-XX", "2016-02-01 2016-02-29 month" },
  { "2017-XX-XX", "2017-01-01 2017-12-31 year" },
  { "2017-XX~", "2017-01-01 2017-12-31 year approximate" },
  { "2017-07-XX%", "2017-07-01 2017-07-31 month uncertain approximate" },
  { "Y170000002", "170000002-01-01 170000002-12-31 year" },
  { "Y-170000002", "-170000002-01-01 -170000002-12-31 year" },
  { "Y12345", "12345-01-01 12345-12-31 year" },
  { "Y10000~", "10000-01-01 10000-12-31 year approximate" },
  { "Y999999999999999", "999999999999999-01-01 999999999999999-12-31 year" },
  { "Y-999999999999999", "-999999999999999-01-01 -999999999999999-12-31 year" },
  { "-1985", "-1985-01-01 -1985-12-31 year" },
  { "-0001", "-0001-01-01 -0001-12-31 year" },
  { "-0004-02-29", "-0004-02-29 -0004-02-29 day" },
  { "-1985-04", "-1985-04-01 -1985-04-30 month" },
  { "2017-21", "2017-03-01 2017-05-31 season" },
  { "2017-22", "2017-06-01 2017-08-31 season" },
  { "2017-23", "2017-09-01 2017-11-30 season" },
  { "2017-24", "2017-12-01 2018-02-28 season" },
  { "2015-24", "2015-12-01 2016-02-29 season" },
  { "2017-21?", "2017-03-01 2017-05-31 season uncertain" },
  { "-0001-24", "-0001-12-01 0000-02-29 season" },
  { "2017-21/2017-23", "2017-03-01 2017-05-31 2017-09-01 2017-11-30 season interval" },
  { "2017~/2018?", "2017-01-01 2017-12-31 2018-01-01 2018-12-31 year uncertain approximate interval" },
  { "2017-07-05?/2017-07-09", "2017-07-05 2017-07-05 2017-07-09 2017-07-09 day uncertain interval" },
  { "2017-07-05/2017-07-09~", "2017-07-05 2017-07-05 2017-07-09 2017-07-09 day approximate interval" },
  { "2017-07%/2017-08", "2017-07-01 2017-07-31 2017-08-01 2017-08-31 month uncertain approximate interval" },
  { "200X/201X", "2000-01-01 2009-12-31 2010-01-01 2019-12-31 decade interval" },
  { "-1985/2017", "-1985-01-01 -1985-12-31 2017-01-01 2017-12-31 year interval" },
  { "Y-170000002/2017", "-170000002-01-01 -170000002-12-31 2017-01-01 2017-12-31 year interval" },
  { "../2017-07-05", "* 2017-07-05 2017-07-05 2017-07-05 day interval start-open" },
  { "../2017", "* 2017-12-31 2017-01-01 2017-12-31 year interval start-open" },
  { "2017-07-05/..", "2017-07-05 2017-07-05 2017-07-05 * day interval stop-open" },
  { "2017/..", "2017-01-01 2017-12-31 2017-01-01 * year interval stop-open" },
  { "2017-07~/..", "2017-07-01 2017-07-31 2017-07-01 * month approximate interval stop-open" },
  { "/2017-07-05", "* 2017-07-05 2017-07-05 2017-07-05 day interval start-unknown" },
  { "/2017?", "* 2017-12-31 2017-01-01 2017-12-31 year uncertain interval start-unknown" },
  { "2017-07-05/", "2017-07-05 2017-07-05 2017-07-05 * day interval stop-unknown" },
  { "2017/", "2017-01-01 2017-12-31 2017-01-01 * year interval stop-unknown" },
  { "../..", "* * * * none interval start-open stop-open" },
  { "/..", "* * * * none interval start-unknown stop-open" },
  { "../", "* * * * none interval start-open stop-unknown" },
};

static const Row refused[] = {
  { "", "it is empty (character 1)" },
  { " ", "there may be no white space (character 1)" },
  { " 2017", "there may be no white space (character 1)" },
  { "2017 ", "there may be no white space (character 5)" },
  { "2017 -07", "there may be no white space (character 5)" },
  { "2017-07-05 10:00:00", "there may be no white space (character 11)" },
  { "2017\n", "there may be no white space (character 5)" },
  { "2017/ 2018", "there may be no white space (character 6)" },
  { "2017-07-05t10:00:00", "T and Z are upper-case letters (character 11)" },
  { "2017-07-05T10:00:00z", "T and Z are upper-case letters (character 20)" },
  { "2016-13", "there is no month 13 (character 6)" },
  { "2016-00", "there is no month 00 (character 6)" },
  { "2016-20", "there is no month 20 (character 6)" },
  { "2016-42", "there is no month 42 (character 6)" },
  { "2015-02-29", "the month has only 28 days (character 9)" },
  { "1900-02-29", "the month has only 28 days (character 9)" },
  { "2017-04-31", "the month has only 30 days (character 9)" },
  { "2017-07-32", "there is no day 32 (character 9)" },
  { "2017-07-00", "there is no day 00 (character 9)" },
  { "201u", "an unspecified digit is written X (character 4)" },
  { "2017-uu", "an unspecified digit is written X (character 6)" },
  { "201x", "an unspecified digit is written X (character 4)" },
  { "open", "an open end is written “..”, an unknown one is left empty (character 1)" },
  { "unknown", "an open end is written “..”, an unknown one is left empty (character 1)" },
  { "2017/open", "an open end is written “..”, an unknown one is left empty (character 1)" },
  { "2017/unknown", "an open end is written “..”, an unknown one is left empty (character 1)" },
  { "unknown/2017", "an open end is written “..”, an unknown one is left empty (character 1)" },
  { "-0000", "the year 0000 has no sign (character 1)" },
  { "-0000-01", "the year 0000 has no sign (character 1)" },
  { "+2017", "a year is expected here (character 1)" },
  { "17", "a year needs four digits (character 1)" },
  { "201", "a year needs four digits (character 1)" },
  { "12345", "a year of more than four digits needs a Y before it, and month and day need hyphens (character 1)" },
  { "20170705", "a year of more than four digits needs a Y before it, and month and day need hyphens (character 1)" },
  { "-12345", "a year of more than four digits needs a Y before it, and month and day need hyphens (character 2)" },
  { "2017-7", "the month needs two digits (character 6)" },
  { "2017-7-5", "the month needs two digits (character 6)" },
  { "2017-07-5", "the day needs two digits (character 9)" },
  { "2017-", "the month needs two digits (character 6)" },
  { "2017-07-", "the day needs two digits (character 9)" },
  { "2017-07-055", "nothing may follow here (character 11)" },
  { "2017-07-05-01", "nothing may follow here (character 11)" },
  { "2017:07", "nothing may follow here (character 5)" },
  { "2017?~", "nothing may follow here (character 6)" },
  { "2017??", "nothing may follow here (character 6)" },
  { "Y2017", "Y is for years of more than four digits (character 2)" },
  { "Y02017", "Y is for years of more than four digits (character 2)" },
  { "Y-2017", "Y is for years of more than four digits (character 3)" },
  { "Y", "Y is for years of more than four digits (character 2)" },
  { "Y1234X", "a year after Y has no unspecified digits (character 2)" },
  { "Y12345-01", "nothing may follow here (character 7)" },
  { "Y1234567890123456", "a year has at most 15 digits (character 2)" },
  { "2017-21-05", "a season has no day (character 8)" },
  { "2017-W05", "a character that no date contains (character 6)" },
  { "July 2017", "a character that no date contains (character 1)" },
  { "2017–2018", "a character that no date contains (character 5)" },
  { "۲۰۱۷", "a character that no date contains (character 1)" },
  { "2017T10:00:00", "nothing may follow here (character 5)" },
  { "2017-07T10:00:00", "a time needs a whole date before it (character 8)" },
  { "2017-07-05T", "the hour needs two digits (character 12)" },
  { "2017-07-05T10", "a time is written hh:mm:ss (character 14)" },
  { "2017-07-05T10:00", "a time is written hh:mm:ss (character 17)" },
  { "2017-07-05T1:00:00", "the hour needs two digits (character 12)" },
  { "2017-07-05T100000", "a time is written hh:mm:ss (character 14)" },
  { "2017-07-05T25:00:00", "there is no hour 25 (character 12)" },
  { "2017-07-05T10:60:00", "there is no minute 60 (character 15)" },
  { "2017-07-05T10:00:60", "there is no second 60 (character 18)" },
  { "2017-07-05T24:00:01", "only midnight may be written with hour 24 (character 12)" },
  { "2017-07-05T24:01:00", "only midnight may be written with hour 24 (character 12)" },
  { "2017-07-05T10:00:00.5", "a time has no fractions of a second (character 20)" },
  { "2017-07-05T10:00:00+3", "the hour needs two digits (character 21)" },
  { "2017-07-05T10:00:00+24:00", "there is no hour 24 (character 21)" },
  { "2017-07-05T10:00:00+03:60", "there is no minute 60 (character 24)" },
  { "2017-07-05T10:00:00+03:", "the minute needs two digits (character 24)" },
  { "2017-07-05T10:00:00ZZ", "nothing may follow here (character 21)" },
  { "2017-07-05T10:00:00?", "a date with a time takes no “?” (character 20)" },
  { "2017-XXT10:00:00", "a time needs a whole date before it (character 8)" },
  { "2017-07-XXT10:00:00", "nothing may follow here (character 11)" },
  { "/", "neither end of the interval is given" },
  { "..", "a year is expected here (character 1)" },
  { "...", "a year is expected here (character 1)" },
  { ".../2017", "a year is expected here (character 1)" },
  { "2017/...", "a year is expected here (character 6)" },
  { "2017/..?", "a year is expected here (character 6)" },
  { "2017..2018", "nothing may follow here (character 5)" },
  { "2017//2018", "an interval has one slash (character 6)" },
  { "2016/2017/2018", "an interval has one slash (character 10)" },
  { "2018/2017", "the interval ends before it starts" },
  { "2018/2017-12", "the interval ends before it starts" },
  { "2017-07-06/2017-07-05", "the interval ends before it starts" },
  { "2017-08/2017-07-31", "the interval ends before it starts" },
  { "2017/-0001", "the interval ends before it starts" },
  { "2017-07-05T12:00:00/2017-07-05T10:00:00", "the interval ends before it starts" },
  { "2017-07-05T10:00:00Z/2017-07-05T10:00:00+03:30", "the interval ends before it starts" },
  { "2017/2016-13", "there is no month 13 (character 11)" },
  { "2016-13/2017", "there is no month 13 (character 6)" },
};

static void
append_day (GString *line,
            gint64   day)
{
  g_autofree char *text = NULL;

  if (day <= RAP_DAY_MIN || day >= RAP_DAY_MAX - 1)
    {
      g_string_append (line, "* ");
      return;
    }

  text = rap_day_format (day);
  g_string_append_printf (line, "%s ", text);
}

static const char *
name_end (RapEnd end)
{
  return end == RAP_END_OPEN ? "open" : "unknown";
}

static char *
describe (const RapEdtf *edtf)
{
  GString *line = g_string_new (NULL);

  append_day (line, edtf->es);
  if (edtf->interval)
    {
      append_day (line, edtf->ls - 1);
      append_day (line, edtf->ee);
    }
  append_day (line, edtf->le - 1);
  g_string_append (line, rap_precision_get_nick (edtf->precision));
  if (edtf->uncertain)
    g_string_append (line, " uncertain");
  if (edtf->approximate)
    g_string_append (line, " approximate");
  if (edtf->interval)
    g_string_append (line, " interval");
  if (edtf->start_end != RAP_END_GIVEN)
    g_string_append_printf (line, " start-%s", name_end (edtf->start_end));
  if (edtf->stop_end != RAP_END_GIVEN)
    g_string_append_printf (line, " stop-%s", name_end (edtf->stop_end));
  if (edtf->seconds >= 0)
    g_string_append_printf (line, " %d", edtf->seconds);

  return g_string_free (line, FALSE);
}

/* What holds of every date. */
static void
check_invariants (const RapEdtf *edtf,
                  const char    *input)
{
  g_autofree char *earliest = rap_edtf_get_earliest (edtf);
  g_autofree char *latest = rap_edtf_get_latest (edtf);

  g_assert_cmpstr (edtf->text, ==, input);
  g_assert_cmpint (edtf->es, <, edtf->le);
  g_assert_cmpint (edtf->es, <=, edtf->ee);
  g_assert_cmpint (edtf->ee, <, edtf->le);
  g_assert_cmpint (edtf->es, >=, RAP_DAY_MIN);
  g_assert_cmpint (edtf->le, <=, RAP_DAY_MAX);
  g_assert_cmpint (earliest == NULL, ==, edtf->start_end != RAP_END_GIVEN);
  g_assert_cmpint (latest == NULL, ==, edtf->stop_end != RAP_END_GIVEN);
  if (!edtf->interval)
    {
      g_assert_cmpint (edtf->ls, ==, edtf->le);
      g_assert_cmpint (edtf->ee, ==, edtf->es);
    }
}

static void
check_accepted (const Row *rows,
                guint      n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapEdtf) edtf = rap_edtf_parse (rows[i].input, &error);
      g_autofree char *line = NULL;

      g_assert_no_error (error);
      line = describe (edtf);
      if (g_strcmp0 (line, rows[i].expected) != 0)
        g_error ("%s: “%s” instead of “%s”", rows[i].input, line, rows[i].expected);
      check_invariants (edtf, rows[i].input);
    }
}

static void
test_level_0 (void)
{
  check_accepted (level_0, G_N_ELEMENTS (level_0));
}

static void
test_level_1 (void)
{
  check_accepted (level_1, G_N_ELEMENTS (level_1));
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapEdtf) edtf = rap_edtf_parse (refused[i].input, &error);
      g_autofree char *expected = g_strdup_printf ("“%s” is no date: %s",
                                                   refused[i].input, refused[i].expected);

      if (edtf != NULL)
        g_error ("“%s” was taken for a date", refused[i].input);
      g_assert_error (error, RAP_ERROR, RAP_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

/* Whatever is cut from or put into a good string, the parser answers. */
static void
test_mutations (void)
{
  static const char letters[] = "0129-:.,/?~%TZYXSE+[]{}u ";
  guint n_accepted = 0;

  for (guint i = 0; i < 40000; i++)
    {
      const Row *rows = g_test_rand_bit () ? level_0 : level_1;
      guint n_rows = rows == level_0 ? G_N_ELEMENTS (level_0) : G_N_ELEMENTS (level_1);
      g_autoptr (GString) text = g_string_new (rows[g_test_rand_int_range (0, n_rows)].input);
      g_autoptr (GError) error = NULL;
      g_autoptr (RapEdtf) edtf = NULL;
      guint at = g_test_rand_int_range (0, text->len + 1);

      if (g_test_rand_bit () && at < text->len)
        g_string_erase (text, at, 1);
      if (g_test_rand_bit ())
        g_string_insert_c (text, MIN (at, text->len),
                           letters[g_test_rand_int_range (0, sizeof letters - 1)]);

      edtf = rap_edtf_parse (text->str, &error);
      g_assert_cmpint (edtf == NULL, ==, error != NULL);
      if (edtf != NULL)
        check_invariants (edtf, text->str);
      n_accepted += edtf != NULL;
    }

  g_assert_cmpuint (n_accepted, >, 1000);
}

static void
test_equal (void)
{
  static const char *different[] = {
    "../2016", "-1985", "0000", "201X/2017", "2016-12-31", "2017-01-01", "2017-01", "2017",
    "2017-07-05", "2017-07-05/2017-07-09", "2017-07-05/..", "2018", NULL
  };

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (guint k = 0; k < G_N_ELEMENTS (different); k++)
      {
        g_autoptr (RapEdtf) a = different[i] != NULL ? rap_edtf_parse (different[i], NULL) : NULL;
        g_autoptr (RapEdtf) b = different[k] != NULL ? rap_edtf_parse (different[k], NULL) : NULL;

        g_assert_cmpint (rap_edtf_equal (a, b), ==, i == k);
      }
}

static void
test_exact_day (void)
{
  static const Row rows[] = {
    { "2017-07-05", "yes" }, { "2017-07-05T10:00:00Z", "yes" }, { "2017-07-05/2017-07-05", "yes" },
    { "2017-07-05?", "no" }, { "2017-07-05~", "no" }, { "2017-07", "no" },
    { "2017-07-05/2017-07-06", "no" }, { "2017-07-05/..", "no" }, { "../2017-07-05", "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapEdtf) edtf = rap_edtf_parse (rows[i].input, NULL);

      g_assert_cmpstr (rap_edtf_is_exact_day (edtf) ? "yes" : "no", ==, rows[i].expected);
    }
}

static void
test_new_day (void)
{
  g_autoptr (RapEdtf) day = rap_edtf_new_day (rap_day_from_ymd (2024, 2, 29));
  g_autoptr (RapEdtf) bce = rap_edtf_new_day (rap_day_from_ymd (-44, 3, 15));
  g_autoptr (RapEdtf) shared = rap_edtf_ref (day);

  g_assert_cmpstr (day->text, ==, "2024-02-29");
  g_assert_cmpint (day->es, ==, rap_day_from_ymd (2024, 2, 29));
  g_assert_true (rap_edtf_is_exact_day (day));
  g_assert_cmpstr (bce->text, ==, "-0044-03-15");
  g_assert_true (shared == day);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/edtf/level-0", test_level_0);
  g_test_add_func ("/model/edtf/level-1", test_level_1);
  g_test_add_func ("/model/edtf/refused", test_refused);
  g_test_add_func ("/model/edtf/mutations", test_mutations);
  g_test_add_func ("/model/edtf/equal", test_equal);
  g_test_add_func ("/model/edtf/exact-day", test_exact_day);
  g_test_add_func ("/model/edtf/new-day", test_new_day);

  return g_test_run ();
}
