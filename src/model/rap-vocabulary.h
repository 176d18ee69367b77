/* rap-vocabulary.h
 *
 * The closed vocabularies of the model: enums with the nick strings that JSON,
 * SQL and logs use. Certainty and polarity follow FactBank (Saurí and
 * Pustejovsky 2009); reliability and credibility are the Admiralty code;
 * source, cue and content are PARC's (Pareti 2016); EntityName kinds are ours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapVocabulary:
 * @name: the member it belongs to, for error messages
 * @nicks: (array zero-terminated=1): nick of value 0, 1, …; a NULL nick is
 *   written as JSON null ("ungraded")
 */
typedef struct
{
  const char *name;
  guint       n_values;
  const char *nicks[12];
} RapVocabulary;

typedef enum { RAP_DIRECTION_LTR, RAP_DIRECTION_RTL } RapDirection;
typedef enum { RAP_ENTITY_PERSON, RAP_ENTITY_ORGANISATION, RAP_ENTITY_GOVERNMENT, RAP_ENTITY_PLACE, RAP_ENTITY_OUTLET } RapEntityKind;
typedef enum { RAP_NAME_ALIAS, RAP_NAME_TRANSLITERATION, RAP_NAME_ORIGINAL_SCRIPT, RAP_NAME_FORMER } RapNameKind;
typedef enum { RAP_RELIABILITY_UNGRADED, RAP_RELIABILITY_A, RAP_RELIABILITY_B, RAP_RELIABILITY_C, RAP_RELIABILITY_D, RAP_RELIABILITY_E, RAP_RELIABILITY_F } RapReliability;
typedef enum { RAP_MODE_QUOTE, RAP_MODE_INDIRECT, RAP_MODE_MIXED, RAP_MODE_NARRATION } RapMode;
typedef enum { RAP_CERTAINTY_CT, RAP_CERTAINTY_PR, RAP_CERTAINTY_PS, RAP_CERTAINTY_U } RapCertainty;
typedef enum { RAP_POLARITY_POSITIVE, RAP_POLARITY_NEGATIVE, RAP_POLARITY_UNKNOWN } RapPolarity;
typedef enum { RAP_TENSE_PAST, RAP_TENSE_PRESENT, RAP_TENSE_FUTURE } RapTense;
typedef enum { RAP_MEETING_VISIT, RAP_MEETING_THIRD_PARTY, RAP_MEETING_MULTILATERAL, RAP_MEETING_REMOTE, RAP_MEETING_UNKNOWN } RapMeetingMode;
typedef enum { RAP_STATUS_HELD, RAP_STATUS_PLANNED, RAP_STATUS_CANCELLED, RAP_STATUS_REPORTED_ONLY } RapStatus;
typedef enum { RAP_ROLE_PARTICIPANT, RAP_ROLE_HOST, RAP_ROLE_VISITOR, RAP_ROLE_MEDIATOR } RapRole;
typedef enum { RAP_ASPECT_OCCURRENCE, RAP_ASPECT_DATE, RAP_ASPECT_PLACE, RAP_ASPECT_PARTICIPANTS, RAP_ASPECT_TOPIC, RAP_ASPECT_OUTCOME } RapAspect;
typedef enum { RAP_RELATION_REPEATS, RAP_RELATION_SUPPORTS, RAP_RELATION_CONTRADICTS } RapRelationKind;

extern const RapVocabulary rap_direction_vocabulary;      /* ltr rtl */
extern const RapVocabulary rap_entity_kind_vocabulary;    /* person organisation government place outlet */
extern const RapVocabulary rap_name_kind_vocabulary;      /* alias transliteration original_script former */
extern const RapVocabulary rap_reliability_vocabulary;    /* null A … F */
extern const RapVocabulary rap_mode_vocabulary;           /* quote indirect mixed narration */
extern const RapVocabulary rap_certainty_vocabulary;      /* CT PR PS U */
extern const RapVocabulary rap_polarity_vocabulary;       /* + - u */
extern const RapVocabulary rap_tense_vocabulary;          /* past present future */
extern const RapVocabulary rap_meeting_mode_vocabulary;   /* visit third_party multilateral remote unknown */
extern const RapVocabulary rap_status_vocabulary;         /* held planned cancelled reported_only */
extern const RapVocabulary rap_role_vocabulary;           /* participant host visitor mediator */
extern const RapVocabulary rap_aspect_vocabulary;         /* occurrence date place participants topic outcome */
extern const RapVocabulary rap_relation_kind_vocabulary;  /* repeats supports contradicts */

/* The nick of @value, or NULL ("ungraded", or out of range). */
const char *rap_vocabulary_nick  (const RapVocabulary *self,
                                  guint                value);
/* FALSE when @nick is none of them; a NULL @nick finds the value whose nick is NULL. */
gboolean    rap_vocabulary_parse (const RapVocabulary *self,
                                  const char          *nick,
                                  guint               *value);

G_END_DECLS
