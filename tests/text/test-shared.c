/* test-shared.c
 *
 * Two texts side by side: equal, changed, moved, split and joined sentences,
 * what only one has; scripts without spaces, right-to-left and combining text;
 * invariants over random copies; time in proportion to the texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shared.h"

#include <string.h>

static void
append_range (GString    *out,
              const char *text,
              RapRange    range)
{
  g_autofree char *part = g_utf8_substring (text, range.start, range.end);

  g_string_append (out, part);
}

/* "=A|B" for the same words, "~A|B {old>new}" for near ones, "*" before what was moved, then "-A" and "+B" for what one
 * alone has; a line each. */
static char *
show (const char *a,
      const char *b,
      const char *language)
{
  g_autoptr (RapTextAlignment) self = rap_text_alignment (a, NULL, 0, b, NULL, 0, language);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->passages->len; i++)
    {
      RapSharedPassage passage = g_array_index (self->passages, RapSharedPassage, i);

      g_string_append (out, passage.moved ? "*" : "");
      g_string_append (out, passage.exact ? "=" : "~");
      append_range (out, a, passage.a);
      g_string_append_c (out, '|');
      append_range (out, b, passage.b);
      for (guint k = 0; k < passage.n_changes; k++)
        {
          RapSharedChange change = g_array_index (self->changes, RapSharedChange, passage.first_change + k);

          g_string_append (out, " {");
          append_range (out, a, change.a);
          g_string_append_c (out, '>');
          append_range (out, b, change.b);
          g_string_append_c (out, '}');
        }
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->only_a->len + self->only_b->len; i++)
    {
      gboolean in_a = i < self->only_a->len;

      g_string_append_c (out, in_a ? '-' : '+');
      append_range (out, in_a ? a : b, in_a ? g_array_index (self->only_a, RapRange, i)
                                            : g_array_index (self->only_b, RapRange, i - self->only_a->len));
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *a, *b, *language, *expected;
} cases[] = {
  { "", "", NULL, "" },
  { "Only here.", "", "en", "-Only here.\n" },
  { "The envoy left. Talks go on.", "THE ENVOY LEFT!\nTalks go on", "en", "=The envoy left.|THE ENVOY LEFT!\n=Talks go on.|Talks go on\n" },
  { "The envoy met the minister in Meridian on Sunday. It rained.",
    "The special envoy met the minister in Meridian. It rained.", "en",
    "~The envoy met the minister in Meridian on Sunday.|The special envoy met the minister in Meridian. {>special} {on Sunday>}\n"
    "=It rained.|It rained.\n" },
  /* told in other words: one change, not crumbs */
  { "The paper on the border will be signed in the near future, the general said.",
    "The paper on the border will be signed before the end of spring, the general said.", "en",
    "~The paper on the border will be signed in the near future, the general said.|"
    "The paper on the border will be signed before the end of spring, the general said. {in the near future>before the end of spring}\n" },
  { "Alpha came first of all. Beta was the second one. Gamma ended the row.",
    "Gamma ended the row. Alpha came first of all. Beta was the second one.", "en",
    "=Alpha came first of all.|Alpha came first of all.\n=Beta was the second one.|Beta was the second one.\n"
    "*=Gamma ended the row.|Gamma ended the row.\n" },
  /* one sentence becomes two, and two become one */
  { "The delegation inspected the northern port and then travelled on to the refinery near Adria.",
    "The delegation inspected the northern port. It then travelled on to the refinery near Adria.", "en",
    "~The delegation inspected the northern port and then travelled on to the refinery near Adria.|"
    "The delegation inspected the northern port. It then travelled on to the refinery near Adria. {and>It}\n" },
  { "The delegation inspected the northern port. It then travelled on to the refinery near Adria.",
    "The delegation inspected the northern port and then travelled on to the refinery near Adria.", "en",
    "~The delegation inspected the northern port. It then travelled on to the refinery near Adria.|"
    "The delegation inspected the northern port and then travelled on to the refinery near Adria. {It>and}\n" },
  /* little words in common do not make a pair */
  { "The farmers of the south count their losses.", "The pilots of the fleet know their ships.", "en",
    "-The farmers of the south count their losses.\n+The pilots of the fleet know their ships.\n" },
  /* the same sentence twice is two sentences */
  { "He said no. He said no.", "He said no.", "en", "=He said no.|He said no.\n-He said no.\n" },
  /* letter variants and joiners do not count, words that differ do; ranges take whole words with their marks */
  { "وزير الدفاع وصل إلى العاصمة يوم الأحد. لم يذكر التفاصيل.", "وزیر الدفاع وصل الى العاصمة یوم الاحد.", "ar",
    "=وزير الدفاع وصل إلى العاصمة يوم الأحد.|وزیر الدفاع وصل الى العاصمة یوم الاحد.\n-لم يذكر التفاصيل.\n" },
  { "فرمانده می\u200cگوید نشست دوم در تهران برگزار شد.", "فرمانده میگوید نشست سوم در تهران برگزار شد.", "fa",
    "~فرمانده می\u200cگوید نشست دوم در تهران برگزار شد.|فرمانده میگوید نشست سوم در تهران برگزار شد. {دوم>سوم}\n" },
  { "Le ge\u0301ne\u0301ral a e\u0301te\u0301 rec\u0327u au palais hier soir.", "Le général a été reçu au palais lundi soir.", "fr",
    "~Le ge\u0301ne\u0301ral a e\u0301te\u0301 rec\u0327u au palais hier soir.|Le général a été reçu au palais lundi soir. {hier>lundi}\n" },
  { "国防部长星期日在首都会见了参谋长。会谈持续两小时。", "国防部长星期一在首都会见了参谋长。", "zh",
    "~国防部长星期日在首都会见了参谋长。|国防部长星期一在首都会见了参谋长。 {日>一}\n-会谈持续两小时。\n" },
  { "Встреча прошла в столице в воскресенье. Подробностей нет.", "ВСТРЕЧА прошла в столице в понедельник.", "ru",
    "~Встреча прошла в столице в воскресенье.|ВСТРЕЧА прошла в столице в понедельник. {воскресенье>понедельник}\n-Подробностей нет.\n" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].a, cases[i].b, cases[i].language);

      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

/* Only the ranges count, and their offsets are those of the whole text. */
static void
test_ranges (void)
{
  const char *a = "Menü ☰ Über uns\nThe envoy left on Sunday.\nAlso read this.\nTalks go on.";
  const char *b = "The envoy left on Sunday. Talks go on. Also read this.";
  RapRange body_a[] = { { 16, 41 }, { 58, 70 } };
  RapRange body_b[] = { { 0, 38 } };
  g_autoptr (RapTextAlignment) self = rap_text_alignment (a, body_a, 2, b, body_b, 1, "en");
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->passages->len; i++)
    {
      RapSharedPassage passage = g_array_index (self->passages, RapSharedPassage, i);

      append_range (out, a, passage.a);
      g_string_append_printf (out, "|%u-%u|%u-%u\n", passage.a.start, passage.a.end, passage.b.start, passage.b.end);
    }
  g_assert_cmpstr (out->str, ==, "The envoy left on Sunday.|16-41|0-25\nTalks go on.|58-70|26-38\n");
  g_assert_cmpuint (self->only_a->len + self->only_b->len, ==, 0);
  g_assert_cmpfloat (self->part_a, ==, 1);
  g_assert_cmpfloat (self->part_b, ==, 1);
}

/* Sentences of made-up words; a copy loses, changes, adds and moves some. */
static GPtrArray *
make_sentences (GRand *random,
                guint  n)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      GString *sentence = g_string_new ("So");

      for (guint k = g_rand_int (random) % 20; k < 25; k++)
        g_string_append_printf (sentence, " %c%x", 'b' + k % 2, g_rand_int (random) % 3000);
      g_string_append_c (sentence, '.');
      g_ptr_array_add (sentences, g_string_free (sentence, FALSE));
    }
  return sentences;
}

static char *
join (GPtrArray *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", (char *) sentences->pdata[i], i % 5 == 4 ? "\n\n" : " ");
  return g_string_free (text, FALSE);
}

static guint
sum_words (const char *text,
           RapRange    range)
{
  guint n = 0;
  g_autofree char *part = g_utf8_substring (text, range.start, range.end);
  g_auto (GStrv) words = g_strsplit (part, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

/* Every sentence is in exactly one place; changes lie in their passage, in order; what is not changed has as many words
 * on either side. */
static void
check_invariants (const RapTextAlignment *self,
                  const char             *a,
                  const char             *b,
                  guint                   n_a)
{
  guint seen = self->only_a->len, at = 0;

  for (guint i = 0; i < self->passages->len; i++)
    {
      RapSharedPassage passage = g_array_index (self->passages, RapSharedPassage, i);
      guint words_a = sum_words (a, passage.a), words_b = sum_words (b, passage.b);
      RapRange before = { passage.a.start, passage.b.start };

      g_assert_cmpuint (passage.a.start, >=, at);
      at = passage.a.end;
      for (const char *p = g_utf8_offset_to_pointer (a, passage.a.start); p < g_utf8_offset_to_pointer (a, passage.a.end); p++)
        seen += *p == '.';
      for (guint k = 0; k < passage.n_changes; k++)
        {
          RapSharedChange change = g_array_index (self->changes, RapSharedChange, passage.first_change + k);

          g_assert_true (rap_range_contains (passage.a, change.a) && rap_range_contains (passage.b, change.b));
          g_assert_true (change.a.start >= before.start && change.b.start >= before.end);
          g_assert_false (rap_range_is_empty (change.a) && rap_range_is_empty (change.b));
          before = (RapRange) { change.a.end, change.b.end };
          words_a -= rap_range_is_empty (change.a) ? 0 : sum_words (a, change.a);
          words_b -= rap_range_is_empty (change.b) ? 0 : sum_words (b, change.b);
        }
      g_assert_cmpuint (words_a, ==, words_b);
      g_assert_true (passage.exact == (passage.n_changes == 0));
    }
  g_assert_cmpuint (seen, ==, n_a);
}

static void
test_random_copies (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GPtrArray) sentences = make_sentences (random, 40);
      g_autofree char *a = join (sentences);
      g_autofree char *b = NULL;
      g_autoptr (RapTextAlignment) self = NULL;
      guint n_changed = 0, n_moved = 0;

      for (guint i = 0; i < 40; i += 4)
        {
          char **sentence = (char **) &sentences->pdata[i];
          char *space = strchr (*sentence + 6, ' ');

          memcpy (space + 1, "x", 1);
          n_changed++;
        }
      g_ptr_array_add (sentences, g_ptr_array_steal_index (sentences, 1));
      g_ptr_array_remove_index (sentences, 9);
      b = join (sentences);
      self = rap_text_alignment (a, NULL, 0, b, NULL, 0, "en");
      check_invariants (self, a, b, 40);
      g_assert_cmpuint (self->passages->len, ==, 39);
      for (guint i = 0; i < self->passages->len; i++)
        {
          RapSharedPassage passage = g_array_index (self->passages, RapSharedPassage, i);

          n_changed -= !passage.exact;
          n_moved += passage.moved;
        }
      g_assert_cmpuint (n_moved, ==, 1);
      g_assert_cmpuint (n_changed, <=, 1);
    }
}

/* Ten times the text takes about ten times as long, also when every sentence has the same words in it. */
static void
test_linear (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  double seconds[2];

  for (guint i = 0; i < 2; i++)
    {
      guint n = i == 0 ? 500 : 5000;
      g_autoptr (GPtrArray) first = make_sentences (random, n);
      g_autoptr (GPtrArray) second = make_sentences (random, n);
      g_autofree char *a = join (first);
      g_autofree char *b = join (second);
      g_autoptr (RapTextAlignment) self = NULL;

      g_test_timer_start ();
      self = rap_text_alignment (a, NULL, 0, b, NULL, 0, "en");
      seconds[i] = g_test_timer_elapsed ();
      g_assert_cmpuint (self->only_a->len, >, n / 2);
    }
  g_test_message ("%.0f ms and %.0f ms", seconds[0] * 1000, seconds[1] * 1000);
  g_assert_cmpfloat (seconds[1], <, 40 * seconds[0] + 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/shared/cases", test_cases);
  g_test_add_func ("/text/shared/ranges", test_ranges);
  g_test_add_func ("/text/shared/random-copies", test_random_copies);
  g_test_add_func ("/text/shared/linear", test_linear);
  return g_test_run ();
}
