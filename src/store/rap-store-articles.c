/* rap-store-articles.c
 *
 * A list of a hundred thousand articles is filtered with every letter that is
 * typed. Words, outlets and days are therefore looked up in what
 * rap-store-order.c holds in memory; only for what is rarely asked (a code, a
 * language, marks) does the file tell which rows are let through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-articles.h"

#include <string.h>

#include "rap-store-order.h"

/* ?1 folded code, ?2 article, ?3 language, ?4 state, ?5 annotated (0, 1) */
static const char allowed_sql[] =
  "SELECT a.row FROM article a"
  " WHERE (?1 IS NULL OR a.id IN ("
  "SELECT c.article FROM code k JOIN claim_code l ON l.code = k.id JOIN claim c ON c.row = l.owner WHERE rap_matches (?1, k.folded)"
  " UNION SELECT g.article FROM code k JOIN coding g ON g.code = k.id WHERE rap_matches (?1, k.folded)))"
  " AND (?2 IS NULL OR a.id = ?2)"
  " AND (?3 IS NULL OR rap_matches (?3, rap_fold (a.language)))"
  " AND (?4 IS NULL OR ?4 = ifnull ((SELECT state FROM article_reading WHERE article = a.id), 'unread'))"
  " AND (?5 IS NULL OR ?5 = (EXISTS (SELECT 1 FROM claim WHERE article = a.id)"
  " OR EXISTS (SELECT 1 FROM evidence WHERE article = a.id)"
  " OR EXISTS (SELECT 1 FROM mention WHERE article = a.id)"
  " OR EXISTS (SELECT 1 FROM coding WHERE article = a.id)))";

/**
 * Filter: what is asked for
 * @words: folded
 * @allowed: (nullable): a bit for each row that the file lets through
 */
typedef struct
{
  const RapArticleOrder *order;
  const RapQuery        *query;
  const RapWords        *words;
  const char            *folded;
  guint8                *allowed;
} Filter;

static gboolean
collect_allowed (RapStore  *self,
                 Filter    *filter,
                 GError   **error)
{
  const RapWords *words = filter->words;
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (words->code == NULL && filter->query->article == NULL && words->language == NULL
      && words->state == NULL && words->annotated < 0)
    return TRUE;
  filter->allowed = g_malloc0 (filter->order->n_rows / 8 + 1);
  statement = rap_statement_get (self, allowed_sql);
  rap_statement_bind_text (statement, words->code);
  rap_statement_bind_text (statement, filter->query->article);
  rap_statement_bind_text (statement, words->language);
  rap_statement_bind_text (statement, words->state);
  if (words->annotated >= 0)
    rap_statement_bind_int (statement, words->annotated);
  else
    rap_statement_bind_null (statement);
  while (rap_statement_next (statement, &failure))
    {
      gint64 row = rap_statement_int (statement, 0);

      if (row >= 0 && row < filter->order->n_rows)
        filter->allowed[row / 8] |= (guint8) (1u << (row % 8));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
lies_within (const Filter *filter,
             gint64        from,
             gint64        to)
{
  const RapQuery *query = filter->query;
  const RapWords *words = filter->words;
  gboolean dated = from != RAP_STORE_UNDATED;

  if (words->before != NULL && from >= words->before->es)
    return FALSE;
  if (words->after != NULL && (!dated || to <= words->after->le))
    return FALSE;
  if (query->first == query->last)
    return TRUE;
  return dated && from < query->last && to > query->first
      && (!query->certain || (from >= query->first && to <= query->last));
}

static gboolean
has_words (const Filter *filter,
           guint32       place)
{
  const RapArticleOrder *order = filter->order;
  RapHay hays[2];

  if (filter->folded[0] == '\0' && filter->words->outlet == NULL)
    return TRUE;
  hays[0].text = order->titles->str + order->title_at[place];
  hays[0].length = order->title_at[place + 1] - order->title_at[place] - 1;
  hays[1].text = order->titles->str + order->outlet_at[place];
  hays[1].length = strlen (hays[1].text);
  return rap_store_words_match (filter->folded, hays, 2)
      && (filter->words->outlet == NULL || rap_store_words_match (filter->words->outlet, hays + 1, 1));
}

static void
take_row (const Filter *filter,
          gint64        row,
          GArray       *rows)
{
  guint32 place = row < filter->order->n_rows ? filter->order->places[row] : RAP_NO_PLACE;

  if (place != RAP_NO_PLACE
      && (filter->allowed == NULL || (filter->allowed[row / 8] & (1u << (row % 8))) != 0)
      && lies_within (filter, filter->order->from[place], filter->order->to[place])
      && has_words (filter, place))
    g_array_append_val (rows, row);
}

/* Whether words are all that is asked for. */
static gboolean
is_of_words (const Filter *filter)
{
  const RapWords *words = filter->words;

  return filter->folded[0] != '\0' && filter->allowed == NULL && words->outlet == NULL && words->before == NULL
      && words->after == NULL && filter->query->first == filter->query->last;
}

/* With every letter that is added, only what was found before can be found. */
static gboolean
goes_on (const Filter *filter)
{
  const RapArticleOrder *order = filter->order;

  return order->found != NULL && order->found_by == filter->query->sort && is_of_words (filter)
      && g_str_has_prefix (filter->folded, order->found_words);
}

static void
remember (const Filter *filter,
          const GArray *rows)
{
  RapArticleOrder *order = (RapArticleOrder *) filter->order;

  g_clear_pointer (&order->found, g_array_unref);
  order->found = g_array_copy ((GArray *) rows);
  order->found_by = filter->query->sort;
  rap_set_string (&order->found_words, filter->folded);
}

static void
take_rows (const Filter *filter,
           GArray       *rows)
{
  const RapArticleOrder *order = filter->order;
  const guint32 *all = filter->query->sort != RAP_SORT_DAY ? order->sorted : order->rows;

  if (goes_on (filter))
    for (guint i = 0; i < order->found->len; i++)
      take_row (filter, g_array_index (order->found, gint64, i), rows);
  else
    for (guint i = 0; i < order->n; i++)
      take_row (filter, all[i], rows);
  if (is_of_words (filter))
    remember (filter, rows);
}

gboolean
rap_store_query_articles (RapStore        *self,
                          const RapQuery  *query,
                          const RapWords  *words,
                          GArray          *rows,
                          GError         **error)
{
  g_autofree char *folded = rap_words_fold (words);
  Filter filter = { .query = query, .words = words, .folded = folded };
  gboolean sorted = query->sort != RAP_SORT_DAY;
  gboolean in_words = folded[0] != '\0' || words->outlet != NULL;

  filter.order = sorted ? rap_store_sort_articles (self, query->sort, error)
    : in_words ? rap_store_get_article_titles (self, error)
    : rap_store_get_article_order (self, error);
  if (filter.order == NULL || !collect_allowed (self, &filter, error))
    {
      g_free (filter.allowed);
      return FALSE;
    }
  take_rows (&filter, rows);
  g_free (filter.allowed);
  return TRUE;
}
