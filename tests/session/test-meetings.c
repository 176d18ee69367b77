/* test-meetings.c
 *
 * Finding meetings while typing, proposing a new one, taking over what claims say of them, and
 * making one of two and two of one: what moves, what stays, and that undo
 * brings back every byte, also after closing and opening.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-adoption.h"
#include "rap-meeting-finder.h"
#include "rap-meeting-merge.h"
#include "rap-meeting-proposal.h"

#include <string.h>

#include "session-fixture.h"

#define REPORT \
  "Bagheri met Bajwa in Tehran. They met in July 2017, said one; in 2015, said another.\n" \
  "\n" \
  "Ann Moore saw nobody on that day.\n"

/**
 * Cast: records that most tests want
 */
typedef struct
{
  RapEntity  *bagheri;   /* also Baqeri, باقری */
  RapEntity  *bajwa;
  RapEntity  *moore;
  RapEntity  *tehran;
  RapArticle *article;   /* published 2017-07-10 */
  RapMeeting *summer;    /* 2017-07, Bagheri (host), Bajwa; in Tehran */
  RapMeeting *visit;     /* 2015, Bajwa; Islamabad in words */
  RapMeeting *call;      /* undated, Ann Moore */
} Cast;

static void
set_participants (RapMeeting *meeting,
                  const char *first,
                  RapRole     role,
                  const char *capacity,
                  const char *second)
{
  meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  g_ptr_array_add (meeting->participants, rap_participant_new (first, role, capacity));
  if (second != NULL)
    g_ptr_array_add (meeting->participants, rap_participant_new (second, RAP_ROLE_PARTICIPANT, ""));
}

static RapMeeting *
add_meeting (RapSession *session,
             const char *title,
             const char *when,
             const char *first,
             RapRole     role,
             const char *capacity,
             const char *second)
{
  RapMeeting *meeting = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));
  g_autoptr (RapEdtf) date = when != NULL ? rap_edtf_parse (when, NULL) : NULL;

  rap_set_string (&meeting->title, title);
  rap_set_edtf (&meeting->when, date);
  set_participants (meeting, first, role, capacity, second);
  return session_insert (session, meeting);
}

static RapEntity *
add_general (RapSession *session)
{
  RapEntity *general = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));

  rap_set_string (&general->name, "Mohammad Bagheri");
  general->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  g_ptr_array_add (general->names, rap_name_new ("Bagheri", "en", RAP_NAME_ALIAS));
  g_ptr_array_add (general->names, rap_name_new ("Baqeri", "en", RAP_NAME_TRANSLITERATION));
  g_ptr_array_add (general->names, rap_name_new ("باقری", "fa", RAP_NAME_ORIGINAL_SCRIPT));
  return session_insert (session, general);
}

static void
cast_init (Cast       *self,
           RapSession *session)
{
  RapMeeting *copy;

  self->bagheri = add_general (session);
  self->bajwa = session_add_entity (session, RAP_ENTITY_PERSON, "Bajwa");
  self->moore = session_add_entity (session, RAP_ENTITY_PERSON, "Ann Moore");
  self->tehran = session_add_entity (session, RAP_ENTITY_PLACE, "Tehran");
  self->article = session_add_article (session, "Report", "2017-07-10", REPORT);
  self->summer = add_meeting (session, "Summer talks", "2017-07", id_of (self->bagheri), RAP_ROLE_HOST, "Chief of Staff",
                              id_of (self->bajwa));
  copy = RAP_MEETING (rap_record_copy (RAP_RECORD (self->summer)));
  rap_set_string (&copy->place, id_of (self->tehran));
  self->summer = session_replace (session, g_steal_pointer (&self->summer), copy);
  self->visit = add_meeting (session, "Army visit", "2015", id_of (self->bajwa), RAP_ROLE_VISITOR, "General", NULL);
  copy = RAP_MEETING (rap_record_copy (RAP_RECORD (self->visit)));
  rap_set_string (&copy->place_text, "Islamabad");
  rap_set_string (&copy->note, "from the archive");
  self->visit = session_replace (session, g_steal_pointer (&self->visit), copy);
  self->call = add_meeting (session, "Phone call", NULL, id_of (self->moore), RAP_ROLE_PARTICIPANT, "", NULL);
}

static void
cast_clear (Cast *self)
{
  g_object_unref (self->bagheri);
  g_object_unref (self->bajwa);
  g_object_unref (self->moore);
  g_object_unref (self->tehran);
  g_object_unref (self->article);
  g_object_unref (self->summer);
  g_object_unref (self->visit);
  g_object_unref (self->call);
}

static RapEvidence *
add_evidence (RapSession       *session,
              const RapArticle *article,
              const char       *quote,
              const RapMeeting *meeting,
              RapAspect         aspect)
{
  RapEvidence *evidence = RAP_EVIDENCE (rap_record_new (RAP_KIND_EVIDENCE));

  rap_set_string (&evidence->article, id_of ((gpointer) article));
  evidence->anchor = article_anchor (article, quote);
  rap_set_string (&evidence->meeting, id_of ((gpointer) meeting));
  evidence->aspect = aspect;
  return session_insert (session, evidence);
}

/* A claim on @quote with links "meeting, aspect, value" to as many meetings as are given. */
static RapClaim *
add_linked_claim (RapSession       *session,
                  const RapArticle *article,
                  const char       *quote,
                  const RapMeeting *meeting,
                  RapAspect         aspect,
                  const char       *value,
                  const RapMeeting *also)
{
  RapClaim *claim = session_add_claim (session, article, quote, NULL);
  RapClaim *copy = RAP_CLAIM (rap_record_copy (RAP_RECORD (claim)));
  RapClaim *stored;

  copy->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
  g_ptr_array_add (copy->meetings, rap_claim_meeting_new (id_of ((gpointer) meeting), aspect, value));
  if (also != NULL)
    g_ptr_array_add (copy->meetings, rap_claim_meeting_new (id_of ((gpointer) also), aspect, value));
  stored = session_replace (session, claim, copy);
  g_object_unref (claim);
  return stored;
}

/* "[Baq]eri": what was found stands in brackets. (transfer full) */
static char *
bracket (const char *text,
         GArray     *ranges)
{
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (const char *p = text;; p = g_utf8_next_char (p), at++)
    {
      for (guint i = 0; i < ranges->len; i++)
        {
          RapRange range = g_array_index (ranges, RapRange, i);

          if (range.end == at)
            g_string_append_c (out, ']');
          if (range.start == at)
            g_string_append_c (out, '[');
        }
      if (*p == '\0')
        break;
      g_string_append_unichar (out, g_utf8_get_char (p));
    }
  return g_string_free (out, FALSE);
}

static char *
describe_candidates (GPtrArray *candidates)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const RapMeetingCandidate *candidate = candidates->pdata[i];
      g_autofree char *title = bracket (candidate->title, candidate->title_hits);
      g_autofree char *place = bracket (candidate->place, candidate->place_hits);
      g_autofree char *participants = bracket (candidate->participants, candidate->participant_hits);

      g_string_append_printf (out, "%s%s | %s%s | %s | %s | %s%u", i > 0 ? "\n" : "", title,
                              candidate->when != NULL ? candidate->when : "-", candidate->date_hit ? "!" : "", place,
                              participants, candidate->is_here ? "here " : "", candidate->n_shared);
    }
  return g_string_free (out, FALSE);
}

#define SUMMER(title, when, place, people, why) title " | " when " | " place " | " people " | " why
#define SUMMER_PLAIN SUMMER ("Summer talks", "2017-07", "Tehran", "Mohammad Bagheri, Bajwa", "2")
#define VISIT_PLAIN "Army visit | 2015 | Islamabad | Bajwa | 1"
#define CALL_PLAIN "Phone call | - |  | Ann Moore | 0"

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    const char *expected;
  } rows[] = {
    { "", SUMMER_PLAIN "\n" VISIT_PLAIN "\n" CALL_PLAIN },
    { "summ", SUMMER ("[Summ]er talks", "2017-07", "Tehran", "Mohammad Bagheri, Bajwa", "2") },
    { "ummer", "" },
    { "BAJ", SUMMER ("Summer talks", "2017-07", "Tehran", "Mohammad Bagheri, [Baj]wa", "2")
             "\nArmy visit | 2015 | Islamabad | [Baj]wa | 1" },
    { "baqeri", SUMMER ("Summer talks", "2017-07", "Tehran", "Mohammad Bagheri ([Baqeri]), Bajwa", "2") },
    { "باقري", SUMMER ("Summer talks", "2017-07", "Tehran", "Mohammad Bagheri ([باقری]), Bajwa", "2") },
    { "tehran baj", SUMMER ("Summer talks", "2017-07", "[Tehran]", "Mohammad Bagheri, [Baj]wa", "2") },
    { "islamabad", "Army visit | 2015 | [Islamabad] | Bajwa | 1" },
    { "2017-07", SUMMER ("Summer talks", "2017-07!", "Tehran", "Mohammad Bagheri, Bajwa", "2") },
    { "july 2017", SUMMER ("Summer talks", "2017-07!", "Tehran", "Mohammad Bagheri, Bajwa", "2") },
    { "5 jul 2017", SUMMER ("Summer talks", "2017-07!", "Tehran", "Mohammad Bagheri, Bajwa", "2") },
    { "jul", SUMMER ("Summer talks", "2017-07!", "Tehran", "Mohammad Bagheri, Bajwa", "2")
             "\nArmy visit | 2015! | Islamabad | Bajwa | 1" },
    { "aug 2017", "" },
    { "2015 army", "[Army] visit | 2015! | Islamabad | Bajwa | 1" },
    { "2017-0", SUMMER ("Summer talks", "2017-07!", "Tehran", "Mohammad Bagheri, Bajwa", "2") },
    { "nobody", "" },
    { "  ... ", SUMMER_PLAIN "\n" VISIT_PLAIN "\n" CALL_PLAIN },
  };
  g_autoptr (RapMeetingFinder) finder = rap_meeting_finder_get (fixture->session);
  Cast cast;

  cast_init (&cast, fixture->session);
  rap_meeting_finder_aim_at_passage (finder, cast.article, article_range (cast.article, "met Bajwa"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) candidates = rap_meeting_finder_find (finder, rows[i].typed, 8);
      g_autofree char *found = describe_candidates (candidates);

      g_test_message ("“%s”", rows[i].typed);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
  cast_clear (&cast);
}

static char *
list_titles (RapMeetingFinder *finder,
             const char       *typed,
             guint             limit)
{
  g_autoptr (GPtrArray) candidates = rap_meeting_finder_find (finder, typed, limit);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", ((RapMeetingCandidate *) candidates->pdata[i])->title);
  return g_string_free (out, FALSE);
}

#define assert_titles(finder, typed, limit, expected) \
  G_STMT_START { \
    g_autofree char *titles = list_titles ((finder), (typed), (limit)); \
    g_assert_cmpstr (titles, ==, (expected)); \
  } G_STMT_END

/* Reported here, then company, then nearness; the list follows what is committed. */
static void
test_rank (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (RapMeetingFinder) finder = rap_meeting_finder_get (fixture->session);
  g_autoptr (RapMeeting) late = NULL;
  g_autoptr (RapEvidence) evidence = NULL;
  RapEntity *renamed;
  Cast cast;

  cast_init (&cast, fixture->session);
  rap_meeting_finder_aim_at_passage (finder, cast.article, article_range (cast.article, "saw nobody"));
  assert_titles (finder, "", 8, "Phone call, Summer talks, Army visit");
  assert_titles (finder, "", 1, "Phone call");
  late = add_meeting (fixture->session, "Late dinner", "2017-07-11", id_of (cast.bajwa), RAP_ROLE_PARTICIPANT, "", NULL);
  assert_titles (finder, "", 2, "Phone call, Late dinner");

  evidence = add_evidence (fixture->session, cast.article, "in 2015", cast.visit, RAP_ASPECT_DATE);
  rap_meeting_finder_aim_at_passage (finder, cast.article, article_range (cast.article, "saw nobody"));
  assert_titles (finder, "", 2, "Army visit, Phone call");

  rap_meeting_finder_aim_at_meeting (finder, cast.summer);
  assert_titles (finder, "", 8, "Late dinner, Army visit, Phone call");

  renamed = RAP_ENTITY (rap_record_copy (RAP_RECORD (cast.bajwa)));
  rap_set_string (&renamed->name, "Zubair");
  cast.bajwa = session_replace (fixture->session, g_steal_pointer (&cast.bajwa), renamed);
  assert_titles (finder, "zub", 8, "Late dinner, Army visit");
  session_delete (fixture->session, late);
  assert_titles (finder, "zub", 8, "Army visit");
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
  assert_titles (finder, "zub", 8, "Late dinner, Army visit");
  cast_clear (&cast);
}

static void
test_capacities (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (RapMeeting) second = NULL;
  g_autoptr (RapMeeting) third = NULL;
  Cast cast;

  cast_init (&cast, fixture->session);
  second = add_meeting (fixture->session, "B", NULL, id_of (cast.bagheri), RAP_ROLE_HOST, "Major General", NULL);
  third = add_meeting (fixture->session, "C", NULL, id_of (cast.bagheri), RAP_ROLE_HOST, "Major General", NULL);
  all = rap_session_list_capacities (fixture->session, id_of (cast.bagheri), NULL);
  others = rap_session_list_capacities (fixture->session, id_of (cast.bagheri), id_of (cast.summer));
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (all->pdata[0], ==, "Major General");
  g_assert_cmpstr (all->pdata[1], ==, "Chief of Staff");
  g_assert_cmpuint (others->len, ==, 1);
  cast_clear (&cast);
}

/* "title | when | place | who role capacity; … | note | e evidence c claims" */
static char *
describe_meeting (RapSession *session,
                  const char *id)
{
  g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_MEETING, id, NULL);
  g_autoptr (GPtrArray) evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, id, 0, NULL);
  g_autoptr (GPtrArray) claims = rap_session_load_linked (session, RAP_KIND_CLAIM, id, 0, NULL);
  g_autofree char *place = NULL;
  const RapMeeting *meeting;
  GString *out;

  if (record == NULL)
    return g_strdup ("gone");
  meeting = RAP_MEETING (record);
  place = meeting->place != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, meeting->place) : g_strdup (meeting->place_text);
  out = g_string_new (NULL);
  g_string_append_printf (out, "%s | %s | %s |", meeting->title, meeting->when != NULL ? meeting->when->text : "-", place);
  for (guint i = 0; meeting->participants != NULL && i < meeting->participants->len; i++)
    {
      const RapParticipant *one = meeting->participants->pdata[i];
      g_autofree char *name = rap_session_get_name (session, RAP_KIND_ENTITY, one->entity);

      g_string_append_printf (out, " %s %s “%s”", name, rap_vocabulary_nick (&rap_role_vocabulary, one->role), one->capacity);
    }
  g_string_append_printf (out, " | %s | %u e %u c", meeting->note, evidence->len, claims->len);
  return g_string_free (out, FALSE);
}

static RapEdits *
plan_merge (RapSession      *session,
            gpointer         into,
            gpointer         from,
            const char      *take,
            RapMeetingMoves *moves)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapMeetingMerge) merge = rap_meeting_merge_new (session, id_of (into), id_of (from), &error);
  RapEdits *edits;

  g_assert_no_error (error);
  for (guint field = 0; field < RAP_N_MEETING_FIELDS; field++)
    if (take[field] != '.')
      rap_meeting_merge_take (merge, field, take[field] == 'f');
  edits = rap_meeting_merge_build (merge, "Merge meetings", moves, &error);
  g_assert_no_error (error);
  return edits;
}

static void
commit (RapSession *session,
        RapEdits   *edits)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rap_session_commit (session, edits, &error));
  g_assert_no_error (error);
}

/* Fields in order: title when place mode status topic outcome; "f": the other's, ".": as proposed. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *take;
    const char *expected;
  } rows[] = {
    { ".......", "Summer talks | 2017-07 | Tehran | Mohammad Bagheri host “Chief of Staff” Bajwa visitor “General”"
                 " | also: Army visit (title)\nalso: 2015 (when)\nalso: Islamabad (place)\nfrom the archive | 2 e 2 c" },
    { "fff....", "Army visit | 2015 | Islamabad | Mohammad Bagheri host “Chief of Staff” Bajwa visitor “General”"
                 " | also: Summer talks (title)\nalso: 2017-07 (when)\nalso: Tehran (place)\nfrom the archive | 2 e 2 c" },
  };
  g_autoptr (RapEvidence) one = NULL;
  g_autoptr (RapEvidence) other = NULL;
  g_autoptr (RapEvidence) twin = NULL;
  g_autoptr (RapClaim) said = NULL;
  g_autoptr (RapClaim) both = NULL;
  Cast cast;

  cast_init (&cast, fixture->session);
  one = add_evidence (fixture->session, cast.article, "Tehran", cast.summer, RAP_ASPECT_PLACE);
  twin = add_evidence (fixture->session, cast.article, "Tehran", cast.visit, RAP_ASPECT_PLACE);
  other = add_evidence (fixture->session, cast.article, "in 2015", cast.visit, RAP_ASPECT_DATE);
  said = add_linked_claim (fixture->session, cast.article, "in 2015, said another", cast.visit, RAP_ASPECT_DATE, "2015", NULL);
  both = add_linked_claim (fixture->session, cast.article, "Bagheri met Bajwa", cast.visit, RAP_ASPECT_OCCURRENCE, NULL, cast.summer);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *before = session_export (fixture->session, "json");
      RapMeetingMoves moves;
      g_autoptr (RapEdits) edits = plan_merge (fixture->session, cast.summer, cast.visit, rows[i].take, &moves);
      g_autofree char *merged = NULL;
      g_autofree char *gone = NULL;
      g_autofree char *after = NULL;

      g_assert_cmpuint (moves.n_evidence * 1000 + moves.n_claims * 100 + moves.n_participants * 10 + moves.n_doubles, ==, 1201);
      commit (fixture->session, edits);
      merged = describe_meeting (fixture->session, id_of (cast.summer));
      gone = describe_meeting (fixture->session, id_of (cast.visit));
      g_assert_cmpstr (merged, ==, rows[i].expected);
      g_assert_cmpstr (gone, ==, "gone");
      if (i == 1)
        fixture_reopen (fixture);
      g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
      after = session_export (fixture->session, "json");
      g_assert_cmpstr (after, ==, before);
    }
  cast_clear (&cast);
}

static void
test_merge_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) untitled = NULL;
  g_autoptr (GError) nothing = NULL;
  const char *none[] = { NULL };
  const char *some[] = { NULL, NULL };
  g_autoptr (RapEvidence) evidence = NULL;
  Cast cast;

  cast_init (&cast, fixture->session);
  evidence = add_evidence (fixture->session, cast.article, "Tehran", cast.summer, RAP_ASPECT_PLACE);
  some[0] = id_of (evidence);
  g_assert_null (rap_meeting_merge_new (fixture->session, id_of (cast.summer), id_of (cast.summer), &same));
  g_assert_cmpstr (error_nick (same), ==, "INVALID");
  g_assert_null (rap_meeting_merge_new (fixture->session, id_of (cast.summer), id_of (cast.tehran), &missing));
  g_assert_cmpstr (error_nick (missing), ==, "NOT_FOUND");
  g_assert_null (rap_meeting_split_build (fixture->session, id_of (cast.summer), " ", some, "Split", NULL, &untitled));
  g_assert_cmpstr (error_nick (untitled), ==, "INVALID");
  g_assert_null (rap_meeting_split_build (fixture->session, id_of (cast.summer), "New", none, "Split", NULL, &nothing));
  g_assert_cmpstr (error_nick (nothing), ==, "INVALID");
  cast_clear (&cast);
}

/* "evidence or claim @quote, aspect, value" of everything that refers to the meeting, in order. */
static char *
list_support (RapSession *session,
              const char *id)
{
  g_autoptr (GPtrArray) evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, id, 0, NULL);
  g_autoptr (GPtrArray) claims = rap_session_load_linked (session, RAP_KIND_CLAIM, id, 0, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < evidence->len; i++)
    g_string_append_printf (out, "%s %u\n", id_of (evidence->pdata[i]), RAP_EVIDENCE (evidence->pdata[i])->aspect);
  for (guint i = 0; i < claims->len; i++)
    for (guint k = 0; k < RAP_CLAIM (claims->pdata[i])->meetings->len; k++)
      {
        const RapClaimMeeting *link = RAP_CLAIM (claims->pdata[i])->meetings->pdata[k];

        if (g_str_equal (link->meeting, id))
          g_string_append_printf (out, "%s %u %s\n", id_of (claims->pdata[i]), link->aspect, link->value != NULL ? link->value : "-");
      }
  return g_string_free (out, FALSE);
}

/* A part taken away and put back leaves the same support; every step can be taken back. */
static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RapEvidence) place = NULL;
  g_autoptr (RapEvidence) date = NULL;
  g_autoptr (RapClaim) early = NULL;
  g_autoptr (RapClaim) late = NULL;
  g_autofree char *support = NULL, *rest = NULL, *part = NULL, *again = NULL, *before = NULL, *after = NULL;
  g_autofree char *made = NULL;
  g_autoptr (RapEdits) split = NULL;
  g_autoptr (RapEdits) merge = NULL;
  g_autoptr (RapRecord) new_meeting = NULL;
  g_autoptr (GError) error = NULL;
  Cast cast;

  cast_init (&cast, fixture->session);
  place = add_evidence (fixture->session, cast.article, "Tehran", cast.summer, RAP_ASPECT_PLACE);
  date = add_evidence (fixture->session, cast.article, "in 2015", cast.summer, RAP_ASPECT_DATE);
  early = add_linked_claim (fixture->session, cast.article, "in 2015, said another", cast.summer, RAP_ASPECT_DATE, "2015", NULL);
  late = add_linked_claim (fixture->session, cast.article, "in July 2017, said one", cast.summer, RAP_ASPECT_DATE, "2017-07", cast.visit);
  support = list_support (fixture->session, id_of (cast.summer));
  before = session_export (fixture->session, "json");

  {
    const char *moved[] = { id_of (date), id_of (early), NULL };

    split = rap_meeting_split_build (fixture->session, id_of (cast.summer), " Older talks ", moved, "Split meeting", &made, &error);
  }
  g_assert_no_error (error);
  commit (fixture->session, split);
  rest = describe_meeting (fixture->session, id_of (cast.summer));
  part = describe_meeting (fixture->session, made);
  g_assert_cmpstr (rest, ==, "Summer talks | 2017-07 | Tehran | Mohammad Bagheri host “Chief of Staff” Bajwa participant “” |  | 1 e 1 c");
  g_assert_cmpstr (part, ==, "Older talks | 2015 |  | Mohammad Bagheri host “Chief of Staff” Bajwa participant “” |  | 1 e 1 c");

  new_meeting = rap_session_load (fixture->session, RAP_KIND_MEETING, made, &error);
  g_assert_no_error (error);
  merge = plan_merge (fixture->session, cast.summer, new_meeting, ".......", NULL);
  commit (fixture->session, merge);
  again = list_support (fixture->session, id_of (cast.summer));
  g_assert_cmpstr (again, ==, support);

  fixture_reopen (fixture);
  g_assert_cmpuint (rap_session_undo (fixture->session, 2, NULL, NULL), ==, 2);
  after = session_export (fixture->session, "json");
  g_assert_cmpstr (after, ==, before);
  cast_clear (&cast);
}

static char *
describe_values (GPtrArray *values)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const RapClaimedValue *value = values->pdata[i];

      g_string_append_printf (out, "%s%s%s%s %u", i > 0 ? ", " : "", value->value, value->adopted ? "*" : "",
                              value->adoptable ? "+" : "", value->claims->len);
    }
  return g_string_free (out, FALSE);
}

/* What claims say of each aspect, and what adopting the last of them makes of the meeting. */
static void
test_adopt (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    RapAspect   aspect;
    const char *claimed;    /* separated by ";" */
    const char *values;     /* * adopted, + can be adopted, with how many claims */
    const char *adopted;    /* the meeting with the last one, "-" when that cannot be */
  } rows[] = {
    { RAP_ASPECT_DATE, "2017-07;2015", "2017-07* 1, 2015+ 1", "Summer talks | 2015 | Tehran |" },
    { RAP_ASPECT_DATE, "2015;2015", "2017-07* 0, 2015+ 2", "Summer talks | 2015 | Tehran |" },
    { RAP_ASPECT_DATE, "July 2017;2017-07", "July 2017* 2", "-" },
    { RAP_ASPECT_DATE, "on Monday", "2017-07* 0, on Monday+ 1", "Summer talks | 2017-07-10 | Tehran |" },
    { RAP_ASPECT_DATE, "some day", "2017-07* 0, some day 1", "-" },
    { RAP_ASPECT_PLACE, "Islamabad", "Tehran* 0, Islamabad+ 1", "Summer talks | 2017-07 | Islamabad |" },
    { RAP_ASPECT_PLACE, "TEHRAN", "TEHRAN* 1", "-" },
    { RAP_ASPECT_PARTICIPANTS, "Bajwa and Moore;Baqeri", "Bajwa and Moore* 1, Baqeri* 1", "-" },
    { RAP_ASPECT_PARTICIPANTS, "Ann Moore", "Ann Moore+ 1", "Summer talks | 2017-07 | Tehran | Ann Moore" },
    { RAP_ASPECT_TOPIC, "Borders", "Borders+ 1", "Summer talks | 2017-07 | Tehran | topic Borders" },
    { RAP_ASPECT_OUTCOME, "A pact", "A pact+ 1", "Summer talks | 2017-07 | Tehran | outcome A pact" },
    { RAP_ASPECT_OCCURRENCE, "cancelled", "cancelled+ 1", "Summer talks | 2017-07 | Tehran | cancelled" },
    { RAP_ASPECT_OCCURRENCE, "Summit", "Summit+ 1", "Summit | 2017-07 | Tehran |" },
  };
  Cast cast;

  cast_init (&cast, fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) claimed = g_strsplit (rows[i].claimed, ";", -1);
      g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) values = NULL;
      g_autoptr (RapMeeting) result = NULL;
      g_autofree char *listed = NULL;
      g_autofree char *became = NULL;
      g_autofree char *place = NULL;
      guint n_before = 2;

      for (guint k = 0; claimed[k] != NULL; k++)
        g_ptr_array_add (claims, add_linked_claim (fixture->session, cast.article, "Bagheri met Bajwa", cast.summer,
                                                   rows[i].aspect, claimed[k], NULL));
      values = rap_session_list_values (fixture->session, cast.summer, rows[i].aspect, claims);
      listed = describe_values (values);
      g_test_message ("%s", rows[i].claimed);
      g_assert_cmpstr (listed, ==, rows[i].values);
      g_assert_cmpint (rap_claimed_values_compete (values), ==, strchr (rows[i].values, ',') != NULL && strstr (rows[i].values, " 0") == NULL);
      result = rap_session_adopt (fixture->session, cast.summer, rows[i].aspect, values->pdata[values->len - 1]);
      if (result != NULL)
        {
          place = result->place != NULL ? rap_session_get_name (fixture->session, RAP_KIND_ENTITY, result->place) : g_strdup (result->place_text);
          became = g_strdup_printf ("%s | %s | %s |%s%s%s%s%s%s", result->title, result->when->text, place,
                                    result->participants->len > n_before ? " Ann Moore" : "",
                                    *result->topic ? " topic " : "", result->topic, *result->outcome ? " outcome " : "", result->outcome,
                                    result->status == RAP_STATUS_CANCELLED ? " cancelled" : "");
        }
      g_assert_cmpstr (became != NULL ? became : "-", ==, rows[i].adopted);
    }
  cast_clear (&cast);
}

/* "title | date, phrase, anchor | place | participants" of what a passage proposes. */
static void
test_proposal (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *passage;
    const char *expected;
  } rows[] = {
    { "met Bajwa", "met Bajwa | -, -, - | Tehran | Mohammad Bagheri Bajwa" },
    { "They met in July", "They met in July | 2017-07, in July 2017, - | - |" },
    { "in 2015", "in 2015 | 2015, in 2015, - | - |" },
    { "that day", "that day | -, -, - | - | Ann Moore" },
    { "They met in July 2017, said one; in 2015, said another.\n\nAnn Moore saw", "Ann Moore | 2017-07, in July 2017, - | - | Ann Moore" },
    { "He rests", "He rests | 2017-07-09, on Sunday, 2017-07-10 | - |" },
    { "With Tehran", "With Tehran | -, -, - | - |" },
  };
  g_autoptr (RapArticle) article = NULL;
  Cast cast;

  cast_init (&cast, fixture->session);
  article = session_add_article (fixture->session, "More", "2017-07-10", REPORT "\nHe rests on Sunday.\n\nWith Tehran they agree.\n");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapMeetingProposal) proposal = rap_meeting_proposal_new (fixture->session, article,
                                                                          article_range (article, rows[i].passage));
      const RapMeeting *meeting = proposal->meeting;
      g_autofree char *place = rap_session_get_name (fixture->session, RAP_KIND_ENTITY, meeting->place);
      g_autoptr (GString) out = g_string_new (NULL);

      g_string_printf (out, "%s | %s, %s, %s | %s |", meeting->title, meeting->when != NULL ? meeting->when->text : "-",
                       proposal->date_phrase != NULL ? proposal->date_phrase : "-",
                       proposal->date_anchor != NULL ? proposal->date_anchor->text : "-", *place != '\0' ? place : "-");
      for (guint k = 0; meeting->participants != NULL && k < meeting->participants->len; k++)
        {
          g_autofree char *name = rap_session_get_name (fixture->session, RAP_KIND_ENTITY,
                                                        ((RapParticipant *) meeting->participants->pdata[k])->entity);

          g_string_append_printf (out, " %s", name);
        }
      g_assert_cmpstr (out->str, ==, rows[i].expected);
      g_assert_false (RAP_RECORD (proposal->meeting)->sealed);
    }
  cast_clear (&cast);
}

/* Random meetings with random support: merged and undone, and split and merged, nothing is lost. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20170705);
  const char *quotes[] = { "Bagheri", "Bajwa", "Tehran", "July 2017", "in 2015", "Ann Moore", "that day" };
  Cast cast;
  RapMeeting *meetings[3];

  cast_init (&cast, fixture->session);
  meetings[0] = cast.summer;
  meetings[1] = cast.visit;
  meetings[2] = cast.call;
  for (guint i = 0; i < 40; i++)
    {
      const char *quote = quotes[g_rand_int_range (random, 0, G_N_ELEMENTS (quotes))];
      RapMeeting *one = meetings[g_rand_int_range (random, 0, 3)];
      RapMeeting *other = meetings[g_rand_int_range (random, 0, 3)];
      RapAspect aspect = g_rand_int_range (random, 0, RAP_ASPECT_OUTCOME + 1);

      if (g_rand_boolean (random))
        g_object_unref (add_evidence (fixture->session, cast.article, quote, one, aspect));
      else
        g_object_unref (add_linked_claim (fixture->session, cast.article, quote, one, aspect, g_rand_boolean (random) ? quote : NULL,
                                          other != one ? other : NULL));
    }
  for (guint i = 0; i < 12; i++)
    {
      RapMeeting *into = meetings[i % 3];
      RapMeeting *from = meetings[(i + 1 + i / 3 % 2) % 3];
      g_autofree char *take = g_strdup ("ffiifff");
      g_autofree char *before = session_export (fixture->session, "json");
      g_autofree char *after = NULL;
      g_autofree char *gone = NULL;
      g_autoptr (RapEdits) edits = NULL;

      for (char *c = take; *c != '\0'; c++)
        *c = "f.i"[g_rand_int_range (random, 0, 3)];
      edits = plan_merge (fixture->session, into, from, take, NULL);
      commit (fixture->session, edits);
      gone = describe_meeting (fixture->session, id_of (from));
      g_assert_cmpstr (gone, ==, "gone");
      if (i % 4 == 0)
        fixture_reopen (fixture);
      g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
      after = session_export (fixture->session, "json");
      g_assert_cmpstr (after, ==, before);
    }
  cast_clear (&cast);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/meeting-finder/find", test_find);
  fixture_add_test ("/session/meeting-finder/rank", test_rank);
  fixture_add_test ("/session/meeting-finder/capacities", test_capacities);
  fixture_add_test ("/session/meeting-merge/merge", test_merge);
  fixture_add_test ("/session/meeting-merge/refused", test_merge_refused);
  fixture_add_test ("/session/meeting-merge/split", test_split);
  fixture_add_test ("/session/meeting-merge/random", test_random);
  fixture_add_test ("/session/meeting-adoption/adopt", test_adopt);
  fixture_add_test ("/session/meeting-proposal/proposal", test_proposal);
  return g_test_run ();
}
