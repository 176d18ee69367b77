/* rap-compare-text.c
 *
 * Tints are text tags with see-through colours, which suit light and dark; the
 * bars are drawn below the text for the lines on show. Offsets of the buffer are
 * code points of the article: what is not body is made invisible, not cut.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-compare-text.h"
#include "rap-drop-through.h"

#define MARGIN     28   /* pixels beside the text; the bars stand in it */
#define BAR_LEFT   12
#define BAR_WIDTH   3
#define BAR_GAP     3
#define DASH        4
#define NOWHERE    G_MAXUINT

struct _RapCompareText
{
  GtkTextView          parent_instance;
  const RapComparison *comparison;  /* borrowed, or NULL */
  RapSide              side;
  guint                current;     /* passage, or NOWHERE */
  gboolean             placing;     /* the caret is moved by the program */
};

G_DEFINE_FINAL_TYPE (RapCompareText, rap_compare_text, GTK_TYPE_TEXT_VIEW)

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* By RapSharedKind. */
static const char * const kind_tags[] = { "same", "changed", "alone" };
static const GdkRGBA colours[] = {
  { .21f, .52f, .89f, 1 },
  { .90f, .60f, .04f, 1 },
  { .57f, .25f, .67f, 1 },
};

static const RapComparedPassage *
get_passage (RapCompareText *self,
             guint           i)
{
  return &g_array_index (self->comparison->passages, RapComparedPassage, i);
}

static void
add_tag (GtkTextBuffer *buffer,
         const char    *name,
         GdkRGBA        colour,
         float          alpha)
{
  colour.alpha = alpha;
  gtk_text_buffer_create_tag (buffer, name, "background-rgba", &colour, NULL);
}

/* In the order of their priority. */
static void
create_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "furniture", "invisible", TRUE, NULL);
  add_tag (buffer, "same", colours[RAP_SHARED_EXACT], .13f);
  add_tag (buffer, "changed", colours[RAP_SHARED_CHANGED], .16f);
  gtk_text_buffer_create_tag (buffer, "alone", NULL, NULL);
  add_tag (buffer, "current", colours[RAP_SHARED_EXACT], .30f);
  gtk_text_buffer_create_tag (buffer, "words", "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

static void
tag_range (GtkTextBuffer *buffer,
           const char    *tag,
           RapRange       range)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) range.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) range.end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

static void
hide_furniture (GtkTextBuffer    *buffer,
                const RapArticle *article)
{
  guint at = 0;

  for (guint i = 0; i < article->body->len; i++)
    {
      RapRange range = g_array_index (article->body, RapRange, i);

      tag_range (buffer, "furniture", (RapRange) { at, range.start });
      at = range.end;
    }
  if (article->body->len > 0)
    tag_range (buffer, "furniture", (RapRange) { at, rap_text_get_length (article->text) });
}

static void
tag_passage (RapCompareText           *self,
             GtkTextBuffer            *buffer,
             const RapComparedPassage *passage)
{
  tag_range (buffer, kind_tags[passage->kind], passage->ranges[self->side]);
  for (guint i = 0; passage->words != NULL && i < passage->words->len; i++)
    tag_range (buffer, "words", g_array_index (passage->words, RapComparedWords, i).ranges[self->side]);
}

/* The top of the line that @offset stands in and its lower end, in the widget's coordinates. */
static void
get_line (RapCompareText *self,
          guint           offset,
          int            *top,
          int            *bottom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle place;
  GtkTextIter iter;
  int x;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_TEXT, 0, place.y, &x, top);
  *bottom = *top + place.height;
}

static void
draw_bar (GtkSnapshot   *snapshot,
          RapSharedKind  kind,
          float          x,
          int            top,
          int            bottom)
{
  const GdkRGBA *colour = &colours[kind];
  int step = kind == RAP_SHARED_NOT ? 2 * DASH : bottom - top;
  int length = kind == RAP_SHARED_NOT ? DASH : bottom - top;

  for (int y = top; y < bottom; y += MAX (step, 1))
    {
      int height = MIN (length, bottom - y);

      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, (float) y, BAR_WIDTH, (float) height));
      if (kind == RAP_SHARED_CHANGED)
        gtk_snapshot_append_color (snapshot, colour,
                                   &GRAPHENE_RECT_INIT (x + BAR_WIDTH + BAR_GAP, (float) y, BAR_WIDTH, (float) height));
    }
}

static void
draw_bars (RapCompareText *self,
           GtkSnapshot    *snapshot)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = self->comparison->articles[self->side]->direction == RAP_DIRECTION_RTL;
  float x = rtl ? (float) (gtk_widget_get_width (GTK_WIDGET (self)) - BAR_LEFT - 2 * BAR_WIDTH - BAR_GAP) : BAR_LEFT;

  for (guint i = 0; i < self->comparison->passages->len; i++)
    {
      const RapComparedPassage *passage = get_passage (self, i);
      RapRange range = passage->ranges[self->side];
      int top, bottom, unused;

      if (rap_range_is_empty (range))
        continue;
      get_line (self, range.start, &top, &unused);
      get_line (self, range.end - 1, &unused, &bottom);
      if (bottom > 0 && top < height)
        draw_bar (snapshot, passage->kind, x, top + 1, bottom - 1);
    }
}

/* GTK draws layers in the coordinates of the buffer; the bars are in those of the widget. */
static void
rap_compare_text_snapshot_layer (GtkTextView      *view,
                                 GtkTextViewLayer  layer,
                                 GtkSnapshot      *snapshot)
{
  RapCompareText *self = RAP_COMPARE_TEXT (view);
  int x, y;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->comparison == NULL)
    return;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_TEXT, 0, 0, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  draw_bars (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static guint
find_passage (RapCompareText *self,
              guint           offset)
{
  for (guint i = 0; i < self->comparison->passages->len; i++)
    if (rap_range_contains_offset (get_passage (self, i)->ranges[self->side], offset))
      return i;
  return NOWHERE;
}

static void
caret_moved_cb (RapCompareText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter caret;
  guint passage;

  if (self->comparison == NULL || self->placing)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  passage = find_passage (self, (guint) gtk_text_iter_get_offset (&caret));
  if (passage != NOWHERE && passage != self->current)
    g_signal_emit (self, signals[MOVED], 0, passage);
}

static void
rap_compare_text_class_init (RapCompareTextClass *klass)
{
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = rap_compare_text_snapshot_layer;

  signals[MOVED] = g_signal_new ("moved", RAP_TYPE_COMPARE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rap_compare_text_init (RapCompareText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->current = NOWHERE;
  create_tags (buffer);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_text_view_set_editable (view, FALSE);
  rap_drop_through (GTK_WIDGET (self));
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  gtk_text_view_set_pixels_below_lines (view, 4);
}

void
rap_compare_text_set_comparison (RapCompareText      *self,
                                 const RapComparison *comparison,
                                 RapSide              side)
{
  GtkTextBuffer *buffer;
  const RapArticle *article;

  g_return_if_fail (RAP_IS_COMPARE_TEXT (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  self->comparison = NULL;
  self->current = NOWHERE;
  self->side = side;
  if (comparison == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }
  article = comparison->articles[side];
  gtk_widget_set_direction (GTK_WIDGET (self),
                            article->direction == RAP_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_text_buffer_set_text (buffer, rap_text_get_utf8 (article->text), -1);
  hide_furniture (buffer, article);
  self->comparison = comparison;
  for (guint i = 0; i < comparison->passages->len; i++)
    tag_passage (self, buffer, get_passage (self, i));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rap_compare_text_show_passage (RapCompareText *self,
                               guint           passage)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  RapRange range;

  g_return_if_fail (RAP_IS_COMPARE_TEXT (self));
  g_return_if_fail (self->comparison != NULL && passage < self->comparison->passages->len);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  range = get_passage (self, passage)->ranges[self->side];
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "current", &start, &end);
  tag_range (buffer, "current", range);
  self->current = passage;
  self->placing = TRUE;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) range.start);
  gtk_text_buffer_place_cursor (buffer, &start);
  self->placing = FALSE;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, .33);
}
