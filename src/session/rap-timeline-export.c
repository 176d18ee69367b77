/* rap-timeline-export.c
 *
 * From the store to a timeline's picture or calendar in a safe file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-export.h"

#include "rap-calendar-file.h"
#include "rap-export-job-private.h"
#include "rap-picture-private.h"
#include "rap-session-private.h"
#include "rap-timeline-feed-private.h"
#include "rap-timeline-picture.h"

/* In the order of RapPictureView. */
static const char * const views[] = { "axis", "month", "week", "year", NULL };
static const char * const formats[] = { "svg", "pdf", "png", "ics", NULL };
static const char * const lane_kinds[] = { "participant", "outlet", "place", "none", NULL };

/* Names of months and weekdays, each for as long as this is. */
typedef struct
{
  RapPictureWords  words;
  char            *names[12 + 12 + 7];
} Names;

typedef struct
{
  RapTimelineItems        *items;
  const RapTimelineExport *what;
  GCancellable            *cancellable;
  guint                    n_outside;
} Feed;

static void
fill_names (Names                   *self,
            const RapTimelineExport *what)
{
  self->words.translate = what->translate;
  self->words.date = what->date;
  for (int i = 0; i < 12; i++)
    {
      g_autoptr (GDateTime) month = g_date_time_new_utc (2001, i + 1, 1, 12, 0, 0);

      self->words.months[i] = self->names[i] = g_date_time_format (month, "%B");
      self->words.short_months[i] = self->names[12 + i] = g_date_time_format (month, "%b");
    }
  /* 1 January 2001 was a Monday */
  for (int i = 0; i < 7; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, 1, i + 1, 12, 0, 0);

      self->words.weekdays[i] = self->names[24 + i] = g_date_time_format (day, "%a");
    }
}

static void
clear_names (Names *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_free (self->names[i]);
}

static gboolean
check_choice (const char          *what,
              const char          *choice,
              const char * const  *known,
              GError             **error)
{
  g_autofree char *list = NULL;

  if (g_strv_contains (known, choice))
    return TRUE;
  list = g_strjoinv (", ", (char **) known);
  g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "“%s” is none of the %s %s", choice, what, list);
  return FALSE;
}

static gboolean
check_options (const RapTimelineExport  *what,
               GError                  **error)
{
  RapCalendar calendar;

  if (!check_choice ("formats", what->format, formats, error) || !check_choice ("views", what->view, views, error)
      || !check_choice ("lanes", what->lanes, lane_kinds, error))
    return FALSE;
  if (what->first >= what->last)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_INVALID, "the last day is before the first");
      return FALSE;
    }
  if (what->calendar == NULL || rap_calendar_parse (what->calendar, &calendar))
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "“%s” is no calendar", what->calendar);
  return FALSE;
}

static gboolean
is_wanted (Feed          *feed,
           const RapEdtf *when)
{
  if (feed->what->first == RAP_DAY_MIN && feed->what->last == RAP_DAY_MAX)
    return TRUE;
  if (when == NULL)
    return FALSE;
  if (rap_brush_ask (when->es, when->le, feed->what->first, feed->what->last) != RAP_BRUSH_OUTSIDE)
    return TRUE;
  feed->n_outside++;
  return FALSE;
}

static void
add_event (const RapStoreEvent *event,
           gpointer             user_data)
{
  Feed *feed = user_data;
  g_autoptr (RapEdtf) when = NULL;

  if (g_cancellable_is_cancelled (feed->cancellable))
    return;
  when = event->when != NULL ? rap_edtf_parse (event->when, NULL) : NULL;
  if (!is_wanted (feed, when))
    return;
  rap_timeline_feed_event (feed->items, event, when);
}

static RapTimelineData *
load_data (RapStore                 *store,
           const RapTimelineExport  *what,
           GCancellable             *cancellable,
           guint                    *n_outside,
           GError                  **error)
{
  g_autoptr (RapTimelineItems) items = rap_timeline_items_new ();
  Feed feed = { items, what, cancellable, 0 };

  if (!rap_store_foreach_event (store, what->lanes, add_event, &feed, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  *n_outside = feed.n_outside;
  rap_timeline_items_sort (items);
  if (!g_str_equal (what->lanes, "outlet"))
    rap_timeline_items_gather_articles (items);
  return rap_timeline_data_new (items);
}

static RapPictureView
find_view (const char *view)
{
  guint i = 0;

  while (!g_str_equal (views[i], view))
    i++;
  return (RapPictureView) i;
}

static RapPicture *
make_picture (RapStore                 *store,
              const RapProject         *project,
              const RapTimelineExport  *what,
              GCancellable             *cancellable,
              GError                  **error)
{
  RapCalendar calendar = RAP_CALENDAR_NONE;
  g_autoptr (RapTimelineData) data = NULL;
  RapPicture *picture;
  guint n_outside = 0;
  Names names;

  data = load_data (store, what, cancellable, &n_outside, error);
  if (data == NULL)
    return NULL;
  if (what->calendar != NULL)
    rap_calendar_parse (what->calendar, &calendar);
  fill_names (&names, what);
  picture = rap_timeline_picture_new (data, &(RapPictureOptions) {
    .view = find_view (what->view), .words = &names.words, .title = project->title, .lanes = what->lanes,
    .first = what->first, .last = what->last, .n_outside = n_outside, .calendar = calendar,
    .first_weekday = what->first_weekday, .paged = g_str_equal (what->format, "pdf") }, error);
  clear_names (&names);
  return picture;
}

static gboolean
write_picture (RapStore                 *store,
               const RapTimelineExport  *what,
               RapSafeFile              *file,
               GCancellable             *cancellable,
               GError                  **error)
{
  g_autoptr (RapRecord) project = rap_store_load (store, RAP_KIND_PROJECT, NULL, error);
  g_autoptr (RapPicture) picture = NULL;

  if (project == NULL)
    return FALSE;
  picture = make_picture (store, RAP_PROJECT (project), what, cancellable, error);
  if (picture == NULL)
    return FALSE;
  if (g_str_equal (what->format, "svg"))
    return rap_picture_write_svg (picture, rap_safe_file_write, file, error);
  if (g_str_equal (what->format, "png"))
    return rap_picture_write_png (picture, rap_safe_file_write, file, error);
  return rap_picture_write_pdf (picture, project->modified, rap_safe_file_write, file, error);
}

static gboolean
write_format (RapStore       *store,
              RapSafeFile    *file,
              gconstpointer   options,
              GCancellable   *cancellable,
              GError        **error)
{
  const RapTimelineExport *what = options;

  if (g_str_equal (what->format, "ics"))
    return rap_calendar_file_write (store, what->first, what->last, rap_safe_file_write, file, error);
  return write_picture (store, what, file, cancellable, error);
}

gboolean
rap_session_export_timeline (RapSession               *self,
                             const RapTimelineExport  *what,
                             const char               *path,
                             GError                  **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  return check_options (what, error)
         && rap_export_write (rap_session_get_store (self), path, write_format, what, NULL, error);
}

/* The options are strings of closed lists; interned, they last. (transfer full) */
static RapTimelineExport *
keep_options (const RapTimelineExport *what)
{
  RapTimelineExport *kept = g_memdup2 (what, sizeof *what);

  kept->format = g_intern_string (what->format);
  kept->view = g_intern_string (what->view);
  kept->lanes = g_intern_string (what->lanes);
  kept->calendar = g_intern_string (what->calendar);
  return kept;
}

void
rap_session_export_timeline_async (RapSession              *self,
                                   const RapTimelineExport *what,
                                   const char              *path,
                                   GCancellable            *cancellable,
                                   GAsyncReadyCallback      callback,
                                   gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_return_if_fail (RAP_IS_SESSION (self));

  g_task_set_source_tag (task, rap_session_export_timeline_async);
  if (!check_options (what, &error))
    g_task_return_error (task, error);
  else
    rap_export_start (task, rap_session_get_path (self), path, write_format, keep_options (what), g_free);
}

gboolean
rap_session_export_timeline_finish (RapSession    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
