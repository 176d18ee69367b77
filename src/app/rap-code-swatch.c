/* rap-code-swatch.c
 *
 * Luminance and contrast after WCAG 2.1. The project keeps the colour that was
 * chosen; only what is drawn gives way to the ground.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-swatch.h"

#include <adwaita.h>
#include <math.h>

#define SIZE 14
/* Relative luminance of the dark ground, #1e1e1e. */
#define DARK_GROUND 0.0130
#define CONTRAST 3.0

struct _RapCodeSwatch
{
  GtkWidget  parent_instance;
  char      *colour;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapCodeSwatch, rap_code_swatch, GTK_TYPE_WIDGET)

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * to_linear (colour->red) + 0.7152 * to_linear (colour->green) + 0.0722 * to_linear (colour->blue);
}

static gboolean
is_legible (const GdkRGBA *colour,
            gboolean       dark)
{
  double luminance = get_luminance (colour);

  if (dark)
    return (luminance + 0.05) / (DARK_GROUND + 0.05) >= CONTRAST;
  return 1.05 / (luminance + 0.05) >= CONTRAST;
}

static void
mix (GdkRGBA *colour,
     float    towards)
{
  colour->red += (towards - colour->red) * 0.08f;
  colour->green += (towards - colour->green) * 0.08f;
  colour->blue += (towards - colour->blue) * 0.08f;
}

/* The colour as it is shown in the light or the dark style: made darker or
 * lighter until it has a contrast of 3:1 (WCAG 2.1) with #ffffff or #1e1e1e. */
static GdkRGBA
make_legible (const char *colour,
              gboolean    dark)
{
  GdkRGBA rgba = { 0.5f, 0.5f, 0.5f, 1 };

  if (colour != NULL)
    gdk_rgba_parse (&rgba, colour);
  while (!is_legible (&rgba, dark))
    mix (&rgba, dark ? 1 : 0);
  return rgba;
}

static void
rap_code_swatch_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  RapCodeSwatch *self = RAP_CODE_SWATCH (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA colour = make_legible (self->colour, dark);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  float size = MIN (width, height);
  GskRoundedRect disc;
  GdkRGBA rim;

  if (self->colour == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size),
                                   size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &colour, &disc.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &rim);
  rim.alpha = 0.35f;
  gtk_snapshot_append_border (snapshot, &disc, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { rim, rim, rim, rim });
}

static void
rap_code_swatch_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
rap_code_swatch_finalize (GObject *object)
{
  g_free (RAP_CODE_SWATCH (object)->colour);

  G_OBJECT_CLASS (rap_code_swatch_parent_class)->finalize (object);
}

static void
rap_code_swatch_class_init (RapCodeSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_code_swatch_finalize;
  widget_class->snapshot = rap_code_swatch_snapshot;
  widget_class->measure = rap_code_swatch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rap_code_swatch_init (RapCodeSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
rap_code_swatch_new (const char *colour)
{
  RapCodeSwatch *self = g_object_new (RAP_TYPE_CODE_SWATCH, NULL);

  self->colour = g_strdup (colour);
  return GTK_WIDGET (self);
}

void
rap_code_swatch_set_colour (RapCodeSwatch *self,
                            const char    *colour)
{
  g_return_if_fail (RAP_IS_CODE_SWATCH (self));

  g_free (self->colour);
  self->colour = g_strdup (colour);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
