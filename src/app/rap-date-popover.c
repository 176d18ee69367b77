/* rap-date-popover.c
 *
 * As long as the anchor is not touched, what the whole text said counts; then
 * the words alone are read again with the other anchor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-popover.h"

#include <glib/gi18n.h>

#include "rap-css-class.h"
#include "rap-date-reading.h"
#include "rap-row-words.h"
#include "rap-words.h"

#define N_ACTS    (RAP_DATE_ACT_COPY + 1)
#define N_ANCHORS 3

/**
 * RapDatePopover:
 * @acts: buttons, in the order of RapDateAct
 * @anchor_buttons, @anchors: publication, dateline, meeting: what can be counted from
 * @when: what the phrase means now, or NULL
 * @puts: bits of RapDateAct that can be done with a date
 * @silent: the entry is being filled from here
 */
struct _RapDatePopover
{
  GtkPopover  parent_instance;
  GtkLabel   *phrase;
  GtkLabel   *value;
  GtkLabel   *words;
  GtkWidget  *anchor_box;
  GtkEntry   *anchor;
  GtkLabel   *note;
  GtkButton  *to_meeting;
  GtkButton  *to_article;
  GtkButton  *copy;
  GtkButton  *from_publication;
  GtkButton  *from_dateline;
  GtkButton  *from_meeting;
  GtkButton  *acts[N_ACTS];
  GtkButton  *anchor_buttons[N_ANCHORS];
  RapEdtf    *anchors[N_ANCHORS];
  char       *text;
  RapEdtf    *when;
  guint       puts;
  gboolean    silent;
};

G_DEFINE_FINAL_TYPE (RapDatePopover, rap_date_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* An exact day is said with its weekday. (transfer full) */
static char *
describe (const RapEdtf *when)
{
  return rap_edtf_is_exact_day (when) ? rap_words_long_day (when->es) : rap_words_edtf (when);
}

/* What the date of publication gave says nothing of it. */
static gboolean
is_counted_from_publication (RapDatePopover *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->anchor))));

  return gtk_widget_get_visible (self->anchor_box) && self->anchors[0] != NULL
         && g_str_equal (typed, self->anchors[0]->text);
}

/* @problem: why there is no date, when @when is NULL */
static void
show_date (RapDatePopover *self,
           RapEdtf        *when,
           const char     *problem)
{
  g_autofree char *words = when != NULL ? describe (when) : g_strdup (problem);

  rap_set_edtf (&self->when, when);
  gtk_label_set_label (self->value, when != NULL ? when->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->value), when != NULL);
  gtk_label_set_label (self->words, words);
  rap_set_css_class (GTK_WIDGET (self->words), "error", when == NULL);
  for (guint i = 0; i < N_ACTS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->acts[i]), when != NULL && (self->puts & (1u << i)) != 0
                              && (i != RAP_DATE_ACT_ARTICLE || !is_counted_from_publication (self)));
}

/* Another date to count from was typed or chosen. */
static void
anchor_changed_cb (RapDatePopover *self)
{
  g_autofree char *typed = NULL;
  g_autoptr (RapDateReading) anchor = NULL;
  g_autoptr (RapDateReading) reading = NULL;

  if (self->silent)
    return;
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->anchor))));
  anchor = rap_date_reading_new (typed, NULL);
  if (anchor->wrong)
    {
      show_date (self, NULL, anchor->sentence);
      return;
    }
  reading = rap_date_reading_new (self->text, anchor->when);
  show_date (self, reading->when, reading->sentence);
}

static void
from_cb (RapDatePopover *self,
         GtkButton      *button)
{
  for (guint i = 0; i < N_ANCHORS; i++)
    if (self->anchor_buttons[i] == button && self->anchors[i] != NULL)
      gtk_editable_set_text (GTK_EDITABLE (self->anchor), self->anchors[i]->text);
}

static void
choose (RapDatePopover *self,
        guint           act)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->acts[act])))
    return;
  text = g_strdup (self->when->text);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, act, text);
}

static void
act_cb (RapDatePopover *self,
        GtkButton      *button)
{
  for (guint i = 0; i < N_ACTS; i++)
    if (self->acts[i] == button)
      {
        choose (self, i);
        return;
      }
}

/* The first that can be done: what Enter in the line of the anchor does. */
static void
anchor_activated_cb (RapDatePopover *self)
{
  for (guint i = 0; i < N_ACTS; i++)
    if (gtk_widget_get_sensitive (GTK_WIDGET (self->acts[i])))
      {
        choose (self, i);
        return;
      }
}

static gboolean
is_typing (RapDatePopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->anchor));
}

static gboolean
key_pressed_cb (RapDatePopover  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  guint digit = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_3 ? keyval - GDK_KEY_KP_1 : keyval - GDK_KEY_1;

  if (keyval == GDK_KEY_Escape)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    }
  if (digit >= N_ACTS || is_typing (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  choose (self, digit);
  return TRUE;
}

static void
rap_date_popover_dispose (GObject *object)
{
  RapDatePopover *self = RAP_DATE_POPOVER (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->when, rap_edtf_unref);
  for (guint i = 0; i < N_ANCHORS; i++)
    g_clear_pointer (&self->anchors[i], rap_edtf_unref);
  G_OBJECT_CLASS (rap_date_popover_parent_class)->dispose (object);
}

static void
rap_date_popover_class_init (RapDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_date_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, phrase);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, value);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, words);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, anchor_box);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, anchor);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, note);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, to_meeting);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, to_article);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, copy);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, from_publication);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, from_dateline);
  gtk_widget_class_bind_template_child (widget_class, RapDatePopover, from_meeting);
  gtk_widget_class_bind_template_callback (widget_class, anchor_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, anchor_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_cb);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_date_popover_init (RapDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->acts[RAP_DATE_ACT_MEETING] = self->to_meeting;
  self->acts[RAP_DATE_ACT_ARTICLE] = self->to_article;
  self->acts[RAP_DATE_ACT_COPY] = self->copy;
  self->anchor_buttons[0] = self->from_publication;
  self->anchor_buttons[1] = self->from_dateline;
  self->anchor_buttons[2] = self->from_meeting;
}

GtkWidget *
rap_date_popover_new (void)
{
  return g_object_new (RAP_TYPE_DATE_POPOVER, NULL);
}

static void
set_anchor (RapDatePopover *self,
            guint           i,
            const RapEdtf  *date)
{
  g_autofree char *words = date != NULL ? rap_row_words_date (date->text) : NULL;

  rap_set_edtf (&self->anchors[i], date);
  gtk_widget_set_visible (GTK_WIDGET (self->anchor_buttons[i]), date != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->anchor_buttons[i]), words);
}

static void
show_anchors (RapDatePopover     *self,
              const RapDateOffer *offer)
{
  self->silent = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->anchor), offer->anchor != NULL ? offer->anchor->text : "");
  self->silent = FALSE;
  set_anchor (self, 0, offer->published);
  set_anchor (self, 1, offer->dateline);
  set_anchor (self, 2, offer->meeting != NULL ? offer->meeting->when : NULL);
  gtk_widget_set_visible (self->anchor_box, !g_str_equal (offer->hit->anchor, "none"));
}

/* (transfer full) */
static char *
describe_target (const RapDateOffer *offer)
{
  g_autofree char *date = NULL;

  if (offer->meeting == NULL)
    return g_strdup (_("1  Put into a meeting"));
  if (offer->meeting->when == NULL)
    return g_strdup_printf (_("1  Put into the meeting “%s”"), offer->meeting_name);
  date = rap_row_words_date (offer->meeting->when->text);
  /* Translators: a meeting, and the date it has now */
  return g_strdup_printf (_("1  Put into the meeting “%s”, now %s"), offer->meeting_name, date);
}

static void
show_acts (RapDatePopover     *self,
           const RapDateOffer *offer)
{
  g_autofree char *target = describe_target (offer);
  GtkWidget *label = gtk_button_get_child (self->to_meeting);
  const char *note = NULL;

  self->puts = 1u << RAP_DATE_ACT_COPY;
  if (!offer->read_only)
    self->puts |= 1u << RAP_DATE_ACT_ARTICLE;
  if (!offer->read_only && offer->meeting != NULL)
    self->puts |= 1u << RAP_DATE_ACT_MEETING;
  if (offer->read_only)
    note = _("This project is open for reading only. The date can be copied.");
  else if (offer->meeting == NULL)
    note = _("No meeting is chosen, and none is linked to this passage. Press M there to link one.");
  gtk_label_set_label (GTK_LABEL (label), target);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

void
rap_date_popover_open (RapDatePopover     *self,
                       const RapDateOffer *offer)
{
  g_autofree char *heading = NULL;
  GtkWidget *first = GTK_WIDGET (self->anchor);

  g_return_if_fail (RAP_IS_DATE_POPOVER (self));

  /* Translators: words of the text */
  heading = g_strdup_printf (_("“%s”"), offer->phrase);
  rap_set_string (&self->text, offer->phrase);
  gtk_label_set_label (self->phrase, heading);
  show_anchors (self, offer);
  show_acts (self, offer);
  show_date (self, offer->hit->when, _("It is not known from which date this is counted. Say from which."));
  gtk_popover_popup (GTK_POPOVER (self));
  for (guint i = N_ACTS; i > 0; i--)
    if (gtk_widget_get_sensitive (GTK_WIDGET (self->acts[i - 1])))
      first = GTK_WIDGET (self->acts[i - 1]);
  gtk_widget_grab_focus (first);
}
