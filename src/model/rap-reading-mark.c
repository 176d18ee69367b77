/* rap-reading-mark.c
 *
 * The words for reading states, and the value of one detected member.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-mark.h"

static const char * const nicks[] = { "unread", "read", "done" };

const char *
rap_reading_state_get_nick (RapReadingState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (nicks), nicks[0]);

  return nicks[state];
}

gboolean
rap_reading_state_parse (const char      *nick,
                         RapReadingState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *state = (RapReadingState) i;
        return TRUE;
      }
  return FALSE;
}

static char *
dup_string (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

RapDetected *
rap_detected_new (const char *article,
                  const char *member,
                  const char *value,
                  const char *found)
{
  RapDetected *self = g_new0 (RapDetected, 1);

  self->article = dup_string (article);
  self->member = dup_string (member);
  self->value = dup_string (value);
  self->found = dup_string (found);
  return self;
}

void
rap_detected_free (RapDetected *self)
{
  g_free (self->article);
  g_free (self->member);
  g_free (self->value);
  g_free (self->found);
  g_free (self);
}
