/* rap-quotation-private.h
 *
 * The quotation marks of one line of text, paired: for finding the quotation
 * around a place and for keeping clauses from being cut inside one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapQuotation: an opening mark and what closes it; bytes from the line's start
 * @mark: the opening mark
 * @open: where it stands
 * @inside: the first byte after it
 * @close: where the closing mark stands; the line's length when there is none
 * @after: the first byte after the closing mark
 * @closed: whether there is one
 */
typedef struct
{
  gunichar mark;
  gsize    open;
  gsize    inside;
  gsize    close;
  gsize    after;
  gboolean closed;
} RapQuotation;

/* By @open; they nest and never cross. Openings that nothing closes are there
 * too, unless a quotation around them was closed. (transfer full) (element-type RapQuotation) */
GArray *rap_quotations_find (const char *line,
                             gsize       n_bytes);

G_END_DECLS
