/* rap-record-parts.c
 *
 * The small values inside records (names, participants, links), and how a
 * member of each field type is cleared, copied and compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record.h"
#include "rap-record-private.h"

#include <string.h>

RapName *
rap_name_new (const char  *name,
              const char  *language,
              RapNameKind  kind)
{
  RapName *self = g_new0 (RapName, 1);

  self->name = g_strdup (name != NULL ? name : "");
  self->language = g_strdup (language != NULL ? language : "");
  self->kind = kind;

  return self;
}

void
rap_name_free (RapName *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->language);
  g_free (self);
}

RapParticipant *
rap_participant_new (const char *entity,
                     RapRole     role,
                     const char *capacity)
{
  RapParticipant *self = g_new0 (RapParticipant, 1);

  self->entity = g_strdup (entity);
  self->role = role;
  self->capacity = g_strdup (capacity != NULL ? capacity : "");

  return self;
}

void
rap_participant_free (RapParticipant *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->entity);
  g_free (self->capacity);
  g_free (self);
}

RapClaimMeeting *
rap_claim_meeting_new (const char *meeting,
                       RapAspect   aspect,
                       const char *value)
{
  RapClaimMeeting *self = g_new0 (RapClaimMeeting, 1);

  self->meeting = g_strdup (meeting);
  self->aspect = aspect;
  self->value = g_strdup (value);

  return self;
}

void
rap_claim_meeting_free (RapClaimMeeting *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->meeting);
  g_free (self->value);
  g_free (self);
}

static gpointer
copy_part (RapFieldType  type,
           gconstpointer part)
{
  const RapName *name = part;
  const RapParticipant *participant = part;
  const RapClaimMeeting *link = part;

  switch ((int) type)
    {
    case RAP_FIELD_NAMES:
      return rap_name_new (name->name, name->language, name->kind);
    case RAP_FIELD_PARTICIPANTS:
      return rap_participant_new (participant->entity, participant->role, participant->capacity);
    default:
      return rap_claim_meeting_new (link->meeting, link->aspect, link->value);
    }
}

static gboolean
parts_equal (RapFieldType  type,
             gconstpointer a,
             gconstpointer b)
{
  const RapName *name = a, *other_name = b;
  const RapParticipant *participant = a, *other_participant = b;
  const RapClaimMeeting *link = a, *other_link = b;

  switch ((int) type)
    {
    case RAP_FIELD_NAMES:
      return name->kind == other_name->kind &&
             g_strcmp0 (name->name, other_name->name) == 0 &&
             g_strcmp0 (name->language, other_name->language) == 0;
    case RAP_FIELD_PARTICIPANTS:
      return participant->role == other_participant->role &&
             g_strcmp0 (participant->entity, other_participant->entity) == 0 &&
             g_strcmp0 (participant->capacity, other_participant->capacity) == 0;
    default:
      return link->aspect == other_link->aspect &&
             g_strcmp0 (link->meeting, other_link->meeting) == 0 &&
             g_strcmp0 (link->value, other_link->value) == 0;
    }
}

static GDestroyNotify
get_part_free (RapFieldType type)
{
  switch ((int) type)
    {
    case RAP_FIELD_NAMES:
      return (GDestroyNotify) rap_name_free;
    case RAP_FIELD_PARTICIPANTS:
      return (GDestroyNotify) rap_participant_free;
    default:
      return (GDestroyNotify) rap_claim_meeting_free;
    }
}

static GPtrArray *
copy_parts (RapFieldType     type,
            const GPtrArray *parts)
{
  GPtrArray *copy;

  if (parts == NULL)
    return NULL;

  copy = g_ptr_array_new_full (parts->len, get_part_free (type));
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (copy, copy_part (type, parts->pdata[i]));

  return copy;
}

static gboolean
part_lists_equal (RapFieldType     type,
                  const GPtrArray *a,
                  const GPtrArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      if (!parts_equal (type, a->pdata[i], b->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
range_lists_equal (const GArray *a,
                   const GArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;

  return length == 0 || memcmp (a->data, b->data, length * sizeof (RapRange)) == 0;
}

static gboolean
id_lists_equal (char **a,
                char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char * const *) (a != NULL ? a : none),
                       (const char * const *) (b != NULL ? b : none));
}

static gboolean
texts_equal (const RapText *a,
             const RapText *b)
{
  if (a == NULL || b == NULL || a == b)
    return a == b;

  return rap_text_get_bytes (a) == rap_text_get_bytes (b) &&
         memcmp (rap_text_get_utf8 (a), rap_text_get_utf8 (b), rap_text_get_bytes (a)) == 0;
}

void
rap_member_clear (RapFieldType type,
                  gpointer     member)
{
  switch (type)
    {
    case RAP_FIELD_STRING:
    case RAP_FIELD_REF:
      g_clear_pointer ((char **) member, g_free);
      break;
    case RAP_FIELD_TEXT:
      g_clear_pointer ((RapText **) member, rap_text_unref);
      break;
    case RAP_FIELD_REFS:
      g_clear_pointer ((char ***) member, g_strfreev);
      break;
    case RAP_FIELD_EDTF:
      g_clear_pointer ((RapEdtf **) member, rap_edtf_unref);
      break;
    case RAP_FIELD_RANGES:
      g_clear_pointer ((GArray **) member, g_array_unref);
      break;
    case RAP_FIELD_ANCHOR:
      g_clear_pointer ((RapAnchor **) member, rap_anchor_unref);
      break;
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      g_clear_pointer ((GPtrArray **) member, g_ptr_array_unref);
      break;
    case RAP_FIELD_BOOL:
    case RAP_FIELD_GRADE:
    case RAP_FIELD_ENUM:
      *(guint *) member = 0;
      break;
    case RAP_FIELD_EARLIEST:
    case RAP_FIELD_LATEST:
      break;
    }
}

void
rap_member_copy (RapFieldType  type,
                 gpointer      to,
                 gconstpointer from)
{
  rap_member_clear (type, to);

  switch (type)
    {
    case RAP_FIELD_STRING:
    case RAP_FIELD_REF:
      *(char **) to = g_strdup (*(char * const *) from);
      break;
    case RAP_FIELD_TEXT:
      if (*(RapText * const *) from != NULL)
        *(RapText **) to = rap_text_ref (*(RapText * const *) from);
      break;
    case RAP_FIELD_REFS:
      *(char ***) to = g_strdupv (*(char ** const *) from);
      break;
    case RAP_FIELD_EDTF:
      rap_set_edtf (to, *(RapEdtf * const *) from);
      break;
    case RAP_FIELD_RANGES:
      if (*(GArray * const *) from != NULL)
        *(GArray **) to = g_array_copy (*(GArray * const *) from);
      break;
    case RAP_FIELD_ANCHOR:
      rap_set_anchor (to, *(RapAnchor * const *) from);
      break;
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      *(GPtrArray **) to = copy_parts (type, *(GPtrArray * const *) from);
      break;
    case RAP_FIELD_BOOL:
    case RAP_FIELD_GRADE:
    case RAP_FIELD_ENUM:
      *(guint *) to = *(const guint *) from;
      break;
    case RAP_FIELD_EARLIEST:
    case RAP_FIELD_LATEST:
      break;
    }
}

gboolean
rap_member_equal (RapFieldType  type,
                  gconstpointer a,
                  gconstpointer b)
{
  switch (type)
    {
    case RAP_FIELD_STRING:
    case RAP_FIELD_REF:
      return g_strcmp0 (*(char * const *) a, *(char * const *) b) == 0;
    case RAP_FIELD_TEXT:
      return texts_equal (*(RapText * const *) a, *(RapText * const *) b);
    case RAP_FIELD_REFS:
      return id_lists_equal (*(char ** const *) a, *(char ** const *) b);
    case RAP_FIELD_EDTF:
      return rap_edtf_equal (*(RapEdtf * const *) a, *(RapEdtf * const *) b);
    case RAP_FIELD_RANGES:
      return range_lists_equal (*(GArray * const *) a, *(GArray * const *) b);
    case RAP_FIELD_ANCHOR:
      return rap_anchor_equal (*(RapAnchor * const *) a, *(RapAnchor * const *) b);
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      return part_lists_equal (type, *(GPtrArray * const *) a, *(GPtrArray * const *) b);
    case RAP_FIELD_BOOL:
    case RAP_FIELD_GRADE:
    case RAP_FIELD_ENUM:
      return *(const guint *) a == *(const guint *) b;
    case RAP_FIELD_EARLIEST:
    case RAP_FIELD_LATEST:
    default:
      return TRUE;
    }
}

void
rap_member_normalise (RapFieldType type,
                      gpointer     member)
{
  gboolean is_empty = FALSE;

  switch ((int) type)
    {
    case RAP_FIELD_REFS:
      is_empty = *(char ***) member != NULL && **(char ***) member == NULL;
      break;
    case RAP_FIELD_RANGES:
      is_empty = *(GArray **) member != NULL && (*(GArray **) member)->len == 0;
      break;
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      is_empty = *(GPtrArray **) member != NULL && (*(GPtrArray **) member)->len == 0;
      break;
    default:
      break;
    }

  if (is_empty)
    rap_member_clear (type, member);
}
