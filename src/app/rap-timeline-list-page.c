/* rap-timeline-list-page.c
 *
 * The table. What a cell says is made when its row comes near the screen, and
 * its size does not depend on it, so that nothing is measured anew; the
 * first cell's row speaks the whole sentence, so that a screen reader says it
 * at once. The brush and the filter choose rows by number; a list that nobody
 * sees waits with that until somebody does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-list-page.h"

#include <glib/gi18n.h>

#include "rap-css-class.h"
#include "rap-timeline-dating.h"
#include "rap-timeline-list-words.h"
#include "rap-timeline-rows.h"
#include "rap-timeline-view.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

/* Marks of direction that nobody sees. */
#define RIGHT_TO_LEFT "\342\200\217"
#define ISOLATE       "\342\201\250"
#define ISOLATE_END   "\342\201\251"
#define ANSWER_WIDTH 120   /* pixels: of the column that says what the brush holds */

struct _RapTimelineListPage
{
  GtkWidget           parent_instance;
  GtkWidget          *box;
  GtkSearchEntry     *filter;
  GtkLabel           *count;
  GtkColumnView      *table;
  GtkColumnViewColumn *answers;    /* borrowed from @table: how surely the brush holds a row */
  GtkSingleSelection *selection;   /* borrowed from @table */
  RapTimelineRows    *rows;        /* borrowed from @selection */
  GHashTable         *bound;       /* GtkListItem of a cell on the screen → Cells; neither owned */
  RapTimelineData    *data;        /* or NULL */
  gint64              brush_first;
  gint64              brush_last;  /* = @brush_first for none */
  guint               selected;
  guint               scroll_row;
  guint               scroll_tick; /* 0: nowhere to scroll to */
  guint               frames;      /* since that was asked */
  gint64              wanted_day;  /* to be shown when it is filled, or RAP_DAY_MIN */
  gboolean            stale;       /* to be filled when it is shown */
  gboolean            updating;    /* the selection changes, but nobody chose */
};

static void rap_timeline_list_page_view_init (RapTimelineViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapTimelineListPage, rap_timeline_list_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RAP_TYPE_TIMELINE_VIEW, rap_timeline_list_page_view_init))

typedef char *(*CellText) (RapTimelineItems *items,
                           guint             event);

static RapTimelineItems *
get_items (RapTimelineListPage *self)
{
  return self->data != NULL ? rap_timeline_data_get_items (self->data) : NULL;
}

static gboolean
get_event (RapTimelineListPage *self,
           guint                index,
           RapTimelineEvent    *event)
{
  if (self->data == NULL || index >= rap_timeline_items_get_n_events (get_items (self)))
    return FALSE;
  rap_timeline_items_get_event (get_items (self), index, event);
  return TRUE;
}

/* Undated events come last. */
static guint
count_dated (RapTimelineListPage *self)
{
  return rap_timeline_items_get_n_dated (get_items (self));
}

static RapBrushAnswer
ask_brush (RapTimelineListPage *self,
           guint                index)
{
  RapTimelineColumns columns;
  RapTimelineEvent event;

  if (self->brush_first == self->brush_last)
    return RAP_BRUSH_CERTAIN;
  rap_timeline_items_get_event (get_items (self), index, &event);
  rap_timeline_items_get_columns (get_items (self), &columns);
  if (columns.flags[event.first_item] & RAP_ITEM_UNDATED)
    return RAP_BRUSH_OUTSIDE;
  return rap_brush_ask (columns.es[event.first_item], columns.le[event.first_item], self->brush_first, self->brush_last);
}

/* What the brush says of a row. */
static const char *
say_answer (RapTimelineListPage *self,
            guint                index)
{
  return ask_brush (self, index) == RAP_BRUSH_CERTAIN ? C_("in the stretch", "certainly") : C_("in the stretch", "possibly");
}

/* The whole row as a sentence. (transfer full) */
static char *
say_row (RapTimelineListPage *self,
         guint                index)
{
  g_autofree char *event = rap_timeline_list_say_event (get_items (self), index);
  g_autofree char *stretch = NULL;

  if (self->brush_first == self->brush_last)
    return g_steal_pointer (&event);
  stretch = rap_timeline_words_stretch (self->brush_first, self->brush_last);
  if (ask_brush (self, index) == RAP_BRUSH_CERTAIN)
    /* Translators: for a screen reader: an event, and the stretch of time picked out that it lies in */
    return g_strdup_printf (_("%1$s; certainly in %2$s"), event, stretch);
  return g_strdup_printf (_("%1$s; possibly in %2$s"), event, stretch);
}

static gboolean
matches (RapTimelineListPage *self,
         guint                index,
         const char          *needle)
{
  g_autofree char *title = NULL;
  RapTimelineEvent event;

  if (*needle == '\0')
    return TRUE;
  rap_timeline_items_get_event (get_items (self), index, &event);
  title = g_utf8_casefold (event.title, -1);
  if (strstr (title, needle) != NULL || (event.when != NULL && g_str_has_prefix (event.when, needle)))
    return TRUE;
  for (guint i = event.first_item; i < event.first_item + event.n_items; i++)
    {
      RapTimelineColumns columns;
      RapTimelineLane lane;
      g_autofree char *name = NULL;

      rap_timeline_items_get_columns (get_items (self), &columns);
      rap_timeline_items_get_lane (get_items (self), columns.lane[i], &lane);
      name = g_utf8_casefold (lane.name, -1);
      if (strstr (name, needle) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The rows to show, with a heading (G_MAXUINT) before what has no date. */
static GArray *
choose_rows (RapTimelineListPage *self,
             guint               *n_events)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter)), -1);
  guint n = self->data != NULL ? rap_timeline_items_get_n_events (get_items (self)) : 0;
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), n + 1);
  gboolean headed = FALSE;

  *n_events = 0;
  for (guint i = 0; i < n; i++)
    {
      guint heading = G_MAXUINT;

      if (ask_brush (self, i) == RAP_BRUSH_OUTSIDE || !matches (self, i, needle))
        continue;
      if (i >= count_dated (self) && !headed)
        g_array_append_val (rows, heading);
      headed = i >= count_dated (self);
      g_array_append_val (rows, i);
      (*n_events)++;
    }
  return rows;
}

/* GtkColumnView keeps its list to itself. A list that has no size yet would get
 * lost: that takes one frame. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (widget);

  if (self->frames++ < 1)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (self->scroll_row < g_list_model_get_n_items (G_LIST_MODEL (self->rows))
        && gtk_widget_activate_action (child, "list.scroll-to-item", "u", self->scroll_row))
      break;
  return G_SOURCE_REMOVE;
}

static void
scroll_to (RapTimelineListPage *self,
           guint                row)
{
  self->scroll_row = row;
  self->frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* To the first row that may lie there or later. */
static void
scroll_to_day (RapTimelineListPage *self,
               gint64               day)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint begin = 0;
  guint end = n;
  RapTimelineColumns columns;

  if (n == 0)
    return;
  rap_timeline_items_get_columns (get_items (self), &columns);
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      RapTimelineEvent event;

      if (get_event (self, rap_timeline_rows_get_event (self->rows, middle), &event)
          && columns.es[event.first_item] < day)
        begin = middle + 1;
      else
        end = middle;
    }
  scroll_to (self, MIN (begin, n - 1));
}

static void
mark_selected (RapTimelineListPage *self,
               gboolean             show)
{
  guint row = !self->stale ? rap_timeline_rows_find (self->rows, self->selected) : GTK_INVALID_LIST_POSITION;

  self->updating = TRUE;
  if (gtk_single_selection_get_selected (self->selection) != row)
    gtk_single_selection_set_selected (self->selection, row);
  self->updating = FALSE;
  if (show && row != GTK_INVALID_LIST_POSITION)
    scroll_to (self, row);
}

static void
update_count (RapTimelineListPage *self,
              guint                n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  gtk_label_set_label (self->count, text);
}

typedef struct
{
  RapTimelineListPage *self;
  CellText             say;
  gboolean             first;     /* its cells name their rows */
  gboolean             answer;    /* it shows what the brush says, with an icon */
  gboolean             heading;   /* it shows the heading of what has no date */
  gboolean             quiet;
} Cells;

static void
name_row (GtkWidget  *label,
          const char *sentence)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/* An icon besides the word; what is certain is full, what is possible half. */
static void
bind_icon (Cells     *cells,
           GtkWidget *box,
           guint      index)
{
  GtkImage *image = GTK_IMAGE (gtk_widget_get_first_child (box));
  RapBrushAnswer answer = index != G_MAXUINT ? ask_brush (cells->self, index) : RAP_BRUSH_OUTSIDE;

  gtk_image_set_from_icon_name (image, answer == RAP_BRUSH_CERTAIN ? "object-select-symbolic"
                                       : answer == RAP_BRUSH_POSSIBLE ? "dialog-question-symbolic" : NULL);
}

/* GtkInscription aligns by the direction of its text; in a table from right to left all begin at the right. */
static void
set_text (GtkWidget  *widget,
          const char *text)
{
  g_autofree char *marked = NULL;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && *text != '\0')
    marked = g_strconcat (RIGHT_TO_LEFT ISOLATE, text, ISOLATE_END, NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (widget), marked != NULL ? marked : text);
}

static void
fill_cell (Cells       *cells,
           GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkWidget *text_widget = cells->answer ? gtk_widget_get_last_child (child) : child;
  guint index = rap_timeline_rows_get_event (cells->self->rows, gtk_list_item_get_position (list_item));
  gboolean heading = index == G_MAXUINT;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  if (cells->answer)
    bind_icon (cells, child, index);
  if (heading)
    text = g_strdup (cells->heading ? _("Without a date") : "");
  else
    text = cells->answer ? g_strdup (say_answer (cells->self, index)) : cells->say (get_items (cells->self), index);
  set_text (text_widget, text);
  rap_set_css_class (text_widget, "heading", heading);
  g_object_set_data (G_OBJECT (text_widget), "event", heading ? NULL : GUINT_TO_POINTER (index + 1));
  if (!cells->first)
    return;
  sentence = heading ? g_strdup (_("Without a date")) : say_row (cells->self, index);
  name_row (child, sentence);
}

/* GtkColumnView makes the widgets of changed rows anew; these are only filled anew. @rows: taken. */
static void
set_rows (RapTimelineListPage *self,
          GArray              *rows)
{
  gpointer list_item, cells;
  GHashTableIter iter;

  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  rap_timeline_rows_refill (self->rows, rows);
  self->updating = FALSE;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, &cells))
    fill_cell (cells, list_item);
}

/* GtkColumnView leaves room for the width of a hidden column. */
static void
show_answers (RapTimelineListPage *self,
              gboolean             show)
{
  gtk_column_view_column_set_visible (self->answers, show);
  gtk_column_view_column_set_fixed_width (self->answers, show ? ANSWER_WIDTH : 0);
}

static void
fill (RapTimelineListPage *self)
{
  GArray *rows;
  guint n;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  rows = choose_rows (self, &n);
  show_answers (self, self->brush_first < self->brush_last);
  set_rows (self, rows);
  update_count (self, n);
  mark_selected (self, TRUE);
  if (self->wanted_day > RAP_DAY_MIN)
    scroll_to_day (self, self->wanted_day);
  self->wanted_day = RAP_DAY_MIN;
}

static void
rap_timeline_list_page_map (GtkWidget *widget)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (widget);

  GTK_WIDGET_CLASS (rap_timeline_list_page_parent_class)->map (widget);
  if (self->stale)
    fill (self);
}

static guint
selected_event (RapTimelineListPage *self)
{
  return rap_timeline_rows_get_event (self->rows, gtk_single_selection_get_selected (self->selection));
}

static void
selected_cb (RapTimelineListPage *self)
{
  if (self->updating || selected_event (self) == G_MAXUINT)
    return;
  self->selected = selected_event (self);
  rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), get_items (self), self->selected, FALSE);
}

static void
activate_cb (RapTimelineListPage *self,
             guint                position)
{
  rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), get_items (self), rap_timeline_rows_get_event (self->rows, position),
                            TRUE);
}

static void
filter_cb (RapTimelineListPage *self)
{
  fill (self);
}

static void
leave_filter_cb (RapTimelineListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
enter_filter_cb (RapTimelineListPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Back from the filter: GTK would go into the table again. */
static gboolean
filter_key_cb (RapTimelineListPage *self,
               guint                key,
               guint                code,
               GdkModifierType      state)
{
  return key == GDK_KEY_ISO_Left_Tab && rap_timeline_view_leave (RAP_TIMELINE_VIEW (self), FALSE);
}

static gboolean
key_cb (RapTimelineListPage *self,
        guint                key,
        guint                code,
        GdkModifierType      state)
{
  RapTimelineEvent event;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    return gtk_widget_grab_focus (GTK_WIDGET (self->filter));
  if (key == GDK_KEY_Tab)
    return rap_timeline_view_leave (RAP_TIMELINE_VIEW (self), TRUE);
  if (key == GDK_KEY_slash)
    return gtk_widget_grab_focus (GTK_WIDGET (self->filter));
  if (key != GDK_KEY_d)
    return FALSE;
  if (get_event (self, selected_event (self), &event))
    rap_timeline_dating_ask (GTK_WIDGET (self), &event);
  return TRUE;
}

static gboolean
pick (GtkWidget        *cell,
      double            x,
      double            y,
      RapTimelineEvent *event,
      gint64           *day)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (gtk_widget_get_ancestor (cell, RAP_TYPE_TIMELINE_LIST_PAGE));

  *day = RAP_DAY_MIN;
  return get_event (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "event")) - 1, event);
}

static GtkWidget *
add_icon (GtkWidget *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_hexpand (text, TRUE);
  return box;
}

static void
setup_cb (Cells       *cells,
          GtkListItem *list_item)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (cells->quiet)
    gtk_widget_add_css_class (text, "dim-label");
  if (cells->heading)
    rap_timeline_dating_add_source (text, pick);
  gtk_list_item_set_child (list_item, cells->answer ? add_icon (text) : text);
}

static void
bind_cb (Cells       *cells,
         GtkListItem *list_item)
{
  g_hash_table_insert (cells->self->bound, list_item, cells);
  fill_cell (cells, list_item);
}

static void
unbind_cb (Cells       *cells,
           GtkListItem *list_item)
{
  g_hash_table_remove (cells->self->bound, list_item);
}

static GtkColumnViewColumn *
add_column (RapTimelineListPage *self,
            const char          *title,
            Cells                cells,
            int                  width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  Cells *kept = g_memdup2 (&cells, sizeof cells);

  kept->self = self;
  g_object_set_data_full (G_OBJECT (factory), "cells", kept, g_free);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), kept);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), kept);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), kept);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
  return column;
}

static void
make_table (RapTimelineListPage *self)
{
  self->rows = rap_timeline_rows_new (g_array_new (FALSE, FALSE, sizeof (guint)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "timeline-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Meetings and articles in order of time"), -1);
  /* Translators: the heading over "certainly" and "possibly", whether things lie in the stretch of time picked out */
  self->answers = add_column (self, C_("table column", "In the stretch"), (Cells) { .answer = TRUE }, ANSWER_WIDTH);
  show_answers (self, FALSE);
  add_column (self, _("Date"), (Cells) { .say = rap_timeline_list_say_date, .first = TRUE }, 190);
  add_column (self, C_("table column", "As written"), (Cells) { .say = rap_timeline_list_say_written, .quiet = TRUE }, 100);
  add_column (self, _("Title"), (Cells) { .say = rap_timeline_list_say_title, .heading = TRUE }, 0);
  add_column (self, C_("table column", "Kind"), (Cells) { .say = rap_timeline_list_say_kind, .quiet = TRUE }, 70);
  add_column (self, C_("table column", "Lanes"), (Cells) { .say = rap_timeline_words_lanes }, 150);
  add_column (self, C_("table column", "Reports"), (Cells) { .say = rap_timeline_list_say_reports }, 70);
  add_column (self, _("Status"), (Cells) { .say = rap_timeline_words_status }, 90);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activate_cb), self);
}

static GtkWidget *
make_bar (RapTimelineListPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (bar, "timeline-list-bar");
  self->filter = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->filter, "placeholder-text", _("Filter by title, name or date"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filter by title, name or date"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->filter), TRUE);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  g_signal_connect_swapped (self->filter, "search-changed", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (filter_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->filter), keys);
  g_signal_connect_swapped (self->filter, "stop-search", G_CALLBACK (leave_filter_cb), self);
  g_signal_connect_swapped (self->filter, "activate", G_CALLBACK (enter_filter_cb), self);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count));
  return bar;
}

static gboolean
rap_timeline_list_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RAP_TIMELINE_LIST_PAGE (widget)->table));
}

static void
rap_timeline_list_page_dispose (GObject *object)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (object);

  self->updating = TRUE;
  if (self->box != NULL)
    gtk_widget_unparent (self->box);
  self->box = NULL;
  g_clear_pointer (&self->data, rap_timeline_data_unref);
  G_OBJECT_CLASS (rap_timeline_list_page_parent_class)->dispose (object);
}

static void
rap_timeline_list_page_finalize (GObject *object)
{
  g_hash_table_unref (RAP_TIMELINE_LIST_PAGE (object)->bound);
  G_OBJECT_CLASS (rap_timeline_list_page_parent_class)->finalize (object);
}

static void
rap_timeline_list_page_class_init (RapTimelineListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_timeline_list_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rap_timeline_list_page_finalize;
  widget_class->map = rap_timeline_list_page_map;
  widget_class->grab_focus = rap_timeline_list_page_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "timelinelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rap_timeline_list_page_init (RapTimelineListPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selected = G_MAXUINT;
  self->wanted_day = RAP_DAY_MIN;
  self->bound = g_hash_table_new (NULL, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  make_table (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);   /* before the rows take Tab */
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
  rap_timeline_view_hide_unseen (RAP_TIMELINE_VIEW (self));
  fill (self);
}

static void
rap_timeline_list_page_set_data (RapTimelineView *view,
                                 RapTimelineData *data,
                                 gboolean         fit)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (view);
  RapTimelineData *old = self->data;

  self->selected = G_MAXUINT;
  self->data = data != NULL ? rap_timeline_data_ref (data) : NULL;
  set_rows (self, g_array_new (FALSE, FALSE, sizeof (guint)));   /* the numbers were of others */
  fill (self);
  g_clear_pointer (&old, rap_timeline_data_unref);
}

static void
rap_timeline_list_page_set_selection (RapTimelineView *view,
                                      guint            index,
                                      gboolean         show)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (view);
  gboolean own = index == self->selected;

  self->selected = index;
  mark_selected (self, show && !own);
}

static void
rap_timeline_list_page_set_brush (RapTimelineView *view,
                                  gint64           first,
                                  gint64           last)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (view);

  if (self->brush_first == first && self->brush_last == last)
    return;
  self->brush_first = first;
  self->brush_last = last;
  fill (self);
}

static void
rap_timeline_list_page_show_day (RapTimelineView *view,
                                 gint64           day)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (view);

  if (self->stale)
    self->wanted_day = day;
  else
    scroll_to_day (self, day);
}

static gint64
rap_timeline_list_page_get_day (RapTimelineView *view)
{
  RapTimelineListPage *self = RAP_TIMELINE_LIST_PAGE (view);
  guint event = selected_event (self);
  gint64 first, last;

  if (event == G_MAXUINT || !rap_timeline_items_get_days (get_items (self), event, &first, &last))
    return rap_words_get_today ();
  return first;
}

static void
rap_timeline_list_page_view_init (RapTimelineViewInterface *iface)
{
  iface->set_data = rap_timeline_list_page_set_data;
  iface->set_selection = rap_timeline_list_page_set_selection;
  iface->set_brush = rap_timeline_list_page_set_brush;
  iface->show_day = rap_timeline_list_page_show_day;
  iface->get_day = rap_timeline_list_page_get_day;
}
