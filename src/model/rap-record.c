/* rap-record.c
 *
 * The base of every record, and all that follows from the tables of fields:
 * making, copying, sealing, comparing, walking references.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record.h"

#include <string.h>

#include "rap-article.h"
#include "rap-claim.h"
#include "rap-code.h"
#include "rap-coding.h"
#include "rap-entity.h"
#include "rap-evidence.h"
#include "rap-meeting.h"
#include "rap-mention.h"
#include "rap-project.h"
#include "rap-record-private.h"
#include "rap-relation.h"

G_DEFINE_ABSTRACT_TYPE (RapRecord, rap_record, G_TYPE_OBJECT)

static const struct
{
  const char *nick;
  const char *plural;
  GType     (*get_type) (void);
} kinds[RAP_N_KINDS] = {
  [RAP_KIND_PROJECT] = { "project", "project", rap_project_get_type },
  [RAP_KIND_CODE] = { "code", "codes", rap_code_get_type },
  [RAP_KIND_ENTITY] = { "entity", "entities", rap_entity_get_type },
  [RAP_KIND_ARTICLE] = { "article", "articles", rap_article_get_type },
  [RAP_KIND_MEETING] = { "meeting", "meetings", rap_meeting_get_type },
  [RAP_KIND_CLAIM] = { "claim", "claims", rap_claim_get_type },
  [RAP_KIND_MENTION] = { "mention", "mentions", rap_mention_get_type },
  [RAP_KIND_EVIDENCE] = { "evidence", "evidence", rap_evidence_get_type },
  [RAP_KIND_CODING] = { "coding", "codings", rap_coding_get_type },
  [RAP_KIND_RELATION] = { "relation", "relations", rap_relation_get_type },
};

static inline gpointer
get_member (const RapRecord *self,
            const RapField  *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

/* Classes of static types live as long as the process. */
static const RapRecordClass *
get_class (RapKind kind)
{
  GType type = kinds[kind].get_type ();
  gpointer klass = g_type_class_peek_static (type);

  return klass != NULL ? klass : g_type_class_ref (type);
}

static const char *
get_string (const RapRecord *self,
            const char      *name)
{
  const RapField *field = rap_kind_find_field (rap_record_get_kind (self), name);

  return field != NULL ? *(char **) get_member (self, field) : NULL;
}

static void
seal_member (RapRecord      *self,
             const RapField *field)
{
  gpointer member = get_member (self, field);

  if (field->type == RAP_FIELD_STRING)
    {
      if ((field->flags & RAP_FIELD_NULLABLE) == 0 && *(char **) member == NULL)
        *(char **) member = g_strdup ("");
    }
  else
    {
      rap_member_normalise (field->type, member);
    }
}

static void
rap_record_finalize (GObject *object)
{
  RapRecord *self = RAP_RECORD (object);
  const RapRecordClass *klass = RAP_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    rap_member_clear (klass->fields[i].type, get_member (self, &klass->fields[i]));
  g_free (self->id);
  g_free (self->analyst);

  G_OBJECT_CLASS (rap_record_parent_class)->finalize (object);
}

static void
rap_record_class_init (RapRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_record_finalize;
}

static void
rap_record_init (RapRecord *self)
{
}

RapRecord *
rap_record_new_bare (RapKind kind)
{
  return g_object_new (kinds[kind].get_type (), NULL);
}

char *
rap_record_describe (const RapRecord *self)
{
  const char *nick = rap_kind_get_nick (rap_record_get_kind (self));

  return self->id != NULL ? g_strconcat (nick, " ", self->id, NULL) : g_strdup (nick);
}

RapRecord *
rap_record_new (RapKind kind)
{
  RapRecord *self;

  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  self = rap_record_new_bare (kind);
  self->id = g_uuid_string_random ();
  return self;
}

RapRecord *
rap_record_copy (const RapRecord *self)
{
  const RapRecordClass *klass;
  RapRecord *copy;

  g_return_val_if_fail (RAP_IS_RECORD (self), NULL);

  klass = RAP_RECORD_GET_CLASS (self);
  copy = rap_record_new_bare (klass->kind);
  copy->id = g_strdup (self->id);
  copy->analyst = g_strdup (self->analyst);
  copy->created = self->created;
  copy->modified = self->modified;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const RapField *field = &klass->fields[i];

      rap_member_copy (field->type, get_member (copy, field), get_member (self, field));
    }

  return copy;
}

RapRecord *
rap_record_seal (RapRecord *self)
{
  const RapRecordClass *klass;

  g_return_val_if_fail (RAP_IS_RECORD (self), NULL);

  if (self->sealed)
    return self;

  if (RAP_IS_ARTICLE (self))
    {
      RapArticle *article = RAP_ARTICLE (self);

      if (article->sha256 == NULL && article->text != NULL)
        article->sha256 = rap_text_sha256 (article->text);
    }

  klass = RAP_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    seal_member (self, &klass->fields[i]);
  if (self->id == NULL)
    self->id = g_strdup ("");
  if (self->analyst == NULL)
    self->analyst = g_strdup ("");
  self->sealed = TRUE;

  return self;
}

RapKind
rap_record_get_kind (const RapRecord *self)
{
  g_return_val_if_fail (RAP_IS_RECORD (self), RAP_KIND_PROJECT);

  return RAP_RECORD_GET_CLASS (self)->kind;
}

gboolean
rap_record_member_equal (const RapRecord *a,
                         const RapRecord *b,
                         const RapField  *field)
{
  g_return_val_if_fail (RAP_IS_RECORD (a) && RAP_IS_RECORD (b), FALSE);
  g_return_val_if_fail (RAP_RECORD_GET_CLASS (a) == RAP_RECORD_GET_CLASS (b), FALSE);

  return rap_member_equal (field->type, get_member (a, field), get_member (b, field));
}

gboolean
rap_record_equal (const RapRecord *a,
                  const RapRecord *b)
{
  const RapRecordClass *klass;

  g_return_val_if_fail (RAP_IS_RECORD (a) && RAP_IS_RECORD (b), FALSE);

  if (a == b)
    return TRUE;

  klass = RAP_RECORD_GET_CLASS (a);
  if (klass != RAP_RECORD_GET_CLASS (b) ||
      a->created != b->created || a->modified != b->modified ||
      g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->analyst, b->analyst) != 0)
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const RapField *field = &klass->fields[i];

      if (!rap_member_equal (field->type, get_member (a, field), get_member (b, field)))
        return FALSE;
    }

  return TRUE;
}

int
rap_record_compare (const RapRecord *a,
                    const RapRecord *b)
{
  g_return_val_if_fail (RAP_IS_RECORD (a) && RAP_IS_RECORD (b), 0);

  if (a->created != b->created)
    return a->created < b->created ? -1 : 1;

  return g_strcmp0 (a->id, b->id);
}

const RapField *
rap_kind_get_fields (RapKind  kind,
                     guint   *n_fields)
{
  const RapRecordClass *klass;

  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  klass = get_class (kind);
  if (n_fields != NULL)
    *n_fields = klass->n_fields;

  return klass->fields;
}

const RapField *
rap_kind_find_field (RapKind     kind,
                     const char *name)
{
  const RapField *fields;
  guint n_fields;

  g_return_val_if_fail (name != NULL, NULL);

  fields = rap_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      if (strcmp (fields[i].name, name) == 0)
        return &fields[i];
    }

  return NULL;
}

const char *
rap_kind_get_nick (RapKind kind)
{
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  return kinds[kind].nick;
}

const char *
rap_kind_get_plural (RapKind kind)
{
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  return kinds[kind].plural;
}

gboolean
rap_kind_parse (const char *nick_or_plural,
                RapKind    *kind)
{
  g_return_val_if_fail (nick_or_plural != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < RAP_N_KINDS; i++)
    {
      if (strcmp (nick_or_plural, kinds[i].nick) == 0 ||
          strcmp (nick_or_plural, kinds[i].plural) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
rap_record_get_article (const RapRecord *self)
{
  g_return_val_if_fail (RAP_IS_RECORD (self), NULL);

  return get_string (self, "article");
}

const RapAnchor *
rap_record_get_anchor (const RapRecord *self)
{
  const RapField *field;
  RapKind kind;

  g_return_val_if_fail (RAP_IS_RECORD (self), NULL);

  kind = rap_record_get_kind (self);
  field = rap_kind_find_field (kind, kind == RAP_KIND_CLAIM ? "content" : "anchor");
  return field != NULL ? *(RapAnchor **) get_member (self, field) : NULL;
}

const char *
rap_record_get_title (const RapRecord *self)
{
  static const char *members[] = { "title", "name", "proposition" };
  const RapAnchor *anchor;

  g_return_val_if_fail (RAP_IS_RECORD (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *title = get_string (self, members[i]);

      if (title != NULL && *title != '\0')
        return title;
    }

  anchor = rap_record_get_anchor (self);
  if (anchor != NULL)
    return anchor->exact;

  if (rap_record_get_kind (self) == RAP_KIND_RELATION)
    return rap_vocabulary_nick (&rap_relation_kind_vocabulary,
                                RAP_RELATION ((gpointer) self)->kind);

  return "";
}

static void
visit_refs (const RapRecord *self,
            const RapField  *field,
            RapRefFunc       func,
            gpointer         user_data)
{
  gpointer member = get_member (self, field);
  char **ids = field->type == RAP_FIELD_REFS ? *(char ***) member : NULL;
  GPtrArray *parts = NULL;

  if (field->type == RAP_FIELD_PARTICIPANTS || field->type == RAP_FIELD_LINKS)
    parts = *(GPtrArray **) member;

  if (field->type == RAP_FIELD_REF && *(char **) member != NULL)
    func (field->target, *(char **) member, field->name, user_data);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    func (field->target, ids[i], field->name, user_data);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const char *id = field->type == RAP_FIELD_PARTICIPANTS
                       ? ((RapParticipant *) parts->pdata[i])->entity
                       : ((RapClaimMeeting *) parts->pdata[i])->meeting;

      if (id != NULL)
        func (field->target, id, field->name, user_data);
    }
}

void
rap_record_foreach_ref (const RapRecord *self,
                        RapRefFunc       func,
                        gpointer         user_data)
{
  const RapRecordClass *klass;

  g_return_if_fail (RAP_IS_RECORD (self));
  g_return_if_fail (func != NULL);

  klass = RAP_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    visit_refs (self, &klass->fields[i], func, user_data);
}
