/* rap-import-serve.c
 *
 * One request after the other, one file after the other; each page goes out as
 * soon as it is there, so that it is safe whatever the next one does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-serve.h"

#include "rap-import-wire.h"

typedef struct
{
  int      out;
  void   (*begin) (void);
  gboolean closed;
} Server;

static void
send_entry (gboolean    begins,
            const char *name,
            gpointer    user_data)
{
  Server *self = user_data;
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL;

  if (!rap_wire_write (self->out, RAP_WIRE_ENTRY, g_variant_new (RAP_WIRE_ENTRY_TYPE, begins, valid), NULL, 0))
    self->closed = TRUE;
  self->begin ();
}

static gboolean
send_incoming (RapIncoming *incoming,
               gpointer     user_data)
{
  Server *self = user_data;
  g_autoptr (RapIncoming) owned = incoming;

  if (!rap_wire_write_incoming (self->out, incoming))
    self->closed = TRUE;
  self->begin ();
  return !self->closed;
}

static void
serve_request (Server       *self,
               RapWireFrame *request)
{
  RapUnpacking how = { .entry = send_entry, .func = send_incoming, .user_data = self };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) packed = NULL;
  g_autofree const char **files = NULL;
  gboolean is_given;

  g_variant_get (request->variant, "(m&sbub@aay)", &how.format, &how.keep_boilerplate, &how.skip, &is_given, &packed);
  files = g_variant_get_bytestring_array (packed, NULL);
  if (is_given)
    bytes = g_bytes_new_take (g_steal_pointer (&request->blob), request->n_blob);
  for (guint i = 0; files[i] != NULL && !self->closed; i++)
    {
      self->begin ();
      if (is_given)
        rap_unpack_bytes (bytes, files[i], &how);
      else
        rap_unpack_file (files[i], &how);
      how.skip = 0;
      if (!rap_wire_write (self->out, RAP_WIRE_END, g_variant_new ("()"), NULL, 0))
        self->closed = TRUE;
    }
}

void
rap_import_serve (int    in,
                  int    out,
                  void (*begin) (void))
{
  Server self = { out, begin, FALSE };
  FILE *requests = fdopen (in, "r");

  self.closed = requests == NULL || !rap_wire_write (out, RAP_WIRE_HELLO, g_variant_new_string (RAP_VERSION), NULL, 0);
  while (!self.closed)
    {
      g_auto (RapWireFrame) request = { 0 };

      if (!rap_wire_read (requests, &request) || request.kind != RAP_WIRE_REQUEST)
        break;
      serve_request (&self, &request);
    }
  if (requests != NULL)
    fclose (requests);
}
