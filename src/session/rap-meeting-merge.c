/* rap-meeting-merge.c
 *
 * Everything that refers to one meeting is made to refer to another; what the
 * two say differently is kept, adopted or in the note.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-merge.h"

/**
 * RapMeetingMerge:
 * @take: by field: the value of @from stays
 */
struct _RapMeetingMerge
{
  RapSession *session;
  RapMeeting *into;
  RapMeeting *from;
  gboolean    take[RAP_N_MEETING_FIELDS];
};

/* As the note names them. */
static const char * const field_names[RAP_N_MEETING_FIELDS] = {
  "title", "when", "place", "mode", "status", "topic", "outcome",
};

static char *
get_place (RapSession       *session,
           const RapMeeting *meeting)
{
  g_autofree char *name = meeting->place != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, meeting->place)
                                                 : g_strdup ("");

  if (*name == '\0')
    return g_strdup (meeting->place_text);
  if (*meeting->place_text == '\0' || g_str_equal (meeting->place_text, name))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s (%s)", name, meeting->place_text);
}

char *
rap_meeting_merge_dup_value (const RapMeetingMerge *self,
                             RapMeetingField        field,
                             gboolean               of_from)
{
  const RapMeeting *meeting;

  g_return_val_if_fail (self != NULL, NULL);

  meeting = of_from ? self->from : self->into;
  switch (field)
    {
    case RAP_MEETING_TITLE:
      return g_strdup (meeting->title);
    case RAP_MEETING_WHEN:
      return g_strdup (meeting->when != NULL ? meeting->when->text : "");
    case RAP_MEETING_PLACE:
      return get_place (self->session, meeting);
    case RAP_MEETING_MODE:
      return g_strdup (meeting->mode != RAP_MEETING_UNKNOWN ? rap_vocabulary_nick (&rap_meeting_mode_vocabulary, meeting->mode) : "");
    case RAP_MEETING_STATUS:
      return g_strdup (rap_vocabulary_nick (&rap_status_vocabulary, meeting->status));
    case RAP_MEETING_TOPIC:
      return g_strdup (meeting->topic);
    case RAP_MEETING_OUTCOME:
      return g_strdup (meeting->outcome);
    default:
      g_return_val_if_reached (NULL);
    }
}

RapMeetingMerge *
rap_meeting_merge_new (RapSession  *session,
                       const char  *into,
                       const char  *from,
                       GError     **error)
{
  g_autoptr (RapRecord) one = NULL;
  g_autoptr (RapRecord) other = NULL;
  RapMeetingMerge *self;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  if (g_str_equal (into, from))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, "a meeting cannot be merged with itself; choose another one");
      return NULL;
    }
  one = rap_session_load (session, RAP_KIND_MEETING, into, error);
  other = one != NULL ? rap_session_load (session, RAP_KIND_MEETING, from, error) : NULL;
  if (other == NULL)
    return NULL;
  self = g_new0 (RapMeetingMerge, 1);
  self->session = g_object_ref (session);
  self->into = RAP_MEETING (g_steal_pointer (&one));
  self->from = RAP_MEETING (g_steal_pointer (&other));
  for (guint field = 0; field < RAP_N_MEETING_FIELDS; field++)
    {
      g_autofree char *value = rap_meeting_merge_dup_value (self, field, FALSE);

      self->take[field] = *value == '\0';
    }
  return self;
}

void
rap_meeting_merge_free (RapMeetingMerge *self)
{
  g_object_unref (self->session);
  g_object_unref (self->into);
  g_object_unref (self->from);
  g_free (self);
}

const RapMeeting *
rap_meeting_merge_get_from (const RapMeetingMerge *self)
{
  return self->from;
}

gboolean
rap_meeting_merge_differs (const RapMeetingMerge *self,
                           RapMeetingField        field)
{
  g_autofree char *into = rap_meeting_merge_dup_value (self, field, FALSE);
  g_autofree char *from = rap_meeting_merge_dup_value (self, field, TRUE);

  return *into != '\0' && *from != '\0' && !g_str_equal (into, from);
}

void
rap_meeting_merge_take (RapMeetingMerge *self,
                        RapMeetingField  field,
                        gboolean         from)
{
  g_return_if_fail (field < RAP_N_MEETING_FIELDS);

  self->take[field] = from;
}

gboolean
rap_meeting_merge_takes (const RapMeetingMerge *self,
                         RapMeetingField        field)
{
  g_return_val_if_fail (field < RAP_N_MEETING_FIELDS, FALSE);

  return self->take[field];
}

static void
take_field (const RapMeetingMerge *self,
            RapMeetingField        field,
            RapMeeting            *result)
{
  switch (field)
    {
    case RAP_MEETING_TITLE:
      rap_set_string (&result->title, self->from->title);
      break;
    case RAP_MEETING_WHEN:
      rap_set_edtf (&result->when, self->from->when);
      break;
    case RAP_MEETING_PLACE:
      rap_set_string (&result->place, self->from->place);
      rap_set_string (&result->place_text, self->from->place_text);
      break;
    case RAP_MEETING_MODE:
      result->mode = self->from->mode;
      break;
    case RAP_MEETING_STATUS:
      result->status = self->from->status;
      break;
    case RAP_MEETING_TOPIC:
      rap_set_string (&result->topic, self->from->topic);
      break;
    case RAP_MEETING_OUTCOME:
      rap_set_string (&result->outcome, self->from->outcome);
      break;
    }
}

static void
add_line (RapMeeting *result,
          const char *line)
{
  char *note = *result->note != '\0' ? g_strconcat (result->note, "\n", line, NULL) : g_strdup (line);

  g_free (result->note);
  result->note = note;
}

static void
keep_in_note (RapMeeting *result,
              const char *value,
              const char *of)
{
  g_autofree char *line = g_strdup_printf ("also: %s (%s)", value, of);

  add_line (result, line);
}

/* The participant of @meeting that @other is: the same entity, in the same role
 * or with one of the roles left open. */
static RapParticipant *
find_same (const RapMeeting     *meeting,
           const RapParticipant *other)
{
  for (guint i = 0; meeting->participants != NULL && i < meeting->participants->len; i++)
    {
      RapParticipant *one = meeting->participants->pdata[i];

      if (g_str_equal (one->entity, other->entity)
          && (one->role == other->role || one->role == RAP_ROLE_PARTICIPANT || other->role == RAP_ROLE_PARTICIPANT))
        return one;
    }
  return NULL;
}

static gboolean
has_role (const RapMeeting     *meeting,
          const RapParticipant *except,
          RapRole               role)
{
  for (guint i = 0; i < meeting->participants->len; i++)
    {
      const RapParticipant *one = meeting->participants->pdata[i];

      if (one != except && one->role == role && g_str_equal (one->entity, except->entity))
        return TRUE;
    }
  return FALSE;
}

static void
join_participant (const RapMeetingMerge *self,
                  RapMeeting            *result,
                  RapParticipant        *one,
                  const RapParticipant  *other)
{
  if (one->role == RAP_ROLE_PARTICIPANT && !has_role (result, one, other->role))
    one->role = other->role;
  if (*one->capacity == '\0')
    rap_set_string (&one->capacity, other->capacity);
  else if (*other->capacity != '\0' && !g_str_equal (one->capacity, other->capacity))
    {
      g_autofree char *name = rap_session_get_name (self->session, RAP_KIND_ENTITY, one->entity);
      g_autofree char *of = g_strdup_printf ("capacity of %s", name);

      keep_in_note (result, other->capacity, of);
    }
}

static guint
join_participants (const RapMeetingMerge *self,
                   RapMeeting            *result)
{
  guint n_added = 0;

  for (guint i = 0; self->from->participants != NULL && i < self->from->participants->len; i++)
    {
      const RapParticipant *other = self->from->participants->pdata[i];
      RapParticipant *one = find_same (result, other);

      if (one != NULL)
        {
          join_participant (self, result, one, other);
          continue;
        }
      if (result->participants == NULL)
        result->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
      g_ptr_array_add (result->participants, rap_participant_new (other->entity, other->role, other->capacity));
      n_added++;
    }
  return n_added;
}

/* (transfer full) */
static RapMeeting *
join_meetings (const RapMeetingMerge *self,
               guint                 *n_participants)
{
  RapMeeting *result = RAP_MEETING (rap_record_copy (RAP_RECORD (self->into)));

  for (guint field = 0; field < RAP_N_MEETING_FIELDS; field++)
    {
      g_autofree char *lost = rap_meeting_merge_dup_value (self, field, !self->take[field]);

      if (self->take[field])
        take_field (self, field, result);
      if (rap_meeting_merge_differs (self, field))
        keep_in_note (result, lost, field_names[field]);
    }
  *n_participants = join_participants (self, result);
  if (*self->from->note != '\0' && !g_str_equal (self->from->note, self->into->note))
    add_line (result, self->from->note);
  return result;
}

static gboolean
has_evidence (GPtrArray         *evidence,
              const RapEvidence *other)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const RapEvidence *one = evidence->pdata[i];

      if (one->aspect == other->aspect && g_str_equal (one->article, other->article)
          && rap_anchor_equal (one->anchor, other->anchor))
        return TRUE;
    }
  return FALSE;
}

static gboolean
move_evidence (const RapMeetingMerge  *self,
               RapEdits               *edits,
               RapMeetingMoves        *moves,
               GError                **error)
{
  const char *into = self->into->parent_instance.id;
  g_autoptr (GPtrArray) here = rap_session_load_linked (self->session, RAP_KIND_EVIDENCE, into, 0, error);
  g_autoptr (GPtrArray) there = here == NULL ? NULL
    : rap_session_load_linked (self->session, RAP_KIND_EVIDENCE, self->from->parent_instance.id, 0, error);

  for (guint i = 0; there != NULL && i < there->len; i++)
    {
      g_autoptr (RapRecord) after = NULL;

      if (has_evidence (here, there->pdata[i]))
        {
          rap_edits_delete (edits, there->pdata[i]);
          moves->n_doubles++;
          continue;
        }
      after = rap_record_copy (there->pdata[i]);
      rap_set_string (&RAP_EVIDENCE (after)->meeting, into);
      rap_edits_replace (edits, there->pdata[i], after);
      moves->n_evidence++;
    }
  return there != NULL;
}

static gboolean
has_link (GPtrArray             *links,
          guint                  n,
          const char            *meeting,
          const RapClaimMeeting *other)
{
  for (guint i = 0; i < n; i++)
    {
      const RapClaimMeeting *one = links->pdata[i];

      if (g_str_equal (one->meeting, meeting) && one->aspect == other->aspect && g_strcmp0 (one->value, other->value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A link that would stand twice stands once. */
static void
relink (RapClaim   *claim,
        const char *from,
        const char *into)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);

  for (guint i = 0; i < claim->meetings->len; i++)
    {
      const RapClaimMeeting *link = claim->meetings->pdata[i];
      gboolean moves = g_str_equal (link->meeting, from);
      const char *target = moves ? into : link->meeting;

      if (moves && has_link (claim->meetings, claim->meetings->len, into, link))
        continue;
      g_ptr_array_add (links, rap_claim_meeting_new (target, link->aspect, link->value));
    }
  g_ptr_array_unref (claim->meetings);
  claim->meetings = links;
}

static gboolean
move_claims (const RapMeetingMerge  *self,
             RapEdits               *edits,
             RapMeetingMoves        *moves,
             GError                **error)
{
  const char *from = self->from->parent_instance.id;
  g_autoptr (GPtrArray) claims = rap_session_load_linked (self->session, RAP_KIND_CLAIM, from, 0, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      g_autoptr (RapRecord) after = rap_record_copy (claims->pdata[i]);

      relink (RAP_CLAIM (after), from, self->into->parent_instance.id);
      rap_edits_replace (edits, claims->pdata[i], after);
      moves->n_claims++;
    }
  return claims != NULL;
}

RapEdits *
rap_meeting_merge_build (const RapMeetingMerge  *self,
                         const char             *label,
                         RapMeetingMoves        *moves,
                         GError                **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapMeeting) result = NULL;
  RapMeetingMoves counts = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  result = join_meetings (self, &counts.n_participants);
  rap_edits_replace (edits, RAP_RECORD (self->into), RAP_RECORD (result));
  if (!move_evidence (self, edits, &counts, error) || !move_claims (self, edits, &counts, error)
      || !rap_session_add_deletion (self->session, edits, RAP_RECORD (self->from), NULL, error))
    return NULL;
  if (moves != NULL)
    *moves = counts;
  return g_steal_pointer (&edits);
}
