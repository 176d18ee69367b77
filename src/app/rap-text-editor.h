/* rap-text-editor.h
 *
 * A text view for forms: as high as its text at the width it is given. (A
 * GtkTextView asks for the height of the width it had before.)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_TEXT_EDITOR (rap_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (RapTextEditor, rap_text_editor, RAP, TEXT_EDITOR, GtkTextView)

GtkWidget *rap_text_editor_new (void);

G_END_DECLS
