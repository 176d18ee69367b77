/* rap-excerpt.c
 *
 * Cuts by the text's own index of code points, and by looking for line ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-excerpt.h"

/* Code points to each side: twice what rap-bounds.c looks at around a place. */
#define MARGIN 16384

static RapRange
clamp (const RapText *text,
       RapRange       range)
{
  guint length = rap_text_get_length (text);
  guint start = MIN (range.start, length);

  return (RapRange) { start, CLAMP (range.end, start, length) };
}

RapExcerpt
rap_excerpt_around (const RapText *text,
                    RapRange       range)
{
  RapRange wide = clamp (text, range);
  gsize start, end;

  wide.start -= MIN (wide.start, MARGIN);
  wide.end += MIN (rap_text_get_length (text) - wide.end, MARGIN);
  start = rap_text_to_byte (text, wide.start);
  end = rap_text_to_byte (text, wide.end);
  return (RapExcerpt) { rap_text_get_utf8 (text) + start, end - start, wide.start };
}

static gsize
find_line_start (const char *utf8,
                 gsize       byte)
{
  while (byte > 0 && utf8[byte - 1] != '\n')
    byte--;
  return byte;
}

RapExcerpt
rap_excerpt_lines (const RapText *text,
                   RapRange       range,
                   guint          n_before)
{
  const char *utf8 = rap_text_get_utf8 (text);
  RapRange wide = clamp (text, range);
  gsize n_bytes = rap_text_get_bytes (text);
  gsize start = rap_text_to_byte (text, wide.start);
  gsize end = rap_text_to_byte (text, wide.end);

  start = find_line_start (utf8, start);
  if (n_before > 0)
    {
      guint at = rap_text_from_byte (text, start);

      start = find_line_start (utf8, rap_text_to_byte (text, at - MIN (at, n_before)));
    }
  while (end < n_bytes && utf8[end] != '\n')
    end++;
  return (RapExcerpt) { utf8 + start, end - start, rap_text_from_byte (text, start) };
}

RapRange
rap_excerpt_to_inner (const RapExcerpt *self,
                      RapRange          range)
{
  return (RapRange) { range.start - MIN (range.start, self->start), range.end - MIN (range.end, self->start) };
}

RapRange
rap_excerpt_to_text (const RapExcerpt *self,
                     RapRange          range)
{
  return (RapRange) { range.start + self->start, range.end + self->start };
}
