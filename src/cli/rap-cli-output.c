/* rap-cli-output.c
 *
 * Printing. Standard output is UTF-8 in every locale, so that what is piped
 * into a file never depends on one; what comes from articles cannot steer the
 * terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define ID_LENGTH 13

/* The first error of standard output, or 0. */
static int output_error;

static void
put (const char *text,
     gsize       length)
{
  if (output_error != 0)
    return;
  errno = 0;
  if (fwrite (text, 1, length, stdout) != length)
    output_error = errno != 0 ? errno : EIO;
}

void
rap_cli_print (const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  put (text, strlen (text));
}

char *
rap_cli_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (character) ? ' ' : character);
    }
  return g_string_free (clean, FALSE);
}

static guint
get_cells (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;
  return g_unichar_iswide (character) ? 2 : 1;
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_cells (g_utf8_get_char (p));
  return width;
}

/* @text cut to @width cells, the last being an ellipsis. (transfer full) */
static char *
cut (const char *text,
     guint       width)
{
  const char *p = text;
  guint used = 0;

  if (get_width (text) <= width)
    return g_strdup (text);
  while (used + get_cells (g_utf8_get_char (p)) < width)
    {
      used += get_cells (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return g_strdup_printf ("%.*s…", (int) (p - text), text);
}

/* In cells, at least what the translated title needs; 0: as long as it is. */
static guint
get_room (const RapCliColumn *column)
{
  return column->width > 0 ? MAX (column->width, get_width (_(column->title))) : 0;
}

void
rap_cli_print_row (const RapCliColumn *columns,
                   guint               n_columns,
                   const char * const *values)
{
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *clean = rap_cli_clean (values[i] != NULL ? values[i] : "");
      guint room = get_room (&columns[i]);
      g_autofree char *cell = room > 0 ? cut (clean, room) : g_strdup (clean);
      guint used = get_width (cell);

      rap_cli_print ("%s", cell);
      if (i + 1 < n_columns)
        rap_cli_print ("%*s", (int) (room - used + 2), "");
    }
  rap_cli_print ("\n");
}

void
rap_cli_print_head (const RapCliColumn *columns,
                    guint               n_columns)
{
  g_autofree const char **titles = g_new (const char *, n_columns);

  for (guint i = 0; i < n_columns; i++)
    titles[i] = _(columns[i].title);
  rap_cli_print_row (columns, n_columns, titles);
}

char *
rap_cli_short_id (const char *id)
{
  return g_strndup (id, ID_LENGTH);
}

static gboolean
sink (const char  *data,
      gsize        length,
      gpointer     user_data,
      GError     **error)
{
  put (data, length);
  if (output_error == 0)
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "%s", g_strerror (output_error));
  return FALSE;
}

RapJsonWriter *
rap_cli_writer_new (gboolean pretty)
{
  return rap_json_writer_new (pretty, sink, NULL);
}

/* That the output failed is said once, by rap_cli_end_output(). */
gboolean
rap_cli_writer_end (RapJsonWriter *writer)
{
  gboolean done = rap_json_writer_flush (writer, NULL);

  rap_json_writer_free (writer);
  return done;
}

int
rap_cli_end_output (int status)
{
  errno = 0;
  if (output_error == 0 && fflush (stdout) != 0)
    output_error = errno != 0 ? errno : EIO;
  if (output_error == 0)
    return status;
  /* whoever closed the pipe has seen enough */
  if (output_error != EPIPE)
    rap_cli_fail (_("standard output"), "%s", g_strerror (output_error));
  return MAX (status, RAP_CLI_NO);
}

static void
put_error (const char *text)
{
  g_autofree char *clean = rap_cli_clean (text);

  fprintf (stderr, "rapporteur: %s\n", clean);
}

int
rap_cli_fail (const char *file,
              const char *format,
              ...)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *message = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *start = g_strdup_printf ("%s: ", name);
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* some messages name their file already */
  whole = g_str_has_prefix (message, start) ? g_strdup (message) : g_strconcat (start, message, NULL);
  put_error (whole);
  return RAP_CLI_NO;
}

int
rap_cli_fail_error (const char   *file,
                    const GError *error)
{
  return rap_cli_fail (file, "%s", error->message);
}

int
rap_cli_misuse (const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  put_error (message);
  return RAP_CLI_USAGE;
}
