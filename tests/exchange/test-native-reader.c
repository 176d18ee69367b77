/* test-native-reader.c
 *
 * Documents, and what becomes of them: how many records, what was passed over,
 * which sentence an error says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-native-reader.h"

#include <string.h>

#include "test-project.h"

/* Objects of the tables, so that each row shows only what matters. */
#define HEAD "\"format\": \"rapporteur\", \"version\": 1"
#define ARTICLE "\"articles\": [{\"id\": \"" ID ("30") "\", \"title\": \"T\", \"text\": \"one two one\"}]"
#define CLAIM(members) "{\"id\": \"" ID ("50") "\", \"article\": \"" ID ("30") "\", " members "}"

static GBytes *
to_bytes (const char *json)
{
  return g_bytes_new (json, strlen (json));
}

/* "code 1 claim 2 -claim ID ?claim x: member": records, deletions, passed over; or the error. */
static char *
describe (RapNativeDocument *document,
          const GError      *error)
{
  GString *result = g_string_new (NULL);

  if (document == NULL)
    {
      g_assert_true (error->domain == RAP_ERROR);
      g_string_assign (result, error->message);
      return g_string_free (result, FALSE);
    }
  for (RapKind kind = RAP_KIND_PROJECT; kind <= RAP_KIND_RELATION; kind++)
    if (document->records[kind]->len > 0)
      g_string_append_printf (result, "%s %u ", rap_kind_get_nick (kind), document->records[kind]->len);
  for (guint i = 0; i < document->deletions->len; i++)
    {
      const RapNativeDeletion *deletion = &g_array_index (document->deletions, RapNativeDeletion, i);

      g_string_append_printf (result, "-%s %s ", rap_kind_get_nick (deletion->kind), deletion->id);
    }
  for (guint i = 0; i < document->unknown->len; i++)
    g_string_append_printf (result, "?%s ", (char *) g_ptr_array_index (document->unknown, i));
  return g_strchomp (g_string_free (result, FALSE));
}

static const struct
{
  const char *document;
  const char *expected;
} read_cases[] = {
  { small_document, "project 1 code 1 entity 2 article 1 meeting 1 claim 2 mention 1 evidence 1 coding 1 relation 1" },
  { "{" HEAD "}", "" },
  { "{" HEAD ", \"claims\": []}", "" },
  { "\357\273\277{" HEAD ", \"generator\": \"x\"}", "" },
  { "{\"version\": 1}", "document: format: must be “rapporteur”" },
  { "{\"format\": \"other\", \"version\": 1}", "document: format: must be “rapporteur”" },
  { "{\"format\": 3, \"version\": 1}", "document: format: must be “rapporteur”" },
  { "{\"format\": \"rapporteur\"}", "document: version: must be 1" },
  { "{\"format\": \"rapporteur\", \"version\": \"1\"}", "document: version: must be 1" },
  { "{\"format\": \"rapporteur\", \"version\": 0}", "document: version: must be 1" },
  { "{\"format\": \"rapporteur\", \"version\": 2}", "document: version: 2 was written by a newer Rapporteur; this one reads version 1" },
  { "{" HEAD ", \"colour\": 1, \"claim\": []}", "?document: colour ?document: claim" },
  { "{" HEAD ", \"claims\": {}}", "document: claims: must be an array" },
  { "{" HEAD ", \"project\": []}", "document: project: must be an object" },
  { "{" HEAD ", \"codes\": [\n3]}", "line 2: codes: must be an object" },
  { "{" HEAD ", \"codes\": [{\"id\": \"" ID ("10") "\", \"name\": \"A\", \"hue\": 1}]}", "code 1 ?code " ID ("10") ": hue" },
  { "{" HEAD ", \"codes\": [{\"id\": \"" ID ("10") "\", \"name\": \"A\"}, {\"id\": \"" ID ("10") "\", \"name\": \"B\"}]}", "code " ID ("10") ": id: is given to two objects" },
  { "{" HEAD ", \"codes\": [{\"id\": \"" ID ("10") "\", \"name\": \"A\", \"deleted\": true}]}", "code 1 ?code " ID ("10") ": deleted" },
  /* claims before the article that they stand in */
  { "{" HEAD ", \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4, 7]]}") "], " ARTICLE "}", "article 1 claim 1" },
  { "{" HEAD ", " ARTICLE ", \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4.0, 7e0]]}") "]}", "article 1 claim 1" },
  { "{" HEAD ", \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4, 7]]}") "]}", "claim " ID ("50") ": article: no such article" },
  { "{" HEAD ", " ARTICLE ", \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4, 70]]}") "]}", "claim " ID ("50") ": content: the ranges end after the article's text" },
  { "{" HEAD ", " ARTICLE ", \"claims\": [" CLAIM ("\"content\": {\"exact\": \"three\"}") "]}", "claim " ID ("50") ": content: the quote is not in the article's text" },
  { "{" HEAD ", " ARTICLE ", \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4, 7]], \"exact\": \"one\"}") "]}", "claim " ID ("50") ": content: exact disagrees with the article's text at these ranges" },
  { "{" HEAD ", " ARTICLE ", \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4, 7]]}, \"certainty\": \"maybe\"") "]}", "claim " ID ("50") ": certainty: “maybe” is none of CT, PR, PS, U" },
  { "{" HEAD, "line 1, column 38: the document ends where a comma or “}” should be" },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autoptr (GBytes) bytes = to_bytes (read_cases[i].document);
      g_autoptr (GError) error = NULL;
      g_autoptr (RapNativeDocument) document = rap_native_read (bytes, 0, NULL, NULL, &error);
      g_autofree char *result = describe (document, error);

      g_assert_cmpstr (result, ==, read_cases[i].expected);
    }
}

/* An object without an id is named by its line. */
static void
test_line (void)
{
  g_autoptr (GBytes) bytes = to_bytes ("{" HEAD ",\n\"meetings\": [\n{\"title\": \"M\", \"when\": \"2017-13\"}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (RapNativeDocument) document = rap_native_read (bytes, 0, NULL, NULL, &error);

  g_assert_null (document);
  g_assert_true (g_str_has_prefix (error->message, "line 3: meeting "));
  g_assert_nonnull (strstr (error->message, ": when: "));
}

static const char *
get_quote (const RapRecord *record)
{
  return rap_record_get_anchor (record)->exact;
}

/* Quotes from ranges, ranges from quotes, by code points. */
static void
test_anchors (void)
{
  g_autoptr (RapNativeDocument) document = read_document (small_document);
  GPtrArray *claims = document->records[RAP_KIND_CLAIM];
  const RapAnchor *second = rap_record_get_anchor (g_ptr_array_index (claims, 1));

  g_assert_cmpstr (get_quote (g_ptr_array_index (claims, 0)), ==, "👍 … they met");
  g_assert_cmpuint (second->ranges[0].start, ==, 11);
  g_assert_cmpuint (second->ranges[0].end, ==, 19);
  g_assert_cmpstr (second->prefix, ==, "Ann said 👍 ");
  g_assert_cmpstr (second->suffix, ==, ".");
}

/* Edits laid over the small document. */
static const struct
{
  const char *document;
  const char *expected;
} edit_cases[] = {
  { "{}", "" },
  { "{\"project\": {\"title\": \"New\"}}", "project 1" },
  { "{\"project\": {\"id\": \"" ID ("99") "\", \"title\": \"New\"}}", "project " ID ("99") ": id: this is another project" },
  { "{\"project\": {\"deleted\": true}}", "project in line 1: deleted: the project itself cannot be deleted" },
  { "{\"claims\": [{\"id\": \"" ID ("50") "\", \"deleted\": true}]}", "-claim " ID ("50") },
  { "{\"claims\": [{\"id\": \"" ID ("50") "\", \"deleted\": false}]}", "claim 1" },
  { "{\"claims\": [{\"id\": \"" ID ("50") "\", \"deleted\": 1}]}", "claim " ID ("50") ": deleted: must be true or false" },
  { "{\"claims\": [\n{\"deleted\": true}]}", "claim in line 2: id: is needed to delete" },
  { "{\"claims\": [{\"article\": \"" ID ("30") "\", \"content\": {\"exact\": \"Ann\"}}]}", "claim 1" },
  { "{\"articles\": [{\"id\": \"" ID ("30") "\", \"title\": \"Other\"}]}", "article 1" },
  { "{\"articles\": [{\"id\": \"" ID ("30") "\", \"text\": \"Ann said 👍 they met.\"}]}", "article 1" },
  { "{\"articles\": [{\"id\": \"" ID ("30") "\", \"text\": \"Other\"}]}", "article " ID ("30") ": text: the text of an article never changes" },
  { "{\"claims\": [{\"id\": \"" ID ("50") "\", \"content\": {\"ranges\": [[0, 99]]}}]}", "claim " ID ("50") ": content: the ranges end after the article's text" },
  { "{\"version\": 2}", "document: version: 2 was written by a newer Rapporteur; this one reads version 1" },
};

static RapNativeDocument *
read_edits (RapNativeDocument *stored,
            const char        *json,
            GError           **error)
{
  g_autoptr (GBytes) bytes = to_bytes (json);
  const RapNativeStored source = { find_in_document, stored };

  return rap_native_read (bytes, RAP_NATIVE_EDITS, &source, NULL, error);
}

static void
test_edits (void)
{
  g_autoptr (RapNativeDocument) stored = read_document (small_document);

  for (guint i = 0; i < G_N_ELEMENTS (edit_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapNativeDocument) document = read_edits (stored, edit_cases[i].document, &error);
      g_autofree char *result = describe (document, error);

      g_assert_cmpstr (result, ==, edit_cases[i].expected);
    }
}

/* What is left out stays, what is derived follows. */
static void
test_edits_keep (void)
{
  g_autoptr (RapNativeDocument) stored = read_document (small_document);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapNativeDocument) document = read_edits (stored,
    "{\"meetings\": [{\"id\": \"" ID ("40") "\", \"when\": \"2018\"}], \"claims\": [{\"id\": \"" ID ("50") "\", \"certainty\": \"PR\"}]}",
    &error);
  RapMeeting *meeting;
  RapClaim *claim, *before;

  g_assert_no_error (error);
  meeting = RAP_MEETING (g_ptr_array_index (document->records[RAP_KIND_MEETING], 0));
  claim = RAP_CLAIM (g_ptr_array_index (document->records[RAP_KIND_CLAIM], 0));
  before = RAP_CLAIM (g_ptr_array_index (stored->records[RAP_KIND_CLAIM], 0));
  g_assert_cmpstr (meeting->when->text, ==, "2018");
  g_assert_cmpstr (meeting->title, ==, "The talk");
  g_assert_cmpuint (meeting->participants->len, ==, 1);
  g_assert_cmpint (claim->certainty, ==, RAP_CERTAINTY_PR);
  claim->certainty = before->certainty;
  rap_record_seal (RAP_RECORD (claim));
  g_assert_true (rap_record_equal (RAP_RECORD (claim), RAP_RECORD (before)));
}

static const struct
{
  const char *document;
  const char *expected;
} check_cases[] = {
  { small_document, "" },
  { "{" HEAD "}", "" },
  { "{", "line 1, column 2: the document ends where a string should be" },
  { "{" HEAD ", \"colour\": 1}", "document: colour: unknown member" },
  /* every problem, each once: the claim of a broken article is not blamed for it */
  { "{" HEAD ", \"articles\": [{\"id\": \"" ID ("30") "\", \"title\": \"T\", \"text\": \"x\", \"sha256\": \"0\"}],"
    " \"codes\": [7, {\"id\": \"" ID ("10") "\", \"name\": \"A\", \"colour\": \"red\"}],"
    " \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4, 7]]}") "]}",
    "line 1: codes: must be an object; "
    "article " ID ("30") ": sha256: disagrees with the text, whose sum is 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881; "
    "code " ID ("10") ": colour: a colour is written #rrggbb" },
  { "{" HEAD ", " ARTICLE ", \"claims\": [" CLAIM ("\"content\": {\"ranges\": [[4, 7]]}, \"speaker\": \"" ID ("99") "\"") "]}",
    "claim " ID ("50") ": speaker: there is no entity " ID ("99") },
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (check_cases); i++)
    {
      g_autoptr (GBytes) bytes = to_bytes (check_cases[i].document);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = rap_native_check (bytes, &error);
      g_autofree char *result = NULL;

      if (problems != NULL)
        {
          g_ptr_array_add (problems, NULL);
          result = g_strjoinv ("; ", (char **) problems->pdata);
        }
      g_assert_cmpstr (problems != NULL ? result : error->message, ==, check_cases[i].expected);
    }
}

static void
test_sample (void)
{
  g_autofree char *sample = load_sample ();
  g_autoptr (GBytes) bytes = to_bytes (sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = rap_native_check (bytes, &error);
  g_autofree char *result = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (problems, NULL);
  result = g_strjoinv ("; ", (char **) problems->pdata);
  g_assert_cmpstr (result, ==, "");
}

/* Bytes changed at random: anything may be said, nothing may fall over. */
static void
test_flipped (void)
{
  gsize length = strlen (small_document);
  GRand *random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 3000; i++)
    {
      char *data = g_memdup2 (small_document, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 1 + i % 4; k++)
        data[g_rand_int_range (random, 0, length)] = "\"{}[],:0123456789ae\\-"[g_rand_int_range (random, 0, 20)];
      bytes = g_bytes_new_take (data, length);
      problems = rap_native_check (bytes, &error);
      g_assert_true ((problems == NULL) == (error != NULL));
    }
  g_rand_free (random);
}

static void
test_truncated (void)
{
  gsize length = strlen (small_document);

  for (gsize i = 0; i < length - 1; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (small_document, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (rap_native_check (bytes, &error));
      g_assert_nonnull (error);
    }
}

static const struct
{
  const char *start;
  gboolean    native;
} sniff_cases[] = {
  { "{\"format\": \"rapporteur\"", TRUE },
  { "\357\273\277 {\n \"claims\": [", TRUE },
  { "{\"@context\": ", FALSE },
  { "{", FALSE },
  { "{\"claims", TRUE },
  { "[{\"format\"", FALSE },
  { "Format", FALSE },
  { "", FALSE },
};

static void
test_sniff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sniff_cases); i++)
    g_assert_cmpint (rap_native_sniff (sniff_cases[i].start, strlen (sniff_cases[i].start)), ==, sniff_cases[i].native);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/native-reader/read", test_read);
  g_test_add_func ("/exchange/native-reader/line", test_line);
  g_test_add_func ("/exchange/native-reader/anchors", test_anchors);
  g_test_add_func ("/exchange/native-reader/edits", test_edits);
  g_test_add_func ("/exchange/native-reader/edits-keep", test_edits_keep);
  g_test_add_func ("/exchange/native-reader/check", test_check);
  g_test_add_func ("/exchange/native-reader/sample", test_sample);
  g_test_add_func ("/exchange/native-reader/flipped", test_flipped);
  g_test_add_func ("/exchange/native-reader/truncated", test_truncated);
  g_test_add_func ("/exchange/native-reader/sniff", test_sniff);
  return g_test_run ();
}
