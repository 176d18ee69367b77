/* rap-word-set.c
 *
 * A word stands there as a number made from its letters (FNV-1a), in a table
 * with open addressing and linear probing (Knuth, 6.4) that is never more than
 * half full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-word-set-private.h"

#define ENOUGH_BYTES  16384 /* of a longer text */
#define STEM_LETTERS  6
#define SHORTEST_WORD 4
#define BYTES_A_WORD  8     /* about, for the first size of the table */
#define FEWEST_BITS   4

/* The lowest bit of a number says whether the word is a long one; 0 is an empty slot. */
struct _RapWordSet
{
  guint64 *slots; /* 1 << n_bits */
  guint    n_bits;
  guint    n;
};

/* A word in the making: its first letters as a number, and how many it has. */
typedef struct
{
  guint64 hash;
  guint   n_letters;
} Word;

static const Word no_word = { G_GUINT64_CONSTANT (14695981039346656037), 0 };

static gsize
n_slots (const RapWordSet *self)
{
  return (gsize) 1 << self->n_bits;
}

/* Where @number is or would be: Fibonacci hashing. */
static inline guint64 *
find_slot (const RapWordSet *self,
           guint64           number)
{
  gsize last = n_slots (self) - 1;
  gsize i = (gsize) ((number * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->n_bits));

  while (self->slots[i] != 0 && self->slots[i] != number)
    i = (i + 1) & last;
  return &self->slots[i];
}

static void
grow (RapWordSet *self)
{
  g_autofree guint64 *old = self->slots;
  gsize n_old = n_slots (self);

  self->n_bits++;
  self->slots = g_new0 (guint64, n_slots (self));
  for (gsize i = 0; i < n_old; i++)
    if (old[i] != 0)
      *find_slot (self, old[i]) = old[i];
}

static inline void
add (RapWordSet *self,
     guint64     number)
{
  guint64 *slot = find_slot (self, number);

  if (*slot == number)
    return;
  *slot = number;
  if (++self->n * 2 > n_slots (self))
    grow (self);
}

/* The small form of the letter or digit at @p, or 0. */
static inline gunichar
fold_letter (const char *p)
{
  guchar byte = *(const guchar *) p;
  guchar small = byte | 0x20;
  gunichar c;

  if ((guchar) (small - 'a') < 26)
    return small;
  if (byte < 0x80)
    return (guchar) (byte - '0') < 10 ? byte : 0;
  c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) ? g_unichar_tolower (c) : 0;
}

static inline void
word_take (Word     *self,
           gunichar  letter)
{
  if (self->n_letters++ < STEM_LETTERS)
    self->hash = (self->hash ^ letter) * G_GUINT64_CONSTANT (1099511628211);
}

static inline void
word_end (Word       *self,
          RapWordSet *set)
{
  guint64 number = (self->hash >> 16 ^ self->hash << 2) & ~(guint64) 1;

  if (self->n_letters >= SHORTEST_WORD)
    add (set, MAX (number, 2) | (self->n_letters >= STEM_LETTERS));
  *self = no_word;
}

RapWordSet *
rap_word_set_new (const char *text,
                  gsize       n_bytes)
{
  RapWordSet *self = g_new0 (RapWordSet, 1);
  const char *end = text + MIN (n_bytes, ENOUGH_BYTES);
  Word word = no_word;

  self->n_bits = MAX (FEWEST_BITS, g_bit_storage (MIN (n_bytes, ENOUGH_BYTES) * 2 / BYTES_A_WORD));
  self->slots = g_new0 (guint64, n_slots (self));
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar letter = fold_letter (p);

      if (letter != 0)
        word_take (&word, letter);
      else if (word.n_letters > 0)
        word_end (&word, self);
    }
  word_end (&word, self);
  return self;
}

void
rap_word_set_free (RapWordSet *self)
{
  g_free (self->slots);
  g_free (self);
}

guint
rap_word_set_size (const RapWordSet *self)
{
  return self->n;
}

void
rap_word_set_add_long (RapWordSet       *self,
                       const RapWordSet *other)
{
  for (gsize i = 0; i < n_slots (other); i++)
    if ((other->slots[i] & 1) != 0)
      add (self, other->slots[i]);
}

guint
rap_word_set_common (const RapWordSet *self,
                     const RapWordSet *other)
{
  guint n = 0;

  for (gsize i = 0; i < n_slots (self); i++)
    n += self->slots[i] != 0 && *find_slot (other, self->slots[i]) != 0;
  return n;
}
