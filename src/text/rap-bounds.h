/* rap-bounds.h
 *
 * Words, sentences, paragraphs and quotations around a place in a text, and
 * ranges trimmed so that they never cut a character as the reader sees it.
 * Texts are UTF-8 of @n_bytes bytes; offsets and ranges are code points;
 * @language is a BCP 47 tag or NULL. Offsets past the end are clamped.
 * Unicode text segmentation (UAX 29) by ICU, with its list of abbreviations.
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

/* The word, or the run of spaces or the one mark that stands there. At the end of a word: that word. */
RapRange rap_bounds_word      (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);
/* The sentence without the white space after it. Never crosses a line end. */
RapRange rap_bounds_sentence  (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);
/* The line, without white space at its ends. */
RapRange rap_bounds_paragraph (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);
/* The innermost quotation of the paragraph around @offset, without its marks; empty at @offset when there is none. */
RapRange rap_bounds_quotation (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);
/* The grapheme cluster that holds @offset. */
RapRange rap_bounds_grapheme  (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);

/* @range widened to whole grapheme clusters, then without white space at its ends (empty when nothing is left). */
RapRange rap_bounds_trim      (const char *utf8,
                               gsize       n_bytes,
                               RapRange    range);

/* For nudging an end of a passage: the next or previous place, 0 or the length at the ends. Words: start of the
 * previous word, end of the next word. */
guint    rap_bounds_next_grapheme     (const char *utf8,
                                       gsize       n_bytes,
                                       guint       offset);
guint    rap_bounds_previous_grapheme (const char *utf8,
                                       gsize       n_bytes,
                                       guint       offset);
guint    rap_bounds_next_word         (const char *utf8,
                                       gsize       n_bytes,
                                       guint       offset,
                                       const char *language);
guint    rap_bounds_previous_word     (const char *utf8,
                                       gsize       n_bytes,
                                       guint       offset,
                                       const char *language);

G_END_DECLS
