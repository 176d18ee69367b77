/* test-templates.c
 *
 * The .ui files as a whole: every template can be made and is gone afterwards,
 * and every menu item, button and shortcut names an action that exists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "window-fixture.h"

static RapApplication *application;

#define UI "/org/rapporteur/Rapporteur/ui/"

/* All of them in one text. (transfer full) */
static char *
load_ui (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (UI, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (UI, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      if (g_str_has_suffix (path, ".ui"))
        g_string_append_len (text, data, (gssize) length);
    }
  return g_string_free (text, FALSE);
}

/* The different first groups of @pattern. (transfer full) */
static GPtrArray *
match_all (const char *text,
           const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      char *word = g_match_info_fetch (match, 1);

      if (!g_hash_table_add (seen, word))
        g_free (word);
      else
        g_ptr_array_add (found, word);
    }
  return found;
}

/* Whether @type or one of its parents installs the action. */
static gboolean
type_has_action (GType       type,
                 const char *action)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  if (!GTK_IS_WIDGET_CLASS (klass))
    return FALSE;
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &name, &parameter, &property); i++)
    {
      if (g_str_equal (name, action))
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_type_has_action (GType       root,
                     const char *action)
{
  g_autofree GType *children = g_type_children (root, NULL);

  if (type_has_action (root, action))
    return TRUE;
  for (guint i = 0; children[i] != 0; i++)
    {
      if (any_type_has_action (children[i], action))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
find_templates (const char *ui)
{
  return match_all (ui, "<template class=\"(Rap[A-Za-z]+)\"");
}

/* Actions are found on classes, so the classes must be there. */
static void
ensure_types (const char *ui)
{
  g_autoptr (GPtrArray) names = find_templates (ui);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  for (guint i = 0; i < names->len; i++)
    g_assert_cmpuint (gtk_builder_get_type_from_name (builder, names->pdata[i]), !=, G_TYPE_INVALID);
}

/* Every menu, button and shortcut leads somewhere. */
static void
test_actions (void)
{
  g_autofree char *ui = load_ui ();
  g_autoptr (GPtrArray) names = match_all (ui, "(?:action-name\"|name=\"action\")>([a-z-]+\\.[a-z-]+)[(:<]");
  g_autoptr (GString) missing = g_string_new (NULL);

  g_assert_cmpuint (names->len, >, 10);
  ensure_types (ui);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      gboolean found = g_str_has_prefix (name, "app.")
                         ? g_action_group_has_action (G_ACTION_GROUP (application), name + strlen ("app."))
                         : any_type_has_action (GTK_TYPE_WIDGET, name);

      if (!found)
        g_string_append_printf (missing, " %s", name);
    }
  g_assert_cmpstr (missing->str, ==, "");
}

/* Types that cannot be made without saying what for. */
static GObject *
make_widget (GType type)
{
  if (g_str_equal (g_type_name (type), "RapLibraryPage"))
    return g_object_new (type, "kind", "claim", NULL);
  return g_object_new (type, NULL);
}

static void
test_templates (void)
{
  g_autofree char *ui = load_ui ();
  g_autoptr (GPtrArray) names = find_templates (ui);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  g_assert_cmpuint (names->len, >, 10);
  for (guint i = 0; i < names->len; i++)
    {
      GType type = gtk_builder_get_type_from_name (builder, names->pdata[i]);
      GObject *widget;

      if (type == G_TYPE_INVALID)
        g_error ("There is no type %s", (char *) names->pdata[i]);
      if (G_TYPE_IS_ABSTRACT (type))
        continue;
      widget = g_object_ref_sink (make_widget (type));
      if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (GTK_WINDOW (widget));
      g_assert_finalize_object (widget);
    }
}

int
main (int    argc,
      char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/app/templates/instances", test_templates);
  g_test_add_func ("/app/templates/actions", test_actions);
  code = g_test_run ();
  g_object_unref (application);
  return code;
}
