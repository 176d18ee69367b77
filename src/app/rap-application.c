/* rap-application.c
 *
 * What belongs to no single window: opening projects in windows, the one table
 * of accelerators, preferences, about, and the look that settings choose.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "rap-preferences.h"
#include "rap-reading-type.h"
#include "rap-window.h"

#define MAX_RECENT 12

struct _RapApplication
{
  AdwApplication  parent_instance;
  GSettings      *settings;
};

G_DEFINE_FINAL_TYPE (RapApplication, rap_application, ADW_TYPE_APPLICATION)

/* Every accelerator of the program that is not local to one widget. */
static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.quit", { "<Primary>q" } },
  { "app.new-window", { "<Primary><Shift>n" } },
  { "app.preferences", { "<Primary>comma" } },
  { "app.shortcuts", { "<Primary>question", "<Primary>F1" } },
  { "app.text-larger", { "<Primary>plus", "<Primary>equal", "<Primary>KP_Add" } },
  { "app.text-smaller", { "<Primary>minus", "<Primary>KP_Subtract" } },
  { "app.text-normal", { "<Primary>0", "<Primary>KP_0" } },
  { "win.new-project", { "<Primary>n" } },
  { "win.open", { "<Primary>o" } },
  { "win.import", { "<Primary>i" } },
  { "win.import-folder", { "<Primary><Shift>i" } },
  { "win.paste-article", { "<Primary><Shift>v" } },
  { "win.export", { "<Primary>e" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.history", { "<Primary>h" } },
  { "win.find", { "<Primary>f" } },
  { "win.compare", { "<Primary><Shift>c" } },
  { "win.article-table", { "<Primary><Shift>l" } },
  { "win.search", { "<Primary><Shift>f" } },
  { "win.next-hit", { "F4" } },
  { "win.previous-hit", { "<Shift>F4" } },
  { "win.filter", { "<Primary>l" } },
  { "win.toggle-library", { "F9" } },
  { "win.toggle-inspector", { "<Shift>F9" } },
  { "win.toggle-timeline", { "<Primary>F9" } },
  { "win.next-article", { "<Alt>Page_Down" } },
  { "win.previous-article", { "<Alt>Page_Up" } },
  { "win.next-annotation", { "F8" } },
  { "win.previous-annotation", { "<Shift>F8" } },
  { "win.focus-pane::library", { "<Primary>1" } },
  { "win.focus-pane::article", { "<Primary>2" } },
  { "win.focus-pane::inspector", { "<Primary>3" } },
  { "win.focus-pane::timeline", { "<Primary>4" } },
  { "win.close", { "<Primary>w" } },
};

/* The settings, without ending the program where the schema is missing. */
static GSettings *
load_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, RAP_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
apply_color_scheme (RapApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (name, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (name, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* The window that holds @path, or NULL. */
static RapWindow *
find_window (RapApplication *self,
             const char     *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      RapSession *session = RAP_IS_WINDOW (l->data) ? rap_window_get_session (l->data) : NULL;

      if (session != NULL && g_strcmp0 (rap_session_get_path (session), path) == 0)
        return l->data;
    }
  return NULL;
}

static RapWindow *
get_active_window (RapApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (RAP_IS_WINDOW (l->data))
        return l->data;
    }
  return NULL;
}

static char *
get_last_project (RapApplication *self)
{
  g_autofree char *path = NULL;

  if (self->settings == NULL)
    return NULL;
  path = g_settings_get_string (self->settings, "last-project");
  if (path[0] == '\0' || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_steal_pointer (&path);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);

  adw_show_about_window (gtk_application_get_active_window (application),
                         "application-name", _("Rapporteur"),
                         "application-icon", RAP_APPLICATION_ID,
                         "version", RAP_VERSION,
                         "developer-name", _("The Rapporteur contributors"),
                         "comments", _("Read the news for evidence: tag claims, link meetings, see them in time, "
                                       "and hand over data that others can check sentence by sentence."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  RapApplication *self = RAP_APPLICATION (user_data);
  GtkWidget *preferences;

  if (self->settings == NULL)
    return;
  preferences = rap_preferences_new (self->settings);
  gtk_window_set_transient_for (GTK_WINDOW (preferences),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/rapporteur/Rapporteur/ui/rap-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (user_data));
  gtk_window_present (window);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (rap_window_new (user_data)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
add_actions (RapApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "new-window", .activate = new_window_cb },
    { .name = "quit", .activate = quit_cb },
  };
  GAction *preferences;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  rap_reading_type_add_actions (G_ACTION_MAP (self), self->settings);
  preferences = g_action_map_lookup_action (G_ACTION_MAP (self), "preferences");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (preferences), self->settings != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].keys);
}

static void
rap_application_startup (GApplication *application)
{
  RapApplication *self = RAP_APPLICATION (application);

  G_APPLICATION_CLASS (rap_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (RAP_APPLICATION_ID);
  self->settings = load_settings ();
  if (self->settings != NULL)
    {
      g_signal_connect_swapped (self->settings, "changed::color-scheme",
                                G_CALLBACK (apply_color_scheme), self);
      apply_color_scheme (self);
    }
  add_actions (self);
}

static void
rap_application_activate (GApplication *application)
{
  RapApplication *self = RAP_APPLICATION (application);
  RapWindow *window = get_active_window (self);
  g_autofree char *last = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = rap_window_new (GTK_APPLICATION (self));
  last = get_last_project (self);
  if (last != NULL)
    rap_window_open_project (window, last);
  gtk_window_present (GTK_WINDOW (window));
}

/* Whether the file manager hands over an article to import, or a folder of them, and no project.
 * What is neither is left to the opening, which says why it cannot be opened. */
static gboolean
is_article (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  GStatBuf status;

  return path != NULL && !rap_window_is_project (path)
         && g_stat (path, &status) == 0 && (S_ISREG (status.st_mode) || S_ISDIR (status.st_mode));
}

/* "Open with" articles: into the project at hand, or the last one. */
static void
import_files (RapApplication *self,
              GPtrArray      *files)
{
  RapWindow *window;

  if (get_active_window (self) == NULL)
    rap_application_activate (G_APPLICATION (self));
  window = get_active_window (self);
  gtk_window_present (GTK_WINDOW (window));
  rap_window_take_files (window, files);
}

static void
rap_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  RapApplication *self = RAP_APPLICATION (application);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (is_article (files[i]))
        g_ptr_array_add (articles, files[i]);
      else if (path != NULL)
        rap_application_open_project (self, path, NULL);
    }
  if (articles->len > 0)
    import_files (self, articles);
}

static void
rap_application_finalize (GObject *object)
{
  RapApplication *self = RAP_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rap_application_parent_class)->finalize (object);
}

static void
rap_application_class_init (RapApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_application_finalize;
  application_class->startup = rap_application_startup;
  application_class->activate = rap_application_activate;
  application_class->open = rap_application_open;
}

static void
rap_application_init (RapApplication *self)
{
}

RapApplication *
rap_application_new (void)
{
  return g_object_new (RAP_TYPE_APPLICATION,
                       "application-id", RAP_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

GSettings *
rap_application_get_settings (RapApplication *self)
{
  g_return_val_if_fail (RAP_IS_APPLICATION (self), NULL);

  return self->settings;
}

void
rap_application_open_project (RapApplication *self,
                              const char     *path,
                              GtkWindow      *parent)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  RapWindow *window;

  g_return_if_fail (RAP_IS_APPLICATION (self));

  window = find_window (self, absolute);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  /* what cannot be opened is told where the user is, without another window */
  window = RAP_IS_WINDOW (parent) ? RAP_WINDOW (parent) : get_active_window (self);
  if (window == NULL)
    window = rap_window_new (GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (window));
  rap_window_open_project (window, absolute);
}

void
rap_application_note_recent (RapApplication *self,
                             const char     *path)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  g_return_if_fail (RAP_IS_APPLICATION (self));

  if (uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  if (self->settings == NULL)
    return;

  before = g_settings_get_strv (self->settings, "recent-projects");
  g_strv_builder_add (builder, path);
  for (guint i = 0; before[i] != NULL && i < MAX_RECENT - 1; i++)
    {
      if (g_strcmp0 (before[i], path) != 0)
        g_strv_builder_add (builder, before[i]);
    }
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-projects", (const char * const *) after);
  g_settings_set_string (self->settings, "last-project", path);
}
