/* rap-date-grammar.c
 *
 * A language made ready: its words numbered, its patterns compiled. Matching
 * tries the rules whose first element fits the token; patterns are short and
 * have no repetition, so the time for a text is linear in its length.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

#include <string.h>

#define MAX_ELEMENTS 14
#define MAX_FOUND    24

typedef struct
{
  guint    classes;
  guint    word, n_words;   /* in Grammar.literals */
  gunichar mark;
  gboolean any;        /* any word */
  gboolean optional;
  gboolean glued;
} Element;

typedef struct
{
  const RapDateRule *rule;
  Element            elements[MAX_ELEMENTS];
  guint              n_elements;
  guint              n_leading;   /* elements that can be the first to match */
} Pattern;

typedef struct
{
  guint    classes;
  guint    capital_classes;   /* only with a capital letter */
  int      value;
  gboolean beginning;
} Word;

struct _RapDateGrammar
{
  GHashTable *numbers;    /* folded word → index of words */
  GArray     *words;      /* Word; the first is no word */
  GArray     *patterns;   /* Pattern */
  GArray     *literals;   /* guint16 */
  const RapDateLanguage *language;
};

static const struct { const char *name; RapDateClass class; } classes[] = {
  { "month", RAP_DATE_MONTH }, { "weekday", RAP_DATE_WEEKDAY }, { "unit", RAP_DATE_UNIT },
  { "number", RAP_DATE_NUMBER }, { "day", RAP_DATE_DAY }, { "year", RAP_DATE_YEAR },
  { "decade", RAP_DATE_DECADE }, { "ordinal", RAP_DATE_ORDINAL }, { "season", RAP_DATE_SEASON },
  { "part", RAP_DATE_PART }, { "edge", RAP_DATE_EDGE }, { "turn", RAP_DATE_TURN },
  { "today", RAP_DATE_TODAY }, { "daytime", RAP_DATE_DAYTIME }, { "persian", RAP_DATE_PERSIAN },
  { "islamic", RAP_DATE_ISLAMIC }, { "two", RAP_DATE_TWO },
  { "vague", RAP_DATE_VAGUE },
};

static guint
add_word (RapDateGrammar *self,
          const char     *word)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, word));
  Word fresh = { 0 };

  if (number > 0)
    return number;
  g_array_append_val (self->words, fresh);
  number = self->words->len - 1;
  g_hash_table_insert (self->numbers, g_strdup (word), GUINT_TO_POINTER (number));
  return number;
}

static void
add_row (RapDateGrammar     *self,
         const RapDateWords *row)
{
  g_auto (GStrv) words = g_strsplit (row->words, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint number = add_word (self, words[i]);
      const char *joint = strchr (words[i], '_');
      Word *word = &g_array_index (self->words, Word, number);

      word->capital_classes |= row->classes;
      if (!row->capital)
        word->classes |= row->classes;
      if (row->value != 0)
        word->value = row->value;
      if (joint != NULL)
        {
          g_autofree char *beginning = g_strndup (words[i], joint - words[i]);

          number = add_word (self, beginning);
          g_array_index (self->words, Word, number).beginning = TRUE;
        }
    }
}

static void
compile_words (RapDateGrammar *self,
               const char     *text,
               Element        *element)
{
  g_auto (GStrv) words = g_strsplit (text, "|", -1);

  element->word = self->literals->len;
  element->n_words = g_strv_length (words);
  for (guint i = 0; i < element->n_words; i++)
    {
      guint16 number = add_word (self, words[i]);

      g_array_append_val (self->literals, number);
    }
}

static guint
find_class (const char *text)
{
  g_autofree char *name = g_strndup (text + 1, strlen (text) - 2);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i].name, name) == 0)
      return classes[i].class;
  g_return_val_if_reached (0);
}

static void
compile_element (RapDateGrammar *self,
                 const char     *source,
                 Element        *element)
{
  g_autofree char *text = g_strdup (*source == '+' ? source + 1 : source);
  gsize length = strlen (text);

  element->glued = *source == '+';
  element->optional = length > 1 && text[length - 1] == '?';
  if (element->optional)
    text[length - 1] = '\0';
  if (strcmp (text, "{any}") == 0)
    element->any = TRUE;
  else if (*text == '{')
    element->classes = find_class (text);
  else if (text[1] == '\0' && !g_ascii_isalpha (*text))
    element->mark = *text;
  else
    compile_words (self, text, element);
}

static void
add_rule (RapDateGrammar    *self,
          const RapDateRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (rule->pattern, " ", -1);
  Pattern pattern = { .rule = rule };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_return_if_fail (pattern.n_elements < MAX_ELEMENTS);
      compile_element (self, parts[i], &pattern.elements[pattern.n_elements++]);
    }
  while (pattern.elements[pattern.n_leading].optional)
    pattern.n_leading++;
  pattern.n_leading++;
  g_array_append_val (self->patterns, pattern);
}

static RapDateGrammar *
make_grammar (const RapDateLanguage *language)
{
  RapDateGrammar *self = g_new0 (RapDateGrammar, 1);
  Word none = { 0 };

  self->language = language;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
  self->literals = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_array_append_val (self->words, none);
  for (const RapDateWords *row = language->words; row->words != NULL; row++)
    add_row (self, row);
  for (const RapDateRule *rule = language->rules; rule->name != NULL; rule++)
    add_rule (self, rule);
  return self;
}

const RapDateGrammar *
rap_date_grammar_get (const char *language)
{
  static const RapDateLanguage *const languages[] = { &rap_date_english };
  static RapDateGrammar *grammars[G_N_ELEMENTS (languages)];
  static gsize once;
  const char *wanted = language != NULL && *language != '\0' ? language : "en";
  gsize length = strcspn (wanted, "-_");

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        grammars[i] = make_grammar (languages[i]);
      g_once_init_leave (&once, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i]->language) == length &&
        g_ascii_strncasecmp (wanted, languages[i]->language, length) == 0)
      return grammars[i];
  return NULL;
}

const RapDateLeading *
rap_date_grammar_get_leading (const RapDateGrammar *self)
{
  return self->language->leading;
}

guint
rap_date_grammar_find_word (const RapDateGrammar *self,
                            const char           *folded)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, folded));
}

guint
rap_date_grammar_get_classes (const RapDateGrammar *self,
                              guint                 word,
                              gboolean              capital)
{
  const Word *found = &g_array_index (self->words, Word, word);

  return capital ? found->capital_classes : found->classes;
}

int
rap_date_grammar_get_value (const RapDateGrammar *self,
                            guint                 word)
{
  return g_array_index (self->words, Word, word).value;
}

gboolean
rap_date_grammar_is_beginning (const RapDateGrammar *self,
                               guint                 word)
{
  return g_array_index (self->words, Word, word).beginning;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013;
}

static gboolean
is_mark (const RapDateToken *token,
         gunichar            mark)
{
  if (mark == '-')
    return is_dash (token->mark);
  if (mark == '\'')
    return token->mark == '\'' || token->mark == 0x2019 || token->mark == 0x2018;
  return token->mark == mark;
}

static gboolean
has_literal (const RapDateGrammar *self,
             const Element        *element,
             guint                 word)
{
  for (guint i = 0; i < element->n_words; i++)
    if (g_array_index (self->literals, guint16, element->word + i) == word)
      return TRUE;
  return FALSE;
}

static gboolean
fits (const RapDateGrammar *self,
      const Element        *element,
      const RapDateToken   *token)
{
  if (element->glued && token->spaced)
    return FALSE;
  if (element->any)
    return token->is_word;
  if (element->mark != 0)
    return is_mark (token, element->mark);
  if (element->n_words > 0)
    return token->word > 0 && has_literal (self, element, token->word);
  return (token->classes & element->classes) != 0;
}

/* Matches the elements from @k at token @at; the longest way, as what may be missing is tried first. */
static gboolean
match_elements (const RapDateGrammar *self,
                const Pattern        *pattern,
                guint                 k,
                guint                 at,
                RapDateMatch         *match)
{
  const Element *element = &pattern->elements[k];
  guint n_captures = match->n_captures;

  if (k == pattern->n_elements)
    {
      match->end = at;
      return at > match->first;
    }
  if (at < match->n_tokens && fits (self, element, &match->tokens[at]) &&
      !(at > match->first && (pattern->rule->flags & RAP_DATE_RULE_TIGHT) && match->tokens[at].spaced))
    {
      if (element->classes != 0 && n_captures < RAP_DATE_MAX_CAPTURES)
        {
          match->captures[n_captures].token = at;
          match->captures[n_captures].class = element->classes;
          match->n_captures++;
        }
      if (match_elements (self, pattern, k + 1, at + 1, match))
        return TRUE;
      match->n_captures = n_captures;
    }
  return element->optional && match_elements (self, pattern, k + 1, at, match);
}

static gboolean
can_begin (const RapDateGrammar *self,
           const Pattern        *pattern,
           const RapDateToken   *token)
{
  for (guint i = 0; i < pattern->n_leading; i++)
    if (fits (self, &pattern->elements[i], token))
      return TRUE;
  return FALSE;
}

/* The longest first; of equal ones the earlier rule first. */
static int
compare_found (const void *a,
               const void *b)
{
  const RapDateMatch *x = a, *y = b;

  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return x->rule < y->rule ? -1 : x->rule > y->rule;
}

static guint
find_matches (const RapDateGrammar *self,
              const RapDateMatch   *match,
              gboolean              whole,
              RapDateMatch         *found)
{
  const RapDateToken *token = &match->tokens[match->first];
  guint n_found = 0;

  for (guint i = 0; i < self->patterns->len && n_found < MAX_FOUND; i++)
    {
      const Pattern *pattern = &g_array_index (self->patterns, Pattern, i);

      if (((pattern->rule->flags & RAP_DATE_RULE_PHRASE) && !match->lenient) || !can_begin (self, pattern, token))
        continue;
      found[n_found] = *match;
      found[n_found].rule = pattern->rule;
      found[n_found].n_captures = 0;
      if (match_elements (self, pattern, 0, match->first, &found[n_found]) &&
          (!whole || found[n_found].end == match->n_tokens))
        n_found++;
    }
  qsort (found, n_found, sizeof *found, compare_found);
  return n_found;
}

RapDateAnswer
rap_date_grammar_match (const RapDateGrammar *self,
                        RapDateMatch         *match,
                        gboolean              whole,
                        GString              *edtf)
{
  RapDateMatch found[MAX_FOUND];
  guint n_found;

  if (match->tokens[match->first].word == 0 && match->tokens[match->first].classes == 0 &&
      match->tokens[match->first].mark == 0)
    return RAP_DATE_NO;
  n_found = find_matches (self, match, whole, found);
  for (guint i = 0; i < n_found; i++)
    {
      RapDateAnswer answer;

      g_string_truncate (edtf, 0);
      answer = found[i].rule->resolve (&found[i], edtf);
      if (answer != RAP_DATE_NO)
        {
          *match = found[i];
          return answer;
        }
    }
  return RAP_DATE_NO;
}
