/* rap-meeting-split-page.c
 *
 * A title over a list of ticks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-split-page.h"

#include <glib/gi18n.h>

#include "rap-delete.h"
#include "rap-form.h"
#include "rap-list-box.h"
#include "rap-meeting-merge.h"
#include "rap-record-words.h"

/**
 * RapMeetingSplitPage:
 * @ticked: ids of what goes to the new meeting
 */
struct _RapMeetingSplitPage
{
  AdwBin      parent_instance;
  GtkEntry   *title;
  GtkListBox *list;
  GtkLabel   *summary;
  GtkWidget  *split_button;
  RapSession *session;
  RapMeeting *meeting;
  GHashTable *ticked;
  guint       n_records;
};

G_DEFINE_FINAL_TYPE (RapMeetingSplitPage, rap_meeting_split_page, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (transfer container) (array zero-terminated=1) */
static const char **
get_ticked (RapMeetingSplitPage *self)
{
  return (const char **) g_hash_table_get_keys_as_array (self->ticked, NULL);
}

static void
show_summary (RapMeetingSplitPage *self)
{
  guint n = g_hash_table_size (self->ticked);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  gboolean titled = title[strspn (title, " ")] != '\0';
  g_autofree char *sentence = NULL;

  if (n == 0)
    sentence = g_strdup (self->n_records > 0
                         ? _("Tick the passages and claims that belong to the new meeting.")
                         : _("No passage and no claim speaks of this meeting yet: there is nothing to split."));
  else if (!titled)
    sentence = g_strdup (_("Give the new meeting a title."));
  else
    sentence = g_strdup_printf (_("%u of %u go to the new meeting, which has the same participants."), n, self->n_records);
  gtk_label_set_label (self->summary, sentence);
  gtk_widget_set_sensitive (self->split_button, n > 0 && titled && !rap_session_get_read_only (self->session));
}

static void
title_changed_cb (RapMeetingSplitPage *self)
{
  if (self->session != NULL)
    show_summary (self);
}

static void
tick_toggled_cb (RapMeetingSplitPage *self,
                 GtkCheckButton      *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "rap-id");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_strdup (id));
  else
    g_hash_table_remove (self->ticked, id);
  show_summary (self);
}

/* "date, claim · The Gazette": what the record says, and where. (transfer full) */
static char *
describe_record (RapMeetingSplitPage *self,
                 RapRecord           *record)
{
  const char * const *aspects = rap_record_words_get_aspects ();
  g_autofree char *article = rap_session_get_name (self->session, RAP_KIND_ARTICLE, rap_record_get_article (record));
  g_autoptr (GString) of = g_string_new (NULL);

  if (RAP_IS_EVIDENCE (record))
    return g_strdup_printf ("%s · %s", aspects[RAP_EVIDENCE (record)->aspect], article);
  for (guint i = 0; i < RAP_CLAIM (record)->meetings->len; i++)
    {
      const RapClaimMeeting *link = RAP_CLAIM (record)->meetings->pdata[i];

      if (!g_str_equal (link->meeting, RAP_RECORD (self->meeting)->id))
        continue;
      g_string_append_printf (of, "%s%s", of->len > 0 ? ", " : "", aspects[link->aspect]);
      if (link->value != NULL)
        g_string_append_printf (of, " “%s”", link->value);
    }
  return g_strdup_printf ("%s · %s", of->str, article);
}

static void
add_record (RapMeetingSplitPage *self,
            RapRecord           *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *words = RAP_IS_CLAIM (record) ? rap_record_words_claim (RAP_CLAIM (record))
                                                 : g_strdup_printf (_("“%s”"), RAP_EVIDENCE (record)->anchor->exact);
  g_autofree char *where = describe_record (self, record);
  g_autofree char *title = g_markup_escape_text (words, -1);
  g_autofree char *subtitle = g_markup_escape_text (where, -1);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (check), "rap-id", g_strdup (record->id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->ticked, record->id));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (tick_toggled_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

/* Ticks of what is no longer there go. */
static void
fill (RapMeetingSplitPage *self)
{
  const RapKind kinds[] = { RAP_KIND_EVIDENCE, RAP_KIND_CLAIM };
  g_autoptr (GHashTable) before = self->ticked;

  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_records = 0;
  rap_list_box_clear (self->list);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = rap_session_load_linked (self->session, kinds[k], RAP_RECORD (self->meeting)->id, 0, NULL);

      for (guint i = 0; records != NULL && i < records->len; i++)
        {
          RapRecord *record = records->pdata[i];

          if (g_hash_table_contains (before, record->id))
            g_hash_table_add (self->ticked, g_strdup (record->id));
          add_record (self, record);
          self->n_records++;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_records > 0);
  show_summary (self);
}

static void
close_clicked_cb (RapMeetingSplitPage *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
split_clicked_cb (RapMeetingSplitPage *self)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));
  g_autofree const char **ticked = get_ticked (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = NULL;
  g_autofree char *made = NULL;

  if (form == NULL || !gtk_widget_get_sensitive (self->split_button))
    return;
  edits = rap_meeting_split_build (self->session, RAP_RECORD (self->meeting)->id, gtk_editable_get_text (GTK_EDITABLE (self->title)),
                                   ticked, N_("Split meeting"), &made, &error);
  if (edits == NULL)
    {
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  if (!rap_form_commit_edits (form, edits))
    return;
  g_signal_emit (self, signals[CLOSED], 0);
  gtk_widget_activate_action (GTK_WIDGET (form), "win.select", "(us)", (guint) RAP_KIND_MEETING, made);
}

static gboolean
key_pressed_cb (RapMeetingSplitPage *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape)
    close_clicked_cb (self);
  else if (enter && (state & GDK_CONTROL_MASK) != 0)
    split_clicked_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
rap_meeting_split_page_dispose (GObject *object)
{
  RapMeetingSplitPage *self = RAP_MEETING_SPLIT_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->meeting);
  G_OBJECT_CLASS (rap_meeting_split_page_parent_class)->dispose (object);
}

static void
rap_meeting_split_page_finalize (GObject *object)
{
  g_hash_table_unref (RAP_MEETING_SPLIT_PAGE (object)->ticked);
  G_OBJECT_CLASS (rap_meeting_split_page_parent_class)->finalize (object);
}

static void
rap_meeting_split_page_class_init (RapMeetingSplitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_meeting_split_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rap_meeting_split_page_finalize;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-meeting-split-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapMeetingSplitPage, title);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingSplitPage, list);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingSplitPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingSplitPage, split_button);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_meeting_split_page_init (RapMeetingSplitPage *self)
{
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_meeting_split_page_open (RapMeetingSplitPage *self,
                             RapSession          *session,
                             RapMeeting          *meeting)
{
  g_return_if_fail (RAP_IS_MEETING_SPLIT_PAGE (self));

  g_set_object (&self->session, session);
  g_set_object (&self->meeting, meeting);
  g_hash_table_remove_all (self->ticked);
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

void
rap_meeting_split_page_refresh (RapMeetingSplitPage *self,
                                RapMeeting          *meeting)
{
  g_return_if_fail (RAP_IS_MEETING_SPLIT_PAGE (self));

  g_set_object (&self->meeting, meeting);
  fill (self);
}
