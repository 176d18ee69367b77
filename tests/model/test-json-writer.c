/* test-json-writer.c
 *
 * The bytes of the JSON writer, pretty and compact, and what it does with a
 * sink.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-json-writer.h"

#include <math.h>
#include <string.h>

#include "rap-error.h"

static void
write_sample (RapJsonWriter *writer)
{
  static const guint pairs[] = { 0, 12, 400, 4294967295u };

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_string (writer, "name", "Bagheri");
  rap_json_writer_string (writer, "missing", NULL);
  rap_json_writer_int (writer, "count", -42);
  rap_json_writer_bool (writer, "yes", TRUE);
  rap_json_writer_bool (writer, "no", FALSE);
  rap_json_writer_null (writer, "nothing");
  rap_json_writer_double (writer, "score", 0.1);
  rap_json_writer_pairs (writer, "ranges", pairs, 2);
  rap_json_writer_pairs (writer, "no_ranges", NULL, 0);
  rap_json_writer_begin_array (writer, "empty");
  rap_json_writer_end_array (writer);
  rap_json_writer_begin_array (writer, "list");
  rap_json_writer_string (writer, NULL, "a");
  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_end_object (writer);
  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_int (writer, "x", 1);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_array (writer);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
}

static void
test_pretty (void)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (TRUE, NULL, NULL);
  g_autofree char *text = NULL;

  write_sample (writer);
  text = rap_json_writer_steal (writer);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"name\": \"Bagheri\",\n"
                   "  \"missing\": null,\n"
                   "  \"count\": -42,\n"
                   "  \"yes\": true,\n"
                   "  \"no\": false,\n"
                   "  \"nothing\": null,\n"
                   "  \"score\": 0.1,\n"
                   "  \"ranges\": [[0, 12], [400, 4294967295]],\n"
                   "  \"no_ranges\": [],\n"
                   "  \"empty\": [],\n"
                   "  \"list\": [\n"
                   "    \"a\",\n"
                   "    {},\n"
                   "    {\n"
                   "      \"x\": 1\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");
}

static void
test_compact (void)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);
  g_autofree char *text = NULL;

  write_sample (writer);
  text = rap_json_writer_steal (writer);
  g_assert_cmpstr (text, ==,
                   "{\"name\":\"Bagheri\",\"missing\":null,\"count\":-42,\"yes\":true,\"no\":false,"
                   "\"nothing\":null,\"score\":0.1,\"ranges\":[[0,12],[400,4294967295]],\"no_ranges\":[],"
                   "\"empty\":[],\"list\":[\"a\",{},{\"x\":1}]}\n");
}

static void
test_strings (void)
{
  static const struct
  {
    const char *value;
    const char *expected;
  } rows[] = {
    { "", "\"\"" },
    { "plain", "\"plain\"" },
    { "\"", "\"\\\"\"" },
    { "a\\b", "\"a\\\\b\"" },
    { "/", "\"/\"" },
    { "\n\t\r\b\f", "\"\\n\\t\\r\\b\\f\"" },
    { "\x01\x1f", "\"\\u0001\\u001f\"" },
    { "\x7f", "\"\x7f\"" },
    { "باقری 👩‍👧 e\xcc\x81", "\"باقری 👩‍👧 e\xcc\x81\"" },
    { "\xe2\x80\xa8", "\"\xe2\x80\xa8\"" },
    { "line\nline\n", "\"line\\nline\\n\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);
      g_autofree char *text = NULL;

      rap_json_writer_string (writer, NULL, rows[i].value);
      text = rap_json_writer_steal (writer);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_numbers (void)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);
  static const gint64 integers[] = { 0, 7, -1, G_MAXINT64, G_MININT64 };
  static const double doubles[] = { 0, 0.5, 1.0 / 3, 1e300, -2.25, 100, NAN, INFINITY, 0.1 + 0.2 };
  g_autofree char *text = NULL;

  rap_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    rap_json_writer_int (writer, NULL, integers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (doubles); i++)
    rap_json_writer_double (writer, NULL, doubles[i]);
  rap_json_writer_end_array (writer);
  text = rap_json_writer_steal (writer);
  g_assert_cmpstr (text, ==,
                   "[0,7,-1,9223372036854775807,-9223372036854775808,"
                   "0,0.5,0.3333333333333333,1e+300,-2.25,100,null,null,0.30000000000000004]");
}

static void
test_lines (void)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;

  for (int i = 0; i < 3; i++)
    {
      rap_json_writer_begin_object (writer, NULL);
      rap_json_writer_int (writer, "i", i);
      rap_json_writer_end_object (writer);
      rap_json_writer_end_line (writer);
    }
  text = rap_json_writer_steal (writer);
  rap_json_writer_bool (writer, NULL, TRUE);
  more = rap_json_writer_steal (writer);

  g_assert_cmpstr (text, ==, "{\"i\":0}\n{\"i\":1}\n{\"i\":2}\n");
  g_assert_cmpstr (more, ==, "true");
}

typedef struct
{
  GString *text;
  guint    n_calls;
  gsize    longest;
  guint    fail_at;
} Sink;

static gboolean
collect_cb (const char  *data,
            gsize        length,
            gpointer     user_data,
            GError     **error)
{
  Sink *sink = user_data;

  sink->n_calls++;
  if (sink->n_calls == sink->fail_at)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_IO, "the disk is full");
      return FALSE;
    }
  sink->longest = MAX (sink->longest, length);
  g_string_append_len (sink->text, data, length);

  return TRUE;
}

static void
write_many (RapJsonWriter *writer)
{
  rap_json_writer_begin_array (writer, NULL);
  for (int i = 0; i < 50000; i++)
    rap_json_writer_string (writer, NULL, "0123456789");
  rap_json_writer_end_array (writer);
}

/* The sink gets the same bytes, in pieces that do not grow with the document. */
static void
test_sink (void)
{
  Sink sink = { g_string_new (NULL), 0, 0, 0 };
  g_autoptr (RapJsonWriter) streaming = rap_json_writer_new (TRUE, collect_cb, &sink);
  g_autoptr (RapJsonWriter) keeping = rap_json_writer_new (TRUE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  write_many (streaming);
  write_many (keeping);
  g_assert_true (rap_json_writer_flush (streaming, &error));
  g_assert_no_error (error);
  text = rap_json_writer_steal (keeping);

  g_assert_cmpuint (strlen (text), >, 700000);
  g_assert_true (strcmp (text, sink.text->str) == 0);
  g_assert_cmpuint (sink.n_calls, >, 5);
  g_assert_cmpuint (sink.longest, <, 70000);
  g_string_free (sink.text, TRUE);
}

/* After an error the sink is left alone, and the error is the first. */
static void
test_sink_error (void)
{
  Sink sink = { g_string_new (NULL), 0, 0, 2 };
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (TRUE, collect_cb, &sink);
  g_autoptr (GError) error = NULL;

  write_many (writer);
  g_assert_false (rap_json_writer_flush (writer, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_IO);
  g_assert_cmpstr (error->message, ==, "the disk is full");
  g_assert_cmpuint (sink.n_calls, ==, 2);
  g_assert_false (rap_json_writer_flush (writer, NULL));
  g_string_free (sink.text, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/json-writer/pretty", test_pretty);
  g_test_add_func ("/model/json-writer/compact", test_compact);
  g_test_add_func ("/model/json-writer/strings", test_strings);
  g_test_add_func ("/model/json-writer/numbers", test_numbers);
  g_test_add_func ("/model/json-writer/lines", test_lines);
  g_test_add_func ("/model/json-writer/sink", test_sink);
  g_test_add_func ("/model/json-writer/sink-error", test_sink_error);

  return g_test_run ();
}
