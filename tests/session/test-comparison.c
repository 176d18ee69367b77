/* test-comparison.c
 *
 * Two articles side by side: what the walk through them says, from either side,
 * with page furniture left out; and which articles are taken for copies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-comparison.h"
#include "session-fixture.h"

static const char source[] =
  "The minister arrived in the capital late on Sunday evening. "
  "He told reporters that the charter would be signed before the spring. "
  "Officials of both armies will meet again in two weeks. "
  "Nobody would say who asked for the meeting.";
static const char copy[] =
  "A visit that nobody had announced began this weekend. "
  "The minister arrived in the capital late on Sunday evening. "
  "He told reporters that the charter would surely be signed before the summer. "
  "Nobody would say who asked for the meeting.";

static char *
slice (const RapArticle *article,
       RapRange          range)
{
  return rap_range_is_empty (range) ? g_strdup_printf ("@%u", range.start) : rap_text_slice (article->text, range);
}

static void
tell_words (GString             *out,
            const RapComparison *comparison,
            const GArray        *words)
{
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const RapComparedWords *change = &g_array_index (words, RapComparedWords, i);

      for (RapSide side = RAP_SIDE_A; side < RAP_N_SIDES; side++)
        {
          g_autofree char *text = rap_range_is_empty (change->ranges[side]) ? g_strdup ("")
                                : slice (comparison->articles[side], change->ranges[side]);

          g_string_append_printf (out, side == RAP_SIDE_A ? " [%s>" : "%s]", text);
        }
    }
}

/* A line a passage: "= The minister…", "~ … [>surely]", "- only A", "+ only B". (transfer full) */
static char *
tell (const RapComparison *comparison)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < comparison->passages->len; i++)
    {
      const RapComparedPassage *passage = &g_array_index (comparison->passages, RapComparedPassage, i);
      gboolean only_b = rap_range_is_empty (passage->ranges[RAP_SIDE_A]);
      RapSide side = only_b ? RAP_SIDE_B : RAP_SIDE_A;
      g_autofree char *text = slice (comparison->articles[side], passage->ranges[side]);
      g_autofree char *start = g_utf8_substring (text, 0, MIN (12, g_utf8_strlen (text, -1)));
      const char sign = passage->kind == RAP_SHARED_EXACT ? '=' : passage->kind == RAP_SHARED_CHANGED ? '~' : only_b ? '+' : '-';

      g_string_append_printf (out, "%c%s %s", sign, passage->moved ? " moved" : "", start);
      tell_words (out, comparison, passage->words);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (RapArticle) a = session_add_article (fixture->session, "A", "2020-11-15", source);
  g_autoptr (RapArticle) b = session_add_article (fixture->session, "B", "2020-11-16", copy);
  g_autoptr (RapComparison) there = rap_session_compare (fixture->session, id_of (a), id_of (b), NULL);
  g_autoptr (RapComparison) back = rap_session_compare (fixture->session, id_of (b), id_of (a), NULL);
  g_autofree char *told = tell (there);
  g_autofree char *told_back = tell (back);

  g_assert_cmpstr (told, ==,
                   "+ A visit that\n"
                   "= The minister\n"
                   "~ He told repo [>surely] [spring>summer]\n"
                   "- Officials of\n"
                   "= Nobody would\n");
  g_assert_cmpstr (told_back, ==,
                   "- A visit that\n"
                   "= The minister\n"
                   "~ He told repo [surely>] [summer>spring]\n"
                   "+ Officials of\n"
                   "= Nobody would\n");
  g_assert_cmpuint (rap_comparison_count (there, RAP_SHARED_EXACT, RAP_SIDE_A), ==, 2);
  g_assert_cmpuint (rap_comparison_count (there, RAP_SHARED_NOT, RAP_SIDE_B), ==, 1);
  g_assert_cmpfloat (there->parts[RAP_SIDE_A], >, .6);
  g_assert_cmpfloat_with_epsilon (there->parts[RAP_SIDE_A], back->parts[RAP_SIDE_B], 1e-9);
}

static void
test_body_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *page = g_strconcat ("Subscribe to our daily letter and never miss a story. ", source, NULL);
  g_autoptr (RapArticle) a = session_add_article (fixture->session, "A", "2020-11-15", page);
  g_autoptr (RapArticle) b = session_add_article (fixture->session, "B", "2020-11-16", source);
  g_autoptr (RapRecord) cut = rap_record_copy (RAP_RECORD (a));
  g_autoptr (RapComparison) comparison = NULL;
  RapRange body = { 54, rap_text_get_length (a->text) };

  g_array_set_size (RAP_ARTICLE (cut)->body, 0);
  g_array_append_val (RAP_ARTICLE (cut)->body, body);
  g_object_unref (session_replace (fixture->session, a, g_steal_pointer (&cut)));
  comparison = rap_session_compare (fixture->session, id_of (a), id_of (b), NULL);
  g_assert_cmpuint (comparison->passages->len, ==, 4);
  g_assert_cmpuint (rap_comparison_count (comparison, RAP_SHARED_EXACT, RAP_SIDE_A), ==, 4);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (RapArticle) a = session_add_article (fixture->session, "A", "2020-11-15", source);
  g_autoptr (GError) error = NULL;

  g_assert_null (rap_session_compare (fixture->session, id_of (a), "no-such-article", &error));
  g_assert_cmpstr (error_nick (error), ==, "NOT_FOUND");
}

static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *longer = g_strconcat (source, " The embassy did not answer a letter.", NULL);
  g_autoptr (RapArticle) a = session_add_article (fixture->session, "A", "2020-11-15", source);
  g_autoptr (RapArticle) same = session_add_article (fixture->session, "B", "2020-11-16", source);
  g_autoptr (RapArticle) near = session_add_article (fixture->session, "C", "2020-11-17", longer);
  g_autoptr (RapArticle) other = session_add_article (fixture->session, "D", "2020-11-18",
                                                      "The harvest was poor, farmers of the valley say, and prices rose again.");
  g_autoptr (GPtrArray) found = rap_session_find_copies (fixture->session, id_of (a), 10, NULL);
  g_autoptr (GPtrArray) none = rap_session_find_copies (fixture->session, id_of (other), 10, NULL);
  g_autoptr (GPtrArray) one = rap_session_find_copies (fixture->session, id_of (a), 1, NULL);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((RapCopy *) found->pdata[0])->article, ==, id_of (same));
  g_assert_cmpfloat (((RapCopy *) found->pdata[0])->score, ==, 1);
  g_assert_cmpstr (((RapCopy *) found->pdata[1])->article, ==, id_of (near));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/comparison/walk", test_walk);
  fixture_add_test ("/session/comparison/body-alone", test_body_alone);
  fixture_add_test ("/session/comparison/missing", test_missing);
  fixture_add_test ("/session/comparison/copies", test_copies);
  return g_test_run ();
}
