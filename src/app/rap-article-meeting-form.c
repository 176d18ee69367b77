/* rap-article-meeting-form.c
 *
 * The unfolded part of the meeting chooser.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-finder.h"
#include "rap-article-meeting-form.h"
#include "rap-date-entry.h"
#include "rap-participant-list.h"
#include "rap-row-words.h"
#include "rap-words.h"

/**
 * RapArticleMeetingForm:
 * @meeting: unsealed; what was proposed
 * @session: where names come from
 * @made: (element-type RapEntity): people typed here who are not in the project yet
 * @titled: the title was typed, not proposed
 * @proposed: the date that was proposed; the reason is shown as long as it stands there, or NULL
 */
struct _RapArticleMeetingForm
{
  GtkWidget           parent_instance;
  GtkEntry           *title;
  RapDateEntry       *date;
  GtkLabel           *date_words;
  GtkLabel           *date_reason;
  GtkEntry           *place;
  RapParticipantList *participants;
  RapArticleFinder   *finder;
  GtkDropDown        *status;
  GtkDropDown        *mode;
  RapSession         *session;
  RapMeeting         *meeting;
  GPtrArray          *made;
  char               *proposed;
  gboolean            titled;
};

G_DEFINE_FINAL_TYPE (RapArticleMeetingForm, rap_article_meeting_form, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_activated_cb (RapArticleMeetingForm *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Says while typing what the date means, or what is wrong with it. */
static void
date_changed_cb (RapArticleMeetingForm *self)
{
  g_autofree char *text = rap_date_entry_dup_text (self->date);
  g_autoptr (RapDateReading) reading = rap_date_entry_read (self->date);

  gtk_label_set_label (self->date_words, reading->sentence);
  if (reading->wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->date_words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_words), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->date_reason), self->proposed != NULL && g_str_equal (text, self->proposed));
}

static void
participant_chosen_cb (RapArticleMeetingForm *self,
                       const char            *id)
{
  g_autoptr (GPtrArray) participants = rap_participant_list_dup (self->participants);

  if (!rap_participant_list_has (self->participants, id))
    g_ptr_array_add (participants, rap_participant_new (id, RAP_ROLE_PARTICIPANT, ""));
  rap_article_finder_set_text (self->finder, "");
  rap_participant_list_set (self->participants, self->session, participants, NULL, self->made);
}

/* Enter on nothing typed goes on. A name that nobody bears is a new person's;
 * she enters the project together with the meeting. */
static void
participant_unknown_cb (RapArticleMeetingForm *self,
                        const char            *typed)
{
  g_autoptr (RapEntity) entity = NULL;

  if (*typed == '\0')
    {
      entry_activated_cb (self);
      return;
    }
  entity = rap_session_match_entity (self->session, typed);
  if (entity == NULL)
    {
      entity = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));
      rap_set_string (&entity->name, typed);
      g_ptr_array_add (self->made, g_object_ref (entity));
    }
  participant_chosen_cb (self, entity->parent_instance.id);
}

/* Nothing is listed before something is typed. */
static void
participant_typed_cb (RapArticleMeetingForm *self)
{
  g_autofree char *typed = rap_article_finder_get_text (self->finder);
  g_autofree char *label = g_strdup_printf (_("New person “%s”"), typed);

  rap_article_finder_set_create (self->finder, *typed != '\0' ? label : NULL);
  rap_article_finder_set_limit (self->finder, *typed != '\0' ? 4 : 0);
}

/* A proposed title is to be typed over; after one that was typed the date is next. */
static gboolean
rap_article_meeting_form_grab_focus (GtkWidget *widget)
{
  RapArticleMeetingForm *self = RAP_ARTICLE_MEETING_FORM (widget);

  return gtk_widget_grab_focus (self->titled ? GTK_WIDGET (self->date) : GTK_WIDGET (self->title));
}

static void
rap_article_meeting_form_dispose (GObject *object)
{
  RapArticleMeetingForm *self = RAP_ARTICLE_MEETING_FORM (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->proposed, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ARTICLE_MEETING_FORM);
  G_OBJECT_CLASS (rap_article_meeting_form_parent_class)->dispose (object);
}

static void
rap_article_meeting_form_class_init (RapArticleMeetingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_meeting_form_dispose;
  widget_class->grab_focus = rap_article_meeting_form_grab_focus;
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RAP_TYPE_ARTICLE_FINDER);
  g_type_ensure (RAP_TYPE_DATE_ENTRY);
  g_type_ensure (RAP_TYPE_PARTICIPANT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-meeting-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, title);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, date);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, date_words);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, date_reason);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, place);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, participants);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, finder);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, status);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, mode);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, participant_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, participant_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, participant_unknown_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rap_article_meeting_form_init (RapArticleMeetingForm *self)
{
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  rap_article_finder_set_placeholder (self->finder, _("Add a participant"));
  rap_article_finder_set_limit (self->finder, 0);
}

/* "“on Monday”, from 8 Nov 2022": why the date is what it is. */
static void
show_reason (RapArticleMeetingForm    *self,
             const RapMeetingProposal *proposal)
{
  g_autofree char *anchor = proposal->date_anchor != NULL ? rap_row_words_date (proposal->date_anchor->text) : NULL;
  g_autofree char *reason = NULL;

  rap_set_string (&self->proposed, proposal->date_phrase != NULL ? proposal->meeting->when->text : NULL);
  if (proposal->date_phrase == NULL)
    return;
  /* Translators: a phrase of the text, and the date of the article from which it is counted */
  reason = anchor != NULL ? g_strdup_printf (_("proposed: “%s”, from %s"), proposal->date_phrase, anchor)
                          : g_strdup_printf (_("proposed: “%s”"), proposal->date_phrase);
  gtk_label_set_label (self->date_reason, reason);
}

/* (transfer full) */
static char *
get_place (RapSession       *session,
           const RapMeeting *meeting)
{
  return meeting->place != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, meeting->place)
                                : g_strdup (meeting->place_text);
}

void
rap_article_meeting_form_load (RapArticleMeetingForm *self,
                               RapSession            *session,
                               RapMeetingProposal    *proposal,
                               const RapEdtf         *published,
                               const char            *title)
{
  RapMeeting *meeting = proposal->meeting;
  g_autofree char *place = get_place (session, meeting);

  g_return_if_fail (RAP_IS_ARTICLE_MEETING_FORM (self));

  g_set_object (&self->session, session);
  g_set_object (&self->meeting, meeting);
  g_ptr_array_set_size (self->made, 0);
  rap_article_finder_set_source (self->finder, session, RAP_KIND_ENTITY);
  rap_article_finder_set_text (self->finder, "");
  show_reason (self, proposal);
  self->titled = *title != '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->title), self->titled ? title : meeting->title);
  rap_date_entry_set_anchor (self->date, published);
  rap_date_entry_set_text (self->date, meeting->when != NULL ? meeting->when->text : "");
  gtk_editable_set_text (GTK_EDITABLE (self->place), place != NULL ? place : "");
  gtk_drop_down_set_selected (self->status, meeting->status);
  gtk_drop_down_set_selected (self->mode, meeting->mode);
  date_changed_cb (self);
  rap_participant_list_set (self->participants, session, meeting->participants, NULL, self->made);
}

/* A place that the project has, by any of its names; else in words. */
static void
read_place (RapArticleMeetingForm *self,
            RapMeeting            *meeting)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place))));
  g_autoptr (RapEntity) place = *typed != '\0' ? rap_session_match_entity (self->session, typed) : NULL;
  gboolean known = place != NULL && place->kind == RAP_ENTITY_PLACE;

  rap_set_string (&meeting->place, known ? RAP_RECORD (place)->id : NULL);
  rap_set_string (&meeting->place_text, known ? "" : typed);
}

void
rap_article_meeting_form_resume (RapArticleMeetingForm *self)
{
  g_return_if_fail (RAP_IS_ARTICLE_MEETING_FORM (self));

  gtk_entry_grab_focus_without_selecting (self->title);
  gtk_editable_set_position (GTK_EDITABLE (self->title), -1);
}

RapMeeting *
rap_article_meeting_form_build (RapArticleMeetingForm  *self,
                                GError                **error)
{
  g_autoptr (RapMeeting) meeting = NULL;
  g_autoptr (RapDateReading) date = rap_date_entry_read (self->date);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));

  if (*title == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, _("Give the meeting a title first."));
      return NULL;
    }
  if (date->wrong)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return NULL;
    }
  meeting = RAP_MEETING (rap_record_copy (RAP_RECORD (self->meeting)));
  rap_set_string (&meeting->title, title);
  rap_set_edtf (&meeting->when, date->when);
  read_place (self, meeting);
  g_clear_pointer (&meeting->participants, g_ptr_array_unref);
  meeting->participants = rap_participant_list_dup (self->participants);
  meeting->status = gtk_drop_down_get_selected (self->status);
  meeting->mode = gtk_drop_down_get_selected (self->mode);
  return g_steal_pointer (&meeting);
}

GPtrArray *
rap_article_meeting_form_get_made (RapArticleMeetingForm *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_MEETING_FORM (self), NULL);

  for (guint i = self->made->len; i > 0; i--)
    if (!rap_participant_list_has (self->participants, RAP_RECORD (g_ptr_array_index (self->made, i - 1))->id))
      g_ptr_array_remove_index (self->made, i - 1);
  return self->made;
}
