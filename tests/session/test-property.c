/* test-property.c
 *
 * Random edits of every kind, as an analyst's day might be: undone to the start
 * they leave the empty project, redone they leave the same bytes, and what is
 * in between is what was there before, also after closing and opening. Every
 * sequence is replayed by its seed: --seed of GTest shifts all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session.h"

#include <string.h>

#include "session-fixture.h"

#ifdef __SANITIZE_ADDRESS__
#define N_SEEDS 10   /* the sanitizers are slow */
#else
#define N_SEEDS 20
#endif
#define N_STEPS 60

/* One sequence under way. */
typedef struct
{
  RapSession *session;
  GRand      *random;
  GPtrArray  *states;   /* after 0, 1, 2 … groups: what an undo must come back to */
} Walk;

static const char * const words[] = {
  "met", "“agreed”", "the minister", "Bagheri", "Baqeri", "باقری", "on Monday", "e\xcc\x81", "👩‍👩‍👧", "in the capital", "denied", "\"quote\""
};

static guint
below (Walk  *walk,
       guint  n)
{
  return (guint) g_rand_int_range (walk->random, 0, (gint32) n);
}

static char *
make_text (Walk  *walk,
           guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? (below (walk, 8) == 0 ? ".\n\n" : " ") : "", words[below (walk, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
set_words (Walk  *walk,
           char **member)
{
  g_free (*member);
  *member = g_strdup_printf ("%s %s", words[below (walk, G_N_ELEMENTS (words))], words[below (walk, G_N_ELEMENTS (words))]);
}

/* Any record of the kind, or NULL. (transfer full) */
static RapRecord *
pick (Walk    *walk,
      RapKind  kind)
{
  g_autoptr (GListModel) list = rap_session_list (walk->session, kind);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (RapHeader) header = n > 0 ? g_list_model_get_item (list, below (walk, n)) : NULL;

  return header != NULL ? rap_session_load (walk->session, kind, header->id, NULL) : NULL;
}

/* An entity of that kind, or NULL. (transfer full) */
static char *
pick_entity (Walk *walk,
             guint allowed)
{
  g_autoptr (RapRecord) record = pick (walk, RAP_KIND_ENTITY);

  return record != NULL && (allowed & (1u << RAP_ENTITY (record)->kind)) ? g_strdup (record->id) : NULL;
}

#define ANY_ENTITY 0x1f

static void
take_id (char **member,
         char  *id)
{
  g_free (*member);
  *member = id;
}

static RapEdtf *
make_date (Walk *walk)
{
  static const char * const dates[] = { "2020-05-04", "2020-05", "2020", "202X", "2019-11~", "2018?", "2017-07/2017-08", "2021/..", "../2016", NULL };

  const char *date = dates[below (walk, G_N_ELEMENTS (dates))];

  return date != NULL ? rap_edtf_parse (date, NULL) : NULL;
}

static RapAnchor *
make_anchor (Walk             *walk,
             const RapArticle *article)
{
  guint length = rap_text_get_length (article->text);
  RapRange ranges[3];
  guint n = 1 + below (walk, G_N_ELEMENTS (ranges));

  for (guint i = 0; i < n; i++)
    {
      ranges[i].start = below (walk, length);
      ranges[i].end = MIN (length, ranges[i].start + 1 + below (walk, 20));
    }
  return rap_anchor_new (article->text, ranges, n);
}

static void
fill_code (Walk      *walk,
           RapRecord *record)
{
  RapCode *code = RAP_CODE (record);

  set_words (walk, &code->name);
  take_id (&code->colour, g_strdup_printf ("#%06x", below (walk, 0x1000000)));
  rap_set_string (&code->key, below (walk, 2) ? "3" : NULL);
}

static void
fill_entity (Walk      *walk,
             RapRecord *record)
{
  RapEntity *entity = RAP_ENTITY (record);

  set_words (walk, &entity->name);
  entity->reliability = below (walk, 7);
  g_clear_pointer (&entity->names, g_ptr_array_unref);
  if (below (walk, 2))
    {
      entity->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
      g_ptr_array_add (entity->names, rap_name_new (words[below (walk, G_N_ELEMENTS (words))], "fa", below (walk, 4)));
    }
}

static void
fill_article (Walk      *walk,
              RapRecord *record)
{
  RapArticle *article = RAP_ARTICLE (record);
  g_autoptr (RapEdtf) date = make_date (walk);

  set_words (walk, &article->title);
  rap_set_edtf (&article->published, date);
  take_id (&article->outlet, pick_entity (walk, 1u << RAP_ENTITY_OUTLET));
  if (article->text == NULL)
    {
      g_autofree char *text = make_text (walk, 5 + below (walk, 60));

      article->text = rap_text_new (text);
    }
  g_clear_pointer (&article->body, g_array_unref);
  if (below (walk, 3))
    {
      RapRange body = { below (walk, 5), rap_text_get_length (article->text) };

      article->body = g_array_new (FALSE, FALSE, sizeof body);
      if (!rap_range_is_empty (body))
        g_array_append_val (article->body, body);
    }
}

static void
fill_meeting (Walk      *walk,
              RapRecord *record)
{
  RapMeeting *meeting = RAP_MEETING (record);
  g_autoptr (RapEdtf) date = make_date (walk);
  g_autofree char *party = pick_entity (walk, ANY_ENTITY);

  set_words (walk, &meeting->title);
  meeting->mode = below (walk, 5);
  meeting->status = below (walk, 4);
  rap_set_edtf (&meeting->when, date);
  take_id (&meeting->place, pick_entity (walk, 1u << RAP_ENTITY_PLACE));
  g_clear_pointer (&meeting->participants, g_ptr_array_unref);
  if (party != NULL)
    {
      meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
      g_ptr_array_add (meeting->participants, rap_participant_new (party, RAP_ROLE_HOST, "chief"));
      g_ptr_array_add (meeting->participants, rap_participant_new (party, RAP_ROLE_VISITOR, ""));
    }
}

static char **
as_list (char *id)
{
  char **list = id != NULL ? g_new0 (char *, 2) : NULL;

  if (list != NULL)
    list[0] = id;
  return list;
}

static void
fill_claim (Walk      *walk,
            RapRecord *record)
{
  RapClaim *claim = RAP_CLAIM (record);
  g_autoptr (RapRecord) meeting = pick (walk, RAP_KIND_MEETING);
  g_autoptr (RapRecord) code = pick (walk, RAP_KIND_CODE);

  set_words (walk, &claim->proposition);
  take_id (&claim->speaker, pick_entity (walk, ANY_ENTITY));
  claim->certainty = below (walk, 4);
  claim->polarity = below (walk, 3);
  claim->mode = below (walk, 4);
  claim->credibility = below (walk, 7);
  g_strfreev (claim->via);
  claim->via = as_list (pick_entity (walk, ANY_ENTITY));
  g_strfreev (claim->codes);
  claim->codes = as_list (code != NULL ? g_strdup (code->id) : NULL);
  g_clear_pointer (&claim->meetings, g_ptr_array_unref);
  if (meeting != NULL)
    {
      claim->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
      g_ptr_array_add (claim->meetings, rap_claim_meeting_new (meeting->id, below (walk, 6), below (walk, 2) ? "2015" : NULL));
    }
}

/* The new annotation's place and what it needs; FALSE when there is nothing to tie it to. */
static gboolean
place (Walk      *walk,
       RapRecord *record)
{
  static const struct
  {
    RapKind     kind;
    RapKind     target;
    const char *member;
    const char *anchor;
  } rows[] = {
    { RAP_KIND_CLAIM, RAP_KIND_ARTICLE, "article", "content" },
    { RAP_KIND_MENTION, RAP_KIND_ENTITY, "entity", "anchor" },
    { RAP_KIND_EVIDENCE, RAP_KIND_MEETING, "meeting", "anchor" },
    { RAP_KIND_CODING, RAP_KIND_CODE, "code", "anchor" },
  };
  RapKind kind = rap_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].kind == kind)
      {
        g_autoptr (RapRecord) article = pick (walk, RAP_KIND_ARTICLE);
        g_autoptr (RapRecord) target = pick (walk, rows[i].target);

        if (article == NULL || target == NULL)
          return FALSE;
        rap_set_string (&rap_record_member (record, rap_kind_find_field (kind, rows[i].member), char *), target->id);
        rap_set_string (&rap_record_member (record, rap_kind_find_field (kind, "article"), char *), article->id);
        rap_record_member (record, rap_kind_find_field (kind, rows[i].anchor), RapAnchor *) = make_anchor (walk, RAP_ARTICLE (article));
      }
  return TRUE;
}

static gboolean
relate (Walk      *walk,
        RapRecord *record)
{
  RapRelation *relation = RAP_RELATION (record);
  g_autoptr (RapRecord) from = pick (walk, RAP_KIND_CLAIM);
  g_autoptr (RapRecord) to = pick (walk, RAP_KIND_CLAIM);

  if (from == NULL || to == NULL || g_str_equal (from->id, to->id))
    return FALSE;
  relation->kind = below (walk, 3);
  rap_set_string (&relation->from, from->id);
  rap_set_string (&relation->to, to->id);
  return TRUE;
}

static void
fill (Walk      *walk,
      RapRecord *record)
{
  switch (rap_record_get_kind (record))
    {
    case RAP_KIND_PROJECT:
      set_words (walk, &RAP_PROJECT (record)->title);
      break;
    case RAP_KIND_CODE:
      fill_code (walk, record);
      break;
    case RAP_KIND_ENTITY:
      fill_entity (walk, record);
      break;
    case RAP_KIND_ARTICLE:
      fill_article (walk, record);
      break;
    case RAP_KIND_MEETING:
      fill_meeting (walk, record);
      break;
    case RAP_KIND_CLAIM:
      fill_claim (walk, record);
      break;
    case RAP_KIND_CODING:
      set_words (walk, &RAP_CODING (record)->note);
      break;
    case RAP_KIND_EVIDENCE:
      RAP_EVIDENCE (record)->aspect = below (walk, 6);
      break;
    case RAP_KIND_RELATION:
      set_words (walk, &RAP_RELATION (record)->note);
      break;
    case RAP_KIND_MENTION:
      break;
    }
}

static void
add_new (Walk     *walk,
         RapEdits *edits,
         RapKind   kind)
{
  g_autoptr (RapRecord) record = rap_record_new (kind);

  if (kind == RAP_KIND_ENTITY)
    RAP_ENTITY (record)->kind = below (walk, 5);
  if (!place (walk, record) || (kind == RAP_KIND_RELATION && !relate (walk, record)))
    return;
  fill (walk, record);
  rap_edits_insert (edits, record);
}

static void
add_change (Walk     *walk,
            RapEdits *edits,
            RapKind   kind)
{
  g_autoptr (RapRecord) before = kind == RAP_KIND_PROJECT ? rap_session_load (walk->session, kind, NULL, NULL) : pick (walk, kind);
  g_autoptr (RapRecord) after = before != NULL ? rap_record_copy (before) : NULL;

  if (after == NULL)
    return;
  fill (walk, after);
  rap_edits_replace (edits, before, after);
}

static void
add_removal (Walk     *walk,
             RapEdits *edits,
             RapKind   kind)
{
  g_autoptr (RapRecord) record = pick (walk, kind);
  g_autoptr (GError) error = NULL;

  if (record != NULL)
    rap_session_add_deletion (walk->session, edits, record, NULL, &error);
  g_assert_no_error (error);
}

/* One gesture: three times in five something new, then changes, then deletions.
 * A gesture that breaks a rule (two relations of one kind, say) is refused and
 * leaves nothing. */
static void
step (Walk *walk)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Step");
  g_autoptr (GError) error = NULL;
  const char *last = walk->states->pdata[walk->states->len - 1];
  RapKind kind = RAP_KIND_CODE + below (walk, RAP_N_KINDS - RAP_KIND_CODE);
  guint what = below (walk, 10);
  g_autofree char *state = NULL;

  if (what < 6)
    for (guint n = 1 + below (walk, 3); n > 0; n--)
      add_new (walk, edits, kind);
  else if (what < 9)
    add_change (walk, edits, below (walk, 8) == 0 ? RAP_KIND_PROJECT : kind);
  else
    add_removal (walk, edits, kind);

  if (!rap_session_commit (walk->session, edits, &error))
    g_assert_true (g_error_matches (error, RAP_ERROR, RAP_ERROR_INVALID)
                   || g_error_matches (error, RAP_ERROR, RAP_ERROR_KEY_TAKEN)
                   || g_error_matches (error, RAP_ERROR, RAP_ERROR_NAME_TAKEN)
                   || g_error_matches (error, RAP_ERROR, RAP_ERROR_CYCLE)
                   || g_error_matches (error, RAP_ERROR, RAP_ERROR_REFERENCE));
  state = session_state (walk->session);
  if (error != NULL || rap_edits_is_empty (edits))
    g_assert_cmpstr (state, ==, last);
  else
    g_ptr_array_add (walk->states, g_steal_pointer (&state));
}

static void
expect_state (Walk  *walk,
              guint  index)
{
  g_autofree char *state = session_state (walk->session);

  g_assert_cmpstr (state, ==, walk->states->pdata[index]);
}

static void
take_walk (Fixture *fixture,
           guint    seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  Walk walk = { fixture->session, random, states };
  g_autofree char *start = session_export (walk.session, "json");
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n_groups;

  g_ptr_array_add (states, session_state (walk.session));
  for (guint i = 0; i < N_STEPS; i++)
    step (&walk);
  n_groups = states->len - 1;
  end = session_export (walk.session, "json");

  for (guint i = n_groups; i > 0; i--)
    {
      g_assert_cmpuint (rap_session_undo (walk.session, 1, NULL, NULL), ==, 1);
      expect_state (&walk, i - 1);
      if (i == n_groups / 2)
        {
          fixture_reopen (fixture);
          walk.session = fixture->session;
          expect_state (&walk, i - 1);
        }
    }
  g_assert_false (rap_session_get_can_undo (walk.session));
  undone = session_export (walk.session, "json");
  g_assert_cmpstr (undone, ==, start);

  fixture_reopen (fixture);
  walk.session = fixture->session;
  for (guint i = 0; i < n_groups; i++)
    {
      g_assert_cmpuint (rap_session_redo (walk.session, 1, NULL, NULL), ==, 1);
      expect_state (&walk, i + 1);
    }
  g_assert_false (rap_session_get_can_redo (walk.session));
  redone = session_export (walk.session, "json");
  g_assert_cmpstr (redone, ==, end);
}

/* Each walk begins where the one before ended undone. */
static void
test_walks (Fixture       *fixture,
            gconstpointer  data)
{
  guint shift = g_test_rand_int () % 1000000;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      /* half of the seeds never change, the others are new on every run and named here */
      guint actual = seed % 2 == 0 ? seed : seed + shift;

      g_test_message ("seed %u", actual);
      take_walk (fixture, actual);
      while (rap_session_undo (fixture->session, 100, NULL, NULL) > 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/property/walks", test_walks);

  return g_test_run ();
}
