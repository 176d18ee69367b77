/* rap-proposal.c
 *
 * What a claim begins with when a passage is tagged: mode, speaker, chain. It
 * is a plain unsealed record; nothing is committed here, and nothing is
 * invented: what the page does not say stays empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-reading-private.h"
#include "rap-session-private.h"

#include "rap-bounds.h"
#include "rap-excerpt.h"
#include "rap-fold.h"

static RapRange
get_hull (const RapRange *ranges,
          guint           n_ranges)
{
  RapRange hull = { 0, 0 };

  if (n_ranges > 0)
    {
      hull.start = ranges[0].start;
      hull.end = ranges[n_ranges - 1].end;
    }
  return hull;
}

static gboolean
opens_quotation (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201e || c == 0xab || c == 0x300c
      || (c != 0x2018 && g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION);
}

static gboolean
closes_quotation (gunichar c)
{
  return c == '"' || c == 0x201d || c == 0xbb || c == 0x300d;
}

static RapRange
quotation_at (const RapArticle *article,
              guint             offset)
{
  RapExcerpt excerpt = rap_excerpt_around (article->text, (RapRange) { offset, offset });
  RapRange place = rap_excerpt_to_inner (&excerpt, (RapRange) { offset, offset });

  return rap_excerpt_to_text (&excerpt, rap_bounds_quotation (excerpt.utf8, excerpt.n_bytes, place.start,
                                                              article->language));
}

/* Inside quotation marks, or all of it a quotation: quote (one that runs on in
 * the next paragraph has no closing mark). A quotation with other words: mixed. */
static RapMode
guess_mode (const RapArticle *article,
            RapRange          range)
{
  g_autofree char *passage = rap_text_slice (article->text, range);
  RapRange quotation = quotation_at (article, range.start);
  const char *end = passage + strlen (passage);
  guint n_open = 0, n_closed = 0;

  if (!rap_range_is_empty (quotation) && rap_range_contains (quotation, range))
    return RAP_MODE_QUOTE;
  for (const char *p = passage; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n_open > n_closed && closes_quotation (c))
        n_closed++;
      else if (opens_quotation (c))
        n_open++;
    }
  if (n_open == 0)
    return RAP_MODE_INDIRECT;
  if (n_open == 1 && opens_quotation (g_utf8_get_char (passage))
      && (n_closed == 0 || closes_quotation (g_utf8_get_char (g_utf8_prev_char (end)))))
    return RAP_MODE_QUOTE;
  return RAP_MODE_MIXED;
}

/* What is left when the reporting words are taken off: “…” of “…,” he said. */
static RapMode
guess_mode_of_report (const RapArticle *article,
                      RapRange          passage,
                      RapRange          complement)
{
  const char *text = rap_text_get_utf8 (article->text);
  RapRange rest = complement;

  while (rest.start < rest.end
         && strchr (":, ", text[rap_text_to_byte (article->text, rest.start)]) != NULL)
    rest.start++;
  rest = rap_session_trim_passage (article, rest);
  return guess_mode (article, rap_range_is_empty (rest) ? passage : rest);
}

/* Who is named as the source; a pronoun or an office is left to the analyst.
 * Without a cue a quotation is of whoever spoke last, or of the name nearest
 * to it, and an unattributed statement is narration: the outlet's own. */
static void
set_speaker (RapClaim         *claim,
             const RapArticle *article,
             const RapReading *reading)
{
  const char *speaker = NULL;

  if (!reading->has_cue && reading->cue.hearsay)
    return;
  if (reading->has_cue && reading->cue.source_kind != RAP_SOURCE_NONE)
    speaker = reading->cue.is_outlet ? reading->cue.outlets[0].id : reading->speaker;
  else if (claim->mode != RAP_MODE_QUOTE && reading->knows_language && !reading->has_cue)
    {
      if (claim->mode == RAP_MODE_INDIRECT)
        claim->mode = RAP_MODE_NARRATION;
      speaker = article->outlet;
    }
  else if (claim->mode == RAP_MODE_QUOTE && reading->last_speaker != NULL)
    speaker = reading->last_speaker;
  else
    speaker = reading->nearest;
  if (speaker == NULL && !reading->has_cue)
    {
      speaker = article->outlet;
      if (claim->mode == RAP_MODE_INDIRECT && speaker != NULL)
        claim->mode = RAP_MODE_NARRATION;
    }
  rap_set_string (&claim->speaker, speaker);
}

static void
add_via (GPtrArray      *chain,
         const RapClaim *claim,
         const char     *id)
{
  if (id != NULL && g_strcmp0 (id, claim->speaker) != 0 && !g_ptr_array_find_with_equal_func (chain, id, g_str_equal, NULL))
    g_ptr_array_add (chain, g_strdup (id));
}

/* The agencies that the text names and the project knows, then the article's outlet. */
static void
set_via (RapClaim         *claim,
         const RapArticle *article,
         const RapReading *reading)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reading->cue.n_outlets; i++)
    add_via (chain, claim, reading->cue.outlets[i].id);
  add_via (chain, claim, article->outlet);
  if (chain->len == 0)
    return;
  g_ptr_array_add (chain, NULL);
  claim->via = g_strdupv ((char **) chain->pdata);
}

RapClaim *
rap_session_propose_claim (RapSession       *self,
                           const RapArticle *article,
                           const RapRange   *ranges,
                           guint             n_ranges)
{
  RapClaim *claim = RAP_CLAIM (rap_record_new (RAP_KIND_CLAIM));
  RapRange hull = get_hull (ranges, n_ranges);
  RapReading reading;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  rap_set_string (&claim->article, article->parent_instance.id);
  claim->content = rap_anchor_new (article->text, ranges, n_ranges);
  rap_reading_init (&reading, self, article, hull);
  claim->mode = reading.has_cue ? guess_mode_of_report (article, hull, reading.cue.complement) : guess_mode (article, hull);
  set_speaker (claim, article, &reading);
  set_via (claim, article, &reading);
  rap_reading_clear (&reading);
  return claim;
}

typedef struct
{
  char *folded;
  char *entity;
} Match;

static void
match_name (const char    *entity,
            RapEntityKind  kind,
            const char    *name,
            gboolean       is_main,
            gpointer       user_data)
{
  Match *match = user_data;
  g_autofree char *folded = NULL;

  if (match->entity != NULL)
    return;
  folded = rap_fold_name (name);
  if (g_str_equal (folded, match->folded))
    match->entity = g_strdup (entity);
}

RapEntity *
rap_session_match_entity (RapSession *self,
                          const char *name)
{
  g_autofree char *folded = rap_fold_name (name);
  Match match = { folded, NULL };
  RapRecord *entity = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  if (*folded != '\0')
    rap_store_foreach_name (rap_session_get_store (self), match_name, &match, NULL);
  if (match.entity != NULL)
    entity = rap_session_load (self, RAP_KIND_ENTITY, match.entity, NULL);
  g_free (match.entity);
  return entity != NULL ? RAP_ENTITY (entity) : NULL;
}
