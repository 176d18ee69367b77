/* test-vocabulary.c
 *
 * The nicks are a file format: each vocabulary is compared whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-vocabulary.h"

static const struct
{
  const RapVocabulary *vocabulary;
  const char          *expected;
} rows[] = {
  { &rap_direction_vocabulary, "direction: ltr rtl" },
  { &rap_entity_kind_vocabulary, "kind: person organisation government place outlet" },
  { &rap_name_kind_vocabulary, "kind: alias transliteration original_script former" },
  { &rap_reliability_vocabulary, "reliability: null A B C D E F" },
  { &rap_mode_vocabulary, "mode: quote indirect mixed narration" },
  { &rap_certainty_vocabulary, "certainty: CT PR PS U" },
  { &rap_polarity_vocabulary, "polarity: + - u" },
  { &rap_tense_vocabulary, "tense: past present future" },
  { &rap_meeting_mode_vocabulary, "mode: visit third_party multilateral remote unknown" },
  { &rap_status_vocabulary, "status: held planned cancelled reported_only" },
  { &rap_role_vocabulary, "role: participant host visitor mediator" },
  { &rap_aspect_vocabulary, "aspect: occurrence date place participants topic outcome" },
  { &rap_relation_kind_vocabulary, "kind: repeats supports contradicts" },
};

static void
test_nicks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RapVocabulary *vocabulary = rows[i].vocabulary;
      g_autoptr (GString) result = g_string_new (vocabulary->name);

      g_string_append_c (result, ':');
      for (guint value = 0; value < vocabulary->n_values; value++)
        {
          const char *nick = rap_vocabulary_nick (vocabulary, value);

          g_string_append_printf (result, " %s", nick != NULL ? nick : "null");
        }
      g_assert_cmpstr (result->str, ==, rows[i].expected);
    }
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RapVocabulary *vocabulary = rows[i].vocabulary;
      guint value = 99;

      for (guint expected = 0; expected < vocabulary->n_values; expected++)
        {
          g_assert_true (rap_vocabulary_parse (vocabulary, rap_vocabulary_nick (vocabulary, expected), &value));
          g_assert_cmpuint (value, ==, expected);
        }

      g_assert_false (rap_vocabulary_parse (vocabulary, "maybe", &value));
      g_assert_false (rap_vocabulary_parse (vocabulary, "", &value));
      g_assert_cmpint (rap_vocabulary_parse (vocabulary, NULL, &value), ==,
                       vocabulary == &rap_reliability_vocabulary);
      g_assert_null (rap_vocabulary_nick (vocabulary, vocabulary->n_values));
      g_assert_null (rap_vocabulary_nick (vocabulary, G_MAXUINT));
    }
}

/* The enums and the nicks must not drift apart. */
static void
test_values (void)
{
  g_assert_cmpstr (rap_vocabulary_nick (&rap_entity_kind_vocabulary, RAP_ENTITY_OUTLET), ==, "outlet");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_name_kind_vocabulary, RAP_NAME_FORMER), ==, "former");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_reliability_vocabulary, RAP_RELIABILITY_UNGRADED), ==, NULL);
  g_assert_cmpstr (rap_vocabulary_nick (&rap_reliability_vocabulary, RAP_RELIABILITY_F), ==, "F");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_mode_vocabulary, RAP_MODE_NARRATION), ==, "narration");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_certainty_vocabulary, RAP_CERTAINTY_U), ==, "U");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_polarity_vocabulary, RAP_POLARITY_NEGATIVE), ==, "-");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_tense_vocabulary, RAP_TENSE_FUTURE), ==, "future");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_meeting_mode_vocabulary, RAP_MEETING_UNKNOWN), ==, "unknown");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_status_vocabulary, RAP_STATUS_REPORTED_ONLY), ==, "reported_only");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_role_vocabulary, RAP_ROLE_MEDIATOR), ==, "mediator");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_aspect_vocabulary, RAP_ASPECT_OUTCOME), ==, "outcome");
  g_assert_cmpstr (rap_vocabulary_nick (&rap_relation_kind_vocabulary, RAP_RELATION_CONTRADICTS), ==, "contradicts");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/vocabulary/nicks", test_nicks);
  g_test_add_func ("/model/vocabulary/parse", test_parse);
  g_test_add_func ("/model/vocabulary/values", test_values);

  return g_test_run ();
}
