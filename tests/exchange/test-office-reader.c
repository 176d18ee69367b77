/* test-office-reader.c
 *
 * OpenDocument and Office Open XML, their archives made here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "test-parts.h"

#define ODF_TYPE "application/vnd.oasis.opendocument.text"
#define ODF_SPACES "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' " \
                   "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' " \
                   "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' " \
                   "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' " \
                   "xmlns:dc='http://purl.org/dc/elements/1.1/' "
#define ODF(body) "<?xml version='1.0'?><office:document-content " ODF_SPACES "><office:automatic-styles><x>no</x>" \
                  "</office:automatic-styles><office:body><office:text>" body "</office:text></office:body></office:document-content>"
#define META(members) "<office:document-meta " ODF_SPACES "><office:meta>" members "</office:meta></office:document-meta>"
#define OOXML(body) "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' " \
                    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>" body "</w:body></w:document>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

typedef struct
{
  const char *name;
  const char *content;
} Member;

typedef struct
{
  const char *name;
  Member      members[6];
  const char *expected;
} Case;

static const Case cases[] = {
  { "odt",
    { { "mimetype", ODF_TYPE },
      { "content.xml",
        ODF ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
             "<text:h text:outline-level='1'>گفت‌وگوی   تلفنی</text:h>"
             "<text:p>The<text:s text:c='3'/>minister<text:tab/>called<office:annotation><text:p>why?</text:p></office:annotation>"
             " him<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
             "</text:note>.<text:line-break/>Again.</text:p><text:p/>"
             "<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>"
             "<table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>"
             "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
             "<text:p>By Sara Karimi<svg:title>picture</svg:title></text:p>") },
      { "meta.xml", META ("<dc:title>Untitled</dc:title><dc:creator>Sara Karimi</dc:creator><dc:date>2022-11-08</dc:date>") } },
    "TEXT (UTF-8) title=گفت‌وگوی تلفنی byline=Sara Karimi\nگفت‌وگوی تلفنی\n\nThe minister called him.\nAgain.\n\nA note.\n\n"
    "– one\n– two\n\na b | c\n\nBy Sara Karimi\n" },
  { "docx",
    { { "[Content_Types].xml", "<Types/>" },
      { "word/document.xml",
        OOXML ("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Встреча </w:t></w:r><w:r><w:t>в Багдаде</w:t></w:r></w:p>"
               "<w:p><w:r><w:t xml:space='preserve'>He </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
               "<w:ins><w:r><w:t>called</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
               "<w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>him</w:t><w:noBreakHyphen/><w:br/><w:t>Again.</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>item</w:t></w:r></w:p><w:p/>"
               "<w:tbl><w:tr><w:tc>" P ("a") "</w:tc><w:tc>" P ("b") P ("c") "</w:tc></w:tr></w:tbl>"
               "<w:p><w:r><mc:AlternateContent><mc:Choice>" P ("box") "</mc:Choice><mc:Fallback>" P ("box") "</mc:Fallback>"
               "</mc:AlternateContent><w:t>around</w:t></w:r></w:p>") },
      { "docProps/core.xml", "<cp xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>x</dc:title><dc:creator>Nobody</dc:creator></cp>" },
      { "word/footnotes.xml", OOXML (P ("Note.")) } },
    "TEXT (UTF-8) title=Встреча в Багдаде\nВстреча в Багдаде\n\nHe called him-\nAgain.\n\n– item\n\na | b c\n\naround\n\nbox\n\nNote.\n" },
  { "chinese", { { "mimetype", ODF_TYPE }, { "content.xml", ODF ("<text:p>部长通了电话。</text:p>") },
                 { "meta.xml", META ("<dc:title>部长通了</dc:title>") } },
    "TEXT (UTF-8) title=部长通了\n部长通了电话。\n" },
  { "empty", { { "mimetype", ODF_TYPE }, { "content.xml", ODF ("<text:p> </text:p>") } }, "the document has no text" },
  { "nothing", { { "mimetype", ODF_TYPE } }, "the archive holds no text document" },
  { "locked",
    { { "mimetype", ODF_TYPE }, { "content.xml", "\x01\x02garbage" }, { "META-INF/manifest.xml", "<m:encryption-data/>" } },
    "the document is locked with a password; save a copy without one to read it here" },
  { "damaged", { { "mimetype", ODF_TYPE }, { "content.xml", "<office:document><text:p>" } },
    "the document is damaged and cannot be read further: line 1: Extra content at the end of the document" },
  { "bomb",
    { { "mimetype", ODF_TYPE },
      { "content.xml", "<!DOCTYPE a [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><a><p>&b;</p></a>" } },
    "the document is damaged and cannot be read further: line 1: the document declares entities of its own, which are not followed" },
  { "plain-zip", { { "word/readme.txt", "x" } }, "(not known)\nthe archive holds no text document" },
};

static la_ssize_t
append_bytes (struct archive *archive,
              void           *file,
              const void     *data,
              size_t          length)
{
  g_byte_array_append (file, data, (guint) length);
  return (la_ssize_t) length;
}

static GByteArray *
make_archive (const Member *members,
              gboolean      store)
{
  GByteArray *file = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, file, NULL, append_bytes, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; members[i].name != NULL; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      /* the first is always stored, so that its bytes can be recognised */
      if (store || i == 0)
        archive_write_zip_set_compression_store (archive);
      else
        archive_write_zip_set_compression_deflate (archive);
      archive_entry_set_pathname (entry, members[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t) strlen (members[i].content));
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, members[i].content, strlen (members[i].content));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return file;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  for (guint store = 0; store < 2; store++)
    {
      g_autoptr (GByteArray) file = make_archive (test->members, store);
      g_autofree char *got = describe_parts (&rap_office_reader, (const char *) file->data, file->len);

      g_assert_cmpstr (got, ==, test->expected);
    }
}

static void
test_cut_off (void)
{
  g_autoptr (GByteArray) file = make_archive (cases[0].members, FALSE);

  for (guint length = 0; length < file->len; length += 37)
    {
      g_autofree char *got = describe_parts (&rap_office_reader, (const char *) file->data, length);

      g_assert_cmpuint (strlen (got), >, 10);
    }
}

static void
test_flat (void)
{
  static const char file[] = "<?xml version='1.0'?><office:document " ODF_SPACES "office:mimetype='" ODF_TYPE "'>"
                             "<office:meta><dc:title>no</dc:title></office:meta><office:body><office:text><text:p>Text.</text:p>"
                             "</office:text></office:body></office:document>";
  g_autofree char *got = describe_parts (&rap_office_reader, file, strlen (file));

  g_assert_cmpstr (got, ==, "TEXT (UTF-8)\nText.\n");
}

static void
test_old (void)
{
  g_autofree char *got = describe_parts (&rap_office_reader, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxx", 12);

  g_assert_cmpstr (got, ==,
                   "this is an old Word document, or one that is locked with a password; save it as DOCX or ODT without one");
}

/* Paragraphs within each other as deep as the parser allows, and deeper. */
static void
test_depth (void)
{
  for (guint depth = 200; depth < 400; depth += 100)
    {
      GString *body = g_string_new ("<a>");
      Member members[] = { { "mimetype", ODF_TYPE }, { "content.xml", NULL }, { NULL, NULL } };
      g_autofree char *content = NULL;
      g_autofree char *got = NULL;
      g_autoptr (GByteArray) file = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (body, "<p>x");
      for (guint i = 0; i < depth; i++)
        g_string_append (body, "</p>");
      g_string_append (body, "</a>");
      content = g_string_free (body, FALSE);
      members[1].content = content;
      file = make_archive (members, FALSE);
      got = describe_parts (&rap_office_reader, (const char *) file->data, file->len);
      g_assert_true (g_str_has_prefix (got, "TEXT (UTF-8)\nx\n\nx\n\n"));
      g_assert_true ((strstr (got, "! [the rest] the document is damaged and cannot be read further: line 1: elements are nested deeper than 256") != NULL)
                     == (depth > 255));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/office-reader/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/office-reader/cut-off", test_cut_off);
  g_test_add_func ("/exchange/office-reader/flat", test_flat);
  g_test_add_func ("/exchange/office-reader/old", test_old);
  g_test_add_func ("/exchange/office-reader/depth", test_depth);
  return g_test_run ();
}
