/* rap-variant-words.c
 *
 * What is said of two spellings that may be one name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-variant-words.h"

#include <glib/gi18n.h>

const char *
rap_variant_words_script (const char *code)
{
  static const struct { const char *code, *name; } scripts[] = {
    { "Latn", N_("Latin script") }, { "Arab", N_("Arabic script") }, { "Cyrl", N_("Cyrillic script") },
    { "Hebr", N_("Hebrew script") }, { "Grek", N_("Greek script") }, { "Armn", N_("Armenian script") },
    { "Geor", N_("Georgian script") }, { "Hani", N_("Chinese characters") }, { "Hang", N_("Korean script") },
    { "Hira", N_("Japanese script") }, { "Kana", N_("Japanese script") }, { "Deva", N_("Devanagari") },
    { "Beng", N_("Bengali script") }, { "Thai", N_("Thai script") }, { "Syrc", N_("Syriac script") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (scripts[i].code, code))
      return _(scripts[i].name);
  return code;
}

/* (transfer full) */
static char *
describe_letters (const RapVariantReason *reason)
{
  if (*reason->a == '\0' || *reason->b == '\0')
    return g_strdup_printf (_("%s added"), *reason->a != '\0' ? reason->a : reason->b);
  return g_strdup_printf ("%s ~ %s", reason->a, reason->b);
}

/* Names are compared in small letters; they are shown as names. (transfer full) */
static char *
capitalise (const char *words)
{
  GString *out = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, begins ? g_unichar_toupper (c) : c);
      begins = c == ' ';
    }
  return g_string_free (out, FALSE);
}

/* (transfer full) */
static char *
describe (const RapVariantReason *reason)
{
  g_autofree char *a = capitalise (reason->a);
  g_autofree char *b = capitalise (reason->b);

  switch (reason->kind)
    {
    case RAP_VARIANT_LETTERS:
      return describe_letters (reason);
    case RAP_VARIANT_DOUBLED:
      return g_strdup_printf (_("doubled %s"), reason->a);
    case RAP_VARIANT_ARTICLE:
      return g_strdup_printf (_("with and without “%s”"), reason->a);
    case RAP_VARIANT_SCRIPT:
      return g_strdup_printf (_("brought to Latin letters from %s"), rap_variant_words_script (reason->a));
    case RAP_VARIANT_TITLE:
      return g_strdup_printf (_("“%s” is a title"), a);
    case RAP_VARIANT_INITIAL:
      return g_strdup_printf (_("%s. for %s"), a, b);
    case RAP_VARIANT_SURNAME:
      return g_strdup_printf (_("surname only, without “%s”"), a);
    case RAP_VARIANT_MIDDLE:
      return g_strdup_printf (_("with and without the middle name “%s”"), a);
    case RAP_VARIANT_ORDER:
      return g_strdup (_("other order of the words"));
    case RAP_VARIANT_JOINED:
      return g_strdup (_("written in one word and in several"));
    case RAP_VARIANT_ACRONYM:
      return g_strdup_printf (_("%s are the first letters of “%s”"), reason->a, reason->b);
    case RAP_VARIANT_SAME:
    default:
      return g_strdup (_("the same spelling"));
    }
}

char *
rap_variant_words_reasons (const RapVariant *variant)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < variant->reasons->len; i++)
    g_ptr_array_add (parts, describe (rap_variant_get (variant, i)));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a list */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}
