/* rap-text.c
 *
 * UTF-8 with a checkpoint every STRIDE code points: finding a code point is one
 * look-up and a scan of at most STRIDE characters, for a sixteenth of the
 * memory of a full index. Text that is all ASCII needs no index at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-text.h"

#include <string.h>

#include "rap-utf8.h"

#define STRIDE 64

/* Owns its members; written only by rap_text_new(), but for the digest, which
 * the first thread that asks for it puts there. */
struct _RapText
{
  gatomicrefcount  ref_count;
  guint            length;        /* code points */
  gsize            bytes;
  guint32         *checkpoints;   /* byte offset of code point STRIDE * i; NULL when all ASCII */
  guint            n_checkpoints;
  char            *sha256;        /* NULL until asked for */
  char             utf8[];
};

static inline gboolean
begins_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static void
build_checkpoints (RapText *self)
{
  guint count = 0;

  self->n_checkpoints = self->length / STRIDE + 1;
  self->checkpoints = g_new (guint32, self->n_checkpoints);
  self->checkpoints[self->n_checkpoints - 1] = self->bytes;

  for (gsize i = 0; i < self->bytes; i++)
    {
      if (!begins_character (self->utf8[i]))
        continue;
      if (count % STRIDE == 0)
        self->checkpoints[count / STRIDE] = i;
      count++;
    }
}

/* The last checkpoint at or before @byte. */
static guint
find_checkpoint (const RapText *self,
                 gsize          byte)
{
  guint low = 0;
  guint high = self->n_checkpoints;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->checkpoints[middle] <= byte)
        low = middle;
      else
        high = middle;
    }

  return low;
}

RapText *
rap_text_new (const char *utf8)
{
  RapText *self;
  gsize bytes;

  g_return_val_if_fail (utf8 != NULL, NULL);

  bytes = strlen (utf8);
  if (bytes >= G_MAXUINT32 || !rap_utf8_is_valid (utf8, bytes))
    return NULL;

  self = g_malloc (sizeof (RapText) + bytes + 1);
  g_atomic_ref_count_init (&self->ref_count);
  memcpy (self->utf8, utf8, bytes + 1);
  self->bytes = bytes;
  self->length = rap_utf8_length (utf8, bytes);
  self->checkpoints = NULL;
  self->sha256 = NULL;
  self->n_checkpoints = 0;
  if (self->length != bytes)
    build_checkpoints (self);

  return self;
}

RapText *
rap_text_ref (RapText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rap_text_unref (RapText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->checkpoints);
  g_free (self->sha256);
  g_free (self);
}

const char *
rap_text_get_utf8 (const RapText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->utf8;
}

gsize
rap_text_get_bytes (const RapText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bytes;
}

guint
rap_text_get_length (const RapText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

gsize
rap_text_to_byte (const RapText *self,
                  guint          offset)
{
  const char *start;

  g_return_val_if_fail (self != NULL, 0);

  if (offset >= self->length)
    return self->bytes;
  if (self->checkpoints == NULL)
    return offset;

  start = self->utf8 + self->checkpoints[offset / STRIDE];
  return g_utf8_offset_to_pointer (start, offset % STRIDE) - self->utf8;
}

guint
rap_text_from_byte (const RapText *self,
                    gsize          byte)
{
  guint checkpoint;
  gsize start;

  g_return_val_if_fail (self != NULL, 0);

  if (byte >= self->bytes)
    return self->length;
  if (self->checkpoints == NULL)
    return byte;

  /* Inside a character means that character. */
  while (!begins_character (self->utf8[byte]))
    byte--;

  checkpoint = find_checkpoint (self, byte);
  start = self->checkpoints[checkpoint];
  return checkpoint * STRIDE + rap_utf8_length (self->utf8 + start, byte - start);
}

char *
rap_text_slice (const RapText *self,
                RapRange       range)
{
  gsize start;
  gsize end;

  g_return_val_if_fail (self != NULL, NULL);

  start = rap_text_to_byte (self, range.start);
  end = rap_text_to_byte (self, MAX (range.start, range.end));
  return g_strndup (self->utf8 + start, end - start);
}

char *
rap_text_sha256 (const RapText *self)
{
  RapText *cache = (RapText *) self;
  char *digest;

  g_return_val_if_fail (self != NULL, NULL);

  digest = g_atomic_pointer_get (&cache->sha256);
  if (digest == NULL)
    {
      digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) self->utf8, self->bytes);
      if (!g_atomic_pointer_compare_and_exchange (&cache->sha256, NULL, digest))
        {
          g_free (digest);
          digest = g_atomic_pointer_get (&cache->sha256);
        }
    }
  return g_strdup (digest);
}
