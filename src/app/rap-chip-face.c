/* rap-chip-face.c
 *
 * Three layouts of text, kept until their words or the style change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-chip-face.h"

#define GAP         5      /* pixels between lead and text */
#define SPACING     1      /* between the lines */
#define DETAIL_SIZE 0.95   /* of the first line */
#define DETAIL_TINT 0.7f

typedef enum
{
  LEAD,
  TEXT,
  DETAIL,
  N_PARTS
} Part;

/**
 * RapChipFace:
 * @layouts: NULL until drawn
 * @line_height, @detail_height: pixels; 0 until measured
 */
struct _RapChipFace
{
  GtkWidget    parent_instance;
  char        *words[N_PARTS];
  PangoLayout *layouts[N_PARTS];
  int          line_height;
  int          detail_height;
};

G_DEFINE_FINAL_TYPE (RapChipFace, rap_chip_face, GTK_TYPE_WIDGET)

static void
drop_layouts (RapChipFace *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_object (&self->layouts[i]);
  self->line_height = 0;
}

static PangoLayout *
make_layout (RapChipFace *self,
             Part         part,
             const char  *words)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (part == LEAD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (part == DETAIL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (DETAIL_SIZE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (part != TEXT)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
get_layout (RapChipFace *self,
            Part         part)
{
  if (self->layouts[part] == NULL)
    self->layouts[part] = make_layout (self, part, self->words[part]);
  return self->layouts[part];
}

/* Heights are those of the type, whatever the words. */
static void
ensure_heights (RapChipFace *self)
{
  g_autoptr (PangoLayout) line = NULL;
  g_autoptr (PangoLayout) detail = NULL;

  if (self->line_height > 0)
    return;
  line = make_layout (self, LEAD, "Xg");
  detail = make_layout (self, DETAIL, "Xg");
  pango_layout_get_pixel_size (line, NULL, &self->line_height);
  pango_layout_get_pixel_size (detail, NULL, &self->detail_height);
}

static void
rap_chip_face_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  RapChipFace *self = RAP_CHIP_FACE (widget);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  ensure_heights (self);
  *minimum = self->line_height;
  *natural = self->line_height + SPACING + self->detail_height;
}

/* Draws @part at the start of [x, x + width) in the direction of the interface;
 * returns the width it took. The script of the words keeps its own direction. */
static int
draw_part (RapChipFace   *self,
           GtkSnapshot   *snapshot,
           Part           part,
           int            x,
           int            y,
           int            width,
           const GdkRGBA *colour)
{
  PangoLayout *layout = get_layout (self, part);
  PangoRectangle ink, area;

  if (*self->words[part] == '\0' || width <= 0)
    return 0;
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_extents (layout, &ink, &area);
  if (area.width > width && part != TEXT)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_get_pixel_extents (layout, &ink, &area);
    }
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x += width - area.width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - area.x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return area.width;
}

/* The text has its whole width, the lead what that leaves. */
static void
draw_first_line (RapChipFace   *self,
                 GtkSnapshot   *snapshot,
                 int            y,
                 int            width,
                 const GdkRGBA *colour)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int text_width = 0, lead_width;

  if (*self->words[TEXT] != '\0')
    pango_layout_get_pixel_size (get_layout (self, TEXT), &text_width, NULL);
  text_width = MIN (text_width, width);
  lead_width = MAX (0, text_width > 0 ? width - text_width - GAP : width);
  lead_width = draw_part (self, snapshot, LEAD, mirrored ? width - lead_width : 0, y, lead_width, colour);
  if (lead_width > 0)
    lead_width += GAP;
  draw_part (self, snapshot, TEXT, mirrored ? 0 : lead_width, y, width - lead_width, colour);
}

static void
rap_chip_face_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  RapChipFace *self = RAP_CHIP_FACE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean two_lines;
  GdkRGBA colour;
  int used, y;

  ensure_heights (self);
  two_lines = *self->words[DETAIL] != '\0' && height >= self->line_height + SPACING + self->detail_height;
  used = self->line_height + (two_lines ? SPACING + self->detail_height : 0);
  y = MAX (0, (height - used) / 2);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);

  draw_first_line (self, snapshot, y, width, &colour);
  colour.alpha *= DETAIL_TINT;
  if (two_lines)
    draw_part (self, snapshot, DETAIL, 0, y + self->line_height + SPACING, width, &colour);
}

static void
rap_chip_face_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rap_chip_face_parent_class)->css_changed (widget, change);
  drop_layouts (RAP_CHIP_FACE (widget));
}

static void
rap_chip_face_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (rap_chip_face_parent_class)->direction_changed (widget, previous);
  drop_layouts (RAP_CHIP_FACE (widget));
}

static void
rap_chip_face_finalize (GObject *object)
{
  RapChipFace *self = RAP_CHIP_FACE (object);

  drop_layouts (self);
  for (guint i = 0; i < N_PARTS; i++)
    g_free (self->words[i]);
  G_OBJECT_CLASS (rap_chip_face_parent_class)->finalize (object);
}

static void
rap_chip_face_class_init (RapChipFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_chip_face_finalize;
  widget_class->measure = rap_chip_face_measure;
  widget_class->snapshot = rap_chip_face_snapshot;
  widget_class->css_changed = rap_chip_face_css_changed;
  widget_class->direction_changed = rap_chip_face_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "chipface");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rap_chip_face_init (RapChipFace *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    self->words[i] = g_strdup ("");
}

void
rap_chip_face_set (RapChipFace *self,
                   const char  *lead,
                   const char  *text,
                   const char  *detail)
{
  const char *words[] = { lead, text, detail };

  g_return_if_fail (RAP_IS_CHIP_FACE (self));

  for (guint i = 0; i < N_PARTS; i++)
    {
      if (g_str_equal (words[i], self->words[i]))
        continue;
      g_free (self->words[i]);
      self->words[i] = g_strdup (words[i]);
      if (self->layouts[i] != NULL)
        pango_layout_set_text (self->layouts[i], words[i], -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}
