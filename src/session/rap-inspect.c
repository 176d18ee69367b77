/* rap-inspect.c
 *
 * Looking without changing: validate, show, list, check.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspect.h"

#include "rap-native-reader.h"
#include "rap-session-private.h"

GPtrArray *
rap_inspect_validate (GBytes  *json,
                      GError **error)
{
  return rap_native_check (json, error);
}

/* An array of what refers to the record, by kind; kinds without any are left out. */
static gboolean
write_linked (RapSession     *session,
              const char     *id,
              RapJsonWriter  *writer,
              GError        **error)
{
  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) linked = rap_session_load_linked (session, kind, id, 0, error);

      if (linked == NULL)
        return FALSE;
      if (linked->len == 0)
        continue;
      rap_json_writer_begin_array (writer, rap_kind_get_plural (kind));
      for (guint i = 0; i < linked->len; i++)
        rap_record_write_json (g_ptr_array_index (linked, i), writer, NULL);
      rap_json_writer_end_array (writer);
    }
  return TRUE;
}

gboolean
rap_inspect_show (RapSession     *session,
                  const char     *id,
                  RapJsonWriter  *writer,
                  GError        **error)
{
  g_autoptr (RapRecord) record = rap_session_find (session, id, error);

  if (record == NULL)
    return FALSE;
  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_string (writer, "kind", rap_kind_get_nick (rap_record_get_kind (record)));
  rap_record_write_json (record, writer, rap_kind_get_nick (rap_record_get_kind (record)));
  rap_json_writer_begin_object (writer, "linked");
  if (!write_linked (session, record->id, writer, error))
    return FALSE;
  rap_json_writer_end_object (writer);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
  return rap_json_writer_flush (writer, error);
}

static gboolean
write_line (RapRecord  *record,
            gpointer    user_data,
            GError    **error)
{
  rap_record_write_json (record, user_data, NULL);
  rap_json_writer_end_line (user_data);
  return TRUE;
}

gboolean
rap_inspect_list (RapSession     *session,
                  RapKind         kind,
                  RapJsonWriter  *writer,
                  GError        **error)
{
  return rap_store_foreach (rap_session_get_store (session), kind, write_line, writer, error)
      && rap_json_writer_flush (writer, error);
}

void
rap_problem_free (RapProblem *self)
{
  g_free (self->rule);
  g_free (self->object);
  g_free (self->message);
  g_free (self);
}

static GPtrArray *
take_problems (GPtrArray *found)
{
  GPtrArray *problems;

  if (found == NULL)
    return NULL;
  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_problem_free);
  for (guint i = 0; i < found->len; i++)
    {
      const RapStoreProblem *problem = g_ptr_array_index (found, i);
      RapProblem *copy = g_new0 (RapProblem, 1);

      copy->rule = g_strdup (problem->rule);
      copy->object = g_strdup (problem->object);
      copy->message = g_strdup (problem->message);
      copy->repairable = problem->repairable;
      g_ptr_array_add (problems, copy);
    }
  g_ptr_array_unref (found);
  return problems;
}

static gboolean
any_repairable (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (((RapProblem *) g_ptr_array_index (problems, i))->repairable)
      return TRUE;
  return FALSE;
}

GPtrArray *
rap_inspect_check (const char  *path,
                   gboolean     repair,
                   char       **backup,
                   GError     **error)
{
  g_autoptr (GPtrArray) problems = take_problems (rap_store_check (path, error));
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *target = NULL;

  if (problems == NULL || !repair || !any_repairable (problems))
    return g_steal_pointer (&problems);

  now = g_date_time_new_now_utc ();
  stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  target = g_strconcat (path, ".before-repair-", stamp, NULL);
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = take_problems (rap_store_repair (path, target, error));
  if (problems != NULL && backup != NULL)
    *backup = g_steal_pointer (&target);
  return g_steal_pointer (&problems);
}
