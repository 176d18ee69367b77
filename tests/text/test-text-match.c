/* test-text-match.c
 *
 * Places found are shown by brackets around them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-text-match.h"

#include "rap-language.h"

static char *
show (const char        *text,
      const char        *query,
      RapTextMatchFlags  flags)
{
  g_autoptr (GArray) ranges = rap_text_match_find (text, query, flags);
  GString *shown = g_string_new (NULL);
  guint offset = 0, next = 0;

  for (const char *p = text; ; p = g_utf8_next_char (p), offset++)
    {
      if (next < ranges->len && g_array_index (ranges, RapRange, next).end == offset)
        {
          g_string_append_c (shown, ']');
          next++;
        }
      if (next < ranges->len && g_array_index (ranges, RapRange, next).start == offset)
        g_string_append_c (shown, '[');
      if (*p == '\0')
        break;
      g_string_append_unichar (shown, g_utf8_get_char (p));
    }
  return g_string_free (shown, FALSE);
}

static const struct
{
  const char        *text;
  const char        *query;
  RapTextMatchFlags  flags;
  const char        *expected;
} cases[] = {
  { "Iran and iran", "iran", 0, "[Iran] and [iran]" },
  { "Iran and iran", "iran", RAP_TEXT_MATCH_CASE, "Iran and [iran]" },
  { "Iran, Iranian, Iran.", "iran", RAP_TEXT_MATCH_WORDS, "[Iran], Iranian, [Iran]." },
  { "Iranian", "iran", 0, "[Iran]ian" },
  { "aaaa", "aa", 0, "[aa][aa]" },
  { "", "a", 0, "" },
  { "text", "", 0, "text" },
  { "text", " \t", 0, "text" },
  { "text", "\xe2\x80\x8c", 0, "text" },
  { "a  b\nc", " a b ", 0, "[a  b]\nc" },
  { "a  b\nc", "b c", 0, "a  [b\nc]" },
  { "Café, cafe\xcc\x81!", "cafe", RAP_TEXT_MATCH_WORDS, "[Café], [cafe\xcc\x81]!" },
  { "Naïve", "NAIVE", 0, "[Naïve]" },
  { "Straße", "strasse", 0, "[Straße]" },
  { "he said “no” - twice", "\"no\" –", 0, "he said [“no” -] twice" },
  { "Iran’s army", "irans", 0, "[Iran’s] army" },
  { "در سال ۱۳۹۹ بود", "1399", RAP_TEXT_MATCH_WORDS, "در سال [۱۳۹۹] بود" },
  { "علي و علی", "علی", RAP_TEXT_MATCH_WORDS, "[علي] و [علی]" },
  { "كتاب", "کتاب", 0, "[كتاب]" },
  { "می\xe2\x80\x8cرود", "میرود", RAP_TEXT_MATCH_WORDS, "[می\xe2\x80\x8cرود]" },
  { "می\xe2\x80\x8cرود", "رود", RAP_TEXT_MATCH_WORDS, "می\xe2\x80\x8cرود" },
  { "أحمد وإحمد", "احمد", 0, "[أحمد] و[إحمد]" },
  { "بَاقِرِي", "باقری", 0, "[بَاقِرِي]" },
  { "👍🏽 ok 👍🏽", "ok", 0, "👍🏽 [ok] 👍🏽" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].text, cases[i].query, cases[i].flags);

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

static void
test_language (void)
{
  g_autofree char *persian = rap_language_get_name ("fa", "en");
  g_autofree char *british = rap_language_get_name ("en-GB", "en");
  g_autofree char *german = rap_language_get_name ("fa", "de");

  g_assert_cmpstr (persian, ==, "Persian");
  g_assert_cmpstr (british, ==, "English (United Kingdom)");
  g_assert_cmpstr (german, ==, "Persisch");
  g_assert_null (rap_language_get_name ("", "en"));
  g_assert_null (rap_language_get_name ("!", "en"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/text-match/find", test_find);
  g_test_add_func ("/text/text-match/language", test_language);
  return g_test_run ();
}
