/* rap-cue.c
 *
 * Chooses among the places where somebody may be reported the one that reports
 * a passage: next to it, else in it, else in its sentence, else, for a
 * quotation, in the sentence before. Outlets are whom one has it from; they
 * speak themselves only where nobody else does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-candidate-private.h"

#define NOT_THIS G_MAXUINT
#define NEXT_TO 2          /* words between a passage and what reports it after it */
#define OPENING_PARTICIPLE 200   /* "Hailing the ferry, the minister hoped": the verb comes before it */

/**
 * Setting: where the passage stands, in words
 * @passage: its own words
 * @whole: with the rest of its quotation
 * @sentence: the sentences of @whole
 */
typedef struct
{
  GArray   *words;
  RapPhrase passage;
  RapPhrase whole;
  RapPhrase sentence;
  gboolean  quoted;
} Setting;

static RapPhrase
find_words (GArray  *words,
            RapRange range)
{
  RapPhrase phrase = { 0, 0 };
  guint i = 0;

  while (i < words->len && rap_cue_word (words, i)->range.end <= range.start)
    i++;
  phrase.first = phrase.end = i;
  while (phrase.end < words->len && rap_cue_word (words, phrase.end)->range.start < range.end)
    phrase.end++;
  return phrase;
}

static gboolean
set_scene (Setting *self,
           GArray  *words,
           RapRange content)
{
  guint first, last;

  self->words = words;
  self->passage = find_words (words, content);
  if (rap_phrase_is_empty (self->passage))
    return FALSE;
  self->whole = self->passage;
  first = rap_cue_word (words, self->passage.first)->quotation;
  last = rap_cue_word (words, self->passage.end - 1)->quotation;
  self->quoted = first != 0 && first == last;
  while (first != 0 && self->whole.first > 0 && rap_cue_word (words, self->whole.first - 1)->quotation == first)
    self->whole.first--;
  while (last != 0 && self->whole.end < words->len && rap_cue_word (words, self->whole.end)->quotation == last)
    self->whole.end++;
  self->sentence = self->whole;
  while (self->sentence.first > 0 && (rap_cue_word (words, self->sentence.first)->gap & RAP_GAP_STOP) == 0)
    self->sentence.first--;
  while (self->sentence.end < words->len && (rap_cue_word (words, self->sentence.end)->gap & RAP_GAP_STOP) == 0)
    self->sentence.end++;
  return TRUE;
}

/* After the passage: “…,” he said. After a question the sentence has ended already. */
static guint
cost_after (const Setting         *self,
            const RapCueCandidate *candidate)
{
  guint gap = candidate->unit.first - self->whole.end;
  guint marks = rap_cue_word (self->words, candidate->unit.first)->gap;

  if (self->quoted && gap == 0 && candidate->unit.first == self->sentence.end && (marks & RAP_GAP_ASKED) != 0
      && (marks & RAP_GAP_PARAGRAPH) == 0)
    return 0;
  if (candidate->cues[0].end > self->sentence.end || candidate->unit.first < self->whole.end || candidate->is_participle)
    return NOT_THIS;
  if (gap <= NEXT_TO && (marks & (RAP_GAP_COMMA | RAP_GAP_QUOTE)) != 0)
    return self->quoted ? gap : gap + 2;
  if ((marks & RAP_GAP_COMMA) != 0 && candidate->unit.end == self->sentence.end)
    return 6 + gap;
  return candidate->source.first > candidate->cues[0].first && !self->quoted ? 6 + gap : NOT_THIS;
}

/* Before it: he said that …; another quotation between belongs to that cue. */
static guint
cost_before (const Setting         *self,
             const RapCueCandidate *candidate)
{
  guint end = MIN (candidate->unit.end, self->whole.first);
  guint cost = self->whole.first - end;

  for (guint i = end; i < self->whole.first; i++)
    if (rap_cue_word (self->words, i)->quotation != 0)
      return self->quoted ? cost + 20 : cost + 8;
  return cost;
}

static guint
find_cost (const Setting         *self,
           const RapCueCandidate *candidate)
{
  guint first = candidate->cues[0].first;

  if (first >= self->whole.end)
    return cost_after (self, candidate);
  if (first < self->sentence.first)
    return NOT_THIS;
  if (candidate->cues[0].end <= self->whole.first)
    return cost_before (self, candidate);
  if (candidate->is_participle && first == self->sentence.first)
    return OPENING_PARTICIPLE;
  return 2 + (candidate->unit.first > self->whole.first ? candidate->unit.first - self->whole.first : 0);
}

static const RapCueCandidate *
get (GArray *candidates,
     guint   i)
{
  return &g_array_index (candidates, RapCueCandidate, i);
}

/* The cheapest; NULL when none will do. */
static const RapCueCandidate *
choose (const Setting *self,
        GArray        *candidates,
        gboolean       outlets)
{
  const RapCueCandidate *best = NULL;
  guint least = NOT_THIS;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint cost = get (candidates, i)->is_outlet == outlets ? find_cost (self, get (candidates, i)) : NOT_THIS;

      if (cost >= least)
        continue;
      least = cost;
      best = get (candidates, i);
    }
  return best;
}

/* “A,” he said. “B.”: who said A said B. */
static const RapCueCandidate *
choose_from_sentence_before (const Setting *self,
                             GArray        *candidates)
{
  guint first = self->sentence.first;
  guint before;

  if (!self->quoted || first == 0 || (rap_cue_word (self->words, first)->gap & RAP_GAP_PARAGRAPH) != 0)
    return NULL;
  before = first - 1;
  while (before > 0 && (rap_cue_word (self->words, before)->gap & RAP_GAP_STOP) == 0)
    before--;
  for (guint i = candidates->len; i > 0; i--)
    {
      const RapCueCandidate *candidate = get (candidates, i - 1);

      if (!candidate->is_outlet && candidate->cues[0].end <= first && candidate->cues[0].first >= before)
        return candidate;
    }
  return NULL;
}

static void
add_outlet (RapCue             *found,
            const RapCueOutlet *outlet)
{
  if (outlet->id == NULL && outlet->name == NULL)
    return;
  for (guint i = 0; i < found->n_outlets; i++)
    if (outlet->id != NULL ? g_strcmp0 (found->outlets[i].id, outlet->id) == 0
                           : g_strcmp0 (found->outlets[i].name, outlet->name) == 0)
      return;
  if (found->n_outlets < RAP_CUE_MAX_OUTLETS)
    found->outlets[found->n_outlets++] = *outlet;
}

/* Who quotes the source comes before who reports it. */
static void
collect_outlets (const Setting         *self,
                 GArray                *candidates,
                 const RapCueCandidate *chosen,
                 RapCue                *found)
{
  if (chosen != NULL && chosen->is_outlet)
    add_outlet (found, &chosen->outlet);
  if (chosen != NULL && chosen->has_agent)
    add_outlet (found, &chosen->agent);
  for (guint i = 0; i < candidates->len; i++)
    {
      const RapCueCandidate *candidate = get (candidates, i);

      if (candidate == chosen || !candidate->is_outlet || candidate->cues[0].first < self->sentence.first
          || candidate->cues[0].first >= self->sentence.end)
        continue;
      add_outlet (found, &candidate->outlet);
    }
}

/* What an agency reports goes on in the sentences after it. */
static void
find_earlier_outlet (const Setting *self,
                     GArray        *candidates,
                     RapCue        *found)
{
  for (guint i = 0; i < candidates->len && get (candidates, i)->cues[0].first < self->sentence.first; i++)
    {
      const RapCueCandidate *candidate = get (candidates, i);

      if (candidate->has_agent)
        found->earlier = candidate->agent;
      else if (candidate->is_outlet && (candidate->outlet.id != NULL || candidate->outlet.name != NULL))
        found->earlier = candidate->outlet;
    }
}

static RapRange
range_of (GArray   *words,
          RapPhrase phrase)
{
  if (rap_phrase_is_empty (phrase))
    return (RapRange) { 0, 0 };
  return (RapRange) { rap_cue_word (words, phrase.first)->range.start, rap_cue_word (words, phrase.end - 1)->range.end };
}

/* The passage less what reports it, when that stands at its beginning or its end. */
static RapRange
find_complement (const Setting         *self,
                 const RapCueCandidate *chosen,
                 RapRange               content)
{
  guint before, after;
  RapRange unit;

  if (chosen == NULL || chosen->cues[0].first < self->passage.first || chosen->cues[0].first >= self->passage.end)
    return content;
  unit = range_of (self->words, chosen->unit);
  before = MAX (chosen->unit.first, self->passage.first) - self->passage.first;
  after = self->passage.end - MIN (chosen->unit.end, self->passage.end);
  return after >= before ? (RapRange) { MIN (unit.end, content.end), content.end }
                         : (RapRange) { content.start, MAX (unit.start, content.start) };
}

/* Who spoke last before the passage; else the last person named before it. */
static int
find_last_name (const Setting         *self,
                GArray                *candidates,
                const RapCueCandidate *chosen,
                const RapNamedPlace   *names,
                guint                  n_names)
{
  guint limit = chosen != NULL ? MIN (chosen->cues[0].first, self->whole.first) : self->whole.first;
  guint start = rap_cue_word (self->words, self->whole.first)->range.start;
  int last = -1;

  for (guint i = candidates->len; i > 0; i--)
    if (get (candidates, i - 1)->cues[0].first < limit && get (candidates, i - 1)->name >= 0)
      return get (candidates, i - 1)->name;
  for (guint i = 0; i < n_names && names[i].range.start < start; i++)
    if (names[i].kind == RAP_ENTITY_PERSON)
      last = (int) i;
  return last;
}

/* The word of hearsay in the passage or before it in its clause; the end of the text when there is none. */
static guint
find_hearsay (const Setting *self)
{
  guint first = self->whole.first;

  while (first > self->sentence.first && rap_cue_word (self->words, first)->gap == 0)
    first--;
  for (guint i = first; i < self->whole.end; i++)
    if (rap_cue_word (self->words, i)->quotation == 0 && (rap_cue_word (self->words, i)->kinds & RAP_WORD_HEARSAY) != 0)
      return i;
  return self->words->len;
}

static void
fill_in_hearsay (const Setting         *self,
                 const RapCueCandidate *chosen,
                 RapCue                *found)
{
  guint word = find_hearsay (self);

  found->hearsay = word < self->words->len || (chosen != NULL && chosen->source_kind == RAP_SOURCE_UNNAMED);
  if (chosen != NULL || word == self->words->len)
    return;
  found->cues[0] = rap_cue_word (self->words, word)->range;
  found->n_cues = 1;
}

static void
fill_in (const Setting         *self,
         const RapCueCandidate *chosen,
         RapCue                *found)
{
  found->form = chosen->form->form;
  found->force = chosen->is_refused ? RAP_FORCE_OPEN : chosen->form->entry->force;
  found->cues[0] = range_of (self->words, chosen->cues[0]);
  found->cues[1] = range_of (self->words, chosen->cues[1]);
  found->n_cues = rap_phrase_is_empty (chosen->cues[1]) ? 1 : 2;
  found->source = range_of (self->words, chosen->source);
  found->source_kind = chosen->source_kind;
  found->name = chosen->name;
  found->is_outlet = chosen->is_outlet;
}

gboolean
rap_cue_knows (const char *language)
{
  return rap_cue_lexicon_get (language) != NULL;
}

gboolean
rap_cue_find (const char          *text,
              RapRange             content,
              const char          *language,
              const RapNamedPlace *names,
              guint                n_names,
              RapCue              *found)
{
  const RapCueLexicon *lexicon = rap_cue_lexicon_get (language);
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) candidates = NULL;
  const RapCueCandidate *chosen;
  Setting setting = { 0 };

  g_return_val_if_fail (text != NULL && found != NULL, FALSE);

  *found = (RapCue) { .name = -1, .last_name = -1, .complement = content };
  if (lexicon == NULL)
    return FALSE;
  words = rap_cue_words_cut (text, lexicon);
  if (!set_scene (&setting, words, content))
    return FALSE;
  candidates = rap_cue_candidates_find (words, lexicon, names, n_names);
  chosen = choose (&setting, candidates, FALSE);
  if (chosen == NULL)
    chosen = choose (&setting, candidates, TRUE);
  if (chosen == NULL)
    chosen = choose_from_sentence_before (&setting, candidates);
  if (chosen != NULL)
    fill_in (&setting, chosen, found);
  collect_outlets (&setting, candidates, chosen, found);
  find_earlier_outlet (&setting, candidates, found);
  found->complement = find_complement (&setting, chosen, content);
  found->last_name = find_last_name (&setting, candidates, chosen, names, n_names);
  found->is_outlet = found->is_outlet && found->n_outlets > 0;
  found->is_quoted = setting.quoted;
  fill_in_hearsay (&setting, chosen, found);
  return chosen != NULL;
}
