/* test-pdf-reader.c
 *
 * PDFs made here with cairo, one column and two, in several scripts, and what
 * is no text: scans, passwords, damage. Fonts differ from machine to machine,
 * so no test depends on where a line breaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "test-parts.h"

#define ENGLISH "The foreign minister called his counterpart on Tuesday and told him that the talks would go on in Baghdad."
#define SECOND "A spokesman for the ministry confirmed the call on Wednesday, but gave no details of what had been said."
#define THIRD "Observers expect that both of them will meet again before the end of the year, perhaps in a third country."
#define PERSIAN "وزیر امور خارجه روز شنبه با همتای خود تلفنی صحبت کرد و از ادامه مذاکرات در بغداد خبر داد."
#define PERSIAN_SECOND "سخنگوی وزارت خارجه این خبر را تایید کرد و گفت دور بعدی در سال 2023 برگزار خواهد شد."
#define RUSSIAN "Министр иностранных дел во вторник позвонил своему коллеге и сообщил, что переговоры продолжатся в Багдаде."

/* Something that stands on a page. */
typedef struct
{
  guint       page;
  double      x, y, width, size;
  const char *text;
} Piece;

typedef struct
{
  const char  *name;
  const char  *title;
  const char  *author;
  const Piece *pieces;
  const char  *expected;
} Case;

static const Piece one_column[] = {
  { 0, 60, 80, 480, 20, "Minister calls" },
  { 0, 60, 130, 480, 11, ENGLISH " " SECOND "\n" THIRD "\n" SECOND },
  { 0, 60, 400, 480, 11, ENGLISH },
  { 0, 0, 0, 0, 0, NULL },
};

/* The right column begins higher than the text of the left one, which Poppler reads first. */
static const Piece two_columns[] = {
  { 0, 60, 30, 480, 9, "The Daily Example, 8 November 2022" },
  { 0, 60, 80, 480, 20, "Minister calls his counterpart again on Tuesday" },
  { 0, 60, 130, 220, 11, ENGLISH "\n" SECOND " " SECOND },
  { 0, 310, 130, 220, 11, THIRD "\n" ENGLISH },
  { 0, 280, 800, 100, 9, "1" },
  { 1, 60, 30, 480, 9, "The Daily Example, 8 November 2022" },
  { 1, 60, 100, 220, 11, SECOND },
  { 1, 280, 800, 100, 9, "2" },
  { 0, 0, 0, 0, 0, NULL },
};

static const Piece persian[] = {
  { 0, 60, 80, 480, 20, "صحبت تلفنی وزیر" },
  { 0, 60, 130, 440, 12, PERSIAN " " PERSIAN "\n" PERSIAN_SECOND },
  { 0, 0, 0, 0, 0, NULL },
};

static const Piece russian[] = {
  { 0, 60, 80, 300, 12, RUSSIAN "\n" RUSSIAN },
  { 0, 0, 0, 0, 0, NULL },
};

static const Piece printed[] = {
  { 0, 60, 10, 480, 8, "08/11/2022, 10:00" },
  { 0, 60, 100, 480, 12, ENGLISH },
  { 0, 60, 820, 480, 8, "https://news.example.org/call" },
  { 1, 60, 10, 480, 8, "08/11/2022, 10:00" },
  { 1, 60, 100, 480, 12, SECOND },
  { 1, 60, 820, 480, 8, "https://news.example.org/call" },
  { 0, 0, 0, 0, 0, NULL },
};

/* "foot-ball" over a line end, and "long-term", which the text has elsewhere. */
static const Piece hyphens[] = {
  { 0, 60, 100, 480, 9, "They said that football was a long-term thing. They spoke of foot-" },
  { 0, 60, 112, 480, 9, "ball and of long-" },
  { 0, 60, 124, 480, 9, "term plans." },
  { 0, 0, 0, 0, 0, NULL },
};

static const Piece scan[] = {
  { 0, 60, 100, 480, 12, "Page 1" },
  { 0, 0, 0, 0, 0, NULL },
};

static const Case cases[] = {
  { "one-column", "Minister calls", "Somebody", one_column,
    "TEXT (UTF-8) title=Minister calls\nMinister calls\n\n" ENGLISH " " SECOND "\n\n" THIRD "\n\n" SECOND "\n\n" ENGLISH "\n" },
  { "two-columns", "Untitled 1", NULL, two_columns,
    "TEXT (UTF-8) title=Minister calls his counterpart again on Tuesday\nMinister calls his counterpart again on Tuesday\n\n" ENGLISH "\n\n" SECOND " " SECOND "\n\n" THIRD
    "\n\n" ENGLISH "\n\n" SECOND "\n\nThe Daily Example, 8 November 2022\n" },
  { "persian", NULL, NULL, persian,
    "TEXT (UTF-8) title=صحبت تلفنی وزیر\nصحبت تلفنی وزیر\n\n" PERSIAN " " PERSIAN "\n\n" PERSIAN_SECOND "\n" },
  { "russian", "x.doc", NULL, russian, "TEXT (UTF-8)\n" RUSSIAN "\n\n" RUSSIAN "\n" },
  { "printed", NULL, NULL, printed,
    "TEXT (UTF-8) url=https://news.example.org/call\n" ENGLISH "\n\n" SECOND "\n\n08/11/2022, 10:00\n\nhttps://news.example.org/call\n" },
  { "hyphens", NULL, NULL, hyphens,
    "TEXT (UTF-8)\nThey said that football was a long-term thing. They spoke of football and of long-term plans.\n" },
  { "scan", NULL, NULL, scan,
    "the PDF has no text layer: it is a scan or a picture; run text recognition (OCR) over it first" },
};

static void
show_piece (cairo_t     *cairo,
            const Piece *piece)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, piece->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (piece->width * PANGO_SCALE));
  pango_layout_set_text (layout, piece->text, -1);
  cairo_move_to (cairo, piece->x, piece->y);
  pango_cairo_show_layout (cairo, layout);
  pango_font_description_free (font);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
make_pdf (const Case *test)
{
  GByteArray *file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, file, 595, 842);
  cairo_t *cairo = cairo_create (surface);
  guint page = 0;

  if (test->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, test->title);
  if (test->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, test->author);
  for (const Piece *piece = test->pieces; piece->text != NULL; piece++)
    {
      if (piece->page > page)
        cairo_show_page (cairo);
      page = piece->page;
      show_piece (cairo, piece);
    }
  cairo_show_page (cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return file;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GByteArray) file = make_pdf (test);
  g_autofree char *got = describe_parts (&rap_pdf_reader, (const char *) file->data, file->len);

  g_assert_cmpstr (got, ==, test->expected);
}

/* Cut off anywhere it is damaged, or what is left of it is read; it never ends otherwise. */
static void
test_cut_off (void)
{
  g_autoptr (GByteArray) file = make_pdf (&cases[0]);

  for (guint length = 0; length < file->len; length += file->len / 40 + 1)
    {
      g_autofree char *got = describe_parts (&rap_pdf_reader, (const char *) file->data, length);

      g_assert_cmpuint (strlen (got), >, 20);
    }
}

/* Encrypted with a password that is not empty: the keys are made up, so that none opens it. */
static void
test_password (void)
{
  static const char file[] =
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    "3 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O<0101010101010101010101010101010101010101010101010101010101010101>"
    "/U<0202020202020202020202020202020202020202020202020202020202020202>>>\nendobj\n"
    "trailer\n<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF\n";
  g_autofree char *got = describe_parts (&rap_pdf_reader, file, strlen (file));

  g_assert_cmpstr (got, ==, "the PDF is protected by a password; save a copy without one to read it here");
}

static void
test_damaged (void)
{
  g_autofree char *got = describe_parts (&rap_pdf_reader, "%PDF-1.7\nnothing", 16);
  g_autofree char *other = describe_parts (&rap_pdf_reader, "no PDF", 6);

  g_assert_cmpstr (got, ==, "the PDF is damaged and cannot be opened");
  g_assert_cmpstr (other, ==, "(not known)\nthe PDF is damaged and cannot be opened");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/pdf-reader/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/pdf-reader/cut-off", test_cut_off);
  g_test_add_func ("/exchange/pdf-reader/password", test_password);
  g_test_add_func ("/exchange/pdf-reader/damaged", test_damaged);
  return g_test_run ();
}
