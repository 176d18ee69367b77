/* test-hostile.c
 *
 * Pages made to hurt: deep nesting, absurd attributes, endless lines, markup
 * that never closes. Each must be read in a time that grows with its size; the
 * limit is wide, a quadratic reading misses it by far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-bounds.h"
#include "rap-decode.h"
#include "rap-extract.h"
#include "rap-fold.h"

#define LIMIT_SECONDS 20
#define LAST "The last sentence of the page stands here."

typedef struct
{
  const char *name;
  const char *unit;
  guint times;
} Case;

static const Case html_cases[] = {
  { "nested-div", "<div>", 100000 },
  { "nested-table", "<table><tr><td>", 100000 },
  { "nested-list", "<ul><li>", 100000 },
  { "nested-span", "<span class=x>", 100000 },
  { "open-bold", "<b><p>x", 20000 },
  { "open-fonts", "<font><div>x</div>", 20000 },
  { "stray-ends", "</b></div></p><i>", 50000 },
  { "attributes", "", 100000 },
  { "comments", "<!-- x", 200000 },
  { "many-blocks", "<p>The name of it.</p>", 100000 },
  { "many-links", "<div><a href=x>y</a></div>", 100000 },
  { "quotes", "<a x=\"", 100000 },
  { "open-drawings", "<svg><path d='M0 0'>", 50000 },
  { "drawings", "<svg><path d='M0 0'></svg>", 50000 },
  { "scripts", "<script>if (a</b) x</script>", 50000 },
  { "articles", "<article><h1>The name of it all</h1><p>The name of it stands here again.</p>", 20000 },
  { "cells", "<tr><td>1<td>2", 50000 },
};

static char *
make_page (const Case *test)
{
  GString *page = g_string_new ("<html><body><p>" LAST "</p>");

  if (*test->unit == '\0')
    g_string_append (page, "<div ");
  for (guint i = 0; i < test->times; i++)
    {
      if (*test->unit == '\0')
        g_string_append_printf (page, "a%u=1 ", i);
      else
        g_string_append (page, test->unit);
    }
  if (*test->unit == '\0')
    g_string_append (page, ">");
  return g_string_free (page, FALSE);
}

static void
test_html (gconstpointer data)
{
  g_autofree char *page = make_page (data);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (RapExtract) extract = rap_extract_html (page);

  g_assert_nonnull (g_strstr_len (extract->text, -1, LAST));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, LIMIT_SECONDS);
}

static char *
repeat (const char *unit,
        guint       times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

static void
test_long_line (void)
{
  g_autofree char *text = repeat ("word and more, ", 700000);
  gsize n = strlen (text);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (RapExtract) plain = rap_extract_text (text);
  g_autoptr (RapExtract) html = rap_extract_html (text);
  RapRange word = rap_bounds_word (text, n, 5000001, "en");
  RapRange sentence = rap_bounds_sentence (text, n, 5000001, "en");

  g_assert_cmpuint (rap_range_length (word), ==, 3);
  g_assert_true (rap_range_contains (sentence, word));
  g_assert_cmpuint (plain->ranges->len, ==, 1);
  g_assert_nonnull (html->text);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, LIMIT_SECONDS);
}

static void
test_many_lines (void)
{
  g_autofree char *text = repeat ("The Name\n", 300000);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (RapExtract) extract = rap_extract_text (text);
  g_autoptr (GArray) places = rap_find_name (text, "name");

  g_assert_cmpuint (extract->ranges->len, ==, 0);
  g_assert_cmpuint (places->len, ==, 300000);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, LIMIT_SECONDS);
}

/* Whatever the bytes are, what comes out is valid and the ranges lie in it. */
static void
test_random (void)
{
  static const char alphabet[] = "<>/\"'=!-& \n.pdiva0\xc3\xa9\xff\xe2\x80\xa8\x00";

  for (guint round = 0; round < 3000; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 200);
      g_autofree char *raw = g_malloc (n);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < n; i++)
        raw[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - (round % 4 ? 2 : 1))];
      bytes = g_bytes_new (raw, n);
      rap_detect_kind (bytes);
      text = rap_decode (bytes, NULL, NULL, NULL);
      for (guint html = 0; text != NULL && html < 2; html++)
        {
          g_autoptr (RapExtract) extract = html ? rap_extract_html (text) : rap_extract_text (text);
          guint length = (guint) g_utf8_strlen (extract->text, -1);

          g_assert_true (g_utf8_validate (extract->text, -1, NULL));
          for (guint i = 0; i < extract->ranges->len; i++)
            g_assert_cmpuint (g_array_index (extract->ranges, RapRange, i).end, <=, length);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (html_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/hostile/%s", html_cases[i].name);

      g_test_add_data_func (path, &html_cases[i], test_html);
    }
  g_test_add_func ("/text/hostile/long-line", test_long_line);
  g_test_add_func ("/text/hostile/many-lines", test_many_lines);
  g_test_add_func ("/text/hostile/random", test_random);
  return g_test_run ();
}
