/* test-anchor.c
 *
 * Anchors: cutting, proving, finding again. Ranges are written "s-e s-e".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-anchor.h"

#include <string.h>

/* 0         1         2         3         4         5
 * 0123456789012345678901234567890123456789012345678901234 */
#define TEXT "The general met the minister. Later the general left it."

static GArray *
parse_ranges (const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) ends = g_strsplit (pairs[i], "-", 2);
      RapRange range = { strtoul (ends[0], NULL, 10), strtoul (ends[1], NULL, 10) };

      g_array_append_val (ranges, range);
    }

  return ranges;
}

static RapAnchor *
make_anchor (const RapText *text,
             const char    *ranges)
{
  g_autoptr (GArray) parsed = parse_ranges (ranges);

  return rap_anchor_new (text, (RapRange *) (gpointer) parsed->data, parsed->len);
}

static RapAnchor *
make_raw (const char *ranges,
          const char *exact,
          const char *prefix,
          const char *suffix)
{
  g_autoptr (GArray) parsed = parse_ranges (ranges);

  return rap_anchor_new_raw ((RapRange *) (gpointer) parsed->data, parsed->len, exact, prefix, suffix);
}

static char *
describe (const RapAnchor *anchor)
{
  GString *line = g_string_new (NULL);

  if (anchor == NULL)
    return g_string_free (g_string_append (line, "none"), FALSE);

  for (guint i = 0; i < anchor->n_ranges; i++)
    g_string_append_printf (line, "%u-%u ", anchor->ranges[i].start, anchor->ranges[i].end);
  g_string_append_printf (line, "[%s|%s|%s]", anchor->prefix, anchor->exact, anchor->suffix);

  return g_string_free (line, FALSE);
}

static void
test_new (void)
{
  static const struct
  {
    const char *text;
    const char *ranges;
    const char *expected;
  } rows[] = {
    { TEXT, "4-11", "4-11 [The |general| met the minister. Later the gen]" },
    { TEXT, "0-3", "0-3 [|The| general met the minister. Later]" },
    { TEXT, "53-56", "53-56 [inister. Later the general left |it.|]" },
    { TEXT, "4-11 20-28", "4-11 20-28 [The |general … minister|. Later the general left it.]" },
    { TEXT, "20-28 4-11", "4-11 20-28 [The |general … minister|. Later the general left it.]" },
    { TEXT, "4-9 7-11", "4-11 [The |general| met the minister. Later the gen]" },
    { TEXT, "4-7 7-11", "4-11 [The |general| met the minister. Later the gen]" },
    { TEXT, "4-11 5-6", "4-11 [The |general| met the minister. Later the gen]" },
    { TEXT, "4-11 20-20", "4-11 [The |general| met the minister. Later the gen]" },
    { TEXT, "4-11 900-901", "4-11 [The |general| met the minister. Later the gen]" },
    { TEXT, "51-900", "51-56 [ minister. Later the general lef|t it.|]" },
    { TEXT, "", "none" },
    { TEXT, "7-7", "none" },
    { TEXT, "9-4", "none" },
    { TEXT, "56-60", "none" },
    { "", "0-1", "none" },
    { "👩‍👧 e\xcc\x81!", "4-6", "4-6 [👩‍👧 |e\xcc\x81|!]" },
    { "باقری به بغداد رفت", "9-14", "9-14 [باقری به |بغداد| رفت]" },
    { "one\ntwo\nthree", "4-7", "4-7 [one\n|two|\nthree]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapText) text = rap_text_new (rows[i].text);
      g_autoptr (RapAnchor) anchor = make_anchor (text, rows[i].ranges);
      g_autofree char *line = describe (anchor);

      g_assert_cmpstr (line, ==, rows[i].expected);
      if (anchor != NULL)
        g_assert_cmpint (rap_anchor_verify (anchor, text), ==, RAP_ANCHOR_VERIFIED);
    }
}

static void
test_verify (void)
{
  static const struct
  {
    const char *ranges;
    const char *exact;
    gboolean    verified;
  } rows[] = {
    { "4-11", "general", TRUE },
    { "4-11 20-28", "general … minister", TRUE },
    { "4-7 7-11", "gen … eral", TRUE },
    { "5-12", "general", FALSE },
    { "4-11", "General", FALSE },
    { "4-11", "", FALSE },
    { "4-11 20-28", "general minister", FALSE },
    { "20-28 4-11", "minister … general", FALSE },
    { "4-11 10-12", "general … l ", FALSE },
    { "7-7", "", FALSE },
    { "", "", FALSE },
    { "53-57", "t.", FALSE },
    { "900-901", "", FALSE },
  };
  g_autoptr (RapText) text = rap_text_new (TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapAnchor) anchor = make_raw (rows[i].ranges, rows[i].exact, NULL, NULL);

      g_assert_cmpint (rap_anchor_verify (anchor, text), ==,
                       rows[i].verified ? RAP_ANCHOR_VERIFIED : RAP_ANCHOR_DOUBTFUL);
    }
}

/* The old position, the quote with its context, and where it is found. */
static void
test_find (void)
{
  static const struct
  {
    const char *ranges;
    const char *exact;
    const char *prefix;
    const char *suffix;
    const char *expected;
  } rows[] = {
    { "0-8", "minister", "", "", "20-28 1.00" },
    { "0-7", "general", "", "", "4-11 0.50" },
    { "50-57", "general", "", "", "40-47 0.50" },
    { "0-7", "general", "The ", " met", "4-11 1.00" },
    { "0-7", "general", "Later the ", " left", "40-47 1.00" },
    { "0-7", "general", "the ", "", "40-47 1.00" },
    { "0-7", "general", "xxx ", " left", "40-47 0.83" },
    { "0-7", "colonel", "The ", " met", "none" },
    { "0-7", "", "The ", " met", "none" },
    { "0-7", "General", "The ", " met", "none" },
    { "0-3 5-9", "general … minister", "The ", ". Later", "4-11 20-28 1.00" },
    { "0-3 5-9", "general … left", "Later the ", " it.", "40-47 48-52 1.00" },
    { "0-3 5-9", "general … it", "", "", "4-11 53-55 0.50" },
    { "0-3 5-9", "left … general", "", "", "none" },
    { "0-3 5-9", "general … ", "", "", "none" },
  };
  g_autoptr (RapText) text = rap_text_new (TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapAnchor) anchor = make_raw (rows[i].ranges, rows[i].exact, rows[i].prefix, rows[i].suffix);
      double score = -1;
      g_autoptr (RapAnchor) found = rap_anchor_find (anchor, text, &score);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint k = 0; found != NULL && k < found->n_ranges; k++)
        g_string_append_printf (line, "%u-%u ", found->ranges[k].start, found->ranges[k].end);
      if (found != NULL)
        g_string_append_printf (line, "%.2f", score);
      else
        g_string_append (line, "none");
      if (g_strcmp0 (line->str, rows[i].expected) != 0)
        g_error ("%s: %s instead of %s", rows[i].exact, line->str, rows[i].expected);
    }
}

static char *
make_random_text (guint length)
{
  static const char *characters[] = { "a", "b", " ", "\n", "é", "e\xcc\x81", "ب", "漢", "😀", "👩‍👧", "…", " … " };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (text, characters[g_test_rand_int_range (0, G_N_ELEMENTS (characters))]);

  return g_string_free (text, FALSE);
}

/* Every anchor proves itself against its text, and is found again by its quote. */
static void
test_random (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *utf8 = make_random_text (g_test_rand_int_range (1, 200));
      g_autoptr (RapText) text = rap_text_new (utf8);
      RapRange ranges[4];
      guint n_ranges = g_test_rand_int_range (1, 5);
      g_autoptr (RapAnchor) anchor = NULL;
      g_autoptr (RapAnchor) found = NULL;
      double score;

      for (guint i = 0; i < n_ranges; i++)
        {
          ranges[i].start = g_test_rand_int_range (0, 220);
          ranges[i].end = ranges[i].start + g_test_rand_int_range (0, 40);
        }

      anchor = rap_anchor_new (text, ranges, n_ranges);
      if (anchor == NULL)
        continue;

      g_assert_cmpint (rap_anchor_verify (anchor, text), ==, RAP_ANCHOR_VERIFIED);
      g_assert_cmpint (g_utf8_strlen (anchor->prefix, -1), <=, RAP_ANCHOR_CONTEXT);
      g_assert_cmpint (g_utf8_strlen (anchor->suffix, -1), <=, RAP_ANCHOR_CONTEXT);
      for (guint i = 0; i < anchor->n_ranges; i++)
        {
          g_assert_cmpuint (anchor->ranges[i].start, <, anchor->ranges[i].end);
          g_assert_cmpuint (anchor->ranges[i].end, <=, rap_text_get_length (text));
          g_assert_true (i == 0 || anchor->ranges[i - 1].end < anchor->ranges[i].start);
        }

      if (anchor->n_ranges > 1)
        continue;
      found = rap_anchor_find (anchor, text, &score);
      g_assert_true (rap_anchor_equal (found, anchor));
      g_assert_cmpfloat (score, ==, 1);
    }
}

static void
test_equal (void)
{
  g_autoptr (RapText) text = rap_text_new (TEXT);
  g_autoptr (RapAnchor) one = make_anchor (text, "4-11");
  g_autoptr (RapAnchor) same = rap_anchor_new_raw (one->ranges, 1, one->exact, one->prefix, one->suffix);
  g_autoptr (RapAnchor) moved = make_raw ("5-12", one->exact, one->prefix, one->suffix);
  g_autoptr (RapAnchor) longer = make_raw ("4-11 20-28", one->exact, one->prefix, one->suffix);
  g_autoptr (RapAnchor) other_quote = make_raw ("4-11", "x", one->prefix, one->suffix);
  g_autoptr (RapAnchor) bare = make_raw ("4-11", one->exact, NULL, NULL);
  const RapAnchor *others[] = { moved, longer, other_quote, bare, NULL };

  g_assert_true (rap_anchor_equal (one, same));
  g_assert_true (rap_anchor_equal (NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (rap_anchor_equal (one, others[i]));
      g_assert_false (rap_anchor_equal (others[i], one));
    }
  g_assert_cmpstr (bare->prefix, ==, "");
  g_assert_cmpstr (bare->suffix, ==, "");
}

static void
test_hull (void)
{
  g_autoptr (RapText) text = rap_text_new (TEXT);
  g_autoptr (RapAnchor) anchor = make_anchor (text, "4-11 20-28");
  g_autoptr (RapAnchor) shared = rap_anchor_ref (anchor);
  RapRange hull = rap_anchor_get_hull (shared);

  g_assert_cmpuint (hull.start, ==, 4);
  g_assert_cmpuint (hull.end, ==, 28);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/anchor/new", test_new);
  g_test_add_func ("/model/anchor/verify", test_verify);
  g_test_add_func ("/model/anchor/find", test_find);
  g_test_add_func ("/model/anchor/random", test_random);
  g_test_add_func ("/model/anchor/equal", test_equal);
  g_test_add_func ("/model/anchor/hull", test_hull);

  return g_test_run ();
}
