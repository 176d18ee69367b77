/* rap-article-marks.c
 *
 * The annotations of one article: an array in text order, an index by id, and
 * the lanes of the highlights that are shown, rebuilt when a commit touches any
 * of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-marks.h"

/**
 * RapArticleMarks:
 * @article: owned
 * @colours: of @by
 * @marks: (element-type RapArticleMark): owned, by hull start, longer first
 * @by_id: id to RapArticleMark; borrows both from @marks
 * @lanes: over @marks; a highlight's owner is the index in @marks
 * @ghosts: (element-type RapHighlight): proposals
 * @dates: (element-type RapRange): date expressions, or NULL
 */
struct _RapArticleMarks
{
  RapArticle        *article;
  RapMarkColours    *colours;
  RapColourBy        by;
  RapLayers          layers;
  GPtrArray         *marks;
  GHashTable        *by_id;
  RapHighlightLanes *lanes;
  GArray            *ghosts;
  GArray            *dates;
};

static void
mark_free (gpointer data)
{
  RapArticleMark *mark = data;

  g_object_unref (mark->record);
  g_free (mark);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const RapArticleMark *first = *(const RapArticleMark * const *) a;
  const RapArticleMark *second = *(const RapArticleMark * const *) b;

  if (first->hull.start != second->hull.start)
    return first->hull.start < second->hull.start ? -1 : 1;
  if (first->hull.end != second->hull.end)
    return first->hull.end > second->hull.end ? -1 : 1;
  return g_strcmp0 (first->record->id, second->record->id);
}

static gboolean
is_verified (const RapAnchor *anchor,
             const RapText   *text)
{
  return anchor == NULL || rap_anchor_verify (anchor, text) == RAP_ANCHOR_VERIFIED;
}

static gboolean
is_doubtful (RapRecord     *record,
             const RapText *text)
{
  if (!is_verified (rap_record_get_anchor (record), text))
    return TRUE;
  if (rap_record_get_kind (record) != RAP_KIND_CLAIM)
    return FALSE;
  return !is_verified (RAP_CLAIM (record)->cue, text) ||
         !is_verified (RAP_CLAIM (record)->source, text);
}

static RapKind
find_target (RapRecord   *record,
             const char **id)
{
  switch ((int) rap_record_get_kind (record))
    {
    case RAP_KIND_MENTION:
      *id = RAP_MENTION (record)->entity;
      return RAP_KIND_ENTITY;
    case RAP_KIND_EVIDENCE:
      *id = RAP_EVIDENCE (record)->meeting;
      return RAP_KIND_MEETING;
    case RAP_KIND_CODING:
      *id = RAP_CODING (record)->code;
      return RAP_KIND_CODE;
    default:
      *id = record->id;
      return RAP_KIND_CLAIM;
    }
}

static gboolean
is_drawn (RapKind kind)
{
  return kind == RAP_KIND_CLAIM || kind == RAP_KIND_MENTION ||
         kind == RAP_KIND_EVIDENCE || kind == RAP_KIND_CODING;
}

static void
add_record (RapArticleMarks *self,
            RapRecord       *record,
            RapEmphasis      emphasis)
{
  const RapAnchor *anchor = rap_record_get_anchor (record);
  RapRange text = { 0, rap_text_get_length (self->article->text) };
  RapArticleMark *mark;

  if (anchor == NULL || !is_drawn (rap_record_get_kind (record)))
    return;
  mark = g_new0 (RapArticleMark, 1);
  mark->record = g_object_ref (record);
  mark->hull = rap_range_intersect (rap_anchor_get_hull (anchor), text);
  mark->colour = rap_mark_colours_find (self->colours, record, self->by);
  mark->doubtful = is_doubtful (record, self->article->text);
  mark->emphasis = emphasis;
  mark->id_hash = g_str_hash (record->id);
  mark->target_kind = find_target (record, &mark->target);
  mark->target_hash = mark->target != NULL ? g_str_hash (mark->target) : 0;
  mark->place = G_MAXUINT;
  g_ptr_array_add (self->marks, mark);
  g_hash_table_insert (self->by_id, record->id, mark);
}

static void
remove_record (RapArticleMarks *self,
               const char      *id)
{
  RapArticleMark *mark = g_hash_table_lookup (self->by_id, id);

  if (mark == NULL)
    return;
  g_hash_table_remove (self->by_id, id);
  g_ptr_array_remove (self->marks, mark);
}

static void
add_highlight (GArray            *highlights,
               RapRange           range,
               guint              owner,
               RapHighlightStyle  style)
{
  RapHighlight highlight = { range, owner, style, 0 };

  g_array_append_val (highlights, highlight);
}

/* One for each range; where the passage is of several, the gaps between them, too. */
static void
add_highlights (GArray            *highlights,
                const RapAnchor   *anchor,
                guint              owner,
                RapHighlightStyle  style,
                RapRange           text)
{
  for (guint i = 0; anchor != NULL && i < anchor->n_ranges; i++)
    {
      RapRange range = rap_range_intersect (anchor->ranges[i], text);

      add_highlight (highlights, range, owner, style);
      if (i > 0 && style != RAP_HIGHLIGHT_CODING)
        add_highlight (highlights, (RapRange) { anchor->ranges[i - 1].end, range.start }, owner, RAP_HIGHLIGHT_GAP);
    }
}

static RapHighlightStyle
style_of (RapKind kind)
{
  switch ((int) kind)
    {
    case RAP_KIND_MENTION:
      return RAP_HIGHLIGHT_MENTION;
    case RAP_KIND_EVIDENCE:
      return RAP_HIGHLIGHT_MEETING;
    case RAP_KIND_CODING:
      return RAP_HIGHLIGHT_CODING;
    default:
      return RAP_HIGHLIGHT_CLAIM;
    }
}

static RapLayers
layer_of (RapKind kind)
{
  switch ((int) kind)
    {
    case RAP_KIND_MENTION:
      return RAP_LAYER_MENTIONS;
    case RAP_KIND_EVIDENCE:
      return RAP_LAYER_MEETINGS;
    case RAP_KIND_CODING:
      return RAP_LAYER_CODINGS;
    default:
      return RAP_LAYER_CLAIMS;
    }
}

static void
add_mark_highlights (RapArticleMarks *self,
                     guint            owner,
                     RapRange         text,
                     GArray          *highlights)
{
  RapRecord *record = rap_article_marks_get (self, owner)->record;
  RapKind kind = rap_record_get_kind (record);

  if ((self->layers & layer_of (kind)) != 0)
    add_highlights (highlights, rap_record_get_anchor (record), owner, style_of (kind), text);
  if (kind == RAP_KIND_CLAIM && (self->layers & RAP_LAYER_CLAIMS) != 0 && (self->layers & RAP_LAYER_PARTS) != 0)
    {
      add_highlights (highlights, RAP_CLAIM (record)->cue, owner, RAP_HIGHLIGHT_CUE, text);
      add_highlights (highlights, RAP_CLAIM (record)->source, owner, RAP_HIGHLIGHT_SOURCE, text);
    }
}

/* From the highlights of every mark. */
static void
rebuild_lanes (RapArticleMarks *self)
{
  g_autoptr (GArray) highlights = g_array_sized_new (FALSE, FALSE, sizeof (RapHighlight), self->marks->len);
  RapRange text = { 0, rap_text_get_length (self->article->text) };

  for (guint i = 0; i < self->marks->len; i++)
    {
      add_mark_highlights (self, i, text, highlights);
      rap_article_marks_get (self, i)->place = i;
    }

  g_clear_pointer (&self->lanes, rap_highlight_lanes_free);
  self->lanes = rap_highlight_lanes_new ((const RapHighlight *) highlights->data, highlights->len);
}

/* Where the marks that had a place are now, by that place; G_MAXUINT for those
 * that are gone. Gives every mark its new place; new ones go to @fresh. */
static guint *
move_places (RapArticleMarks *self,
             guint            n_before,
             GArray          *fresh)
{
  guint *places = g_new (guint, n_before + 1);

  for (guint i = 0; i < n_before; i++)
    places[i] = G_MAXUINT;
  for (guint i = 0; i < self->marks->len; i++)
    {
      RapArticleMark *mark = self->marks->pdata[i];

      if (mark->place != G_MAXUINT)
        places[mark->place] = i;
      else
        g_array_append_val (fresh, i);
      mark->place = i;
    }
  return places;
}

/* The same result when few marks changed, without going to the records of the others. */
static void
renew_lanes (RapArticleMarks *self,
             guint            n_before)
{
  guint n = rap_highlight_lanes_get_n (self->lanes);
  g_autoptr (GArray) highlights = g_array_sized_new (FALSE, FALSE, sizeof (RapHighlight), n + 16);
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *places = move_places (self, n_before, fresh);
  RapRange text = { 0, rap_text_get_length (self->article->text) };

  for (guint i = 0; i < n; i++)
    {
      const RapHighlight *old = rap_highlight_lanes_get (self->lanes, i);

      if (places[old->owner] != G_MAXUINT)
        add_highlight (highlights, old->range, places[old->owner], old->style);
    }
  for (guint i = 0; i < fresh->len; i++)
    add_mark_highlights (self, g_array_index (fresh, guint, i), text, highlights);

  rap_highlight_lanes_free (self->lanes);
  self->lanes = rap_highlight_lanes_new ((const RapHighlight *) highlights->data, highlights->len);
}

static gboolean
recolour (RapArticleMarks *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      RapArticleMark *mark = self->marks->pdata[i];
      const char *colour = rap_mark_colours_find (self->colours, mark->record, self->by);

      changed |= colour != mark->colour;
      mark->colour = colour;
    }
  return changed;
}

/* A code's colour may have changed without any coding changing. */
static gboolean
follow_code (RapArticleMarks *self,
             RapRecord       *code)
{
  rap_mark_colours_forget (self->colours, code->id);
  return recolour (self);
}

static gboolean
follow_edit (RapArticleMarks *self,
             const RapEdit   *edit)
{
  RapRecord *record = rap_edit_get_record (edit);
  RapArticleMark *old;
  RapEmphasis emphasis;

  if (rap_record_get_kind (record) == RAP_KIND_CODE)
    return follow_code (self, record);
  if (!is_drawn (rap_record_get_kind (record)) ||
      g_strcmp0 (rap_record_get_article (record), RAP_RECORD (self->article)->id) != 0)
    return FALSE;

  old = g_hash_table_lookup (self->by_id, record->id);
  emphasis = old != NULL ? old->emphasis : RAP_EMPHASIS_NONE;
  remove_record (self, record->id);
  if (edit->after != NULL)
    add_record (self, edit->after, emphasis);
  return TRUE;
}

RapArticleMarks *
rap_article_marks_new (RapSession  *session,
                       RapArticle  *article,
                       GError     **error)
{
  g_autoptr (RapArticleMarks) self = g_new0 (RapArticleMarks, 1);
  g_autoptr (GPtrArray) records = NULL;

  self->article = g_object_ref (article);
  self->colours = rap_mark_colours_new (session);
  self->layers = RAP_LAYER_ALL;
  self->ghosts = g_array_new (FALSE, FALSE, sizeof (RapHighlight));
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  records = rap_session_load_annotations (session, RAP_RECORD (article)->id, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    add_record (self, records->pdata[i], RAP_EMPHASIS_NONE);
  g_ptr_array_sort (self->marks, compare_marks);
  rebuild_lanes (self);
  return g_steal_pointer (&self);
}

void
rap_article_marks_free (RapArticleMarks *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lanes, rap_highlight_lanes_free);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->marks);
  g_array_unref (self->ghosts);
  g_clear_pointer (&self->dates, g_array_unref);
  rap_mark_colours_free (self->colours);
  g_object_unref (self->article);
  g_free (self);
}

gboolean
rap_article_marks_update (RapArticleMarks *self,
                          const RapEdits  *edits)
{
  guint n_before = self->marks->len;
  gboolean changed = FALSE;

  for (guint i = 0; i < edits->edits->len; i++)
    changed |= follow_edit (self, rap_edits_get (edits, i));
  if (!changed)
    return FALSE;
  g_ptr_array_sort (self->marks, compare_marks);
  renew_lanes (self, n_before);
  return TRUE;
}

guint
rap_article_marks_get_n (const RapArticleMarks *self)
{
  return self->marks->len;
}

RapArticleMark *
rap_article_marks_get (const RapArticleMarks *self,
                       guint                  i)
{
  g_return_val_if_fail (i < self->marks->len, NULL);

  return self->marks->pdata[i];
}

RapArticleMark *
rap_article_marks_find (const RapArticleMarks *self,
                        const char            *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

guint
rap_article_marks_find_start (const RapArticleMarks *self,
                              guint                  offset)
{
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rap_article_marks_get (self, middle)->hull.start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  const RapArticleMarks *marks;
  GPtrArray             *found;
} Gathering;

static void
gather (const RapHighlight *highlight,
        gpointer            user_data)
{
  Gathering *gathering = user_data;
  RapArticleMark *mark = gathering->marks->marks->pdata[highlight->owner];

  if (highlight->style != RAP_HIGHLIGHT_GAP && !g_ptr_array_find (gathering->found, mark, NULL))
    g_ptr_array_add (gathering->found, mark);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const RapArticleMark *first = *(const RapArticleMark * const *) a;
  const RapArticleMark *second = *(const RapArticleMark * const *) b;
  guint first_length = rap_range_length (first->hull);
  guint second_length = rap_range_length (second->hull);

  if (first_length != second_length)
    return first_length < second_length ? -1 : 1;
  return compare_marks (a, b);
}

GPtrArray *
rap_article_marks_get_at (const RapArticleMarks *self,
                          guint                  offset)
{
  Gathering gathering = { self, g_ptr_array_new () };
  RapRange window = { offset, offset + 1 };

  rap_highlight_lanes_foreach (self->lanes, window, gather, &gathering);
  g_ptr_array_sort (gathering.found, compare_lengths);
  return gathering.found;
}

RapClaim *
rap_article_marks_get_claim (const RapArticleMarks *self,
                             RapRange               range)
{
  g_autoptr (GPtrArray) marks = rap_article_marks_get_at (self, range.start);

  for (guint i = 0; i < marks->len; i++)
    {
      RapArticleMark *mark = marks->pdata[i];

      if (RAP_IS_CLAIM (mark->record) && rap_range_contains (mark->hull, range))
        return RAP_CLAIM (mark->record);
    }
  return NULL;
}

const RapHighlightLanes *
rap_article_marks_get_lanes (const RapArticleMarks *self)
{
  return self->lanes;
}

RapColourBy
rap_article_marks_get_colour_by (const RapArticleMarks *self)
{
  return self->by;
}

void
rap_article_marks_set_colour_by (RapArticleMarks *self,
                                 RapColourBy      by)
{
  self->by = by;
  recolour (self);
}

void
rap_article_marks_set_layers (RapArticleMarks *self,
                              RapLayers        layers)
{
  if (self->layers == layers)
    return;
  self->layers = layers;
  rebuild_lanes (self);
}

gboolean
rap_article_marks_is_shown (const RapArticleMarks *self,
                            const RapArticleMark  *mark)
{
  return (self->layers & layer_of (rap_record_get_kind (mark->record))) != 0;
}

void
rap_article_marks_set_ghosts (RapArticleMarks    *self,
                              const RapHighlight *ghosts,
                              guint               n)
{
  g_array_set_size (self->ghosts, 0);
  if (n > 0)
    g_array_append_vals (self->ghosts, ghosts, n);
}

const RapHighlight *
rap_article_marks_get_ghosts (const RapArticleMarks *self,
                              guint                 *n)
{
  *n = self->ghosts->len;
  return (const RapHighlight *) self->ghosts->data;
}

void
rap_article_marks_set_dates (RapArticleMarks *self,
                             GArray          *dates)
{
  g_clear_pointer (&self->dates, g_array_unref);
  self->dates = dates != NULL ? g_array_ref (dates) : NULL;
}

/* The first date that ends after @offset; their number when there is none. */
static guint
find_date (GArray *dates,
           guint   offset)
{
  guint low = 0;
  guint high = dates->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (dates, RapRange, middle).end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

const RapRange *
rap_article_marks_get_dates (const RapArticleMarks *self,
                             RapRange               window,
                             guint                 *n)
{
  guint first, last;

  *n = 0;
  if (self->dates == NULL || (self->layers & RAP_LAYER_DATES) == 0)
    return NULL;
  first = last = find_date (self->dates, window.start);
  while (last < self->dates->len && g_array_index (self->dates, RapRange, last).start < window.end)
    last++;
  *n = last - first;
  return *n > 0 ? &g_array_index (self->dates, RapRange, first) : NULL;
}

RapKind
rap_article_mark_get_target (const RapArticleMark  *mark,
                             const char           **id)
{
  *id = mark->target;
  return mark->target_kind;
}
