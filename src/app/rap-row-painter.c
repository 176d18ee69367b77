/* rap-row-painter.c
 *
 * Lines have a height of their own, whatever the script in them, as with
 * line-height in CSS. A row with less to say than others stands in the middle
 * of the same height. Words keep the direction of their script; where things
 * stand follows the interface.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-row-painter.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SMALL       0.82    /* of the type: what .caption is */
#define LEADING     1.38    /* height of a line, of its type */
#define GAP         3       /* pixels between the title and the quiet line */
#define SPACE       8       /* between things in a line */
#define INDENT      14      /* of articles that bear marks */
#define DOT         8
#define ICON        16
#define BADGE       7       /* on both sides of the words in a badge */

/**
 * Painter: the brush for one row
 * @colour, @quiet: of the words
 * @big, @small: heights of lines in pixels
 */
typedef struct
{
  GtkWidget   *widget;
  GtkSnapshot *snapshot;
  GdkRGBA      colour;
  GdkRGBA      quiet;
  gboolean     is_rtl;
  int          width;
  int          big;
  int          small;
} Painter;

static double
get_type_size (GtkWidget *widget)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

static void
measure_lines (GtkWidget *widget,
               int       *big,
               int       *small)
{
  double size = get_type_size (widget);

  *big = (int) (size * LEADING + 0.5);
  *small = (int) (size * SMALL * LEADING + 0.5);
}

int
rap_row_painter_get_height (GtkWidget  *widget,
                            RapKind     kind,
                            RapColumns *columns)
{
  int big, small;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  measure_lines (widget, &big, &small);
  return columns != NULL ? big : (int) rap_row_face_count_lines (kind) * big + GAP + small;
}

static GdkRGBA
get_named_colour (Painter    *self,
                  const char *name,
                  float       alpha)
{
  GdkRGBA colour = self->colour;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (self->widget), name, &colour);
  colour.alpha *= alpha;
  return colour;
}

static void
set_up (Painter     *self,
        GtkWidget   *widget,
        GtkSnapshot *snapshot)
{
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  self->widget = widget;
  self->snapshot = snapshot;
  self->width = gtk_widget_get_width (widget);
  self->is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &self->colour);
  self->quiet = self->colour;
  self->quiet.alpha *= contrast ? 0.9f : 0.55f;
  measure_lines (widget, &self->big, &self->small);
}

/* The left edge of what is @width wide and begins @start from the start of the row. */
static int
mirror (Painter *self,
        int      start,
        int      width)
{
  return self->is_rtl ? self->width - start - width : start;
}

static PangoLayout *
make_layout (Painter    *self,
             const char *words,
             gboolean    is_small,
             gboolean    is_strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int height = is_small ? self->small : self->big;

  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (height * PANGO_SCALE));
  if (is_small)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    }
  if (is_strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* At most @lines in a box @width wide. */
static void
confine (PangoLayout *layout,
         int          width,
         guint        lines)
{
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, -(int) lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static void
draw_layout (Painter       *self,
             PangoLayout   *layout,
             int            x,
             int            y,
             const GdkRGBA *colour)
{
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (self->snapshot, layout, colour);
  gtk_snapshot_restore (self->snapshot);
}

/* One line that begins at the start of its box, whatever its script. */
static void
draw_line (Painter       *self,
           PangoLayout   *layout,
           int            start,
           int            y,
           int            width,
           const GdkRGBA *colour)
{
  gboolean is_rtl;

  confine (layout, width, 1);
  is_rtl = pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0)) == PANGO_DIRECTION_RTL;
  /* pango turns the sides round for words against the direction of the interface */
  pango_layout_set_alignment (layout, (is_rtl == self->is_rtl) == self->is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  draw_layout (self, layout, mirror (self, start, width), y, colour);
}

static void
fill_round (Painter       *self,
            int            x,
            int            y,
            int            width,
            int            height,
            const GdkRGBA *colour)
{
  GskRoundedRect area;

  gsk_rounded_rect_init_from_rect (&area, &GRAPHENE_RECT_INIT (x, y, width, height), height / 2.0f);
  gtk_snapshot_push_rounded_clip (self->snapshot, &area);
  gtk_snapshot_append_color (self->snapshot, colour, &area.bounds);
  gtk_snapshot_pop (self->snapshot);
}

/* Words in a pill, in the middle of a line that is @height high. */
static void
draw_badge (Painter       *self,
            PangoLayout   *words,
            int            start,
            int            y,
            int            width,
            int            height,
            const GdkRGBA *background)
{
  int x = mirror (self, start, width);
  int top = y + (height - self->small) / 2;

  fill_round (self, x, top, width, self->small, background);
  draw_layout (self, words, x + (width - get_width (words)) / 2, top, &self->colour);
}

static void
draw_icon (Painter       *self,
           const char    *name,
           int            start,
           int            y,
           const GdkRGBA *colour)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, name, NULL, ICON, gtk_widget_get_scale_factor (self->widget),
                                gtk_widget_get_direction (self->widget), 0);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (mirror (self, start, ICON), y + (self->big - ICON) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), self->snapshot, ICON, ICON, colour, 1);
  gtk_snapshot_restore (self->snapshot);
}

/* How much of the start is kept for what stands before the title. */
static int
get_lead_width (Painter          *self,
                const RapRowFace *face,
                RapKind           kind)
{
  if (face->badge != NULL)
    return self->small * 5 / 2 + SPACE;
  if (face->icon != NULL)
    return ICON + SPACE;
  return kind == RAP_KIND_ARTICLE && (rap_row_face_get_cells () & RAP_CELL_MARK) != 0 ? INDENT : 0;
}

static void
draw_lead (Painter          *self,
           const RapRowFace *face,
           int               y)
{
  GdkRGBA tint = self->colour;
  GdkRGBA accent = get_named_colour (self, "accent_color", 1);
  g_autoptr (PangoLayout) badge = face->badge != NULL ? make_layout (self, face->badge, TRUE, FALSE) : NULL;

  tint.alpha *= 0.1f;
  if (badge != NULL)
    draw_badge (self, badge, 0, y, self->small * 5 / 2, self->big, &tint);
  else if (face->icon != NULL)
    draw_icon (self, face->icon, 0, y, &self->quiet);
  else if (face->is_fresh)
    fill_round (self, mirror (self, 0, DOT), y + (self->big - DOT) / 2, DOT, DOT, &accent);
}

/* The end of the quiet line in @words; returns where it begins. */
static int
draw_end (Painter    *self,
          const char *words,
          int         start,
          int         edge,
          int         y)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (words == NULL || words[0] == '\0')
    return edge;
  layout = make_layout (self, words, TRUE, FALSE);
  width = MIN (get_width (layout), (edge - start) * 2 / 3);
  confine (layout, width, 1);
  draw_layout (self, layout, mirror (self, edge - width, width), y, &self->quiet);
  return edge - width - SPACE;
}

static int
draw_hedged (Painter *self,
             int      edge,
             int      y)
{
  g_autoptr (PangoLayout) words = make_layout (self, _("hedged"), TRUE, FALSE);
  GdkRGBA background = get_named_colour (self, "warning_bg_color", 0.35f);
  int width = get_width (words) + 2 * BADGE;

  draw_badge (self, words, edge - width, y, width, self->small, &background);
  return edge - width - SPACE;
}

static void
draw_quiet (Painter          *self,
            const RapRowFace *face,
            int               start,
            int               y)
{
  int edge = draw_end (self, face->end, start, self->width, y);

  g_autoptr (PangoLayout) line = NULL;

  if (face->is_hedged)
    edge = draw_hedged (self, edge, y);
  if (face->line == NULL || edge <= start)
    return;
  line = make_layout (self, face->line, TRUE, FALSE);
  draw_line (self, line, start, y, edge - start, &self->quiet);
}

static gboolean
has_quiet_line (const RapRowFace *face)
{
  return (face->line != NULL && face->line[0] != '\0') || (face->end != NULL && face->end[0] != '\0') || face->is_hedged;
}

void
rap_row_painter_draw (GtkWidget       *widget,
                      GtkSnapshot     *snapshot,
                      const RapHeader *header)
{
  g_autoptr (RapRowFace) face = rap_row_face_new (header);
  g_autoptr (PangoLayout) title = NULL;
  Painter self;
  GdkRGBA warning;
  int start, width, height, y;

  set_up (&self, widget, snapshot);
  start = get_lead_width (&self, face, header->kind);
  width = self.width - start - (face->is_warned ? ICON + SPACE : 0);
  title = make_layout (&self, face->title, FALSE, rap_row_face_is_strong (header));
  confine (title, width, rap_row_face_count_lines (header->kind));
  pango_layout_set_alignment (title, self.is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  height = pango_layout_get_line_count (title) * self.big;
  y = (gtk_widget_get_height (widget) - height - (has_quiet_line (face) ? GAP + self.small : 0)) / 2;

  draw_lead (&self, face, y);
  draw_layout (&self, title, mirror (&self, start, width), y, rap_row_face_is_done (header) ? &self.quiet : &self.colour);
  if (face->is_warned)
    {
      warning = get_named_colour (&self, "warning_color", 1);
      draw_icon (&self, "dialog-warning-symbolic", self.width - ICON, y, &warning);
    }
  draw_quiet (&self, face, start, y + height + GAP);
}

static void
draw_cell (Painter         *self,
           const RapHeader *header,
           const RapColumn *column,
           int              y)
{
  gboolean is_title = column->cell == RAP_CELL_TITLE;
  g_autofree char *words = is_title ? rap_row_face_get_title (header) : rap_row_face_get_cell (header, column->cell);
  g_autoptr (PangoLayout) layout = NULL;
  int start = column->start + SPACE;
  int width = column->start + column->width - start - SPACE;

  if (words[0] == '\0' || width <= 0)
    return;
  layout = make_layout (self, words, FALSE, is_title && rap_row_face_is_strong (header));
  draw_line (self, layout, start, y, width, is_title && !rap_row_face_is_done (header) ? &self->colour : &self->quiet);
}

void
rap_row_painter_draw_cells (GtkWidget       *widget,
                            GtkSnapshot     *snapshot,
                            const RapHeader *header,
                            RapColumns      *columns)
{
  RapColumn places[RAP_N_COLUMNS];
  guint n = rap_columns_place (columns, gtk_widget_get_width (widget), places);
  Painter self;

  set_up (&self, widget, snapshot);
  for (guint i = 0; i < n; i++)
    draw_cell (&self, header, &places[i], (gtk_widget_get_height (widget) - self.big) / 2);
}
