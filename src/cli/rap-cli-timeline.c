/* rap-cli-timeline.c
 *
 * The command timeline: meetings and articles in time order, or as a picture or
 * a calendar. Several files may be asked for at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "rap-inspect.h"
#include "rap-timeline-export.h"
#include "rap-words.h"

static gboolean  json;
static char     *from;
static char     *to;
static char     *lanes;
static char     *view;
static char     *calendar;
static char     *svg;
static char     *png;
static char     *pdf;
static char     *ics;

static const struct
{
  const char  *format;
  char       **path;
} files[] = {
  { "svg", &svg }, { "png", &png }, { "pdf", &pdf }, { "ics", &ics },
};

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
check_choice (const char         *option,
              const char         *value,
              const char * const *known)
{
  g_autofree char *list = NULL;

  if (value == NULL || g_strv_contains (known, value))
    return TRUE;
  list = g_strjoinv (", ", (char **) known);
  rap_cli_misuse (_("%s %s: there are: %s"), option, value, list);
  return FALSE;
}

static gboolean
wants_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (*files[i].path != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
check_timeline_options (void)
{
  static const char * const known_lanes[] = { "participant", "outlet", "place", "none", NULL };
  static const char * const known_views[] = { "axis", "month", "week", "year", NULL };
  static const char * const known_calendars[] = { "none", "solar-hijri", "umm-al-qura", "islamic-civil", "hebrew", NULL };

  if (!rap_cli_check_date ("--from", from) || !rap_cli_check_date ("--to", to) || !check_choice ("--lanes", lanes, known_lanes)
      || !check_choice ("--view", view, known_views) || !check_choice ("--calendar", calendar, known_calendars))
    return FALSE;
  if ((view == NULL && calendar == NULL) || svg != NULL || png != NULL || pdf != NULL)
    return TRUE;
  rap_cli_misuse (_("%s is for pictures: name one with --svg, --png or --pdf"), view != NULL ? "--view" : "--calendar");
  return FALSE;
}

static const char *
translate (const char *english)
{
  return gettext (english);
}

static int
write_files (RapSession *session)
{
  g_autoptr (RapEdtf) first = from != NULL ? rap_edtf_parse (from, NULL) : NULL;
  g_autoptr (RapEdtf) last = to != NULL ? rap_edtf_parse (to, NULL) : NULL;
  RapTimelineExport what = {
    .view = view != NULL ? view : "axis", .lanes = lanes != NULL ? lanes : "participant", .calendar = calendar,
    .first = first != NULL ? first->es : RAP_DAY_MIN, .last = last != NULL ? last->le : RAP_DAY_MAX,
    .first_weekday = 1, .translate = translate, .date = rap_words_edtf };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      what.format = files[i].format;
      if (*files[i].path != NULL && !rap_session_export_timeline (session, &what, *files[i].path, &error))
        return rap_cli_fail_error (*files[i].path, error);
    }
  return RAP_CLI_DONE;
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
  if (wants_file ())
    {
      int status = write_files (session);

      if (status != RAP_CLI_DONE || !json)
        return status;
    }
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
  { "view", 0, 0, G_OPTION_ARG_FILENAME, &view, N_("Of pictures: axis (as without it), month, week or year"), N_("VIEW") },
  { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &calendar, N_("Of pictures: a second calendar: solar-hijri, umm-al-qura, islamic-civil or hebrew"), N_("CALENDAR") },
  { "svg", 0, 0, G_OPTION_ARG_FILENAME, &svg, N_("Write a picture as SVG"), N_("FILE") },
  { "png", 0, 0, G_OPTION_ARG_FILENAME, &png, N_("Write a picture as PNG"), N_("FILE") },
  { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_("Write a picture as PDF, on pages of A4"), N_("FILE") },
  { "ics", 0, 0, G_OPTION_ARG_FILENAME, &ics, N_("Write an iCalendar file"), N_("FILE") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per line"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_timeline_commands[] = {
  { "timeline", "PROJECT", N_("List meetings and articles in time order, or draw them"), options, 1, 1, run_timeline },
  { NULL }
};
