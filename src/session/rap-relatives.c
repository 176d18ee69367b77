/* rap-relatives.c
 *
 * One pass over the folded words of all claims notes which words of the claim
 * each of them has, and how many claims have each word; only then is it known
 * what a word is worth. The best are loaded, and ordered by time among equals.
 *
 * A word is worth 1 when only one claim has it and 0 when all have it:
 * 1 - log (claims with it) / log (claims), the inverse document frequency of
 * information retrieval (Spärck Jones 1972) brought to that scale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-relatives.h"

#include <math.h>
#include <string.h>

#include "rap-session-private.h"

#define MAX_WORDS       64     /* bits of a mask */
#define N_SLOTS         256    /* many more than words */
#define MIN_LETTERS     3      /* shorter words tell nothing */
#define WORTH_OF_NOTE   0.25   /* below, a word is one of everybody's */
#define MEETING_SCORE   6.0
#define SPEAKER_SCORE   1.5
#define N_SPARE         4      /* times the limit is loaded, for the order by time */

typedef enum
{
  FLAG_BARRED  = 1 << 0,  /* itself, and what it is related to */
  FLAG_MEETING = 1 << 1,  /* linked to one of its meetings */
  FLAG_WANTED  = 1 << 2,  /* found by the query */
} Flags;

typedef struct
{
  gint64  row;
  guint64 words;         /* which words of the claim it has */
  guint8  flags;
  gboolean same_speaker;
  double  score;
} Candidate;

/**
 * Word: of the claim that is asked for
 * @text: with @length bytes; NULL in a free slot
 * @bit: in a mask
 */
typedef struct
{
  char    *text;
  gsize    length;
  guint32  hash;
  guint    bit;
} Word;

/**
 * Ranking:
 * @words: open addressing
 * @worth: of each word; until the pass is over, how many claims have it
 * @flags: (element-type guint8): of each row number; shorter when the rest has none
 * @narrowed: only what is wanted
 * @n_claims: claims seen
 */
typedef struct
{
  const char *speaker;
  Word        words[N_SLOTS];
  guint       n_words;
  double      worth[MAX_WORDS];
  GByteArray *flags;
  gboolean    narrowed;
  GArray     *candidates;
  guint       n_claims;
} Ranking;

static void
add_flag (Ranking *self,
          gint64   row,
          Flags    flag)
{
  guint before = self->flags->len;

  if (row >= before)
    {
      g_byte_array_set_size (self->flags, (guint) row + 1);
      memset (self->flags->data + before, 0, self->flags->len - before);
    }
  self->flags->data[row] |= flag;
}

static void
add_flags (Ranking      *self,
           const GArray *rows,
           Flags         flag)
{
  for (guint i = 0; i < rows->len; i++)
    add_flag (self, g_array_index (rows, gint64, i), flag);
}

/* The next word of " word word" from *@rest on; its length, 0 at the end. FNV-1a. */
static gsize
next_word (const char **rest,
           const char **word,
           guint32     *hash)
{
  const char *p = *rest;

  while (*p == ' ')
    p++;
  *word = p;
  *hash = 2166136261u;
  for (; *p != ' ' && *p != '\0'; p++)
    *hash = (*hash ^ (guchar) *p) * 16777619u;
  *rest = p;
  return (gsize) (p - *word);
}

/* The slot that the word is in, or would be. */
static Word *
find_word (Ranking    *self,
           const char *text,
           gsize       length,
           guint32     hash)
{
  guint slot = hash % N_SLOTS;

  while (self->words[slot].text != NULL
         && (self->words[slot].hash != hash || self->words[slot].length != length
             || memcmp (self->words[slot].text, text, length) != 0))
    slot = (slot + 1) % N_SLOTS;
  return &self->words[slot];
}

/* What the claim itself says, as the store folds it. */
static void
see_own (gint64      row,
         const char *folded,
         const char *speaker,
         gpointer    user_data)
{
  Ranking *self = user_data;
  const char *text;
  guint32 hash;
  gsize length;

  while ((length = next_word (&folded, &text, &hash)) > 0 && self->n_words < MAX_WORDS)
    {
      Word *word = find_word (self, text, length, hash);

      if (word->text == NULL && g_utf8_strlen (text, (gssize) length) >= MIN_LETTERS)
        *word = (Word) { g_strndup (text, length), length, hash, self->n_words++ };
    }
}

static guint64
match_words (Ranking    *self,
             const char *folded)
{
  guint64 mask = 0;
  const char *text;
  guint32 hash;
  gsize length;

  while ((length = next_word (&folded, &text, &hash)) > 0)
    {
      const Word *word = find_word (self, text, length, hash);

      if (word->text != NULL)
        mask |= G_GUINT64_CONSTANT (1) << word->bit;
    }
  return mask;
}

static void
see_claim (gint64      row,
           const char *folded,
           const char *speaker,
           gpointer    user_data)
{
  Ranking *self = user_data;
  guint8 flags = row < self->flags->len ? self->flags->data[row] : 0;
  Candidate candidate = { row, match_words (self, folded), flags, FALSE, 0 };

  self->n_claims++;
  for (guint64 words = candidate.words; words != 0; words &= words - 1)
    self->worth[__builtin_ctzll (words)] += 1;
  if ((flags & FLAG_BARRED) != 0 || (self->narrowed && (flags & FLAG_WANTED) == 0))
    return;
  candidate.same_speaker = self->speaker != NULL && g_strcmp0 (self->speaker, speaker) == 0;
  g_array_append_val (self->candidates, candidate);
}

/* From how many claims have a word to what it is worth. */
static void
weigh_words (Ranking *self)
{
  for (guint i = 0; i < MAX_WORDS; i++)
    {
      double worth = self->worth[i] > 0 && self->n_claims > 1 ? 1 - log (self->worth[i]) / log (self->n_claims + 1) : 0;

      self->worth[i] = worth >= WORTH_OF_NOTE ? worth : 0;
    }
}

static guint
count_words (const Ranking   *self,
             const Candidate *candidate,
             double          *sum)
{
  guint n = 0;

  *sum = 0;
  for (guint64 words = candidate->words; words != 0; words &= words - 1)
    {
      double worth = self->worth[__builtin_ctzll (words)];

      n += worth > 0;
      *sum += worth;
    }
  return n;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

static void
score_candidates (Ranking *self)
{
  weigh_words (self);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      count_words (self, candidate, &candidate->score);
      candidate->score += (candidate->flags & FLAG_MEETING) != 0 ? MEETING_SCORE : 0;
      candidate->score += candidate->same_speaker ? SPEAKER_SCORE : 0;
    }
  g_array_sort (self->candidates, compare_candidates);
}

/* Itself, and the other ends of its relations. */
static gboolean
bar_related (Ranking     *self,
             RapStore    *store,
             const char  *id,
             GError     **error)
{
  g_autoptr (GPtrArray) relations = rap_store_load_linked (store, RAP_KIND_RELATION, id, 0, error);

  add_flag (self, rap_store_get_row (store, RAP_KIND_CLAIM, id), FLAG_BARRED);
  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      RapRelation *relation = relations->pdata[i];
      const char *other = g_str_equal (relation->from, id) ? relation->to : relation->from;

      add_flag (self, rap_store_get_row (store, RAP_KIND_CLAIM, other), FLAG_BARRED);
    }
  return relations != NULL;
}

static gboolean
find_meetings (Ranking        *self,
               RapStore       *store,
               const RapClaim *claim,
               GError        **error)
{
  for (guint i = 0; claim->meetings != NULL && i < claim->meetings->len; i++)
    {
      const RapClaimMeeting *link = claim->meetings->pdata[i];
      g_autoptr (GArray) rows = rap_store_list_claims_about (store, link->meeting, error);

      if (rows == NULL)
        return FALSE;
      add_flags (self, rows, FLAG_MEETING);
    }
  return TRUE;
}

static gboolean
narrow (Ranking     *self,
        RapStore    *store,
        const char  *query,
        GError     **error)
{
  RapQuery narrowed = { .text = query };
  g_autoptr (GArray) rows = NULL;

  if (query == NULL || *query == '\0')
    return TRUE;
  rows = rap_store_query_rows (store, RAP_KIND_CLAIM, &narrowed, error);
  if (rows == NULL)
    return FALSE;
  self->narrowed = TRUE;
  add_flags (self, rows, FLAG_WANTED);
  return TRUE;
}

/* The middle of what a date may be, for distances; undated is far from everything. */
static double
find_day (const char *when)
{
  g_autoptr (RapEdtf) date = when != NULL && *when != '\0' ? rap_edtf_parse (when, NULL) : NULL;

  if (date == NULL || date->es == RAP_DAY_MIN || date->le == RAP_DAY_MAX)
    return INFINITY;
  return ((double) date->es + (double) date->le) / 2;
}

void
rap_relative_free (RapRelative *self)
{
  g_clear_object (&self->claim);
  g_free (self->speaker);
  g_free (self->outlet);
  g_free (self->when);
  g_free (self);
}

static RapRelative *
load_relative (RapSession       *session,
               const Ranking    *ranking,
               const Candidate  *candidate,
               const RapHeader  *header,
               GError          **error)
{
  g_autoptr (RapRecord) claim = rap_session_load (session, RAP_KIND_CLAIM, header->id, error);
  g_autoptr (RapRecord) article = NULL;
  RapRelative *self;
  double sum;

  if (claim == NULL)
    return NULL;
  article = rap_session_load (session, RAP_KIND_ARTICLE, ((RapClaim *) claim)->article, error);
  if (article == NULL)
    return NULL;
  self = g_new0 (RapRelative, 1);
  self->claim = (RapClaim *) g_steal_pointer (&claim);
  self->speaker = g_strdup (header->subtitle);
  self->outlet = rap_session_get_name (session, RAP_KIND_ENTITY, ((RapArticle *) article)->outlet);
  self->when = g_strdup (header->when);
  self->same_meeting = (candidate->flags & FLAG_MEETING) != 0;
  self->same_speaker = candidate->same_speaker;
  self->n_words = count_words (ranking, candidate, &sum);
  self->score = candidate->score;
  return self;
}

/**
 * Nearness: what the order among equals needs
 * @distance: days from the claim's article
 * @index: of the candidate
 */
typedef struct
{
  double score;
  double distance;
  guint  index;
} Nearness;

static int
compare_nearness (gconstpointer a,
                  gconstpointer b)
{
  const Nearness *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

/* (transfer full) (element-type Nearness) */
static GArray *
order_by_time (GPtrArray       *headers,
               const Candidate *candidates,
               double           day)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (Nearness));

  for (guint i = 0; i < headers->len; i++)
    {
      double other = find_day (((RapHeader *) headers->pdata[i])->when);
      Nearness nearness = { candidates[i].score, isinf (day) || isinf (other) ? INFINITY : fabs (other - day), i };

      g_array_append_val (order, nearness);
    }
  g_array_sort (order, compare_nearness);
  return order;
}

static GPtrArray *
load_best (RapSession  *session,
           Ranking     *ranking,
           double       day,
           guint        limit,
           GError     **error)
{
  const Candidate *candidates = (const Candidate *) ranking->candidates->data;
  guint n = MIN (ranking->candidates->len, limit * N_SPARE);
  g_autofree gint64 *rows = g_new (gint64, n + 1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_relative_free);
  g_autoptr (GPtrArray) headers = NULL;
  g_autoptr (GArray) order = NULL;

  for (guint i = 0; i < n; i++)
    rows[i] = candidates[i].row;
  headers = rap_store_load_headers (rap_session_get_store (session), RAP_KIND_CLAIM, rows, n, error);
  if (headers == NULL)
    return NULL;
  order = order_by_time (headers, candidates, day);
  for (guint i = 0; i < order->len && found->len < limit; i++)
    {
      guint index = g_array_index (order, Nearness, i).index;
      RapRelative *relative = load_relative (session, ranking, &candidates[index], headers->pdata[index], error);

      if (relative == NULL)
        return NULL;
      g_ptr_array_add (found, relative);
    }
  return g_steal_pointer (&found);
}

static double
find_own_day (RapSession     *session,
              const RapClaim *claim)
{
  g_autoptr (RapRecord) article = rap_session_load (session, RAP_KIND_ARTICLE, claim->article, NULL);
  const RapEdtf *published = article != NULL ? ((RapArticle *) article)->published : NULL;

  return find_day (published != NULL ? published->text : NULL);
}

static void
clear_ranking (Ranking *self)
{
  for (guint i = 0; i < N_SLOTS; i++)
    g_free (self->words[i].text);
  g_clear_pointer (&self->flags, g_byte_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranking, clear_ranking)

GPtrArray *
rap_session_rank_relatives (RapSession  *self,
                            RapClaim    *claim,
                            const char  *query,
                            guint        limit,
                            GError     **error)
{
  RapStore *store = rap_session_get_store (self);
  const char *id = ((RapRecord *) claim)->id;
  g_auto (Ranking) ranking = { 0 };

  g_return_val_if_fail (limit > 0 && limit <= 100, NULL);

  ranking.speaker = claim->speaker;
  ranking.flags = g_byte_array_new ();
  ranking.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  if (!rap_store_foreach_claim_words (store, id, see_own, &ranking, error)
      || !bar_related (&ranking, store, id, error)
      || !find_meetings (&ranking, store, claim, error)
      || !narrow (&ranking, store, query, error)
      || !rap_store_foreach_claim_words (store, NULL, see_claim, &ranking, error))
    return NULL;
  score_candidates (&ranking);
  return load_best (self, &ranking, find_own_day (self, claim), limit, error);
}
