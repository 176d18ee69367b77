/* rap-json-writer.h
 *
 * A streaming JSON writer: appends to a buffer that is handed to a sink
 * whenever it has grown, so that a document of any size needs a fixed amount
 * of memory. Pretty (2-space indentation; arrays of numbers stay on one line)
 * or compact. It exists because a tree of nodes for a million objects does not
 * fit, and because the store writes its journal with the same code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RapJsonWriter RapJsonWriter;

typedef gboolean (*RapJsonSink) (const char  *data,
                                 gsize        length,
                                 gpointer     user_data,
                                 GError     **error);

/* With a NULL @sink all is kept for rap_json_writer_steal(). */
RapJsonWriter *rap_json_writer_new          (gboolean        pretty,
                                             RapJsonSink     sink,
                                             gpointer        user_data);
void           rap_json_writer_free         (RapJsonWriter  *self);
/* Inside an object @member names the value, inside an array it is NULL. */
void           rap_json_writer_begin_object (RapJsonWriter  *self,
                                             const char     *member);
void           rap_json_writer_end_object   (RapJsonWriter  *self);
void           rap_json_writer_begin_array  (RapJsonWriter  *self,
                                             const char     *member);
void           rap_json_writer_end_array    (RapJsonWriter  *self);
/* A NULL @value writes null. */
void           rap_json_writer_string       (RapJsonWriter  *self,
                                             const char     *member,
                                             const char     *value);
void           rap_json_writer_int          (RapJsonWriter  *self,
                                             const char     *member,
                                             gint64          value);
void           rap_json_writer_double       (RapJsonWriter  *self,
                                             const char     *member,
                                             double          value);
void           rap_json_writer_bool         (RapJsonWriter  *self,
                                             const char     *member,
                                             gboolean        value);
void           rap_json_writer_null         (RapJsonWriter  *self,
                                             const char     *member);
/* [[start, end], …] on one line */
void           rap_json_writer_pairs        (RapJsonWriter  *self,
                                             const char     *member,
                                             const guint    *pairs,
                                             guint           n_pairs);
/* Ends a JSONL line or a document: a line feed, then the next value may begin. */
void           rap_json_writer_end_line     (RapJsonWriter  *self);
/* Hands everything to the sink; FALSE with the first error the sink gave. */
gboolean       rap_json_writer_flush        (RapJsonWriter  *self,
                                             GError        **error);
/* What was written, without a sink. (transfer full) */
char          *rap_json_writer_steal        (RapJsonWriter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapJsonWriter, rap_json_writer_free)

G_END_DECLS
