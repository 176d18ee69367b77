/* rap-markdown-text-private.h
 *
 * What a Markdown document says, as plain text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cmark.h>
#include <glib.h>

G_BEGIN_DECLS

/* Blocks divided by an empty line, items of tight lists by a line end; without pictures and HTML. (transfer full) */
char     *rap_markdown_text_render  (cmark_node *node);
/* Whether much of it is links, or blocks of it are HTML: a page with its menus rather than a report. */
gboolean  rap_markdown_text_is_page (cmark_node *document);

G_END_DECLS
