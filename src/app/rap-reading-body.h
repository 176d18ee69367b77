/* rap-reading-body.h
 *
 * Which part of an article's text is the report: ranges put to it and taken out
 * of it by hand. The text and the annotations in it stay as they are. No GTK.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* The body with @passage in it; joined with what only white space divides from
 * it. NULL when it holds all of it already. (transfer full) (element-type RapRange) */
GArray  *rap_reading_body_add    (const RapArticle  *article,
                                  RapRange           passage);
/* The body without @passage; an article without a body counts as all body. Empty
 * when nothing would be left; NULL when nothing of @passage is in it.
 * (transfer full) (element-type RapRange) */
GArray  *rap_reading_body_remove (const RapArticle  *article,
                                  RapRange           passage);
/* Commits @passage as body, or as page furniture, as one undoable group. TRUE
 * without a commit when it is that already; RAP_ERROR_INVALID when no body would
 * be left. */
gboolean rap_reading_body_mark   (RapSession        *session,
                                  RapArticle        *article,
                                  RapRange           passage,
                                  gboolean           as_body,
                                  GError           **error);

G_END_DECLS
