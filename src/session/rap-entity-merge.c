/* rap-entity-merge.c
 *
 * Re-points references by the field tables, so that a new member that refers
 * to an entity is moved without a word here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-entity-merge.h"

/* The group in the making: who refers to @from shall refer to @to. */
typedef struct
{
  RapSession     *session;
  RapEdits       *edits;
  const char     *from;
  const char     *to;
  GHashTable     *only;    /* ids of the records that move, or NULL: all */
  RapEntityMoves  moves;
} Plan;

static gboolean
refs_have (char       **refs,
           const char  *id)
{
  return refs != NULL && g_strv_contains ((const char * const *) refs, id);
}

/* @from becomes @to, or is left out where @to stands already. */
static void
repoint_refs (char       ***refs,
              const char   *from,
              const char   *to)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  gboolean has = refs_have (*refs, to);

  if (!refs_have (*refs, from))
    return;
  for (guint i = 0; (*refs)[i] != NULL; i++)
    if (!g_str_equal ((*refs)[i], from))
      g_strv_builder_add (kept, (*refs)[i]);
    else if (!has)
      g_strv_builder_add (kept, to);
  g_strfreev (*refs);
  *refs = g_strv_builder_end (kept);
}

static RapParticipant *
find_participant (GPtrArray  *participants,
                  const char *id)
{
  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      RapParticipant *one = participants->pdata[i];

      if (g_str_equal (one->entity, id))
        return one;
    }
  return NULL;
}

/* A meeting that had both keeps one: what either says of role and capacity. */
static void
join_participants (GPtrArray      *participants,
                   RapParticipant *gone,
                   RapParticipant *stays)
{
  if (stays->role == RAP_ROLE_PARTICIPANT)
    stays->role = gone->role;
  if (*stays->capacity == '\0')
    rap_set_string (&stays->capacity, gone->capacity);
  else if (*gone->capacity != '\0' && !g_str_equal (gone->capacity, stays->capacity))
    {
      g_autofree char *both = g_strdup_printf ("%s; %s", stays->capacity, gone->capacity);

      rap_set_string (&stays->capacity, both);
    }
  g_ptr_array_remove (participants, gone);
}

static void
repoint_participants (GPtrArray  *participants,
                      const char *from,
                      const char *to)
{
  RapParticipant *gone = find_participant (participants, from);
  RapParticipant *stays = find_participant (participants, to);

  if (gone == NULL)
    return;
  if (stays != NULL)
    join_participants (participants, gone, stays);
  else
    rap_set_string (&gone->entity, to);
}

static void
repoint (RapRecord  *record,
         const char *from,
         const char *to)
{
  guint n_fields;
  const RapField *fields = rap_kind_get_fields (rap_record_get_kind (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    switch (fields[i].type)
      {
      case RAP_FIELD_REF:
        if (g_strcmp0 (rap_record_member (record, &fields[i], char *), from) == 0)
          rap_set_string (&rap_record_member (record, &fields[i], char *), to);
        break;
      case RAP_FIELD_REFS:
        repoint_refs (&rap_record_member (record, &fields[i], char **), from, to);
        break;
      case RAP_FIELD_PARTICIPANTS:
        repoint_participants (rap_record_member (record, &fields[i], GPtrArray *), from, to);
        break;
      default:
        break;
      }
}

static void
count (Plan            *plan,
       const RapRecord *before)
{
  RapEntityMoves *moves = &plan->moves;

  switch ((int) rap_record_get_kind (before))
    {
    case RAP_KIND_MENTION:
      moves->n_mentions++;
      break;
    case RAP_KIND_CLAIM:
      moves->n_spoken += g_strcmp0 (((const RapClaim *) before)->speaker, plan->from) == 0;
      moves->n_passed_on += refs_have (((const RapClaim *) before)->via, plan->from);
      break;
    case RAP_KIND_MEETING:
      moves->n_meetings += find_participant (((const RapMeeting *) before)->participants, plan->from) != NULL;
      moves->n_places += g_strcmp0 (((const RapMeeting *) before)->place, plan->from) == 0;
      break;
    case RAP_KIND_ARTICLE:
      moves->n_articles++;
      break;
    case RAP_KIND_ENTITY:
      moves->n_ruled_out++;
      break;
    default:
      break;
    }
}

static gboolean
repoint_kind (Plan     *plan,
              RapKind   kind,
              GError  **error)
{
  g_autoptr (GPtrArray) linked = rap_session_load_linked (plan->session, kind, plan->from, 0, error);

  for (guint i = 0; linked != NULL && i < linked->len; i++)
    {
      RapRecord *before = linked->pdata[i];
      g_autoptr (RapRecord) after = NULL;

      if (plan->only != NULL && !g_hash_table_contains (plan->only, before->id))
        continue;
      after = rap_record_copy (before);
      repoint (after, plan->from, plan->to);
      rap_edits_replace (plan->edits, before, after);
      count (plan, before);
    }
  return linked != NULL;
}

static gboolean
repoint_all (Plan    *plan,
             GError **error)
{
  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    /* split entities keep those that they were told from */
    if ((kind != RAP_KIND_ENTITY || plan->only == NULL) && !repoint_kind (plan, kind, error))
      return FALSE;
  return TRUE;
}

/* Merging */

static gboolean
has_name (const RapEntity *entity,
          const char      *name)
{
  if (g_str_equal (entity->name, name))
    return TRUE;
  for (guint i = 0; entity->names != NULL && i < entity->names->len; i++)
    if (g_str_equal (((RapName *) entity->names->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

static gboolean
add_name (RapEntity   *entity,
          const char  *name,
          const char  *language,
          RapNameKind  kind)
{
  if (has_name (entity, name))
    return FALSE;
  if (entity->names == NULL)
    entity->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  g_ptr_array_add (entity->names, rap_name_new (name, language, kind));
  return TRUE;
}

static void
add_ruled_out (RapEntity  *entity,
               const char *id)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  if (g_str_equal (id, RAP_RECORD (entity)->id) || refs_have (entity->not_same_as, id))
    return;
  if (entity->not_same_as != NULL)
    g_strv_builder_addv (all, (const char **) entity->not_same_as);
  g_strv_builder_add (all, id);
  g_strfreev (entity->not_same_as);
  entity->not_same_as = g_strv_builder_end (all);
}

/* @into with what @from has. */
static void
unite (RapEntity       *into,
       const RapEntity *from,
       RapEntityMoves  *moves)
{
  moves->n_names += add_name (into, from->name, "", RAP_NAME_ALIAS);
  for (guint i = 0; from->names != NULL && i < from->names->len; i++)
    {
      const RapName *name = from->names->pdata[i];

      moves->n_names += add_name (into, name->name, name->language, name->kind);
    }
  for (guint i = 0; from->not_same_as != NULL && from->not_same_as[i] != NULL; i++)
    add_ruled_out (into, from->not_same_as[i]);
  if (*from->note != '\0' && !g_str_equal (from->note, into->note))
    {
      g_autofree char *note = g_strconcat (into->note, *into->note != '\0' ? "\n\n" : "", from->note, NULL);

      rap_set_string (&into->note, note);
    }
}

gboolean
rap_entity_is_ruled_out (const RapEntity *a,
                         const RapEntity *b)
{
  return refs_have (a->not_same_as, ((const RapRecord *) b)->id)
         || refs_have (b->not_same_as, ((const RapRecord *) a)->id);
}

static gboolean
may_merge (const RapEntity  *from,
           const RapEntity  *into,
           GError          **error)
{
  if (g_str_equal (((const RapRecord *) from)->id, ((const RapRecord *) into)->id))
    g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "“%s” cannot be merged with itself", from->name);
  else if (from->kind != into->kind)
    g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "“%s” and “%s” are of different kinds; make them one kind first",
                 from->name, into->name);
  else if (rap_entity_is_ruled_out (from, into))
    g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID,
                 "“%s” and “%s” are marked as not the same; take that back first", from->name, into->name);
  else
    return TRUE;
  return FALSE;
}

RapEdits *
rap_entity_merge_build (RapSession      *session,
                        const char      *from,
                        const char      *into,
                        RapReliability   reliability,
                        const char      *label,
                        RapEntityMoves  *moves,
                        GError         **error)
{
  g_autoptr (RapRecord) gone = rap_session_load (session, RAP_KIND_ENTITY, from, error);
  g_autoptr (RapRecord) before = gone != NULL ? rap_session_load (session, RAP_KIND_ENTITY, into, error) : NULL;
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapEntity) after = NULL;
  Plan plan = { session, edits, from, into, NULL, { 0 } };

  if (before == NULL || !may_merge (RAP_ENTITY (gone), RAP_ENTITY (before), error))
    return NULL;
  after = RAP_ENTITY (rap_record_copy (before));
  after->reliability = reliability;
  unite (after, RAP_ENTITY (gone), &plan.moves);
  rap_edits_replace (edits, before, RAP_RECORD (after));
  if (!repoint_all (&plan, error))
    return NULL;
  rap_edits_delete (edits, gone);
  if (moves != NULL)
    *moves = plan.moves;
  return g_steal_pointer (&edits);
}

/* Splitting */

static void
take_name (RapEntity  *entity,
           const char *name)
{
  for (guint i = entity->names != NULL ? entity->names->len : 0; i > 0; i--)
    if (g_str_equal (((RapName *) entity->names->pdata[i - 1])->name, name))
      g_ptr_array_remove_index (entity->names, i - 1);
  if (entity->names != NULL && entity->names->len == 0)
    g_clear_pointer (&entity->names, g_ptr_array_unref);
}

/* Names that go over leave the old entity; what is the new one's main name does too. */
static void
move_names (RapEntity          *old,
            RapEntity          *made,
            const char * const *names,
            RapEntityMoves     *moves)
{
  g_autoptr (RapEntity) source = RAP_ENTITY (rap_record_copy (RAP_RECORD (old)));

  for (guint i = 0; source->names != NULL && i < source->names->len; i++)
    {
      const RapName *name = source->names->pdata[i];

      if (!g_strv_contains (names, name->name) && !g_str_equal (name->name, made->name))
        continue;
      take_name (old, name->name);
      add_name (made, name->name, name->language, name->kind);
      moves->n_names++;
    }
}

static GHashTable *
make_set (const char * const *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) ids[i]);
  return set;
}

static gboolean
may_split (const char          *name,
           const char * const  *names,
           const char * const  *moved,
           GError             **error)
{
  if (name == NULL || *name == '\0')
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, "the new entity needs a name");
  else if (*names == NULL && *moved == NULL)
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, "nothing is chosen that goes over to the new entity");
  else
    return TRUE;
  return FALSE;
}

static RapEntity *
make_twin (const RapEntity *entity,
           const char      *name)
{
  RapEntity *twin = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));

  twin->kind = entity->kind;
  twin->reliability = entity->reliability;
  rap_set_string (&twin->name, name);
  return twin;
}

RapEdits *
rap_entity_split_build (RapSession          *session,
                        const char          *id,
                        const char          *name,
                        const char * const  *names,
                        const char * const  *moved,
                        const char          *label,
                        RapEntityMoves      *moves,
                        char               **made,
                        GError             **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapRecord) before = NULL;
  g_autoptr (RapEntity) old = NULL, twin = NULL;
  g_autoptr (GHashTable) only = make_set (moved);
  Plan plan = { session, edits, id, NULL, only, { 0 } };

  if (!may_split (name, names, moved, error))
    return NULL;
  before = rap_session_load (session, RAP_KIND_ENTITY, id, error);
  if (before == NULL)
    return NULL;
  old = RAP_ENTITY (rap_record_copy (before));
  twin = make_twin (old, name);
  plan.to = RAP_RECORD (twin)->id;
  move_names (old, twin, names, &plan.moves);
  add_ruled_out (old, RAP_RECORD (twin)->id);
  add_ruled_out (twin, id);
  rap_edits_insert (edits, RAP_RECORD (twin));
  rap_edits_replace (edits, before, RAP_RECORD (old));
  if (!repoint_all (&plan, error))
    return NULL;
  if (moves != NULL)
    *moves = plan.moves;
  if (made != NULL)
    *made = g_strdup (RAP_RECORD (twin)->id);
  return g_steal_pointer (&edits);
}

RapEdits *
rap_entity_rule_out_build (RapSession  *session,
                           const char  *a,
                           const char  *b,
                           const char  *label,
                           GError     **error)
{
  const char *ids[] = { a, b };
  g_autoptr (RapEdits) edits = rap_edits_new (label);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (RapRecord) before = rap_session_load (session, RAP_KIND_ENTITY, ids[i], error);
      g_autoptr (RapRecord) after = before != NULL ? rap_record_copy (before) : NULL;

      if (after == NULL)
        return NULL;
      add_ruled_out (RAP_ENTITY (after), ids[1 - i]);
      rap_edits_replace (edits, before, after);
    }
  return g_steal_pointer (&edits);
}
