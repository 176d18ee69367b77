/* rap-picture-svg.c
 *
 * A picture as SVG 1.1, each thing a group with an id and a title, so that it
 * can be found, styled and hovered over in a report on the web.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-picture-private.h"

#include <string.h>

static void
add_number (GString    *svg,
            const char *name,
            double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (text, sizeof text, "%.2f", value);
  for (end = text + strlen (text) - 1; *end == '0'; end--)
    *end = '\0';
  if (*end == '.')
    *end = '\0';
  g_string_append_printf (svg, " %s=\"%s\"", name, strcmp (text, "-0") == 0 ? "0" : text);
}

/* Control characters cannot stand in XML at all. */
static void
add_escaped (GString    *svg,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '<')
        g_string_append (svg, "&lt;");
      else if (letter == '>')
        g_string_append (svg, "&gt;");
      else if (letter == '&')
        g_string_append (svg, "&amp;");
      else if (letter == '"')
        g_string_append (svg, "&quot;");
      else if ((letter < 0x20 && letter != '\n') || letter == 0xfffe || letter == 0xffff)
        g_string_append_c (svg, ' ');
      else
        g_string_append_unichar (svg, letter);
    }
}

static void
add_color (GString    *svg,
           const char *name,
           RapInk      ink)
{
  int rgb[3];

  rap_ink_get_rgb (ink, rgb);
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, rgb[0], rgb[1], rgb[2]);
}

static void
add_stroke (GString               *svg,
            const RapPictureShape *shape)
{
  add_color (svg, "stroke", shape->ink);
  add_number (svg, "stroke-width", shape->size);
  g_string_append (svg, " fill=\"none\"");
}

static void
add_box (GString               *svg,
         const RapPictureShape *shape)
{
  double inset = shape->form == RAP_PICTURE_FRAME ? shape->size / 2.0 : 0.0;

  g_string_append (svg, "<rect");
  add_number (svg, "x", shape->x + inset);
  add_number (svg, "y", shape->y + inset);
  add_number (svg, "width", MAX (shape->width - 2.0 * inset, 0.0));
  add_number (svg, "height", MAX (shape->height - 2.0 * inset, 0.0));
}

static void
add_line (GString               *svg,
          const RapPictureShape *shape)
{
  g_string_append (svg, "<line");
  add_number (svg, "x1", shape->x);
  add_number (svg, "y1", shape->y);
  add_number (svg, "x2", shape->x + shape->width);
  add_number (svg, "y2", shape->y + shape->height);
  add_stroke (svg, shape);
  if (shape->form == RAP_PICTURE_DASHES)
    g_string_append (svg, " stroke-dasharray=\"5 3\"");
}

static void
add_circle (GString               *svg,
            const RapPictureShape *shape)
{
  g_string_append (svg, "<circle");
  add_number (svg, "cx", shape->x);
  add_number (svg, "cy", shape->y);
  add_number (svg, "r", shape->form == RAP_PICTURE_RING ? shape->width - shape->size / 2.0 : shape->width);
}

static void
add_point (GString *svg,
           double   x,
           double   y)
{
  char text[2][G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s,%s", g_ascii_formatd (text[0], sizeof text[0], "%.2f", x),
                          g_ascii_formatd (text[1], sizeof text[1], "%.2f", y));
}

static void
add_triangle (GString               *svg,
              const RapPictureShape *shape)
{
  g_string_append (svg, "<polygon points=\"");
  if (shape->form == RAP_PICTURE_ARROW)
    {
      add_point (svg, shape->x, shape->y);
      add_point (svg, shape->x - shape->width, shape->y - shape->height);
      add_point (svg, shape->x - shape->width, shape->y + shape->height);
    }
  else
    {
      add_point (svg, shape->x - shape->width, shape->y - shape->width * 0.8);
      add_point (svg, shape->x + shape->width, shape->y - shape->width * 0.8);
      add_point (svg, shape->x, shape->y + shape->width * 0.9);
    }
  g_string_append_c (svg, '"');
}

static void
add_text (GString               *svg,
          const RapPictureShape *shape)
{
  g_string_append (svg, "<text");
  add_number (svg, "x", shape->x);
  add_number (svg, "y", shape->y);
  add_number (svg, "font-size", shape->size);
  if (shape->bold)
    g_string_append (svg, " font-weight=\"bold\"");
  add_color (svg, "fill", shape->ink);
  g_string_append_c (svg, '>');
  add_escaped (svg, shape->text);
  g_string_append (svg, "</text>\n");
}

static void
add_form (GString               *svg,
          const RapPictureShape *shape)
{
  gboolean hollow = shape->form == RAP_PICTURE_FRAME || shape->form == RAP_PICTURE_RING
                    || shape->form == RAP_PICTURE_TRIANGLE_HOLLOW;

  if (shape->form == RAP_PICTURE_LINE || shape->form == RAP_PICTURE_DASHES)
    {
      add_line (svg, shape);
      g_string_append (svg, "/>\n");
      return;
    }
  if (shape->form == RAP_PICTURE_RECT || shape->form == RAP_PICTURE_FRAME)
    add_box (svg, shape);
  else if (shape->form == RAP_PICTURE_DISC || shape->form == RAP_PICTURE_RING)
    add_circle (svg, shape);
  else
    add_triangle (svg, shape);
  if (hollow)
    add_stroke (svg, shape);
  else
    add_color (svg, "fill", shape->ink);
  g_string_append (svg, "/>\n");
}

static void
add_shape (GString               *svg,
           const RapPictureShape *shape)
{
  switch (shape->form)
    {
    case RAP_PICTURE_BEGIN:
      g_string_append (svg, "<g id=\"");
      add_escaped (svg, shape->id);
      g_string_append (svg, "\"><title>");
      add_escaped (svg, shape->text);
      g_string_append (svg, "</title>\n");
      break;
    case RAP_PICTURE_END:
      g_string_append (svg, "</g>\n");
      break;
    case RAP_PICTURE_TEXT:
      add_text (svg, shape);
      break;
    default:
      add_form (svg, shape);
    }
}

gboolean
rap_picture_write_svg (const RapPicture  *picture,
                       RapJsonSink        sink,
                       gpointer           user_data,
                       GError           **error)
{
  const RapPicturePage *page = g_ptr_array_index (picture->pages, 0);
  g_autoptr (GString) svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                          "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");

  add_number (svg, "width", page->width);
  add_number (svg, "height", page->height);
  g_string_append_printf (svg, " viewBox=\"0 0 %d %d\" font-family=\"%s\">\n<title>",
                          (int) page->width, (int) (page->height + 0.5), RAP_PICTURE_FONT);
  add_escaped (svg, picture->title);
  g_string_append (svg, "</title>\n<rect id=\"paper\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  for (guint i = 0; i < page->shapes->len; i++)
    add_shape (svg, &g_array_index (page->shapes, RapPictureShape, i));
  g_string_append (svg, "</svg>\n");
  return sink (svg->str, svg->len, user_data, error);
}
