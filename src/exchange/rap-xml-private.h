/* rap-xml-private.h
 *
 * XML that strangers wrote, by libxml2: no network, no entities of its own, no
 * message on the console, never a tree of the whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

typedef struct _RapXml RapXml;

/* @data must outlive it; what rap_xml_repair() finds wrong is mended. (transfer full) */
RapXml     *rap_xml_new           (const char      *data,
                                   gsize            length);
void        rap_xml_free          (RapXml          *self);
/* The next node; FALSE at the end, or when it cannot go on. */
gboolean    rap_xml_next          (RapXml          *self);
/* The node behind the present one and all that it holds. */
gboolean    rap_xml_skip          (RapXml          *self);
/* XML_READER_TYPE_… of the present node. */
int         rap_xml_get_type      (RapXml          *self);
/* Whether the present element is written as <x/>, and so has no end. */
gboolean    rap_xml_is_empty      (RapXml          *self);
/* The present node, without what it holds. */
xmlNode    *rap_xml_get_node      (RapXml          *self);
/* The present element with all that it holds, until the next call; NULL when the document breaks off in it. */
xmlNode    *rap_xml_expand        (RapXml          *self);
/* Bytes read so far, of what was mended. */
gsize       rap_xml_get_position  (RapXml          *self);
/* FALSE with RAP_ERROR_FORMAT ("line 3: …") when the document could not be read to its end. */
gboolean    rap_xml_finish        (RapXml          *self,
                                   GError         **error);

/* Name without prefix, of an element. */
const char *rap_xml_local_name    (const xmlNode   *node);
/* Whether its namespace is @uri; an undeclared prefix counts as @prefix. */
gboolean    rap_xml_is_in         (const xmlNode   *node,
                                   const char      *uri,
                                   const char      *prefix);
/* The text in @node, entities of HTML resolved. (transfer full) */
char       *rap_xml_dup_text      (const xmlNode   *node);
/* What @node holds, as markup. (transfer full) */
char       *rap_xml_dup_markup    (const xmlNode   *node);
/* By local name. (transfer full), NULL when there is none */
char       *rap_xml_dup_attribute (const xmlNode   *node,
                                   const char      *name);
gboolean    rap_xml_has_elements  (const xmlNode   *node);
/* The name of the first element without prefix, and where its tag begins, in the first 64 KiB. (transfer full), or NULL */
char       *rap_xml_sniff_root    (const char      *data,
                                   gsize            length,
                                   const char     **tag);

/* What is written as XML by programs that do not know it: entities of HTML, an ampersand that begins none, control
 * characters, bytes that are not UTF-8 where they should be; without comments. NULL when nothing is wrong. (transfer full) */
GBytes     *rap_xml_repair        (const char      *data,
                                   gsize            length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapXml, rap_xml_free)

G_END_DECLS
