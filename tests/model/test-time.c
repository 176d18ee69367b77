/* test-time.c
 *
 * Points in time as RFC 3339 writes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record.h"

/* What is read, and what is written of it; NULL: no time at all. */
static const struct
{
  const char *input;
  const char *expected;
} rows[] = {
  { "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z" },
  { "2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z" },
  { "2026-03-01T09:30:00.000000Z", "2026-03-01T09:30:00Z" },
  { "2026-03-01T09:30:00.5Z", "2026-03-01T09:30:00.500000Z" },
  { "2026-03-01T09:30:00.000001Z", "2026-03-01T09:30:00.000001Z" },
  { "2026-03-01T09:30:00.1234567Z", "2026-03-01T09:30:00.123456Z" },
  { "2026-03-01T09:30:00+03:30", "2026-03-01T06:00:00Z" },
  { "2026-03-01T09:30:00-10:00", "2026-03-01T19:30:00Z" },
  { "2026-03-01T09:30:00+00:00", "2026-03-01T09:30:00Z" },
  { "2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z" },
  { "1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z" },
  { "1890-02-28T23:59:59Z", "1890-02-28T23:59:59Z" },
  { "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z" },
  { "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z" },
  { "2023-02-29T00:00:00Z", NULL },
  { "2026-13-01T09:30:00Z", NULL },
  { "2026-00-01T09:30:00Z", NULL },
  { "2026-03-00T09:30:00Z", NULL },
  { "2026-03-01T24:00:00Z", NULL },
  { "2026-03-01T09:60:00Z", NULL },
  { "2026-03-01T09:30:60Z", NULL },
  { "2026-03-01T09:30:00", NULL },
  { "2026-03-01T09:30Z", NULL },
  { "2026-03-01", NULL },
  { "2026-03-01 09:30:00Z", NULL },
  { "2026-03-01T09:30:00.Z", NULL },
  { "2026-03-01T09:30:00+0330", NULL },
  { "2026-03-01T09:30:00+24:00", NULL },
  { "2026-03-01T09:30:00Zx", NULL },
  { " 2026-03-01T09:30:00Z", NULL },
  { "", NULL },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *written = NULL;
      gint64 time;

      if (rap_time_parse (rows[i].input, &time))
        written = rap_time_format (time);
      if (g_strcmp0 (written, rows[i].expected) != 0)
        g_error ("%s: %s instead of %s", rows[i].input, written, rows[i].expected);
    }
}

static void
test_microseconds (void)
{
  gint64 time;

  g_assert_true (rap_time_parse ("2001-09-09T01:46:40.000007Z", &time));
  g_assert_cmpint (time, ==, G_GINT64_CONSTANT (1000000000000007));
  g_assert_true (rap_time_parse ("1969-12-31T23:59:59Z", &time));
  g_assert_cmpint (time, ==, -1000000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/time/parse", test_parse);
  g_test_add_func ("/model/time/microseconds", test_microseconds);

  return g_test_run ();
}
