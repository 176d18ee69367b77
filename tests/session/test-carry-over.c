/* test-carry-over.c
 *
 * Annotations of an older version: where they are found in the newer text, how
 * sure that is, what the copies say, that nothing is carried over twice, and
 * which article is taken for the older version.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-carry-over.h"
#include "session-fixture.h"

#define OPEN  0x27e6   /* ⟦ */
#define CLOSE 0x27e7   /* ⟧ */

static const char * const states[] = { "exact", "likely", "doubtful", "lost", "done" };

/* @marked without its brackets, and the ranges between them. (transfer full) */
static char *
read_marks (const char *marked,
            GArray     *ranges)
{
  GString *text = g_string_new (NULL);
  RapRange range = { 0, 0 };
  guint offset = 0;

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == OPEN)
        range.start = offset;
      else if (c == CLOSE)
        {
          range.end = offset;
          g_array_append_val (ranges, range);
        }
      else
        {
          g_string_append_unichar (text, c);
          offset++;
        }
    }
  return g_string_free (text, FALSE);
}

/* "likely 0.75 x one ⟦two⟧ three": state, score, whether it is ticked, where it stands. (transfer full) */
static char *
print_entry (const RapCarryPlan  *plan,
             const RapCarryEntry *entry)
{
  GString *out = g_string_new (states[entry->state]);
  const char *p = rap_text_get_utf8 (plan->newer->text);
  guint offset = 0;

  if (entry->anchor == NULL)
    return g_string_free (out, FALSE);
  g_string_append_printf (out, " %.2f%s ", entry->score, entry->ticked ? " x" : "");
  for (;; p = g_utf8_next_char (p), offset++)
    {
      for (guint i = 0; i < entry->anchor->n_ranges; i++)
        if (entry->anchor->ranges[i].end == offset)
          g_string_append_unichar (out, CLOSE);
      for (guint i = 0; i < entry->anchor->n_ranges; i++)
        if (entry->anchor->ranges[i].start == offset)
          g_string_append_unichar (out, OPEN);
      if (*p == '\0')
        break;
      g_string_append_unichar (out, g_utf8_get_char (p));
    }
  return g_string_free (out, FALSE);
}

/* One mention for all passages that are marked in @marked. (transfer full) */
static RapArticle *
add_marked (RapSession *session,
            RapEntity  *entity,
            const char *marked)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_autofree char *text = read_marks (marked, ranges);
  RapArticle *article = session_add_article (session, "Older", "2020", text);
  RapMention *mention = RAP_MENTION (rap_record_new (RAP_KIND_MENTION));

  rap_set_string (&mention->article, id_of (article));
  rap_set_string (&mention->entity, id_of (entity));
  mention->anchor = rap_anchor_new (article->text, (const RapRange *) (gpointer) ranges->data, ranges->len);
  g_object_unref (session_insert (session, mention));
  return article;
}

static RapCarryPlan *
make_plan (RapSession *session,
           RapArticle *older,
           RapArticle *newer)
{
  g_autoptr (GError) error = NULL;
  RapCarryPlan *plan = rap_carry_over_plan (session, id_of (older), id_of (newer), &error);

  g_assert_no_error (error);
  return plan;
}

static const struct
{
  const char *older;
  const char *newer;
  const char *expected;
} places[] = {
  /* unchanged, moved */
  { "The ⟦chief of staff⟧ met him.", "The chief of staff met him.", "exact 1.00 x The ⟦chief of staff⟧ met him." },
  { "The ⟦chief of staff⟧ met him.", "Corrected. The chief of staff met him.",
    "exact 1.00 x Corrected. The ⟦chief of staff⟧ met him." },
  /* one of several, told by what stands around it */
  { "Torvik left. ⟦Torvik⟧ returned.", "Late news. Torvik left. Torvik returned.",
    "exact 1.00 x Late news. Torvik left. ⟦Torvik⟧ returned." },
  { "Then ⟦Torvik⟧ slept.", "Now Torvik spoke. Then Torvik slept.", "exact 1.00 x Now Torvik spoke. Then ⟦Torvik⟧ slept." },
  { "⟦no⟧", "no and no", "doubtful 0.50 ⟦no⟧ and no" },
  /* words changed */
  { "He said the ⟦two armies would train together from next spring⟧ on.",
    "He said the two armies will train together from next spring on.",
    "likely 0.91 He said the ⟦two armies will train together from next spring⟧ on." },
  { "General ⟦Ghadiri⟧ spoke of it.", "General Qadiri spoke of it.", "doubtful 0.79 General ⟦Qadiri⟧ spoke of it." },
  { "He said ⟦a visit was planned⟧ soon.", "He said a long visit was never planned soon.",
    "doubtful 0.85 He said ⟦a long visit was never planned⟧ soon." },
  { "General Ilan Ghadiri said that ⟦the two armies would train together from next spring⟧, in the hills.\n\nNobody asked.",
    "General Ilan Ghadiri said that both armies might one day train together from next spring, in the hills.\n\nRain fell.",
    "doubtful 0.69 General Ilan Ghadiri said that ⟦both armies might one day train together from next spring⟧, in the hills.\n\n"
    "Rain fell." },
  /* gone */
  { "He came. ⟦Nobody believed the minister.⟧ He left.", "He came. He left.", "lost" },
  { "⟦Ghadiri⟧ spoke.", "", "lost" },
  /* of several passages */
  { "“⟦We agree⟧,” he said, “⟦on all points⟧.”", "Monday. “We agree,” he added, “on all points.”",
    "exact 1.00 x Monday. “⟦We agree⟧,” he added, “⟦on all points⟧.”" },
  { "“⟦We agree⟧,” he said, “⟦on all points⟧.”", "“We agree,” he said, “on most points.”",
    "doubtful 0.85 “⟦We agree⟧,” he said, “⟦on most points⟧.”" },
  /* code points, graphemes, direction */
  { "😀 ⟦Cafe\u0301 Zürich⟧ 😀", "👩‍👩‍👧 😀😀 Cafe\u0301 Zürich 😀", "exact 1.00 x 👩‍👩‍👧 😀😀 ⟦Cafe\u0301 Zürich⟧ 😀" },
  { "a ⟦flag 🇩🇪 is flown⟧ b", "a flag 🇩🇪 was flown b", "doubtful 0.85 a ⟦flag 🇩🇪 was flown⟧ b" },
  { "قال ⟦علي باقري⟧ أمس", "أعلن اليوم: قال علي باقري أمس", "exact 1.00 x أعلن اليوم: قال ⟦علي باقري⟧ أمس" },
  { "قال ⟦علي باقري كني⟧ أمس", "قال علي باقر كني أمس", "likely 0.95 قال ⟦علي باقر كني⟧ أمس" },
};

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (RapEntity) entity = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Torvik");
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (RapArticle) older = add_marked (fixture->session, entity, places[i].older);
      g_autoptr (RapArticle) newer = session_add_article (fixture->session, "Newer", "2020",
                                                          *places[i].newer != '\0' ? places[i].newer : "—");
      g_autoptr (RapCarryPlan) plan = make_plan (fixture->session, older, newer);
      g_autofree char *got = print_entry (plan, plan->entries->pdata[0]);

      g_string_append_printf (found, "%s\n", got);
      g_string_append_printf (expected, "%s\n", places[i].expected);
    }
  g_assert_cmpstr (found->str, ==, expected->str);
}

static char *
print_plan (const RapCarryPlan *plan)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const RapCarryEntry *entry = plan->entries->pdata[i];

      g_string_append_printf (out, "%s%s %s%s%s%s%s%s", i > 0 ? "; " : "", states[entry->state],
                              rap_kind_get_nick (rap_record_get_kind (entry->record)), entry->ticked ? " x" : "",
                              entry->cue != NULL ? " cue" : "", entry->lost_cue ? " lost-cue" : "",
                              entry->source != NULL ? " source" : "", entry->lost_source ? " lost-source" : "");
    }
  return g_string_free (out, FALSE);
}

static void
assert_plan (RapSession *session,
             RapArticle *older,
             RapArticle *newer,
             const char *expected)
{
  g_autoptr (RapCarryPlan) plan = make_plan (session, older, newer);
  g_autofree char *got = print_plan (plan);

  g_assert_cmpstr (got, ==, expected);
}

/* A claim with all that a claim can have, a passage for a meeting, a code. */
static void
annotate (RapSession *session,
          RapArticle *article)
{
  g_autoptr (RapEntity) speaker = session_add_entity (session, RAP_ENTITY_PERSON, "Quill");
  g_autoptr (RapMeeting) meeting = session_add_meeting (session, "Talks", "2020");
  g_autoptr (RapClaim) plain = session_add_claim (session, article, "no day was fixed", id_of (speaker));
  RapClaim *claim = RAP_CLAIM (rap_record_copy (RAP_RECORD (plain)));
  RapEvidence *evidence = RAP_EVIDENCE (rap_record_new (RAP_KIND_EVIDENCE));
  RapCode *code = RAP_CODE (rap_record_new (RAP_KIND_CODE));
  g_autoptr (RapCode) stored = NULL;
  RapCoding *coding = RAP_CODING (rap_record_new (RAP_KIND_CODING));

  rap_set_string (&claim->proposition, "No day was fixed");
  rap_set_string (&claim->note, "twice");
  claim->cue = article_anchor (article, "said");
  claim->source = article_anchor (article, "Minister Quill");
  claim->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
  g_ptr_array_add (claim->meetings, rap_claim_meeting_new (id_of (meeting), RAP_ASPECT_OCCURRENCE, NULL));
  g_object_unref (session_replace (session, plain, claim));
  rap_set_string (&evidence->article, id_of (article));
  rap_set_string (&evidence->meeting, id_of (meeting));
  evidence->anchor = article_anchor (article, "delegation met in Eastholm");
  g_object_unref (session_insert (session, evidence));
  rap_set_string (&code->name, "Delay");
  stored = session_insert (session, code);
  rap_set_string (&coding->article, id_of (article));
  rap_set_string (&coding->code, id_of (stored));
  coding->anchor = article_anchor (article, "delegation met in Eastholm");
  g_object_unref (session_insert (session, coding));
}

static guint
carry (RapSession   *session,
       RapCarryPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = NULL;
  guint n;

  edits = rap_carry_over_build (session, plan, "Carry over annotations", &n, &error);
  g_assert_no_error (error);
  rap_session_commit (session, edits, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_carry (Fixture       *fixture,
            gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapArticle) older = session_add_article (session, "Older", "2020",
    "The delegation met in Eastholm. Minister Quill said that no day was fixed.");
  g_autoptr (RapArticle) newer = session_add_article (session, "Newer", "2020",
    "Update. The delegation met in Eastholm. Minister Quill denied it: that no day was fixed.");
  g_autoptr (RapCarryPlan) plan = NULL;
  g_autoptr (RapRecord) linked = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *before = NULL, *undone = NULL, *label = NULL;

  annotate (session, older);
  assert_plan (session, older, newer, "exact evidence x; exact coding x; doubtful claim lost-cue source");
  before = session_state (session);
  plan = make_plan (session, older, newer);
  g_assert_cmpuint (rap_carry_over_count (session, older, newer), ==, 3);
  g_assert_cmpuint (carry (session, plan), ==, 2);
  assert_plan (session, older, newer, "doubtful claim lost-cue source; done evidence; done coding");
  g_assert_cmpuint (rap_carry_over_count (session, older, newer), ==, 1);
  linked = rap_session_load (session, RAP_KIND_ARTICLE, id_of (newer), NULL);
  g_assert_cmpstr (RAP_ARTICLE (linked)->copied_from, ==, id_of (older));

  /* the same plan again has nothing that is not there */
  RAP_CARRY_ENTRY (plan->entries->pdata[2])->ticked = TRUE;
  g_assert_cmpuint (carry (session, plan), ==, 1);
  g_assert_cmpuint (carry (session, plan), ==, 0);
  copies = rap_session_load_annotations (session, id_of (newer), NULL);
  g_assert_cmpuint (copies->len, ==, 3);
  for (guint i = 0; i < copies->len; i++)
    if (RAP_IS_CLAIM (copies->pdata[i]))
      {
        RapClaim *claim = copies->pdata[i];
        RapClaimMeeting *link = claim->meetings->pdata[0];
        g_autofree char *meeting = rap_session_get_name (session, RAP_KIND_MEETING, link->meeting);
        g_autofree char *speaker = rap_session_get_name (session, RAP_KIND_ENTITY, claim->speaker);
        g_autofree char *got = g_strjoin ("|", claim->proposition, claim->note, speaker, meeting, claim->content->exact,
                                          claim->source->exact, claim->cue == NULL ? "no cue" : "cue", NULL);

        g_assert_cmpstr (got, ==, "No day was fixed|twice|Quill|Talks|no day was fixed|Minister Quill|no cue");
      }
  g_assert_cmpuint (rap_session_undo (session, 2, &label, NULL), ==, 2);
  g_assert_cmpstr (label, ==, "Carry over annotations");
  undone = session_state (session);
  g_assert_cmpstr (undone, ==, before);
}

/* What somebody marked in the newer text already is not marked again. */
static void
test_made_by_hand (Fixture       *fixture,
                   gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) entity = session_add_entity (session, RAP_ENTITY_PERSON, "Torvik");
  g_autoptr (RapArticle) older = add_marked (session, entity, "Then ⟦Torvik⟧ slept.");
  g_autoptr (RapArticle) newer = add_marked (session, entity, "At last: Then ⟦Torvik⟧ slept.");

  assert_plan (session, older, newer, "done mention");
}

/* The analyst shows the place of what was not found. */
static void
test_place_by_hand (Fixture       *fixture,
                    gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) entity = session_add_entity (session, RAP_ENTITY_PERSON, "Torvik");
  g_autoptr (RapArticle) older = add_marked (session, entity, "Then ⟦Torvik⟧ slept.");
  g_autoptr (RapArticle) newer = session_add_article (session, "Newer", "2021", "He  rested.");
  g_autoptr (RapCarryPlan) plan = make_plan (session, older, newer);
  RapCarryEntry *entry = plan->entries->pdata[0];
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_cmpint (entry->state, ==, RAP_CARRY_LOST);
  g_assert_false (rap_carry_entry_place (entry, plan->newer, (RapRange) { 2, 4 }));
  g_assert_true (rap_carry_entry_place (entry, plan->newer, (RapRange) { 3, 10 }));
  g_assert_cmpuint (carry (session, plan), ==, 1);
  copies = rap_session_load_annotations (session, id_of (newer), NULL);
  g_assert_cmpstr (RAP_MENTION (copies->pdata[0])->anchor->exact, ==, "rested");
}

static const struct
{
  const char *older;
  const char *newer;
  gboolean    found;
} addresses[] = {
  { "https://example.org/a", "https://example.org/a", TRUE },
  { "http://Example.org/a/", "https://example.org/a#top", TRUE },
  { "https://example.org/a?id=1", "https://example.org/a?id=2", FALSE },
  { "https://example.org/a", "https://example.org/a/b", FALSE },
  { "https://example.org/a", "https://example.org/A", FALSE },
  { "", "", FALSE },
};

static RapArticle *
add_at (RapSession *session,
        const char *url,
        const char *text)
{
  g_autoptr (RapArticle) article = session_add_article (session, "Title", "2020", text);
  RapArticle *after = RAP_ARTICLE (rap_record_copy (RAP_RECORD (article)));

  rap_set_string (&after->url, url);
  return session_replace (session, article, after);
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  RapSession *session = fixture->session;

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (RapArticle) older = add_at (session, addresses[i].older, "Old.");
      g_autoptr (RapArticle) same = add_at (session, addresses[i].newer, "New.");
      g_autoptr (RapArticle) newer = add_at (session, addresses[i].newer, "New.");
      g_autoptr (RapArticle) found = rap_session_find_older_version (session, newer);
      g_autoptr (RapArticle) none = rap_session_find_older_version (session, older);

      g_assert_cmpstr (found != NULL ? id_of (found) : "none", ==, addresses[i].found ? id_of (older) : "none");
      g_assert_null (none);
      session_delete (session, newer);
      session_delete (session, same);
      session_delete (session, older);
    }
}

/* A copy in the same outlet is a version, a reprint elsewhere is not. */
static void
test_named_version (Fixture       *fixture,
                    gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) outlet = session_add_entity (session, RAP_ENTITY_OUTLET, "Other");
  g_autoptr (RapArticle) older = session_add_article (session, "Older", "2020", "Old.");
  g_autoptr (RapArticle) plain = session_add_article (session, "Newer", "2020", "New.");
  RapArticle *after = RAP_ARTICLE (rap_record_copy (RAP_RECORD (plain)));
  g_autoptr (RapArticle) copy = NULL, reprint = NULL, found = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  rap_set_string (&after->copied_from, id_of (older));
  copy = session_replace (session, plain, after);
  found = rap_session_find_older_version (session, copy);
  g_assert_cmpstr (id_of (found), ==, id_of (older));
  after = RAP_ARTICLE (rap_record_copy (RAP_RECORD (copy)));
  rap_set_string (&after->outlet, id_of (outlet));
  reprint = session_replace (session, copy, after);
  none = rap_session_find_older_version (session, reprint);
  g_assert_null (none);
  g_assert_null (rap_carry_over_plan (session, id_of (older), id_of (older), &error));
  g_assert_cmpstr (error_nick (error), ==, "INVALID");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/carry-over/places", test_places);
  fixture_add_test ("/session/carry-over/carry", test_carry);
  fixture_add_test ("/session/carry-over/made-by-hand", test_made_by_hand);
  fixture_add_test ("/session/carry-over/place-by-hand", test_place_by_hand);
  fixture_add_test ("/session/carry-over/versions", test_versions);
  fixture_add_test ("/session/carry-over/named-version", test_named_version);
  return g_test_run ();
}
