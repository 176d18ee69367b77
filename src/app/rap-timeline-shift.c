/* rap-timeline-shift.c
 *
 * Each shift is one commit, so that each can be undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-shift.h"

#include <glib/gi18n.h>

#include "rap-date-shift.h"
#include "rap-timeline-dating.h"
#include "rap-timeline-dock-private.h"
#include "rap-words.h"

char *
rap_timeline_shift_refuse (RapTimelineLinks *links,
                           guint             event,
                           const RapEdtf    *date)
{
  switch (rap_date_get_obstacle (date))
    {
    case RAP_SHIFT_NO_DATE:
      return g_strdup (_("It has no date yet. Press D to write one."));
    case RAP_SHIFT_SPAN:
      return g_strdup (_("From one date to another, not both known to the day. Press D to write other dates."));
    case RAP_SHIFT_SET:
      return g_strdup (_("One of several dates, or all of them. Press D to write others."));
    case RAP_SHIFT_PARTS:
      return g_strdup (_("Single parts of this date are in doubt. Press D to write another."));
    case RAP_SHIFT_FREE:
    default:
      break;
    }
  if (links != NULL && rap_timeline_links_is_contested (links, event))
    return g_strdup (_("Sources disagree about this date. Press I to adopt one of theirs, or D to write another."));
  return NULL;
}

/* How far it goes, in the unit of the date; NULL for units that have no short word. */
static char *
describe_way (RapPrecision unit,
              gint64       steps)
{
  guint n = (guint) ABS (steps);

  switch (unit)
    {
    case RAP_PRECISION_DAY:
      return steps > 0 ? g_strdup_printf (ngettext ("%u day later", "%u days later", n), n)
                       : g_strdup_printf (ngettext ("%u day earlier", "%u days earlier", n), n);
    case RAP_PRECISION_MONTH:
      return steps > 0 ? g_strdup_printf (ngettext ("%u month later", "%u months later", n), n)
                       : g_strdup_printf (ngettext ("%u month earlier", "%u months earlier", n), n);
    case RAP_PRECISION_YEAR:
      return steps > 0 ? g_strdup_printf (ngettext ("%u year later", "%u years later", n), n)
                       : g_strdup_printf (ngettext ("%u year earlier", "%u years earlier", n), n);
    default:
      return NULL;
    }
}

char *
rap_timeline_shift_describe (const RapEdtf *date,
                             const RapEdtf *moved,
                             gint64         steps)
{
  g_autofree char *words = rap_words_edtf (moved);
  g_autofree char *way = steps != 0 ? describe_way (rap_date_get_unit (date), steps) : NULL;

  if (way == NULL)
    return g_steal_pointer (&words);
  /* Translators: a date, and how far that is from what it was: "9 November 2022, 2 days later" */
  return g_strdup_printf (C_("moved date", "%1$s, %2$s"), words, way);
}

/* Says why not. */
static void
refuse (RapTimelineDock *dock,
        const char      *words)
{
  gtk_widget_error_bell (GTK_WIDGET (dock));
  gtk_widget_activate_action (GTK_WIDGET (dock), "win.toast", "s", words);
}

static void
shift_event (RapTimelineDock *dock,
             RapKind          kind,
             const char      *id,
             gint64           steps)
{
  g_autoptr (RapRecord) record = rap_timeline_dating_load (dock, kind, id);
  g_autoptr (RapEdtf) moved = NULL;
  g_autofree char *words = NULL;
  const RapEdtf *date;
  guint event = G_MAXUINT;

  if (record == NULL)
    return;
  date = rap_timeline_dating_get_date (record);
  if (dock->data != NULL)
    rap_timeline_items_find (rap_timeline_dock_get_items (dock), kind, id, &event);
  words = kind == RAP_KIND_ARTICLE ? g_strdup (_("The date of an article is that of its publication. Press D to correct it."))
                                   : rap_timeline_shift_refuse (dock->links, event, date);
  if (words == NULL)
    moved = rap_date_shift (date, steps);
  if (words == NULL && moved == NULL)
    words = g_strdup (_("That is beyond the years in which dates are moved by hand. Press D to write the date."));
  if (words != NULL)
    {
      refuse (dock, words);
      return;
    }
  rap_timeline_dating_commit_move (dock, record, moved);
}

static void
shift (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  const char *id;
  gint64 steps;
  guint kind;

  g_variant_get (parameter, "(u&sx)", &kind, &id, &steps);
  shift_event (RAP_TIMELINE_DOCK (widget), kind, id, steps);
}

static void
shift_by (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  RapTimelineDock *dock = RAP_TIMELINE_DOCK (widget);
  gint64 steps = g_variant_get_int64 (parameter);
  g_autofree char *id = NULL;
  RapTimelineEvent event;
  guint index;

  if (dock->current == 0 && rap_timeline_axis_view_get_focus (rap_timeline_dock_get_axis (dock), &index))
    {
      rap_timeline_items_get_event (rap_timeline_dock_get_items (dock), index, &event);
      id = g_strdup (event.id);
      shift_event (dock, event.kind, id, steps);
      return;
    }
  id = g_strdup (dock->selected_id);
  if (id == NULL)
    refuse (dock, _("Select a meeting first: its date moves then."));
  else
    shift_event (dock, dock->selected_kind, id, steps);
}

void
rap_timeline_shift_install (GtkWidgetClass *dock_class)
{
  gtk_widget_class_install_action (dock_class, "timeline.shift", "(usx)", shift);
  gtk_widget_class_install_action (dock_class, "timeline.shift-by", "x", shift_by);
  gtk_widget_class_add_binding_action (dock_class, GDK_KEY_Left, GDK_ALT_MASK, "timeline.shift-by", "x", (gint64) -1);
  gtk_widget_class_add_binding_action (dock_class, GDK_KEY_Right, GDK_ALT_MASK, "timeline.shift-by", "x", (gint64) 1);
  gtk_widget_class_add_binding_action (dock_class, GDK_KEY_KP_Left, GDK_ALT_MASK, "timeline.shift-by", "x", (gint64) -1);
  gtk_widget_class_add_binding_action (dock_class, GDK_KEY_KP_Right, GDK_ALT_MASK, "timeline.shift-by", "x", (gint64) 1);
}
