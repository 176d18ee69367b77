/* rap-vocabulary.c
 *
 * The nick strings of the closed vocabularies, in the order of their enums.
 * They are written to files: a nick, once published, never changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-vocabulary.h"

const RapVocabulary rap_direction_vocabulary = {
  "direction", 2, { "ltr", "rtl" }
};

const RapVocabulary rap_entity_kind_vocabulary = {
  "kind", 5, { "person", "organisation", "government", "place", "outlet" }
};

const RapVocabulary rap_name_kind_vocabulary = {
  "kind", 4, { "alias", "transliteration", "original_script", "former" }
};

const RapVocabulary rap_reliability_vocabulary = {
  "reliability", 7, { NULL, "A", "B", "C", "D", "E", "F" }
};

const RapVocabulary rap_mode_vocabulary = {
  "mode", 4, { "quote", "indirect", "mixed", "narration" }
};

const RapVocabulary rap_certainty_vocabulary = {
  "certainty", 4, { "CT", "PR", "PS", "U" }
};

const RapVocabulary rap_polarity_vocabulary = {
  "polarity", 3, { "+", "-", "u" }
};

const RapVocabulary rap_tense_vocabulary = {
  "tense", 3, { "past", "present", "future" }
};

const RapVocabulary rap_meeting_mode_vocabulary = {
  "mode", 5, { "visit", "third_party", "multilateral", "remote", "unknown" }
};

const RapVocabulary rap_status_vocabulary = {
  "status", 4, { "held", "planned", "cancelled", "reported_only" }
};

const RapVocabulary rap_role_vocabulary = {
  "role", 4, { "participant", "host", "visitor", "mediator" }
};

const RapVocabulary rap_aspect_vocabulary = {
  "aspect", 6, { "occurrence", "date", "place", "participants", "topic", "outcome" }
};

const RapVocabulary rap_relation_kind_vocabulary = {
  "kind", 3, { "repeats", "supports", "contradicts" }
};

const char *
rap_vocabulary_nick (const RapVocabulary *self,
                     guint                value)
{
  g_return_val_if_fail (self != NULL, NULL);

  return value < self->n_values ? self->nicks[value] : NULL;
}

gboolean
rap_vocabulary_parse (const RapVocabulary *self,
                      const char          *nick,
                      guint               *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  for (guint i = 0; i < self->n_values; i++)
    {
      if (g_strcmp0 (self->nicks[i], nick) == 0)
        {
          *value = i;
          return TRUE;
        }
    }

  return FALSE;
}
