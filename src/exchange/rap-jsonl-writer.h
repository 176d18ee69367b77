/* rap-jsonl-writer.h
 *
 * The data sets for machine learning: one JSON object a line, ids resolved to
 * names, offsets in code points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record-source.h"

G_BEGIN_DECLS

/* One claim a line: its native members, then "article_title", "outlet_name",
 * "published", "language", "speaker_name", "via_names", "code_names" and
 * "meeting_titles" (in the order of the claim's own lists). */
gboolean rap_jsonl_write_claims   (RapJsonWriter          *writer,
                                   const RapRecordSource  *source,
                                   GError                **error);
/* One article a line: "id", "title", "outlet_name", "published", "language",
 * "text", "body" and "spans": {"start", "end", "label", "kind", "id", "target"},
 * one for each range, those of one annotation with the same id. The label is
 * content, cue or source of a claim, the kind of the entity of a mention, the
 * aspect of evidence, the name of a code; target is what it points to. */
gboolean rap_jsonl_write_articles (RapJsonWriter          *writer,
                                   const RapRecordSource  *source,
                                   GError                **error);

G_END_DECLS
