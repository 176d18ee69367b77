/* test-store-write.c
 *
 * Commits: what goes in comes out member for member, a group is one thing, and
 * an edit of what is no longer there is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

static void
test_round_trip (Fixture       *self,
                 gconstpointer  data)
{
  static const char * const names[] = { "91", "c1", "c2", "e1", "a1", "a3", "b1", "b2", "d1", "d2", "f1", "51", "61", "71" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  commit_sample (self->store);
  before = dump (self->store);
  fixture_close (self);
  fixture_open (self);
  after = dump (self->store);
  g_assert_cmpstr (after, ==, before);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = make_id (names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) found = rap_store_find (self->store, id, &error);
      g_autoptr (RapRecord) loaded = NULL;
      g_autofree char *json = NULL;

      g_assert_no_error (error);
      loaded = rap_store_load (self->store, rap_record_get_kind (found), id, &error);
      g_assert_no_error (error);
      g_assert_true (loaded->sealed);
      g_assert_true (rap_record_equal (found, loaded));
      json = rap_record_to_json (loaded);
      g_assert_nonnull (strstr (after, json));
    }
}

/* What is loaded equals what was committed, not only in its JSON. */
static void
test_equal (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (RapRecord) article = make_article ("a1", "T", "Zero\nwidth\u200cjoiner 👍🏽 end", "2017-07~", NULL);
  g_autoptr (RapRecord) claim = make_claim ("d1", article, "joiner 👍🏽", "p");
  g_autoptr (RapEdits) edits = rap_edits_new ("Add");
  RapRange ranges[] = { { 0, 4 }, { 6, 9 } };
  g_autoptr (RapAnchor) split = rap_anchor_new (RAP_ARTICLE (article)->text, ranges, 2);
  g_autoptr (RapRecord) loaded_article = NULL;
  g_autoptr (RapRecord) loaded_claim = NULL;

  rap_set_anchor (&RAP_CLAIM (claim)->cue, split);
  rap_edits_insert (edits, article);
  rap_edits_insert (edits, claim);
  commit_edits (self->store, edits);
  loaded_article = rap_store_load (self->store, RAP_KIND_ARTICLE, article->id, NULL);
  loaded_claim = rap_store_load (self->store, RAP_KIND_CLAIM, claim->id, NULL);
  g_assert_true (rap_record_equal (loaded_article, article));
  g_assert_true (rap_record_equal (loaded_claim, claim));
}

/* A group that fails at its end leaves nothing of its beginning. */
static void
test_atomic (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autoptr (RapRecord) article = make_article ("a9", "New", "New text.", NULL, NULL);
  RapRecord *bad[] = {
    make_meeting ("b1", "Taken id", NULL),
    make_claim ("d9", article, "New", "Speaker unknown"),
    make_passage (RAP_KIND_MENTION, "f9", article, "text", "nobody"),
  };
  static const char * const expected[] = {
    "STALE: meeting b1000000-0000-4000-8000-000000000000: is there already",
    "REFERENCE: claim d9000000-0000-4000-8000-000000000000 would refer to something (entity) that is not there",
    "REFERENCE: mention f9000000-0000-4000-8000-000000000000 would refer to something (entity) that is not there",
  };

  RAP_CLAIM (bad[1])->speaker = make_id ("nobody");
  commit_sample (self->store);
  before = dump (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (RapEdits) edits = rap_edits_new ("Bad");
      g_autoptr (GError) error = NULL;
      g_autofree char *result = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) history = NULL;
      g_autoptr (GPtrArray) hits = NULL;

      rap_edits_insert (edits, article);
      add (edits, bad[i]);
      g_assert_false (rap_store_commit (self->store, edits, "ada", "test", 1, &error));
      result = describe_error (error, self->path);
      g_assert_cmpstr (result, ==, expected[i]);
      after = dump (self->store);
      g_assert_cmpstr (after, ==, before);
      history = rap_store_history (self->store, 0, NULL);
      g_assert_cmpuint (history->len, ==, 1);
      hits = rap_store_search (self->store, "New", 0, NULL);
      g_assert_cmpuint (hits->len, ==, 0);
    }
}

static void
test_dangling_delete (Fixture       *self,
                      gconstpointer  data)
{
  static const char * const names[] = { "c2", "e1", "e3", "e5", "a1", "b1", "d1" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  commit_sample (self->store);
  before = dump (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = make_id (names[i]);
      g_autoptr (RapRecord) record = rap_store_find (self->store, id, NULL);
      g_autoptr (RapEdits) edits = rap_edits_new ("Delete");
      g_autoptr (GError) error = NULL;

      rap_edits_delete (edits, record);
      g_assert_false (rap_store_commit (self->store, edits, "ada", "test", 1, &error));
      g_assert_error (error, RAP_ERROR, RAP_ERROR_REFERENCE);
    }
  after = dump (self->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_stale (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *id = make_id ("b2");
  g_autoptr (RapRecord) first = NULL;
  g_autoptr (RapRecord) second = NULL;
  g_autoptr (RapEdits) edits = rap_edits_new ("Rename");
  g_autoptr (RapEdits) late = rap_edits_new ("Rename too");
  g_autoptr (RapEdits) gone = rap_edits_new ("Rename what is gone");
  g_autoptr (RapRecord) missing = make_meeting ("b7", "Never there", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *result = NULL;
  g_autofree char *missing_result = NULL;

  commit_sample (self->store);
  first = rap_store_load (self->store, RAP_KIND_MEETING, id, NULL);
  second = rap_record_copy (first);
  rap_set_string (&RAP_MEETING (second)->title, "Renamed");
  rap_edits_replace (edits, first, second);
  rap_edits_replace (late, first, second);
  commit_edits (self->store, edits);
  g_assert_false (rap_store_commit (self->store, late, "ada", "test", 1, &error));
  result = describe_error (error, self->path);
  g_assert_cmpstr (result, ==, "STALE: meeting b2000000-0000-4000-8000-000000000000: was changed in the meantime");

  g_clear_error (&error);
  rap_edits_delete (gone, missing);
  g_assert_false (rap_store_commit (self->store, gone, "ada", "test", 1, &error));
  missing_result = describe_error (error, self->path);
  g_assert_cmpstr (missing_result, ==, "STALE: meeting b7000000-0000-4000-8000-000000000000: is no longer there");
}

static void
test_empty_group (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Nothing");
  g_autoptr (GPtrArray) history = NULL;

  commit_edits (self->store, edits);
  history = rap_store_history (self->store, 0, NULL);
  g_assert_cmpuint (history->len, ==, 0);
}

static GBytes *
sign (RapArticle *article,
      gpointer    user_data)
{
  return g_str_equal (article->title, "unsigned") ? NULL : g_bytes_new (article->title, strlen (article->title));
}

static void
see_signature (const char *article,
               GBytes     *signature,
               gpointer    user_data)
{
  g_string_append_printf (user_data, "%.2s=%.*s ", article,
                          (int) g_bytes_get_size (signature), (const char *) g_bytes_get_data (signature, NULL));
}

static char *
get_signatures (RapStore *store)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  rap_store_foreach_signature (store, see_signature, all, &error);
  g_assert_no_error (error);
  return g_string_free (all, FALSE);
}

static void
test_signatures (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *all = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *again = NULL;

  rap_store_set_signature_func (self->store, sign, NULL);
  commit_new (self->store, make_article ("a1", "one", "Same text.", NULL, NULL));
  commit_new (self->store, make_article ("a2", "unsigned", "Same text.", NULL, NULL));
  commit_new (self->store, make_article ("a3", "three", "Other text.", NULL, NULL));
  all = get_signatures (self->store);
  rap_edits_free (rap_store_undo (self->store, NULL));
  fewer = get_signatures (self->store);
  rap_edits_free (rap_store_redo (self->store, NULL));
  again = get_signatures (self->store);
  g_assert_cmpstr (all, ==, "a1=one a3=three ");
  g_assert_cmpstr (fewer, ==, "a1=one ");
  g_assert_cmpstr (again, ==, all);
}

static void
test_same_text (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (RapRecord) article = make_article ("a1", "one", "Same text.", NULL, NULL);
  g_autoptr (RapRecord) liar = make_article ("a3", "three", "Other text.", NULL, NULL);
  g_autofree char *first = NULL;
  g_autofree char *none = NULL;
  g_autoptr (RapEdits) edits = rap_edits_new ("Lie");
  g_autoptr (GError) error = NULL;

  commit_new (self->store, g_object_ref (article));
  commit_new (self->store, make_article ("a2", "two", "Same text.", NULL, NULL));
  first = rap_store_find_article_by_sha256 (self->store, RAP_ARTICLE (article)->sha256);
  none = rap_store_find_article_by_sha256 (self->store, RAP_ARTICLE (liar)->sha256);
  g_assert_cmpstr (first, ==, article->id);
  g_assert_cmpstr (none, ==, NULL);

  rap_set_string (&RAP_ARTICLE (liar)->sha256, RAP_ARTICLE (article)->sha256);
  rap_edits_insert (edits, liar);
  g_assert_false (rap_store_commit (self->store, edits, "ada", "test", 1, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_INVALID);
}

/* Another id for the project: an import of a whole project into a new file. */
static void
test_project (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (RapRecord) old = rap_store_load (self->store, RAP_KIND_PROJECT, NULL, NULL);
  g_autoptr (RapEdits) edits = rap_edits_new ("Import");
  g_autoptr (RapEdits) second = rap_edits_new ("A second project");
  g_autoptr (RapRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (self->store);
  g_autofree char *after = NULL;

  rap_edits_delete (edits, old);
  add (edits, make_record (RAP_KIND_PROJECT, "92", 1));
  commit_edits (self->store, edits);
  loaded = rap_store_load (self->store, RAP_KIND_PROJECT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (loaded->id, "92"));
  rap_edits_free (rap_store_undo (self->store, &error));
  g_assert_no_error (error);
  after = dump (self->store);
  g_assert_cmpstr (after, ==, before);

  add (second, make_record (RAP_KIND_PROJECT, "93", 1));
  g_assert_false (rap_store_commit (self->store, second, "ada", "test", 1, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add (test_round_trip, "/store/commit/round-trip");
  fixture_add (test_equal, "/store/commit/equal");
  fixture_add (test_atomic, "/store/commit/atomic");
  fixture_add (test_dangling_delete, "/store/commit/dangling-delete");
  fixture_add (test_stale, "/store/commit/stale");
  fixture_add (test_empty_group, "/store/commit/empty-group");
  fixture_add (test_signatures, "/store/commit/signatures");
  fixture_add (test_same_text, "/store/commit/same-text");
  fixture_add (test_project, "/store/commit/project");
  return g_test_run ();
}
