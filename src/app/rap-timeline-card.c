/* rap-timeline-card.c
 *
 * The card is filled when it opens. Everything on it that leads somewhere is a
 * button, so that Tab and the arrow keys reach it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-card.h"

#include <glib/gi18n.h>

#include "rap-claim.h"
#include "rap-delete.h"
#include "rap-meeting.h"
#include "rap-meeting-adoption.h"
#include "rap-record-words.h"
#include "rap-timeline-dating.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

#define MAX_REPORTS 12
#define MAX_CLAIMS  6      /* of one value */
#define WIDTH       44     /* characters */

struct _RapTimelineCard
{
  GtkPopover         parent_instance;
  GtkBox            *box;
  RapTimelineItems  *items;
  RapTimelineLinks  *links;      /* or NULL */
  guint              event;
};

G_DEFINE_FINAL_TYPE (RapTimelineCard, rap_timeline_card, GTK_TYPE_POPOVER)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH / 2);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_text (RapTimelineCard *self,
          const char      *text,
          const char      *style)
{
  gtk_box_append (self->box, make_label (text, style));
}

static void
go_cb (RapTimelineCard *self,
       GtkWidget       *button)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[OPEN], 0, kind, id);
}

/* A line that leads to a record. */
static void
add_way (RapTimelineCard *self,
         const char      *text,
         RapKind          kind,
         const char      *id)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_label (text, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "timeline-card-way");
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (go_cb), self);
  gtk_box_append (self->box, button);
}

/* "Tehran Times, 3 days later" */
static void
add_report (RapTimelineCard         *self,
            const RapTimelineReport *report)
{
  g_autofree char *name = rap_timeline_links_name_article (self->links, report->event);
  g_autofree char *lag = rap_timeline_links_say_lag (report);
  g_autofree char *date = rap_timeline_words_date (self->items, report->event);
  g_autofree char *text = NULL;
  RapTimelineEvent info;

  rap_timeline_items_get_event (self->items, report->event, &info);
  if (lag == NULL)
    text = g_strdup_printf (C_("report", "%1$s, %2$s"), name, date != NULL ? date : _("no date"));
  else
    /* Translators: who reports a meeting, how long after it ("3 days later"), and when that was */
    text = g_strdup_printf (C_("report", "%1$s, %2$s, on %3$s"), name, lag, date);
  add_way (self, text, info.kind, info.id);
}

static void
add_reports (RapTimelineCard *self,
             const GArray    *reports)
{
  g_autofree char *head = g_strdup_printf (ngettext ("Reported by %u article", "Reported by %u articles", reports->len),
                                           reports->len);

  add_text (self, head, "heading");
  for (guint i = 0; i < MIN (reports->len, MAX_REPORTS); i++)
    add_report (self, &g_array_index (reports, RapTimelineReport, i));
}

static void
adopt_cb (RapTimelineCard *self,
          GtkWidget       *button)
{
  RapSession *session = rap_timeline_links_get_session (self->links);
  const RapTimelineLink *link = rap_timeline_links_get (self->links, self->event);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "value"));
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Adopt date"));
  g_autoptr (RapRecord) meeting = NULL;
  g_autoptr (RapMeeting) changed = NULL;
  g_autoptr (GError) error = NULL;
  RapTimelineEvent info;

  rap_timeline_items_get_event (self->items, self->event, &info);
  meeting = rap_session_load (session, info.kind, info.id, &error);
  if (meeting != NULL && link != NULL && link->values != NULL && index < link->values->len)
    changed = rap_session_adopt (session, RAP_MEETING (meeting), RAP_ASPECT_DATE, link->values->pdata[index]);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (changed != NULL)
    rap_edits_replace (edits, meeting, (RapRecord *) changed);
  if (error != NULL || (changed != NULL && !rap_session_commit (session, edits, &error)))
    rap_report_error (GTK_WIDGET (self), error);
}

/* A claimed date and whether it is the one that the meeting has, or a way to adopt it. */
static void
add_value_head (RapTimelineCard       *self,
                const RapClaimedValue *value,
                guint                  index,
                gboolean               editable)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = value->date != NULL ? rap_words_edtf (value->date) : g_strdup (value->value);
  /* Translators: a claimed date that the meeting holds */
  g_autofree char *text = value->adopted ? g_strdup_printf (_("%s (adopted)"), words) : g_steal_pointer (&words);
  GtkWidget *label = make_label (text, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (editable && value->adoptable)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Adopt"));
      /* Translators: accessible name of the button "Adopt"; a date */
      g_autofree char *name = g_strdup_printf (_("Adopt the date %s"), text);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (button), "value", GUINT_TO_POINTER (index));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (adopt_cb), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (self->box, row);
}

static void
add_values (RapTimelineCard *self,
            GPtrArray       *values,
            gboolean         editable)
{
  add_text (self, _("Sources disagree about the date"), "timeline-card-contested");
  for (guint i = 0; i < values->len; i++)
    {
      const RapClaimedValue *value = values->pdata[i];

      add_value_head (self, value, i, editable);
      for (guint j = 0; j < MIN (value->claims->len, MAX_CLAIMS); j++)
        {
          g_autofree char *claim = rap_record_words_claim (value->claims->pdata[j]);

          add_way (self, claim, RAP_KIND_CLAIM, RAP_RECORD (value->claims->pdata[j])->id);
        }
    }
}

static void
ask_date_cb (RapTimelineCard *self)
{
  RapTimelineEvent info;

  rap_timeline_items_get_event (self->items, self->event, &info);
  gtk_popover_popdown (GTK_POPOVER (self));
  rap_timeline_dating_ask (gtk_widget_get_parent (GTK_WIDGET (self)), &info);
}

static void
add_buttons (RapTimelineCard        *self,
             const RapTimelineEvent *info,
             gboolean                editable)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));
  GtkWidget *date = gtk_button_new_with_mnemonic (_("_Date…"));

  g_object_set_data (G_OBJECT (open), "kind", GUINT_TO_POINTER (info->kind));
  g_object_set_data_full (G_OBJECT (open), "id", g_strdup (info->id), g_free);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (go_cb), self);
  g_signal_connect_swapped (date, "clicked", G_CALLBACK (ask_date_cb), self);
  gtk_widget_set_visible (date, editable);
  gtk_widget_set_margin_top (row, 6);
  gtk_box_append (GTK_BOX (row), open);
  gtk_box_append (GTK_BOX (row), date);
  gtk_box_append (self->box, row);
}

static void
clear (RapTimelineCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
rap_timeline_card_dispose (GObject *object)
{
  RapTimelineCard *self = RAP_TIMELINE_CARD (object);

  g_clear_pointer (&self->items, rap_timeline_items_unref);
  g_clear_object (&self->links);
  G_OBJECT_CLASS (rap_timeline_card_parent_class)->dispose (object);
}

static void
rap_timeline_card_class_init (RapTimelineCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rap_timeline_card_dispose;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
rap_timeline_card_init (RapTimelineCard *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "timeline-card-popover");
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

RapTimelineCard *
rap_timeline_card_new (void)
{
  return g_object_new (RAP_TYPE_TIMELINE_CARD, NULL);
}

void
rap_timeline_card_show (RapTimelineCard    *self,
                        RapTimelineItems   *items,
                        RapTimelineLinks   *links,
                        guint               event,
                        gboolean            editable,
                        const GdkRectangle *area)
{
  g_autofree char *sentence = rap_timeline_words_event (items, event);
  const RapTimelineLink *link;
  RapTimelineEvent info;

  g_return_if_fail (RAP_IS_TIMELINE_CARD (self));

  clear (self);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  self->items = rap_timeline_items_ref (items);
  g_set_object (&self->links, links);
  self->event = event;
  rap_timeline_items_get_event (items, event, &info);
  link = links != NULL ? rap_timeline_links_get (links, event) : NULL;
  add_text (self, sentence, "title-4");
  if (link != NULL && link->values != NULL)
    add_values (self, link->values, editable);
  if (link != NULL && link->reports->len > 0)
    add_reports (self, link->reports);
  add_buttons (self, &info, editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
}
