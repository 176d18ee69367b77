/* rap-validate-references.c
 *
 * The rules between records: references lead somewhere of the right kind,
 * anchors say what their article says, no chain of parents or copies closes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-validate.h"

#include <stdarg.h>
#include <string.h>

#include "rap-anchor-private.h"
#include "rap-article.h"
#include "rap-entity.h"
#include "rap-record-private.h"

/* One validation under way; @error is set by the first rule that is broken. */
typedef struct
{
  const RapRecord *record;
  RapLookupFunc    lookup;
  gpointer         user_data;
  GError         **error;
  gboolean         failed;
} Check;

static void
refuse (Check      *check,
        const char *member,
        RapError    code,
        const char *format,
        ...) G_GNUC_PRINTF (4, 5);

static void
refuse (Check      *check,
        const char *member,
        RapError    code,
        const char *format,
        ...)
{
  g_autofree char *name = rap_record_describe (check->record);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (check->error, RAP_ERROR, code, "%s: %s: %s", name, member, what);
  check->failed = TRUE;
}

/* Which kinds of entity a member may name; a member not listed takes any. */
static const struct
{
  RapKind     kind;
  const char *member;
  guint       allowed;   /* bits of RapEntityKind */
  const char *what;
} entity_rules[] = {
  { RAP_KIND_ARTICLE, "outlet",
    1 << RAP_ENTITY_OUTLET | 1 << RAP_ENTITY_ORGANISATION | 1 << RAP_ENTITY_GOVERNMENT,
    "an outlet, organisation or government" },
  { RAP_KIND_MEETING, "place", 1 << RAP_ENTITY_PLACE, "a place" },
};

static void
check_entity_kind (Check           *check,
                   const char      *member,
                   const RapEntity *entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (entity_rules); i++)
    {
      if (entity_rules[i].kind != rap_record_get_kind (check->record) ||
          strcmp (entity_rules[i].member, member) != 0 ||
          (entity_rules[i].allowed & (1u << entity->kind)) != 0)
        continue;
      refuse (check, member, RAP_ERROR_REFERENCE, "entity %s (%s) is not %s",
              entity->parent_instance.id,
              rap_vocabulary_nick (&rap_entity_kind_vocabulary, entity->kind),
              entity_rules[i].what);
    }
}

static void
check_ref_cb (RapKind     target,
              const char *id,
              const char *member,
              gpointer    user_data)
{
  Check *check = user_data;
  RapRecord *record;

  if (check->failed)
    return;

  record = check->lookup (target, id, check->user_data);
  if (record == NULL || rap_record_get_kind (record) != target)
    refuse (check, member, RAP_ERROR_REFERENCE, "there is no %s %s",
            rap_kind_get_nick (target), id);
  else if (target == RAP_KIND_ENTITY)
    check_entity_kind (check, member, RAP_ENTITY (record));
}

static void
check_anchor (Check           *check,
              const char      *member,
              const RapAnchor *anchor,
              const RapText   *text)
{
  if (anchor == NULL)
    return;

  if (text == NULL || rap_anchor_get_hull (anchor).end > rap_text_get_length (text))
    refuse (check, member, RAP_ERROR_INVALID, "the ranges end after the article's text");
  else if (rap_anchor_verify (anchor, text) != RAP_ANCHOR_VERIFIED)
    refuse (check, member, RAP_ERROR_INVALID,
            "the quote is not what the article's text says at these ranges");
  else if (!rap_anchor_has_context (anchor, rap_anchor_get_hull (anchor), text))
    refuse (check, member, RAP_ERROR_INVALID,
            "prefix or suffix are not what stands around these ranges");
}

static void
check_anchors (Check *check)
{
  const char *article_id = rap_record_get_article (check->record);
  const RapField *fields;
  RapRecord *article;
  guint n_fields;

  if (article_id == NULL)
    return;

  article = check->lookup (RAP_KIND_ARTICLE, article_id, check->user_data);
  fields = rap_kind_get_fields (rap_record_get_kind (check->record), &n_fields);
  for (guint i = 0; i < n_fields && !check->failed; i++)
    {
      if (fields[i].type == RAP_FIELD_ANCHOR)
        check_anchor (check, fields[i].name,
                      rap_record_member (check->record, &fields[i], RapAnchor *),
                      RAP_ARTICLE (article)->text);
    }
}

/* Follows @member (a reference to the same kind) until it ends or closes. */
static void
check_chain (Check          *check,
             const RapField *field)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RapKind kind = rap_record_get_kind (check->record);
  const char *next = rap_record_member (check->record, field, char *);

  while (next != NULL && !check->failed)
    {
      RapRecord *record;

      if (strcmp (next, check->record->id) == 0)
        refuse (check, field->name, RAP_ERROR_CYCLE, "the chain leads back to the object itself");
      else if (!g_hash_table_add (seen, g_strdup (next)))
        return;
      else
        {
          record = check->lookup (kind, next, check->user_data);
          next = record != NULL ? rap_record_member (record, field, char *) : NULL;
        }
    }
}

static void
check_chains (Check *check)
{
  RapKind kind = rap_record_get_kind (check->record);
  const RapField *fields;
  guint n_fields;

  fields = rap_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields && !check->failed; i++)
    {
      if (fields[i].type == RAP_FIELD_REF && fields[i].target == kind)
        check_chain (check, &fields[i]);
    }
}

gboolean
rap_record_validate_references (const RapRecord *self,
                                RapLookupFunc    lookup,
                                gpointer         user_data,
                                GError         **error)
{
  Check check = { self, lookup, user_data, error, FALSE };

  g_return_val_if_fail (RAP_IS_RECORD (self), FALSE);
  g_return_val_if_fail (lookup != NULL, FALSE);

  rap_record_foreach_ref (self, check_ref_cb, &check);
  if (!check.failed)
    check_anchors (&check);
  if (!check.failed)
    check_chains (&check);

  return !check.failed;
}
