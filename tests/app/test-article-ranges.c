/* test-article-ranges.c
 *
 * Passages added to an annotation and taken out of it. No display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-ranges.h"

#define TEXT "one two three, four five"

/* "one two | four", or "-" for NULL. (transfer full) */
static char *
describe (const RapArticle *article,
          GArray           *ranges)
{
  GString *text;

  if (ranges == NULL)
    return g_strdup ("-");
  text = g_string_new (NULL);
  for (guint i = 0; i < ranges->len; i++)
    {
      g_autofree char *passage = rap_text_slice (article->text, g_array_index (ranges, RapRange, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", passage);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  RapRange    first;
  RapRange    second;   /* of the annotation; may be empty */
  RapRange    passage;
  const char *added;
  const char *removed;
} Case;

static const Case cases[] = {
  { { 0, 3 }, { 0, 0 }, { 8, 13 }, "one | three", "-" },
  { { 8, 13 }, { 0, 0 }, { 0, 3 }, "one | three", "-" },
  { { 0, 3 }, { 0, 0 }, { 4, 7 }, "one two", "-" },           /* only white space between */
  { { 0, 3 }, { 8, 13 }, { 4, 7 }, "one two three", "-" },
  { { 0, 7 }, { 0, 0 }, { 4, 13 }, "one two three", "one" },
  { { 0, 13 }, { 0, 0 }, { 4, 7 }, "-", "one | three" },
  { { 0, 3 }, { 15, 24 }, { 0, 24 }, "one two three, four five", "" },
  { { 0, 3 }, { 15, 24 }, { 15, 19 }, "-", "one | five" },
  { { 8, 13 }, { 0, 0 }, { 15, 19 }, "three | four", "-" },   /* a comma between */
};

static void
test_cases (void)
{
  g_autoptr (RapArticle) article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));

  article->text = rap_text_new (TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RapRange ranges[] = { cases[i].first, cases[i].second };
      g_autoptr (RapAnchor) anchor = rap_anchor_new (article->text, ranges, rap_range_is_empty (ranges[1]) ? 1 : 2);
      g_autoptr (GArray) added = rap_article_ranges_add (article, anchor, cases[i].passage);
      g_autoptr (GArray) removed = rap_article_ranges_remove (article, anchor, cases[i].passage);
      g_autofree char *got_added = describe (article, added);
      g_autofree char *got_removed = describe (article, removed);

      g_assert_cmpstr (got_added, ==, cases[i].added);
      g_assert_cmpstr (got_removed, ==, cases[i].removed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/article-ranges/cases", test_cases);
  return g_test_run ();
}
