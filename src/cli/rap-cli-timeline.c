/* rap-cli-timeline.c
 *
 * The command timeline: meetings and articles in time order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "rap-inspect.h"

static gboolean  json;
static char     *from;
static char     *to;
static char     *lanes;

static const RapCliColumn columns[] = {
  { N_("Id"), 13 },
  { N_("Earliest"), 10 },
  { N_("Latest"), 10 },
  { N_("When"), 16 },
  { N_("Kind"), 8 },
  { N_("Title"), 0 },
};

static void
print_moment (JsonObject *object)
{
  g_autofree char *id = rap_cli_short_id (json_object_get_string_member (object, "id"));
  const char *kind = json_object_get_string_member (object, "kind");
  const char *values[] = {
    id,
    json_object_get_string_member_with_default (object, "earliest", "–"),
    json_object_get_string_member_with_default (object, "latest", "–"),
    json_object_get_string_member_with_default (object, "when", ""),
    strcmp (kind, "meeting") == 0 ? _("meeting") : _("article"),
    json_object_get_string_member (object, "title"),
  };

  rap_cli_print_row (columns, G_N_ELEMENTS (columns), values);
}

static void
print_timeline (const char *lines)
{
  g_auto (GStrv) objects = g_strsplit (lines, "\n", -1);

  if (*lines != '\0')
    rap_cli_print_head (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; objects[i] != NULL && *objects[i] != '\0'; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (!json_parser_load_from_data (parser, objects[i], -1, NULL))
        g_assert_not_reached ();
      print_moment (json_node_get_object (json_parser_get_root (parser)));
    }
}

static gboolean
check_day (const char *option,
           const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) edtf = NULL;

  if (value == NULL)
    return TRUE;
  if (!rap_cli_check_text (option, value))
    return FALSE;
  edtf = rap_edtf_parse (value, &error);
  if (edtf == NULL)
    rap_cli_misuse ("%s %s: %s", option, value, error->message);
  return edtf != NULL;
}

static gboolean
check_timeline_options (void)
{
  static const char * const known[] = { "participant", "outlet", "place", "none", NULL };

  if (!check_day ("--from", from) || !check_day ("--to", to))
    return FALSE;
  if (lanes == NULL || g_strv_contains (known, lanes))
    return TRUE;
  rap_cli_misuse (_("--lanes %s: there are: participant, outlet, place, none"), lanes);
  return FALSE;
}

static int
run_timeline (int    n_arguments,
              char **arguments)
{
  g_autoptr (RapSession) session = NULL;
  g_autoptr (RapJsonWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;

  if (!check_timeline_options ())
    return RAP_CLI_USAGE;
  session = rap_cli_open (arguments[0], TRUE);
  if (session == NULL)
    return RAP_CLI_NO;
  writer = rap_json_writer_new (FALSE, NULL, NULL);
  if (!rap_inspect_timeline (session, lanes != NULL ? lanes : "participant", from, to, writer, &error))
    return rap_cli_fail_error (arguments[0], error);
  lines = rap_json_writer_steal (writer);
  if (json)
    rap_cli_print ("%s", lines);
  else
    print_timeline (lines);
  return RAP_CLI_DONE;
}

static const GOptionEntry options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("Leave out what is certainly earlier"), N_("DATE") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Leave out what is certainly later"), N_("DATE") },
  { "lanes", 0, 0, G_OPTION_ARG_FILENAME, &lanes, N_("participant (as without it), outlet, place or none"), N_("LANES") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per line"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_timeline_commands[] = {
  { "timeline", "PROJECT", N_("List meetings and articles in time order"), options, 1, 1, run_timeline },
  { NULL }
};
