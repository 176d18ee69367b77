/* rap-row-face.h
 *
 * What a row of the library says and which signs it bears, made from its
 * RapHeader when the row is drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "rap-header.h"

G_BEGIN_DECLS

/**
 * RapArticleCells: what the list of articles shows beside the title, in its
 * rows and as columns of its table
 */
typedef enum
{
  RAP_CELL_OUTLET   = 1 << 0,
  RAP_CELL_DATE     = 1 << 1,
  RAP_CELL_LANGUAGE = 1 << 2,
  RAP_CELL_COUNTS   = 1 << 3,
  RAP_CELL_MARK     = 1 << 4,
} RapArticleCells;

/**
 * RapRowFace:
 * @badge: a short mark before everything, or NULL
 * @icon: name of an icon before everything, or NULL
 * @title: the first lines
 * @line: the quiet line, from its start
 * @end: at the end of the quiet line
 * @is_fresh: a dot says that it is unread
 * @is_warned: a sign says that reports contradict each other
 * @is_hedged: a badge says so at the end of the quiet line
 */
typedef struct
{
  char       *badge;
  const char *icon;
  char       *title;
  char       *line;
  char       *end;
  gboolean    is_fresh;
  gboolean    is_warned;
  gboolean    is_hedged;
} RapRowFace;

/* What the list of articles shows from now on; outlet, date and counts at first. */
void        rap_row_face_set_cells   (guint             cells);
guint       rap_row_face_get_cells   (void);
/* How many lines the titles of @kind get, the same for every row. */
guint       rap_row_face_count_lines (RapKind           kind);
/* Whether the title stands out, as that of an article does that nobody has read yet, or stands back: it is done. */
gboolean    rap_row_face_is_strong   (const RapHeader  *header);
gboolean    rap_row_face_is_done     (const RapHeader  *header);
RapRowFace *rap_row_face_new         (const RapHeader  *header);
void        rap_row_face_free        (RapRowFace       *self);
/* One cell of an article, or "". (transfer full) */
char       *rap_row_face_get_cell    (const RapHeader  *article,
                                      RapArticleCells   cell);
/* The whole row in words, for those who do not see it; the title apart. (transfer full) */
char       *rap_row_face_get_title   (const RapHeader  *header);
char       *rap_row_face_describe    (const RapHeader  *header);
/* What the row has no room for. (transfer full) */
char       *rap_row_face_get_tooltip (const RapHeader  *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapRowFace, rap_row_face_free)

G_END_DECLS
