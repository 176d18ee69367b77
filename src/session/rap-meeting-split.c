/* rap-meeting-split.c
 *
 * A new meeting out of a part of what speaks of another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-adoption.h"
#include "rap-meeting-merge.h"

/* Evidence and claims of the meeting that are named in @moved. (transfer full) */
static GPtrArray *
load_moved (RapSession          *session,
            const char          *id,
            const char * const  *moved,
            GError             **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  const RapKind kinds[] = { RAP_KIND_EVIDENCE, RAP_KIND_CLAIM };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) linked = rap_session_load_linked (session, kinds[k], id, 0, error);

      if (linked == NULL)
        return NULL;
      for (guint i = 0; i < linked->len; i++)
        if (g_strv_contains (moved, RAP_RECORD (linked->pdata[i])->id))
          g_ptr_array_add (chosen, g_object_ref (linked->pdata[i]));
    }
  return g_steal_pointer (&chosen);
}

static RapRecord *
move (RapRecord  *record,
      const char *from,
      const char *into)
{
  RapRecord *after = rap_record_copy (record);

  if (RAP_IS_EVIDENCE (after))
    {
      rap_set_string (&RAP_EVIDENCE (after)->meeting, into);
      return after;
    }
  for (guint i = 0; i < RAP_CLAIM (after)->meetings->len; i++)
    {
      RapClaimMeeting *link = RAP_CLAIM (after)->meetings->pdata[i];

      if (g_str_equal (link->meeting, from))
        rap_set_string (&link->meeting, into);
    }
  return after;
}

/* The date that all the claims give who give one; NULL when they differ. (transfer full) */
static RapEdtf *
agree_on_date (RapSession *session,
               GPtrArray  *moved,
               const char *id)
{
  g_autoptr (RapEdtf) agreed = NULL;

  for (guint i = 0; i < moved->len; i++)
    {
      const RapClaim *claim = RAP_IS_CLAIM (moved->pdata[i]) ? moved->pdata[i] : NULL;

      for (guint j = 0; claim != NULL && j < claim->meetings->len; j++)
        {
          const RapClaimMeeting *link = claim->meetings->pdata[j];
          g_autoptr (RapEdtf) date = NULL;

          if (link->aspect != RAP_ASPECT_DATE || link->value == NULL || !g_str_equal (link->meeting, id))
            continue;
          date = rap_session_read_date (session, claim, link->value);
          if (date == NULL || (agreed != NULL && !rap_edtf_equal (date, agreed)))
            return NULL;
          rap_set_edtf (&agreed, date);
        }
    }
  return g_steal_pointer (&agreed);
}

/* (transfer full) */
static RapMeeting *
make_part (const RapMeeting *whole,
           const char       *title,
           RapEdtf          *date)
{
  RapMeeting *part = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));

  rap_set_string (&part->title, title);
  rap_set_edtf (&part->when, date);
  part->mode = whole->mode;
  part->status = whole->status;
  if (whole->participants != NULL)
    part->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  for (guint i = 0; whole->participants != NULL && i < whole->participants->len; i++)
    {
      const RapParticipant *one = whole->participants->pdata[i];

      g_ptr_array_add (part->participants, rap_participant_new (one->entity, one->role, one->capacity));
    }
  return part;
}

RapEdits *
rap_meeting_split_build (RapSession          *session,
                         const char          *id,
                         const char          *title,
                         const char * const  *moved,
                         const char          *label,
                         char               **made,
                         GError             **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title != NULL ? title : ""));
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapRecord) whole = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (RapMeeting) part = NULL;
  g_autoptr (RapEdtf) date = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  whole = rap_session_load (session, RAP_KIND_MEETING, id, error);
  records = whole != NULL ? load_moved (session, id, moved, error) : NULL;
  if (records == NULL)
    return NULL;
  if (*stripped == '\0' || records->len == 0)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, *stripped == '\0'
                           ? "give the new meeting a title" : "tick a passage or a claim that belongs to the new meeting");
      return NULL;
    }
  date = agree_on_date (session, records, id);
  part = make_part (RAP_MEETING (whole), stripped, date);
  rap_edits_insert (edits, RAP_RECORD (part));
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (RapRecord) after = move (records->pdata[i], id, RAP_RECORD (part)->id);

      rap_edits_replace (edits, records->pdata[i], after);
    }
  if (made != NULL)
    *made = g_strdup (RAP_RECORD (part)->id);
  return g_steal_pointer (&edits);
}
