/* rap-proposal-bar.c
 *
 * One toggle button a part, in the order in which a claim is read: who, by
 * which words, through whom, how firmly, when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-proposal-bar.h"

#include <glib/gi18n.h>

#include "rap-row-words.h"

struct _RapProposalBar
{
  AdwBin           parent_instance;

  GtkRevealer     *revealer;
  GtkFlowBox      *chips;
  GtkWidget       *accept;
  GtkToggleButton *buttons[RAP_N_PROPOSAL_PARTS];   /* by number of the bit; NULL: not proposed */
};

G_DEFINE_FINAL_TYPE (RapProposalBar, rap_proposal_bar, ADW_TYPE_BIN)

enum
{
  ACCEPTED,
  DROPPED,
  TOGGLED,
  SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Quotes are short; what is longer is cut and whole in the tooltip. */
#define LONGEST_QUOTE 40

static char *
shorten (const char *quote)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (quote, -1) <= LONGEST_QUOTE)
    return g_strdup (quote);
  start = g_utf8_substring (quote, 0, LONGEST_QUOTE - 1);
  return g_strconcat (start, "…", NULL);
}

static char *
say_commitment (const RapClaimProposal *proposal)
{
  g_autofree char *tag = g_strconcat (rap_vocabulary_nick (&rap_certainty_vocabulary, proposal->certainty),
                                      rap_vocabulary_nick (&rap_polarity_vocabulary, proposal->polarity), NULL);
  g_autofree char *words = rap_row_words_commitment (tag);

  if (proposal->commitment_word == NULL)
    return g_steal_pointer (&words);
  /* Translators: how firmly something is said, and the word that shows it: probable (“likely”) */
  return g_strdup_printf (_("%s (“%s”)"), words, proposal->commitment_word);
}

static char *
say_speaker (const RapClaimProposal *proposal)
{
  if (g_strcmp0 (proposal->speaker_reason, "pronoun") == 0)
    return g_strdup_printf (_("speaker %s, who spoke last"), proposal->speaker_name);
  return g_strdup_printf (_("speaker %s"), proposal->speaker_name);
}

static char *
say_via (const RapClaimProposal *proposal)
{
  /* Translators: joins the names of a chain of outlets */
  g_autofree char *names = g_strjoinv (_(", "), proposal->via_added);

  return g_strdup_printf (_("via %s"), names);
}

/* (transfer full) */
static char *
say_part (const RapClaimProposal *proposal,
          RapProposalPart         part)
{
  static const char *const tenses[] = { N_("past"), N_("present"), N_("future") };

  switch (part)
    {
    case RAP_PART_CUE:
      return g_strdup_printf (_("cue “%s”"), proposal->cue->exact);
    case RAP_PART_SOURCE:
      return g_strdup_printf (_("source “%s”"), proposal->source->exact);
    case RAP_PART_SPEAKER:
      return say_speaker (proposal);
    case RAP_PART_COMMITMENT:
      return say_commitment (proposal);
    case RAP_PART_TENSE:
      return g_strdup (_(tenses[proposal->tense]));
    case RAP_PART_ANONYMOUS:
      return g_strdup (_("anonymous"));
    case RAP_PART_VIA:
      return say_via (proposal);
    }
  g_assert_not_reached ();
}

/* Not by colour alone: a tick stands in what is taken. */
static void
update_tick (GtkToggleButton *chip)
{
  GtkWidget *tick = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (chip)));

  gtk_widget_set_opacity (tick, gtk_toggle_button_get_active (chip) ? 1 : 0);
}

static void
toggled_cb (RapProposalBar  *self,
            GtkToggleButton *chip)
{
  update_tick (chip);
  gtk_widget_set_sensitive (self->accept, rap_proposal_bar_get_parts (self) != 0);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
accept_clicked_cb (RapProposalBar *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
drop_clicked_cb (RapProposalBar *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
revealed_cb (RapProposalBar *self)
{
  if (gtk_revealer_get_child_revealed (self->revealer))
    g_signal_emit (self, signals[SHOWN], 0);
}

static void
add_chip (RapProposalBar         *self,
          const RapClaimProposal *proposal,
          guint                   number,
          gboolean                ticked)
{
  g_autofree char *words = say_part (proposal, 1u << number);
  g_autofree char *label = shorten (words);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  self->buttons[number] = GTK_TOGGLE_BUTTON (button);
  gtk_toggle_button_set_active (self->buttons[number], ticked);
  update_tick (self->buttons[number]);
  gtk_widget_add_css_class (button, "pill-chip");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_flow_box_append (self->chips, child);
}

static void
clear_chips (RapProposalBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (guint i = 0; i < RAP_N_PROPOSAL_PARTS; i++)
    self->buttons[i] = NULL;
}

static void
rap_proposal_bar_class_init (RapProposalBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[ACCEPTED] = g_signal_new ("accepted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOGGLED] = g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-proposal-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RapProposalBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RapProposalBar, chips);
  gtk_widget_class_bind_template_child (widget_class, RapProposalBar, accept);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
rap_proposal_bar_init (RapProposalBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_proposal_bar_new (void)
{
  return g_object_new (RAP_TYPE_PROPOSAL_BAR, NULL);
}

void
rap_proposal_bar_show (RapProposalBar         *self,
                       const RapClaimProposal *proposal,
                       guint                   ticked)
{
  static const RapProposalPart order[] = {
    RAP_PART_CUE, RAP_PART_SOURCE, RAP_PART_SPEAKER, RAP_PART_ANONYMOUS, RAP_PART_VIA, RAP_PART_COMMITMENT, RAP_PART_TENSE,
  };

  g_return_if_fail (RAP_IS_PROPOSAL_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, proposal != NULL);
  if (proposal == NULL)
    return;
  clear_chips (self);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if ((proposal->parts & order[i]) != 0)
      add_chip (self, proposal, (guint) g_bit_nth_lsf (order[i], -1), (ticked & order[i]) != 0);
  gtk_widget_set_sensitive (self->accept, rap_proposal_bar_get_parts (self) != 0);
}

guint
rap_proposal_bar_get_parts (RapProposalBar *self)
{
  guint parts = 0;

  g_return_val_if_fail (RAP_IS_PROPOSAL_BAR (self), 0);

  for (guint i = 0; i < RAP_N_PROPOSAL_PARTS; i++)
    if (self->buttons[i] != NULL && gtk_toggle_button_get_active (self->buttons[i]))
      parts |= 1u << i;
  return parts;
}
