/* test-articles.c
 *
 * Real pages, where they are at hand: five reports in the folder "articles" of
 * $RAP_SHARED, or of "shared" beside the source. Their words are not ours to
 * keep here, so sentences are known by their hash (djb2): every sentence of the
 * report must be in the body, and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-transfer.h"

#include "session-fixture.h"

#define MAX_SENTENCES 16

/* By name of file. */
static const struct
{
  const char *published;
  guint       sentences[MAX_SENTENCES];
} reports[] = {
  {
    "2022-11-08",
    {
      0x8be691bf, 0xa415f11e, 0x8fe2d1df, 0xc4093162, 0xb50b2058
    }
  },
  {
    "2024-03-05",
    {
      0x4623b7e5, 0x17f976bf, 0xbc80aaad, 0xcd693801, 0xd94d0234, 0x377cba92, 0xd316da52, 0xa7c55c8b,
      0x4ba62c2e, 0x13c45189, 0x14a39714, 0xd8d56874
    }
  },
  {
    "2020-11-16",
    {
      0xda4bcbdb, 0x68629c7c, 0x36ed6ccd, 0x20cda4d8, 0x784eae2c, 0xa2883a15, 0xb6fc3645, 0xaab3ad09
    }
  },
  {
    "-",
    {
      0xdb6b7c1e, 0x9d49bc1d, 0x4380c432, 0xac11b149, 0xea6df5b4, 0xdce31b05
    }
  },
  {
    "-",
    {
      0x4724f7a1, 0x1be6bd90, 0xe49715d4, 0xbd2d387a, 0x64a5fd3f, 0xd51d1c62, 0x4f81cf83, 0x73c91a2b,
      0x70fc3e99, 0x21b5cce3
    }
  },
};

static char *
find_folder (void)
{
  const char *shared = g_getenv ("RAP_SHARED");
  const char *source = g_getenv ("RAP_SOURCE_ROOT");

  if (shared != NULL)
    return g_build_filename (shared, "articles", NULL);
  return source != NULL ? g_build_filename (source, "..", "shared", "articles", NULL) : NULL;
}

/* "2020-05-04: 3b1c… 77aa…": the date and the sentences of the body, in order. */
static void
add_sentences (GString          *line,
               const RapArticle *article)
{
  for (guint i = 0; article->body != NULL && i < article->body->len; i++)
    {
      RapRange body = g_array_index (article->body, RapRange, i);
      guint at = body.start;

      while (at < body.end)
        {
          RapRange sentence = rap_session_sentence_at (article, at);
          g_autofree char *words = rap_text_slice (article->text, rap_range_intersect (sentence, body));

          if (*words != '\0' && sentence.end > at)
            g_string_append_printf (line, " %08x", g_str_hash (words));
          at = MAX (at + 1, sentence.end);
        }
    }
}

static char *
describe_found (RapSession            *session,
                const RapImportResult *result)
{
  g_autoptr (RapRecord) article = rap_session_load (session, RAP_KIND_ARTICLE, result->article, NULL);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s:", result->published != NULL ? result->published : "-");
  add_sentences (line, RAP_ARTICLE (article));
  return g_string_free (line, FALSE);
}

static char *
describe_expected (guint index)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s:", reports[index].published);
  for (guint i = 0; i < MAX_SENTENCES && reports[index].sentences[i] != 0; i++)
    g_string_append_printf (line, " %08x", reports[index].sentences[i]);
  return g_string_free (line, FALSE);
}

static void
test_reports (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = find_folder ();
  const char *paths[] = { folder, NULL };
  g_autoptr (GPtrArray) results = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no real articles here; set RAP_SHARED to the folder that has them");
      return;
    }
  results = rap_session_import (fixture->session, paths, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (results->len, ==, G_N_ELEMENTS (reports));
  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *expected = describe_expected (i);
      g_autofree char *found = NULL;

      g_assert_no_error (result->error);
      found = describe_found (fixture->session, result);
      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/articles/reports", test_reports);

  return g_test_run ();
}
