/* rap-header-date.c
 *
 * Cuts a line into numbers, words and marks and looks for the shapes of a date:
 * 2022-11-08, 08.11.2022, 8 November 2022, November 8th, 2022, 8 de noviembre
 * de 2022, 2022年11月8日, ۱۷ آبان ۱۴۰۱. Names of months are taken from ICU for a
 * fixed list of languages, so the user's locale has no say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header-date-private.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#define MAX_TOKENS 48
#define PERSIAN_MONTH 100 /* months of the Persian calendar are kept as 101 to 112 */
#define WEEKDAY 200
#define UPDATED 300

typedef enum { TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK } TokenKind;

typedef struct
{
  TokenKind kind;
  int value;         /* number; of a word: month, WEEKDAY, UPDATED or 0 */
  int digits;
  gunichar mark;
  gboolean spaced;   /* white space before it */
} Token;

static const char *const languages[] = {
  "en", "de", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "fi", "pl", "cs", "sk", "hu", "ro", "hr", "sr", "sl", "bg",
  "ru", "uk", "el", "tr", "az", "he", "ar", "ar-IQ", "ur", "hi", "id", "ms", "sw", "vi", "ko", "fa",
};

static void
add_symbols (GHashTable       *names,
             const char       *locale,
             UDateFormatSymbolType type,
             int               first,
             int               value)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, locale, u"UTC", -1, NULL, 0, &status);
  int n = U_SUCCESS (status) ? udat_countSymbols (format, type) : 0;

  for (int i = first; i < n; i++)
    {
      UChar name[64];
      char utf8[256];
      int length;
      g_autofree char *folded = NULL;

      status = U_ZERO_ERROR;
      length = udat_getSymbols (format, type, i, name, G_N_ELEMENTS (name), &status);
      u_strToUTF8 (utf8, sizeof utf8, NULL, name, length, &status);
      if (U_FAILURE (status) || length == 0)
        continue;
      folded = g_utf8_casefold (utf8, -1);
      g_strdelimit (folded, ".", '\0');
      if (g_utf8_strlen (folded, -1) >= 3 && !g_ascii_isdigit (*folded) && !g_hash_table_contains (names, folded))
        g_hash_table_insert (names, g_steal_pointer (&folded),
                             GINT_TO_POINTER (value == WEEKDAY ? WEEKDAY : value + i - first + 1));
    }
  udat_close (format);
}

/* How the day of the last change is labelled, so that it is not taken for the day of publication. */
static const char *const updates[] = {
  "updated", "update", "modified", "revised", "aktualisiert", "geändert", "actualizado", "actualizada", "actualización", "atualizado",
  "atualizada", "modifié", "màj", "jour", "aggiornato", "aggiornamento", "modificato", "bijgewerkt", "gewijzigd", "uppdaterad",
  "oppdatert", "opdateret", "päivitetty", "zaktualizowano", "aktualizacja", "aktualizováno", "frissítve", "actualizat", "обновлено",
  "обновлена", "обновлён", "изменено", "оновлено", "güncelleme", "güncellendi", "yenilendi", "تحديث", "بروزرسانی", "به\u200cروزرسانی",
  "更新", "更新日", "更新日期", "更新时间", "更新時間", "最終更新", "最終更新日", "수정", "최종수정", "diperbarui",
};

static GHashTable *
make_names (void)
{
  static const UDateFormatSymbolType months[] = {
    UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS
  };
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *locale = g_strconcat (languages[i], "@calendar=gregorian", NULL);

      for (guint k = 0; k < G_N_ELEMENTS (months); k++)
        add_symbols (names, locale, months[k], 0, 0);
      add_symbols (names, locale, UDAT_WEEKDAYS, 1, WEEKDAY);
      add_symbols (names, locale, UDAT_SHORT_WEEKDAYS, 1, WEEKDAY);
    }
  add_symbols (names, "fa@calendar=persian", UDAT_MONTHS, 0, PERSIAN_MONTH);
  g_hash_table_insert (names, g_strdup ("sept"), GINT_TO_POINTER (9));
  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    g_hash_table_insert (names, g_utf8_casefold (updates[i], -1), GINT_TO_POINTER (UPDATED));
  return names;
}

/* Built once, read only afterwards. */
static GHashTable *
get_names (void)
{
  static gsize once;
  static GHashTable *names;

  if (g_once_init_enter (&once))
    {
      names = make_names ();
      g_once_init_leave (&once, 1);
    }
  return names;
}

static const char *
read_number (const char *p,
             const char *end,
             Token      *token)
{
  gint64 value = 0;

  token->kind = TOKEN_NUMBER;
  for (; p < end && g_unichar_isdigit (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      value = MIN (value * 10 + g_unichar_digit_value (g_utf8_get_char (p)), 100000000);
      token->digits++;
    }
  token->value = (int) value;
  return p;
}

static gboolean
is_han_unit (gunichar c)
{
  return c == 0x5e74 || c == 0x6708 || c == 0x65e5; /* 年 月 日 */
}

/* Names of two words: "تشرين الثاني". */
static const char *
read_second_word (const char *start,
                  const char *p,
                  const char *end,
                  Token      *token)
{
  const char *second = p + 1;
  g_autofree char *folded = NULL;

  if (p >= end || *p != ' ')
    return p;
  while (second < end && g_unichar_isalpha (g_utf8_get_char (second)))
    second = g_utf8_next_char (second);
  folded = g_utf8_casefold (start, second - start);
  token->value = GPOINTER_TO_INT (g_hash_table_lookup (get_names (), folded));
  return token->value ? second : p;
}

static const char *
read_word (const char *p,
           const char *end,
           Token      *token)
{
  const char *start = p;
  g_autofree char *folded = NULL;

  token->kind = TOKEN_WORD;
  token->mark = g_utf8_get_char (p);
  if (is_han_unit (token->mark))
    return g_utf8_next_char (p);
  while (p < end && (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)) ||
                     g_utf8_get_char (p) == 0x200c))
    p = g_utf8_next_char (p);
  folded = g_utf8_casefold (start, p - start);
  token->value = GPOINTER_TO_INT (g_hash_table_lookup (get_names (), folded));
  return token->value == 0 ? read_second_word (start, p, end, token) : p;
}

static guint
read_tokens (const char *line,
             gsize       n_bytes,
             Token      *tokens)
{
  const char *end = line + n_bytes;
  gboolean spaced = TRUE;
  guint n = 0;

  for (const char *p = line; p < end && n < MAX_TOKENS;)
    {
      gunichar c = g_utf8_get_char (p);
      Token token = { .mark = c, .kind = TOKEN_MARK, .spaced = spaced };

      spaced = FALSE;
      if (g_unichar_isdigit (c))
        p = read_number (p, end, &token);
      else if (g_unichar_isalpha (c))
        p = read_word (p, end, &token);
      else
        p = g_utf8_next_char (p);
      if (g_unichar_isspace (c))
        spaced = TRUE;
      else if (c != 0x200e && c != 0x200f)
        tokens[n++] = token;
    }
  return n;
}

static gboolean
is_year (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->digits == 4 &&
         ((token->value >= 1800 && token->value <= 2100) || (token->value >= 1300 && token->value <= 1450));
}

static gboolean
is_day (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->digits <= 2 && token->value >= 1 && token->value <= 31;
}

static gboolean
is_month (const Token *token)
{
  return token->kind == TOKEN_WORD && token->value > 0 && token->value < WEEKDAY;
}

static gboolean
from_persian (RapHeaderDate *date)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *persian = ucal_open (u"UTC", -1, "fa@calendar=persian", UCAL_TRADITIONAL, &status);
  UCalendar *gregorian = ucal_open (u"UTC", -1, "en@calendar=gregorian", UCAL_GREGORIAN, &status);

  ucal_setAttribute (persian, UCAL_LENIENT, FALSE);
  ucal_setDateTime (persian, date->year, date->month - 1, date->day, 12, 0, 0, &status);
  ucal_setMillis (gregorian, ucal_getMillis (persian, &status), &status);
  date->year = ucal_get (gregorian, UCAL_YEAR, &status);
  date->month = ucal_get (gregorian, UCAL_MONTH, &status) + 1;
  date->day = ucal_get (gregorian, UCAL_DATE, &status);
  ucal_close (persian);
  ucal_close (gregorian);
  return U_SUCCESS (status);
}

static gboolean
set_date (RapHeaderDate *date,
          int            year,
          int            month,
          int            day)
{
  date->year = year;
  date->month = month % PERSIAN_MONTH;
  date->day = day;
  date->ambiguous = FALSE;
  if ((month > PERSIAN_MONTH) != (year < 1500))
    {
      if (month > PERSIAN_MONTH || year >= 1500)
        return FALSE;
    }
  if (year < 1500)
    return date->month <= 12 && from_persian (date);
  return g_date_valid_dmy (day, date->month, year);
}

static gboolean
is_same_mark (const Token *a,
              const Token *b)
{
  return a->kind == TOKEN_MARK && b->kind == TOKEN_MARK && a->mark == b->mark &&
         (a->mark == '-' || a->mark == '/' || a->mark == '.' || a->mark == 0x2044);
}

/* Day, month and year of two digits each in whatever order: a date when there is only one that makes sense. */
static gboolean
match_short_year (const Token   *t,
                  RapHeaderDate *date)
{
  const int orders[3][3] = { { 4, 0, 2 }, { 4, 2, 0 }, { 0, 2, 4 } }; /* places of year, month, day */
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (orders) && t[0].digits == 2 && t[2].digits == 2; i++)
    {
      RapHeaderDate reading;

      if (t[orders[i][0]].value > 49 || !set_date (&reading, 2000 + t[orders[i][0]].value, t[orders[i][1]].value, t[orders[i][2]].value))
        continue;
      if (n > 0 && g_date_valid_dmy (date->day, date->month, date->year) && date->year == reading.year &&
          date->month == reading.month && date->day == reading.day)
        continue;
      *date = reading;
      n++;
    }
  return n == 1;
}

/* 2022-11-08, 8.11.2022, 11/08/2022, 2022年11月8日: the number of tokens used, 0 when it is none. */
static guint
match_numbers (const Token   *t,
               guint          n,
               RapHeaderDate *date)
{
  if (n >= 6 && is_year (t) && t[1].mark == 0x5e74 && is_day (t + 2) && t[3].mark == 0x6708 && is_day (t + 4))
    return set_date (date, t[0].value, t[2].value, t[4].value) ? 6 : 0;
  if (n < 5 || t[2].kind != TOKEN_NUMBER || !is_same_mark (t + 1, t + 3))
    return 0;
  if (is_year (t) && is_day (t + 2) && is_day (t + 4))
    return set_date (date, t[0].value, t[2].value, t[4].value) ? 5 : 0;
  if (t[4].digits == 2)
    return match_short_year (t, date) ? 5 : 0;
  if (!is_day (t) || !is_day (t + 2) || !is_year (t + 4))
    return 0;
  if (t[2].value > 12)
    return set_date (date, t[4].value, t[0].value, t[2].value) ? 5 : 0;
  if (!set_date (date, t[4].value, t[2].value, t[0].value))
    return 0;
  date->ambiguous = t[0].value <= 12 && t[0].value != t[2].value && t[1].mark != '.';
  return 5;
}

/* Marks and short words ("th", "de", "of", ".") between the parts of a date. */
static guint
skip_joint (const Token *t,
            guint        n,
            guint        i)
{
  guint words = 0;

  for (; i < n && words < 2; i++)
    {
      if (t[i].kind == TOKEN_MARK && (t[i].mark == '.' || t[i].mark == ',' || t[i].mark == 0x60c || t[i].mark == 0xba || t[i].mark == '-'))
        continue;
      if (t[i].kind == TOKEN_WORD && t[i].value == 0 && words++ == 0)
        continue;
      break;
    }
  return i;
}

/* 8 November 2022, November 8th, 2022 */
static guint
match_names (const Token   *t,
             guint          n,
             RapHeaderDate *date)
{
  guint second, third;

  if (!is_day (t) && !is_month (t))
    return 0;
  second = skip_joint (t, n, 1);
  if (second >= n || (is_day (t) ? !is_month (t + second) : !is_day (t + second)))
    return 0;
  third = skip_joint (t, n, second + 1);
  if (third >= n || !is_year (t + third))
    return 0;
  if (is_day (t))
    return set_date (date, t[third].value, t[second].value, t[0].value) ? third + 1 : 0;
  return set_date (date, t[third].value, t[0].value, t[second].value) ? third + 1 : 0;
}

static guint
count_words (const Token *tokens,
             guint        n)
{
  guint words = 0;

  for (guint i = 0; i < n; i++)
    words += tokens[i].kind == TOKEN_WORD && tokens[i].value == 0;
  return words;
}

/* A number right after another is part of a telephone number or the like, unless that was a time. */
static gboolean
may_begin (const Token *tokens,
           guint        i)
{
  if (tokens[i].kind == TOKEN_MARK)
    return FALSE;
  if (tokens[i].kind == TOKEN_WORD || i == 0 || tokens[i - 1].kind != TOKEN_NUMBER)
    return TRUE;
  return i >= 2 && (tokens[i - 2].mark == ':' || tokens[i - 2].mark == '.') && tokens[i - 2].kind == TOKEN_MARK;
}

/* The first date from token @start on: the number of its tokens, 0 when there is none; @start is moved to it. */
static guint
match_next (const Token   *tokens,
            guint          n,
            guint         *start,
            RapHeaderDate *date)
{
  for (guint i = *start; i < n; i++)
    {
      guint used = may_begin (tokens, i) ? match_numbers (tokens + i, n - i, date) : 0;

      if (used == 0 && may_begin (tokens, i))
        used = match_names (tokens + i, n - i, date);
      if (used > 0)
        {
          *start = i;
          return used;
        }
    }
  return 0;
}

static gboolean
says_updated (const Token *tokens,
              guint        start,
              guint        end)
{
  for (guint i = start; i < end; i++)
    if (tokens[i].kind == TOKEN_WORD && tokens[i].value == UPDATED)
      return TRUE;
  return FALSE;
}

static gboolean
has_time (const Token *tokens,
          guint        n)
{
  for (guint i = 0; i + 2 < n; i++)
    if (tokens[i].kind == TOKEN_NUMBER && tokens[i].value < 25 && tokens[i + 1].kind == TOKEN_MARK && tokens[i + 1].mark == ':' &&
        tokens[i + 2].kind == TOKEN_NUMBER && tokens[i + 2].digits == 2)
      return TRUE;
  return FALSE;
}

/* Without one there is no date, whatever the words are. */
static gboolean
has_digit (const char *line,
           gsize       n_bytes)
{
  const char *end = line + n_bytes;

  for (const char *p = line; p < end; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80 ? g_ascii_isdigit (*p) : g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

gboolean
rap_header_date_find (const char    *line,
                      gsize          n_bytes,
                      RapHeaderDate *date)
{
  Token tokens[MAX_TOKENS];
  guint n = has_digit (line, n_bytes) ? read_tokens (line, n_bytes, tokens) : 0;
  gboolean found = FALSE;
  guint start = 0;

  for (guint end = 0; start < n; end = start)
    {
      RapHeaderDate next = { 0 };
      guint used = match_next (tokens, n, &start, &next);

      if (used == 0)
        break;
      next.updated = says_updated (tokens, end, start);
      next.timed = has_time (tokens, n);
      next.other_words = count_words (tokens, start) + count_words (tokens + start + used, n - start - used);
      if (!found || !next.updated)
        *date = next;
      found = TRUE;
      if (!next.updated)
        break;
      start += used;
    }
  return found;
}

gboolean
rap_header_date_mentions (const char          *line,
                          gsize                n_bytes,
                          const RapHeaderDate *date)
{
  Token tokens[MAX_TOKENS];
  guint n = read_tokens (line, n_bytes, tokens);

  for (guint i = 0; i < n; i++)
    {
      const Token *t = tokens + i;
      RapHeaderDate whole = { 0 };
      guint start = i, second;

      if (match_next (tokens, n, &start, &whole) > 0 && start == i)
        {
          if (whole.ambiguous ? rap_header_date_can_equal (&whole, date)
                              : whole.year == date->year && whole.month == date->month && whole.day == date->day)
            return TRUE;
          continue;
        }
      second = skip_joint (tokens, n, i + 1);
      if (second < n && ((is_day (t) && t->value == date->day && is_month (tokens + second) && tokens[second].value == date->month) ||
                         (is_month (t) && t->value == date->month && is_day (tokens + second) && tokens[second].value == date->day)))
        {
          second = skip_joint (tokens, n, second + 1);
          if (second >= n || !is_year (tokens + second) || tokens[second].value == date->year)
            return TRUE;
        }
    }
  return FALSE;
}

static RapHeaderDate
shift (RapHeaderDate day,
       int           days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day.day, day.month, day.year);
  if (days < 0)
    g_date_subtract_days (&date, 1);
  else
    g_date_add_days (&date, 1);
  day.year = g_date_get_year (&date);
  day.month = g_date_get_month (&date);
  day.day = g_date_get_day (&date);
  return day;
}

gboolean
rap_header_date_neighbour (const char    *value,
                           RapHeaderDate *day,
                           RapHeaderDate *neighbour)
{
  const char *time = strlen (value) >= 13 && (value[10] == 'T' || value[10] == ' ') ? value + 11 : NULL;

  if (time == NULL || !g_ascii_isdigit (time[0]) || !g_ascii_isdigit (time[1]) || !rap_header_date_find (value, 10, day) ||
      day->ambiguous)
    return FALSE;
  *neighbour = shift (*day, (time[0] - '0') * 10 + time[1] - '0' < 12 ? -1 : 1);
  return TRUE;
}

gboolean
rap_header_date_in_url (const char    *url,
                        RapHeaderDate *date)
{
  const char *path = strstr (url, "://");

  path = path ? strchr (path + 3, '/') : NULL;
  for (; path != NULL && *path != '\0' && *path != '?' && *path != '#'; path++)
    {
      int year, month, day;
      char name[4];
      int end = 0;

      if (!g_ascii_isdigit (path[1]) || g_ascii_isdigit (path[0]) || (path[1] != '1' && path[1] != '2'))
        continue;
      if (((sscanf (path + 1, "%4d/%2d/%2d%n", &year, &month, &day, &end) == 3 || sscanf (path + 1, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3) &&
           end >= 8) || (sscanf (path + 1, "%4d%2d%2d%n", &year, &month, &day, &end) == 3 && end == 8 && year >= 1995))
        ;
      else if (sscanf (path + 1, "%4d/%3[a-z]/%2d%n", &year, name, &day, &end) == 3)
        month = GPOINTER_TO_INT (g_hash_table_lookup (get_names (), name));
      else
        continue;
      if (!g_ascii_isdigit (path[1 + end]) && year >= 1995 && year < 2100 && month >= 1 && month <= 12 && set_date (date, year, month, day))
        return TRUE;
    }
  return FALSE;
}

gboolean
rap_header_date_can_equal (const RapHeaderDate *ambiguous,
                           const RapHeaderDate *other)
{
  return ambiguous->year == other->year &&
         ((ambiguous->month == other->month && ambiguous->day == other->day) ||
          (ambiguous->month == other->day && ambiguous->day == other->month));
}

char *
rap_header_date_format (const RapHeaderDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

char *
rap_header_date_normalise (const char *value)
{
  RapHeaderDate date;
  gsize n = strlen (value);
  const char *t = memchr (value, 'T', MIN (n, 11));

  if (t == value + 10)
    n = 10;
  if (!g_utf8_validate (value, n, NULL) || !rap_header_date_find (value, n, &date) || date.ambiguous)
    return NULL;
  return rap_header_date_format (&date);
}
