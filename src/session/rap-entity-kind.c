/* rap-entity-kind.c
 *
 * An entity whose kind changes must still be fit for what refers to it: an
 * article's outlet, a meeting's place. Said of the entity, because that is what
 * is being changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session-private.h"

static gboolean
changes_kind (const RapEdit *edit)
{
  return edit->before != NULL && edit->after != NULL && rap_record_get_kind (edit->after) == RAP_KIND_ENTITY
         && RAP_ENTITY (edit->before)->kind != RAP_ENTITY (edit->after)->kind;
}

/* Whether the group itself changes the record, which is then looked at for its own sake. */
static gboolean
is_in_group (const RapEdits *edits,
             const char     *id)
{
  for (guint i = 0; i < edits->edits->len; i++)
    if (g_str_equal (rap_edit_get_record (rap_edits_get (edits, i))->id, id))
      return TRUE;
  return FALSE;
}

/* How many of @kind break a rule by the change. Articles come with their texts, so one is enough to know. */
static guint
count_broken (RapSession      *self,
              const RapEdits  *edits,
              const char      *id,
              RapKind          kind,
              RapLookupFunc    look_up,
              gpointer         user_data)
{
  guint limit = kind == RAP_KIND_ARTICLE ? edits->edits->len + 1 : 0;
  g_autoptr (GPtrArray) linked = rap_session_load_linked (self, kind, id, limit, NULL);
  guint n = 0;

  for (guint i = 0; linked != NULL && i < linked->len; i++)
    {
      g_autoptr (GError) broken = NULL;
      RapRecord *record = linked->pdata[i];

      if (is_in_group (edits, record->id))
        continue;
      rap_record_validate_references (record, look_up, user_data, &broken);
      n += g_error_matches (broken, RAP_ERROR, RAP_ERROR_REFERENCE);
    }
  return n;
}

gboolean
rap_session_validate_entity_kinds (RapSession      *self,
                                   const RapEdits  *edits,
                                   RapLookupFunc    look_up,
                                   gpointer         user_data,
                                   GError         **error)
{
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      const char *id;

      if (!changes_kind (edit))
        continue;
      id = edit->after->id;
      if (count_broken (self, edits, id, RAP_KIND_ARTICLE, look_up, user_data) > 0)
        {
          g_set_error (error, RAP_ERROR, RAP_ERROR_KIND_IN_USE,
                       "entity %s: kind: it is the outlet of articles, so it must be an outlet, organisation or"
                       " government; give those articles another outlet first", id);
          return FALSE;
        }
      if (count_broken (self, edits, id, RAP_KIND_MEETING, look_up, user_data) > 0)
        {
          g_set_error (error, RAP_ERROR, RAP_ERROR_KIND_IN_USE,
                       "entity %s: kind: it is the place of meetings, so it must be a place; give those meetings"
                       " another place first", id);
          return FALSE;
        }
    }
  return TRUE;
}
