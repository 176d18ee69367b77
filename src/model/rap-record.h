/* rap-record.h
 *
 * RapRecord: the base of every object of a project (article, entity, claim …).
 * A record is a plain set of members described by a table of RapField, so that
 * copying, comparing, JSON, validation and SQL all follow one description.
 *
 * Records are immutable once sealed: editing is rap_record_copy(), setting the
 * members of the copy, and committing (before, after). Members are public to
 * be read; only an unsealed copy may be written, with the rap_set_* helpers.
 * A sealed record may be shared between threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-anchor.h"
#include "rap-edtf.h"
#include "rap-error.h"
#include "rap-vocabulary.h"

G_BEGIN_DECLS

/* In the order of native JSON; "project" is its head. */
typedef enum
{
  RAP_KIND_PROJECT,
  RAP_KIND_CODE,
  RAP_KIND_ENTITY,
  RAP_KIND_ARTICLE,
  RAP_KIND_MEETING,
  RAP_KIND_CLAIM,
  RAP_KIND_MENTION,
  RAP_KIND_EVIDENCE,
  RAP_KIND_CODING,
  RAP_KIND_RELATION,
} RapKind;

#define RAP_N_KINDS (RAP_KIND_RELATION + 1)

typedef enum
{
  RAP_FIELD_STRING,        /* char *, never NULL in a sealed record unless RAP_FIELD_NULLABLE */
  RAP_FIELD_TEXT,          /* RapText * */
  RAP_FIELD_BOOL,          /* gboolean */
  RAP_FIELD_GRADE,         /* guint, 0 = null, else 1..6 */
  RAP_FIELD_ENUM,          /* guint, by vocabulary */
  RAP_FIELD_REF,           /* char * id of a target record, or NULL */
  RAP_FIELD_REFS,          /* GStrv of ids, ordered; NULL = none */
  RAP_FIELD_EDTF,          /* RapEdtf * or NULL */
  RAP_FIELD_RANGES,        /* GArray of RapRange, ascending; NULL = none */
  RAP_FIELD_ANCHOR,        /* RapAnchor * or NULL */
  RAP_FIELD_NAMES,         /* GPtrArray of RapName *; NULL = none */
  RAP_FIELD_PARTICIPANTS,  /* GPtrArray of RapParticipant *; NULL = none */
  RAP_FIELD_LINKS,         /* GPtrArray of RapClaimMeeting *; NULL = none */
  RAP_FIELD_EARLIEST,      /* derived from the RapEdtf at the offset: JSON only */
  RAP_FIELD_LATEST,
} RapFieldType;

typedef enum
{
  RAP_FIELD_REQUIRED = 1 << 0,  /* may not be empty or left out */
  RAP_FIELD_NULLABLE = 1 << 1,  /* a string written as null when NULL, not as "" */
  RAP_FIELD_DERIVED  = 1 << 2,  /* computed; a given value must agree */
} RapFieldFlags;

/**
 * RapField:
 * @name: the member's name in native JSON
 * @offset: of the member in the record's struct
 * @vocabulary: for RAP_FIELD_ENUM
 * @target: kind referred to, for RAP_FIELD_REF and RAP_FIELD_REFS
 */
typedef struct
{
  const char          *name;
  RapFieldType         type;
  RapFieldFlags        flags;
  gsize                offset;
  const RapVocabulary *vocabulary;
  RapKind              target;
} RapField;

/**
 * RapRecord:
 * @id: UUID; rap_record_new() makes one
 * @created: microseconds since 1970 UTC; 0 until the first commit sets it
 * @modified: the same; set by every commit through the window, kept as given by imports
 * @analyst: who made it; "" until the first commit sets it
 * @sealed: no member may be written any more
 */
typedef struct
{
  GObject   parent_instance;
  char     *id;
  gint64    created;
  gint64    modified;
  char     *analyst;
  gboolean  sealed;
} RapRecord;

/**
 * RapRecordClass:
 * @kind: which of the ten
 * @fields: (array length=n_fields): in the order of native JSON, without id,
 *   created, modified and analyst, which every record has
 */
typedef struct
{
  GObjectClass    parent_class;
  RapKind         kind;
  const RapField *fields;
  guint           n_fields;
} RapRecordClass;

#define RAP_TYPE_RECORD (rap_record_get_type ())
#define RAP_RECORD(o) (G_TYPE_CHECK_INSTANCE_CAST ((o), RAP_TYPE_RECORD, RapRecord))
#define RAP_IS_RECORD(o) (G_TYPE_CHECK_INSTANCE_TYPE ((o), RAP_TYPE_RECORD))
#define RAP_RECORD_GET_CLASS(o) (G_TYPE_INSTANCE_GET_CLASS ((o), RAP_TYPE_RECORD, RapRecordClass))
GType rap_record_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapRecord, g_object_unref)

/* What each subclass's header says: the type, its cast, its check. The struct
 * itself is spelt out there, its first member a RapRecord. */
#define RAP_DECLARE_RECORD(Type, type_name, NAME) \
  GType type_name##_get_type (void); \
  typedef struct { RapRecordClass parent_class; } Type##Class; \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, g_object_unref) \
  static inline Type *RAP_##NAME (gpointer o) \
  { return G_TYPE_CHECK_INSTANCE_CAST (o, type_name##_get_type (), Type); } \
  static inline gboolean RAP_IS_##NAME (gpointer o) \
  { return G_TYPE_CHECK_INSTANCE_TYPE (o, type_name##_get_type ()); }

/**
 * RapName: another name of an entity
 * @language: BCP 47, or ""
 */
typedef struct
{
  char        *name;
  char        *language;
  RapNameKind  kind;
} RapName;

/**
 * RapParticipant: one party of a meeting
 * @entity: id
 * @capacity: such as "Chief of General Staff", or ""
 */
typedef struct
{
  char    *entity;
  RapRole  role;
  char    *capacity;
} RapParticipant;

/**
 * RapClaimMeeting: what a claim says of a meeting
 * @meeting: id
 * @value: the value the claim gives for the aspect, or NULL
 */
typedef struct
{
  char      *meeting;
  RapAspect  aspect;
  char      *value;
} RapClaimMeeting;

RapName         *rap_name_new           (const char            *name,
                                         const char            *language,
                                         RapNameKind            kind);
void             rap_name_free          (RapName               *self);
RapParticipant  *rap_participant_new    (const char            *entity,
                                         RapRole                role,
                                         const char            *capacity);
void             rap_participant_free   (RapParticipant        *self);
RapClaimMeeting *rap_claim_meeting_new  (const char            *meeting,
                                         RapAspect              aspect,
                                         const char            *value);
void             rap_claim_meeting_free (RapClaimMeeting       *self);

/* An unsealed, empty record with a new id and the defaults of its kind. (transfer full) */
RapRecord      *rap_record_new         (RapKind                kind);
/* An unsealed copy with the same id. (transfer full) */
RapRecord      *rap_record_copy        (const RapRecord       *self);
/* Ends writing; returns @self for chaining. Missing strings become "". */
RapRecord      *rap_record_seal        (RapRecord             *self);
RapKind         rap_record_get_kind    (const RapRecord       *self);
/* Every member the same, id and times included. */
gboolean        rap_record_equal       (const RapRecord       *a,
                                        const RapRecord       *b);
/* Whether the member that @field describes says the same in both. */
gboolean        rap_record_member_equal (const RapRecord      *a,
                                        const RapRecord       *b,
                                        const RapField        *field);
/* By created, then id: the order of native JSON. */
int             rap_record_compare     (const RapRecord       *a,
                                        const RapRecord       *b);
/* The fields of @kind. */
const RapField *rap_kind_get_fields    (RapKind                kind,
                                        guint                 *n_fields);
const RapField *rap_kind_find_field    (RapKind                kind,
                                        const char            *name);
/* The member of @self that @field describes. */
#define rap_record_member(self, field, Type) (*(Type *) ((char *) (self) + (field)->offset))
/* "claim", and "claims" as native JSON spells the array ("project" twice). */
const char     *rap_kind_get_nick      (RapKind                kind);
const char     *rap_kind_get_plural    (RapKind                kind);
gboolean        rap_kind_parse         (const char            *nick_or_plural,
                                        RapKind               *kind);
/* Which article an annotation or claim stands in, else NULL. */
const char     *rap_record_get_article (const RapRecord       *self);
/* The anchor that places a record in its article's text (claim: content), else NULL. */
const RapAnchor *rap_record_get_anchor (const RapRecord       *self);
/* What to call it in lists and messages, untranslated: title, name, proposition or quote. */
const char     *rap_record_get_title   (const RapRecord       *self);

typedef void (*RapRefFunc) (RapKind     target,
                            const char *id,
                            const char *member,
                            gpointer    user_data);
/* Calls @func for every id the record refers to. */
void            rap_record_foreach_ref (const RapRecord       *self,
                                        RapRefFunc             func,
                                        gpointer               user_data);

/* RFC 3339 UTC ("2026-03-01T09:30:00Z", microseconds only where there are any), and back;
 * FALSE when @text is no such time. */
char           *rap_time_format        (gint64                 time);
gboolean        rap_time_parse         (const char            *text,
                                        gint64                *time);

/* For unsealed records: replace an owned member by a copy / a reference. */
static inline void
rap_set_string (char       **member,
                const char  *value)
{
  char *copy = g_strdup (value);

  g_free (*member);
  *member = copy;
}

static inline void
rap_set_anchor (RapAnchor       **member,
                const RapAnchor  *value)
{
  RapAnchor *reference = value != NULL ? rap_anchor_ref (value) : NULL;

  g_clear_pointer (member, rap_anchor_unref);
  *member = reference;
}

static inline void
rap_set_edtf (RapEdtf       **member,
              const RapEdtf  *value)
{
  RapEdtf *reference = value != NULL ? rap_edtf_ref (value) : NULL;

  g_clear_pointer (member, rap_edtf_unref);
  *member = reference;
}

G_END_DECLS
