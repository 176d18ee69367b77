/* rap-unique.c
 *
 * The rules that a record cannot know of itself nor of what it refers to: a
 * key belongs to one code, and two claims stand in a relation of a kind once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session-private.h"

#define FEW 100  /* edits; more are compared with everything that is stored */

/* What is stored, less what the group changes, plus what it brings. */
typedef struct
{
  GHashTable *changed;   /* ids the group is about */
  GHashTable *taken;     /* key or pair -> id */
} Survey;

static char *
make_code_key (const RapRecord *record)
{
  const RapCode *code = (const RapCode *) record;

  return code->key != NULL && *code->key != '\0' ? g_strdup (code->key) : NULL;
}

static char *
make_relation_key (const RapRecord *record)
{
  const RapRelation *relation = (const RapRelation *) record;
  gboolean directed = relation->kind == RAP_RELATION_SUPPORTS;
  gboolean swap = !directed && g_strcmp0 (relation->from, relation->to) > 0;

  return g_strdup_printf ("%u %s %s", relation->kind, swap ? relation->to : relation->from,
                          swap ? relation->from : relation->to);
}

static const struct
{
  RapKind      kind;
  char      *(*make_key) (const RapRecord *record);
  RapError     code;
  const char  *message;
} rules[] = {
  { RAP_KIND_CODE, make_code_key, RAP_ERROR_KEY_TAKEN, "key: another code has it already; take a free one" },
  { RAP_KIND_RELATION, make_relation_key, RAP_ERROR_INVALID, "the two claims stand in this relation already" },
};

typedef struct
{
  Survey  *survey;
  char  *(*make_key) (const RapRecord *record);
} Visit;

static gboolean
note_stored (RapRecord  *record,
             gpointer    user_data,
             GError    **error)
{
  Visit *visit = user_data;
  char *key = visit->make_key (record);

  if (key != NULL && !g_hash_table_contains (visit->survey->changed, record->id))
    g_hash_table_insert (visit->survey->taken, key, g_strdup (record->id));
  else
    g_free (key);
  return TRUE;
}

static guint
count_kind (const RapEdits *edits,
            RapKind         kind)
{
  guint n = 0;

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapRecord *after = rap_edits_get (edits, i)->after;

      n += after != NULL && rap_record_get_kind (after) == kind;
    }
  return n;
}

/* Whatever could have the same key. Of few relations, only those of the same
 * claim: relating must not take longer the more relations there are. */
static gboolean
note_rivals (RapSession      *self,
             const RapEdits  *edits,
             RapKind          kind,
             Visit           *visit,
             GError         **error)
{
  RapStore *store = rap_session_get_store (self);

  if (kind != RAP_KIND_RELATION || count_kind (edits, kind) > FEW)
    return rap_store_foreach (store, kind, note_stored, visit, error);
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapRecord *after = rap_edits_get (edits, i)->after;
      g_autoptr (GPtrArray) rivals = NULL;

      if (after == NULL || rap_record_get_kind (after) != kind)
        continue;
      rivals = rap_store_load_linked (store, kind, ((const RapRelation *) after)->from, 0, error);
      if (rivals == NULL)
        return FALSE;
      for (guint j = 0; j < rivals->len; j++)
        note_stored (rivals->pdata[j], visit, NULL);
    }
  return TRUE;
}

static gboolean
take_keys (const RapEdits  *edits,
           guint            rule,
           Survey          *survey,
           GError         **error)
{
  for (guint i = 0; i < edits->edits->len; i++)
    {
      RapRecord *after = rap_edits_get (edits, i)->after;
      g_autofree char *key = NULL;

      if (after == NULL || rap_record_get_kind (after) != rules[rule].kind)
        continue;
      key = rules[rule].make_key (after);
      if (key == NULL)
        continue;
      if (g_hash_table_contains (survey->taken, key))
        {
          g_set_error (error, RAP_ERROR, rules[rule].code, "%s %s: %s",
                       rap_kind_get_nick (rules[rule].kind), after->id, rules[rule].message);
          return FALSE;
        }
      g_hash_table_insert (survey->taken, g_steal_pointer (&key), g_strdup (after->id));
    }
  return TRUE;
}

gboolean
rap_session_validate_unique (RapSession      *self,
                             const RapEdits  *edits,
                             GError         **error)
{
  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    {
      g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      Survey survey = { changed, taken };
      Visit visit = { &survey, rules[rule].make_key };

      if (count_kind (edits, rules[rule].kind) == 0)
        continue;
      for (guint i = 0; i < edits->edits->len; i++)
        g_hash_table_add (changed, rap_edit_get_record (rap_edits_get (edits, i))->id);
      if (!note_rivals (self, edits, rules[rule].kind, &visit, error)
          || !take_keys (edits, rule, &survey, error))
        return FALSE;
    }
  return TRUE;
}
