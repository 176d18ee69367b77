/* rap-store-bulk.c
 *
 * Columns for those who look at everything at once (the timeline, the proposal
 * of names, the search for copies), without making a record of each row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

/* Columns: id, title, when, status, lane's id, lane's name, articles,
 * contested; an event with several lanes has several rows, one after the other.
 * The tables are read once from end to end, in the order in which they lie;
 * asking for each meeting which articles report it takes six times as long. */
#define MEETING_EVENT(lane_id, lane_name, joins, order) \
  "WITH reports (meeting, n) AS MATERIALIZED (SELECT meeting, count(*) FROM (SELECT meeting, article FROM evidence" \
  "   UNION SELECT l.meeting, c.article FROM claim_meeting l JOIN claim c ON c.row = l.owner) GROUP BY meeting)," \
  " contests (meeting) AS MATERIALIZED (SELECT DISTINCT meeting FROM (SELECT meeting FROM claim_meeting" \
  "   WHERE value IS NOT NULL GROUP BY meeting, aspect HAVING count(DISTINCT value) > 1))" \
  "SELECT m.id, m.title, m.date, m.status, " lane_id ", " lane_name ", ifnull (r.n, 0), t.meeting IS NOT NULL" \
  " FROM meeting m " joins " LEFT JOIN reports r ON r.meeting = m.id LEFT JOIN contests t ON t.meeting = m.id" \
  " ORDER BY m.row" order

#define ARTICLE_EVENT(lane_id, lane_name, joins) \
  "SELECT a.id, a.title, a.published, NULL, " lane_id ", " lane_name ", 0, 0 FROM article a " joins \
  " ORDER BY a.row"

#define OUTLETS_OF_MEETINGS \
  "(SELECT v.meeting AS meeting, a.outlet AS outlet FROM evidence v JOIN article a ON a.id = v.article WHERE a.outlet IS NOT NULL" \
  " UNION SELECT l.meeting, a.outlet FROM claim_meeting l JOIN claim c ON c.row = l.owner JOIN article a ON a.id = c.article" \
  " WHERE a.outlet IS NOT NULL)"

static const char articles_by_outlet[] =
  ARTICLE_EVENT ("o.id", "o.name", "LEFT JOIN entity o ON o.id = a.outlet");
static const char articles_alone[] =
  ARTICLE_EVENT ("NULL", "NULL", "");

static const struct
{
  const char *lanes;
  const char *meetings;
  const char *articles;
} events[] = {
  { "participant",
    MEETING_EVENT ("e.id", "e.name", "LEFT JOIN meeting_participant p ON p.owner = m.row LEFT JOIN entity e ON e.id = p.entity", ", p.n"),
    articles_by_outlet },
  { "outlet",
    MEETING_EVENT ("e.id", "e.name", "LEFT JOIN " OUTLETS_OF_MEETINGS " u ON u.meeting = m.id LEFT JOIN entity e ON e.id = u.outlet", ", e.folded, e.id"),
    articles_by_outlet },
  { "place",
    MEETING_EVENT ("ifnull (e.id, '')", "nullif (ifnull (e.name, m.place_text), '')", "LEFT JOIN entity e ON e.id = m.place", ""),
    articles_alone },
  { "none",
    MEETING_EVENT ("NULL", "NULL", "", ""),
    articles_alone },
};

/* The event that is being put together from its rows. */
typedef struct
{
  RapKind            kind;
  char              *id;
  char              *title;
  char              *when;
  char              *status;
  guint              n_articles;
  gboolean           contested;
  GPtrArray         *lanes;
  GPtrArray         *lane_ids;
  RapStoreEventFunc  func;
  gpointer           user_data;
} Gathering;

static void
give_event (Gathering *self)
{
  RapStoreEvent event;

  if (self->id == NULL)
    return;
  g_ptr_array_add (self->lanes, NULL);
  g_ptr_array_add (self->lane_ids, NULL);
  event = (RapStoreEvent) {
    self->kind, self->id, self->title, self->when, self->status,
    (const char * const *) self->lanes->pdata, (const char * const *) self->lane_ids->pdata,
    self->n_articles, self->contested,
  };
  self->func (&event, self->user_data);

  g_ptr_array_set_size (self->lanes, 0);
  g_ptr_array_set_size (self->lane_ids, 0);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->when, g_free);
  g_clear_pointer (&self->status, g_free);
}

/* The same party twice (as host and mediator, say) is one lane. */
static gboolean
has_lane (Gathering  *self,
          const char *lane,
          const char *lane_id)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (g_str_equal (self->lane_ids->pdata[i], lane_id) && g_str_equal (self->lanes->pdata[i], lane))
      return TRUE;
  return FALSE;
}

static void
gather_row (Gathering    *self,
            RapStatement *row)
{
  const char *id = rap_statement_text (row, 0);
  const char *lane_id = rap_statement_text (row, 4);
  const char *lane = rap_statement_text (row, 5);

  if (g_strcmp0 (self->id, id) != 0)
    {
      give_event (self);
      self->id = g_strdup (id);
      self->title = g_strdup (rap_statement_text (row, 1));
      self->when = g_strdup (rap_statement_text (row, 2));
      self->status = g_strdup (rap_statement_text (row, 3));
      self->n_articles = rap_statement_int (row, 6);
      self->contested = rap_statement_int (row, 7) != 0;
    }
  if (lane == NULL || lane_id == NULL || has_lane (self, lane, lane_id))
    return;
  g_ptr_array_add (self->lanes, g_strdup (lane));
  g_ptr_array_add (self->lane_ids, g_strdup (lane_id));
}

static gboolean
gather (RapStore           *self,
        RapKind             kind,
        const char         *sql,
        RapStoreEventFunc   func,
        gpointer            user_data,
        GError            **error)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lane_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autoptr (GError) failure = NULL;
  Gathering gathering = { .kind = kind, .lanes = lanes, .lane_ids = lane_ids, .func = func, .user_data = user_data };

  while (rap_statement_next (statement, &failure))
    gather_row (&gathering, statement);
  give_event (&gathering);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
rap_store_foreach_event (RapStore           *self,
                         const char         *lanes,
                         RapStoreEventFunc   func,
                         gpointer            user_data,
                         GError            **error)
{
  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_strcmp0 (lanes, events[i].lanes) == 0)
      return gather (self, RAP_KIND_MEETING, events[i].meetings, func, user_data, error)
          && gather (self, RAP_KIND_ARTICLE, events[i].articles, func, user_data, error);

  g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "lanes: “%s” is none of participant, outlet, place, none",
               lanes != NULL ? lanes : "");
  return FALSE;
}

gboolean
rap_store_foreach_name (RapStore          *self,
                        RapStoreNameFunc   func,
                        gpointer           user_data,
                        GError           **error)
{
  static const char sql[] =
    "SELECT id, kind, name, row AS owner, -1 AS n FROM entity"
    " UNION ALL SELECT e.id, e.kind, x.name, x.owner, x.n FROM entity_name x JOIN entity e ON e.row = x.owner"
    " ORDER BY owner, n";
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  statement = rap_statement_get (self, sql);
  while (rap_statement_next (statement, &failure))
    {
      guint kind = RAP_ENTITY_PERSON;

      rap_vocabulary_parse (&rap_entity_kind_vocabulary, rap_statement_text (statement, 1), &kind);
      func (rap_statement_text (statement, 0), kind, rap_statement_text (statement, 2),
            rap_statement_int (statement, 4) < 0, user_data);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

char *
rap_store_find_article_by_sha256 (RapStore   *self,
                                  const char *sha256)
{
  static const char sql[] = "SELECT id FROM article WHERE sha256 = ?1 ORDER BY created, id LIMIT 1";
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, sha256);
  return rap_statement_next (statement, NULL) ? g_strdup (rap_statement_text (statement, 0)) : NULL;
}

gint64
rap_store_read_signatures (RapStore               *self,
                           gint64                  after,
                           guint                   limit,
                           RapStoreSignatureSeen   func,
                           gpointer                user_data,
                           GError                **error)
{
  static const char sql[] =
    "SELECT a.id, s.signature, a.row FROM article_signature s JOIN article a ON a.row = s.article"
    " WHERE s.article > ?1 ORDER BY s.article LIMIT ?2";
  g_autoptr (RapStatement) statement = NULL;
  gint64 last = 0;

  g_return_val_if_fail (RAP_IS_STORE (self), 0);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_int (statement, after);
  rap_statement_bind_int (statement, limit > 0 ? (gint64) limit : -1);
  while (rap_statement_next (statement, error))
    {
      gconstpointer data = sqlite3_column_blob (statement->stmt, 1);
      g_autoptr (GBytes) signature = g_bytes_new (data, sqlite3_column_bytes (statement->stmt, 1));

      func (rap_statement_text (statement, 0), signature, user_data);
      last = rap_statement_int (statement, 2);
    }
  return last;
}

gboolean
rap_store_foreach_signature (RapStore               *self,
                             RapStoreSignatureSeen   func,
                             gpointer                user_data,
                             GError                **error)
{
  g_autoptr (GError) failure = NULL;

  rap_store_read_signatures (self, 0, 0, func, user_data, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
