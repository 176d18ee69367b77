/* rap-header-changes.c
 *
 * A row shows its record, how many others refer to it, and the names of those
 * that it refers to. So a commit touches the rows of what it changed and of
 * what that refers to; and where a name was changed, any row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header-changes-private.h"

#define MAX_OWN 32   /* more at once, as from an import, and the list is asked for again */

RapHeaderChanges *
rap_header_changes_new (void)
{
  RapHeaderChanges *self = g_new0 (RapHeaderChanges, 1);

  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->own = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
rap_header_changes_free (RapHeaderChanges *self)
{
  g_hash_table_unref (self->touched);
  g_ptr_array_unref (self->own);
  g_free (self);
}

static void
touch (RapHeaderChanges *self,
       const char       *id)
{
  if (id != NULL)
    g_hash_table_add (self->touched, g_strdup (id));
}

static void
touch_field (RapHeaderChanges *self,
             const RapRecord  *record,
             const RapField   *field)
{
  char **ids;
  GPtrArray *parts;

  switch ((int) field->type)
    {
    case RAP_FIELD_REF:
      touch (self, rap_record_member (record, field, char *));
      break;
    case RAP_FIELD_REFS:
      ids = rap_record_member (record, field, char **);
      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        touch (self, ids[i]);
      break;
    case RAP_FIELD_PARTICIPANTS:
      parts = rap_record_member (record, field, GPtrArray *);
      for (guint i = 0; parts != NULL && i < parts->len; i++)
        touch (self, ((RapParticipant *) parts->pdata[i])->entity);
      break;
    case RAP_FIELD_LINKS:
      parts = rap_record_member (record, field, GPtrArray *);
      for (guint i = 0; parts != NULL && i < parts->len; i++)
        touch (self, ((RapClaimMeeting *) parts->pdata[i])->meeting);
      break;
    default:
      break;
    }
}

static void
touch_record (RapHeaderChanges *self,
              const RapRecord  *record)
{
  const RapField *fields;
  guint n_fields;

  if (record == NULL)
    return;
  touch (self, record->id);
  fields = rap_kind_get_fields (rap_record_get_kind (record), &n_fields);
  for (guint i = 0; i < n_fields; i++)
    touch_field (self, record, &fields[i]);
}

/* Names of these stand in rows of others; a code's row shows how deep it is. */
static gboolean
is_named_elsewhere (RapKind kind)
{
  return kind == RAP_KIND_ENTITY || kind == RAP_KIND_ARTICLE || kind == RAP_KIND_MEETING || kind == RAP_KIND_CODE;
}

void
rap_header_changes_add (RapHeaderChanges *self,
                        RapKind           kind,
                        const RapEdits   *edits)
{
  for (guint i = 0; i < edits->edits->len && !self->whole; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      RapKind changed = rap_record_get_kind (rap_edit_get_record (edit));

      touch_record (self, edit->before);
      touch_record (self, edit->after);
      if (edit->before != NULL && is_named_elsewhere (changed))
        self->all_may_differ = TRUE;
      /* claims stand in the order of their articles' days */
      if (kind == RAP_KIND_CLAIM && changed == RAP_KIND_ARTICLE && edit->before != NULL)
        self->whole = TRUE;
      if (changed != kind)
        continue;
      if (edit->after != NULL)
        g_ptr_array_add (self->own, g_strdup (edit->after->id));
      self->whole |= edit->after == NULL || self->own->len > MAX_OWN;
    }
}
