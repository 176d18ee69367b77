/* rap-hedge.c
 *
 * How firmly a passage is said and of what time it speaks, by its own words and
 * the force of its cue: the cue decides when it does more than say. A passage
 * of several sentences says several things, so only a single one is judged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-private.h"

typedef struct
{
  GArray *words;
  guint   first;
  guint   end;
} Piece;

/* A capital "May" is a month; "possible threats" and "the expected rise" hedge nothing, "it is possible that" does. */
static gboolean
is_meant (const Piece *piece,
          guint        at)
{
  static const char *const adjectives[] = { "possible", "expected", "probable", "doubtful", NULL };
  static const char *const leads[] = { "is", "are", "was", "were", "be", "been", "it's", NULL };
  const RapCueWord *word = rap_cue_word (piece->words, at);

  if (word->capital && g_str_equal (word->folded, "may"))
    return FALSE;
  if (!g_strv_contains (adjectives, word->folded))
    return TRUE;
  if (at > piece->first && g_strv_contains (leads, rap_cue_word (piece->words, at - 1)->folded))
    return TRUE;
  return at + 1 < piece->end && (g_str_equal (rap_cue_word (piece->words, at + 1)->folded, "that")
                                 || g_str_equal (rap_cue_word (piece->words, at + 1)->folded, "to"));
}

/* The first word of one of @kinds, else @end. */
static guint
find_kind (const Piece *piece,
           guint        kinds)
{
  for (guint i = piece->first; i < piece->end; i++)
    if ((rap_cue_word (piece->words, i)->kinds & kinds) != 0 && is_meant (piece, i))
      return i;
  return piece->end;
}

static gboolean
is_before (const Piece *piece,
           guint        at,
           const char  *folded)
{
  return at > piece->first && g_str_equal (rap_cue_word (piece->words, at - 1)->folded, folded);
}

static gboolean
is_after (const Piece *piece,
          guint        at,
          const char  *folded)
{
  return at + 1 < piece->end && g_str_equal (rap_cue_word (piece->words, at + 1)->folded, folded);
}

/* "not only", "whether or not" deny nothing; two negations may cancel each other. */
static guint
find_negation (const Piece *piece)
{
  guint at = find_kind (piece, RAP_WORD_NEGATION);
  Piece rest = { piece->words, at + 1, piece->end };

  if (at == piece->end || is_after (piece, at, "only") || is_before (piece, at, "or")
      || (at + 1 < piece->end && find_kind (&rest, RAP_WORD_NEGATION) < piece->end))
    return piece->end;
  return at;
}

/* What stands before the passage can take it back: "whether …", "it is possible that …". Its kind, or 0. */
static guint
find_lead (GArray *words,
           guint   first)
{
  const guint hedges = RAP_WORD_LIKELY | RAP_WORD_UNLIKELY | RAP_WORD_POSSIBLE;
  const char *last;

  if (first == 0 || rap_cue_word (words, first)->gap != 0)
    return 0;
  last = rap_cue_word (words, first - 1)->folded;
  if (g_str_equal (last, "whether"))
    return RAP_WORD_CONDITION;
  if (first > 1 && g_str_equal (last, "that"))
    return rap_cue_word (words, first - 2)->kinds & hedges;
  return 0;
}

/* "as if", "even if", "should … if": a condition makes no claim. */
static guint
find_open (const Piece *piece)
{
  guint condition = find_kind (piece, RAP_WORD_CONDITION);
  guint demand = find_kind (piece, RAP_WORD_DEMAND);

  if (condition < piece->end && !is_before (piece, condition, "as") && !is_before (piece, condition, "even"))
    return condition;
  return demand;
}

/* The question mark after the last word of the text is followed by no word. */
static gboolean
ends_with_question (const char *text,
                    RapRange    passage)
{
  const char *end = g_utf8_offset_to_pointer (text, passage.end);

  for (guint i = 0; i < 3 && end > text; i++)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      if (c == '?' || c == 0x61f)
        return TRUE;
      if (g_unichar_isalnum (c))
        return FALSE;
    }
  return FALSE;
}

/* "worked", but not "armed forces"; a participle after "have" or "to" settles nothing. */
static gboolean
looks_past (const RapCueWord *word)
{
  static const char *const others[] = { "armed", "united", "need", "indeed", "speed", "advanced", "limited", "related", "detailed", NULL };

  return !word->capital && g_str_has_suffix (word->folded, "ed") && !g_strv_contains (others, word->folded);
}

/* The kind of the first verb that shows the tense, or 0. In the author's own words a word in -ed is one. */
static guint
find_tense (const Piece *piece,
            gboolean     own_words)
{
  static const char *const unsettled[] = { "have", "has", "having", NULL };

  for (guint i = piece->first; i < piece->end; i++)
    {
      const RapCueWord *word = rap_cue_word (piece->words, i);
      guint kinds = word->kinds & (RAP_WORD_FUTURE | RAP_WORD_PAST | RAP_WORD_PRESENT);

      if (g_strv_contains (unsettled, word->folded))
        return 0;
      if (kinds != 0)
        return kinds;
      if (own_words && i > piece->first && looks_past (word))
        return RAP_WORD_PAST;
    }
  return 0;
}

static void
set_tense (const Piece  *piece,
           const RapCue *cue,
           gboolean      analysed,
           RapHedge     *found)
{
  guint kinds = find_tense (piece, analysed && cue->form == NULL && !cue->is_quoted);

  if (cue->form != NULL && !cue->is_quoted && (kinds & RAP_WORD_FUTURE) == 0)
    return;
  found->tense_known = kinds != 0;
  found->tense = (kinds & RAP_WORD_FUTURE) != 0 ? RAP_TENSE_FUTURE
                 : (kinds & RAP_WORD_PAST) != 0 ? RAP_TENSE_PAST : RAP_TENSE_PRESENT;
}

static void
commit_to (RapHedge    *found,
           const Piece *piece,
           guint        at,
           RapCertainty certainty,
           RapPolarity  polarity)
{
  found->certainty = certainty;
  found->polarity = polarity;
  if (at < piece->end)
    found->word = rap_cue_word (piece->words, at)->range;
}

/* What the words of the passage make of it, the loudest first. */
static void
judge_words (const Piece *piece,
             guint        lead,
             gboolean     question,
             RapHedge    *found)
{
  guint negation = find_negation (piece);
  RapPolarity polarity = negation < piece->end ? RAP_POLARITY_NEGATIVE : RAP_POLARITY_POSITIVE;
  guint open = find_open (piece);
  guint unlikely = find_kind (piece, RAP_WORD_UNLIKELY);
  guint likely = find_kind (piece, RAP_WORD_LIKELY);
  guint possible = find_kind (piece, RAP_WORD_POSSIBLE);

  if (open < piece->end || question || (lead & RAP_WORD_CONDITION) != 0)
    commit_to (found, piece, open, RAP_CERTAINTY_U, RAP_POLARITY_UNKNOWN);
  else if (unlikely < piece->end || (lead & RAP_WORD_UNLIKELY) != 0)
    commit_to (found, piece, unlikely, RAP_CERTAINTY_PR, RAP_POLARITY_NEGATIVE);
  else if (likely < piece->end || (lead & RAP_WORD_LIKELY) != 0)
    commit_to (found, piece, likely, RAP_CERTAINTY_PR, polarity);
  else if (possible < piece->end || (lead & RAP_WORD_POSSIBLE) != 0)
    commit_to (found, piece, possible, RAP_CERTAINTY_PS, polarity);
  else if (negation < piece->end)
    commit_to (found, piece, negation, RAP_CERTAINTY_CT, polarity);
}

static void
judge_force (RapCueForce force,
             RapHedge   *found)
{
  static const struct { RapCertainty certainty; RapPolarity polarity; } forces[] = {
    [RAP_FORCE_SAID] = { RAP_CERTAINTY_CT, RAP_POLARITY_POSITIVE },
    [RAP_FORCE_DENIED] = { RAP_CERTAINTY_CT, RAP_POLARITY_NEGATIVE },
    [RAP_FORCE_LIKELY] = { RAP_CERTAINTY_PR, RAP_POLARITY_POSITIVE },
    [RAP_FORCE_POSSIBLE] = { RAP_CERTAINTY_PS, RAP_POLARITY_POSITIVE },
    [RAP_FORCE_OPEN] = { RAP_CERTAINTY_U, RAP_POLARITY_UNKNOWN },
  };

  found->certainty = forces[force].certainty;
  found->polarity = forces[force].polarity;
}

static gboolean
is_one_sentence (const Piece *piece)
{
  for (guint i = piece->first + 1; i < piece->end; i++)
    if ((rap_cue_word (piece->words, i)->gap & RAP_GAP_STOP) != 0)
      return FALSE;
  return piece->end > piece->first;
}

/* The words of @range among @words. */
static Piece
find_piece (GArray  *words,
            RapRange range)
{
  Piece piece = { words, 0, 0 };

  while (piece.first < words->len && rap_cue_word (words, piece.first)->range.end <= range.start)
    piece.first++;
  piece.end = piece.first;
  while (piece.end < words->len && rap_cue_word (words, piece.end)->range.start < range.end)
    piece.end++;
  return piece;
}

void
rap_hedge_find (const char   *text,
                const char   *language,
                const RapCue *cue,
                RapHedge     *found)
{
  const RapCueLexicon *lexicon = rap_cue_lexicon_get (language);
  g_autoptr (GArray) words = NULL;
  Piece piece;

  g_return_if_fail (text != NULL && cue != NULL && found != NULL);

  *found = (RapHedge) { RAP_CERTAINTY_CT, RAP_POLARITY_POSITIVE, RAP_TENSE_PRESENT, FALSE, { 0, 0 } };
  judge_force (cue->force, found);
  if (lexicon == NULL)
    return;
  words = rap_cue_words_cut (text, lexicon);
  piece = find_piece (words, cue->complement);
  if (!is_one_sentence (&piece))
    return;
  if (cue->force == RAP_FORCE_SAID)
    judge_words (&piece, find_lead (words, piece.first), ends_with_question (text, cue->complement), found);
  set_tense (&piece, cue, lexicon->analysed, found);
}
