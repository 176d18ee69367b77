/* test-session-commit.c
 *
 * What a commit writes, what it fills in, and that a group with anything wrong
 * in it writes nothing and is heard by nobody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session.h"

#include <string.h>

#include "session-fixture.h"

/* "new same ada" and so on, against the record before. */
static char *
describe_stamps (const RapRecord *before,
                 const RapRecord *after)
{
  return g_strdup_printf ("created %s, modified %s, by %s",
                          after->created == before->created ? "same" : "new",
                          after->modified == before->modified ? "same" : after->modified > before->modified ? "later" : "earlier",
                          after->analyst);
}

static void
test_stamps (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 start = g_get_real_time ();
  g_autoptr (RapEntity) first = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Ann");
  RapRecord *record = RAP_RECORD (first);
  RapEntity *copy;
  g_autoptr (RapEntity) second = NULL;
  g_autofree char *changed = NULL;

  g_assert_cmpstr (record->analyst, ==, "ada");
  g_assert_cmpint (record->created, ==, record->modified);
  g_assert_cmpint (record->created, >=, start);
  g_assert_cmpint (record->created, <=, g_get_real_time () + 1000);

  rap_session_set_analyst (fixture->session, "bob");
  copy = RAP_ENTITY (rap_record_copy (record));
  rap_set_string (&copy->name, "Anna");
  second = session_replace (fixture->session, record, copy);
  changed = describe_stamps (record, RAP_RECORD (second));
  g_assert_cmpstr (changed, ==, "created same, modified later, by bob");

  rap_session_set_analyst (fixture->session, "");
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
  {
    g_autoptr (RapRecord) back = rap_session_load (fixture->session, RAP_KIND_ENTITY, record->id, NULL);

    g_assert_true (rap_record_equal (back, record));
  }
}

/* What a record brings is kept; only what it leaves out is filled in. */
static void
test_stamps_given (Fixture       *fixture,
                   gconstpointer  data)
{
  RapRecord *entity = rap_record_new (RAP_KIND_ENTITY);
  g_autoptr (RapRecord) stored = NULL;
  g_autofree char *times = NULL;
  g_autofree char *created = NULL;
  g_autofree char *modified = NULL;

  rap_set_string (&RAP_ENTITY (entity)->name, "Ann");
  g_assert_true (rap_time_parse ("2001-02-03T04:05:06Z", &entity->created));
  g_assert_true (rap_time_parse ("2002-02-03T04:05:06Z", &entity->modified));
  rap_set_string (&entity->analyst, "carol");
  stored = session_insert (fixture->session, entity);
  created = rap_time_format (stored->created);
  modified = rap_time_format (stored->modified);
  times = g_strjoin (" ", created, modified, stored->analyst, NULL);
  g_assert_cmpstr (times, ==, "2001-02-03T04:05:06Z 2002-02-03T04:05:06Z carol");
}

/* Two edits of one record in one group, the second over the first. */
static void
test_stamps_in_turn (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Add and rename");
  g_autoptr (RapRecord) first = rap_record_new (RAP_KIND_ENTITY);
  g_autoptr (RapRecord) second = NULL;
  g_autoptr (RapRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  rap_set_string (&RAP_ENTITY (first)->name, "Ann");
  rap_edits_insert (edits, first);
  second = rap_record_copy (first);
  rap_set_string (&RAP_ENTITY (second)->name, "Anna");
  rap_edits_replace (edits, first, second);
  rap_session_commit (fixture->session, edits, &error);
  g_assert_no_error (error);
  stored = rap_session_load (fixture->session, RAP_KIND_ENTITY, first->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (RAP_ENTITY (stored)->name, ==, "Anna");
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, &error), ==, 1);
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ENTITY), ==, 0);
}

/* What bad groups are made from. */
typedef struct
{
  RapArticle *article;
  RapEntity  *person;
  RapMeeting *meeting;
  RapClaim   *claim;
} World;

static RapClaim *
new_claim (World *world)
{
  RapClaim *claim = RAP_CLAIM (rap_record_new (RAP_KIND_CLAIM));

  rap_set_string (&claim->article, id_of (world->article));
  claim->content = article_anchor (world->article, "met");
  return claim;
}

static void
add_taking (RapEdits *edits,
            gpointer  record)
{
  rap_edits_insert (edits, record);
  g_object_unref (record);
}

static void
bad_nameless (World    *world,
              RapEdits *edits)
{
  add_taking (edits, rap_record_new (RAP_KIND_ENTITY));
}

static void
bad_quote (World    *world,
           RapEdits *edits)
{
  RapClaim *claim = new_claim (world);
  RapRange range = { 0, 3 };

  g_clear_pointer (&claim->content, rap_anchor_unref);
  claim->content = rap_anchor_new_raw (&range, 1, "Bob", "", " met Bob in the capital. Ann was");
  add_taking (edits, claim);
}

static void
bad_range (World    *world,
           RapEdits *edits)
{
  RapClaim *claim = new_claim (world);
  RapRange range = { 1000, 1003 };

  g_clear_pointer (&claim->content, rap_anchor_unref);
  claim->content = rap_anchor_new_raw (&range, 1, "met", "", "");
  add_taking (edits, claim);
}

static void
bad_speaker (World    *world,
             RapEdits *edits)
{
  RapClaim *claim = new_claim (world);

  rap_set_string (&claim->speaker, "00000000-0000-4000-8000-000000000000");
  add_taking (edits, claim);
}

static void
bad_kind (World    *world,
          RapEdits *edits)
{
  RapClaim *claim = new_claim (world);

  rap_set_string (&claim->speaker, id_of (world->meeting));
  add_taking (edits, claim);
}

static void
bad_proposition (World    *world,
                 RapEdits *edits)
{
  RapClaim *claim = new_claim (world);

  rap_set_string (&claim->proposition, "two\nlines");
  add_taking (edits, claim);
}

static void
bad_place (World    *world,
           RapEdits *edits)
{
  RapMeeting *meeting = RAP_MEETING (rap_record_copy (RAP_RECORD (world->meeting)));

  rap_set_string (&meeting->place, id_of (world->person));
  rap_edits_replace (edits, RAP_RECORD (world->meeting), RAP_RECORD (meeting));
  g_object_unref (meeting);
}

static void
bad_second (World    *world,
            RapEdits *edits)
{
  RapEntity *good = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));

  rap_set_string (&good->name, "Good");
  add_taking (edits, good);
  bad_speaker (world, edits);
}

static void
bad_stale (World    *world,
           RapEdits *edits)
{
  RapEntity *before = RAP_ENTITY (rap_record_copy (RAP_RECORD (world->person)));
  RapEntity *after = RAP_ENTITY (rap_record_copy (RAP_RECORD (world->person)));

  rap_set_string (&before->name, "Never so called");
  rap_set_string (&after->name, "New");
  rap_edits_replace (edits, RAP_RECORD (before), RAP_RECORD (after));
  g_object_unref (before);
  g_object_unref (after);
}

static void
bad_twice (World    *world,
           RapEdits *edits)
{
  rap_edits_insert (edits, RAP_RECORD (world->person));
}

/* Still the speaker of a claim. */
static void
bad_deletion (World    *world,
              RapEdits *edits)
{
  rap_edits_delete (edits, RAP_RECORD (world->person));
}

static void
bad_relation (World    *world,
              RapEdits *edits)
{
  RapRelation *relation = RAP_RELATION (rap_record_new (RAP_KIND_RELATION));

  rap_set_string (&relation->from, id_of (world->claim));
  rap_set_string (&relation->to, id_of (world->claim));
  add_taking (edits, relation);
}

static const struct
{
  void      (*make) (World *, RapEdits *);
  const char *expected;
} bad_groups[] = {
  { bad_nameless, "INVALID entity #: name: may not be empty" },
  { bad_quote, "INVALID claim #: content: the quote is not what the article's text says at these ranges" },
  { bad_range, "INVALID claim #: content: the ranges end after the article's text" },
  { bad_speaker, "REFERENCE claim #: speaker: there is no entity #" },
  { bad_kind, "REFERENCE claim #: speaker: there is no entity #" },
  { bad_proposition, "INVALID claim #: proposition: a proposition is one line" },
  { bad_place, "REFERENCE meeting #: place: entity # (person) is not a place" },
  { bad_second, "REFERENCE claim #: speaker: there is no entity #" },
  { bad_stale, "STALE" },
  { bad_twice, "STALE" },
  { bad_deletion, "REFERENCE" },
  { bad_relation, "INVALID relation #: to: a claim does not stand in relation to itself" },
};

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapArticle) article = session_add_article (session, "Meeting", NULL, "Ann met Bob in the capital. Ann was glad.");
  g_autoptr (RapEntity) person = session_add_entity (session, RAP_ENTITY_PERSON, "Ann");
  g_autoptr (RapMeeting) meeting = session_add_meeting (session, "Ann and Bob", "2020");
  g_autoptr (RapClaim) claim = session_add_claim (session, article, "Ann was glad", id_of (person));
  g_autofree char *before = session_state (session);
  World world = { article, person, meeting, claim };
  guint n_changed = 0;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (count_cb), &n_changed);
  for (guint i = 0; i < G_N_ELEMENTS (bad_groups); i++)
    {
      g_autoptr (RapEdits) edits = rap_edits_new ("Bad");
      g_autoptr (GError) error = NULL;
      g_autofree char *message = NULL;
      g_autofree char *result = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) history = NULL;

      bad_groups[i].make (&world, edits);
      g_assert_false (rap_session_commit (session, edits, &error));
      message = mask (error->message, fixture->path);
      result = g_strjoin (" ", error_nick (error), message, NULL);
      if (strchr (bad_groups[i].expected, ' ') != NULL)
        g_assert_cmpstr (result, ==, bad_groups[i].expected);
      else
        g_assert_cmpstr (error_nick (error), ==, bad_groups[i].expected);

      after = session_state (session);
      history = rap_session_get_history (session, 0, NULL);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (history->len, ==, 4);
    }
  g_assert_cmpuint (n_changed, ==, 0);
  g_signal_handlers_disconnect_by_func (session, count_cb, &n_changed);
}

static void
test_empty_group (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (RapEntity) person = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Ann");
  g_autoptr (RapRecord) same = rap_record_copy (RAP_RECORD (person));
  g_autoptr (RapEdits) edits = rap_edits_new ("Nothing");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  guint n_changed = 0;

  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (count_cb), &n_changed);
  rap_edits_replace (edits, RAP_RECORD (person), same);
  g_assert_true (rap_session_commit (fixture->session, edits, &error));
  g_assert_no_error (error);
  history = rap_session_get_history (fixture->session, 0, &error);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpuint (n_changed, ==, 0);
  g_signal_handlers_disconnect_by_func (fixture->session, count_cb, &n_changed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/session/stamps", test_stamps);
  fixture_add_test ("/session/session/stamps-given", test_stamps_given);
  fixture_add_test ("/session/session/stamps-in-turn", test_stamps_in_turn);
  fixture_add_test ("/session/session/invalid", test_invalid);
  fixture_add_test ("/session/session/empty-group", test_empty_group);

  return g_test_run ();
}
