/* rap-fold.c
 *
 * Two foldings. rap_fold_name keeps the script and removes what typists and
 * keyboards vary: case, marks, letter variants, joiners, punctuation. The
 * skeleton goes on to Latin letters and removes what transliterators vary:
 * articles, vowels, gh/q/k, doubled letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-fold.h"

#include <string.h>

#include "rap-fold-private.h"
#include "rap-letter-family.h"

/* Latin value of letters of the Arabic script, one list for Arabic and Persian; what is absent is left out. */
static const struct { gunichar from; const char *to; } latin[] = {
  { 0x0627, "a" }, { 0x0628, "b" }, { 0x067e, "p" }, { 0x062a, "t" }, { 0x062b, "s" }, { 0x062c, "j" }, { 0x0686, "ch" },
  { 0x062d, "h" }, { 0x062e, "kh" }, { 0x062f, "d" }, { 0x0630, "z" }, { 0x0631, "r" }, { 0x0632, "z" }, { 0x0698, "zh" },
  { 0x0633, "s" }, { 0x0634, "sh" }, { 0x0635, "s" }, { 0x0636, "z" }, { 0x0637, "t" }, { 0x0638, "z" }, { 0x0639, "a" },
  { 0x063a, "gh" }, { 0x0641, "f" }, { 0x0642, "q" }, { 0x06a9, "k" }, { 0x06af, "g" }, { 0x0644, "l" }, { 0x0645, "m" },
  { 0x0646, "n" }, { 0x0648, "u" }, { 0x0647, "h" }, { 0x06cc, "i" },
};

/* Spellings of one sound in Latin letters, longest first. */
static const struct { const char *from; const char *to; } sounds[] = {
  { "kh", "x" }, { "gh", "k" }, { "sh", "S" }, { "ch", "S" }, { "zh", "j" }, { "dh", "z" }, { "th", "s" }, { "ph", "f" },
  { "ck", "k" }, { "q", "k" }, { "c", "k" }, { "w", "v" }, { "dj", "j" },
};

gunichar
rap_fold_letter (gunichar c)
{
  switch (c)
    {
    case '\'': case '`': case 0x2018: case 0x2019:
      return 0;
    default:
      return rap_letter_get_family (c);
    }
}

char *
rap_fold_name (const char *name)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = rap_fold_letter (g_utf8_get_char (p));

      if (c == 0 || g_unichar_ismark (c))
        continue;
      if (g_unichar_isdigit (c))
        g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

static void
append_latin (GString *out,
              gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    if (latin[i].from == c)
      {
        g_string_append (out, latin[i].to);
        return;
      }
  if (c < 0x80)
    g_string_append_c (out, (char) c);
  else
    g_string_append_unichar (out, c);
}

static gboolean
is_article (const char *word)
{
  static const char *const articles[] = { "al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", NULL };

  return g_strv_contains (articles, word);
}

static char
read_sound (const char **word)
{
  for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (g_str_has_prefix (*word, sounds[i].from))
      {
        *word += strlen (sounds[i].from);
        return *sounds[i].to;
      }
  return *(*word)++;
}

/* Consonants only, but for a vowel that opens the word; no doubled letter, no mute h at the end. */
static void
append_consonants (GString    *out,
                   const char *word)
{
  char last = '\0';

  while (*word != '\0')
    {
      char c = read_sound (&word);

      if (strchr ("aeiou", c) != NULL && last == '\0')
        g_string_append_c (out, 'a');
      else if (strchr ("aeiouy", c) == NULL && c != last && !(c == 'h' && *word == '\0'))
        g_string_append_c (out, c);
      last = c;
    }
}

/* In Arabic script the article is written in one word with the name. */
static const char *
without_joined_article (const char *folded)
{
  return g_str_has_prefix (folded, "\xd8\xa7\xd9\x84") && g_utf8_strlen (folded, -1) > 5 ? folded + 4 : folded;
}

char *
rap_fold_skeleton (const char *name)
{
  g_autofree char *folded = rap_fold_name (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) spelt = g_string_new (NULL);

      for (const char *p = without_joined_article (words[i]); *p != '\0'; p = g_utf8_next_char (p))
        append_latin (spelt, g_utf8_get_char (p));
      if (spelt->len == 0 || (is_article (spelt->str) && words[i + 1] != NULL))
        continue;
      if (out->len > 0)
        g_string_append_c (out, ' ');
      append_consonants (out, spelt->str);
    }
  return g_string_free (out, FALSE);
}
