/* rap-flow-layout.h
 *
 * Children one after the other as words in a paragraph: those that find no room
 * in a line begin another. Each is as wide as it would like to be, at most a
 * whole line; one that expands takes what is left of its line.
 *
 * Properties, in pixels: gap (between the children of a line), line-gap
 * (between lines).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_FLOW_LAYOUT (rap_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (RapFlowLayout, rap_flow_layout, RAP, FLOW_LAYOUT, GtkLayoutManager)

G_END_DECLS
