/* rap-record-private.h
 *
 * What the record files of the model share: how a kind declares its table, and
 * how members of each field type are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

#define RAP_RECORD_CLASS(c) (G_TYPE_CHECK_CLASS_CAST ((c), RAP_TYPE_RECORD, RapRecordClass))

/* The type of one kind, from its table of fields. The file that uses it also
 * defines type_name##_init(), which sets the defaults that are not zero. */
#define RAP_DEFINE_RECORD(Type, type_name, KIND, table) \
  G_DEFINE_FINAL_TYPE (Type, type_name, RAP_TYPE_RECORD) \
  static void \
  type_name##_class_init (Type##Class *klass) \
  { \
    RapRecordClass *record_class = &klass->parent_class; \
    record_class->kind = (KIND); \
    record_class->fields = (table); \
    record_class->n_fields = G_N_ELEMENTS (table); \
  }

/* A row of the table. */
#define RAP_FIELD(Type, name, type, flags) \
  { #name, (type), (flags), G_STRUCT_OFFSET (Type, name), NULL, 0 }
#define RAP_FIELD_OF(Type, name, words) \
  { #name, RAP_FIELD_ENUM, 0, G_STRUCT_OFFSET (Type, name), &(words), 0 }
#define RAP_FIELD_TO(Type, name, type, flags, target) \
  { #name, (type), (flags), G_STRUCT_OFFSET (Type, name), NULL, (target) }

/* A member of any field type: freed and zeroed, copied, compared. */
void       rap_member_clear  (RapFieldType   type,
                              gpointer       member);
void       rap_member_copy   (RapFieldType   type,
                              gpointer       to,
                              gconstpointer  from);
gboolean   rap_member_equal  (RapFieldType   type,
                              gconstpointer  a,
                              gconstpointer  b);
/* An empty list becomes NULL, so that there is one way to say "none". */
void       rap_member_normalise (RapFieldType type,
                                 gpointer     member);

/* A record without an id, for those who are about to give it one. */
RapRecord *rap_record_new_bare (RapKind kind);

/* "claim 3f2a…" for messages. (transfer full) */
char      *rap_record_describe (const RapRecord *self);

G_END_DECLS
