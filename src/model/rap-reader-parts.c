/* rap-reader-parts.c
 *
 * The composed members: anchors, names, participants, links to meetings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reader-private.h"

#include <string.h>

/* The members of an anchor as far as they were read. */
typedef struct
{
  GArray *ranges;
  char   *exact;
  char   *prefix;
  char   *suffix;
} Parts;

static gboolean
read_anchor_member (RapReader   *reader,
                    GVariant *value,
                    Parts    *parts)
{
  if (strcmp (reader->inner, "ranges") == 0)
    return rap_reader_read_ranges (reader, value, &parts->ranges);
  if (strcmp (reader->inner, "exact") == 0)
    return rap_reader_read_string (reader, value, &parts->exact);
  if (strcmp (reader->inner, "prefix") == 0)
    return rap_reader_read_string (reader, value, &parts->prefix);
  if (strcmp (reader->inner, "suffix") == 0)
    return rap_reader_read_string (reader, value, &parts->suffix);

  return rap_reader_meet_unknown (reader);
}

static RapAnchor *
build_anchor (RapReader      *reader,
              const Parts *parts)
{
  if (parts->ranges == NULL && (parts->exact == NULL || *parts->exact == '\0'))
    {
      rap_reader_fail (reader, RAP_ERROR_INVALID, "an anchor needs ranges or a quote (exact)");
      return NULL;
    }

  return rap_anchor_new_raw (parts->ranges != NULL
                               ? (const RapRange *) (gpointer) parts->ranges->data : NULL,
                             parts->ranges != NULL ? parts->ranges->len : 0,
                             parts->exact, parts->prefix, parts->suffix);
}

static void
clear_parts (Parts *parts)
{
  g_clear_pointer (&parts->ranges, g_array_unref);
  g_clear_pointer (&parts->exact, g_free);
  g_clear_pointer (&parts->prefix, g_free);
  g_clear_pointer (&parts->suffix, g_free);
}

gboolean
rap_reader_read_anchor (RapReader     *reader,
                        GVariant   *value,
                        RapAnchor **member)
{
  Parts parts = { NULL };
  gboolean success = TRUE;
  GVariantIter iter;
  GVariant *child;

  g_clear_pointer (member, rap_anchor_unref);
  if (rap_reader_is_null (value))
    return TRUE;
  if (!rap_reader_expect (reader, value, "a{sv}", "an object or null"))
    return FALSE;

  g_variant_iter_init (&iter, value);
  while (success && g_variant_iter_next (&iter, "{&sv}", &reader->inner, &child))
    {
      success = read_anchor_member (reader, child, &parts);
      g_variant_unref (child);
    }
  if (success)
    {
      reader->inner = NULL;
      *member = build_anchor (reader, &parts);
    }
  clear_parts (&parts);

  return *member != NULL;
}

static gboolean
read_name_member (RapReader   *reader,
                  GVariant *value,
                  RapName  *name)
{
  guint kind;

  if (strcmp (reader->inner, "name") == 0)
    return rap_reader_read_string (reader, value, &name->name);
  if (strcmp (reader->inner, "language") == 0)
    return rap_reader_read_string (reader, value, &name->language);
  if (strcmp (reader->inner, "kind") != 0)
    return rap_reader_meet_unknown (reader);
  if (!rap_reader_read_enum (reader, value, &rap_name_kind_vocabulary, &kind))
    return FALSE;

  name->kind = kind;
  return TRUE;
}

static gboolean
read_participant_member (RapReader         *reader,
                         GVariant       *value,
                         RapParticipant *participant)
{
  guint role;

  if (strcmp (reader->inner, "entity") == 0)
    return rap_reader_read_id (reader, value, &participant->entity);
  if (strcmp (reader->inner, "capacity") == 0)
    return rap_reader_read_string (reader, value, &participant->capacity);
  if (strcmp (reader->inner, "role") != 0)
    return rap_reader_meet_unknown (reader);
  if (!rap_reader_read_enum (reader, value, &rap_role_vocabulary, &role))
    return FALSE;

  participant->role = role;
  return TRUE;
}

static gboolean
read_link_member (RapReader          *reader,
                  GVariant        *value,
                  RapClaimMeeting *link)
{
  guint aspect;

  if (strcmp (reader->inner, "meeting") == 0)
    return rap_reader_read_id (reader, value, &link->meeting);
  if (strcmp (reader->inner, "value") == 0)
    return rap_reader_read_nullable (reader, value, &link->value);
  if (strcmp (reader->inner, "aspect") != 0)
    return rap_reader_meet_unknown (reader);
  if (!rap_reader_read_enum (reader, value, &rap_aspect_vocabulary, &aspect))
    return FALSE;

  link->aspect = aspect;
  return TRUE;
}

static gboolean
read_part_member (RapReader       *reader,
                  GVariant     *value,
                  RapFieldType  type,
                  gpointer      part)
{
  switch ((int) type)
    {
    case RAP_FIELD_NAMES:
      return read_name_member (reader, value, part);
    case RAP_FIELD_PARTICIPANTS:
      return read_participant_member (reader, value, part);
    default:
      return read_link_member (reader, value, part);
    }
}

/* What a part cannot do without. */
static gboolean
check_part (RapReader       *reader,
            RapFieldType  type,
            gpointer      part)
{
  reader->inner = NULL;
  if (type == RAP_FIELD_PARTICIPANTS && ((RapParticipant *) part)->entity == NULL)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "a participant needs an entity");
  if (type == RAP_FIELD_LINKS && ((RapClaimMeeting *) part)->meeting == NULL)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "a link needs a meeting");

  return TRUE;
}

static gboolean
read_part (RapReader       *reader,
           GVariant     *value,
           RapFieldType  type,
           gpointer      part)
{
  gboolean success = TRUE;
  GVariantIter iter;
  GVariant *child;

  if (!rap_reader_expect (reader, value, "a{sv}", "an object"))
    return FALSE;

  g_variant_iter_init (&iter, value);
  while (success && g_variant_iter_next (&iter, "{&sv}", &reader->inner, &child))
    {
      success = read_part_member (reader, child, type, part);
      g_variant_unref (child);
    }

  return success && check_part (reader, type, part);
}

static GPtrArray *
new_part_list (RapFieldType type)
{
  switch ((int) type)
    {
    case RAP_FIELD_NAMES:
      return g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
    case RAP_FIELD_PARTICIPANTS:
      return g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
    default:
      return g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
    }
}

static gpointer
new_part (RapFieldType type)
{
  switch ((int) type)
    {
    case RAP_FIELD_NAMES:
      return rap_name_new (NULL, NULL, RAP_NAME_ALIAS);
    case RAP_FIELD_PARTICIPANTS:
      return rap_participant_new (NULL, RAP_ROLE_PARTICIPANT, NULL);
    default:
      return rap_claim_meeting_new (NULL, RAP_ASPECT_OCCURRENCE, NULL);
    }
}

gboolean
rap_reader_read_parts (RapReader       *reader,
                       GVariant     *value,
                       RapFieldType  type,
                       GPtrArray   **member)
{
  g_autoptr (GPtrArray) parts = new_part_list (type);

  if (!rap_reader_expect (reader, value, "av", "an array"))
    return FALSE;

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = rap_reader_get_child (value, i);
      gpointer part = new_part (type);

      g_ptr_array_add (parts, part);
      if (!read_part (reader, child, type, part))
        return FALSE;
    }

  g_clear_pointer (member, g_ptr_array_unref);
  if (parts->len > 0)
    *member = g_steal_pointer (&parts);

  return TRUE;
}
