/* rap-timeline-week-page.c
 *
 * Seven columns of cards. What takes several days has a card on each of them;
 * what is not known to the day is in the band that the dock shows above.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-week-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-css-class.h"
#include "rap-month-layout.h"
#include "rap-timeline-dating.h"
#include "rap-timeline-rows.h"
#include "rap-timeline-sweep.h"
#include "rap-timeline-view.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

typedef struct
{
  GtkWidget          *box;
  GtkLabel           *head;
  GtkListView        *list;
  GtkSingleSelection *selection;   /* borrowed from @list */
  RapTimelineRows    *rows;        /* borrowed from @selection */
} Column;

struct _RapTimelineWeekPage
{
  GtkWidget          parent_instance;
  Column             columns[7];
  RapTimelineItems  *items;        /* or NULL */
  gint64             day;
  gint64             start;        /* of the week shown */
  int                first_weekday;
  guint              selected;
  gint64             brush_first;
  gint64             brush_last;   /* = @brush_first for none */
  gboolean           updating;     /* the selections change, but nobody chose */
};

static void rap_timeline_week_page_view_init (RapTimelineViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapTimelineWeekPage, rap_timeline_week_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RAP_TYPE_TIMELINE_VIEW, rap_timeline_week_page_view_init))

static gint64
find_start (RapTimelineWeekPage *self,
            gint64               day)
{
  return day - (rap_day_get_weekday (day) - self->first_weekday + 7) % 7;
}

static void
mark_selected (RapTimelineWeekPage *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < 7; i++)
    {
      guint row = rap_timeline_rows_find (self->columns[i].rows, self->selected);

      if (gtk_single_selection_get_selected (self->columns[i].selection) != row)
        gtk_single_selection_set_selected (self->columns[i].selection, row);
    }
  self->updating = FALSE;
}

static char *
head_text (gint64 day,
           guint  n)
{
  g_autofree char *weekday = rap_words_weekday_short (rap_day_get_weekday (day));
  g_autofree char *month_words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  month_words = rap_words_month_short (month);
  if (n == 0)
    /* Translators: over a day of the week page: weekday, day and month, "Thu 5 Mar" */
    return g_strdup_printf (C_("week page", "%1$s %2$d %3$s"), weekday, day_of_month, month_words);
  /* Translators: the same with the number of events, "Thu 5 Mar · 3" */
  return g_strdup_printf (C_("week page", "%1$s %2$d %3$s · %4$u"), weekday, day_of_month, month_words, n);
}

/* What lies on a day, meetings before articles. (transfer full) */
static GArray *
list_day (RapTimelineWeekPage *self,
          RapMonthLayout      *layout,
          gint64               day)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) events = NULL;

  if (layout == NULL)
    return sorted;
  events = rap_month_layout_get_day (layout, day);
  for (guint articles = 0; articles < 2; articles++)
    for (guint i = 0; i < events->len; i++)
      {
        guint index = g_array_index (events, guint, i);
        RapTimelineEvent event;

        rap_timeline_items_get_event (self->items, index, &event);
        if ((event.kind == RAP_KIND_ARTICLE) == (articles == 1))
          g_array_append_val (sorted, index);
      }
  return sorted;
}

static void
fill_column (RapTimelineWeekPage *self,
             guint                index,
             RapMonthLayout      *layout)
{
  Column *column = &self->columns[index];
  gint64 day = self->start + index;
  GArray *events = list_day (self, layout, day);
  g_autofree char *words = rap_words_long_day (day);
  g_autofree char *head = head_text (day, events->len);
  /* Translators: a day of the calendar and how many events lie on it */
  g_autofree char *sentence = g_strdup_printf (ngettext ("%1$s, %2$u event", "%1$s, %2$u events", events->len), words,
                                               events->len);

  gtk_label_set_label (column->head, head);
  rap_set_css_class (GTK_WIDGET (column->head), "today", day == rap_words_get_today ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->box), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->list), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_set_focusable (column->box, events->len == 0);
  gtk_single_selection_set_selected (column->selection, GTK_INVALID_LIST_POSITION);
  rap_timeline_rows_set_events (column->rows, events);
}

/* The stretch of time that is picked out. */
static void
mark_brush (RapTimelineWeekPage *self)
{
  for (guint i = 0; i < 7; i++)
    {
      gint64 day = self->start + i;
      gboolean within = day >= self->brush_first && day < self->brush_last;

      rap_set_css_class (self->columns[i].box, "brushed", within);
      rap_set_css_class (self->columns[i].box, "brush-first", within && day == self->brush_first);
      rap_set_css_class (self->columns[i].box, "brush-last", within && day == self->brush_last - 1);
    }
}

static void
fill (RapTimelineWeekPage *self)
{
  g_autoptr (RapMonthLayout) layout = NULL;

  if (self->items != NULL)
    layout = rap_week_layout_new (self->items, self->start, self->first_weekday, RAP_MONTH_MAX_CAPACITY);
  self->updating = TRUE;
  for (guint i = 0; i < 7; i++)
    fill_column (self, i, layout);
  self->updating = FALSE;
  mark_selected (self);
  mark_brush (self);
}

static void
set_day (RapTimelineWeekPage *self,
         gint64               day)
{
  gint64 start = find_start (self, day);

  self->day = day;
  if (start == self->start)
    return;
  self->start = start;
  fill (self);
  rap_timeline_view_moved (RAP_TIMELINE_VIEW (self));
}

static gboolean
has_focus (RapTimelineWeekPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The row of the event, if it is on the screen. */
static GtkWidget *
find_row_widget (Column *column,
                 guint   event)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (column->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (card != NULL && event != G_MAXUINT
          && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "event")) == event + 1)
        return row;
    }
  return NULL;
}

static void
focus_day (RapTimelineWeekPage *self)
{
  Column *column = &self->columns[self->day - self->start];
  GtkWidget *row = find_row_widget (column, self->selected);

  if (row != NULL && gtk_widget_grab_focus (row))
    return;
  if (gtk_widget_get_focusable (column->box) || !gtk_widget_grab_focus (GTK_WIDGET (column->list)))
    gtk_widget_grab_focus (column->box);
}

static void
go_to (RapTimelineWeekPage *self,
       gint64               day)
{
  set_day (self, day);
  focus_day (self);
}

static gboolean
get_event (RapTimelineWeekPage *self,
           guint                index,
           RapTimelineEvent    *event)
{
  if (self->items == NULL || index >= rap_timeline_items_get_n_events (self->items))
    return FALSE;
  rap_timeline_items_get_event (self->items, index, event);
  return TRUE;
}

static Column *
column_of_list (RapTimelineWeekPage *self,
                gpointer             list)
{
  for (guint i = 0; i < 7; i++)
    if (self->columns[i].list == list)
      return &self->columns[i];
  return NULL;
}

static void
activate_cb (RapTimelineWeekPage *self,
             guint                position,
             GtkListView         *list)
{
  guint event = rap_timeline_rows_get_event (column_of_list (self, list)->rows, position);

  rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), self->items, event, TRUE);
}

static void
selected_cb (RapTimelineWeekPage *self,
             GParamSpec          *pspec,
             GtkSingleSelection  *selection)
{
  RapTimelineRow *row = gtk_single_selection_get_selected_item (selection);

  if (self->updating || row == NULL)
    return;
  self->selected = rap_timeline_row_get_event (row);
  mark_selected (self);
  rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), self->items, self->selected, FALSE);
}

/* The card of the list's row that has the keyboard, or else the marked one. */
static guint
get_current (RapTimelineWeekPage *self)
{
  Column *column = &self->columns[self->day - self->start];
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  gpointer number = card != NULL ? g_object_get_data (G_OBJECT (card), "event") : NULL;

  if (number != NULL)
    return GPOINTER_TO_UINT (number) - 1;
  return rap_timeline_rows_find (column->rows, self->selected) != GTK_INVALID_LIST_POSITION
         ? self->selected : rap_timeline_rows_get_event (column->rows, 0);
}

static void
ask_date (RapTimelineWeekPage *self)
{
  RapTimelineEvent event;

  if (get_event (self, get_current (self), &event))
    rap_timeline_dating_ask (GTK_WIDGET (self), &event);
}

static gboolean
key_cb (RapTimelineWeekPage *self,
        guint                key,
        guint                code,
        GdkModifierType      state)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (key == GDK_KEY_ISO_Left_Tab && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    return rap_timeline_view_leave (RAP_TIMELINE_VIEW (self), FALSE);
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Tab:
      return rap_timeline_view_leave (RAP_TIMELINE_VIEW (self), TRUE);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      go_to (self, self->day - forward);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      go_to (self, self->day + forward);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      go_to (self, self->day + (key == GDK_KEY_Page_Up ? -7 : 7));
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      go_to (self, self->start + (key == GDK_KEY_Home ? 0 : 6));
      return TRUE;
    case GDK_KEY_d:
      ask_date (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
focus_cb (RapTimelineWeekPage     *self,
          GtkEventControllerFocus *controller)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  for (guint i = 0; i < 7; i++)
    if (self->columns[i].box == box)
      self->day = self->start + i;
}

static gboolean
pick (GtkWidget        *card,
      double            x,
      double            y,
      RapTimelineEvent *event,
      gint64           *day)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (gtk_widget_get_ancestor (card, RAP_TYPE_TIMELINE_WEEK_PAGE));
  GtkWidget *list = gtk_widget_get_ancestor (card, GTK_TYPE_LIST_VIEW);

  *day = self->start + (column_of_list (self, list) - self->columns);
  return get_event (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "event")) - 1, event);
}

static RapEdtf *
aim (GtkWidget *box,
     gboolean   over,
     double     x,
     double     y)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (gtk_widget_get_parent (box));

  for (guint i = 0; over && i < 7; i++)
    if (self->columns[i].box == box)
      return rap_edtf_new_day (self->start + i);
  return NULL;
}

static gboolean
day_at (GtkWidget *widget,
        double     x,
        double     y,
        gint64    *day)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (widget);
  double width = gtk_widget_get_width (widget) / 7.0;
  int column = width > 0.0 ? CLAMP ((int) floor (x / width), 0, 6) : 0;

  *day = self->start + (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 6 - column : column);
  return TRUE;
}

static GtkWidget *
add_card_label (GtkBox     *card,
                const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (card, label);
  return label;
}

static void
setup_cb (RapTimelineWeekPage *self,
          GtkListItem         *list_item)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "timeline-card");
  add_card_label (GTK_BOX (card), NULL);
  add_card_label (GTK_BOX (card), "caption");
  rap_timeline_dating_add_source (card, pick);
  gtk_list_item_set_child (list_item, card);
}

/* Who, since when and how sure. (transfer full) */
static char *
caption_of (RapTimelineWeekPage *self,
            guint                index)
{
  g_autofree char *lanes = rap_timeline_words_lanes (self->items, index);
  g_autofree char *status = rap_timeline_words_status (self->items, index);
  g_autofree char *date = rap_timeline_words_date (self->items, index);
  RapTimelineColumns columns;
  RapTimelineEvent event;
  g_autoptr (GString) caption = g_string_new (lanes);

  rap_timeline_items_get_event (self->items, index, &event);
  rap_timeline_items_get_columns (self->items, &columns);
  if (columns.flags[event.first_item] & (RAP_ITEM_INTERVAL | RAP_ITEM_UNCERTAIN | RAP_ITEM_APPROXIMATE) && date != NULL)
    g_string_append_printf (caption, "%s%s", caption->len > 0 ? " · " : "", date);
  if (*status != '\0')
    g_string_append_printf (caption, "%s%s", caption->len > 0 ? " · " : "", status);
  return g_string_free (g_steal_pointer (&caption), FALSE);
}

static void
bind_cb (RapTimelineWeekPage *self,
         GtkListItem         *list_item)
{
  GtkWidget *card = gtk_list_item_get_child (list_item);
  GtkWidget *title = gtk_widget_get_first_child (card);
  guint index = rap_timeline_row_get_event (gtk_list_item_get_item (list_item));
  g_autofree char *sentence = NULL;
  g_autofree char *caption = NULL;
  RapTimelineEvent event;

  if (!get_event (self, index, &event))
    return;
  sentence = rap_timeline_words_event (self->items, index);
  caption = caption_of (self, index);
  gtk_label_set_label (GTK_LABEL (title), rap_timeline_words_title (&event));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (card)), caption);
  gtk_widget_set_visible (gtk_widget_get_last_child (card), *caption != '\0');
  gtk_widget_set_tooltip_text (card, sentence);
  rap_set_css_class (card, "article", event.kind == RAP_KIND_ARTICLE);
  rap_set_css_class (card, "meeting", event.kind == RAP_KIND_MEETING);
  g_object_set_data (G_OBJECT (card), "event", GUINT_TO_POINTER (index + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static void
make_list (RapTimelineWeekPage *self,
           Column              *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  column->rows = rap_timeline_rows_new (g_array_new (FALSE, FALSE, sizeof (guint)));
  column->selection = gtk_single_selection_new (G_LIST_MODEL (column->rows));
  gtk_single_selection_set_autoselect (column->selection, FALSE);
  gtk_single_selection_set_can_unselect (column->selection, TRUE);
  column->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (column->selection), factory));
  g_signal_connect_swapped (column->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (column->list, "activate", G_CALLBACK (activate_cb), self);
}

static void
make_column (RapTimelineWeekPage *self,
             Column              *column)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  column->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE,
                              "css-name", "timelineday", "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  column->head = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (column->head, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (column->head), "timeline-day-head");
  make_list (self, column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (column->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (column->box), GTK_WIDGET (column->head));
  gtk_box_append (GTK_BOX (column->box), scrolled);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (column->box, focus);
  rap_timeline_dating_add_target (column->box, aim);
  gtk_widget_set_parent (column->box, GTK_WIDGET (self));
}

static gboolean
rap_timeline_week_page_grab_focus (GtkWidget *widget)
{
  focus_day (RAP_TIMELINE_WEEK_PAGE (widget));
  return TRUE;
}

static void
rap_timeline_week_page_dispose (GObject *object)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  G_OBJECT_CLASS (rap_timeline_week_page_parent_class)->dispose (object);
}

static void
rap_timeline_week_page_class_init (RapTimelineWeekPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_timeline_week_page_dispose;
  widget_class->grab_focus = rap_timeline_week_page_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "timelineweek");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
rap_timeline_week_page_init (RapTimelineWeekPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selected = G_MAXUINT;
  self->day = rap_words_get_today ();
  self->first_weekday = rap_words_get_first_weekday ();
  self->start = find_start (self, self->day);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
  for (guint i = 0; i < 7; i++)
    make_column (self, &self->columns[i]);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  rap_timeline_sweep_add (RAP_TIMELINE_VIEW (self), day_at);
  rap_timeline_view_hide_unseen (RAP_TIMELINE_VIEW (self));
  fill (self);
}

static void
rap_timeline_week_page_set_data (RapTimelineView *view,
                                 RapTimelineData *data,
                                 gboolean         fit)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (view);
  gboolean focused = has_focus (self);
  RapTimelineItems *old = self->items;
  gint64 latest;

  self->selected = G_MAXUINT;
  self->items = data != NULL ? rap_timeline_items_ref (rap_timeline_data_get_items (data)) : NULL;
  if (fit && data != NULL && rap_timeline_items_get_latest (rap_timeline_data_get_items (data), &latest))
    {
      self->day = latest;
      self->start = find_start (self, latest);
    }
  fill (self);
  g_clear_pointer (&old, rap_timeline_items_unref);
  if (focused)
    focus_day (self);
  rap_timeline_view_moved (view);
}

/* The day of the week shown on which it lies, or else its first. */
static void
show_event (RapTimelineWeekPage *self,
            guint                index)
{
  gint64 first, last;

  for (guint i = 0; i < 7; i++)
    if (rap_timeline_rows_find (self->columns[i].rows, index) != GTK_INVALID_LIST_POSITION)
      return;
  if (rap_timeline_items_get_days (self->items, index, &first, &last))
    set_day (self, first);
}

static void
rap_timeline_week_page_set_selection (RapTimelineView *view,
                                      guint            index,
                                      gboolean         show)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (view);

  self->selected = index;
  if (show && index != G_MAXUINT && self->items != NULL)
    show_event (self, index);
  mark_selected (self);
}

static void
rap_timeline_week_page_set_brush (RapTimelineView *view,
                                  gint64           first,
                                  gint64           last)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (view);

  self->brush_first = first;
  self->brush_last = last;
  mark_brush (self);
}

static void
rap_timeline_week_page_step (RapTimelineView *view,
                             int              pages)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (view);

  set_day (self, self->day + 7 * pages);
}

static void
rap_timeline_week_page_show_day (RapTimelineView *view,
                                 gint64           day)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (view);

  if (has_focus (self))
    go_to (self, day);
  else
    set_day (self, day);
}

static gint64
rap_timeline_week_page_get_day (RapTimelineView *view)
{
  return RAP_TIMELINE_WEEK_PAGE (view)->day;
}

/* The week has the number of its Thursday, whatever day it begins with. */
static char *
rap_timeline_week_page_get_title (RapTimelineView *view)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (view);
  g_autofree char *words = NULL;
  gint64 year;
  int week;

  rap_week_get_number (self->start + (4 - self->first_weekday + 7) % 7, &year, &week);
  words = rap_words_year (year);
  /* Translators: the number of a week and its year, "Week 10, 2024" */
  return g_strdup_printf (_("Week %1$d, %2$s"), week, words);
}

static GArray *
rap_timeline_week_page_get_band (RapTimelineView *view)
{
  RapTimelineWeekPage *self = RAP_TIMELINE_WEEK_PAGE (view);
  g_autoptr (RapMonthLayout) layout = NULL;

  if (self->items == NULL)
    return g_array_new (FALSE, FALSE, sizeof (guint));
  layout = rap_week_layout_new (self->items, self->start, self->first_weekday, 1);
  return g_array_ref (layout->band);
}

static char *
rap_timeline_week_page_get_band_title (RapTimelineView *view)
{
  /* Translators: before what is only known to the month or year, and may lie in the week shown */
  return g_strdup (_("Perhaps in this week"));
}

static void
rap_timeline_week_page_view_init (RapTimelineViewInterface *iface)
{
  iface->set_data = rap_timeline_week_page_set_data;
  iface->set_selection = rap_timeline_week_page_set_selection;
  iface->set_brush = rap_timeline_week_page_set_brush;
  iface->step = rap_timeline_week_page_step;
  iface->show_day = rap_timeline_week_page_show_day;
  iface->get_day = rap_timeline_week_page_get_day;
  iface->get_title = rap_timeline_week_page_get_title;
  iface->get_band = rap_timeline_week_page_get_band;
  iface->get_band_title = rap_timeline_week_page_get_band_title;
}
