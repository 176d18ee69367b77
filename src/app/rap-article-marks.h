/* rap-article-marks.h
 *
 * The annotations of the article on show, in text order, with their highlights
 * in lanes. Loaded once per article and then kept up with the session's
 * commits: only records of this article are looked at, and an anchor is
 * verified when it comes in, not when it is drawn.
 *
 * No widgets; the view sets the emphasis, the painter reads it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-highlight-lanes.h"
#include "rap-mark-colours.h"
#include "rap-session.h"

G_BEGIN_DECLS

/* In rising order of loudness. */
typedef enum
{
  RAP_EMPHASIS_NONE,
  RAP_EMPHASIS_RELATED,   /* points to what is selected: the meeting, the entity */
  RAP_EMPHASIS_HOVER,
  RAP_EMPHASIS_FOCUS,     /* the annotation that keys act on */
} RapEmphasis;

/**
 * RapArticleMark: one annotation
 * @record: sealed; a claim, mention, evidence or coding
 * @hull: from the first start to the last end, inside the text
 * @colour: when it has one of its own under the colouring in use: "#rrggbb" or a
 *   name of the style sheet (rap-mark-colours.h), interned; else NULL
 * @doubtful: quote and position disagree
 * @emphasis: how loudly to draw it
 * @id_hash, @target_hash: g_str_hash() of its id and of what it points to, so that
 *   ten thousand can be looked through without touching their records
 * @target, @target_kind: as of rap_article_mark_get_target(); borrowed from @record
 * @place: among the marks when the lanes were made; G_MAXUINT before
 */
typedef struct
{
  RapRecord   *record;
  RapRange     hull;
  const char  *colour;
  gboolean     doubtful;
  RapEmphasis  emphasis;
  guint        id_hash;
  guint        target_hash;
  const char  *target;
  RapKind      target_kind;
  guint        place;
} RapArticleMark;

typedef struct _RapArticleMarks RapArticleMarks;

/* Layers that can be hidden: what is hidden is neither drawn, hit, stepped to
 * nor given a chip. */
typedef enum
{
  RAP_LAYER_CLAIMS   = 1 << 0,
  RAP_LAYER_PARTS    = 1 << 1,  /* cues and sources of claims */
  RAP_LAYER_MEETINGS = 1 << 2,
  RAP_LAYER_MENTIONS = 1 << 3,
  RAP_LAYER_CODINGS  = 1 << 4,
  RAP_LAYER_DATES    = 1 << 5,  /* expressions in the text; no annotations */
  RAP_LAYER_ALL      = (1 << 6) - 1,
} RapLayers;

/* Loads the annotations of @article. (transfer full) */
RapArticleMarks         *rap_article_marks_new       (RapSession            *session,
                                                      RapArticle            *article,
                                                      GError               **error);
void                     rap_article_marks_free      (RapArticleMarks       *self);
/* Follows a commit. FALSE when it touched nothing that is drawn here. */
gboolean                 rap_article_marks_update    (RapArticleMarks       *self,
                                                      const RapEdits        *edits);
guint                    rap_article_marks_get_n     (const RapArticleMarks *self);
/* By start of the hull, longer first, hidden ones too; borrowed until the next update. */
RapArticleMark          *rap_article_marks_get       (const RapArticleMarks *self,
                                                      guint                  i);
/* NULL when there is none of that id. */
RapArticleMark          *rap_article_marks_find      (const RapArticleMarks *self,
                                                      const char            *id);
/* The first mark whose hull starts at or after @offset; n when there is none. */
guint                    rap_article_marks_find_start (const RapArticleMarks *self,
                                                      guint                  offset);
/* Those shown with a range over @offset, innermost (shortest) first.
 * (transfer container) (element-type RapArticleMark) */
GPtrArray               *rap_article_marks_get_at    (const RapArticleMarks *self,
                                                      guint                  offset);
/* The innermost shown claim whose content covers all of @range, or NULL. */
RapClaim                *rap_article_marks_get_claim (const RapArticleMarks *self,
                                                      RapRange               range);
const RapHighlightLanes *rap_article_marks_get_lanes (const RapArticleMarks *self);
RapColourBy              rap_article_marks_get_colour_by (const RapArticleMarks *self);
void                     rap_article_marks_set_colour_by (RapArticleMarks   *self,
                                                      RapColourBy            by);
void                     rap_article_marks_set_layers (RapArticleMarks      *self,
                                                      RapLayers              layers);
/* Whether the layer of @mark is shown. */
gboolean                 rap_article_marks_is_shown  (const RapArticleMarks *self,
                                                      const RapArticleMark  *mark);
/* Passages that are proposed and not yet accepted (cue, source): drawn as an
 * outline; copied. @n 0 takes them away. @owner and @lane do not matter. */
void                     rap_article_marks_set_ghosts (RapArticleMarks      *self,
                                                      const RapHighlight    *ghosts,
                                                      guint                  n);
/* (array length=n) (nullable): borrowed */
const RapHighlight      *rap_article_marks_get_ghosts (const RapArticleMarks *self,
                                                      guint                 *n);
/* Date expressions of the text, in order and without overlap.
 * @dates: (nullable) (element-type RapRange): shared; not to be changed any more */
void                     rap_article_marks_set_dates (RapArticleMarks       *self,
                                                      GArray                *dates);
/* Those that reach into @window. (array length=n) (nullable): borrowed; none while
 * their layer is hidden. */
const RapRange          *rap_article_marks_get_dates (const RapArticleMarks *self,
                                                      RapRange               window,
                                                      guint                 *n);
/* What an annotation points to and shares with others: the meeting of
 * evidence, the entity of a mention, the code of a coding; a claim itself. */
RapKind                  rap_article_mark_get_target (const RapArticleMark  *mark,
                                                      const char           **id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapArticleMarks, rap_article_marks_free)

G_END_DECLS
