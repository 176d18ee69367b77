/* rap-picture.c
 *
 * The list of shapes, its colours and the guess at the width of texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-picture.h"

#include <string.h>

static const char * const form_nicks[] = {
  "rect", "frame", "line", "dashes", "disc", "ring", "triangle", "hollow", "arrow", "text", "begin", "end",
};

static const char * const ink_nicks[RAP_N_INKS] = {
  "text", "dim", "grid", "stripe", "paper", "meeting", "article", "heat0", "heat1", "heat2", "heat3", "heat4", "heat5",
};

/* Dark enough on paper, and still apart from each other in grey. */
static const guint inks[RAP_N_INKS] = {
  0x1e1e1e, 0x5c5c5c, 0xd4d4d4, 0xf5f5f5, 0xffffff, 0x1a7f5a, 0x5e5c64,
  0xf4f4f4, 0xd3ebe1, 0xa3d5c1, 0x67b899, 0x2f9470, 0x0f6345,
};

static void
clear_shape (gpointer data)
{
  RapPictureShape *shape = data;

  g_free (shape->id);
  g_free (shape->text);
}

static void
free_page (gpointer data)
{
  RapPicturePage *page = data;

  g_array_unref (page->shapes);
  g_free (page);
}

RapPicture *
rap_picture_new (const char *title)
{
  RapPicture *self = g_new0 (RapPicture, 1);

  self->title = g_strdup (title);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  return self;
}

void
rap_picture_free (RapPicture *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

RapPicturePage *
rap_picture_add_page (RapPicture *self,
                      double      width,
                      double      height)
{
  RapPicturePage *page = g_new0 (RapPicturePage, 1);

  page->width = width;
  page->height = height;
  page->shapes = g_array_new (FALSE, FALSE, sizeof (RapPictureShape));
  g_array_set_clear_func (page->shapes, clear_shape);
  g_ptr_array_add (self->pages, page);
  return page;
}

void
rap_picture_page_add (RapPicturePage  *self,
                      RapPictureShape  shape)
{
  g_array_append_val (self->shapes, shape);
}

void
rap_ink_get_rgb (RapInk ink,
                 int    rgb[3])
{
  for (int i = 0; i < 3; i++)
    rgb[i] = (int) (inks[ink] >> (16 - 8 * i) & 0xff);
}

/* In parts of the size. */
static double
letter_width (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0.0;
  if (g_unichar_iswide (letter))
    return 1.0;
  if (letter < 128 && strchr ("iljt.,:;'|!()[] ", (int) letter) != NULL)
    return 0.3;
  if (letter < 128 && strchr ("mwMW@%", (int) letter) != NULL)
    return 0.88;
  return g_unichar_isupper (letter) ? 0.67 : 0.55;
}

double
rap_picture_text_width (const char *text,
                        double      size,
                        gboolean    bold)
{
  double width = 0.0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += letter_width (g_utf8_get_char (p));
  return width * size * (bold ? 1.08 : 1.0);
}

char *
rap_picture_cut_text (const char *text,
                      double      size,
                      gboolean    bold,
                      double      width)
{
  double scale = size * (bold ? 1.08 : 1.0);
  double room = width - scale;
  const char *p = text;

  if (rap_picture_text_width (text, size, bold) <= width)
    return g_strdup (text);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      room -= letter_width (g_utf8_get_char (p)) * scale;
      if (room < 0.0)
        break;
    }
  return p > text ? g_strdup_printf ("%.*s…", (int) (p - text), text) : g_strdup ("");
}

static void
append_shape (GString               *string,
              const RapPictureShape *shape)
{
  const double numbers[] = { shape->x, shape->y, shape->width, shape->height, shape->size };

  g_string_append (string, form_nicks[shape->form]);
  if (shape->form == RAP_PICTURE_BEGIN)
    g_string_append_printf (string, " %s", shape->id);
  else if (shape->form != RAP_PICTURE_END)
    {
      g_string_append_printf (string, " %s", ink_nicks[shape->ink]);
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (string, " %s", g_ascii_formatd (number, sizeof number, "%.0f", numbers[i]));
        }
    }
  if (shape->bold)
    g_string_append (string, " bold");
  if (shape->text != NULL)
    {
      g_autofree char *line = g_strdelimit (g_strdup (shape->text), "\n", '|');

      g_string_append_printf (string, " “%s”", line);
    }
  g_string_append_c (string, '\n');
}

char *
rap_picture_to_string (const RapPicture *self)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const RapPicturePage *page = g_ptr_array_index (self->pages, i);

      g_string_append_printf (string, "page %d %d\n", (int) page->width, (int) page->height);
      for (guint k = 0; k < page->shapes->len; k++)
        append_shape (string, &g_array_index (page->shapes, RapPictureShape, k));
    }
  return g_string_free (string, FALSE);
}
