/* rap-import-duplicates.c
 *
 * What an import brought a second time, taken out again: one deletion an
 * article, all of them one group. The import itself never leaves anything out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-duplicates.h"

#include <glib/gi18n.h>

const RapImportDuplicate *
rap_import_duplicates_find (const RapImportResult *result)
{
  for (guint i = 0; result->duplicates != NULL && i < result->duplicates->len; i++)
    {
      const RapImportDuplicate *duplicate = result->duplicates->pdata[i];

      if (duplicate->exact)
        return duplicate;
    }
  return NULL;
}

/* The newer article, when it can go: nothing hangs on it, and the older one is there. (transfer full) */
static RapRecord *
load_removable (const RapImportResult *result,
                RapSession            *session)
{
  const RapImportDuplicate *duplicate = rap_import_duplicates_find (result);
  g_autoptr (RapEdits) edits = rap_edits_new (NULL);
  g_autoptr (RapRecord) newer = NULL;
  g_autoptr (RapRecord) older = NULL;
  guint n_dependents;

  if (duplicate == NULL || result->article == NULL || session == NULL)
    return NULL;
  newer = rap_session_load (session, RAP_KIND_ARTICLE, result->article, NULL);
  older = rap_session_load (session, RAP_KIND_ARTICLE, duplicate->article, NULL);
  if (newer == NULL || older == NULL
      || !rap_session_add_deletion (session, edits, newer, &n_dependents, NULL) || n_dependents > 0)
    return NULL;
  return g_steal_pointer (&newer);
}

/* (transfer full) */
static RapEdits *
collect (GPtrArray  *results,
         RapSession *session)
{
  RapEdits *edits = rap_edits_new (N_("Remove duplicates"));

  for (guint i = 0; i < results->len; i++)
    {
      g_autoptr (RapRecord) article = load_removable (results->pdata[i], session);

      if (article != NULL)
        rap_edits_delete (edits, article);
    }
  return edits;
}

guint
rap_import_duplicates_count (GPtrArray  *results,
                             RapSession *session)
{
  g_autoptr (RapEdits) edits = collect (results, session);

  return edits->edits->len;
}

guint
rap_import_duplicates_remove (GPtrArray   *results,
                              RapSession  *session,
                              GError     **error)
{
  g_autoptr (RapEdits) edits = collect (results, session);
  guint n = edits->edits->len;

  return n > 0 && rap_session_commit (session, edits, error) ? n : 0;
}
