/* rap-read-ahead.c
 *
 * Extracting a page costs several times what storing it does, and files have
 * nothing to do with each other. One thread a processor takes the next files,
 * lets its own process read them (rap-import-child.h), or reads them itself
 * where there is none, and the taker gets the pages in the order of the files.
 * How many pages, and how many bytes of them, may wait is bounded, and so is
 * the memory, however many there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-read-ahead.h"

#include <signal.h>
#include <string.h>

#include "rap-import-child.h"

/* Files that are asked for at once. */
#define MAX_FILES   16
/* Pages of these that may wait, and their bytes (one page may always). */
#define MAX_WAITING 128
#define MAX_BYTES   (8 * 1024 * 1024)
/* Deaths after which a file is given up, whatever its other parts are. */
#define MAX_DEATHS  8

/* A page that waits. */
typedef struct
{
  RapIncoming *incoming;
  guint        place;      /* of its file */
} Page;

/* Files in work; the pages of the first slot go to the taker as they come. */
typedef struct
{
  guint    first;
  guint    end;
  GQueue   pages;      /* Page */
  gsize    n_bytes;    /* of them */
  gboolean finished;
} Slot;

/* A thread with its process. */
typedef struct
{
  RapReadAhead   *ahead;
  GThread        *thread;
  RapImportChild *child;      /* NULL: not started, or none can be; @mutex guards it */
  gboolean        alone;      /* there is none */
  Slot           *slot;       /* the thread's: the files that it is at */
  guint           place;      /* the thread's: the one of them */
} Reader;

/* @mutex guards @slots and what is in them, @next and @stopped. */
struct _RapReadAhead
{
  GPtrArray    *files;
  GBytes       *bytes;       /* what is in the one file, or NULL */
  char         *format;
  gboolean      keep_boilerplate;
  guint         n_readers;
  Reader       *readers;
  GMutex        mutex;
  GCond         filled;      /* the taker waits */
  GCond         emptied;     /* readers wait */
  GQueue        slots;       /* in order */
  guint         next;        /* file that nobody is at yet */
  gboolean      stopped;     /* by the taker, or cancelled */
  GQueue        taking;      /* taker's: pages that it has got already */
  GCancellable *cancellable;
  gulong        cancelled;   /* handler of it */
};

static void
page_free (Page *page)
{
  g_clear_pointer (&page->incoming, rap_incoming_free);
  g_free (page);
}

static void
slot_free (Slot *slot)
{
  g_queue_clear_full (&slot->pages, (GDestroyNotify) page_free);
  g_free (slot);
}

static gsize
weigh (const RapIncoming *incoming)
{
  if (incoming->page != NULL)
    return 2 * rap_text_get_bytes (incoming->article->text);
  return incoming->native != NULL ? g_bytes_get_size (incoming->native) : 0;
}

static gboolean
is_full (const Slot *slot,
         gsize       n_more)
{
  return slot->pages.length >= MAX_WAITING || (slot->pages.length > 0 && slot->n_bytes + n_more > MAX_BYTES);
}

/* Takes @incoming. FALSE: no more is wanted. */
static gboolean
push (RapIncoming *incoming,
      gpointer     user_data)
{
  Reader *reader = user_data;
  RapReadAhead *self = reader->ahead;
  Slot *slot = reader->slot;
  Page *page = g_new (Page, 1);
  gsize n_bytes = weigh (incoming);
  gboolean stopped;

  if (incoming->article != NULL)
    incoming->article->sha256 = rap_text_sha256 (incoming->article->text);
  *page = (Page) { incoming, reader->place };

  g_mutex_lock (&self->mutex);
  while (!self->stopped && is_full (slot, n_bytes))
    g_cond_wait (&self->emptied, &self->mutex);
  g_queue_push_tail (&slot->pages, page);
  slot->n_bytes += n_bytes;
  stopped = self->stopped;
  g_cond_signal (&self->filled);
  g_mutex_unlock (&self->mutex);
  return !stopped;
}

/* Starts the thread's process; without one the thread reads itself from then on. */
static void
start_child (Reader *reader)
{
  static gsize said;
  RapReadAhead *self = reader->ahead;
  RapImportChild *child = rap_import_child_new ();

  g_mutex_lock (&self->mutex);
  reader->child = child;
  if (child != NULL && self->stopped)
    rap_import_child_kill (child);
  g_mutex_unlock (&self->mutex);
  if (child != NULL && rap_import_child_greet (child))
    return;

  reader->alone = TRUE;
  if (g_once_init_enter (&said))
    {
      g_debug ("files are read without the protection of rapporteur-reader, which cannot be started");
      g_once_init_leave (&said, 1);
    }
}

/* (transfer full): why it died, if it did */
static GError *
end_child (Reader *reader)
{
  RapImportChild *child = reader->child;

  g_mutex_lock (&reader->ahead->mutex);
  reader->child = NULL;
  g_mutex_unlock (&reader->ahead->mutex);
  return rap_import_child_bury (child);
}

/* What is known of the file that a process is at. */
typedef struct
{
  guint    n_entries;   /* of its parts that have begun */
  guint    n_deaths;
  gboolean inside;      /* of one of them */
  char    *name;        /* of it */
} Progress;

static void
progress_clear (Progress *self)
{
  g_clear_pointer (&self->name, g_free);
  *self = (Progress) { 0 };
}

/* FALSE: it talks nonsense. */
static gboolean
follow (Reader       *reader,
        Progress     *progress,
        RapWireFrame *frame)
{
  RapReadAhead *self = reader->ahead;
  RapIncoming *incoming;

  switch (frame->kind)
    {
    case RAP_WIRE_ENTRY:
      g_clear_pointer (&progress->name, g_free);
      if (!rap_wire_take_entry (frame, &progress->inside, &progress->name))
        return FALSE;
      progress->n_entries += progress->inside;
      return TRUE;
    case RAP_WIRE_INCOMING:
      incoming = rap_wire_take_incoming (frame, g_ptr_array_index (self->files, reader->place), self->keep_boilerplate);
      return incoming != NULL && push (incoming, reader);
    case RAP_WIRE_END:
      progress_clear (progress);
      reader->place++;
      return reader->place < reader->slot->end;
    case RAP_WIRE_HELLO:
    case RAP_WIRE_REQUEST:
    default:
      return FALSE;
    }
}

/* The process died: of a part of the file at hand, behind which another one goes
 * on, or of the file itself. */
static void
report_death (Reader   *reader,
              Progress *progress)
{
  GError *reason = end_child (reader);

  push (rap_incoming_new_error (g_ptr_array_index (reader->ahead->files, reader->place), progress->name, reason), reader);
  if (progress->inside && ++progress->n_deaths < MAX_DEATHS)
    {
      progress->inside = FALSE;
      g_clear_pointer (&progress->name, g_free);
      return;
    }
  progress_clear (progress);
  reader->place++;
}

static gboolean
is_stopped (RapReadAhead *self)
{
  gboolean stopped;

  g_mutex_lock (&self->mutex);
  stopped = self->stopped;
  g_mutex_unlock (&self->mutex);
  return stopped;
}

/* The thread's process reads the rest of the slot, or dies. */
static void
let_read (Reader   *reader,
          Progress *progress)
{
  RapReadAhead *self = reader->ahead;
  RapUnpacking how = { self->format, self->keep_boilerplate, progress->n_entries };
  gboolean going = TRUE;

  rap_import_child_ask (reader->child, &how, (const char * const *) self->files->pdata + reader->place,
                        reader->slot->end - reader->place, self->bytes);
  while (going)
    {
      g_auto (RapWireFrame) frame = { 0 };

      if (!rap_import_child_next (reader->child, &frame))
        break;
      going = follow (reader, progress, &frame);
    }
  if (reader->place < reader->slot->end && !is_stopped (self))
    report_death (reader, progress);
}

static void
read_alone (Reader   *reader,
            Progress *progress)
{
  RapReadAhead *self = reader->ahead;
  RapUnpacking how = { self->format, self->keep_boilerplate, progress->n_entries, NULL, push, reader };
  const char *file = g_ptr_array_index (self->files, reader->place);

  if (self->bytes != NULL)
    rap_unpack_bytes (self->bytes, file, &how);
  else
    rap_unpack_file (file, &how);
  progress_clear (progress);
  reader->place++;
}

static void
read_slot (Reader *reader)
{
  Progress progress = { 0 };

  for (reader->place = reader->slot->first; reader->place < reader->slot->end && !is_stopped (reader->ahead);)
    {
      if (reader->child == NULL && !reader->alone)
        start_child (reader);
      if (reader->alone)
        read_alone (reader, &progress);
      else
        let_read (reader, &progress);
    }
  progress_clear (&progress);
}

/* The next files, as many as let every thread have some; NULL: there are none. */
static Slot *
begin_slot (RapReadAhead *self)
{
  guint n = CLAMP (self->files->len / (4 * self->n_readers), 1, MAX_FILES);
  Slot *slot = NULL;

  g_mutex_lock (&self->mutex);
  while (!self->stopped && self->next < self->files->len && self->slots.length >= 2 * self->n_readers)
    g_cond_wait (&self->emptied, &self->mutex);
  if (!self->stopped && self->next < self->files->len)
    {
      slot = g_new0 (Slot, 1);
      slot->first = self->next;
      slot->end = self->next = MIN (self->next + n, self->files->len);
      g_queue_push_tail (&self->slots, slot);
    }
  g_mutex_unlock (&self->mutex);
  return slot;
}

static void
finish_slot (RapReadAhead *self,
             Slot         *slot)
{
  g_mutex_lock (&self->mutex);
  slot->finished = TRUE;
  g_cond_signal (&self->filled);
  g_mutex_unlock (&self->mutex);
}

static gpointer
read_files (gpointer data)
{
  Reader *reader = data;
  sigset_t broken_pipe;

  /* a process that dies while it is asked shall not take the program with it */
  sigemptyset (&broken_pipe);
  sigaddset (&broken_pipe, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &broken_pipe, NULL);

  while ((reader->slot = begin_slot (reader->ahead)) != NULL)
    {
      read_slot (reader);
      finish_slot (reader->ahead, reader->slot);
    }
  if (reader->child != NULL)
    g_error_free (end_child (reader));
  return NULL;
}

/* Any thread: whoever waits, and whoever works, ends now. */
static void
stop (RapReadAhead *self)
{
  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  for (guint i = 0; i < self->n_readers; i++)
    if (self->readers[i].child != NULL)
      rap_import_child_kill (self->readers[i].child);
  g_cond_broadcast (&self->emptied);
  g_cond_broadcast (&self->filled);
  g_mutex_unlock (&self->mutex);
}

static void
cancelled_cb (GCancellable *cancellable,
              RapReadAhead *self)
{
  stop (self);
}

/* Takes @files. */
static RapReadAhead *
start_reading (GPtrArray    *files,
               GBytes       *bytes,
               const char   *format,
               gboolean      keep_boilerplate,
               GCancellable *cancellable)
{
  RapReadAhead *self = g_new0 (RapReadAhead, 1);

  self->files = files;
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->format = g_strdup (format);
  self->keep_boilerplate = keep_boilerplate;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->filled);
  g_cond_init (&self->emptied);
  g_queue_init (&self->slots);
  g_queue_init (&self->taking);
  self->n_readers = CLAMP (files->len, 1, g_get_num_processors ());
  self->readers = g_new0 (Reader, self->n_readers);
  for (guint i = 0; i < self->n_readers; i++)
    {
      self->readers[i].ahead = self;
      self->readers[i].thread = g_thread_new ("import", read_files, &self->readers[i]);
    }
  if (cancellable != NULL)
    {
      self->cancellable = g_object_ref (cancellable);
      self->cancelled = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL);
    }
  return self;
}

RapReadAhead *
rap_read_ahead_new (GPtrArray    *files,
                    const char   *format,
                    gboolean      keep_boilerplate,
                    GCancellable *cancellable)
{
  return start_reading (g_ptr_array_ref (files), NULL, format, keep_boilerplate, cancellable);
}

RapReadAhead *
rap_read_ahead_new_bytes (GBytes       *bytes,
                          const char   *name,
                          const char   *format,
                          gboolean      keep_boilerplate,
                          GCancellable *cancellable)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (files, g_strdup (name));
  return start_reading (files, bytes, format, keep_boilerplate, cancellable);
}

/* All that waits in the first slot goes to the taker at once. FALSE after the last. */
static gboolean
fetch (RapReadAhead *self)
{
  gboolean more = TRUE;
  Slot *slot;

  g_mutex_lock (&self->mutex);
  while (more && self->taking.length == 0)
    {
      slot = g_queue_peek_head (&self->slots);
      if (self->stopped)
        {
          more = FALSE;
        }
      else if (slot != NULL && slot->pages.length > 0)
        {
          self->taking = slot->pages;
          g_queue_init (&slot->pages);
          slot->n_bytes = 0;
          g_cond_broadcast (&self->emptied);
        }
      else if (slot != NULL && slot->finished)
        {
          slot_free (g_queue_pop_head (&self->slots));
          g_cond_broadcast (&self->emptied);
        }
      else if (slot == NULL && self->next == self->files->len)
        {
          more = FALSE;
        }
      else
        {
          g_cond_wait (&self->filled, &self->mutex);
        }
    }
  g_mutex_unlock (&self->mutex);
  return more;
}

RapIncoming *
rap_read_ahead_take (RapReadAhead *self,
                     guint        *place)
{
  RapIncoming *incoming;
  Page *page;

  if (self->taking.length == 0 && !fetch (self))
    return NULL;
  page = g_queue_pop_head (&self->taking);
  if (place != NULL)
    *place = page->place;
  incoming = g_steal_pointer (&page->incoming);
  page_free (page);
  return incoming;
}

void
rap_read_ahead_free (RapReadAhead *self)
{
  g_cancellable_disconnect (self->cancellable, self->cancelled);
  g_clear_object (&self->cancellable);
  stop (self);
  for (guint i = 0; i < self->n_readers; i++)
    g_thread_join (self->readers[i].thread);
  g_queue_clear_full (&self->slots, (GDestroyNotify) slot_free);
  g_queue_clear_full (&self->taking, (GDestroyNotify) page_free);
  g_free (self->readers);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->format);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->filled);
  g_cond_clear (&self->emptied);
  g_free (self);
}
