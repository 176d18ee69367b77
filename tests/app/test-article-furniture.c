/* test-article-furniture.c
 *
 * Blocks of page furniture, and the widths of the reading column. No display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-article-column.h"
#include "rap-article-furniture.h"

typedef struct
{
  const char *name;
  const char *text;      /* [ and ] enclose the body and are taken out */
  const char *expected;  /* "start-end/lines" of each block */
} Case;

static const Case cases[] = {
  { "all body", "[One.\nTwo.]", "" },
  { "no body", "Menu\nMore", "" },
  { "menu before", "Menu\nSearch\n\n[Report.]", "0-13/2" },
  { "footer after", "[Report.]\n\nDonate\nFollow us", "9-25/2" },
  { "between paragraphs", "[One.]\n\nAlso read\n\n[Two.]", "6-17/1" },
  { "blank lines alone", "[One.]\n\n\n[Two.]", "" },
  { "part of a line is body", "By Ann [Report.]\nMenu", "15-19/1" },
  { "blank lines inside a block", "A\n\nB\n[x]", "0-5/2" },
  { "several", "a\n[b]\nc\n[d]\ne", "0-2/1 4-6/1 8-9/1" },
  { "not only ASCII", "منو\n[گزارش]\n😀", "0-4/1 10-11/1" },
};

/* The text without its brackets, with the ranges they enclose. */
static RapArticle *
make_article (const char *marked)
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

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RapArticle) article = make_article (test->text);
  g_autoptr (GArray) blocks = rap_article_furniture_find (article);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const RapFurniture *block = &g_array_index (blocks, RapFurniture, i);

      g_string_append_printf (found, "%s%u-%u/%u", i > 0 ? " " : "",
                              block->range.start, block->range.end, block->n_lines);
    }
  g_assert_cmpstr (found->str, ==, test->expected);
}

/* Only what has lines of the report and others runs across. */
static void
test_crossing (void)
{
  static const struct { const char *text; RapRange range; gboolean crosses; } crossings[] = {
    { "[One.]\nMenu\n[Two.]", { 0, 4 }, FALSE },
    { "[One.]\nMenu\n[Two.]", { 0, 6 }, TRUE },
    { "[One.]\nMenu\n[Two.]", { 1, 12 }, TRUE },
    { "[One.]\nMenu\n[Two.]", { 5, 9 }, FALSE },
    { "[One.]\nMenu\n[Two.]", { 7, 11 }, TRUE },
    { "[One.]\n\n \n[Two.]", { 0, 12 }, FALSE },
    { "By Ann [Report.]\nMenu", { 0, 12 }, FALSE },
    { "Menu\nMore", { 0, 9 }, FALSE },
    { "منو\n[گزارش]", { 2, 6 }, TRUE },
    { "", { 0, 0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (crossings); i++)
    {
      g_autoptr (RapArticle) article = make_article (crossings[i].text);

      g_assert_cmpint (rap_article_crosses_furniture (article, crossings[i].range), ==, crossings[i].crosses);
    }
}

/* The text keeps its width, the margin never touches it, and both are inside;
 * a margin that is not used makes no text narrower. */
static void
test_column (void)
{
  for (int options = 0; options < 4; options++)
    for (int total = 320; total < 2400; total += 7)
      {
        gboolean mirrored = (options & 1) != 0;
        gboolean used = (options & 2) != 0;
        RapColumn column = rap_column_place (total, 600, used, mirrored);
        int near = mirrored ? column.margin_x + column.margin_width : column.x + column.width;
        int far = mirrored ? column.x : column.margin_x;

        g_assert_cmpint (column.width, <=, 600);
        g_assert_cmpint (column.x, >=, 0);
        g_assert_cmpint (column.x + column.width, <=, total);
        if (!used)
          g_assert_cmpint (column.width, ==, MIN (600, total - 2 * RAP_COLUMN_SIDE));
        if (column.margin_width == 0)
          continue;
        g_assert_cmpint (far - near, ==, RAP_COLUMN_GAP);
        g_assert_cmpint (column.margin_x, >=, 0);
        g_assert_cmpint (column.margin_x + column.margin_width, <=, total);
      }
  g_assert_cmpint (rap_column_place (400, 600, TRUE, FALSE).margin_width, ==, 0);
  g_assert_cmpint (rap_column_place (800, 600, FALSE, FALSE).margin_width, ==, 0);
  g_assert_cmpint (rap_column_place (1600, 600, FALSE, FALSE).margin_width, ==, RAP_COLUMN_MARGIN_MAX);
  g_assert_cmpint (rap_column_place (1600, 600, TRUE, FALSE).margin_width, ==, RAP_COLUMN_MARGIN_MAX);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/article-furniture/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/app/article-furniture/crossing", test_crossing);
  g_test_add_func ("/app/article-column/inside", test_column);
  return g_test_run ();
}
