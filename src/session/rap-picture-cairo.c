/* rap-picture-cairo.c
 *
 * A picture through cairo and Pango as PNG and PDF, on surfaces that need no
 * display. Texts are shaped with the machine's fonts and cut once more where
 * those are wider than the picture's guess.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-picture-private.h"

#include <math.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "rap-error.h"

#define POINTS    0.75       /* in a pixel of 1/96 inch */
#define FINE      2.0
#define MAX_SIDE  32000.0    /* pixels of a PNG: the limit of cairo is 32,767 */

typedef struct
{
  RapJsonSink  sink;
  gpointer     user_data;
  GError     **error;
} Output;

typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
} Canvas;

static void
set_ink (cairo_t *cr,
         RapInk   ink)
{
  int rgb[3];

  rap_ink_get_rgb (ink, rgb);
  cairo_set_source_rgb (cr, rgb[0] / 255.0, rgb[1] / 255.0, rgb[2] / 255.0);
}

static void
draw_text (Canvas                *self,
           const RapPictureShape *shape)
{
  PangoFontDescription *font = pango_font_description_from_string (RAP_PICTURE_FONT);

  pango_font_description_set_absolute_size (font, shape->size * PANGO_SCALE);
  pango_font_description_set_weight (font, shape->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (self->layout, shape->text, -1);
  /* only what must be cut gets a width: with one, a line in the other direction
   * would stand at its far end */
  pango_layout_set_width (self->layout, -1);
  if (shape->width > 0.0)
    {
      int width;

      pango_layout_get_size (self->layout, &width, NULL);
      if (width > shape->width * PANGO_SCALE)
        pango_layout_set_width (self->layout, (int) (shape->width * PANGO_SCALE));
    }
  cairo_move_to (self->cr, shape->x, shape->y - (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE);
  pango_cairo_show_layout (self->cr, self->layout);
}

static void
trace_triangle (cairo_t               *cr,
                const RapPictureShape *shape)
{
  if (shape->form == RAP_PICTURE_ARROW)
    {
      cairo_move_to (cr, shape->x, shape->y);
      cairo_line_to (cr, shape->x - shape->width, shape->y - shape->height);
      cairo_line_to (cr, shape->x - shape->width, shape->y + shape->height);
    }
  else
    {
      cairo_move_to (cr, shape->x - shape->width, shape->y - shape->width * 0.8);
      cairo_line_to (cr, shape->x + shape->width, shape->y - shape->width * 0.8);
      cairo_line_to (cr, shape->x, shape->y + shape->width * 0.9);
    }
  cairo_close_path (cr);
}

/* TRUE: to be filled. */
static gboolean
trace (cairo_t               *cr,
       const RapPictureShape *shape)
{
  static const double dashes[] = { 5.0, 3.0 };
  double half = shape->size / 2.0;

  cairo_set_line_width (cr, shape->size);
  cairo_set_dash (cr, dashes, shape->form == RAP_PICTURE_DASHES ? 2 : 0, 0.0);
  switch (shape->form)
    {
    case RAP_PICTURE_RECT:
      cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
      return TRUE;
    case RAP_PICTURE_FRAME:
      cairo_rectangle (cr, shape->x + half, shape->y + half, MAX (shape->width - shape->size, 0.0),
                       MAX (shape->height - shape->size, 0.0));
      return FALSE;
    case RAP_PICTURE_LINE:
    case RAP_PICTURE_DASHES:
      cairo_move_to (cr, shape->x, shape->y);
      cairo_rel_line_to (cr, shape->width, shape->height);
      return FALSE;
    case RAP_PICTURE_DISC:
    case RAP_PICTURE_RING:
      cairo_new_sub_path (cr);
      cairo_arc (cr, shape->x, shape->y, shape->form == RAP_PICTURE_RING ? shape->width - half : shape->width,
                 0.0, 2.0 * G_PI);
      return shape->form == RAP_PICTURE_DISC;
    default:
      trace_triangle (cr, shape);
      return shape->form != RAP_PICTURE_TRIANGLE_HOLLOW;
    }
}

static void
draw_shape (Canvas                *self,
            const RapPictureShape *shape)
{
  if (shape->form == RAP_PICTURE_BEGIN || shape->form == RAP_PICTURE_END)
    return;
  set_ink (self->cr, shape->ink);
  if (shape->form == RAP_PICTURE_TEXT)
    draw_text (self, shape);
  else if (trace (self->cr, shape))
    cairo_fill (self->cr);
  else
    cairo_stroke (self->cr);
}

static PangoLayout *
make_layout (cairo_t *cr)
{
  cairo_font_options_t *font_options = cairo_font_options_create ();
  PangoLayout *layout = pango_cairo_create_layout (cr);

  cairo_font_options_set_antialias (font_options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (font_options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (font_options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), font_options);
  cairo_font_options_destroy (font_options);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, TRUE);
  return layout;
}

static void
draw_page (cairo_t              *cr,
           const RapPicturePage *page)
{
  g_autoptr (PangoLayout) layout = make_layout (cr);
  Canvas canvas = { cr, layout };

  for (guint i = 0; i < page->shapes->len; i++)
    draw_shape (&canvas, &g_array_index (page->shapes, RapPictureShape, i));
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Output *output = closure;

  return output->sink ((const char *) data, length, output->user_data, output->error)
    ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* What the sink said is the better reason. */
static gboolean
check (cairo_status_t   status,
       GError         **error)
{
  if (status != CAIRO_STATUS_SUCCESS && (error == NULL || *error == NULL))
    g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "%s", cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
rap_picture_write_png (const RapPicture  *picture,
                       RapJsonSink        sink,
                       gpointer           user_data,
                       GError           **error)
{
  const RapPicturePage *page = g_ptr_array_index (picture->pages, 0);
  double scale = MIN (FINE, MAX_SIDE / MAX (page->width, page->height));
  Output output = { sink, user_data, error };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (scale < 0.75)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID,
                           "the picture is too high to be read as PNG; ask for less time or for PDF or SVG");
      return FALSE;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (page->width * scale), (int) ceil (page->height * scale));
  cr = cairo_create (surface);
  set_ink (cr, RAP_INK_PAPER);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  draw_page (cr, page);
  cairo_destroy (cr);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, &output);
  cairo_surface_destroy (surface);
  return check (status, error);
}

static void
set_metadata (cairo_surface_t  *surface,
              const RapPicture *picture,
              gint64            time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, picture->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Rapporteur " RAP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, text);
}

gboolean
rap_picture_write_pdf (const RapPicture  *picture,
                       gint64             time,
                       RapJsonSink        sink,
                       gpointer           user_data,
                       GError           **error)
{
  Output output = { sink, user_data, error };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &output, 1.0, 1.0);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, picture, time);
  for (guint i = 0; i < picture->pages->len; i++)
    {
      const RapPicturePage *page = g_ptr_array_index (picture->pages, i);

      cairo_pdf_surface_set_size (surface, page->width * POINTS, page->height * POINTS);
      cairo_save (cr);
      cairo_scale (cr, POINTS, POINTS);
      draw_page (cr, page);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check (status, error);
}
