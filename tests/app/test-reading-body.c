/* test-reading-body.c
 *
 * Putting passages to the body of an article and taking them out, and whether
 * a byline only repeats the outlet. No display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-reading-body.h"
#include "rap-reading-words.h"

/* [ and ] enclose the body, { and } the passage; all are taken out. */
static const struct
{
  const char *text;
  const char *added;     /* the same afterwards, without the passage; NULL: nothing to do */
  const char *removed;
} cases[] = {
  { "Menu\n{[Report.]}", NULL, "" },
  { "{Menu}\n[Report.]", "[Menu\nReport.]", NULL },
  { "Menu\n{More}\n[Report.]", "Menu\n[More\nReport.]", NULL },
  { "{Menu}\nMore\n[Report.]", "[Menu]\nMore\n[Report.]", NULL },
  { "[One.]\n{Also read}\n[Two.]", "[One.\nAlso read\nTwo.]", NULL },
  { "[One.]\nx {y} z\n[Two.]", "[One.]\nx [y] z\n[Two.]", NULL },
  { "[One. {Two.} Three.]", NULL, "[One.] Two. [Three.]" },
  { "[One.]\n[Tw{o. Three.]\n[Fo}ur.]", "[One.]\n[Two. Three.\nFour.]", "[One.]\n[Tw]o. Three.\nFo[ur.]" },
  { "[A.]\n{B.\n[C.]\nD.}\n[E.]", "[A.\nB.\nC.\nD.\nE.]", "[A.]\nB.\nC.\nD.\n[E.]" },
  { "One. {Two.}", "One. [Two.]", "[One.] Two." },
  { "منو\n{خبر}\n[گزارش 😀]", "منو\n[خبر\nگزارش 😀]", NULL },
};

static RapArticle *
read_case (const char *marked,
           RapRange   *passage)
{
  RapArticle *article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));
  g_autoptr (GString) text = g_string_new (NULL);
  RapRange range = { 0, 0 };
  guint offset = 0;

  article->body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '[')
        range.start = offset;
      else if (*p == '{')
        passage->start = offset;
      else if (*p == '}')
        passage->end = offset;
      else if (*p == ']')
        {
          range.end = offset;
          g_array_append_val (article->body, range);
        }
      else
        {
          g_string_append_unichar (text, g_utf8_get_char (p));
          offset++;
        }
    }
  article->text = rap_text_new (text->str);
  return article;
}

/* The text with brackets around the ranges; "" without any, NULL for NULL. (transfer full) */
static char *
show (const RapArticle *article,
      const GArray     *body)
{
  GString *shown = g_string_new (NULL);
  guint offset = 0, next = 0;

  if (body == NULL || body->len == 0)
    return g_string_free (shown, body == NULL);
  for (const char *p = rap_text_get_utf8 (article->text); ; p = g_utf8_next_char (p), offset++)
    {
      if (next < body->len && g_array_index (body, RapRange, next).end == offset)
        {
          g_string_append_c (shown, ']');
          next++;
        }
      if (next < body->len && g_array_index (body, RapRange, next).start == offset)
        g_string_append_c (shown, '[');
      if (*p == '\0')
        break;
      g_string_append_unichar (shown, g_utf8_get_char (p));
    }
  g_assert_cmpuint (next, ==, body->len);
  return g_string_free (shown, FALSE);
}

static void
test_body (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapRange passage = { 0, 0 };
      g_autoptr (RapArticle) article = read_case (cases[i].text, &passage);
      g_autoptr (GArray) added = rap_reading_body_add (article, passage);
      g_autoptr (GArray) removed = rap_reading_body_remove (article, passage);
      g_autofree char *after_adding = show (article, added);
      g_autofree char *after_removing = show (article, removed);

      g_assert_cmpstr (after_adding, ==, cases[i].added);
      g_assert_cmpstr (after_removing, ==, cases[i].removed);
    }
}

static void
test_names (void)
{
  static const struct { const char *a, *b; gboolean same; } names[] = {
    { "Press TV", "PressTV", TRUE },
    { "By Press TV", "Press TV", FALSE },
    { "THE MEDIA LINE", "The Media Line.", TRUE },
    { "", "", FALSE },
    { NULL, "Tasnim", FALSE },
    { "دیدبان الوند", "دیدبان‌الوند", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (rap_reading_words_is_same_name (names[i].a, names[i].b), ==, names[i].same);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/reading-body/body", test_body);
  g_test_add_func ("/app/reading-body/names", test_names);
  return g_test_run ();
}
