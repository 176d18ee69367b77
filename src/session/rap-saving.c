/* rap-saving.c
 *
 * Record after record into the open transaction of the store. While it is open
 * this session's own reading shows what is in it; so when it is taken out again
 * everybody is told that it went, as when it was undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-saving-private.h"

#include "rap-session-private.h"
#include "rap-store-reading.h"

/* So often what the analyst does goes before a saving that has begun. */
#define MAX_WAYS_MADE 5
/* Records between two looks at the clock: a small group is saved in one turn. */
#define SAVED_AT_ONCE 64

struct _RapSaving
{
  RapSession *session;      /* borrowed */
  RapEdits   *edits;        /* as they are stored */
  GPtrArray  *detected;     /* borrowed */
  const char *origin;       /* static */
  guint       n_saved;      /* of the edits, then of those detected */
  guint       n_ways_made;
  gboolean    open;         /* the store's transaction is */
};

RapSaving *
rap_saving_new (RapSession     *session,
                const RapEdits *edits,
                GPtrArray      *detected,
                const char     *origin)
{
  RapSaving *self = g_new0 (RapSaving, 1);

  self->session = session;
  self->edits = rap_session_stamp_edits (session, edits, origin);
  self->detected = detected;
  self->origin = origin;
  rap_session_set_saving (session, self);
  return self;
}

/* The file is as it was before, and some may have seen more. */
static void
tell_gone (RapSaving *self)
{
  g_autoptr (RapEdits) gone = rap_edits_invert (self->edits);

  self->n_saved = 0;
  rap_session_tell_anew (self->session, gone);
}

static void
take_out (RapSaving *self)
{
  if (!self->open)
    return;
  self->open = FALSE;
  rap_store_abandon_commit (rap_session_get_store (self->session));
  tell_gone (self);
}

void
rap_saving_free (RapSaving *self)
{
  take_out (self);
  rap_session_set_saving (self->session, NULL);
  rap_edits_free (self->edits);
  g_free (self);
}

static guint
count_all (RapSaving *self)
{
  return self->edits->edits->len + self->detected->len;
}

static gboolean
save_next (RapSaving  *self,
           GError    **error)
{
  RapStore *store = rap_session_get_store (self->session);
  guint i = self->n_saved++;
  guint n_edits = self->edits->edits->len;

  if (i < n_edits)
    return rap_store_add_to_commit (store, self->edits, i, error);
  return rap_store_add_detected (store, g_ptr_array_index (self->detected, i - n_edits), error);
}

/* FALSE: in what is there now the group cannot be saved. */
static gboolean
begin (RapSaving  *self,
       GError    **error)
{
  self->open = rap_session_begin_commit (self->session, self->edits, self->origin, error);
  return self->open;
}

/* A small group needs one turn, whatever it takes. */
static gboolean
has_had_its_turn (RapSaving *self,
                  gint64     until)
{
  return self->n_saved % SAVED_AT_ONCE == 0 && count_all (self) > SAVED_AT_ONCE && g_get_monotonic_time () >= until;
}

RapSavingState
rap_saving_go_on (RapSaving  *self,
                  gint64      until,
                  GError    **error)
{
  if (rap_edits_is_empty (self->edits))
    return RAP_SAVING_WRITTEN;
  if (!self->open && !begin (self, error))
    return RAP_SAVING_FAILED;

  while (self->n_saved < count_all (self))
    {
      if (has_had_its_turn (self, until))
        return RAP_SAVING_MORE;
      if (!save_next (self, error))
        {
          take_out (self);
          return RAP_SAVING_FAILED;
        }
    }
  return RAP_SAVING_WRITTEN;
}

gboolean
rap_saving_end (RapSaving  *self,
                GError    **error)
{
  if (!self->open)
    return TRUE;
  self->open = FALSE;
  if (!rap_store_end_commit (rap_session_get_store (self->session), error))
    {
      tell_gone (self);
      return FALSE;
    }
  rap_session_tell_anew (self->session, self->edits);
  return TRUE;
}

double
rap_saving_get_share (RapSaving *self)
{
  return (double) self->n_saved / MAX (1, count_all (self));
}

gboolean
rap_saving_make_way (RapSaving  *self,
                     GError    **error)
{
  if (!self->open)
    return TRUE;
  if (self->n_ways_made == MAX_WAYS_MADE)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_SAVING, "%s: a large import is being saved; try again in a moment",
                   rap_session_get_path (self->session));
      return FALSE;
    }
  self->n_ways_made++;
  take_out (self);
  return TRUE;
}
