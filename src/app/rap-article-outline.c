/* rap-article-outline.c
 *
 * A GtkListView over the view's own list. The row of the annotation that was
 * chosen last is the selected one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-outline.h"
#include "rap-outline-row.h"

#define ROW_HEIGHT 62    /* pixels, about; of what is shown at most MAX_ROWS */
#define MAX_ROWS   7

/**
 * RapArticleOutline:
 * @view: whose annotations these are; weak
 * @following: the row is being selected from here, so nothing is shown
 */
struct _RapArticleOutline
{
  AdwBin               parent_instance;
  AdwPreferencesGroup *group;
  GtkScrolledWindow   *scroller;
  GtkListView         *list;
  GtkSingleSelection  *rows;
  RapArticleView      *view;
  RapSession          *session;
  gboolean             following;
};

G_DEFINE_FINAL_TYPE (RapArticleOutline, rap_article_outline, ADW_TYPE_BIN)

static void
pointed_cb (RapArticleOutline *self,
            const char        *id)
{
  if (self->view != NULL)
    rap_article_view_point_out (self->view, id, FALSE);
}

static void
setup_cb (RapArticleOutline *self,
          GtkListItem       *item)
{
  GtkWidget *row = rap_outline_row_new ();

  g_signal_connect_object (row, "pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (RapArticleOutline *self,
         GtkListItem       *item)
{
  if (self->session != NULL)
    rap_outline_row_bind (RAP_OUTLINE_ROW (gtk_list_item_get_child (item)), self->session,
                          gtk_list_item_get_item (item));
}

static void
unbind_cb (RapArticleOutline *self,
           GtkListItem       *item)
{
  rap_outline_row_bind (RAP_OUTLINE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
activate_cb (RapArticleOutline *self,
             guint              position)
{
  g_autoptr (RapRecord) record = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) rap_record_get_kind (record), record->id);
}

/* The arrow keys: the text shows what the row is about. */
static void
selected_cb (RapArticleOutline *self)
{
  RapRecord *record = gtk_single_selection_get_selected_item (self->rows);

  if (!self->following && record != NULL && self->view != NULL &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    rap_article_view_point_out (self->view, record->id, TRUE);
}

static void
items_changed_cb (RapArticleOutline *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  /* Translators: heading of a list, with how many it holds */
  g_autofree char *title = g_strdup_printf (_("%s (%u)"), _("Annotations"), n);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  adw_preferences_group_set_title (self->group, title);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), -1, (int) MIN (n, MAX_ROWS) * ROW_HEIGHT);
}

/* What is chosen anywhere is the selected row, so that the list is at the place when it comes back. */
static void
chosen_cb (RapArticleOutline *self,
           const char        *id)
{
  guint position = rap_article_view_find_annotation (self->view, id);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->rows, position);
  self->following = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
rap_article_outline_dispose (GObject *object)
{
  RapArticleOutline *self = RAP_ARTICLE_OUTLINE (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rap_article_outline_parent_class)->dispose (object);
}

static void
rap_article_outline_class_init (RapArticleOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_outline_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleOutline, group);
  gtk_widget_class_bind_template_child (widget_class, RapArticleOutline, scroller);
  gtk_widget_class_bind_template_child (widget_class, RapArticleOutline, list);
  gtk_widget_class_bind_template_child (widget_class, RapArticleOutline, rows);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
}

static void
rap_article_outline_init (RapArticleOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_article_outline_set_view (RapArticleOutline *self,
                              RapArticleView    *view)
{
  g_return_if_fail (RAP_IS_ARTICLE_OUTLINE (self));
  g_return_if_fail (self->view == NULL);

  g_set_weak_pointer (&self->view, view);
  g_signal_connect_swapped (view, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_single_selection_set_model (self->rows, rap_article_view_get_annotations (view));
}

void
rap_article_outline_set_session (RapArticleOutline *self,
                                 RapSession        *session)
{
  g_return_if_fail (RAP_IS_ARTICLE_OUTLINE (self));

  g_set_object (&self->session, session);
}
