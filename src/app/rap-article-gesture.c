/* rap-article-gesture.c
 *
 * From a passage to a committed group of edits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-gesture.h"

/* Commits and hands out the id of @record. */
static gboolean
commit (RapSession  *session,
        RapEdits    *edits,
        RapRecord   *record,
        char       **id,
        GError     **error)
{
  if (!rap_session_commit (session, edits, error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (record->id);
  return TRUE;
}

static gboolean
set_passage (RapArticle  *article,
             RapRange     passage,
             char       **member,
             RapAnchor  **anchor,
             GError     **error)
{
  rap_set_string (member, RAP_RECORD (article)->id);
  *anchor = rap_anchor_new (article->text, &passage, 1);
  if (*anchor == NULL)
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, "the passage is empty");
  return *anchor != NULL;
}

gboolean
rap_gesture_tag_claim (RapSession  *session,
                       RapArticle  *article,
                       RapRange     passage,
                       char       **id,
                       GError     **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Tag claim"));
  g_autoptr (RapClaim) claim = rap_session_propose_claim (session, article, &passage, 1);

  rap_edits_insert (edits, RAP_RECORD (claim));
  return commit (session, edits, RAP_RECORD (claim), id, error);
}

static gboolean
has_name (RapEntity  *entity,
          const char *name)
{
  if (g_utf8_collate (entity->name, name) == 0)
    return TRUE;
  for (guint i = 0; entity->names != NULL && i < entity->names->len; i++)
    if (g_utf8_collate (((RapName *) entity->names->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
add_alias (RapEntity  *entity,
           const char *name,
           const char *language)
{
  if (entity->names == NULL)
    entity->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  g_ptr_array_add (entity->names, rap_name_new (name, language, RAP_NAME_ALIAS));
}

/* One line, without surrounding space: what may stand as a name. */
static char *
read_name (RapArticle *article,
           RapRange    passage)
{
  char *name = rap_text_slice (article->text, passage);

  return g_strstrip (g_strdelimit (name, "\n\t", ' '));
}

static void
add_entity (RapEdits   *edits,
            RapEntity  *entity,
            const char *name,
            const char *language)
{
  gboolean is_new = !RAP_RECORD (entity)->sealed;

  if (has_name (entity, name))
    {
      if (is_new)
        rap_edits_insert (edits, RAP_RECORD (entity));
    }
  else if (is_new)
    {
      add_alias (entity, name, language);
      rap_edits_insert (edits, RAP_RECORD (entity));
    }
  else
    {
      g_autoptr (RapEntity) after = RAP_ENTITY (rap_record_copy (RAP_RECORD (entity)));

      add_alias (after, name, language);
      rap_edits_replace (edits, RAP_RECORD (entity), RAP_RECORD (after));
    }
}

gboolean
rap_gesture_tag_mention (RapSession  *session,
                         RapArticle  *article,
                         RapRange     passage,
                         RapEntity   *entity,
                         char       **id,
                         GError     **error)
{
  g_autofree char *label = g_strdup_printf ("Mark mention of %s", entity->name);
  g_autofree char *name = read_name (article, passage);
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapMention) mention = RAP_MENTION (rap_record_new (RAP_KIND_MENTION));

  if (!set_passage (article, passage, &mention->article, &mention->anchor, error))
    return FALSE;
  rap_set_string (&mention->entity, RAP_RECORD (entity)->id);
  add_entity (edits, entity, name, article->language);
  rap_edits_insert (edits, RAP_RECORD (mention));
  return commit (session, edits, RAP_RECORD (mention), id, error);
}

gboolean
rap_gesture_tag_code (RapSession  *session,
                      RapArticle  *article,
                      RapRange     passage,
                      RapCode     *code,
                      char       **id,
                      GError     **error)
{
  g_autofree char *label = g_strdup_printf ("Code passage as %s", code->name);
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapCoding) coding = RAP_CODING (rap_record_new (RAP_KIND_CODING));

  if (!set_passage (article, passage, &coding->article, &coding->anchor, error))
    return FALSE;
  rap_set_string (&coding->code, RAP_RECORD (code)->id);
  rap_edits_insert (edits, RAP_RECORD (coding));
  return commit (session, edits, RAP_RECORD (coding), id, error);
}

static gboolean
has_link (RapClaim   *claim,
          const char *meeting,
          RapAspect   aspect)
{
  for (guint i = 0; claim->meetings != NULL && i < claim->meetings->len; i++)
    {
      RapClaimMeeting *link = claim->meetings->pdata[i];

      if (g_strcmp0 (link->meeting, meeting) == 0 && link->aspect == aspect)
        return TRUE;
    }
  return FALSE;
}

static void
add_claim_link (RapEdits   *edits,
                RapClaim   *claim,
                RapMeeting *meeting,
                RapAspect   aspect,
                const char *value)
{
  const char *id = RAP_RECORD (meeting)->id;
  g_autoptr (RapClaim) after = NULL;

  if (claim == NULL || has_link (claim, id, aspect))
    return;
  after = RAP_CLAIM (rap_record_copy (RAP_RECORD (claim)));
  if (after->meetings == NULL)
    after->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
  g_ptr_array_add (after->meetings,
                   rap_claim_meeting_new (id, aspect, value != NULL && *value != '\0' ? value : NULL));
  rap_edits_replace (edits, RAP_RECORD (claim), RAP_RECORD (after));
}

gboolean
rap_gesture_link_meeting (RapSession  *session,
                          RapArticle  *article,
                          RapRange     passage,
                          RapMeeting  *meeting,
                          GPtrArray   *made,
                          RapAspect    aspect,
                          RapClaim    *claim,
                          const char  *value,
                          char       **id,
                          GError     **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Link meeting"));
  g_autoptr (RapEvidence) evidence = RAP_EVIDENCE (rap_record_new (RAP_KIND_EVIDENCE));

  if (!set_passage (article, passage, &evidence->article, &evidence->anchor, error))
    return FALSE;
  rap_set_string (&evidence->meeting, RAP_RECORD (meeting)->id);
  evidence->aspect = aspect;
  for (guint i = 0; made != NULL && i < made->len; i++)
    rap_edits_insert (edits, g_ptr_array_index (made, i));
  if (!RAP_RECORD (meeting)->sealed)
    rap_edits_insert (edits, RAP_RECORD (meeting));
  rap_edits_insert (edits, RAP_RECORD (evidence));
  add_claim_link (edits, claim, meeting, aspect, value);
  return commit (session, edits, RAP_RECORD (evidence), id, error);
}

gboolean
rap_gesture_relate (RapSession       *session,
                    const char       *from,
                    const char       *to,
                    RapRelationKind   kind,
                    const char       *note,
                    char            **id,
                    GError          **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Relate claims"));
  g_autoptr (RapRelation) relation = RAP_RELATION (rap_record_new (RAP_KIND_RELATION));

  relation->kind = kind;
  rap_set_string (&relation->from, from);
  rap_set_string (&relation->to, to);
  rap_set_string (&relation->note, note);
  rap_edits_insert (edits, RAP_RECORD (relation));
  return commit (session, edits, RAP_RECORD (relation), id, error);
}

static RapAnchor **
get_anchor_member (RapRecord     *record,
                   RapAnchorPart  part)
{
  switch ((int) rap_record_get_kind (record))
    {
    case RAP_KIND_CLAIM:
      return part == RAP_ANCHOR_CUE      ? &RAP_CLAIM (record)->cue
             : part == RAP_ANCHOR_SOURCE ? &RAP_CLAIM (record)->source
                                         : &RAP_CLAIM (record)->content;
    case RAP_KIND_MENTION:
      return &RAP_MENTION (record)->anchor;
    case RAP_KIND_EVIDENCE:
      return &RAP_EVIDENCE (record)->anchor;
    case RAP_KIND_CODING:
      return &RAP_CODING (record)->anchor;
    default:
      g_return_val_if_reached (NULL);
    }
}

RapRecord *
rap_gesture_with_anchor (RapArticle     *article,
                         RapRecord      *record,
                         RapAnchorPart   part,
                         const RapRange *ranges,
                         guint           n_ranges)
{
  g_autoptr (RapAnchor) anchor = rap_anchor_new (article->text, ranges, n_ranges);
  RapRecord *after;

  if (anchor == NULL)
    return NULL;
  after = rap_record_copy (record);
  rap_set_anchor (get_anchor_member (after, part), anchor);
  return after;
}

static const char *
name_change (RapRecord     *record,
             RapAnchorPart  part)
{
  if (part == RAP_ANCHOR_CUE)
    return N_("Set cue");
  if (part == RAP_ANCHOR_SOURCE)
    return N_("Set source");
  return rap_record_get_kind (record) == RAP_KIND_CLAIM ? N_("Change passage of claim") : N_("Change passage");
}

gboolean
rap_gesture_set_anchor (RapSession      *session,
                        RapArticle      *article,
                        RapRecord       *record,
                        RapAnchorPart    part,
                        const RapRange  *ranges,
                        guint            n_ranges,
                        GError         **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (name_change (record, part));
  g_autoptr (RapRecord) after = rap_gesture_with_anchor (article, record, part, ranges, n_ranges);

  if (after == NULL)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, "the passage is empty");
      return FALSE;
    }
  rap_edits_replace (edits, record, after);
  return rap_session_commit (session, edits, error);
}

static const char *
name_deletion (RapRecord *record)
{
  switch ((int) rap_record_get_kind (record))
    {
    case RAP_KIND_CLAIM:
      return N_("Delete claim");
    case RAP_KIND_MENTION:
      return N_("Delete mention");
    case RAP_KIND_EVIDENCE:
      return N_("Unlink meeting");
    default:
      return N_("Delete coding");
    }
}

gboolean
rap_gesture_delete (RapSession  *session,
                    RapRecord   *record,
                    char       **label,
                    GError     **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (name_deletion (record));

  if (!rap_session_add_deletion (session, edits, record, NULL, error) ||
      !rap_session_commit (session, edits, error))
    return FALSE;
  *label = g_strdup (edits->label);
  return TRUE;
}
