/* rap-meeting-merge-page.c
 *
 * Two steps on one page: the picker, and below it the values side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-merge-page.h"

#include <glib/gi18n.h>

#include "rap-delete.h"
#include "rap-form.h"
#include "rap-meeting-merge.h"
#include "rap-meeting-picker.h"
#include "rap-words.h"

/**
 * RapMeetingMergePage:
 * @meeting: the one that stays
 * @merge: the plan, or NULL before the other is chosen
 */
struct _RapMeetingMergePage
{
  AdwBin            parent_instance;
  RapMeetingPicker *picker;
  GtkWidget        *preview;
  GtkLabel         *other_label;
  GtkBox           *fields;
  GtkWidget        *agreement;
  GtkLabel         *summary;
  GtkWidget        *merge_button;
  RapSession       *session;
  RapMeeting       *meeting;
  RapMeetingMerge  *merge;
};

G_DEFINE_FINAL_TYPE (RapMeetingMergePage, rap_meeting_merge_page, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const field_names[RAP_N_MEETING_FIELDS] = {
  [RAP_MEETING_TITLE] = N_("Title"),
  [RAP_MEETING_WHEN] = N_("When"),
  [RAP_MEETING_PLACE] = N_("Place"),
  [RAP_MEETING_MODE] = N_("Mode"),
  [RAP_MEETING_STATUS] = N_("Status"),
  [RAP_MEETING_TOPIC] = N_("Topic"),
  [RAP_MEETING_OUTCOME] = N_("Outcome"),
};

static const char * const mode_names[] = {
  N_("visit"), N_("in a third country"), N_("multilateral"), N_("remote"), N_("unknown"),
};

static const char * const status_names[] = {
  N_("held"), N_("planned"), N_("cancelled"), N_("reported only"),
};

/* "3 passages and 2 claims move here …": what a commit would do. */
static void
show_summary (RapMeetingMergePage *self)
{
  RapMeetingMoves moves;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = rap_meeting_merge_build (self->merge, "", &moves, &error);
  g_autofree char *passages = NULL;
  g_autofree char *claims = NULL;
  g_autofree char *participants = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_sensitive (self->merge_button, edits != NULL && !rap_session_get_read_only (self->session));
  if (edits == NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  passages = g_strdup_printf (ngettext ("%u passage", "%u passages", moves.n_evidence), moves.n_evidence);
  claims = g_strdup_printf (ngettext ("%u claim", "%u claims", moves.n_claims), moves.n_claims);
  participants = g_strdup_printf (ngettext ("%u participant", "%u participants", moves.n_participants), moves.n_participants);
  /* Translators: "3 passages", "2 claims" and "1 participant" */
  sentence = g_strdup_printf (_("%s, %s and %s come to this meeting, and the other one goes. Values that are not "
                                "chosen are kept in the note. Undo brings both back."), passages, claims, participants);
  gtk_label_set_label (self->summary, sentence);
}

static void
choice_toggled_cb (RapMeetingMergePage *self,
                   GtkCheckButton      *check)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "field"));

  rap_meeting_merge_take (self->merge, field, gtk_check_button_get_active (check));
  show_summary (self);
}

/* A nick or an EDTF date as the analyst knows it. (transfer full) */
static char *
put_in_words (RapMeetingField  field,
              const char      *value)
{
  g_autoptr (RapEdtf) date = field == RAP_MEETING_WHEN ? rap_edtf_parse (value, NULL) : NULL;
  guint number;

  if (date != NULL)
    return rap_words_edtf (date);
  if (field == RAP_MEETING_MODE && rap_vocabulary_parse (&rap_meeting_mode_vocabulary, value, &number))
    return g_strdup (_(mode_names[number]));
  if (field == RAP_MEETING_STATUS && rap_vocabulary_parse (&rap_status_vocabulary, value, &number))
    return g_strdup (_(status_names[number]));
  return g_strdup (value);
}

static GtkWidget *
add_choice (RapMeetingMergePage *self,
            GtkListBox          *list,
            RapMeetingField      field,
            gboolean             of_from)
{
  g_autofree char *value = rap_meeting_merge_dup_value (self->merge, field, of_from);
  g_autofree char *words = put_in_words (field, value);
  g_autofree char *title = g_markup_escape_text (words, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 6);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), of_from ? _("of the other meeting") : _("of this meeting"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (list, row);
  return check;
}

/* The two values of a field, one to be picked. */
static void
add_field (RapMeetingMergePage *self,
           RapMeetingField      field)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *ours, *theirs;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field_names[field]), -1);
  ours = add_choice (self, GTK_LIST_BOX (list), field, FALSE);
  theirs = add_choice (self, GTK_LIST_BOX (list), field, TRUE);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (ours));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (rap_meeting_merge_takes (self->merge, field) ? theirs : ours), TRUE);
  g_object_set_data (G_OBJECT (theirs), "field", GUINT_TO_POINTER (field));
  g_signal_connect_swapped (theirs, "toggled", G_CALLBACK (choice_toggled_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(field_names[field]));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->fields, group);
}

static void
clear_fields (RapMeetingMergePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
}

static void
show_preview (RapMeetingMergePage *self)
{
  g_autofree char *sentence = g_strdup_printf (_("With “%s”"), rap_meeting_merge_get_from (self->merge)->title);
  gboolean differ = FALSE;

  clear_fields (self);
  gtk_label_set_label (self->other_label, sentence);
  for (guint field = 0; field < RAP_N_MEETING_FIELDS; field++)
    if (rap_meeting_merge_differs (self->merge, field))
      {
        add_field (self, field);
        differ = TRUE;
      }
  gtk_widget_set_visible (self->agreement, !differ);
  show_summary (self);
  gtk_widget_set_visible (self->preview, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), FALSE);
}

static void
chosen_cb (RapMeetingMergePage *self,
           const char          *id)
{
  g_autoptr (GError) error = NULL;
  RapMeetingMerge *merge = rap_meeting_merge_new (self->session, RAP_RECORD (self->meeting)->id, id, &error);

  if (merge == NULL)
    {
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->merge, rap_meeting_merge_free);
  self->merge = merge;
  show_preview (self);
  gtk_widget_grab_focus (self->merge_button);
}

static void
show_picker (RapMeetingMergePage *self)
{
  g_clear_pointer (&self->merge, rap_meeting_merge_free);
  clear_fields (self);
  gtk_widget_set_visible (self->preview, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), TRUE);
}

static void
back_clicked_cb (RapMeetingMergePage *self)
{
  if (self->merge == NULL)
    {
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }
  show_picker (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
merge_clicked_cb (RapMeetingMergePage *self)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = NULL;

  if (self->merge == NULL || form == NULL)
    return;
  edits = rap_meeting_merge_build (self->merge, N_("Merge meetings"), NULL, &error);
  if (edits == NULL)
    {
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  show_picker (self);
  rap_form_commit_edits (form, edits);
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
key_pressed_cb (RapMeetingMergePage *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape)
    back_clicked_cb (self);
  else if (enter && (state & GDK_CONTROL_MASK) != 0 && gtk_widget_get_sensitive (self->merge_button))
    merge_clicked_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
rap_meeting_merge_page_dispose (GObject *object)
{
  RapMeetingMergePage *self = RAP_MEETING_MERGE_PAGE (object);

  g_clear_pointer (&self->merge, rap_meeting_merge_free);
  g_clear_object (&self->session);
  g_clear_object (&self->meeting);
  G_OBJECT_CLASS (rap_meeting_merge_page_parent_class)->dispose (object);
}

static void
rap_meeting_merge_page_class_init (RapMeetingMergePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_meeting_merge_page_dispose;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RAP_TYPE_MEETING_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-meeting-merge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapMeetingMergePage, picker);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingMergePage, preview);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingMergePage, other_label);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingMergePage, fields);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingMergePage, agreement);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingMergePage, summary);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingMergePage, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_meeting_merge_page_init (RapMeetingMergePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The finder of the session is everybody's: it is aimed each time. */
static RapMeetingFinder *
aim (RapMeetingMergePage *self)
{
  g_autoptr (RapMeetingFinder) finder = rap_meeting_finder_get (self->session);

  rap_meeting_finder_aim_at_meeting (finder, self->meeting);
  return finder;
}

void
rap_meeting_merge_page_open (RapMeetingMergePage *self,
                             RapSession          *session,
                             RapMeeting          *meeting)
{
  g_return_if_fail (RAP_IS_MEETING_MERGE_PAGE (self));

  g_set_object (&self->session, session);
  g_set_object (&self->meeting, meeting);
  show_picker (self);
  rap_meeting_picker_set_finder (self->picker, aim (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

void
rap_meeting_merge_page_refresh (RapMeetingMergePage *self,
                                RapMeeting          *meeting)
{
  g_autofree char *other = NULL;
  g_autoptr (RapRecord) record = NULL;

  g_return_if_fail (RAP_IS_MEETING_MERGE_PAGE (self));

  g_set_object (&self->meeting, meeting);
  if (self->merge == NULL)
    {
      aim (self);
      rap_meeting_picker_refresh (self->picker);
      return;
    }
  other = g_strdup (rap_meeting_merge_get_from (self->merge)->parent_instance.id);
  record = rap_session_load (self->session, RAP_KIND_MEETING, other, NULL);
  if (record != NULL)
    chosen_cb (self, other);
  else
    show_picker (self);
}
