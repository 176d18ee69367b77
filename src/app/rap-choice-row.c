/* rap-choice-row.c
 *
 * A combo row that commits as soon as something else is chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-choice-row.h"

#include "rap-form.h"

struct _RapChoiceRow
{
  AdwComboRow  parent_instance;
  char        *field;
  gboolean     loading;
};

G_DEFINE_FINAL_TYPE (RapChoiceRow, rap_choice_row, ADW_TYPE_COMBO_ROW)

enum
{
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
selected_cb (RapChoiceRow *self)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (!self->loading && form != NULL)
    rap_form_set_uint (form, self->field, adw_combo_row_get_selected (ADW_COMBO_ROW (self)));
}

static void
open_menu (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rap_choice_row_parent_class)->mnemonic_activate (widget, FALSE);
}

static gboolean
rap_choice_row_mnemonic_activate (GtkWidget *widget,
                                  gboolean   cycling)
{
  gtk_widget_grab_focus (widget);
  rap_form_show_then (widget, open_menu);
  return TRUE;
}

static void
rap_choice_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_FIELD)
    g_value_set_string (value, RAP_CHOICE_ROW (object)->field);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_choice_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_FIELD)
    RAP_CHOICE_ROW (object)->field = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_choice_row_finalize (GObject *object)
{
  g_free (RAP_CHOICE_ROW (object)->field);

  G_OBJECT_CLASS (rap_choice_row_parent_class)->finalize (object);
}

static void
rap_choice_row_class_init (RapChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rap_choice_row_get_property;
  object_class->set_property = rap_choice_row_set_property;
  object_class->finalize = rap_choice_row_finalize;
  GTK_WIDGET_CLASS (klass)->mnemonic_activate = rap_choice_row_mnemonic_activate;
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rap_choice_row_init (RapChoiceRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

void
rap_choice_row_load (RapChoiceRow *self,
                     RapRecord    *record)
{
  const RapField *field = rap_kind_find_field (rap_record_get_kind (record), self->field);

  g_return_if_fail (field != NULL);

  self->loading = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), rap_record_member (record, field, guint));
  self->loading = FALSE;
}
