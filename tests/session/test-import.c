/* test-import.c
 *
 * Files, folders and streams into a project: what is found, what is refused
 * with which error, and that a bad file never keeps the others out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-transfer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session-fixture.h"

static void
append_duplicates (GString         *line,
                   RapImportResult *result,
                   GHashTable      *files)
{
  for (guint i = 0; i < result->duplicates->len; i++)
    {
      const RapImportDuplicate *duplicate = g_ptr_array_index (result->duplicates, i);
      const char *file = g_hash_table_lookup (files, duplicate->article);

      g_string_append_printf (line, " %s:%s", duplicate->exact ? "exact" : duplicate->score > 0.5 ? "near" : "far",
                              file != NULL ? file : "?");
    }
}

/* "a.txt: Title, 2020-05-01, Outlet exact:b.txt" or "a.txt: EMPTY", one line a
 * result. Takes @results. (transfer full) */
static char *
describe (GPtrArray *results)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      RapImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *name = g_path_get_basename (result->file);

      if (result->article != NULL)
        g_hash_table_insert (files, result->article, g_strdup (name));
      g_string_append_printf (lines, "%s%s: ", i > 0 ? "\n" : "", name);
      if (result->error != NULL)
        {
          g_assert_null (result->article);
          g_assert_cmpuint (result->n_records, ==, 0);
          g_string_append (lines, error_nick (result->error));
          continue;
        }
      g_string_append_printf (lines, "%s, %s, %s", result->title, result->published ? result->published : "-",
                              result->outlet ? result->outlet : "-");
      append_duplicates (lines, result, files);
    }
  g_ptr_array_unref (results);
  return g_string_free (lines, FALSE);
}

static char *
import (RapSession             *session,
        const char             *path,
        const RapImportOptions *options)
{
  const char *paths[] = { path, NULL };

  return describe (rap_session_import (session, paths, options, NULL, NULL, NULL));
}

#define PLAIN \
  "Ministers meet at the border\n\nThe two ministers met at the border on Monday. They spoke about trade, " \
  "and about the water of the river. A second meeting will follow.\n"

#define PAGE \
  "<!DOCTYPE html><html lang=\"en\"><head><title>Ministers meet – The Border Post</title>" \
  "<meta property=\"og:title\" content=\"Ministers meet\"><meta property=\"og:site_name\" content=\"The Border Post\">" \
  "<meta property=\"article:published_time\" content=\"2020-05-04T10:00:00Z\"></head><body><nav><a href=\"/\">Home</a></nav>" \
  "<article><h1>Ministers meet</h1><p>The two ministers met at the border on Monday, officials said. They spoke about " \
  "trade, and about the water of the river.</p><p>A second meeting will follow in the summer, the officials added." \
  "</p></article><footer>All rights reserved</footer></body></html>"

#define DANGLING \
  "{\"format\": \"rapporteur\", \"version\": 1, \"relations\": [{\"kind\": \"repeats\"," \
  "\"from\": \"00000000-0000-4000-8000-000000000001\", \"to\": \"00000000-0000-4000-8000-000000000002\"}]}"

/* One file each: bytes in, and the title and text (or the error) that come out. */
static const struct
{
  const char *name;
  const char *bytes;
  gssize      length;
  const char *expected;
  const char *text;     /* in the stored text, or NULL */
} files[] = {
  { "plain.txt", PLAIN, -1, "plain.txt: Ministers meet at the border, -, -", "river. A second" },
  { "page.html", PAGE, -1, "page.html: Ministers meet, 2020-05-04, The Border Post", "officials added." },
  { "no-suffix", PAGE, -1, "no-suffix: Ministers meet, 2020-05-04, The Border Post", "officials added." },
  { "empty.txt", "", 0, "empty.txt: EMPTY", NULL },
  { "blank.txt", " \n\t\r\n ", -1, "blank.txt: EMPTY", NULL },
  { "bom-only.txt", "\xef\xbb\xbf", 3, "bom-only.txt: EMPTY", NULL },
  { "binary.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8\x66", 33, "binary.png: NOT_TEXT", NULL },
  { "crlf.txt", "Head line\r\n\r\nOne line.\rTwo lines.\r\n", -1, "crlf.txt: Head line, -, -", "Head line\n\nOne line.\nTwo lines." },
  { "bom.txt", "\xef\xbb\xbfHead line\n\nOne line.\n", -1, "bom.txt: Head line, -, -", "Head line\n\nOne line." },
  { "nul.txt", "Head line\n\nOne\0 line.\n", 21, "nul.txt: NOT_TEXT", NULL },
  { "utf16le.txt", "\xff\xfeH\0e\0a\0d\0 \0l\0i\0n\0e\0\n\0\n\0\xdc\0" "b\0e\0r\0.\0", 34, "utf16le.txt: Head line, -, -", "Über." },
  { "utf16be.txt", "\xfe\xff\0H\0e\0a\0d\0 \0l\0i\0n\0e\0\n\0\n\0\xdc\0b\0e\0r\0.", 34, "utf16be.txt: Head line, -, -", "Über." },
  { "broken.txt", "Head line\n\nOne \xc3\x28 line and \xff more.\n", -1, "broken.txt: Head line, -, -", "line and" },
  { "malformed.json", "{\"format\": \"rapporteur\", \"version\": 1, \"claims\": [}", -1, "malformed.json: FORMAT", NULL },
  { "newer.json", "{\"format\": \"rapporteur\", \"version\": 99}", -1, "newer.json: NEWER", NULL },
  { "rule.json", "{\"format\": \"rapporteur\", \"version\": 1, \"entities\": [{\"id\": \"00000000-0000-4000-8000-000000000001\","
                 "\"kind\": \"person\", \"name\": \"\"}]}", -1, "rule.json: INVALID", NULL },
  { "dangling.json", DANGLING, -1, "dangling.json: REFERENCE", NULL },
};

static void
check_text (RapSession *session,
            const char *expected)
{
  g_autoptr (GListModel) list = rap_session_list (session, RAP_KIND_ARTICLE);
  g_autoptr (RapHeader) header = g_list_model_get_item (list, 0);
  g_autoptr (RapRecord) article = rap_session_load (session, RAP_KIND_ARTICLE, header->id, NULL);
  const char *text = rap_text_get_utf8 (RAP_ARTICLE (article)->text);

  if (strstr (text, expected) == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, expected));
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *empty = session_state (fixture->session);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = fixture_write (fixture, files[i].name, files[i].bytes, files[i].length);
      g_autofree char *result = import (fixture->session, path, NULL);
      g_autofree char *after = NULL;

      g_assert_cmpstr (result, ==, files[i].expected);
      if (files[i].text != NULL)
        {
          check_text (fixture->session, files[i].text);
          g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
        }
      after = session_state (fixture->session);
      g_assert_cmpstr (after, ==, empty);
    }
}

/* Persian in the bytes of windows-1256, detected by what the bytes look like. */
static void
test_windows_1256 (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char arabic[] = "وزيرا الدفاع يلتقيان على الحدود\n\nالتقى وزيرا الدفاع في البلدين يوم الاثنين على الحدود، "
                               "وتحدثا عن التجارة وعن مياه النهر. وقال الوزير إن اجتماعا ثانيا سيعقد في الصيف المقبل.\n";
  g_autofree char *bytes = NULL;
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  g_autoptr (GPtrArray) results = NULL;
  RapImportResult *result;
  const char *charset = NULL;
  gsize length;

  bytes = g_convert (arabic, -1, "windows-1256", "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);
  path = fixture_write (fixture, "arabic.txt", bytes, (gssize) length);
  paths[0] = path;
  results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);
  result = g_ptr_array_index (results, 0);
  g_assert_no_error (result->error);
  for (guint i = 0; i + 1 < result->detected->len; i += 2)
    if (g_str_equal (result->detected->pdata[i], "charset"))
      charset = result->detected->pdata[i + 1];
  g_assert_cmpstr (charset, ==, "windows-1256");
  g_assert_cmpstr (result->title, ==, "وزيرا الدفاع يلتقيان على الحدود");
  check_text (fixture->session, "سيعقد في الصيف المقبل");
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *missing = fixture_file (fixture, "missing.txt");
  g_autofree char *fifo = fixture_file (fixture, "pipe.txt");
  g_autofree char *under_file = fixture_file (fixture, "good.txt/below.txt");
  g_autofree char *forbidden = fixture_write (fixture, "forbidden.txt", PLAIN, -1);
  g_autofree char *good = fixture_write (fixture, "good.txt", PLAIN, -1);
  const char *paths[] = { missing, fifo, under_file, good, NULL };
  g_autofree char *result = NULL;
  g_autofree char *counts = NULL;

  g_assert_cmpint (mkfifo (fifo, 0644), ==, 0);
  result = describe (rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL));
  counts = session_counts (fixture->session);
  g_assert_cmpstr (result, ==, "missing.txt: NOT_FOUND\npipe.txt: NOT_TEXT\nbelow.txt: IO\n"
                               "good.txt: Ministers meet at the border, -, -");
  g_assert_cmpstr (counts, ==, "1 articles");

  g_assert_cmpint (g_chmod (forbidden, 0), ==, 0);
  if (access (forbidden, R_OK) != 0)
    {
      g_clear_pointer (&result, g_free);
      result = import (fixture->session, forbidden, NULL);
      g_assert_cmpstr (result, ==, "forbidden.txt: IO");
    }
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = fixture_file (fixture, "in");
  g_autofree char *loop = NULL;
  g_autofree char *result = NULL;
  g_autofree char *label = NULL;

  g_free (fixture_write (fixture, "in/b.txt", "B head\n\nBy the river they met, and then they went home again.\n", -1));
  g_free (fixture_write (fixture, "in/a.html", PAGE, -1));
  g_free (fixture_write (fixture, "in/c/d.txt", "D head\n\nDown in the valley nobody knew what had been agreed.\n", -1));
  g_free (fixture_write (fixture, "in/c/empty.txt", "", 0));
  g_free (fixture_write (fixture, "in/e.json", DANGLING, -1));
  g_free (fixture_write (fixture, "in/.hidden.txt", PLAIN, -1));
  loop = fixture_file (fixture, "in/loop");
  g_assert_cmpint (symlink (".", loop), ==, 0);

  result = import (fixture->session, folder, NULL);
  g_assert_cmpstr (result, ==, "a.html: Ministers meet, 2020-05-04, The Border Post\nb.txt: B head, -, -\n"
                               "d.txt: D head, -, -\nempty.txt: EMPTY\ne.json: REFERENCE\nloop: NOT_TEXT");

  /* one argument, one group */
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, &label, NULL), ==, 1);
  g_assert_cmpstr (label, ==, "Import 3 files");
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), ==, 0);
  g_assert_false (rap_session_get_can_undo (fixture->session));
}

static void
test_standard_input (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = fixture_write (fixture, "piped", PLAIN, -1);
  g_autofree char *result = NULL;
  g_autofree char *again = NULL;
  int saved = dup (STDIN_FILENO);
  int fd = g_open (path, O_RDONLY, 0);

  g_assert_cmpint (dup2 (fd, STDIN_FILENO), ==, STDIN_FILENO);
  close (fd);
  result = import (fixture->session, "-", NULL);
  again = import (fixture->session, "-", NULL);
  g_assert_cmpint (dup2 (saved, STDIN_FILENO), ==, STDIN_FILENO);
  close (saved);
  g_assert_cmpstr (result, ==, "-: Ministers meet at the border, -, -");
  g_assert_cmpstr (again, ==, "-: EMPTY");
}

static void
test_outlet (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (RapEntity) known = session_add_entity (fixture->session, RAP_ENTITY_OUTLET, "The River Herald");
  g_autoptr (RapEntity) person = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "The Border Post");
  g_autofree char *page = fixture_write (fixture, "page.html", PAGE, -1);
  g_autofree char *plain = fixture_write (fixture, "plain.txt", PLAIN, -1);
  g_autofree char *first = import (fixture->session, page, NULL);
  RapImportOptions options = { .outlet = "the  RIVER herald" };
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *counts = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  second = import (fixture->session, page, &options);
  third = import (fixture->session, plain, &options);
  g_assert_cmpstr (first, ==, "page.html: Ministers meet, 2020-05-04, The Border Post");
  g_assert_cmpstr (second, ==, "page.html: Ministers meet, 2020-05-04, The Border Post exact:?");
  g_assert_nonnull (strstr (third, "plain.txt: Ministers meet at the border, -, "));

  /* the page's outlet made once, a person of that name left alone; the known outlet found by its folded name */
  counts = session_counts (fixture->session);
  g_assert_cmpstr (counts, ==, "3 entities, 3 articles");
  articles = rap_session_load_linked (fixture->session, RAP_KIND_ARTICLE, id_of (known), 0, NULL);
  g_assert_cmpuint (articles->len, ==, 1);
}

static void
test_options (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *plain = fixture_write (fixture, "plain.txt", PLAIN, -1);
  g_autofree char *page = fixture_write (fixture, "page.html", PAGE, -1);
  struct
  {
    const char      *path;
    RapImportOptions options;
    const char      *expected;
    const char      *text;
  } rows[] = {
    { plain, { .published = "2020-05", .outlet = "Herald" }, "plain.txt: Ministers meet at the border, 2020-05, Herald", "river" },
    { page, { .published = "1999", .outlet = "Herald" }, "page.html: Ministers meet, 2020-05-04, The Border Post", "officials" },
    { page, { .format = "text" }, "page.html: ", "<article>" },
    { plain, { .format = "html" }, "plain.txt: Ministers meet at the border", "river" },
    { plain, { .format = "json" }, "plain.txt: FORMAT", NULL },
    { page, { .format = "auto" }, "page.html: Ministers meet, 2020-05-04, The Border Post", "officials" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = import (fixture->session, rows[i].path, &rows[i].options);

      result[MIN (strlen (rows[i].expected), strlen (result))] = '\0';
      g_assert_cmpstr (result, ==, rows[i].expected);
      if (rows[i].text != NULL)
        {
          check_text (fixture->session, rows[i].text);
          g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
        }
    }
}

/* Code points of the body against those of the text. */
static char *
describe_body (RapSession *session)
{
  g_autoptr (GListModel) list = rap_session_list (session, RAP_KIND_ARTICLE);
  g_autoptr (RapHeader) header = g_list_model_get_item (list, 0);
  g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_ARTICLE, header->id, NULL);
  const RapArticle *article = RAP_ARTICLE (record);
  guint n = 0;

  for (guint i = 0; i < article->body->len; i++)
    n += rap_range_length (g_array_index (article->body, RapRange, i));
  return g_strdup (n == rap_text_get_length (article->text) ? "whole" : n == 0 ? "none" : "part");
}

static void
test_keep_boilerplate (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *page = fixture_write (fixture, "page.html", PAGE, -1);
  RapImportOptions options = { .keep_boilerplate = TRUE };
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  g_free (import (fixture->session, page, NULL));
  part = describe_body (fixture->session);
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
  g_free (import (fixture->session, page, &options));
  whole = describe_body (fixture->session);
  g_assert_cmpstr (part, ==, "part");
  g_assert_cmpstr (whole, ==, "whole");
}

#define WIRE \
  "The ministers of defence of the two neighbours met in the border town on Monday and agreed to share what they know " \
  "about the armed groups in the hills. They also spoke about the water of the river, about trade, and about the road " \
  "that the flood of last spring had washed away. A second meeting will be held in the capital before the summer."

static void
test_duplicates (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *folder = fixture_file (fixture, "in");
  g_autofree char *stored = fixture_write (fixture, "stored.txt", "Stored\n\n" WIRE "\n", -1);
  g_autofree char *first = NULL;
  g_autofree char *result = NULL;

  g_free (fixture_write (fixture, "in/a.txt", "Ministers meet\n\n" WIRE "\n", -1));
  g_free (fixture_write (fixture, "in/b.txt", "Ministers meet\n\n" WIRE "\n", -1));
  g_free (fixture_write (fixture, "in/c.txt", "A talk at the border\n\n" WIRE " The agency did not say when.\n", -1));
  g_free (fixture_write (fixture, "in/d.txt", "The harvest\n\nNobody remembers such a harvest as that of this year, the farmers "
                                              "say, and nobody knows where all the apples will be sold when winter comes.\n", -1));
  result = import (fixture->session, folder, NULL);
  g_assert_cmpstr (result, ==, "a.txt: Ministers meet, -, -\n"
                               "b.txt: Ministers meet, -, - exact:a.txt\n"
                               "c.txt: A talk at the border, -, - near:a.txt near:b.txt\n"
                               "d.txt: The harvest, -, -");

  /* the same against what is stored, from another run of the program */
  fixture_reopen (fixture);
  first = import (fixture->session, stored, NULL);
  g_assert_cmpstr (first, ==, "stored.txt: Stored, -, - near:? near:? near:?");
}

static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PLAIN, strlen (PLAIN));
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char *good = describe (session_import_bytes (fixture->session, bytes, "pasted text"));
  g_autofree char *bad = describe (session_import_bytes (fixture->session, nothing, "pasted text"));

  g_assert_cmpstr (good, ==, "pasted text: Ministers meet at the border, -, -");
  g_assert_cmpstr (bad, ==, "pasted text: EMPTY");
}

#define ENTITY(id, name) "{\"id\": \"00000000-0000-4000-8000-00000000000" id "\", \"kind\": \"person\", \"name\": \"" name "\"}"
#define DOCUMENT(entities) "{\"format\": \"rapporteur\", \"version\": 1, \"shape\": \"round\", \"entities\": [" entities "]}"

static void
test_native (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *json;
    const char *expected;
  } rows[] = {
    { DOCUMENT (ENTITY ("1", "Ann")), "1 records, 1 unknown, 1 entities" },
    { DOCUMENT (ENTITY ("1", "Anna")), "EXISTS, 1 entities" },
    { DOCUMENT (ENTITY ("2", "Bob") "," ENTITY ("1", "Anna")), "EXISTS, 1 entities" },
    { DOCUMENT (ENTITY ("3", "Cy") "," ENTITY ("3", "Cy")), "INVALID, 1 entities" },
    { DOCUMENT (ENTITY ("4", "Di")), "1 records, 1 unknown, 2 entities" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].json, strlen (rows[i].json));
      g_autoptr (GPtrArray) results = session_import_bytes (fixture->session, bytes, "doc.json");
      RapImportResult *result = g_ptr_array_index (results, 0);
      g_autofree char *counts = session_counts (fixture->session);
      g_autofree char *line = NULL;

      if (result->error != NULL)
        line = g_strdup_printf ("%s, %s", error_nick (result->error), counts);
      else
        line = g_strdup_printf ("%u records, %u unknown, %s", result->n_records, result->unknown->len, counts);
      g_assert_cmpstr (line, ==, rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/import/files", test_files);
  fixture_add_test ("/session/import/windows-1256", test_windows_1256);
  fixture_add_test ("/session/import/unreadable", test_unreadable);
  fixture_add_test ("/session/import/folder", test_folder);
  fixture_add_test ("/session/import/standard-input", test_standard_input);
  fixture_add_test ("/session/import/outlet", test_outlet);
  fixture_add_test ("/session/import/options", test_options);
  fixture_add_test ("/session/import/keep-boilerplate", test_keep_boilerplate);
  fixture_add_test ("/session/import/duplicates", test_duplicates);
  fixture_add_test ("/session/import/bytes", test_bytes);
  fixture_add_test ("/session/import/native", test_native);

  return g_test_run ();
}
