/* shots.c
 *
 * shots OUTDIR [STATE...]: pictures of the real window, in the states that a
 * user gets it into, as OUTDIR/STATE.png; without names of states all of them.
 * The project is the built-in sample in a folder that is removed at the end.
 * The window is as large as the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "rap-article-view.h"
#include "rap-header-list.h"
#include "rap-import-report.h"
#include "rap-transfer.h"
#include "window-fixture.h"

#define NARROW_WIDTH 720  /* pixels */

/* One picture under way. */
typedef struct
{
  const char *folder;
  RapSession *sample;
  RapSession *empty;
  RapWindow  *window;
} Stage;

typedef void (*Enter) (Stage *stage);

/* What the pictures need of the window */

static GtkWidget *
demand (Stage      *stage,
        const char *type,
        const char *name)
{
  GtkWidget *found = fixture_find (GTK_WIDGET (stage->window), type, name);

  if (found == NULL)
    g_error ("There is no %s %s in the window", type, name != NULL ? name : "");
  return found;
}

static void
activate (Stage      *stage,
          const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (stage->window), action, NULL))
    g_error ("There is no action %s", action);
}

/* The id of the first record whose title begins with @title. (transfer full) */
static char *
find_record (RapSession *session,
             RapKind     kind,
             const char *title)
{
  g_autoptr (GListModel) list = rap_session_list (session, kind);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      if (g_str_has_prefix (header->title, title))
        return g_strdup (header->id);
    }
  g_error ("The sample has no %s", title);
}

static void
choose (Stage      *stage,
        RapKind     kind,
        const char *title)
{
  g_autofree char *id = find_record (stage->sample, kind, title);

  rap_selection_choose (rap_window_get_selection (stage->window), stage->sample, kind, id);
}

static void
show_list (Stage      *stage,
           const char *name)
{
  GtkWidget *library = demand (stage, "RapLibrary", NULL);

  gtk_stack_set_visible_child_name (GTK_STACK (fixture_find (library, "GtkStack", "stack")), name);
}

/* States */

static void
enter_welcome (Stage *stage)
{
  rap_window_set_session (stage->window, NULL);
}

static void
enter_empty (Stage *stage)
{
  rap_window_set_session (stage->window, stage->empty);
}

static void
enter_articles (Stage *stage)
{
  show_list (stage, "articles");
  choose (stage, RAP_KIND_ARTICLE, "Iran and Iraq close");
}

static void
enter_meetings (Stage *stage)
{
  show_list (stage, "meetings");
  choose (stage, RAP_KIND_MEETING, "Bagheri's visit");
}

static void
enter_claims (Stage *stage)
{
  show_list (stage, "claims");
  choose (stage, RAP_KIND_CLAIM, "The charter on defence cooperation is");
}

static void
enter_entities (Stage *stage)
{
  show_list (stage, "entities");
  choose (stage, RAP_KIND_ENTITY, "Mohammad Bagheri");
}

static void
enter_codes (Stage *stage)
{
  show_list (stage, "codes");
  choose (stage, RAP_KIND_CODE, "Arms industry");
}

static void
enter_code_merge (Stage *stage)
{
  enter_codes (stage);
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (demand (stage, "RapCodeRow", NULL), "code.merge", NULL);
}

static void
enter_code_delete (Stage *stage)
{
  enter_codes (stage);
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (demand (stage, "RapCodeRow", NULL), "library.delete", NULL);
}

static void
enter_code_choose (Stage *stage)
{
  choose (stage, RAP_KIND_CLAIM, "The charter on defence cooperation is");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (demand (stage, "RapArticleText", NULL), "article.code-any", NULL);
}

static void
enter_claim (Stage *stage)
{
  choose (stage, RAP_KIND_CLAIM, "All of the memorandum");
}

static void
enter_meeting (Stage *stage)
{
  choose (stage, RAP_KIND_MEETING, "Bagheri telephones");
}

/* Competing dates, with who says so. */
static void
enter_contested (Stage *stage)
{
  GtkWidget *values;

  choose (stage, RAP_KIND_MEETING, "Signing of the agreement");
  fixture_settle (GTK_WIDGET (stage->window));
  values = fixture_find (GTK_WIDGET (stage->window), "RapClaimedValues", "date");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (values, "GtkToggleButton", NULL)), TRUE);
}

static void
enter_merge (Stage *stage)
{
  choose (stage, RAP_KIND_MEETING, "Signing of the agreement");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (demand (stage, "RapInspectorMeeting", NULL), "meeting.merge", NULL);
}

static void
enter_entity (Stage *stage)
{
  choose (stage, RAP_KIND_ENTITY, "Mohammad Bagheri");
}

static void
enter_article (Stage *stage)
{
  choose (stage, RAP_KIND_ARTICLE, "Iran's General Bagheri");
}

static void
enter_persian (Stage *stage)
{
  choose (stage, RAP_KIND_ARTICLE, "سرلشکر");
}

static void
enter_help (Stage *stage)
{
  activate (stage, "win.help");
}

static void
enter_search (Stage *stage)
{
  GtkWidget *entry;

  activate (stage, "win.search");
  fixture_settle (GTK_WIDGET (stage->window));
  entry = fixture_find (demand (stage, "RapSearchPopover", NULL), "GtkText", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "memorandum");
}

static void
enter_find (Stage *stage)
{
  GtkWidget *entry;

  choose (stage, RAP_KIND_ARTICLE, "Iran offers Iraqi army");
  fixture_settle (GTK_WIDGET (stage->window));
  activate (stage, "win.find");
  fixture_settle (GTK_WIDGET (stage->window));
  entry = fixture_find (demand (stage, "RapReadingFinder", NULL), "GtkText", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "iraq");
}

static void
enter_type (Stage *stage)
{
  choose (stage, RAP_KIND_ARTICLE, "Iran offers Iraqi army");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (demand (stage, "RapArticleView", NULL), "article.type", NULL);
}

/* A copy beside its source, at what was changed first. */
static void
enter_compare (Stage *stage)
{
  choose (stage, RAP_KIND_ARTICLE, "Iran ready to share military experience with Iraq");
  g_object_set (stage->window, "inspector-visible", FALSE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.compare", NULL);
  fixture_settle (GTK_WIDGET (stage->window));
  g_signal_emit_by_name (demand (stage, "GtkButton", "next"), "clicked");
}

static void
enter_table (Stage *stage)
{
  choose (stage, RAP_KIND_ARTICLE, "Iran ready to share military experience with Iraq");
  activate (stage, "win.article-table");
}

static void
enter_history (Stage *stage)
{
  activate (stage, "win.history");
}

static void
enter_preferences (Stage *stage)
{
  activate (stage, "app.preferences");
}

static void
enter_shortcuts (Stage *stage)
{
  activate (stage, "app.shortcuts");
}

static void
enter_month (Stage *stage)
{
  choose (stage, RAP_KIND_MEETING, "Bagheri telephones");
  gtk_widget_activate_action (demand (stage, "RapTimelineDock", NULL), "timeline.view", "s", "month");
}

static void
enter_calendar (Stage      *stage,
                const char *view)
{
  g_object_set (demand (stage, "RapTimelineDock", NULL), "height-request", 420, NULL);
  choose (stage, RAP_KIND_MEETING, "Bagheri telephones al-Abbasi");
  gtk_widget_activate_action (demand (stage, "RapTimelineDock", NULL), "timeline.view", "s", view);
}

static void
enter_week (Stage *stage)
{
  enter_calendar (stage, "week");
}

static void
enter_year (Stage *stage)
{
  enter_calendar (stage, "year");
}

static void
enter_list (Stage *stage)
{
  enter_calendar (stage, "list");
}

/* The chooser of meetings, with the form of a new one unfolded. */
static void
enter_link (Stage *stage)
{
  RapArticleView *view = RAP_ARTICLE_VIEW (demand (stage, "RapArticleView", NULL));
  GtkWidget *entry;

  choose (stage, RAP_KIND_CLAIM, "The charter will be signed");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (GTK_WIDGET (view), "article.meeting", NULL);
  fixture_settle (GTK_WIDGET (stage->window));
  entry = fixture_find (demand (stage, "RapMeetingChooser", NULL), "GtkEntry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Signing");
}

/* A sentence that was just tagged, with what is proposed for it. */
static void
enter_proposals (Stage *stage)
{
  RapArticleView *view = RAP_ARTICLE_VIEW (demand (stage, "RapArticleView", NULL));
  g_autofree char *id = find_record (stage->sample, RAP_KIND_ARTICLE, "Iran and Iraq close");
  g_autoptr (RapRecord) article = rap_session_load (stage->sample, RAP_KIND_ARTICLE, id, NULL);
  const char *text = rap_text_get_utf8 (RAP_ARTICLE (article)->text);
  guint start = rap_text_from_byte (RAP_ARTICLE (article)->text, (gsize) (strstr (text, "The document would") - text));

  choose (stage, RAP_KIND_ARTICLE, "Iran and Iraq close");
  fixture_settle (GTK_WIDGET (stage->window));
  rap_article_view_select (view, (RapRange) { start, start + 33 });
  gtk_widget_activate_action (GTK_WIDGET (view), "article.claim", NULL);
}

/* What the claim may be related to. */
static void
enter_relate (Stage *stage)
{
  choose (stage, RAP_KIND_CLAIM, "The charter will be signed");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (demand (stage, "RapArticleView", NULL), "article.relate", NULL);
}

/* The date expressions of the text, and what one of them means. */
static void
enter_dates (Stage *stage)
{
  choose (stage, RAP_KIND_CLAIM, "The charter will be signed");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (demand (stage, "RapArticleView", NULL), "article.date", NULL);
}

/* The date field of a meeting with its calendar. */
static void
enter_date_calendar (Stage *stage)
{
  choose (stage, RAP_KIND_MEETING, "Bagheri telephones al-Abbasi");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (fixture_find (demand (stage, "RapDateEntry", NULL), "GtkMenuButton", NULL)));
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (demand (stage, "RapDateCalendar", NULL), "GtkDropDown", NULL)), 1);
}

/* The lower half of the form. */
static void
enter_relations (Stage *stage)
{
  choose (stage, RAP_KIND_CLAIM, "All of the memorandum");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_grab_focus (demand (stage, "RapOriginsButton", NULL));
  gtk_widget_child_focus (demand (stage, "RapOriginsButton", NULL), GTK_DIR_TAB_FORWARD);
}

/* What the colours stand for, and which layers are shown. */
static void
enter_layers (Stage *stage)
{
  GtkWidget *view = demand (stage, "RapArticleView", NULL);

  choose (stage, RAP_KIND_CLAIM, "The charter will be signed");
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_activate_action (view, "article.colour-by-next", NULL);
  gtk_widget_activate_action (view, "article.colour-by-next", NULL);
  gtk_widget_activate_action (view, "article.layers", NULL);
}

/* The list of annotations in the form of an article. */
static void
enter_outline (Stage *stage)
{
  enter_article (stage);
  fixture_settle (GTK_WIDGET (stage->window));
  gtk_widget_child_focus (demand (stage, "RapArticleOutline", NULL), GTK_DIR_TAB_FORWARD);
}

static void
enter_narrow (Stage *stage)
{
  choose (stage, RAP_KIND_CLAIM, "All of the memorandum");
  gtk_window_set_default_size (GTK_WINDOW (stage->window), NARROW_WIDTH, 800);
}

static void
imported_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  GPtrArray **results = user_data;

  *results = rap_session_import_finish (RAP_SESSION (session), result, NULL);
}

/* A good page, the same again, an empty one and one that is no text. */
static void
enter_import_report (Stage *stage)
{
  static const char page[] =
    "Harbour talks end early\n\nPublished: 3 May 2021\n\n"
    "The delegations left the harbour building on Monday after two hours. A spokesman said that the next round "
    "would be held in the autumn, and that both sides had agreed on the list of subjects.\n\n"
    "Fishermen of the town had asked for a hearing. They were told to hand in their wishes in writing.\n";
  static const struct { const char *name, *bytes; gsize length; } files[] = {
    { "harbour.txt", page, sizeof page - 1 },
    { "harbour-copy.txt", page, sizeof page - 1 },
    { "empty.txt", "", 0 },
    { "picture.txt", "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0", 26 },
  };
  g_autoptr (RapSession) session = fixture_create (stage->folder, "Import", FALSE);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_import_result_free);
  GtkWidget *report;

  rap_window_set_session (stage->window, session);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].bytes, files[i].length);
      RapImportOptions options = { .format = "auto" };
      GPtrArray *some = NULL;

      rap_session_import_bytes_async (session, bytes, files[i].name, &options, NULL, NULL, NULL, imported_cb, &some);
      while (some == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_ptr_array_extend_and_steal (results, some);
    }
  report = rap_import_report_new ();
  rap_import_report_show (RAP_IMPORT_REPORT (report), results, session);
  gtk_window_set_transient_for (GTK_WINDOW (report), GTK_WINDOW (stage->window));
  gtk_window_present (GTK_WINDOW (report));
}

static const struct
{
  const char *name;
  Enter       enter;
} states[] = {
  { "articles", enter_articles },
  { "proposals", enter_proposals },
  { "meetings", enter_meetings },
  { "claims", enter_claims },
  { "entities", enter_entities },
  { "codes", enter_codes },
  { "code-merge", enter_code_merge },
  { "code-delete", enter_code_delete },
  { "code-choose", enter_code_choose },
  { "claim", enter_claim },
  { "meeting", enter_meeting },
  { "contested", enter_contested },
  { "merge", enter_merge },
  { "entity", enter_entity },
  { "article", enter_article },
  { "persian", enter_persian },
  { "link", enter_link },
  { "relate", enter_relate },
  { "dates", enter_dates },
  { "date-calendar", enter_date_calendar },
  { "relations", enter_relations },
  { "month", enter_month },
  { "week", enter_week },
  { "year", enter_year },
  { "list", enter_list },
  { "layers", enter_layers },
  { "outline", enter_outline },
  { "narrow", enter_narrow },
  { "empty", enter_empty },
  { "help", enter_help },
  { "search", enter_search },
  { "find", enter_find },
  { "type", enter_type },
  { "compare", enter_compare },
  { "table", enter_table },
  { "history", enter_history },
  { "import-report", enter_import_report },
  { "preferences", enter_preferences },
  { "shortcuts", enter_shortcuts },
  { "welcome", enter_welcome },
};

static void
fill_screen (GtkWindow *window)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle geometry;

  gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_set_default_size (window, geometry.width, geometry.height);
}

static void
close_transients (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == window)
        fixture_close (l->data);
    }
}

/* No picture shows what an earlier one left behind. */
static void
reset_settings (RapApplication *application)
{
  GSettings *settings = rap_application_get_settings (application);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  if (settings == NULL)
    return;
  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static gboolean
take_picture (Stage          *stage,
              RapApplication *application,
              const char     *name,
              Enter           enter,
              const char     *out)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (out, file, NULL);
  g_autoptr (GError) error = NULL;
  gboolean still;

  reset_settings (application);
  stage->window = rap_window_new (GTK_APPLICATION (application));
  fill_screen (GTK_WINDOW (stage->window));
  rap_window_set_session (stage->window, stage->sample);
  gtk_window_present (GTK_WINDOW (stage->window));
  fixture_settle (GTK_WIDGET (stage->window));
  enter (stage);
  still = fixture_settle (GTK_WIDGET (stage->window));
  if (!fixture_save_picture (GTK_WINDOW (stage->window), path, &error))
    g_printerr ("%s\n", error->message);
  else
    g_print ("%s%s\n", path, still ? "" : " (did not come to rest)");
  close_transients (GTK_WINDOW (stage->window));
  fixture_close (GTK_WINDOW (stage->window));
  return error == NULL && still;
}

static gboolean
is_wanted (const char         *name,
           const char * const *wanted)
{
  return wanted[0] == NULL || g_strv_contains (wanted, name);
}

static gboolean
all_known (const char * const *wanted)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean known = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_ptr_array_add (names, (gpointer) states[i].name);
  g_ptr_array_add (names, NULL);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (g_strv_contains ((const char * const *) names->pdata, wanted[i]))
        continue;
      g_printerr ("There is no state %s\n", wanted[i]);
      known = FALSE;
    }
  if (!known)
    {
      g_autofree char *list = g_strjoinv (" ", (char **) names->pdata);

      g_printerr ("States: %s\n", list);
    }
  return known;
}

/* The translations of the build, and their direction: GTK goes by its own, which may not be installed. */
static void
set_up_language (void)
{
  const char *folder = g_getenv ("RAP_LOCALEDIR");
  const char *language = g_getenv ("LANGUAGE");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : RAP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
  if (language != NULL && g_str_has_prefix (language, "fa"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RapApplication) application = NULL;
  g_autofree char *folder = NULL;
  Stage stage = { 0 };
  gboolean good = TRUE;

  if (argc < 2)
    {
      g_printerr ("usage: shots OUTDIR [STATE...]\n");
      return 2;
    }
  if (!all_known ((const char * const *) argv + 2))
    return 2;
  set_up_language ();
  g_mkdir_with_parents (argv[1], 0777);
  application = fixture_start ();
  folder = fixture_make_folder ();
  stage.folder = folder;
  stage.sample = fixture_create (folder, "Defence contacts", TRUE);
  stage.empty = fixture_create (folder, "A new project", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (is_wanted (states[i].name, (const char * const *) argv + 2))
        good = take_picture (&stage, application, states[i].name, states[i].enter, argv[1]) && good;
    }
  g_clear_object (&stage.sample);
  g_clear_object (&stage.empty);
  fixture_remove_folder (folder);
  return good ? 0 : 1;
}
