/* rap-store-letters.c
 *
 * The table is filled a page of 256 code points at a time, when a text first
 * has one of them; after that a letter costs one look.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-letters.h"

#include <string.h>

#include "rap-letter-family.h"

#define PAGE_SIZE  256
#define N_PAGES    (0x30000 / PAGE_SIZE)   /* the planes that have letters of living scripts */
#define MAX_TOKEN  256                     /* bytes; what is longer is no word that anybody looks for */

/* The most bytes that one letter becomes. */
#define LETTER_SIZE 64

/* What a letter becomes is a code point, or one of these. */
#define LETTER_SPLIT  0u           /* no letter: a word ends here */
#define LETTER_DROP   1u           /* left out; the word goes on */
#define LETTER_MANY   (1u << 30)   /* see spell_letter() */
#define LETTER_ALONE  (1u << 31)   /* flag: a word by itself, in scripts without spaces */
#define LETTER_POINT  0x1fffffu    /* mask of the code point */

/* Scripts that do not part words by spaces: every letter is a word, and a word is a phrase. */
static gboolean
is_unspaced (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static guint32
fold_simple (gunichar c)
{
  gunichar family = rap_letter_get_family (g_unichar_tolower (c));

  if (g_unichar_ismark (c) || family == 0)
    return LETTER_DROP;
  if (g_unichar_isdigit (c))
    return '0' + (guint32) g_unichar_digit_value (c);
  if (!g_unichar_isalnum (c))
    return LETTER_SPLIT;
  return is_unspaced (family) ? family | LETTER_ALONE : family;
}

/* For LETTER_MANY ("ﬁ", "½", "ﷺ"): what it becomes, with spaces between words.
 * Returns the number of bytes put into @buffer, at most LETTER_SIZE. */
static gsize
spell_letter (gunichar  c,
              char     *buffer)
{
  char utf8[8] = { 0 };
  g_autofree char *small = NULL;
  g_autofree char *normal = NULL;
  gsize n = 0;
  gboolean in_word = FALSE;

  g_unichar_to_utf8 (c, utf8);
  small = g_utf8_casefold (utf8, -1);
  normal = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  for (const char *p = normal; p != NULL && *p != '\0' && n < LETTER_SIZE - 8; p = g_utf8_next_char (p))
    {
      guint32 folded = fold_simple (g_utf8_get_char (p));

      if (folded == LETTER_DROP)
        continue;
      if (folded == LETTER_SPLIT)
        {
          if (in_word)
            buffer[n++] = ' ';
          in_word = FALSE;
          continue;
        }
      n += (gsize) g_unichar_to_utf8 (folded & LETTER_POINT, buffer + n);
      in_word = TRUE;
    }
  return n > 0 && buffer[n - 1] == ' ' ? n - 1 : n;
}

static guint32
fold_by_rules (gunichar c)
{
  char buffer[LETTER_SIZE];
  guint32 simple;
  gsize length;

  if (!g_unichar_validate (c) || !g_unichar_isdefined (c))
    return LETTER_SPLIT;
  if (c >= 0xAC00 && c <= 0xD7A3) /* syllables of Korean stay whole */
    return c;
  simple = fold_simple (c);
  if (simple == LETTER_DROP)
    return simple;
  length = spell_letter (c, buffer);
  if (length == 0)
    return simple == LETTER_SPLIT ? LETTER_SPLIT : LETTER_DROP;
  if (length == (gsize) g_utf8_skip[*(guchar *) buffer])
    return fold_simple (g_utf8_get_char (buffer));
  return LETTER_MANY;
}

static guint32 *
make_page (guint number)
{
  guint32 *page = g_new (guint32, PAGE_SIZE);

  for (guint i = 0; i < PAGE_SIZE; i++)
    page[i] = fold_by_rules (number * PAGE_SIZE + i);
  return page;
}

static guint32
fold_letter (gunichar c)
{
  static gsize pages[N_PAGES];
  guint number = c / PAGE_SIZE;

  if (number >= N_PAGES)
    return LETTER_SPLIT;
  if (g_once_init_enter (&pages[number]))
    g_once_init_leave (&pages[number], (gsize) make_page (number));
  return ((const guint32 *) pages[number])[c % PAGE_SIZE];
}

/* The next code point of @text, which ends at @end; moves @text behind it. A
 * byte that is no UTF-8 counts as a code point that is no letter. */
static gunichar
next_letter (const char **text,
             const char  *end)
{
  const guchar *p = (const guchar *) *text;
  guint n = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;
  gunichar c = n < 2 ? p[0] : p[0] & (0x7Fu >> n);

  if (n == 0 || (gsize) (end - *text) < n)
    {
      (*text)++;
      return 0xFFFD;
    }
  for (guint i = 1; i < n; i++)
    {
      if ((p[i] & 0xC0) != 0x80)
        {
          *text += i;
          return 0xFFFD;
        }
      c = c << 6 | (p[i] & 0x3F);
    }
  *text += n;
  return c;
}

/* The word that is being put together. */
typedef struct
{
  char          bytes[MAX_TOKEN + 8];
  gsize         n;
  gsize         start;
  gsize         end;
  RapTokenFunc  func;
  gpointer      user_data;
} Token;

static int
flush (Token *self)
{
  gsize n = self->n;

  self->n = 0;
  return n > 0 ? self->func (self->bytes, n, self->start, self->end, self->user_data) : 0;
}

static void
add_point (Token    *self,
           gunichar  c,
           gsize     start,
           gsize     end)
{
  if (self->n == 0)
    self->start = start;
  self->end = end;
  if (self->n >= MAX_TOKEN)
    return;
  if (c < 0x80)
    self->bytes[self->n++] = (char) c;
  else
    self->n += (gsize) g_unichar_to_utf8 (c, self->bytes + self->n);
}

/* What fold_letter() makes of an ASCII letter or digit; 0 for all other bytes. */
static inline char
fold_ascii (char byte)
{
  guchar small = (guchar) byte | 0x20;

  if ((guchar) (small - 'a') < 26)
    return (char) small;
  return (guchar) (byte - '0') < 10 ? byte : '\0';
}

/* Of @p on, as long as there is nothing else; returns where that ends. */
static const char *
add_ascii (Token      *self,
           const char *text,
           const char *p,
           const char *end)
{
  char folded;

  if (self->n == 0)
    self->start = (gsize) (p - text);
  for (; p < end && (folded = fold_ascii (*p)) != '\0'; p++)
    if (self->n < MAX_TOKEN)
      self->bytes[self->n++] = folded;
  self->end = (gsize) (p - text);
  return p;
}

static int
add_many (Token    *self,
          gunichar  c,
          gsize     start,
          gsize     end)
{
  char buffer[LETTER_SIZE + 1];
  gsize length = spell_letter (c, buffer);
  int result = 0;

  buffer[length] = '\0';
  for (const char *p = buffer; *p != '\0' && result == 0; p = g_utf8_next_char (p))
    if (*p == ' ')
      result = flush (self);
    else
      add_point (self, g_utf8_get_char (p), start, end);
  return result;
}

/* Adds the letter at @p, which is moved behind it. */
static int
add_letter (Token       *self,
            const char  *text,
            const char **p,
            const char  *end)
{
  gsize start = (gsize) (*p - text);
  gunichar c = next_letter (p, end);
  guint32 folded = fold_letter (c);
  gboolean alone = folded != LETTER_DROP && (folded & LETTER_ALONE) != 0;
  int result = alone || folded == LETTER_SPLIT ? flush (self) : 0;

  if (result != 0 || folded == LETTER_DROP || folded == LETTER_SPLIT)
    return result;
  if (folded == LETTER_MANY)
    return add_many (self, c, start, (gsize) (*p - text));
  add_point (self, folded & LETTER_POINT, start, (gsize) (*p - text));
  return alone ? flush (self) : 0;
}

int
rap_store_tokenize (const char   *text,
                    gsize         length,
                    RapTokenFunc  func,
                    gpointer      user_data)
{
  Token token = { .func = func, .user_data = user_data };
  const char *end = text + length;
  int result = 0;

  for (const char *p = text; p < end && result == 0; )
    if (fold_ascii (*p) != '\0')
      p = add_ascii (&token, text, p, end);
    else
      result = add_letter (&token, text, &p, end);
  return result == 0 ? flush (&token) : result;
}
