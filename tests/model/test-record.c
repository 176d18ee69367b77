/* test-record.c
 *
 * What follows from the tables of fields: the tables themselves, copies,
 * comparison, sealing, references, titles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-model.h"

#include <string.h>

#define ID(n) "00000000-0000-4000-8000-00000000000" #n

/* The members of every kind, in the order of native JSON. */
static const char *tables[RAP_N_KINDS] = {
  "project project: title! note",
  "code codes: name! parent>code colour key? description",
  "entity entities: kind name! names reliability not_same_as>entity note",
  "article articles: title! outlet>entity byline published url language direction text! body sha256= "
  "copied_from>article note",
  "meeting meetings: title! mode status when earliest= latest= place>entity place_text topic outcome "
  "participants>entity note",
  "claim claims: article!>article content! cue source proposition speaker>entity via>entity anonymous mode "
  "certainty polarity tense credibility codes>code meetings>meeting note",
  "mention mentions: article!>article anchor! entity!>entity",
  "evidence evidence: article!>article anchor! meeting!>meeting aspect",
  "coding codings: article!>article anchor! code!>code note",
  "relation relations: kind from!>claim to!>claim note",
};

static gboolean
is_reference (const RapField *field)
{
  return field->type == RAP_FIELD_REF || field->type == RAP_FIELD_REFS ||
         field->type == RAP_FIELD_PARTICIPANTS || field->type == RAP_FIELD_LINKS;
}

static void
test_tables (void)
{
  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      const RapField *fields;
      guint n_fields;
      RapKind parsed;

      g_string_printf (line, "%s %s:", rap_kind_get_nick (kind), rap_kind_get_plural (kind));
      fields = rap_kind_get_fields (kind, &n_fields);
      for (guint i = 0; i < n_fields; i++)
        {
          g_string_append_printf (line, " %s%s%s%s", fields[i].name,
                                  (fields[i].flags & RAP_FIELD_REQUIRED) != 0 ? "!" : "",
                                  (fields[i].flags & RAP_FIELD_NULLABLE) != 0 ? "?" : "",
                                  (fields[i].flags & RAP_FIELD_DERIVED) != 0 ? "=" : "");
          if (is_reference (&fields[i]))
            g_string_append_printf (line, ">%s", rap_kind_get_nick (fields[i].target));
          g_assert_true (rap_kind_find_field (kind, fields[i].name) == &fields[i]);
        }
      g_assert_cmpstr (line->str, ==, tables[kind]);

      g_assert_true (rap_kind_parse (rap_kind_get_nick (kind), &parsed));
      g_assert_cmpint (parsed, ==, kind);
      g_assert_true (rap_kind_parse (rap_kind_get_plural (kind), &parsed));
      g_assert_cmpint (parsed, ==, kind);
      g_assert_null (rap_kind_find_field (kind, "nonsense"));
    }
}

/* A record of @kind with something in every member. */
static RapRecord *
make_full (RapKind kind)
{
  RapRecord *record = rap_record_new (kind);
  const RapField *fields;
  guint n_fields;

  record->created = 1;
  record->modified = 2;
  record->analyst = g_strdup ("ada");
  fields = rap_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      const RapField *field = &fields[i];
      g_autoptr (RapText) text = rap_text_new ("The general met the minister.");
      RapRange range = { 4, 11 };

      switch (field->type)
        {
        case RAP_FIELD_STRING:
          rap_set_string (&rap_record_member (record, field, char *), field->name);
          break;
        case RAP_FIELD_TEXT:
          rap_record_member (record, field, RapText *) = rap_text_ref (text);
          break;
        case RAP_FIELD_BOOL:
        case RAP_FIELD_GRADE:
        case RAP_FIELD_ENUM:
          rap_record_member (record, field, guint) = 1;
          break;
        case RAP_FIELD_REF:
          rap_set_string (&rap_record_member (record, field, char *), ID (1));
          break;
        case RAP_FIELD_REFS:
          rap_record_member (record, field, char **) = g_strsplit (ID (2) " " ID (3), " ", -1);
          break;
        case RAP_FIELD_EDTF:
          rap_record_member (record, field, RapEdtf *) = rap_edtf_parse ("2017-07?", NULL);
          break;
        case RAP_FIELD_RANGES:
          rap_record_member (record, field, GArray *) = g_array_new (FALSE, FALSE, sizeof (RapRange));
          g_array_append_val (rap_record_member (record, field, GArray *), range);
          break;
        case RAP_FIELD_ANCHOR:
          rap_record_member (record, field, RapAnchor *) = rap_anchor_new (text, &range, 1);
          break;
        case RAP_FIELD_NAMES:
          rap_record_member (record, field, GPtrArray *) = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
          g_ptr_array_add (rap_record_member (record, field, GPtrArray *),
                           rap_name_new ("باقری", "fa", RAP_NAME_ORIGINAL_SCRIPT));
          break;
        case RAP_FIELD_PARTICIPANTS:
          rap_record_member (record, field, GPtrArray *) = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
          g_ptr_array_add (rap_record_member (record, field, GPtrArray *),
                           rap_participant_new (ID (4), RAP_ROLE_HOST, "Minister"));
          break;
        case RAP_FIELD_LINKS:
          rap_record_member (record, field, GPtrArray *) = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
          g_ptr_array_add (rap_record_member (record, field, GPtrArray *),
                           rap_claim_meeting_new (ID (5), RAP_ASPECT_DATE, "2015"));
          break;
        case RAP_FIELD_EARLIEST:
        case RAP_FIELD_LATEST:
          break;
        }
    }

  return record;
}

/* Something else than make_full() put there. */
static void
change (RapRecord      *record,
        const RapField *field)
{
  g_autoptr (RapText) text = rap_text_new ("Another text.");
  RapRange range = { 0, 7 };

  switch (field->type)
    {
    case RAP_FIELD_STRING:
    case RAP_FIELD_REF:
      rap_set_string (&rap_record_member (record, field, char *), "changed");
      break;
    case RAP_FIELD_TEXT:
      rap_text_unref (rap_record_member (record, field, RapText *));
      rap_record_member (record, field, RapText *) = rap_text_ref (text);
      break;
    case RAP_FIELD_BOOL:
    case RAP_FIELD_GRADE:
    case RAP_FIELD_ENUM:
      rap_record_member (record, field, guint) = 0;
      break;
    case RAP_FIELD_REFS:
      *rap_record_member (record, field, char **)[0] = 'x';
      break;
    case RAP_FIELD_EDTF:
      {
        g_autoptr (RapEdtf) other = rap_edtf_parse ("2017-07", NULL);

        rap_set_edtf (&rap_record_member (record, field, RapEdtf *), other);
      }
      break;
    case RAP_FIELD_RANGES:
      g_array_append_val (rap_record_member (record, field, GArray *), range);
      break;
    case RAP_FIELD_ANCHOR:
      {
        g_autoptr (RapAnchor) other = rap_anchor_new (text, &range, 1);

        rap_set_anchor (&rap_record_member (record, field, RapAnchor *), other);
      }
      break;
    case RAP_FIELD_NAMES:
      rap_set_string (&((RapName *) rap_record_member (record, field, GPtrArray *)->pdata[0])->language, "ar");
      break;
    case RAP_FIELD_PARTICIPANTS:
      ((RapParticipant *) rap_record_member (record, field, GPtrArray *)->pdata[0])->role = RAP_ROLE_VISITOR;
      break;
    case RAP_FIELD_LINKS:
      rap_set_string (&((RapClaimMeeting *) rap_record_member (record, field, GPtrArray *)->pdata[0])->value, NULL);
      break;
    case RAP_FIELD_EARLIEST:
    case RAP_FIELD_LATEST:
      break;
    }
}

/* A copy is equal, and no member of it is shared: changing each makes a difference. */
static void
test_copy (void)
{
  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (RapRecord) record = rap_record_seal (make_full (kind));
      g_autofree char *before = rap_record_to_json (record);
      const RapField *fields;
      guint n_fields;

      fields = rap_kind_get_fields (kind, &n_fields);
      for (guint i = 0; i < n_fields; i++)
        {
          g_autoptr (RapRecord) copy = rap_record_copy (record);
          g_autofree char *after = NULL;

          g_assert_false (copy->sealed);
          g_assert_true (rap_record_equal (record, copy));
          if (fields[i].type == RAP_FIELD_EARLIEST || fields[i].type == RAP_FIELD_LATEST)
            continue;

          change (copy, &fields[i]);
          if (rap_record_equal (record, copy))
            g_error ("%s.%s does not count", rap_kind_get_nick (kind), fields[i].name);
          after = rap_record_to_json (record);
          g_assert_cmpstr (after, ==, before);
        }
    }
}

static void
test_equal_head (void)
{
  g_autoptr (RapRecord) record = make_full (RAP_KIND_CODE);
  g_autoptr (RapRecord) other_kind = make_full (RAP_KIND_CODING);
  g_autoptr (RapRecord) id = rap_record_copy (record);
  g_autoptr (RapRecord) created = rap_record_copy (record);
  g_autoptr (RapRecord) modified = rap_record_copy (record);
  g_autoptr (RapRecord) analyst = rap_record_copy (record);

  rap_set_string (&id->id, ID (9));
  created->created++;
  modified->modified++;
  rap_set_string (&analyst->analyst, "bob");
  rap_set_string (&other_kind->id, record->id);

  g_assert_true (rap_record_equal (record, record));
  g_assert_false (rap_record_equal (record, other_kind));
  g_assert_false (rap_record_equal (record, id));
  g_assert_false (rap_record_equal (record, created));
  g_assert_false (rap_record_equal (record, modified));
  g_assert_false (rap_record_equal (record, analyst));
}

/* New records: an id of their own, and defaults that a seal completes. */
static void
test_defaults (void)
{
  static const char *expected[RAP_N_KINDS] = {
    "\"title\":\"\",\"note\":\"\"",
    "\"name\":\"\",\"parent\":null,\"colour\":\"#77767b\",\"key\":null,\"description\":\"\"",
    "\"kind\":\"person\",\"name\":\"\",\"names\":[],\"reliability\":null,\"not_same_as\":[],\"note\":\"\"",
    "\"title\":\"\",\"outlet\":null,\"byline\":\"\",\"published\":null,\"url\":\"\",\"language\":\"\","
    "\"direction\":\"ltr\",\"text\":\"\",\"body\":[],\"sha256\":\"\",\"copied_from\":null,\"note\":\"\"",
    "\"title\":\"\",\"mode\":\"unknown\",\"status\":\"held\",\"when\":null,\"earliest\":null,\"latest\":null,"
    "\"place\":null,\"place_text\":\"\",\"topic\":\"\",\"outcome\":\"\",\"participants\":[],\"note\":\"\"",
    "\"article\":null,\"content\":null,\"cue\":null,\"source\":null,\"proposition\":\"\",\"speaker\":null,"
    "\"via\":[],\"anonymous\":false,\"mode\":\"quote\",\"certainty\":\"CT\",\"polarity\":\"+\","
    "\"tense\":\"present\",\"credibility\":null,\"codes\":[],\"meetings\":[],\"note\":\"\"",
    "\"article\":null,\"anchor\":null,\"entity\":null",
    "\"article\":null,\"anchor\":null,\"meeting\":null,\"aspect\":\"occurrence\"",
    "\"article\":null,\"anchor\":null,\"code\":null,\"note\":\"\"",
    "\"kind\":\"repeats\",\"from\":null,\"to\":null,\"note\":\"\"",
  };

  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (RapRecord) record = rap_record_new (kind);
      g_autoptr (RapRecord) other = rap_record_new (kind);
      g_autofree char *unsealed = rap_record_to_json (record);
      g_autofree char *sealed = NULL;
      g_autofree char *wanted = NULL;

      g_assert_true (g_uuid_string_is_valid (record->id));
      g_assert_cmpstr (record->id, !=, other->id);
      g_assert_cmpint (rap_record_get_kind (record), ==, kind);
      g_assert_true (rap_record_seal (record) == record);
      g_assert_true (record->sealed);

      wanted = g_strdup_printf ("{\"id\":\"%s\",%s,\"created\":\"1970-01-01T00:00:00Z\","
                                "\"modified\":\"1970-01-01T00:00:00Z\",\"analyst\":\"\"}",
                                record->id, expected[kind]);
      sealed = rap_record_to_json (record);
      g_assert_cmpstr (sealed, ==, wanted);
      g_assert_cmpstr (unsealed, ==, wanted);
    }
}

static void
test_seal (void)
{
  g_autoptr (RapRecord) code = rap_record_new (RAP_KIND_CODE);
  g_autoptr (RapRecord) article = rap_record_new (RAP_KIND_ARTICLE);
  g_autoptr (RapRecord) claim = rap_record_new (RAP_KIND_CLAIM);
  g_autoptr (RapRecord) bare = rap_record_copy (claim);

  rap_record_seal (code);
  g_assert_cmpstr (RAP_CODE (code)->name, ==, "");
  g_assert_null (RAP_CODE (code)->key);
  g_assert_null (RAP_CODE (code)->parent);
  g_assert_cmpstr (code->analyst, ==, "");

  RAP_ARTICLE (article)->text = rap_text_new ("abc");
  rap_record_seal (article);
  g_assert_cmpstr (RAP_ARTICLE (article)->sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  /* An empty list is no list. */
  RAP_CLAIM (claim)->via = g_new0 (char *, 1);
  RAP_CLAIM (claim)->meetings = g_ptr_array_new ();
  g_assert_true (rap_record_equal (claim, bare));
  rap_record_seal (claim);
  g_assert_null (RAP_CLAIM (claim)->via);
  g_assert_null (RAP_CLAIM (claim)->meetings);
}

static void
list_cb (RapKind     target,
         const char *id,
         const char *member,
         gpointer    user_data)
{
  g_string_append_printf (user_data, "%s=%s:%c ", member, rap_kind_get_nick (target), id[strlen (id) - 1]);
}

static void
test_references (void)
{
  static const char *expected[RAP_N_KINDS] = {
    "",
    "parent=code:1 ",
    "not_same_as=entity:2 not_same_as=entity:3 ",
    "outlet=entity:1 copied_from=article:1 ",
    "place=entity:1 participants=entity:4 ",
    "article=article:1 speaker=entity:1 via=entity:2 via=entity:3 codes=code:2 codes=code:3 meetings=meeting:5 ",
    "article=article:1 entity=entity:1 ",
    "article=article:1 meeting=meeting:1 ",
    "article=article:1 code=code:1 ",
    "from=claim:1 to=claim:1 ",
  };

  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (RapRecord) full = make_full (kind);
      g_autoptr (RapRecord) empty = rap_record_new (kind);
      g_autoptr (GString) line = g_string_new (NULL);

      rap_record_foreach_ref (full, list_cb, line);
      g_assert_cmpstr (line->str, ==, expected[kind]);
      g_string_truncate (line, 0);
      rap_record_foreach_ref (empty, list_cb, line);
      g_assert_cmpstr (line->str, ==, "");
    }
}

static void
test_views (void)
{
  static const char *expected[RAP_N_KINDS] = {
    "title / - / -", "name / - / -", "name / - / -", "title / - / -", "title / - / -",
    "proposition / 1 / general", "general / 1 / general", "general / 1 / general",
    "general / 1 / general", "supports / - / -",
  };
  g_autoptr (RapRecord) claim = make_full (RAP_KIND_CLAIM);
  g_autoptr (RapRecord) empty = rap_record_new (RAP_KIND_CLAIM);

  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (RapRecord) record = make_full (kind);
      const char *article = rap_record_get_article (record);
      const RapAnchor *anchor = rap_record_get_anchor (record);
      g_autofree char *line = g_strdup_printf ("%s / %s / %s", rap_record_get_title (record),
                                               article != NULL ? article + strlen (article) - 1 : "-",
                                               anchor != NULL ? anchor->exact : "-");

      g_assert_cmpstr (line, ==, expected[kind]);
    }

  /* Without a proposition a claim goes by its quote. */
  rap_set_string (&RAP_CLAIM (claim)->proposition, "");
  g_assert_cmpstr (rap_record_get_title (claim), ==, "general");
  g_assert_cmpstr (rap_record_get_title (empty), ==, "");
}

static void
test_order (void)
{
  g_autoptr (RapRecord) a = rap_record_new (RAP_KIND_CODE);
  g_autoptr (RapRecord) b = rap_record_new (RAP_KIND_CODE);

  rap_set_string (&a->id, ID (1));
  rap_set_string (&b->id, ID (2));
  g_assert_cmpint (rap_record_compare (a, a), ==, 0);
  g_assert_cmpint (rap_record_compare (a, b), <, 0);
  g_assert_cmpint (rap_record_compare (b, a), >, 0);
  a->created = 1;
  g_assert_cmpint (rap_record_compare (a, b), >, 0);
  g_assert_cmpint (rap_record_compare (b, a), <, 0);
}

static void
test_hedged (void)
{
  static const gboolean expected[] = { FALSE, TRUE, TRUE, FALSE };
  g_autoptr (RapRecord) claim = rap_record_new (RAP_KIND_CLAIM);

  for (guint certainty = 0; certainty < G_N_ELEMENTS (expected); certainty++)
    {
      RAP_CLAIM (claim)->certainty = certainty;
      g_assert_cmpint (rap_claim_is_hedged (RAP_CLAIM (claim)), ==, expected[certainty]);
    }
}

static void
test_finalize (void)
{
  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      RapRecord *record = make_full (kind);
      RapRecord *copy = rap_record_copy (record);

      g_assert_finalize_object (record);
      g_assert_finalize_object (copy);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record/tables", test_tables);
  g_test_add_func ("/model/record/copy", test_copy);
  g_test_add_func ("/model/record/equal-head", test_equal_head);
  g_test_add_func ("/model/record/defaults", test_defaults);
  g_test_add_func ("/model/record/seal", test_seal);
  g_test_add_func ("/model/record/references", test_references);
  g_test_add_func ("/model/record/views", test_views);
  g_test_add_func ("/model/record/order", test_order);
  g_test_add_func ("/model/record/hedged", test_hedged);
  g_test_add_func ("/model/record/finalize", test_finalize);

  return g_test_run ();
}
