/* test-session.c
 *
 * The open project: what it refuses to open, undo and redo as the window sees
 * them and as they survive a restart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session-fixture.h"

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *title;
    const char *expected;
  } rows[] = {
    { "plain.rapporteur", NULL, "ok: plain" },
    { "empty title.rapporteur", "", "ok: empty title" },
    { "Über Grenzen.rapporteur", NULL, "ok: Über Grenzen" },
    { "گزارش.rapporteur", NULL, "ok: گزارش" },
    { "no-suffix", NULL, "ok: no-suffix" },
    { "named.rapporteur", "Two neighbours", "ok: Two neighbours" },
    { "test.rapporteur", "Another", "EXISTS" },
    { "no-such-folder/x.rapporteur", "X", "NOT_FOUND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fixture_file (fixture, rows[i].name);
      g_autoptr (GError) error = NULL;
      RapSession *session = rap_session_create (path, rows[i].title, &error);
      g_autofree char *result = NULL;

      if (session != NULL)
        {
          result = g_strconcat ("ok: ", rap_session_get_title (session), NULL);
          g_assert_cmpstr (rap_session_get_path (session), ==, path);
          g_assert_false (rap_session_get_read_only (session) || rap_session_get_can_undo (session)
                          || rap_session_get_can_redo (session));
          g_assert_finalize_object (session);
        }
      else
        {
          result = g_strdup (error_nick (error));
          g_assert_nonnull (strstr (error->message, rows[i].name));
        }
      g_assert_cmpstr (result, ==, rows[i].expected);
    }
  g_assert_cmpstr (rap_session_get_title (fixture->session), ==, "Test");
}

static void
patch_byte (const char *path,
            long        offset,
            int         value)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc (value, file), ==, value);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A copy of the fixture's project, so that it can be spoilt. */
static char *
copy_project (Fixture    *fixture,
              const char *name)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  return fixture_write (fixture, name, bytes, (gssize) length);
}

static char *
make_missing (Fixture *fixture)
{
  return fixture_file (fixture, "missing.rapporteur");
}

static char *
make_folder (Fixture *fixture)
{
  char *path = fixture_file (fixture, "folder.rapporteur");

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  return path;
}

static char *
make_fifo (Fixture *fixture)
{
  char *path = fixture_file (fixture, "pipe.rapporteur");

  g_assert_cmpint (mkfifo (path, 0644), ==, 0);
  return path;
}

static char *
make_empty (Fixture *fixture)
{
  return fixture_write (fixture, "empty.rapporteur", "", 0);
}

static char *
make_text (Fixture *fixture)
{
  return fixture_write (fixture, "text.rapporteur", "A letter, not a project.\n", -1);
}

static char *
make_foreign (Fixture *fixture)
{
  char *path = copy_project (fixture, "foreign.rapporteur");

  patch_byte (path, 68, 0x01); /* application_id, big-endian */
  return path;
}

static char *
make_newer (Fixture *fixture)
{
  char *path = copy_project (fixture, "newer.rapporteur");

  patch_byte (path, 62, 0x7f); /* user_version, big-endian */
  return path;
}

static char *
make_truncated (Fixture *fixture)
{
  char *path = copy_project (fixture, "truncated.rapporteur");
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size / 2), ==, 0);
  return path;
}

static char *
make_held (Fixture *fixture)
{
  return g_strdup (fixture->path);
}

static char *
make_held_by_link (Fixture *fixture)
{
  char *path = fixture_file (fixture, "link.rapporteur");

  g_assert_cmpint (symlink (fixture->path, path), ==, 0);
  return path;
}

static const struct
{
  const char *what;
  char     *(*make) (Fixture *);
  const char *to_write;
  const char *to_read;
} refusals[] = {
  { "missing", make_missing, "NOT_FOUND", "NOT_FOUND" },
  { "folder", make_folder, "FOREIGN", "FOREIGN" },
  { "pipe", make_fifo, "FOREIGN", "FOREIGN" },
  { "empty", make_empty, "FOREIGN", "FOREIGN" },
  { "text", make_text, "FOREIGN", "FOREIGN" },
  { "foreign", make_foreign, "FOREIGN", "FOREIGN" },
  { "newer", make_newer, "NEWER", "NEWER" },
  { "truncated", make_truncated, "DAMAGED", "DAMAGED" },
  { "held", make_held, "LOCKED", "ok" },
  { "held by a link", make_held_by_link, "LOCKED", "ok" },
};

static void
try_to_open (const char *path,
             gboolean    read_only,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  RapSession *session = rap_session_open (path, read_only, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_cmpstr (error_nick (error), ==, expected);
  if (error != NULL)
    g_assert_nonnull (strstr (error->message, name));
  if (session != NULL)
    g_assert_finalize_object (session);
}

static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = refusals[i].make (fixture);

      g_test_message ("%s", refusals[i].what);
      try_to_open (path, FALSE, refusals[i].to_write);
      try_to_open (path, TRUE, refusals[i].to_read);
    }
}

/* What listeners hear, in order. */
static void
changed_cb (RapSession     *session,
            const RapEdits *edits,
            GString        *log)
{
  g_string_append_printf (log, " changed(%s:", edits->label);
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      g_string_append_printf (log, " %s%s", edit->before == NULL ? "+" : edit->after == NULL ? "-" : "~",
                              rap_record_get_title (rap_edit_get_record (edit)));
    }
  g_string_append (log, ")");
}

static void
notify_cb (GObject    *session,
           GParamSpec *property,
           GString    *log)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (session, property->name, &value);
  if (G_VALUE_HOLDS_BOOLEAN (&value))
    g_string_append_printf (log, " %s=%d", property->name, g_value_get_boolean (&value));
  else
    g_string_append_printf (log, " %s=%s", property->name, g_value_get_string (&value) ? g_value_get_string (&value) : "-");
}

static void
expect_log (GString    *log,
            const char *expected)
{
  g_assert_cmpstr (log->str, ==, expected);
  g_string_truncate (log, 0);
}

static void
add_taking (RapEdits *edits,
            gpointer  record)
{
  rap_edits_insert (edits, record);
  g_object_unref (record);
}

static void
commit_entity (RapSession *session,
               const char *label,
               const char *name)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  RapEntity *entity = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));
  g_autoptr (GError) error = NULL;

  rap_set_string (&entity->name, name);
  add_taking (edits, entity);
  rap_session_commit (session, edits, &error);
  g_assert_no_error (error);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *label = NULL;

  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), log);
  g_signal_connect (session, "notify", G_CALLBACK (notify_cb), log);

  commit_entity (session, "Add Ann", "Ann");
  expect_log (log, " undo-label=Add Ann can-undo=1 changed(Add Ann: +Ann)");
  commit_entity (session, "Add Bob", "Bob");
  expect_log (log, " undo-label=Add Bob can-undo=1 changed(Add Bob: +Bob)");

  g_assert_cmpuint (rap_session_undo (session, 1, &label, NULL), ==, 1);
  g_assert_cmpstr (label, ==, "Add Bob");
  expect_log (log, " undo-label=Add Ann can-undo=1 redo-label=Add Bob can-redo=1 changed(Add Bob: -Bob)");
  g_clear_pointer (&label, g_free);

  g_assert_cmpuint (rap_session_undo (session, 5, &label, NULL), ==, 1);
  g_assert_cmpstr (label, ==, "Add Ann");
  expect_log (log, " undo-label=- can-undo=0 redo-label=Add Ann can-redo=1 changed(Add Ann: -Ann)");
  g_clear_pointer (&label, g_free);

  g_assert_cmpuint (rap_session_undo (session, 1, &label, NULL), ==, 0);
  g_assert_null (label);
  expect_log (log, "");

  g_assert_cmpuint (rap_session_redo (session, 1, &label, NULL), ==, 1);
  g_assert_cmpstr (label, ==, "Add Ann");
  expect_log (log, " undo-label=Add Ann can-undo=1 redo-label=Add Bob can-redo=1 changed(Add Ann: +Ann)");

  commit_entity (session, "Add Cy", "Cy");
  expect_log (log, " undo-label=Add Cy can-undo=1 redo-label=- can-redo=0 changed(Add Cy: +Cy)");
  g_assert_cmpuint (rap_session_redo (session, 1, NULL, NULL), ==, 0);
  expect_log (log, "");

  g_signal_handlers_disconnect_by_data (session, log);
}

static char *
describe_history (RapSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = rap_session_get_history (session, 0, &error);
  GString *lines = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      const RapHistoryEntry *entry = g_ptr_array_index (history, i);

      g_string_append_printf (lines, "%s%s by %s (%u)%s%s", i > 0 ? "; " : "", entry->label, entry->analyst, entry->n_edits,
                              entry->undone ? " undone" : "", entry->discarded ? " discarded" : "");
    }
  return g_string_free (lines, FALSE);
}

static void
test_persistent (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *history = NULL;
  g_autofree char *history_after = NULL;
  g_autofree char *counts = NULL;

  commit_entity (fixture->session, "Add Ann", "Ann");
  commit_entity (fixture->session, "Add Bob", "Bob");
  commit_entity (fixture->session, "Add Cy", "Cy");
  g_assert_cmpuint (rap_session_undo (fixture->session, 2, NULL, NULL), ==, 2);
  commit_entity (fixture->session, "Add Di", "Di");
  commit_entity (fixture->session, "Add Ed", "Ed");
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
  before = session_state (fixture->session);
  history = describe_history (fixture->session);
  g_assert_cmpstr (history, ==, "Add Ed by ada (1) undone; Add Di by ada (1); Add Cy by ada (1) discarded; "
                                "Add Bob by ada (1) discarded; Add Ann by ada (1)");

  fixture_reopen (fixture);
  after = session_state (fixture->session);
  history_after = describe_history (fixture->session);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (history_after, ==, history);
  g_assert_true (rap_session_get_can_undo (fixture->session) && rap_session_get_can_redo (fixture->session));
  g_assert_cmpuint (rap_session_redo (fixture->session, 9, NULL, NULL), ==, 1);
  g_assert_cmpuint (rap_session_undo (fixture->session, 9, NULL, NULL), ==, 3);
  counts = session_counts (fixture->session);
  g_assert_cmpstr (counts, ==, "");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = rap_edits_new ("Add");
  RapEntity *entity = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));
  g_autofree char *written = NULL;
  g_autofree char *read = NULL;
  RapSession *reader;

  commit_entity (fixture->session, "Add Ann", "Ann");
  reader = rap_session_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  written = session_state (fixture->session);
  read = session_state (reader);
  g_assert_cmpstr (read, ==, written);
  g_assert_true (rap_session_get_read_only (reader));
  g_assert_false (rap_session_get_can_undo (reader));

  rap_set_string (&entity->name, "Bob");
  add_taking (edits, entity);
  g_assert_false (rap_session_commit (reader, edits, &error));
  g_assert_cmpstr (error_nick (error), ==, "READ_ONLY");
  g_clear_error (&error);
  g_assert_cmpuint (rap_session_undo (reader, 1, NULL, &error), ==, 0);
  g_assert_cmpstr (error_nick (error), ==, "READ_ONLY");

  /* the writer is not held up, and the reader sees what it did */
  commit_entity (fixture->session, "Add Cy", "Cy");
  g_assert_cmpuint (rap_session_count (reader, RAP_KIND_ENTITY), ==, 2);
  g_assert_finalize_object (reader);
}

static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (RapEdits) edits = rap_edits_new ("Rename project");
  g_autoptr (RapRecord) before = NULL;
  g_autoptr (RapRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  before = rap_session_load (session, RAP_KIND_PROJECT, NULL, &error);
  g_assert_no_error (error);
  after = rap_record_copy (before);
  rap_set_string (&RAP_PROJECT (after)->title, "Renamed");
  rap_edits_replace (edits, before, after);
  g_signal_connect (session, "notify::title", G_CALLBACK (notify_cb), log);
  g_assert_true (rap_session_commit (session, edits, &error));
  expect_log (log, " title=Renamed");
  g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
  expect_log (log, " title=Test");
  g_signal_handlers_disconnect_by_data (session, log);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *expected;
  } rows[] = {
    { "11111111-2222-4333-8444-555555555555", "Ann" },
    { "11111111-2222-4333-8444-6", "Bob" },
    { "11111111-2222-4333-8444", "INVALID" },
    { "1111111", "NOT_FOUND" },
    { "99999999-2222-4333-8444-555555555555", "NOT_FOUND" },
    { "%", "NOT_FOUND" },
    { "", "NOT_FOUND" },
  };
  RapEntity *ann = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));
  RapMeeting *bob = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));

  rap_set_string (&ann->name, "Ann");
  rap_set_string (&ann->parent_instance.id, "11111111-2222-4333-8444-555555555555");
  g_object_unref (session_insert (fixture->session, ann));
  rap_set_string (&bob->title, "Bob");
  rap_set_string (&bob->parent_instance.id, "11111111-2222-4333-8444-666666666666");
  g_object_unref (session_insert (fixture->session, bob));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) found = rap_session_find (fixture->session, rows[i].id, &error);

      g_assert_cmpstr (found != NULL ? rap_record_get_title (found) : error_nick (error), ==, rows[i].expected);
    }
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) person = session_add_entity (session, RAP_ENTITY_PERSON, "Ann");
  g_autofree char *known = rap_session_get_name (session, RAP_KIND_ENTITY, id_of (person));
  g_autofree char *other_kind = rap_session_get_name (session, RAP_KIND_MEETING, id_of (person));
  g_autofree char *none = rap_session_get_name (session, RAP_KIND_ENTITY, NULL);
  g_autofree char *all = g_strjoin ("|", known, other_kind, none, "", NULL);

  g_assert_cmpstr (all, ==, "Ann|||");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/session/create", test_create);
  fixture_add_test ("/session/session/refuse", test_refuse);
  fixture_add_test ("/session/session/undo", test_undo);
  fixture_add_test ("/session/session/persistent", test_persistent);
  fixture_add_test ("/session/session/read-only", test_read_only);
  fixture_add_test ("/session/session/title", test_title);
  fixture_add_test ("/session/session/find", test_find);
  fixture_add_test ("/session/session/names", test_names);

  return g_test_run ();
}
