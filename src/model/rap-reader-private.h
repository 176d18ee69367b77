/* rap-reader-private.h
 *
 * Reading one member of a record from a neutral tree: which member of which
 * record we are at, so that every message names them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record-json.h"

G_BEGIN_DECLS

/**
 * RapReader:
 * @record: being filled
 * @member: of the record
 * @inner: of an anchor, name, participant or link in it, or NULL
 * @unknown: (element-type utf8): unknown members met, or NULL to refuse them
 */
typedef struct
{
  RapRecord  *record;
  const char *member;
  const char *inner;
  GPtrArray  *unknown;
  GError    **error;
} RapReader;

/* Sets the error; returns FALSE. */
gboolean  rap_reader_fail          (const RapReader      *self,
                                    RapError              code,
                                    const char           *format,
                                    ...) G_GNUC_PRINTF (3, 4);
/* Fails, or notes the member and goes on. */
gboolean  rap_reader_meet_unknown  (const RapReader      *self);
gboolean  rap_reader_is_null       (GVariant             *value);
/* Fails with "@what expected" unless @value is of the GVariant @type. */
gboolean  rap_reader_expect        (const RapReader      *self,
                                    GVariant             *value,
                                    const char           *type,
                                    const char           *what);
/* Element @i of an av, unboxed. (transfer full) */
GVariant *rap_reader_get_child     (GVariant             *array,
                                    gsize                 i);

/* Each replaces the member it is given, or fails. */
gboolean  rap_reader_read_string   (const RapReader      *self,
                                    GVariant             *value,
                                    char                **member);
gboolean  rap_reader_read_nullable (const RapReader      *self,
                                    GVariant             *value,
                                    char                **member);
gboolean  rap_reader_read_id       (const RapReader      *self,
                                    GVariant             *value,
                                    char                **member);
gboolean  rap_reader_read_enum     (const RapReader      *self,
                                    GVariant             *value,
                                    const RapVocabulary  *vocabulary,
                                    guint                *member);
gboolean  rap_reader_read_ranges   (const RapReader      *self,
                                    GVariant             *value,
                                    GArray              **member);
gboolean  rap_reader_read_anchor   (RapReader            *self,
                                    GVariant             *value,
                                    RapAnchor           **member);
gboolean  rap_reader_read_parts    (RapReader            *self,
                                    GVariant             *value,
                                    RapFieldType          type,
                                    GPtrArray           **member);
gboolean  rap_reader_read_field    (RapReader            *self,
                                    const RapField       *field,
                                    GVariant             *value);

G_END_DECLS
