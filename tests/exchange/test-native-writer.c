/* test-native-writer.c
 *
 * Documents written, read and written again are the same bytes; memory stays
 * flat; a sink that fails ends the writing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-native-writer.h"

#include <string.h>

#include "test-project.h"

static char *
write_again (const char *json)
{
  g_autoptr (RapNativeDocument) document = read_document (json);
  RapRecordSource source = document_source (document);
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (TRUE, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (rap_native_write (writer, &source, &error));
  g_assert_no_error (error);
  return rap_json_writer_steal (writer);
}

static void
check_stable (const char *json)
{
  g_autofree char *once = write_again (json);
  g_autofree char *twice = write_again (once);

  g_assert_cmpstr (once, ==, twice);
}

static void
test_stable (void)
{
  g_autofree char *sample = load_sample ();

  check_stable (small_document);
  check_stable (sample);
}

static void
test_empty (void)
{
  g_autofree char *json = write_again ("{\"format\": \"rapporteur\", \"version\": 1}");

  g_assert_cmpstr (json, ==,
                   "{\n  \"format\": \"rapporteur\",\n  \"version\": 1,\n  \"generator\": \"rapporteur " RAP_VERSION "\",\n"
                   "  \"codes\": [],\n  \"entities\": [],\n  \"articles\": [],\n  \"meetings\": [],\n  \"claims\": [],\n"
                   "  \"mentions\": [],\n  \"evidence\": [],\n  \"codings\": [],\n  \"relations\": []\n}\n");
}

/* The same code over and over, and the largest piece that reaches the sink. */
typedef struct
{
  RapRecord *record;
  guint      n;
  guint      n_given;
  gsize      largest;
  gsize      limit;
  gsize      total;
} Stream;

static gboolean
foreach_code (RapKind         kind,
              RapSourceFunc   func,
              gpointer        func_data,
              gpointer        user_data,
              GError        **error)
{
  Stream *stream = user_data;

  for (guint i = 0; kind == RAP_KIND_CODE && i < stream->n; i++)
    {
      stream->n_given++;
      if (!func (stream->record, func_data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count (const char  *data,
       gsize        length,
       gpointer     user_data,
       GError     **error)
{
  Stream *stream = user_data;

  stream->largest = MAX (stream->largest, length);
  stream->total += length;
  if (stream->total <= stream->limit)
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "full");
  return FALSE;
}

static gboolean
write_stream (Stream  *stream,
              GError **error)
{
  RapRecordSource source = { .foreach = foreach_code, .user_data = stream };
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (TRUE, count, stream);

  return rap_native_write (writer, &source, error);
}

static void
test_flat (void)
{
  g_autoptr (RapRecord) record = rap_record_seal (rap_record_new (RAP_KIND_CODE));
  Stream stream = { .record = record, .n = 50000, .limit = G_MAXSIZE };

  g_assert_true (write_stream (&stream, NULL));
  g_assert_cmpuint (stream.total, >, 5000000);
  g_assert_cmpuint (stream.largest, <, 1 << 20);
}

static void
test_full (void)
{
  g_autoptr (RapRecord) record = rap_record_seal (rap_record_new (RAP_KIND_CODE));
  Stream stream = { .record = record, .n = 50000, .limit = 100000 };
  g_autoptr (GError) error = NULL;

  g_assert_false (write_stream (&stream, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_IO);
  g_assert_cmpuint (stream.n_given, <, 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/native-writer/stable", test_stable);
  g_test_add_func ("/exchange/native-writer/empty", test_empty);
  g_test_add_func ("/exchange/native-writer/flat", test_flat);
  g_test_add_func ("/exchange/native-writer/full", test_full);
  return g_test_run ();
}
