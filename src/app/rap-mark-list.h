/* rap-mark-list.h
 *
 * The annotations on show as a list: RapRecord in text order, without those of
 * hidden layers. Follows the marks when told; what stays the same at the
 * beginning and at the end of the list is not announced as changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article-marks.h"

G_BEGIN_DECLS

#define RAP_TYPE_MARK_LIST (rap_mark_list_get_type ())
G_DECLARE_FINAL_TYPE (RapMarkList, rap_mark_list, RAP, MARK_LIST, GObject)

/* (transfer full) */
RapMarkList *rap_mark_list_new      (void);
/* Takes what @marks has now; NULL empties the list. */
void         rap_mark_list_update   (RapMarkList           *self,
                                     const RapArticleMarks *marks);
/* Where the annotation stands in the list; GTK_INVALID_LIST_POSITION (G_MAXUINT)
 * when it is not there. */
guint        rap_mark_list_find     (RapMarkList           *self,
                                     const char            *id);

G_END_DECLS
