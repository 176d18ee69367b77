/* test-codebook.c
 *
 * The tree of codes and what is done with it: gestures and refusals as tables,
 * merges that undo to the very same bytes, counts that follow, and codebooks
 * that go from project to project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-fixture.h"

#include <string.h>

#include "rap-codebook.h"
#include "rap-transfer.h"

#define TEXT "General Bagheri offered help. He threatened nobody. Iraq denied the plan."

/* "A(1) B[2/1 3/1](…)": names in the order of the tree with key, own/all passages
 * and claims, and what is below. (transfer full) */
static char *
show_tree (RapSession *session)
{
  GPtrArray *nodes = rap_codebook_get_nodes (rap_session_get_codebook (session));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RapCodeNode *node = nodes->pdata[i];

      g_string_append_printf (text, "%s%.*s%s", i > 0 ? " " : "", (int) node->depth, ">>>>", node->code->name);
      if (node->code->key != NULL)
        g_string_append_printf (text, "#%s", node->code->key);
      if (node->all_passages + node->all_claims > 0)
        g_string_append_printf (text, "[%u/%u %u/%u]", node->n_passages, node->all_passages, node->n_claims,
                                node->all_claims);
    }
  return g_string_free (text, FALSE);
}

static const char *
find (RapSession *session,
      const char *name)
{
  const RapCodeNode *node = rap_codebook_find_name (rap_session_get_codebook (session), name);

  g_assert_nonnull (node);
  return id_of (node->code);
}

static void
create (RapSession *session,
        const char *parent,
        const char *name)
{
  g_autoptr (GError) error = NULL;

  rap_codebook_create (rap_session_get_codebook (session), "Add code", parent != NULL ? find (session, parent) : NULL,
                       name, "#aa8833", NULL, &error);
  g_assert_no_error (error);
}

static void
code_passage (RapSession *session,
              RapArticle *article,
              const char *quote,
              const char *code,
              const char *note)
{
  RapCoding *coding = RAP_CODING (rap_record_new (RAP_KIND_CODING));
  g_autoptr (RapRecord) stored = NULL;

  rap_set_string (&coding->article, id_of (article));
  coding->anchor = article_anchor (article, quote);
  rap_set_string (&coding->code, find (session, code));
  rap_set_string (&coding->note, note);
  stored = session_insert (session, coding);
}

static void
code_claim (RapSession *session,
            RapArticle *article,
            const char *quote,
            const char *first,
            const char *second)
{
  g_autoptr (RapClaim) claim = session_add_claim (session, article, quote, NULL);
  RapRecord *after = rap_record_copy (RAP_RECORD (claim));
  const char *codes[] = { find (session, first), second != NULL ? find (session, second) : NULL, NULL };
  g_autoptr (RapRecord) stored = NULL;

  RAP_CLAIM (after)->codes = g_strdupv ((char **) codes);
  stored = session_replace (session, claim, after);
}

/* Two branches with uses: Capability > Offer, Threat > Offer, Other. */
static void
fill (Fixture *self)
{
  g_autoptr (RapArticle) article = session_add_article (self->session, "Talks", NULL, TEXT);

  create (self->session, NULL, "Capability");
  create (self->session, "Capability", "Offer");
  create (self->session, NULL, "Threat");
  create (self->session, "Threat", "Open threat");
  create (self->session, NULL, "Other");
  code_passage (self->session, article, "offered help", "Capability", "first");
  code_passage (self->session, article, "offered help", "Threat", "second");
  code_passage (self->session, article, "threatened nobody", "Threat", NULL);
  code_claim (self->session, article, "Iraq denied the plan", "Threat", "Capability");
  code_claim (self->session, article, "General Bagheri", "Open threat", NULL);
}

static void
test_tree (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *empty = show_tree (self->session);
  g_autofree char *full = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpstr (empty, ==, "");
  fill (self);
  full = show_tree (self->session);
  g_assert_cmpstr (full, ==, "Capability[1/1 1/1] >Offer Other Threat[2/2 1/2] >Open threat[0/0 1/1]");
  path = rap_codebook_get_path (rap_session_get_codebook (self->session), find (self->session, "Offer"));
  g_assert_cmpstr (path, ==, "Capability › Offer");
  name = rap_codebook_make_name (rap_session_get_codebook (self->session), NULL, "other");
  g_assert_cmpstr (name, ==, "other 2");
}

/* The counts that follow commits are those that a fresh session reads, however far it is undone. */
static void
test_counts (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *empty = show_tree (self->session);

  fill (self);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *followed = show_tree (self->session);
      g_autoptr (RapSession) reader = NULL;
      g_autofree char *fresh = NULL;

      reader = rap_session_open (self->path, TRUE, NULL);
      fresh = show_tree (reader);
      g_assert_cmpstr (followed, ==, fresh);
      rap_session_undo (self->session, 1, NULL, NULL);
    }
  g_assert_cmpstr (empty, ==, "");
}

/* Gestures and what comes of them; a refusal changes nothing. */
static void
test_gestures (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *what;
    const char *code;
    const char *argument;
    const char *outcome;
    const char *tree;
  } cases[] = {
    { "move", "Offer", "Threat", "ok", "Capability Other Threat >Offer >Open threat" },
    { "move", "Offer", NULL, "ok", "Capability Offer Other Threat >Open threat" },
    { "move", "Threat", "Open threat", "CYCLE", "Capability Offer Other Threat >Open threat" },
    { "move", "Threat", "Threat", "CYCLE", "Capability Offer Other Threat >Open threat" },
    { "rename", "Other", "THREAT", "NAME_TAKEN", "Capability Offer Other Threat >Open threat" },
    { "rename", "Other", "  threat ", "NAME_TAKEN", "Capability Offer Other Threat >Open threat" },
    { "rename", "Open threat", "Threat", "ok", "Capability Offer Other Threat >Threat" },
    { "move", "Threat › Threat", NULL, "NAME_TAKEN", "Capability Offer Other Threat >Threat" },
    { "rename", "Other", "", "INVALID", "Capability Offer Other Threat >Threat" },
    { "rename", "Offer", "offer", "ok", "Capability offer Other Threat >Threat" },
    { "key", "offer", "3", "ok", "Capability offer#3 Other Threat >Threat" },
    { "key", "Other", "3", "KEY_TAKEN", "Capability offer#3 Other Threat >Threat" },
    { "take", "Other", "3", "ok", "Capability offer Other#3 Threat >Threat" },
    { "key", "Other", "0", "INVALID", "Capability offer Other#3 Threat >Threat" },
    { "key", "Other", NULL, "ok", "Capability offer Other Threat >Threat" },
    { "create", NULL, "capability", "NAME_TAKEN", "Capability offer Other Threat >Threat" },
    { "create", "Capability", "capability", "ok", "Capability >capability offer Other Threat >Threat" },
  };
  RapCodebook *book = rap_session_get_codebook (self->session);

  create (self->session, NULL, "Capability");
  create (self->session, "Capability", "Offer");
  create (self->session, NULL, "Threat");
  create (self->session, "Threat", "Open threat");
  create (self->session, NULL, "Other");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *id = cases[i].code != NULL ? find (self->session, cases[i].code) : NULL;
      const char *argument = cases[i].argument;
      g_autoptr (GError) error = NULL;
      g_autofree char *tree = NULL;

      g_test_message ("%s %s %s", cases[i].what, cases[i].code, argument);
      if (g_str_equal (cases[i].what, "move"))
        rap_codebook_move (book, "Move", id, argument != NULL ? find (self->session, argument) : NULL, &error);
      else if (g_str_equal (cases[i].what, "rename"))
        rap_codebook_rename (book, "Rename", id, argument, &error);
      else if (g_str_equal (cases[i].what, "create"))
        rap_codebook_create (book, "Add", id, argument, NULL, NULL, &error);
      else
        rap_codebook_set_key (book, "Key", id, argument, g_str_equal (cases[i].what, "take"), &error);
      tree = show_tree (self->session);
      g_assert_cmpstr (error_nick (error), ==, cases[i].outcome);
      g_assert_cmpstr (tree, ==, cases[i].tree);
    }
}

/* One group each; undo gives the bytes back, redo the merged ones. */
static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *from;
    const char *into;
    const char *merge;
    const char *tree;
  } cases[] = {
    { "Threat", "Capability", "passages 1 claims 0 duplicates 2 children 1",
      "Capability[2/2 1/2] >Offer >Open threat[0/0 1/1] Other" },
    { "Capability", "Threat", "passages 0 claims 0 duplicates 2 children 1",
      "Other Threat[2/2 1/2] >Offer >Open threat[0/0 1/1]" },
    { "Threat", "Open threat", "passages 2 claims 1 duplicates 0 children 0",
      "Capability[1/1 1/1] >Offer Open threat[2/2 2/2] Other" },
    { "Open threat", "Threat", "passages 0 claims 1 duplicates 0 children 0",
      "Capability[1/1 1/1] >Offer Other Threat[2/2 2/2]" },
    { "Other", "Offer", "passages 0 claims 0 duplicates 0 children 0",
      "Capability[1/1 1/1] >Offer Threat[2/2 1/2] >Open threat[0/0 1/1]" },
  };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapEdits) edits = rap_edits_new ("Merge codes");
      g_autofree char *before = session_export (self->session, "json");
      g_autofree char *merged = NULL, *undone = NULL, *redone = NULL, *counts = NULL, *tree = NULL;
      g_autoptr (GError) error = NULL;
      RapCodeMerge merge;

      rap_codebook_add_merge (rap_session_get_codebook (self->session), edits, find (self->session, cases[i].from),
                              find (self->session, cases[i].into), &merge, &error);
      g_assert_no_error (error);
      rap_session_commit (self->session, edits, &error);
      g_assert_no_error (error);
      counts = g_strdup_printf ("passages %u claims %u duplicates %u children %u", merge.n_passages, merge.n_claims,
                                merge.n_duplicates, merge.n_children);
      tree = show_tree (self->session);
      merged = session_export (self->session, "json");
      g_assert_cmpstr (counts, ==, cases[i].merge);
      g_assert_cmpstr (tree, ==, cases[i].tree);

      g_assert_cmpuint (rap_session_undo (self->session, 1, NULL, NULL), ==, 1);
      undone = session_export (self->session, "json");
      g_assert_cmpstr (undone, ==, before);
      rap_session_redo (self->session, 1, NULL, NULL);
      redone = session_export (self->session, "json");
      g_assert_cmpstr (redone, ==, merged);
      rap_session_undo (self->session, 1, NULL, NULL);
    }
}

/* Codes of one name below both become one as well, and notes are kept. */
static void
test_merge_deep (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Merge codes");
  g_autoptr (RapArticle) article = session_add_article (self->session, "Talks", NULL, TEXT);
  g_autoptr (GPtrArray) codings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *tree = NULL;

  create (self->session, NULL, "A");
  create (self->session, "A", "same");
  create (self->session, "A › same", "deep");
  create (self->session, NULL, "B");
  create (self->session, "B", "Same");
  code_passage (self->session, article, "offered help", "A › same", "one");
  code_passage (self->session, article, "offered help", "B › Same", "two");
  rap_codebook_add_merge (rap_session_get_codebook (self->session), edits, find (self->session, "A"),
                          find (self->session, "B"), NULL, &error);
  g_assert_no_error (error);
  rap_session_commit (self->session, edits, &error);
  g_assert_no_error (error);
  tree = show_tree (self->session);
  g_assert_cmpstr (tree, ==, "B[0/1 0/0] >Same[1/1 0/0] >>deep");
  codings = rap_session_load_linked (self->session, RAP_KIND_CODING, find (self->session, "Same"), 0, NULL);
  g_assert_cmpuint (codings->len, ==, 1);
  g_assert_cmpstr (RAP_CODING (codings->pdata[0])->note, ==, "two\none");
}

static void
test_match (Fixture       *self,
            gconstpointer  data)
{
  static const struct { const char *text; const char *names; } cases[] = {
    { "", "Open threat Capability Threat Offer Other" },
    { "threat", "Threat Open threat" },
    { "cap off", "Offer" },
    { "o", "Open threat Offer Other" },
    { "OFFER", "Offer" },
    { "xyz", "" },
  };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) nodes = NULL;
      g_autoptr (GString) names = g_string_new (NULL);

      /* applied last: the claim's code, then the passages' */
      nodes = rap_codebook_match (rap_session_get_codebook (self->session), cases[i].text);
      for (guint k = 0; k < nodes->len; k++)
        g_string_append_printf (names, "%s%s", k > 0 ? " " : "", ((const RapCodeNode *) nodes->pdata[k])->code->name);
      g_assert_cmpstr (names->str, ==, cases[i].names);
    }
}

/* "n records; notes": what an import of the file said. (transfer full) */
static char *
import (RapSession *session,
        const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GPtrArray) results = rap_session_import (session, paths, NULL, NULL, NULL, NULL);
  const RapImportResult *result = results->pdata[0];
  g_autofree char *notes = NULL;

  g_ptr_array_add (result->unknown, NULL);
  notes = g_strjoinv ("; ", (char **) result->unknown->pdata);
  return result->error != NULL ? g_strdup_printf ("%s: %s", error_nick (result->error), result->error->message)
                               : g_strdup_printf ("%u%s%s", result->n_records, *notes != '\0' ? "; " : "", notes);
}

/* A codebook goes into an empty project whole, and into its own and a second time not at all. */
static void
test_round_trip (Fixture       *self,
                 gconstpointer  data)
{
  const char *format = data;
  g_autofree char *file = fixture_file (self, "book");
  g_autofree char *other_path = fixture_file (self, "other.rapporteur");
  g_autoptr (RapSession) other = rap_session_create (other_path, "Other", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *again = NULL, *own = NULL, *here = NULL, *there = NULL, *masked = NULL;

  fill (self);
  rap_codebook_set_key (rap_session_get_codebook (self->session), "Key", find (self->session, "Offer"), "4", FALSE, &error);
  g_assert_no_error (error);
  rap_session_export (self->session, format, file, &error);
  g_assert_no_error (error);
  first = import (other, file);
  again = import (other, file);
  own = import (self->session, file);
  g_assert_cmpstr (first, ==, "5");
  g_assert_cmpstr (again, ==, "0");
  g_assert_cmpstr (own, ==, "0");
  here = session_export (self->session, format);
  there = session_export (other, format);
  g_assert_cmpstr (here, ==, there);
  masked = show_tree (other);
  g_assert_cmpstr (masked, ==, g_str_equal (format, "qdc") ? "Capability >Offer Other Threat >Open threat"
                                                           : "Capability >Offer#4 Other Threat >Open threat");
}

/* A project that has some of it by other ids: matched by path, keys that are taken left out. */
static void
test_import_by_path (Fixture       *self,
                     gconstpointer  data)
{
  static const char document[] =
    "{\"format\":\"rapporteur\",\"version\":1,\"codes\":["
    "{\"id\":\"11111111-1111-4111-8111-111111111112\",\"name\":\"deep\",\"parent\":\"11111111-1111-4111-8111-111111111111\",\"key\":\"1\"},"
    "{\"id\":\"11111111-1111-4111-8111-111111111111\",\"name\":\"THREAT\"}]}";
  static const char circle[] =
    "{\"format\":\"rapporteur\",\"version\":1,\"codes\":["
    "{\"id\":\"11111111-1111-4111-8111-111111111113\",\"name\":\"a\",\"parent\":\"11111111-1111-4111-8111-111111111114\"},"
    "{\"id\":\"11111111-1111-4111-8111-111111111114\",\"name\":\"b\",\"parent\":\"11111111-1111-4111-8111-111111111113\"}]}";
  static const char orphan[] =
    "{\"format\":\"rapporteur\",\"version\":1,\"codes\":["
    "{\"id\":\"11111111-1111-4111-8111-111111111115\",\"name\":\"a\",\"parent\":\"11111111-1111-4111-8111-111111111116\"}]}";
  g_autofree char *file = fixture_write (self, "book.json", document, -1);
  g_autofree char *bad = fixture_write (self, "circle.json", circle, -1);
  g_autofree char *lost = fixture_write (self, "orphan.json", orphan, -1);
  g_autofree char *said = NULL, *tree = NULL, *refused = NULL, *alone = NULL;

  create (self->session, NULL, "Threat");
  create (self->session, NULL, "Other");
  rap_codebook_set_key (rap_session_get_codebook (self->session), "Key", find (self->session, "Other"), "1", FALSE, NULL);
  said = import (self->session, file);
  tree = show_tree (self->session);
  g_assert_cmpstr (said, ==, "1; code 11111111-1111-4111-8111-111111111112: key: “1” is taken in this project");
  g_assert_cmpstr (tree, ==, "Other#1 Threat >deep");
  refused = import (self->session, bad);
  g_assert_true (g_str_has_prefix (refused, "CYCLE: "));
  alone = import (self->session, lost);
  g_assert_true (g_str_has_prefix (alone, "REFERENCE: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/codebook/tree", test_tree);
  fixture_add_test ("/session/codebook/counts", test_counts);
  fixture_add_test ("/session/codebook/gestures", test_gestures);
  fixture_add_test ("/session/codebook/merge", test_merge);
  fixture_add_test ("/session/codebook/merge-deep", test_merge_deep);
  fixture_add_test ("/session/codebook/match", test_match);
  fixture_add_test_with ("/session/codebook/round-trip/codebook", test_round_trip, "codebook");
  fixture_add_test_with ("/session/codebook/round-trip/qdc", test_round_trip, "qdc");
  fixture_add_test ("/session/codebook/import-by-path", test_import_by_path);
  return g_test_run ();
}
