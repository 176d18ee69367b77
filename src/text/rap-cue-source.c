/* rap-cue-source.c
 *
 * Noun phrases without a grammar: from a verb one walks over names, titles and
 * what joins them ("Chief of Staff of the Armed Forces Major General Bagheri",
 * "Bagheri, the chief of staff, also said") until a word that no source holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-private.h"

#include <string.h>

#define LONGEST_ASIDE 14     /* words between two commas: ", who arrived on Sunday," */
#define LONGEST_PLAIN 6      /* words of "the outspoken cleric" */

static const RapPhrase none = { 0, 0 };

static gboolean
is_any (const RapCueWord *word,
        const char       *list)
{
  const char *found = strstr (list, word->folded);
  gsize n = strlen (word->folded);

  for (; found != NULL; found = strstr (found + 1, word->folded))
    if ((found == list || found[-1] == ' ') && (found[n] == ' ' || found[n] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
is_determiner (const RapCueWord *word)
{
  return is_any (word, "the a an his her its their another one") || g_str_has_suffix (word->folded, "'s");
}

static gboolean
is_comma (GArray *words,
          guint   i)
{
  return (rap_cue_word (words, i)->gap & RAP_GAP_COMMA) != 0;
}

/* "of" between two parts, "and" between two names. */
static gboolean
joins (GArray *words,
       guint   i)
{
  const RapCueWord *word = rap_cue_word (words, i);

  if (i == 0 || i + 1 >= words->len || is_comma (words, i + 1) || rap_cue_word_is_parted (words, i + 1))
    return FALSE;
  if (g_str_equal (word->folded, "of"))
    return TRUE;
  return g_str_equal (word->folded, "and") && !is_comma (words, i) && rap_cue_word (words, i - 1)->capital
         && rap_cue_word (words, i + 1)->capital && (rap_cue_word (words, i - 1)->kinds & RAP_WORD_BREAK) == 0;
}

static gboolean
belongs (GArray *words,
         guint   i)
{
  const RapCueWord *word = rap_cue_word (words, i);

  if (word->quotation != 0)
    return FALSE;
  if ((word->kinds & RAP_WORD_ROLE) != 0 || joins (words, i))
    return TRUE;
  if ((word->kinds & (RAP_WORD_BREAK | RAP_WORD_PRONOUN)) != 0)
    return FALSE;
  return word->capital || g_ascii_isdigit (word->folded[0]);
}

/* "with the matter": what stands there is no subject. */
static gboolean
follows_preposition (GArray *words,
                     guint   i)
{
  return i > 0 && !is_comma (words, i) && !rap_cue_word_is_parted (words, i) && !rap_cue_word (words, i - 1)->capital
         && is_any (rap_cue_word (words, i - 1), "with in at to for from by of about on between against during after before over under");
}

static RapPhrase
trim (GArray   *words,
      RapPhrase phrase)
{
  while (phrase.first < phrase.end && is_any (rap_cue_word (words, phrase.first), "of and 's"))
    phrase.first++;
  while (phrase.first < phrase.end && is_any (rap_cue_word (words, phrase.end - 1), "of and 's the a an his her its their then new"))
    phrase.end--;
  return phrase;
}

/* "the outspoken cleric": an article and some words of which none is out of place. */
static RapPhrase
walk_back_plainly (GArray *words,
                   guint   end)
{
  for (guint i = end; i > 0 && end - i < LONGEST_PLAIN; i--)
    {
      const RapCueWord *word = rap_cue_word (words, i - 1);

      if (i < end && (is_comma (words, i) || rap_cue_word_is_parted (words, i)))
        return none;
      if (is_determiner (word) && i < end)
        return (RapPhrase) { i - 1, end };
      if ((word->kinds & RAP_WORD_BREAK) != 0 || word->quotation != 0)
        return none;
    }
  return none;
}

static gboolean
is_small (const RapCueWord *word)
{
  return !word->capital && !is_determiner (word);
}

/* The phrase that ends before @end. */
static RapPhrase
walk_back (GArray *words,
           guint   end)
{
  guint first = end;
  RapPhrase phrase, plain;

  if (end == 0)
    return none;
  if ((rap_cue_word (words, end - 1)->kinds & RAP_WORD_PRONOUN) != 0 && rap_cue_word (words, end - 1)->quotation == 0)
    return (RapPhrase) { end - 1, end };
  while (first > 0 && belongs (words, first - 1)
         && (first == end || !(is_comma (words, first) || rap_cue_word_is_parted (words, first))))
    first--;
  phrase = trim (words, (RapPhrase) { first, end });
  if (rap_phrase_is_empty (phrase))
    return walk_back_plainly (words, end);
  plain = is_small (rap_cue_word (words, phrase.first)) ? walk_back_plainly (words, end) : none;
  return rap_phrase_is_empty (plain) ? phrase : plain;
}

/* The subject that ends before @end. */
static RapPhrase
find_subject (GArray *words,
              guint   end)
{
  RapPhrase phrase = walk_back (words, end);

  return follows_preposition (words, phrase.first) ? none : phrase;
}

static gboolean
is_skipped (const RapCueWord *word)
{
  return (word->kinds & RAP_WORD_SKIPPED) != 0 || (!word->capital && g_str_has_suffix (word->folded, "ly"));
}

/* Before ", for his part, said": what stands before the aside that ends at @end. */
static RapPhrase
pass_aside (GArray *words,
            guint   end)
{
  for (guint i = end - 1; i > 0 && end - i <= LONGEST_ASIDE && !rap_cue_word_is_parted (words, i); i--)
    if (is_comma (words, i))
      return find_subject (words, i);
  return none;
}

/* A phrase that a comma closes: with the phrase that it explains, if there is one before it. A phrase inside an aside
 * (", who commands the base, said") is not the subject. */
static RapPhrase
join_apposition (GArray   *words,
                 RapPhrase phrase,
                 guint     end)
{
  RapPhrase before;

  if (rap_phrase_is_empty (phrase))
    return pass_aside (words, end);
  if (!is_comma (words, phrase.first) && !rap_cue_word_is_parted (words, phrase.first))
    {
      before = pass_aside (words, end);
      return rap_phrase_is_empty (before) ? phrase : before;
    }
  if (phrase.first == 0 || !is_comma (words, phrase.first) || rap_cue_word_is_parted (words, phrase.first))
    return phrase;
  before = find_subject (words, phrase.first);
  return rap_phrase_is_empty (before) ? phrase : (RapPhrase) { before.first, end };
}

RapPhrase
rap_phrase_before (GArray *words,
                   guint   at)
{
  guint end = at;
  RapPhrase phrase;

  while (end > 0 && !rap_cue_word_is_parted (words, end) && is_skipped (rap_cue_word (words, end - 1)))
    end--;
  if (end == 0 || rap_cue_word_is_parted (words, end))
    return none;
  phrase = find_subject (words, end);
  return is_comma (words, end) ? join_apposition (words, phrase, end) : phrase;
}

RapPhrase
rap_phrase_from (GArray *words,
                 guint   at)
{
  guint end = at;
  RapPhrase phrase;

  if (at >= words->len)
    return none;
  if ((rap_cue_word (words, at)->kinds & RAP_WORD_PRONOUN) != 0 && rap_cue_word (words, at)->quotation == 0)
    return (RapPhrase) { at, at + 1 };
  while (end < words->len && belongs (words, end)
         && (end == at || !(is_comma (words, end) || rap_cue_word_is_parted (words, end))))
    end++;
  phrase = trim (words, (RapPhrase) { at, end });
  return phrase;
}

RapPhrase
rap_phrase_opening (GArray *words,
                    guint   at)
{
  guint first = at;
  RapPhrase phrase = none;

  while (first > 0 && !rap_cue_word_is_parted (words, first))
    first--;
  for (guint i = first; i < at && rap_phrase_is_empty (phrase); i++)
    if (i == first || is_comma (words, i))
      phrase = rap_phrase_from (words, i);
  return phrase.end <= at ? phrase : none;
}
