/* rap-article-view-private.h
 *
 * What the files of the article pane share: rap-article-view.c shows,
 * rap-article-hand.c tags, rap-article-coding.c codes, rap-article-bounds.c selects and moves boundaries,
 * rap-article-keys.c holds the table of actions and keys, rap-article-seeing.c
 * colours, layers, map and list, rap-article-offer.c the line below the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-article-chips.h"
#include "rap-article-gesture.h"
#include "rap-article-layers.h"
#include "rap-article-map.h"
#include "rap-article-marks.h"
#include "rap-article-masthead.h"
#include "rap-article-namer.h"
#include "rap-article-text.h"
#include "rap-article-view.h"
#include "rap-carry-bar.h"
#include "rap-code-chooser.h"
#include "rap-mark-list.h"
#include "rap-meeting-chooser.h"
#include "rap-reading-finder.h"
#include "rap-reading-popover.h"
#include "rap-relate-chooser.h"

G_BEGIN_DECLS

typedef struct _RapArticleDating RapArticleDating;
typedef struct _RapArticleJumps RapArticleJumps;
typedef struct _RapArticleProposals RapArticleProposals;
typedef struct _RapReadingPlace RapReadingPlace;
typedef struct _RapReadingAloud RapReadingAloud;

/**
 * RapArticleView:
 * @article: on show, or NULL
 * @marks: of @article, or NULL
 * @hovered: id of the annotation under the pointer, or NULL
 * @own_choice: the selection is being set from here, so nothing scrolls
 * @choice_caret: where the caret was when the selection last changed
 * @pressed_offset, @pressed_depth: repeated clicks walk outwards
 * @relate_return: what had the keyboard before a claim is related, or NULL; weak
 * @grown: (element-type RapRange): passages that were grown, for shrinking back
 * @nudged_before, @nudged_after: a boundary being moved, not yet committed, or NULL
 * @annotations: what the inspector lists
 * @layers: RapLayers that are shown
 * @find_from: what was selected when the bar that finds was opened
 * @list_source, @offer_source, @scroll_source: of what follows when nothing else is to do, or 0
 */
struct _RapArticleView
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkStack           *stack;
  AdwStatusPage      *empty_page;
  RapArticleText     *text;
  RapArticleMasthead *masthead;
  RapArticleChips    *chips;
  RapMeetingChooser  *chooser;
  RapArticleNamer    *namer;
  RapCodeChooser     *code_chooser;   /* or NULL: not opened yet */
  RapRelateChooser   *relater;
  GtkPopover         *menu;
  RapArticleMap      *map;
  RapArticleLayers   *layers_popover;
  GtkMenuButton      *layers_button;
  RapReadingPopover  *reading_popover;
  GtkMenuButton      *reading_button;
  GtkLabel           *footer;
  RapCarryBar        *carry_bar;
  RapReadingFinder   *finder;

  RapSession         *session;
  RapSelection       *selection;
  GSettings          *settings;
  RapArticle         *article;
  RapArticleMarks    *marks;

  char               *hovered;
  gboolean            own_choice;
  guint               choice_caret;
  guint               pressed_offset;
  guint               pressed_depth;
  GtkWidget          *relate_return;
  RapArticleJumps    *jumps;
  RapArticleProposals *proposals;
  RapArticleDating    *dating;
  RapReadingPlace    *place;
  RapReadingAloud    *aloud;
  GCancellable       *counting;     /* of other places of a name, or NULL */
  GArray             *grown;
  RapRecord          *nudged_before;
  RapRecord          *nudged_after;
  RapMarkList        *annotations;
  RapColourBy         colour_by;
  guint               layers;
  RapRange            find_from;
  guint               list_source;
  guint               offer_source;
  guint               scroll_source;
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
void            rap_article_view_emit_chosen    (RapArticleView *self,
                                                 const char     *id);
void            rap_article_view_marks_changed  (RapArticleView *self);
/* The annotation is hovered, here or in a list elsewhere; NULL: none is. */
void            rap_article_view_hover          (RapArticleView *self,
                                                 const char     *id);
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
void            rap_article_hand_add_range      (RapArticleView *self);
void            rap_article_hand_remove_range   (RapArticleView *self);
void            rap_article_hand_set_part       (RapArticleView *self,
                                                 RapAnchorPart   part);
void            rap_article_hand_delete         (RapArticleView *self);
void            rap_article_hand_edit           (RapArticleView *self);

/* rap-article-relate.c */
/* (transfer full) */
RapArticleJumps *rap_article_jumps_new          (void);
void            rap_article_jumps_free          (RapArticleJumps *self);
/* Relations may have changed. */
void            rap_article_jumps_forget        (RapArticleJumps *self);
/* Opens "Relate to…" for the chosen claim. */
void            rap_article_relate_open         (RapArticleView *self);
void            rap_article_relate_closed       (RapArticleView *self);
/* Whether the two claims stand in any relation; quick for the same @claim. */
gboolean        rap_article_relate_is_related   (RapArticleView *self,
                                                 const char     *claim,
                                                 const char     *other);
void            rap_article_relate_jump         (RapArticleView *self);
/* The same from the claim @id of this article. */
void            rap_article_relate_jump_from    (RapArticleView *self,
                                                 const char     *id);
void            rap_article_relate_jump_back    (RapArticleView *self);

/* rap-article-coding.c */
/* The code with the key, on the selected passage or else the chosen claim. */
void            rap_article_hand_code           (RapArticleView *self,
                                                 const char     *key);
/* Any code, by type-ahead. */
void            rap_article_hand_code_any       (RapArticleView *self);

/* rap-article-dating.c */
/* (transfer full) */
RapArticleDating *rap_article_dating_new        (void);
void            rap_article_dating_free         (RapArticleDating *self);
/* Looks for dates when nothing else is to do: the article, or its date, is another. */
void            rap_article_dating_show         (RapArticleView *self);
/* Of the article that is left. */
void            rap_article_dating_forget       (RapArticleView *self);
/* What the date expression at the selection means, and where to put it. */
void            rap_article_dating_open         (RapArticleView *self);

/* rap-article-naming.c */
/* Says that the mention was made, and how many more of the name there are. */
void            rap_article_naming_tell         (RapArticleView *self,
                                                 const char     *mention);
/* Nothing more is said. */
void            rap_article_naming_stop         (RapArticleView *self);
/* Whether several entities bear the name. */
gboolean        rap_article_naming_is_shared    (RapArticleView *self,
                                                 const char     *name);
/* Opens the list of all places of the name that is meant. */
void            rap_article_naming_tag_all      (RapArticleView *self);

/* rap-article-bounds.c */
typedef RapRange (*RapBoundsFunc) (const RapArticle *article,
                                   guint             offset);
void            rap_article_bounds_select       (RapArticleView *self,
                                                 RapBoundsFunc   bounds);
/* The quotation around what is selected, or around the caret. */
void            rap_article_bounds_select_quotation (RapArticleView *self);
/* To the next larger of word, clause, sentence, quotation, paragraph and body. */
void            rap_article_bounds_grow         (RapArticleView *self);
/* Back the way it grew, else to the next smaller at its start. */
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

/* rap-reading-aloud.c */
void            rap_reading_aloud_init          (RapArticleView *self);
void            rap_reading_aloud_free          (RapReadingAloud *self);
/* Opens all page furniture if a screen reader is in use. */
void            rap_reading_aloud_show          (RapArticleView *self);

/* rap-reading-empty.c */
/* What to do where no article is on show. */
/* The page that stands there instead of @article, if it has lines that cannot be laid out, or of none (NULL). */
gboolean        rap_article_empty_is_for        (RapArticle     *article);
void            rap_article_empty_show          (RapArticleView *self,
                                                 RapArticle     *article);

/* rap-reading-find.c */
void            rap_article_find_init           (RapArticleView *self);
/* Another article is on show, or none. */
void            rap_article_find_show           (RapArticleView *self);
/* The bar, with the words that are selected. */
void            rap_article_find_open           (RapArticleView *self);
/* To the next (1) or previous (-1) hit; opens the bar when it is closed. */
void            rap_article_find_step           (RapArticleView *self,
                                                 int             by);
/* Marks no hit any more; FALSE when none was marked. */
gboolean        rap_article_find_drop_hits      (RapArticleView *self);

/* rap-reading-marking.c */
void            rap_article_marking_init        (RapArticleView *self);
/* What is selected, the paragraph of the caret, or the fold that has the keyboard. */
void            rap_article_marking_body        (RapArticleView *self);
void            rap_article_marking_furniture   (RapArticleView *self);

/* rap-reading-place.c */
/* (transfer full) */
RapReadingPlace *rap_reading_place_new          (void);
void            rap_reading_place_free          (RapReadingPlace *self);
void            rap_reading_place_init          (RapArticleView *self);
/* The session is another. */
void            rap_reading_place_follow        (RapArticleView *self);
/* An article came on show: back to where it was left. */
void            rap_reading_place_show          (RapArticleView *self);
/* The article on show is left. */
void            rap_reading_place_leave         (RapArticleView *self);
void            rap_reading_place_toggle_done   (RapArticleView *self);
void            rap_reading_place_toggle_read   (RapArticleView *self);

/* rap-reading-setting.c */
void            rap_reading_setting_init        (RapArticleView *self);

/* rap-article-seeing.c */
void            rap_article_seeing_init         (RapArticleView *self);
void            rap_article_seeing_dispose      (RapArticleView *self);
/* Another article is on show, or none. */
void            rap_article_seeing_show         (RapArticleView *self);
/* The annotations or the choice changed. */
void            rap_article_seeing_refresh      (RapArticleView *self);
/* The next colouring. */
void            rap_article_seeing_cycle        (RapArticleView *self);
/* The popover with colours and layers. */
void            rap_article_seeing_popup        (RapArticleView *self);

/* rap-article-proposals.c */
void            rap_article_proposals_init      (RapArticleView *self);
void            rap_article_proposals_dispose   (RapArticleView *self);
/* Shows what is proposed for the claim, if anything. */
void            rap_article_proposals_offer     (RapArticleView *self,
                                                 const char     *id);
/* The claim changed, or another was chosen. */
void            rap_article_proposals_follow    (RapArticleView *self);
/* Accepts what is pending; with nothing pending, asks anew for the chosen claim. */
void            rap_article_proposals_accept    (RapArticleView *self);
void            rap_article_proposals_drop      (RapArticleView *self);

/* rap-article-offer.c */
void            rap_article_offer_init          (RapArticleView *self);
void            rap_article_offer_dispose       (RapArticleView *self);
/* Says anew, a moment later, what is offered. */
void            rap_article_offer_update        (RapArticleView *self);
/* What Enter opens: with a selection the annotation around it; else the innermost
 * at the caret, but the chosen one where the caret is as it was when that was
 * chosen, or where there is none at the caret; NULL when there is none. */
RapArticleMark *rap_article_offer_get           (RapArticleView *self);

G_END_DECLS
