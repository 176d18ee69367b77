/* rap-store-words.c
 *
 * What somebody typed into a search or filter box, taken apart: words,
 * "phrases", prefix*, and operators such as outlet:NAME or before:2020-11.
 * Nothing of it reaches FTS5 as syntax: every word is quoted here. A lone
 * quotation mark or colon is part of a word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <string.h>

static void
free_word (RapWord *word)
{
  g_free (word->text);
  g_free (word);
}

/* Something the index could know: FTS5 makes no token of signs alone. */
static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* The quoted string or word at *@text; moves behind it. (transfer full) */
static char *
read_value (const char **text)
{
  const char *start = *text;
  const char *end;

  if (*start == '"' && (end = strchr (start + 1, '"')) != NULL)
    {
      *text = end + 1;
      return g_strndup (start + 1, end - start - 1);
    }
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
  if (*member == NULL)
    rap_set_string (&self->bad, value);
}

/* Takes an operator with its value off *@text. */
static gboolean
read_operator (RapWords    *self,
               const char **text)
{
  static const char * const names[] = { "author:", "outlet:", "code:", "before:", "after:" };
  g_autofree char *value = NULL;
  guint i = 0;

  while (i < G_N_ELEMENTS (names) && g_ascii_strncasecmp (*text, names[i], strlen (names[i])) != 0)
    i++;
  if (i == G_N_ELEMENTS (names))
    return FALSE;

  *text += strlen (names[i]);
  value = read_value (text);
  if (i < 3)
    set_folded (i == 0 ? &self->author : i == 1 ? &self->outlet : &self->code, value, self);
  else
    set_date (i == 3 ? &self->before : &self->after, value, self);
  return TRUE;
}

static void
read_word (RapWords    *self,
           const char **text)
{
  gboolean quoted = **text == '"';
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
  if (!has_letters (value))
    return;
  word = g_new0 (RapWord, 1);
  word->text = g_steal_pointer (&value);
  word->prefix = prefix;
  g_ptr_array_add (self->words, word);
}

RapWords *
rap_words_parse (const char *text)
{
  RapWords *self = g_new0 (RapWords, 1);

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_word);
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
rap_words_free (RapWords *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->author);
  g_free (self->outlet);
  g_free (self->code);
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

char *
rap_words_to_match (const RapWords *self)
{
  GString *match;

  if (self->words->len == 0)
    return NULL;
  match = g_string_new (NULL);
  for (guint i = 0; i < self->words->len; i++)
    {
      const RapWord *word = self->words->pdata[i];

      g_string_append (match, i > 0 ? " AND \"" : "\"");
      for (const char *p = word->text; *p != '\0'; p++)
        if (*p == '"')
          g_string_append (match, "\"\"");
        else
          g_string_append_c (match, *p);
      g_string_append (match, word->prefix ? "\" *" : "\"");
    }
  return g_string_free (match, FALSE);
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
