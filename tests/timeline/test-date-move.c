/* test-date-move.c
 *
 * What becomes of dates that are moved to another day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-move.h"

typedef struct
{
  const char *name;
  const char *date;     /* or NULL */
  gboolean    exact;
  const char *moved;    /* to 2020-11-16 */
} Case;

static const Case cases[] = {
  { "undated",         NULL,                        FALSE, "2020-11-16" },
  { "day",             "2017-07-05",                TRUE,  "2020-11-16" },
  { "uncertain",       "2017-07-05?",               TRUE,  "2020-11-16?" },
  { "both",            "2017-07-05%",               TRUE,  "2020-11-16%" },
  { "time",            "2017-07-05T10:30:00+03:30", TRUE,  "2020-11-16T10:30:00+03:30" },
  { "span",            "2017-12-30/2018-01-02~",    TRUE,  "2020-11-16/2020-11-19~" },
  { "before-christ",   "-0044-03-15",               TRUE,  "2020-11-16" },
  { "leap",            "2016-02-29/2016-03-01",     TRUE,  "2020-11-16/2020-11-17" },
  { "month",           "2017-07",                   FALSE, "2020-11-16" },
  { "year",            "2017~",                     FALSE, "2020-11-16" },
  { "span-of-months",  "2017-07/2017-08",           FALSE, "2020-11-16" },
  { "open",            "2017-07-05/..",             FALSE, "2020-11-16" },
  { "unknown",         "/2017-07-05",               FALSE, "2020-11-16" },
  { "one-of",          "[2017-07-05,2017-07-06]",   FALSE, "2020-11-16" },
  { "unspecified",     "2017-07-XX",                FALSE, "2020-11-16" },
};

static void
test_move (gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (RapEdtf) date = wanted->date != NULL ? rap_edtf_parse (wanted->date, NULL) : NULL;
  g_autoptr (RapEdtf) moved = rap_date_move (date, rap_day_from_ymd (2020, 11, 16));

  g_assert_true (wanted->date == NULL || date != NULL);
  g_assert_cmpint (rap_date_is_exact (date), ==, wanted->exact);
  g_assert_cmpstr (moved->text, ==, wanted->moved);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/date-move/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_move);
    }
  return g_test_run ();
}
