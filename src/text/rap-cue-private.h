/* rap-cue-private.h
 *
 * What the files of the search for cues share: the lists of words of a
 * language (rap-cue-lexicon.c, rap-cue-languages.c), a text cut into words
 * (rap-cue-words.c), noun phrases (rap-cue-source.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-cue.h"

G_BEGIN_DECLS

/**
 * RapCueEntry: one reporting word or phrase
 * @forms: separated by spaces. Those that begin with "~" are often something else ("reports", a noun) and count only
 *   next to a name; those with "=" are bare stems ("say") and count only after a plural or a pronoun
 * @rest: what must follow within a few words, or NULL
 */
typedef struct
{
  RapCueForce  force;
  const char  *forms;
  const char  *rest;
} RapCueEntry;

/**
 * RapCueLexicon: the words of one language, each list separated by spaces; NULL when it has none
 * @analysed: noun phrases are walked word by word (English); else the source is the nearest known name or pronoun
 * @roles: words of titles and offices that stand in small letters in a source
 * @breaks: words that no source contains
 * @skipped: words between a source and its verb ("also", "has")
 * @hearsay: "reportedly"
 * @likely, @possible, @demand, @condition, @negation, @future, @past, @present: in what is said
 */
typedef struct
{
  const char        *language;
  gboolean           analysed;
  const RapCueEntry *entries;
  const char        *pronouns;
  const char        *unnamed;
  const char        *roles;
  const char        *breaks;
  const char        *skipped;
  const char        *hearsay;
  const char        *likely;
  const char        *unlikely;
  const char        *possible;
  const char        *demand;
  const char        *condition;
  const char        *negation;
  const char        *future;
  const char        *past;
  const char        *present;
} RapCueLexicon;

/* Kinds of words: bits. */
typedef enum
{
  RAP_WORD_PRONOUN   = 1 << 0,
  RAP_WORD_UNNAMED   = 1 << 1,
  RAP_WORD_ROLE      = 1 << 2,
  RAP_WORD_BREAK     = 1 << 3,
  RAP_WORD_SKIPPED   = 1 << 4,
  RAP_WORD_HEARSAY   = 1 << 5,
  RAP_WORD_LIKELY    = 1 << 6,
  RAP_WORD_UNLIKELY  = 1 << 7,
  RAP_WORD_POSSIBLE  = 1 << 8,
  RAP_WORD_DEMAND    = 1 << 9,
  RAP_WORD_CONDITION = 1 << 10,
  RAP_WORD_NEGATION  = 1 << 11,
  RAP_WORD_FUTURE    = 1 << 12,
  RAP_WORD_PAST      = 1 << 13,
  RAP_WORD_PRESENT   = 1 << 14,
} RapWordKind;

/* Marks between a word and the one before it: bits. */
typedef enum
{
  RAP_GAP_COMMA     = 1 << 0,
  RAP_GAP_STOP      = 1 << 1,   /* a sentence ends */
  RAP_GAP_BREAK     = 1 << 2,   /* semicolon, colon, dash, bracket */
  RAP_GAP_QUOTE     = 1 << 3,   /* a quotation opens or closes */
  RAP_GAP_ASKED     = 1 << 4,   /* the sentence ended with a question or exclamation mark */
  RAP_GAP_PARAGRAPH = 1 << 5,
} RapWordGap;

/**
 * RapCueWord:
 * @folded: small letters, straight apostrophes
 * @capital: begins with a capital letter, or has one after a hyphen
 * @capitals: has two letters or more and all are capitals
 * @quotation: the number of the quotation that it stands in, 0 outside
 */
typedef struct
{
  RapRange  range;
  char     *folded;
  guint     kinds;
  guint     gap;
  gboolean  capital;
  gboolean  capitals;
  guint     quotation;
} RapCueWord;

/* A word of @n_bytes as the lists have it: small letters, straight apostrophes, one letter for each family of Arabic
 * and Persian variants, no joiners and vowel signs. (transfer full) */
char                *rap_cue_fold           (const char          *word,
                                             gsize                n_bytes);
/* (transfer none): static; NULL when there is no list for the language */
const RapCueLexicon *rap_cue_lexicon_get    (const char          *language);
guint                rap_cue_lexicon_kinds  (const RapCueLexicon *lexicon,
                                             const char          *folded);

/**
 * RapCueForm: one spelling of an entry
 */
typedef struct
{
  const RapCueEntry *entry;
  const char        *form;
  gboolean           doubtful;
  gboolean           stem;
} RapCueForm;

/* The forms that begin with that word, in the order of the table, or NULL. (element-type RapCueForm) */
GArray              *rap_cue_lexicon_forms  (const RapCueLexicon *lexicon,
                                             const char          *folded);
/* The usual name of the agency that stands at word @at, or NULL. @n_words (out): how many words it takes. */
const char          *rap_cue_lexicon_agency (GArray              *words,
                                             guint                at,
                                             guint               *n_words);

/* (transfer full) (element-type RapCueWord) */
GArray              *rap_cue_words_cut      (const char          *text,
                                             const RapCueLexicon *lexicon);

static inline RapCueWord *
rap_cue_word (GArray *words,
              guint   i)
{
  return &g_array_index (words, RapCueWord, i);
}

/**
 * RapPhrase: words [first, end); empty when there is none
 */
typedef struct
{
  guint first;
  guint end;
} RapPhrase;

/* What no phrase runs across. */
static inline gboolean
rap_cue_word_is_parted (GArray *words,
                        guint   i)
{
  return (rap_cue_word (words, i)->gap & (RAP_GAP_STOP | RAP_GAP_BREAK | RAP_GAP_QUOTE | RAP_GAP_PARAGRAPH)) != 0;
}

static inline gboolean
rap_phrase_is_empty (RapPhrase phrase)
{
  return phrase.end <= phrase.first;
}

/* The subject that ends before the verb at @at. */
RapPhrase            rap_phrase_before      (GArray *words,
                                             guint   at);
/* The noun phrase that begins at @at. */
RapPhrase            rap_phrase_from        (GArray *words,
                                             guint   at);
/* The subject with which the clause begins that holds @at. */
RapPhrase            rap_phrase_opening     (GArray *words,
                                             guint   at);

G_END_DECLS
