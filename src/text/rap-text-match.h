/* rap-text-match.h
 *
 * Places of some words in a text, for finding in an article: without regard to
 * marks (é, harakat), to variants of Arabic and Persian letters, to joiners and
 * apostrophes, to how wide white space is, and, unless it is asked for, to case.
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

/**
 * RapTextMatchFlags:
 * @RAP_TEXT_MATCH_CASE: capitals count
 * @RAP_TEXT_MATCH_WORDS: only where a word begins and ends; a zero-width
 *   non-joiner is inside a word
 */
typedef enum
{
  RAP_TEXT_MATCH_LOOSE = 0,
  RAP_TEXT_MATCH_CASE  = 1 << 0,
  RAP_TEXT_MATCH_WORDS = 1 << 1,
} RapTextMatchFlags;

/* In order, without overlap, code points; with the marks that belong to the last
 * letter. Empty when nothing of @query counts. (transfer full) (element-type RapRange) */
GArray *rap_text_match_find (const char        *text,
                             const char        *query,
                             RapTextMatchFlags  flags);

G_END_DECLS
