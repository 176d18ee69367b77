/* rap-cli-date.c
 *
 * The command date: what an EDTF text or a date in words says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <string.h>

#include "rap-dates.h"
#include "rap-words.h"

static gboolean  edtf_only;
static gboolean  json;
static char     *from;
static RapEdtf  *from_date;

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
  { N_("EDTF"), 28 },
  { N_("Earliest"), 10 },
  { N_("Latest"), 10 },
  { N_("Rule"), 34 },
  { N_("Meaning"), 0 },
};

/* "ago, from the day of publication" */
static char *
describe_rule (const RapDatesHit *hit)
{
  if (strcmp (hit->anchor, "none") == 0)
    return g_strdup (hit->rule);
  /* Translators: the name of a rule for dates in words, and the date counted from ("publication") */
  return g_strdup_printf (_("%1$s, from %2$s"), hit->rule, hit->anchor);
}

static void
print_date (const RapDatesHit *hit)
{
  const RapEdtf *edtf = hit->when;
  g_autofree char *earliest = rap_edtf_get_earliest (edtf);
  g_autofree char *latest = rap_edtf_get_latest (edtf);
  g_autofree char *rule = describe_rule (hit);
  g_autofree char *words = rap_words_edtf (edtf);
  const char *values[] = {
    edtf->text,
    earliest != NULL ? earliest : "–",
    latest != NULL ? latest : "–",
    rule,
    words,
  };

  rap_cli_print_row (columns, G_N_ELEMENTS (columns), values);
}

static gboolean
read_date (const char   *input,
           RapDatesHit  *hit,
           GError      **error)
{
  RapDatesContext context = { .published = from_date };

  memset (hit, 0, sizeof *hit);
  if (!g_utf8_validate (input, -1, NULL))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "not UTF-8");
      return FALSE;
    }
  if (!edtf_only)
    return rap_dates_read (input, &context, hit, error);
  hit->when = rap_edtf_parse (input, error);
  hit->rule = "edtf";
  hit->anchor = "none";
  return hit->when != NULL;
}

static gboolean
show_date (const char *input)
{
  g_autoptr (GError) error = NULL;
  RapDatesHit hit;
  gboolean success = read_date (input, &hit, &error);

  if (json)
    write_date (input, hit.when, error);
  else if (success)
    print_date (&hit);
  else
    rap_cli_fail (input, "%s", error->message);
  rap_dates_hit_clear (&hit);
  return success;
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

/* FALSE, having said why, when --from is no day. */
static gboolean
take_from (void)
{
  if (from == NULL || !rap_cli_check_date ("--from", from))
    return from == NULL;
  from_date = rap_edtf_parse (from, NULL);
  if (from_date->precision == RAP_PRECISION_DAY && rap_edtf_is_exact_day (from_date))
    return TRUE;
  rap_cli_misuse (_("--from %s: a day is needed, such as 2020-11-15"), from);
  g_clear_pointer (&from_date, rap_edtf_unref);
  return FALSE;
}

static int
run_date (int    n_arguments,
          char **arguments)
{
  int status = RAP_CLI_DONE;

  if (!take_from ())
    return RAP_CLI_USAGE;
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
  g_clear_pointer (&from_date, rap_edtf_unref);
  return status;
}

static const GOptionEntry options[] = {
  { "edtf", 'e', 0, G_OPTION_ARG_NONE, &edtf_only, N_("The texts are EDTF (nothing else is understood)"), NULL },
  { "from", 'f', 0, G_OPTION_ARG_FILENAME, &from, N_("The day from which “last month” is counted"), "YYYY-MM-DD" },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per text"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_date_commands[] = {
  { "date", "TEXT…|-", N_("Explain dates written in EDTF or in English words"), options, 1, -1, run_date },
  { NULL }
};
