/* rap-link-row.c
 *
 * A row that stands for another record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-link-row.h"

struct _RapLinkRow
{
  AdwActionRow  parent_instance;
  GtkLabel     *badge;
  GtkWidget    *up_button;
  GtkWidget    *down_button;
  GtkWidget    *remove_button;
  RapKind       kind;
  char         *id;
};

G_DEFINE_FINAL_TYPE (RapLinkRow, rap_link_row, ADW_TYPE_ACTION_ROW)

enum
{
  REMOVED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_clicked_cb (RapLinkRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
up_clicked_cb (RapLinkRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
down_clicked_cb (RapLinkRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static void
rap_link_row_activate (AdwActionRow *row)
{
  RapLinkRow *self = RAP_LINK_ROW (row);

  if (self->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) self->kind, self->id);
}

static void
rap_link_row_finalize (GObject *object)
{
  g_free (RAP_LINK_ROW (object)->id);

  G_OBJECT_CLASS (rap_link_row_parent_class)->finalize (object);
}

static void
rap_link_row_class_init (RapLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_link_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = rap_link_row_activate;
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapLinkRow, badge);
  gtk_widget_class_bind_template_child (widget_class, RapLinkRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, RapLinkRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, RapLinkRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
}

static void
rap_link_row_init (RapLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_link_row_new (RapKind     kind,
                  const char *id,
                  const char *title,
                  const char *subtitle)
{
  RapLinkRow *self = g_object_new (RAP_TYPE_LINK_ROW, NULL);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  self->kind = kind;
  self->id = g_strdup (id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle_markup);
  return GTK_WIDGET (self);
}

const char *
rap_link_row_get_id (RapLinkRow *self)
{
  g_return_val_if_fail (RAP_IS_LINK_ROW (self), NULL);

  return self->id;
}

void
rap_link_row_set_badge (RapLinkRow *self,
                        const char *text,
                        const char *style)
{
  g_return_if_fail (RAP_IS_LINK_ROW (self));

  gtk_label_set_text (self->badge, text);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), text != NULL && text[0] != '\0');
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->badge), style);
}

void
rap_link_row_set_removable (RapLinkRow *self,
                            gboolean    removable)
{
  g_return_if_fail (RAP_IS_LINK_ROW (self));

  gtk_widget_set_visible (self->remove_button, removable);
}

void
rap_link_row_set_movable (RapLinkRow *self,
                          gboolean    up,
                          gboolean    down)
{
  g_return_if_fail (RAP_IS_LINK_ROW (self));

  gtk_widget_set_visible (self->up_button, up);
  gtk_widget_set_visible (self->down_button, down);
}
