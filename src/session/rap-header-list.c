/* rap-header-list.c
 *
 * The list model behind the library. It keeps the row numbers of the query's
 * result (8 bytes a row) and a handful of loaded pages; headers come to life
 * when a row is shown. After a commit the rows that it touched find their new
 * place, or say something else; where that is not enough (a filter, something
 * deleted, an import) the query runs again and the difference between old and
 * new rows is told: one row that moved as that, everything else as one splice.
 * Of the loaded rows those that still say the same stay the same objects, so
 * that selections hold; the others are told as replaced. A splice that brings
 * many rows is told in two parts, what goes and what comes: a view would look
 * for what went among all that comes, and load every header for that. A list
 * that sleeps does all of that when it wakes up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header-list.h"

#include <string.h>

#include "rap-header-changes-private.h"
#include "rap-session-private.h"
#include "rap-store-place.h"

#define PAGE_ROWS  64
#define MAX_PAGES  6
#define MANY_ROWS  512

struct _RapHeaderList
{
  GObject     parent_instance;

  RapSession *session;      /* weak: an orphaned list is empty rows */
  RapKind     kind;
  char       *filter;
  char       *article;
  gint64      first;        /* of the days asked for */
  gint64      last;
  gboolean    certain;
  RapListSort sort;
  gboolean    reversed;
  GArray     *rows;         /* gint64 */
  GHashTable *pages;        /* page number -> GPtrArray of RapHeader */
  GQueue      page_order;   /* page numbers, oldest first */
  gboolean    patient;
  gboolean    asleep;
  gboolean    is_halfway;   /* between what goes and what comes */
  guint       idle;         /* an update to come, or 0 */
  RapHeaderChanges *changes; /* what it will be about, or NULL */
  GHashTable *shown;        /* row -> RapHeader, what was loaded before an update; else NULL */
  const RapHeaderChanges *renewing; /* during an update: rows that this does not touch stay; NULL: any may differ */
};

static void rap_header_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapHeaderList, rap_header_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, rap_header_list_model_init))

static GHashTable *
new_pages (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
forget_pages (RapHeaderList *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->page_order);
}

static void
reverse (GArray *rows)
{
  gint64 *row = (gint64 *) (gpointer) rows->data;

  for (guint i = 0; i < rows->len / 2; i++)
    {
      gint64 last = row[rows->len - 1 - i];

      row[rows->len - 1 - i] = row[i];
      row[i] = last;
    }
}

static GArray *
query_rows (RapHeaderList *self)
{
  RapQuery query = {
    .text = self->filter, .article = self->article,
    .first = self->first, .last = self->last, .certain = self->certain, .sort = self->sort,
  };
  g_autoptr (GError) error = NULL;
  GArray *rows = NULL;

  if (self->session != NULL)
    rows = rap_store_query_rows (rap_session_get_store (self->session), self->kind, &query, &error);
  if (error != NULL)
    g_info ("list of %s: %s", rap_kind_get_plural (self->kind), error->message);

  if (rows == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->reversed)
    reverse (rows);
  return rows;
}

static inline gint64
row_at (GArray *rows,
        guint   i)
{
  return g_array_index (rows, gint64, i);
}

static void
swap_rows (RapHeaderList *self,
           GArray        *rows,
           guint          position,
           guint          n_removed,
           guint          n_added)
{
  if (self->rows != rows)
    g_array_unref (self->rows);
  self->rows = rows;
  forget_pages (self);
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* Takes away what goes, then brings what comes. */
static void
swap_in_parts (RapHeaderList *self,
               GArray        *rows,
               guint          position,
               guint          n_removed,
               guint          n_added)
{
  self->is_halfway = TRUE;
  swap_rows (self, g_array_remove_range (self->rows, position, n_removed), position, n_removed, 0);
  self->is_halfway = FALSE;
  swap_rows (self, rows, position, 0, n_added);
}

/* Whether the @n rows differ by the first having become the last. */
static gboolean
is_rotated (const gint64 *old,
            const gint64 *rows,
            guint         n)
{
  return n > 1 && old[0] == rows[n - 1] && memcmp (old + 1, rows, (n - 1) * sizeof *old) == 0;
}

/* Positions that were told as added. */
typedef struct
{
  guint start;
  guint end;
} Told;

static Told
move_row (RapHeaderList *self,
          GArray        *rows,
          guint          from,
          guint          to)
{
  swap_rows (self, g_array_remove_index (self->rows, from), from, 1, 0);
  swap_rows (self, rows, to, 0, 1);
  return (Told) { to, to + 1 };
}

/* Replaces the rows and tells what turns the old into the new. */
static Told
take_rows (RapHeaderList *self,
           GArray        *rows)
{
  GArray *old = self->rows;
  guint most = MIN (old->len, rows->len);
  guint head = 0, tail = 0, n;

  while (head < most && row_at (old, head) == row_at (rows, head))
    head++;
  while (tail < most - head && row_at (old, old->len - 1 - tail) == row_at (rows, rows->len - 1 - tail))
    tail++;

  n = rows->len - head - tail;
  if (old->len == rows->len && n > 0)
    {
      const gint64 *was = &g_array_index (old, gint64, head);
      const gint64 *is = &g_array_index (rows, gint64, head);

      if (is_rotated (was, is, n))
        return move_row (self, rows, head, head + n - 1);
      if (is_rotated (is, was, n))
        return move_row (self, rows, head + n - 1, head);
    }
  if (n > MANY_ROWS && old->len > head + tail)
    swap_in_parts (self, rows, head, old->len - head - tail, n);
  else
    swap_rows (self, rows, head, old->len - head - tail, n);
  return (Told) { head, head + n };
}

static gboolean
same_header (const RapHeader *a,
             const RapHeader *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0
      && g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->when, b->when) == 0
      && g_strcmp0 (a->article, b->article) == 0 && g_strcmp0 (a->article_title, b->article_title) == 0
      && g_strcmp0 (a->tag, b->tag) == 0 && a->n_claims == b->n_claims && a->n_meetings == b->n_meetings
      && a->n_articles == b->n_articles && a->depth == b->depth && a->hedged == b->hedged
      && a->contested == b->contested;
}

/* The header that row @i had before the update, or NULL. */
static RapHeader *
get_shown (RapHeaderList *self,
           guint          i)
{
  return self->shown != NULL ? g_hash_table_lookup (self->shown, &g_array_index (self->rows, gint64, i)) : NULL;
}

static gboolean
is_untouched (RapHeaderList   *self,
              const RapHeader *shown)
{
  return self->renewing != NULL && !self->renewing->all_may_differ
      && !g_hash_table_contains (self->renewing->touched, shown->id);
}

static void
remember_shown (GHashTable *shown,
                gint64      row,
                RapHeader  *header)
{
  g_hash_table_insert (shown, g_memdup2 (&row, sizeof row), g_object_ref (header));
}

/* During an update a header that still says the same stays the same object, and
 * one that is not touched is not even loaded. (transfer full) */
static GPtrArray *
load_page (RapHeaderList *self,
           guint          first,
           guint          n)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) loaded = NULL;
  guint next = 0;

  for (guint i = first; i < first + n; i++)
    if (get_shown (self, i) == NULL || !is_untouched (self, get_shown (self, i)))
      g_array_append_val (missing, g_array_index (self->rows, gint64, i));
  loaded = rap_store_load_headers (rap_session_get_store (self->session), self->kind,
                                   (const gint64 *) (gpointer) missing->data, missing->len, NULL);
  if (loaded == NULL)
    return NULL;
  for (guint i = first; i < first + n; i++)
    {
      RapHeader *shown = get_shown (self, i);
      RapHeader *header = shown != NULL && is_untouched (self, shown) ? shown : loaded->pdata[next++];

      g_ptr_array_add (page, g_object_ref (shown != NULL && same_header (shown, header) ? shown : header));
      if (shown == NULL && self->renewing != NULL)
        remember_shown (self->shown, row_at (self->rows, i), header);
    }
  return g_steal_pointer (&page);
}

static GPtrArray *
get_page (RapHeaderList *self,
          guint          number)
{
  GPtrArray *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  guint first = number * PAGE_ROWS;

  if (page != NULL || self->session == NULL || first >= self->rows->len)
    return page;

  page = load_page (self, first, MIN (PAGE_ROWS, self->rows->len - first));
  if (page == NULL)
    return NULL;
  if (g_queue_get_length (&self->page_order) >= MAX_PAGES)
    g_hash_table_remove (self->pages, g_queue_pop_head (&self->page_order));
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_tail (&self->page_order, GUINT_TO_POINTER (number));
  return page;
}

static GHashTable *
collect_shown (RapHeaderList *self)
{
  GHashTable *shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  GHashTableIter iter;
  gpointer number, page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, &page))
    for (guint i = 0; i < ((GPtrArray *) page)->len; i++)
      remember_shown (shown, row_at (self->rows, GPOINTER_TO_UINT (number) * PAGE_ROWS + i),
                      g_ptr_array_index ((GPtrArray *) page, i));
  return shown;
}

/* Of the rows that stayed, those that now say something else. */
static void
tell_renewed (RapHeaderList *self,
              Told           told)
{
  if (self->session == NULL || g_hash_table_size (self->shown) == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      RapHeader *shown = g_hash_table_lookup (self->shown, &g_array_index (self->rows, gint64, i));
      GPtrArray *page = shown != NULL && (i < told.start || i >= told.end) ? get_page (self, i / PAGE_ROWS) : NULL;

      if (page != NULL && i % PAGE_ROWS < page->len && g_ptr_array_index (page, i % PAGE_ROWS) != shown)
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
}

static void
update (RapHeaderList *self)
{
  g_autoptr (GHashTable) shown = collect_shown (self);
  GHashTable *outer = self->shown;
  Told told;

  g_object_ref (self);
  g_clear_pointer (&self->changes, rap_header_changes_free);
  self->shown = shown;
  told = take_rows (self, query_rows (self));
  tell_renewed (self, told);
  self->shown = outer;
  g_object_unref (self);
}

/* A filter may let through or hold back any row because of any change. */
static gboolean
needs_query (RapHeaderList *self)
{
  return self->changes->whole || self->filter != NULL || self->article != NULL || self->first != self->last
      || self->sort != RAP_SORT_DAY || self->reversed
      || self->changes->own->len > self->rows->len;
}

static guint
find_row (RapHeaderList *self,
          gint64         row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self->rows, i) == row)
      return i;
  return G_MAXUINT;
}

static gboolean
stands_right (RapHeaderList *self,
              guint          i)
{
  RapStore *store = rap_session_get_store (self->session);
  gint64 row = row_at (self->rows, i);

  return (i == 0 || rap_store_is_before (store, self->kind, row_at (self->rows, i - 1), row))
      && (i + 1 == self->rows->len || rap_store_is_before (store, self->kind, row, row_at (self->rows, i + 1)));
}

/* FALSE: the list must be asked for again. */
static gboolean
place_row (RapHeaderList *self,
           const char    *id)
{
  RapStore *store = rap_session_get_store (self->session);
  gint64 row = rap_store_get_row (store, self->kind, id);
  guint at = row != 0 ? find_row (self, row) : G_MAXUINT;

  if (row == 0)
    return FALSE;
  if (at != G_MAXUINT && stands_right (self, at))
    return TRUE;
  if (at != G_MAXUINT)
    swap_rows (self, g_array_remove_index (self->rows, at), at, 1, 0);
  g_hash_table_remove (self->shown, &row);
  at = rap_store_find_place (store, self->kind, (const gint64 *) (gpointer) self->rows->data, self->rows->len, row);
  if (at == G_MAXUINT)
    return FALSE;
  swap_rows (self, g_array_insert_val (self->rows, at, row), at, 0, 1);
  return TRUE;
}

/* Of the rows on @numbers, the pages that were loaded, those that now say something else. */
static void
tell_renewed_on (RapHeaderList *self,
                 GArray        *numbers)
{
  for (guint k = 0; k < numbers->len; k++)
    {
      guint first = g_array_index (numbers, guint, k) * PAGE_ROWS;
      GPtrArray *page = get_page (self, g_array_index (numbers, guint, k));

      for (guint i = 0; page != NULL && i < page->len; i++)
        {
          RapHeader *shown = get_shown (self, first + i);

          if (shown != NULL && shown != page->pdata[i])
            g_list_model_items_changed (G_LIST_MODEL (self), first + i, 1, 1);
          page = get_page (self, g_array_index (numbers, guint, k));
        }
    }
}

static GArray *
list_pages (RapHeaderList *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (GList *l = self->page_order.head; l != NULL; l = l->next)
    {
      guint number = GPOINTER_TO_UINT (l->data);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

/* The rows that were touched, and nothing else. */
static gboolean
update_touched (RapHeaderList          *self,
                const RapHeaderChanges *changes)
{
  g_autoptr (GHashTable) shown = collect_shown (self);
  g_autoptr (GArray) numbers = list_pages (self);
  gboolean done = TRUE;

  g_object_ref (self);
  self->shown = shown;
  self->renewing = changes;
  if (changes->own->len == 0)
    forget_pages (self);
  for (guint i = 0; i < changes->own->len && done; i++)
    done = place_row (self, changes->own->pdata[i]);
  if (done)
    {
      forget_pages (self);
      tell_renewed_on (self, numbers);
    }
  self->renewing = NULL;
  self->shown = NULL;
  g_object_unref (self);
  return done;
}

static void
follow_changes (RapHeaderList *self)
{
  g_autoptr (RapHeaderChanges) changes = NULL;
  gboolean all = self->changes == NULL || self->session == NULL || self->shown != NULL || needs_query (self);

  changes = g_steal_pointer (&self->changes);
  if (all || !update_touched (self, changes))
    update (self);
}

static gboolean
idle_cb (gpointer data)
{
  RapHeaderList *self = data;

  self->idle = 0;
  follow_changes (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (RapHeaderList  *self,
                    const RapEdits *edits)
{
  if (self->changes == NULL)
    self->changes = rap_header_changes_new ();
  rap_header_changes_add (self->changes, self->kind, edits);
  if (self->asleep)
    return;
  if (!self->patient)
    follow_changes (self);
  else if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

/* Marks are not in the journal: a row says something else, and a filter may ask for it. */
static void
reading_changed_cb (RapHeaderList *self,
                    const char    *article)
{
  if (self->kind != RAP_KIND_ARTICLE)
    return;
  if (self->changes == NULL)
    self->changes = rap_header_changes_new ();
  g_hash_table_add (self->changes->touched, g_strdup (article));
  if (!self->asleep && self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static GType
rap_header_list_get_item_type (GListModel *model)
{
  return RAP_TYPE_HEADER;
}

static guint
rap_header_list_get_n_items (GListModel *model)
{
  return ((RapHeaderList *) model)->rows->len;
}

static gpointer
rap_header_list_get_item (GListModel *model,
                          guint       position)
{
  RapHeaderList *self = (RapHeaderList *) model;
  GPtrArray *page;

  if (position >= self->rows->len)
    return NULL;
  page = self->session != NULL ? get_page (self, position / PAGE_ROWS) : NULL;
  if (page == NULL || position % PAGE_ROWS >= page->len)
    return rap_header_new (self->kind);
  return g_object_ref (g_ptr_array_index (page, position % PAGE_ROWS));
}

static void
rap_header_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rap_header_list_get_item_type;
  iface->get_n_items = rap_header_list_get_n_items;
  iface->get_item = rap_header_list_get_item;
}

static void
rap_header_list_finalize (GObject *object)
{
  RapHeaderList *self = RAP_HEADER_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->changes, rap_header_changes_free);
  g_clear_weak_pointer (&self->session);
  g_queue_clear (&self->page_order);
  g_hash_table_unref (self->pages);
  g_array_unref (self->rows);
  g_free (self->filter);
  g_free (self->article);

  G_OBJECT_CLASS (rap_header_list_parent_class)->finalize (object);
}

static void
rap_header_list_class_init (RapHeaderListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_header_list_finalize;
}

static void
rap_header_list_init (RapHeaderList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = new_pages ();
  g_queue_init (&self->page_order);
}

GListModel *
rap_header_list_new (RapSession *session,
                     RapKind     kind)
{
  RapHeaderList *self = g_object_new (RAP_TYPE_HEADER_LIST, NULL);

  g_set_weak_pointer (&self->session, session);
  self->kind = kind;
  g_array_unref (self->rows);
  self->rows = query_rows (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reading-changed", G_CALLBACK (reading_changed_cb), self, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (self);
}

RapKind
rap_header_list_get_kind (RapHeaderList *self)
{
  g_return_val_if_fail (RAP_IS_HEADER_LIST (self), RAP_KIND_ARTICLE);

  return self->kind;
}

void
rap_header_list_set_filter (RapHeaderList *self,
                            const char    *text)
{
  g_return_if_fail (RAP_IS_HEADER_LIST (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->filter, text) == 0)
    return;
  rap_set_string (&self->filter, text);
  update (self);
}

const char *
rap_header_list_get_filter (RapHeaderList *self)
{
  g_return_val_if_fail (RAP_IS_HEADER_LIST (self), NULL);

  return self->filter;
}

void
rap_header_list_set_article (RapHeaderList *self,
                             const char    *article)
{
  g_return_if_fail (RAP_IS_HEADER_LIST (self));

  if (g_strcmp0 (self->article, article) == 0)
    return;
  rap_set_string (&self->article, article);
  update (self);
}

void
rap_header_list_set_days (RapHeaderList *self,
                          gint64         first,
                          gint64         last,
                          gboolean       certain)
{
  g_return_if_fail (RAP_IS_HEADER_LIST (self));

  if (self->first == first && self->last == last && self->certain == certain)
    return;
  self->first = first;
  self->last = last;
  self->certain = certain;
  update (self);
}

void
rap_header_list_set_patient (RapHeaderList *self,
                             gboolean       patient)
{
  g_return_if_fail (RAP_IS_HEADER_LIST (self));

  self->patient = patient;
}

void
rap_header_list_set_asleep (RapHeaderList *self,
                            gboolean       asleep)
{
  g_return_if_fail (RAP_IS_HEADER_LIST (self));

  if (self->asleep == asleep)
    return;
  self->asleep = asleep;
  if (asleep || self->changes == NULL)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  follow_changes (self);
}

void
rap_header_list_set_sort (RapHeaderList *self,
                          RapListSort    sort,
                          gboolean       reversed)
{
  g_return_if_fail (RAP_IS_HEADER_LIST (self));

  if (self->sort == sort && self->reversed == reversed)
    return;
  self->sort = sort;
  self->reversed = reversed;
  update (self);
}

gboolean
rap_header_list_is_halfway (RapHeaderList *self)
{
  g_return_val_if_fail (RAP_IS_HEADER_LIST (self), FALSE);

  return self->is_halfway;
}

guint
rap_header_list_find (RapHeaderList *self,
                      const char    *id)
{
  gint64 row;

  g_return_val_if_fail (RAP_IS_HEADER_LIST (self), G_MAXUINT);

  if (self->session == NULL || id == NULL)
    return G_MAXUINT;
  row = rap_store_get_row (rap_session_get_store (self->session), self->kind, id);
  return row != 0 ? find_row (self, row) : G_MAXUINT;
}
