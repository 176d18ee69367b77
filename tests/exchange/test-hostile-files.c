/* test-hostile-files.c
 *
 * Files made to hurt the readers of saved files: endless, nested, cut off, full
 * of bytes that mean nothing. Each must end in parts or in a sentence, in a time
 * that grows with its size. The limit is wide, for the sanitizers and busy
 * machines; what is quadratic misses it by far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "rap-edtf.h"
#include "test-parts.h"

#define LIMIT_SECONDS 20
#define MAIL "From: Sara <s@example.org>\nSubject: A call\nMIME-Version: 1.0\n"

/* @head, @times times @unit, @tail; what comes of it begins with @expected. */
typedef struct
{
  const char          *name;
  const RapPartReader *reader;
  const char          *head;
  const char          *unit;
  guint                times;
  const char          *tail;
  const char          *expected;
} Case;

static const Case cases[] = {
  { "mail-one-line", &rap_mail_reader, MAIL "\n", "word and more, ", 300000, "", "TEXT title=A call byline=Sara\nword and" },
  { "mail-many-fields", &rap_mail_reader, MAIL, "X-Field: value\n", 200000, "\nText\n", "TEXT title=A call byline=Sara\nText" },
  { "mail-long-field", &rap_mail_reader, MAIL "X-Field: ", "value ", 500000, "\n\nText\n", "TEXT title=A call" },
  { "mail-endless-field", &rap_mail_reader, MAIL "X-Field: ", "value ", 800000, "\n\nText\n",
    "a header field of the letter is too long, or nested too deeply" },
  { "mail-folded-field", &rap_mail_reader, MAIL "X-Field: a\n", " value\n", 20000, "\nText\n", "TEXT title=A call" },
  { "mail-encoded-words", &rap_mail_reader, "From: s@example.org\nMIME-Version: 1.0\nSubject:", " =?utf-8?Q?a?=\n", 5000, "\nText\n",
    "TEXT title=aaaaaaaaaa" },
  { "mail-addresses", &rap_mail_reader, "MIME-Version: 1.0\nSubject: A\nFrom: x@y", ", a@b", 100000, "\n\nText\n", "TEXT title=A byline=x@y" },
  { "mail-comments", &rap_mail_reader, "MIME-Version: 1.0\nSubject: A\nFrom: ", "(", 200000, "\n\nText\n", "TEXT title=A" },
  { "mail-groups", &rap_mail_reader, "MIME-Version: 1.0\nSubject: A\nFrom: ", "a:", 50000, "\n\nText\n",
    "a header field of the letter is too long, or nested too deeply" },
  { "mail-many-parts", &rap_mail_reader, MAIL "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\nx\n", 20000, "--b--\n",
    "TEXT (UTF-8) title=A call" },
  { "mail-attachments", &rap_mail_reader, MAIL "Content-Type: multipart/mixed; boundary=b\n\n",
    "--b\nContent-Type: message/rfc822\n\nSubject: y\n\nx\n", 5000, "--b--\n", "TEXT [attachment 1] title=y" },
  { "mail-letters-within", &rap_mail_reader, MAIL, "Content-Type: message/rfc822\n\n", 20000, "\nx",
    "no letter with a text is in the file" },
  { "mail-parameters", &rap_mail_reader, MAIL "Content-Type: text/plain", "; a=b", 50000, "\n\nText\n", "TEXT title=A call" },
  { "mail-nul", &rap_mail_reader, MAIL "\n", "\x01\xff\xfe\x80 ", 300000, "", "TEXT title=A call" },
  { "mailbox", &rap_mail_reader, "", "From a Tue Nov  8 10:00:00 2022\nFrom: a@b\nMIME-Version: 1.0\n\nx\n", 20000, "",
    "TEXT [letter 1] byline=a@b" },
  { "mhtml-parts", &rap_mhtml_reader, "From: <Saved by X>\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\np\n",
    "--b\nContent-Type: image/png\n\nx\n", 20000, "--b--\n", "HTML\np" },
  { "feed-entries", &rap_feed_reader, "<rss><channel>", "<item><description>x</description></item>", 20000, "</channel></rss>",
    "HTML [entry 1]" },
  { "feed-attributes", &rap_feed_reader, "<rss><channel><item ", "a='b' ", 100000, "/></channel></rss>", "line 1: Attribute a redefined" },
  { "feed-ampersands", &rap_feed_reader, "<rss><channel><item><description>", "& &nbsp; &x; ", 100000,
    "</description></item></channel></rss>", "HTML [entry 1]" },
  { "feed-open-sections", &rap_feed_reader, "<rss><channel><item><description>", "<![CDATA[", 200000, "", "line 1: " },
  { "feed-open-comments", &rap_feed_reader, "", "<!-- x ", 200000, "", "(not known)\nline 1: " },
  { "feed-doctypes", &rap_feed_reader, "", "<!x>", 10000, "<rss/>", "line 1: " },
  { "feed-one-text", &rap_feed_reader, "<rss><channel><item><description>", "word and more, ", 800000,
    "</description></item></channel></rss>", "line 1: the document breaks off here, or holds a text that is too long" },
  { "feed-names", &rap_feed_reader, "<rss xmlns:", "a", 100000, "='b'><channel/></rss>", "line 1: " },
  { "articles-entries", &rap_articles_reader, "[", "{\"title\":\"a\",\"text\":\"b\"},", 50000, "]", "BODY [entry 1] (UTF-8) title=a\nb" },
  { "articles-lines", &rap_articles_reader, "", "{\"title\":\"a\",\"text\":\"b\"}\n", 50000, "", "BODY [line 1] (UTF-8) title=a\nb" },
  { "articles-members", &rap_articles_reader, "{\"title\":\"a\",\"text\":\"b\"", ",\"c\":1", 100000, "}",
    "line 1, column 31: the member “c” is given twice" },
  { "articles-brackets", &rap_articles_reader, "[{\"title\":\"a\",\"text\":", "[", 1000000, "",
    "! [entry 1] line 1, column 84: nested too deeply" },
  { "articles-commas", &rap_articles_reader, "[{\"title\":\"a\",\"text\":\"b\"}", ",", 1000000, "]", "BODY [entry 1] (UTF-8) title=a\nb" },
  { "articles-escapes", &rap_articles_reader, "[{\"title\":\"a\",\"text\":\"", "\\u0041\\n", 300000, "\"}]", "BODY [entry 1]" },
  { "articles-one-text", &rap_articles_reader, "[{\"title\":\"a\",\"text\":\"", "word and more, ", 300000, "\"}]", "BODY [entry 1]" },
  { "articles-tags", &rap_articles_reader, "[{\"text\":\"a\",\"title\":\"", "<b>", 2000, "\"}]", "BODY [entry 1]" },
  { "articles-quotes", &rap_articles_reader, "[{\"title\":\"a\",\"text\":\"b\"}", "\"", 500001, "", "BODY [entry 1]" },
  { "markdown-front-matter", &rap_markdown_reader, "---\ntitle: x\n", "a: b\n", 200000, "---\nText", "(not known)\nBODY (UTF-8)\ntitle: x" },
  { "markdown-headings", &rap_markdown_reader, "", "# a\n", 100000, "", "BODY (UTF-8) title=a\n" },
  { "markdown-references", &rap_markdown_reader, "# a\n# b\n", "[a]: b\n", 100000, "", "BODY (UTF-8) title=a\n" },
  { "markdown-lists", &rap_markdown_reader, "# a\n# b\n", "- x\n", 100000, "", "BODY (UTF-8) title=a\n" },
  { "markdown-numbers", &rap_markdown_reader, "# a\n# b\n\n", "1. x\n\n", 50000, "", "BODY (UTF-8) title=a\n" },
  { "pdf-garbage", &rap_pdf_reader, "%PDF-1.4\n", "1 0 obj\n<<\n", 10000, "", "the PDF is damaged and cannot be opened" },
  { "pdf-brackets", &rap_pdf_reader, "%PDF-1.4\ntrailer\n", "[", 300000, "", "the PDF is damaged and cannot be opened" },
  { "pdf-loop", &rap_pdf_reader,
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[2 0 R]>>\nendobj\n", "", 0,
    "trailer\n<</Root 1 0 R/Size 3>>\n%%EOF\n", "the PDF" },
  { "office-garbage", &rap_office_reader, "PK\3\4", "garbage", 100000, "", "(not known)\nthe archive holds no text document" },
  { "zip-garbage", &rap_zip_reader, "PK\3\4", "garbage", 100000, "", "" },
};

static char *
make_file (const Case *test)
{
  GString *file = g_string_new (test->head);

  for (guint i = 0; i < test->times; i++)
    g_string_append (file, test->unit);
  g_string_append (file, test->tail);
  return g_string_free (file, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *file = make_file (test);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autofree char *got = describe_parts (test->reader, file, strlen (file));
  double seconds = g_timer_elapsed (timer, NULL);

  g_test_message ("%.1f MB in %.2f s", strlen (file) / 1e6, seconds);
  if (!g_str_has_prefix (got, test->expected))
    g_error ("%s: %.300s", test->name, got);
  g_assert_cmpfloat (seconds, <, LIMIT_SECONDS);
}

static la_ssize_t
append_bytes (struct archive *archive,
              void           *file,
              const void     *data,
              size_t          length)
{
  g_byte_array_append (file, data, (guint) length);
  return (la_ssize_t) length;
}

/* A document of 70 MB in an archive of some kilobytes. */
static void
test_office_bomb (void)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autofree char *block = g_strnfill (1 << 20, ' ');
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *got = NULL;

  archive_write_set_format_zip (archive);
  archive_write_open (archive, file, NULL, append_bytes, NULL);
  archive_entry_set_pathname (entry, "content.xml");
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, 70 << 20);
  archive_write_header (archive, entry);
  for (guint i = 0; i < 70; i++)
    archive_write_data (archive, block, 1 << 20);
  archive_entry_free (entry);
  archive_write_close (archive);
  archive_write_free (archive);
  g_assert_cmpuint (file->len, <, 200000);
  got = describe_parts (&rap_office_reader, (const char *) file->data, file->len);
  g_assert_cmpstr (got, ==, "(not known)\nthe document expands to more than 64 MB");
}

static const RapPartReader * const readers[] = {
  &rap_articles_reader, &rap_feed_reader, &rap_mail_reader, &rap_markdown_reader, &rap_mhtml_reader,
  &rap_office_reader,   &rap_pdf_reader,  &rap_zip_reader,
};

static gboolean
check_part (const RapPart *part,
            gpointer       n_parts)
{
  g_autoptr (RapEdtf) published = part->published != NULL ? rap_edtf_parse (part->published, NULL) : NULL;

  ++*(guint *) n_parts;
  g_assert_true ((part->bytes != NULL) != (part->error != NULL));
  g_assert_true ((published != NULL) == (part->published != NULL));
  g_assert_true (part->title == NULL || g_utf8_validate (part->title, -1, NULL));
  return TRUE;
}

/* Files that every reader is given, whatever they are: nothing, NULs, bytes of all kinds. */
static void
test_any_bytes (void)
{
  static const char * const heads[] = { "", "[{\"text\":", "<rss><channel><item>", MAIL, "# a\n# b\n", "From: <Saved by X>\n",
                                        "PK\3\4", "%PDF-1.7\n" };

  for (guint round = 0; round < 500; round++)
    {
      guint n = round < G_N_ELEMENTS (heads) ? 0 : (guint) g_test_rand_int_range (0, 300);
      const char *head = heads[round % G_N_ELEMENTS (heads)];
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;

      g_byte_array_append (file, (const guint8 *) head, (guint) strlen (head));
      for (guint i = 0; i < n; i++)
        {
          guint8 byte = (guint8) g_test_rand_int_range (0, 256);

          g_byte_array_append (file, &byte, 1);
        }
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
      for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
        {
          g_autoptr (GError) error = NULL;
          guint n_parts = 0;

          readers[i]->sniff (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          if (!readers[i]->read (bytes, check_part, &n_parts, &error))
            g_assert_true (error->domain == RAP_ERROR);
          else
            g_assert_no_error (error);
        }
    }
}

/* Plain text is nobody's, however long its line is and whatever it has in it. */
static void
test_plain (void)
{
  static const char * const units[] = { "word and more, ", "سه‌شنبه ", "Name: value\n", "x\n", "<", "- a * b [c] ", "\xff\xfe\x00" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      Case test = { "plain", NULL, "The minister called. ", units[i], 200000, "" };
      g_autofree char *file = make_file (&test);
      g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
      const RapPartReader *reader = rap_part_reader_find (bytes, NULL);

      if (reader != NULL)
        g_error ("%s is taken for %s", units[i], reader->nick);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/hostile-files/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/hostile-files/office-bomb", test_office_bomb);
  g_test_add_func ("/exchange/hostile-files/any-bytes", test_any_bytes);
  g_test_add_func ("/exchange/hostile-files/plain", test_plain);
  return g_test_run ();
}
