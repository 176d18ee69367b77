/* rap-mime-private.h
 *
 * What letters and saved web archives have in common: a head of fields, and
 * MIME parts below it. GMime reads them; here is how it is asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <gmime/gmime.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

/* Multiparts and letters within letters that are followed. */
#define RAP_MIME_MAX_DEPTH 32

/* Fields of a head that tell what it is the head of. */
typedef enum
{
  RAP_MIME_FROM      = 1 << 0,
  RAP_MIME_DATE      = 1 << 1,
  RAP_MIME_SUBJECT   = 1 << 2,
  RAP_MIME_VERSION   = 1 << 3,
  RAP_MIME_TRANSPORT = 1 << 4, /* Received, Message-ID, Return-Path …: it was sent */
  RAP_MIME_TO        = 1 << 5,
  RAP_MIME_SNAPSHOT  = 1 << 6, /* Snapshot-Content-Location, or from "Saved by …" */
  RAP_MIME_RELATED   = 1 << 7, /* multipart/related */
  RAP_MIME_HTML      = 1 << 8, /* text/html */
  RAP_MIME_ADDRESS   = 1 << 9, /* From with an address */
  RAP_MIME_MAILBOX   = 1 << 10, /* begins with the "From " line of a mailbox */
} RapMimeFields;

/* Before anything else of GMime; any thread, any number of times. */
void               rap_mime_init          (void);
/* The fields in the head that @data begins with; 0 when it begins with none. */
RapMimeFields      rap_mime_sniff         (const guint8  *data,
                                           gsize          length);
/* FALSE: a field of a head would exhaust GMime's stack, or the memory. */
gboolean           rap_mime_is_sane       (GBytes        *bytes);
/* Headers that are not ASCII are taken for UTF-8, then windows-1252. (transfer full) */
GMimeParser       *rap_mime_parser_new    (GBytes        *bytes,
                                           GMimeFormat    format);
/* The next letter of @parser, or NULL at its end. (transfer full) */
GMimeMessage      *rap_mime_parse_message (GMimeParser   *parser);
/* What @part holds, its transfer encoding undone. (transfer full) */
GBytes            *rap_mime_dup_content   (GMimePart     *part);
/* The part of a multipart/related that the others belong to; borrowed, or NULL. */
GMimeObject       *rap_mime_get_root      (GMimeMultipart *related);
/* Its claimed charset, or NULL. */
const char        *rap_mime_get_charset   (GMimeObject   *object);

G_END_DECLS
