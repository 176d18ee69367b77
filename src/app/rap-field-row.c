/* rap-field-row.c
 *
 * What all field rows share: caption, hint, and when to commit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-field-row.h"

#include "rap-form.h"

typedef struct
{
  GtkLabel  *caption;
  AdwBin    *editor_bin;
  GtkLabel  *hint;
  GtkWidget *source_box;
  GtkLabel  *source;
  GtkWidget *reset;
  char      *field;
  gboolean   one_line;
} RapFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RapFieldRow, rap_field_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

enum
{
  RESET,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
leave_cb (RapFieldRow *self)
{
  rap_field_row_commit (self);
}

static void
reset_cb (RapFieldRow *self)
{
  g_signal_emit (self, signals[RESET], 0);
}

static void
go_on (RapFieldRow *self)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (form != NULL)
    rap_form_go_on (form, rap_field_row_get_field (self));
}

static void
go_away (RapFieldRow *self)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (form != NULL)
    rap_form_leave (form);
}

/* Enter on a button beside the text is the button's. */
static gboolean
is_on_button (RapFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_BUTTON (gtk_root_get_focus (root));
}

static gboolean
key_pressed_cb (RapFieldRow     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (rap_field_row_is_choosing (self) || (enter && is_on_button (self)))
    return FALSE;

  if (keyval == GDK_KEY_Escape || (enter && (state & GDK_CONTROL_MASK) != 0))
    {
      rap_field_row_commit (self);
      go_away (self);
      return TRUE;
    }
  if (enter && priv->one_line && (state & GDK_SHIFT_MASK) == 0)
    {
      rap_field_row_commit (self);
      go_on (self);
      return TRUE;
    }
  return FALSE;
}

static void
rap_field_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_FIELD)
    g_value_set_string (value, rap_field_row_get_field (RAP_FIELD_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_field_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (RAP_FIELD_ROW (object));

  if (prop_id == PROP_FIELD)
    priv->field = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_field_row_finalize (GObject *object)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (RAP_FIELD_ROW (object));

  g_free (priv->field);

  G_OBJECT_CLASS (rap_field_row_parent_class)->finalize (object);
}

static void
rap_field_row_class_init (RapFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rap_field_row_get_property;
  object_class->set_property = rap_field_row_set_property;
  object_class->finalize = rap_field_row_finalize;
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RapFieldRow, caption);
  gtk_widget_class_bind_template_child_private (widget_class, RapFieldRow, editor_bin);
  gtk_widget_class_bind_template_child_private (widget_class, RapFieldRow, hint);
  gtk_widget_class_bind_template_child_private (widget_class, RapFieldRow, source_box);
  gtk_widget_class_bind_template_child_private (widget_class, RapFieldRow, source);
  gtk_widget_class_bind_template_child_private (widget_class, RapFieldRow, reset);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
rap_field_row_init (RapFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_field_row_load (RapFieldRow *self,
                    RapSession  *session,
                    RapRecord   *record)
{
  g_return_if_fail (RAP_IS_FIELD_ROW (self));

  RAP_FIELD_ROW_GET_CLASS (self)->load (self, session, record);
}

void
rap_field_row_commit (RapFieldRow *self)
{
  g_return_if_fail (RAP_IS_FIELD_ROW (self));

  if (rap_field_row_is_dirty (self) && rap_form_of (GTK_WIDGET (self)) != NULL)
    RAP_FIELD_ROW_GET_CLASS (self)->commit (self);
}

gboolean
rap_field_row_is_dirty (RapFieldRow *self)
{
  g_return_val_if_fail (RAP_IS_FIELD_ROW (self), FALSE);

  return RAP_FIELD_ROW_GET_CLASS (self)->is_dirty (self);
}

void
rap_field_row_restore (RapFieldRow *self)
{
  g_return_if_fail (RAP_IS_FIELD_ROW (self));

  RAP_FIELD_ROW_GET_CLASS (self)->restore (self);
}

gboolean
rap_field_row_is_choosing (RapFieldRow *self)
{
  RapFieldRowClass *klass;

  g_return_val_if_fail (RAP_IS_FIELD_ROW (self), FALSE);

  klass = RAP_FIELD_ROW_GET_CLASS (self);
  return klass->is_choosing != NULL && klass->is_choosing (self);
}

void
rap_field_row_set_bare (RapFieldRow *self)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->caption), FALSE);
}

const char *
rap_field_row_get_hint (RapFieldRow *self)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);

  return gtk_label_get_text (priv->hint);
}

/* What takes the keys in @editor, which may be a box around it. */
static GtkWidget *
find_target (GtkWidget *editor)
{
  GtkWidget *target = NULL;

  if (GTK_IS_EDITABLE (editor) || GTK_IS_TEXT_VIEW (editor))
    return editor;
  for (GtkWidget *child = gtk_widget_get_first_child (editor);
       child != NULL && target == NULL;
       child = gtk_widget_get_next_sibling (child))
    target = find_target (child);
  return target;
}

void
rap_field_row_set_editor (RapFieldRow *self,
                          GtkWidget   *editor,
                          gboolean     one_line)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *target = find_target (editor);

  priv->one_line = one_line;
  adw_bin_set_child (priv->editor_bin, editor);
  if (target != NULL)
    {
      gtk_label_set_mnemonic_widget (priv->caption, target);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->caption, NULL, -1);
    }

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (editor, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (editor, keys);
}

const char *
rap_field_row_get_field (RapFieldRow *self)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);

  return priv->field;
}

const RapField *
rap_field_row_find_field (RapFieldRow *self,
                          RapRecord   *record)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);
  const RapField *field = rap_kind_find_field (rap_record_get_kind (record), priv->field);

  g_assert (field != NULL);
  return field;
}

void
rap_field_row_set_hint (RapFieldRow *self,
                        const char  *hint,
                        gboolean     is_error)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->hint), hint != NULL && hint[0] != '\0');
  gtk_label_set_text (priv->hint, hint != NULL ? hint : "");
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (priv->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->hint), "error");
}

void
rap_field_row_set_source (RapFieldRow *self,
                          const char  *source,
                          const char  *reset_tip)
{
  RapFieldRowPrivate *priv = rap_field_row_get_instance_private (self);

  gtk_widget_set_visible (priv->source_box, source != NULL);
  gtk_label_set_text (priv->source, source != NULL ? source : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->source), source);
  gtk_widget_set_visible (priv->reset, reset_tip != NULL);
  gtk_widget_set_tooltip_text (priv->reset, reset_tip);
}
