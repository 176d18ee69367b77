/* rap-part-page-private.h
 *
 * A report that a container gives as a piece of HTML, made a page of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @fragment in an article element below the headline; a fragment that is a whole page already stays as it is. UTF-8.
 * @title, @language: (nullable). (transfer full) */
GBytes *rap_part_page_new      (const char *title,
                                const char *language,
                                const char *fragment);
/* Plain text as paragraphs of HTML: they are divided by empty lines, or else by line ends. (transfer full) */
char   *rap_part_page_escape   (const char *text);

G_END_DECLS
