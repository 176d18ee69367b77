/* rap-sample.c
 *
 * The built-in sample: a native document in the program's resources, imported
 * through the same door as any other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session.h"

#include "rap-importing-private.h"
#include "rap-session-resources.h"

gboolean
rap_session_load_sample (RapSession  *self,
                         GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (RapImporter) importer = NULL;
  RapImportResult *result;

  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  bytes = g_resource_lookup_data (rap_session_get_resource (), "/org/rapporteur/Rapporteur/session/sample.json",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  importer = rap_importer_new (self, NULL);
  rap_importer_add_bytes (importer, bytes, "sample", "json");
  rap_importer_save (importer, "Fill with the sample", G_MAXINT64);
  results = rap_importer_steal_results (importer);
  result = g_ptr_array_index (results, 0);
  if (result->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&result->error));
  return FALSE;
}
