/* test-map-rows.c
 *
 * The map beside an article: heights of places and rows of colours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-map-rows.h"

/* (transfer full) */
static RapArticle *
make_article (const char     *text,
              const RapRange *body,
              guint           n)
{
  RapArticle *article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));

  article->text = rap_text_new (text);
  article->body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_array_append_vals (article->body, body, n);
  return article;
}

/* Shares of some places in hundredths, and the way back. */
static char *
describe (const RapMapScale *scale,
          guint              length)
{
  GString *text = g_string_new (NULL);
  double last = 0;

  for (guint at = 0; at <= length; at++)
    {
      double share = rap_map_scale_to_share (scale, at);

      g_assert_cmpfloat (share, >=, last);
      last = share;
      g_string_append_printf (text, "%s%.0f", at > 0 ? " " : "", share * 100);
    }
  g_string_append (text, " |");
  for (guint i = 0; i <= 4; i++)
    g_string_append_printf (text, " %u", rap_map_scale_to_offset (scale, i / 4.0));
  return g_string_free (text, FALSE);
}

static void
test_scale (void)
{
  static const struct { const char *text; RapRange body; const char *expected; } cases[] = {
    { "abcd\nefgh", { 0, 9 }, "0 10 20 30 40 50 60 70 80 90 | 0 2 5 7 9" },
    { "menu\nefgh", { 5, 9 }, "0 0 0 0 0 0 20 40 60 80 | 5 6 7 8 9" },
    { "", { 0, 0 }, "0 | 0 0 0 0 0" },
    { "a", { 0, 1 }, "0 50 | 0 0 0 0 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapArticle) article = make_article (cases[i].text, &cases[i].body, !rap_range_is_empty (cases[i].body));
      g_autoptr (RapMapScale) scale = rap_map_scale_new (article);
      g_autofree char *got = describe (scale, rap_text_get_length (article->text));

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* A row of digits for each column, "." for nothing. */
static char *
draw (const guint32 *cells,
      guint          n_rows,
      guint          n_columns)
{
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < n_columns; column++)
    {
      if (column > 0)
        g_string_append_c (text, ' ');
      for (guint row = 0; row < n_rows; row++)
        {
          guint32 colour = cells[row * n_columns + column];

          g_string_append_c (text, colour == 0 ? '.' : (char) ('0' + colour));
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  static const RapMapTick ticks[] = {
    { 0.0, 0.2, 0, 0, 1 },
    { 0.1, 0.1, 0, 2, 2 },     /* heavier, though it comes before */
    { 0.1, 0.15, 0, 1, 3 },
    { 0.5, 0.5, 1, 0, 4 },     /* at least two rows */
    { 1.0, 1.0, 1, 0, 5 },     /* at the end, inside */
    { 0.3, 0.4, 7, 0, 6 },     /* no such column */
  };
  guint32 cells[20];
  g_autofree char *got = NULL;

  rap_map_rows_fill (cells, 10, 2, 2, ticks, G_N_ELEMENTS (ticks));
  got = draw (cells, 10, 2);
  g_assert_cmpstr (got, ==, "122....... .....44.55");
}

/* More annotations than rows: nothing is written outside, every row is taken. */
static void
test_dense (void)
{
  enum { N_TICKS = 10000, N_ROWS = 300 };
  g_autofree RapMapTick *ticks = g_new0 (RapMapTick, N_TICKS);
  g_autofree guint32 *cells = g_new0 (guint32, N_ROWS * 4 + 4);

  for (guint i = 0; i < N_TICKS; i++)
    ticks[i] = (RapMapTick) { i / (double) N_TICKS, (i + 5) / (double) N_TICKS, i % 4, 0, 1 };
  cells[N_ROWS * 4] = 77;
  rap_map_rows_fill (cells, N_ROWS, 4, 2, ticks, N_TICKS);
  g_assert_cmpuint (cells[N_ROWS * 4], ==, 77);
  for (guint i = 0; i < N_ROWS * 4; i++)
    g_assert_cmpuint (cells[i], ==, 1);
  rap_map_rows_fill (cells, 0, 4, 2, ticks, N_TICKS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/map-rows/scale", test_scale);
  g_test_add_func ("/app/map-rows/rows", test_rows);
  g_test_add_func ("/app/map-rows/dense", test_dense);
  return g_test_run ();
}
