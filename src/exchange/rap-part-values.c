/* rap-part-values.c
 *
 * Dates in words are GMime's to read, markup is libxml2's; dates of ISO 8601
 * are taken apart here, because the day as written is wanted whatever follows
 * it, and because a month alone is a date too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part-values-private.h"

#include <gmime/gmime.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "rap-mime-private.h"

/* No newspaper is older, and nothing is published in a far future. */
#define FIRST_YEAR 1600
#define LAST_YEAR 2100
/* Longer markup of a headline is none. */
#define MAX_MARKUP 8192
/* Shorter values are in every text. */
#define MIN_BELIEVED 4
/* Longer dates are none. */
#define MAX_DATE 64

static gboolean
is_droppable (gunichar character)
{
  return character == 0xfeff || character == 0xfffd || g_unichar_iscntrl (character)
         || (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

char *
rap_part_value_line (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean space = FALSE;
  guint length = 0;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, MIN (strlen (text), 8 * RAP_PART_MAX_VALUE));
  for (const char *p = valid; *p != '\0' && length < RAP_PART_MAX_VALUE; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character))
        {
          space = line->len > 0;
          continue;
        }
      if (is_droppable (character))
        continue;
      if (space)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, character);
      length += 1 + space;
      space = FALSE;
    }
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

char *
rap_part_value_url (const char *text)
{
  g_autofree char *line = rap_part_value_line (text);

  if (line == NULL || strpbrk (line, " <>\"") != NULL)
    return NULL;
  if (g_ascii_strncasecmp (line, "http://", 7) != 0 && g_ascii_strncasecmp (line, "https://", 8) != 0)
    return NULL;
  return g_steal_pointer (&line);
}

char *
rap_part_value_language (const char *text)
{
  g_autofree char *tag = g_strstrip (g_strndup (text != NULL ? text : "", 32));
  gsize primary;

  g_strdelimit (tag, "_", '-');
  primary = strcspn (tag, "-");
  if (primary < 2 || primary > 3 || strlen (tag) > 20)
    return NULL;
  for (gsize i = 0; tag[i] != '\0'; i++)
    {
      if (i < primary ? !g_ascii_isalpha (tag[i]) : !g_ascii_isalnum (tag[i]) && tag[i] != '-')
        return NULL;
      if (i < primary)
        tag[i] = g_ascii_tolower (tag[i]);
    }
  return g_steal_pointer (&tag);
}

/* So many digits; -1 when there are fewer, or more. */
static int
take_digits (const char **at,
             guint        n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return -1;
      value = value * 10 + (*at)[i] - '0';
    }
  if (g_ascii_isdigit ((*at)[n]))
    return -1;
  *at += n;
  return value;
}

static char *
format_day (int year,
            int month,
            int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* YYYYMMDD, alone or before a time. */
static char *
parse_basic (const char *text)
{
  int number;

  number = take_digits (&text, 8);
  if (number < 0 || (*text != '\0' && *text != 'T' && *text != ' '))
    return NULL;
  return format_day (number / 10000, number / 100 % 100, number % 100);
}

/* YYYY-MM-DD, YYYY/M/D, YYYY-MM, YYYY. */
static char *
parse_iso (const char *text)
{
  int year, month, day;
  char separator;

  year = take_digits (&text, 4);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return NULL;
  if (*text == '\0')
    return g_strdup_printf ("%04d", year);
  separator = *text++;
  if (strchr ("-/.", separator) == NULL)
    return NULL;
  month = take_digits (&text, g_ascii_isdigit (*text) && g_ascii_isdigit (text[1]) ? 2 : 1);
  if (month < 1 || month > 12)
    return NULL;
  if (*text == '\0' && separator == '-')
    return g_strdup_printf ("%04d-%02d", year, month);
  if (*text++ != separator)
    return NULL;
  day = take_digits (&text, g_ascii_isdigit (*text) && g_ascii_isdigit (text[1]) ? 2 : 1);
  if (day < 0 || (*text != '\0' && strchr ("Tt ,;", *text) == NULL))
    return NULL;
  return format_day (year, month, day);
}

/* 03/07/2019 is the third of July to some and the seventh of March to others: there must be a month in words. */
static gboolean
has_word (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n < 3; text++)
    n = g_ascii_isalpha (*text) ? n + 1 : 0;
  return n == 3;
}

static char *
parse_words (const char *text)
{
  g_autoptr (GDateTime) date = NULL;

  if (!has_word (text))
    return NULL;
  rap_mime_init ();
  date = g_mime_utils_header_decode_date (text);
  if (date == NULL || g_date_time_get_year (date) < 1900)
    return NULL;
  return format_day (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

char *
rap_part_value_day (const char *text)
{
  g_autofree char *line = rap_part_value_line (text);
  char *day;

  if (line == NULL || strlen (line) > MAX_DATE)
    return NULL;
  day = parse_iso (line);
  if (day == NULL)
    day = parse_basic (line);
  if (day == NULL)
    day = parse_words (line);
  return day;
}

char *
rap_part_value_day_unix (gint64 seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

  /* small numbers are something else */
  if (date == NULL || seconds < 86400 * 366)
    return NULL;
  return format_day (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

char *
rap_part_value_markup (const char *markup)
{
  gsize length = markup != NULL ? strlen (markup) : 0;
  htmlDocPtr document;
  xmlChar *content;
  char *line;

  if (length == 0 || length > MAX_MARKUP || strpbrk (markup, "<&") == NULL)
    return rap_part_value_line (markup);
  document = htmlReadMemory (markup, (int) length, NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (document == NULL)
    return rap_part_value_line (markup);
  content = xmlNodeGetContent (xmlDocGetRootElement (document));
  line = rap_part_value_line ((const char *) content);
  xmlFree (content);
  xmlFreeDoc (document);
  return line;
}

char *
rap_part_value_fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

char *
rap_part_value_believed (const char *text,
                         const char *folded)
{
  g_autofree char *line = rap_part_value_line (text);
  g_autofree char *needle = line != NULL ? rap_part_value_fold (line) : NULL;

  if (needle == NULL || strlen (needle) < MIN_BELIEVED || strstr (folded, needle) == NULL)
    return NULL;
  return g_steal_pointer (&line);
}

gboolean
rap_part_value_is_blank (const char *text,
                         gsize       length)
{
  if (length == 0)
    return TRUE;
  for (const char *end = text + length; text < end; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char_validated (text, end - text)))
      return FALSE;
  return TRUE;
}
