/* rap-pdf-reader.c
 *
 * The text layer of a PDF, by Poppler. Headers and footers that stand on every
 * page come once, at the end. Of the metadata only what the text itself says too
 * is believed: programs write all kinds of titles and authors there, and its
 * dates are those of printing.
 *
 * Poppler hands out what has a width, so that zero-width joiners and non-joiners
 * of Persian and other scripts are lost wherever the PDF has them as glyphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include <poppler.h>
#include <string.h>
#include <time.h>

#include "rap-part-values-private.h"
#include "rap-pdf-private.h"

/* Pages that are read. */
#define MAX_PAGES 2000
/* Seconds of processor time after which no further page is begun: what was read by then comes in. */
#define MAX_SECONDS 4
/* Fewer letters are a stamp on a scan. */
#define MIN_LETTERS 20

static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  return length > 0 && g_strstr_len ((const char *) data, (gssize) MIN (length, 1024), "%PDF-") != NULL;
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  g_autoptr (GError) failure = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &failure);

  if (document != NULL)
    return document;
  if (g_error_matches (failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT,
                         "the PDF is protected by a password; save a copy without one to read it here");
  else
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "the PDF is damaged and cannot be opened");
  return NULL;
}

static double
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* The lines of all pages; *@n_read of them were read. (transfer full) */
static GArray *
read_pages (PopplerDocument *document,
            guint            n_pages,
            guint           *n_read)
{
  double end = get_processor_time () + MAX_SECONDS;
  GArray *all = NULL;

  for (*n_read = 0; *n_read < MIN (n_pages, MAX_PAGES) && get_processor_time () < end; (*n_read)++)
    {
      PopplerPage *page = poppler_document_get_page (document, (int) *n_read);
      g_autoptr (GArray) lines = NULL;

      if (page == NULL)
        continue;
      lines = rap_pdf_lines_new (page, *n_read);
      g_object_unref (page);
      if (all == NULL)
        {
          all = g_steal_pointer (&lines);
          continue;
        }
      if (lines->len == 0)
        continue;
      g_array_append_vals (all, lines->data, lines->len);
      /* their texts are @all's now */
      memset (lines->data, 0, lines->len * sizeof (RapPdfLine));
    }
  return all;
}

static gboolean
has_letters (GArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len && n < MIN_LETTERS; i++)
    for (const char *p = g_array_index (lines, RapPdfLine, i).text; *p != '\0'; p = g_utf8_next_char (p))
      n += g_unichar_isalpha (g_utf8_get_char (p));
  return n >= MIN_LETTERS;
}

/* Browsers print the address on every page. */
static char *
find_url (GPtrArray *furniture)
{
  for (guint i = 0; i < furniture->len; i++)
    {
      const char *start = strstr (furniture->pdata[i], "http");
      g_autofree char *word = start != NULL ? g_strndup (start, strcspn (start, " ")) : NULL;
      char *url = word != NULL && strstr (word, "…") == NULL && !g_str_has_suffix (word, "...") ? rap_part_value_url (word) : NULL;

      if (url != NULL)
        return url;
    }
  return NULL;
}

static GBytes *
join (GPtrArray *paragraphs,
      GPtrArray *furniture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", (const char *) paragraphs->pdata[i]);
  for (guint i = 0; i < furniture->len; i++)
    g_string_append_printf (text, "\n\n%s", (const char *) furniture->pdata[i]);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

static void
hand_out (PopplerDocument *document,
          GArray          *lines,
          guint            n_pages,
          RapPartFunc      func,
          gpointer         user_data)
{
  g_autoptr (GPtrArray) furniture = rap_pdf_take_furniture (lines, n_pages);
  g_auto (RapPart) part = { .kind = RAP_PART_TEXT, .charset = g_strdup ("UTF-8"), .where = "PDF metadata" };
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autofree char *folded = NULL, *title = NULL, *author = NULL;

  rap_pdf_order (lines);
  paragraphs = rap_pdf_paragraphs (lines);
  part.bytes = join (paragraphs, furniture);
  title = poppler_document_get_title (document);
  author = poppler_document_get_author (document);
  folded = rap_part_value_fold (g_bytes_get_data (part.bytes, NULL));
  part.title = rap_part_value_believed (title, folded);
  if (part.title == NULL && (part.title = rap_pdf_find_headline (lines)) != NULL)
    part.where = "largest line of the PDF";
  part.byline = rap_part_value_believed (author, folded);
  part.url = find_url (furniture);
  func (&part, user_data);
}

static void
report_rest (guint        n_read,
             guint        n_pages,
             RapPartFunc  func,
             gpointer     user_data)
{
  g_auto (RapPart) part = { .name = g_strdup_printf ("after page %u", n_read) };

  g_set_error (&part.error, RAP_ERROR, RAP_ERROR_FORMAT, "only the first %u of the %u pages of the PDF were read",
               n_read, n_pages);
  func (&part, user_data);
}

static gboolean
read_document (PopplerDocument *document,
               RapPartFunc      func,
               gpointer         user_data,
               GError         **error)
{
  guint n_pages = (guint) MAX (0, poppler_document_get_n_pages (document));
  guint n_read;
  g_autoptr (GArray) lines = read_pages (document, n_pages, &n_read);

  if (lines == NULL || !has_letters (lines))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT,
                           "the PDF has no text layer: it is a scan or a picture; run text recognition (OCR) over it first");
      return FALSE;
    }
  hand_out (document, lines, n_read, func, user_data);
  if (n_read < n_pages)
    report_rest (n_read, n_pages, func, user_data);
  return TRUE;
}

static gboolean
read_pdf (GBytes       *bytes,
          RapPartFunc   func,
          gpointer      user_data,
          GError      **error)
{
  PopplerDocument *document = open_document (bytes, error);
  gboolean done;

  if (document == NULL)
    return FALSE;
  done = read_document (document, func, user_data, error);
  g_object_unref (document);
  return done;
}

const RapPartReader rap_pdf_reader = { "pdf", sniff, read_pdf };
