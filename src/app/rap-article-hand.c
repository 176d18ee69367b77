/* rap-article-hand.c
 *
 * The hand work of the article pane: takes the passage and the annotation that
 * are chosen, lets the gesture commit, and chooses what came of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-furniture.h"
#include "rap-article-ranges.h"
#include "rap-article-view-private.h"
#include "rap-delete.h"

/* A selection may have been made backwards; afterwards the caret is at its end. */
static void
end_selection (RapArticleView *self,
               RapRange        passage)
{
  rap_article_text_select (self->text, (RapRange) { passage.end, passage.end });
}

/* An annotation may stand in page furniture, but not run into it. */
static gboolean
is_in_one_piece (RapArticleView *self,
                 RapRange        passage)
{
  if (!rap_article_crosses_furniture (self->article, passage))
    return TRUE;
  rap_article_view_message (self, _("The selection runs across page furniture. Tag the part before it, "
                                    "then select the part after it and press A to add it."));
  return FALSE;
}

/* The passage that is selected, or a sentence why there is none. */
static gboolean
take_passage (RapArticleView *self,
              RapRange       *passage)
{
  RapRange raw;

  rap_article_bounds_flush (self);
  if (self->article == NULL)
    return FALSE;
  if (rap_article_view_get_passage (self, passage))
    return is_in_one_piece (self, *passage);
  raw = rap_article_text_get_selection (self->text);
  rap_article_view_message (self, rap_range_is_empty (raw)
                                    ? _("Select the passage first: Shift with the arrow keys, W, L, S, Q or P, or the mouse.")
                                    : _("The selection is only white space. Select the words of the passage."));
  return FALSE;
}

/* The passage that is selected, else the sentence at the caret. */
static gboolean
take_sentence (RapArticleView *self,
               RapRange       *passage)
{
  RapRange raw;

  if (self->article == NULL)
    return FALSE;
  raw = rap_article_text_get_selection (self->text);
  if (!rap_range_is_empty (raw))
    return take_passage (self, passage);
  rap_article_bounds_flush (self);
  *passage = rap_session_trim_passage (self->article, rap_session_sentence_at (self->article, raw.start));
  if (rap_range_is_empty (*passage))
    rap_article_view_message (self, _("There is no sentence at the caret. Select the passage first."));
  return !rap_range_is_empty (*passage);
}

/* The chosen annotation, or a sentence why there is none. */
static RapArticleMark *
take_current (RapArticleView *self,
              gboolean        only_claims)
{
  RapArticleMark *current;

  rap_article_bounds_flush (self);
  current = rap_article_view_get_current (self);
  if (current != NULL && (!only_claims || RAP_IS_CLAIM (current->record)))
    return current;
  rap_article_view_message (self, only_claims ? _("Choose a claim first: click it, or press N until you are there.")
                                              : _("Choose an annotation first: click it, or press N until you are there."));
  return NULL;
}

static void
choose_made (RapArticleView *self,
             const char     *id,
             RapRange        passage)
{
  RapArticleMark *mark = rap_article_marks_find (self->marks, id);

  end_selection (self, passage);
  if (mark != NULL)
    rap_article_view_choose_quietly (self, mark->record);
}

void
rap_article_hand_claim (RapArticleView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RapRange passage;

  if (!take_sentence (self, &passage))
    return;
  if (!rap_gesture_tag_claim (self->session, self->article, passage, &id, &error))
    {
      rap_article_view_report (self, error);
      return;
    }
  choose_made (self, id, passage);
  rap_article_view_request_edit (self, RAP_KIND_CLAIM, id);
  rap_article_proposals_offer (self, id);
}

/* Without a selection, the passage of the chosen claim will do. */
static gboolean
take_meeting_passage (RapArticleView *self,
                      RapRange       *passage)
{
  RapArticleMark *current = rap_article_view_get_current (self);

  if (current == NULL || !RAP_IS_CLAIM (current->record) ||
      !rap_range_is_empty (rap_article_text_get_selection (self->text)))
    return take_passage (self, passage);
  rap_article_bounds_flush (self);
  *passage = rap_article_view_get_current (self)->hull;
  return !rap_range_is_empty (*passage);
}

void
rap_article_hand_meeting (RapArticleView *self)
{
  RapArticleMark *current;
  RapClaim *claim;
  RapRange passage;

  if (!take_meeting_passage (self, &passage))
    return;
  current = rap_article_view_get_current (self);
  claim = current != NULL && RAP_IS_CLAIM (current->record) && rap_range_overlaps (current->hull, passage)
            ? RAP_CLAIM (current->record) : rap_article_marks_get_claim (self->marks, passage);
  rap_article_view_point_at (self, GTK_POPOVER (self->chooser), passage);
  rap_meeting_chooser_open (self->chooser, self->session, self->article, passage, claim);
}

void
rap_article_hand_mention (RapArticleView *self)
{
  g_autoptr (RapEntity) entity = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  RapRange passage;

  if (!take_passage (self, &passage))
    return;
  name = rap_text_slice (self->article->text, passage);
  entity = rap_session_match_entity (self->session, name);
  if (entity == NULL || rap_article_naming_is_shared (self, name))
    {
      rap_article_view_point_at (self, GTK_POPOVER (self->namer), passage);
      rap_article_namer_open (self->namer, self->session, self->article, passage);
    }
  else if (rap_gesture_tag_mention (self->session, self->article, passage, entity, &id, &error))
    {
      choose_made (self, id, passage);
      rap_article_naming_tell (self, id);
    }
  else
    rap_article_view_report (self, error);
}

/* Gives the chosen annotation @ranges, as one step. */
static void
set_ranges (RapArticleView *self,
            RapArticleMark *current,
            GArray         *ranges,
            RapRange        passage)
{
  g_autoptr (GError) error = NULL;

  if (rap_gesture_set_anchor (self->session, self->article, current->record, RAP_ANCHOR_CONTENT,
                              (const RapRange *) ranges->data, ranges->len, &error))
    end_selection (self, passage);
  else
    rap_article_view_report (self, error);
}

void
rap_article_hand_add_range (RapArticleView *self)
{
  g_autoptr (GArray) ranges = NULL;
  RapArticleMark *current;
  RapRange passage;

  if (!take_passage (self, &passage))
    return;
  current = take_current (self, FALSE);
  if (current == NULL)
    return;
  ranges = rap_article_ranges_add (self->article, rap_record_get_anchor (current->record), passage);
  if (ranges != NULL)
    set_ranges (self, current, ranges, passage);
  else
    rap_article_view_message (self, _("The selection is part of the annotation already. Shift+A takes it out."));
}

void
rap_article_hand_remove_range (RapArticleView *self)
{
  g_autoptr (GArray) ranges = NULL;
  RapArticleMark *current;
  RapRange passage;

  if (!take_passage (self, &passage))
    return;
  current = take_current (self, FALSE);
  if (current == NULL)
    return;
  ranges = rap_article_ranges_remove (self->article, rap_record_get_anchor (current->record), passage);
  if (ranges == NULL)
    rap_article_view_message (self, _("The selection is no part of the chosen annotation. A adds it."));
  else if (ranges->len == 0)
    rap_article_view_message (self, _("Nothing of the annotation would be left. Delete removes it."));
  else
    set_ranges (self, current, ranges, passage);
}

void
rap_article_hand_set_part (RapArticleView *self,
                           RapAnchorPart   part)
{
  g_autoptr (GError) error = NULL;
  RapArticleMark *current;
  RapRange passage;

  if (!take_passage (self, &passage))
    return;
  current = take_current (self, TRUE);
  if (current == NULL)
    return;
  if (rap_gesture_set_anchor (self->session, self->article, current->record, part, &passage, 1, &error))
    end_selection (self, passage);
  else
    rap_article_view_report (self, error);
}

/* Whether other claims would lose it. */
static gboolean
is_related (RapSession *session,
            const char *claim)
{
  g_autoptr (GPtrArray) relations = rap_session_load_linked (session, RAP_KIND_RELATION, claim, 1, NULL);

  return relations != NULL && relations->len > 0;
}

void
rap_article_hand_delete (RapArticleView *self)
{
  RapArticleMark *current = take_current (self, FALSE);
  g_autoptr (RapRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (current == NULL)
    return;
  record = g_object_ref (current->record);
  if (RAP_IS_CLAIM (record) && is_related (self->session, record->id))
    {
      RapRange hull = current->hull;
      GtkPopover *question = rap_delete_record (self->box, self->session, RAP_KIND_CLAIM, record->id);

      if (question != NULL)
        rap_article_view_point_at (self, question, hull);
    }
  else if (rap_gesture_delete (self->session, record, &label, &error))
    rap_article_view_emit_deleted (self, _(label));
  else
    rap_article_view_report (self, error);
}

void
rap_article_hand_edit (RapArticleView *self)
{
  RapArticleMark *current = rap_article_offer_get (self);

  if (current == NULL)
    current = take_current (self, FALSE);
  if (current != NULL)
    rap_article_view_request_edit (self, rap_record_get_kind (current->record), current->record->id);
}
