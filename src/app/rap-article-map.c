/* rap-article-map.c
 *
 * Ticks are gathered from the marks, painted into rows by rap-map-rows, and
 * kept as one texture; drawing is that texture and two rectangles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>

#include "rap-article-map.h"
#include "rap-kind-colours.h"
#include "rap-map-rows.h"

#define MAP_PAD       3      /* pixels at either side */
#define MAP_GAP       1      /* between columns */
#define MAP_MIN_TICK  2      /* pixels */
#define MAP_MIN_VIEW  8      /* pixels that the part on the screen takes at least */
#define MAP_REST_MS   150    /* between one painting and the next */

typedef enum
{
  COLUMN_CLAIMS,
  COLUMN_MEETINGS,
  COLUMN_MENTIONS,
  COLUMN_CODINGS,
  N_COLUMNS
} Column;

static const int column_widths[N_COLUMNS] = { 6, 4, 4, 4 };
static const char * const column_colours[N_COLUMNS] = { "claim", "meeting", "mention", "coding" };

/**
 * RapArticleMap:
 * @scale: of the article on show, or NULL
 * @marks: borrowed, or NULL
 * @hits: of a search, borrowed, or NULL
 * @picture: all ticks, or NULL until it is painted
 * @chosen: the height of the chosen annotation, below 0 when there is none
 * @painted: when @picture was painted, monotonic time
 * @source: of the next painting, or 0
 */
struct _RapArticleMap
{
  GtkWidget              parent_instance;
  RapMapScale           *scale;
  const RapArticleMarks *marks;
  const GArray          *hits;
  GdkTexture            *picture;
  double                 chosen;
  RapRange               visible;
  double                 drag_start;
  gint64                 painted;
  guint                  source;
};

G_DEFINE_FINAL_TYPE (RapArticleMap, rap_article_map, GTK_TYPE_WIDGET)

enum
{
  JUMP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
get_map_width (void)
{
  int width = 2 * MAP_PAD + (N_COLUMNS - 1) * MAP_GAP;

  for (guint i = 0; i < N_COLUMNS; i++)
    width += column_widths[i];
  return width;
}

/* As the picture has it: alpha, red, green, blue, the colours weighed with alpha. */
static guint32
pack (const GdkRGBA *colour,
      double         alpha)
{
  guint a = (guint) (255 * alpha);
  guint r = (guint) (colour->red * (float) a);
  guint g = (guint) (colour->green * (float) a);
  guint b = (guint) (colour->blue * (float) a);

  return a << 24 | r << 16 | g << 8 | b;
}

static Column
get_column (const RapArticleMark *mark)
{
  switch ((int) rap_record_get_kind (mark->record))
    {
    case RAP_KIND_EVIDENCE:
      return COLUMN_MEETINGS;
    case RAP_KIND_MENTION:
      return COLUMN_MENTIONS;
    case RAP_KIND_CODING:
      return COLUMN_CODINGS;
    default:
      return COLUMN_CLAIMS;
    }
}

/* @known: names, which are interned, to GdkRGBA. Borrowed. */
static const GdkRGBA *
get_colour (RapArticleMap        *self,
            GHashTable           *known,
            const RapArticleMark *mark)
{
  const char *name = mark->colour;
  GdkRGBA *colour;

  if (name == NULL)
    name = rap_article_marks_get_colour_by (self->marks) == RAP_COLOUR_BY_KIND ? column_colours[get_column (mark)]
                                                                               : "quiet";
  colour = g_hash_table_lookup (known, name);
  if (colour == NULL)
    {
      colour = g_new0 (GdkRGBA, 1);
      rap_kind_colours_lookup (GTK_WIDGET (self), name, colour);
      g_hash_table_insert (known, (gpointer) name, colour);
    }
  return colour;
}

static guint
get_weight (const RapArticleMark *mark)
{
  if (mark->emphasis == RAP_EMPHASIS_FOCUS)
    return 3;
  return mark->emphasis == RAP_EMPHASIS_RELATED ? 2 : 0;
}

/* (transfer full) (element-type RapMapTick) */
static GArray *
collect_ticks (RapArticleMap *self)
{
  guint n = self->marks != NULL ? rap_article_marks_get_n (self->marks) : 0;
  GArray *ticks = g_array_sized_new (FALSE, FALSE, sizeof (RapMapTick), n);
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  self->chosen = -1;
  for (guint i = 0; i < n; i++)
    {
      const RapArticleMark *mark = rap_article_marks_get (self->marks, i);
      RapMapTick tick;

      if (!rap_article_marks_is_shown (self->marks, mark))
        continue;
      tick.top = rap_map_scale_to_share (self->scale, mark->hull.start);
      tick.bottom = rap_map_scale_to_share (self->scale, mark->hull.end);
      tick.column = get_column (mark);
      tick.weight = get_weight (mark);
      tick.colour = pack (get_colour (self, known, mark), tick.weight > 0 ? 1.0 : 0.8);
      g_array_append_val (ticks, tick);
      if (tick.weight == 3)
        self->chosen = tick.top;
    }
  return ticks;
}

/* Both edges of the rows that have a hit, so that they show beside any tick. */
static void
paint_hits (RapArticleMap *self,
            guint32       *pixels,
            guint          n_rows,
            int            scale)
{
  gsize width = (gsize) (get_map_width () * scale);
  GdkRGBA accent;
  guint32 ink;

  if (self->hits == NULL
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &accent))
    return;
  ink = pack (&accent, 1);
  for (guint i = 0; i < self->hits->len; i++)
    {
      double share = rap_map_scale_to_share (self->scale, g_array_index (self->hits, RapRange, i).start);
      guint first = (guint) (share * MAX ((int) n_rows - MAP_MIN_TICK * scale, 0));

      for (guint row = first; row < MIN (first + MAP_MIN_TICK * (guint) scale, n_rows); row++)
        for (int x = 0; x < MAP_PAD * scale; x++)
          pixels[row * width + (gsize) x] = pixels[(row + 1) * width - 1 - (gsize) x] = ink;
    }
}

/* From one colour a column to one a pixel. (transfer full) */
static GdkTexture *
make_picture (RapArticleMap *self,
              const guint32 *cells,
              guint          n_rows,
              int            scale)
{
  gsize width = (gsize) (get_map_width () * scale);
  g_autofree guint32 *pixels = g_new0 (guint32, width * n_rows);
  g_autoptr (GBytes) bytes = NULL;

  for (guint row = 0; row < n_rows; row++)
    {
      guint32 *pixel = pixels + row * width + MAP_PAD * scale;

      for (guint column = 0; column < N_COLUMNS; column++)
        {
          for (int i = 0; i < column_widths[column] * scale; i++)
            *pixel++ = cells[row * N_COLUMNS + column];
          pixel += MAP_GAP * scale;
        }
    }
  paint_hits (self, pixels, n_rows, scale);
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), width * n_rows * sizeof (guint32));
  return gdk_memory_texture_new ((int) width, (int) n_rows, GDK_MEMORY_DEFAULT, bytes, width * sizeof (guint32));
}

static void
paint (RapArticleMap *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint n_rows = (guint) (gtk_widget_get_height (GTK_WIDGET (self)) * scale);
  g_autoptr (GArray) ticks = NULL;
  g_autofree guint32 *cells = NULL;

  g_clear_object (&self->picture);
  self->painted = g_get_monotonic_time ();
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->scale == NULL || n_rows == 0)
    return;
  ticks = collect_ticks (self);
  if (ticks->len == 0 && (self->hits == NULL || self->hits->len == 0))
    return;
  cells = g_new (guint32, n_rows * N_COLUMNS);
  rap_map_rows_fill (cells, n_rows, N_COLUMNS, (guint) (MAP_MIN_TICK * scale),
                     (const RapMapTick *) ticks->data, ticks->len);
  self->picture = make_picture (self, cells, n_rows, scale);
}

static gboolean
paint_cb (gpointer data)
{
  RapArticleMap *self = data;

  self->source = 0;
  paint (self);
  return G_SOURCE_REMOVE;
}

/* After what is more urgent, and not again at once. */
static void
schedule (RapArticleMap *self)
{
  gint64 rest = MAP_REST_MS - (g_get_monotonic_time () - self->painted) / 1000;

  if (self->source != 0 || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  self->source = rest <= 0 ? g_idle_add_full (G_PRIORITY_LOW, paint_cb, self, NULL)
                           : g_timeout_add_full (G_PRIORITY_LOW, (guint) rest, paint_cb, self, NULL);
}

static void
emit_jump (RapArticleMap *self,
           double         y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->scale != NULL && height > 0)
    g_signal_emit (self, signals[JUMP], 0, rap_map_scale_to_offset (self->scale, y / height));
}

static void
drag_begin_cb (RapArticleMap *self,
               double         x,
               double         y)
{
  self->drag_start = y;
  emit_jump (self, y);
}

static void
drag_update_cb (RapArticleMap *self,
                double         dx,
                double         dy)
{
  emit_jump (self, self->drag_start + dy);
}

static void
append_box (GtkSnapshot    *snapshot,
            const GdkRGBA  *colour,
            float           alpha,
            graphene_rect_t area)
{
  GdkRGBA faint = *colour;

  faint.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &faint, &area);
}

static void
draw_visible (RapArticleMap *self,
              GtkSnapshot   *snapshot,
              const GdkRGBA *ink)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float top = (float) rap_map_scale_to_share (self->scale, self->visible.start) * height;
  float bottom = (float) rap_map_scale_to_share (self->scale, self->visible.end) * height;

  bottom = MAX (bottom, top + MAP_MIN_VIEW);
  append_box (snapshot, ink, 0.09f, GRAPHENE_RECT_INIT (0, top, width, bottom - top));
  append_box (snapshot, ink, 0.3f, GRAPHENE_RECT_INIT (0, top, width, 1));
  append_box (snapshot, ink, 0.3f, GRAPHENE_RECT_INIT (0, bottom - 1, width, 1));
}

static void
rap_article_map_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  RapArticleMap *self = RAP_ARTICLE_MAP (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA ink, accent;

  if (self->scale == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  draw_visible (self, snapshot, &ink);
  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) get_map_width (), height));
  if (self->chosen >= 0 && gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &accent))
    append_box (snapshot, &accent, 1,
                GRAPHENE_RECT_INIT (0, (float) (self->chosen * (height - 2)), width, 2));
}

static void
rap_article_map_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? get_map_width () : 0;
}

static void
rap_article_map_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  schedule (RAP_ARTICLE_MAP (widget));
}

static void
rap_article_map_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rap_article_map_parent_class)->css_changed (widget, change);
  schedule (RAP_ARTICLE_MAP (widget));
}

static void
rap_article_map_dispose (GObject *object)
{
  RapArticleMap *self = RAP_ARTICLE_MAP (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->scale, rap_map_scale_free);

  G_OBJECT_CLASS (rap_article_map_parent_class)->dispose (object);
}

static void
rap_article_map_class_init (RapArticleMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_map_dispose;
  widget_class->snapshot = rap_article_map_snapshot;
  widget_class->measure = rap_article_map_measure;
  widget_class->size_allocate = rap_article_map_size_allocate;
  widget_class->css_changed = rap_article_map_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "articlemap");

  signals[JUMP] = g_signal_new ("jump", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rap_article_map_init (RapArticleMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->chosen = -1;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
rap_article_map_show (RapArticleMap         *self,
                      const RapArticle      *article,
                      const RapArticleMarks *marks)
{
  g_return_if_fail (RAP_IS_ARTICLE_MAP (self));

  g_clear_pointer (&self->scale, rap_map_scale_free);
  g_clear_object (&self->picture);
  self->marks = article != NULL ? marks : NULL;
  self->hits = NULL;
  if (article != NULL)
    self->scale = rap_map_scale_new (article);
  self->chosen = -1;
  self->visible = (RapRange) { 0, 0 };
  schedule (self);
}

void
rap_article_map_refresh (RapArticleMap *self)
{
  g_return_if_fail (RAP_IS_ARTICLE_MAP (self));

  schedule (self);
}

void
rap_article_map_set_visible (RapArticleMap *self,
                             RapRange       visible)
{
  g_return_if_fail (RAP_IS_ARTICLE_MAP (self));

  if (rap_range_equal (self->visible, visible))
    return;
  self->visible = visible;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rap_article_map_set_hits (RapArticleMap *self,
                          const GArray  *hits)
{
  g_return_if_fail (RAP_IS_ARTICLE_MAP (self));

  self->hits = hits;
  schedule (self);
}
