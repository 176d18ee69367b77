/* store-fixture.c
 *
 * What the tests of the store share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rap-store-tokenizer.h"

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (RapRecord) project = make_record (RAP_KIND_PROJECT, "91", 1000);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("rapporteur-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.rapporteur", NULL);
  rap_set_string (&RAP_PROJECT (project)->title, "Test");
  self->store = rap_store_create (self->path, RAP_PROJECT (project), &error);
  g_assert_no_error (error);
}

void
fixture_close (Fixture *self)
{
  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
}

void
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->store = rap_store_open (self->path, RAP_STORE_WRITE, &error);
  g_assert_no_error (error);
}

/* Fails when anything but what the test made is left: no journal, no temporary file. */
void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  fixture_close (self);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_false (g_str_has_suffix (name, ".tmp"));
      g_assert_false (g_str_has_suffix (name, "-journal"));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

/* A cache of one page makes SQLite write changed pages before the commit. */
void
fixture_cut_off (const char *path)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      sqlite3 *db;

      sqlite3_open (path, &db);
      sqlite3_exec (db, "PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM journal_edit; DELETE FROM claim;"
                    "UPDATE article SET title = 'lost'; CREATE TABLE lost (a)", NULL, NULL, NULL);
      sqlite3_db_cacheflush (db);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

char *
fixture_get_path (Fixture    *self,
                  const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
fixture_run_sql (const char *path,
                 const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (rap_store_add_tokenizer (db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

char *
make_id (const char *name)
{
  char *id = g_strdup ("00000000-0000-4000-8000-000000000000");

  memcpy (id, name, MIN (strlen (name), 8));
  return id;
}

RapRecord *
make_record (RapKind     kind,
             const char *name,
             gint64      created)
{
  RapRecord *record = rap_record_new (kind);

  g_free (record->id);
  record->id = make_id (name);
  record->created = created;
  record->modified = created;
  rap_set_string (&record->analyst, "ada");
  return record;
}

RapRecord *
make_entity (const char    *name,
             RapEntityKind  kind,
             const char    *title)
{
  RapRecord *record = make_record (RAP_KIND_ENTITY, name, 2000);

  RAP_ENTITY (record)->kind = kind;
  rap_set_string (&RAP_ENTITY (record)->name, title);
  return record;
}

RapRecord *
make_article (const char *name,
              const char *title,
              const char *text,
              const char *published,
              const char *outlet)
{
  RapRecord *record = make_record (RAP_KIND_ARTICLE, name, 3000);
  RapArticle *article = RAP_ARTICLE (record);
  g_autoptr (RapEdtf) date = published != NULL ? rap_edtf_parse (published, NULL) : NULL;

  rap_set_string (&article->title, title);
  article->text = rap_text_new (text);
  rap_set_edtf (&article->published, date);
  article->outlet = outlet != NULL ? make_id (outlet) : NULL;
  return rap_record_seal (record);
}

RapRecord *
make_meeting (const char *name,
              const char *title,
              const char *when)
{
  RapRecord *record = make_record (RAP_KIND_MEETING, name, 4000);
  g_autoptr (RapEdtf) date = when != NULL ? rap_edtf_parse (when, NULL) : NULL;

  rap_set_string (&RAP_MEETING (record)->title, title);
  rap_set_edtf (&RAP_MEETING (record)->when, date);
  return record;
}

RapAnchor *
make_anchor (RapRecord  *article,
             const char *quote)
{
  RapText *text = RAP_ARTICLE (article)->text;
  const char *utf8 = rap_text_get_utf8 (text);
  const char *place = strstr (utf8, quote);
  RapRange range;

  g_assert_nonnull (place);
  range.start = rap_text_from_byte (text, place - utf8);
  range.end = rap_text_from_byte (text, place - utf8 + strlen (quote));
  return rap_anchor_new (text, &range, 1);
}

RapRecord *
make_claim (const char *name,
            RapRecord  *article,
            const char *quote,
            const char *proposition)
{
  RapRecord *record = make_record (RAP_KIND_CLAIM, name, 5000);

  rap_set_string (&RAP_CLAIM (record)->article, article->id);
  RAP_CLAIM (record)->content = make_anchor (article, quote);
  rap_set_string (&RAP_CLAIM (record)->proposition, proposition);
  return record;
}

RapRecord *
make_passage (RapKind     kind,
              const char *name,
              RapRecord  *article,
              const char *quote,
              const char *target)
{
  RapRecord *record = make_record (kind, name, 6000);
  RapAnchor *anchor = make_anchor (article, quote);

  if (kind == RAP_KIND_MENTION)
    {
      RapMention *self = RAP_MENTION (record);

      *self = (RapMention) { self->parent_instance, g_strdup (article->id), anchor, make_id (target) };
    }
  else if (kind == RAP_KIND_EVIDENCE)
    {
      RapEvidence *self = RAP_EVIDENCE (record);

      *self = (RapEvidence) { self->parent_instance, g_strdup (article->id), anchor, make_id (target), RAP_ASPECT_DATE };
    }
  else
    {
      RapCoding *self = RAP_CODING (record);

      *self = (RapCoding) { self->parent_instance, g_strdup (article->id), anchor, make_id (target), g_strdup ("seen") };
    }
  return record;
}

void
add (RapEdits  *edits,
     RapRecord *record)
{
  rap_edits_insert (edits, record);
  g_object_unref (record);
}

void
commit_edits (RapStore *store,
              RapEdits *edits)
{
  static gint64 now = 1700000000000000;
  g_autoptr (GError) error = NULL;

  rap_store_commit (store, edits, "ada", "test", now++, &error);
  g_assert_no_error (error);
}

void
commit_new (RapStore  *store,
            RapRecord *record)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Add");

  add (edits, record);
  commit_edits (store, edits);
}

static char **
make_ids (const char *a,
          const char *b)
{
  char **ids = g_new0 (char *, 3);

  ids[0] = make_id (a);
  ids[1] = b != NULL ? make_id (b) : NULL;
  return ids;
}

static void
add_code_book (RapEdits *edits)
{
  RapRecord *child = make_record (RAP_KIND_CODE, "c2", 1600);
  RapRecord *parent = make_record (RAP_KIND_CODE, "c1", 1500);

  rap_set_string (&RAP_CODE (parent)->name, "Defence");
  rap_set_string (&RAP_CODE (parent)->colour, "#336699");
  rap_set_string (&RAP_CODE (parent)->key, "1");
  rap_set_string (&RAP_CODE (child)->name, "Border");
  rap_set_string (&RAP_CODE (child)->colour, "#993366");
  RAP_CODE (child)->parent = make_id ("c1");
  add (edits, child); /* before its parent: order inside a group is free */
  add (edits, parent);
}

static void
add_entities (RapEdits *edits)
{
  RapRecord *person = make_entity ("e1", RAP_ENTITY_PERSON, "Mohammad Bagheri");
  RapRecord *other = make_entity ("e2", RAP_ENTITY_PERSON, "Bagher Qalibaf");

  RAP_ENTITY (person)->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  g_ptr_array_add (RAP_ENTITY (person)->names, rap_name_new ("Baqeri", "en", RAP_NAME_TRANSLITERATION));
  g_ptr_array_add (RAP_ENTITY (person)->names, rap_name_new ("باقری", "fa", RAP_NAME_ORIGINAL_SCRIPT));
  RAP_ENTITY (person)->not_same_as = make_ids ("e2", NULL);
  RAP_ENTITY (person)->reliability = RAP_RELIABILITY_B;
  add (edits, person);
  add (edits, other);
  add (edits, make_entity ("e3", RAP_ENTITY_OUTLET, "Tasnim"));
  add (edits, make_entity ("e4", RAP_ENTITY_OUTLET, "Press TV"));
  add (edits, make_entity ("e5", RAP_ENTITY_PLACE, "Baghdad"));
}

static void
add_participant (RapMeeting *meeting,
                 const char *entity,
                 RapRole     role,
                 const char *capacity)
{
  g_autofree char *id = make_id (entity);

  if (meeting->participants == NULL)
    meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  g_ptr_array_add (meeting->participants, rap_participant_new (id, role, capacity));
}

static void
add_link (RapClaim   *claim,
          const char *meeting,
          RapAspect   aspect,
          const char *value)
{
  g_autofree char *id = make_id (meeting);

  if (claim->meetings == NULL)
    claim->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
  g_ptr_array_add (claim->meetings, rap_claim_meeting_new (id, aspect, value));
}

static void
add_meetings (RapEdits *edits)
{
  RapRecord *visit = make_meeting ("b1", "Visit to Baghdad", "2020-11");
  RapMeeting *meeting = RAP_MEETING (visit);

  meeting->mode = RAP_MEETING_VISIT;
  meeting->place = make_id ("e5");
  add_participant (meeting, "e1", RAP_ROLE_VISITOR, "Chief of General Staff");
  add_participant (meeting, "e2", RAP_ROLE_HOST, "");
  add_participant (meeting, "e1", RAP_ROLE_MEDIATOR, "");
  add (edits, visit);
  add (edits, make_meeting ("b2", "Phone call", NULL));
}

static void
add_annotations (RapEdits  *edits,
                 RapRecord *first,
                 RapRecord *second)
{
  RapRecord *record = make_claim ("d1", first, "the border is safe", "The border is safe");
  RapClaim *claim = RAP_CLAIM (record);
  RapRecord *relation = make_record (RAP_KIND_RELATION, "71", 7000);

  claim->cue = make_anchor (first, "said");
  claim->source = make_anchor (first, "Bagheri");
  claim->speaker = make_id ("e1");
  claim->via = make_ids ("e4", "e3");
  claim->codes = make_ids ("c2", "c1");
  claim->certainty = RAP_CERTAINTY_PR;
  claim->credibility = 3;
  add_link (claim, "b1", RAP_ASPECT_DATE, "July 2017");
  add (edits, record);

  record = make_claim ("d2", second, "crossed the river", "");
  claim = RAP_CLAIM (record);
  add_link (claim, "b1", RAP_ASPECT_DATE, "2015");
  add_link (claim, "b2", RAP_ASPECT_OCCURRENCE, NULL);
  add (edits, record);

  add (edits, make_passage (RAP_KIND_MENTION, "f1", first, "Bagheri", "e1"));
  add (edits, make_passage (RAP_KIND_EVIDENCE, "51", first, "in Baghdad", "b1"));
  add (edits, make_passage (RAP_KIND_CODING, "61", first, "border", "c2"));
  RAP_RELATION (relation)->kind = RAP_RELATION_CONTRADICTS;
  RAP_RELATION (relation)->from = make_id ("d1");
  RAP_RELATION (relation)->to = make_id ("d2");
  add (edits, relation);
}

void
commit_sample (RapStore *store)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Sample");
  RapRecord *first = make_article ("a1", "Talks in Baghdad",
                                   "Naïve readers: General Bagheri said in Baghdad\nthat the border is safe. 👍🏽 No more.",
                                   "2020-11-16", "e3");
  RapRecord *second = make_article ("a2", "River crossing", "Troops crossed the river at dawn.", "2022", "e4");
  RapRecord *third = make_article ("a3", "گفتگو در بغداد", "سردار باقری به بغداد رفت.", NULL, NULL);

  add_code_book (edits);
  add_entities (edits);
  add_annotations (edits, first, second);
  add_meetings (edits);
  add (edits, second);
  add (edits, third);
  add (edits, first);
  commit_edits (store, edits);
}

static gboolean
append_json (RapRecord *record,
             gpointer   user_data,
             GError   **error)
{
  g_autofree char *json = rap_record_to_json (record);

  g_string_append_printf (user_data, "%s\n", json);
  return TRUE;
}

char *
dump (RapStore *store)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (RapKind kind = 0; kind < RAP_N_KINDS; kind++)
    {
      rap_store_foreach (store, kind, append_json, all, &error);
      g_assert_no_error (error);
    }
  return g_string_free (all, FALSE);
}

char *
describe_error (const GError *error,
                const char   *path)
{
  static const char * const codes[] = {
    "INVALID", "REFERENCE", "NOT_FOUND", "EXISTS", "NOT_TEXT", "EMPTY", "FORMAT", "FOREIGN",
    "NEWER", "DAMAGED", "LOCKED", "READ_ONLY", "IO", "STALE", "CANCELLED",
  };
  const char *message;

  if (error == NULL)
    return g_strdup ("none");
  g_assert_cmpuint (error->domain, ==, RAP_ERROR);
  message = error->message;
  if (*path != '\0' && g_str_has_prefix (message, path))
    message += strlen (path) + strlen (": ");
  return g_strdup_printf ("%s: %s", codes[error->code], message);
}

char *
describe_problems (GPtrArray *problems)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      RapStoreProblem *problem = problems->pdata[i];

      g_string_append_printf (all, "%s|%s|%s\n", problem->rule, problem->object, problem->repairable ? "repairable" : "lost");
    }
  return g_string_free (all, FALSE);
}
