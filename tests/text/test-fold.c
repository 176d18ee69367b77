/* test-fold.c
 *
 * Folding of names, skeletons across scripts, names found in a text, and the
 * speaker proposed for a passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-fold.h"

static void
test_name (void)
{
  static const struct { const char *name; const char *expected; } cases[] = {
    { "Al-Sūdānī", "al sudani" },
    { "  Shia’ AL  Sudani ", "shia al sudani" },
    { "Łukasz Öztürk", "lukasz ozturk" },
    { "علي", "علی" },
    { "كرمانشاه", "کرمانشاه" },
    { "می‌خواهد", "میخواهد" },
    { "مــحمّد", "محمد" },
    { "إيران", "ایران" },
    { "۱۲ نفر", "12 نفر" },
    { "ﻣﺤﻤﺪ", "محمد" },
    { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = rap_fold_name (cases[i].name);

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* Every spelling of a line has one skeleton; different names have different ones. */
static void
test_skeleton (void)
{
  static const char *const families[][5] = {
    { "Bagheri", "Baqeri", "Bāqerī", "باقری", "باقري" },
    { "Mohammad", "Muhammad", "Mohammed", "محمد", "محمّد" },
    { "Qassem Soleimani", "Ghassem Suleimani", "Qasim Soleymani", "قاسم سلیمانی", "قاسم سليماني" },
    { "al-Sudani", "El Sudani", "Sudani", "السوداني", "Al-Soudani" },
    { "Hossein", "Hussein", "Husain", "حسین", "حسين" },
    { "Ahmad", "Ahmed", "احمد", "أحمد", "Aḥmad" },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      char *first = rap_fold_skeleton (families[i][0]);

      for (guint k = 1; k < 5; k++)
        {
          g_autofree char *other = rap_fold_skeleton (families[i][k]);

          g_assert_cmpstr (other, ==, first);
        }
      g_assert_true (g_hash_table_add (seen, first));
    }
}

static char *
print_ranges (GArray *ranges)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      RapRange range = g_array_index (ranges, RapRange, i);

      g_string_append_printf (out, "%u-%u ", range.start, range.end);
    }
  return g_string_free (out, FALSE);
}

static void
test_find (void)
{
  static const struct { const char *text; const char *name; const char *expected; } cases[] = {
    { "Iran and IRAN, not Iranian.", "Iran", "0-4 9-13 " },
    { "Al-Shammari met al Shammari", "al-Shammari", "0-11 16-27 " },
    { "Général Müller", "general muller", "0-14 " },
    { "Baqeri’s men", "Baqeri", "0-6 " },
    { "علي آمد", "علی", "0-3 " },
    { "nothing here", "Iran", "" },
    { "anything", "", "" },
    { "a b a b a", "a b a", "0-5 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ranges = rap_find_name (cases[i].text, cases[i].name);
      g_autofree char *got = print_ranges (ranges);

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static const RapKnownName known[] = {
  { "Saadoun", "s" }, { "Baqeri", "b" }, { "Mohammad Baqeri", "b" }, { "IRNA", "i" },
};

static void
test_find_many (void)
{
  g_autoptr (GArray) hits = rap_find_names ("Mohammad Baqeri saw Saadoun. Baqeri left.", known, G_N_ELEMENTS (known));
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const RapNameHit *hit = &g_array_index (hits, RapNameHit, i);

      g_string_append_printf (got, "%u:%u-%u ", hit->index, hit->range.start, hit->range.end);
    }
  g_assert_cmpstr (got->str, ==, "2:0-15 0:20-27 1:29-35 ");
}

/* The passage is what stands between [ and ]. */
static void
test_nearest (void)
{
  static const struct { const char *marked; const char *expected; } cases[] = {
    { "Saadoun left. “[We agreed],” Baqeri said.", "Baqeri" },
    { "Saadoun said [the charter is ready]. Baqeri listened.", "Saadoun" },
    { "Baqeri spoke first.\n\n“[We agreed],” he said.\n\nSaadoun left.", "Baqeri" },
    { "“[We agreed].” So it went. IRNA reported.", "IRNA" },
    { "[Baqeri is ready]", "Baqeri" },
    { "[Baqeri is ready], Saadoun said.", "Saadoun" },
    { "[We agreed]\n\nSaadoun left.", "-" },
    { "[nobody]", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) open = g_strsplit (cases[i].marked, "[", 2);
      g_auto (GStrv) close = g_strsplit (open[1], "]", 2);
      g_autofree char *text = g_strconcat (open[0], close[0], close[1], NULL);
      guint start = (guint) g_utf8_strlen (open[0], -1);
      RapRange range = { start, start + (guint) g_utf8_strlen (close[0], -1) };
      RapRange place = { 0, 0 };
      guint index = rap_names_nearest (text, range, known, G_N_ELEMENTS (known), "en", &place);
      g_autofree char *found = g_utf8_substring (text, place.start, place.end);

      g_assert_cmpstr (index == G_MAXUINT ? "-" : known[index].name, ==, cases[i].expected);
      g_assert_cmpstr (index == G_MAXUINT ? "-" : found, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold/name", test_name);
  g_test_add_func ("/text/fold/skeleton", test_skeleton);
  g_test_add_func ("/text/fold/find", test_find);
  g_test_add_func ("/text/fold/find-many", test_find_many);
  g_test_add_func ("/text/fold/nearest", test_nearest);
  return g_test_run ();
}
