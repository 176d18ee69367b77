/* article-desk.h
 *
 * An article pane in a window of its own for the window tests, driven by real
 * keys (xdotool): on an article of the built-in sample or on a text that the
 * test gives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article-view.h"
#include "window-fixture.h"

G_BEGIN_DECLS

/**
 * Desk:
 * @n_edit_requests: how often a form was asked for
 * @arrived: the key that ends each run of keys
 * @message: the last one, or NULL
 */
typedef struct
{
  char           *folder;
  RapSession     *session;
  RapSelection   *selection;
  GtkWidget      *window;
  RapArticleView *view;
  GtkTextView    *text;
  RapArticle     *article;
  guint           n_edit_requests;
  gboolean        arrived;
  char           *message;
} Desk;

/* FALSE, with a message, when no keys can be pressed here. */
gboolean    desk_is_possible   (void);
/* The first article of the sample whose text has @passage. */
void        desk_open          (Desk           *desk,
                                RapApplication *application,
                                const char     *passage);
/* A new article of that text; @body NULL: all of it. */
void        desk_open_text     (Desk           *desk,
                                RapApplication *application,
                                const char     *text,
                                const char     *language,
                                const RapRange *body);
void        desk_close         (Desk           *desk);

/* Arguments of xdotool, separated by spaces: "key s c", "type abc". The window
 * has dealt with them when this returns: keys arrive in order. */
void        desk_press         (Desk           *desk,
                                const char     *arguments);
/* Keys that are pressed while this popover has the keyboard count as well. */
void        desk_listen        (Desk           *desk,
                                GtkWidget      *popover);
/* Whether the text of the active window has the keyboard: a Condition. */
gboolean    desk_is_focused    (gpointer        desk);

/* Places */
RapRange    desk_find          (Desk           *desk,
                                const char     *passage);
void        desk_select        (Desk           *desk,
                                const char     *passage);
/* One code point into the passage. */
void        desk_put_caret     (Desk           *desk,
                                const char     *passage);
/* What is selected in the text, trimmed. (transfer full) */
char       *desk_get_selected  (Desk           *desk);
/* "claim: the quote", of the chosen annotation as it is stored. (transfer full) */
char       *desk_read_chosen   (Desk           *desk);
/* "Tag claim (1), Link meeting (2)": the last groups, the newest first. (transfer full) */
char       *desk_read_history  (Desk           *desk,
                                guint           n);

#define desk_assert_selected(desk, expected) \
  G_STMT_START { \
    g_autofree char *selected_ = desk_get_selected (desk); \
    g_assert_cmpstr (selected_, ==, expected); \
  } G_STMT_END

#define desk_assert_chosen(desk, expected) \
  G_STMT_START { \
    g_autofree char *chosen_ = desk_read_chosen (desk); \
    g_assert_cmpstr (chosen_, ==, expected); \
  } G_STMT_END

#define desk_assert_history(desk, n, expected) \
  G_STMT_START { \
    g_autofree char *history_ = desk_read_history (desk, n); \
    g_assert_cmpstr (history_, ==, expected); \
  } G_STMT_END

G_END_DECLS
