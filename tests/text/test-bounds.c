/* test-bounds.c
 *
 * Words, clauses, sentences, paragraphs, quotations and graphemes around every kind of
 * place, and the places nudging goes to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-bounds.h"

typedef RapRange (*BoundsFunc) (const char *, gsize, guint, const char *);

static char *
cut (const char *text,
     RapRange    range)
{
  return g_utf8_substring (text, range.start, range.end);
}

/* The passages that @func gives from one end of @text to the other, "⏐" between them. At the space after a sentence it
 * gives that sentence again, which is left out. */
static char *
walk (const char *text,
      const char *language,
      BoundsFunc  func)
{
  GString *out = g_string_new (NULL);
  guint length = (guint) g_utf8_strlen (text, -1);

  for (guint at = 0; at < length;)
    {
      RapRange range = func (text, strlen (text), at, language);
      g_autofree char *passage = cut (text, range);

      if (range.end > at)
        g_string_append_printf (out, "%s%s", out->len ? "⏐" : "", passage);
      at = MAX (at + 1, range.end);
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  BoundsFunc func;
  const char *language;
  const char *text;
  const char *expected;
} WalkCase;

static const WalkCase walk_cases[] = {
  { "sentences", rap_bounds_sentence, "en", "One. Two said so! Three?", "One.⏐Two said so!⏐Three?" },
  { "ranks", rap_bounds_sentence, "en", "Brig. Gen. A. Hatami met Maj. Gen. Salih. He left.", "Brig. Gen. A. Hatami met Maj. Gen. Salih.⏐He left." },
  { "initials", rap_bounds_sentence, "en", "Vice-President J.D. Smith spoke. The U.S. Army agreed.", "Vice-President J.D. Smith spoke.⏐The U.S. Army agreed." },
  { "numbers", rap_bounds_sentence, "en", "It rose 3.5 percent. Then it fell.", "It rose 3.5 percent.⏐Then it fell." },
  { "quoted", rap_bounds_sentence, "en", "“We agreed,” he said. “No.”", "“We agreed,” he said.⏐“No.”" },
  { "lines", rap_bounds_sentence, "en", "A headline\n\nThe text. More.", "A headline⏐The text.⏐More." },
  { "persian", rap_bounds_sentence, "fa", "او آمد. آیا رفت؟ بله!", "او آمد.⏐آیا رفت؟⏐بله!" },
  { "clauses", rap_bounds_clause, "en", "He came, saw; and left: done.", "He came⏐saw⏐and left⏐done." },
  { "clauses-dashes", rap_bounds_clause, "en", "The well-known Iran–Iraq pact – signed in 2015–2016 – lapsed—quietly -- again.",
    "The well-known Iran–Iraq pact⏐signed in 2015–2016⏐lapsed⏐quietly⏐again." },
  { "clauses-numbers", rap_bounds_clause, "en", "At 10:30, 3,500 men (of 4,000) came, Gen. A. Hatami said.",
    "At 10:30⏐3,500 men⏐of 4,000⏐came⏐Gen. A. Hatami said." },
  { "clauses-address", rap_bounds_clause, "en", "See https://a.example/b, please.", "See https://a.example/b⏐please." },
  { "clauses-quoted", rap_bounds_clause, "en", "“We agreed, and signed,” he said, adding, “no, never” twice.",
    "“We agreed, and signed,”⏐he said⏐adding⏐“no, never” twice." },
  { "clauses-persian", rap_bounds_clause, "fa", "او آمد، دید؛ و رفت.", "او آمد⏐دید⏐و رفت." },
  { "clauses-chinese", rap_bounds_clause, "zh", "他来了，看见了；走了。", "他来了⏐看见了⏐走了。" },
  { "clauses-one", rap_bounds_clause, "en", "Nothing divides this sentence.", "Nothing divides this sentence." },
  { "paragraphs", rap_bounds_paragraph, NULL, "  one two \n\nthree\n", "one two⏐three" },
  { "words", rap_bounds_word, "en", "Al-Sudani's visit", "Al⏐Sudani's⏐visit" },
  { "words-persian", rap_bounds_word, "fa", "می‌گوید باقری", "می‌گوید⏐باقری" },
  { "graphemes", rap_bounds_grapheme, NULL, "e\xcc\x81👨‍👩‍👧🇮🇶x", "e\xcc\x81⏐👨‍👩‍👧⏐🇮🇶⏐x" },
};

static void
test_walk (gconstpointer data)
{
  const WalkCase *test = data;
  g_autofree char *got = walk (test->text, test->language, test->func);

  g_assert_cmpstr (got, ==, test->expected);
}

static void
test_quotation (void)
{
  static const struct { const char *text; guint at; const char *expected; } cases[] = {
    { "He said “we agreed” today.", 12, "we agreed" },
    { "He said “we agreed” today.", 2, "" },
    { "He said “we agreed” today.", 22, "" },
    { "“they ‘never’ met”", 9, "never" },
    { "“they ‘never’ met”", 15, "they ‘never’ met" },
    { "“it’s Iraq’s day”", 14, "it’s Iraq’s day" },
    { "He «said» so", 6, "said" },
    { "„so etwas“ sagte er", 3, "so etwas" },
    { "a \"b c\" d \"e f\" g", 4, "b c" },
    { "a \"b c\" d \"e f\" g", 8, "" },
    { "a \"b c\" d \"e f\" g", 12, "e f" },
    { "“open only", 5, "" },
    { "the ‘ministers’ talks’ ended", 17, "ministers’ talks" },
    { "'It's the ministers' day', he said", 8, "It's the ministers" },
    { "It's the ministers' day, isn't it", 8, "" },
    { "in the '90s and '80s", 10, "" },
    { "»so etwas« sagte er", 3, "so etwas" },
    { "他说「我们『同意』了」。", 4, "我们『同意』了" },
    { "他说「我们『同意』了」。", 7, "同意" },
    { "او گفت «ما موافقیم» و رفت", 10, "ما موافقیم" },
    { "he said ”yes” twice", 10, "yes" },
    { "‹so› and ›so‹", 11, "so" },
    { "a 5\" gun, “b” c", 3, "" },
    { "“one “two” three” four", 3, "one “two” three" },
    { "“one.\n\n“Two.\n\n“Three.” Four.", 2, "one.\n\n“Two.\n\n“Three." },
    { "“one.\n\n“Two.\n\n“Three.” Four.", 9, "one.\n\n“Two.\n\n“Three." },
    { "“one.\n\n“Two.\n\n“Three.” Four.", 17, "one.\n\n“Two.\n\n“Three." },
    { "“one.\n\n“Two.\n\n“Three.” Four.", 25, "" },
    { "He said: “one.\n\n“Two ‘x’.” End", 20, "one.\n\n“Two ‘x’." },
    { "He said: “one.\n\n“Two ‘x’.” End", 22, "x" },
    { "“one.\n\nNo quotation. “Two.”", 2, "" },
    { "\"one.\n\"Two.\" End", 2, "one.\n\"Two." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapRange range = rap_bounds_quotation (cases[i].text, strlen (cases[i].text), cases[i].at, "en");
      g_autofree char *got = cut (cases[i].text, range);

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* Inside a quotation its own marks count, and it is never left. */
static void
test_clause_in_quotation (void)
{
  static const struct { guint at; const char *expected; } cases[] = {
    { 3, "We agreed" },
    { 15, "and signed" },
    { 26, "he said" },
    { 42, "no" },
    { 46, "never" },
    { 53, "adding “no, never” twice." },
  };
  const char *text = "“We agreed, and signed,” he said, adding “no, never” twice.";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = cut (text, rap_bounds_clause (text, strlen (text), cases[i].at, "en"));

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* From the innermost quotation outwards. */
static void
test_quotation_around (void)
{
  const char *text = "He said: “we ‘never “ever” met’ there.\n“So”, he added.";
  RapRange range = { 24, 24 };
  g_autoptr (GString) got = g_string_new (NULL);

  for (;;)
    {
      g_autofree char *passage = NULL;

      range = rap_bounds_quotation_around (text, strlen (text), range);
      if (rap_range_is_empty (range))
        break;
      passage = cut (text, range);
      g_string_append_printf (got, "[%s]", passage);
    }
  g_assert_cmpstr (got->str, ==, "[ever][never “ever” met][we ‘never “ever” met’ there.\n“So]");
}

/* Whatever the text: a clause is part of its sentence, holds the place or stands
 * next to it, and cuts no character as the reader sees it. */
static void
test_clause_of_anything (void)
{
  static const char * const pieces[] = { "word", " ", ", ", "; ", "“", "”", "\"", "’", "(", ")", " – ", "3,5", ". ", "e\xcc\x81", "👨‍👩‍👧",
                                         "و", "، ", "「", "」", "\n", "A." };
  g_autoptr (GRand) random = g_rand_new_with_seed (20201115);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (random, 1, 40);
      guint length, at;
      RapRange clause, sentence;

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      length = (guint) g_utf8_strlen (text->str, -1);
      at = (guint) g_rand_int_range (random, 0, (gint32) length + 1);
      clause = rap_bounds_clause (text->str, text->len, at, "en");
      sentence = rap_bounds_sentence (text->str, text->len, at, "en");
      if (rap_range_is_empty (clause))
        continue;
      g_assert_true (rap_range_contains (sentence, clause));
      g_assert_true (rap_range_equal (clause, rap_bounds_trim (text->str, text->len, clause)));
    }
}

static void
test_trim (void)
{
  static const struct { const char *text; RapRange range; RapRange expected; } cases[] = {
    { "  word  ", { 0, 8 }, { 2, 6 } },
    { "word", { 1, 3 }, { 1, 3 } },
    { "e\xcc\x81x", { 1, 3 }, { 0, 3 } },
    { "xe\xcc\x81", { 0, 2 }, { 0, 3 } },
    { "    ", { 1, 3 }, { 3, 3 } },
    { "word", { 2, 2 }, { 2, 2 } },
    { "one\n\ntwo", { 3, 8 }, { 5, 8 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapRange got = rap_bounds_trim (cases[i].text, strlen (cases[i].text), cases[i].range);

      g_assert_cmpuint (rap_range_length (got), ==, rap_range_length (cases[i].expected));
      g_assert_true (rap_range_is_empty (got) || rap_range_equal (got, cases[i].expected));
    }
}

/* All at once gives what one after the other gives, in each language. */
static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (walk_cases); i++)
    {
      const WalkCase *test = &walk_cases[i];
      g_autoptr (GArray) sentences = rap_bounds_sentences (test->text, strlen (test->text), test->language);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint k = 0; k < sentences->len && test->func == rap_bounds_sentence; k++)
        {
          g_autofree char *sentence = cut (test->text, g_array_index (sentences, RapRange, k));

          g_string_append_printf (got, "%s%s", k ? "⏐" : "", sentence);
        }
      if (test->func == rap_bounds_sentence)
        g_assert_cmpstr (got->str, ==, test->expected);
    }
}

/* From one end to the other and back by words and by graphemes. */
static void
test_nudge (void)
{
  const char *text = "Two words,\nand e\xcc\x81nd.";
  guint length = (guint) g_utf8_strlen (text, -1);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint at = 0; at < length; at = rap_bounds_next_word (text, strlen (text), at, "en"))
    g_string_append_printf (got, "%u ", at);
  g_string_append (got, "| ");
  for (guint at = length; at > 0; at = rap_bounds_previous_word (text, strlen (text), at, "en"))
    g_string_append_printf (got, "%u ", at);
  g_string_append (got, "| ");
  for (guint at = 13; at < length; at = rap_bounds_next_grapheme (text, strlen (text), at))
    g_string_append_printf (got, "%u ", at);
  g_string_append (got, "| ");
  for (guint at = length; at > 13; at = rap_bounds_previous_grapheme (text, strlen (text), at))
    g_string_append_printf (got, "%u ", at);
  g_assert_cmpstr (got->str, ==, "0 3 9 14 19 | 20 15 11 4 | 13 14 15 17 18 19 | 20 19 18 17 15 14 ");
}

static void
test_ends (void)
{
  RapRange range = rap_bounds_word ("", 0, 5, NULL);

  g_assert_true (rap_range_is_empty (range));
  g_assert_true (rap_range_is_empty (rap_bounds_sentence ("", 0, 0, "en")));
  g_assert_true (rap_range_is_empty (rap_bounds_grapheme ("ab", 2, 9, NULL)));
  g_assert_true (rap_range_equal (rap_bounds_word ("ab", 2, 99, NULL), ((RapRange) { 0, 2 })));
  g_assert_true (rap_range_equal (rap_bounds_word ("ab cd", 5, 2, NULL), ((RapRange) { 0, 2 })));
  g_assert_true (rap_range_equal (rap_bounds_word ("ab cd", 5, 3, "no such language"), ((RapRange) { 3, 5 })));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (walk_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/bounds/%s", walk_cases[i].name);

      g_test_add_data_func (path, &walk_cases[i], test_walk);
    }
  g_test_add_func ("/text/bounds/quotation", test_quotation);
  g_test_add_func ("/text/bounds/clause-in-quotation", test_clause_in_quotation);
  g_test_add_func ("/text/bounds/quotation-around", test_quotation_around);
  g_test_add_func ("/text/bounds/clause-of-anything", test_clause_of_anything);
  g_test_add_func ("/text/bounds/trim", test_trim);
  g_test_add_func ("/text/bounds/sentences-of-a-text", test_sentences);
  g_test_add_func ("/text/bounds/nudge", test_nudge);
  g_test_add_func ("/text/bounds/ends", test_ends);
  return g_test_run ();
}
