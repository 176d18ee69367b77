/* rap-welcome.c
 *
 * The welcome page. Its buttons are the window's actions; only the list of
 * recent projects is its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-welcome.h"

#include <glib/gi18n.h>

struct _RapWelcome
{
  AdwBin      parent_instance;
  GtkWidget  *recent_group;
  GtkListBox *recent_list;
  GSettings  *settings;     /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapWelcome, rap_welcome, ADW_TYPE_BIN)

/* The folder, with the home folder as ~. (transfer full) */
static char *
describe_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_str_has_prefix (folder, home) && (folder[strlen (home)] == '/' || folder[strlen (home)] == '\0'))
    return g_strconcat ("~", folder + strlen (home), NULL);
  return g_steal_pointer (&shown);
}

static GtkWidget *
create_recent_row (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *folder = describe_folder (path);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = g_markup_escape_text (folder, -1);
  GtkWidget *row = adw_action_row_new ();

  if (g_str_has_suffix (base, ".rapporteur"))
    base[strlen (base) - strlen (".rapporteur")] = '\0';
  title = g_markup_escape_text (base, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  return row;
}

static void
update_recent (RapWelcome *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "recent-projects");
  gboolean any = FALSE;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
        continue;
      gtk_list_box_append (self->recent_list, create_recent_row (paths[i]));
      any = TRUE;
    }
  gtk_widget_set_visible (self->recent_group, any);
}

static void
rap_welcome_dispose (GObject *object)
{
  RapWelcome *self = RAP_WELCOME (object);

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rap_welcome_parent_class)->dispose (object);
}

static void
rap_welcome_class_init (RapWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, RapWelcome, recent_group);
  gtk_widget_class_bind_template_child (widget_class, RapWelcome, recent_list);
}

static void
rap_welcome_init (RapWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_welcome_set_settings (RapWelcome *self,
                          GSettings  *settings)
{
  g_return_if_fail (RAP_IS_WELCOME (self));

  if (settings == NULL || !g_set_object (&self->settings, settings))
    return;
  g_signal_connect_swapped (settings, "changed::recent-projects", G_CALLBACK (update_recent), self);
  update_recent (self);
}
