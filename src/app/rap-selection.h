/* rap-selection.h
 *
 * The one selection that all panes of a window share: which record is chosen,
 * and which article is on show. Panes listen to "changed" and set it; setting
 * what is already there does nothing, so that panes may follow each other
 * without a loop.
 *
 * The kind may be any of a project's: articles, meetings, claims, entities and
 * codes, but also a mention, evidence or coding that was clicked in the text.
 * A pane without a form for those shows what they point to.
 *
 * Signals:
 *   "changed" (): after kind, id or article changed; emitted once a change.
 *
 * Main thread only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_SELECTION (rap_selection_get_type ())
G_DECLARE_FINAL_TYPE (RapSelection, rap_selection, RAP, SELECTION, GObject)

/* (transfer full) */
RapSelection *rap_selection_new         (void);
/* @id NULL: nothing is chosen (@kind is then ignored). @article NULL: the
 * article on show stays. An article that is chosen is also shown. */
void          rap_selection_set         (RapSelection *self,
                                         RapKind       kind,
                                         const char   *id,
                                         const char   *article);
/* The same, and finds the article to show: that of a claim or annotation; for
 * a meeting or entity the article on show if it reports it, else the first
 * that does, else the one on show. */
void          rap_selection_choose      (RapSelection *self,
                                         RapSession   *session,
                                         RapKind       kind,
                                         const char   *id);
/* Nothing chosen and nothing on show. */
void          rap_selection_clear       (RapSelection *self);
/* RAP_KIND_PROJECT when nothing is chosen. */
RapKind       rap_selection_get_kind    (RapSelection *self);
/* NULL when nothing is chosen. */
const char   *rap_selection_get_id      (RapSelection *self);
/* The article on show, or NULL. */
const char   *rap_selection_get_article (RapSelection *self);
/* What the choice is about: the meeting of evidence, the entity of a mention,
 * the code of a coding, and everything else itself. Sets @kind. (transfer full), or NULL */
char         *rap_selection_get_subject (RapSelection *self,
                                         RapSession   *session,
                                         RapKind      *kind);
gboolean      rap_selection_is          (RapSelection *self,
                                         RapKind       kind,
                                         const char   *id);

G_END_DECLS
