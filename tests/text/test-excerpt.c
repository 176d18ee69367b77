/* test-excerpt.c
 *
 * An excerpt of a long text answers as the whole text does, at every kind of
 * place, and lines are whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-bounds.h"
#include "rap-excerpt.h"

/* Lines of several scripts: longer than an excerpt is on both sides. */
static RapText *
make_text (void)
{
  static const char *const lines[] = {
    "He said, “We will not go, and if we go, ‘never’ is the word.” Gen. A. Hatami left.",
    "", "", "او گفت: «می‌رویم». آیا رفت؟", "e\xcc\x81👨‍👩‍👧🇮🇶 x.", "   ",
  };
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < 400 * G_N_ELEMENTS (lines); i++)
    g_string_append_printf (all, "%s\n", lines[i % G_N_ELEMENTS (lines)]);
  return rap_text_new (all->str);
}

typedef RapRange (*BoundsFunc) (const char *, gsize, guint, const char *);

static void
test_same (gconstpointer data)
{
  BoundsFunc find = *(const BoundsFunc *) data;
  g_autoptr (RapText) text = make_text ();
  guint length = rap_text_get_length (text);

  g_assert_cmpuint (length, >, 40000);
  for (guint at = 0; at <= length + 3; at += at < 300 || at > length - 300 ? 1 : 397)
    {
      RapExcerpt excerpt = rap_excerpt_around (text, (RapRange) { at, at });
      RapRange place = rap_excerpt_to_inner (&excerpt, (RapRange) { at, at });
      RapRange whole = find (rap_text_get_utf8 (text), rap_text_get_bytes (text), at, "en");
      RapRange part = rap_excerpt_to_text (&excerpt, find (excerpt.utf8, excerpt.n_bytes, place.start, "en"));

      g_assert_cmpuint (part.start, ==, whole.start);
      g_assert_cmpuint (part.end, ==, whole.end);
      g_assert_cmpuint (excerpt.n_bytes, <, rap_text_get_bytes (text));
    }
}

typedef struct
{
  const char *text;
  RapRange range;
  guint n_before;
  const char *expected;   /* start and excerpt */
} LinesCase;

static const LinesCase lines_cases[] = {
  { "one\nتوو\nthree\n", { 5, 5 }, 0, "4:توو" },
  { "one\nتوو\nthree\n", { 5, 9 }, 0, "4:توو\nthree" },
  { "one\nتوو\nthree\n", { 9, 9 }, 1, "4:توو\nthree" },
  { "one\nتوو\nthree\n", { 9, 9 }, 5, "0:one\nتوو\nthree" },
  { "one\nتوو\nthree\n", { 9, 9 }, 99, "0:one\nتوو\nthree" },
  { "one\nتوو\nthree\n", { 90, 99 }, 0, "14:" },
  { "one", { 1, 0 }, 0, "0:one" },
  { "", { 0, 0 }, 4, "0:" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines_cases); i++)
    {
      const LinesCase *test = &lines_cases[i];
      g_autoptr (RapText) text = rap_text_new (test->text);
      RapExcerpt excerpt = rap_excerpt_lines (text, test->range, test->n_before);
      g_autofree char *got = g_strdup_printf ("%u:%.*s", excerpt.start, (int) excerpt.n_bytes, excerpt.utf8);

      g_assert_cmpstr (got, ==, test->expected);
    }
}

int
main (int    argc,
      char **argv)
{
  static const BoundsFunc functions[] = { rap_bounds_word, rap_bounds_sentence, rap_bounds_quotation, rap_bounds_grapheme };
  static const char *const names[] = { "word", "sentence", "quotation", "grapheme" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      g_autofree char *path = g_strconcat ("/text/excerpt/", names[i], NULL);

      g_test_add_data_func (path, &functions[i], test_same);
    }
  g_test_add_func ("/text/excerpt/lines", test_lines);

  return g_test_run ();
}
