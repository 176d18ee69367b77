/* test-utf8.c
 *
 * Bytes eight at a time, against GLib one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-utf8.h"

#include <string.h>

/* "ascii / length / valid": how far ASCII goes, code points, and whether it is UTF-8. */
static const struct
{
  const char *bytes;
  const char *result;
} rows[] = {
  { "", "0 / 0 / valid" },
  { "seven b", "7 / 7 / valid" },
  { "eight by", "8 / 8 / valid" },
  { "nine byte", "9 / 9 / valid" },
  { "eight by\xc3\xa9", "8 / 9 / valid" },
  { "é and then sixteen bytes", "0 / 24 / valid" },
  { "one “pair” of marks", "4 / 19 / valid" },
  { "باقری به بغداد رفت", "0 / 18 / valid" },
  { "\xc3", "0 / 1 / invalid" },
  { "eight by\xa9", "8 / 8 / invalid" },
  { "twelve bytes\xe2\x80 then more", "12 / 23 / invalid" },
  { "\xed\xa0\x80 is no character", "0 / 17 / invalid" },
  { "all is well until the end\xff", "25 / 26 / invalid" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize n = strlen (rows[i].bytes);
      g_autofree char *result = g_strdup_printf ("%u / %u / %s", (guint) rap_utf8_count_ascii (rows[i].bytes, n),
                                                 rap_utf8_length (rows[i].bytes, n),
                                                 rap_utf8_is_valid (rows[i].bytes, n) ? "valid" : "invalid");

      g_assert_cmpstr (result, ==, rows[i].result);
    }
}

/* Mostly ASCII, some whole characters, and now and then a stray byte. */
static char *
make_random (void)
{
  static const char *const parts[] = { "a", "b ", "word", "é", "ب", "“", "漢", "😀", "eight by" };
  static const char *const strays[] = { "\x80", "\xc3", "\xe2\x80", "\xff" };
  GString *text = g_string_new (NULL);
  guint length = (guint) g_test_rand_int_range (0, 40);

  for (guint i = 0; i < length; i++)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  if (g_test_rand_bit ())
    g_string_insert (text, g_test_rand_int_range (0, (int) text->len + 1),
                     strays[g_test_rand_int_range (0, G_N_ELEMENTS (strays))]);
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = make_random ();
      gsize n = strlen (text);
      gboolean valid = g_utf8_validate_len (text, n, NULL);

      g_assert_cmpint (rap_utf8_is_valid (text, n), ==, valid);
      if (valid)
        g_assert_cmpint ((int) rap_utf8_length (text, n), ==, (int) g_utf8_strlen (text, -1));
    }
}

/* Whole texts only: what stands behind them is not looked at. */
static void
test_end (void)
{
  g_assert_true (rap_utf8_is_valid ("abc\xff", 3));
  g_assert_false (rap_utf8_is_valid ("ab\xc3\xa9", 3));
  g_assert_true (rap_utf8_is_valid ("a\0b", 3));
  g_assert_cmpuint ((guint) rap_utf8_count_ascii ("abcdefgh\xff", 5), ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/utf8/rows", test_rows);
  g_test_add_func ("/model/utf8/random", test_random);
  g_test_add_func ("/model/utf8/end", test_end);
  return g_test_run ();
}
