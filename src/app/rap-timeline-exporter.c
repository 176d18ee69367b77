/* rap-timeline-exporter.c
 *
 * The file dialog of the timeline, and the words of its pictures. What the
 * timeline layer draws it writes in English; the table here is what translators
 * see of that, for the window and for the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-exporter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "rap-error-text.h"
#include "rap-timeline-export.h"
#include "rap-words.h"

static const struct
{
  const char *nick;
  const char *name;
} formats[] = {
  { "pdf", N_("PDF, on pages of A4") },
  { "svg", N_("SVG, a picture that can be edited") },
  { "png", N_("PNG, a picture") },
  { "ics", N_("iCalendar, for calendar programs") },
};

/* What pictures say; "%1" and "%2" stand for values and must stay. */
static const char * const picture_words[] = {
  N_("%1 BCE"),
  N_("Page %1 of %2"),
  N_("Nothing here has a date"),
  N_("In this time, the day is not known"),
  /* Translators: a name and a number, as in "Government of Iraq (4)" */
  N_("%1 (%2)"),
  /* Translators: a number and a title */
  N_("%1 together, the first: %2"),
  /* Translators: a date and the expected number of events on it */
  N_("%1: %2 expected"),
  N_("Expected number on a day, up to:"),
  N_("more"),
  N_("Articles"),
  N_("Others"),
  N_("Meetings"),
  N_("Article without a title"),
  N_("Meeting without a title"),
  N_("planned"),
  N_("cancelled"),
  N_("reported only"),
  N_("contested"),
  N_("without a date"),
  N_("Legend"),
  N_("A meeting, on this day"),
  N_("Within a few days, or not sure to have happened"),
  N_("At some moment between the caps"),
  N_("Certain time, with doubt at an end"),
  N_("Approximate, or unknown end"),
  N_("Planned or cancelled"),
  N_("Goes on, open end"),
  N_("Unknown end"),
  N_("So many together"),
  N_("An article, hollow when its day is not known"),
  N_("Its values are contested"),
  N_("Expected number, at most %1 in %2 days"),
  N_("A meeting; grey: an article"),
  N_("Caption"),
  N_("Lanes by participant"),
  N_("Lanes by outlet"),
  N_("Lanes by place"),
  N_("One lane"),
  N_("Gregorian calendar"),
  N_("Gregorian and Solar Hijri calendar"),
  N_("Gregorian and Islamic calendar (Umm al-Qura)"),
  N_("Gregorian and Islamic calendar (civil)"),
  N_("Gregorian and Hebrew calendar"),
  N_("Everything"),
  N_("From %1 to %2"),
  N_("From %1 on"),
  N_("Until %1"),
  N_("Meetings and articles drawn: %1"),
  N_("reaching into this time, on none of its pages: %1"),
  N_("at other times, not drawn: %1"),
  N_("without a date, listed as such: %1"),
  N_("without room, behind a +: %1"),
  N_("Without a date"),
  N_("and others without a date: %1"),
};

/* In a box of GLib's that counts references: the dialog has one, the writing another. */
typedef struct
{
  GtkWidget  *widget;    /* strong reference */
  RapSession *session;   /* strong reference */
  char       *view;
  char       *lanes;
  char       *calendar;
  gint64      first;
  gint64      last;
  char       *path;      /* NULL before it is chosen */
} Choice;

static void
choice_clear (gpointer data)
{
  Choice *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->session);
  g_free (self->view);
  g_free (self->lanes);
  g_free (self->calendar);
  g_free (self->path);
}

static void
choice_unref_closure (gpointer  data,
                      GClosure *closure)
{
  g_rc_box_release_full (data, choice_clear);
}

/* Only the words of the table: every other text is somebody's data. */
static const char *
translate (const char *english)
{
  for (guint i = 0; i < G_N_ELEMENTS (picture_words); i++)
    if (strcmp (picture_words[i], english) == 0)
      return gettext (picture_words[i]);
  return english;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Choice *choice = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (choice->path);
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;

  if (rap_session_export_timeline_finish (RAP_SESSION (source), result, &error))
    text = g_strdup_printf (_("Exported “%s”"), name);
  else
    {
      reason = rap_error_text (error);
      /* Translators: a file name and why it could not be written */
      text = g_strdup_printf (_("Could not export “%1$s”: %2$s"), name, reason);
    }
  gtk_widget_activate_action (choice->widget, "win.toast", "s", text);
  g_rc_box_release_full (choice, choice_clear);
}

static void
start_export (Choice     *choice,
              const char *format,
              gboolean    all)
{
  RapTimelineExport what = {
    .format = format, .view = choice->view, .lanes = choice->lanes, .calendar = choice->calendar,
    .first = all ? RAP_DAY_MIN : choice->first, .last = all ? RAP_DAY_MAX : choice->last,
    .first_weekday = rap_words_get_first_weekday (), .translate = translate, .date = rap_words_edtf };

  rap_session_export_timeline_async (choice->session, &what, choice->path, NULL, exported_cb, g_rc_box_acquire (choice));
}

/* What was typed decides over the format when it ends in one. */
static const char *
find_format (const char *path)
{
  const char *ending = strrchr (path, '.');

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (ending + 1, formats[i].nick))
      return formats[i].nick;
  return NULL;
}

/* With the ending of the format. The dialog has asked about the name that was
 * typed, so a file that is there under the longer one is not touched: NULL then,
 * having said so. (transfer full) */
static char *
complete_path (GtkWidget  *widget,
               const char *path,
               const char *format)
{
  g_autofree char *full = g_strdup_printf ("%s.%s", path, format);
  g_autofree char *name = g_filename_display_basename (full);
  g_autofree char *text = NULL;

  if (!g_file_test (full, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&full);
  text = g_strdup_printf (_("“%s” is there already: to replace it, type its whole name"), name);
  gtk_widget_activate_action (widget, "win.toast", "s", text);
  return NULL;
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Choice          *choice)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  const char *range = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), "range");
  const char *format;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL)
    return;
  format = find_format (path);
  if (format == NULL)
    {
      format = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), "format");
      format = format != NULL ? format : formats[0].nick;
      choice->path = complete_path (choice->widget, path, format);
    }
  else
    choice->path = g_steal_pointer (&path);
  if (choice->path != NULL)
    start_export (choice, format, choice->first == choice->last || g_strcmp0 (range, "shown") != 0);
}

static void
add_choices (GtkFileChooser *chooser,
             gboolean        pages)
{
  const char *nicks[G_N_ELEMENTS (formats) + 1] = { NULL };
  const char *names[G_N_ELEMENTS (formats) + 1] = { NULL };
  const char *ranges[] = { "all", "shown", NULL };
  const char *range_names[] = { _("Whole timeline"), _("What is on show"), NULL };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      nicks[i] = formats[i].nick;
      names[i] = _(formats[i].name);
    }
  gtk_file_chooser_add_choice (chooser, "format", _("Format"), nicks, names);
  gtk_file_chooser_set_choice (chooser, "format", nicks[0]);
  if (!pages)
    return;
  gtk_file_chooser_add_choice (chooser, "range", _("How much"), ranges, range_names);
  gtk_file_chooser_set_choice (chooser, "range", "all");
}

/* The page of a view that @day lies in; no days of a view without pages. */
static void
find_page (const char *view,
           gint64      day,
           gint64     *first,
           gint64     *last)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  *first = *last = day;
  if (g_str_equal (view, "month"))
    {
      *first = rap_day_from_ymd (year, month, 1);
      *last = *first + rap_month_get_length (year, month);
    }
  else if (g_str_equal (view, "week"))
    {
      *first = day - (rap_day_get_weekday (day) - rap_words_get_first_weekday () + 7) % 7;
      *last = *first + 7;
    }
  else if (g_str_equal (view, "year"))
    {
      *first = rap_day_from_ymd (year, 1, 1);
      *last = rap_day_from_ymd (year + 1, 1, 1);
    }
}

void
rap_timeline_export_choose (GtkWidget  *widget,
                            RapSession *session,
                            const char *view,
                            const char *lanes,
                            gint64      day,
                            gint64      first,
                            gint64      last)
{
  g_autoptr (GSettings) settings = g_settings_new (RAP_APPLICATION_ID);
  GtkFileChooserNative *dialog;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  Choice *choice;

  if (session == NULL)
    return;
  title = g_strdelimit (g_strdup (rap_session_get_title (session)), "/", '-');
  /* Translators: a file name: the project's title */
  name = g_strdup_printf (_("%s, timeline"), title);
  if (!g_str_equal (view, "axis"))
    find_page (view, day, &first, &last);
  choice = g_rc_box_new0 (Choice);
  choice->widget = g_object_ref (widget);
  choice->session = g_object_ref (session);
  choice->view = g_strdup (g_str_equal (view, "list") ? "axis" : view);
  choice->lanes = g_strdup (lanes);
  choice->calendar = g_settings_get_string (settings, "timeline-calendar");
  choice->first = first;
  choice->last = last;
  dialog = gtk_file_chooser_native_new (_("Export Timeline"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_choices (GTK_FILE_CHOOSER (dialog), first < last);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), choice, choice_unref_closure, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
