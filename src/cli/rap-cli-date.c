/* rap-cli-date.c
 *
 * The command date: what an EDTF text says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <string.h>

static gboolean edtf_only;
static gboolean json;

static void
write_date (const char    *input,
            const RapEdtf *edtf,
            const GError  *error)
{
  RapJsonWriter *writer = rap_cli_writer_new (FALSE);
  g_autofree char *earliest = edtf != NULL ? rap_edtf_get_earliest (edtf) : NULL;
  g_autofree char *latest = edtf != NULL ? rap_edtf_get_latest (edtf) : NULL;
  g_autofree char *valid_input = g_utf8_make_valid (input, -1);

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_string (writer, "input", valid_input);
  rap_json_writer_bool (writer, "valid", edtf != NULL);
  rap_json_writer_string (writer, "edtf", edtf != NULL ? edtf->text : NULL);
  rap_json_writer_string (writer, "earliest", earliest);
  rap_json_writer_string (writer, "latest", latest);
  rap_json_writer_string (writer, "precision", edtf != NULL ? rap_precision_get_nick (edtf->precision) : NULL);
  rap_json_writer_bool (writer, "approximate", edtf != NULL && edtf->approximate);
  rap_json_writer_bool (writer, "uncertain", edtf != NULL && edtf->uncertain);
  rap_json_writer_string (writer, "error", error != NULL ? error->message : NULL);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
  rap_cli_writer_end (writer);
}

static const RapCliColumn columns[] = {
  { N_("EDTF"), 24 },
  { N_("Earliest"), 10 },
  { N_("Latest"), 10 },
  { N_("Precision"), 10 },
  { N_("Doubt"), 0 },
};

static const char *
describe_doubt (const RapEdtf *edtf)
{
  if (edtf->uncertain && edtf->approximate)
    return _("uncertain, approximate");
  if (edtf->uncertain)
    return _("uncertain");
  return edtf->approximate ? _("approximate") : "";
}

static void
print_date (const RapEdtf *edtf)
{
  g_autofree char *earliest = rap_edtf_get_earliest (edtf);
  g_autofree char *latest = rap_edtf_get_latest (edtf);
  const char *values[] = {
    edtf->text,
    earliest != NULL ? earliest : "–",
    latest != NULL ? latest : "–",
    rap_precision_get_nick (edtf->precision),
    describe_doubt (edtf),
  };

  rap_cli_print_row (columns, G_N_ELEMENTS (columns), values);
}

static gboolean
show_date (const char *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) edtf = NULL;

  if (g_utf8_validate (input, -1, NULL))
    edtf = rap_edtf_parse (input, &error);
  else
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_FORMAT, "not UTF-8");
  if (json)
    write_date (input, edtf, error);
  else if (edtf != NULL)
    print_date (edtf);
  else
    rap_cli_fail (input, "%s", error->message);
  return edtf != NULL;
}

/* A line that is no date is an answer like any other. */
static int
show_lines (void)
{
  g_autoptr (GBytes) bytes = rap_cli_read ("-");
  const char *data;
  gsize length;

  if (bytes == NULL)
    return RAP_CLI_NO;
  data = g_bytes_get_data (bytes, &length);
  while (length > 0)
    {
      const char *end = memchr (data, '\n', length);
      gsize size = end != NULL ? (gsize) (end - data) : length;
      g_autofree char *line = g_strndup (data, size > 0 && data[size - 1] == '\r' ? size - 1 : size);

      show_date (line);
      data += size + (end != NULL ? 1 : 0);
      length -= size + (end != NULL ? 1 : 0);
    }
  return RAP_CLI_DONE;
}

static int
run_date (int    n_arguments,
          char **arguments)
{
  int status = RAP_CLI_DONE;

  /* lines in, lines of JSON out */
  for (int i = 0; i < n_arguments; i++)
    json |= strcmp (arguments[i], "-") == 0;
  if (!json)
    rap_cli_print_head (columns, G_N_ELEMENTS (columns));
  for (int i = 0; i < n_arguments; i++)
    {
      if (strcmp (arguments[i], "-") == 0)
        status = MAX (status, show_lines ());
      else if (!show_date (arguments[i]))
        status = RAP_CLI_NO;
    }
  return status;
}

static const GOptionEntry options[] = {
  { "edtf", 'e', 0, G_OPTION_ARG_NONE, &edtf_only, N_("The texts are EDTF (nothing else is understood)"), NULL },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per text"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_date_commands[] = {
  { "date", "TEXT…|-", N_("Explain dates written in EDTF"), options, 1, -1, run_date },
  { NULL }
};
