/* rap-anchor-row.c
 *
 * A row for an anchor of a claim.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-anchor-row.h"

#include <glib/gi18n.h>

struct _RapAnchorRow
{
  AdwActionRow  parent_instance;
  GtkWidget    *clear_button;
  gboolean      clearable;
};

G_DEFINE_FINAL_TYPE (RapAnchorRow, rap_anchor_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_CLEARABLE,
  N_PROPS
};

enum
{
  TAKEN,
  CLEARED,
  SHOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
take_clicked_cb (RapAnchorRow *self)
{
  g_signal_emit (self, signals[TAKEN], 0);
}

static void
clear_clicked_cb (RapAnchorRow *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
}

static void
rap_anchor_row_activate (AdwActionRow *row)
{
  g_signal_emit (row, signals[SHOWN], 0);
}

static void
rap_anchor_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_CLEARABLE)
    g_value_set_boolean (value, RAP_ANCHOR_ROW (object)->clearable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_anchor_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_CLEARABLE)
    RAP_ANCHOR_ROW (object)->clearable = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_anchor_row_class_init (RapAnchorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char * const names[] = { "taken", "cleared", "shown" };

  object_class->get_property = rap_anchor_row_get_property;
  object_class->set_property = rap_anchor_row_set_property;
  ADW_ACTION_ROW_CLASS (klass)->activate = rap_anchor_row_activate;
  properties[PROP_CLEARABLE] = g_param_spec_boolean ("clearable", NULL, NULL, TRUE,
                                                     G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-anchor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapAnchorRow, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
rap_anchor_row_init (RapAnchorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_anchor_row_set_anchor (RapAnchorRow    *self,
                           const RapAnchor *anchor)
{
  g_autofree char *quote = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (RAP_IS_ANCHOR_ROW (self));

  quote = anchor != NULL ? g_strdup_printf (_("“%s”"), anchor->exact) : g_strdup (_("Not marked"));
  g_strdelimit (quote, "\n", ' ');
  escaped = g_markup_escape_text (quote, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  gtk_widget_set_visible (self->clear_button, anchor != NULL && self->clearable);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), anchor != NULL);
}
