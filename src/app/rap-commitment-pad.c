/* rap-commitment-pad.c
 *
 * Seven toggle buttons in two groups, which are one stop of the Tab key: inside,
 * the arrows move. The chosen certainty wears the sign of the polarity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-commitment-pad.h"

#include "rap-form.h"

#define N_CERTAINTIES 4
#define N_POLARITIES  3

struct _RapCommitmentPad
{
  AdwBin           parent_instance;
  GtkToggleButton *certainties[N_CERTAINTIES];
  GtkToggleButton *polarities[N_POLARITIES];
  GtkLabel        *tags[N_CERTAINTIES];
  gboolean         loading;
};

G_DEFINE_FINAL_TYPE (RapCommitmentPad, rap_commitment_pad, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_tags (RapCommitmentPad *self)
{
  static const char * const signs[N_POLARITIES] = { "+", "−", "u" };
  RapCertainty chosen = rap_commitment_pad_get_certainty (self);

  for (guint i = 0; i < N_CERTAINTIES; i++)
    {
      g_autofree char *tag = g_strconcat (rap_vocabulary_nick (&rap_certainty_vocabulary, i),
                                          i == chosen ? signs[rap_commitment_pad_get_polarity (self)] : "", NULL);

      gtk_label_set_text (self->tags[i], tag);
    }
}

static void
toggled_cb (RapCommitmentPad *self,
            GtkToggleButton  *button)
{
  if (!self->loading)
    update_tags (self);
  if (!self->loading && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHANGED], 0);
}

static guint
find_active (GtkToggleButton * const *buttons,
             guint                    n)
{
  for (guint i = 0; i < n; i++)
    {
      if (gtk_toggle_button_get_active (buttons[i]))
        return i;
    }
  return 0;
}

/* The button a key stands for, or NULL. */
static GtkToggleButton *
find_button (RapCommitmentPad *self,
             guint             keyval)
{
  switch (keyval)
    {
    case GDK_KEY_1: case GDK_KEY_2: case GDK_KEY_3: case GDK_KEY_4:
      return self->certainties[keyval - GDK_KEY_1];
    case GDK_KEY_KP_1: case GDK_KEY_KP_2: case GDK_KEY_KP_3: case GDK_KEY_KP_4:
      return self->certainties[keyval - GDK_KEY_KP_1];
    case GDK_KEY_plus: case GDK_KEY_KP_Add: case GDK_KEY_equal:
      return self->polarities[RAP_POLARITY_POSITIVE];
    case GDK_KEY_minus: case GDK_KEY_KP_Subtract:
      return self->polarities[RAP_POLARITY_NEGATIVE];
    case GDK_KEY_u: case GDK_KEY_U: case GDK_KEY_0: case GDK_KEY_KP_0:
      return self->polarities[RAP_POLARITY_UNKNOWN];
    default:
      return NULL;
    }
}

static gboolean
key_pressed_cb (RapCommitmentPad *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  GtkToggleButton *button = find_button (self, keyval);
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (keyval == GDK_KEY_Escape && form != NULL)
    {
      rap_form_leave (form);
      return TRUE;
    }
  if (button == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  gtk_toggle_button_set_active (button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (button));
  return TRUE;
}

static gboolean
rap_commitment_pad_grab_focus (GtkWidget *widget)
{
  RapCommitmentPad *self = RAP_COMMITMENT_PAD (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->certainties[rap_commitment_pad_get_certainty (self)]));
}

static gboolean
rap_commitment_pad_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (rap_commitment_pad_parent_class)->focus (widget, direction);
  return !inside && gtk_widget_is_sensitive (widget) && rap_commitment_pad_grab_focus (widget);
}

static gboolean
rap_commitment_pad_mnemonic_activate (GtkWidget *widget,
                                      gboolean   cycling)
{
  return rap_commitment_pad_grab_focus (widget);
}

static void
rap_commitment_pad_class_init (RapCommitmentPadClass *klass)
{
  static const char * const names[] = { "certain", "probable", "possible", "uncommitted" };
  static const char * const signs[] = { "positive", "negative", "unknown" };
  static const char * const tags[] = { "certain_tag", "probable_tag", "possible_tag", "uncommitted_tag" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = rap_commitment_pad_grab_focus;
  widget_class->focus = rap_commitment_pad_focus;
  widget_class->mnemonic_activate = rap_commitment_pad_mnemonic_activate;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-commitment-pad.ui");
  for (guint i = 0; i < N_CERTAINTIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (RapCommitmentPad, certainties[i]));
  for (guint i = 0; i < N_POLARITIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, signs[i], FALSE,
                                               G_STRUCT_OFFSET (RapCommitmentPad, polarities[i]));
  for (guint i = 0; i < N_CERTAINTIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, tags[i], FALSE,
                                               G_STRUCT_OFFSET (RapCommitmentPad, tags[i]));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_commitment_pad_init (RapCommitmentPad *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loading = FALSE;
}

void
rap_commitment_pad_set (RapCommitmentPad *self,
                        RapCertainty      certainty,
                        RapPolarity       polarity)
{
  g_return_if_fail (RAP_IS_COMMITMENT_PAD (self));

  self->loading = TRUE;
  gtk_toggle_button_set_active (self->certainties[certainty], TRUE);
  gtk_toggle_button_set_active (self->polarities[polarity], TRUE);
  self->loading = FALSE;
  update_tags (self);
}

RapCertainty
rap_commitment_pad_get_certainty (RapCommitmentPad *self)
{
  g_return_val_if_fail (RAP_IS_COMMITMENT_PAD (self), RAP_CERTAINTY_CT);

  return find_active (self->certainties, N_CERTAINTIES);
}

RapPolarity
rap_commitment_pad_get_polarity (RapCommitmentPad *self)
{
  g_return_val_if_fail (RAP_IS_COMMITMENT_PAD (self), RAP_POLARITY_POSITIVE);

  return find_active (self->polarities, N_POLARITIES);
}
