/* rap-inspect-extract.c
 *
 * What an import would find in files, without a project: the pages of each as
 * JSON, one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspect.h"

#include "rap-importing-private.h"
#include "rap-read-ahead.h"

static void
write_page (const RapExtract *page,
            RapJsonWriter    *writer)
{
  g_autofree char *body = rap_extract_dup_body (page);

  rap_json_writer_string (writer, "title", page->title);
  rap_json_writer_string (writer, "published", page->published);
  rap_json_writer_string (writer, "outlet", page->outlet);
  rap_json_writer_string (writer, "byline", page->byline);
  rap_json_writer_string (writer, "language", page->language);
  rap_json_writer_string (writer, "body", body);
  rap_json_writer_string (writer, "text", page->text);
  rap_json_writer_pairs (writer, "ranges", page->ranges->len > 0 ? (const guint *) page->ranges->data : NULL,
                         page->ranges->len);
}

/* (transfer full) */
static char *
describe (const RapIncoming *incoming,
          gboolean           alone)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (alone, NULL, NULL);
  g_autofree char *file = g_filename_display_name (incoming->file);

  rap_json_writer_begin_object (writer, NULL);
  if (!alone)
    rap_json_writer_string (writer, "file", file);
  if (!alone && incoming->part != NULL)
    rap_json_writer_string (writer, "part", incoming->part);
  write_page (incoming->page, writer);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
  return rap_json_writer_steal (writer);
}

static void
hand_out (RapIncoming    *incoming,
          gboolean        alone,
          RapInspectFunc  func,
          gpointer        user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  if (incoming->page != NULL)
    json = describe (incoming, alone);
  else if (incoming->native != NULL)
    error = g_error_new_literal (RAP_ERROR, RAP_ERROR_FORMAT, "it is JSON, not a page; use validate to look at it");
  else if (incoming->codebook != NULL)
    error = g_error_new_literal (RAP_ERROR, RAP_ERROR_FORMAT, "it is a codebook, not a page");
  else
    error = g_error_copy (incoming->error);
  func (incoming->file, incoming->part, json, error, user_data);
}

void
rap_inspect_extract (const char * const *paths,
                     const char         *format,
                     RapInspectFunc      func,
                     gpointer            user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (RapReadAhead) ahead = NULL;
  g_autoptr (RapIncoming) one = NULL;
  RapIncoming *next;
  gboolean alone;

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, (gpointer) paths[i]);
  ahead = rap_read_ahead_new (files, format, FALSE, NULL);
  alone = files->len == 1;

  /* whether a page is the only one shows when the next one comes */
  while ((next = rap_read_ahead_take (ahead, NULL)) != NULL)
    {
      alone = alone && one == NULL;
      if (one != NULL)
        hand_out (one, FALSE, func, user_data);
      g_clear_pointer (&one, rap_incoming_free);
      one = next;
    }
  if (one != NULL)
    hand_out (one, alone, func, user_data);
}
