/* window-fixture.c
 *
 * A picture is taken from the render nodes, not from the screen: no other
 * window can lie over it. Two frames that look the same mean that sizes, lists
 * loaded on demand and idle work have come to rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include <ftw.h>
#include <string.h>

#define PATIENCE_SECONDS 20
#define TICK_MS          20

RapApplication *
fixture_start (void)
{
  RapApplication *application;
  GtkSettings *settings;
  g_autoptr (GError) error = NULL;

  g_set_prgname ("rapporteur");
  adw_init ();
  settings = gtk_settings_get_default ();
  g_object_set (settings, "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  application = rap_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("rapporteur-window-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static int
remove_entry (const char        *path,
              const struct stat *status,
              int                type,
              struct FTW        *ftw)
{
  return remove (path);
}

void
fixture_remove_folder (const char *folder)
{
  nftw (folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

RapSession *
fixture_create (const char *folder,
                const char *name,
                gboolean    sample)
{
  g_autofree char *file = g_strconcat (name, ".rapporteur", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  RapSession *session = rap_session_create (path, name, &error);

  g_assert_no_error (error);
  if (sample)
    rap_session_load_sample (session, &error);
  g_assert_no_error (error);
  return session;
}

/* Wakes the main loop, so that conditions are looked at again. */
static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
fixture_wait (Condition condition,
              gpointer  data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;
  guint ticks = g_timeout_add (TICK_MS, tick_cb, NULL);
  gboolean holds;

  while (!(holds = condition (data)) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticks);
  return holds;
}

void
fixture_drain (void)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;

  while (g_main_context_pending (NULL) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
}

/* Pictures */

/* (transfer full), or NULL for what draws nothing */
static GskRenderNode *
make_node (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot),
                          gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

static void
append_widget (GtkSnapshot *snapshot,
               GtkWidget   *widget,
               double       x,
               double       y)
{
  g_autoptr (GskRenderNode) node = make_node (widget);

  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* Popovers have surfaces of their own and are no part of the window's picture. */
static void
append_popovers (GtkSnapshot *snapshot,
                 GtkWidget   *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        {
          GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (child)));
          double x, y;

          gtk_native_get_surface_transform (GTK_NATIVE (child), &x, &y);
          append_widget (snapshot, child, gdk_popup_get_position_x (popup) + x,
                         gdk_popup_get_position_y (popup) + y);
        }
      append_popovers (snapshot, child);
    }
}

static void
append_transients (GtkSnapshot *snapshot,
                   GtkWindow   *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (other)) != window || !gtk_widget_get_mapped (other))
        continue;
      append_widget (snapshot, other,
                     (gtk_widget_get_width (GTK_WIDGET (window)) - gtk_widget_get_width (other)) / 2,
                     MAX (0, (gtk_widget_get_height (GTK_WIDGET (window)) - gtk_widget_get_height (other)) / 2));
    }
}

/* (transfer full), or NULL for a window that draws nothing yet */
static GdkTexture *
make_texture (GtkWindow *window)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (window)),
                                               gtk_widget_get_height (GTK_WIDGET (window)));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  append_widget (snapshot, GTK_WIDGET (window), 0, 0);
  append_popovers (snapshot, GTK_WIDGET (window));
  append_transients (snapshot, window);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || bounds.size.width < 1)
    return NULL;
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);
}

/* A checksum of what the window looks like. (transfer full), or NULL */
static char *
look_at (GtkWindow *window)
{
  g_autoptr (GdkTexture) texture = make_texture (window);
  g_autofree guchar *pixels = NULL;
  gsize stride, size;

  if (texture == NULL)
    return NULL;
  stride = (gsize) gdk_texture_get_width (texture) * 4;
  size = stride * (gsize) gdk_texture_get_height (texture);
  pixels = g_malloc (size);
  gdk_texture_download (texture, pixels, stride);
  return g_compute_checksum_for_data (G_CHECKSUM_MD5, pixels, size);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* @data: set by the frame clock */
static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

static gboolean
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gboolean done;

  gtk_widget_queue_draw (widget);
  done = fixture_wait (is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
  fixture_drain ();
  return done;
}

gboolean
fixture_settle (GtkWidget *window)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;
  g_autofree char *before = NULL;
  guint equal = 0;

  if (!fixture_wait (is_mapped, window))
    return FALSE;
  while (equal < 2 && g_get_monotonic_time () < deadline)
    {
      g_autofree char *now = NULL;

      if (!wait_for_frame (window))
        return FALSE;
      now = look_at (GTK_WINDOW (window));
      equal = now != NULL && g_strcmp0 (now, before) == 0 ? equal + 1 : 0;
      g_free (before);
      before = g_steal_pointer (&now);
    }
  return equal == 2;
}

gboolean
fixture_save_picture (GtkWindow   *window,
                      const char  *path,
                      GError     **error)
{
  g_autoptr (GdkTexture) texture = make_texture (window);

  if (texture != NULL && gdk_texture_save_to_png (texture, path))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: could not be drawn or written", path);
  return FALSE;
}

/* Windows and widgets */

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
fixture_close (GtkWindow *window)
{
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_close (window);
  if (!fixture_wait (is_gone, &watched))
    g_object_remove_weak_pointer (G_OBJECT (window), &watched);
  g_assert_null (watched);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return NULL;
}

static gboolean
matches (GtkWidget  *widget,
         const char *type,
         const char *name)
{
  if (!gtk_widget_get_mapped (widget) || !g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return FALSE;
  return name == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0
         || g_strcmp0 (get_text (widget), name) == 0;
}

GtkWidget *
fixture_find (GtkWidget  *root,
              const char *type,
              const char *name)
{
  if (matches (root, type, name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
read_into (GString   *lines,
           GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (lines, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_into (lines, child);
}

char *
fixture_read (GtkWidget *root)
{
  GString *lines = g_string_new (NULL);

  read_into (lines, root);
  return g_string_free (lines, FALSE);
}

GtkWindow *
fixture_find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i - 1);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return GTK_WINDOW (window);
    }
  return NULL;
}
