/* test-history.c
 *
 * Going to any point of the history: the state there is the one that was, told
 * once a step, and the way back and forth gives the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-fixture.h"

#include "rap-history.h"

#define N_GROUPS 40

/* An entity is made and then renamed again and again, with another every third time. */
static GPtrArray *
make_history (Fixture *self)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RapEntity) entity = session_add_entity (self->session, RAP_ENTITY_PERSON, "name 0");

  g_ptr_array_add (states, NULL);
  g_ptr_array_add (states, session_state (self->session));
  for (guint i = 2; i <= N_GROUPS; i++)
    {
      if (i % 3 == 0)
        {
          g_autoptr (RapEntity) other = session_add_entity (self->session, RAP_ENTITY_PLACE, "place");
        }
      else
        {
          RapRecord *after = rap_record_copy (RAP_RECORD (entity));
          g_autofree char *name = g_strdup_printf ("name %u", i);

          rap_set_string (&RAP_ENTITY (after)->name, name);
          after = session_replace (self->session, entity, after);
          g_object_unref (entity);
          entity = RAP_ENTITY (after);
        }
      g_ptr_array_add (states, session_state (self->session));
    }
  return states;
}

static void
count_told (RapSession     *session,
            const RapEdits *edits,
            guint          *n)
{
  ++*n;
}

/* Every point from every other, in steps of every size. */
static void
test_jump (Fixture       *self,
           gconstpointer  data)
{
  static const guint points[] = { 40, 1, 39, 20, 21, 19, 2, 40, 7, 7, 33 };
  static const guint limits[] = { 1, 3, 16, 1000 };
  g_autoptr (GPtrArray) states = make_history (self);

  for (guint l = 0; l < G_N_ELEMENTS (limits); l++)
    for (guint i = 0; i < G_N_ELEMENTS (points); i++)
      {
        g_autoptr (GPtrArray) history = rap_session_get_history (self->session, 0, NULL);
        guint n = rap_session_count_steps (history, points[i]);
        guint told = 0, n_gone = 0, n_moved, handler;
        g_autofree char *state = NULL;

        handler = g_signal_connect (self->session, "changed", G_CALLBACK (count_told), &told);
        do
          {
            g_autoptr (GError) error = NULL;

            rap_session_move_to (self->session, points[i], limits[l], &n_moved, &error);
            g_assert_no_error (error);
            n_gone += n_moved;
          }
        while (n_moved > 0);
        g_signal_handler_disconnect (self->session, handler);
        g_assert_cmpuint (n_gone, ==, n);
        g_assert_cmpuint (told, ==, (n + limits[l] - 1) / limits[l]);
        state = session_state (self->session);
        g_assert_cmpstr (state, ==, states->pdata[points[i]]);
      }
}

/* To the beginning, across a restart, and on to the end. */
static void
test_far (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) states = make_history (self);
  g_autofree char *counts = NULL;
  g_autofree char *state = NULL;
  guint n_moved;

  rap_session_move_to (self->session, 0, 1000, &n_moved, NULL);
  g_assert_cmpuint (n_moved, ==, N_GROUPS);
  counts = session_counts (self->session);
  g_assert_cmpstr (counts, ==, "");
  fixture_reopen (self);
  rap_session_move_to (self->session, N_GROUPS, 1000, &n_moved, NULL);
  g_assert_cmpuint (n_moved, ==, N_GROUPS);
  state = session_state (self->session);
  g_assert_cmpstr (state, ==, states->pdata[N_GROUPS]);
}

static void
test_group (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) states = make_history (self);
  g_autoptr (RapEdits) edits = rap_session_load_group (self->session, 4, NULL);
  g_autoptr (RapEdits) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (edits->edits->len, ==, 1);
  g_assert_cmpstr (RAP_ENTITY (rap_edits_get (edits, 0)->before)->name, ==, "name 2");
  g_assert_cmpstr (RAP_ENTITY (rap_edits_get (edits, 0)->after)->name, ==, "name 4");
  none = rap_session_load_group (self->session, 4000, &error);
  g_assert_null (none);
  g_assert_cmpstr (error_nick (error), ==, "NOT_FOUND");
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) states = make_history (self);
  g_autoptr (RapSession) reader = rap_session_open (self->path, TRUE, NULL);
  g_autoptr (GError) error = NULL;
  guint n_moved;

  g_assert_false (rap_session_move_to (reader, 1, 10, &n_moved, &error));
  g_assert_cmpstr (error_nick (error), ==, "READ_ONLY");
  g_assert_cmpuint (n_moved, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/history/jump", test_jump);
  fixture_add_test ("/session/history/far", test_far);
  fixture_add_test ("/session/history/group", test_group);
  fixture_add_test ("/session/history/read-only", test_read_only);
  return g_test_run ();
}
