/* rap-passage.c
 *
 * Bounds in an article's text as the analyst selects: words, clauses, sentences,
 * quotations and paragraphs, trimmed passages, and boundaries moved by a step. Only the lines
 * around the place are looked at, however long the article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session-private.h"

#include "rap-bounds.h"
#include "rap-excerpt.h"

typedef RapRange (*BoundsFunc) (const char *utf8,
                                gsize       n_bytes,
                                guint       offset,
                                const char *language);

static RapRange
bounds_in (const RapArticle *article,
           RapExcerpt        excerpt,
           guint             offset,
           BoundsFunc        find)
{
  RapRange place = rap_excerpt_to_inner (&excerpt, (RapRange) { offset, offset });

  return rap_excerpt_to_text (&excerpt, find (excerpt.utf8, excerpt.n_bytes, place.start, article->language));
}

static RapRange
bounds_at (const RapArticle *article,
           guint             offset,
           BoundsFunc        find)
{
  return bounds_in (article, rap_excerpt_around (article->text, (RapRange) { offset, offset }), offset, find);
}

RapRange
rap_session_word_at (const RapArticle *article,
                     guint             offset)
{
  return bounds_at (article, offset, rap_bounds_word);
}

RapRange
rap_session_sentence_at (const RapArticle *article,
                         guint             offset)
{
  return bounds_at (article, offset, rap_bounds_sentence);
}

RapRange
rap_session_clause_at (const RapArticle *article,
                       guint             offset)
{
  return bounds_at (article, offset, rap_bounds_clause);
}

RapRange
rap_session_quotation_at (const RapArticle *article,
                          RapRange          range)
{
  RapExcerpt excerpt = rap_excerpt_around (article->text, range);
  RapRange inner = rap_excerpt_to_inner (&excerpt, range);

  if (rap_range_is_empty (range))
    inner = rap_bounds_quotation (excerpt.utf8, excerpt.n_bytes, inner.start, article->language);
  else
    inner = rap_bounds_quotation_around (excerpt.utf8, excerpt.n_bytes, inner);
  return rap_excerpt_to_text (&excerpt, inner);
}

RapRange
rap_session_paragraph_at (const RapArticle *article,
                          guint             offset)
{
  RapExcerpt lines = rap_excerpt_lines (article->text, (RapRange) { offset, offset }, 0);

  return bounds_in (article, lines, offset, rap_bounds_paragraph);
}

RapRange
rap_session_trim_passage (const RapArticle *article,
                          RapRange          range)
{
  RapExcerpt excerpt = rap_excerpt_around (article->text, range);

  range = rap_excerpt_to_inner (&excerpt, range);
  return rap_excerpt_to_text (&excerpt, rap_bounds_trim (excerpt.utf8, excerpt.n_bytes, range));
}

static guint
step (const RapArticle *article,
      guint             offset,
      int               direction,
      gboolean          by_character)
{
  RapExcerpt excerpt = rap_excerpt_around (article->text, (RapRange) { offset, offset });
  const char *utf8 = excerpt.utf8;
  gsize n_bytes = excerpt.n_bytes;
  guint at = rap_excerpt_to_inner (&excerpt, (RapRange) { offset, offset }).start;

  if (by_character)
    at = direction > 0 ? rap_bounds_next_grapheme (utf8, n_bytes, at)
                       : rap_bounds_previous_grapheme (utf8, n_bytes, at);
  else
    at = direction > 0 ? rap_bounds_next_word (utf8, n_bytes, at, article->language)
                       : rap_bounds_previous_word (utf8, n_bytes, at, article->language);
  return excerpt.start + at;
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
