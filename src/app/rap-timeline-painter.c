/* rap-timeline-painter.c
 *
 * Colours, textures and texts of the timeline. Small shapes are drawn once by
 * cairo for their colour and the widget's scale; a label's layout is kept and
 * only cut anew when its room changes by a step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-painter.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "rap-timeline-words.h"

#define WIDTH_STEP  8      /* pixels: rooms for text are rounded down to this */
#define MAX_CACHED  2000   /* layouts */
#define SHAPE_ROOM  (RAP_MARK_SIZE + 2.0)
#define CONTESTED_SIGN "\342\232\240"   /* the warning sign */
/* Titles, dates and numbers keep their own direction whatever stands around them. */
#define ISOLATE     "\342\201\250"
#define ISOLATE_LTR "\342\201\246"
#define ISOLATE_END "\342\201\251"
#define CELL_LABEL  48.0   /* pixels: the least width of a cell that shows its number */
#define FAR_AWAY    20000.0   /* pixels: drawing further out only costs precision */

struct _RapTimelinePainter
{
  GtkWidget          *widget;      /* not owned */
  RapTimelineItems   *items;
  GHashTable         *textures;    /* key of shape and colour → GdkTexture */
  GHashTable         *texts;       /* text → PangoLayout */
  GHashTable         *labels;      /* event · 2 + dated + 1 → PangoLayout */
  RapTimelinePalette  palette;
  gboolean            styled;
  double              line_height;
};

RapTimelinePainter *
rap_timeline_painter_new (GtkWidget *widget)
{
  RapTimelinePainter *self = g_new0 (RapTimelinePainter, 1);

  self->widget = widget;
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  return self;
}

void
rap_timeline_painter_free (RapTimelinePainter *self)
{
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  g_hash_table_unref (self->textures);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->labels);
  g_free (self);
}

void
rap_timeline_painter_set_items (RapTimelinePainter *self,
                                RapTimelineItems   *items)
{
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  self->items = items != NULL ? rap_timeline_items_ref (items) : NULL;
  g_hash_table_remove_all (self->labels);
}

void
rap_timeline_painter_restyle (RapTimelinePainter *self)
{
  self->styled = FALSE;
  g_hash_table_remove_all (self->textures);
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->labels);
}

static GdkRGBA
with_alpha (const GdkRGBA *color,
            double         alpha)
{
  GdkRGBA result = *color;

  result.alpha *= alpha;
  return result;
}

static GdkRGBA
find_color (RapTimelinePainter *self,
            const char         *name)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkStyleContext *context = gtk_widget_get_style_context (self->widget);
  g_autofree char *full = g_strconcat ("rap_timeline_", name,
                                       adw_style_manager_get_dark (manager) ? "_dark" : "",
                                       adw_style_manager_get_high_contrast (manager) ? "_contrast" : "", NULL);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, full, &color))
    gtk_style_context_get_color (context, &color);
  return color;
}

static void
find_style (RapTimelinePainter *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self->widget);
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  RapTimelinePalette *palette = &self->palette;
  PangoContext *pango = gtk_widget_get_pango_context (self->widget);
  PangoFontMetrics *metrics;

  gtk_style_context_get_color (context, &palette->text);
  palette->dim = with_alpha (&palette->text, contrast ? 0.9 : 0.62);
  palette->grid = with_alpha (&palette->text, contrast ? 0.35 : 0.13);
  palette->stripe = with_alpha (&palette->text, contrast ? 0.08 : 0.035);
  if (!gtk_style_context_lookup_color (context, "window_bg_color", &palette->background))
    palette->background = (GdkRGBA) { 1.0, 1.0, 1.0, 1.0 };
  palette->meeting = find_color (self, "meeting");
  palette->article = find_color (self, "article");
  palette->today = find_color (self, "today");
  palette->selected = find_color (self, "selected");

  metrics = pango_context_get_metrics (pango, NULL, NULL);
  self->line_height = ceil ((double) pango_font_metrics_get_height (metrics) / PANGO_SCALE);
  pango_font_metrics_unref (metrics);
  self->styled = TRUE;
}

const RapTimelinePalette *
rap_timeline_painter_get_palette (RapTimelinePainter *self)
{
  if (!self->styled)
    find_style (self);
  return &self->palette;
}

double
rap_timeline_painter_line_height (RapTimelinePainter *self)
{
  if (!self->styled)
    find_style (self);
  return self->line_height;
}

void
rap_timeline_painter_rect (GtkSnapshot   *snapshot,
                           const GdkRGBA *color,
                           double         x,
                           double         y,
                           double         width,
                           double         height)
{
  double left = MAX (x, -FAR_AWAY);
  double right = MIN (x + width, FAR_AWAY);

  if (right > left && height > 0.0)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (left, y, right - left, height));
}

void
rap_timeline_painter_outline (GtkSnapshot           *snapshot,
                              const graphene_rect_t *area,
                              double                 radius,
                              double                 line,
                              const GdkRGBA         *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
trace_shape (cairo_t  *cr,
             RapShape  shape)
{
  double middle = SHAPE_ROOM / 2.0;
  double radius = RAP_MARK_SIZE / 2.0 - 0.5;

  cairo_set_line_width (cr, 2.0);
  switch (shape)
    {
    case RAP_SHAPE_DOT:
      cairo_arc (cr, middle, middle, radius, 0.0, 2.0 * G_PI);
      cairo_fill (cr);
      break;
    case RAP_SHAPE_RING:
      cairo_arc (cr, middle, middle, radius - 1.0, 0.0, 2.0 * G_PI);
      cairo_stroke (cr);
      break;
    case RAP_SHAPE_TRIANGLE:
    case RAP_SHAPE_TRIANGLE_HOLLOW:
    default:
      cairo_move_to (cr, middle - 4.5, middle - 3.5);
      cairo_line_to (cr, middle + 4.5, middle - 3.5);
      cairo_line_to (cr, middle, middle + 4.0);
      cairo_close_path (cr);
      cairo_set_line_width (cr, 1.5);
      if (shape == RAP_SHAPE_TRIANGLE)
        cairo_fill (cr);
      else
        cairo_stroke (cr);
      break;
    }
}

static GdkTexture *
make_texture (RapShape       shape,
              const GdkRGBA *color,
              int            scale)
{
  int size = (int) SHAPE_ROOM * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  gdk_cairo_set_source_rgba (cr, color);
  trace_shape (cr, shape);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * size);
  texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

void
rap_timeline_painter_shape (RapTimelinePainter *self,
                            GtkSnapshot        *snapshot,
                            RapShape            shape,
                            const GdkRGBA      *color,
                            double              x,
                            double              y)
{
  int scale = gtk_widget_get_scale_factor (self->widget);
  g_autofree char *name = gdk_rgba_to_string (color);
  g_autofree char *key = g_strdup_printf ("%d %d %s", shape, scale, name);
  GdkTexture *texture = g_hash_table_lookup (self->textures, key);

  if (texture == NULL)
    {
      texture = make_texture (shape, color, scale);
      g_hash_table_insert (self->textures, g_steal_pointer (&key), texture);
    }
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (round ((x - SHAPE_ROOM / 2.0) * scale) / scale,
                                                    round ((y - SHAPE_ROOM / 2.0) * scale) / scale,
                                                    SHAPE_ROOM, SHAPE_ROOM));
}

/* Cuts a kept layout to a room; returns what it then takes. @extents: a line in
 * the other direction stands at the far end of its room, and its x says so. */
static double
cut_layout (PangoLayout    *layout,
            double          room,
            PangoRectangle *extents)
{
  int steps = (int) room / WIDTH_STEP * WIDTH_STEP * PANGO_SCALE;

  if (room <= 0.0)
    steps = -1;
  if (pango_layout_get_width (layout) != steps)
    pango_layout_set_width (layout, steps);
  pango_layout_get_pixel_extents (layout, NULL, extents);
  return extents->width;
}

static void
append_layout (GtkSnapshot          *snapshot,
               PangoLayout          *layout,
               const GdkRGBA        *color,
               double                x,
               double                y,
               const PangoRectangle *extents)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x) - extents->x, round (y - extents->height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static PangoLayout *
new_layout (RapTimelinePainter *self,
            const char         *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, TRUE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  return layout;
}

/* Signs and digits, which a right-to-left interface would turn around: "+1". */
static gboolean
is_number (const char *text)
{
  return text[strspn (text, "+-0123456789?.")] == '\0';
}

static PangoLayout *
new_number_layout (RapTimelinePainter *self,
                   const char         *text)
{
  g_autofree char *isolated = g_strconcat (ISOLATE_LTR, text, ISOLATE_END, NULL);

  return new_layout (self, isolated);
}

double
rap_timeline_painter_text (RapTimelinePainter *self,
                           GtkSnapshot        *snapshot,
                           const char         *text,
                           const GdkRGBA      *color,
                           double              x,
                           double              y,
                           double              width)
{
  PangoLayout *layout = g_hash_table_lookup (self->texts, text);
  PangoRectangle extents;
  double drawn;

  if (layout == NULL)
    {
      if (g_hash_table_size (self->texts) > MAX_CACHED)
        g_hash_table_remove_all (self->texts);
      layout = is_number (text) ? new_number_layout (self, text) : new_layout (self, text);
      g_hash_table_insert (self->texts, g_strdup (text), layout);
    }
  drawn = cut_layout (layout, width, &extents);
  if (snapshot != NULL)
    append_layout (snapshot, layout, color, x, y, &extents);
  return drawn;
}

/* A sign when it is contested, the title, then the date in a lighter tone. */
static PangoLayout *
make_label (RapTimelinePainter *self,
            guint               index,
            gboolean            dated)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = dated ? rap_timeline_words_date (self->items, index) : NULL;
  PangoAttrList *attributes = pango_attr_list_new ();
  RapTimelineColumns columns;
  RapTimelineEvent event;
  PangoLayout *layout;
  PangoAttribute *attribute;
  gsize title;
  guint flags;

  rap_timeline_items_get_event (self->items, index, &event);
  rap_timeline_items_get_columns (self->items, &columns);
  flags = columns.flags[event.first_item];
  if (flags & RAP_ITEM_CONTESTED)
    g_string_append (text, CONTESTED_SIGN " ");
  title = text->len;
  g_string_append_printf (text, ISOLATE "%s" ISOLATE_END, rap_timeline_words_title (&event));
  if (flags & RAP_ITEM_CANCELLED)
    {
      attribute = pango_attr_strikethrough_new (TRUE);
      attribute->start_index = title;
      attribute->end_index = text->len;
      pango_attr_list_insert (attributes, attribute);
    }
  attribute = pango_attr_foreground_alpha_new ((guint16) (0.62 * G_MAXUINT16));
  attribute->start_index = text->len;
  pango_attr_list_insert (attributes, attribute);
  if (date != NULL)
    g_string_append_printf (text, " · " ISOLATE "%s" ISOLATE_END, date);
  layout = new_layout (self, text->str);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

double
rap_timeline_painter_label (RapTimelinePainter *self,
                            GtkSnapshot        *snapshot,
                            guint               event,
                            gboolean            dated,
                            double              x,
                            double              y,
                            double              width)
{
  gpointer key = GUINT_TO_POINTER (event * 2 + (dated ? 1 : 0) + 1);
  PangoLayout *layout = g_hash_table_lookup (self->labels, key);
  PangoRectangle extents;
  double drawn;

  if (layout == NULL)
    {
      if (g_hash_table_size (self->labels) > MAX_CACHED)
        g_hash_table_remove_all (self->labels);
      layout = make_label (self, event, dated);
      g_hash_table_insert (self->labels, key, layout);
    }
  drawn = cut_layout (layout, width, &extents);
  if (snapshot != NULL)
    append_layout (snapshot, layout, &self->palette.text, x, y, &extents);
  return drawn;
}

static const GdkRGBA *
color_of (RapTimelinePainter       *self,
          const RapTimelineColumns *columns,
          const RapMark            *mark)
{
  return columns->kind[mark->item] == RAP_KIND_ARTICLE ? &self->palette.article : &self->palette.meeting;
}

/* A thin line; broken for what is approximate. */
static void
draw_line (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           double         x0,
           double         x1,
           double         y,
           gboolean       dashed,
           double         clip)
{
  if (!dashed)
    {
      rap_timeline_painter_rect (snapshot, color, x0, y - 1.0, x1 - x0, 2.0);
      return;
    }
  /* dashes keep their place while the window moves; those out of it are not drawn */
  for (double x = x0 + MAX (0.0, floor ((-8.0 - x0) / 8.0)) * 8.0; x < MIN (x1, clip); x += 8.0)
    rap_timeline_painter_rect (snapshot, color, x, y - 1.0, MIN (5.0, x1 - x), 2.0);
}

static void
draw_fade (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           double         full,
           double         none,
           double         y)
{
  GdkRGBA clear = with_alpha (color, 0.0);
  GskColorStop stops[] = { { 0.0, *color }, { 1.0, clear } };
  double left = MIN (full, none);

  if (fabs (none - full) < 1.0 || fabs (none - full) > FAR_AWAY)
    return;
  gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (left, y - 4.0, fabs (none - full), 8.0),
                                       &GRAPHENE_POINT_INIT (full, y), &GRAPHENE_POINT_INIT (none, y),
                                       stops, G_N_ELEMENTS (stops));
}

static void
draw_end (GtkSnapshot   *snapshot,
          const GdkRGBA *color,
          RapMarkEnd     end,
          double         x,
          double         core,
          double         y,
          gboolean       dashed,
          double         clip)
{
  if (end == RAP_MARK_END_OPEN)
    {
      draw_fade (snapshot, color, core, x, y);
      return;
    }
  if (end == RAP_MARK_END_NONE)
    return;
  draw_line (snapshot, color, MIN (x, core), MAX (x, core), y, dashed || end == RAP_MARK_END_UNKNOWN, clip);
  if (end == RAP_MARK_END_CAP)
    rap_timeline_painter_rect (snapshot, color, x < core ? x : x - 2.0, y - 5.0, 2.0, 10.0);
}

static void
draw_core (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           const RapMark *mark,
           double         x,
           double         y)
{
  double left = round (x + mark->core0);
  double width = MAX (round (x + mark->core1) - left, 2.0);

  if ((mark->flags & (RAP_ITEM_PLANNED | RAP_ITEM_CANCELLED)) == 0)
    {
      rap_timeline_painter_rect (snapshot, color, left, y - 5.0, width, 10.0);
      return;
    }
  rap_timeline_painter_rect (snapshot, color, left, y - 5.0, width, 2.0);
  rap_timeline_painter_rect (snapshot, color, left, y + 3.0, width, 2.0);
  rap_timeline_painter_rect (snapshot, color, left, y - 5.0, 2.0, 10.0);
  rap_timeline_painter_rect (snapshot, color, left + width - 2.0, y - 5.0, 2.0, 10.0);
}

static void
draw_span (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           const RapMark *mark,
           double         x,
           double         y,
           double         clip)
{
  gboolean dashed = (mark->flags & RAP_ITEM_APPROXIMATE) != 0;
  double x0 = round (x + mark->x0);
  double x1 = round (x + mark->x1);
  double middle = round ((x0 + x1) / 2.0);

  if (mark->core1 > mark->core0)
    {
      draw_end (snapshot, color, mark->start, x0, round (x + mark->core0), y, dashed, clip);
      draw_end (snapshot, color, mark->stop, x1, round (x + mark->core1), y, dashed, clip);
      draw_core (snapshot, color, mark, x, y);
      return;
    }
  draw_end (snapshot, color, mark->start, x0, middle, y, dashed, clip);
  draw_end (snapshot, color, mark->stop, x1, middle, y, dashed, clip);
}

static void
draw_run (RapTimelinePainter *self,
          GtkSnapshot        *snapshot,
          const GdkRGBA      *color,
          const RapMark      *mark,
          double              x,
          double              y)
{
  double width = mark->x1 - mark->x0;

  rap_timeline_painter_rect (snapshot, color, x + mark->x0, y - 8.0, width, 16.0);
  rap_timeline_painter_rect (snapshot, &self->palette.background, x + mark->x0 + 1.5, y - 6.5, width - 3.0, 13.0);
}

static void
draw_mark (RapTimelinePainter       *self,
           GtkSnapshot              *snapshot,
           const RapTimelineColumns *columns,
           const RapMark            *mark,
           double                    x,
           double                    y)
{
  const GdkRGBA *color = color_of (self, columns, mark);
  gboolean unsure = (mark->flags & (RAP_ITEM_PLANNED | RAP_ITEM_CANCELLED | RAP_ITEM_REPORTED_ONLY)) != 0;
  double middle = x + (mark->x0 + mark->x1) / 2.0;
  double clip = gtk_widget_get_width (self->widget);

  switch (mark->form)
    {
    case RAP_MARK_POINT:
      rap_timeline_painter_shape (self, snapshot, unsure ? RAP_SHAPE_RING : RAP_SHAPE_DOT, color, middle, y);
      break;
    case RAP_MARK_HOLLOW:
      rap_timeline_painter_shape (self, snapshot, RAP_SHAPE_RING, color, middle, y);
      break;
    case RAP_MARK_TRIANGLE:
      rap_timeline_painter_shape (self, snapshot, columns->le[mark->item] - columns->es[mark->item] == 1
                                  ? RAP_SHAPE_TRIANGLE : RAP_SHAPE_TRIANGLE_HOLLOW, color, middle, y);
      break;
    case RAP_MARK_RUN:
      draw_run (self, snapshot, color, mark, x, y);
      break;
    case RAP_MARK_STRIP:
      break;
    case RAP_MARK_SPAN:
    default:
      draw_span (snapshot, color, mark, x, y, clip);
      break;
    }
}

void
rap_timeline_painter_marks (RapTimelinePainter *self,
                            GtkSnapshot        *snapshot,
                            const RapMarks     *marks,
                            double              x,
                            double              y)
{
  RapTimelineColumns columns;

  rap_timeline_painter_get_palette (self);
  rap_timeline_items_get_columns (self->items, &columns);
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (marks->marks, RapMark, i);

      draw_mark (self, snapshot, &columns, mark, x, y + mark->y);
    }
}

static void
draw_count (RapTimelinePainter *self,
            GtkSnapshot        *snapshot,
            const RapMark      *mark,
            double              x,
            double              y)
{
  char count[16];
  double visible0 = MAX (mark->x0, 0.0);
  double visible1 = MIN (mark->x1, gtk_widget_get_width (self->widget));
  double width;

  g_snprintf (count, sizeof count, "%u", mark->count);
  width = rap_timeline_painter_text (self, NULL, count, &self->palette.text, 0.0, 0.0, 0.0);
  rap_timeline_painter_text (self, snapshot, count, &self->palette.text,
                             x + (visible0 + visible1 - width) / 2.0, y, 0.0);
}

/* In the upper corner of its cell of a strip. */
static void
draw_cell_count (RapTimelinePainter *self,
                 GtkSnapshot        *snapshot,
                 const RapMark      *mark,
                 double              x,
                 double              y)
{
  char count[16];

  if (mark->x0 < 0.0 || mark->x1 - mark->x0 < CELL_LABEL)
    return;
  g_snprintf (count, sizeof count, "%u", mark->count);
  rap_timeline_painter_text (self, snapshot, count, &self->palette.dim, x + mark->x0 + 2.0, y - self->line_height / 2.0, 0.0);
}

static void
draw_unknown (RapTimelinePainter *self,
              GtkSnapshot        *snapshot,
              const GdkRGBA      *color,
              const RapMark      *mark,
              double              x,
              double              y)
{
  if (mark->start == RAP_MARK_END_UNKNOWN)
    rap_timeline_painter_text (self, snapshot, "?", color, x + mark->x0 - 8.0, y, 0.0);
  if (mark->stop == RAP_MARK_END_UNKNOWN)
    rap_timeline_painter_text (self, snapshot, "?", color, x + mark->x1 - 2.0, y, 0.0);
}

static void
draw_label (RapTimelinePainter       *self,
            GtkSnapshot              *snapshot,
            const RapTimelineColumns *columns,
            const RapMark            *mark,
            double                    x,
            double                    y)
{
  double left = mark->label_x + (mark->stop == RAP_MARK_END_UNKNOWN ? 4.0 : 0.0);
  guint event = columns->event[mark->item];
  double width;

  if (mark->label_inside)
    {
      width = rap_timeline_painter_label (self, NULL, event, TRUE, 0.0, 0.0, mark->label_width);
      rap_timeline_painter_rect (snapshot, &self->palette.background, x + left - 4.0,
                                 y - self->line_height / 2.0, width + 8.0, self->line_height);
    }
  rap_timeline_painter_label (self, snapshot, event, TRUE, x + left, y, mark->label_width);
}

void
rap_timeline_painter_mark_texts (RapTimelinePainter *self,
                                 GtkSnapshot        *snapshot,
                                 const RapMarks     *marks,
                                 double              x,
                                 double              y)
{
  RapTimelineColumns columns;

  rap_timeline_painter_get_palette (self);
  rap_timeline_items_get_columns (self->items, &columns);
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (marks->marks, RapMark, i);

      if (mark->form == RAP_MARK_STRIP)
        draw_cell_count (self, snapshot, mark, x, y + mark->y);
      else if (mark->form == RAP_MARK_RUN)
        draw_count (self, snapshot, mark, x, y + mark->y);
      else if (mark->form == RAP_MARK_SPAN)
        draw_unknown (self, snapshot, color_of (self, &columns, mark), mark, x, y + mark->y);
      if (mark->label_width > 0.0)
        draw_label (self, snapshot, &columns, mark, x, y + mark->y);
    }
}
