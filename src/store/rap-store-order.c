/* rap-store-order.c
 *
 * Read in one go from the index of days, and kept until the journal tells of a
 * change to an article or an outlet, by whatever connection it came. What a
 * reader marks is not in the journal and changes nothing here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-order.h"

#include <string.h>

#define MAX_ROWS 50000000   /* a row number from a stranger's file is no reason to run out of memory */

void
rap_article_order_free (RapArticleOrder *self)
{
  g_free (self->places);
  g_free (self->rows);
  g_free (self->from);
  g_free (self->to);
  g_free (self->lengths);
  if (self->titles != NULL)
    g_string_free (self->titles, TRUE);
  g_free (self->title_at);
  g_free (self->outlet_at);
  g_free (self->sorted);
  g_clear_pointer (&self->found, g_array_unref);
  g_free (self->found_words);
  g_free (self);
}

static RapArticleOrder *
order_new (RapStore *store)
{
  RapArticleOrder *self = g_new0 (RapArticleOrder, 1);
  gint64 n = rap_store_query_int (store, "SELECT count(*) FROM article", 0);
  gint64 last = rap_store_query_int (store, "SELECT ifnull (max (row), 0) FROM article", 0);

  self->n_rows = (guint) CLAMP (last, 0, MAX_ROWS) + 1;
  self->places = g_new (guint32, self->n_rows);
  memset (self->places, 0xff, self->n_rows * sizeof *self->places);
  self->rows = g_new (guint32, n + 1);
  self->from = g_new (gint64, n + 1);
  self->to = g_new (gint64, n + 1);
  return self;
}

static void
add_row (RapArticleOrder *self,
         gint64           row,
         gint64           from,
         gint64           to)
{
  if (row < 0 || row >= self->n_rows)
    return;
  self->places[row] = self->n;
  self->rows[self->n] = (guint32) row;
  self->from[self->n] = from;
  self->to[self->n] = to;
  self->n++;
  if (from != RAP_STORE_UNDATED)
    self->n_dated = self->n;
}

static RapArticleOrder *
read_order (RapStore  *store,
            GError   **error)
{
  static const char sql[] = "SELECT row, day_from, day_to FROM article ORDER BY day_from, day_to, id";
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  RapArticleOrder *self;

  /* one state of the file for the count and the rows */
  if (!rap_store_execute (store, "SAVEPOINT article_order", error))
    return NULL;
  self = order_new (store);
  statement = rap_statement_get (store, sql);
  while (rap_statement_next (statement, &failure))
    add_row (self, rap_statement_int (statement, 0), rap_statement_int (statement, 1), rap_statement_int (statement, 2));
  rap_statement_reset (statement);
  rap_store_execute (store, "RELEASE article_order", NULL);
  if (failure == NULL)
    return self;
  rap_article_order_free (self);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Groups are undone from the last one backwards: while the last group of then is
 * done and nothing was undone, only newer groups can have changed anything. */
static gboolean
is_current (RapStore        *store,
            RapArticleOrder *self,
            gint64           seq,
            gint64           n_undone)
{
  static const char sql[] =
    "SELECT NOT EXISTS (SELECT 1 FROM journal_edit e WHERE seq > ?1"
    " AND (kind = 'article' OR (kind = 'entity' AND EXISTS (SELECT 1 FROM article WHERE outlet = e.id))))"
    " AND NOT EXISTS (SELECT 1 FROM journal_group WHERE seq = ?1 AND state <> 0)";
  g_autoptr (RapStatement) statement = NULL;

  if (self->seq == seq && self->n_undone == 0 && n_undone == 0)
    return TRUE;
  if (self->n_undone != 0 || n_undone != 0)
    return FALSE;
  statement = rap_statement_get (store, sql);
  rap_statement_bind_int (statement, self->seq);
  if (!rap_statement_next (statement, NULL) || rap_statement_int (statement, 0) == 0)
    return FALSE;
  self->seq = seq;
  return TRUE;
}

const RapArticleOrder *
rap_store_get_article_order (RapStore  *self,
                             GError   **error)
{
  gint64 seq = rap_store_query_int (self, "SELECT ifnull (max (seq), 0) FROM journal_group", -1);
  gint64 n_undone = rap_store_query_int (self, "SELECT count(*) FROM journal_group WHERE state = 1", -1);
  RapArticleOrder *order = self->article_order;

  if (order != NULL && is_current (self, order, seq, n_undone))
    return order;
  g_clear_pointer (&self->article_order, rap_article_order_free);
  order = read_order (self, error);
  if (order == NULL)
    return NULL;
  order->seq = seq;
  order->n_undone = n_undone;
  return self->article_order = order;
}

void
rap_store_forget_order (RapStore *self,
                        gint64    seq)
{
  if (self->article_order != NULL && self->article_order->seq >= seq)
    g_clear_pointer (&self->article_order, rap_article_order_free);
}

/* FTS5 keeps the sizes of the columns as numbers of 7 bits a byte, the highest first. */
static guint32
add_sizes (const guchar *bytes,
           int           n_bytes)
{
  guint32 sum = 0, number = 0;

  for (int i = 0; i < n_bytes; i++)
    {
      number = number << 7 | (bytes[i] & 0x7f);
      if (bytes[i] >= 0x80)
        continue;
      sum += number;
      number = 0;
    }
  return sum;
}

const RapArticleOrder *
rap_store_get_article_lengths (RapStore  *self,
                               GError   **error)
{
  RapArticleOrder *order = (RapArticleOrder *) rap_store_get_article_order (self, error);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree guint32 *lengths = NULL;
  double sum = 0;

  if (order == NULL || order->lengths != NULL)
    return order;
  lengths = g_new0 (guint32, order->n_rows);
  statement = rap_statement_get (self, "SELECT id, sz FROM article_fts_docsize");
  while (rap_statement_next (statement, &failure))
    {
      gint64 row = rap_statement_int (statement, 0);

      if (row < 0 || row >= order->n_rows)
        continue;
      lengths[row] = add_sizes (sqlite3_column_blob (statement->stmt, 1), sqlite3_column_bytes (statement->stmt, 1));
      sum += lengths[row];
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  order->average = MAX (sum / MAX (order->n, 1), 1);
  order->lengths = g_steal_pointer (&lengths);
  return order;
}

/* id -> where its folded names begin in @titles; the empty string is at 0. (transfer full) */
static GHashTable *
read_outlets (RapStore *store,
              GString  *titles,
              GError  **error)
{
  g_autoptr (GHashTable) outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RapStatement) statement =
    rap_statement_get (store, "SELECT id, folded FROM entity WHERE id IN (SELECT outlet FROM article)");
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (statement, &failure))
    {
      g_hash_table_insert (outlets, g_strdup (rap_statement_text (statement, 0)), GUINT_TO_POINTER (titles->len));
      g_string_append (titles, rap_statement_text (statement, 1));
      g_string_append_c (titles, '\0');
    }
  if (failure == NULL)
    return g_steal_pointer (&outlets);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Puts the titles in the order of their places, which is that of a filter. @first:
 * where they begin. */
static void
put_in_order (RapArticleOrder *self,
              gsize            first)
{
  g_autoptr (GString) titles = self->titles;

  self->titles = g_string_sized_new (titles->len);
  g_string_append_len (self->titles, titles->str, (gssize) first);
  for (guint i = 0; i < self->n; i++)
    {
      const char *title = titles->str + self->title_at[i];

      self->title_at[i] = (guint32) self->titles->len;
      g_string_append_len (self->titles, title, (gssize) strlen (title) + 1);
    }
  self->title_at[self->n] = (guint32) self->titles->len;
}

static gboolean
read_titles (RapStore        *store,
             RapArticleOrder *self,
             GError         **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (store, "SELECT row, folded, outlet FROM article ORDER BY row");
  g_autoptr (GHashTable) outlets = NULL;
  g_autoptr (GError) failure = NULL;
  gsize first;

  g_string_append_c (self->titles, '\0');
  outlets = read_outlets (store, self->titles, error);
  first = self->titles->len;
  while (outlets != NULL && rap_statement_next (statement, &failure))
    {
      gint64 row = rap_statement_int (statement, 0);
      const char *outlet = rap_statement_text (statement, 2);
      guint32 place = row >= 0 && row < self->n_rows ? self->places[row] : RAP_NO_PLACE;

      if (place == RAP_NO_PLACE)
        continue;
      self->title_at[place] = (guint32) self->titles->len;
      self->outlet_at[place] = outlet != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (outlets, outlet)) : 0;
      g_string_append (self->titles, rap_statement_text (statement, 1));
      g_string_append_c (self->titles, '\0');
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (outlets == NULL)
    return FALSE;
  put_in_order (self, first);
  return TRUE;
}

const RapArticleOrder *
rap_store_get_article_titles (RapStore  *self,
                              GError   **error)
{
  RapArticleOrder *order = (RapArticleOrder *) rap_store_get_article_order (self, error);

  if (order == NULL || order->titles != NULL)
    return order;
  order->titles = g_string_sized_new ((gsize) order->n * 64);
  order->title_at = g_new0 (guint32, order->n + 1);
  order->outlet_at = g_new0 (guint32, order->n + 1);
  if (read_titles (self, order, error))
    return order;
  g_clear_pointer (&self->article_order, rap_article_order_free);
  return NULL;
}

static const char * const sorted_sql[] = {
  [RAP_SORT_NEWEST] = "SELECT row FROM article ORDER BY day_from = 9223372036854775807, day_from DESC, day_to DESC, id DESC",
  [RAP_SORT_NAME] = "SELECT row FROM article ORDER BY folded COLLATE rap_words, id",
  [RAP_SORT_OUTLET] =
    "SELECT a.row FROM article a LEFT JOIN entity o ON o.id = a.outlet"
    " ORDER BY o.folded IS NULL, o.folded COLLATE rap_words, a.day_from, a.day_to, a.id",
  [RAP_SORT_IMPORTED] = "SELECT row FROM article ORDER BY created DESC, id DESC",
  /* first by the number of claims and meetings, which rows show */
  [RAP_SORT_ANNOTATIONS] =
    "SELECT a.row FROM article a LEFT JOIN (SELECT article, count(*) AS n FROM ("
    "SELECT article, id FROM claim UNION SELECT article, meeting FROM evidence"
    " UNION SELECT c.article, l.meeting FROM claim c JOIN claim_meeting l ON l.owner = c.row)"
    " GROUP BY article) k ON k.article = a.id"
    " LEFT JOIN (SELECT article, count(*) AS n FROM ("
    "SELECT article FROM mention UNION ALL SELECT article FROM coding) GROUP BY article) m ON m.article = a.id"
    " ORDER BY ifnull (k.n, 0) DESC, ifnull (m.n, 0) DESC, a.day_from, a.day_to, a.id",
  [RAP_SORT_LANGUAGE] = "SELECT row FROM article ORDER BY language = '', language, day_from, day_to, id",
  [RAP_SORT_MARK] =
    "SELECT a.row FROM article a LEFT JOIN article_reading r ON r.article = a.id"
    " ORDER BY CASE r.state WHEN 'read' THEN 1 WHEN 'done' THEN 2 ELSE 0 END, a.day_from, a.day_to, a.id",
};

/* Annotations and marks come and go without a change to the articles. */
static gboolean
can_keep (RapListSort sort)
{
  return sort != RAP_SORT_ANNOTATIONS && sort != RAP_SORT_MARK;
}

const RapArticleOrder *
rap_store_sort_articles (RapStore     *self,
                         RapListSort   sort,
                         GError      **error)
{
  RapArticleOrder *order = (RapArticleOrder *) rap_store_get_article_titles (self, error);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  g_return_val_if_fail ((guint) sort < G_N_ELEMENTS (sorted_sql) && sorted_sql[sort] != NULL, NULL);

  if (order == NULL || (order->sorted != NULL && order->sorted_by == sort && can_keep (sort)))
    return order;
  g_clear_pointer (&order->sorted, g_free);
  g_clear_pointer (&order->found, g_array_unref);
  order->sorted = g_new0 (guint32, order->n + 1);
  order->sorted_by = sort;
  statement = rap_statement_get (self, sorted_sql[sort]);
  while (n < order->n && rap_statement_next (statement, &failure))
    order->sorted[n++] = (guint32) rap_statement_int (statement, 0);
  if (failure == NULL)
    return order;
  g_clear_pointer (&order->sorted, g_free);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
