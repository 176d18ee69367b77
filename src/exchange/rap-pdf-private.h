/* rap-pdf-private.h
 *
 * From the glyphs of a PDF's pages to paragraphs: lines with their places, the
 * order in which they are read, and what belongs together.
 *
 * Lengths are points (1/72 inch) from the page's upper left corner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <poppler.h>

G_BEGIN_DECLS

/**
 * RapPdfLine: a line of text, or the part of it in one column
 * @text: one line, spaces folded, logical order
 * @size: its height
 * @first_word: width of its first word
 * @page: from 0
 * @page_height: of its page
 * @column: lines of one page that are read one below the other have the same number
 * @rtl: read from right to left
 */
typedef struct
{
  char    *text;
  double   x1, y1, x2, y2;
  double   size;
  double   first_word;
  double   page_height;
  guint    page;
  guint    column;
  gboolean rtl;
} RapPdfLine;

/* Lines of a page, not in order. (element-type RapPdfLine) (transfer full) */
GArray *rap_pdf_lines_new  (PopplerPage *page,
                            guint        number);
/* Puts the lines of each page in the order in which they are read, and numbers its columns. */
void    rap_pdf_order      (GArray      *lines);
/* Takes lines that stand on top or bottom of every page out of @lines; each once in the result.
 * (element-type utf8) (transfer full) */
GPtrArray *rap_pdf_take_furniture (GArray *lines,
                                   guint   n_pages);
/* Lines joined to paragraphs, hyphens at line ends undone where certain. (element-type utf8) (transfer full) */
GPtrArray *rap_pdf_paragraphs (GArray      *lines);
/* The largest lines of the first page, well larger than the text. (transfer full), NULL when there are none. */
char   *rap_pdf_find_headline (GArray   *lines);

G_END_DECLS
