/* rap-front-matter-private.h
 *
 * The head of a Markdown file: lines "title: …" between two lines "---" (YAML,
 * of which only plain values and lists are read) or "+++" (TOML).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-part.h"

G_BEGIN_DECLS

/* Length of the front matter that @text begins with, its closing line included; 0 when there is none,
 * or none of its lines is "name: value" with a name that is known. */
gsize rap_front_matter_measure (const char *text,
                                gsize       length);
/* Its members into @part. */
void  rap_front_matter_read    (const char *text,
                                gsize       length,
                                RapPart    *part);

G_END_DECLS
