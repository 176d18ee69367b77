/* rap-workbench.h
 *
 * The working window's inside: library, article and inspector side by side
 * over the timeline, all following one selection.
 *
 * Properties: library-visible, inspector-visible, timeline-visible (a narrow
 * window shows at most one side pane), in-use (whether there is a session).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-selection.h"

G_BEGIN_DECLS

#define RAP_TYPE_WORKBENCH (rap_workbench_get_type ())
G_DECLARE_FINAL_TYPE (RapWorkbench, rap_workbench, RAP, WORKBENCH, AdwBin)

/* NULL empties all panes. */
void          rap_workbench_set_session     (RapWorkbench *self,
                                             RapSession   *session);
/* Borrowed. */
RapSelection *rap_workbench_get_selection   (RapWorkbench *self);
/* Chooses the article and scrolls to the code point. */
void          rap_workbench_show_article    (RapWorkbench *self,
                                             const char   *article,
                                             guint         offset);
/* Chooses the next (+1) or previous (-1) annotation of the article in text order. */
void          rap_workbench_step_annotation (RapWorkbench *self,
                                             int           step);
/* The bar that finds in the article on show; FALSE without one. */
gboolean      rap_workbench_find            (RapWorkbench *self);
/* To the next (+1) or previous (-1) article of the library; FALSE at its end. */
gboolean      rap_workbench_step_article    (RapWorkbench *self,
                                             int           step);
/* "library", "article", "inspector" or "timeline". */
void          rap_workbench_focus_pane      (RapWorkbench *self,
                                             const char   *pane);
void          rap_workbench_focus_filter    (RapWorkbench *self);
/* The rules of thumb, in the inspector. */
void          rap_workbench_show_help       (RapWorkbench *self);
/* Borrowed; NULL when out of use. */
RapSession   *rap_workbench_get_session     (RapWorkbench *self);
/* Shows @page (taken) in the inspector, with the keyboard; NULL puts it away and
 * gives the keyboard back to the text. */
void          rap_workbench_open_page       (RapWorkbench *self,
                                             GtkWidget    *page);
/* Shows @page (floating, taken) in the place of the text, with the keyboard, until another article is chosen; NULL
 * puts it away and gives the keyboard back to the text. */
void          rap_workbench_open_centre     (RapWorkbench *self,
                                             GtkWidget    *page);
/* The page in the middle stays when @article is chosen: it is the page's choice. */
void          rap_workbench_keep_centre     (RapWorkbench *self,
                                             const char   *article);
/* Shows and selects a passage (code points); what is chosen stays. */
void          rap_workbench_show_passage    (RapWorkbench *self,
                                             const char   *article,
                                             RapRange      range);
/* Shows the article with all @hits of a search (element-type RapRange, in order)
 * marked and the one that is @current selected; its beginning when there are none. */
void          rap_workbench_show_hits       (RapWorkbench *self,
                                             const char   *article,
                                             const GArray *hits,
                                             guint         current);
/* The selected passage, when it stands in @article; FALSE when there is none. */
gboolean      rap_workbench_get_passage     (RapWorkbench *self,
                                             const char   *article,
                                             RapRange     *passage);
/* Commits what is being typed. */
void          rap_workbench_flush           (RapWorkbench *self);
/* Undoes (or redoes) in the field being typed in; FALSE when nothing is being typed. */
gboolean      rap_workbench_undo_typing     (RapWorkbench *self,
                                             gboolean      undo);
/* Which panes are shown, and their sizes in pixels. */
void          rap_workbench_restore_state   (RapWorkbench *self,
                                             GSettings    *settings);
void          rap_workbench_save_state      (RapWorkbench *self,
                                             GSettings    *settings);

G_END_DECLS
