/* test-json-scan.c
 *
 * Documents, and what the scan says of them: the parts it cuts, or the
 * sentence of its error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-json-scan.h"

#include <string.h>

#include "rap-error.h"
#include "test-project.h"

/* "member@line" for a member, "member[]@line=text" for an element, or the error. */
static char *
describe (const char *data,
          gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapJsonScan) scan = rap_json_scan (data, length, &error);
  GString *parts = g_string_new (NULL);

  if (scan == NULL)
    {
      g_assert_true (error->domain == RAP_ERROR);
      g_string_assign (parts, error->message);
      return g_string_free (parts, FALSE);
    }
  for (guint i = 0; i < scan->parts->len; i++)
    {
      const RapJsonPart *part = &g_array_index (scan->parts, RapJsonPart, i);

      g_assert_cmpuint (part->offset + part->length, <=, length);
      g_string_append_printf (parts, "%s%s%s@%u=%.*s", i > 0 ? " " : "", part->member, part->element ? "[]" : "",
                              part->line, (int) part->length, data + part->offset);
    }
  return g_string_free (parts, FALSE);
}

static const struct
{
  const char *document;
  const char *expected;
} cases[] = {
  { "{}", "" },
  { " \n{ \"a\" : 1 }\n", "a@2=1" },
  { "\357\273\277{\"a\":[]}", "a@1=[]" },
  { "{\"a\": [1,\n {\"b\": [2, 3]}\n], \"c\": null}", "a@1=[1,\n {\"b\": [2, 3]}\n] a[]@1=1 a[]@2={\"b\": [2, 3]} c@3=null" },
  { "{\"\\u0061b\": \"\\ud83d\\udc4d\"}", "ab@1=\"\\ud83d\\udc4d\"" },
  { "{\"a\": -0.5e+3, \"b\": true, \"c\": false}", "a@1=-0.5e+3 b@1=true c@1=false" },
  { "", "the document is empty" },
  { " \t\r\n", "the document is empty" },
  { "\357\273\277", "the document is empty" },
  { "[]", "line 1, column 1: a native document is one JSON object, beginning with “{”" },
  { "nonsense", "line 1, column 1: a native document is one JSON object, beginning with “{”" },
  { "{\"a\": 1,}", "line 1, column 9: expected a string" },
  { "{\"a\": [1,]}", "line 1, column 10: expected a value" },
  { "{\"a\" 1}", "line 1, column 6: expected a colon" },
  { "{\"a\": 1 \"b\": 2}", "line 1, column 9: expected a comma or “}”" },
  { "{\"a\": [1 2]}", "line 1, column 10: expected a comma or “]”" },
  { "{\"a\": 1} x", "line 1, column 10: something follows after the end of the document" },
  { "{\"a\":\n  tru}", "line 2, column 3: expected a value" },
  { "{\"a\": ", "line 1, column 7: the document ends where a value should be" },
  { "{\"a\": \"x", "line 1, column 9: the document ends where the end of a string should be" },
  { "{\"a\": \"x\\", "line 1, column 10: the document ends where the rest of a string should be" },
  { "{\"a\": \"é\\x\"}", "line 1, column 9: no such escape in a string" },
  { "{\"a\": \"x\ny\"}", "line 1, column 9: a control character in a string" },
  { "{\"a\": \"\\u12g4\"}", "line 1, column 8: \\u needs four hexadecimal digits" },
  { "{\"a\": \"\\u0000\"}", "line 1, column 8: a NUL character" },
  { "{\"a\": \"\\ud800\"}", "line 1, column 8: a lone surrogate" },
  { "{\"a\": \"\\ud800\\u0041\"}", "line 1, column 8: a lone surrogate" },
  { "{\"a\": \"\\udc00\"}", "line 1, column 8: a lone surrogate" },
  { "{\"a\": 1e999}", "line 1, column 7: a number out of range" },
  { "{\"a\": 9223372036854775808}", "line 1, column 7: a number out of range" },
  { "{\"a\": 01}", "line 1, column 8: expected a comma or “}”" },
  { "{\"a\": 1.}", "line 1, column 9: expected a digit" },
  { "{\"a\": 1e}", "line 1, column 9: expected a digit" },
  { "{\"a\": +1}", "line 1, column 7: expected a value" },
  { "{\"a\": NaN}", "line 1, column 7: expected a value" },
  { "{\"a\": /* c */ 1}", "line 1, column 7: expected a value" },
  { "{'a': 1}", "line 1, column 2: expected a string" },
  { "{\"a\": 1, \"a\": 2}", "line 1, column 10: the member “a” is given twice" },
  { "{\"a\": 1, \"\\u0061\": 2}", "line 1, column 10: the member “a” is given twice" },
  { "{\"a\": [{\"b\": {\"c\": 1, \"c\": 1}}]}", "line 1, column 23: the member “c” is given twice" },
  { "{\"a\": \"\377\"}", "line 1, column 8: not UTF-8" },
  { "{\"a\": \"\355\240\200\"}", "line 1, column 8: not UTF-8" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* exactly sized, so that reading past the end is seen by the sanitizers */
      gsize length = strlen (cases[i].document);
      g_autofree char *data = g_memdup2 (cases[i].document, length);
      g_autofree char *result = describe (data != NULL ? data : "", length);

      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_nul (void)
{
  g_autofree char *inside = describe ("{\"a\": \"x\0y\"}", 12);
  g_autofree char *alone = describe ("\0\0\0", 3);
  g_autofree char *utf16 = describe ("\377\376{\0}\0", 6);

  g_assert_cmpstr (inside, ==, "line 1, column 9: a NUL byte");
  g_assert_cmpstr (alone, ==, "line 1, column 1: a NUL byte");
  g_assert_cmpstr (utf16, ==, "line 1, column 1: not UTF-8");
}

/* @depth arrays inside the outermost object. */
static char *
describe_nested (guint depth)
{
  g_autoptr (GString) document = g_string_new ("{\"a\":");

  for (guint i = 0; i < depth; i++)
    g_string_append_c (document, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (document, ']');
  g_string_append_c (document, '}');
  return describe (document->str, document->len);
}

static void
test_depth (void)
{
  g_autofree char *deepest = describe_nested (RAP_JSON_MAX_DEPTH - 1);
  g_autofree char *deeper = describe_nested (RAP_JSON_MAX_DEPTH);
  g_autofree char *deep = describe_nested (100000);

  g_assert_true (g_str_has_prefix (deepest, "a@1="));
  g_assert_cmpstr (deeper, ==, "line 1, column 69: nested too deeply");
  g_assert_cmpstr (deep, ==, "line 1, column 69: nested too deeply");
}

/* More names than are compared one by one. */
static void
test_many_keys (void)
{
  for (guint n = 20; n < 60; n += 7)
    {
      g_autoptr (GString) document = g_string_new ("{");
      g_autofree char *result = NULL;
      g_autofree char *ending = g_strdup_printf ("the member “k%u” is given twice", n / 2);

      for (guint i = 0; i < n; i++)
        g_string_append_printf (document, "\"k%u\": %u, ", i, i);
      g_string_append_printf (document, "\"k%u\": 0}", n / 2);
      result = describe (document->str, document->len);
      g_assert_true (g_str_has_suffix (result, ending));
    }
}

static void
test_truncated (void)
{
  gsize length = strlen (small_document);

  /* the line feed at the end is no loss */
  for (gsize i = 0; i < length - 1; i++)
    {
      g_autofree char *data = g_memdup2 (small_document, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (RapJsonScan) scan = rap_json_scan (data != NULL ? data : "", i, &error);

      g_assert_null (scan);
      g_assert_true (error->domain == RAP_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json-scan/table", test_table);
  g_test_add_func ("/exchange/json-scan/nul", test_nul);
  g_test_add_func ("/exchange/json-scan/depth", test_depth);
  g_test_add_func ("/exchange/json-scan/many-keys", test_many_keys);
  g_test_add_func ("/exchange/json-scan/truncated", test_truncated);
  return g_test_run ();
}
