/* rap-store-words.c
 *
 * What somebody typed into a search or filter box, taken apart: words,
 * "phrases" in straight or printed quotation marks, prefix*, title:WORD, -WORD
 * or NOT WORD, one OR other, and operators such as outlet:NAME or
 * before:2020-11. Nothing of it reaches FTS5 as syntax: every word is quoted
 * here. A lone quotation mark or colon is part of a word, and OR and NOT
 * without a word beside them are words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <string.h>

#define MIN_OPEN 3   /* letters of an unfinished word: fewer begin too many words */

static void
free_word (RapWord *word)
{
  g_free (word->text);
  g_free (word);
}

/* Something the index could know: signs alone are no word. */
static gboolean
has_letters (const char *text)
{
  g_autofree char *folded = rap_store_fold (text);

  return *folded != '\0';
}

/**
 * QuoteMarks: a pair that stands around a phrase
 * @close: one of these, whichever comes first
 */
typedef struct
{
  const char *open;
  const char *close[2];
} QuoteMarks;

/* English, Polish and German, French, German and Danish. */
static const QuoteMarks quote_marks[] = {
  { "\"", { "\"", "\"" } },
  { "“", { "”", "”" } },
  { "„", { "“", "”" } },
  { "«", { "»", "»" } },
  { "»", { "«", "«" } },
};

/* The marks that open at @text, or NULL. */
static const QuoteMarks *
find_marks (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (quote_marks); i++)
    if (g_str_has_prefix (text, quote_marks[i].open))
      return &quote_marks[i];
  return NULL;
}

/* The quoted string at *@text, or NULL where none begins or it does not end;
 * moves behind it. (transfer full) */
static char *
read_quoted (const char **text)
{
  const QuoteMarks *marks = find_marks (*text);
  const char *start = *text + (marks != NULL ? strlen (marks->open) : 0);
  const char *end = NULL;
  gsize skip = 0;

  for (guint i = 0; marks != NULL && i < G_N_ELEMENTS (marks->close); i++)
    {
      const char *close = strstr (start, marks->close[i]);

      if (close == NULL || (end != NULL && close >= end))
        continue;
      end = close;
      skip = strlen (marks->close[i]);
    }
  if (end == NULL)
    return NULL;
  *text = end + skip;
  return g_strndup (start, (gsize) (end - start));
}

/* The quoted string or word at *@text; moves behind it. (transfer full) */
static char *
read_value (const char **text)
{
  const char *start = *text;
  const char *end;
  char *quoted = read_quoted (text);

  if (quoted != NULL)
    return quoted;
  for (end = start; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)); )
    end = g_utf8_next_char (end);
  *text = end;
  return g_strndup (start, end - start);
}

static void
set_folded (char       **member,
            const char  *value,
            RapWords    *self)
{
  g_free (*member);
  *member = rap_store_fold (value);
  if (**member == '\0')
    rap_set_string (&self->bad, value);
}

static void
set_date (RapEdtf    **member,
          const char  *value,
          RapWords    *self)
{
  g_clear_pointer (member, rap_edtf_unref);
  *member = rap_edtf_parse (value, NULL);
  if (*member != NULL)
    return;
  rap_set_string (&self->bad, value);
  self->bad_date = TRUE;
}

static void
set_mark (RapWords   *self,
          const char *value)
{
  static const char * const states[] = { "unread", "read", "done", NULL };
  g_autofree char *small = g_ascii_strdown (value, -1);

  if (g_strv_contains (states, small))
    rap_set_string (&self->state, small);
  else if (g_str_equal (small, "annotated"))
    self->annotated = 1;
  else if (g_str_equal (small, "bare"))
    self->annotated = 0;
  else
    rap_set_string (&self->bad, value);
}

/* Takes an operator with its value off *@text. */
static gboolean
read_operator (RapWords    *self,
               const char **text)
{
  static const char * const names[] = { "author:", "outlet:", "code:", "language:", "before:", "after:", "is:" };
  char **members[] = { &self->author, &self->outlet, &self->code, &self->language };
  g_autofree char *value = NULL;
  guint i = 0;

  while (i < G_N_ELEMENTS (names) && g_ascii_strncasecmp (*text, names[i], strlen (names[i])) != 0)
    i++;
  if (i == G_N_ELEMENTS (names))
    return FALSE;

  *text += strlen (names[i]);
  value = read_value (text);
  if (i < G_N_ELEMENTS (members))
    set_folded (members[i], value, self);
  else if (i < 6)
    set_date (i == 4 ? &self->before : &self->after, value, self);
  else
    set_mark (self, value);
  return TRUE;
}

/* Takes @sign off *@text if a word follows it. */
static gboolean
take_sign (const char **text,
           const char  *sign)
{
  const char *rest = *text + strlen (sign);

  if (g_ascii_strncasecmp (*text, sign, strlen (sign)) != 0 || *rest == '\0' || g_unichar_isspace (g_utf8_get_char (rest)))
    return FALSE;
  *text = rest;
  return TRUE;
}

/* Takes @name, in capitals, and the space behind it off *@text if something follows. */
static gboolean
take_capitals (const char **text,
               const char  *name)
{
  const char *rest = *text + strlen (name);

  if (!g_str_has_prefix (*text, name) || !g_unichar_isspace (g_utf8_get_char (rest)))
    return FALSE;
  while (g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  if (*rest == '\0')
    return FALSE;
  *text = rest;
  return TRUE;
}

static void
read_word (RapWords    *self,
           const char **text)
{
  gboolean is_other = self->words->len > 0 && take_capitals (text, "OR");
  gboolean is_unwanted = !is_other && (take_capitals (text, "NOT") || take_sign (text, "-"));
  gboolean in_title = take_sign (text, "title:");
  gboolean quoted = find_marks (*text) != NULL;
  g_autofree char *value = read_value (text);
  gsize length = strlen (value);
  gboolean prefix;
  RapWord *word;

  if (quoted && **text == '*')
    {
      prefix = TRUE;
      (*text)++;
    }
  else
    {
      prefix = !quoted && length > 1 && value[length - 1] == '*';
    }
  self->is_open = !quoted && !prefix && **text == '\0';
  if (!has_letters (value))
    return;
  word = g_new0 (RapWord, 1);
  word->text = g_steal_pointer (&value);
  word->prefix = prefix;
  word->is_other = is_other;
  word->is_unwanted = is_unwanted;
  word->in_title = in_title;
  g_ptr_array_add (self->words, word);
}

RapWords *
rap_words_parse (const char *text)
{
  RapWords *self = g_new0 (RapWords, 1);

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_word);
  self->annotated = -1;
  while (text != NULL && *text != '\0')
    {
      if (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      else if (!read_operator (self, &text))
        read_word (self, &text);
    }
  return self;
}

void
rap_words_complete (RapWords *self)
{
  RapWord *last = self->words->len > 0 ? self->words->pdata[self->words->len - 1] : NULL;

  if (last != NULL && self->is_open && !last->is_unwanted && g_utf8_strlen (last->text, -1) >= MIN_OPEN)
    last->prefix = TRUE;
}

void
rap_words_free (RapWords *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->author);
  g_free (self->outlet);
  g_free (self->code);
  g_free (self->language);
  g_free (self->state);
  g_clear_pointer (&self->before, rap_edtf_unref);
  g_clear_pointer (&self->after, rap_edtf_unref);
  g_free (self->bad);
  g_free (self);
}

char *
rap_words_fold (const RapWords *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    g_string_append_printf (all, "%s ", ((RapWord *) self->words->pdata[i])->text);
  return rap_store_fold (all->str);
}

static void
append_quoted (GString       *match,
               const RapWord *word)
{
  if (word->in_title)
    g_string_append (match, "title : ");
  g_string_append_c (match, '"');
  for (const char *p = word->text; *p != '\0'; p++)
    if (*p == '"')
      g_string_append (match, "\"\"");
    else
      g_string_append_c (match, *p);
  g_string_append (match, word->prefix ? "\" *" : "\"");
}

/* (one OR other) AND word */
static void
append_wanted (GString        *match,
               const RapWords *self)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < self->words->len; i++)
    {
      const RapWord *word = self->words->pdata[i];

      if (word->is_unwanted || word->is_aside)
        continue;
      if (is_open && word->is_other)
        g_string_append (match, " OR ");
      else
        g_string_append (match, is_open ? ") AND (" : "(");
      is_open = TRUE;
      append_quoted (match, word);
    }
  if (is_open)
    g_string_append_c (match, ')');
}

char *
rap_words_to_match (const RapWords *self)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  append_wanted (match, self);
  if (match->len == 0)
    return NULL;
  g_string_append_printf (all, "(%s)", match->str);
  for (guint i = 0; i < self->words->len; i++)
    {
      const RapWord *word = self->words->pdata[i];

      if (!word->is_unwanted)
        continue;
      g_string_append (all, " NOT ");
      append_quoted (all, word);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

void
rap_words_bind_filter (const RapWords *self,
                       RapStatement   *statement)
{
  rap_statement_bind_text (statement, self->outlet);
  if (self->before != NULL)
    rap_statement_bind_int (statement, self->before->es);
  else
    rap_statement_bind_null (statement);
  if (self->after != NULL)
    rap_statement_bind_int (statement, self->after->le);
  else
    rap_statement_bind_null (statement);
}
