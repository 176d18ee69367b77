/* rap-articles-reader.c
 *
 * Articles as JSON: what other tools, archives and scrapers write. An entry
 * that is broken is reported by its number or line, and the others are read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include "rap-articles-private.h"

typedef struct
{
  RapPartFunc func;
  gpointer    user_data;
} Reader;

static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  return rap_articles_sniff ((const char *) data, length);
}

static gboolean
read_entry (const RapArticlesEntry *entry,
            gpointer                user_data)
{
  Reader *self = user_data;
  g_auto (RapPart) part = { .where = "JSON member", .position = entry->end };

  if (entry->by_line)
    part.name = g_strdup_printf ("line %u", entry->line);
  else if (entry->number > 0)
    part.name = g_strdup_printf ("entry %u", entry->number);
  rap_articles_fill_part (entry, &part);
  return self->func (&part, self->user_data);
}

static gboolean
read_articles (GBytes       *bytes,
               RapPartFunc   func,
               gpointer      user_data,
               GError      **error)
{
  Reader reader = { func, user_data };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return rap_articles_cut (data, length, read_entry, &reader, error);
}

const RapPartReader rap_articles_reader = { "articles-json", sniff, read_articles };
