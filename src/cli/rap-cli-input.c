/* rap-cli-input.c
 *
 * Opening projects and reading files and standard input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 65536

gboolean
rap_cli_check_text (const char *option,
                    const char *value)
{
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return TRUE;
  rap_cli_misuse (_("%s: this is not UTF-8"), option);
  return FALSE;
}

gboolean
rap_cli_check_date (const char *option,
                    const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) date = NULL;

  if (value == NULL)
    return TRUE;
  if (!rap_cli_check_text (option, value))
    return FALSE;
  date = rap_edtf_parse (value, &error);
  if (date == NULL)
    rap_cli_misuse ("%s %s: %s", option, value, error->message);
  return date != NULL;
}

RapSession *
rap_cli_open (const char *path,
              gboolean    read_only)
{
  g_autoptr (GError) error = NULL;
  RapSession *session = rap_session_open (path, read_only, &error);

  if (session == NULL)
    rap_cli_fail_error (path, error);
  return session;
}

/* All that can be read from @fd; errno says what went wrong. */
static GBytes *
read_all (int fd)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n_read;

  do
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + CHUNK);
      n_read = read (fd, bytes->data + length, CHUNK);
      g_byte_array_set_size (bytes, length + MAX (n_read, 0));
    }
  while (n_read > 0 || (n_read < 0 && errno == EINTR));
  if (n_read < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
rap_cli_read (const char *path)
{
  gboolean standard = strcmp (path, "-") == 0;
  int fd = standard ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC);
  GBytes *bytes = fd >= 0 ? read_all (fd) : NULL;

  if (bytes == NULL)
    rap_cli_fail (standard ? _("standard input") : path, _("cannot be read: %s"), g_strerror (errno));
  if (fd >= 0 && !standard)
    close (fd);
  return bytes;
}
