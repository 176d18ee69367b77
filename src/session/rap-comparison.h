/* rap-comparison.h
 *
 * Two articles held side by side, so that an analyst sees what a copy took over,
 * what it changed, what it left out and what it added; and which articles of the
 * project look like copies of one another. Nothing is stored or merged: what is a
 * copy is for the analyst to say (RapArticle.copied_from). Main thread.
 *
 * Ranges are code points of the article they belong to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_SIDE_A,
  RAP_SIDE_B,
  RAP_N_SIDES,
} RapSide;

/* What becomes of a stretch of text on the other side. */
typedef enum
{
  RAP_SHARED_EXACT,   /* stands there with the same words */
  RAP_SHARED_CHANGED, /* stands there, but words of it are others */
  RAP_SHARED_NOT,     /* is missing there */
} RapSharedKind;

/**
 * RapComparedWords: words of one passage that are not the same on both sides
 * @ranges: by RapSide; empty where the other side has put words in
 */
typedef struct
{
  RapRange ranges[RAP_N_SIDES];
} RapComparedWords;

/**
 * RapComparedPassage: a sentence, or two that the other side has as one
 * @kind: RAP_SHARED_NOT: only one of the ranges is set, the other is empty and stands where it would be
 * @ranges: by RapSide
 * @moved: stands in another order there
 * @score: words in common, 0 to 1
 * @words: (nullable) (element-type RapComparedWords): of RAP_SHARED_CHANGED, by place
 */
typedef struct
{
  RapSharedKind kind;
  RapRange ranges[RAP_N_SIDES];
  gboolean moved;
  double score;
  GArray *words;
} RapComparedPassage;

/**
 * RapComparison:
 * @articles: by RapSide; owned
 * @passages: (element-type RapComparedPassage): in the order of side A; what only B has stands after what it follows there
 * @parts: the part of that side's words that stands on the other, 0 to 1
 */
typedef struct
{
  RapArticle *articles[RAP_N_SIDES];
  GArray *passages;
  double parts[RAP_N_SIDES];
} RapComparison;

/* @a, @b: ids of two articles. Compares their bodies. (transfer full); NULL with @error when one cannot be loaded. */
RapComparison *rap_session_compare           (RapSession           *self,
                                              const char           *a,
                                              const char           *b,
                                              GError              **error);
void           rap_comparison_free           (RapComparison        *self);
/* Passages of that kind. */
guint          rap_comparison_count          (const RapComparison  *self,
                                              RapSharedKind         kind,
                                              RapSide               side);

/**
 * RapCopy: an article that may be a copy of another, or its source
 * @article: id
 * @score: estimated part of the phrases of both that they have in common, 0 to 1
 */
typedef struct
{
  char *article;
  double score;
} RapCopy;

/* The likest first, at most @limit: copies, and reports that quote the same words at length.
 * Looks at the signatures of all articles: 0.1 s for 100,000. (transfer full) (element-type RapCopy) */
GPtrArray     *rap_session_find_copies       (RapSession           *self,
                                              const char           *article,
                                              guint                 limit,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapComparison, rap_comparison_free)

G_END_DECLS
