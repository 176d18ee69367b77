/* rap-date-reasons.c
 *
 * The table of reasons. In the English of the layer below "*" is the part that
 * differs; it goes to where the sentence has "%s".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-reasons.h"

#include <glib/gi18n.h>
#include <string.h>

#define BEFORE_REASON   " is no date: "
#define BEFORE_POSITION " (character "

static const struct
{
  const char *reason;
  const char *sentence;
} reasons[] = {
  { "E needs an exponent", N_("An exponent must follow the E.") },
  { "S needs the number of significant digits", N_("The number of significant digits must follow the S.") },
  { "Y is for years of more than four digits", N_("Y is only for years of more than four digits.") },
  { "a date is expected here", N_("A date is missing.") },
  { "a date with a time takes no “*”", N_("A date with a time takes no “%s”.") },
  { "a range needs a date", N_("A range needs a date.") },
  { "a season has no day", N_("A season has no day.") },
  { "a season needs a known year", N_("A season needs a known year.") },
  { "a set holds dates without a time", N_("Between brackets stand dates without a time.") },
  { "a time has no fractions of a second", N_("A time has no fractions of a second.") },
  { "a time is written hh:mm:ss", N_("A time is written hh:mm:ss.") },
  { "a time needs a whole date before it", N_("Before a time stands a whole date.") },
  { "a year after Y has no unspecified digits", N_("A year after Y has no unspecified digits.") },
  { "a year has at most * digits", N_("A year has at most %s digits.") },
  { "a year is expected here", N_("A year is missing.") },
  { "a year needs four digits", N_("A year needs four digits.") },
  { "a year of more than four digits needs a Y before it, and month and day need hyphens",
    N_("A year of more than four digits needs a Y before it, and month and day need hyphens.") },
  { "a character that no date contains", N_("No date contains this character.") },
  { "an unspecified digit is written X", N_("An unspecified digit is written X, a capital letter.") },
  { "there may be no white space", N_("There may be no space in a date.") },
  { "an interval has one slash", N_("An interval has only one slash.") },
  { "an open end is written “..”, an unknown one is left empty",
    N_("An open end is written “..”; an unknown one is left empty.") },
  { "it is empty", N_("Nothing is written.") },
  { "nothing may follow here", N_("The date ends before this.") },
  { "only midnight may be written with hour 24", N_("Only midnight may be written with hour 24.") },
  { "only the first date may be open to the past", N_("Only the first date may be open to the past.") },
  { "only the last date may be open to the future", N_("Only the last date may be open to the future.") },
  { "the month needs two digits", N_("The month needs two digits.") },
  { "the day needs two digits", N_("The day needs two digits.") },
  { "the month has only * days", N_("That month has only %s days.") },
  { "the range ends before it starts", N_("The range ends before it starts.") },
  { "the interval ends before it starts", N_("The interval ends before it starts.") },
  { "neither end of the interval is given", N_("Neither end of the interval is given.") },
  { "the year 0000 has no sign", N_("The year 0000 has no sign.") },
  { "the year has * digits", N_("The year has %s digits; it needs four.") },
  { "there is no day *", N_("There is no day %s.") },
  { "there is no month *", N_("There is no month %s.") },
  { "there is no hour *", N_("There is no hour %s.") },
  { "there is no minute *", N_("There is no minute %s.") },
  { "there is no second *", N_("There is no second %s.") },
  { "there is no such month", N_("There is no such month.") },
  { "“*” is missing", N_("“%s” is missing.") },
  { "it can be day and month or month and day", N_("This can be two dates. Write year-month-day.") },
  { "it hangs on an event whose date is not known", N_("This is counted from an event whose date is not known.") },
  { "it hangs on the date named before it, which is not known",
    N_("This is counted from the date named before it, which is not known.") },
  { "it hangs on the day of publication, which is not known as exactly",
    N_("This is counted from the day of publication, which is not known as exactly.") },
  { "there are no rules for its language", N_("Dates in words are not read in this language. Write year-month-day.") },
  { "no rule for dates in words fits it", N_("This is not a date that is understood. Write for example 2022-11-07, 2017-07 or early July 2017.") },
};

/* What "*" stands for, "" without one; NULL when the pattern does not fit. (transfer full) */
static char *
match (const char *pattern,
       const char *reason)
{
  const char *star = strchr (pattern, '*');
  gsize head, tail;

  if (star == NULL)
    return strcmp (pattern, reason) == 0 ? g_strdup ("") : NULL;
  head = star - pattern;
  tail = strlen (star + 1);
  if (strlen (reason) < head + tail || strncmp (pattern, reason, head) != 0
      || strcmp (star + 1, reason + strlen (reason) - tail) != 0)
    return NULL;
  return g_strndup (reason + head, strlen (reason) - head - tail);
}

/* (transfer full) */
static char *
fill_in (const char *sentence,
         const char *part)
{
  const char *place = strstr (sentence, "%s");

  if (place == NULL)
    return g_strdup (sentence);
  return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, part, place + 2);
}

/* NULL for an unknown one. (transfer full) */
static char *
translate (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *part = match (reasons[i].reason, reason);

      if (part != NULL)
        return fill_in (_(reasons[i].sentence), part);
    }
  return NULL;
}

char *
rap_date_reason_text (const char *message)
{
  const char *start, *position;
  g_autofree char *reason = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (message != NULL, NULL);

  start = g_strrstr (message, BEFORE_REASON);
  if (start == NULL)
    return g_strdup (message);
  start += strlen (BEFORE_REASON);
  position = g_strrstr (start, BEFORE_POSITION);
  reason = position != NULL ? g_strndup (start, position - start) : g_strdup (start);
  sentence = translate (reason);
  if (sentence == NULL)
    return g_strdup (message);
  if (position == NULL)
    return g_steal_pointer (&sentence);
  /* Translators: why something is no date, and where: "There is no month 13. (At character 6.)" */
  return g_strdup_printf (_("%1$s (At character %2$d.)"), sentence, atoi (position + strlen (BEFORE_POSITION)));
}
