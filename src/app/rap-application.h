/* rap-application.h
 *
 * The application: windows, one a project, the accelerator table, preferences
 * and about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RAP_TYPE_APPLICATION (rap_application_get_type ())
G_DECLARE_FINAL_TYPE (RapApplication, rap_application, RAP, APPLICATION, AdwApplication)

/* (transfer full) */
RapApplication *rap_application_new           (void);
/* The application's settings, or NULL when the schema is not installed; borrowed. */
GSettings      *rap_application_get_settings  (RapApplication *self);
/* Opens the project in @parent when that shows none, else in a window of its
 * own; a project that is open already is brought to the front. */
void            rap_application_open_project  (RapApplication *self,
                                               const char     *path,
                                               GtkWindow      *parent);
/* Puts @path at the head of the recent projects and makes it the last one. */
void            rap_application_note_recent   (RapApplication *self,
                                               const char     *path);

G_END_DECLS
