/* rap-window-private.h
 *
 * What the files that make up the window need of each other: the class actions
 * (rap-window-actions.c), the gestures that start with a file dialog
 * (rap-window-files.c) and those that bring articles in (rap-window-import.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-search-popover.h"
#include "rap-transfer.h"
#include "rap-welcome.h"
#include "rap-window.h"
#include "rap-workbench.h"

G_BEGIN_DECLS

struct _RapWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toasts;
  AdwWindowTitle       *title;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkMenuButton        *search_button;
  RapSearchPopover     *search_popover;
  GtkStack             *stack;
  RapWelcome           *welcome;
  RapWorkbench         *workbench;
  GtkRevealer          *progress_revealer;
  GtkProgressBar       *progress_bar;
  GtkLabel             *progress_label;

  RapSession           *session;         /* or NULL: the welcome page */
  GCancellable         *import;          /* the import under way, or NULL */
  AdwToast             *toast;           /* the one on show, or NULL; strong reference */
  GPtrArray            *import_results;  /* RapImportResult of the last one, or NULL */
  GtkWidget            *import_report;   /* the one on show, or NULL; weak */
  gboolean              library_visible;
  gboolean              inspector_visible;
  gboolean              timeline_visible;
  gboolean              gives_up_unsaved; /* the user closes although a change is not saved */
};

/* rap-window-actions.c */
void rap_window_install_actions    (GtkWidgetClass     *klass);
/* The one place that knows what can be done now. */
void rap_window_update_actions     (RapWindow          *self);

/* Telling the user. */
void rap_window_toast              (RapWindow          *self,
                                    const char         *text);
/* With a button that activates @action, no target. */
void rap_window_toast_with_action  (RapWindow          *self,
                                    const char         *text,
                                    const char         *button,
                                    const char         *action);
/* A toast of one sentence for what failed while working. */
void rap_window_toast_error        (RapWindow          *self,
                                    const GError       *error);
/* A message for what failed and was all the user asked for. */
void rap_window_show_error         (RapWindow          *self,
                                    const char         *heading,
                                    const GError       *error);
/* Shows @session here, or in a second window when this one has a project. */
void rap_window_place_session      (RapWindow          *self,
                                    RapSession         *session);
/* The bar under the header: shown while @fraction >= 0. */
void rap_window_set_progress       (RapWindow          *self,
                                    double              fraction,
                                    const char         *text);
/* Borrowed; the import under way, or NULL. */
GCancellable *rap_window_get_import (RapWindow         *self);
void rap_window_set_import         (RapWindow          *self,
                                    GCancellable       *cancellable);
/* (transfer full) (element-type RapImportResult) */
void rap_window_take_import_results (RapWindow         *self,
                                    GPtrArray          *results);
GPtrArray *rap_window_get_import_results (RapWindow    *self);

/* rap-window-files.c */
void rap_window_choose_new_project (RapWindow          *self);
void rap_window_choose_project     (RapWindow          *self);
void rap_window_open_sample        (RapWindow          *self);
/* @format: the one that is offered first. */
void rap_window_choose_export      (RapWindow          *self,
                                    const char         *format);

/* rap-window-import.c */
void rap_window_choose_import      (RapWindow          *self,
                                    gboolean            folder);
void rap_window_paste_article      (RapWindow          *self);
void rap_window_show_import_report (RapWindow          *self);
void rap_window_add_drop_target    (RapWindow          *self);
void rap_window_add_paste_key      (RapWindow          *self);

G_END_DECLS
