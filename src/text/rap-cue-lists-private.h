/* rap-cue-lists-private.h
 *
 * The lists of reporting words, one language each. To add a language: write its
 * list and add it to the table of rap-cue-lexicon.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-cue-private.h"

G_BEGIN_DECLS

extern const RapCueLexicon rap_cue_english;
extern const RapCueLexicon rap_cue_persian;
extern const RapCueLexicon rap_cue_arabic;
extern const RapCueLexicon rap_cue_russian;
extern const RapCueLexicon rap_cue_german;
extern const RapCueLexicon rap_cue_french;

G_END_DECLS
