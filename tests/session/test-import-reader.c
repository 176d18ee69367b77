/* test-import-reader.c
 *
 * Files are read by a process of its own, and whatever becomes of that process,
 * the file it was at gets one sentence and all else comes in: a program in its
 * place that misbehaves at a given step, none at all, and the real one with
 * files that are made to take all time and all memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "session-fixture.h"

#define N_ENTRIES 12
#define N_FILES   60

static char *real_reader;

/* "Title", or "part: sentence" up to the comma or semicolon; runs of titles as "9 in". (transfer full) */
static char *
describe (GPtrArray *results)
{
  GString *lines = g_string_new (NULL);
  guint n_in = 0;

  for (guint i = 0; i <= results->len; i++)
    {
      const RapImportResult *result = i < results->len ? g_ptr_array_index (results, i) : NULL;

      if (result != NULL && result->error == NULL)
        {
          n_in++;
          continue;
        }
      if (n_in > 0)
        g_string_append_printf (lines, "%s%u in", lines->len > 0 ? "; " : "", n_in);
      n_in = 0;
      if (result != NULL)
        g_string_append_printf (lines, "%s%s: %.*s", lines->len > 0 ? "; " : "", result->part != NULL ? result->part : "*",
                                (int) strcspn (result->error->message, ",;"), result->error->message);
    }
  return g_string_free (lines, FALSE);
}

static char *
import (Fixture    *fixture,
        const char *first,
        const char *second)
{
  const char *paths[] = { first, second, NULL };
  g_autoptr (GPtrArray) results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);

  return describe (results);
}

static char *
write_list (Fixture *fixture)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 1; i <= N_ENTRIES; i++)
    g_string_append_printf (list, "{\"title\": \"Report %u\", \"text\": \"On day %u the two ministers met at the border, "
                            "and they spoke about trade.\"}\n", i, i * 7);
  return fixture_write (fixture, "list.jsonl", list->str, -1);
}

static char *
write_folder (Fixture *fixture)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("folder/%02u.txt", i);
      g_autofree char *text = g_strdup_printf ("Report %u\n\nOn day %u the ministers met, and %u of them spoke.\n", i, i * 7, i + 2);

      g_free (fixture_write (fixture, name, text, -1));
    }
  return fixture_file (fixture, "folder");
}

/* The next processes are hostile, at the step that @at says ("crash 7"). */
static void
set_hostile (Fixture    *fixture,
             const char *at)
{
  g_autofree char *path = fixture_write (fixture, "at", at, -1);

  g_setenv ("RAP_READER", g_getenv ("RAP_HOSTILE_READER"), TRUE);
  g_setenv ("RAP_HOSTILE_AT", path, TRUE);
}

typedef struct
{
  const char *name;
  const char *at;
  const char *expected;
} Case;

/* Steps of a list of twelve: the file, then three an entry: it begins, its page is out, it ends. */
static const Case cases[] = {
  { "never", "crash 99", "12 in" },
  { "crash-first", "crash 2", "line 1: it is damaged in a way that stops the reading; 11 in" },
  { "crash", "crash 11", "3 in; line 4: it is damaged in a way that stops the reading; 8 in" },
  { "crash-last", "crash 35", "11 in; line 12: it is damaged in a way that stops the reading" },
  { "loop", "loop 11", "3 in; line 4: it takes more than 5 seconds to read; 8 in" },
  { "greedy", "greedy 11", "3 in; line 4: it takes more than 512 MB of memory to read; 8 in" },
  { "killed", "kill 11", "3 in; line 4: the reading of it was stopped from outside; 8 in" },
  { "exit", "exit 11", "3 in; line 4: it is damaged in a way that stops the reading; 8 in" },
  { "garbage", "garbage 11", "3 in; line 4: it is damaged in a way that stops the reading; 8 in" },
  /* the page was out before it died: nothing is lost */
  { "after-page", "crash 12", "4 in; line 4: it is damaged in a way that stops the reading; 8 in" },
  /* not in an entry, so the rest of the file is lost, and only that */
  { "between", "crash 13", "4 in; *: it is damaged in a way that stops the reading" },
  { "opening", "crash 1", "*: it is damaged in a way that stops the reading" },
};

static void
test_case (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *test = data;
  g_autofree char *list = write_list (fixture);
  g_autofree char *single = fixture_write (fixture, "single.txt", "Single\n\nOne more report stands by itself here.\n", -1);
  g_autofree char *result = NULL, *next = NULL;

  set_hostile (fixture, test->at);
  result = import (fixture, list, NULL);
  g_assert_cmpstr (result, ==, test->expected);
  next = import (fixture, single, NULL);
  g_assert_cmpstr (next, ==, "1 in");
}

/* Of many files one is lost, and it is the one that the process was at. */
static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = write_folder (fixture);
  g_autoptr (GPtrArray) results = NULL;
  const char *paths[] = { folder, NULL };
  guint n_lost = 0;

  set_hostile (fixture, "crash 9");
  results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (results->len, ==, N_FILES);
  for (guint i = 0; i < N_FILES; i++)
    {
      const RapImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *title = g_strdup_printf ("Report %u", i);

      n_lost += result->error != NULL;
      if (result->error == NULL)
        g_assert_cmpstr (result->title, ==, title);
    }
  /* both of two processes may come to the step before the word is gone */
  g_assert_cmpuint (n_lost, >=, 1);
  g_assert_cmpuint (n_lost, <=, g_get_num_processors ());
}

/* No program, one that ends at once, one that is a folder: the files are read all the same. */
static void
test_no_reader (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const readers[] = { "/nonexistent/reader", "/bin/false", "/" };
  g_autofree char *list = write_list (fixture);
  g_autofree char *folder = write_folder (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *result = NULL;

      g_setenv ("RAP_READER", readers[i], TRUE);
      result = import (fixture, list, folder);
      g_assert_cmpstr (result, ==, "72 in");
    }
}

/* Pasted text goes the same way. */
static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Pasted\n\nOne report.\n", 20);
  static const char * const expected[] = { "pasted: *: it is damaged in a way that stops the reading", "pasted: 1 in" };

  set_hostile (fixture, "crash 1");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GPtrArray) results = session_import_bytes (fixture->session, bytes, "pasted");
      g_autofree char *sum = describe (results);
      g_autofree char *result = g_strdup_printf ("%s: %s", ((RapImportResult *) results->pdata[0])->file, sum);

      g_assert_cmpstr (result, ==, expected[i]);
    }
}

static void
cancel_cb (const RapImportProgress *progress,
           gpointer                 user_data)
{
  g_cancellable_cancel (user_data);
}

/* Cancelled while the process hangs in the fifth entry: that takes no time. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *list = write_list (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GPtrArray) results = NULL;
  const char *paths[] = { list, NULL };

  set_hostile (fixture, "hang 14");
  timer = g_timer_new ();
  results = rap_session_import (fixture->session, paths, NULL, cancel_cb, cancellable, cancellable);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10);
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), ==, 0);
}

static void
append_object (GString    *pdf,
               guint       number,
               const char *body)
{
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", number, body);
}

/* A page that shows a form twenty times that shows a form twenty times … */
static char *
write_laughing_pdf (Fixture *fixture)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GString) many = g_string_new (NULL);

  append_object (pdf, 1, "<</Type/Catalog/Pages 2 0 R>>");
  append_object (pdf, 2, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
  append_object (pdf, 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>");
  append_object (pdf, 4, "<</Length 5>>\nstream\n/X Do\nendstream");
  for (guint i = 0; i < 20; i++)
    g_string_append (many, "/X Do\n");
  for (guint i = 5; i < 15; i++)
    {
      g_autofree char *form = g_strdup_printf ("<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length %u"
                                               "/Resources<</XObject<</X %u 0 R>>>>>>\nstream\n%s\nendstream",
                                               (guint) many->len, i + 1, many->str);

      append_object (pdf, i, form);
    }
  append_object (pdf, 15, "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length 0>>\nstream\n\nendstream");
  g_string_append (pdf, "trailer\n<</Root 1 0 R/Size 16>>\n%%EOF\n");
  return fixture_write (fixture, "laughs.pdf", pdf->str, (gssize) pdf->len);
}

/* A headline of 255 MB, of which there is one copy at least on the way to the report. */
static char *
write_long_headline (Fixture *fixture)
{
  g_autoptr (GString) list = g_string_sized_new (256 << 20);

  g_string_append (list, "[{\"text\": \"The two ministers met.\", \"title\": \"");
  while (list->len < 255 << 20)
    g_string_append (list, "A headline that does not end, ");
  g_string_append (list, "\"}]");
  return fixture_write (fixture, "headline.json", list->str, (gssize) list->len);
}

typedef struct
{
  const char *name;
  char     *(*write) (Fixture *fixture);
  const char *expected;
} RealCase;

static const RealCase real_cases[] = {
  { "too-slow", write_laughing_pdf, "*: it takes more than 5 seconds to read; 60 in" },
  { "too-large", write_long_headline, "*: it takes more than 512 MB of memory to read; 60 in" },
};

/* The bounds of the real program. */
static void
test_real (Fixture       *fixture,
           gconstpointer  data)
{
  const RealCase *test = data;
  g_autofree char *path = NULL;
  g_autofree char *folder = write_folder (fixture);
  g_autofree char *result = NULL;

#ifdef __SANITIZE_ADDRESS__
  if (g_str_equal (test->name, "too-large"))
    {
      g_test_skip ("memory is not bounded under the sanitizers");
      return;
    }
#endif
  g_setenv ("RAP_READER", real_reader, TRUE);
  path = test->write (fixture);
  result = import (fixture, path, folder);
  g_assert_cmpstr (result, ==, test->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  real_reader = g_strdup (g_getenv ("RAP_READER"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session/import-reader/%s", cases[i].name);

      fixture_add_test_with (path, test_case, &cases[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (real_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session/import-reader/%s", real_cases[i].name);

      fixture_add_test_with (path, test_real, &real_cases[i]);
    }
  fixture_add_test ("/session/import-reader/folder", test_folder);
  fixture_add_test ("/session/import-reader/no-reader", test_no_reader);
  fixture_add_test ("/session/import-reader/bytes", test_bytes);
  fixture_add_test ("/session/import-reader/cancel", test_cancel);

  return g_test_run ();
}
