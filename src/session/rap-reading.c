/* rap-reading.c
 *
 * Cuts the lines around a passage out of the article, has them read, and
 * brings what was found back to places of the article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-excerpt.h"
#include "rap-reading-private.h"
#include "rap-session-private.h"

/* Code points. Speakers stand in the paragraph of what they said or shortly
 * before; a quotation may run on for some paragraphs. */
#define REACH_BEFORE 2000
#define REACH_AFTER 1500
#define LONGEST_LINE 12000     /* a text without line ends is not read from its beginning */
#define LONGEST_PASSAGE 6000

/* The lines around the passage as a string of their own. (transfer full) */
static char *
read_around (const RapArticle *article,
             RapRange          passage,
             guint            *start)
{
  RapRange wide = { passage.start, MIN (passage.end + REACH_AFTER, rap_text_get_length (article->text)) };
  RapExcerpt excerpt = rap_excerpt_lines (article->text, passage, REACH_BEFORE);

  *start = excerpt.start;
  if (passage.start - MIN (excerpt.start, passage.start) > LONGEST_LINE)
    *start = passage.start - REACH_BEFORE;
  wide.start = *start;
  return rap_text_slice (article->text, wide);
}

static RapRange
move (RapRange range,
      guint    by)
{
  if (rap_range_is_empty (range))
    return range;
  return (RapRange) { range.start + by, range.end + by };
}

static void
move_cue (RapCue *cue,
          guint   by)
{
  cue->cues[0] = move (cue->cues[0], by);
  cue->cues[1] = move (cue->cues[1], by);
  cue->source = move (cue->source, by);
  cue->complement = move (cue->complement, by);
  for (guint i = 0; i < cue->n_outlets; i++)
    cue->outlets[i].range = move (cue->outlets[i].range, by);
  cue->earlier.range = move (cue->earlier.range, by);
}

static char *
get_id (GArray *places,
        int     index)
{
  return index >= 0 ? g_strdup (g_array_index (places, RapNamedPlace, index).id) : NULL;
}

static char *
find_nearest (const char *text,
              RapRange    passage,
              GArray     *places,
              const char *language)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (RapNameHit));
  guint nearest;

  for (guint i = 0; i < places->len; i++)
    {
      RapNameHit hit = { i, g_array_index (places, RapNamedPlace, i).range };

      if (g_array_index (places, RapNamedPlace, i).kind != RAP_ENTITY_OUTLET)
        g_array_append_val (hits, hit);
    }
  nearest = rap_name_hits_nearest (text, passage, (const RapNameHit *) hits->data, hits->len, language);
  return nearest < hits->len ? get_id (places, (int) g_array_index (hits, RapNameHit, nearest).index) : NULL;
}

void
rap_reading_init (RapReading       *self,
                  RapSession       *session,
                  const RapArticle *article,
                  RapRange          passage)
{
  const RapNameCache *cache = rap_name_cache_get (session);
  const char *language = article->language;
  g_autoptr (GArray) places = NULL;
  g_autofree char *text = NULL;
  RapRange inner;
  guint start;

  passage.end = MIN (passage.end, passage.start + LONGEST_PASSAGE);
  text = read_around (article, passage, &start);
  inner = (RapRange) { passage.start - start, passage.end - start };
  places = rap_name_cache_find_places (cache, text);

  *self = (RapReading) { .knows_language = rap_cue_knows (language) };
  self->has_cue = rap_cue_find (text, inner, language, (const RapNamedPlace *) places->data, places->len, &self->cue);
  rap_hedge_find (text, language, &self->cue, &self->hedge);
  if (!rap_range_is_empty (self->hedge.word))
    self->hedge_word = g_utf8_substring (text, self->hedge.word.start, self->hedge.word.end);
  self->speaker = get_id (places, self->cue.name);
  self->last_speaker = get_id (places, self->cue.last_name);
  self->nearest = find_nearest (text, inner, places, language);
  move_cue (&self->cue, start);
  self->hedge.word = move (self->hedge.word, start);
}

void
rap_reading_clear (RapReading *self)
{
  g_clear_pointer (&self->hedge_word, g_free);
  g_clear_pointer (&self->speaker, g_free);
  g_clear_pointer (&self->last_speaker, g_free);
  g_clear_pointer (&self->nearest, g_free);
}
