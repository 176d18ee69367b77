/* test-import-containers.c
 *
 * Files that hold several pages, made here: archives (in each other too), pages
 * of a feed, lists of articles, letters; what their container says of them; and
 * those that mean harm: names that lead out, links, bombs, locks, damage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-marks.h"
#include "rap-transfer.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "session-fixture.h"

#define PAGE(title) \
  "<!DOCTYPE html><html lang=\"en\"><head><title>" title "</title>" \
  "<meta property=\"article:published_time\" content=\"2020-05-04T10:00:00Z\"></head><body>" \
  "<article><h1>" title "</h1><p>The two ministers met at the border on Monday, officials said. They spoke about " \
  "trade, and about the water of the river.</p><p>A second meeting will follow in the summer, the officials added." \
  "</p></article></body></html>"

#define REPORT(title) \
  title "\n\nThe two ministers met at the border on Monday. They spoke about trade, and about the water of the " \
  "river. A second meeting will follow.\n"

/* A file to be packed. */
typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length;   /* -1: a string */
  const char *link;     /* a symbolic link to it, or NULL */
} Entry;

typedef struct
{
  const char *password;
  gboolean    deflate;
} Packing;

static GBytes *
pack (const Entry   *entries,
      guint          n_entries,
      const Packing *packing)
{
  gsize size = 1 << 20, used = 0;
  guint8 *buffer;
  struct archive *archive = archive_write_new ();

  for (guint i = 0; i < n_entries; i++)
    size += entries[i].length > 0 ? (gsize) entries[i].length : 4096;
  buffer = g_malloc (size);
  archive_write_set_format_zip (archive);
  if (packing != NULL && packing->password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=traditional"), ==, ARCHIVE_OK);
      archive_write_set_passphrase (archive, packing->password);
    }
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_entries; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = entries[i].length >= 0 ? (gsize) entries[i].length : strlen (entries[i].bytes);

      archive_entry_set_pathname (entry, entries[i].name);
      archive_entry_set_perm (entry, 0644);
      if (entries[i].link != NULL)
        {
          archive_entry_set_filetype (entry, AE_IFLNK);
          archive_entry_set_symlink (entry, entries[i].link);
          length = 0;
        }
      else
        {
          archive_entry_set_filetype (entry, AE_IFREG);
          archive_entry_set_size (entry, (la_int64_t) length);
        }
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      if (length > 0)
        g_assert_cmpint (archive_write_data (archive, entries[i].bytes, length), ==, (la_ssize_t) length);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

static gboolean
is_detected (const RapImportResult *result,
             const char            *member)
{
  for (guint i = 0; i + 1 < result->detected->len; i += 2)
    if (g_str_equal (result->detected->pdata[i], member))
      return *(const char *) result->detected->pdata[i + 1] != '\0';
  return FALSE;
}

/* "part: Title, 2020-05-04 (found)" or "part: CODE", one line a result; takes @results. (transfer full) */
static char *
describe (GPtrArray *results)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = g_ptr_array_index (results, i);

      g_string_append_printf (lines, "%s%s: ", i > 0 ? "\n" : "", result->part != NULL ? result->part : "*");
      if (result->error != NULL)
        g_string_append (lines, error_nick (result->error));
      else if (result->article != NULL)
        g_string_append_printf (lines, "%s, %s (%s)", result->title, result->published != NULL ? result->published : "-",
                                is_detected (result, "published") ? "found" : "-");
      else
        g_string_append_printf (lines, "%u records", result->n_records);
    }
  g_ptr_array_unref (results);
  return g_string_free (lines, FALSE);
}

static char *
import (Fixture    *fixture,
        GBytes     *bytes,
        const char *format)
{
  RapImportOptions options = { .format = format };
  g_autofree char *path = fixture_write (fixture, "container", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  const char *paths[] = { path, NULL };

  return describe (rap_session_import (fixture->session, paths, &options, NULL, NULL, NULL));
}

static void
test_zip (Fixture       *fixture,
          gconstpointer  data)
{
  static const Entry entries[] = {
    { "talks/page.html", PAGE ("Ministers meet"), -1, NULL },
    { "talks/plain.bin", REPORT ("Ministers talk at the border"), -1, NULL },
    { "talks/empty.txt", "", 0, NULL },
    { "talks/picture.html", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, NULL },
    { "codes.json", "{\"format\": \"rapporteur\", \"version\": 1, \"entities\": [{\"id\": \"00000000-0000-4000-8000-000000000001\","
                    "\"kind\": \"person\", \"name\": \"Ann\"}]}", -1, NULL },
    { ".hidden.txt", REPORT ("Hidden from view"), -1, NULL },
    { "__MACOSX/._page.html", "x", -1, NULL },
  };
  g_autoptr (GBytes) bytes = pack (entries, G_N_ELEMENTS (entries), NULL);
  g_autofree char *result = import (fixture, bytes, NULL);
  g_autofree char *label = NULL;

  g_assert_cmpstr (result, ==,
                   "talks/page.html: Ministers meet, 2020-05-04 (found)\n"
                   "talks/plain.bin: Ministers talk at the border, - (-)\n"
                   "talks/empty.txt: EMPTY\n"
                   "talks/picture.html: NOT_TEXT\n"
                   "codes.json: 1 records");

  /* one file, one group */
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, &label, NULL), ==, 1);
  g_assert_cmpstr (label, ==, "Import “container”");
  g_assert_false (rap_session_get_can_undo (fixture->session));
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), ==, 0);
}

static void
test_nested (Fixture       *fixture,
             gconstpointer  data)
{
  static const Entry leaf[] = { { "leaf.txt", REPORT ("Ministers talk at the border"), -1, NULL } };
  g_autoptr (GBytes) bytes = pack (leaf, 1, NULL);
  static const char * const expected[] = {
    "leaf.txt: Ministers talk at the border, - (-)",
    "in.zip, leaf.txt: Ministers talk at the border, - (-)",
    "in.zip, in.zip: FORMAT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *result = import (fixture, bytes, NULL);
      Entry outer = { "in.zip", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL };
      GBytes *next = pack (&outer, 1, NULL);

      g_assert_cmpstr (result, ==, expected[i]);
      g_bytes_unref (bytes);
      bytes = next;
    }
}

static void
test_hostile_names (Fixture       *fixture,
                    gconstpointer  data)
{
  static const Entry entries[] = {
    { "../../up.txt", REPORT ("Up and away it goes"), -1, NULL },
    { "/etc/passwd", REPORT ("From the root of all"), -1, NULL },
    { "C:\\autoexec.txt", REPORT ("From a drive letter"), -1, NULL },
    { "a\\..\\..\\b.txt", REPORT ("Up by the other slash"), -1, NULL },
    { "link.txt", "", 0, "/etc/passwd" },
    { "good.txt", REPORT ("Ministers talk at the border"), -1, NULL },
  };
  g_autoptr (GBytes) bytes = pack (entries, G_N_ELEMENTS (entries), NULL);
  g_autofree char *result = import (fixture, bytes, NULL);

  g_assert_cmpstr (result, ==, "../../up.txt: FORMAT\n/etc/passwd: FORMAT\nC:/autoexec.txt: FORMAT\na/../../b.txt: FORMAT\n"
                               "link.txt: NOT_TEXT\ngood.txt: Ministers talk at the border, - (-)");
}

/* 100 MB of nothing, a few times over, in an archive of some hundred kilobytes. */
static void
test_bomb (Fixture       *fixture,
           gconstpointer  data)
{
  gsize size = 40 << 20;
  g_autofree char *zeros = g_malloc (size);
  Entry entries[] = {
    { "good.txt", REPORT ("Ministers talk at the border"), -1, NULL },
    { "1.txt", zeros, (gssize) size, NULL },
    { "2.txt", zeros, (gssize) size, NULL },
    { "3.txt", zeros, (gssize) size, NULL },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *result = NULL;

  memset (zeros, 'a', size);
  bytes = pack (entries, G_N_ELEMENTS (entries), NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 300000);
  result = import (fixture, bytes, NULL);
  g_assert_cmpstr (result, ==, "good.txt: Ministers talk at the border, - (-)\n1.txt: NOT_TEXT\n*: NOT_TEXT");
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  static const Entry entries[] = { { "secret.txt", REPORT ("Ministers talk at the border"), -1, NULL } };
  static const Packing packing = { "open sesame", TRUE };
  g_autoptr (GBytes) bytes = pack (entries, 1, &packing);
  g_autofree char *path = fixture_write (fixture, "locked.zip", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  const char *paths[] = { path, NULL };
  g_autoptr (GPtrArray) results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);
  const RapImportResult *result = g_ptr_array_index (results, 0);

  g_assert_cmpuint (results->len, ==, 1);
  g_assert_cmpstr (result->part, ==, "secret.txt");
  g_assert_cmpstr (result->error->message, ==, "it is locked with a password; unpack the archive and import the files");
}

/* Every cut of an archive, and bytes of it turned over, end in a result. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const Entry entries[] = {
    { "a.txt", REPORT ("Ministers talk at the border"), -1, NULL },
    { "b.html", PAGE ("Ministers meet"), -1, NULL },
  };
  g_autoptr (GBytes) bytes = pack (entries, G_N_ELEMENTS (entries), NULL);
  gsize length;
  const guint8 *whole = g_bytes_get_data (bytes, &length);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *folder = fixture_file (fixture, "damaged");
  const char *paths[] = { folder, NULL };
  guint n_whole = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (whole, length);
      g_autofree char *name = g_strdup_printf ("damaged/%03u.zip", i);
      gsize cut = i < 60 ? length * i / 60 : length;

      for (guint j = 0; i >= 60 && j < 3; j++)
        copy[g_rand_int_range (random, 4, (gint32) length)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      g_free (fixture_write (fixture, name, (const char *) copy, (gssize) cut));
    }
  results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);
  for (guint j = 0; j < results->len; j++)
    {
      const RapImportResult *result = g_ptr_array_index (results, j);

      g_assert_true ((result->error != NULL) != (result->article != NULL));
      g_hash_table_add (files, result->file);
      n_whole += result->article != NULL;
    }
  g_assert_cmpuint (g_hash_table_size (files), ==, 300);
  /* most of the bits do not matter: names, times, one of the two files */
  g_assert_cmpuint (n_whole, >, 100);
}

/* What a container says goes before what the page says, and where it was said is told. */
static const struct
{
  const char *format;
  const char *bytes;
  const char *expected;
} containers[] = {
  { NULL,
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Border Post</title>"
    "<item><title>Ministers meet</title><link>https://post.example/1</link><pubDate>Mon, 04 May 2020 10:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;The two ministers met at the border on Monday, officials said.&lt;/p&gt;</description></item>"
    "<item><title>The harvest</title><link>https://post.example/2</link><pubDate>Tue, 05 May 2020 10:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;Nobody remembers such a harvest as that of this year.&lt;/p&gt;</description></item>"
    "</channel></rss>",
    "#: Ministers meet, 2020-05-04 (found)\n#: The harvest, 2020-05-05 (found)" },
  { NULL,
    "{\"title\": \"Ministers meet\", \"date\": \"2020-05-04\", \"text\": \"The two ministers met at the border.\"}\n"
    "{\"title\": \"The harvest\", \"published\": \"2020-05-05\", \"content\": \"Nobody remembers such a harvest.\"}\n",
    "#: Ministers meet, 2020-05-04 (found)\n#: The harvest, 2020-05-05 (found)" },
  { NULL,
    "From: Border Post <news@post.example>\r\nTo: ann@example.org\r\nSubject: Ministers meet\r\n"
    "Date: Mon, 04 May 2020 10:00:00 +0000\r\nMessage-ID: <1@post.example>\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "The two ministers met at the border on Monday, officials said. They spoke about trade.\r\n",
    "#: Ministers meet, 2020-05-04 (found)" },
};

/* Names of parts are the readers' own. */
static char *
mask_names (const char *lines)
{
  g_autoptr (GRegex) names = g_regex_new ("^[^:\\n]+: ", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (names, lines, -1, 0, "#: ", 0, NULL);
}

static void
test_containers (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (containers[i].bytes, strlen (containers[i].bytes));
      g_autofree char *result = import (fixture, bytes, containers[i].format);
      g_autofree char *masked = mask_names (result);

      g_assert_cmpstr (masked, ==, containers[i].expected);
    }
}

/* The same files as another program saves them: wide characters, with a mark and without. */
static void
test_wide (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    gssize      n_mark;
  } charsets[] = { { "UTF-16LE", "\xff\xfe", 2 }, { "UTF-16BE", "\xfe\xff", 2 }, { "UTF-16LE", "", 0 }, { "UTF-16BE", "", 0 } };
  static const char markdown[] = "---\ntitle: Ministers meet\ndate: 2020-05-04\n---\n\n# At the border\n\nThe two **ministers** met.\n";

  for (guint i = 0; i < G_N_ELEMENTS (charsets) * 3; i++)
    {
      guint n = i / G_N_ELEMENTS (charsets), charset = i % G_N_ELEMENTS (charsets);
      g_autofree char *given = n == 0 ? g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", strstr (containers[0].bytes, "<rss"), NULL)
                                      : g_strdup (n == 1 ? containers[1].bytes : markdown);
      gsize length;
      g_autofree char *wide = g_convert (given, -1, charsets[charset].charset, "UTF-8", NULL, &length, NULL);
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *result = NULL, *masked = NULL;

      g_byte_array_append (file, (const guint8 *) charsets[charset].mark, (guint) charsets[charset].n_mark);
      g_byte_array_append (file, (const guint8 *) wide, (guint) length);
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
      result = import (fixture, bytes, NULL);
      masked = mask_names (result);
      g_assert_cmpstr (masked, ==, n == 2 ? "#: Ministers meet, 2020-05-04 (found)" : containers[n].expected);
    }
}

/* A mailbox has as many letters as it has. */
static void
test_mailbox (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GString) box = g_string_new (NULL);
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  guint n_in = 0;

  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (box, "From news@post.example Mon May  4 10:00:00 2020\nFrom: Border Post <news@post.example>\n"
                            "Subject: Report %u\nDate: Mon, 04 May 2020 10:00:00 +0000\n\nOn day %u the ministers met.\n\n", i, i);
  paths[0] = path = fixture_write (fixture, "box", box->str, -1);
  results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < results->len; i++)
    n_in += ((const RapImportResult *) results->pdata[i])->article != NULL;
  g_assert_cmpuint (n_in, ==, 1200);
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  const char * const *formats = rap_import_get_formats ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (REPORT ("Ministers talk at the border"), strlen (REPORT ("Ministers talk at the border")));

  /* what is none of a format is refused when the format is forced, and leaves nothing */
  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_autofree char *result = import (fixture, bytes, formats[i]);
      gboolean plain = strstr ("auto text html markdown mail mhtml", formats[i]) != NULL;

      g_test_message ("%s: %s", formats[i], result);
      if (!plain)
        g_assert_nonnull (strstr (result, "FORMAT"));
    }
}

/* Where values were found is kept beside the article. */
static void
test_detected (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (containers[2].bytes, strlen (containers[2].bytes));
  g_autoptr (GPtrArray) results = session_import_bytes (fixture->session, bytes, "letter");
  const RapImportResult *result = g_ptr_array_index (results, 0);
  g_autoptr (GPtrArray) detected = rap_session_get_detected (fixture->session, result->article);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < detected->len; i++)
    {
      const RapDetected *value = g_ptr_array_index (detected, i);

      if (g_str_equal (value->member, "title") || g_str_equal (value->member, "published"))
        g_string_append_printf (line, "%s=%s (%s) ", value->member, value->value, *value->found != '\0' ? "found" : "-");
    }
  g_assert_cmpstr (line->str, ==, "published=2020-05-04 (found) title=Ministers meet (found) ");
}

/* Memory and order: many more pieces than may wait at once. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  g_autoptr (GPtrArray) results = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (lines, "{\"title\": \"Report %u of the day\", \"text\": \"On day %u the ministers met.\"}\n", i, i);
  path = fixture_write (fixture, "many.jsonl", lines->str, -1);
  paths[0] = path;
  results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (results->len, ==, 500);
  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *title = g_strdup_printf ("Report %u of the day", i);

      g_assert_no_error (result->error);
      g_assert_cmpstr (result->title, ==, title);
    }
  g_assert_cmpuint (rap_session_undo (fixture->session, 9, NULL, NULL), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/import-containers/zip", test_zip);
  fixture_add_test ("/session/import-containers/nested", test_nested);
  fixture_add_test ("/session/import-containers/hostile-names", test_hostile_names);
  fixture_add_test ("/session/import-containers/wide", test_wide);
  fixture_add_test ("/session/import-containers/mailbox", test_mailbox);
  fixture_add_test ("/session/import-containers/bomb", test_bomb);
  fixture_add_test ("/session/import-containers/locked", test_locked);
  fixture_add_test ("/session/import-containers/damaged", test_damaged);
  fixture_add_test ("/session/import-containers/containers", test_containers);
  fixture_add_test ("/session/import-containers/formats", test_formats);
  fixture_add_test ("/session/import-containers/detected", test_detected);
  fixture_add_test ("/session/import-containers/many", test_many);

  return g_test_run ();
}
