/* rap-article-bounds.c
 *
 * Selecting by word, clause, sentence, quotation and paragraph, growing and shrinking, moving
 * either boundary of the selection or of the chosen annotation, and walking
 * from one annotation to the next.
 *
 * A boundary that is moved key by key is shown at once and committed as one
 * group when the hand lets go of the modifier key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"

static RapRange
get_passage (RapArticleView *self)
{
  return rap_session_trim_passage (self->article, rap_article_text_get_selection (self->text));
}

/* What is selected, without white space at its ends; empty at the caret when nothing is. */
static RapRange
get_basis (RapArticleView *self)
{
  RapRange raw = rap_article_text_get_selection (self->text);
  RapRange passage = get_passage (self);

  return rap_range_is_empty (passage) ? (RapRange) { raw.start, raw.start } : passage;
}

void
rap_article_bounds_select (RapArticleView *self,
                           RapBoundsFunc   bounds)
{
  RapRange range;

  if (self->article == NULL)
    return;
  range = bounds (self->article, rap_article_text_get_selection (self->text).start);
  range = rap_session_trim_passage (self->article, range);
  if (!rap_range_is_empty (range))
    rap_article_text_select (self->text, range);
}

void
rap_article_bounds_select_quotation (RapArticleView *self)
{
  RapRange range;

  if (self->article == NULL)
    return;
  range = rap_session_quotation_at (self->article, get_basis (self));
  range = rap_session_trim_passage (self->article, range);
  if (!rap_range_is_empty (range))
    rap_article_text_select (self->text, range);
  else
    rap_article_view_message (self, _("There is no quotation around this place. Put the caret between two quotation marks, or select the words."));
}

/* The unit at both ends of @range and all between. */
static RapRange
widen (RapArticleView *self,
       RapBoundsFunc   bounds,
       RapRange        range)
{
  RapRange wide = bounds (self->article, range.start);

  if (!rap_range_is_empty (range))
    wide.end = MAX (wide.end, bounds (self->article, range.end - 1).end);
  wide.start = MIN (wide.start, range.start);
  return rap_session_trim_passage (self->article, wide);
}

/* From the first word of the report to its last. */
static RapRange
get_body (RapArticleView *self)
{
  const GArray *body = self->article->body;
  RapRange range = { 0, rap_text_get_length (self->article->text) };

  if (body != NULL && body->len > 0)
    {
      range.start = g_array_index (body, RapRange, 0).start;
      range.end = g_array_index (body, RapRange, body->len - 1).end;
    }
  return rap_session_trim_passage (self->article, range);
}

static const RapBoundsFunc units[] = {
  rap_session_word_at, rap_session_clause_at, rap_session_sentence_at, rap_session_paragraph_at
};

#define MAX_UNITS (G_N_ELEMENTS (units) + 2)

/* What could be selected around @range: word, clause, sentence, paragraph,
 * quotation, body; in no order, some may be empty. */
static void
list_units (RapArticleView *self,
            RapRange        range,
            RapRange        found[MAX_UNITS])
{
  guint n = 0;

  for (; n < G_N_ELEMENTS (units); n++)
    found[n] = widen (self, units[n], range);
  found[n++] = rap_session_trim_passage (self->article, rap_session_quotation_at (self->article, range));
  found[n++] = get_body (self);
}

/* Always to the shortest unit that holds all that is selected and more. */
void
rap_article_bounds_grow (RapArticleView *self)
{
  RapRange found[MAX_UNITS];
  RapRange raw, now, best = { 0, 0 };

  if (self->article == NULL)
    return;
  raw = rap_article_text_get_selection (self->text);
  now = get_basis (self);
  list_units (self, now, found);
  for (guint i = 0; i < MAX_UNITS; i++)
    if (rap_range_contains (found[i], now) && rap_range_length (found[i]) > rap_range_length (now) &&
        (rap_range_is_empty (best) || rap_range_length (found[i]) < rap_range_length (best)))
      best = found[i];
  if (rap_range_is_empty (best))
    return;
  g_array_append_val (self->grown, raw);
  g_array_append_val (self->grown, best);
  rap_article_text_select (self->text, best);
}

/* Back the way it grew, if nothing else happened to the selection. */
static gboolean
shrink_back (RapArticleView *self,
             RapRange        now)
{
  RapRange from;

  if (self->grown->len < 2 || !rap_range_equal (g_array_index (self->grown, RapRange, self->grown->len - 1), now))
    {
      g_array_set_size (self->grown, 0);
      return FALSE;
    }
  from = g_array_index (self->grown, RapRange, self->grown->len - 2);
  g_array_set_size (self->grown, self->grown->len - 2);
  rap_article_text_select (self->text, from);
  return TRUE;
}

/* To the longest unit at the start of what is selected that is less than it. */
void
rap_article_bounds_shrink (RapArticleView *self)
{
  RapRange found[MAX_UNITS];
  RapRange now, best = { 0, 0 };

  if (self->article == NULL)
    return;
  now = rap_article_text_get_selection (self->text);
  if (rap_range_is_empty (now) || shrink_back (self, now))
    return;
  now = get_basis (self);
  list_units (self, (RapRange) { now.start, now.start }, found);
  for (guint i = 0; i < MAX_UNITS; i++)
    if (rap_range_contains (now, found[i]) && rap_range_length (found[i]) < rap_range_length (now) &&
        rap_range_length (found[i]) > rap_range_length (best))
      best = found[i];
  if (!rap_range_is_empty (best))
    rap_article_text_select (self->text, best);
}

/* By word, no boundary comes to rest in white space; by character it may pass through. */
static RapRange
nudge (RapArticleView *self,
       RapRange        range,
       gboolean        move_end,
       int             direction,
       gboolean        by_character)
{
  RapRange moved = rap_session_nudge (self->article, range, move_end, direction, by_character);

  return by_character ? moved : rap_session_trim_passage (self->article, moved);
}

/* The boundaries of the whole anchor are those of its first and last range. */
static RapRecord *
nudge_anchor (RapArticleView *self,
              RapRecord      *record,
              gboolean        move_end,
              int             direction,
              gboolean        by_character)
{
  const RapAnchor *anchor = rap_record_get_anchor (record);
  g_autofree RapRange *ranges = g_memdup2 (anchor->ranges, anchor->n_ranges * sizeof (RapRange));
  RapRange *range = move_end ? &ranges[anchor->n_ranges - 1] : &ranges[0];
  RapRange moved = nudge (self, *range, move_end, direction, by_character);

  if (rap_range_is_empty (moved) || rap_range_equal (moved, *range))
    return NULL;
  *range = moved;
  return rap_gesture_with_anchor (self->article, record, RAP_ANCHOR_CONTENT, ranges, anchor->n_ranges);
}

/* Shows @after in the place of @before without committing it. */
static void
preview (RapArticleView *self,
         RapRecord      *before,
         RapRecord      *after)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("");

  rap_edits_replace (edits, before, after);
  if (rap_article_marks_update (self->marks, edits))
    rap_article_view_marks_changed (self);
}

static gboolean
is_modifier_held (RapArticleView *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_ALT_MASK) != 0;
}

static void
nudge_annotation (RapArticleView *self,
                  RapRecord      *record,
                  gboolean        move_end,
                  int             direction,
                  gboolean        by_character)
{
  g_autoptr (RapRecord) before = g_object_ref (record);
  g_autoptr (RapRecord) after = nudge_anchor (self, before, move_end, direction, by_character);

  if (after == NULL)
    return;
  preview (self, before, after);
  if (self->nudged_before == NULL)
    self->nudged_before = g_object_ref (before);
  g_set_object (&self->nudged_after, after);
  if (!is_modifier_held (self))
    rap_article_bounds_flush (self);
}

void
rap_article_bounds_nudge (RapArticleView *self,
                          gboolean        move_end,
                          int             direction,
                          gboolean        by_character)
{
  RapArticleMark *current = rap_article_view_get_current (self);
  RapRange selection;

  if (self->article == NULL)
    return;
  selection = get_passage (self);
  if (!rap_range_is_empty (selection))
    rap_article_text_select (self->text, nudge (self, selection, move_end, direction, by_character));
  else if (current != NULL)
    nudge_annotation (self, current->record, move_end, direction, by_character);
  else
    rap_article_view_message (self, _("Select a passage or choose an annotation first; then its boundaries can be moved."));
}

/* Commits what is shown as the passage of @before, without white space at its ends. */
static gboolean
commit_anchor (RapArticleView   *self,
               RapRecord        *before,
               const RapAnchor  *anchor,
               GError          **error)
{
  g_autofree RapRange *ranges = g_memdup2 (anchor->ranges, anchor->n_ranges * sizeof (RapRange));

  for (guint i = 0; i < anchor->n_ranges; i++)
    ranges[i] = rap_session_trim_passage (self->article, ranges[i]);
  return rap_gesture_set_anchor (self->session, self->article, before, RAP_ANCHOR_CONTENT,
                                 ranges, anchor->n_ranges, error);
}

/* What was shown but not committed, by failure or for lack of a change, goes again. */
void
rap_article_bounds_flush (RapArticleView *self)
{
  g_autoptr (RapRecord) before = g_steal_pointer (&self->nudged_before);
  g_autoptr (RapRecord) after = g_steal_pointer (&self->nudged_after);
  g_autoptr (GError) error = NULL;
  RapArticleMark *mark;

  if (before == NULL)
    return;
  if (!commit_anchor (self, before, rap_record_get_anchor (after), &error))
    rap_article_view_report (self, error);
  mark = rap_article_marks_find (self->marks, before->id);
  if (mark != NULL && mark->record == after)
    preview (self, after, before);
}

/* Where to begin: at the chosen annotation, else between those around the caret. */
static int
find_place (RapArticleView *self,
            int             by)
{
  RapArticleMark *current = rap_article_view_get_current (self);
  int place;

  if (current == NULL)
    {
      place = (int) rap_article_marks_find_start (self->marks, rap_article_text_get_caret (self->text));
      return by > 0 ? place - 1 : place;
    }
  for (place = (int) rap_article_marks_find_start (self->marks, current->hull.start);
       rap_article_marks_get (self->marks, (guint) place) != current;
       place++);
  return place;
}

void
rap_article_bounds_step (RapArticleView *self,
                         int             by)
{
  int place;

  if (self->marks == NULL)
    return;
  rap_article_bounds_flush (self);
  for (place = find_place (self, by) + by;
       place >= 0 && place < (int) rap_article_marks_get_n (self->marks);
       place += by)
    {
      RapArticleMark *mark = rap_article_marks_get (self->marks, (guint) place);

      if (!rap_article_marks_is_shown (self->marks, mark))
        continue;
      rap_article_view_choose (self, mark->record);
      return;
    }
  rap_article_view_message (self, by > 0 ? _("There is no annotation after this one.")
                                         : _("There is no annotation before this one."));
}
