/* rap-read-ahead.c
 *
 * Extracting a page costs several times what storing it does, and pages have
 * nothing to do with each other. One thread walks through the files and takes
 * archives and lists apart; a pool of threads extracts the pieces; the taker
 * gets them in order. How many pieces, and how many bytes of them, may wait is
 * bounded, and so is the memory, however many there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-read-ahead.h"

/* Pieces that may wait at once, and their bytes (one piece may always). */
#define MAX_WAITING 64
#define MAX_BYTES   (32 * 1024 * 1024)

/* A piece on its way through the pool. */
typedef struct
{
  RapPiece *piece;
  guint     place;      /* of its file */
  gsize     n_bytes;
  GQueue    incoming;   /* RapIncoming */
  gboolean  ready;
} Slot;

/* @mutex guards @slots, @n_bytes, @stopped and @walked, and the @ready of slots. */
struct _RapReadAhead
{
  GPtrArray    *files;      /* borrowed */
  char         *format;
  gboolean      keep_boilerplate;
  GThread      *walker;
  GThreadPool  *pool;
  GMutex        mutex;
  GCond         cond;
  GQueue        slots;      /* in order: those that wait or are in work */
  gsize         n_bytes;    /* of them */
  gboolean      stopped;    /* by the taker */
  gboolean      walked;     /* the walker has been through all files */
  guint         place;      /* walker's: the file it is at */
  Slot         *taking;     /* taker's: ready, not empty yet; or NULL */
};

static void
slot_free (Slot *slot)
{
  g_clear_pointer (&slot->piece, rap_piece_free);
  g_queue_clear_full (&slot->incoming, (GDestroyNotify) rap_incoming_free);
  g_free (slot);
}

static void
read_slot (gpointer data,
           gpointer user_data)
{
  Slot *slot = data;
  RapReadAhead *self = user_data;
  gboolean stopped;

  g_mutex_lock (&self->mutex);
  stopped = self->stopped;
  g_mutex_unlock (&self->mutex);

  if (!stopped)
    rap_incoming_read (slot->piece, self->keep_boilerplate, &slot->incoming);
  g_clear_pointer (&slot->piece, rap_piece_free);

  g_mutex_lock (&self->mutex);
  slot->ready = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_full (RapReadAhead *self,
         const Slot   *slot)
{
  return self->slots.length >= MAX_WAITING
         || (self->slots.length > 0 && self->n_bytes + slot->n_bytes > MAX_BYTES);
}

static gboolean
push_piece_cb (RapPiece *piece,
               gpointer  user_data)
{
  RapReadAhead *self = user_data;
  Slot *slot = g_new0 (Slot, 1);
  gboolean stopped;

  slot->piece = piece;
  slot->place = self->place;
  slot->n_bytes = piece->part.bytes != NULL ? g_bytes_get_size (piece->part.bytes) : 0;
  g_queue_init (&slot->incoming);

  g_mutex_lock (&self->mutex);
  while (!self->stopped && is_full (self, slot))
    g_cond_wait (&self->cond, &self->mutex);
  stopped = self->stopped;
  if (!stopped)
    {
      g_queue_push_tail (&self->slots, slot);
      self->n_bytes += slot->n_bytes;
    }
  g_mutex_unlock (&self->mutex);

  if (stopped)
    slot_free (slot);
  else
    g_thread_pool_push (self->pool, slot, NULL);
  return !stopped;
}

static gpointer
walk (gpointer data)
{
  RapReadAhead *self = data;
  gboolean stopped = FALSE;

  for (self->place = 0; self->place < self->files->len && !stopped; self->place++)
    {
      rap_piece_foreach_in_file (g_ptr_array_index (self->files, self->place), self->format, push_piece_cb, self);
      g_mutex_lock (&self->mutex);
      stopped = self->stopped;
      g_mutex_unlock (&self->mutex);
    }

  g_mutex_lock (&self->mutex);
  self->walked = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

RapReadAhead *
rap_read_ahead_new (GPtrArray  *files,
                    const char *format,
                    gboolean    keep_boilerplate)
{
  RapReadAhead *self = g_new0 (RapReadAhead, 1);

  self->files = files;
  self->format = g_strdup (format);
  self->keep_boilerplate = keep_boilerplate;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->slots);
  self->pool = g_thread_pool_new (read_slot, self, (int) g_get_num_processors (), FALSE, NULL);
  self->walker = g_thread_new ("import", walk, self);
  return self;
}

/* The next slot when it is ready; NULL after the last one. */
static Slot *
wait_for_slot (RapReadAhead *self)
{
  Slot *slot;

  g_mutex_lock (&self->mutex);
  while ((slot = g_queue_peek_head (&self->slots)) == NULL ? !self->walked : !slot->ready)
    g_cond_wait (&self->cond, &self->mutex);
  if (slot != NULL)
    {
      g_queue_pop_head (&self->slots);
      self->n_bytes -= slot->n_bytes;
      g_cond_broadcast (&self->cond);
    }
  g_mutex_unlock (&self->mutex);
  return slot;
}

RapIncoming *
rap_read_ahead_take (RapReadAhead *self,
                     guint        *place)
{
  while (self->taking == NULL || g_queue_is_empty (&self->taking->incoming))
    {
      g_clear_pointer (&self->taking, slot_free);
      self->taking = wait_for_slot (self);
      if (self->taking == NULL)
        return NULL;
    }
  if (place != NULL)
    *place = self->taking->place;
  return g_queue_pop_head (&self->taking->incoming);
}

void
rap_read_ahead_free (RapReadAhead *self)
{
  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->walker);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_queue_clear_full (&self->slots, (GDestroyNotify) slot_free);
  g_clear_pointer (&self->taking, slot_free);
  g_free (self->format);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}
