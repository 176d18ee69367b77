/* window-fixture.h
 *
 * What the tests with a real window share: the application started in this
 * process, projects in a folder of their own, waiting for something to become
 * true (never for a time to pass), finding widgets, and pictures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-application.h"
#include "rap-session.h"
#include "rap-window.h"

G_BEGIN_DECLS

typedef gboolean (*Condition) (gpointer data);

/* Starts GTK without animations and blinking, and the application: not known on
 * the bus, styles and actions loaded, no window. (transfer full) */
RapApplication *fixture_start         (void);
/* A new folder for projects. (transfer full) */
char           *fixture_make_folder   (void);
/* Removes the folder and everything in it. */
void            fixture_remove_folder (const char *folder);
/* A new project @name in @folder, with the sample or empty. (transfer full) */
RapSession     *fixture_create        (const char *folder,
                                       const char *name,
                                       gboolean    sample);

/* Runs the main loop until @condition holds; FALSE after 20 seconds without. */
gboolean        fixture_wait          (Condition   condition,
                                       gpointer    data);
/* Runs the main loop until nothing is pending. */
void            fixture_drain         (void);
/* Until the widget is mapped and two frames in a row look the same. */
gboolean        fixture_settle        (GtkWidget  *window);
/* Closes the window and waits until it is gone. */
void            fixture_close         (GtkWindow  *window);

/* The first mapped widget inside @root, itself included, of the type's name; with
 * @name (nullable) its buildable id or text must be that. Borrowed, or NULL. */
GtkWidget      *fixture_find          (GtkWidget  *root,
                                       const char *type,
                                       const char *name);
/* All texts of mapped labels inside @root, a line each. (transfer full) */
char           *fixture_read          (GtkWidget  *root);
/* The newest window of the type's name, or NULL. Borrowed. */
GtkWindow      *fixture_find_window   (const char *type);

/* Draws the window with its open popovers, and what is transient for it in its
 * middle. @window must be settled. */
gboolean        fixture_save_picture  (GtkWindow  *window,
                                       const char *path,
                                       GError    **error);

G_END_DECLS
