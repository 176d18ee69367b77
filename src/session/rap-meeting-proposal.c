/* rap-meeting-proposal.c
 *
 * What the program may suggest when a passage speaks of a meeting that the
 * project does not have: who took part and where, by the names in its sentence,
 * and when, by the date phrase in it. What the page does not say stays empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-proposal.h"

#include <string.h>

#include "rap-date-phrase.h"
#include "rap-known-names-private.h"
#include "rap-session-private.h"

#define MAX_TITLE 60   /* code points of a passage that may be a title */

/* The sentences that the passage touches. */
static RapRange
get_sentence (const RapArticle *article,
              RapRange          passage)
{
  RapRange sentence = rap_session_sentence_at (article, passage.start);
  RapRange last = rap_session_sentence_at (article, passage.end > passage.start ? passage.end - 1 : passage.start);

  sentence.end = MAX (MAX (sentence.end, last.end), passage.end);
  return sentence;
}

/* Every known name in the sentence is proposed once, in the order of the text. */
static void
propose_participants (RapMeeting *meeting,
                      RapSession *session,
                      const char *sentence)
{
  g_autoptr (GPtrArray) ids = NULL;
  RapKnownNames names;

  rap_known_names_init (&names, session, RAP_KINDS_OF_ACTORS);
  ids = rap_known_names_find (&names, sentence);
  if (ids->len > 0)
    meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (meeting->participants, rap_participant_new (ids->pdata[i], RAP_ROLE_PARTICIPANT, ""));
  rap_known_names_clear (&names);
}

/* "in": what is named after it is where, not with whom. */
static const char * const words_of_place[] = { "in", "at", "در", "في", "en", "à", NULL };
static const char * const words_of_time[] = { "on", "in", "since", "during", NULL };

/* Where the word before @offset begins, if it is one of @words; else @offset. */
static guint
take_word_before (const char         *sentence,
                  guint               offset,
                  const char * const *words)
{
  g_autofree char *before = g_utf8_substring (sentence, 0, offset);
  g_autofree char *small = NULL;
  const char *space, *word;

  g_strchomp (before);
  space = strrchr (before, ' ');
  word = space != NULL ? space + 1 : before;
  small = g_utf8_strdown (word, -1);
  return g_strv_contains (words, small) ? (guint) g_utf8_strlen (before, word - before) : offset;
}

static void
propose_place (RapMeeting *meeting,
               RapSession *session,
               const char *sentence)
{
  g_autoptr (GArray) hits = NULL;
  RapKnownNames names;
  const RapKnownName *known;

  rap_known_names_init (&names, session, RAP_KINDS_OF_PLACES);
  known = &g_array_index (names.known, RapKnownName, 0);
  hits = rap_find_names (sentence, known, names.known->len);
  for (guint i = 0; i < hits->len && meeting->place == NULL; i++)
    {
      const RapNameHit *hit = &g_array_index (hits, RapNameHit, i);

      if (take_word_before (sentence, hit->range.start, words_of_place) != hit->range.start)
        rap_set_string (&meeting->place, known[hit->index].id);
    }
  rap_known_names_clear (&names);
}

/* The first date that the passage gives, else the first of its sentence; NULL
 * when there is none that can be read. */
static const RapDateHit *
choose_date (GArray   *hits,
             RapRange  passage)
{
  const RapDateHit *first = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const RapDateHit *hit = &g_array_index (hits, RapDateHit, i);

      if (hit->edtf == NULL)
        continue;
      if (rap_range_overlaps (hit->range, passage))
        return hit;
      if (first == NULL)
        first = hit;
    }
  return first;
}

static void
propose_date (RapMeetingProposal *self,
              const RapArticle   *article,
              RapRange            sentence,
              RapRange            passage,
              const char         *text)
{
  RapDateContext context = { .published = article->published };
  RapRange inner = { passage.start - sentence.start, passage.end - sentence.start };
  g_autoptr (GArray) hits = NULL;
  const RapDateHit *hit;

  if (article->language != NULL && *article->language != '\0')
    context.language = article->language;
  hits = rap_date_find (text, strlen (text), &context);
  hit = choose_date (hits, inner);
  if (hit == NULL)
    return;
  rap_set_edtf (&self->meeting->when, hit->edtf);
  self->date_phrase = g_utf8_substring (text, take_word_before (text, hit->range.start, words_of_time), hit->range.end);
  if (hit->anchor == RAP_DATE_ANCHOR_PUBLICATION)
    self->date_anchor = rap_edtf_ref (article->published);
}

static RapMeetingProposal *
propose (RapSession       *session,
         const RapArticle *article,
         RapRange          passage)
{
  RapMeetingProposal *self = g_new0 (RapMeetingProposal, 1);
  RapRange sentence = get_sentence (article, passage);
  g_autofree char *text = rap_text_slice (article->text, sentence);

  self->meeting = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));
  propose_participants (self->meeting, session, text);
  propose_place (self->meeting, session, text);
  propose_date (self, article, sentence, passage, text);
  return self;
}

/* "Mohammad Bagheri, Qamar Javed Bajwa" (transfer full) */
static char *
join_names (RapSession       *session,
            const RapMeeting *meeting)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; meeting->participants != NULL && i < meeting->participants->len; i++)
    {
      const RapParticipant *one = meeting->participants->pdata[i];
      g_autofree char *name = rap_session_get_name (session, RAP_KIND_ENTITY, one->entity);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

RapMeetingProposal *
rap_meeting_proposal_new (RapSession       *session,
                          const RapArticle *article,
                          RapRange          passage)
{
  RapMeetingProposal *self;
  g_autofree char *words = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  self = propose (session, article, passage);
  words = rap_text_slice (article->text, passage);
  g_strstrip (g_strdelimit (words, "\n\t", ' '));
  names = join_names (session, self->meeting);
  rap_set_string (&self->meeting->title, rap_range_length (passage) <= MAX_TITLE ? words : names);
  return self;
}

void
rap_meeting_proposal_free (RapMeetingProposal *self)
{
  g_object_unref (self->meeting);
  g_free (self->date_phrase);
  g_clear_pointer (&self->date_anchor, rap_edtf_unref);
  g_free (self);
}

RapMeeting *
rap_session_propose_meeting (RapSession       *self,
                             const RapArticle *article,
                             const RapRange   *ranges,
                             guint             n_ranges)
{
  g_autoptr (RapMeetingProposal) proposal = NULL;
  RapRange hull = { 0, 0 };

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  if (n_ranges > 0)
    hull = (RapRange) { ranges[0].start, ranges[n_ranges - 1].end };
  proposal = propose (self, article, hull);
  return g_object_ref (proposal->meeting);
}
