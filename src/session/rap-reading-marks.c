/* rap-reading-marks.c
 *
 * The session's side of marks and detected values: times are set and everybody
 * is told here; the rest is the store's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-marks.h"

#include "rap-session-private.h"
#include "rap-store-reading.h"

RapReadingMark
rap_session_get_reading (RapSession *self,
                         const char *article)
{
  RapReadingMark mark = { RAP_READING_UNREAD, 0, 0 };

  g_return_val_if_fail (RAP_IS_SESSION (self), mark);
  g_return_val_if_fail (article != NULL, mark);

  rap_store_get_reading (rap_session_get_store (self), article, &mark, NULL);
  return mark;
}

gboolean
rap_session_set_reading (RapSession       *self,
                         const char       *article,
                         RapReadingState   state,
                         guint             position,
                         GError          **error)
{
  RapReadingMark before, mark;

  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (article != NULL, FALSE);

  before = rap_session_get_reading (self, article);
  mark = (RapReadingMark) { state, position, g_get_real_time () };
  if (!rap_store_set_reading (rap_session_get_store (self), article, &mark, error))
    return FALSE;
  if (before.state != state || before.position != position)
    g_signal_emit_by_name (self, "reading-changed", article);
  return TRUE;
}

char *
rap_session_get_last_read (RapSession *self)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_get_last_read (rap_session_get_store (self), NULL);
}

static void
collect_state (const char           *article,
               const RapReadingMark *mark,
               gpointer              user_data)
{
  if (mark->state != RAP_READING_UNREAD)
    g_hash_table_insert (user_data, g_strdup (article), GINT_TO_POINTER (mark->state));
}

GHashTable *
rap_session_load_reading_states (RapSession *self)
{
  GHashTable *states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (RAP_IS_SESSION (self), states);

  rap_store_foreach_reading (rap_session_get_store (self), collect_state, states, NULL);
  return states;
}

GPtrArray *
rap_session_get_detected (RapSession *self,
                          const char *article)
{
  GPtrArray *detected;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  detected = rap_store_get_detected (rap_session_get_store (self), article, NULL);
  return detected != NULL ? detected : g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
}

gboolean
rap_session_set_detected (RapSession  *self,
                          GPtrArray   *detected,
                          GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  return rap_store_set_detected (rap_session_get_store (self), detected, error);
}
