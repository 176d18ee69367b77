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
#include "rap-words.h"

/**
 * RapArticleMeetingForm:
 * @meeting: unsealed; what the fields do not show is kept here (participants)
 * @session: where names come from
 * @made: (element-type RapEntity): people typed here who are not in the project yet
 */
struct _RapArticleMeetingForm
{
  GtkWidget         parent_instance;
  GtkEntry         *title;
  GtkEntry         *date;
  GtkLabel         *date_words;
  GtkFlowBox       *participants;
  RapArticleFinder *finder;
  GtkDropDown      *status;
  GtkDropDown      *mode;
  RapSession       *session;
  RapMeeting       *meeting;
  GPtrArray        *made;
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
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date));
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) date = *text != '\0' ? rap_edtf_parse (text, &error) : NULL;
  g_autofree char *words = date != NULL ? rap_words_edtf (date) : NULL;

  if (*text == '\0')
    gtk_label_set_label (self->date_words, _("no date: undated"));
  else
    gtk_label_set_label (self->date_words, words != NULL ? words : error->message);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->date_words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_words), "error");
}

static gboolean
has_participant (RapArticleMeetingForm *self,
                 const char            *entity)
{
  GPtrArray *participants = self->meeting->participants;

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    if (g_strcmp0 (((RapParticipant *) participants->pdata[i])->entity, entity) == 0)
      return TRUE;
  return FALSE;
}

static void show_participants (RapArticleMeetingForm *self);

static void
remove_clicked_cb (RapArticleMeetingForm *self,
                   GtkWidget             *button)
{
  const char *entity = g_object_get_data (G_OBJECT (button), "entity");
  GPtrArray *participants = self->meeting->participants;

  for (guint i = 0; i < participants->len; i++)
    if (g_strcmp0 (((RapParticipant *) participants->pdata[i])->entity, entity) == 0)
      {
        g_ptr_array_remove_index (participants, i);
        break;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
  show_participants (self);
}

static char *
get_participant_name (RapArticleMeetingForm *self,
                      const char            *entity)
{
  for (guint i = 0; i < self->made->len; i++)
    {
      const RapEntity *made = g_ptr_array_index (self->made, i);

      if (g_str_equal (made->parent_instance.id, entity))
        return g_strdup (made->name);
    }
  return rap_session_get_name (self->session, RAP_KIND_ENTITY, entity);
}

static GtkWidget *
make_participant (RapArticleMeetingForm *self,
                  const char            *entity)
{
  g_autofree char *name = get_participant_name (self, entity);
  g_autofree char *label = g_strdup_printf ("%s  ×", name);
  g_autofree char *action = g_strdup_printf (_("Take %s out of the participants"), name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill-chip");
  gtk_widget_set_tooltip_text (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
  g_object_set_data_full (G_OBJECT (button), "entity", g_strdup (entity), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static void
show_participants (RapArticleMeetingForm *self)
{
  GPtrArray *participants = self->meeting->participants;
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->participants, 0)) != NULL)
    gtk_flow_box_remove (self->participants, GTK_WIDGET (child));
  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      RapParticipant *participant = participants->pdata[i];

      gtk_flow_box_append (self->participants, make_participant (self, participant->entity));
      child = gtk_flow_box_get_child_at_index (self->participants, (int) i);
      gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->participants), participants != NULL && participants->len > 0);
}

static void
participant_chosen_cb (RapArticleMeetingForm *self,
                       const char            *id)
{
  if (self->meeting->participants == NULL)
    self->meeting->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  if (!has_participant (self, id))
    g_ptr_array_add (self->meeting->participants, rap_participant_new (id, RAP_ROLE_PARTICIPANT, ""));
  rap_article_finder_set_text (self->finder, "");
  show_participants (self);
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

/* The title comes from the type-ahead; the date is what is to be typed first. */
static gboolean
rap_article_meeting_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RAP_ARTICLE_MEETING_FORM (widget)->date));
}

static void
rap_article_meeting_form_dispose (GObject *object)
{
  RapArticleMeetingForm *self = RAP_ARTICLE_MEETING_FORM (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->made, g_ptr_array_unref);
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
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-meeting-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, title);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, date);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMeetingForm, date_words);
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

void
rap_article_meeting_form_load (RapArticleMeetingForm *self,
                               RapSession            *session,
                               RapMeeting            *proposal,
                               const char            *title)
{
  g_return_if_fail (RAP_IS_ARTICLE_MEETING_FORM (self));

  g_set_object (&self->session, session);
  g_set_object (&self->meeting, proposal);
  g_ptr_array_set_size (self->made, 0);
  rap_article_finder_set_source (self->finder, session, RAP_KIND_ENTITY);
  rap_article_finder_set_text (self->finder, "");
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  gtk_editable_set_text (GTK_EDITABLE (self->date), proposal->when != NULL ? proposal->when->text : "");
  gtk_drop_down_set_selected (self->status, proposal->status);
  gtk_drop_down_set_selected (self->mode, proposal->mode);
  date_changed_cb (self);
  show_participants (self);
}

void
rap_article_meeting_form_set_title (RapArticleMeetingForm *self,
                                    const char            *title)
{
  g_return_if_fail (RAP_IS_ARTICLE_MEETING_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
}

RapMeeting *
rap_article_meeting_form_build (RapArticleMeetingForm  *self,
                                GError                **error)
{
  g_autoptr (RapMeeting) meeting = NULL;
  g_autoptr (RapEdtf) when = NULL;
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  const char *date = gtk_editable_get_text (GTK_EDITABLE (self->date));

  if (*title == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, _("Give the meeting a title first."));
      return NULL;
    }
  if (*date != '\0' && (when = rap_edtf_parse (date, error)) == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return NULL;
    }
  meeting = RAP_MEETING (rap_record_copy (RAP_RECORD (self->meeting)));
  rap_set_string (&meeting->title, title);
  rap_set_edtf (&meeting->when, when);
  meeting->status = gtk_drop_down_get_selected (self->status);
  meeting->mode = gtk_drop_down_get_selected (self->mode);
  return g_steal_pointer (&meeting);
}

GPtrArray *
rap_article_meeting_form_get_made (RapArticleMeetingForm *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_MEETING_FORM (self), NULL);

  for (guint i = self->made->len; i > 0; i--)
    if (!has_participant (self, RAP_RECORD (g_ptr_array_index (self->made, i - 1))->id))
      g_ptr_array_remove_index (self->made, i - 1);
  return self->made;
}
