/* rap-history-row.c
 *
 * Items never change: another state is another item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-history-row.h"

#include <glib/gi18n.h>

#include "rap-css-class.h"

struct _RapHistoryRow
{
  AdwBin          parent_instance;
  GtkImage       *mark;
  GtkLabel       *label;
  GtkLabel       *detail;
  GtkButton      *go;
  RapHistoryItem *item;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapHistoryRow, rap_history_row, ADW_TYPE_BIN)

/* "22 Nov … · ada · 2 objects · undone". (transfer full) */
static char *
make_detail (RapHistoryItem *item)
{
  static const char * const states[] = {
    [RAP_HISTORY_BEHIND] = NULL,
    [RAP_HISTORY_PRESENT] = N_("the present"),
    [RAP_HISTORY_AHEAD] = N_("undone"),
    [RAP_HISTORY_DISCARDED] = N_("undone for good"),
  };
  const char *state = states[rap_history_item_get_state (item)];
  g_autofree char *described = rap_history_item_describe (item);

  if (state == NULL)
    return g_steal_pointer (&described);
  return g_strdup_printf ("%s%s%s", described, *described != '\0' ? " · " : "", _(state));
}

static void
go_clicked_cb (RapHistoryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.go", "x", rap_history_item_get_seq (self->item));
}

static void
update (RapHistoryRow *self)
{
  RapHistoryState state = rap_history_item_get_state (self->item);
  gboolean ahead = state == RAP_HISTORY_AHEAD;
  const char *tip = ahead ? _("Do Again up to Here") : _("Undo Everything After This");
  g_autofree char *detail = make_detail (self->item);

  gtk_label_set_label (self->label, rap_history_item_get_label (self->item));
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_widget_set_opacity (GTK_WIDGET (self->mark), state == RAP_HISTORY_PRESENT ? 1 : 0);
  gtk_button_set_icon_name (self->go, ahead ? "edit-redo-symbolic" : "edit-undo-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->go), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->go), state == RAP_HISTORY_BEHIND || ahead);
  rap_set_css_class (GTK_WIDGET (self->label), "dim-label", ahead || state == RAP_HISTORY_DISCARDED);
}

static void
rap_history_row_dispose (GObject *object)
{
  g_clear_object (&RAP_HISTORY_ROW (object)->item);

  G_OBJECT_CLASS (rap_history_row_parent_class)->dispose (object);
}

static void
rap_history_row_class_init (RapHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_history_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapHistoryRow, mark);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryRow, label);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryRow, go);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
}

static void
rap_history_row_init (RapHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_history_row_new (void)
{
  return g_object_new (RAP_TYPE_HISTORY_ROW, NULL);
}

void
rap_history_row_set_item (RapHistoryRow  *self,
                          RapHistoryItem *item)
{
  g_return_if_fail (RAP_IS_HISTORY_ROW (self));

  if (g_set_object (&self->item, item) && item != NULL)
    update (self);
}
