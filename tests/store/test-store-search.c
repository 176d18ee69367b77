/* test-store-search.c
 *
 * Full-text search: a table of queries with the articles they find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

static void
commit_articles (RapStore *store)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Import");
  RapRecord *by = make_article ("a4", "Byline", "Plain words about nothing.", "2019-01-02", NULL);

  commit_sample (store);
  rap_set_string (&RAP_ARTICLE (by)->byline, "José Ácero");
  add (edits, by);
  commit_edits (store, edits);
}

/* "a1 a2" of what was found, or the error. */
static char *
find (RapStore   *store,
      const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = rap_store_search (store, query, 0, &error);
  GString *names = g_string_new (NULL);

  if (hits == NULL)
    {
      g_string_free (names, TRUE);
      return describe_error (error, "");
    }
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (names, i > 0 ? " %.2s" : "%.2s", ((RapHit *) hits->pdata[i])->article);
  return g_string_free (names, FALSE);
}

static void
test_queries (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *query;
    const char *found;
  } cases[] = {
    { "border", "a1" },
    { "BORDER", "a1" },
    { "naive", "a1" },
    { "bord", "" },
    { "bord*", "a1" },
    { "border river", "" },
    { "\"border is\"", "a1" },
    { "\"is border\"", "" },
    { "\"border is\" baghdad", "a1" },
    { "\"border is sa\"*", "a1" },
    { "crossing", "a2" },
    { "باقری", "a3" },
    { "the outlet:tasnim", "a1" },
    { "the outlet:\"press tv\"", "a2" },
    { "the OUTLET:press", "a2" },
    { "the outlet:nobody", "" },
    { "the before:2021", "a1" },
    { "the after:2021", "a2" },
    { "the after:2020-11-16", "a2" },
    { "the after:2020-11-15 before:2020-11-17", "a1" },
    { "author:acero", "a4" },
    { "words author:\"jose ac\"", "a4" },
    { "outlet:press", "a2" },
    { "after:1900", "a4 a1 a2" },
    /* what would be syntax to FTS5 is only text here */
    { "border AND", "" },
    { "border OR", "" },
    { "NEAR(border baghdad)", "" },
    { "(border", "a1" },
    { "border)", "a1" },
    { "title:border", "" },
    { "-border", "a1" },
    { "^border", "a1" },
    { "\"border", "a1" },
    { "bor\"der", "" },
    { "border \"", "a1" },
    { "border *", "a1" },
    { "border + -- ;", "a1" },
    { "{title}", "" },
    { "text : border", "" },
    { "", "INVALID: there is nothing to search for in “”" },
    { " * \" ", "INVALID: there is nothing to search for in “ * \" ”" },
    { "the before:soon", "INVALID: “soon” in the search “the before:soon” makes no sense" },
    { "the outlet:", "INVALID: “” in the search “the outlet:” makes no sense" },
  };

  commit_articles (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (self->store, cases[i].query);
      g_autofree char *line = g_strdup_printf ("%s → %s", cases[i].query, found);
      g_autofree char *expected = g_strdup_printf ("%s → %s", cases[i].query, cases[i].found);

      g_assert_cmpstr (line, ==, expected);
    }
}

static void
test_hit (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) by_title = NULL;
  g_autoptr (GString) result = g_string_new (NULL);
  RapHit *hit;

  commit_articles (self->store);
  hits = rap_store_search (self->store, "border safe", 0, NULL);
  hit = hits->pdata[0];
  g_string_append_printf (result, "%s|%s|%u|", hit->title, hit->published, hit->offset);
  for (guint i = 0; i < hit->ranges->len; i++)
    {
      RapRange range = g_array_index (hit->ranges, RapRange, i);
      g_autofree char *words = g_utf8_substring (hit->snippet, range.start, range.end);

      g_string_append_printf (result, "[%s]", words);
    }
  g_assert_cmpstr (result->str, ==, "Talks in Baghdad|2020-11-16|56|[border][safe]");
  g_assert_null (strchr (hit->snippet, '\n'));

  by_title = rap_store_search (self->store, "crossing", 0, NULL);
  hit = by_title->pdata[0];
  g_assert_cmpstr (hit->snippet, ==, "River crossing");
  g_assert_cmpuint (hit->offset, ==, 0);
}

/* The index follows a title that changes, and forgets what is deleted. */
static void
test_follows (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *id = make_id ("a4");
  g_autoptr (RapRecord) before = NULL;
  g_autoptr (RapRecord) after = NULL;
  g_autoptr (RapEdits) rename = rap_edits_new ("Rename");
  g_autoptr (RapEdits) delete = rap_edits_new ("Delete");
  g_autofree char *old_word = NULL;
  g_autofree char *new_word = NULL;
  g_autofree char *text_word = NULL;
  g_autofree char *gone = NULL;

  commit_articles (self->store);
  before = rap_store_load (self->store, RAP_KIND_ARTICLE, id, NULL);
  after = rap_record_copy (before);
  rap_set_string (&RAP_ARTICLE (after)->title, "Headline");
  rap_edits_replace (rename, before, after);
  commit_edits (self->store, rename);
  old_word = find (self->store, "byline");
  new_word = find (self->store, "headline");
  text_word = find (self->store, "nothing");
  rap_edits_delete (delete, after);
  commit_edits (self->store, delete);
  gone = find (self->store, "headline");
  g_assert_cmpstr (old_word, ==, "");
  g_assert_cmpstr (new_word, ==, "a4");
  g_assert_cmpstr (text_word, ==, "a4");
  g_assert_cmpstr (gone, ==, "");
}

static void
test_limit (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = NULL;

  commit_articles (self->store);
  hits = rap_store_search (self->store, "after:1900", 2, NULL);
  g_assert_cmpuint (hits->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add (test_queries, "/store/search/queries");
  fixture_add (test_hit, "/store/search/hit");
  fixture_add (test_follows, "/store/search/follows");
  fixture_add (test_limit, "/store/search/limit");
  return g_test_run ();
}
