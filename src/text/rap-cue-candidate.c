/* rap-cue-candidate.c
 *
 * Every place of a text where somebody may be reported: a form of the list with
 * a subject before it, or after it when it is turned round ("said Bagheri").
 * What lacks both is no report ("the announced plan") and left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-candidate-private.h"

#include <string.h>

#define REACH_OF_REST 3    /* words between "called" and "for" */
#define REACH_OF_NAME 4    /* words between a cue and a name, where noun phrases are not analysed */

/**
 * Search:
 * @found: (element-type RapCueCandidate): so far, in the order of the text
 */
typedef struct
{
  GArray              *words;
  const RapCueLexicon *lexicon;
  const RapNamedPlace *names;
  guint                n_names;
  GArray              *found;
} Search;

static const RapPhrase none = { 0, 0 };

/* Whether a sentence ends between the words @first and @last. */
static gboolean
have_stop_between (GArray *words,
                   guint   first,
                   guint   last)
{
  for (guint i = first + 1; i <= last && i < words->len; i++)
    if ((rap_cue_word (words, i)->gap & (RAP_GAP_STOP | RAP_GAP_PARAGRAPH)) != 0)
      return TRUE;
  return FALSE;
}

static RapCueWord *
word_at (Search *self,
         guint   i)
{
  return rap_cue_word (self->words, i);
}

static gboolean
is_word (Search     *self,
         guint       i,
         const char *folded)
{
  return i < self->words->len && g_str_equal (word_at (self, i)->folded, folded);
}

/* Whether @rest follows @at within a few words; @end (out): after it. */
static gboolean
match_rest (Search     *self,
            guint       at,
            const char *rest,
            guint      *end)
{
  g_auto (GStrv) parts = g_strsplit (rest, " ", -1);
  guint n = g_strv_length (parts);

  for (guint skipped = 0; skipped <= REACH_OF_REST; skipped++)
    {
      guint i = 0;

      while (i < n && at + skipped + i < self->words->len && !rap_cue_word_is_parted (self->words, at + skipped + i))
        {
          g_autofree char *part = rap_cue_fold (parts[i], strlen (parts[i]));

          if (!is_word (self, at + skipped + i, part))
            break;
          i++;
        }
      if (i == n)
        {
          *end = at + skipped + n;
          return TRUE;
        }
    }
  return FALSE;
}

/* The entry whose words stand at @at; NULL when there is none. */
static const RapCueForm *
match_form (Search *self,
            guint   at,
            guint  *end)
{
  GArray *forms = rap_cue_lexicon_forms (self->lexicon, word_at (self, at)->folded);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const RapCueForm *form = &g_array_index (forms, RapCueForm, i);

      *end = at + 1;
      if (form->entry->rest == NULL || match_rest (self, at + 1, form->entry->rest, end))
        return form;
    }
  return NULL;
}

static RapRange
to_range (Search   *self,
          RapPhrase phrase)
{
  if (rap_phrase_is_empty (phrase))
    return (RapRange) { 0, 0 };
  return (RapRange) { word_at (self, phrase.first)->range.start, word_at (self, phrase.end - 1)->range.end };
}

/* "chief of staff of the Harbour Board" is not the board. */
static gboolean
is_belonged_to (Search   *self,
                RapPhrase phrase,
                RapRange  name)
{
  guint i = phrase.first;

  while (i < phrase.end && word_at (self, i)->range.start < name.start)
    i++;
  while (i > phrase.first && g_str_equal (word_at (self, i - 1)->folded, "the"))
    i--;
  return i > phrase.first && (g_str_equal (word_at (self, i - 1)->folded, "of")
                              || g_str_equal (word_at (self, i - 1)->folded, "for"));
}

/* A person anywhere in the phrase; others only at its end: "Iran's foreign minister" is not Iran. The last one. */
static int
find_name (Search   *self,
           RapPhrase phrase,
           gboolean  outlets)
{
  RapRange range = to_range (self, phrase);
  int name = -1;

  for (guint i = 0; i < self->n_names; i++)
    {
      const RapNamedPlace *place = &self->names[i];

      if (!rap_range_contains (range, place->range) || place->kind == RAP_ENTITY_PLACE
          || (place->kind == RAP_ENTITY_OUTLET) != outlets)
        continue;
      if (outlets || place->kind == RAP_ENTITY_PERSON
          || (place->range.end == range.end && !is_belonged_to (self, phrase, place->range)))
        name = (int) i;
    }
  return name;
}

/* An outlet that stands in the phrase, known to the project or to the list of agencies. */
static gboolean
find_outlet (Search       *self,
             RapPhrase     phrase,
             RapCueOutlet *outlet)
{
  int known = find_name (self, phrase, TRUE);

  if (known >= 0)
    {
      *outlet = (RapCueOutlet) { self->names[known].range, self->names[known].id, NULL };
      return TRUE;
    }
  for (guint i = phrase.first; i < phrase.end; i++)
    {
      guint n;
      const char *name = rap_cue_lexicon_agency (self->words, i, &n);

      if (name == NULL || i + n > phrase.end)
        continue;
      *outlet = (RapCueOutlet) { to_range (self, (RapPhrase) { i, i + n }), NULL, name };
      return TRUE;
    }
  return FALSE;
}

static RapSourceKind
judge_source (Search   *self,
              RapPhrase phrase,
              int       name)
{
  const RapCueWord *head;

  if (rap_phrase_is_empty (phrase))
    return RAP_SOURCE_NONE;
  if (name >= 0)
    return RAP_SOURCE_NAME;
  head = word_at (self, phrase.end - 1);
  if (phrase.end == phrase.first + 1 && (head->kinds & RAP_WORD_PRONOUN) != 0)
    return RAP_SOURCE_PRONOUN;
  if ((head->kinds & RAP_WORD_UNNAMED) == 0 || (head->capital && (head->gap & RAP_GAP_STOP) == 0))
    return RAP_SOURCE_ROLE;
  return RAP_SOURCE_UNNAMED;
}

/* "the agency": passes on what somebody said, whichever it is. */
static gboolean
is_press (const RapCueWord *word)
{
  static const char *const press[] = { "agency", "newspaper", "paper", "daily", "channel", "website", "broadcaster", "outlet", NULL };

  return g_strv_contains (press, word->folded);
}

static void
set_source (Search          *self,
            RapCueCandidate *candidate,
            RapPhrase        phrase)
{
  candidate->source = phrase;
  candidate->name = find_name (self, phrase, FALSE);
  candidate->is_outlet = candidate->name < 0 && find_outlet (self, phrase, &candidate->outlet);
  candidate->source_kind = candidate->is_outlet ? RAP_SOURCE_NAME : judge_source (self, phrase, candidate->name);
  if (candidate->source_kind == RAP_SOURCE_ROLE && is_press (word_at (self, phrase.end - 1)))
    candidate->is_outlet = TRUE;
}

/* Who says what is said with a participle: the subject of the sentence. */
static RapPhrase
find_subject (Search *self,
              guint   at)
{
  RapPhrase phrase = none;

  for (guint i = self->found->len; i > 0; i--)
    {
      const RapCueCandidate *before = &g_array_index (self->found, RapCueCandidate, i - 1);

      if (have_stop_between (self->words, before->cues[0].end - 1, at))
        break;
      if (!before->is_outlet)
        return before->source;
    }
  if ((word_at (self, at)->gap & (RAP_GAP_STOP | RAP_GAP_PARAGRAPH)) == 0)
    return rap_phrase_opening (self->words, at);
  /* the sentence begins with it: "Stressing the need for …, the minister invited" */
  for (guint i = at + 1; i < self->words->len && rap_phrase_is_empty (phrase) && !rap_cue_word_is_parted (self->words, i); i++)
    if ((word_at (self, i)->gap & RAP_GAP_COMMA) != 0)
      phrase = rap_phrase_from (self->words, i);
  return phrase;
}

static gboolean
is_passive (Search *self,
            guint   at)
{
  static const char *const forms[] = { "is", "are", "was", "were", "be", "been", "being", NULL };

  for (guint i = at; i > 0 && at - i < 3 && !rap_cue_word_is_parted (self->words, i); i--)
    {
      if (g_strv_contains (forms, word_at (self, i - 1)->folded))
        return TRUE;
      if ((word_at (self, i - 1)->kinds & RAP_WORD_SKIPPED) == 0)
        return FALSE;
    }
  return FALSE;
}

/* "did not say", "refused to comment": nothing is said. */
static gboolean
is_refused (Search *self,
            guint   at)
{
  static const char *const verbs[] = { "declined", "refused", "declines", "refuses", NULL };

  for (guint i = at; i > 0 && at - i < 3 && !rap_cue_word_is_parted (self->words, i); i--)
    if (g_strv_contains (verbs, word_at (self, i - 1)->folded)
        || ((word_at (self, i - 1)->kinds & RAP_WORD_NEGATION) != 0 && !is_word (self, i - 1, "no")))
      return TRUE;
  return FALSE;
}

/* "IRNA quoted Bagheri as saying", "Bagheri was quoted by IRNA as saying", "citing officials". */
static void
set_quoting (Search          *self,
             RapCueCandidate *candidate,
             guint            end,
             gboolean         passive)
{
  RapPhrase subject = rap_phrase_before (self->words, candidate->cues[0].first);
  guint at = passive && is_word (self, end, "by") ? end + 1 : end;
  RapPhrase object = passive && at == end ? none : rap_phrase_from (self->words, at);
  guint after = rap_phrase_is_empty (object) ? end : object.end;
  RapPhrase other = passive ? object : subject;

  candidate->unit = (RapPhrase) { rap_phrase_is_empty (subject) ? candidate->cues[0].first : subject.first, after };
  set_source (self, candidate, passive ? subject : object);
  if (!candidate->is_outlet)
    candidate->has_agent = find_outlet (self, other, &candidate->agent);
  if (is_word (self, after, "as") && after + 1 < self->words->len)
    {
      candidate->cues[1] = (RapPhrase) { after, after + 2 };
      candidate->unit.end = after + 2;
    }
}

/* After a quotation any verb; after a comma those that are often turned round, when nothing follows their subject:
 * "The bridge is open, said Moore." */
static RapPhrase
find_inverted (Search           *self,
               const RapCueForm *form,
               guint             at,
               guint             end)
{
  static const char *const turned[] = { "said", "says", "added", "adds", "reported", "reports", "stressed", "noted", NULL };
  guint gap = word_at (self, at)->gap;
  RapPhrase subject = none;

  if ((gap & (RAP_GAP_COMMA | RAP_GAP_QUOTE | RAP_GAP_STOP | RAP_GAP_BREAK)) != 0)
    subject = rap_phrase_from (self->words, end);
  if ((gap & (RAP_GAP_QUOTE | RAP_GAP_BREAK)) != 0 || rap_phrase_is_empty (subject))
    return subject;
  if (!g_strv_contains (turned, form->form))
    return none;
  return subject.end == self->words->len || word_at (self, subject.end)->gap != 0 ? subject : none;
}

/* "In his words", "in the words of Moore" */
static gboolean
analyse_words_of (Search          *self,
                  RapCueCandidate *candidate,
                  guint            at,
                  guint            end)
{
  static const char *const owners[] = { "his", "her", "their", NULL };
  const RapCueWord *owner = word_at (self, at + 1);

  if (is_word (self, end - 1, "of"))
    set_source (self, candidate, rap_phrase_from (self->words, end));
  else
    set_source (self, candidate, (RapPhrase) { at + 1, end - 1 });
  if (candidate->source_kind == RAP_SOURCE_ROLE && !is_word (self, end - 1, "of"))
    candidate->source_kind = g_strv_contains (owners, owner->folded) ? RAP_SOURCE_PRONOUN : RAP_SOURCE_NONE;
  candidate->unit = (RapPhrase) { at, MAX (end, candidate->source.end) };
  return candidate->source_kind != RAP_SOURCE_NONE;
}

/* "Moore, a teacher at the school by the sea told us": the words between belong to the subject, unless another verb has
 * taken it. */
static gboolean
opens_clause (Search   *self,
              RapPhrase subject)
{
  if (rap_phrase_is_empty (subject) || !rap_cue_word_is_parted (self->words, subject.first))
    return FALSE;
  return self->found->len == 0
         || g_array_index (self->found, RapCueCandidate, self->found->len - 1).source.first < subject.first;
}

/* "according to Moore", "denied by Moore": the source begins at @from. */
static void
set_following (Search          *self,
               RapCueCandidate *candidate,
               guint            at,
               guint            from)
{
  set_source (self, candidate, rap_phrase_from (self->words, from));
  candidate->unit = (RapPhrase) { at, MAX (candidate->cues[0].end, candidate->source.end) };
}

/* Subject and verb, or turned round; without either the subject of the sentence. */
static void
set_verb (Search           *self,
          RapCueCandidate  *candidate,
          const RapCueForm *form,
          guint             at,
          guint             end)
{
  gboolean participle = g_str_has_suffix (form->form, "ing");
  RapPhrase subject = participle ? none : rap_phrase_before (self->words, at);

  candidate->unit = (RapPhrase) { rap_phrase_is_empty (subject) ? at : subject.first, end };
  if (rap_phrase_is_empty (subject) && !participle)
    {
      subject = find_inverted (self, form, at, end);
      candidate->unit = (RapPhrase) { at, MAX (end, subject.end) };
    }
  if (rap_phrase_is_empty (subject))
    {
      subject = find_subject (self, at);
      candidate->unit = (RapPhrase) { !participle && opens_clause (self, subject) ? subject.first : at, end };
    }
  candidate->is_participle = participle;
  set_source (self, candidate, subject);
}

/* English. FALSE when nobody is there to have said it. */
static gboolean
analyse (Search           *self,
         RapCueCandidate  *candidate,
         const RapCueForm *form,
         guint             at,
         guint             end)
{
  static const char *const quoting[] = { "quotes", "quoted", "quoting", "cites", "cited", "citing", NULL };
  gboolean passive = is_passive (self, at) && !g_str_equal (form->form, "told");

  if (g_str_equal (form->form, "in"))
    return analyse_words_of (self, candidate, at, end);
  if (g_strv_contains (quoting, form->form))
    set_quoting (self, candidate, end, passive);
  else if (g_str_equal (form->form, "according"))
    set_following (self, candidate, at, end);
  else if (passive && !g_str_has_suffix (form->form, "ing"))
    {
      if (!is_word (self, end, "by"))
        return FALSE;
      set_following (self, candidate, at, end + 1);
    }
  else
    set_verb (self, candidate, form, at, end);
  return candidate->source_kind != RAP_SOURCE_NONE;
}

/* How many words the known name takes that begins at @at; 0: none does. */
static guint
measure_name (Search *self,
              guint   at)
{
  for (guint i = 0; i < self->n_names; i++)
    {
      guint n = 1;

      if (self->names[i].range.start != word_at (self, at)->range.start)
        continue;
      while (at + n < self->words->len && word_at (self, at + n)->range.end <= self->names[i].range.end)
        n++;
      return n;
    }
  return 0;
}

/* Other languages: the known name or the pronoun that stands nearest within the sentence. */
static gboolean
look_around (Search          *self,
             RapCueCandidate *candidate,
             guint            at,
             guint            end)
{
  RapPhrase best = none;
  guint nearest = G_MAXUINT;

  candidate->unit = (RapPhrase) { at, end };
  for (guint i = at > 24 ? at - 24 : 0; i < MIN (end + 12, self->words->len); i++)
    {
      guint gap = i < at ? at - i - 1 : i - end;
      guint n = measure_name (self, i);

      if ((i >= at && i < end) || word_at (self, i)->quotation != 0 || gap >= nearest)
        continue;
      if (n == 0 && (((word_at (self, i)->kinds & (RAP_WORD_PRONOUN | RAP_WORD_UNNAMED)) == 0) || gap >= REACH_OF_NAME))
        continue;
      if (have_stop_between (self->words, MIN (i, at), MAX (i, at)))
        continue;
      nearest = gap;
      best = (RapPhrase) { i, i + MAX (n, 1) };
    }
  set_source (self, candidate, best);
  if (!rap_phrase_is_empty (best))
    candidate->unit = (RapPhrase) { MIN (at, best.first), MAX (end, best.end) };
  return TRUE;
}

/* Forms that are often something else need a name or a pronoun; bare stems a plural. */
static gboolean
is_likely (Search                *self,
           const RapCueForm      *form,
           const RapCueCandidate *candidate)
{
  const RapCueWord *head;

  if (form->doubtful)
    return candidate->source_kind == RAP_SOURCE_NAME || candidate->source_kind == RAP_SOURCE_PRONOUN
           || !g_str_has_suffix (form->form, "s");
  if (!form->stem || candidate->is_refused)
    return TRUE;
  head = word_at (self, candidate->source.end - 1);
  return candidate->source.end <= candidate->cues[0].first
         && ((head->kinds & RAP_WORD_PRONOUN) != 0 || g_str_has_suffix (head->folded, "s")
             || (head->kinds & RAP_WORD_UNNAMED) != 0);
}

GArray *
rap_cue_candidates_find (GArray              *words,
                         const RapCueLexicon *lexicon,
                         const RapNamedPlace *names,
                         guint                n_names)
{
  Search self = { words, lexicon, names, n_names, g_array_new (FALSE, FALSE, sizeof (RapCueCandidate)) };

  for (guint i = 0; i < words->len;)
    {
      RapCueCandidate candidate = { .name = -1 };
      guint end = i + 1;
      const RapCueForm *form = rap_cue_word (words, i)->quotation == 0 ? match_form (&self, i, &end) : NULL;

      if (form != NULL)
        {
          candidate.form = form;
          candidate.cues[0] = (RapPhrase) { i, end };
          candidate.is_refused = lexicon->analysed && is_refused (&self, i);
          if ((lexicon->analysed ? analyse (&self, &candidate, form, i, end) : look_around (&self, &candidate, i, end))
              && is_likely (&self, form, &candidate))
            g_array_append_val (self.found, candidate);
          else
            end = i + 1;
        }
      i = end;
    }
  return self.found;
}
