/* rap-shingle.c
 *
 * Words are folded to small letters, every five in a row are hashed (FNV-1a,
 * 64 bits), and 64 mixes of that hash are kept at their minimum.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shingle.h"

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

      if (g_unichar_isalnum (c))
        {
          hash = ((open ? hash : G_GUINT64_CONSTANT (0xcbf29ce484222325)) ^ g_unichar_tolower (c)) * G_GUINT64_CONSTANT (0x100000001b3);
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

RapShingleSignature
rap_shingle_signature (const char *utf8)
{
  RapShingleSignature self = { 0 };
  g_autoptr (GHashTable) set = NULL;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (utf8 != NULL, self);

  set = make_shingles (utf8);
  self.n_shingles = g_hash_table_size (set);
  for (guint i = 0; i < RAP_SHINGLE_HASHES; i++)
    self.minima[i] = G_MAXUINT32;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    for (guint i = 0; i < RAP_SHINGLE_HASHES; i++)
      {
        guint32 value = (guint32) mix (*(guint64 *) key + (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

        self.minima[i] = MIN (self.minima[i], value);
      }
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
