/* rap-part.c
 *
 * The one table of what files can be taken apart. Bytes are offered to the
 * readers in its order: those that know their format by its first bytes come
 * before those that have to guess, and a format made of another one (an office
 * document is an archive) before that other one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

static const struct
{
  const RapPartReader *reader;
  gboolean             many;
} readers[] = {
  { &rap_pdf_reader, FALSE },
  { &rap_office_reader, FALSE },
  { &rap_zip_reader, TRUE },
  { &rap_mhtml_reader, FALSE },
  { &rap_feed_reader, TRUE },
  { &rap_articles_reader, TRUE },
  { &rap_mail_reader, FALSE },
  { &rap_markdown_reader, FALSE },
};

void
rap_part_clear (RapPart *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->byline, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_error (&self->error);
}

const RapPartReader *
rap_part_reader_find (GBytes     *bytes,
                      const char *nick)
{
  gboolean named = nick != NULL && !g_str_equal (nick, "auto");
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      const RapPartReader *reader = readers[i].reader;

      if (named ? g_str_equal (reader->nick, nick) : length > 0 && reader->sniff (data, length))
        return reader;
    }
  return NULL;
}

gboolean
rap_part_reader_is_many (const RapPartReader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].reader == self)
      return readers[i].many;
  return FALSE;
}

const char * const *
rap_part_get_formats (void)
{
  static const char *nicks[G_N_ELEMENTS (readers) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    nicks[i] = readers[i].reader->nick;
  return nicks;
}
