/* drag-source.c
 *
 * drag-source file PATH... | text TEXT | html TEXT: a small window of another
 * program, from which that can be dragged. Ends with the drag; status 1 when
 * nobody took it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

typedef struct
{
  char     **arguments;
  GMainLoop *loop;
  gboolean   refused;
} Source;

static GdkContentProvider *
provide_files (char **paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GdkFileList *list;
  GdkContentProvider *provider;

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  list = gdk_file_list_new_from_array ((GFile **) files->pdata, files->len);
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  return provider;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *drag,
            double         x,
            double         y,
            Source        *self)
{
  const char *kind = self->arguments[1];
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (kind, "file"))
    return provide_files (self->arguments + 2);
  if (g_str_equal (kind, "text"))
    return gdk_content_provider_new_typed (G_TYPE_STRING, self->arguments[2]);
  bytes = g_bytes_new (self->arguments[2], strlen (self->arguments[2]));
  return gdk_content_provider_new_for_bytes ("text/html", bytes);
}

static gboolean
cancel_cb (GtkDragSource       *drag,
           GdkDrag             *gdk_drag,
           GdkDragCancelReason  reason,
           Source              *self)
{
  self->refused = TRUE;
  return FALSE;
}

static void
end_cb (GtkDragSource *drag,
        GdkDrag       *gdk_drag,
        gboolean       delete_data,
        Source        *self)
{
  g_main_loop_quit (self->loop);
}

int
main (int   argc,
      char *argv[])
{
  Source self = { argv, NULL, FALSE };
  GtkWidget *window, *label;
  GtkDragSource *drag;

  if (argc < 3)
    return 2;
  gtk_init ();
  self.loop = g_main_loop_new (NULL, FALSE);
  window = gtk_window_new ();
  label = gtk_label_new ("Drag this");
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 150);
  gtk_window_set_child (GTK_WINDOW (window), label);
  drag = gtk_drag_source_new ();
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_cb), &self);
  g_signal_connect (drag, "drag-cancel", G_CALLBACK (cancel_cb), &self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), &self);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (drag));
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (self.loop);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (self.loop);
  return self.refused ? 1 : 0;
}
