/* rap-mark-colours.c
 *
 * Colours of codes are looked up once each; names of colours are interned.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-mark-colours.h"

/**
 * RapMarkColours:
 * @codes: code id to its colour (interned, NULL when the code is gone)
 */
struct _RapMarkColours
{
  RapSession *session;
  GHashTable *codes;
};

static const char *
find_code (RapMarkColours *self,
           const char     *id)
{
  g_autoptr (RapRecord) code = NULL;
  gpointer colour;

  if (id == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (self->codes, id, NULL, &colour))
    return colour;
  code = rap_session_load (self->session, RAP_KIND_CODE, id, NULL);
  colour = (gpointer) g_intern_string (code != NULL ? RAP_CODE (code)->colour : NULL);
  g_hash_table_insert (self->codes, g_strdup (id), colour);
  return colour;
}

static const char *
find_own_code (RapMarkColours *self,
               RapRecord      *record)
{
  if (RAP_IS_CODING (record))
    return find_code (self, RAP_CODING (record)->code);
  if (RAP_IS_CLAIM (record) && RAP_CLAIM (record)->codes != NULL)
    return find_code (self, RAP_CLAIM (record)->codes[0]);
  return NULL;
}

static const char *
find_certainty (const RapClaim *claim)
{
  static const char * const names[] = { "certainty_ct", "certainty_pr", "certainty_ps", "certainty_u" };

  return claim->certainty < G_N_ELEMENTS (names) ? names[claim->certainty] : NULL;
}

RapMarkColours *
rap_mark_colours_new (RapSession *session)
{
  RapMarkColours *self = g_new0 (RapMarkColours, 1);

  self->session = g_object_ref (session);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
rap_mark_colours_free (RapMarkColours *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->session);
  g_hash_table_unref (self->codes);
  g_free (self);
}

void
rap_mark_colours_forget (RapMarkColours *self,
                         const char     *code)
{
  g_hash_table_remove (self->codes, code);
}

const char *
rap_mark_colours_get_speaker (const char *speaker)
{
  static const char * const names[RAP_N_SPEAKER_COLOURS] = {
    "speaker_0", "speaker_1", "speaker_2", "speaker_3", "speaker_4",
    "speaker_5", "speaker_6", "speaker_7", "speaker_8", "speaker_9",
  };

  return names[g_str_hash (speaker) % RAP_N_SPEAKER_COLOURS];
}

const char *
rap_mark_colours_find (RapMarkColours *self,
                       RapRecord      *record,
                       RapColourBy     by)
{
  switch (by)
    {
    case RAP_COLOUR_BY_CODE:
      return find_own_code (self, record);
    case RAP_COLOUR_BY_SPEAKER:
      return RAP_IS_CLAIM (record) && RAP_CLAIM (record)->speaker != NULL
               ? rap_mark_colours_get_speaker (RAP_CLAIM (record)->speaker) : NULL;
    case RAP_COLOUR_BY_CERTAINTY:
      return RAP_IS_CLAIM (record) ? find_certainty (RAP_CLAIM (record)) : NULL;
    case RAP_COLOUR_BY_KIND:
    default:
      return RAP_IS_CODING (record) ? find_own_code (self, record) : NULL;
    }
}
