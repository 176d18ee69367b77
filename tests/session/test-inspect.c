/* test-inspect.c
 *
 * Looking without changing: what is shown, listed, put in time order, extracted
 * and checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspect.h"

#include <string.h>

#include "session-fixture.h"

typedef gboolean (*Look) (RapSession     *session,
                          const char     *what,
                          RapJsonWriter  *writer,
                          GError        **error);

/* What it writes, or the error's code. (transfer full) */
static char *
look (RapSession *session,
      Look        func,
      const char *what)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!func (session, what, writer, &error))
    return g_strdup (error_nick (error));
  text = rap_json_writer_steal (writer);
  return mask (text, NULL);
}

static void
add_events (RapSession *session)
{
  g_object_unref (session_add_meeting (session, "year", "2020"));
  g_object_unref (session_add_meeting (session, "undated", NULL));
  g_object_unref (session_add_meeting (session, "month", "2020-05"));
  g_object_unref (session_add_meeting (session, "open", "2021/.."));
  g_object_unref (session_add_article (session, "day", "2020-05-04", "A report."));
}

/* "meeting:year[2020-01-01,2020-12-31] …" from the lines of the timeline. */
static char *
get_timeline (RapSession  *session,
              const char  *lanes,
              const char  *from,
              const char  *to,
              GError     **error)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);
  g_autoptr (GRegex) parts = g_regex_new ("\"kind\":\"(\\w+)\",.*?\"title\":\"([^\"]*)\".*?\"earliest\":\"?([^,\"]*)\"?,\"latest\":\"?([^,\"]*)\"?,",
                                          0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  GString *result = g_string_new (NULL);

  if (!rap_inspect_timeline (session, lanes, from, to, writer, error))
    return g_string_free (result, FALSE);
  text = rap_json_writer_steal (writer);
  for (g_regex_match (parts, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *one = g_match_info_expand_references (match, "\\1:\\2[\\3,\\4]", NULL);

      g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", one);
    }
  return g_string_free (result, FALSE);
}

static void
test_timeline (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *lanes;
    const char *from;
    const char *to;
    const char *expected;
  } rows[] = {
    { "participant", NULL, NULL,
      "meeting:year[2020-01-01,2020-12-31] meeting:month[2020-05-01,2020-05-31] article:day[2020-05-04,2020-05-04] "
      "meeting:open[2021-01-01,null] meeting:undated[null,null]" },
    { "none", "2020-06-01", NULL, "meeting:year[2020-01-01,2020-12-31] meeting:open[2021-01-01,null]" },
    { "none", NULL, "2020-05-03", "meeting:year[2020-01-01,2020-12-31] meeting:month[2020-05-01,2020-05-31]" },
    { "none", "2020-05-04", "2020-05-04",
      "meeting:year[2020-01-01,2020-12-31] meeting:month[2020-05-01,2020-05-31] article:day[2020-05-04,2020-05-04]" },
    { "none", "1990", "1999", "" },
    { "nonsense", NULL, NULL, "INVALID" },
    { "none", "yesterday", NULL, "FORMAT" },
  };

  add_events (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = get_timeline (fixture->session, rows[i].lanes, rows[i].from, rows[i].to, &error);

      g_assert_cmpstr (error != NULL ? error_nick (error) : found, ==, rows[i].expected);
    }
}

static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapArticle) article = session_add_article (session, "Talks", NULL, "Ann met Bob.");
  g_autoptr (RapEntity) ann = session_add_entity (session, RAP_ENTITY_PERSON, "Ann");
  g_autoptr (RapClaim) claim = session_add_claim (session, article, "met", id_of (ann));
  g_autofree char *shown = look (session, rap_inspect_show, id_of (ann));
  g_autofree char *alone = look (session, rap_inspect_show, id_of (claim));
  g_autofree char *nobody = look (session, rap_inspect_show, "00000000-0000-4000-8000-000000000001");

  g_assert_true (g_str_has_prefix (shown, "{\"kind\":\"entity\",\"entity\":{\"id\":\"#\",\"kind\":\"person\",\"name\":\"Ann\""));
  g_assert_nonnull (strstr (shown, "\"linked\":{\"claims\":[{\"id\":\"#\",\"article\":\"#\""));
  g_assert_true (g_str_has_suffix (shown, "}]}}\n"));
  g_assert_true (g_str_has_suffix (alone, "\"linked\":{}}\n"));
  g_assert_cmpstr (nobody, ==, "NOT_FOUND");
}

static void
note_page_cb (const char   *file,
              const char   *part,
              const char   *json,
              const GError *error,
              gpointer      user_data)
{
  GString *lines = user_data;
  g_autofree char *name = g_path_get_basename (file);
  const char *more = json != NULL ? strstr (json, ",\"byline\"") : NULL;

  if (json != NULL)
    {
      g_autoptr (GString) shown = g_string_new_len (json, more != NULL ? more - json : (gssize) strlen (json));

      g_string_replace (shown, file, name, 0);
      g_string_append (lines, shown->str);
    }
  else
    {
      g_string_append_printf (lines, "%s%s", name, error_nick (error));
    }
  g_string_append_c (lines, '\n');
}

static void
test_extract (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *page = fixture_write (fixture, "page", "Talks at the border\n\nThe ministers met on Monday and spoke about water.\n", -1);
  g_autofree char *empty = fixture_write (fixture, "empty", "", 0);
  g_autofree char *native = fixture_write (fixture, "native", "{\"format\": \"rapporteur\"}", -1);
  struct
  {
    const char *paths[4];
    const char *expected;
  } rows[] = {
    { { empty }, "emptyEMPTY\n" },
    { { native }, "nativeFORMAT\n" },
    { { page }, "{\n  \"title\": \"Talks at the border\",\n  \"published\": null,\n  \"outlet\": null,\n" },
    { { page, empty, page },
      "{\"file\":\"page\",\"title\":\"Talks at the border\",\"published\":null,\"outlet\":null\nemptyEMPTY\n"
      "{\"file\":\"page\",\"title\":\"Talks at the border\",\"published\":null,\"outlet\":null\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);

      rap_inspect_extract (rows[i].paths, NULL, note_page_cb, lines);
      if (i == 2)
        g_string_truncate (lines, strlen (rows[i].expected));
      g_assert_cmpstr (lines->str, ==, rows[i].expected);
    }
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *foreign = fixture_write (fixture, "letter.rapporteur", "A letter.", -1);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  rap_session_load_sample (fixture->session, &error);
  g_assert_no_error (error);
  fixture_close (fixture);
  problems = rap_inspect_check (fixture->path, TRUE, &backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_null (backup);
  g_assert_null (rap_inspect_check (foreign, FALSE, NULL, &error));
  g_assert_cmpstr (error_nick (error), ==, "FOREIGN");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/inspect/timeline", test_timeline);
  fixture_add_test ("/session/inspect/show", test_show);
  fixture_add_test ("/session/inspect/extract", test_extract);
  fixture_add_test ("/session/inspect/check", test_check);

  return g_test_run ();
}
