/* rap-article-hand.c
 *
 * The hand work of the article pane: takes the passage and the annotation that
 * are chosen, lets the gesture commit, and chooses what came of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"

/* A selection may have been made backwards; afterwards the caret is at its end. */
static void
end_selection (RapArticleView *self,
               RapRange        passage)
{
  rap_article_text_select (self->text, (RapRange) { passage.end, passage.end });
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
    return TRUE;
  raw = rap_article_text_get_selection (self->text);
  rap_article_view_message (self, rap_range_is_empty (raw)
                                    ? _("Select the passage first: Shift with the arrow keys, W, S or P, or the mouse.")
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
  if (entity == NULL)
    {
      rap_article_view_point_at (self, GTK_POPOVER (self->namer), passage);
      rap_article_namer_open (self->namer, self->session, self->article, passage);
    }
  else if (rap_gesture_tag_mention (self->session, self->article, passage, entity, &id, &error))
    {
      g_autofree char *sentence = g_strdup_printf (_("Marked as a mention of %s."), entity->name);

      choose_made (self, id, passage);
      rap_article_view_message (self, sentence);
    }
  else
    rap_article_view_report (self, error);
}

void
rap_article_hand_code (RapArticleView *self,
                       const char     *key)
{
  g_autoptr (RapCode) code = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RapRange passage;

  if (!take_passage (self, &passage))
    return;
  code = rap_gesture_find_code (self->session, key);
  if (code == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("No code has the key %s."), key);

      rap_article_view_message (self, sentence);
    }
  else if (rap_gesture_tag_code (self->session, self->article, passage, code, &id, &error))
    choose_made (self, id, passage);
  else
    rap_article_view_report (self, error);
}

void
rap_article_hand_add_range (RapArticleView *self)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_autoptr (GError) error = NULL;
  const RapAnchor *anchor;
  RapArticleMark *current;
  RapRange passage;

  if (!take_passage (self, &passage))
    return;
  current = take_current (self, FALSE);
  if (current == NULL)
    return;
  anchor = rap_record_get_anchor (current->record);
  g_array_append_vals (ranges, anchor->ranges, anchor->n_ranges);
  g_array_append_val (ranges, passage);
  if (rap_gesture_set_anchor (self->session, self->article, current->record, RAP_ANCHOR_CONTENT,
                              (const RapRange *) ranges->data, ranges->len, &error))
    end_selection (self, passage);
  else
    rap_article_view_report (self, error);
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
  if (rap_gesture_delete (self->session, record, &label, &error))
    rap_article_view_emit_deleted (self, _(label));
  else
    rap_article_view_report (self, error);
}

void
rap_article_hand_edit (RapArticleView *self)
{
  RapArticleMark *current = take_current (self, FALSE);

  if (current != NULL)
    rap_article_view_request_edit (self, rap_record_get_kind (current->record), current->record->id);
}

static void
start_relating (RapArticleView *self,
                RapRecord      *claim)
{
  g_autofree char *sentence = NULL;

  rap_set_string (&self->relate_from, claim->id);
  sentence = g_strdup_printf (_("Relating “%s”: choose the other claim, then press R. Escape cancels."),
                              rap_record_get_title (claim));
  gtk_label_set_label (self->relate_label, sentence);
  gtk_revealer_set_reveal_child (self->relate_bar, TRUE);
  rap_article_view_update_emphasis (self);
}

void
rap_article_hand_relate (RapArticleView *self)
{
  RapArticleMark *current = take_current (self, TRUE);

  if (current == NULL)
    return;
  if (self->relate_from == NULL)
    {
      start_relating (self, current->record);
      return;
    }
  if (g_str_equal (self->relate_from, current->record->id))
    {
      rap_article_view_message (self, _("A claim cannot be related to itself. Choose another claim, then press R."));
      return;
    }
  rap_set_string (&self->relate_to, current->record->id);
  rap_article_view_point_at (self, self->relater, current->hull);
  gtk_popover_popup (self->relater);
  gtk_widget_child_focus (GTK_WIDGET (self->relater), GTK_DIR_TAB_FORWARD);
}

void
rap_article_hand_relate_as (RapArticleView  *self,
                            RapRelationKind  kind)
{
  g_autofree char *from = g_strdup (self->relate_from);
  g_autofree char *to = g_strdup (self->relate_to);
  g_autoptr (GError) error = NULL;

  if (from == NULL || to == NULL)
    return;
  rap_article_hand_stop_relating (self);
  if (!rap_gesture_relate (self->session, from, to, kind, NULL, &error))
    rap_article_view_report (self, error);
}

void
rap_article_hand_stop_relating (RapArticleView *self)
{
  g_clear_pointer (&self->relate_from, g_free);
  g_clear_pointer (&self->relate_to, g_free);
  gtk_revealer_set_reveal_child (self->relate_bar, FALSE);
  gtk_popover_popdown (self->relater);
  rap_article_view_update_emphasis (self);
}
