/* test-extract-shared.c
 *
 * The five real articles of the analysts' working set, which are not part of
 * this tree: they are read from $RAP_SHARED, or from "shared" beside the source,
 * and the test is skipped without them. Titles and bodies are compared by the
 * first digits of their SHA-256, so that none of their text stands here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>

#include "rap-decode.h"
#include "rap-extract.h"

/* published|outlet|byline|language|SHA-256 of title|number of ranges|SHA-256 of body */
static const struct { const char *file; const char *expected; } cases[] = {
  { "000_519540f92a31fe1a.txt", "2022-11-08|The Media Line|Steven Ganot|en|c431287a8e16|1|52eed76d185e" },
  { "001_96903b644adc0fa3.txt", "2024-03-05|-|-|en|a727cc8acf10|1|a4a7f6ad60ce" },
  { "002_033481b4d93ed3f2.txt", "2020-11-16|Asian Lite News|-|en|b613111bfcda|1|e6cb3e7961c0" },
  { "003_080d0f3fb6913ac2.txt", "-|-|-|en|31deecc208ec|1|f92e95e71ad0" },
  { "004_f827c2b710232763.txt", "-|Tasnim|-|en|04a483256f1c|1|6a3cbafd239d" },
};

static char *
digest (const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text ? text : "", -1);

  return g_strndup (sum, 12);
}

static char *
find_folder (void)
{
  const char *shared = g_getenv ("RAP_SHARED");
  const char *source = g_getenv ("RAP_SOURCE_ROOT");

  if (shared != NULL)
    return g_build_filename (shared, "articles", NULL);
  return source ? g_build_filename (source, "..", "shared", "articles", NULL) : NULL;
}

static const char *
or_dash (const char *value)
{
  return value ? value : "-";
}

static void
test_articles (void)
{
  g_autofree char *folder = find_folder ();

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no folder of shared articles");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].file, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
      g_autofree char *text = NULL;
      g_autoptr (RapExtract) extract = NULL;
      g_autofree char *body = NULL;
      g_autofree char *title_sum = NULL;
      g_autofree char *body_sum = NULL;
      g_autofree char *got = NULL;

      g_assert_nonnull (bytes);
      text = rap_decode (bytes, NULL, NULL, NULL);
      extract = rap_extract_text (text);
      body = rap_extract_dup_body (extract);
      title_sum = digest (extract->title);
      body_sum = digest (body);
      got = g_strdup_printf ("%s|%s|%s|%s|%s|%u|%s", or_dash (extract->published), or_dash (extract->outlet), or_dash (extract->byline),
                             or_dash (extract->language), title_sum, extract->ranges->len, body_sum);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/extract/shared-articles", test_articles);
  return g_test_run ();
}
