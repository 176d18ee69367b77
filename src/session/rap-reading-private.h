/* rap-reading-private.h
 *
 * What the words around a passage of an article say of it: the cue, the
 * source, the outlets, the speaker and the commitment, in places of the
 * article. Only lines around the passage are read, so it costs the same in
 * every article. Made, used and freed at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-name-cache-private.h"

G_BEGIN_DECLS

/**
 * RapReading:
 * @has_cue: whether @cue was found
 * @knows_language: whether there are reporting words for it; if not, that there is no cue says nothing
 * @cue: places are those of the article; @name and @last_name are not to be used
 * @hedge: the same
 * @hedge_word: the word that decided, or NULL
 * @speaker: who stands in the source, or NULL
 * @last_speaker: who spoke last before, whom a pronoun may mean, or NULL
 * @nearest: whose name stands nearest, outlets left out, or NULL
 */
typedef struct
{
  gboolean  has_cue;
  gboolean  knows_language;
  RapCue    cue;
  RapHedge  hedge;
  char     *hedge_word;
  char     *speaker;
  char     *last_speaker;
  char     *nearest;
} RapReading;

void rap_reading_init  (RapReading       *self,
                        RapSession       *session,
                        const RapArticle *article,
                        RapRange          passage);
void rap_reading_clear (RapReading       *self);

G_END_DECLS
