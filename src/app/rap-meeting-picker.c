/* rap-meeting-picker.c
 *
 * An entry over a list box that is filled with candidates.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-picker.h"

#include <glib/gi18n.h>

#include "rap-list-box.h"
#include "rap-row-words.h"

#define MAX_ROWS 6

/**
 * RapMeetingPicker:
 * @create_label: text of the last row, or NULL
 */
struct _RapMeetingPicker
{
  GtkWidget         parent_instance;
  GtkWidget        *entry;
  GtkListBox       *box;
  GtkLabel         *empty;
  RapMeetingFinder *finder;
  char             *create_label;
};

G_DEFINE_FINAL_TYPE (RapMeetingPicker, rap_meeting_picker, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  CREATE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Text in the making, with what stands out in it: ranges in bytes. */
typedef struct
{
  GString       *text;
  PangoAttrList *attributes;
} Line;

static void
add_bold (Line  *line,
          gsize  start,
          gsize  end)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  bold->start_index = underline->start_index = start;
  bold->end_index = underline->end_index = end;
  pango_attr_list_insert (line->attributes, bold);
  pango_attr_list_insert (line->attributes, underline);
}

/* @hits: (nullable) (element-type RapRange) */
static void
add_text (Line       *line,
          const char *text,
          GArray     *hits)
{
  gsize start;

  if (text == NULL || *text == '\0')
    return;
  if (line->text->len > 0)
    g_string_append (line->text, " · ");
  start = line->text->len;
  g_string_append (line->text, text);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      RapRange range = g_array_index (hits, RapRange, i);

      add_bold (line, start + (g_utf8_offset_to_pointer (text, range.start) - text),
                start + (g_utf8_offset_to_pointer (text, range.end) - text));
    }
}

static void
add_date (Line                      *line,
          const RapMeetingCandidate *candidate)
{
  g_autofree char *date = candidate->when != NULL ? rap_row_words_date (candidate->when) : g_strdup (_("undated"));

  add_text (line, date, NULL);
  if (candidate->date_hit)
    add_bold (line, line->text->len - strlen (date), line->text->len);
}

static GtkWidget *
make_label (Line       *line,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (line->text->str);

  gtk_label_set_attributes (GTK_LABEL (label), line->attributes);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_tooltip_text (label, line->text->str);
  return label;
}

static void
line_init (Line *self)
{
  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
}

static void
line_clear (Line *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
}

/* Why the meeting stands so high, or NULL. (transfer full) */
static char *
explain (const RapMeetingCandidate *candidate)
{
  if (candidate->is_here)
    return g_strdup (_("in this article"));
  if (candidate->n_shared > 0)
    /* Translators: participants */
    return g_strdup_printf (ngettext ("%u in common", "%u in common", candidate->n_shared), candidate->n_shared);
  if (candidate->distance <= 31)
    return g_strdup (_("near in time"));
  return NULL;
}

static GtkWidget *
make_head (const RapMeetingCandidate *candidate)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *reason = explain (candidate);
  GtkWidget *title;
  Line line;

  line_init (&line);
  add_text (&line, candidate->title, candidate->title_hits);
  title = make_label (&line, NULL);
  line_clear (&line);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  if (reason != NULL)
    {
      GtkWidget *badge = gtk_label_new (reason);

      gtk_widget_add_css_class (badge, "badge");
      gtk_widget_add_css_class (badge, "caption");
      gtk_widget_add_css_class (badge, "meeting");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (head), badge);
    }
  return head;
}

static GtkWidget *
make_row (const RapMeetingCandidate *candidate)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail;
  Line line;

  line_init (&line);
  add_date (&line, candidate);
  add_text (&line, candidate->place, candidate->place_hits);
  add_text (&line, candidate->participants, candidate->participant_hits);
  detail = make_label (&line, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), make_head (candidate));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, candidate->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line.text->str, -1);
  line_clear (&line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (candidate->id), g_free);
  return row;
}

static void
add_create_row (RapMeetingPicker *self)
{
  GtkWidget *row, *label;

  if (self->create_label == NULL)
    return;
  row = gtk_list_box_row_new ();
  label = gtk_label_new (self->create_label);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "accent");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->box, row);
}

/* Why there are no rows; where a meeting can be made, its row says enough. */
static void
say_nothing (RapMeetingPicker *self,
             gboolean          typed,
             guint             n)
{
  gtk_label_set_label (self->empty, typed ? _("No meeting has all of this. Try fewer words.")
                                          : _("There is no other meeting yet."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n == 0 && (typed || self->create_label == NULL));
}

static void
fill (RapMeetingPicker *self)
{
  g_autofree char *typed = rap_meeting_picker_get_text (self);
  g_autoptr (GPtrArray) candidates = self->finder != NULL ? rap_meeting_finder_find (self->finder, typed, MAX_ROWS) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->box, 0)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    gtk_list_box_append (self->box, make_row (candidates->pdata[i]));
  add_create_row (self);
  gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->box), gtk_list_box_get_row_at_index (self->box, 0) != NULL);
  say_nothing (self, *typed != '\0', candidates != NULL ? candidates->len : 0);
}

static void
entry_changed_cb (RapMeetingPicker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  fill (self);
}

static void
create (RapMeetingPicker *self)
{
  g_autofree char *typed = rap_meeting_picker_get_text (self);

  g_signal_emit (self, signals[CREATE], 0, typed);
}

static void
row_activated_cb (RapMeetingPicker *self,
                  GtkListBoxRow    *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id);
  else
    create (self);
}

static void
entry_activate_cb (RapMeetingPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  if (row != NULL)
    row_activated_cb (self, row);
}

static gboolean
key_pressed_cb (RapMeetingPicker *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    rap_list_box_step (self->box, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    rap_list_box_step (self->box, -1);
  else if (enter && (state & GDK_CONTROL_MASK) != 0 && self->create_label != NULL)
    create (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
rap_meeting_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RAP_MEETING_PICKER (widget)->entry);
}

static void
rap_meeting_picker_dispose (GObject *object)
{
  RapMeetingPicker *self = RAP_MEETING_PICKER (object);

  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->create_label, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_MEETING_PICKER);
  G_OBJECT_CLASS (rap_meeting_picker_parent_class)->dispose (object);
}

static void
rap_meeting_picker_class_init (RapMeetingPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_meeting_picker_dispose;
  widget_class->grab_focus = rap_meeting_picker_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-meeting-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, RapMeetingPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingPicker, box);
  gtk_widget_class_bind_template_child (widget_class, RapMeetingPicker, empty);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
rap_meeting_picker_init (RapMeetingPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

void
rap_meeting_picker_set_finder (RapMeetingPicker *self,
                               RapMeetingFinder *finder)
{
  g_return_if_fail (RAP_IS_MEETING_PICKER (self));

  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_set_object (&self->finder, finder);
  if (finder != NULL)
    g_signal_connect_swapped (finder, "complete", G_CALLBACK (fill), self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
}

char *
rap_meeting_picker_get_text (RapMeetingPicker *self)
{
  g_return_val_if_fail (RAP_IS_MEETING_PICKER (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

void
rap_meeting_picker_refresh (RapMeetingPicker *self)
{
  g_return_if_fail (RAP_IS_MEETING_PICKER (self));

  fill (self);
}

void
rap_meeting_picker_set_create (RapMeetingPicker *self,
                               const char       *label)
{
  g_return_if_fail (RAP_IS_MEETING_PICKER (self));

  rap_set_string (&self->create_label, label);
}
