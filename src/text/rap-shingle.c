/* rap-shingle.c
 *
 * Words are folded to small letters and every five in a row are hashed (FNV-1a,
 * 64 bits). For the signature the hashes are dealt into 64 bins of which each
 * keeps its minimum; an empty bin borrows from the next one (one permutation
 * hashing with rotation: Shrivastava and Li, 2014), so that a shingle costs one
 * hash and not 64.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shingle.h"

#include <string.h>

#include "rap-letter-family.h"
#include "rap-shingle-private.h"

#define WORDS 5
#define BYTES_A_WORD 8 /* about, to make room */

/* The finaliser of MurmurHash3 (Appleby, public domain): mixes all bits. */
guint64
rap_shingle_mix (guint64 x)
{
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return x ^ (x >> 33);
}

static guint64
hash_shingle (const RapShingleWord *words,
              guint                 n)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint i = 0; i < n; i++)
    hash = rap_shingle_mix (hash ^ words[i].hash) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* Scripts that put no spaces between words: each letter counts as a word. */
static gboolean
is_unspaced (gunichar c)
{
  if (c < 0x0e00)
    return FALSE;
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || c <= 0x0edf ||
         (c >= 0x1780 && c <= 0x17ff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Without the marks that are composed with it. */
static gunichar
base_of (gunichar c)
{
  gunichar base, mark;

  while ((c < 0xac00 || c > 0xd7a3) && g_unichar_decompose (c, &base, &mark) && mark != 0)
    c = base;
  return c;
}

/* The letter that stands for its variants; 0 for what is not a letter or digit.
 * @inside: set when it stands inside a word without being of it, as marks and joiners do. */
static gunichar
fold_letter (gunichar  c,
             gboolean *inside)
{
  gunichar letter = 0;

  *inside = FALSE;
  if (c < 0x80)
    return g_ascii_isalnum (c) ? c | 0x20 : 0; /* the bit of small letters, which digits have too */
  if (g_unichar_isalnum (c))
    letter = rap_letter_get_family (g_unichar_tolower (base_of (c)));
  *inside = letter == 0 && (rap_letter_get_family (c) == 0 || g_unichar_ismark (c));
  return letter;
}

GArray *
rap_shingle_cut_words (const char *text,
                       gsize       n_bytes,
                       guint       at)
{
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (RapShingleWord), (guint) (n_bytes / BYTES_A_WORD));
  const char *end = text + n_bytes;
  RapShingleWord *open = NULL;
  gboolean was_alone = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p), at++)
    {
      guchar byte = *(const guchar *) p;
      gunichar c = byte < 0x80 ? byte : g_utf8_get_char (p);
      gboolean inside;
      gunichar letter = fold_letter (c, &inside);
      gboolean alone = letter != 0 && is_unspaced (letter);

      if (letter != 0 && c < 0x80 && open != NULL && !was_alone)
        {
          open->hash = (open->hash ^ letter) * G_GUINT64_CONSTANT (0x100000001b3);
          open->range.end = at + 1;
          continue;
        }
      if (alone || (letter == 0 && !inside) || (letter != 0 && was_alone))
        open = NULL;
      was_alone = alone || (was_alone && inside);
      if (letter != 0 && open == NULL)
        {
          RapShingleWord word = { G_GUINT64_CONSTANT (0xcbf29ce484222325), { at, at } };

          g_array_append_val (words, word);
          open = &g_array_index (words, RapShingleWord, words->len - 1);
        }
      if (letter != 0)
        open->hash = (open->hash ^ letter) * G_GUINT64_CONSTANT (0x100000001b3);
      if (open != NULL)
        open->range.end = at + 1;
    }
  return words;
}

/* A borrowed minimum is marked by how far it came, so that only bins that
 * borrowed alike agree. */
static void
fill_empty_bins (RapShingleSignature *self)
{
  guint32 found[RAP_SHINGLE_HASHES];

  memcpy (found, self->minima, sizeof found);
  for (guint i = 0; i < RAP_SHINGLE_HASHES; i++)
    {
      guint distance = 0;

      while (distance < RAP_SHINGLE_HASHES && found[(i + distance) % RAP_SHINGLE_HASHES] == G_MAXUINT32)
        distance++;
      if (distance > 0 && distance < RAP_SHINGLE_HASHES)
        self->minima[i] = found[(i + distance) % RAP_SHINGLE_HASHES] + distance * 0x9e3779b9u;
    }
}

RapShingleSignature
rap_shingle_signature (const char *utf8)
{
  RapShingleSignature self = { 0 };
  g_autoptr (GArray) words = NULL;

  g_return_val_if_fail (utf8 != NULL, self);

  words = rap_shingle_cut_words (utf8, strlen (utf8), 0);
  for (guint i = 0; i < RAP_SHINGLE_HASHES; i++)
    self.minima[i] = G_MAXUINT32;
  for (guint i = 0; i < words->len && (i == 0 || i + WORDS <= words->len); i++)
    {
      guint64 hash = hash_shingle (&g_array_index (words, RapShingleWord, i), MIN (WORDS, words->len - i));
      guint32 *bin = &self.minima[hash >> 58];

      *bin = MIN (*bin, (guint32) hash);
      self.n_shingles++;
    }
  fill_empty_bins (&self);
  return self;
}

double
rap_shingle_similarity (const RapShingleSignature *a,
                        const RapShingleSignature *b)
{
  guint same = 0;

  if (a->n_shingles == 0 || b->n_shingles == 0)
    return 0;
  for (guint i = 0; i < RAP_SHINGLE_HASHES; i++)
    same += a->minima[i] == b->minima[i];
  return (double) same / RAP_SHINGLE_HASHES;
}
