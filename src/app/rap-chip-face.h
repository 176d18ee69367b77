/* rap-chip-face.h
 *
 * The writing on a chip: in bold who, then what, and a second line where there
 * is room for one. Drawn by itself rather than by labels: new words on a chip
 * ask for another picture and never for another layout of the window, so that
 * scrolling costs what is drawn.
 *
 * One line high at least, two by nature; as wide as it is told to be. Says
 * nothing to assistive technology: what holds it has the whole sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_CHIP_FACE (rap_chip_face_get_type ())
G_DECLARE_FINAL_TYPE (RapChipFace, rap_chip_face, RAP, CHIP_FACE, GtkWidget)

/* Copied. What does not fit is ellipsized: first @lead, then @detail. */
void       rap_chip_face_set (RapChipFace *self,
                              const char  *lead,
                              const char  *text,
                              const char  *detail);

G_END_DECLS
