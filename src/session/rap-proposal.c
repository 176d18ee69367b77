/* rap-proposal.c
 *
 * What the program may suggest when a passage is tagged: bounds, speaker, mode,
 * participants. Proposals are plain unsealed records; nothing is committed
 * here, and nothing is invented: what the page does not say stays empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-session-private.h"

#include "rap-bounds.h"
#include "rap-fold.h"

/* All names of all people and organisations of the project, as the text layer wants them. */
typedef struct
{
  GArray       *known;    /* RapKnownName */
  GStringChunk *strings;
} Names;

static void
add_name (const char    *entity,
          RapEntityKind  kind,
          const char    *name,
          gboolean       is_main,
          gpointer       user_data)
{
  Names *names = user_data;
  RapKnownName known;

  if (kind == RAP_ENTITY_PLACE || kind == RAP_ENTITY_OUTLET)
    return;
  known.name = g_string_chunk_insert (names->strings, name);
  known.id = g_string_chunk_insert_const (names->strings, entity);
  g_array_append_val (names->known, known);
}

static void
names_init (Names      *self,
            RapSession *session)
{
  self->known = g_array_new (FALSE, FALSE, sizeof (RapKnownName));
  self->strings = g_string_chunk_new (4096);
  rap_store_foreach_name (rap_session_get_store (session), add_name, self, NULL);
}

static void
names_clear (Names *self)
{
  g_array_unref (self->known);
  g_string_chunk_free (self->strings);
}

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

static const char *
get_utf8 (const RapArticle *article)
{
  return rap_text_get_utf8 (article->text);
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

/* Inside quotation marks, or all of it a quotation: quote (one that runs on in
 * the next paragraph has no closing mark). A quotation with other words: mixed. */
static RapMode
guess_mode (const RapArticle *article,
            RapRange          range)
{
  g_autofree char *passage = rap_text_slice (article->text, range);
  RapRange quotation = rap_bounds_quotation (get_utf8 (article), rap_text_get_bytes (article->text), range.start,
                                             article->language);
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

RapClaim *
rap_session_propose_claim (RapSession       *self,
                           const RapArticle *article,
                           const RapRange   *ranges,
                           guint             n_ranges)
{
  RapClaim *claim = RAP_CLAIM (rap_record_new (RAP_KIND_CLAIM));
  RapRange hull = get_hull (ranges, n_ranges);
  Names names;
  guint nearest;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  rap_set_string (&claim->article, article->parent_instance.id);
  claim->content = rap_anchor_new (article->text, ranges, n_ranges);
  claim->mode = guess_mode (article, hull);

  names_init (&names, self);
  nearest = rap_names_nearest (get_utf8 (article), hull, &g_array_index (names.known, RapKnownName, 0),
                               names.known->len, article->language, NULL);
  if (nearest < names.known->len)
    rap_set_string (&claim->speaker, g_array_index (names.known, RapKnownName, nearest).id);
  else if (article->outlet != NULL)
    {
      /* an unattributed statement is the outlet's own */
      rap_set_string (&claim->speaker, article->outlet);
      if (claim->mode == RAP_MODE_INDIRECT)
        claim->mode = RAP_MODE_NARRATION;
    }
  names_clear (&names);

  if (article->outlet != NULL && g_strcmp0 (claim->speaker, article->outlet) != 0)
    {
      const char *via[] = { article->outlet, NULL };

      claim->via = g_strdupv ((char **) via);
    }
  return claim;
}

/* Every known name in the passage is proposed once, in the order of the text. */
static void
propose_participants (RapMeeting *meeting,
                      const char *passage,
                      Names      *names)
{
  g_autoptr (GArray) hits = rap_find_names (passage, &g_array_index (names->known, RapKnownName, 0), names->known->len);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < hits->len; i++)
    {
      guint index = g_array_index (hits, RapNameHit, i).index;
      const char *id = g_array_index (names->known, RapKnownName, index).id;

      if (!g_hash_table_add (seen, (gpointer) id))
        continue;
      if (meeting->participants == NULL)
        meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
      g_ptr_array_add (meeting->participants, rap_participant_new (id, RAP_ROLE_PARTICIPANT, ""));
    }
}

RapMeeting *
rap_session_propose_meeting (RapSession       *self,
                             const RapArticle *article,
                             const RapRange   *ranges,
                             guint             n_ranges)
{
  RapMeeting *meeting = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));
  RapRange hull = get_hull (ranges, n_ranges);
  RapRange sentence = rap_session_sentence_at (article, hull.start);
  g_autofree char *passage = NULL;
  Names names;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  sentence.end = MAX (sentence.end, hull.end);
  passage = rap_text_slice (article->text, sentence);
  names_init (&names, self);
  propose_participants (meeting, passage, &names);
  names_clear (&names);
  return meeting;
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

RapRange
rap_session_word_at (const RapArticle *article,
                     guint             offset)
{
  return rap_bounds_word (get_utf8 (article), rap_text_get_bytes (article->text), offset, article->language);
}

RapRange
rap_session_sentence_at (const RapArticle *article,
                         guint             offset)
{
  return rap_bounds_sentence (get_utf8 (article), rap_text_get_bytes (article->text), offset, article->language);
}

RapRange
rap_session_paragraph_at (const RapArticle *article,
                          guint             offset)
{
  return rap_bounds_paragraph (get_utf8 (article), rap_text_get_bytes (article->text), offset, article->language);
}

RapRange
rap_session_trim_passage (const RapArticle *article,
                          RapRange          range)
{
  return rap_bounds_trim (get_utf8 (article), rap_text_get_bytes (article->text), range);
}

static guint
step (const RapArticle *article,
      guint             offset,
      int               direction,
      gboolean          by_character)
{
  const char *utf8 = get_utf8 (article);
  gsize n_bytes = rap_text_get_bytes (article->text);

  if (by_character)
    return direction > 0 ? rap_bounds_next_grapheme (utf8, n_bytes, offset)
                         : rap_bounds_previous_grapheme (utf8, n_bytes, offset);
  return direction > 0 ? rap_bounds_next_word (utf8, n_bytes, offset, article->language)
                       : rap_bounds_previous_word (utf8, n_bytes, offset, article->language);
}

RapRange
rap_session_nudge (const RapArticle *article,
                   RapRange          range,
                   gboolean          move_end,
                   int               direction,
                   gboolean          by_character)
{
  RapRange moved = range;
  guint *boundary = move_end ? &moved.end : &moved.start;

  *boundary = step (article, *boundary, direction, by_character);
  return moved.start < moved.end ? moved : range;
}
