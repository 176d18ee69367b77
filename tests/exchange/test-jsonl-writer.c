/* test-jsonl-writer.c
 *
 * The data sets of the small project, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-jsonl-writer.h"

#include <string.h>

#include "test-project.h"

typedef gboolean (*WriteFunc) (RapJsonWriter *writer, const RapRecordSource *source, GError **error);

static char **
write_lines (WriteFunc func)
{
  g_autoptr (RapNativeDocument) document = read_document (small_document);
  RapRecordSource source = document_source (document);
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;

  g_assert_true (func (writer, &source, &error));
  g_assert_no_error (error);
  lines = rap_json_writer_steal (writer);
  return g_strsplit (lines, "\n", -1);
}

/* Without the spaces that the writer may put after colons and commas. */
static void
assert_ends (const char *line,
             const char *expected)
{
  g_auto (GStrv) colons = g_strsplit (line, "\": ", -1);
  g_autofree char *tight = g_strjoinv ("\":", colons);
  g_auto (GStrv) commas = g_strsplit (tight, ", ", -1);
  g_autofree char *tighter = g_strjoinv (",", commas);
  gsize length = strlen (tighter);

  g_assert_cmpuint (length, >=, strlen (expected));
  g_assert_cmpstr (tighter + length - strlen (expected), ==, expected);
}

static void
test_claims (void)
{
  g_auto (GStrv) lines = write_lines (rap_jsonl_write_claims);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "{\"id\""));
  assert_ends (lines[0],
               "\"article_title\":\"News\",\"outlet_name\":\"The Paper\",\"published\":\"2022-11\",\"language\":\"en\","
               "\"speaker_name\":\"Ann\",\"via_names\":[\"The Paper\"],\"code_names\":[\"Arms\"],\"meeting_titles\":[\"The talk\"]}");
  assert_ends (lines[1],
               "\"article_title\":\"News\",\"outlet_name\":\"The Paper\",\"published\":\"2022-11\",\"language\":\"en\","
               "\"speaker_name\":null,\"via_names\":[],\"code_names\":[],\"meeting_titles\":[]}");
  g_assert_cmpstr (lines[2], ==, "");
}

#define SPAN(start, end, label, kind, id, target) \
  "{\"start\":" start ",\"end\":" end ",\"label\":\"" label "\",\"kind\":\"" kind "\",\"id\":\"" ID (id) "\",\"target\":" target "}"

static void
test_articles (void)
{
  g_auto (GStrv) lines = write_lines (rap_jsonl_write_articles);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  assert_ends (lines[0],
               "{\"id\":\"" ID ("30") "\",\"title\":\"News\",\"outlet_name\":\"The Paper\",\"published\":\"2022-11\","
               "\"language\":\"en\",\"text\":\"Ann said 👍 they met.\",\"body\":[[0,20]],\"spans\":["
               SPAN ("9", "10", "content", "claim", "50", "\"" ID ("20") "\"") ","
               SPAN ("11", "19", "content", "claim", "50", "\"" ID ("20") "\"") ","
               SPAN ("4", "8", "cue", "claim", "50", "\"" ID ("20") "\"") ","
               SPAN ("11", "19", "content", "claim", "51", "null") ","
               SPAN ("0", "3", "person", "mention", "60", "\"" ID ("20") "\"") ","
               SPAN ("16", "19", "occurrence", "evidence", "70", "\"" ID ("40") "\"") ","
               SPAN ("4", "8", "Arms", "coding", "80", "\"" ID ("10") "\"") "]}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/jsonl-writer/claims", test_claims);
  g_test_add_func ("/exchange/jsonl-writer/articles", test_articles);
  return g_test_run ();
}
