/* rap-date-tokens.c
 *
 * A text as numbers, words and marks, in one pass. "2,015" is one number and no
 * year; "13th" and "1990s" are one token each; names of several words ("Rabi
 * al-Awwal") become one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

#include <string.h>

#define MAX_WORD 24         /* bytes; longer words are in no list */
#define MAX_NAME_WORDS 5

typedef struct
{
  const RapDateGrammar *grammar;
  const char           *p, *end;
  guint                 at;        /* code point of p */
  gboolean              lenient;
  gboolean              spaced;
  gboolean              first;     /* of a sentence */
  GArray               *tokens;
} Reader;

static gunichar
peek (const Reader *reader)
{
  return reader->p < reader->end ? g_utf8_get_char (reader->p) : 0;
}

static void
advance (Reader *reader)
{
  reader->p = g_utf8_next_char (reader->p);
  reader->at++;
}

static guint
count_digits (const char *p,
              const char *end)
{
  guint n = 0;

  while (p + n < end && g_ascii_isdigit (p[n]))
    n++;
  return n;
}

/* "2,015,000": whether three digits and no more follow the comma. */
static gboolean
is_group (const Reader *reader,
          guint         digits)
{
  return digits >= 1 && digits <= 3 && peek (reader) == ',' &&
         count_digits (reader->p + 1, reader->end) == 3;
}

static void
read_digits (Reader       *reader,
             RapDateToken *token)
{
  gunichar c = peek (reader);

  for (; c != 0 && g_unichar_isdigit (c); c = peek (reader))
    {
      token->value = MIN (token->value * 10 + g_unichar_digit_value (c), 100000000);
      token->digits = MIN (token->digits + 1, 100);
      advance (reader);
    }
}

static gboolean
is_letter_at (const Reader *reader,
              gsize         offset)
{
  return reader->p + offset < reader->end && g_unichar_isalnum (g_utf8_get_char (reader->p + offset));
}

/* "th" of 13th; the number of bytes, 0 = none. */
static gsize
get_ordinal_suffix (const Reader *reader)
{
  static const char *const suffixes[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (reader->end - reader->p >= 2 && g_ascii_strncasecmp (reader->p, suffixes[i], 2) == 0 &&
        !is_letter_at (reader, 2))
      return 2;
  return 0;
}

/* The "s" of 1990s, also as 1990's. */
static gsize
get_decade_suffix (const Reader *reader)
{
  gsize apostrophe = 0;

  if (peek (reader) == '\'')
    apostrophe = 1;
  else if (peek (reader) == 0x2019)
    apostrophe = 3;
  if (reader->p + apostrophe < reader->end && reader->p[apostrophe] == 's' && !is_letter_at (reader, apostrophe + 1))
    return apostrophe + 1;
  return 0;
}

static void
skip_bytes (Reader *reader,
            gsize   n_bytes)
{
  for (const char *stop = reader->p + n_bytes; reader->p < stop;)
    advance (reader);
}

/* "$" before it, "%" or more digits after "." or "," behind it. */
static gboolean
is_plain (const Reader       *reader,
          const RapDateToken *before,
          gboolean            spaced)
{
  gunichar c = peek (reader);

  if (before != NULL && before->mark != 0 && g_unichar_type (before->mark) == G_UNICODE_CURRENCY_SYMBOL)
    return FALSE;
  if (before != NULL && !spaced && (before->mark == '#' || before->mark == '.' || before->is_word))
    return FALSE;
  if (c == '%' || c == 0xb0)
    return FALSE;
  return !((c == '.' || c == ',') && count_digits (reader->p + 1, reader->end) > 0 &&
           count_digits (reader->p + 1, reader->end) < 4);
}

static guint
classify_number (const RapDateToken *token,
                 gboolean            ordinal)
{
  guint found = 0;

  if (token->digits <= 2 && token->value >= 1 && token->value <= 31)
    found |= RAP_DATE_DAY;
  if (ordinal)
    return found | RAP_DATE_ORDINAL;
  if (token->digits <= 2)
    found |= RAP_DATE_TWO;
  if (token->digits <= 3)
    found |= RAP_DATE_NUMBER;
  if (token->digits == 4 && token->value >= 1000 && token->value <= 2999)
    found |= RAP_DATE_YEAR;
  return found;
}

static void
read_number (Reader       *reader,
             RapDateToken *token)
{
  const RapDateToken *before = reader->tokens->len > 0
      ? &g_array_index (reader->tokens, RapDateToken, reader->tokens->len - 1) : NULL;
  gboolean grouped = FALSE;
  gsize suffix;

  read_digits (reader, token);
  while (is_group (reader, grouped ? 3 : token->digits))
    {
      advance (reader);
      read_digits (reader, token);
      grouped = TRUE;
    }
  if (grouped)
    {
      token->classes = RAP_DATE_NUMBER;
      return;
    }
  token->plain = is_plain (reader, before, token->spaced);
  suffix = get_decade_suffix (reader);
  if (suffix > 0 && token->value % 10 == 0 && (token->digits == 4 || token->digits == 2))
    {
      skip_bytes (reader, suffix);
      token->classes = RAP_DATE_DECADE;
      return;
    }
  suffix = get_ordinal_suffix (reader);
  skip_bytes (reader, suffix);
  token->classes = classify_number (token, suffix > 0);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* In lower case; FALSE when it is too long for any list. */
static gboolean
fold (const char *start,
      gsize       length,
      char       *folded)
{
  if (length >= MAX_WORD)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (start[i]);
  folded[length] = '\0';
  return TRUE;
}

static gboolean
is_inside_name (gunichar c)
{
  return c == ' ' || c == '-' || c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x2be || c == 0x2bf;
}

static void
append_folded (GString    *name,
               const char *start,
               const char *stop)
{
  if (name->len > 0)
    g_string_append_c (name, '_');
  for (; start < stop; start++)
    g_string_append_c (name, g_ascii_tolower (*start));
}

/* Reads on while the words from @start are a listed name of several words: its number, or @word. */
static guint
read_name (Reader     *reader,
           const char *start,
           guint       word)
{
  g_autoptr (GString) name = g_string_new (NULL);
  Reader ahead = *reader;

  append_folded (name, start, reader->p);
  for (guint n = 1; n < MAX_NAME_WORDS && name->len < 64; n++)
    {
      guint longer;

      for (guint i = 0; i < 3 && is_inside_name (peek (&ahead)); i++)
        advance (&ahead);
      start = ahead.p;
      while (is_word_character (peek (&ahead)) && ahead.p - start < MAX_WORD)
        advance (&ahead);
      if (ahead.p == start)
        break;
      append_folded (name, start, ahead.p);
      longer = rap_date_grammar_find_word (reader->grammar, name->str);
      if (longer > 0)
        {
          reader->p = ahead.p;
          reader->at = ahead.at;
          word = longer;
        }
    }
  return word;
}

static void
read_word (Reader       *reader,
           RapDateToken *token)
{
  const char *start = reader->p;
  char folded[MAX_WORD];
  gsize length;

  token->is_word = TRUE;
  token->capital = reader->lenient || g_unichar_isupper (peek (reader));
  while (is_word_character (peek (reader)))
    advance (reader);
  length = reader->p - start;
  token->past_form = length > 4 && start[length - 2] == 'e' && start[length - 1] == 'd';
  if (!fold (start, length, folded))
    return;
  token->word = rap_date_grammar_find_word (reader->grammar, folded);
  if (token->word == 0)
    return;
  if (rap_date_grammar_is_beginning (reader->grammar, token->word))
    token->word = read_name (reader, start, token->word);
  token->classes = rap_date_grammar_get_classes (reader->grammar, token->word, token->capital);
  token->value = rap_date_grammar_get_value (reader->grammar, token->word);
}

/* Whether a sentence ends with this mark: a full stop after a listed abbreviation or an initial does not. */
static gboolean
ends_sentence (const Reader *reader,
               gunichar      mark)
{
  const RapDateToken *before;

  if (mark == '!' || mark == '?' || mark == 0x2026)
    return TRUE;
  if (mark != '.' || reader->tokens->len == 0)
    return FALSE;
  before = &g_array_index (reader->tokens, RapDateToken, reader->tokens->len - 1);
  return !(before->is_word && (before->end - before->start == 1 ||
                               (before->classes & (RAP_DATE_MONTH | RAP_DATE_WEEKDAY))));
}

static void
read_space (Reader *reader)
{
  guint lines = 0;

  for (gunichar c = peek (reader); c != 0 && g_unichar_isspace (c); c = peek (reader))
    {
      lines += c == '\n' || c == 0x2029;
      advance (reader);
    }
  reader->spaced = TRUE;
  if (lines >= 1)
    reader->first = TRUE;
}

static void
read_token (Reader *reader)
{
  gunichar c = peek (reader);
  RapDateToken token = { .start = reader->at, .spaced = reader->spaced, .first = reader->first };

  if (g_unichar_isdigit (c))
    read_number (reader, &token);
  else if (is_word_character (c))
    read_word (reader, &token);
  else
    {
      token.mark = c;
      advance (reader);
    }
  token.end = reader->at;
  reader->spaced = FALSE;
  if (token.mark == 0)
    reader->first = FALSE;
  else if (ends_sentence (reader, token.mark))
    reader->first = TRUE;
  g_array_append_val (reader->tokens, token);
}

GArray *
rap_date_tokens_read (const RapDateGrammar *grammar,
                      const char           *utf8,
                      gsize                 n_bytes,
                      gboolean              lenient)
{
  Reader reader = { grammar, utf8, utf8 + n_bytes, 0, lenient, TRUE, TRUE, NULL };

  reader.tokens = g_array_new (FALSE, FALSE, sizeof (RapDateToken));
  while (reader.p < reader.end)
    {
      if (g_unichar_isspace (peek (&reader)))
        read_space (&reader);
      else
        read_token (&reader);
    }
  return reader.tokens;
}
