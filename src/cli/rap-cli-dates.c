/* rap-cli-dates.c
 *
 * The command dates: the date expressions found in a plain text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <string.h>

#include "rap-dates.h"

static char     *published;
static char     *language;
static gboolean  json;

/* The code points of @range in @text, which starts at code point *@at. (transfer full) */
static char *
cut (const char **text,
     guint       *at,
     RapRange     range)
{
  const char *end;

  *text = g_utf8_offset_to_pointer (*text, range.start - *at);
  *at = range.start;
  end = g_utf8_offset_to_pointer (*text, rap_range_length (range));
  return g_strndup (*text, end - *text);
}

static void
write_hit (RapJsonWriter     *writer,
           const RapDatesHit *hit,
           const char        *text)
{
  g_autofree char *earliest = hit->when != NULL ? rap_edtf_get_earliest (hit->when) : NULL;
  g_autofree char *latest = hit->when != NULL ? rap_edtf_get_latest (hit->when) : NULL;

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_int (writer, "start", hit->range.start);
  rap_json_writer_int (writer, "end", hit->range.end);
  rap_json_writer_string (writer, "text", text);
  rap_json_writer_string (writer, "edtf", hit->when != NULL ? hit->when->text : NULL);
  rap_json_writer_string (writer, "earliest", earliest);
  rap_json_writer_string (writer, "latest", latest);
  rap_json_writer_string (writer, "rule", hit->rule);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
}

static const RapCliColumn columns[] = {
  { N_("Text"), 32 },
  { N_("EDTF"), 28 },
  { N_("Rule"), 0 },
};

static void
print_hit (const RapDatesHit *hit,
           const char        *text)
{
  const char *values[] = { text, hit->when != NULL ? hit->when->text : "–", hit->rule };

  rap_cli_print_row (columns, G_N_ELEMENTS (columns), values);
}

static void
show_hits (GArray     *hits,
           const char *text)
{
  RapJsonWriter *writer = json ? rap_cli_writer_new (FALSE) : NULL;
  guint at = 0;

  if (!json)
    rap_cli_print_head (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < hits->len; i++)
    {
      const RapDatesHit *hit = &g_array_index (hits, RapDatesHit, i);
      g_autofree char *found = cut (&text, &at, hit->range);

      if (json)
        write_hit (writer, hit, found);
      else
        print_hit (hit, found);
    }
  if (json)
    rap_cli_writer_end (writer);
}

static int
run_dates (int    n_arguments G_GNUC_UNUSED,
           char **arguments)
{
  g_autoptr (RapEdtf) date = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autofree char *text = NULL;
  RapDatesContext context = { NULL, NULL, NULL, 0 };

  if (!rap_cli_check_date ("--published", published) || !rap_cli_check_text ("--language", language))
    return RAP_CLI_USAGE;
  date = published != NULL ? rap_edtf_parse (published, NULL) : NULL;
  bytes = rap_cli_read (arguments[0]);
  if (bytes == NULL)
    return RAP_CLI_NO;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) != g_bytes_get_size (bytes))
    return rap_cli_fail (arguments[0], _("this is no text in UTF-8; “extract” reads other files"));
  context.published = date;
  context.language = language;
  hits = rap_dates_find (text, strlen (text), &context);
  show_hits (hits, text);
  return RAP_CLI_DONE;
}

static const GOptionEntry options[] = {
  { "published", 'p', 0, G_OPTION_ARG_FILENAME, &published, N_("When the text was published, in EDTF"), "EDTF" },
  { "language", 'l', 0, G_OPTION_ARG_FILENAME, &language, N_("Its language: en, en-US, en-GB"), "TAG" },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per date"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_dates_commands[] = {
  { "dates", "FILE", N_("List the dates that a plain text names"), options, 1, 1, run_dates },
  { NULL }
};
