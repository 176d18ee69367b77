/* test-project.c
 *
 * See test-project.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-project.h"

#include <string.h>

const char small_document[] =
  "{\n"
  "  \"format\": \"rapporteur\",\n"
  "  \"version\": 1,\n"
  "  \"project\": {\"id\": \"" ID ("00") "\", \"title\": \"Small\", \"created\": \"2024-01-01T00:00:00Z\"},\n"
  "  \"codes\": [{\"id\": \"" ID ("10") "\", \"name\": \"Arms\", \"colour\": \"#112233\"}],\n"
  "  \"entities\": [{\"id\": \"" ID ("20") "\", \"kind\": \"person\", \"name\": \"Ann\", \"names\": [{\"name\": \"Anne\", \"language\": \"en\", \"kind\": \"alias\"}]},\n"
  "    {\"id\": \"" ID ("21") "\", \"kind\": \"outlet\", \"name\": \"The Paper\"}],\n"
  "  \"articles\": [{\"id\": \"" ID ("30") "\", \"title\": \"News\", \"outlet\": \"" ID ("21") "\", \"published\": \"2022-11\", \"language\": \"en\", \"text\": \"Ann said 👍 they met.\", \"body\": [[0, 20]]}],\n"
  "  \"meetings\": [{\"id\": \"" ID ("40") "\", \"title\": \"The talk\", \"mode\": \"visit\", \"status\": \"held\", \"when\": \"2017\", \"earliest\": \"2017-01-01\", \"participants\": [{\"entity\": \"" ID ("20") "\", \"role\": \"host\", \"capacity\": \"\"}]}],\n"
  "  \"claims\": [{\"id\": \"" ID ("50") "\", \"article\": \"" ID ("30") "\", \"content\": {\"ranges\": [[9, 10], [11, 19]]}, \"cue\": {\"exact\": \"said\"}, \"speaker\": \"" ID ("20") "\", \"via\": [\"" ID ("21") "\"], \"codes\": [\"" ID ("10") "\"], \"meetings\": [{\"meeting\": \"" ID ("40") "\", \"aspect\": \"date\", \"value\": \"2015\"}]},\n"
  "    {\"id\": \"" ID ("51") "\", \"article\": \"" ID ("30") "\", \"content\": {\"exact\": \"they met\"}, \"certainty\": \"PS\"}],\n"
  "  \"mentions\": [{\"id\": \"" ID ("60") "\", \"article\": \"" ID ("30") "\", \"anchor\": {\"ranges\": [[0, 3]]}, \"entity\": \"" ID ("20") "\"}],\n"
  "  \"evidence\": [{\"id\": \"" ID ("70") "\", \"article\": \"" ID ("30") "\", \"anchor\": {\"exact\": \"met\"}, \"meeting\": \"" ID ("40") "\", \"aspect\": \"occurrence\"}],\n"
  "  \"codings\": [{\"id\": \"" ID ("80") "\", \"article\": \"" ID ("30") "\", \"anchor\": {\"ranges\": [[4, 8]]}, \"code\": \"" ID ("10") "\"}],\n"
  "  \"relations\": [{\"id\": \"" ID ("90") "\", \"kind\": \"supports\", \"from\": \"" ID ("50") "\", \"to\": \"" ID ("51") "\"}]\n"
  "}\n";

RapNativeDocument *
read_document (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  RapNativeDocument *document = rap_native_read (bytes, 0, NULL, NULL, &error);

  g_assert_no_error (error);
  for (RapKind kind = RAP_KIND_PROJECT; kind <= RAP_KIND_RELATION; kind++)
    for (guint i = 0; i < document->records[kind]->len; i++)
      rap_record_seal (g_ptr_array_index (document->records[kind], i));
  return document;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return rap_record_compare (*(RapRecord * const *) a, *(RapRecord * const *) b);
}

static gboolean
foreach (RapKind         kind,
         RapSourceFunc   func,
         gpointer        func_data,
         gpointer        user_data,
         GError        **error)
{
  RapNativeDocument *document = user_data;
  GPtrArray *records = document->records[kind];

  g_ptr_array_sort (records, compare);
  for (guint i = 0; i < records->len; i++)
    if (!func (g_ptr_array_index (records, i), func_data, error))
      return FALSE;
  return TRUE;
}

static gboolean
foreach_in (const char     *article,
            RapSourceFunc   func,
            gpointer        func_data,
            gpointer        user_data,
            GError        **error)
{
  RapNativeDocument *document = user_data;

  for (RapKind kind = RAP_KIND_CLAIM; kind <= RAP_KIND_CODING; kind++)
    for (guint i = 0; i < document->records[kind]->len; i++)
      {
        RapRecord *record = g_ptr_array_index (document->records[kind], i);

        if (strcmp (rap_record_get_article (record), article) == 0 && !func (record, func_data, error))
          return FALSE;
      }
  return TRUE;
}

RapRecord *
find_in_document (RapKind     kind,
                  const char *id,
                  gpointer    user_data)
{
  RapNativeDocument *document = user_data;

  for (guint i = 0; i < document->records[kind]->len; i++)
    {
      RapRecord *record = g_ptr_array_index (document->records[kind], i);

      if (id == NULL || strcmp (record->id, id) == 0)
        return g_object_ref (record);
    }
  return NULL;
}

RapRecordSource
document_source (RapNativeDocument *document)
{
  return (RapRecordSource) { foreach, foreach_in, find_in_document, document };
}

char *
load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sample", "sample.json", NULL);
  g_autoptr (GError) error = NULL;
  char *sample = NULL;

  g_file_get_contents (path, &sample, NULL, &error);
  g_assert_no_error (error);
  return sample;
}
