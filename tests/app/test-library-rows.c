/* test-library-rows.c
 *
 * What the rows of the library say, of each kind and with each choice of cells,
 * and where the columns of its table stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-columns.h"

/* (transfer full) */
static RapHeader *
make_header (RapKind     kind,
             const char *title,
             const char *subtitle,
             const char *when,
             const char *tag)
{
  RapHeader *header = rap_header_new (kind);

  header->title = g_strdup (title);
  header->subtitle = g_strdup (subtitle);
  header->when = g_strdup (when);
  header->tag = g_strdup (tag);
  header->n_claims = 2;
  header->n_meetings = 1;
  return header;
}

/* "badge icon title / line / end signs / what a reader hears" (transfer full) */
static char *
describe (const RapHeader *header)
{
  g_autoptr (RapRowFace) face = rap_row_face_new (header);
  g_autofree char *words = rap_row_face_describe (header);

  return g_strdup_printf ("%s%s%s%s / %s / %s%s%s%s / %s", face->badge != NULL ? face->badge : "", face->icon != NULL ? face->icon : "",
                          face->badge != NULL || face->icon != NULL ? " " : "", face->title, face->line != NULL ? face->line : "-",
                          face->end != NULL ? face->end : "-", face->is_fresh ? " fresh" : "", face->is_warned ? " warned" : "",
                          face->is_hedged ? " hedged" : "", words);
}

static void
test_articles (void)
{
  static const struct
  {
    guint       cells;
    guint       mark;
    const char *outlet;
    const char *when;
    const char *expected;
  } rows[] = {
    { RAP_CELL_OUTLET | RAP_CELL_DATE | RAP_CELL_COUNTS, 0, "Tasnim", "2022-11-08",
      "T / Tasnim / 8 Nov 2022 · 3 / Tasnim, 8 Nov 2022 · 3" },
    { RAP_CELL_OUTLET | RAP_CELL_DATE, 1, "", NULL, "T / outlet unknown /  / outlet unknown" },
    { RAP_CELL_DATE | RAP_CELL_LANGUAGE, 1, "Tasnim", "2022", "T / - / fa · 2022 / fa · 2022" },
    { RAP_CELL_MARK, 0, "Tasnim", "2022", "T / - /  fresh / unread" },
    { RAP_CELL_MARK, 1, "Tasnim", "2022", "T / - /  / " },
    { RAP_CELL_MARK | RAP_CELL_DATE, 2, "Tasnim", "2022-11", "T / - / done · Nov 2022 / done · Nov 2022" },
    { 0, 0, "Tasnim", "2022", "T / - /  / " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapHeader) header = make_header (RAP_KIND_ARTICLE, "T", rows[i].outlet, rows[i].when, "fa");
      g_autofree char *result = NULL;

      header->n_articles = rows[i].mark;
      rap_row_face_set_cells (rows[i].cells);
      result = describe (header);
      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

static void
test_kinds (void)
{
  static const struct
  {
    RapKind     kind;
    const char *title;
    const char *subtitle;
    const char *when;
    const char *tag;
    gboolean    sign;
    const char *expected;
  } rows[] = {
    { RAP_KIND_CLAIM, "Q", "Bagheri", NULL, "PR-", TRUE, "PR− Q / Bagheri / - hedged / probably not, Bagheri, hedged" },
    { RAP_KIND_CLAIM, "", "", NULL, "CT+", FALSE, "CT+ Untitled / no speaker / - / certain, no speaker" },
    { RAP_KIND_MEETING, "M", "Tehran", "2020-11", "planned", TRUE,
      "M / Nov 2020 · Tehran · planned / 1 article warned / Reports contradict each other, Nov 2020 · Tehran · planned, 1 article" },
    { RAP_KIND_MEETING, "M", "", NULL, "held", FALSE, "M / undated / 1 article / undated, 1 article" },
    { RAP_KIND_ENTITY, "E", "Baqeri, باقری", NULL, "person", FALSE,
      "avatar-default-symbolic E / person · Baqeri, باقری / 2 claims · 1 meeting / person · Baqeri, باقری, 2 claims · 1 meeting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapHeader) header = make_header (rows[i].kind, rows[i].title, rows[i].subtitle, rows[i].when, rows[i].tag);
      g_autofree char *result = NULL;

      header->n_articles = 1;
      header->contested = header->hedged = rows[i].sign;
      result = describe (header);
      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* "heading start+width" of every column; in a narrow row the title keeps two fifths. */
static void
test_columns (void)
{
  static const struct
  {
    guint       cells;
    int         width;
    guint       resized;
    int         to;
    const char *expected;
  } rows[] = {
    { RAP_CELL_OUTLET | RAP_CELL_DATE, 1000, RAP_CELL_NONE, 0, "Title 0+700, Outlet 700+180, Date 880+120" },
    { RAP_CELL_DATE | RAP_CELL_MARK, 1000, RAP_CELL_DATE, 200, "Title 0+690, Date 690+200, Reading Mark 890+110" },
    { RAP_CELL_DATE, 1000, RAP_CELL_DATE, 1, "Title 0+952, Date 952+48" },
    { RAP_CELL_OUTLET | RAP_CELL_LANGUAGE | RAP_CELL_DATE, 300, RAP_CELL_DATE, 80, "Title 0+120, Outlet 120+90, Date 210+40, Language 250+50" },
    { 0, 500, RAP_CELL_NONE, 0, "Title 0+500" },
  };
  g_autoptr (RapColumns) columns = rap_columns_new ();
  guint n_changes = 0;

  g_signal_connect_swapped (columns, "changed", G_CALLBACK (count_cb), &n_changes);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapColumn places[RAP_N_COLUMNS];
      g_autoptr (GString) result = g_string_new (NULL);
      guint n;

      rap_row_face_set_cells (rows[i].cells);
      if (rows[i].resized != RAP_CELL_NONE)
        rap_columns_resize (columns, rows[i].resized, rows[i].to);
      n = rap_columns_place (columns, rows[i].width, places);
      for (guint k = 0; k < n; k++)
        g_string_append_printf (result, "%s%s %d+%d", k > 0 ? ", " : "", rap_columns_get_heading (places[k].cell),
                                places[k].start, places[k].width);
      g_assert_cmpstr (result->str, ==, rows[i].expected);
    }
  g_assert_cmpuint (n_changes, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/library-rows/articles", test_articles);
  g_test_add_func ("/app/library-rows/kinds", test_kinds);
  g_test_add_func ("/app/library-rows/columns", test_columns);
  return g_test_run ();
}
