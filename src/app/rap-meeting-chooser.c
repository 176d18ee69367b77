/* rap-meeting-chooser.c
 *
 * The popover behind "link to a meeting".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-gesture.h"
#include "rap-article-meeting-form.h"
#include "rap-error-text.h"
#include "rap-meeting-chooser.h"
#include "rap-meeting-picker.h"
#include "rap-meeting-proposal.h"
#include "rap-popover-fit.h"

#define FRAME      140   /* pixels of the popover around what scrolls: its edges, the problem, the buttons, some air */

/**
 * RapMeetingChooser:
 * @claim: the claim at the passage, or NULL
 * @passage: what is being linked; empty before the first opening and after a commit
 */
struct _RapMeetingChooser
{
  GtkPopover             parent_instance;
  GtkScrolledWindow     *scroller;
  GtkWidget             *heading;
  RapMeetingPicker      *finder;
  GtkDropDown           *aspect;
  GtkWidget             *claim_box;
  GtkCheckButton        *claim_check;
  GtkLabel              *claim_label;
  GtkEntry              *claim_value;
  GtkWidget             *new_box;
  RapArticleMeetingForm *form;
  GtkLabel              *problem;
  RapSession            *session;
  RapArticle            *article;
  RapClaim              *claim;
  RapRange               passage;
};

G_DEFINE_FINAL_TYPE (RapMeetingChooser, rap_meeting_chooser, GTK_TYPE_POPOVER)

enum
{
  LINKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_problem (RapMeetingChooser *self,
             const char        *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
link_meeting (RapMeetingChooser *self,
              RapMeeting        *meeting,
              GPtrArray         *made)
{
  gboolean with_claim = self->claim != NULL && gtk_check_button_get_active (self->claim_check);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!rap_gesture_link_meeting (self->session, self->article, self->passage, meeting, made,
                                 gtk_drop_down_get_selected (self->aspect),
                                 with_claim ? self->claim : NULL,
                                 gtk_editable_get_text (GTK_EDITABLE (self->claim_value)), &id, &error))
    {
      g_autofree char *sentence = rap_error_text_with_detail (error);

      set_problem (self, sentence);
      return;
    }
  self->passage = (RapRange) { 0, 0 };
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[LINKED], 0, id);
}

static void
chosen_cb (RapMeetingChooser *self,
           const char        *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) meeting = rap_session_load (self->session, RAP_KIND_MEETING, id, &error);

  if (meeting != NULL)
    link_meeting (self, RAP_MEETING (meeting), NULL);
  else
    set_problem (self, error->message);
}

/* Unfolds the fields of a new meeting, with what the passage proposes. */
static void
create_cb (RapMeetingChooser *self,
           const char        *typed)
{
  g_autoptr (RapMeetingProposal) proposal = NULL;

  if (!gtk_widget_get_visible (self->new_box))
    {
      proposal = rap_meeting_proposal_new (self->session, self->article, self->passage);
      rap_article_meeting_form_load (self->form, self->session, proposal, self->article->published, typed);
      gtk_widget_set_visible (self->new_box, TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->finder), FALSE);
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
form_activated_cb (RapMeetingChooser *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapMeeting) meeting = rap_article_meeting_form_build (self->form, &error);

  if (meeting != NULL)
    link_meeting (self, meeting, rap_article_meeting_form_get_made (self->form));
  else
    set_problem (self, error != NULL ? error->message : NULL);
}

static void
fold_form (RapMeetingChooser *self)
{
  gtk_widget_set_visible (self->heading, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->finder), TRUE);
  gtk_widget_set_visible (self->new_box, FALSE);
  set_problem (self, NULL);
}

static void
back_clicked_cb (RapMeetingChooser *self)
{
  fold_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}

static void
finder_changed_cb (RapMeetingChooser *self)
{
  g_autofree char *typed = rap_meeting_picker_get_text (self->finder);
  g_autofree char *label = *typed != '\0' ? g_strdup_printf (_("New meeting “%s”…"), typed)
                                          : g_strdup (_("New meeting from the passage…"));

  rap_meeting_picker_set_create (self->finder, label);
}

static void
value_activated_cb (RapMeetingChooser *self)
{
  if (gtk_widget_get_visible (self->new_box))
    form_activated_cb (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}

/* Escape keeps what is typed for the next time at this passage; Ctrl+Enter makes the meeting from any field. */
static gboolean
key_pressed_cb (RapMeetingChooser *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape)
    gtk_popover_popdown (GTK_POPOVER (self));
  else if (enter && (state & GDK_CONTROL_MASK) != 0 && gtk_widget_get_visible (self->new_box))
    form_activated_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
show_claim (RapMeetingChooser *self)
{
  g_autofree char *label = NULL;
  const char *title;

  gtk_widget_set_visible (self->claim_box, self->claim != NULL);
  if (self->claim == NULL)
    return;
  title = rap_record_get_title (RAP_RECORD (self->claim));
  label = g_strdup_printf (_("Also link the claim “%s”"), title);
  gtk_label_set_label (self->claim_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->claim_label), title);
}

static void
rap_meeting_chooser_dispose (GObject *object)
{
  RapMeetingChooser *self = RAP_MEETING_CHOOSER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->article);
  g_clear_object (&self->claim);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_MEETING_CHOOSER);
  G_OBJECT_CLASS (rap_meeting_chooser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-meeting-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, finder);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, aspect);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, claim_box);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, claim_check);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, claim_value);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, claim_label);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, new_box);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, form);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingChooser, problem);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, finder_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_activated_cb);
}

static void
rap_meeting_chooser_class_init (RapMeetingChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rap_meeting_chooser_dispose;
  signals[LINKED] = g_signal_new ("linked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (RAP_TYPE_ARTICLE_MEETING_FORM);
  g_type_ensure (RAP_TYPE_MEETING_PICKER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
rap_meeting_chooser_init (RapMeetingChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  finder_changed_cb (self);
}

/* A new passage: nothing is typed, everything is as proposed. */
static void
start (RapMeetingChooser *self,
       RapMeetingFinder  *finder)
{
  fold_form (self);
  gtk_drop_down_set_selected (self->aspect, RAP_ASPECT_OCCURRENCE);
  gtk_editable_set_text (GTK_EDITABLE (self->claim_value), "");
  finder_changed_cb (self);
  rap_meeting_picker_set_finder (self->finder, finder);
}

void
rap_meeting_chooser_open (RapMeetingChooser *self,
                          RapSession        *session,
                          RapArticle        *article,
                          RapRange           passage,
                          RapClaim          *claim)
{
  g_autoptr (RapMeetingFinder) finder = NULL;
  gboolean same;

  g_return_if_fail (RAP_IS_MEETING_CHOOSER (self));

  same = self->article == article && rap_range_equal (self->passage, passage);
  g_set_object (&self->session, session);
  g_set_object (&self->article, article);
  g_set_object (&self->claim, claim);
  self->passage = passage;
  show_claim (self);
  set_problem (self, NULL);
  finder = rap_meeting_finder_get (session);
  rap_meeting_finder_aim_at_passage (finder, article, passage);
  if (!same)
    start (self, finder);
  else
    rap_meeting_picker_refresh (self->finder);
  rap_popover_fit (GTK_POPOVER (self), self->scroller, FRAME);
  gtk_popover_popup (GTK_POPOVER (self));
  if (gtk_widget_get_visible (self->new_box))
    rap_article_meeting_form_resume (self->form);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}
