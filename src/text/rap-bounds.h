/* rap-bounds.h
 *
 * Words, clauses, sentences, paragraphs and quotations around a place in a text, and
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
/* All sentences of a text in order, each as rap_bounds_sentence() finds it (but without its window on a very long line),
 * in one pass. (transfer full) (element-type RapRange) */
GArray  *rap_bounds_sentences (const char *utf8,
                               gsize       n_bytes,
                               const char *language);
/* The line, without white space at its ends. */
RapRange rap_bounds_paragraph (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);
/* The part of the sentence between the marks that divide it: commas, semicolons, colons, dashes and brackets of all
 * scripts, by punctuation alone, in any language. Not divided: numbers ("3,500", "10:30"), words joined by a hyphen or
 * an unspaced dash, and quotations, from outside: a mark counts only where it is in the same quotation as the place. A
 * place inside a quotation never gets more than that quotation; what ends in a mark before its closing quotation mark
 * (“We agreed,” he said) ends there for those outside too. A sentence that nothing divides is one clause. */
RapRange rap_bounds_clause    (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);
/* The innermost quotation around @offset, without its marks; empty at @offset when there is none. Marks of all scripts;
 * one quotation may run over several paragraphs that each open anew (see rap-quotation.c). */
RapRange rap_bounds_quotation (const char *utf8,
                               gsize       n_bytes,
                               guint       offset,
                               const char *language);
/* The innermost quotation that holds all of @range and more; empty at its start when there is none. */
RapRange rap_bounds_quotation_around (const char *utf8,
                                      gsize       n_bytes,
                                      RapRange    range);
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
