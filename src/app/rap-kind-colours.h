/* rap-kind-colours.h
 *
 * The colours of the kinds of annotations as the style sheet names them
 * (rap_claim, rap_claim_dark, rap_claim_contrast …), for what is drawn by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: "claim", "cue", "speaker_3" …, the variant follows the style in use; or
 * "#rrggbb". The colour of the text when the style sheet has none of that name. */
void rap_kind_colours_lookup (GtkWidget  *widget,
                              const char *name,
                              GdkRGBA    *colour);

G_END_DECLS
