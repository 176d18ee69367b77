/* rap-json-scan.h
 *
 * A strict pass over a JSON document before anything is built from it: says at
 * which line and column it breaks the grammar (RFC 8259), and finds what
 * json-glib would pass over in silence: duplicate members, lone surrogates,
 * numbers out of range, endless nesting. It also cuts the document into its
 * parts, so that a large one is never a tree as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Deepest nesting of objects and arrays. */
#define RAP_JSON_MAX_DEPTH 64

/**
 * RapJsonPart: a member of the outermost object, or an element of an array there
 * @member: name of the member
 * @offset: of the value, in bytes from the beginning
 * @length: of the value, in bytes
 * @line: where it begins, from 1
 * @element: one element of the member's array, listed after the member itself
 */
typedef struct
{
  const char *member;
  gsize       offset;
  gsize       length;
  guint       line;
  gboolean    element;
} RapJsonPart;

/**
 * RapJsonScan:
 * @parts: (element-type RapJsonPart): in the order of the document
 * @names: owns the member names
 */
typedef struct
{
  GArray       *parts;
  GStringChunk *names;
} RapJsonScan;

/* NULL with RAP_ERROR_EMPTY or RAP_ERROR_FORMAT ("line 3, column 14: …",
 * columns in code points). A byte order mark is passed over. (transfer full) */
RapJsonScan *rap_json_scan      (const char   *data,
                                 gsize         length,
                                 GError      **error);
void         rap_json_scan_free (RapJsonScan  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapJsonScan, rap_json_scan_free)

G_END_DECLS
