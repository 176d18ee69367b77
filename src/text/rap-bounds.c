/* rap-bounds.c
 *
 * Offsets come in as code points, ICU works on bytes, so every function cuts
 * the paragraph (the line) around the place out of the text and works inside
 * it: a segmentation never costs more than the one line. A very long line is
 * cut to a window. Sentence ends after ranks and initials that ICU's list of
 * abbreviations does not know ("Brig. Gen. A. Hatami") are joined again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-bounds.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define WINDOW 8192 /* code points to each side */

/* A piece of the text around a place. */
typedef struct
{
  const char *text;
  gsize n_bytes;
  guint start;   /* code point of its first byte */
  gsize byte;    /* the place, from text */
} Piece;

/* The byte of code point @offset, clamped; @reached gets the code point it is. */
static gsize
byte_of (const char *utf8,
         gsize       n_bytes,
         guint       offset,
         guint      *reached)
{
  gsize i = 0;
  guint n = 0;

  while (i < n_bytes && n < offset)
    {
      i += g_utf8_skip[(guchar) utf8[i]];
      n++;
    }
  *reached = n;
  return MIN (i, n_bytes);
}

static guint
count (const char *from,
       const char *to)
{
  return (guint) g_utf8_strlen (from, to - from);
}

static Piece
find_piece (const char *utf8,
            gsize       n_bytes,
            guint       offset)
{
  guint reached;
  const char *place = utf8 + byte_of (utf8, n_bytes, offset, &reached);
  const char *start = place;
  const char *end = place;
  const char *limit = utf8 + n_bytes;

  for (guint n = 0; start > utf8 && start[-1] != '\n' && n < WINDOW; n++)
    {
      start = g_utf8_prev_char (start);
      reached--;
    }
  for (guint n = 0; end < limit && *end != '\n' && n < WINDOW; n++)
    end = g_utf8_next_char (end);
  return (Piece) { start, end - start, reached, place - start };
}

static RapRange
to_range (Piece piece,
          gsize start,
          gsize end)
{
  guint first = piece.start + count (piece.text, piece.text + start);

  return (RapRange) { first, first + count (piece.text + start, piece.text + end) };
}

typedef struct
{
  UBreakIterator *iterator;
  UText *text;
} Breaker;

static gboolean
open_breaker (Breaker           *self,
              Piece              piece,
              UBreakIteratorType type,
              const char        *language)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *locale = g_strdup_printf ("%.20s%s", language ? language : "en", type == UBRK_SENTENCE ? "@ss=standard" : "");

  self->text = utext_openUTF8 (NULL, piece.text, (int64_t) piece.n_bytes, &status);
  self->iterator = ubrk_open (type, locale, NULL, 0, &status);
  ubrk_setUText (self->iterator, self->text, &status);
  return U_SUCCESS (status);
}

static void
close_breaker (Breaker *self)
{
  ubrk_close (self->iterator);
  utext_close (self->text);
}

/* The segment that holds the place; at the end of the piece the last one. */
static RapRange
segment_at (Piece              piece,
            UBreakIteratorType type,
            const char        *language)
{
  Breaker breaker;
  RapRange range = { piece.start, piece.start };
  gsize at = piece.byte < piece.n_bytes ? piece.byte : piece.n_bytes - (piece.n_bytes > 0);

  if (piece.n_bytes > 0 && open_breaker (&breaker, piece, type, language))
    {
      int32_t end = ubrk_following (breaker.iterator, (int32_t) at);
      int32_t start = ubrk_preceding (breaker.iterator, end == UBRK_DONE ? (int32_t) piece.n_bytes : end);

      range = to_range (piece, start == UBRK_DONE ? 0 : start, end == UBRK_DONE ? piece.n_bytes : (gsize) end);
    }
  if (piece.n_bytes > 0)
    close_breaker (&breaker);
  return range;
}

static RapRange
trim_piece (Piece piece,
            gsize start,
            gsize end)
{
  while (start < end && g_unichar_isspace (g_utf8_get_char (piece.text + start)))
    start = g_utf8_next_char (piece.text + start) - piece.text;
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (piece.text + end))))
    end = g_utf8_prev_char (piece.text + end) - piece.text;
  return to_range (piece, start, end);
}

static gboolean
is_word_char (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

RapRange
rap_bounds_word (const char *utf8,
                 gsize       n_bytes,
                 guint       offset,
                 const char *language)
{
  Piece piece = find_piece (utf8, n_bytes, offset);
  const char *place = piece.text + piece.byte;

  g_return_val_if_fail (utf8 != NULL, ((RapRange) { 0, 0 }));

  /* Between a word and what follows it: the word. */
  if (piece.byte > 0 && (piece.byte == piece.n_bytes || !is_word_char (place)) && is_word_char (g_utf8_prev_char (place)))
    piece.byte = g_utf8_prev_char (place) - piece.text;
  return segment_at (piece, UBRK_WORD, language);
}

RapRange
rap_bounds_grapheme (const char *utf8,
                     gsize       n_bytes,
                     guint       offset,
                     const char *language)
{
  guint reached;
  gsize byte = byte_of (utf8, n_bytes, offset, &reached);
  Piece piece;

  if (byte == n_bytes)
    return (RapRange) { reached, reached };
  if (utf8[byte] == '\n')
    return (RapRange) { offset, offset + 1 };
  piece = find_piece (utf8, n_bytes, offset);
  return segment_at (piece, UBRK_CHARACTER, language);
}

RapRange
rap_bounds_paragraph (const char *utf8,
                      gsize       n_bytes,
                      guint       offset,
                      const char *language)
{
  guint reached;
  gsize byte = byte_of (utf8, n_bytes, offset, &reached);
  gsize start = byte, end = byte;
  Piece piece;

  while (start > 0 && utf8[start - 1] != '\n')
    start--;
  while (end < n_bytes && utf8[end] != '\n')
    end++;
  piece = (Piece) { utf8 + start, end - start, reached - count (utf8 + start, utf8 + byte), byte - start };
  return trim_piece (piece, 0, piece.n_bytes);
}

/* "A", "J.D", "U.S": a sentence ends there less often than a name goes on. */
static gboolean
is_initials (const char *word)
{
  for (; *word != '\0'; word++)
    {
      if (!g_unichar_isupper (g_utf8_get_char (word)))
        return FALSE;
      word = g_utf8_next_char (word);
      if (*word == '\0')
        return TRUE;
      if (*word != '.')
        return FALSE;
    }
  return FALSE;
}

/* Whether the full stop before @end belongs to a rank or an initial. */
static gboolean
is_abbreviation (Piece piece,
                 gsize end)
{
  static const char *const known[] = {
    "Gen", "Maj", "Brig", "Col", "Lt", "Capt", "Cmdr", "Cdr", "Adm", "Sgt", "Cpl", "Gov", "Sen", "Rep", "Mr", "Mrs", "Ms", "Dr", "Prof",
    "St", "No", "vs", "Rev", "Hon", "Pres", "Sec", "Min", "Amb", "Mme", "Sr", "Sra", NULL
  };
  const char *stop = piece.text + end;
  const char *start;
  g_autofree char *word = NULL;

  while (stop > piece.text && g_ascii_isspace (stop[-1]))
    stop--;
  if (stop == piece.text || stop[-1] != '.')
    return FALSE;
  start = --stop;
  while (start > piece.text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))) && stop - start < 24)
    start = g_utf8_prev_char (start);
  if (*start == '(' || *start == '"')
    start++;
  word = g_strndup (start, stop - start);
  return g_strv_contains (known, word) || is_initials (word);
}

RapRange
rap_bounds_sentence (const char *utf8,
                     gsize       n_bytes,
                     guint       offset,
                     const char *language)
{
  Piece piece = find_piece (utf8, n_bytes, offset);
  gsize at = piece.byte < piece.n_bytes ? piece.byte : piece.n_bytes - (piece.n_bytes > 0);
  RapRange range = { piece.start, piece.start };
  Breaker breaker;

  if (piece.n_bytes == 0)
    return range;
  if (open_breaker (&breaker, piece, UBRK_SENTENCE, language))
    {
      int32_t end = ubrk_following (breaker.iterator, (int32_t) at);
      int32_t start;

      while (end != UBRK_DONE && end < (int32_t) piece.n_bytes && is_abbreviation (piece, end))
        end = ubrk_next (breaker.iterator);
      start = ubrk_isBoundary (breaker.iterator, (int32_t) at) ? (int32_t) at : ubrk_preceding (breaker.iterator, (int32_t) at);
      while (start != UBRK_DONE && start > 0 && is_abbreviation (piece, start))
        start = ubrk_previous (breaker.iterator);
      range = trim_piece (piece, start == UBRK_DONE ? 0 : start, end == UBRK_DONE ? piece.n_bytes : (gsize) end);
    }
  close_breaker (&breaker);
  return range;
}

/* What lies between two bytes of a line as a range, without white space; @at is the code point of @start and moves on to
 * that of @end. */
static void
add_sentence (GArray     *sentences,
              const char *start,
              const char *end,
              guint      *at)
{
  guint length = count (start, end);
  RapRange range = { *at, *at + length };

  *at += length;
  for (; start < end && g_unichar_isspace (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    range.start++;
  for (; end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))); end = g_utf8_prev_char (end))
    range.end--;
  if (!rap_range_is_empty (range))
    g_array_append_val (sentences, range);
}

static void
cut_line (GArray  *sentences,
          Breaker *breaker,
          Piece    line)
{
  UErrorCode status = U_ZERO_ERROR;
  guint at = line.start;
  gsize start = 0;

  breaker->text = utext_openUTF8 (breaker->text, line.text, (int64_t) line.n_bytes, &status);
  ubrk_setUText (breaker->iterator, breaker->text, &status);
  for (int32_t end = ubrk_next (breaker->iterator); U_SUCCESS (status) && end != UBRK_DONE; end = ubrk_next (breaker->iterator))
    if (end == (int32_t) line.n_bytes || !is_abbreviation (line, end))
      {
        add_sentence (sentences, line.text + start, line.text + end, &at);
        start = end;
      }
}

GArray *
rap_bounds_sentences (const char *utf8,
                      gsize       n_bytes,
                      const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (RapRange));
  const char *limit = utf8 + n_bytes;
  Piece line = { utf8, 0, 0, 0 };
  Breaker breaker = { NULL, NULL };

  if (open_breaker (&breaker, line, UBRK_SENTENCE, language))
    while (line.text < limit)
      {
        const char *end = memchr (line.text, '\n', limit - line.text);

        line.n_bytes = (end ? end : limit) - line.text;
        if (line.n_bytes > 0)
          cut_line (sentences, &breaker, line);
        line.start += count (line.text, line.text + line.n_bytes) + 1;
        line.text += line.n_bytes + 1;
      }
  close_breaker (&breaker);
  return sentences;
}

RapRange
rap_bounds_trim (const char *utf8,
                 gsize       n_bytes,
                 RapRange    range)
{
  RapRange first, last;
  guint reached;
  const char *start, *end;

  if (rap_range_is_empty (range))
    return range;
  first = rap_bounds_grapheme (utf8, n_bytes, range.start, NULL);
  last = rap_bounds_grapheme (utf8, n_bytes, range.end - 1, NULL);
  start = utf8 + byte_of (utf8, n_bytes, first.start, &reached);
  range.start = reached;
  end = start + byte_of (start, utf8 + n_bytes - start, last.end - first.start, &reached);
  range.end = range.start + reached;
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    {
      start = g_utf8_next_char (start);
      range.start++;
    }
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      range.end--;
    }
  return range;
}

guint
rap_bounds_next_grapheme (const char *utf8,
                          gsize       n_bytes,
                          guint       offset)
{
  return rap_bounds_grapheme (utf8, n_bytes, offset, NULL).end;
}

guint
rap_bounds_previous_grapheme (const char *utf8,
                              gsize       n_bytes,
                              guint       offset)
{
  guint reached;

  byte_of (utf8, n_bytes, offset, &reached);
  return reached == 0 ? 0 : rap_bounds_grapheme (utf8, n_bytes, reached - 1, NULL).start;
}

guint
rap_bounds_next_word (const char *utf8,
                      gsize       n_bytes,
                      guint       offset,
                      const char *language)
{
  guint reached;
  const char *p = utf8 + byte_of (utf8, n_bytes, offset, &reached);

  for (; p < utf8 + n_bytes && !is_word_char (p); p = g_utf8_next_char (p))
    reached++;
  if (p == utf8 + n_bytes)
    return reached;
  return rap_bounds_word (utf8, n_bytes, reached, language).end;
}

guint
rap_bounds_previous_word (const char *utf8,
                          gsize       n_bytes,
                          guint       offset,
                          const char *language)
{
  guint reached;
  const char *p = utf8 + byte_of (utf8, n_bytes, offset, &reached);

  for (; p > utf8 && !is_word_char (g_utf8_prev_char (p)); p = g_utf8_prev_char (p))
    reached--;
  if (p == utf8)
    return 0;
  return rap_bounds_word (utf8, n_bytes, reached - 1, language).start;
}
