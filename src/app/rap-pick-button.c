/* rap-pick-button.c
 *
 * A menu button with a RapRefEntry in its popover.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-pick-button.h"

#include "rap-form.h"
#include "rap-ref-entry.h"

struct _RapPickButton
{
  AdwBin         parent_instance;
  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkDropDown   *choice;
  RapRefEntry   *entry;
};

G_DEFINE_FINAL_TYPE (RapPickButton, rap_pick_button, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ENTITY_KIND,
  PROP_CAN_CREATE,
  PROP_PLACEHOLDER,
  PROP_LABEL,
  PROP_CHOICES,
  N_PROPS
};

enum
{
  PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
chosen_cb (RapPickButton *self,
           const char    *id,
           RapRecord     *added)
{
  g_autofree char *kept = g_strdup (id);

  if (kept == NULL)
    return;
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PICKED], 0, kept, added, gtk_drop_down_get_selected (self->choice));
}

static void
popover_shown_cb (RapPickButton *self)
{
  rap_ref_entry_set_value (self->entry, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
open_menu (GtkWidget *widget)
{
  gtk_menu_button_popup (RAP_PICK_BUTTON (widget)->button);
}

static gboolean
rap_pick_button_mnemonic_activate (GtkWidget *widget,
                                   gboolean   cycling)
{
  rap_form_show_then (widget, open_menu);
  return TRUE;
}

static void
set_choices (RapPickButton      *self,
             const char * const *choices)
{
  g_autoptr (GtkStringList) model = choices != NULL ? gtk_string_list_new (choices) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->choice), choices != NULL);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (model));
}

static void
set_label (RapPickButton *self,
           const char    *label)
{
  if (label == NULL)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
rap_pick_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RapPickButton *self = RAP_PICK_BUTTON (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_CHOICES:
      set_choices (self, g_value_get_boxed (value));
      break;
    case PROP_KIND:
    case PROP_ENTITY_KIND:
    case PROP_CAN_CREATE:
    case PROP_PLACEHOLDER:
      g_object_set_property (G_OBJECT (self->entry), pspec->name, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_ENTITY_KIND] = g_param_spec_string ("entity-kind", NULL, NULL, NULL, flags);
  properties[PROP_CAN_CREATE] = g_param_spec_boolean ("can-create", NULL, NULL, FALSE, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_CHOICES] = g_param_spec_boxed ("choices", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
rap_pick_button_class_init (RapPickButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = rap_pick_button_set_property;
  widget_class->mnemonic_activate = rap_pick_button_mnemonic_activate;
  install_properties (object_class);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, RAP_TYPE_RECORD, G_TYPE_UINT);

  g_type_ensure (RAP_TYPE_REF_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-pick-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RapPickButton, button);
  gtk_widget_class_bind_template_child (widget_class, RapPickButton, popover);
  gtk_widget_class_bind_template_child (widget_class, RapPickButton, choice);
  gtk_widget_class_bind_template_child (widget_class, RapPickButton, entry);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
rap_pick_button_init (RapPickButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_pick_button_set_session (RapPickButton *self,
                             RapSession    *session)
{
  g_return_if_fail (RAP_IS_PICK_BUTTON (self));

  rap_ref_entry_set_session (self->entry, session);
  gtk_widget_set_sensitive (GTK_WIDGET (self), session != NULL && !rap_session_get_read_only (session));
}
