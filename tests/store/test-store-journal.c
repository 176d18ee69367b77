/* test-store-journal.c
 *
 * Undo and redo, which survive closing; the history; and the property that any
 * sequence of edits undone to the start gives the empty project, and redone
 * gives the same content.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#define N_SEEDS 6
#define N_STEPS 50

static char *
get_history (RapStore *store,
             guint     limit)
{
  g_autoptr (GPtrArray) entries = rap_store_history (store, limit, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      RapHistoryEntry *entry = entries->pdata[i];

      g_string_append_printf (all, "%" G_GINT64_FORMAT ":%s:%u%s%s ", entry->seq, entry->label, entry->n_edits,
                              entry->undone ? ":undone" : "", entry->discarded ? ":discarded" : "");
    }
  return g_string_free (all, FALSE);
}

static void
commit_meeting (RapStore   *store,
                const char *name,
                const char *label)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);

  add (edits, make_meeting (name, label, NULL));
  commit_edits (store, edits);
}

/* "label n" of what an undo or redo applied; "-" when there was nothing. */
static char *
step (RapStore *store,
      RapEdits *(*travel) (RapStore *, GError **))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = travel (store, &error);

  g_assert_no_error (error);
  if (edits == NULL)
    return g_strdup ("-");
  return g_strdup_printf ("%s %s", edits->label, rap_edits_get (edits, 0)->after != NULL ? "in" : "out");
}

/* Commands: a letter commits, < undoes, > redoes, | closes and opens. */
static void
test_commands (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *commands;
    const char *undo;
    const char *redo;
    const char *history;
  } cases[] = {
    { "<>", NULL, NULL, "" },
    { "A", "A", NULL, "1:A:1 " },
    { "A<", NULL, "A", "1:A:1:undone " },
    { "A<|>", "A", NULL, "1:A:1 " },
    { "AB|<|", "A", "B", "2:B:1:undone 1:A:1 " },
    { "ABC<<|>", "B", "C", "3:C:1:undone 2:B:1 1:A:1 " },
    { "ABC<<D", "D", NULL, "4:D:1 3:C:1:discarded 2:B:1:discarded 1:A:1 " },
    { "ABC<<D<<|", NULL, "A", "4:D:1:undone 3:C:1:discarded 2:B:1:discarded 1:A:1:undone " },
    { "ABC<<D<<>>>", "D", NULL, "4:D:1 3:C:1:discarded 2:B:1:discarded 1:A:1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autofree char *undo = NULL;
      g_autofree char *redo = NULL;
      g_autofree char *history = NULL;

      fixture_set_up (&fixture, NULL);
      for (const char *c = cases[i].commands; *c != '\0'; c++)
        {
          char label[] = { *c, '\0' };
          char name[] = { g_ascii_tolower (*c), '\0' };
          g_autofree char *applied = NULL;

          if (*c == '<')
            applied = step (fixture.store, rap_store_undo);
          else if (*c == '>')
            applied = step (fixture.store, rap_store_redo);
          else if (*c != '|')
            commit_meeting (fixture.store, name, label);
          else
            {
              fixture_close (&fixture);
              fixture_open (&fixture);
            }
        }
      undo = rap_store_peek_undo (fixture.store);
      redo = rap_store_peek_redo (fixture.store);
      history = get_history (fixture.store, 0);
      g_assert_cmpstr (undo, ==, cases[i].undo);
      g_assert_cmpstr (redo, ==, cases[i].redo);
      g_assert_cmpstr (history, ==, cases[i].history);
      fixture_tear_down (&fixture, NULL);
    }
}

static void
test_applied (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *nothing = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *last = NULL;

  nothing = step (self->store, rap_store_undo);
  commit_meeting (self->store, "b1", "Add meeting");
  undone = step (self->store, rap_store_undo);
  redone = step (self->store, rap_store_redo);
  commit_meeting (self->store, "b2", "Another");
  last = get_history (self->store, 1);
  g_assert_cmpstr (nothing, ==, "-");
  g_assert_cmpstr (undone, ==, "Add meeting out");
  g_assert_cmpstr (redone, ==, "Add meeting in");
  g_assert_cmpstr (last, ==, "2:Another:1 ");
}

/* Everything at once, back and forth: articles come back byte for byte. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *empty = dump (self->store);
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) hits_again = NULL;

  commit_sample (self->store);
  full = dump (self->store);
  rap_edits_free (rap_store_undo (self->store, NULL));
  undone = dump (self->store);
  hits = rap_store_search (self->store, "border", 0, NULL);
  fixture_close (self);
  fixture_open (self);
  rap_edits_free (rap_store_redo (self->store, NULL));
  redone = dump (self->store);
  hits_again = rap_store_search (self->store, "border", 0, NULL);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_cmpstr (redone, ==, full);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (hits_again->len, ==, 1);
}

/* The journal keeps order by number whatever the clock says. */
static void
test_clock (Fixture       *self,
            gconstpointer  data)
{
  static const gint64 times[] = { 5000, -1, G_MAXINT64, 0 };
  static const char * const labels[] = { "a", "b", "c", "d" };
  g_autofree char *history = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (RapEdits) edits = rap_edits_new (labels[i]);

      add (edits, make_meeting (labels[i], labels[i], NULL));
      g_assert_true (rap_store_commit (self->store, edits, "ada", "test", times[i], NULL));
    }
  for (guint i = G_N_ELEMENTS (times); i > 0; i--)
    {
      g_autofree char *label = rap_store_peek_undo (self->store);

      g_assert_cmpstr (label, ==, labels[i - 1]);
      rap_edits_free (rap_store_undo (self->store, NULL));
    }
  history = get_history (self->store, 0);
  g_assert_cmpstr (history, ==, "4:d:1:undone 3:c:1:undone 2:b:1:undone 1:a:1:undone ");
}

/* Random edits that keep all references whole. */
typedef struct
{
  GRand     *rand;
  RapStore  *store;
  guint      n_made;
} Monkey;

static gboolean
take_record (RapRecord  *record,
             gpointer    user_data,
             GError    **error)
{
  g_ptr_array_add (user_data, g_object_ref (record));
  return TRUE;
}

/* Any record of the kind, or NULL. (transfer full) */
static RapRecord *
pick (Monkey  *self,
      RapKind  kind)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  rap_store_foreach (self->store, kind, take_record, all, NULL);
  return all->len > 0 ? g_object_ref (all->pdata[g_rand_int_range (self->rand, 0, all->len)]) : NULL;
}

static RapRecord *
make_random (Monkey     *self,
             RapKind     kind,
             const char *name)
{
  g_autoptr (RapRecord) article = pick (self, RAP_KIND_ARTICLE);
  g_autoptr (RapRecord) entity = pick (self, RAP_KIND_ENTITY);
  g_autofree char *text = g_strdup_printf ("Text %u with a quote in it.", g_rand_int_range (self->rand, 0, 5));
  RapRecord *claim;

  switch ((int) kind)
    {
    case RAP_KIND_ENTITY:
      return make_entity (name, g_rand_int_range (self->rand, 0, 5), text);
    case RAP_KIND_ARTICLE:
      return make_article (name, name, text, g_rand_boolean (self->rand) ? "2020" : NULL, NULL);
    case RAP_KIND_MEETING:
      return make_meeting (name, text, "2017-07");
    case RAP_KIND_CLAIM:
      if (article == NULL)
        return NULL;
      claim = make_claim (name, article, "quote", text);
      if (entity != NULL)
        rap_set_string (&RAP_CLAIM (claim)->speaker, entity->id);
      return claim;
    default:
      if (article == NULL || entity == NULL)
        return NULL;
      return make_passage (RAP_KIND_MENTION, name, article, "with", entity->id);
    }
}

static void
add_insertion (Monkey   *self,
               RapEdits *edits)
{
  static const RapKind kinds[] = { RAP_KIND_ENTITY, RAP_KIND_ARTICLE, RAP_KIND_MEETING, RAP_KIND_CLAIM, RAP_KIND_MENTION };
  g_autofree char *name = g_strdup_printf ("8%06u", self->n_made++);
  RapRecord *record = make_random (self, kinds[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (kinds))], name);

  if (record != NULL)
    add (edits, record);
}

static void
add_change (Monkey   *self,
            RapEdits *edits)
{
  g_autoptr (RapRecord) article = pick (self, RAP_KIND_ARTICLE);
  g_autoptr (RapRecord) claim = pick (self, RAP_KIND_CLAIM);
  g_autoptr (RapRecord) meeting = pick (self, RAP_KIND_MEETING);
  g_autoptr (RapRecord) entity = pick (self, RAP_KIND_ENTITY);
  g_autofree char *words = g_strdup_printf ("changed %u", g_rand_int (self->rand));
  RapRecord *before = g_rand_boolean (self->rand) ? claim : g_rand_boolean (self->rand) ? article : meeting;
  g_autoptr (RapRecord) after = before != NULL ? rap_record_copy (before) : NULL;

  if (after == NULL)
    return;
  if (RAP_IS_ARTICLE (after))
    rap_set_string (&RAP_ARTICLE (after)->title, words);
  if (RAP_IS_CLAIM (after))
    rap_set_string (&RAP_CLAIM (after)->note, words);
  if (RAP_IS_MEETING (after) && entity != NULL && RAP_MEETING (after)->participants == NULL)
    {
      RAP_MEETING (after)->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
      g_ptr_array_add (RAP_MEETING (after)->participants, rap_participant_new (entity->id, RAP_ROLE_HOST, words));
    }
  rap_edits_replace (edits, before, after);
}

static void
add_deletion (Monkey   *self,
              RapEdits *edits)
{
  g_autoptr (RapRecord) article = pick (self, RAP_KIND_ARTICLE);
  g_autoptr (GPtrArray) annotations = NULL;

  if (article == NULL)
    return;
  annotations = rap_store_load_annotations (self->store, article->id, NULL);
  for (guint i = 0; i < annotations->len; i++)
    rap_edits_delete (edits, annotations->pdata[i]);
  rap_edits_delete (edits, article);
}

/* One step; how many groups it left to undo is *@n_done. */
static void
take_step (Monkey *self,
           guint  *n_done)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Step");
  int what = g_rand_int_range (self->rand, 0, 10);

  if (what == 0 && *n_done > 0)
    {
      rap_edits_free (rap_store_undo (self->store, NULL));
      (*n_done)--;
      return;
    }
  if (what < 6)
    for (int i = g_rand_int_range (self->rand, 1, 4); i > 0; i--)
      add_insertion (self, edits);
  else if (what < 9)
    add_change (self, edits);
  else
    add_deletion (self, edits);
  commit_edits (self->store, edits);
  if (!rap_edits_is_empty (edits))
    (*n_done)++;
}

static void
assert_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = rap_store_check (path, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe_problems (problems);
  g_assert_cmpstr (found, ==, "");
}

static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      Fixture fixture;
      Monkey monkey = { g_rand_new_with_seed (seed), NULL, 0 };
      g_autofree char *empty = NULL;
      g_autofree char *full = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      guint n_done = 0;

      fixture_set_up (&fixture, NULL);
      monkey.store = fixture.store;
      empty = dump (fixture.store);
      for (guint i = 0; i < N_STEPS; i++)
        take_step (&monkey, &n_done);
      full = dump (fixture.store);
      g_assert_cmpstr (full, !=, empty);
      assert_sound (fixture.path);

      for (guint i = 0; i < n_done; i++)
        rap_edits_free (rap_store_undo (fixture.store, NULL));
      g_assert_null (rap_store_peek_undo (fixture.store));
      undone = dump (fixture.store);
      g_assert_cmpstr (undone, ==, empty);
      assert_sound (fixture.path);

      fixture_close (&fixture);
      fixture_open (&fixture);
      for (guint i = 0; i < n_done; i++)
        rap_edits_free (rap_store_redo (fixture.store, NULL));
      redone = dump (fixture.store);
      g_assert_cmpstr (redone, ==, full);
      assert_sound (fixture.path);
      g_rand_free (monkey.rand);
      fixture_tear_down (&fixture, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add (test_commands, "/store/journal/commands");
  fixture_add (test_applied, "/store/journal/applied");
  fixture_add (test_sample, "/store/journal/sample");
  fixture_add (test_clock, "/store/journal/clock");
  fixture_add (test_random, "/store/journal/random");
  return g_test_run ();
}
