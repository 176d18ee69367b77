/* test-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-parts.h"

#include <string.h>

typedef struct
{
  const RapPartReader *reader;
  const PartCase      *data;
} Test;

static void
append_member (GString    *out,
               const char *name,
               const char *value)
{
  if (value == NULL)
    return;
  g_assert_true (g_utf8_validate (value, -1, NULL));
  g_string_append_printf (out, " %s=%s", name, value);
}

static gboolean
append_part (const RapPart *part,
             gpointer       user_data)
{
  static const char * const kinds[] = { "TEXT", "HTML", "BODY", "NATIVE", "CODEBOOK", "FILE" };
  GString *out = user_data;

  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, part->error != NULL ? "!" : kinds[part->kind]);
  if (part->name != NULL)
    g_string_append_printf (out, " [%s]", part->name);
  if (part->error != NULL)
    {
      g_assert_true (part->error->domain == RAP_ERROR);
      g_string_append_printf (out, " %s", part->error->message);
      return TRUE;
    }
  if (part->charset != NULL)
    g_string_append_printf (out, " (%s)", part->charset);
  append_member (out, "title", part->title);
  append_member (out, "published", part->published);
  append_member (out, "outlet", part->outlet);
  append_member (out, "byline", part->byline);
  append_member (out, "url", part->url);
  append_member (out, "language", part->language);
  g_string_append_c (out, '\n');
  g_string_append_len (out, g_bytes_get_data (part->bytes, NULL), (gssize) g_bytes_get_size (part->bytes));
  return TRUE;
}

char *
describe_parts (const RapPartReader *reader,
                const char          *data,
                gsize                length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  if (!reader->sniff ((const guint8 *) data, length))
    g_string_append (out, "(not known)");
  if (!reader->read (bytes, append_part, out, &error))
    {
      g_assert_true (error->domain == RAP_ERROR);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", error->message);
    }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Test *test = data;
  g_autofree char *got = describe_parts (test->reader, test->data->file, strlen (test->data->file));

  g_assert_cmpstr (got, ==, test->data->expected);
}

void
add_part_cases (const RapPartReader *reader,
                const PartCase      *cases,
                guint                n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/%s-reader/%s", reader->nick, cases[i].name);
      Test *test = g_new (Test, 1);

      *test = (Test) { reader, &cases[i] };
      g_test_add_data_func_full (path, test, test_case, g_free);
    }
}

char *
sniff_cases (const RapPartReader *reader,
             const PartCase      *cases,
             guint                n_cases)
{
  GString *known = g_string_new (NULL);

  for (guint i = 0; i < n_cases; i++)
    if (reader->sniff ((const guint8 *) cases[i].file, strlen (cases[i].file)))
      g_string_append_printf (known, "%s%s", known->len > 0 ? " " : "", cases[i].name);
  return g_string_free (known, FALSE);
}
