/* rap-article-view-private.h
 *
 * What the files of the article pane share: rap-article-view.c shows,
 * rap-article-hand.c tags, rap-article-bounds.c selects and moves boundaries,
 * rap-article-keys.c holds the table of actions and keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article-chips.h"
#include "rap-article-gesture.h"
#include "rap-article-marks.h"
#include "rap-article-masthead.h"
#include "rap-article-namer.h"
#include "rap-article-text.h"
#include "rap-article-view.h"
#include "rap-meeting-chooser.h"

G_BEGIN_DECLS

/**
 * RapArticleView:
 * @article: on show, or NULL
 * @marks: of @article, or NULL
 * @hovered: id of the annotation under the pointer, or NULL
 * @own_choice: the selection is being set from here, so nothing scrolls
 * @pressed_offset, @pressed_depth: repeated clicks walk outwards
 * @relate_from: id of the claim that is being related, or NULL
 * @grown: (element-type RapRange): passages that were grown, for shrinking back
 * @nudged_before, @nudged_after: a boundary being moved, not yet committed, or NULL
 */
struct _RapArticleView
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkRevealer        *relate_bar;
  GtkLabel           *relate_label;
  GtkStack           *stack;
  RapArticleText     *text;
  RapArticleMasthead *masthead;
  RapArticleChips    *chips;
  RapMeetingChooser  *chooser;
  RapArticleNamer    *namer;
  GtkPopover         *relater;
  GtkPopover         *menu;

  RapSession         *session;
  RapSelection       *selection;
  GSettings          *settings;
  RapArticle         *article;
  RapArticleMarks    *marks;

  char               *hovered;
  gboolean            own_choice;
  guint               pressed_offset;
  guint               pressed_depth;
  char               *relate_from;
  char               *relate_to;
  GArray             *grown;
  RapRecord          *nudged_before;
  RapRecord          *nudged_after;
};

/* rap-article-view.c */
void            rap_article_view_message        (RapArticleView *self,
                                                 const char     *sentence);
void            rap_article_view_report         (RapArticleView *self,
                                                 const GError   *error);
/* The annotation that is chosen and stands in this article, or NULL. */
RapArticleMark *rap_article_view_get_current    (RapArticleView *self);
/* Chooses the annotation and puts the caret at its beginning. */
void            rap_article_view_choose         (RapArticleView *self,
                                                 RapRecord      *record);
/* Chooses the annotation; the text stays where it is. */
void            rap_article_view_choose_quietly (RapArticleView *self,
                                                 RapRecord      *record);
/* Asks for the record's form. */
void            rap_article_view_request_edit   (RapArticleView *self,
                                                 RapKind         kind,
                                                 const char     *id);
void            rap_article_view_emit_deleted   (RapArticleView *self,
                                                 const char     *label);
void            rap_article_view_update_emphasis (RapArticleView *self);
void            rap_article_view_marks_changed  (RapArticleView *self);
/* Where a popover about @range points, in the view's coordinates. */
void            rap_article_view_point_at       (RapArticleView *self,
                                                 GtkPopover     *popover,
                                                 RapRange        range);

/* rap-article-keys.c */
void            rap_article_keys_install        (GtkWidgetClass *widget_class);
void            rap_article_keys_add            (RapArticleView *self);
/* What can be done now. */
void            rap_article_keys_update         (RapArticleView *self);

/* rap-article-hand.c */
void            rap_article_hand_claim          (RapArticleView *self);
void            rap_article_hand_meeting        (RapArticleView *self);
void            rap_article_hand_mention        (RapArticleView *self);
void            rap_article_hand_code           (RapArticleView *self,
                                                 const char     *key);
void            rap_article_hand_add_range      (RapArticleView *self);
void            rap_article_hand_set_part       (RapArticleView *self,
                                                 RapAnchorPart   part);
void            rap_article_hand_delete         (RapArticleView *self);
void            rap_article_hand_edit           (RapArticleView *self);
void            rap_article_hand_relate         (RapArticleView *self);
void            rap_article_hand_relate_as      (RapArticleView *self,
                                                 RapRelationKind kind);
void            rap_article_hand_stop_relating  (RapArticleView *self);

/* rap-article-bounds.c */
typedef RapRange (*RapBoundsFunc) (const RapArticle *article,
                                   guint             offset);
void            rap_article_bounds_select       (RapArticleView *self,
                                                 RapBoundsFunc   bounds);
void            rap_article_bounds_grow         (RapArticleView *self);
void            rap_article_bounds_shrink       (RapArticleView *self);
void            rap_article_bounds_nudge        (RapArticleView *self,
                                                 gboolean        move_end,
                                                 int             direction,
                                                 gboolean        by_character);
/* Commits the boundary that is being moved, if any. */
void            rap_article_bounds_flush        (RapArticleView *self);
/* Next or previous annotation in the text. */
void            rap_article_bounds_step         (RapArticleView *self,
                                                 int             by);

G_END_DECLS
