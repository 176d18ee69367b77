/* rap-claim-proposal.c
 *
 * Compares what the text around a claim says with what the claim has, and
 * proposes the difference. What the analyst has set is never proposed away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claim-proposal.h"

#include "rap-reading-private.h"
#include "rap-session-private.h"

static RapEntity *
make_outlet (RapClaimProposal *self,
             const char       *name)
{
  RapEntity *outlet = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));

  outlet->kind = RAP_ENTITY_OUTLET;
  rap_set_string (&outlet->name, name);
  g_ptr_array_add (self->made, outlet);
  return outlet;
}

/* The entity of an outlet that the text names: the project's, by any of its names, else a new one. */
static const char *
find_outlet (RapClaimProposal   *self,
             RapSession         *session,
             const RapCueOutlet *outlet)
{
  const char *id = outlet->id;

  if (id == NULL)
    id = rap_name_cache_find_outlet (rap_name_cache_get (session), outlet->name);
  for (guint i = 0; id == NULL && i < self->made->len; i++)
    if (g_str_equal (((RapEntity *) self->made->pdata[i])->name, outlet->name))
      id = RAP_RECORD (self->made->pdata[i])->id;
  return id != NULL ? id : RAP_RECORD (make_outlet (self, outlet->name))->id;
}

static char *
get_name (RapClaimProposal *self,
          RapSession       *session,
          const char       *id)
{
  for (guint i = 0; i < self->made->len; i++)
    if (g_str_equal (RAP_RECORD (self->made->pdata[i])->id, id))
      return g_strdup (((RapEntity *) self->made->pdata[i])->name);
  return rap_session_get_name (session, RAP_KIND_ENTITY, id);
}

/* Cue and source where the claim has none. Where nobody is reported the word that hedges is the cue. */
static void
propose_anchors (RapClaimProposal *self,
                 const RapArticle *article,
                 const RapClaim   *claim,
                 const RapReading *reading)
{
  gboolean hedged = reading->hedge.certainty != RAP_CERTAINTY_CT && !rap_range_is_empty (reading->hedge.word);

  if (claim->cue == NULL && reading->cue.n_cues > 0)
    self->cue = rap_anchor_new (article->text, reading->cue.cues, reading->cue.n_cues);
  else if (claim->cue == NULL && hedged)
    self->cue = rap_anchor_new (article->text, &reading->hedge.word, 1);
  if (claim->source == NULL && !rap_range_is_empty (reading->cue.source))
    self->source = rap_anchor_new (article->text, &reading->cue.source, 1);
  self->parts |= (self->cue != NULL ? RAP_PART_CUE : 0) | (self->source != NULL ? RAP_PART_SOURCE : 0);
}

/* An outlet that nobody knew speaks itself; a pronoun may mean who spoke last. */
static void
propose_speaker (RapClaimProposal *self,
                 RapSession       *session,
                 const RapClaim   *claim,
                 const RapReading *reading)
{
  if (claim->speaker != NULL || !reading->has_cue)
    return;
  if (reading->cue.is_outlet)
    {
      rap_set_string (&self->speaker, find_outlet (self, session, &reading->cue.outlets[0]));
      self->speaker_reason = "source";
    }
  else if (reading->speaker != NULL)
    {
      rap_set_string (&self->speaker, reading->speaker);
      self->speaker_reason = "source";
    }
  else if (reading->cue.source_kind == RAP_SOURCE_PRONOUN && reading->last_speaker != NULL)
    {
      rap_set_string (&self->speaker, reading->last_speaker);
      self->speaker_reason = "pronoun";
    }
  if (self->speaker == NULL)
    return;
  self->speaker_name = get_name (self, session, self->speaker);
  self->parts |= RAP_PART_SPEAKER;
}

static void
add_to_chain (GPtrArray  *chain,
              const char *id,
              const char *speaker)
{
  if (g_strcmp0 (id, speaker) != 0 && !g_ptr_array_find_with_equal_func (chain, id, g_str_equal, NULL))
    g_ptr_array_add (chain, g_strdup (id));
}

static char **
end_strv (GPtrArray *strings)
{
  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (strings, FALSE);
}

/* What somebody says after "the agency reported" comes from the agency too. */
static gboolean
goes_on (const RapReading *reading)
{
  const RapCueOutlet *earlier = &reading->cue.earlier;

  return reading->has_cue && reading->cue.n_outlets == 0 && (earlier->id != NULL || earlier->name != NULL);
}

/* The agencies of the text stand nearer to the speaker than what the claim has already. */
static void
propose_via (RapClaimProposal *self,
             RapSession       *session,
             const RapClaim   *claim,
             const RapReading *reading)
{
  const char *speaker = self->speaker != NULL ? self->speaker : claim->speaker;
  guint n_had = claim->via != NULL ? g_strv_length (claim->via) : 0;
  GPtrArray *chain = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *added = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reading->cue.n_outlets; i++)
    add_to_chain (chain, find_outlet (self, session, &reading->cue.outlets[i]), speaker);
  if (goes_on (reading))
    add_to_chain (chain, find_outlet (self, session, &reading->cue.earlier), speaker);
  for (guint i = 0; i < n_had; i++)
    add_to_chain (chain, claim->via[i], speaker);
  for (guint i = 0; i < chain->len; i++)
    if (n_had == 0 || !g_strv_contains ((const char *const *) claim->via, chain->pdata[i]))
      g_ptr_array_add (added, get_name (self, session, chain->pdata[i]));
  if (added->len > 0)
    self->parts |= RAP_PART_VIA;
  g_ptr_array_set_free_func (chain, NULL);
  g_ptr_array_set_free_func (added, NULL);
  self->via = end_strv (chain);
  self->via_added = end_strv (added);
}

/* Only over the values that a claim begins with. */
static void
propose_commitment (RapClaimProposal *self,
                    const RapClaim   *claim,
                    const RapReading *reading)
{
  const RapHedge *hedge = &reading->hedge;
  gboolean untouched = claim->certainty == RAP_CERTAINTY_CT && claim->polarity == RAP_POLARITY_POSITIVE;
  gboolean differs = hedge->certainty != claim->certainty || hedge->polarity != claim->polarity;

  self->certainty = hedge->certainty;
  self->polarity = hedge->polarity;
  self->tense = hedge->tense;
  if (untouched && differs)
    {
      self->parts |= RAP_PART_COMMITMENT;
      rap_set_string (&self->commitment_word, reading->cue.force != RAP_FORCE_SAID ? reading->cue.form : reading->hedge_word);
    }
  if (claim->tense == RAP_TENSE_PRESENT && hedge->tense_known && hedge->tense != RAP_TENSE_PRESENT)
    self->parts |= RAP_PART_TENSE;
  if (reading->cue.hearsay && !claim->anonymous)
    self->parts |= RAP_PART_ANONYMOUS;
}

RapClaimProposal *
rap_session_propose_parts (RapSession       *self,
                           const RapArticle *article,
                           const RapClaim   *claim)
{
  g_autoptr (RapClaimProposal) proposal = NULL;
  RapReading reading;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);
  g_return_val_if_fail (claim->content != NULL, NULL);

  proposal = g_new0 (RapClaimProposal, 1);
  proposal->made = g_ptr_array_new_with_free_func (g_object_unref);
  rap_reading_init (&reading, self, article, rap_anchor_get_hull (claim->content));
  propose_anchors (proposal, article, claim, &reading);
  propose_speaker (proposal, self, claim, &reading);
  propose_via (proposal, self, claim, &reading);
  propose_commitment (proposal, claim, &reading);
  rap_reading_clear (&reading);
  return proposal->parts != 0 ? g_steal_pointer (&proposal) : NULL;
}

void
rap_claim_proposal_free (RapClaimProposal *self)
{
  if (self == NULL)
    return;
  rap_set_anchor (&self->cue, NULL);
  rap_set_anchor (&self->source, NULL);
  g_free (self->speaker);
  g_free (self->speaker_name);
  g_free (self->commitment_word);
  g_strfreev (self->via);
  g_strfreev (self->via_added);
  g_ptr_array_unref (self->made);
  g_free (self);
}

static gboolean
needs (const RapClaimProposal *self,
       guint                   parts,
       const char             *id)
{
  if ((parts & RAP_PART_SPEAKER) != 0 && g_strcmp0 (self->speaker, id) == 0)
    return TRUE;
  return (parts & RAP_PART_VIA) != 0 && g_strv_contains ((const char *const *) self->via, id);
}

/* The chain without a speaker that is not accepted changes nothing: he never stands in it. */
static void
apply (const RapClaimProposal *self,
       RapClaim               *claim,
       guint                   parts)
{
  if ((parts & RAP_PART_CUE) != 0)
    rap_set_anchor (&claim->cue, self->cue);
  if ((parts & RAP_PART_SOURCE) != 0)
    rap_set_anchor (&claim->source, self->source);
  if ((parts & RAP_PART_SPEAKER) != 0)
    rap_set_string (&claim->speaker, self->speaker);
  if ((parts & RAP_PART_COMMITMENT) != 0)
    {
      claim->certainty = self->certainty;
      claim->polarity = self->polarity;
    }
  if ((parts & RAP_PART_TENSE) != 0)
    claim->tense = self->tense;
  if ((parts & RAP_PART_ANONYMOUS) != 0)
    claim->anonymous = TRUE;
  if ((parts & RAP_PART_VIA) != 0)
    {
      g_strfreev (claim->via);
      claim->via = g_strdupv (self->via);
    }
}

void
rap_claim_proposal_add_edits (const RapClaimProposal *self,
                              RapEdits               *edits,
                              RapClaim               *claim,
                              guint                   parts)
{
  g_autoptr (RapClaim) after = NULL;

  g_return_if_fail (self != NULL && claim != NULL);

  parts &= self->parts;
  for (guint i = 0; i < self->made->len; i++)
    if (needs (self, parts, RAP_RECORD (self->made->pdata[i])->id))
      {
        g_autoptr (RapRecord) copy = rap_record_copy (self->made->pdata[i]);

        rap_edits_insert (edits, copy);
      }
  after = RAP_CLAIM (rap_record_copy (RAP_RECORD (claim)));
  apply (self, after, parts);
  rap_edits_replace (edits, RAP_RECORD (claim), RAP_RECORD (after));
}
