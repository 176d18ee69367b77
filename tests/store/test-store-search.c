/* test-store-search.c
 *
 * Full-text search: a table of queries with the articles they find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "rap-store-search.h"

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
    /* quotation marks as they are printed */
    { "“border is”", "a1" },
    { "“is border”", "" },
    { "„border is“ baghdad", "a1" },
    { "„is border“", "" },
    { "„border is” “baghdad”", "a1" },
    { "„is border”", "" },
    { "«border is»", "a1" },
    { "«is border»", "" },
    { "»is border«", "" },
    { "“border is sa”*", "a1" },
    { "the outlet:“press tv”", "a2" },
    { "border -“border is”", "" },
    { "“border", "a1" },
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
    { "after:1900", "a2 a1 a4" },
    /* what would be syntax to FTS5 is only text here */
    { "border AND", "" },
    { "border OR", "" },
    { "crossing OR border", "a2 a1" },
    { "NEAR(border baghdad)", "" },
    { "(border", "a1" },
    { "border)", "a1" },
    { "title:border", "" },
    { "title:crossing", "a2" },
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
    { "-border", "INVALID: the search “-border” says only what to leave out" },
    { "the is:red", "INVALID: “red” in the search “the is:red” makes no sense" },
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

/* What keyboards and typists vary is one, in texts and in queries; scripts
 * without spaces are found by any stretch of letters. */
static void
test_letters (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *query;
  } found[] = {
    { "علي باقري", "علی" },                       /* Arabic yeh, Persian yeh */
    { "علی", "على" },                             /* alef maksura */
    { "كتاب", "کتاب" },                           /* kaf */
    { "مدرسة", "مدرسه" },                         /* teh marbuta */
    { "أحمد", "احمد" },                           /* alef with hamza */
    { "آسيا", "اسیا" },
    { "مسؤول", "مسوول" },                         /* waw with hamza */
    { "رئيس", "رییس" },                           /* yeh with hamza */
    { "مـــردم", "مردم" },                        /* tatweel */
    { "مُحَمَّد", "محمد" },                            /* harakat */
    { "می‌رود", "میرود" },                         /* joiner */
    { "نامۀ", "نامه" },
    { "۱۴۰۱", "1401" },
    { "٢٠٢٢", "2022" },
    { "中国国防部长访问北京。", "北京" },
    { "中国国防部长访问北京。", "国防部" },
    { "中国国防部长访问北京。", "部长" },
    { "東京タワー", "タワー" },
    { "กระทรวงกลาโหม", "กลาโหม" },
    { "Ærø, Łódź, Đà Nẵng", "lodz" },
    { "Straße", "STRASSE" },
    { "ﬁnance", "finance" },
    { "İstanbul", "istanbul" },
    { "Iran’s army", "iran" },
    { "Qurʾan", "quran" },
    { "co\xc2\xadoperate", "cooperate" },        /* soft hyphen */
    { "대한민국", "대한민국" },
  };
  static const struct
  {
    const char *text;
    const char *query;
  } lost[] = {
    { "中国国防部长", "长部" },
    { "中国 北京", "\"国京\"" },
    { "border", "bord" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (found) + G_N_ELEMENTS (lost); i++)
    {
      gboolean is_found = i < G_N_ELEMENTS (found);
      const char *text = is_found ? found[i].text : lost[i - G_N_ELEMENTS (found)].text;
      const char *query = is_found ? found[i].query : lost[i - G_N_ELEMENTS (found)].query;
      g_autoptr (RapEdits) one = rap_edits_new ("Import");
      g_autofree char *name = g_strdup_printf ("%02x", i);
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (RapEdits) undone = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *line = NULL;
      g_autofree char *expected = g_strdup_printf ("%s in %s: %s", query, text, is_found ? "1 hit, 1 place" : "no hit");

      add (one, make_article (name, "Title", text, NULL, NULL));
      commit_edits (self->store, one);
      hits = rap_store_search (self->store, query, 0, &error);
      g_assert_no_error (error);
      line = g_strdup_printf ("%s in %s: %s", query, text,
                              hits->len == 0 ? "no hit"
                              : ((RapHit *) hits->pdata[0])->places->len == 1 ? "1 hit, 1 place" : "1 hit, other places");
      g_assert_cmpstr (line, ==, expected);
      undone = rap_store_undo (self->store, &error);
      g_assert_no_error (error);
    }
}

/* The places of all hits and the title's, in code points. */
static void
test_places (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *query;
    const char *expected;
  } cases[] = {
    { "one", "[0-3] [16-19] | [5-8]" },
    { "\"one two\"", "[16-23] | [5-12]" },
    { "thr*", "[24-29] |" },
    { "two OR three", "[8-11] [20-23] [24-29] | [9-12]" },
    { "two NOT nothing", "[8-11] [20-23] | [9-12]" },
    { "title:plus one", "[0-3] [16-19] | [0-4] [5-8]" },
  };
  g_autoptr (RapEdits) edits = rap_edits_new ("Import");

  add (edits, make_article ("a1", "Plus one two", "One é 1 two. 👍🏽 one two three", "2020", NULL));
  commit_edits (self->store, edits);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = rap_store_search (self->store, cases[i].query, 0, NULL);
      g_autoptr (GString) places = g_string_new (NULL);
      RapHit *hit = hits->pdata[0];

      for (guint k = 0; k < hit->places->len; k++)
        g_string_append_printf (places, "[%u-%u] ", g_array_index (hit->places, RapRange, k).start,
                                g_array_index (hit->places, RapRange, k).end);
      g_string_append (places, "|");
      for (guint k = 0; k < hit->title_ranges->len; k++)
        g_string_append_printf (places, " [%u-%u]", g_array_index (hit->title_ranges, RapRange, k).start,
                                g_array_index (hit->title_ranges, RapRange, k).end);
      g_assert_cmpstr (places->str, ==, cases[i].expected);
    }
}

/* The menu of a page counts only where the report does not say the word. */
static void
test_furniture (Fixture       *self,
                gconstpointer  data)
{
  static const char text[] = "Army Donate\nThe army met. The army left.\nMore: army, navy";
  RapRange body = { 12, 40 };
  g_autoptr (RapEdits) edits = rap_edits_new ("Import");
  g_autoptr (GPtrArray) army = NULL;
  g_autoptr (GPtrArray) navy = NULL;
  RapHit *hit;
  g_autoptr (RapRecord) whole = make_article ("a1", "Title", text, "2020", NULL);
  RapRecord *article = rap_record_copy (whole);

  g_clear_pointer (&RAP_ARTICLE (article)->body, g_array_unref);
  RAP_ARTICLE (article)->body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_array_append_val (RAP_ARTICLE (article)->body, body);
  add (edits, rap_record_seal (article));
  commit_edits (self->store, edits);

  army = rap_store_search (self->store, "army", 0, NULL);
  hit = army->pdata[0];
  g_assert_cmpuint (hit->places->len, ==, 2);
  g_assert_cmpuint (hit->offset, ==, 16);
  navy = rap_store_search (self->store, "navy", 0, NULL);
  hit = navy->pdata[0];
  g_assert_cmpuint (hit->places->len, ==, 1);
  g_assert_cmpuint (hit->offset, ==, 53);
}

/* "a1 a2 of 3": so many letters of the id of each. (transfer full) */
static char *
find_page (RapStore        *store,
           const RapSearch *search,
           int              n_letters)
{
  RapSearchCount count = { 0, FALSE };
  g_autoptr (GPtrArray) hits = rap_store_find_hits (store, search, &count, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    g_string_append_printf (names, "%.*s ", n_letters, ((RapHit *) hits->pdata[i])->article);
  g_string_append_printf (names, "of %s%u", count.is_about ? "about " : "", count.n);
  return g_string_free (names, FALSE);
}

static void
test_orders (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char     *query;
    RapSearchOrder  order;
    guint           first;
    gboolean        is_typing;
    const char     *expected;
  } cases[] = {
    { "army", RAP_SEARCH_NEWEST, 0, FALSE, "a3 a1 of 4" },
    { "army", RAP_SEARCH_NEWEST, 2, FALSE, "a2 a4 of 4" },
    { "army", RAP_SEARCH_OLDEST, 0, FALSE, "a2 a1 of 4" },
    { "army", RAP_SEARCH_OLDEST, 2, FALSE, "a3 a4 of 4" },
    { "army", RAP_SEARCH_BEST, 0, FALSE, "a4 a1 of 4" },      /* in the title, then often */
    { "army navy", RAP_SEARCH_BEST, 0, FALSE, "a1 of 1" },
    { "arm", RAP_SEARCH_NEWEST, 0, FALSE, "of 0" },
    { "arm", RAP_SEARCH_NEWEST, 0, TRUE, "a3 a1 of 4" },
    { "ar", RAP_SEARCH_NEWEST, 0, TRUE, "of 0" },
    { "arm ", RAP_SEARCH_NEWEST, 0, TRUE, "of 0" },           /* typed to its end */
    { "army -navy", RAP_SEARCH_OLDEST, 0, FALSE, "a2 a3 of 3" },
    { "army NOT navy", RAP_SEARCH_OLDEST, 0, FALSE, "a2 a3 of 3" },
    { "navy OR harbour", RAP_SEARCH_OLDEST, 0, FALSE, "a1 a3 of 2" },
    { "after:2020", RAP_SEARCH_NEWEST, 0, FALSE, "a3 a1 of 2" },
    { "army before:2021", RAP_SEARCH_NEWEST, 0, FALSE, "a2 of 1" },
    { "army", RAP_SEARCH_NEWEST, 9, FALSE, "of 4" },
  };
  g_autoptr (RapEdits) edits = rap_edits_new ("Import");

  add (edits, make_article ("a1", "First", "The army and the navy. The army again, the army.", "2021-02-03", NULL));
  add (edits, make_article ("a2", "Second", "An army somewhere in a text of some more words than the others have.", "2019", NULL));
  add (edits, make_article ("a3", "Third", "An army in the harbour of this or that other place.", "2022-01-01", NULL));
  add (edits, make_article ("a4", "The army", "Words of an army.", NULL, NULL));
  commit_edits (self->store, edits);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapSearch search = { cases[i].query, cases[i].order, cases[i].first, 2, cases[i].is_typing };
      g_autofree char *found = find_page (self->store, &search, 2);
      g_autofree char *line = g_strdup_printf ("%u %s: %s", i, cases[i].query, found);
      g_autofree char *expected = g_strdup_printf ("%u %s: %s", i, cases[i].query, cases[i].expected);

      g_assert_cmpstr (line, ==, expected);
    }
}

/* A thousand articles with 300 words each: all but every tenth tell of theories, every fourth has "theo". */
static void
commit_theories (RapStore *store)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Import");

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("a%03u", i);
      g_autofree char *published = g_strdup_printf ("%04u-%02u-%02u", 2000 + i / 336, i / 28 % 12 + 1, i % 28 + 1);
      g_autoptr (GString) text = g_string_new (i % 4 == 0 ? "Theo theo." : "Nobody else.");

      for (guint k = 0; k < 300; k++)
        g_string_append (text, i % 10 == 9 ? " practice" : i == 8 && k < 9 ? " theo" : " theory");
      if (i == 500 || i == 501 || i == 509)
        g_string_append (text, " rare");
      add (edits, make_article (name, "Of ideas", text->str, published, NULL));
    }
  commit_edits (store, edits);
}

/* A word on its way to one that nearly every article has. */
static void
test_open_word (Fixture       *self,
                gconstpointer  data)
{
  static const struct
  {
    const char     *query;
    RapSearchOrder  order;
    guint           first;
    const char     *expected;
  } cases[] = {
    { "theo", RAP_SEARCH_NEWEST, 0, "a998 a997 a996 of about 916" },
    { "theo", RAP_SEARCH_NEWEST, 3, "a995 a994 a993 of about 916" },
    { "theo", RAP_SEARCH_OLDEST, 0, "a000 a001 a002 of about 916" },
    { "theo", RAP_SEARCH_BEST, 0, "a008 a996 a992 of about 916" },     /* as it is typed */
    { "theor", RAP_SEARCH_BEST, 0, "a998 a997 a996 of about 916" },
    { "after:2002-12-17 theo", RAP_SEARCH_NEWEST, 0, "a998 a997 of 2" },
    { "rare theo", RAP_SEARCH_NEWEST, 0, "a501 a500 of 2" },
    { "rare theo", RAP_SEARCH_BEST, 0, "a501 a500 of 2" },
    { "practice theo", RAP_SEARCH_NEWEST, 0, "of 0" },
    { "theo practice", RAP_SEARCH_NEWEST, 0, "of 0" },
    { "theory ", RAP_SEARCH_NEWEST, 0, "a998 a997 a996 of 900" },      /* typed to its end */
    { "rare OR theo", RAP_SEARCH_OLDEST, 0, "a000 a001 a002 of 901" },
  };

  commit_theories (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapSearch search = { cases[i].query, cases[i].order, cases[i].first, 3, TRUE };
      g_autofree char *found = find_page (self->store, &search, 4);
      g_autofree char *line = g_strdup_printf ("%u %s: %s", i, cases[i].query, found);
      g_autofree char *expected = g_strdup_printf ("%u %s: %s", i, cases[i].query, cases[i].expected);

      g_assert_cmpstr (line, ==, expected);
    }
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
  fixture_add (test_letters, "/store/search/letters");
  fixture_add (test_places, "/store/search/places");
  fixture_add (test_furniture, "/store/search/furniture");
  fixture_add (test_orders, "/store/search/orders");
  fixture_add (test_open_word, "/store/search/open-word");
  fixture_add (test_limit, "/store/search/limit");
  return g_test_run ();
}
