/* test-letter-family.c
 *
 * Which letters count as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-letter-family.h"

/* One letter after another; what is left out is "_". (transfer full) */
static char *
get_families (const char *letters)
{
  GString *families = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar family = rap_letter_get_family (g_utf8_get_char (p));

      g_string_append_unichar (families, family != 0 ? family : '_');
    }
  return g_string_free (families, FALSE);
}

static void
test_families (void)
{
  static const struct { const char *letters; const char *families; } rows[] = {
    { "اآأإٱ", "ااااا" },
    { "یيىئېے", "یییییی" },
    { "کكڪ", "ککک" },
    { "هةھۀہۂە", "ههههههه" },
    { "وؤ", "وو" },
    { "ıøłđ", "iold" },
    { "ءـʼʾʿ", "_____" },
    { "\u00ad\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2069\ufeff", "__________" },
    { "bé6٦'’ س\u064e\u200b\u202f", "bé6٦'’ س\u064e\u200b\u202f" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *families = get_families (rows[i].letters);

      g_assert_cmpstr (families, ==, rows[i].families);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/letter/families", test_families);
  return g_test_run ();
}
