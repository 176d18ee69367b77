/* rap-native-writer.c
 *
 * The order of the members is the order of RapKind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-native-writer.h"

/* Records between two looks at whether the sink still takes what is written. */
#define FLUSH_EVERY 256

typedef struct
{
  RapJsonWriter *writer;
  guint          n_written;
} Output;

static gboolean
write_project (RapRecord  *record,
               gpointer    data,
               GError    **error)
{
  Output *output = data;

  rap_record_write_json (record, output->writer, "project");
  return TRUE;
}

static gboolean
write_element (RapRecord  *record,
               gpointer    data,
               GError    **error)
{
  Output *output = data;

  rap_record_write_json (record, output->writer, NULL);
  output->n_written++;
  return output->n_written % FLUSH_EVERY != 0 || rap_json_writer_flush (output->writer, error);
}

static gboolean
write_kind (Output                 *output,
            RapKind                 kind,
            const RapRecordSource  *source,
            GError                **error)
{
  gboolean done;

  if (kind == RAP_KIND_PROJECT)
    return source->foreach (kind, write_project, output, source->user_data, error);
  rap_json_writer_begin_array (output->writer, rap_kind_get_plural (kind));
  done = source->foreach (kind, write_element, output, source->user_data, error);
  rap_json_writer_end_array (output->writer);
  return done;
}

static gboolean
write_document (RapJsonWriter          *writer,
                const RapRecordSource  *source,
                RapKind                 first,
                RapKind                 last,
                GError                **error)
{
  Output output = { writer, 0 };

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_string (writer, "format", "rapporteur");
  rap_json_writer_int (writer, "version", 1);
  rap_json_writer_string (writer, "generator", "rapporteur " RAP_VERSION);
  for (RapKind kind = first; kind <= last; kind++)
    if (!write_kind (&output, kind, source, error))
      return FALSE;
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
  return rap_json_writer_flush (writer, error);
}

gboolean
rap_native_write (RapJsonWriter          *writer,
                  const RapRecordSource  *source,
                  GError                **error)
{
  return write_document (writer, source, RAP_KIND_PROJECT, RAP_KIND_RELATION, error);
}

gboolean
rap_native_write_codebook (RapJsonWriter          *writer,
                           const RapRecordSource  *source,
                           GError                **error)
{
  return write_document (writer, source, RAP_KIND_CODE, RAP_KIND_CODE, error);
}
