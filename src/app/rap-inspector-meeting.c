/* rap-inspector-meeting.c
 *
 * The form of a meeting: what the analyst adopted, who took part, and what the
 * articles say of it. Competing values stand side by side; a date among them
 * can be adopted.
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
#include "rap-link-row.h"
#include "rap-linked-list.h"
#include "rap-part-row.h"
#include "rap-pick-button.h"
#include "rap-record-words.h"
#include "rap-ref-row.h"
#include "rap-text-row.h"

struct _RapInspectorMeeting
{
  RapForm           parent_instance;
  GtkLabel         *reports;
  GtkListBox       *participants;
  RapPickButton    *participant_button;
  RapClaimedValues *values;
  RapLinkedList    *evidence;
  RapLinkedList    *claims;
};

G_DEFINE_FINAL_TYPE (RapInspectorMeeting, rap_inspector_meeting, RAP_TYPE_FORM)

/* The participants as the rows say. */
static GPtrArray *
collect_participants (RapInspectorMeeting *self)
{
  GPtrArray *participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->participants, i)) != NULL; i++)
    {
      RapPartRow *part = RAP_PART_ROW (row);
      g_autofree char *capacity = rap_part_row_dup_text (part);

      g_ptr_array_add (participants, rap_participant_new (rap_part_row_get_id (part),
                                                          rap_part_row_get_choice (part), capacity));
    }
  return participants;
}

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
participant_changed_cb (RapInspectorMeeting *self)
{
  commit_participants (self, N_("Change participant"), collect_participants (self), NULL);
}

static void
participant_removed_cb (RapInspectorMeeting *self,
                        RapPartRow          *row)
{
  GPtrArray *participants = collect_participants (self);

  g_ptr_array_remove_index (participants, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  commit_participants (self, N_("Remove participant"), participants, NULL);
}

static void
participant_picked_cb (RapInspectorMeeting *self,
                       const char          *id,
                       RapRecord           *added,
                       guint                choice)
{
  GPtrArray *participants = collect_participants (self);

  g_ptr_array_add (participants, rap_participant_new (id, RAP_ROLE_PARTICIPANT, ""));
  commit_participants (self, N_("Add participant"), participants, added);
}

static gboolean
rows_match (RapInspectorMeeting *self,
            RapMeeting          *meeting)
{
  guint n = meeting->participants != NULL ? meeting->participants->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const RapParticipant *participant = meeting->participants->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->participants, (int) i);

      if (row == NULL || g_strcmp0 (rap_part_row_get_id (RAP_PART_ROW (row)), participant->entity) != 0)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->participants, (int) n) == NULL;
}

static void
create_participant_rows (RapInspectorMeeting *self,
                         guint                n)
{
  rap_list_box_clear (self->participants);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = rap_part_row_new (rap_record_words_get_roles ());

      g_signal_connect_swapped (row, "changed", G_CALLBACK (participant_changed_cb), self);
      g_signal_connect_swapped (row, "removed", G_CALLBACK (participant_removed_cb), self);
      gtk_list_box_append (self->participants, row);
    }
}

static void
load_participants (RapInspectorMeeting *self,
                   RapSession          *session,
                   RapMeeting          *meeting)
{
  guint n = meeting->participants != NULL ? meeting->participants->len : 0;

  if (!rows_match (self, meeting))
    create_participant_rows (self, n);
  for (guint i = 0; i < n; i++)
    {
      const RapParticipant *participant = meeting->participants->pdata[i];
      RapPartRow *row = RAP_PART_ROW (gtk_list_box_get_row_at_index (self->participants, (int) i));
      g_autofree char *name = rap_session_get_name (session, RAP_KIND_ENTITY, participant->entity);

      rap_part_row_set_link (row, RAP_KIND_ENTITY, participant->entity, name);
      rap_part_row_set_choice (row, participant->role);
      rap_part_row_set_text (row, participant->capacity, _("Capacity"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->participants), n > 0);
}

static void
adopted_cb (RapInspectorMeeting *self,
            const char          *edtf)
{
  g_autoptr (RapEdtf) date = rap_edtf_parse (edtf, NULL);

  if (date != NULL)
    rap_form_set_edtf (RAP_FORM (self), "when", date);
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
rap_inspector_meeting_refresh (RapForm   *form,
                               RapRecord *record)
{
  RapInspectorMeeting *self = RAP_INSPECTOR_MEETING (form);
  RapSession *session = rap_form_get_session (form);
  RapMeeting *meeting = (RapMeeting *) record;
  g_autoptr (GPtrArray) evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, record->id, 0, NULL);
  g_autoptr (GPtrArray) claims = rap_session_load_linked (session, RAP_KIND_CLAIM, record->id, 0, NULL);

  rap_pick_button_set_session (self->participant_button, session);
  load_participants (self, session, meeting);
  update_reports (self, evidence, claims);
  rap_claimed_values_load (self->values, session, meeting, claims);
  rap_linked_list_set (self->evidence, session, evidence);
  rap_linked_list_set (self->claims, session, claims);
}

static void
ensure_types (void)
{
  g_type_ensure (RAP_TYPE_CHOICE_ROW);
  g_type_ensure (RAP_TYPE_CLAIMED_VALUES);
  g_type_ensure (RAP_TYPE_DATE_ROW);
  g_type_ensure (RAP_TYPE_LINKED_LIST);
  g_type_ensure (RAP_TYPE_PICK_BUTTON);
  g_type_ensure (RAP_TYPE_REF_ROW);
  g_type_ensure (RAP_TYPE_TEXT_ROW);
}

static void
rap_inspector_meeting_class_init (RapInspectorMeetingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RAP_FORM_CLASS (klass)->refresh = rap_inspector_meeting_refresh;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector-meeting.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, reports);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, participants);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, participant_button);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, values);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, evidence);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorMeeting, claims);
  gtk_widget_class_bind_template_callback (widget_class, participant_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, adopted_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
rap_inspector_meeting_init (RapInspectorMeeting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
