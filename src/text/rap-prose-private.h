/* rap-prose-private.h
 *
 * Shallow features of a run of text that tell prose from menus in any
 * language: how long, how many words, how it ends. Pure functions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapProse:
 * @chars: code points without white space
 * @words: runs of letters and digits; in scripts without spaces every two letters count as one
 * @letters, @digits, @capitals: code points
 * @capital_words: words that begin with a capital
 * @stops: sentence marks inside or at the end (. ! ? and their kin)
 * @commas: commas and semicolons
 * @bars: separators of menus and bread crumbs (| » › • ·)
 * @ends_stopped: ends like a sentence, closing quotes and brackets ignored
 * @ends_open: ends with a colon, comma or dash
 * @ends_cut: ends with an ellipsis
 */
typedef struct
{
  guint chars, words, letters, digits, capitals, capital_words;
  guint stops, commas, bars;
  guint ends_stopped : 1;
  guint ends_open : 1;
  guint ends_cut : 1;
  guint starts_small : 1;
  guint starts_quoted : 1;
} RapProse;

/* Of a very long run only the beginning and the end are measured. */
RapProse  rap_prose_measure     (const char *text,
                                 gsize       n_bytes);
/* Reads like one sentence or more. */
gboolean  rap_prose_is_sentence (RapProse    prose);

G_END_DECLS
