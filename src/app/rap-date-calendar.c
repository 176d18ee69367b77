/* rap-date-calendar.c
 *
 * Six weeks of buttons that are labelled anew for each month.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-calendar.h"

#include <glib/gi18n.h>

#include "rap-calendar.h"
#include "rap-edtf.h"
#include "rap-words.h"

#define N_WEEKS     6
#define N_DAYS      (7 * N_WEEKS)
#define SETTING     "timeline-calendar"
#define FIRST_YEAR -9999
#define LAST_YEAR   9999

/**
 * RapDateCalendar:
 * @days: buttons; @first is the day of the first one
 * @day: that Enter takes
 * @calendar: the second one
 * @settings: or NULL when no settings are installed
 */
struct _RapDateCalendar
{
  GtkPopover   parent_instance;
  GtkLabel    *month;
  GtkGrid     *grid;
  GtkLabel    *words;
  GtkDropDown *calendars;
  GtkButton   *days[N_DAYS];
  gint64       first;
  gint64       day;
  RapCalendar  calendar;
  GSettings   *settings;
};

G_DEFINE_FINAL_TYPE (RapDateCalendar, rap_date_calendar, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "16 Aban 1401", or NULL where the calendar ends or none is chosen. (transfer full) */
static char *
describe_second (RapDateCalendar *self,
                 gint64           day)
{
  g_autofree char *month = NULL;
  RapCalendarDate date;

  if (self->calendar == RAP_CALENDAR_NONE || !rap_calendar_from_day (self->calendar, day, &date))
    return NULL;
  month = rap_calendar_get_month (self->calendar, &date, NULL);
  /* Translators: day, month and year of a second calendar */
  return g_strdup_printf (_("%d %s %d"), date.day, month, date.year);
}

static void
label_day (RapDateCalendar *self,
           guint            i,
           int              month)
{
  GtkWidget *box = gtk_button_get_child (self->days[i]);
  GtkWidget *number = gtk_widget_get_first_child (box);
  GtkWidget *second = gtk_widget_get_last_child (box);
  gint64 day = self->first + i;
  g_autofree char *long_day = rap_words_long_day (day);
  g_autofree char *other = describe_second (self, day);
  g_autofree char *name = other != NULL ? g_strdup_printf ("%s, %s", long_day, other) : g_strdup (long_day);
  RapCalendarDate date = { 0, 0, 0 };
  gint64 year;
  int day_month, day_of_month;
  char text[16];

  rap_day_to_ymd (day, &year, &day_month, &day_of_month);
  g_snprintf (text, sizeof text, "%d", day_of_month);
  gtk_label_set_text (GTK_LABEL (number), text);
  if (other != NULL)
    rap_calendar_from_day (self->calendar, day, &date);
  g_snprintf (text, sizeof text, "%d", date.day);
  gtk_label_set_text (GTK_LABEL (second), other != NULL ? text : "");
  gtk_widget_set_visible (second, other != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_opacity (GTK_WIDGET (self->days[i]), day_month == month ? 1 : 0.45);
  gtk_widget_set_css_classes (GTK_WIDGET (self->days[i]), (const char *[]) { day == self->day ? "suggested-action" : "flat", NULL });
}

static void
refresh (RapDateCalendar *self)
{
  g_autofree char *title = rap_words_month (self->day);
  g_autofree char *day = rap_words_long_day (self->day);
  g_autofree char *second = describe_second (self, self->day);
  g_autofree char *both = second != NULL ? g_strdup_printf ("%s\n%s", day, second) : g_strdup (day);
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (self->day, &year, &month, &day_of_month);
  self->first = self->day - day_of_month + 1;
  self->first -= (rap_day_get_weekday (self->first) - rap_words_get_first_weekday () + 7) % 7;
  gtk_label_set_text (self->month, title);
  gtk_label_set_text (self->words, both);
  for (guint i = 0; i < N_DAYS; i++)
    label_day (self, i, month);
}

static void
focus_day (RapDateCalendar *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->days[self->day - self->first]));
}

static void
set_day (RapDateCalendar *self,
         gint64           day)
{
  self->day = CLAMP (day, rap_day_from_ymd (FIRST_YEAR, 1, 1), rap_day_from_ymd (LAST_YEAR, 12, 31));
  refresh (self);
}

static void
move_months (RapDateCalendar *self,
             int              by)
{
  gint64 year, months;
  int month, day;

  rap_day_to_ymd (self->day, &year, &month, &day);
  months = year * 12 + month - 1 + by;
  year = months >= 0 ? months / 12 : -((11 - months) / 12);
  month = (int) (months - year * 12) + 1;
  set_day (self, rap_day_from_ymd (year, month, MIN (day, rap_month_get_length (year, month))));
}

static void
move_in_month (RapDateCalendar *self,
               gboolean         to_end)
{
  gint64 year;
  int month, day;

  rap_day_to_ymd (self->day, &year, &month, &day);
  set_day (self, rap_day_from_ymd (year, month, to_end ? rap_month_get_length (year, month) : 1));
}

static void
take (RapDateCalendar *self)
{
  g_autoptr (RapEdtf) date = rap_edtf_new_day (self->day);
  g_autofree char *text = g_strdup (date->text);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, text);
}

static void
day_clicked_cb (RapDateCalendar *self,
                GtkButton       *button)
{
  for (guint i = 0; i < N_DAYS; i++)
    if (self->days[i] == button)
      {
        set_day (self, self->first + i);
        take (self);
        return;
      }
}

static gboolean
move_by_key (RapDateCalendar *self,
             guint            keyval,
             gboolean         shift)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
      set_day (self, self->day - forward);
      return TRUE;
    case GDK_KEY_Right:
      set_day (self, self->day + forward);
      return TRUE;
    case GDK_KEY_Up:
      set_day (self, self->day - 7);
      return TRUE;
    case GDK_KEY_Down:
      set_day (self, self->day + 7);
      return TRUE;
    case GDK_KEY_Page_Up:
      move_months (self, shift ? -12 : -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move_months (self, shift ? 12 : 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      move_in_month (self, keyval == GDK_KEY_End);
      return TRUE;
    default:
      return FALSE;
    }
}

/* In the grid; the choice of the calendar has keys of its own. */
static gboolean
key_pressed_cb (RapDateCalendar *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (!move_by_key (self, keyval, (state & GDK_SHIFT_MASK) != 0))
    return FALSE;
  focus_day (self);
  return TRUE;
}

static void
previous_cb (RapDateCalendar *self)
{
  move_months (self, -1);
}

static void
next_cb (RapDateCalendar *self)
{
  move_months (self, 1);
}

static void
calendar_chosen_cb (RapDateCalendar *self)
{
  guint chosen = gtk_drop_down_get_selected (self->calendars);

  if (chosen >= RAP_N_CALENDARS || chosen == (guint) self->calendar)
    return;
  self->calendar = (RapCalendar) chosen;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, SETTING, rap_calendar_get_nick (self->calendar));
  refresh (self);
}

static void
setting_changed_cb (RapDateCalendar *self)
{
  g_autofree char *nick = g_settings_get_string (self->settings, SETTING);
  RapCalendar calendar;

  if (!rap_calendar_parse (nick, &calendar) || calendar == self->calendar)
    return;
  self->calendar = calendar;
  gtk_drop_down_set_selected (self->calendars, calendar);
  refresh (self);
}

static void
mapped_cb (RapDateCalendar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->days[self->day - self->first]));
}

static void
rap_date_calendar_dispose (GObject *object)
{
  g_clear_object (&RAP_DATE_CALENDAR (object)->settings);
  G_OBJECT_CLASS (rap_date_calendar_parent_class)->dispose (object);
}

static void
rap_date_calendar_class_init (RapDateCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_date_calendar_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-date-calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, RapDateCalendar, month);
  gtk_widget_class_bind_template_child (widget_class, RapDateCalendar, grid);
  gtk_widget_class_bind_template_child (widget_class, RapDateCalendar, words);
  gtk_widget_class_bind_template_child (widget_class, RapDateCalendar, calendars);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
}

static void
add_weekdays (RapDateCalendar *self)
{
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *words = rap_words_weekday_short ((rap_words_get_first_weekday () - 1 + i) % 7 + 1);
      GtkWidget *label = gtk_label_new (words);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, i, 0, 1, 1);
    }
}

static void
add_days (RapDateCalendar *self)
{
  for (int i = 0; i < N_DAYS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *second = gtk_label_new (NULL);

      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
      gtk_box_append (GTK_BOX (box), second);
      self->days[i] = GTK_BUTTON (gtk_button_new ());
      gtk_button_set_child (self->days[i], box);
      g_signal_connect_swapped (self->days[i], "clicked", G_CALLBACK (day_clicked_cb), self);
      gtk_grid_attach (self->grid, GTK_WIDGET (self->days[i]), i % 7, i / 7 + 1, 1, 1);
    }
}

static void
follow_settings (RapDateCalendar *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, RAP_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new (RAP_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::" SETTING, G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  setting_changed_cb (self);
}

static void
rap_date_calendar_init (RapDateCalendar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_weekdays (self);
  add_days (self);
  set_day (self, rap_words_get_today ());
  follow_settings (self);
}

GtkWidget *
rap_date_calendar_new (void)
{
  return g_object_new (RAP_TYPE_DATE_CALENDAR, NULL);
}

void
rap_date_calendar_set_day (RapDateCalendar *self,
                           gint64           day)
{
  g_return_if_fail (RAP_IS_DATE_CALENDAR (self));

  set_day (self, day);
  focus_day (self);
}
