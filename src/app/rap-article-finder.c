/* rap-article-finder.c
 *
 * An entry over a list box that is filled from the head of a header list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-finder.h"
#include "rap-header-list.h"
#include "rap-row-words.h"

/**
 * RapArticleFinder:
 * @list: rows of the kind, filtered by what is typed; or NULL
 * @proposed_ids, @proposed_titles, @proposed_details: side by side, or NULL
 * @fill_id: pending filling of the box, or 0
 */
struct _RapArticleFinder
{
  GtkWidget      parent_instance;
  GtkWidget     *entry;
  GtkListBox    *box;
  RapHeaderList *list;
  GStrv          proposed_ids;
  GStrv          proposed_titles;
  GStrv          proposed_details;
  char          *create_label;
  guint          limit;
  guint          fill_id;
};

G_DEFINE_FINAL_TYPE (RapArticleFinder, rap_article_finder, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  CREATE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "8 Nov 2022 · Tehran". (transfer full) */
static char *
describe (const RapHeader *header)
{
  g_autofree char *date = rap_row_words_date (header->when);
  const char *subtitle = header->subtitle != NULL ? header->subtitle : "";

  if (header->kind != RAP_KIND_MEETING)
    return g_strdup (subtitle);
  if (*date == '\0')
    return g_strdup_printf ("%s%s%s", _("undated"), *subtitle != '\0' ? " · " : "", subtitle);
  return g_strdup_printf ("%s%s%s", date, *subtitle != '\0' ? " · " : "", subtitle);
}

static GtkWidget *
make_row (const char *id,
          const char *name,
          const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = make_label (name, NULL);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (box), make_label (detail, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  return row;
}

static void
clear_box (RapArticleFinder *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->box, 0)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
}

static gboolean
has_row (RapArticleFinder *self,
         const char       *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "id"), id) == 0)
      return TRUE;
  return FALSE;
}

/* Why the record is proposed, or NULL when it is not. */
static const char *
find_proposed (RapArticleFinder *self,
               const char       *id)
{
  for (guint i = 0; self->proposed_ids != NULL && self->proposed_ids[i] != NULL; i++)
    if (g_str_equal (self->proposed_ids[i], id))
      return self->proposed_details[i];
  return NULL;
}

static void
add_proposals (RapArticleFinder *self)
{
  for (guint i = 0; self->proposed_ids != NULL && self->proposed_ids[i] != NULL; i++)
    if (!has_row (self, self->proposed_ids[i]))
      gtk_list_box_append (self->box, make_row (self->proposed_ids[i], self->proposed_titles[i],
                                                self->proposed_details[i]));
}

static void
add_create_row (RapArticleFinder *self)
{
  g_autofree char *text = rap_article_finder_get_text (self);
  GtkWidget *row, *label;

  if (self->create_label == NULL || *text == '\0')
    return;
  row = gtk_list_box_row_new ();
  label = make_label (self->create_label, NULL);
  gtk_widget_add_css_class (label, "accent");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->box, row);
}

static void
fill (RapArticleFinder *self)
{
  GListModel *model = G_LIST_MODEL (self->list);
  guint n = model != NULL ? MIN (self->limit, g_list_model_get_n_items (model)) : 0;

  clear_box (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (model, i);
      g_autofree char *detail = describe (header);
      const char *why = find_proposed (self, header->id);

      gtk_list_box_append (self->box, make_row (header->id, header->title, why != NULL ? why : detail));
    }
  add_proposals (self);
  add_create_row (self);
  gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->box), gtk_list_box_get_row_at_index (self->box, 0) != NULL);
}

static gboolean
fill_cb (gpointer user_data)
{
  RapArticleFinder *self = user_data;

  self->fill_id = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* The list may change row by row; the box is filled once after it. */
static void
list_changed_cb (RapArticleFinder *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static void
entry_changed_cb (RapArticleFinder *self)
{
  g_autofree char *text = rap_article_finder_get_text (self);

  if (self->list != NULL)
    rap_header_list_set_filter (self->list, text);
  g_signal_emit (self, signals[CHANGED], 0);
  g_clear_handle_id (&self->fill_id, g_source_remove);
  fill (self);
}

static void
row_activated_cb (RapArticleFinder *self,
                  GtkListBoxRow    *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
  g_autofree char *text = rap_article_finder_get_text (self);

  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id);
  else
    g_signal_emit (self, signals[CREATE], 0, text);
}

static void
entry_activate_cb (RapArticleFinder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);
  g_autofree char *text = rap_article_finder_get_text (self);

  if (row != NULL)
    row_activated_cb (self, row);
  else
    g_signal_emit (self, signals[CREATE], 0, text);
}

static void
step (RapArticleFinder *self,
      int               by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);
  int at = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (self->box, MAX (at, 0));
  if (row != NULL)
    gtk_list_box_select_row (self->box, row);
}

static gboolean
key_pressed_cb (RapArticleFinder *self,
                guint             keyval)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
rap_article_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RAP_ARTICLE_FINDER (widget)->entry);
}

static void
rap_article_finder_dispose (GObject *object)
{
  RapArticleFinder *self = RAP_ARTICLE_FINDER (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->create_label, g_free);
  rap_article_finder_set_proposals (self, NULL, NULL, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ARTICLE_FINDER);
  G_OBJECT_CLASS (rap_article_finder_parent_class)->dispose (object);
}

static void
rap_article_finder_class_init (RapArticleFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_finder_dispose;
  widget_class->grab_focus = rap_article_finder_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, RapArticleFinder, box);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
rap_article_finder_init (RapArticleFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->limit = 7;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

void
rap_article_finder_set_source (RapArticleFinder *self,
                               RapSession       *session,
                               RapKind           kind)
{
  g_return_if_fail (RAP_IS_ARTICLE_FINDER (self));

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  if (session == NULL)
    return;
  self->list = RAP_HEADER_LIST (rap_session_list (session, kind));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  entry_changed_cb (self);
}

char *
rap_article_finder_get_text (RapArticleFinder *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_FINDER (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

void
rap_article_finder_set_text (RapArticleFinder *self,
                             const char       *text)
{
  g_return_if_fail (RAP_IS_ARTICLE_FINDER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
rap_article_finder_set_create (RapArticleFinder *self,
                               const char       *label)
{
  g_return_if_fail (RAP_IS_ARTICLE_FINDER (self));

  if (g_strcmp0 (self->create_label, label) == 0)
    return;
  rap_set_string (&self->create_label, label);
  list_changed_cb (self);
}

void
rap_article_finder_set_proposals (RapArticleFinder   *self,
                                  const char * const *ids,
                                  const char * const *titles,
                                  const char * const *details)
{
  g_return_if_fail (RAP_IS_ARTICLE_FINDER (self));

  g_clear_pointer (&self->proposed_ids, g_strfreev);
  g_clear_pointer (&self->proposed_titles, g_strfreev);
  g_clear_pointer (&self->proposed_details, g_strfreev);
  self->proposed_ids = g_strdupv ((char **) ids);
  self->proposed_titles = g_strdupv ((char **) titles);
  self->proposed_details = g_strdupv ((char **) details);
}

void
rap_article_finder_set_placeholder (RapArticleFinder *self,
                                    const char       *text)
{
  g_return_if_fail (RAP_IS_ARTICLE_FINDER (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
rap_article_finder_set_limit (RapArticleFinder *self,
                              guint             limit)
{
  g_return_if_fail (RAP_IS_ARTICLE_FINDER (self));

  self->limit = limit;
}
