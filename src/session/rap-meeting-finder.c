/* rap-meeting-finder.c
 *
 * One pass over the lines in memory for every key press: a line is judged by
 * what was typed, then by what it has to do with the passage; the best few are
 * loaded and marked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-finder.h"

#include <string.h>

#include "rap-known-names-private.h"
#include "rap-meeting-words-private.h"
#include "rap-session-private.h"
#include "rap-store-meetings.h"

#define SLICE          500    /* meetings read in one go */
#define PATIENCE       20000  /* microseconds that a question may wait for reading */
#define MAX_CAPACITIES 50

/* What a relation to the passage is worth. */
#define WORTH_HERE   400
#define WORTH_SHARED 120
#define WORTH_NEAR   100
#define WORTH_DATE   2000  /* a date that was typed, and is no vaguer than that */
#define NEAR_DAYS    14    /* worth half at this distance */

/**
 * RapMeetingFinder:
 * @index: made when it is needed first
 * @here: (element-type utf8): ids of the meetings that the article reports
 * @company: (element-type utf8): ids of entities that should take part
 * @except: id of a meeting to leave out, or NULL
 * @from, @to: the days to be near to; both G_MAXINT64: none
 */
struct _RapMeetingFinder
{
  GObject          parent_instance;
  RapSession      *session;          /* borrowed: it owns the finder; NULL when it is gone */
  RapMeetingIndex *index;
  GHashTable      *here;
  GPtrArray       *company;
  char            *except;
  gint64           from;
  gint64           to;
  guint            read_id;
};

G_DEFINE_FINAL_TYPE (RapMeetingFinder, rap_meeting_finder, G_TYPE_OBJECT)

enum
{
  COMPLETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One query in the making: which entities each word finds, which ones are wanted. */
typedef struct
{
  GPtrArray *words;      /* RapMeetingWord */
  guint8   **found;      /* (array length=words->len) of flags by entity */
  guint8    *wanted;     /* flags by entity */
} Query;

typedef struct
{
  const RapIndexLine *line;
  double              score;
  guint               n_shared;
  gint64              distance;
  double              date_fit;
} Judgement;

void
rap_meeting_candidate_free (RapMeetingCandidate *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->when);
  g_free (self->place);
  g_free (self->participants);
  g_array_unref (self->title_hits);
  g_array_unref (self->place_hits);
  g_array_unref (self->participant_hits);
  g_free (self);
}

static gboolean
has_needles (const RapMeetingWord *word,
             const char           *folded)
{
  for (char **needle = word->needles; *needle != NULL; needle++)
    if (strstr (folded, *needle) == NULL)
      return FALSE;
  return TRUE;
}

static void
query_init (Query            *self,
            RapMeetingFinder *finder,
            const char       *typed)
{
  guint n = finder->index->entities->len;

  self->words = rap_meeting_words_parse (typed);
  self->found = g_new0 (guint8 *, self->words->len);
  self->wanted = g_new0 (guint8, n);
  for (guint w = 0; w < self->words->len; w++)
    {
      self->found[w] = g_new0 (guint8, n);
      for (guint i = 0; i < n; i++)
        self->found[w][i] = has_needles (self->words->pdata[w], g_array_index (finder->index->entities, RapIndexEntity, i).folded);
    }
  for (guint i = 0; i < finder->company->len; i++)
    {
      guint32 entity = rap_meeting_index_entity (finder->index, finder->company->pdata[i]);

      if (entity != RAP_INDEX_NOBODY)
        self->wanted[entity] = TRUE;
    }
}

static void
query_clear (Query *self)
{
  for (guint w = 0; w < self->words->len; w++)
    g_free (self->found[w]);
  g_free (self->found);
  g_free (self->wanted);
  g_ptr_array_unref (self->words);
}

static gboolean
finds_entity (const guint8       *found,
              const RapIndexLine *line)
{
  if (line->place != RAP_INDEX_NOBODY && found[line->place])
    return TRUE;
  for (guint i = 0; i < line->n_parts; i++)
    if (found[line->parts[i]])
      return TRUE;
  return FALSE;
}

/* 1 for a date within what was typed; less, the more it leaves open. */
static double
get_fit (const RapMeetingWord *word,
         const RapIndexLine   *line)
{
  double typed = word->month != 0 ? 31 : (double) (word->to - word->from);
  double width = (double) (line->to - line->from);

  return width <= typed ? 1 : typed / width;
}

/* Every word is found in the line, in whatever part of it. @date_fit: above 0
 * when it is found by its date. */
static gboolean
finds_line (const Query        *query,
            const RapIndexLine *line,
            double             *date_fit)
{
  *date_fit = 0;
  for (guint w = 0; w < query->words->len; w++)
    {
      const RapMeetingWord *word = query->words->pdata[w];

      if (rap_meeting_word_means (word, line->from, line->to))
        *date_fit = MAX (*date_fit, get_fit (word, line));
      else if (!has_needles (word, line->folded) && !finds_entity (query->found[w], line))
        return FALSE;
    }
  return TRUE;
}

static gint64
get_distance (gint64 a_from,
              gint64 a_to,
              gint64 b_from,
              gint64 b_to)
{
  if (a_from == G_MAXINT64 || b_from == G_MAXINT64)
    return G_MAXINT64;
  if (a_from >= b_to)
    return a_from - b_to + 1;
  if (b_from >= a_to)
    return b_from - a_to + 1;
  return 0;
}

static guint
count_shared (const Query        *query,
              const RapIndexLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n_parts; i++)
    n += query->wanted[line->parts[i]];
  return n;
}

/* A vague date that happens to touch says less than a day that does. */
static double
get_nearness (const RapIndexLine *line,
              gint64              distance)
{
  double away;

  if (distance == G_MAXINT64)
    return 0;
  away = (double) distance + (double) MIN (line->to - line->from - 1, 36500) / 4;
  return 1 / (1 + away / NEAR_DAYS);
}

static gboolean
judge (RapMeetingFinder   *self,
       const Query        *query,
       const RapIndexLine *line,
       Judgement          *judgement)
{
  if (!finds_line (query, line, &judgement->date_fit) || g_strcmp0 (line->id, self->except) == 0)
    return FALSE;
  judgement->line = line;
  judgement->n_shared = count_shared (query, line);
  judgement->distance = get_distance (line->from, line->to, self->from, self->to);
  judgement->score = WORTH_DATE * judgement->date_fit
                     + WORTH_SHARED * (double) MIN (judgement->n_shared, 4)
                     + WORTH_NEAR * get_nearness (line, judgement->distance);
  if (g_hash_table_size (self->here) > 0 && g_hash_table_contains (self->here, line->id))
    judgement->score += WORTH_HERE;
  return TRUE;
}

static int
compare (const Judgement *a,
         const Judgement *b)
{
  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  return strcmp (a->line->id, b->line->id);
}

/* Keeps the best @limit in order. */
static void
keep (GArray          *best,
      const Judgement *judgement,
      guint            limit)
{
  guint at = best->len;

  if (at == limit && compare (judgement, &g_array_index (best, Judgement, at - 1)) > 0)
    return;
  while (at > 0 && compare (judgement, &g_array_index (best, Judgement, at - 1)) < 0)
    at--;
  g_array_insert_val (best, at, *judgement);
  if (best->len > limit)
    g_array_set_size (best, limit);
}

/* "Mohammad Bagheri", or "Mohammad Bagheri (Baqeri)" when that was typed. (transfer full) */
static char *
name_entity (const RapIndexEntity *entity,
             GPtrArray            *words)
{
  const char *name = entity->names->len > 0 ? entity->names->pdata[0] : "";

  for (guint i = 0; i < entity->names->len; i++)
    {
      g_autofree char *folded = rap_meeting_index_fold (entity->names->pdata[i]);

      if (!rap_meeting_words_any (words, folded))
        continue;
      return i == 0 ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, (const char *) entity->names->pdata[i]);
    }
  return g_strdup (name);
}

static char *
name_participants (RapMeetingFinder   *self,
                   const RapIndexLine *line,
                   GPtrArray          *words)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < line->n_parts; i++)
    {
      const RapIndexEntity *entity = &g_array_index (self->index->entities, RapIndexEntity, line->parts[i]);
      g_autofree char *name = name_entity (entity, words);

      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

static GArray *
mark (GPtrArray  *words,
      const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));

  rap_meeting_words_mark (words, text, ranges);
  return ranges;
}

static RapMeetingCandidate *
load_candidate (RapMeetingFinder *self,
                const Judgement  *judgement,
                GPtrArray        *words)
{
  const RapIndexLine *line = judgement->line;
  g_autoptr (RapRecord) record = rap_session_load (self->session, RAP_KIND_MEETING, line->id, NULL);
  RapMeetingCandidate *candidate;
  const RapMeeting *meeting;

  if (record == NULL)
    return NULL;
  meeting = RAP_MEETING (record);
  candidate = g_new0 (RapMeetingCandidate, 1);
  candidate->id = g_strdup (line->id);
  candidate->title = g_strdup (meeting->title);
  candidate->when = meeting->when != NULL ? g_strdup (meeting->when->text) : NULL;
  candidate->place = line->place != RAP_INDEX_NOBODY
                     ? name_entity (&g_array_index (self->index->entities, RapIndexEntity, line->place), words)
                     : g_strdup (meeting->place_text);
  candidate->participants = name_participants (self, line, words);
  candidate->title_hits = mark (words, candidate->title);
  candidate->place_hits = mark (words, candidate->place);
  candidate->participant_hits = mark (words, candidate->participants);
  candidate->date_hit = judgement->date_fit > 0;
  candidate->is_here = g_hash_table_contains (self->here, line->id);
  candidate->n_shared = judgement->n_shared;
  candidate->distance = judgement->distance;
  return candidate;
}

static gboolean
read_cb (gpointer user_data)
{
  RapMeetingFinder *self = user_data;

  rap_meeting_index_read (self->index, SLICE);
  if (!self->index->complete)
    return G_SOURCE_CONTINUE;
  self->read_id = 0;
  g_signal_emit (self, signals[COMPLETE], 0);
  return G_SOURCE_REMOVE;
}

/* As much as nobody notices; the rest while idle. */
static void
read_some (RapMeetingFinder *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  do
    rap_meeting_index_read (self->index, SLICE);
  while (!self->index->complete && g_get_monotonic_time () < end);
  if (self->index->complete)
    g_clear_handle_id (&self->read_id, g_source_remove);
}

static void
ensure_index (RapMeetingFinder *self)
{
  if (self->index != NULL)
    return;
  self->index = rap_meeting_index_new (self->session);
  self->read_id = g_idle_add_full (G_PRIORITY_LOW, read_cb, self, NULL);
}

static void
changed_cb (RapMeetingFinder *self,
            const RapEdits   *edits)
{
  if (self->index != NULL)
    rap_meeting_index_follow (self->index, edits);
}

static void
rap_meeting_finder_finalize (GObject *object)
{
  RapMeetingFinder *self = RAP_MEETING_FINDER (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->index, rap_meeting_index_free);
  g_hash_table_unref (self->here);
  g_ptr_array_unref (self->company);
  g_free (self->except);
  G_OBJECT_CLASS (rap_meeting_finder_parent_class)->finalize (object);
}

static void
rap_meeting_finder_class_init (RapMeetingFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_meeting_finder_finalize;
  signals[COMPLETE] = g_signal_new ("complete", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
rap_meeting_finder_init (RapMeetingFinder *self)
{
  self->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->company = g_ptr_array_new_with_free_func (g_free);
  self->from = self->to = G_MAXINT64;
}

/* Whoever still holds the finder finds nothing any more. */
static void
session_gone_cb (gpointer data)
{
  RapMeetingFinder *self = data;

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->index, rap_meeting_index_free);
  self->session = NULL;
  g_object_unref (self);
}

RapMeetingFinder *
rap_meeting_finder_get (RapSession *session)
{
  static const char key[] = "rap-meeting-finder";
  RapMeetingFinder *self;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  self = g_object_get_data (G_OBJECT (session), key);
  if (self == NULL)
    {
      self = g_object_new (RAP_TYPE_MEETING_FINDER, NULL);
      self->session = session;
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (session), key, self, session_gone_cb);
    }
  return g_object_ref (self);
}

static void
aim (RapMeetingFinder *self,
     const RapEdtf    *date)
{
  ensure_index (self);
  g_hash_table_remove_all (self->here);
  g_ptr_array_set_size (self->company, 0);
  g_clear_pointer (&self->except, g_free);
  self->from = date != NULL ? date->es : G_MAXINT64;
  self->to = date != NULL ? date->le : G_MAXINT64;
}

void
rap_meeting_finder_aim_at_passage (RapMeetingFinder *self,
                                   const RapArticle *article,
                                   RapRange          passage)
{
  g_autoptr (GPtrArray) reported = NULL;
  g_autoptr (RapMeeting) proposal = NULL;

  g_return_if_fail (RAP_IS_MEETING_FINDER (self));

  if (self->session == NULL)
    return;
  aim (self, article->published);
  reported = rap_store_list_reported (rap_session_get_store (self->session), article->parent_instance.id, NULL);
  for (guint i = 0; reported != NULL && i < reported->len; i++)
    g_hash_table_add (self->here, g_strdup (reported->pdata[i]));
  proposal = rap_session_propose_meeting (self->session, article, &passage, 1);
  for (guint i = 0; proposal->participants != NULL && i < proposal->participants->len; i++)
    g_ptr_array_add (self->company, g_strdup (((RapParticipant *) proposal->participants->pdata[i])->entity));
  if (proposal->when != NULL)
    {
      self->from = proposal->when->es;
      self->to = proposal->when->le;
    }
}

void
rap_meeting_finder_aim_at_meeting (RapMeetingFinder *self,
                                   const RapMeeting *meeting)
{
  g_return_if_fail (RAP_IS_MEETING_FINDER (self));

  if (self->session == NULL)
    return;
  aim (self, meeting->when);
  self->except = g_strdup (meeting->parent_instance.id);
  for (guint i = 0; meeting->participants != NULL && i < meeting->participants->len; i++)
    g_ptr_array_add (self->company, g_strdup (((RapParticipant *) meeting->participants->pdata[i])->entity));
}

GPtrArray *
rap_meeting_finder_find (RapMeetingFinder *self,
                         const char       *typed,
                         guint             limit)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_meeting_candidate_free);
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (Judgement));
  Judgement judgement;
  Query query;

  g_return_val_if_fail (RAP_IS_MEETING_FINDER (self), candidates);

  if (self->session == NULL)
    return candidates;
  ensure_index (self);
  read_some (self);
  query_init (&query, self, typed != NULL ? typed : "");
  for (guint i = 0; limit > 0 && i < self->index->lines->len; i++)
    if (judge (self, &query, &g_array_index (self->index->lines, RapIndexLine, i), &judgement))
      keep (best, &judgement, limit);
  for (guint i = 0; i < best->len; i++)
    {
      RapMeetingCandidate *candidate = load_candidate (self, &g_array_index (best, Judgement, i), query.words);

      if (candidate != NULL)
        g_ptr_array_add (candidates, candidate);
    }
  query_clear (&query);
  return candidates;
}

GPtrArray *
rap_session_list_capacities (RapSession *self,
                             const char *entity,
                             const char *except)
{
  GPtrArray *capacities;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  capacities = rap_store_list_capacities (rap_session_get_store (self), entity, except, MAX_CAPACITIES, NULL);
  return capacities != NULL ? capacities : g_ptr_array_new_with_free_func (g_free);
}
