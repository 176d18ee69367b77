/* article-desk.c
 *
 * A run of keys ends with one that means nothing to the window; when it is
 * seen, everything before it has been dealt with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "article-desk.h"

#define LAST_KEY      GDK_KEY_Pause   /* means nothing to the window */
#define LAST_KEY_NAME "Pause"

static void
message_cb (Desk       *desk,
            const char *sentence)
{
  rap_set_string (&desk->message, sentence);
}

static void
edit_cb (Desk *desk)
{
  desk->n_edit_requests++;
}

/* Keys */

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  gboolean *done = user_data;

  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *done = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
key_released_cb (Desk  *desk,
                 guint  keyval)
{
  desk->arrived = desk->arrived || keyval == LAST_KEY;
  return GDK_EVENT_PROPAGATE;
}

static void
run_xdotool (const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean done = FALSE;

  g_strv_builder_add (builder, "xdotool");
  g_strv_builder_addv (builder, (const char **) words);
  command = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char * const *) command, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_async (process, NULL, done_cb, &done);
  g_assert_true (fixture_wait (is_true, &done));
}

void
desk_press (Desk       *desk,
            const char *arguments)
{
  desk->arrived = FALSE;
  run_xdotool (arguments);
  run_xdotool ("key " LAST_KEY_NAME);
  g_assert_true (fixture_wait (is_true, &desk->arrived));
  g_assert_true (fixture_settle (desk->window));
}

/* The first article whose text has @passage. */
static RapArticle *
find_article (RapSession *session,
              const char *passage)
{
  g_autoptr (GListModel) articles = rap_session_list (session, RAP_KIND_ARTICLE);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (articles, i);
      g_autoptr (RapRecord) article = rap_session_load (session, RAP_KIND_ARTICLE, header->id, NULL);

      if (strstr (rap_text_get_utf8 (RAP_ARTICLE (article)->text), passage) != NULL)
        return RAP_ARTICLE (g_steal_pointer (&article));
    }
  g_error ("the sample has no article with “%s”", passage);
}

gboolean
desk_is_focused (gpointer data)
{
  Desk *desk = data;

  return gtk_window_is_active (GTK_WINDOW (desk->window)) && gtk_widget_has_focus (GTK_WIDGET (desk->text));
}

void
desk_listen (Desk      *desk,
             GtkWidget *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_limit (keys, GTK_LIMIT_NONE);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), desk);
  gtk_widget_add_controller (popover, keys);
}

/* The pane on desk->article, with the keyboard in its text. */
static void
show_article (Desk           *desk,
              RapApplication *application)
{
  const char *id = RAP_RECORD (desk->article)->id;

  desk->selection = rap_selection_new ();
  desk->window = gtk_application_window_new (GTK_APPLICATION (application));
  desk->view = RAP_ARTICLE_VIEW (rap_article_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1100, 900);
  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (desk->view));
  g_signal_connect_swapped (desk->view, "message", G_CALLBACK (message_cb), desk);
  g_signal_connect_swapped (desk->view, "edit-requested", G_CALLBACK (edit_cb), desk);
  rap_article_view_set_session (desk->view, desk->session);
  rap_article_view_set_selection (desk->view, desk->selection);
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, id, id);
  gtk_window_present (GTK_WINDOW (desk->window));
  g_assert_true (fixture_settle (desk->window));

  desk_listen (desk, desk->window);
  desk->text = GTK_TEXT_VIEW (fixture_find (desk->window, "RapArticleText", NULL));
  gtk_widget_grab_focus (GTK_WIDGET (desk->view));
  g_assert_true (fixture_wait (desk_is_focused, desk));
}

gboolean
desk_is_possible (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  if (xdotool == NULL)
    g_test_message ("xdotool is not installed: no keys can be pressed");
  return xdotool != NULL;
}

void
desk_open (Desk           *desk,
           RapApplication *application,
           const char     *passage)
{
  desk->folder = fixture_make_folder ();
  desk->session = fixture_create (desk->folder, "sample", TRUE);
  desk->article = find_article (desk->session, passage);
  show_article (desk, application);
}

void
desk_open_text (Desk           *desk,
                RapApplication *application,
                const char     *text,
                const char     *language,
                const RapRange *body)
{
  RapRange all = { 0, (guint) g_utf8_strlen (text, -1) };
  g_autoptr (RapEdits) edits = rap_edits_new ("Import 1 article");
  g_autoptr (RapArticle) article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));
  g_autoptr (GError) error = NULL;

  rap_set_string (&article->title, "A page");
  rap_set_string (&article->language, language);
  article->text = rap_text_new (text);
  article->body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_array_append_val (article->body, *(body != NULL ? body : &all));
  if (g_str_equal (language, "fa") || g_str_equal (language, "ar"))
    article->direction = RAP_DIRECTION_RTL;
  rap_edits_insert (edits, RAP_RECORD (article));

  desk->folder = fixture_make_folder ();
  desk->session = fixture_create (desk->folder, "text", FALSE);
  rap_session_commit (desk->session, edits, &error);
  g_assert_no_error (error);
  desk->article = RAP_ARTICLE (rap_session_load (desk->session, RAP_KIND_ARTICLE, RAP_RECORD (article)->id, &error));
  g_assert_no_error (error);
  show_article (desk, application);
}

void
desk_close (Desk *desk)
{
  fixture_close (GTK_WINDOW (desk->window));
  fixture_drain ();
  g_object_unref (desk->article);
  g_assert_finalize_object (desk->selection);
  g_assert_finalize_object (desk->session);
  fixture_remove_folder (desk->folder);
  g_free (desk->folder);
  g_free (desk->message);
}

/* Places */

RapRange
desk_find (Desk       *desk,
           const char *passage)
{
  const char *utf8 = rap_text_get_utf8 (desk->article->text);
  const char *found = strstr (utf8, passage);
  RapRange range;

  g_assert_nonnull (found);
  range.start = rap_text_from_byte (desk->article->text, (gsize) (found - utf8));
  range.end = range.start + (guint) g_utf8_strlen (passage, -1);
  return range;
}

void
desk_select (Desk       *desk,
             const char *passage)
{
  rap_article_view_select (desk->view, desk_find (desk, passage));
}

void
desk_put_caret (Desk       *desk,
                const char *passage)
{
  guint offset = desk_find (desk, passage).start + 1;

  rap_article_view_select (desk->view, (RapRange) { offset, offset });
}

char *
desk_get_selected (Desk *desk)
{
  RapRange passage;

  return rap_article_view_get_passage (desk->view, &passage)
           ? rap_text_slice (desk->article->text, passage) : g_strdup ("");
}

char *
desk_read_chosen (Desk *desk)
{
  g_autoptr (RapRecord) record = rap_session_load (desk->session, rap_selection_get_kind (desk->selection),
                                                   rap_selection_get_id (desk->selection), NULL);
  const RapAnchor *anchor = record != NULL ? rap_record_get_anchor (record) : NULL;

  return anchor == NULL ? g_strdup ("nothing")
                        : g_strdup_printf ("%s: %s", rap_kind_get_nick (rap_record_get_kind (record)), anchor->exact);
}

char *
desk_read_history (Desk  *desk,
                   guint  n)
{
  g_autoptr (GPtrArray) entries = rap_session_get_history (desk->session, n, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      RapHistoryEntry *entry = entries->pdata[i];

      g_string_append_printf (text, "%s%s (%u)", i > 0 ? ", " : "", entry->label, entry->n_edits);
    }
  return g_string_free (text, FALSE);
}
