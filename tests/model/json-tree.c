/* json-tree.c
 *
 * A recursive reader of JSON, just enough for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "json-tree.h"

#include <string.h>

static GVariant *read_value (const char **p);

static void
skip_space (const char **p)
{
  *p += strspn (*p, " \n\t\r");
}

static gboolean
take (const char **p,
      char         wanted)
{
  skip_space (p);
  if (**p != wanted)
    return FALSE;
  (*p)++;

  return TRUE;
}

static void
read_escape (const char **p,
             GString     *string)
{
  static const char letters[] = "nrtbf";
  static const char values[] = "\n\r\t\b\f";
  const char *letter = strchr (letters, **p);
  char digits[5] = "";

  if (**p == 'u')
    {
      memcpy (digits, *p + 1, 4);
      g_string_append_unichar (string, strtoul (digits, NULL, 16));
      *p += 5;
      return;
    }

  g_string_append_c (string, letter != NULL ? values[letter - letters] : **p);
  (*p)++;
}

static char *
read_string (const char **p)
{
  GString *string = g_string_new (NULL);
  char quote;

  skip_space (p);
  quote = *(*p)++;
  g_assert_true (quote == '"' || quote == '\'');
  while (**p != quote)
    {
      g_assert_true (**p != '\0');
      if (*(*p) != '\\')
        {
          g_string_append_c (string, *(*p)++);
          continue;
        }
      (*p)++;
      read_escape (p, string);
    }
  (*p)++;

  return g_string_free (string, FALSE);
}

static GVariant *
read_object (const char **p)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  while (!take (p, '}'))
    {
      g_autofree char *name = read_string (p);
      gboolean has_colon = take (p, ':');

      g_assert_true (has_colon);
      g_variant_builder_add (&builder, "{sv}", name, read_value (p));
      take (p, ',');
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
read_array (const char **p)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  while (!take (p, ']'))
    {
      g_variant_builder_add (&builder, "v", read_value (p));
      take (p, ',');
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
read_number (const char **p)
{
  gsize width = strspn (*p, "+-0123456789.eE");
  g_autofree char *number = g_strndup (*p, width);

  g_assert_cmpuint (width, >, 0);
  *p += width;
  if (strpbrk (number, ".eE") != NULL)
    return g_variant_new_double (g_ascii_strtod (number, NULL));

  return g_variant_new_int64 (g_ascii_strtoll (number, NULL, 10));
}

static gboolean
take_word (const char **p,
           const char  *word)
{
  if (!g_str_has_prefix (*p, word))
    return FALSE;
  *p += strlen (word);

  return TRUE;
}

static GVariant *
read_value (const char **p)
{
  skip_space (p);
  if (take (p, '{'))
    return read_object (p);
  if (take (p, '['))
    return read_array (p);
  if (take_word (p, "true"))
    return g_variant_new_boolean (TRUE);
  if (take_word (p, "false"))
    return g_variant_new_boolean (FALSE);
  if (take_word (p, "null"))
    return g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, NULL);
  if (**p == '"' || **p == '\'')
    return g_variant_new_take_string (read_string (p));

  return read_number (p);
}

GVariant *
json_tree_parse (const char *json)
{
  const char *p = json;
  GVariant *tree = g_variant_ref_sink (read_value (&p));

  skip_space (&p);
  g_assert_cmpstr (p, ==, "");

  return tree;
}
