/* rap-codebook-qdc.h
 *
 * A codebook as REFI-QDA Codebook 1.0 (.qdc), which the programs of the field
 * exchange: XML in the namespace urn:QDA-XML:codebook:1.0, a CodeBook that
 * holds Codes, in which Code elements (guid, name, isCodable, color, with a
 * Description) nest. The format has no keys, times or authors.
 * Source: REFI-QDA standard 1.5, section 5.2, and the schema Codebook.xsd of
 * https://www.qdasoftware.org/codebook-exchange/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record-source.h"

G_BEGIN_DECLS

/* Codes may be nested this deep. */
#define RAP_QDC_MAX_DEPTH 128

/* Whether the beginning of a file is that of a .qdc: the first element is a
 * CodeBook. Cheap. */
gboolean   rap_qdc_sniff (const char             *data,
                          gsize                   length);
/* The codes of the document, unsealed, parents before those below them. A code
 * with no guid, or one that is none or occurs twice, gets a new id; a colour
 * that is none gives way to the default. @notes (element-type utf8) gets a
 * sentence for each of these and for what is passed over. RAP_ERROR_FORMAT with
 * the line, RAP_ERROR_EMPTY. @utf8: NUL-terminated. (transfer full) (element-type RapCode) */
GPtrArray *rap_qdc_read  (const char             *utf8,
                          GPtrArray              *notes,
                          GError                **error);
/* Writes the document through @sink. */
gboolean   rap_qdc_write (RapJsonSink             sink,
                          gpointer                sink_data,
                          const RapRecordSource  *source,
                          GError                **error);

G_END_DECLS
