/* test-store-query.c
 *
 * Lists, headers, links, bulk columns: one line of text for each answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include "rap-store-reading.h"

static char *
list (RapStore       *store,
      RapKind         kind,
      const RapQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = rap_store_query_rows (store, kind, query, &error);
  g_autoptr (GPtrArray) headers = NULL;
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  headers = rap_store_load_headers (store, kind, (const gint64 *) (gpointer) rows->data, rows->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < headers->len; i++)
    {
      RapHeader *header = headers->pdata[i];

      g_assert_cmpint (rap_store_get_row (store, kind, header->id), ==, g_array_index (rows, gint64, i));
      g_string_append_printf (names, i > 0 ? " %.2s" : "%.2s", header->id);
    }
  return g_string_free (names, FALSE);
}

static void
test_lists (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    RapKind     kind;
    const char *text;
    const char *article;
    RapListSort sort;
    const char *expected;
  } cases[] = {
    { RAP_KIND_ARTICLE, NULL, NULL, FALSE, "a1 a2 a3" },
    { RAP_KIND_ARTICLE, "", NULL, TRUE, "a2 a1 a3" },
    { RAP_KIND_ARTICLE, NULL, NULL, RAP_SORT_NEWEST, "a2 a1 a3" },
    { RAP_KIND_ARTICLE, NULL, NULL, RAP_SORT_OUTLET, "a2 a1 a3" },
    { RAP_KIND_ARTICLE, NULL, NULL, RAP_SORT_IMPORTED, "a3 a2 a1" },
    { RAP_KIND_ARTICLE, NULL, NULL, RAP_SORT_ANNOTATIONS, "a2 a1 a3" },
    { RAP_KIND_ARTICLE, "is:annotated", NULL, RAP_SORT_NEWEST, "a2 a1" },
    { RAP_KIND_ARTICLE, "is:bare", NULL, FALSE, "a3" },
    { RAP_KIND_ARTICLE, "is:unread", NULL, FALSE, "a1 a2" },
    { RAP_KIND_ARTICLE, "is:done", NULL, FALSE, "a3" },
    { RAP_KIND_ARTICLE, "is:unread cross", NULL, FALSE, "a2" },
    { RAP_KIND_ARTICLE, "is:nonsense", NULL, FALSE, "" },
    { RAP_KIND_ARTICLE, "language:en", NULL, FALSE, "" },
    { RAP_KIND_CLAIM, "is:unread", NULL, FALSE, "" },
    { RAP_KIND_ARTICLE, "talk bag", NULL, FALSE, "a1" },
    { RAP_KIND_ARTICLE, "TÁLK", NULL, FALSE, "a1" },
    { RAP_KIND_ARTICLE, "alks", NULL, FALSE, "" },
    { RAP_KIND_ARTICLE, "tasn", NULL, FALSE, "a1" },
    { RAP_KIND_ARTICLE, "گفتگو", NULL, FALSE, "a3" },
    { RAP_KIND_ARTICLE, "outlet:press", NULL, FALSE, "a2" },
    { RAP_KIND_ARTICLE, "before:2022", NULL, FALSE, "a1" },
    { RAP_KIND_ARTICLE, "before:2022-06", NULL, FALSE, "a1 a2" },
    { RAP_KIND_ARTICLE, "after:2020", NULL, FALSE, "a2" },
    { RAP_KIND_ARTICLE, "after:2022-06", NULL, FALSE, "a2" },
    { RAP_KIND_ARTICLE, "after:2022", NULL, FALSE, "" },
    { RAP_KIND_ARTICLE, "code:border", NULL, FALSE, "a1" },
    { RAP_KIND_ARTICLE, "code:\"no such\"", NULL, FALSE, "" },
    { RAP_KIND_ARTICLE, "before:yesterday", NULL, FALSE, "" },
    { RAP_KIND_ARTICLE, NULL, "a2", FALSE, "a2" },
    { RAP_KIND_MEETING, NULL, NULL, FALSE, "b1 b2" },
    { RAP_KIND_MEETING, NULL, NULL, TRUE, "b2 b1" },
    { RAP_KIND_MEETING, "baghdad", NULL, FALSE, "b1" },
    { RAP_KIND_MEETING, "outlet:press", NULL, FALSE, "b1 b2" },
    { RAP_KIND_MEETING, "outlet:tasnim", NULL, FALSE, "b1" },
    { RAP_KIND_MEETING, "code:defence", NULL, FALSE, "b1" },
    { RAP_KIND_MEETING, "before:2021", NULL, FALSE, "b1" },
    { RAP_KIND_MEETING, NULL, "a1", FALSE, "b1" },
    { RAP_KIND_MEETING, NULL, "a2", FALSE, "b1 b2" },
    { RAP_KIND_CLAIM, NULL, NULL, FALSE, "d1 d2" },
    { RAP_KIND_CLAIM, NULL, NULL, TRUE, "d2 d1" },
    { RAP_KIND_CLAIM, "bagh", NULL, FALSE, "d1" },
    { RAP_KIND_CLAIM, "river", NULL, FALSE, "d2" },
    { RAP_KIND_CLAIM, "outlet:tasnim", NULL, FALSE, "d1" },
    { RAP_KIND_CLAIM, "code:def", NULL, FALSE, "d1" },
    { RAP_KIND_CLAIM, "after:2021", NULL, FALSE, "d2" },
    { RAP_KIND_CLAIM, NULL, "a2", FALSE, "d2" },
    { RAP_KIND_ENTITY, NULL, NULL, FALSE, "e5 e2 e1 e4 e3" },
    { RAP_KIND_ENTITY, "baqe", NULL, FALSE, "e1" },
    { RAP_KIND_ENTITY, "باقري", NULL, FALSE, "e1" },
    { RAP_KIND_ENTITY, NULL, "a1", FALSE, "e1 e3" },
    { RAP_KIND_ENTITY, "after:2020", NULL, FALSE, "" },
    { RAP_KIND_CODE, NULL, NULL, FALSE, "c2 c1" },
    { RAP_KIND_CODE, "def", NULL, FALSE, "c1" },
    { RAP_KIND_CODE, NULL, "a1", FALSE, "c2 c1" },
    { RAP_KIND_MENTION, "bagh", NULL, FALSE, "f1" },
    { RAP_KIND_EVIDENCE, "outlet:tasnim", NULL, FALSE, "51" },
    { RAP_KIND_CODING, "code:bor", "a1", FALSE, "61" },
    { RAP_KIND_CODING, "code:def", "a1", FALSE, "" },
    { RAP_KIND_RELATION, NULL, "a2", FALSE, "71" },
    { RAP_KIND_RELATION, NULL, "a3", FALSE, "" },
  };
  RapReadingMark mark = { RAP_READING_DONE, 7 };
  g_autofree char *done = NULL;

  commit_sample (self->store);
  done = make_id ("a3");
  rap_store_set_reading (self->store, done, &mark, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *article = cases[i].article != NULL ? make_id (cases[i].article) : NULL;
      RapQuery query = { cases[i].text, article, cases[i].sort };
      g_autofree char *found = list (self->store, cases[i].kind, &query);
      g_autofree char *line = g_strdup_printf ("%u: %s", i, found);
      g_autofree char *expected = g_strdup_printf ("%u: %s", i, cases[i].expected);

      g_assert_cmpstr (line, ==, expected);
    }
}

static void
test_headers (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    RapKind     kind;
    const char *name;
    const char *expected;
  } cases[] = {
    { RAP_KIND_ARTICLE, "a1", "Talks in Baghdad|Tasnim|2020-11-16|-|-||1 1 0 0" },
    { RAP_KIND_ARTICLE, "a2", "River crossing|Press TV|2022|-|-||1 2 0 0" },
    { RAP_KIND_ARTICLE, "a3", "گفتگو در بغداد||-|-|-||0 0 0 0" },
    { RAP_KIND_MEETING, "b1", "Visit to Baghdad|Baghdad|2020-11|-|-|held|2 0 2 0 contested" },
    { RAP_KIND_MEETING, "b2", "Phone call||-|-|-|held|1 0 1 0" },
    { RAP_KIND_CLAIM, "d1", "The border is safe|Mohammad Bagheri|2020-11-16|a1|Talks in Baghdad|PR+|0 1 0 0 hedged" },
    { RAP_KIND_CLAIM, "d2", "crossed the river||2022|a2|River crossing|CT+|0 2 0 0" },
    { RAP_KIND_ENTITY, "e1", "Mohammad Bagheri|Baqeri, باقری|-|-|-|person|1 1 1 0" },
    { RAP_KIND_ENTITY, "e3", "Tasnim||-|-|-|outlet|0 0 1 0" },
    { RAP_KIND_ENTITY, "e5", "Baghdad||-|-|-|place|0 1 0 0" },
    { RAP_KIND_CODE, "c1", "Defence||-|-|-|#336699|1 0 0 0" },
    { RAP_KIND_CODE, "c2", "Border||-|-|-|#993366|1 0 1 1" },
    { RAP_KIND_EVIDENCE, "51", "in Baghdad|Visit to Baghdad|2020-11-16|a1|Talks in Baghdad||0 0 0 0" },
    { RAP_KIND_RELATION, "71", "||-|-|-|contradicts|0 0 0 0" },
  };

  commit_sample (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = make_id (cases[i].name);
      gint64 row = rap_store_get_row (self->store, cases[i].kind, id);
      g_autoptr (GPtrArray) headers = rap_store_load_headers (self->store, cases[i].kind, &row, 1, NULL);
      RapHeader *header = headers->pdata[0];
      g_autofree char *result = g_strdup_printf ("%s|%s|%s|%.2s|%s|%s|%u %u %u %u%s%s", header->title, header->subtitle,
        header->when ? header->when : "-", header->article ? header->article : "-",
        header->article_title ? header->article_title : "-", header->tag, header->n_claims, header->n_meetings,
        header->n_articles, header->depth, header->hedged ? " hedged" : "", header->contested ? " contested" : "");

      g_assert_cmpstr (header->id, ==, id);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_missing_row (Fixture       *self,
                  gconstpointer  data)
{
  gint64 row = 12345;
  g_autoptr (GPtrArray) headers = rap_store_load_headers (self->store, RAP_KIND_CLAIM, &row, 1, NULL);
  RapHeader *header = headers->pdata[0];

  g_assert_cmpuint (headers->len, ==, 1);
  g_assert_cmpint (header->kind, ==, RAP_KIND_CLAIM);
  g_assert_cmpstr (header->id, ==, "");
  g_assert_cmpint (rap_store_get_row (self->store, RAP_KIND_CLAIM, "nobody"), ==, 0);
}

static char *
describe_records (GPtrArray *records)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, i > 0 ? " %.2s" : "%.2s", ((RapRecord *) records->pdata[i])->id);
  return g_string_free (names, FALSE);
}

static void
test_linked (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    RapKind     kind;
    const char *name;
    guint       limit;
    const char *expected;
  } cases[] = {
    { RAP_KIND_CLAIM, "b1", 0, "d1 d2" },
    { RAP_KIND_CLAIM, "b1", 1, "d1" },
    { RAP_KIND_CLAIM, "e1", 0, "d1" },
    { RAP_KIND_CLAIM, "e4", 0, "d1" },
    { RAP_KIND_CLAIM, "c1", 0, "d1" },
    { RAP_KIND_CLAIM, "a2", 0, "d2" },
    { RAP_KIND_EVIDENCE, "b1", 0, "51" },
    { RAP_KIND_EVIDENCE, "a1", 0, "51" },
    { RAP_KIND_RELATION, "d1", 0, "71" },
    { RAP_KIND_RELATION, "d2", 0, "71" },
    { RAP_KIND_MENTION, "e1", 0, "f1" },
    { RAP_KIND_MEETING, "e1", 0, "b1" },
    { RAP_KIND_MEETING, "e5", 0, "b1" },
    { RAP_KIND_ARTICLE, "e3", 0, "a1" },
    { RAP_KIND_ENTITY, "e2", 0, "e1" },
    { RAP_KIND_CODE, "c1", 0, "c2" },
    { RAP_KIND_CODING, "c2", 0, "61" },
    { RAP_KIND_CLAIM, "b2", 0, "d2" },
    { RAP_KIND_CLAIM, "e2", 0, "" },
    { RAP_KIND_PROJECT, "e2", 0, "" },
  };

  commit_sample (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = make_id (cases[i].name);
      g_autoptr (GPtrArray) records = rap_store_load_linked (self->store, cases[i].kind, id, cases[i].limit, NULL);
      g_autofree char *found = describe_records (records);
      g_autofree char *line = g_strdup_printf ("%u: %s", i, found);
      g_autofree char *expected = g_strdup_printf ("%u: %s", i, cases[i].expected);

      g_assert_cmpstr (line, ==, expected);
    }
}

static void
test_annotations (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *id = make_id ("a1");
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *found = NULL;

  commit_sample (self->store);
  records = rap_store_load_annotations (self->store, id, NULL);
  found = describe_records (records);
  g_assert_cmpstr (found, ==, "f1 51 d1 61");
}

static void
test_find (Fixture       *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *expected;
  } cases[] = {
    { "b1000000-0000-4000-8000-000000000000", "found" },
    { "b1000000", "found" },
    { "b1000000-0000-4", "found" },
    { "b100000", "NOT_FOUND: there is nothing with the id b100000 (at least 8 characters are needed)" },
    { "b9000000", "NOT_FOUND: there is nothing with the id b9000000" },
    { "xy345678", "INVALID: several ids begin with xy345678" },
    { "", "NOT_FOUND: there is nothing with the id  (at least 8 characters are needed)" },
    { "b100000%", "NOT_FOUND: there is nothing with the id b100000%" },
  };
  RapRecord *twins[] = { make_entity ("xy", RAP_ENTITY_PERSON, "Twin"), make_meeting ("xy", "Twin", NULL) };

  commit_sample (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_free (twins[i]->id);
      twins[i]->id = g_strdup_printf ("xy345678-%u", i);
      commit_new (self->store, twins[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) record = rap_store_find (self->store, cases[i].id, &error);
      g_autofree char *result = record != NULL ? g_strdup ("found") : describe_error (error, self->path);

      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
see_event (const RapStoreEvent *event,
           gpointer             user_data)
{
  g_autofree char *lanes = g_strjoinv (",", (char **) event->lanes);

  g_assert_cmpuint (g_strv_length ((char **) event->lanes), ==, g_strv_length ((char **) event->lane_ids));
  g_string_append_printf (user_data, "%.2s %s %s [%s]\n", event->id, event->when ? event->when : "-",
                          event->status ? event->status : "-", lanes);
}

static void
test_events (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *lanes;
    const char *expected;
  } cases[] = {
    { "participant",
      "b1 2020-11 held [Mohammad Bagheri,Bagher Qalibaf]\nb2 - held []\nb3 2023 held []\n"
      "a2 2022 - [Press TV]\na3 - - []\na1 2020-11-16 - [Tasnim]\n" },
    { "outlet",
      "b1 2020-11 held [Press TV,Tasnim]\nb2 - held [Press TV]\nb3 2023 held []\n"
      "a2 2022 - [Press TV]\na3 - - []\na1 2020-11-16 - [Tasnim]\n" },
    { "place",
      "b1 2020-11 held [Baghdad]\nb2 - held []\nb3 2023 held [a tent]\n"
      "a2 2022 - []\na3 - - []\na1 2020-11-16 - []\n" },
    { "none",
      "b1 2020-11 held []\nb2 - held []\nb3 2023 held []\n"
      "a2 2022 - []\na3 - - []\na1 2020-11-16 - []\n" },
  };
  RapRecord *tent = make_meeting ("b3", "In a tent", "2023");
  g_autoptr (GError) error = NULL;

  rap_set_string (&RAP_MEETING (tent)->place_text, "a tent");
  commit_sample (self->store);
  commit_new (self->store, tent);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) result = g_string_new (NULL);

      rap_store_foreach_event (self->store, cases[i].lanes, see_event, result, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (result->str, ==, cases[i].expected);
    }
  g_assert_false (rap_store_foreach_event (self->store, "colour", see_event, NULL, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_INVALID);
}

static void
see_name (const char    *entity,
          RapEntityKind  kind,
          const char    *name,
          gboolean       is_main,
          gpointer       user_data)
{
  g_string_append_printf (user_data, "%.2s %u %s%s\n", entity, kind, name, is_main ? " *" : "");
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GString) result = g_string_new (NULL);
  g_autofree char *id = make_id ("d2");
  g_autofree char *name = NULL;
  g_autofree char *unknown = NULL;

  commit_sample (self->store);
  rap_store_foreach_name (self->store, see_name, result, NULL);
  g_assert_cmpstr (result->str, ==,
                   "e1 0 Mohammad Bagheri *\ne1 0 Baqeri\ne1 0 باقری\ne2 0 Bagher Qalibaf *\n"
                   "e3 4 Tasnim *\ne4 4 Press TV *\ne5 3 Baghdad *\n");
  name = rap_store_get_name (self->store, RAP_KIND_CLAIM, id);
  unknown = rap_store_get_name (self->store, RAP_KIND_MEETING, id);
  g_assert_cmpstr (name, ==, "crossed the river");
  g_assert_cmpstr (unknown, ==, "");
}

/* A callback may use the store, the same statement included. */
static gboolean
look_again (RapRecord  *record,
            gpointer    user_data,
            GError    **error)
{
  RapStore *store = user_data;
  g_autoptr (RapRecord) same = rap_store_load (store, RAP_KIND_CLAIM, record->id, error);

  return same != NULL && rap_record_equal (same, record);
}

static gboolean
stop_at_once (RapRecord  *record,
              gpointer    user_data,
              GError    **error)
{
  (*(guint *) user_data)++;
  g_set_error_literal (error, RAP_ERROR, RAP_ERROR_CANCELLED, "enough");
  return FALSE;
}

static void
test_foreach (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  commit_sample (self->store);
  g_assert_true (rap_store_foreach (self->store, RAP_KIND_CLAIM, look_again, self->store, &error));
  g_assert_no_error (error);
  g_assert_false (rap_store_foreach (self->store, RAP_KIND_CLAIM, stop_at_once, &n, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (rap_store_count (self->store, RAP_KIND_ENTITY), ==, 5);
}

/* The list in memory follows what is committed, undone and done again. */
static void
test_follows (Fixture       *self,
              gconstpointer  data)
{
  RapQuery query = { "talk" };
  g_autoptr (RapEdits) rename = rap_edits_new ("Rename");
  g_autoptr (RapEdits) other = rap_edits_new ("Other");
  g_autofree char *id = make_id ("a2");
  g_autoptr (RapRecord) before = NULL;
  g_autoptr (RapRecord) after = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  commit_sample (self->store);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *line = NULL;

      if (i == 1)
        {
          before = rap_store_load (self->store, RAP_KIND_ARTICLE, id, NULL);
          after = rap_record_copy (before);
          rap_set_string (&RAP_ARTICLE (after)->title, "Talks at the river");
          rap_edits_replace (rename, before, after);
          commit_edits (self->store, rename);
        }
      if (i == 2 || i == 4)
        rap_edits_free (rap_store_undo (self->store, NULL));
      if (i == 3)
        rap_edits_free (rap_store_redo (self->store, NULL));
      if (i == 4)
        {
          /* what was undone is now discarded */
          add (other, make_article ("a9", "Talk of the town", "Text.", NULL, NULL));
          commit_edits (self->store, other);
        }
      line = list (self->store, RAP_KIND_ARTICLE, &query);
      g_string_append_printf (found, "%s%s", i > 0 ? " | " : "", line);
    }
  g_assert_cmpstr (found->str, ==, "a1 | a1 a2 | a1 | a1 a2 | a1 a9");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add (test_lists, "/store/query/lists");
  fixture_add (test_headers, "/store/query/headers");
  fixture_add (test_missing_row, "/store/query/missing-row");
  fixture_add (test_linked, "/store/query/linked");
  fixture_add (test_annotations, "/store/query/annotations");
  fixture_add (test_find, "/store/query/find");
  fixture_add (test_events, "/store/query/events");
  fixture_add (test_names, "/store/query/names");
  fixture_add (test_foreach, "/store/query/foreach");
  fixture_add (test_follows, "/store/query/follows");
  return g_test_run ();
}
