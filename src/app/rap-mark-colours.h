/* rap-mark-colours.h
 *
 * What colour an annotation has when colours stand for kinds, codes, speakers
 * or certainty. A colour is "#rrggbb" (a code's own) or a name that the style
 * sheet knows in light, dark and high contrast ("speaker_3", "certainty_pr").
 *
 * A speaker's colour follows from its id alone, so it is the same in every
 * article and on every machine; two speakers may share one.
 *
 * No widgets. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* How many colours speakers have: speaker_0 … */
#define RAP_N_SPEAKER_COLOURS 10

/* What the colour of a highlight stands for. By code: of a coding, or the first
 * code of a claim. By speaker: of a claim; one colour a speaker, the same in
 * every article. By certainty: CT, PR, PS and U of a claim. What has no such
 * thing is drawn in grey. */
typedef enum
{
  RAP_COLOUR_BY_KIND,
  RAP_COLOUR_BY_CODE,
  RAP_COLOUR_BY_SPEAKER,
  RAP_COLOUR_BY_CERTAINTY,
} RapColourBy;

typedef struct _RapMarkColours RapMarkColours;

/* (transfer full) */
RapMarkColours *rap_mark_colours_new    (RapSession     *session);
void            rap_mark_colours_free   (RapMarkColours *self);
/* A code changed or is gone. */
void            rap_mark_colours_forget (RapMarkColours *self,
                                         const char     *code);
/* NULL when it has none of its own; the string lives as long as the program. */
const char     *rap_mark_colours_find   (RapMarkColours *self,
                                         RapRecord      *record,
                                         RapColourBy     by);
/* The name of a speaker's colour; as above. */
const char     *rap_mark_colours_get_speaker (const char *speaker);

G_END_DECLS
