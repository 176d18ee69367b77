/* rap-timeline-dating.c
 *
 * What is dragged travels as a small boxed value that only the timeline takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-dating.h"

#include <glib/gi18n.h>

#include "rap-article.h"
#include "rap-date-move.h"
#include "rap-delete.h"
#include "rap-evidence.h"
#include "rap-meeting.h"
#include "rap-timeline-date-popover.h"
#include "rap-timeline-dock.h"
#include "rap-timeline-words.h"

typedef struct
{
  RapKind  kind;
  char    *id;
  gint64   grabbed;
} RapTimelineLoad;

static RapTimelineLoad *
rap_timeline_load_copy (RapTimelineLoad *self)
{
  RapTimelineLoad *copy = g_new0 (RapTimelineLoad, 1);

  *copy = (RapTimelineLoad) { self->kind, g_strdup (self->id), self->grabbed };
  return copy;
}

static void
rap_timeline_load_free (RapTimelineLoad *self)
{
  g_free (self->id);
  g_free (self);
}

GType rap_timeline_load_get_type (void);

G_DEFINE_BOXED_TYPE (RapTimelineLoad, rap_timeline_load, rap_timeline_load_copy, rap_timeline_load_free)

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  RapTimelinePick pick = (RapTimelinePick) g_object_get_data (G_OBJECT (source), "pick");
  RapTimelineEvent event;
  RapTimelineLoad load;
  gint64 day = RAP_DAY_MIN;

  if (!pick (widget, x, y, &event, &day))
    return NULL;
  /* when an article was published is no matter of arranging */
  if (event.kind != RAP_KIND_MEETING && event.when != NULL)
    return NULL;
  load = (RapTimelineLoad) { event.kind, (char *) event.id, day };
  return gdk_content_provider_new_typed (rap_timeline_load_get_type (), &load);
}

GtkGesture *
rap_timeline_dating_add_source (GtkWidget       *widget,
                                RapTimelinePick  pick)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_object_set_data (G_OBJECT (source), "pick", (gpointer) pick);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  return GTK_GESTURE (source);
}

static RapEdtf *
aim_at (GtkDropTarget *target,
        gboolean       over,
        double         x,
        double         y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  RapTimelineAim aim = (RapTimelineAim) g_object_get_data (G_OBJECT (target), "aim");

  return aim (widget, over, x, y);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           gpointer       user_data)
{
  g_autoptr (RapEdtf) date = aim_at (target, TRUE, x, y);

  return date != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *target,
          gpointer       user_data)
{
  aim_at (target, FALSE, 0.0, 0.0);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  RapTimelineLoad *load = g_value_get_boxed (value);
  g_autoptr (RapEdtf) date = load != NULL ? aim_at (target, TRUE, x, y) : NULL;

  if (date == NULL)
    return FALSE;
  leave_cb (target, NULL);
  return gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "timeline.move",
                                     "(ussx)", (guint) load->kind, load->id, date->text, load->grabbed);
}

void
rap_timeline_dating_add_target (GtkWidget      *widget,
                                RapTimelineAim  aim)
{
  GtkDropTarget *target = gtk_drop_target_new (rap_timeline_load_get_type (), GDK_ACTION_MOVE);

  g_object_set_data (G_OBJECT (target), "aim", (gpointer) aim);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), NULL);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

void
rap_timeline_dating_ask (GtkWidget              *widget,
                         const RapTimelineEvent *event)
{
  gtk_widget_activate_action (widget, "timeline.date", "(us)", (guint) event->kind, event->id);
}

/* The date of a meeting or article, where it is kept. */
static RapEdtf **
find_date (RapRecord *record)
{
  if (RAP_RECORD_GET_CLASS (record)->kind == RAP_KIND_MEETING)
    return &((RapMeeting *) record)->when;
  return &((RapArticle *) record)->published;
}

const RapEdtf *
rap_timeline_dating_get_date (RapRecord *record)
{
  return *find_date (record);
}

static const char *
get_title (RapRecord *record)
{
  RapTimelineEvent event = { .kind = RAP_RECORD_GET_CLASS (record)->kind };

  event.title = event.kind == RAP_KIND_MEETING ? ((RapMeeting *) record)->title : ((RapArticle *) record)->title;
  if (event.title == NULL)
    event.title = "";
  return rap_timeline_words_title (&event);
}

RapRecord *
rap_timeline_dating_load (RapTimelineDock *dock,
                          RapKind          kind,
                          const char      *id)
{
  RapSession *session = rap_timeline_dock_get_session (dock);
  g_autoptr (GError) error = NULL;
  RapRecord *record;

  if (session == NULL || (kind != RAP_KIND_MEETING && kind != RAP_KIND_ARTICLE)
      || rap_delete_refuse_read_only (GTK_WIDGET (dock), session))
    return NULL;
  record = rap_session_load (session, kind, id, &error);
  if (record == NULL)
    rap_report_error (GTK_WIDGET (dock), error);
  return record;
}

static void
set_date (RapTimelineDock *dock,
          RapRecord       *record,
          const RapEdtf   *date,
          const char      *label)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapRecord) changed = rap_record_copy (record);
  g_autoptr (GError) error = NULL;
  RapEdtf **member = find_date (changed);

  if (rap_edtf_equal (*member, date))
    return;
  g_clear_pointer (member, rap_edtf_unref);
  *member = date != NULL ? rap_edtf_ref (date) : NULL;
  rap_edits_replace (edits, record, changed);
  if (!rap_session_commit (rap_timeline_dock_get_session (dock), edits, &error))
    rap_report_error (GTK_WIDGET (dock), error);
}

/* Labels are kept in English: a day or month by its name, anything else as it is
 * written. (transfer full) */
static char *
name_move (RapRecord     *record,
           const RapEdtf *date)
{
  static const char * const months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                         "September", "October", "November", "December" };
  const char *kind = RAP_RECORD_GET_CLASS (record)->kind == RAP_KIND_MEETING ? "meeting" : "article";
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (date->es, &year, &month, &day_of_month);
  if (rap_date_is_exact (date))
    return g_strdup_printf ("Move %s to %d %s %" G_GINT64_FORMAT, kind, day_of_month, months[month - 1], year);
  if (date->precision == RAP_PRECISION_MONTH)
    return g_strdup_printf ("Move %s to %s %" G_GINT64_FORMAT, kind, months[month - 1], year);
  return g_strdup_printf ("Move %s to %s", kind, date->text);
}

void
rap_timeline_dating_commit_move (RapTimelineDock *dock,
                                 RapRecord       *record,
                                 const RapEdtf   *date)
{
  g_autofree char *label = name_move (record, date);

  set_date (dock, record, date, label);
}

/* On a day what the date says beyond it stays; anything wider replaces it. (transfer full) */
static RapEdtf *
move_to (const RapEdtf *before,
         const RapEdtf *to,
         gint64         grabbed)
{
  gint64 day = to->es;

  if (!rap_date_is_exact (to))
    return rap_edtf_ref (to);
  if (grabbed > RAP_DAY_MIN && rap_date_is_exact (before))
    day += before->es - grabbed;
  return rap_date_move (before, day);
}

static void
move (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  RapTimelineDock *dock = RAP_TIMELINE_DOCK (widget);
  g_autoptr (RapRecord) record = NULL;
  g_autoptr (RapEdtf) to = NULL;
  g_autoptr (RapEdtf) date = NULL;
  const char *id, *text;
  gint64 grabbed;
  guint kind;

  g_variant_get (parameter, "(u&s&sx)", &kind, &id, &text, &grabbed);
  to = rap_edtf_parse (text, NULL);
  record = to != NULL ? rap_timeline_dating_load (dock, kind, id) : NULL;
  if (record == NULL)
    return;
  date = move_to (*find_date (record), to, grabbed);
  if (date != NULL)
    rap_timeline_dating_commit_move (dock, record, date);
}

/* When the first article that reports a meeting was published, or NULL. (transfer full) */
static RapEdtf *
find_published (RapSession *session,
                RapRecord  *record)
{
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (RapRecord) article = NULL;

  if (RAP_RECORD_GET_CLASS (record)->kind != RAP_KIND_MEETING)
    return NULL;
  evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, record->id, 1, NULL);
  if (evidence == NULL || evidence->len == 0)
    return NULL;
  article = rap_session_load (session, RAP_KIND_ARTICLE, ((RapEvidence *) evidence->pdata[0])->article, NULL);
  if (article == NULL || ((RapArticle *) article)->published == NULL)
    return NULL;
  return rap_edtf_ref (((RapArticle *) article)->published);
}

static void
dated_cb (RapTimelineDatePopover *popover,
          RapEdtf                *date,
          RapRecord              *shown)
{
  GtkWidget *dock = gtk_widget_get_parent (GTK_WIDGET (popover));
  RapKind kind = RAP_RECORD_GET_CLASS (shown)->kind;
  /* as it is by now */
  g_autoptr (RapRecord) record = rap_timeline_dating_load (RAP_TIMELINE_DOCK (dock), kind, shown->id);

  if (record != NULL)
    set_date (RAP_TIMELINE_DOCK (dock), record, date, kind == RAP_KIND_MEETING ? N_("Date meeting") : N_("Date article"));
}

static void
unref_record (gpointer  data,
              GClosure *closure)
{
  g_object_unref (data);
}

/* Where the keyboard is, in the dock. */
static GdkRectangle
find_area (GtkWidget *dock)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (dock));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, dock) || !gtk_widget_compute_bounds (focus, dock, &bounds)
      || bounds.size.height > 120.0)
    return (GdkRectangle) { gtk_widget_get_width (dock) / 2, gtk_widget_get_height (dock) / 3, 1, 1 };
  return (GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
}

static void
ask (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  g_autoptr (RapRecord) record = NULL;
  g_autoptr (RapEdtf) published = NULL;
  RapTimelineDatePopover *popover;
  GdkRectangle area = find_area (widget);
  const char *id;
  guint kind;

  g_variant_get (parameter, "(u&s)", &kind, &id);
  record = rap_timeline_dating_load (RAP_TIMELINE_DOCK (widget), kind, id);
  if (record == NULL)
    return;
  published = find_published (rap_timeline_dock_get_session (RAP_TIMELINE_DOCK (widget)), record);
  popover = rap_timeline_date_popover_open (widget, &area, get_title (record), *find_date (record), published);
  g_signal_connect_data (popover, "dated", G_CALLBACK (dated_cb), g_steal_pointer (&record), unref_record, 0);
}

void
rap_timeline_dating_install (GtkWidgetClass *dock_class)
{
  gtk_widget_class_install_action (dock_class, "timeline.move", "(ussx)", move);
  gtk_widget_class_install_action (dock_class, "timeline.date", "(us)", ask);
}
