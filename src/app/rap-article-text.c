/* rap-article-text.c
 *
 * A GtkTextView that reads: it sets its own margins so that the column stays
 * readable, carries masthead, margin and fold buttons as children that move
 * with the text, and lets the painter draw below the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>

#include "rap-article-column.h"
#include "rap-article-folds.h"
#include "rap-article-point.h"
#include "rap-article-text.h"
#include "rap-drop-through.h"
#include "rap-highlight-painter.h"
#include "rap-reading-dim.h"
#include "rap-reading-hits.h"
#include "rap-reading-top.h"
#include "rap-show-child.h"
#include "rap-tab-order.h"

#define MASTHEAD_GAP    18
#define BOTTOM_MARGIN   96
#define ROOMY_HEIGHT    520     /* with less, or a narrower column, the masthead is compact */
#define ROOMY_WIDTH     400
#define CLICK_DISTANCE  4
#define REVEAL_MARGIN   0.12    /* of what is visible; kept free above and below what is shown */

/**
 * RapArticleText:
 * @marks: borrowed, or NULL
 * @hits: of a search, borrowed, or NULL; @hit: the one looked at
 * @column: as last allocated
 * @uses_margin: it has something to show
 * @press_x: where the pointer went down, for telling a click from a drag
 * @ideal_width: of the column, from the type
 */
struct _RapArticleText
{
  GtkTextView          parent_instance;
  RapArticle          *article;
  RapArticleMarks     *marks;
  RapArticleFolds     *folds;
  RapHighlightPainter *painter;
  RapReadingTop       *top;
  RapArticleMasthead  *masthead;
  GtkWidget           *margin;
  GtkTextTag          *type;
  GtkTextTag          *dim;
  GtkAdjustment       *vadjustment;
  const GArray        *hits;
  RapRange             hit;
  RapColumn            column;
  int                  ideal_width;
  gboolean             uses_margin;
  double               press_x;
  double               press_y;
};

G_DEFINE_FINAL_TYPE (RapArticleText, rap_article_text, GTK_TYPE_TEXT_VIEW)

enum
{
  PRESSED_PASSAGE,
  HOVERED,
  SCROLLED,
  ASKED_MENU,
  MARKED_BODY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (RapArticleText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
get_iter (RapArticleText *self,
          guint           offset,
          GtkTextIter    *iter)
{
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), iter, (int) offset);
}

/* The code point under a point of the widget, or -1. */
static int
find_offset (RapArticleText *self,
             double          x,
             double          y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         (int) x, (int) y, &buffer_x, &buffer_y);
  if (buffer_y < 0 || !rap_article_point_find (GTK_TEXT_VIEW (self), buffer_x, buffer_y, &iter))
    return -1;
  return gtk_text_iter_get_offset (&iter);
}

static void
apply_type (RapArticleText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_apply_tag (get_buffer (self), self->type, &start, &end);
}

static void
update_colours (RapArticleText *self)
{
  GdkRGBA colour;

  rap_highlight_painter_update (self->painter);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= 0.55f;
  g_object_set (self->dim, "foreground-rgba", &colour, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrolled_cb (RapArticleText *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[SCROLLED], 0);
}

static void
vadjustment_changed_cb (RapArticleText *self)
{
  GtkAdjustment *vadjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->vadjustment == vadjustment)
    return;
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_set_object (&self->vadjustment, vadjustment);
  if (vadjustment != NULL)
    {
      g_signal_connect_swapped (vadjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
      g_signal_connect_swapped (vadjustment, "changed", G_CALLBACK (scrolled_cb), self);
    }
}

static void
leave_cb (RapArticleText *self)
{
  g_signal_emit (self, signals[HOVERED], 0, -1);
}

static gboolean
is_on_child (RapArticleText *self,
             double          x,
             double          y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    if (widget == GTK_WIDGET (self->masthead) || widget == self->margin || GTK_IS_BUTTON (widget))
      return TRUE;
  return FALSE;
}

/* What the pointer is over in the margin, the margin says. */
static void
motion_cb (RapArticleText *self,
           double          x,
           double          y)
{
  gboolean on_child = is_on_child (self, x, y);

  if (on_child && self->margin != NULL && x >= self->column.margin_x &&
      x < self->column.margin_x + self->column.margin_width)
    return;
  g_signal_emit (self, signals[HOVERED], 0, on_child ? -1 : find_offset (self, x, y));
}

static void
press_secondary (RapArticleText *self,
                 double          x,
                 double          y)
{
  RapRange selection = rap_article_text_get_selection (self);
  int offset = find_offset (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (offset >= 0 && !rap_range_contains_offset (selection, (guint) offset))
    rap_article_text_select (self, (RapRange) { (guint) offset, (guint) offset });
  g_signal_emit (self, signals[ASKED_MENU], 0, x, y);
}

static void
release_primary (RapArticleText *self,
                 double          x,
                 double          y)
{
  RapRange selection = rap_article_text_get_selection (self);
  int offset;

  if (ABS (x - self->press_x) > CLICK_DISTANCE || ABS (y - self->press_y) > CLICK_DISTANCE ||
      !rap_range_is_empty (selection))
    return;
  offset = find_offset (self, x, y);
  if (offset >= 0)
    g_signal_emit (self, signals[PRESSED_PASSAGE], 0, (guint) offset);
}

static gboolean
is_on_fold (RapArticleText *self,
            double          x,
            double          y)
{
  int buffer_y;

  if (self->folds == NULL)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         (int) x, (int) y, NULL, &buffer_y);
  return rap_article_point_is_folded (GTK_TEXT_VIEW (self), buffer_y);
}

static gboolean
press (RapArticleText *self,
       GdkEvent       *event,
       double          x,
       double          y)
{
  if (gdk_event_triggers_context_menu (event))
    {
      press_secondary (self, x, y);
      return GDK_EVENT_STOP;
    }
  if (gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    {
      self->press_x = x;
      self->press_y = y;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The text view's own gestures claim what they see; events come here first and
 * pass on, when the text view may look for the character under the pointer. */
static gboolean
event_cb (RapArticleText *self,
          GdkEvent       *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, surface_x, surface_y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE && type != GDK_MOTION_NOTIFY) ||
      !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self),
                                    x - surface_x, y - surface_y, &x, &y);
  if (is_on_child (self, x, y))
    return GDK_EVENT_PROPAGATE;
  if (is_on_fold (self, x, y))
    rap_article_folds_settle (self->folds);
  if (type == GDK_BUTTON_PRESS)
    return press (self, event, x, y);
  if (type == GDK_BUTTON_RELEASE && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    release_primary (self, x, y);
  return GDK_EVENT_PROPAGATE;
}

static void
set_margins (RapArticleText *self,
             int             width,
             int             height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int masthead = 0;

  self->column = rap_column_place (width, self->ideal_width, self->uses_margin, mirrored);
  if (self->masthead != NULL)
    {
      rap_article_masthead_set_compact (self->masthead, height < ROOMY_HEIGHT || self->column.width < ROOMY_WIDTH);
      gtk_widget_measure (GTK_WIDGET (self->masthead), GTK_ORIENTATION_VERTICAL, self->column.width,
                          NULL, &masthead, NULL, NULL);
    }
  gtk_text_view_set_left_margin (view, self->column.x);
  gtk_text_view_set_right_margin (view, MAX (0, width - self->column.x - self->column.width));
  gtk_text_view_set_top_margin (view, masthead + MASTHEAD_GAP);
}

/* At once: what scrolls before the next allocation finds the lines as they will be. */
static void
break_lines (RapArticleText *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    set_margins (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
allocate_masthead (RapArticleText *self)
{
  GtkAllocation area = { self->column.x, 0, self->column.width, 0 };
  double scrolled = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;

  if (self->masthead == NULL)
    return;
  gtk_widget_measure (GTK_WIDGET (self->masthead), GTK_ORIENTATION_VERTICAL, area.width, NULL, &area.height, NULL, NULL);
  area.y = -(int) scrolled;
  gtk_widget_size_allocate (GTK_WIDGET (self->masthead), &area, -1);
}

static void
allocate_margin (RapArticleText *self,
                 int             height)
{
  GtkAllocation area = { self->column.margin_x, 0, self->column.margin_width, height };

  if (self->margin == NULL)
    return;
  rap_show_child (self->margin, area.width > 0);
  if (area.width > 0)
    gtk_widget_size_allocate (self->margin, &area, -1);
}

static void
rap_article_text_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  RapArticleText *self = RAP_ARTICLE_TEXT (widget);

  set_margins (self, width, height);
  GTK_WIDGET_CLASS (rap_article_text_parent_class)->size_allocate (widget, width, height, baseline);
  allocate_masthead (self);
  allocate_margin (self, height);
  if (self->folds != NULL)
    rap_article_folds_allocate (self->folds, self->column.x, self->column.width);
}

static void
rap_article_text_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  RapArticleText *self = RAP_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (rap_article_text_parent_class)->snapshot (widget, snapshot);
  if (self->masthead != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->masthead), snapshot);
  if (self->folds != NULL)
    rap_article_folds_snapshot (self->folds, snapshot);
  if (self->margin != NULL)
    gtk_widget_snapshot_child (widget, self->margin, snapshot);
}

static void
rap_article_text_snapshot_layer (GtkTextView      *view,
                                 GtkTextViewLayer  layer,
                                 GtkSnapshot      *snapshot)
{
  RapArticleText *self = RAP_ARTICLE_TEXT (view);
  GdkRectangle visible;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->article == NULL)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  if (self->marks != NULL)
    rap_highlight_painter_snapshot (self->painter, self->marks, self->article->text,
                                    visible.y, visible.y + visible.height, snapshot);
  if (self->hits != NULL)
    rap_reading_hits_snapshot (view, self->article->text, self->hits, self->hit,
                               visible.y, visible.y + visible.height, snapshot);
}

static void
rap_article_text_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rap_article_text_parent_class)->css_changed (widget, change);
  update_colours (RAP_ARTICLE_TEXT (widget));
}

/* Children in the order Tab meets them: masthead, text, folds, margin. */
static GPtrArray *
list_focusable (RapArticleText *self)
{
  GPtrArray *widgets = g_ptr_array_new ();

  if (self->masthead != NULL)
    g_ptr_array_add (widgets, self->masthead);
  g_ptr_array_add (widgets, self);
  for (guint i = 0; self->folds != NULL && i < rap_article_folds_get_n (self->folds); i++)
    g_ptr_array_add (widgets, rap_article_folds_get_row (self->folds, i));
  if (self->margin != NULL && gtk_widget_get_child_visible (self->margin))
    g_ptr_array_add (widgets, self->margin);
  return widgets;
}

static gboolean
rap_article_text_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  g_autoptr (GPtrArray) widgets = list_focusable (RAP_ARTICLE_TEXT (widget));

  return rap_tab_order_move (widget, widgets, direction);
}

static void
rap_article_text_dispose (GObject *object)
{
  RapArticleText *self = RAP_ARTICLE_TEXT (object);

  g_clear_pointer (&self->top, rap_reading_top_free);
  g_clear_pointer (&self->folds, rap_article_folds_free);
  if (self->masthead != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->masthead)));
  g_clear_pointer (&self->margin, gtk_widget_unparent);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->article);
  G_OBJECT_CLASS (rap_article_text_parent_class)->dispose (object);
}

static void
rap_article_text_finalize (GObject *object)
{
  rap_highlight_painter_free (RAP_ARTICLE_TEXT (object)->painter);
  G_OBJECT_CLASS (rap_article_text_parent_class)->finalize (object);
}

static guint
add_signal (RapArticleTextClass *klass,
            const char          *name,
            guint                n_params,
            GType                first,
            GType                second)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, first, second);
}

static void
rap_article_text_class_init (RapArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = rap_article_text_dispose;
  object_class->finalize = rap_article_text_finalize;
  widget_class->size_allocate = rap_article_text_size_allocate;
  widget_class->snapshot = rap_article_text_snapshot;
  widget_class->css_changed = rap_article_text_css_changed;
  widget_class->focus = rap_article_text_focus;
  view_class->snapshot_layer = rap_article_text_snapshot_layer;

  signals[PRESSED_PASSAGE] = add_signal (klass, "pressed-passage", 1, G_TYPE_UINT, G_TYPE_NONE);
  signals[HOVERED] = add_signal (klass, "hovered", 1, G_TYPE_INT, G_TYPE_NONE);
  signals[SCROLLED] = add_signal (klass, "scrolled", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[ASKED_MENU] = add_signal (klass, "asked-menu", 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MARKED_BODY] = add_signal (klass, "marked-body", 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
add_controllers (RapArticleText *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
}

static void
rap_article_text_init (RapArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, BOTTOM_MARGIN);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-text");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->type = gtk_text_buffer_create_tag (get_buffer (self), NULL, NULL);
  self->dim = gtk_text_buffer_create_tag (get_buffer (self), NULL, NULL);
  self->painter = rap_highlight_painter_new (view);
  self->top = rap_reading_top_new (view);
  rap_article_text_set_type (self, RAP_READING_TYPE_DEFAULT);
  rap_drop_through (GTK_WIDGET (self));
  add_controllers (self);
  g_signal_connect_swapped (self, "notify::vadjustment", G_CALLBACK (vadjustment_changed_cb), self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
}

static void
emit_marked_body (RapRange range,
                  gpointer user_data)
{
  g_signal_emit (user_data, signals[MARKED_BODY], 0, range.start, range.end);
}

void
rap_article_text_set_article (RapArticleText *self,
                              RapArticle     *article)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;

  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  self->marks = NULL;
  self->hits = NULL;
  g_clear_pointer (&self->folds, rap_article_folds_free);
  g_set_object (&self->article, article);
  gtk_text_buffer_set_text (buffer, article != NULL ? rap_text_get_utf8 (article->text) : "", -1);
  apply_type (self);
  if (article != NULL)
    {
      rap_reading_dim_apply (buffer, self->dim, article);
      self->folds = rap_article_folds_new (GTK_TEXT_VIEW (self), article, emit_marked_body, self);
    }
  get_iter (self, article != NULL ? rap_article_get_body_start (article) : 0, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  rap_reading_top_hold (self->top, 0);
}

void
rap_article_text_set_marks (RapArticleText  *self,
                            RapArticleMarks *marks)
{
  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  self->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rap_article_text_set_hits (RapArticleText *self,
                           const GArray   *hits,
                           RapRange        current)
{
  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  self->hits = hits;
  self->hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rap_article_text_set_masthead (RapArticleText     *self,
                               RapArticleMasthead *masthead)
{
  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  self->masthead = masthead;
  gtk_widget_set_parent (GTK_WIDGET (masthead), GTK_WIDGET (self));
}

void
rap_article_text_set_margin (RapArticleText *self,
                             GtkWidget      *margin)
{
  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  self->margin = margin;
  gtk_widget_set_parent (margin, GTK_WIDGET (self));
}

void
rap_article_text_set_type (RapArticleText *self,
                           RapReadingType  type)
{
  g_autoptr (PangoFontDescription) font = rap_reading_type_make_font (type);

  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  g_object_set (self->type, "font-desc", font, NULL);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), rap_reading_type_get_gap (type));
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), rap_reading_type_get_gap (type));
  self->ideal_width = rap_reading_type_get_width (type, GTK_WIDGET (self), font);
  break_lines (self);
}

/* In the line whose place must not change: that of the caret, or the first. */
static guint
find_anchor (RapArticleText *self)
{
  RapRange visible = rap_article_text_get_visible (self);
  guint caret = rap_article_text_get_caret (self);

  return rap_range_contains_offset (visible, caret) ? caret : visible.start;
}

void
rap_article_text_use_margin (RapArticleText *self,
                             gboolean        used)
{
  guint anchor;
  int below;

  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  if (self->uses_margin == used)
    return;
  anchor = find_anchor (self);
  below = rap_reading_top_measure (self->top, anchor);
  self->uses_margin = used;
  break_lines (self);
  if (self->article != NULL)
    rap_reading_top_hold_line (self->top, anchor, below);
}

RapRange
rap_article_text_get_selection (RapArticleText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (RAP_IS_ARTICLE_TEXT (self), ((RapRange) { 0, 0 }));

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  return (RapRange) { (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

guint
rap_article_text_get_caret (RapArticleText *self)
{
  GtkTextIter caret;

  g_return_val_if_fail (RAP_IS_ARTICLE_TEXT (self), 0);

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  return (guint) gtk_text_iter_get_offset (&caret);
}

void
rap_article_text_select (RapArticleText *self,
                         RapRange        range)
{
  GtkTextIter start, end;

  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  get_iter (self, range.start, &start);
  get_iter (self, range.end, &end);
  gtk_text_buffer_select_range (get_buffer (self), &end, &start);
}

/* A mark, so that it still happens when the text has not been laid out yet. @align:
 * where in the height, from 0; below 0, only into view. */
static void
scroll_to (RapArticleText *self,
           guint           offset,
           double          align)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "reveal");
  GtkTextIter iter;

  rap_reading_top_release (self->top);
  get_iter (self, offset, &iter);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "reveal", &iter, TRUE);
  gtk_text_buffer_move_mark (buffer, mark, &iter);
  if (align >= 0)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, align);
  else
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, REVEAL_MARGIN, FALSE, 0, 0);
}

/* From below, the end comes into view and brings the start along when there is
 * room for both, else the start goes to the top; from above, the start comes. */
void
rap_article_text_reveal (RapArticleText *self,
                         RapRange        range)
{
  GdkRectangle visible, first, last;
  GtkTextIter iter;
  int margin;

  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  rap_article_text_unfold (self, range);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  margin = (int) (visible.height * REVEAL_MARGIN);
  get_iter (self, range.start, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &first);
  get_iter (self, MAX (range.start + 1, range.end) - 1, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &last);

  if (first.y < visible.y + margin || last.y + last.height <= visible.y + visible.height - margin)
    scroll_to (self, range.start, -1);
  else if (last.y + last.height - first.y > visible.height - 2 * margin)
    scroll_to (self, range.start, REVEAL_MARGIN);
  else
    scroll_to (self, MAX (range.start + 1, range.end) - 1, -1);
}

void
rap_article_text_unfold (RapArticleText *self,
                         RapRange        range)
{
  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  if (self->folds != NULL)
    rap_article_folds_reveal (self->folds, range);
}

gboolean
rap_article_text_get_focused_fold (RapArticleText *self,
                                   RapRange       *range)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_TEXT (self), FALSE);

  return self->folds != NULL && rap_article_folds_get_focused (self->folds, range);
}

void
rap_article_text_toggle_furniture (RapArticleText *self)
{
  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  if (self->folds != NULL)
    rap_article_folds_toggle (self->folds);
}

void
rap_article_text_get_area (RapArticleText *self,
                           RapRange        range,
                           GdkRectangle   *area)
{
  GdkRectangle first, last;
  GtkTextIter iter;

  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  get_iter (self, range.start, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &first);
  get_iter (self, MAX (range.start + 1, range.end) - 1, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &last);
  first.width = MAX (first.width, 1);
  last.width = MAX (last.width, 1);
  gdk_rectangle_union (&first, &last, area);
  if (last.y > first.y)
    {
      area->x = self->column.x;
      area->width = self->column.width;
    }
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         area->x, area->y, &area->x, &area->y);
}

RapRange
rap_article_text_get_visible (RapArticleText *self)
{
  GdkRectangle visible;
  GtkTextIter start, end;

  g_return_val_if_fail (RAP_IS_ARTICLE_TEXT (self), ((RapRange) { 0, 0 }));

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  rap_article_point_find (GTK_TEXT_VIEW (self), 0, visible.y, &start);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &end, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&end);
  return (RapRange) { (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

guint
rap_article_text_get_top (RapArticleText *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_TEXT (self), 0);

  return rap_reading_top_get (self->top);
}

void
rap_article_text_set_top (RapArticleText *self,
                          guint           offset)
{
  g_return_if_fail (RAP_IS_ARTICLE_TEXT (self));

  rap_reading_top_hold (self->top, offset);
}
