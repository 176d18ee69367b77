/* rap-reading-dim.c
 *
 * Walks from one range of the body to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-dim.h"

static void
dim_range (GtkTextBuffer *buffer,
           GtkTextTag    *tag,
           guint          start,
           guint          end)
{
  GtkTextIter from, to;

  if (start >= end)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

void
rap_reading_dim_apply (GtkTextBuffer    *buffer,
                       GtkTextTag       *tag,
                       const RapArticle *article)
{
  guint done = 0;

  for (guint i = 0; article->body != NULL && i < article->body->len; i++)
    {
      RapRange range = g_array_index (article->body, RapRange, i);

      dim_range (buffer, tag, done, range.start);
      done = range.end;
    }
  if (done > 0)
    dim_range (buffer, tag, done, rap_text_get_length (article->text));
}
