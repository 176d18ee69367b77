/* rap-header-list.h
 *
 * A GListModel of RapHeader over one kind of record: holds row numbers only,
 * loads pages of headers as they are asked for, and follows the session's
 * commits with the smallest items-changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_HEADER_LIST (rap_header_list_get_type ())
G_DECLARE_FINAL_TYPE (RapHeaderList, rap_header_list, RAP, HEADER_LIST, GObject)

/* What the rows are of. */
RapKind      rap_header_list_get_kind    (RapHeaderList  *self);
/* See RapQuery.text; NULL or "" shows all. */
void         rap_header_list_set_filter  (RapHeaderList  *self,
                                          const char     *text);
const char  *rap_header_list_get_filter  (RapHeaderList  *self);
/* Only rows of one article; NULL = all. */
void         rap_header_list_set_article (RapHeaderList  *self,
                                          const char     *article);
/* Only what may lie in the days [first, last), or with @certain certainly does;
 * first = last shows all. See RapQuery. */
void         rap_header_list_set_days    (RapHeaderList  *self,
                                          gint64          first,
                                          gint64          last,
                                          gboolean        certain);
/* TRUE: changes are followed when the main loop is idle, after the window has
 * drawn what they are about; FALSE, at first: at once. */
void         rap_header_list_set_patient (RapHeaderList  *self,
                                          gboolean        patient);
/* TRUE: changes are followed when it is woken up again, for a list that nobody sees. */
void         rap_header_list_set_asleep  (RapHeaderList  *self,
                                          gboolean        asleep);
/* The order of the rows, @reversed from last to first; RAP_SORT_DAY at first. */
void         rap_header_list_set_sort    (RapHeaderList  *self,
                                          RapListSort     sort,
                                          gboolean        reversed);
/* TRUE while one change is told in two parts and only what goes was told: the
 * next items-changed brings what comes. */
gboolean     rap_header_list_is_halfway  (RapHeaderList  *self);
/* Position of the record in the list, or GTK's invalid position (G_MAXUINT). */
guint        rap_header_list_find        (RapHeaderList  *self,
                                          const char     *id);

G_END_DECLS
