/* rap-meeting-index.c
 *
 * Lines of meetings and names of entities, by number. A meeting that changes
 * is read again from the store, so that there is one way to fold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-fold.h"
#include "rap-meeting-index-private.h"
#include "rap-session-private.h"
#include "rap-store-meetings.h"

static void
clear_line (gpointer data)
{
  RapIndexLine *line = data;

  g_clear_pointer (&line->id, g_free);
  g_clear_pointer (&line->folded, g_free);
  g_clear_pointer (&line->parts, g_free);
}

static void
clear_entity (gpointer data)
{
  RapIndexEntity *entity = data;

  g_clear_pointer (&entity->id, g_free);
  g_clear_pointer (&entity->names, g_ptr_array_unref);
  g_clear_pointer (&entity->folded, g_free);
}

static guint
look_up (GHashTable *places,
         const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (places, id)) : 0;
}

char *
rap_meeting_index_fold (const char *text)
{
  g_autofree char *folded = rap_fold_name (text);

  return *folded != '\0' ? g_strconcat (" ", folded, NULL) : g_strdup ("");
}

/* The entity of that id, made when it is met for the first time. */
static RapIndexEntity *
get_entity (RapMeetingIndex *self,
            const char      *id)
{
  guint place = look_up (self->entity_of, id);
  RapIndexEntity entity;

  if (place == 0)
    {
      entity = (RapIndexEntity) { g_strdup (id), g_ptr_array_new_with_free_func (g_free), g_strdup ("") };
      g_array_append_val (self->entities, entity);
      place = self->entities->len;
      g_hash_table_insert (self->entity_of, g_strdup (id), GUINT_TO_POINTER (place));
    }
  return &g_array_index (self->entities, RapIndexEntity, place - 1);
}

static void
add_name (RapIndexEntity *entity,
          const char     *name)
{
  g_autofree char *folded = rap_meeting_index_fold (name);
  char *all = g_strconcat (entity->folded, folded, NULL);

  g_ptr_array_add (entity->names, g_strdup (name));
  g_free (entity->folded);
  entity->folded = all;
}

static void
name_cb (const char    *id,
         RapEntityKind  kind,
         const char    *name,
         gboolean       is_main,
         gpointer       user_data)
{
  add_name (get_entity (user_data, id), name);
}

static void
rename_entity (RapMeetingIndex *self,
               const RapEntity *record)
{
  RapIndexEntity *entity = get_entity (self, record->parent_instance.id);

  g_ptr_array_set_size (entity->names, 0);
  rap_set_string (&entity->folded, "");
  add_name (entity, record->name);
  for (guint i = 0; record->names != NULL && i < record->names->len; i++)
    add_name (entity, ((const RapName *) record->names->pdata[i])->name);
}

static guint32
number_of (RapMeetingIndex *self,
           const char      *id)
{
  get_entity (self, id);
  return look_up (self->entity_of, id) - 1;
}

/* What the store folded, in the way that names are folded here. (transfer full) */
static char *
fold_again (const char *folded)
{
  return g_str_is_ascii (folded) ? g_strdup (folded) : rap_meeting_index_fold (folded);
}

static void
line_cb (const RapStoreMeeting *meeting,
         gpointer               user_data)
{
  RapMeetingIndex *self = user_data;
  RapIndexLine line = {
    g_strdup (meeting->id), fold_again (meeting->folded), meeting->day_from, meeting->day_to,
    meeting->place != NULL ? number_of (self, meeting->place) : RAP_INDEX_NOBODY,
    meeting->n_participants, g_new (guint32, meeting->n_participants),
  };
  guint place = look_up (self->line_of, meeting->id);

  for (guint i = 0; i < line.n_parts; i++)
    line.parts[i] = number_of (self, meeting->participants[i]);
  if (place != 0)
    {
      clear_line (&g_array_index (self->lines, RapIndexLine, place - 1));
      g_array_index (self->lines, RapIndexLine, place - 1) = line;
      return;
    }
  g_array_append_val (self->lines, line);
  g_hash_table_insert (self->line_of, g_strdup (meeting->id), GUINT_TO_POINTER (self->lines->len));
}

static void
slice_cb (const RapStoreMeeting *meeting,
          gpointer               user_data)
{
  RapMeetingIndex *self = user_data;

  self->read_to = meeting->row;
  line_cb (meeting, self);
}

static void
remove_line (RapMeetingIndex *self,
             const char      *id)
{
  guint place = look_up (self->line_of, id);
  guint last = self->lines->len;

  if (place == 0)
    return;
  if (place != last)
    g_hash_table_insert (self->line_of, g_strdup (g_array_index (self->lines, RapIndexLine, last - 1).id),
                         GUINT_TO_POINTER (place));
  g_hash_table_remove (self->line_of, id);
  g_array_remove_index_fast (self->lines, place - 1);
}

RapMeetingIndex *
rap_meeting_index_new (RapSession *session)
{
  RapMeetingIndex *self = g_new0 (RapMeetingIndex, 1);

  self->session = session;
  self->lines = g_array_new (FALSE, FALSE, sizeof (RapIndexLine));
  self->entities = g_array_new (FALSE, FALSE, sizeof (RapIndexEntity));
  g_array_set_clear_func (self->lines, clear_line);
  g_array_set_clear_func (self->entities, clear_entity);
  self->line_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entity_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rap_store_foreach_name (rap_session_get_store (session), name_cb, self, NULL);
  return self;
}

void
rap_meeting_index_free (RapMeetingIndex *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->entities);
  g_hash_table_unref (self->line_of);
  g_hash_table_unref (self->entity_of);
  g_free (self);
}

/* What cannot be read is left out: the list says less, nothing is lost. */
void
rap_meeting_index_read (RapMeetingIndex *self,
                        guint            n)
{
  guint n_seen = 0;

  if (self->complete)
    return;
  if (!rap_store_foreach_meeting (rap_session_get_store (self->session), self->read_to, n, slice_cb, self, &n_seen, NULL))
    self->complete = TRUE;
  else
    self->complete = n_seen < n;
}

void
rap_meeting_index_follow (RapMeetingIndex *self,
                          const RapEdits  *edits)
{
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      RapRecord *record = edit->after != NULL ? edit->after : edit->before;
      RapKind kind = rap_record_get_kind (record);

      if (kind == RAP_KIND_ENTITY && edit->after != NULL)
        rename_entity (self, RAP_ENTITY (record));
      else if (kind == RAP_KIND_MEETING && edit->after == NULL)
        remove_line (self, record->id);
      else if (kind == RAP_KIND_MEETING)
        rap_store_visit_meeting (rap_session_get_store (self->session), record->id, line_cb, self, NULL);
    }
}

guint32
rap_meeting_index_entity (RapMeetingIndex *self,
                          const char      *id)
{
  guint place = look_up (self->entity_of, id);

  return place != 0 ? place - 1 : RAP_INDEX_NOBODY;
}
