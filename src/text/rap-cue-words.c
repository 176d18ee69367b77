/* rap-cue-words.c
 *
 * A text cut into words with what stands between them: commas, ends of
 * sentences, quotation marks of all scripts. A quotation that is still open at
 * the end of a paragraph goes on in the next if that begins with a mark.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-private.h"

#include <string.h>

#include "rap-fold-private.h"

/* After these a full stop does not end a sentence. */
static const char *const abbreviations[] = {
  "gen", "maj", "brig", "col", "lt", "capt", "cmdr", "cdr", "adm", "sgt", "gov", "sen", "rep", "mr", "mrs", "ms", "dr", "prof", "st", "no",
  "rev", "hon", "pres", "sec", "min", "amb", "jan", "feb", "aug", "sept", "oct", "nov", "dec", NULL
};

/**
 * Cutter:
 * @closing: the mark that closes the quotation, 0 outside
 * @carried: the quotation of the paragraph before, still open, or 0
 * @gap: since the last word
 * @stopped: a full stop stands there, which may or may not end a sentence
 */
typedef struct
{
  const RapCueLexicon *lexicon;
  GArray              *words;
  gunichar             closing;
  guint                quotation;
  guint                n_quotations;
  guint                carried;
  guint                gap;
  gboolean             stopped;
} Cutter;

char *
rap_cue_fold (const char *word,
              gsize       n_bytes)
{
  GString *folded = g_string_sized_new (n_bytes);
  const char *end = word + n_bytes;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0x2019 || c == 0x2bc)
        c = '\'';
      else if (c >= 0x590)
        c = rap_fold_letter (c);
      if (c != 0 && !(c >= 0x64b && c <= 0x65f))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200c || c == 0x200d || c == 0x640;
}

/* What joins letters into one word when it stands between them. */
static gboolean
is_joiner (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc || c == '-' || c == 0x2011;
}

/* "U.S", "J.D" */
static gboolean
is_initials (const char *start,
             const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gboolean wants_letter = ((p - start) & 1) == 0;

      if (wants_letter ? !g_ascii_isupper (*p) : *p != '.')
        return FALSE;
    }
  return end > start;
}

/* The end of the word that begins at @start. */
static const char *
find_end (const char *start,
          guint      *n_letters)
{
  const char *p = start;

  for (*n_letters = 0; *p != '\0'; (*n_letters)++)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (!is_letter (c) && !((is_joiner (c) || (c == '.' && is_initials (start, p))) && is_letter (g_utf8_get_char (next))))
        break;
      p = next;
    }
  return p;
}

static gunichar
get_closing (gunichar c)
{
  switch (c)
    {
    case 0x201c: case 0x201f: return 0x201d;
    case 0x201e: return 0x201c;
    case 0x2018: return 0x2019;
    case 0x201a: return 0x2018;
    case 0xab: return 0xbb;
    case 0xbb: return 0xab;
    case 0x300c: return 0x300d;
    case '"': return '"';
    default: return 0;
    }
}

static void
open_quotation (Cutter  *self,
                gunichar closing)
{
  self->closing = closing;
  self->quotation = self->carried != 0 ? self->carried : ++self->n_quotations;
  self->carried = 0;
  self->gap |= RAP_GAP_QUOTE;
}

static void
end_paragraph (Cutter *self)
{
  if (self->closing != 0)
    self->carried = self->quotation;
  self->closing = 0;
  self->quotation = 0;
  self->gap |= RAP_GAP_PARAGRAPH | RAP_GAP_STOP;
}

static void
pass_mark (Cutter  *self,
           gunichar c)
{
  if (c == '\n')
    end_paragraph (self);
  else if (self->closing != 0 && (c == self->closing || (self->closing == 0x201c && c == 0x201d)))
    {
      self->closing = 0;
      self->quotation = 0;
      self->gap |= RAP_GAP_QUOTE;
    }
  else if (self->closing == 0 && get_closing (c) != 0)
    open_quotation (self, get_closing (c));
  else if (c == ',' || c == 0x60c)
    self->gap |= RAP_GAP_COMMA;
  else if (c == '.')
    self->stopped = TRUE;
  else if (c == '?' || c == '!' || c == 0x61f)
    {
      self->stopped = TRUE;
      self->gap |= RAP_GAP_ASKED;
    }
  else if (strchr (";:()[]|", (int) (c < 0x80 ? c : ' ')) != NULL || c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0x61b)
    self->gap |= RAP_GAP_BREAK;
}

/* A small letter goes on; so does what follows a rank or an initial. */
static gboolean
ends_sentence (Cutter     *self,
               const char *next)
{
  gunichar c = g_utf8_get_char (next);
  const char *before;

  if (!self->stopped || g_unichar_islower (c))
    return FALSE;
  if (self->words->len == 0 || (self->gap & (RAP_GAP_ASKED | RAP_GAP_QUOTE)) != 0)
    return TRUE;
  before = rap_cue_word (self->words, self->words->len - 1)->folded;
  return !g_strv_contains (abbreviations, before) && strchr (before, '.') == NULL
         && g_utf8_strlen (before, -1) > 1;
}

/* Also after a hyphen: "al-Anbia". */
static gboolean
has_capital (const char *start,
             const char *end)
{
  if (g_unichar_isupper (g_utf8_get_char (start)))
    return TRUE;
  for (const char *p = start; p + 1 < end; p = g_utf8_next_char (p))
    if (*p == '-' && g_unichar_isupper (g_utf8_get_char (p + 1)))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_capitals (const char *start,
                const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p), n++)
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return n > 1;
}

static void
add_word (Cutter     *self,
          const char *start,
          const char *end,
          RapRange    range)
{
  RapCueWord word = { range, rap_cue_fold (start, (gsize) (end - start)), 0, 0, FALSE, FALSE, self->quotation };

  if (*word.folded == '\0')
    {
      g_free (word.folded);
      return;
    }
  if (ends_sentence (self, start))
    self->gap |= RAP_GAP_STOP;
  word.kinds = rap_cue_lexicon_kinds (self->lexicon, word.folded);
  word.gap = self->gap;
  word.capital = has_capital (start, end);
  word.capitals = word.capital && is_in_capitals (start, end);
  g_array_append_val (self->words, word);
  self->gap = 0;
  self->stopped = FALSE;
  self->carried = 0;
}

static void
clear_word (gpointer word)
{
  g_free (((RapCueWord *) word)->folded);
}

GArray *
rap_cue_words_cut (const char          *text,
                   const RapCueLexicon *lexicon)
{
  Cutter self = { lexicon, g_array_new (FALSE, FALSE, sizeof (RapCueWord)), 0, 0, 0, 0, RAP_GAP_STOP | RAP_GAP_PARAGRAPH, FALSE };
  guint at = 0;

  g_array_set_clear_func (self.words, clear_word);
  for (const char *p = text; *p != '\0';)
    {
      guint n = 1;

      if (is_letter (g_utf8_get_char (p)))
        {
          const char *end = find_end (p, &n);

          add_word (&self, p, end, (RapRange) { at, at + n });
          p = end;
        }
      else
        {
          pass_mark (&self, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
      at += n;
    }
  return self.words;
}
