/* test-chip-layout.c
 *
 * Where chips stand: by tables, and that they never overlap. No display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-chip-layout.h"

#define GAP 5

typedef struct
{
  const char *name;
  int         bottom;
  const char *slots;     /* "wanted+height[!]", ! = keep */
  const char *expected;  /* the tops, "-" for hidden */
} Case;

static const Case cases[] = {
  { "none", 100, "", "" },
  { "free", 200, "10+20 60+20 150+20", "10 60 150" },
  { "pushed down", 200, "10+20 12+20 13+20", "10 35 60" },
  { "pushed up from the lower edge", 100, "10+20 90+20", "10 80" },
  { "pushed up through", 100, "40+20 80+20 90+20", "30 55 80" },
  { "above the upper edge", 100, "-30+20 5+20", "0 25" },
  { "exactly full", 70, "0+20 0+20 0+20", "0 25 50" },
  { "no room for the last", 60, "0+20 0+20 0+20", "0 25 -" },
  { "the kept one stays", 60, "0+20 0+20 0+20!", "0 - 25" },
  { "only the kept one", 20, "0+20 0+20! 0+20", "- 0 -" },
  { "room for none", 10, "0+20 0+20", "- -" },
};

static GArray *
read_slots (const char *text)
{
  GArray *slots = g_array_new (FALSE, TRUE, sizeof (RapChipSlot));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      RapChipSlot slot = { 0 };
      char *end;

      slot.wanted = (int) g_ascii_strtoll (words[i], &end, 10);
      slot.height = (int) g_ascii_strtoll (end + 1, &end, 10);
      slot.keep = *end == '!';
      g_array_append_val (slots, slot);
    }
  return slots;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) slots = read_slots (test->slots);
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_hidden = rap_chip_layout ((RapChipSlot *) slots->data, slots->len, GAP, 0, test->bottom);

  for (guint i = 0; i < slots->len; i++)
    {
      const RapChipSlot *slot = &g_array_index (slots, RapChipSlot, i);

      if (i > 0)
        g_string_append_c (found, ' ');
      if (slot->shown)
        g_string_append_printf (found, "%d", slot->y);
      else
        {
          g_string_append_c (found, '-');
          n_hidden--;
        }
    }
  g_assert_cmpstr (found->str, ==, test->expected);
  g_assert_cmpuint (n_hidden, ==, 0);
}

static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      RapChipSlot slots[30] = { { 0 } };
      guint n = (guint) g_test_rand_int_range (1, 30);
      int bottom = g_test_rand_int_range (50, 900);
      int end = -GAP;

      for (guint i = 0; i < n; i++)
        {
          slots[i].wanted = (i > 0 ? slots[i - 1].wanted : 0) + g_test_rand_int_range (0, 60);
          slots[i].height = g_test_rand_int_range (10, 50);
        }
      rap_chip_layout (slots, n, GAP, 0, bottom);
      for (guint i = 0; i < n; i++)
        {
          if (!slots[i].shown)
            continue;
          g_assert_cmpint (slots[i].y, >=, end + GAP);
          end = slots[i].y + slots[i].height;
          g_assert_cmpint (end, <=, bottom);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/chip-layout/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/app/chip-layout/random", test_random);
  return g_test_run ();
}
