/* rap-import-report.h
 *
 * What an import brought: per article its file, title, date and where it was
 * found, duplicates and errors; can be copied as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-transfer.h"

G_BEGIN_DECLS

#define RAP_TYPE_IMPORT_REPORT (rap_import_report_get_type ())
G_DECLARE_FINAL_TYPE (RapImportReport, rap_import_report, RAP, IMPORT_REPORT, AdwWindow)

GtkWidget *rap_import_report_new  (void);
/* In place of what it showed before; kept by reference.
 * @results: (element-type RapImportResult)
 * @session: names the duplicates; may be NULL. */
void       rap_import_report_show (RapImportReport *self,
                                   GPtrArray       *results,
                                   RapSession      *session);

G_END_DECLS
