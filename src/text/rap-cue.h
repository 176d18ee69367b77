/* rap-cue.h
 *
 * Who says so, by the words around a passage: the cue (a verb or phrase of
 * reporting), the source next to it, the agencies it came through; and how
 * firmly and when, by the words inside it. After the source–cue–content scheme
 * of PARC 3.0 (Pareti 2016); values of certainty and polarity after FactBank
 * (Saurí and Pustejovsky 2009). The word lists and the rules are our own.
 *
 * Everything here is a guess for the analyst to judge. Offsets are code points
 * of the text that is given; give an excerpt (rap-excerpt.h) of a long one.
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"
#include "rap-vocabulary.h"

G_BEGIN_DECLS

/* What the cue makes of what is said. */
typedef enum
{
  RAP_FORCE_SAID,       /* "said", "stressed", "announced": CT+ */
  RAP_FORCE_DENIED,     /* "denied", "rejected": CT- */
  RAP_FORCE_LIKELY,     /* "expects", "believes": PR+ */
  RAP_FORCE_POSSIBLE,   /* "speculated", "hinted": PS+ */
  RAP_FORCE_OPEN,       /* "asked", "called for", "hoped": Uu */
} RapCueForce;

typedef enum
{
  RAP_SOURCE_NONE,
  RAP_SOURCE_NAME,      /* a known name stands in it */
  RAP_SOURCE_ROLE,      /* "the defence minister", or a name nobody knows yet */
  RAP_SOURCE_PRONOUN,   /* "he" */
  RAP_SOURCE_UNNAMED,   /* "sources", "officials" */
} RapSourceKind;

/**
 * RapNamedPlace: a known name in the text
 * @range: where
 * @id: whose; borrowed
 * @kind: an outlet is whom one has it from; a person is found anywhere in a source, others only where it ends
 */
typedef struct
{
  RapRange      range;
  const char   *id;
  RapEntityKind kind;
} RapNamedPlace;

/**
 * RapCueOutlet: an agency or outlet that the text says it has it from
 * @range: where it stands
 * @id: of the known name, borrowed from what was given; NULL when nobody knows it yet
 * @name: its usual name, static, when @id is NULL
 */
typedef struct
{
  RapRange    range;
  const char *id;
  const char *name;
} RapCueOutlet;

#define RAP_CUE_MAX_OUTLETS 4

/**
 * RapCue:
 * @n_cues: 0 when no cue was found; 2 when it stands around the source ("quoted … as saying"). Without a source the
 *   word of hearsay ("reportedly") is one.
 * @form: the reporting words in small letters, static; NULL when there are none
 * @source: empty when there is none
 * @name: index of the source's name among those given, or -1
 * @last_name: index of who spoke last before the passage, or -1: who a pronoun may mean
 * @complement: the passage without the words that report it
 * @hearsay: "reportedly", "sources say": somebody unnamed stands behind it
 * @outlets: of its sentence, nearest to the speaker first
 * @earlier: the outlet that was last named before as the one who reports; neither id nor name when there is none
 * @is_outlet: the source is an outlet that quotes nobody; it is the first of @outlets
 * @is_quoted: the passage stands in quotation marks
 */
typedef struct
{
  RapRange      cues[2];
  guint         n_cues;
  const char   *form;
  RapCueForce   force;
  RapRange      source;
  RapSourceKind source_kind;
  int           name;
  int           last_name;
  RapRange      complement;
  gboolean      hearsay;
  RapCueOutlet  outlets[RAP_CUE_MAX_OUTLETS];
  guint         n_outlets;
  RapCueOutlet  earlier;
  gboolean      is_outlet;
  gboolean      is_quoted;
} RapCue;

/* Whether there is a list of reporting words for the language (a BCP 47 tag;
 * NULL is taken for English). Without one, that no cue was found says nothing. */
gboolean rap_cue_knows  (const char          *language);

/**
 * rap_cue_find:
 * @text: a paragraph or some; NUL-terminated
 * @content: the passage in it
 * @names: (array length=n_names): known names in @text, by start
 * @found: (out)
 *
 * Looks in the passage itself, then in its sentence, then, when the passage
 * is a quotation, in the sentences next to it.
 *
 * Returns: whether somebody is reported. @found is filled in either way.
 */
gboolean rap_cue_find   (const char          *text,
                         RapRange             content,
                         const char          *language,
                         const RapNamedPlace *names,
                         guint                n_names,
                         RapCue              *found);

/**
 * RapHedge: how firmly and when, by the words of the passage itself
 * @word: the word of the passage that decides certainty or polarity; empty when none does
 * @tense_known: whether the words settle the tense
 */
typedef struct
{
  RapCertainty certainty;
  RapPolarity  polarity;
  RapTense     tense;
  gboolean     tense_known;
  RapRange     word;
} RapHedge;

/* Judges @cue->complement. CT+ is the answer when nothing speaks against it. The tense of what is reported follows
 * that of the cue ("said it was"), so there only the future is settled. */
void     rap_hedge_find (const char          *text,
                         const char          *language,
                         const RapCue        *cue,
                         RapHedge            *found);

G_END_DECLS
