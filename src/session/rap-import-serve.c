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

  if (!rap_wire_write_entry (self->out, begins, name))
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
  g_auto (GStrv) files = NULL;
  g_autofree char *format = NULL;

  self->closed = !rap_wire_take_request (request, &how, &format, &files, &bytes);
  for (guint i = 0; files[i] != NULL && !self->closed; i++)
    {
      self->begin ();
      if (bytes != NULL)
        rap_unpack_bytes (bytes, files[i], &how);
      else
        rap_unpack_file (files[i], &how);
      how.skip = 0;
      if (!rap_wire_write_end (self->out))
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

  self.closed = requests == NULL || !rap_wire_write_hello (out);
  while (!self.closed)
    {
      g_auto (RapWireFrame) request = { 0 };

      if (rap_wire_read (requests, &request))
        serve_request (&self, &request);
      else
        self.closed = TRUE;
    }
  if (requests != NULL)
    fclose (requests);
}
