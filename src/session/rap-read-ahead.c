/* rap-read-ahead.c
 *
 * Extracting a page costs several times what storing it does, and pages have
 * nothing to do with each other. A pool of threads fills a window of slots; the
 * taker empties them in order and so moves the window on. The window bounds the
 * memory, however many files there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-read-ahead.h"

/* @mutex guards @slots; the rest belongs to the taker or never changes. */
struct _RapReadAhead
{
  GPtrArray    *files;      /* borrowed */
  char         *format;
  GThreadPool  *pool;       /* NULL: a single file is read by the taker */
  RapIncoming **slots;      /* (array length=files->len): NULL until read */
  guint         n_pushed;
  guint         n_taken;
  GMutex        mutex;
  GCond         cond;
};

/* The pool carries places as pointers, which must not be NULL. */
static void
read_slot (gpointer data,
           gpointer user_data)
{
  RapReadAhead *self = user_data;
  guint place = GPOINTER_TO_UINT (data) - 1;
  RapIncoming *incoming = rap_incoming_read (g_ptr_array_index (self->files, place), self->format);

  g_mutex_lock (&self->mutex);
  self->slots[place] = incoming;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
push_next (RapReadAhead *self)
{
  if (self->n_pushed < self->files->len)
    g_thread_pool_push (self->pool, GUINT_TO_POINTER (++self->n_pushed), NULL);
}

RapReadAhead *
rap_read_ahead_new (GPtrArray  *files,
                    const char *format)
{
  RapReadAhead *self = g_new0 (RapReadAhead, 1);
  guint n_threads = g_get_num_processors ();

  self->files = files;
  self->format = g_strdup (format);
  self->slots = g_new0 (RapIncoming *, files->len);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  if (files->len < 2)
    return self;

  self->pool = g_thread_pool_new (read_slot, self, (int) n_threads, FALSE, NULL);
  for (guint i = 0; i < 4 * n_threads; i++)
    push_next (self);
  return self;
}

RapIncoming *
rap_read_ahead_take (RapReadAhead *self)
{
  RapIncoming *incoming;
  guint place = self->n_taken++;

  g_return_val_if_fail (place < self->files->len, NULL);

  if (self->pool == NULL)
    return rap_incoming_read (g_ptr_array_index (self->files, place), self->format);

  g_mutex_lock (&self->mutex);
  while (self->slots[place] == NULL)
    g_cond_wait (&self->cond, &self->mutex);
  incoming = g_steal_pointer (&self->slots[place]);
  g_mutex_unlock (&self->mutex);
  push_next (self);
  return incoming;
}

void
rap_read_ahead_free (RapReadAhead *self)
{
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, TRUE, TRUE);
  for (guint i = 0; i < self->files->len; i++)
    g_clear_pointer (&self->slots[i], rap_incoming_free);
  g_free (self->slots);
  g_free (self->format);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}
