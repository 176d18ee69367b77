/* rap-prose.c
 *
 * One pass over a run of text that counts what tells prose from menus.
 * Nothing here knows a word of any language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-prose-private.h"

#include <string.h>

#define ENOUGH_BYTES 16384 /* of a longer run; its end is looked at as well */
#define TAIL_BYTES 64

static gboolean
is_stop (gunichar c)
{
  switch (c)
    {
    case '.': case '!': case '?': case 0x2026:
    case 0x061f: case 0x06d4: case 0x0964: case 0x3002: case 0xff01: case 0xff1f: case 0xff0e: case 0x203c: case 0x2049:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A full stop inside "3.5" or "C.A.R.E." ends nothing; in "border.The" a space was lost. */
static gboolean
is_inner_stop (const char *stop,
               const char *start,
               const char *end)
{
  const char *next = stop + 1;

  if (*stop != '.' || next >= end)
    return FALSE;
  return g_ascii_isdigit (*next) ||
         (g_ascii_isupper (*next) && stop - start >= 1 && g_ascii_isupper (stop[-1]) && (stop - start < 2 || !g_ascii_isalpha (stop[-2])));
}

static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == ';' || c == 0x060c || c == 0x061b || c == 0x3001 || c == 0xff0c || c == 0xff1b;
}

static gboolean
is_bar (gunichar c)
{
  return c == '|' || c == 0xbb || c == 0x203a || c == 0x2022 || c == 0xb7 || c == 0x25ba || c == 0x2192;
}

static gboolean
is_closing (gunichar c)
{
  switch (c)
    {
    case '"': case '\'': case ')': case ']': case 0x2019: case 0x201d: case 0xbb: case 0x201c: case 0x300d: case 0x300f: case '*':
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_opening (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x201c || c == 0x201e || c == 0xab || c == 0x2018 || c == 0x300c;
}

/* Scripts that put no spaces between words. */
static gboolean
is_unspaced (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0x0e00 && c <= 0x0edf) ||
         (c >= 0x1780 && c <= 0x17ff) || (c >= 0x1000 && c <= 0x109f);
}

/* Most letters are ASCII, and the tables of Unicode are slow to ask. */
static inline gboolean
is_alpha (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);
}

static inline gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit (c) : g_unichar_isdigit (c);
}

static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
}

static inline gboolean
is_capital (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c) || g_unichar_istitle (c);
}

static void
see_last (RapProse *self,
          gunichar  last,
          gboolean  dotted)
{
  self->ends_stopped = is_stop (last);
  self->ends_cut = last == 0x2026 || dotted;
  self->ends_open = last == ':' || is_comma (last) || last == '-' || last == 0x2013 || last == 0x2014;
}

static void
see_letter (RapProse *self,
            gunichar  c,
            gboolean  in_word)
{
  gboolean capital = is_capital (c);

  self->letters++;
  self->capitals += capital;
  if (!in_word)
    self->capital_words += capital;
}

/* What is known when a part of the text has been seen. */
typedef struct
{
  RapProse prose;
  gunichar last;
  guint    unspaced;   /* letters of scripts that put no spaces between words */
  gboolean in_word;
} Measure;

/* Not the first of the text: nothing of what see_other() asks can hold for it. */
static void
see_ascii_letter (Measure  *self,
                  gunichar  c)
{
  self->prose.chars++;
  see_letter (&self->prose, c, self->in_word);
  self->prose.words += !self->in_word;
  self->in_word = TRUE;
  self->last = c;
}

/* The letter or sign @c at @p of the text. */
static void
see_other (Measure    *self,
           gunichar    c,
           const char *p,
           const char *text,
           const char *end)
{
  RapProse *prose = &self->prose;
  gboolean alpha = is_alpha (c);
  gboolean part = alpha || is_digit (c) || (self->in_word && c >= 0x80 && (c == 0x200c || g_unichar_ismark (c)));

  if (prose->chars++ == 0)
    {
      prose->starts_small = g_unichar_islower (c);
      prose->starts_quoted = is_opening (c);
    }
  if (alpha)
    see_letter (prose, c, self->in_word);
  self->unspaced += alpha && is_unspaced (c);
  prose->digits += is_digit (c);
  prose->words += part && !self->in_word;
  self->in_word = part || (self->in_word && (c == '\'' || c == 0x2019 || c == '-' || c == '.'));
  prose->stops += is_stop (c) && !is_stop (self->last) && !is_inner_stop (p, text, end);
  prose->commas += is_comma (c);
  prose->bars += is_bar (c);
  if (!is_closing (c) || prose->chars == 1)
    self->last = c;
}

static RapProse
measure (const char *text,
         gsize       n_bytes)
{
  Measure self = { 0 };
  const char *end = text + n_bytes;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      guchar byte = *(const guchar *) p;
      gunichar c = byte < 0x80 ? byte : g_utf8_get_char (p);

      if (c < 0x80 && is_alpha (c) && self.prose.chars > 0)
        see_ascii_letter (&self, c);
      else if (is_space (c))
        self.in_word = FALSE;
      else
        see_other (&self, c, p, text, end);
    }
  self.prose.words += self.unspaced / 2;
  see_last (&self.prose, self.last, n_bytes > 3 && memcmp (end - 3, "...", 3) == 0);
  return self.prose;
}

static const char *
next_boundary (const char *p)
{
  while (((guchar) *p & 0xc0) == 0x80)
    p++;
  return p;
}

RapProse
rap_prose_measure (const char *text,
                   gsize       n_bytes)
{
  RapProse self, tail;
  const char *end;

  if (n_bytes <= ENOUGH_BYTES)
    return measure (text, n_bytes);
  self = measure (text, next_boundary (text + ENOUGH_BYTES - TAIL_BYTES) - text);
  end = next_boundary (text + n_bytes - TAIL_BYTES);
  tail = measure (end, text + n_bytes - end);
  self.ends_stopped = tail.ends_stopped;
  self.ends_open = tail.ends_open;
  self.ends_cut = tail.ends_cut;
  return self;
}

gboolean
rap_prose_is_sentence (RapProse prose)
{
  return prose.words >= 6 && (prose.ends_stopped || prose.stops > 1 || (prose.ends_open && prose.words >= 8)) &&
         prose.letters * 2 > prose.chars;
}
