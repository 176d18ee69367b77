/* test-edtf-relation.c
 *
 * Allen's relations under doubt: a table by hand, and every pair of many dates
 * against a search that tries all days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-relation.h"

typedef struct
{
  const char *a;
  const char *b;
  const char *expected;
} Row;

static const Row rows[] = {
  { "2017-07-05", "2017-07-07", "before" },
  { "2017-07-05", "2017-07-06", "meets" },
  { "2017-07-05", "2017-07-05", "equals" },
  { "2017-07-05?", "2017-07-05", "equals" },
  { "2017-07-06", "2017-07-05", "met-by" },
  { "2017-07-09", "2017-07-05", "after" },
  { "2017-07", "2017-09", "before" },
  { "2017-07", "2017-08", "before meets" },
  { "2017-07", "2017-07", "before meets equals met-by after" },
  { "2017-07", "2017-07-15", "before meets equals met-by after" },
  { "2017-07", "2017-07-31", "before meets equals" },
  { "2017-07-01/2017-07-10", "2017-07-05/2017-07-20", "overlaps" },
  { "2017-07-05/2017-07-20", "2017-07-01/2017-07-10", "overlapped-by" },
  { "2017-07-01/2017-07-10", "2017-07-01/2017-07-20", "starts" },
  { "2017-07-01/2017-07-20", "2017-07-01/2017-07-10", "started-by" },
  { "2017-07-05/2017-07-10", "2017-07-01/2017-07-20", "during" },
  { "2017-07-01/2017-07-20", "2017-07-05/2017-07-10", "contains" },
  { "2017-07-15/2017-07-20", "2017-07-01/2017-07-20", "finishes" },
  { "2017-07-01/2017-07-20", "2017-07-15/2017-07-20", "finished-by" },
  { "2017-07-01/2017-07-20", "2017-07-01/2017-07-20", "equals" },
  { "2017-07-01", "2017-07-01/2017-07-20", "starts" },
  { "2017-07-05", "2017-07-01/2017-07-20", "during" },
  { "2017-07-20", "2017-07-01/2017-07-20", "finishes" },
  { "2017-07-01/2017-07-20", "2017-07-21/2017-07-22", "meets" },
  { "2017/..", "2016", "after met-by" },
  { "2017/..", "2018", "before meets finished-by contains" },
  { "../2016", "2017", "before meets" },
  { "../..", "2017", "before meets finished-by contains started-by equals met-by after" },
  { "[2017-07-01,2017-07-20]", "2017-07-10", "before after" },
  { "[2017-07-01,2017-07-10]", "2017-07-10", "before equals" },
  { "[2017-07-01,2017-07-10]", "[2017-07-01,2017-07-10]", "before equals after" },
  { "[..2016]", "2018", "before" },
  { "{2017-07-01,2017-07-20}", "2017-07-10", "contains" },
  { "2017-33", "2017-34", "before meets" },
  { "Y-17E7", "Y17E8", "before" },
};

static void
append_relation (GString  *line,
                 RapAllen  relations,
                 int       index)
{
  if ((relations & (1 << index)) == 0)
    return;
  if (line->len > 0)
    g_string_append_c (line, ' ');
  g_string_append (line, rap_allen_get_nick (1 << index));
}

static char *
sort_words (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  GString *line = g_string_new (NULL);

  for (int i = 0; i < 13; i++)
    if (g_strv_contains ((const char *const *) parts, rap_allen_get_nick (1 << i)))
      append_relation (line, 1 << i, i);
  return g_string_free (line, FALSE);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapEdtf) a = rap_edtf_parse (rows[i].a, NULL);
      g_autoptr (RapEdtf) b = rap_edtf_parse (rows[i].b, NULL);
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *expected = sort_words (rows[i].expected);
      RapAllen relations = rap_edtf_get_relations (a, b);

      for (int k = 0; k < 13; k++)
        append_relation (line, relations, k);
      if (!g_str_equal (line->str, expected))
        g_error ("%s to %s: “%s” instead of “%s”", rows[i].a, rows[i].b, line->str, expected);
    }
}

/* The relation of two stretches of days, by definition. */
static int
get_relation (gint64 as, gint64 ae,
              gint64 bs, gint64 be)
{
  if (ae + 1 < bs)
    return RAP_ALLEN_BEFORE;
  if (ae + 1 == bs)
    return RAP_ALLEN_MEETS;
  if (be + 1 < as)
    return RAP_ALLEN_AFTER;
  if (be + 1 == as)
    return RAP_ALLEN_MET_BY;
  if (as == bs)
    return ae == be ? RAP_ALLEN_EQUALS : ae < be ? RAP_ALLEN_STARTS : RAP_ALLEN_STARTED_BY;
  if (ae == be)
    return as > bs ? RAP_ALLEN_FINISHES : RAP_ALLEN_FINISHED_BY;
  if (as < bs)
    return ae < be ? RAP_ALLEN_OVERLAPS : RAP_ALLEN_CONTAINS;
  return ae < be ? RAP_ALLEN_DURING : RAP_ALLEN_OVERLAPPED_BY;
}

static gboolean
is_choice (const RapEdtf *edtf,
           gint64         start,
           gint64         end)
{
  if (edtf->interval)
    return start >= edtf->es && start < edtf->ls && end >= edtf->ee && end < edtf->le && start <= end;
  if (start != end)
    return FALSE;
  for (guint i = 0; i < edtf->n_members; i++)
    if (start >= edtf->members[i].first && start < edtf->members[i].end)
      return TRUE;
  return edtf->n_members == 0 && start >= edtf->es && start < edtf->le;
}

/* All days between the 20th of December 2016 and the 12th of January 2017. */
static int
search (const RapEdtf *a,
        const RapEdtf *b)
{
  gint64 low = rap_day_from_ymd (2016, 12, 26), high = rap_day_from_ymd (2017, 1, 8);
  int found = 0;

  for (gint64 as = low; as <= high; as++)
    for (gint64 ae = as; ae <= high; ae++)
      for (gint64 bs = low; is_choice (a, as, ae) && bs <= high; bs++)
        for (gint64 be = bs; be <= high; be++)
          if (is_choice (b, bs, be))
            found |= get_relation (as, ae, bs, be);
  return found;
}

static void
test_against_search (void)
{
  static const char *const days[] = {
    "2017-01-01", "2017-01-02", "2017-01-03", "2017-01-0X", "[2016-12-31..2017-01-02]",
    "[2017-01-01,2017-01-03]", "[2016-12-30,2017-01-02..2017-01-03,2017-01-05]",
    "2016-12-30/2017-01-02", "2017-01-01/2017-01-03", "2017-01-02/2017-01-04", "2017-01-01/2017-01-0X",
    "2016-12-3X/2017-01-02", "2016-12-3X/2017-01-0X", "2017-01-03/2017-01-03",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint k = 0; k < G_N_ELEMENTS (days); k++)
      {
        g_autoptr (RapEdtf) a = rap_edtf_parse (days[i], NULL);
        g_autoptr (RapEdtf) b = rap_edtf_parse (days[k], NULL);

        /* 2017-01-0X ends with the 9th, one day beyond the search. */
        if (g_str_has_suffix (days[i], "0X") || g_str_has_suffix (days[k], "0X"))
          g_assert_cmphex (search (a, b) & ~rap_edtf_get_relations (a, b), ==, 0);
        else
          g_assert_cmphex (rap_edtf_get_relations (a, b), ==, search (a, b));
      }
}

static void
test_judge (void)
{
  g_autoptr (RapEdtf) july = rap_edtf_parse ("2017-07", NULL);
  g_autoptr (RapEdtf) august = rap_edtf_parse ("2017-08", NULL);
  g_autoptr (RapEdtf) summer = rap_edtf_parse ("2017-07-15/2017-08-20", NULL);

  g_assert_cmpint (rap_edtf_judge (july, august, RAP_ALLEN_EARLIER), ==, RAP_TRUTH_CERTAIN);
  g_assert_cmpint (rap_edtf_judge (july, august, RAP_ALLEN_MEETS), ==, RAP_TRUTH_POSSIBLE);
  g_assert_cmpint (rap_edtf_judge (july, august, RAP_ALLEN_LATER), ==, RAP_TRUTH_IMPOSSIBLE);
  g_assert_cmpint (rap_edtf_judge (july, summer, RAP_ALLEN_WITHIN), ==, RAP_TRUTH_POSSIBLE);
  g_assert_cmpint (rap_edtf_judge (july, summer, RAP_ALLEN_LATER), ==, RAP_TRUTH_IMPOSSIBLE);
  g_assert_cmpint (rap_edtf_judge (july, summer, RAP_ALLEN_ALL), ==, RAP_TRUTH_CERTAIN);
  g_assert_null (rap_allen_get_nick (RAP_ALLEN_EARLIER));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/edtf-relation/table", test_table);
  g_test_add_func ("/model/edtf-relation/against-search", test_against_search);
  g_test_add_func ("/model/edtf-relation/judge", test_judge);

  return g_test_run ();
}
