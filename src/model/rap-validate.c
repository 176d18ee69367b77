/* rap-validate.c
 *
 * The rules of the model. What follows from the table of fields (required,
 * well-formed, referring to something) is checked for every kind alike; what
 * is particular to a kind stands in one table of rules at the end of each half.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-validate.h"

#include <string.h>

#include "rap-anchor-private.h"
#include "rap-article.h"
#include "rap-claim.h"
#include "rap-code.h"
#include "rap-entity.h"
#include "rap-meeting.h"
#include "rap-record-private.h"
#include "rap-relation.h"

/* A rule gives its complaint (a sentence without the object's name) or NULL. */
typedef const char *(*Rule) (const RapRecord *record,
                             const RapField  *field);

static gboolean
refuse (const RapRecord *record,
        const char      *member,
        RapError         code,
        const char      *what,
        GError         **error)
{
  g_autofree char *name = rap_record_describe (record);

  g_set_error (error, RAP_ERROR, code, "%s: %s: %s", name, member, what);
  return FALSE;
}

static gboolean
is_blank (const char *string)
{
  if (string == NULL)
    return TRUE;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/* The rules by field type. */

static const char *
judge_string (const RapRecord *record,
              const RapField  *field)
{
  const char *string = rap_record_member (record, field, char *);

  if (string != NULL && !g_utf8_validate (string, -1, NULL))
    return "is not valid UTF-8";
  if ((field->flags & RAP_FIELD_REQUIRED) != 0 && is_blank (string))
    return "may not be empty";

  return NULL;
}

static const char *
judge_text (const RapRecord *record,
            const RapField  *field)
{
  RapText *text = rap_record_member (record, field, RapText *);

  if (text == NULL || rap_text_get_length (text) == 0)
    return "may not be empty";
  if (memchr (rap_text_get_utf8 (text), '\r', rap_text_get_bytes (text)) != NULL)
    return "the text holds carriage returns; lines end with line feeds";

  return NULL;
}

static const char *
judge_enum (const RapRecord *record,
            const RapField  *field)
{
  guint value = rap_record_member (record, field, guint);
  guint n_values = field->type == RAP_FIELD_GRADE ? 7 : field->vocabulary->n_values;

  return value < n_values ? NULL : "the value is out of range";
}

static const char *
judge_reference (const RapRecord *record,
                 const RapField  *field)
{
  const char *id = rap_record_member (record, field, char *);

  if (id == NULL)
    return (field->flags & RAP_FIELD_REQUIRED) != 0 ? "may not be missing" : NULL;
  if (g_strcmp0 (id, record->id) == 0)
    return "refers to the object itself";

  return NULL;
}

static const char *
judge_references (const RapRecord *record,
                  const RapField  *field)
{
  char **ids = rap_record_member (record, field, char **);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (g_strcmp0 (ids[i], record->id) == 0)
        return "refers to the object itself";
      for (guint k = 0; k < i; k++)
        {
          if (strcmp (ids[i], ids[k]) == 0)
            return "names the same object twice";
        }
    }

  return NULL;
}

static const char *
judge_ranges (const RapRecord *record,
              const RapField  *field)
{
  GArray *ranges = rap_record_member (record, field, GArray *);

  if (ranges == NULL || ranges->len == 0)
    return NULL;

  return rap_ranges_are_orderly ((const RapRange *) (gpointer) ranges->data, ranges->len)
         ? NULL : "the ranges are not ascending, disjoint and none empty";
}

static const char *
judge_anchor (const RapRecord *record,
              const RapField  *field)
{
  const RapAnchor *anchor = rap_record_member (record, field, RapAnchor *);

  if (anchor == NULL)
    return (field->flags & RAP_FIELD_REQUIRED) != 0 ? "may not be missing" : NULL;
  if (!rap_ranges_are_orderly (anchor->ranges, anchor->n_ranges))
    return "the ranges are not ascending, disjoint and none empty";
  if (*anchor->exact == '\0')
    return "the quote (exact) is missing";
  if (g_utf8_strlen (anchor->prefix, -1) > RAP_ANCHOR_CONTEXT ||
      g_utf8_strlen (anchor->suffix, -1) > RAP_ANCHOR_CONTEXT)
    return "prefix and suffix have at most 32 characters";

  return NULL;
}

static const char *
judge_names (const RapRecord *record,
             const RapField  *field)
{
  GPtrArray *names = rap_record_member (record, field, GPtrArray *);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const RapName *name = names->pdata[i];

      if (is_blank (name->name))
        return "a name may not be empty";
      if (name->kind >= rap_name_kind_vocabulary.n_values)
        return "the kind of a name is out of range";
    }

  return NULL;
}

static const char *
judge_participants (const RapRecord *record,
                    const RapField  *field)
{
  GPtrArray *participants = rap_record_member (record, field, GPtrArray *);

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      const RapParticipant *one = participants->pdata[i];

      if (one->entity == NULL)
        return "a participant needs an entity";
      if (one->role >= rap_role_vocabulary.n_values)
        return "the role of a participant is out of range";
      for (guint k = 0; k < i; k++)
        {
          const RapParticipant *other = participants->pdata[k];

          if (one->role == other->role && strcmp (one->entity, other->entity) == 0)
            return "the same entity takes part twice in the same role";
        }
    }

  return NULL;
}

static const char *
judge_links (const RapRecord *record,
             const RapField  *field)
{
  GPtrArray *links = rap_record_member (record, field, GPtrArray *);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const RapClaimMeeting *one = links->pdata[i];

      if (one->meeting == NULL)
        return "a link needs a meeting";
      if (one->aspect >= rap_aspect_vocabulary.n_values)
        return "the aspect of a link is out of range";
      for (guint k = 0; k < i; k++)
        {
          const RapClaimMeeting *other = links->pdata[k];

          if (one->aspect == other->aspect && strcmp (one->meeting, other->meeting) == 0 &&
              g_strcmp0 (one->value, other->value) == 0)
            return "the same meeting is linked twice with the same aspect and value";
        }
    }

  return NULL;
}

static const Rule type_rules[] = {
  [RAP_FIELD_STRING] = judge_string,
  [RAP_FIELD_TEXT] = judge_text,
  [RAP_FIELD_GRADE] = judge_enum,
  [RAP_FIELD_ENUM] = judge_enum,
  [RAP_FIELD_REF] = judge_reference,
  [RAP_FIELD_REFS] = judge_references,
  [RAP_FIELD_RANGES] = judge_ranges,
  [RAP_FIELD_ANCHOR] = judge_anchor,
  [RAP_FIELD_NAMES] = judge_names,
  [RAP_FIELD_PARTICIPANTS] = judge_participants,
  [RAP_FIELD_LINKS] = judge_links,
  [RAP_FIELD_LATEST] = NULL,
};

/* The rules of single members. */

static const char *
judge_colour (const RapRecord *record,
              const RapField  *field)
{
  const char *colour = rap_record_member (record, field, char *);

  if (colour == NULL || strlen (colour) != 7 || colour[0] != '#' ||
      strspn (colour + 1, "0123456789abcdefABCDEF") != 6)
    return "a colour is written #rrggbb";

  return NULL;
}

static const char *
judge_key (const RapRecord *record,
           const RapField  *field)
{
  const char *key = rap_record_member (record, field, char *);

  if (key != NULL && (strlen (key) != 1 || key[0] < '1' || key[0] > '9'))
    return "a key is one digit from 1 to 9";

  return NULL;
}

static const char *
judge_proposition (const RapRecord *record,
                   const RapField  *field)
{
  const char *proposition = rap_record_member (record, field, char *);

  return proposition != NULL && strpbrk (proposition, "\n\r") != NULL
         ? "a proposition is one line" : NULL;
}

static const char *
judge_sha256 (const RapRecord *record,
              const RapField  *field)
{
  const RapText *text = RAP_ARTICLE ((gpointer) record)->text;
  g_autofree char *sha256 = rap_text_sha256 (text);

  return g_strcmp0 (rap_record_member (record, field, char *), sha256) == 0
         ? NULL : "disagrees with the text";
}

static const char *
judge_body (const RapRecord *record,
            const RapField  *field)
{
  GArray *body = rap_record_member (record, field, GArray *);
  const RapText *text = RAP_ARTICLE ((gpointer) record)->text;

  if (body != NULL && body->len > 0 &&
      g_array_index (body, RapRange, body->len - 1).end > rap_text_get_length (text))
    return "the ranges end after the text";

  return NULL;
}

static const char *
judge_to (const RapRecord *record,
          const RapField  *field)
{
  const RapRelation *relation = RAP_RELATION ((gpointer) record);

  return strcmp (relation->from, relation->to) == 0
         ? "a claim does not stand in relation to itself" : NULL;
}

static const struct
{
  RapKind     kind;
  const char *member;
  Rule        rule;
} member_rules[] = {
  { RAP_KIND_CODE, "colour", judge_colour },
  { RAP_KIND_CODE, "key", judge_key },
  { RAP_KIND_ARTICLE, "sha256", judge_sha256 },
  { RAP_KIND_ARTICLE, "body", judge_body },
  { RAP_KIND_CLAIM, "proposition", judge_proposition },
  { RAP_KIND_RELATION, "to", judge_to },
};

static gboolean
check_own (const RapRecord *self,
           GError         **error)
{
  if (self->id == NULL || !g_uuid_string_is_valid (self->id))
    return refuse (self, "id", RAP_ERROR_INVALID, "is no UUID", error);
  if (self->analyst != NULL && !g_utf8_validate (self->analyst, -1, NULL))
    return refuse (self, "analyst", RAP_ERROR_INVALID, "is not valid UTF-8", error);

  return TRUE;
}

gboolean
rap_record_validate (const RapRecord *self,
                     GError         **error)
{
  const RapRecordClass *klass;

  g_return_val_if_fail (RAP_IS_RECORD (self), FALSE);

  if (!check_own (self, error))
    return FALSE;

  klass = RAP_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const RapField *field = &klass->fields[i];
      Rule rule = type_rules[field->type];
      const char *fault = rule != NULL ? rule (self, field) : NULL;

      if (fault != NULL)
        return refuse (self, field->name, RAP_ERROR_INVALID, fault, error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (member_rules); i++)
    {
      const char *member = member_rules[i].member;
      const char *fault;

      if (member_rules[i].kind != klass->kind)
        continue;
      fault = member_rules[i].rule (self, rap_kind_find_field (klass->kind, member));
      if (fault != NULL)
        return refuse (self, member, RAP_ERROR_INVALID, fault, error);
    }

  return TRUE;
}
