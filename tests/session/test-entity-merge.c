/* test-entity-merge.c
 *
 * Merging and splitting entities: what moves, what is refused, and that undo
 * gives back every byte. And the kind of an entity that is in use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-entity-merge.h"
#include "session-fixture.h"

#define TEXT "General Torvik met Quill. Turvik said yes, the Post wrote. Quill said no."

typedef struct
{
  RapEntity  *torvik;    /* with an alias, a note, A */
  RapEntity  *turvik;    /* with a name in another script, a note, C */
  RapEntity  *quill;
  RapEntity  *post;
  RapEntity  *port;
  RapArticle *article;
} Cast;

static RapEntity *
add_person (RapSession     *session,
            const char     *name,
            const char     *other,
            RapReliability  reliability,
            const char     *note)
{
  RapEntity *entity = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));

  rap_set_string (&entity->name, name);
  rap_set_string (&entity->note, note);
  entity->reliability = reliability;
  if (other != NULL)
    {
      entity->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
      g_ptr_array_add (entity->names, rap_name_new (other, "", RAP_NAME_ALIAS));
    }
  return session_insert (session, entity);
}

static void
add_mention (RapSession *session,
             RapArticle *article,
             const char *quote,
             RapEntity  *entity)
{
  RapMention *mention = RAP_MENTION (rap_record_new (RAP_KIND_MENTION));

  rap_set_string (&mention->article, id_of (article));
  rap_set_string (&mention->entity, id_of (entity));
  mention->anchor = article_anchor (article, quote);
  g_object_unref (session_insert (session, mention));
}

static void
add_talk (RapSession *session,
          const char *title,
          RapEntity  *a,
          const char *capacity_a,
          RapEntity  *b,
          const char *capacity_b,
          RapEntity  *place)
{
  RapMeeting *meeting = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));

  rap_set_string (&meeting->title, title);
  rap_set_string (&meeting->place, place != NULL ? id_of (place) : NULL);
  meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  g_ptr_array_add (meeting->participants, rap_participant_new (id_of (a), RAP_ROLE_HOST, capacity_a));
  g_ptr_array_add (meeting->participants, rap_participant_new (id_of (b), RAP_ROLE_PARTICIPANT, capacity_b));
  g_object_unref (session_insert (session, meeting));
}

static void
cast_init (Cast       *cast,
           RapSession *session)
{
  const char *via[3] = { NULL, NULL, NULL };
  RapClaim *claim, *after;

  cast->torvik = add_person (session, "Ilan Torvik", "Torvik", RAP_RELIABILITY_A, "First note.");
  cast->turvik = add_person (session, "Turvik", "Торвик", RAP_RELIABILITY_C, "Second note.");
  cast->quill = session_add_entity (session, RAP_ENTITY_PERSON, "Sera Quill");
  cast->post = session_add_entity (session, RAP_ENTITY_OUTLET, "Harbour Post");
  cast->port = session_add_entity (session, RAP_ENTITY_PLACE, "Port Arden");
  cast->article = session_add_article (session, "Talks", "2022-11-08", TEXT);
  add_mention (session, cast->article, "Torvik", cast->torvik);
  add_mention (session, cast->article, "Turvik", cast->turvik);
  g_object_unref (session_add_claim (session, cast->article, "Turvik said yes", id_of (cast->turvik)));
  claim = session_add_claim (session, cast->article, "Quill said no", id_of (cast->quill));
  after = RAP_CLAIM (rap_record_copy (RAP_RECORD (claim)));
  via[0] = id_of (cast->turvik);
  via[1] = id_of (cast->torvik);
  after->via = g_strdupv ((char **) via);
  g_object_unref (session_replace (session, claim, after));
  g_object_unref (claim);
  add_talk (session, "Both", cast->torvik, "Chief of Staff", cast->turvik, "General", cast->port);
  add_talk (session, "One", cast->turvik, "General", cast->quill, "", NULL);
}

static void
cast_clear (Cast *cast)
{
  g_object_unref (cast->torvik);
  g_object_unref (cast->turvik);
  g_object_unref (cast->quill);
  g_object_unref (cast->post);
  g_object_unref (cast->port);
  g_object_unref (cast->article);
}

/* What refers to the entity, and its own names: "Ilan Torvik (Torvik) A [note]; mention Torvik; …". (transfer full) */
static char *
describe (RapSession *session,
          const char *id)
{
  g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_ENTITY, id, NULL);
  RapEntity *entity = RAP_ENTITY (record);
  GString *out;

  if (record == NULL)
    return g_strdup ("gone");
  out = g_string_new (entity->name);
  for (guint i = 0; entity->names != NULL && i < entity->names->len; i++)
    g_string_append_printf (out, "|%s", ((RapName *) entity->names->pdata[i])->name);
  g_string_append_printf (out, " %u", entity->reliability);
  g_string_append_printf (out, " [%s]", entity->note);
  g_strdelimit (out->str, "\n", '/');
  for (RapKind kind = RAP_KIND_ARTICLE; kind <= RAP_KIND_MENTION; kind++)
    {
      g_autoptr (GPtrArray) linked = rap_session_load_linked (session, kind, id, 0, NULL);

      for (guint i = 0; i < linked->len; i++)
        {
          RapRecord *one = linked->pdata[i];

          g_string_append_printf (out, "; %s %s", rap_kind_get_nick (kind), rap_record_get_title (one));
          if (kind == RAP_KIND_CLAIM)
            g_string_append_printf (out, " via %u", RAP_CLAIM (one)->via != NULL ? g_strv_length (RAP_CLAIM (one)->via) : 0);
          if (kind == RAP_KIND_MEETING)
            for (guint k = 0; k < RAP_MEETING (one)->participants->len; k++)
              {
                const RapParticipant *party = RAP_MEETING (one)->participants->pdata[k];

                g_string_append_printf (out, "%s%s", k > 0 ? ", " : ": ",
                                        g_str_equal (party->entity, id) ? party->capacity : "-");
              }
        }
    }
  return g_string_free (out, FALSE);
}

static char *
print_moves (const RapEntityMoves *moves)
{
  return g_strdup_printf ("%u mentions %u spoken %u passed %u meetings %u places %u articles %u names %u ruled out",
                          moves->n_mentions, moves->n_spoken, moves->n_passed_on, moves->n_meetings, moves->n_places,
                          moves->n_articles, moves->n_names, moves->n_ruled_out);
}

/* Commits, looks, takes back and does again: each state is what it was, byte for byte. */
static void
commit_there_and_back (RapSession *session,
                       RapEdits   *edits)
{
  g_autofree char *before = session_state (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  rap_session_commit (session, edits, &error);
  g_assert_no_error (error);
  after = session_state (session);
  g_assert_cmpuint (rap_session_undo (session, 1, NULL, &error), ==, 1);
  undone = session_state (session);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpuint (rap_session_redo (session, 1, NULL, &error), ==, 1);
  redone = session_state (session);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  Cast cast;
  RapEntityMoves moves;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *left = NULL;

  cast_init (&cast, fixture->session);
  edits = rap_entity_merge_build (fixture->session, id_of (cast.turvik), id_of (cast.torvik), RAP_RELIABILITY_C,
                                  "Merge Turvik into Ilan Torvik", &moves, &error);
  g_assert_no_error (error);
  numbers = print_moves (&moves);
  g_assert_cmpstr (numbers, ==, "1 mentions 1 spoken 1 passed 2 meetings 0 places 0 articles 2 names 0 ruled out");
  commit_there_and_back (fixture->session, edits);
  gone = describe (fixture->session, id_of (cast.turvik));
  g_assert_cmpstr (gone, ==, "gone");
  left = describe (fixture->session, id_of (cast.torvik));
  g_assert_cmpstr (left, ==,
                   "Ilan Torvik|Torvik|Turvik|Торвик 3 [First note.//Second note.]"
                   "; meeting Both: Chief of Staff; General; meeting One: General, -"
                   "; claim Turvik said yes via 0; claim Quill said no via 1; mention Torvik; mention Turvik");
  cast_clear (&cast);
}

static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  const char *names[] = { "Торвик", NULL };
  Cast cast;
  RapEntityMoves moves;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (RapEdits) edits = NULL;
  g_autoptr (RapRecord) made = NULL;
  g_autofree char *id = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *left = NULL;
  const char *moved[3] = { NULL, NULL, NULL };

  cast_init (&cast, fixture->session);
  meetings = rap_session_load_linked (fixture->session, RAP_KIND_MEETING, id_of (cast.turvik), 0, NULL);
  claims = rap_session_load_linked (fixture->session, RAP_KIND_CLAIM, id_of (cast.turvik), 0, NULL);
  moved[0] = id_of (meetings->pdata[1]);
  moved[1] = id_of (claims->pdata[0]);
  edits = rap_entity_split_build (fixture->session, id_of (cast.turvik), "Oleg Turvik", names, moved, "Split Turvik",
                                  &moves, &id, &error);
  g_assert_no_error (error);
  numbers = print_moves (&moves);
  g_assert_cmpstr (numbers, ==, "0 mentions 1 spoken 0 passed 1 meetings 0 places 0 articles 1 names 0 ruled out");
  commit_there_and_back (fixture->session, edits);
  fresh = describe (fixture->session, id);
  g_assert_cmpstr (fresh, ==, "Oleg Turvik|Торвик 3 []; meeting One: General, -; claim Turvik said yes via 0");
  left = describe (fixture->session, id_of (cast.turvik));
  g_assert_cmpstr (left, ==, "Turvik 3 [Second note.]; meeting Both: -, General; claim Quill said no via 2; mention Turvik");
  made = rap_session_load (fixture->session, RAP_KIND_ENTITY, id, NULL);
  g_clear_object (&cast.turvik);
  cast.turvik = RAP_ENTITY (rap_session_load (fixture->session, RAP_KIND_ENTITY, RAP_ENTITY (made)->not_same_as[0], NULL));
  g_assert_true (rap_entity_is_ruled_out (cast.turvik, RAP_ENTITY (made)));
  cast_clear (&cast);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const char *none[] = { NULL };
  Cast cast;
  g_autoptr (RapEdits) ruled_out = NULL;
  struct { const char *from, *into, *expected; } cases[3];

  cast_init (&cast, fixture->session);
  ruled_out = rap_entity_rule_out_build (fixture->session, id_of (cast.torvik), id_of (cast.turvik), "Rule out", NULL);
  commit_there_and_back (fixture->session, ruled_out);
  cases[0].from = id_of (cast.torvik), cases[0].into = id_of (cast.torvik);
  cases[0].expected = "“Ilan Torvik” cannot be merged with itself";
  cases[1].from = id_of (cast.post), cases[1].into = id_of (cast.torvik);
  cases[1].expected = "“Harbour Post” and “Ilan Torvik” are of different kinds; make them one kind first";
  cases[2].from = id_of (cast.turvik), cases[2].into = id_of (cast.torvik);
  cases[2].expected = "“Turvik” and “Ilan Torvik” are marked as not the same; take that back first";
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rap_entity_merge_build (fixture->session, cases[i].from, cases[i].into, RAP_RELIABILITY_A, "Merge",
                                             NULL, &error));
      g_assert_cmpstr (error->message, ==, cases[i].expected);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rap_entity_split_build (fixture->session, id_of (cast.torvik), i == 0 ? "" : "Other", none, none,
                                             "Split", NULL, NULL, &error));
      g_assert_cmpstr (error->message, ==, i == 0 ? "the new entity needs a name"
                                                  : "nothing is chosen that goes over to the new entity");
    }
  cast_clear (&cast);
}

/* An outlet that articles have and a place that meetings have keep a kind that is fit for it. */
static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { RapEntityKind kind; const char *expected; } cases[] = {
    { RAP_ENTITY_PLACE, "entity #: kind: it is the outlet of articles, so it must be an outlet, organisation or government; give those articles another outlet first" },
    { RAP_ENTITY_PERSON, "entity #: kind: it is the place of meetings, so it must be a place; give those meetings another place first" },
    { RAP_ENTITY_ORGANISATION, "ok" },
  };
  Cast cast;
  RapArticle *article;
  RapEntity *entities[3];

  cast_init (&cast, fixture->session);
  article = RAP_ARTICLE (rap_record_copy (RAP_RECORD (cast.article)));
  rap_set_string (&article->outlet, id_of (cast.post));
  g_object_unref (session_replace (fixture->session, cast.article, article));
  entities[0] = cast.post;
  entities[1] = cast.port;
  entities[2] = cast.post;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapEntity) after = RAP_ENTITY (rap_record_copy (RAP_RECORD (entities[i])));
      g_autoptr (RapEdits) edits = rap_edits_new ("Change kind");
      g_autoptr (GError) error = NULL;
      g_autofree char *got = NULL;

      after->kind = cases[i].kind;
      rap_edits_replace (edits, RAP_RECORD (entities[i]), RAP_RECORD (after));
      rap_session_commit (fixture->session, edits, &error);
      got = mask (error != NULL ? error->message : "ok", NULL);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
  cast_clear (&cast);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/entity-merge/merge", test_merge);
  fixture_add_test ("/session/entity-merge/split", test_split);
  fixture_add_test ("/session/entity-merge/refused", test_refused);
  fixture_add_test ("/session/entity-merge/kind", test_kind);
  return g_test_run ();
}
