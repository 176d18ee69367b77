/* session-fixture.c
 *
 * The folder of a test lies where the temporary files of the build go, never
 * where the analyst's files are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-fixture.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>

#include "rap-inspect.h"
#include "rap-transfer.h"

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("rapporteur-session-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.rapporteur", NULL);
  self->session = rap_session_create (self->path, "Test", &error);
  g_assert_no_error (error);
  rap_session_set_analyst (self->session, "ada");
}

static int
remove_entry (const char        *path,
              const struct stat *status,
              int                type,
              struct FTW        *ftw)
{
  return remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  fixture_close (self);
  nftw (self->folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  g_free (self->path);
  g_free (self->folder);
}

void
fixture_add_test (const char  *path,
                  FixtureFunc  func)
{
  fixture_add_test_with (path, func, NULL);
}

void
fixture_add_test_with (const char    *path,
                       FixtureFunc    func,
                       gconstpointer  data)
{
  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

void
fixture_close (Fixture *self)
{
  if (self->session != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->session));
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  self->session = rap_session_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  rap_session_set_analyst (self->session, "ada");
}

char *
fixture_file (Fixture    *self,
              const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
fixture_write (Fixture    *self,
               const char *name,
               const char *bytes,
               gssize      length)
{
  char *path = fixture_file (self, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

gpointer
session_insert (RapSession *session,
                gpointer    after)
{
  g_autoptr (RapRecord) record = after;
  g_autoptr (RapEdits) edits = rap_edits_new ("Add");
  g_autoptr (GError) error = NULL;
  gpointer stored;

  rap_edits_insert (edits, record);
  rap_session_commit (session, edits, &error);
  g_assert_no_error (error);
  stored = rap_session_load (session, rap_record_get_kind (record), record->id, &error);
  g_assert_no_error (error);
  return stored;
}

gpointer
session_replace (RapSession *session,
                 gpointer    before,
                 gpointer    after)
{
  g_autoptr (RapRecord) record = after;
  g_autoptr (RapEdits) edits = rap_edits_new ("Change");
  g_autoptr (GError) error = NULL;
  gpointer stored;

  rap_edits_replace (edits, before, record);
  rap_session_commit (session, edits, &error);
  g_assert_no_error (error);
  stored = rap_session_load (session, rap_record_get_kind (record), record->id, &error);
  g_assert_no_error (error);
  return stored;
}

void
session_delete (RapSession *session,
                gpointer    record)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Delete");
  g_autoptr (GError) error = NULL;

  rap_session_add_deletion (session, edits, record, NULL, &error);
  g_assert_no_error (error);
  rap_session_commit (session, edits, &error);
  g_assert_no_error (error);
}

RapArticle *
session_add_article (RapSession *session,
                     const char *title,
                     const char *published,
                     const char *text)
{
  RapArticle *article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));
  RapRange body;

  rap_set_string (&article->title, title);
  rap_set_string (&article->language, "en");
  article->text = rap_text_new (text);
  article->published = published != NULL ? rap_edtf_parse (published, NULL) : NULL;
  body = (RapRange) { 0, rap_text_get_length (article->text) };
  article->body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_array_append_val (article->body, body);
  return session_insert (session, article);
}

RapEntity *
session_add_entity (RapSession    *session,
                    RapEntityKind  kind,
                    const char    *name)
{
  RapEntity *entity = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));

  entity->kind = kind;
  rap_set_string (&entity->name, name);
  return session_insert (session, entity);
}

RapMeeting *
session_add_meeting (RapSession *session,
                     const char *title,
                     const char *when)
{
  RapMeeting *meeting = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));

  rap_set_string (&meeting->title, title);
  meeting->when = when != NULL ? rap_edtf_parse (when, NULL) : NULL;
  return session_insert (session, meeting);
}

RapClaim *
session_add_claim (RapSession       *session,
                   const RapArticle *article,
                   const char       *quote,
                   const char       *speaker)
{
  RapClaim *claim = RAP_CLAIM (rap_record_new (RAP_KIND_CLAIM));

  rap_set_string (&claim->article, article->parent_instance.id);
  claim->content = article_anchor (article, quote);
  rap_set_string (&claim->speaker, speaker);
  return session_insert (session, claim);
}

RapRange
article_range (const RapArticle *article,
               const char       *quote)
{
  const char *utf8 = rap_text_get_utf8 (article->text);
  const char *found = strstr (utf8, quote);

  g_assert_nonnull (found);
  return (RapRange) {
    rap_text_from_byte (article->text, (gsize) (found - utf8)),
    rap_text_from_byte (article->text, (gsize) (found - utf8) + strlen (quote))
  };
}

RapAnchor *
article_anchor (const RapArticle *article,
                const char       *quote)
{
  RapRange range = article_range (article, quote);

  return rap_anchor_new (article->text, &range, 1);
}

const char *
id_of (gpointer record)
{
  return RAP_RECORD (record)->id;
}

char *
session_state (RapSession *session)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);

  for (RapKind kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;

      rap_inspect_list (session, kind, writer, &error);
      g_assert_no_error (error);
    }
  return rap_json_writer_steal (writer);
}

char *
session_export (RapSession *session,
                const char *format)
{
  g_autofree char *path = g_strconcat (rap_session_get_path (session), ".export", NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;

  rap_session_export (session, format, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return bytes;
}

char *
session_counts (RapSession *session)
{
  GString *counts = g_string_new (NULL);

  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    {
      guint n = rap_session_count (session, kind);

      if (n > 0)
        g_string_append_printf (counts, "%s%u %s", counts->len > 0 ? ", " : "", n, rap_kind_get_plural (kind));
    }
  return g_string_free (counts, FALSE);
}

const char *
error_nick (const GError *error)
{
  static const char * const nicks[] = {
    [RAP_ERROR_INVALID] = "INVALID",
    [RAP_ERROR_REFERENCE] = "REFERENCE",
    [RAP_ERROR_NOT_FOUND] = "NOT_FOUND",
    [RAP_ERROR_EXISTS] = "EXISTS",
    [RAP_ERROR_NOT_TEXT] = "NOT_TEXT",
    [RAP_ERROR_EMPTY] = "EMPTY",
    [RAP_ERROR_FORMAT] = "FORMAT",
    [RAP_ERROR_FOREIGN] = "FOREIGN",
    [RAP_ERROR_NEWER] = "NEWER",
    [RAP_ERROR_DAMAGED] = "DAMAGED",
    [RAP_ERROR_LOCKED] = "LOCKED",
    [RAP_ERROR_READ_ONLY] = "READ_ONLY",
    [RAP_ERROR_IO] = "IO",
    [RAP_ERROR_STALE] = "STALE",
    [RAP_ERROR_CANCELLED] = "CANCELLED",
    [RAP_ERROR_KEY_TAKEN] = "KEY_TAKEN",
    [RAP_ERROR_NAME_TAKEN] = "NAME_TAKEN",
    [RAP_ERROR_CYCLE] = "CYCLE",
    [RAP_ERROR_KIND_IN_USE] = "KIND_IN_USE",
  };

  if (error == NULL)
    return "ok";
  if (error->domain != RAP_ERROR || (guint) error->code >= G_N_ELEMENTS (nicks))
    return g_quark_to_string (error->domain);
  return nicks[error->code];
}

char *
mask (const char *text,
      const char *hide)
{
  g_autoptr (GRegex) uuid = g_regex_new ("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (uuid, text, -1, 0, "#", 0, NULL);
  GString *masked = g_string_new (plain);

  if (hide != NULL)
    g_string_replace (masked, hide, "@", 0);
  return g_string_free (masked, FALSE);
}

static void
bytes_imported_cb (GObject      *session,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GPtrArray **results = user_data;

  *results = rap_session_import_finish (RAP_SESSION (session), result, NULL);
}

GPtrArray *
session_import_bytes (RapSession *session,
                      GBytes     *bytes,
                      const char *name)
{
  guint n_holders = G_OBJECT (session)->ref_count;
  GPtrArray *results = NULL;

  rap_session_import_bytes_async (session, bytes, name, NULL, NULL, NULL, NULL, bytes_imported_cb, &results);
  while (results == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* the worker's hold on the session ends soon after, not at once */
  while (G_OBJECT (session)->ref_count > n_holders)
    g_main_context_iteration (NULL, FALSE);
  return results;
}
