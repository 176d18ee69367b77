/* rap-inspector-meeting.c
 *
 * The form of a meeting: what the analyst adopted, who took part, and what the
 * articles say of each field. Merging and splitting are pages beside the form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspector-meeting.h"

#include <glib/gi18n.h>

#include "rap-choice-row.h"
#include "rap-claimed-values.h"
#include "rap-date-row.h"
#include "rap-delete.h"
#include "rap-meeting-merge-page.h"
#include "rap-meeting-split-page.h"
#include "rap-participant-list.h"
#include "rap-pick-button.h"
#include "rap-ref-row.h"
#include "rap-text-row.h"

/**
 * RapInspectorMeeting:
 * @pages: "form", "merge" or "split"
 * @shown: id of the meeting that they speak of
 */
struct _RapInspectorMeeting
{
  RapForm              parent_instance;
  GtkStack            *pages;
  GtkWidget           *more;
  GtkLabel            *reports;
  RapParticipantList  *participants;
  RapPickButton       *participant_button;
  RapClaimedValues    *occurrence;
  RapClaimedValues    *date;
  RapClaimedValues    *place;
  RapClaimedValues    *company;
  RapClaimedValues    *topic;
  RapClaimedValues    *outcome;
  RapMeetingMergePage *merge;
  RapMeetingSplitPage *split;
  char                *shown;
};

G_DEFINE_FINAL_TYPE (RapInspectorMeeting, rap_inspector_meeting, RAP_TYPE_FORM)

/* @participants: (transfer full) */
static void
commit_participants (RapInspectorMeeting *self,
                     const char          *label,
                     GPtrArray           *participants,
                     RapRecord           *added)
{
  g_autoptr (RapRecord) changed = rap_form_edit (RAP_FORM (self));
  RapMeeting *meeting = (RapMeeting *) changed;

  g_clear_pointer (&meeting->participants, g_ptr_array_unref);
  if (participants->len > 0)
    meeting->participants = g_ptr_array_ref (participants);
  rap_form_commit (RAP_FORM (self), label, changed, added);
  g_ptr_array_unref (participants);
}

static void
participants_changed_cb (RapInspectorMeeting *self,
                         const char          *label)
{
  if (rap_form_get_record (RAP_FORM (self)) != NULL)
    commit_participants (self, label, rap_participant_list_dup (self->participants), NULL);
}

static void
participant_picked_cb (RapInspectorMeeting *self,
                       const char          *id,
                       RapRecord           *added,
                       guint                choice)
{
  GPtrArray *participants = rap_participant_list_dup (self->participants);

  g_ptr_array_add (participants, rap_participant_new (id, RAP_ROLE_PARTICIPANT, ""));
  commit_participants (self, N_("Add participant"), participants, added);
}

static void
adopted_cb (RapInspectorMeeting *self,
            RapRecord           *result,
            const char          *label)
{
  rap_form_commit (RAP_FORM (self), label, result, NULL);
}

static void
show_page (RapInspectorMeeting *self,
           const char          *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
}

static gboolean
is_on_page (RapInspectorMeeting *self,
            const char          *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), name) == 0;
}

static void
merge_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RapInspectorMeeting *self = RAP_INSPECTOR_MEETING (widget);
  RapRecord *record = rap_form_get_record (RAP_FORM (self));

  if (record == NULL)
    return;
  show_page (self, "merge");
  rap_meeting_merge_page_open (self->merge, rap_form_get_session (RAP_FORM (self)), RAP_MEETING (record));
}

static void
split_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RapInspectorMeeting *self = RAP_INSPECTOR_MEETING (widget);
  RapRecord *record = rap_form_get_record (RAP_FORM (self));

  if (record == NULL)
    return;
  show_page (self, "split");
  rap_meeting_split_page_open (self->split, rap_form_get_session (RAP_FORM (self)), RAP_MEETING (record));
}

static void
page_closed_cb (RapInspectorMeeting *self)
{
  show_page (self, "form");
  gtk_widget_grab_focus (self->more);
}

static void
delete_clicked_cb (RapInspectorMeeting *self)
{
  rap_delete_record (GTK_WIDGET (self), rap_form_get_session (RAP_FORM (self)), RAP_KIND_MEETING,
                     rap_form_get_record (RAP_FORM (self))->id);
}

static void
add_articles (GHashTable *articles,
              GPtrArray  *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (articles, (gpointer) rap_record_get_article (records->pdata[i]));
}

static void
update_reports (RapInspectorMeeting *self,
                GPtrArray           *evidence,
                GPtrArray           *claims)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = NULL;
  guint n;

  add_articles (articles, evidence);
  add_articles (articles, claims);
  n = g_hash_table_size (articles);
  text = n > 0 ? g_strdup_printf (ngettext ("reported by %u article", "reported by %u articles", n), n)
               : g_strdup (_("no evidence yet"));
  gtk_label_set_text (self->reports, text);
}

static void
load_values (RapInspectorMeeting *self,
             RapSession          *session,
             RapMeeting          *meeting)
{
  RapClaimedValues *values[] = { self->occurrence, self->date, self->place, self->company, self->topic, self->outcome };
  const char *id = RAP_RECORD (meeting)->id;
  g_autoptr (GPtrArray) evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, id, 0, NULL);
  g_autoptr (GPtrArray) claims = rap_session_load_linked (session, RAP_KIND_CLAIM, id, 0, NULL);

  update_reports (self, evidence, claims);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    rap_claimed_values_load (values[i], session, meeting, evidence, claims);
}

/* A page speaks of one meeting; another one is shown by its form. */
static void
refresh_page (RapInspectorMeeting *self,
              RapMeeting          *meeting)
{
  if (g_strcmp0 (self->shown, RAP_RECORD (meeting)->id) != 0)
    show_page (self, "form");
  else if (is_on_page (self, "merge"))
    rap_meeting_merge_page_refresh (self->merge, meeting);
  else if (is_on_page (self, "split"))
    rap_meeting_split_page_refresh (self->split, meeting);
  rap_set_string (&self->shown, RAP_RECORD (meeting)->id);
}

static void
rap_inspector_meeting_refresh (RapForm   *form,
                               RapRecord *record)
{
  RapInspectorMeeting *self = RAP_INSPECTOR_MEETING (form);
  RapSession *session = rap_form_get_session (form);
  RapMeeting *meeting = (RapMeeting *) record;
  gboolean writable = !rap_session_get_read_only (session);

  rap_pick_button_set_session (self->participant_button, session);
  rap_participant_list_set (self->participants, session, meeting->participants, record->id, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.merge", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.split", writable);
  load_values (self, session, meeting);
  refresh_page (self, meeting);
}

static void
rap_inspector_meeting_finalize (GObject *object)
{
  g_free (RAP_INSPECTOR_MEETING (object)->shown);
  G_OBJECT_CLASS (rap_inspector_meeting_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (RAP_TYPE_CHOICE_ROW);
  g_type_ensure (RAP_TYPE_CLAIMED_VALUES);
  g_type_ensure (RAP_TYPE_DATE_ROW);
  g_type_ensure (RAP_TYPE_MEETING_MERGE_PAGE);
  g_type_ensure (RAP_TYPE_MEETING_SPLIT_PAGE);
  g_type_ensure (RAP_TYPE_PARTICIPANT_LIST);
  g_type_ensure (RAP_TYPE_PICK_BUTTON);
  g_type_ensure (RAP_TYPE_REF_ROW);
  g_type_ensure (RAP_TYPE_TEXT_ROW);
}

static void
rap_inspector_meeting_class_init (RapInspectorMeetingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_inspector_meeting_finalize;
  RAP_FORM_CLASS (klass)->refresh = rap_inspector_meeting_refresh;
  gtk_widget_class_install_action (widget_class, "meeting.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "meeting.split", NULL, split_cb);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector-meeting.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, pages);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, more);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, reports);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, participants);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, participant_button);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, occurrence);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, date);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, place);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, company);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, topic);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, outcome);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, merge);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, split);
  gtk_widget_class_bind_template_callback (widget_class, participants_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, participant_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, adopted_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
rap_inspector_meeting_init (RapInspectorMeeting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
