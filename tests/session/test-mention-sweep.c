/* test-mention-sweep.c
 *
 * All mentions of a name: what is found, what is doubtful, what is left alone,
 * and that marking is one group. Found variants and spellings, and the page of
 * a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-mention-sweep.h"
#include "rap-entity-merge.h"
#include "rap-name-page.h"
#include "rap-variants-index.h"
#include "rap-variants-spelling.h"
#include "session-fixture.h"

static void
add_alias (RapSession  *session,
           RapEntity  **entity,
           const char  *name)
{
  RapEntity *after = RAP_ENTITY (rap_record_copy (RAP_RECORD (*entity)));
  RapEntity *stored;

  if (after->names == NULL)
    after->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  g_ptr_array_add (after->names, rap_name_new (name, "", RAP_NAME_ALIAS));
  stored = session_replace (session, *entity, after);
  g_object_unref (*entity);
  *entity = stored;
}

static RapMention *
add_mention (RapSession       *session,
             const RapArticle *article,
             const char       *quote,
             RapEntity        *entity)
{
  RapMention *mention = RAP_MENTION (rap_record_new (RAP_KIND_MENTION));

  rap_set_string (&mention->article, ((const RapRecord *) article)->id);
  rap_set_string (&mention->entity, id_of (entity));
  mention->anchor = article_anchor (article, quote);
  return session_insert (session, mention);
}

/* "[x] met |Torvik| in" a line. (transfer full) */
static char *
print_hits (const RapSweep *sweep)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sweep->hits->len; i++)
    {
      const RapSweepHit *hit = sweep->hits->pdata[i];
      g_autofree char *before = g_utf8_substring (hit->before, MAX (g_utf8_strlen (hit->before, -1), 7) - 7,
                                                  g_utf8_strlen (hit->before, -1));
      g_autofree char *after = g_utf8_substring (hit->after, 0, MIN (g_utf8_strlen (hit->after, -1), 7));

      g_string_append_printf (out, "%s %u %s|%s|%s%s%s\n", hit->ticked ? "[x]" : "[ ]", hit->doubts, before, hit->text, after,
                              hit->other != NULL ? " ~ " : "", hit->other != NULL ? hit->other : "");
    }
  g_string_append_printf (out, "%u marked, %u others", sweep->n_marked, sweep->n_others);
  return g_string_free (out, FALSE);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Until @result is there and nobody but it holds the session: the worker lets go a moment later. */
static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL || G_OBJECT (*result)->ref_count > 1)
    g_main_context_iteration (NULL, *result == NULL);
}

static RapSweep *
sweep_for (RapSession    *session,
           const char    *entity,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  rap_session_sweep_async (session, entity, NULL, NULL, cancellable, done_cb, &result);
  wait_for (&result);
  return rap_session_sweep_finish (session, result, error);
}

static GPtrArray *
find_spellings (RapSession *session,
                RapEntity  *entity)
{
  g_autoptr (GAsyncResult) result = NULL;

  rap_variants_find_spellings_async (session, id_of (entity), NULL, done_cb, &result);
  wait_for (&result);
  return rap_variants_find_spellings_finish (session, result, NULL);
}

static void
assert_hits (RapSession *session,
             RapEntity  *entity,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapSweep) sweep = sweep_for (session, id_of (entity), NULL, &error);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  got = print_hits (sweep);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_sweep (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RapEntity) torvik = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Ilan Torvik");
  g_autoptr (RapEntity) other = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Mira Torvik");
  g_autoptr (RapArticle) first = session_add_article (fixture->session, "First", "2022-01-01",
    "Ilan Torvik spoke. Torvik left; Mira Torvik stayed. General Torvik and Oleg Torvik came.");
  g_autoptr (RapArticle) second = session_add_article (fixture->session, "Second", "2021-01-01",
    "On Monday ILAN TORVIK’s men and Torviks met ilan\ntorvik.");
  g_autoptr (RapArticle) third = session_add_article (fixture->session, "Third", NULL, "Nobody of that name.");
  g_autoptr (RapMention) marked = NULL;
  g_autoptr (RapMention) gone = NULL;

  assert_hits (fixture->session, torvik,
               "[x] 0 Monday |ILAN TORVIK|’s men \n"
               "[x] 0 ks met |ilan torvik|.\n"
               "[x] 0 |Ilan Torvik| spoke.\n"
               "0 marked, 0 others");
  add_alias (fixture->session, &torvik, "Torvik");
  assert_hits (fixture->session, torvik,
               "[x] 0 Monday |ILAN TORVIK|’s men \n"
               "[x] 0 ks met |ilan torvik|.\n"
               "[x] 0 |Ilan Torvik| spoke.\n"
               "[ ] 1 spoke. |Torvik| left;  ~ Mira Torvik\n"
               "[ ] 1 eneral |Torvik| and Ol ~ Mira Torvik\n"
               "[ ] 1 d Oleg |Torvik| came. ~ Mira Torvik\n"
               "0 marked, 0 others");
  session_delete (fixture->session, other);
  marked = add_mention (fixture->session, first, "Ilan Torvik", torvik);
  gone = add_mention (fixture->session, second, "ILAN TORVIK", torvik);
  session_delete (fixture->session, gone);
  assert_hits (fixture->session, torvik,
               "[ ] 8 Monday |ILAN TORVIK|’s men \n"
               "[x] 0 ks met |ilan torvik|.\n"
               "[x] 0 spoke. |Torvik| left; \n"
               "[ ] 2 ; Mira |Torvik| stayed ~ Mira Torvik\n"
               "[x] 0 eneral |Torvik| and Ol\n"
               "[ ] 2 d Oleg |Torvik| came. ~ Oleg Torvik\n"
               "1 marked, 0 others");
  g_assert_true (RAP_IS_ARTICLE (third));
}

/* Persian and Arabic letters are one name; furniture is offered, not ticked. */
static void
test_scripts (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (RapEntity) entity = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "علی باقری");
  g_autoptr (RapArticle) article = session_add_article (fixture->session, "Arabic", NULL, "علي باقري جاء.\nعلی باقری");
  RapArticle *after = RAP_ARTICLE (rap_record_copy (RAP_RECORD (article)));

  g_array_index (after->body, RapRange, 0).end = 14;
  g_object_unref (session_replace (fixture->session, article, after));
  assert_hits (fixture->session, entity, "[x] 0 |علي باقري| جاء. ع\n[ ] 4 ي جاء. |علی باقری|\n0 marked, 0 others");
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (RapEntity) torvik = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Torvik");
  g_autoptr (RapArticle) first = session_add_article (fixture->session, "First", "2020", "Torvik, Torvik and Torvik.");
  g_autoptr (RapArticle) second = session_add_article (fixture->session, "Second", "2021", "Torvik.");
  g_autoptr (RapSweep) sweep = sweep_for (fixture->session, id_of (torvik), NULL, NULL);
  g_autoptr (RapMention) meanwhile = add_mention (fixture->session, first, "Torvik", torvik);
  g_autoptr (RapEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *label = NULL;
  guint n;

  g_assert_cmpuint (rap_sweep_count_ticked (sweep), ==, 4);
  RAP_SWEEP_HIT (sweep->hits->pdata[1])->ticked = FALSE;
  before = session_state (fixture->session);
  edits = rap_session_sweep_build (fixture->session, id_of (torvik), sweep, "Tag 2 mentions of Torvik", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  rap_session_commit (fixture->session, edits, &error);
  g_assert_no_error (error);
  assert_hits (fixture->session, torvik, "[x] 0 orvik, |Torvik| and To\n3 marked, 0 others");
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, &label, NULL), ==, 1);
  g_assert_cmpstr (label, ==, "Tag 2 mentions of Torvik");
  undone = session_state (fixture->session);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (RAP_IS_ARTICLE (second));
}

static void
test_worker (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const expected[] = { "[x] 0 |Torvik|.\n0 marked, 0 others", "CANCELLED", "NOT_FOUND" };
  g_autoptr (RapEntity) torvik = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Torvik");
  g_autoptr (RapArticle) article = session_add_article (fixture->session, "First", NULL, "Torvik.");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (RapSweep) sweep = NULL;
      g_autofree char *got = NULL;

      if (i == 1)
        g_cancellable_cancel (cancellable);
      sweep = sweep_for (fixture->session, i == 2 ? id_of (article) : id_of (torvik), cancellable, &error);
      got = sweep != NULL ? print_hits (sweep) : g_strdup (error_nick (error));
      g_assert_cmpstr (got, ==, expected[i]);
    }
}

/* "Turvik 0.9" … (transfer full) */
static char *
print_pairs (GPtrArray *pairs)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const RapVariantPair *pair = pairs->pdata[i];

      g_string_append_printf (out, "%s%s%s%s %d", i > 0 ? ", " : "", pair->title_a != NULL ? pair->title_a : "",
                              pair->title_a != NULL ? "=" : "", pair->title_b, (int) (pair->variant->score * 10 + .5));
      if (pair->n_articles > 0)
        g_string_append_printf (out, " in %u", pair->n_articles);
    }
  return g_string_free (out, FALSE);
}

static void
assert_pairs (GPtrArray  *pairs,
              const char *expected)
{
  g_autofree char *got = print_pairs (pairs);

  g_assert_cmpstr (got, ==, expected);
  g_ptr_array_unref (pairs);
}

static GPtrArray *
find_all (RapSession *session)
{
  g_autoptr (RapVariantSearch) search = rap_variant_search_new (session);

  while (rap_variant_search_step (search, 1000))
    g_assert_cmpfloat (rap_variant_search_progress (search), <=, 1);
  return rap_variant_search_finish (search);
}

static void
test_variants (Fixture       *fixture,
               gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) one = session_add_entity (session, RAP_ENTITY_PERSON, "Mohsen Baghiri");
  g_autoptr (RapEntity) two = session_add_entity (session, RAP_ENTITY_PERSON, "Mohsen Baqiri");
  g_autoptr (RapEntity) place = session_add_entity (session, RAP_ENTITY_PLACE, "Baqiri");
  g_autoptr (RapEntity) namesake = session_add_entity (session, RAP_ENTITY_PERSON, "Ali Baghiri");
  g_autoptr (RapEdits) edits = NULL;

  /* the surname alone makes no pair of two who have full names */
  add_alias (session, &one, "Baghiri");
  add_alias (session, &namesake, "Baghiri");
  assert_pairs (rap_variants_find_entities (session, id_of (one)), "Mohsen Baghiri=Mohsen Baqiri 10");
  assert_pairs (find_all (session), "Mohsen Baghiri=Mohsen Baqiri 10");
  assert_pairs (rap_variants_match (session, "Baqeri", 9), "Baqiri 9, Ali Baghiri 9, Mohsen Baghiri 9, Mohsen Baqiri 6");
  edits = rap_entity_rule_out_build (session, id_of (one), id_of (two), "Rule out", NULL);
  g_assert_true (rap_session_commit (session, edits, NULL));
  assert_pairs (rap_variants_find_entities (session, id_of (one)), "");
  assert_pairs (find_all (session), "");
  /* the index follows deletions and undo */
  rap_session_undo (session, 1, NULL, NULL);
  assert_pairs (find_all (session), "Mohsen Baghiri=Mohsen Baqiri 10");
  session_delete (session, two);
  assert_pairs (find_all (session), "");
  g_assert_true (RAP_IS_ENTITY (place) && RAP_IS_ENTITY (namesake));
}

static void
test_spellings (Fixture       *fixture,
                gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) one = session_add_entity (session, RAP_ENTITY_PERSON, "Mohsen Baghiri");
  g_autoptr (RapArticle) first = session_add_article (session, "First", NULL,
    "He said Mohsen Baqeri came. Then Ali Baqiry left. A baghery is no name. Baghiri stayed.");
  g_autoptr (RapArticle) second = session_add_article (session, "Second", NULL, "“Baqeri” and باقری and Bagheri Street.");
  g_autoptr (RapMention) mention = NULL;

  assert_pairs (find_spellings (session, one),
                "Mohsen Baghiri=Mohsen Baqeri 9 in 2, Mohsen Baghiri=Baqeri 6 in 2, Mohsen Baghiri=باقری 6 in 1");
  mention = add_mention (session, first, "Baqeri", one);
  assert_pairs (find_spellings (session, one),
                "Mohsen Baghiri=Baqeri 6 in 2, Mohsen Baghiri=باقری 6 in 1");
  g_assert_true (RAP_IS_ARTICLE (second));
}

static void
add_talk (RapSession *session,
          const char *title,
          const char *when,
          RapEntity  *entity,
          const char *capacity)
{
  RapMeeting *meeting = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));

  rap_set_string (&meeting->title, title);
  meeting->when = when != NULL ? rap_edtf_parse (when, NULL) : NULL;
  meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  g_ptr_array_add (meeting->participants, rap_participant_new (id_of (entity), RAP_ROLE_HOST, capacity));
  g_object_unref (session_insert (session, meeting));
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) torvik = session_add_entity (session, RAP_ENTITY_PERSON, "Torvik");
  g_autoptr (RapArticle) late = session_add_article (session, "Late", "2023", "Torvik said, Torvik went.");
  g_autoptr (RapArticle) early = session_add_article (session, "Early", "2020-05", "Torvik.");
  g_autoptr (RapMention) a = add_mention (session, late, "Torvik said", torvik);
  g_autoptr (RapMention) b = add_mention (session, early, "Torvik", torvik);
  g_autoptr (RapMention) c = add_mention (session, late, "Torvik went", torvik);
  g_autoptr (RapClaim) claim = session_add_claim (session, late, "Torvik went", id_of (torvik));
  g_autoptr (RapNamePage) page = NULL;
  g_autoptr (GString) got = g_string_new (NULL);

  add_talk (session, "Third", NULL, torvik, "Chief of Staff");
  add_talk (session, "Second", "2024-02", torvik, "Chief of Staff");
  add_talk (session, "First", "2016/2018", torvik, "chief of staff");
  add_talk (session, "Zeroth", "2015", torvik, "Minister");
  page = rap_name_page_load (session, id_of (torvik), 2, NULL);
  for (guint i = 0; i < page->capacities->len; i++)
    {
      const RapNameCapacity *one = page->capacities->pdata[i];

      g_string_append_printf (got, "%s %d-%d %u; ", one->capacity, (int) one->from, (int) one->to, one->n_meetings);
    }
  for (guint i = 0; i < page->meetings->len; i++)
    g_string_append_printf (got, "%s ", ((RapNameMeeting *) page->meetings->pdata[i])->meeting->title);
  for (guint i = 0; i < page->articles->len; i++)
    g_string_append_printf (got, "%s:%u ", ((RapNameArticle *) page->articles->pdata[i])->title,
                            ((RapNameArticle *) page->articles->pdata[i])->mentions->len);
  g_string_append_printf (got, "%u spoken, %u mentions%s", page->spoken->len, page->n_mentions, page->has_more ? " and more" : "");
  g_assert_cmpstr (got->str, ==,
                   "Minister 2015-2015 1; chief of staff 2016-2024 3; Zeroth First Second Third "
                   "Early:1 Late:1 1 spoken, 2 mentions and more");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/mention-sweep/sweep", test_sweep);
  fixture_add_test ("/session/mention-sweep/scripts", test_scripts);
  fixture_add_test ("/session/mention-sweep/mark", test_mark);
  fixture_add_test ("/session/mention-sweep/worker", test_worker);
  fixture_add_test ("/session/variants-index/entities", test_variants);
  fixture_add_test ("/session/variants-spelling/spellings", test_spellings);
  fixture_add_test ("/session/name-page/page", test_page);
  return g_test_run ();
}
