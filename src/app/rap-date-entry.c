/* rap-date-entry.c
 *
 * The text, the button of the calendar, and the line of the anchor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-entry.h"

#include <glib/gi18n.h>

#include "rap-date-calendar.h"
#include "rap-words.h"

/**
 * RapDateEntry:
 * @text: a GtkText, or a GtkEntry when framed
 * @anchor_line: shown while what is typed is counted from another date
 */
struct _RapDateEntry
{
  GtkBox           parent_instance;
  GtkWidget       *line;
  GtkWidget       *text;
  GtkMenuButton   *button;
  RapDateCalendar *calendar;
  GtkWidget       *anchor_line;
  GtkWidget       *anchor;
  gboolean         framed;
};

G_DEFINE_FINAL_TYPE (RapDateEntry, rap_date_entry, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_FRAMED,
  N_PROPS
};

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
changed_cb (RapDateEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (RapDateEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* The calendar opens on what is typed, as far as that can be read. */
static void
calendar_shown_cb (RapDateEntry *self)
{
  g_autoptr (RapDateReading) reading = rap_date_entry_read (self);
  g_autofree char *anchor = NULL;
  g_autoptr (RapEdtf) near = NULL;

  if (reading->when != NULL && reading->when->start_end == RAP_END_GIVEN)
    rap_date_calendar_set_day (self->calendar, reading->when->es);
  else
    {
      anchor = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->anchor))));
      near = rap_edtf_parse (anchor, NULL);
      rap_date_calendar_set_day (self->calendar, near != NULL && near->start_end == RAP_END_GIVEN
                                                   ? near->es : rap_words_get_today ());
    }
}

static void
calendar_chosen_cb (RapDateEntry *self,
                    const char   *edtf)
{
  gtk_widget_grab_focus (self->text);
  rap_date_entry_set_text (self, edtf);
}

static gboolean
rap_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RAP_DATE_ENTRY (widget)->text);
}

static void
name (GtkWidget  *widget,
      const char *words)
{
  gtk_widget_set_tooltip_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_text (RapDateEntry *self)
{
  self->text = self->framed ? gtk_entry_new () : gtk_text_new ();
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (self->line), self->text);
}

static void
add_button (RapDateEntry *self)
{
  self->calendar = RAP_DATE_CALENDAR (rap_date_calendar_new ());
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->calendar));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  name (GTK_WIDGET (self->button), _("Choose a day in a calendar"));
  g_signal_connect_swapped (self->calendar, "map", G_CALLBACK (calendar_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "chosen", G_CALLBACK (calendar_chosen_cb), self);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->button));
}

static void
add_anchor (RapDateEntry *self)
{
  GtkWidget *label = gtk_label_new (_("Counted from"));

  self->anchor = self->framed ? gtk_entry_new () : gtk_text_new ();
  self->anchor_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_hexpand (self->anchor, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  name (self->anchor, _("The date from which the words are counted"));
  g_signal_connect_swapped (self->anchor, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->anchor, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (self->anchor_line), label);
  gtk_box_append (GTK_BOX (self->anchor_line), self->anchor);
  gtk_widget_set_visible (self->anchor_line, FALSE);
  gtk_box_append (GTK_BOX (self), self->anchor_line);
}

static void
rap_date_entry_constructed (GObject *object)
{
  RapDateEntry *self = RAP_DATE_ENTRY (object);

  G_OBJECT_CLASS (rap_date_entry_parent_class)->constructed (object);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (self), self->line);
  add_text (self);
  add_button (self);
  add_anchor (self);
}

static void
rap_date_entry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_FRAMED)
    g_value_set_boolean (value, RAP_DATE_ENTRY (object)->framed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_date_entry_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_FRAMED)
    RAP_DATE_ENTRY (object)->framed = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_date_entry_class_init (RapDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = rap_date_entry_constructed;
  object_class->get_property = rap_date_entry_get_property;
  object_class->set_property = rap_date_entry_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = rap_date_entry_grab_focus;
  properties[PROP_FRAMED] = g_param_spec_boolean ("framed", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rap_date_entry_init (RapDateEntry *self)
{
}

GtkWidget *
rap_date_entry_new (void)
{
  return g_object_new (RAP_TYPE_DATE_ENTRY, NULL);
}

char *
rap_date_entry_dup_text (RapDateEntry *self)
{
  g_return_val_if_fail (RAP_IS_DATE_ENTRY (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
}

void
rap_date_entry_set_text (RapDateEntry *self,
                         const char   *text)
{
  g_return_if_fail (RAP_IS_DATE_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

void
rap_date_entry_set_anchor (RapDateEntry  *self,
                           const RapEdtf *anchor)
{
  g_return_if_fail (RAP_IS_DATE_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->anchor), anchor != NULL ? anchor->text : "");
}

RapDateReading *
rap_date_entry_read (RapDateEntry *self)
{
  RapDateReading *reading;
  g_autofree char *typed = NULL;
  g_autoptr (RapEdtf) anchor = NULL;

  g_return_val_if_fail (RAP_IS_DATE_ENTRY (self), NULL);

  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->anchor))));
  anchor = *typed != '\0' ? rap_edtf_parse (typed, NULL) : NULL;
  reading = rap_date_reading_new (gtk_editable_get_text (GTK_EDITABLE (self->text)), anchor);
  gtk_widget_set_visible (self->anchor_line, reading->hangs);
  return reading;
}

gboolean
rap_date_entry_is_choosing (RapDateEntry *self)
{
  g_return_val_if_fail (RAP_IS_DATE_ENTRY (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->calendar));
}
