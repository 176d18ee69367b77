/* rap-office-private.h
 *
 * What an office document says: its paragraphs, from the XML that is in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RAP_OFFICE_ODF,    /* OpenDocument text, content.xml */
  RAP_OFFICE_OOXML,  /* Office Open XML, word/document.xml */
} RapOfficeFormat;

/* The paragraphs of @xml, behind what @paragraphs (element-type utf8) has already: headings, items of lists ("– …"),
 * rows of tables ("a | b"). Deleted text of tracked changes, comments and tables of contents are left out; footnotes
 * follow where their paragraph ends.
 * @title: (inout) (nullable) (transfer full): set when the text begins with a headline and it is NULL
 * FALSE with RAP_ERROR_FORMAT; what was read up to there is in @paragraphs. */
gboolean rap_office_read_text  (const char      *xml,
                                gsize            length,
                                RapOfficeFormat  format,
                                GPtrArray       *paragraphs,
                                char           **title,
                                GError         **error);
/* The first element of that local name in @xml. (transfer full), NULL when there is none */
char    *rap_office_find_value (const char      *xml,
                                gsize            length,
                                const char      *name);

G_END_DECLS
