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

#define WORDS 5

/* The finaliser of MurmurHash3 (Appleby, public domain): mixes all bits. */
static guint64
mix (guint64 x)
{
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return x ^ (x >> 33);
}

static guint64
hash_shingle (const guint64 *words,
              guint          n)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint i = 0; i < n; i++)
    hash = mix (hash ^ words[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* Hashes of the words, in order. */
static GArray *
hash_words (const char *utf8)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 hash = 0;
  gboolean open = FALSE;

  for (const char *p = utf8;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c))
        {
          gunichar small = c < 0x80 ? (gunichar) g_ascii_tolower (c) : g_unichar_tolower (c);

          hash = ((open ? hash : G_GUINT64_CONSTANT (0xcbf29ce484222325)) ^ small) * G_GUINT64_CONSTANT (0x100000001b3);
          open = TRUE;
        }
      else if (open && !g_unichar_ismark (c))
        {
          g_array_append_val (words, hash);
          open = FALSE;
        }
      if (c == 0)
        break;
    }
  return words;
}

/* The set of shingles; a text shorter than one shingle is one. */
static GHashTable *
make_shingles (const char *utf8)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) words = hash_words (utf8);

  for (guint i = 0; i < words->len && (i == 0 || i + WORDS <= words->len); i++)
    {
      guint64 hash = hash_shingle (&g_array_index (words, guint64, i), MIN (WORDS, words->len - i));

      g_hash_table_add (set, g_memdup2 (&hash, sizeof hash));
    }
  return set;
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

  words = hash_words (utf8);
  for (guint i = 0; i < RAP_SHINGLE_HASHES; i++)
    self.minima[i] = G_MAXUINT32;
  for (guint i = 0; i < words->len && (i == 0 || i + WORDS <= words->len); i++)
    {
      guint64 hash = hash_shingle (&g_array_index (words, guint64, i), MIN (WORDS, words->len - i));
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

double
rap_shingle_containment (const char *inner,
                         const char *outer)
{
  g_autoptr (GHashTable) inside = make_shingles (inner);
  g_autoptr (GHashTable) around = make_shingles (outer);
  GHashTableIter iter;
  gpointer key;
  guint common = 0;

  if (g_hash_table_size (inside) == 0)
    return 0;
  g_hash_table_iter_init (&iter, inside);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    common += g_hash_table_contains (around, key);
  return (double) common / g_hash_table_size (inside);
}
