/* rap-timeline-picture.c
 *
 * The sheet and the order of its parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-picture-private.h"

#include <string.h>

const char *
rap_sheet_words (RapSheet   *self,
                 const char *english)
{
  return self->options->words->translate (english);
}

char *
rap_sheet_fill (RapSheet   *self,
                const char *english,
                const char *first,
                const char *second)
{
  GString *text = g_string_new (NULL);

  for (const char *p = rap_sheet_words (self, english); *p != '\0'; p++)
    {
      if (p[0] == '%' && (p[1] == '1' || p[1] == '2'))
        g_string_append (text, *++p == '1' ? first : second);
      else
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

void
rap_sheet_shape (RapSheet       *self,
                 RapPictureForm  form,
                 RapInk          ink,
                 double          x,
                 double          y,
                 double          width,
                 double          height)
{
  double thickness = ink == RAP_INK_GRID ? 1.0 : 2.0;

  rap_picture_page_add (self->page, (RapPictureShape) {
    .form = form, .ink = ink, .x = x, .y = y, .width = width, .height = height, .size = thickness });
}

void
rap_sheet_text (RapSheet   *self,
                RapInk      ink,
                double      size,
                gboolean    bold,
                double      x,
                double      y,
                double      width,
                const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  g_autofree char *cut = width > 0.0 ? rap_picture_cut_text (line, size, bold, width) : g_strdup (line);

  if (*cut != '\0')
    rap_picture_page_add (self->page, (RapPictureShape) {
      .form = RAP_PICTURE_TEXT, .ink = ink, .x = x, .y = y, .width = width, .size = size, .bold = bold,
      .text = g_steal_pointer (&cut) });
}

void
rap_sheet_begin (RapSheet   *self,
                 const char *prefix,
                 const char *id,
                 const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", prefix, id);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, name)) + 1;

  g_hash_table_insert (self->ids, g_strdup (name), GUINT_TO_POINTER (n));
  rap_picture_page_add (self->page, (RapPictureShape) {
    .form = RAP_PICTURE_BEGIN, .text = g_strdup (title),
    .id = n == 1 ? g_strdup (name) : g_strdup_printf ("%s-%u", name, n) });
}

void
rap_sheet_end (RapSheet *self)
{
  rap_picture_page_add (self->page, (RapPictureShape) { .form = RAP_PICTURE_END });
}

const char *
rap_sheet_title_of (RapSheet *self,
                    guint     index)
{
  RapTimelineEvent event;

  rap_timeline_items_get_event (self->items, index, &event);
  if (event.title[0] != '\0')
    return event.title;
  return rap_sheet_words (self, event.kind == RAP_KIND_ARTICLE ? "Article without a title" : "Meeting without a title");
}

static const char *
remark_on (guint flags)
{
  if (flags & RAP_ITEM_PLANNED)
    return "planned";
  if (flags & RAP_ITEM_CANCELLED)
    return "cancelled";
  if (flags & RAP_ITEM_REPORTED_ONLY)
    return "reported only";
  return flags & RAP_ITEM_CONTESTED ? "contested" : NULL;
}

void
rap_sheet_begin_event (RapSheet *self,
                       guint     index)
{
  g_autoptr (GString) title = g_string_new (rap_sheet_title_of (self, index));
  g_autoptr (RapEdtf) when = NULL;
  g_autofree char *words = NULL;
  RapTimelineEvent event;
  const char *remark;

  rap_timeline_items_get_event (self->items, index, &event);
  when = event.when != NULL ? rap_edtf_parse (event.when, NULL) : NULL;
  words = when != NULL ? self->options->words->date (when) : g_strdup (rap_sheet_words (self, "without a date"));
  remark = remark_on (self->columns.flags[event.first_item]);
  g_string_append_printf (title, "\n%s", words);
  if (remark != NULL)
    g_string_append_printf (title, "\n%s", rap_sheet_words (self, remark));
  if (g_hash_table_add (self->seen, GUINT_TO_POINTER (index)))
    self->n_events++;
  rap_sheet_begin (self, rap_kind_get_nick (event.kind), event.id, title->str);
}

char *
rap_sheet_year (RapSheet *self,
                gint64    year)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);

  return year > 0 ? g_steal_pointer (&number) : rap_sheet_fill (self, "%1 BCE", number, NULL);
}

char *
rap_sheet_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, number < 9.95 ? "%.1f" : "%.0f", number);
  if (g_str_has_suffix (text, ".0"))
    text[strlen (text) - 2] = '\0';
  return g_strdup (text);
}

void
rap_sheet_turn (RapSheet *self)
{
  self->page = rap_picture_add_page (self->picture, RAP_PICTURE_WIDTH, RAP_PICTURE_HEIGHT);
  rap_sheet_text (self, RAP_INK_TEXT, 20.0, TRUE, RAP_SHEET_MARGIN, RAP_SHEET_MARGIN + 16.0, RAP_SHEET_INNER,
                  self->options->title);
  self->y = RAP_SHEET_MARGIN + 32.0;
}

gboolean
rap_sheet_has_room (RapSheet *self,
                    double    height)
{
  return !self->options->paged || self->y + height <= RAP_SHEET_BOTTOM;
}

/* One page is as high as what is on it, several have their numbers. */
static void
finish_pages (RapSheet *self)
{
  guint n = self->picture->pages->len;

  if (!self->options->paged)
    self->page->height = self->y + RAP_SHEET_MARGIN;
  for (guint i = 0; i < n && n > 1; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *last = g_strdup_printf ("%u", n);
      g_autofree char *text = rap_sheet_fill (self, "Page %1 of %2", number, last);

      self->page = g_ptr_array_index (self->picture->pages, i);
      rap_sheet_text (self, RAP_INK_DIM, RAP_SHEET_SMALL, FALSE,
                      RAP_PICTURE_WIDTH - RAP_SHEET_MARGIN - rap_picture_text_width (text, RAP_SHEET_SMALL, FALSE),
                      RAP_PICTURE_HEIGHT - RAP_SHEET_MARGIN + 18.0, 0.0, text);
    }
}

RapPicture *
rap_timeline_picture_new (RapTimelineData          *data,
                          const RapPictureOptions  *options,
                          GError                  **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (RapPicture) picture = NULL;
  RapSheet sheet = { .options = options, .data = data, .items = rap_timeline_data_get_items (data),
                     .ids = ids, .seen = seen };
  gboolean drawn = TRUE;

  picture = rap_picture_new (options->title);
  sheet.picture = picture;
  rap_timeline_items_get_columns (sheet.items, &sheet.columns);
  rap_sheet_turn (&sheet);
  if (options->view == RAP_PICTURE_AXIS)
    rap_sheet_draw_axis (&sheet);
  else
    drawn = rap_sheet_draw_blocks (&sheet, error);
  if (!drawn)
    return NULL;
  rap_sheet_draw_legend (&sheet);
  rap_sheet_draw_caption (&sheet);
  rap_sheet_draw_undated (&sheet);
  finish_pages (&sheet);
  return g_steal_pointer (&picture);
}
