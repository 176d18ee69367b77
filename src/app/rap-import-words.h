/* rap-import-words.h
 *
 * What an import has to say, in sentences: where a thing stood, why it did not
 * come in, what was found of it and where, what it is a copy of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-transfer.h"

G_BEGIN_DECLS

/* "news.zip, talks/page.html", with the @folder or without. (transfer full) */
char     *rap_import_words_place   (const RapImportResult *result,
                                    gboolean               folder);
/* One sentence, said once: "The file is empty." (transfer full) */
char     *rap_import_words_reason  (const GError          *error);
/* What was found, and what is to be looked at, one sentence a line.
 * @session names the copies; may be NULL. @thorough: look for an older version
 * too, which reads the article. (transfer full) */
char     *rap_import_words_article (const RapImportResult *result,
                                    RapSession            *session,
                                    gboolean               thorough);
/* Where the other members were found, one a line; NULL: nothing is known of it. (transfer full) */
char     *rap_import_words_found   (const RapImportResult *result);
/* "12 articles imported, 2 need a look", where nothing failed. (transfer full) */
char     *rap_import_words_toast   (GPtrArray             *results);
/* "12 articles imported, 2 files could not be read". (transfer full) */
char     *rap_import_words_summary (GPtrArray             *results);
/* "about 3 minutes left", or NULL as long as it cannot be told. (transfer full) */
char     *rap_import_words_left    (double                 fraction,
                                    double                 seconds);
/* The article lacks a date, is a copy, or something of it was passed over. */
gboolean  rap_import_needs_eye     (const RapImportResult *result);

G_END_DECLS
