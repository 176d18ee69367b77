/* test-text.c
 *
 * Code points and bytes, in scripts of every width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-text.h"

#include <string.h>

#define COMBINING "e\xcc\x81"                              /* e + acute */
#define FAMILY    "👩‍👩‍👧"                                    /* three people, two joiners */
#define PERSIAN   "باقری به بغداد رفت"

static const struct
{
  const char *text;
  guint       length;
  gsize       bytes;
  RapRange    range;
  const char *slice;
} rows[] = {
  { "", 0, 0, { 0, 0 }, "" },
  { "", 0, 0, { 3, 9 }, "" },
  { "abc", 3, 3, { 0, 3 }, "abc" },
  { "abc", 3, 3, { 1, 2 }, "b" },
  { "abc", 3, 3, { 2, 99 }, "c" },
  { "abc", 3, 3, { 2, 1 }, "" },
  { "a\nb\n", 4, 4, { 1, 3 }, "\nb" },
  { "äöü", 3, 6, { 1, 2 }, "ö" },
  { COMBINING "x", 3, 4, { 0, 1 }, "e" },
  { COMBINING "x", 3, 4, { 1, 2 }, "\xcc\x81" },
  { COMBINING "x", 3, 4, { 0, 2 }, COMBINING },
  { FAMILY "!", 6, 19, { 0, 5 }, FAMILY },
  { FAMILY "!", 6, 19, { 2, 3 }, "👩" },
  { FAMILY "!", 6, 19, { 5, 6 }, "!" },
  { PERSIAN, 18, 33, { 0, 5 }, "باقری" },
  { PERSIAN, 18, 33, { 9, 14 }, "بغداد" },
  { "\xe2\x80\xa8" "a\xe2\x80\xa8", 3, 7, { 1, 2 }, "a" },
};

static void
test_slice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapText) text = rap_text_new (rows[i].text);
      g_autofree char *slice = rap_text_slice (text, rows[i].range);

      g_assert_cmpuint (rap_text_get_length (text), ==, rows[i].length);
      g_assert_cmpuint (rap_text_get_bytes (text), ==, rows[i].bytes);
      g_assert_cmpstr (rap_text_get_utf8 (text), ==, rows[i].text);
      g_assert_cmpstr (slice, ==, rows[i].slice);
    }
}

/* A text of @length characters of every width. */
static char *
make_random (guint length)
{
  static const char *characters[] = { "a", " ", "\n", "é", "\xcc\x81", "ب", "漢", "😀", "\xe2\x80\x8d" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (text, characters[g_test_rand_int_range (0, G_N_ELEMENTS (characters))]);

  return g_string_free (text, FALSE);
}

/* The index against a walk through the text, at every position. */
static void
test_offsets (void)
{
  static const guint lengths[] = { 0, 1, 63, 64, 65, 127, 128, 129, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *utf8 = make_random (lengths[i]);
      g_autoptr (RapText) text = rap_text_new (utf8);
      const char *p = utf8;

      g_assert_cmpuint (rap_text_get_length (text), ==, lengths[i]);
      for (guint offset = 0; offset < lengths[i]; offset++)
        {
          const char *next = g_utf8_next_char (p);

          g_assert_cmpuint (rap_text_to_byte (text, offset), ==, (gsize) (p - utf8));
          for (const char *inside = p; inside < next; inside++)
            g_assert_cmpuint (rap_text_from_byte (text, inside - utf8), ==, offset);
          p = next;
        }
      g_assert_cmpuint (rap_text_to_byte (text, lengths[i]), ==, strlen (utf8));
      g_assert_cmpuint (rap_text_to_byte (text, G_MAXUINT), ==, strlen (utf8));
      g_assert_cmpuint (rap_text_from_byte (text, strlen (utf8)), ==, lengths[i]);
      g_assert_cmpuint (rap_text_from_byte (text, G_MAXSIZE), ==, lengths[i]);
    }
}

static void
test_invalid (void)
{
  static const char *invalid[] = {
    "\xff", "abc\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "caf\xe9"
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_null (rap_text_new (invalid[i]));
}

static void
test_sha256 (void)
{
  g_autoptr (RapText) empty = rap_text_new ("");
  g_autoptr (RapText) abc = rap_text_new ("abc");
  g_autofree char *sum_of_empty = rap_text_sha256 (empty);
  g_autofree char *sum_of_abc = rap_text_sha256 (abc);

  g_assert_cmpstr (sum_of_empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (sum_of_abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_ref (void)
{
  RapText *text = rap_text_new ("abc");
  RapText *shared = rap_text_ref (text);

  rap_text_unref (text);
  g_assert_cmpstr (rap_text_get_utf8 (shared), ==, "abc");
  rap_text_unref (shared);
}

static void
test_ranges (void)
{
  RapRange a = { 2, 5 }, b = { 4, 8 }, c = { 5, 8 }, empty = { 3, 3 };
  RapRange both = rap_range_intersect (a, b), none = rap_range_intersect (a, c);
  GString *result = g_string_new (NULL);
  g_autofree char *line = NULL;

  g_string_append_printf (result, "length %u %u, ", rap_range_length (a), rap_range_length (empty));
  g_string_append_printf (result, "overlaps %d %d, ", rap_range_overlaps (a, b), rap_range_overlaps (a, c));
  g_string_append_printf (result, "contains %d %d, ", rap_range_contains (b, c), rap_range_contains (a, b));
  g_string_append_printf (result, "offsets %d %d %d, ", rap_range_contains_offset (a, 2),
                          rap_range_contains_offset (a, 4), rap_range_contains_offset (a, 5));
  g_string_append_printf (result, "intersect [%u, %u) %d, ", both.start, both.end, rap_range_is_empty (none));
  g_string_append_printf (result, "compare %d %d %d", rap_range_compare (a, b), rap_range_compare (c, b),
                          rap_range_compare (a, a));
  line = g_string_free (result, FALSE);
  g_assert_cmpstr (line, ==, "length 3 0, overlaps 1 0, contains 1 0, offsets 1 1 0, "
                             "intersect [4, 5) 1, compare -1 1 0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/text/slice", test_slice);
  g_test_add_func ("/model/text/offsets", test_offsets);
  g_test_add_func ("/model/text/invalid", test_invalid);
  g_test_add_func ("/model/text/sha256", test_sha256);
  g_test_add_func ("/model/text/ref", test_ref);
  g_test_add_func ("/model/range/relations", test_ranges);

  return g_test_run ();
}
