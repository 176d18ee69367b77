/* rap-meeting-words.c
 *
 * Words and dates out of one line of typing. English names of months, from
 * three letters on; everything else that EDTF can read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-meeting-words-private.h"

static const char * const months[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

static void
word_free (gpointer data)
{
  RapMeetingWord *word = data;

  g_strfreev (word->needles);
  g_free (word);
}

/* " a b" → " a", " b". (transfer full) */
static char **
split_needles (const char *folded)
{
  g_autoptr (GStrvBuilder) needles = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_autofree char *needle = g_strconcat (" ", words[i], NULL);

        g_strv_builder_add (needles, needle);
      }
  return g_strv_builder_end (needles);
}

static int
read_month (const char *needle)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strlen (needle) >= 4 && g_str_has_prefix (months[i], needle + 1))
      return (int) i + 1;
  return 0;
}

/* "8", "8." or "8th" as a day of a month; 0 when it is none. */
static int
read_day (const char *needle)
{
  char *end = NULL;
  guint64 day = g_ascii_strtoull (needle + 1, &end, 10);
  gboolean ends = *end == '\0' || g_str_equal (end, "st") || g_str_equal (end, "nd") || g_str_equal (end, "rd")
                  || g_str_equal (end, "th");

  return end > needle + 1 && ends && day >= 1 && day <= 31 ? (int) day : 0;
}

/* "2022-1", on the way to "2022-11", is 2022 for the time being. (transfer full) */
static RapEdtf *
parse_beginning (const char *typed)
{
  g_autofree char *shorter = g_strdup (typed);
  RapEdtf *date = rap_edtf_parse (typed, NULL);
  char *dash;

  while (date == NULL && g_ascii_isdigit (*shorter) && (dash = strrchr (shorter, '-')) != NULL)
    {
      *dash = '\0';
      date = rap_edtf_parse (shorter, NULL);
    }
  return date;
}

static void
read_date (RapMeetingWord *word,
           const char     *typed)
{
  g_autoptr (RapEdtf) date = parse_beginning (typed);

  if (date == NULL || date->precision == RAP_PRECISION_NONE)
    return;
  word->from = date->es;
  word->to = date->le;
}

static RapMeetingWord *
find_single (GPtrArray  *words,
             int       (*read) (const char *needle),
             int        *value)
{
  for (guint i = 0; i < words->len; i++)
    {
      RapMeetingWord *word = words->pdata[i];

      if (word->needles[0] == NULL || word->needles[1] != NULL)
        continue;
      *value = read (word->needles[0]);
      if (*value != 0)
        return word;
    }
  return NULL;
}

static int
read_year (const char *needle)
{
  char *end = NULL;
  guint64 year = g_ascii_strtoull (needle + 1, &end, 10);

  return end == needle + 5 && *end == '\0' && year > 0 ? (int) year : 0;
}

/* A month with a year, and with a day, mean one span of days together. */
static void
join_dates (GPtrArray *words)
{
  int month = 0, year = 0, day = 0;
  RapMeetingWord *of_month = find_single (words, read_month, &month);
  RapMeetingWord *of_year = find_single (words, read_year, &year);
  RapMeetingWord *of_day = of_month != NULL ? find_single (words, read_day, &day) : NULL;
  gint64 from, to;

  if (of_month == NULL)
    return;
  of_month->month = month;
  if (of_year == NULL)
    return;
  from = rap_day_from_ymd (year, month, 1);
  to = from + rap_month_get_length (year, month);
  if (of_day != NULL && day <= rap_month_get_length (year, month))
    {
      from += day - 1;
      to = from + 1;
      of_day->from = from;
      of_day->to = to;
    }
  of_month->month = 0;
  of_month->from = of_year->from = from;
  of_month->to = of_year->to = to;
}

GPtrArray *
rap_meeting_words_parse (const char *typed)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  g_auto (GStrv) parts = g_strsplit_set (typed, " \t\n,;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = rap_meeting_index_fold (parts[i]);
      RapMeetingWord *word;

      if (*folded == '\0')
        continue;
      word = g_new0 (RapMeetingWord, 1);
      word->needles = split_needles (folded);
      read_date (word, parts[i]);
      g_ptr_array_add (words, word);
    }
  join_dates (words);
  return words;
}

static gboolean
touches_month (int    month,
               gint64 from,
               gint64 to)
{
  gint64 year;
  int first, day;

  rap_day_to_ymd (from, &year, &first, &day);
  for (int i = 0; i < 12; i++)
    {
      gint64 start = rap_day_from_ymd (year + (first + i > 12), (first + i - 1) % 12 + 1, 1);

      if (start >= to)
        return FALSE;
      if ((first + i - 1) % 12 + 1 == month)
        return TRUE;
    }
  return FALSE;
}

gboolean
rap_meeting_word_means (const RapMeetingWord *self,
                        gint64                from,
                        gint64                to)
{
  if (from == G_MAXINT64)
    return FALSE;
  if (self->month != 0)
    return from > RAP_DAY_MIN && to < RAP_DAY_MAX && touches_month (self->month, from, to);
  return self->from < to && from < self->to;
}

gboolean
rap_meeting_words_any (GPtrArray  *words,
                       const char *folded)
{
  for (guint i = 0; i < words->len; i++)
    for (char **needle = ((RapMeetingWord *) words->pdata[i])->needles; *needle != NULL; needle++)
      if (strstr (folded, *needle) != NULL)
        return TRUE;
  return FALSE;
}

/* Code points of @word that the longest of the needles takes; 0 when none begins it. */
static guint
measure (GPtrArray  *words,
         const char *word)
{
  g_autofree char *folded = rap_meeting_index_fold (word);
  guint longest = 0;

  for (guint i = 0; i < words->len; i++)
    for (char **needle = ((RapMeetingWord *) words->pdata[i])->needles; *needle != NULL; needle++)
      if (g_str_has_prefix (folded, *needle))
        longest = MAX (longest, (guint) g_utf8_strlen (*needle, -1) - 1);
  return longest;
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200c || c == 0x200d;
}

/* A letter is never parted from its marks. */
static void
add_range (GArray     *ranges,
           const char *word,
           guint       start,
           guint       length,
           guint       n)
{
  RapRange range = { start, start + MIN (n, length) };
  const char *p = g_utf8_offset_to_pointer (word, range.end - start);

  while (range.end < start + length && (g_unichar_ismark (g_utf8_get_char (p)) || !g_unichar_isalnum (g_utf8_get_char (p))))
    {
      range.end++;
      p = g_utf8_next_char (p);
    }
  g_array_append_val (ranges, range);
}

void
rap_meeting_words_mark (GPtrArray  *words,
                        const char *text,
                        GArray     *ranges)
{
  guint at = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;
      guint length = 0;

      while (*p != '\0' && is_of_word (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          length++;
        }
      if (length > 0)
        {
          g_autofree char *word = g_strndup (start, p - start);
          guint n = measure (words, word);

          if (n > 0)
            add_range (ranges, word, at, length, n);
          at += length;
          continue;
        }
      p = g_utf8_next_char (p);
      at++;
    }
}
