/* rap-history-window.c
 *
 * The whole journal as a list, newest first, down to the beginning. What is
 * undone stands greyed above the present. Going to a point undoes or redoes
 * what lies between, in steps short enough that the window stays alive and the
 * way can be broken off; each step ends in a state that was.
 *
 * The window follows the session and stays open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-history-window.h"

#include <glib/gi18n.h>

#include "rap-change-words.h"
#include "rap-error-text.h"
#include "rap-history.h"
#include "rap-history-item.h"
#include "rap-history-row.h"
#include "rap-list-box.h"

/* Objects of a group that are listed; the others are counted. */
#define MAX_CHANGES 100
/* What a step may take, and how many groups the first one moves. */
#define STEP_TIME (60 * G_TIME_SPAN_MILLISECOND)
#define FIRST_STEP 16

struct _RapHistoryWindow
{
  AdwWindow           parent_instance;
  AdwToastOverlay    *toasts;
  GtkSearchEntry     *search;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GListStore         *items;     /* RapHistoryItem */
  GtkCustomFilter    *filter;
  GtkRevealer        *details;
  GtkLabel           *detail_title;
  GtkListBox         *changes;
  GtkRevealer        *progress;
  GtkProgressBar     *bar;
  RapSession         *session;
  GStrv               words;     /* of the filter, or NULL */
  GPtrArray          *history;   /* RapHistoryEntry */
  gint64              target;    /* where it is being gone to */
  guint               n_total;
  guint               n_gone;
  guint               step;      /* groups of the next step */
  guint               source;    /* of the next step, or 0 */
  gboolean            moving;    /* the change that is told is our own */
};

G_DEFINE_FINAL_TYPE (RapHistoryWindow, rap_history_window, ADW_TYPE_WINDOW)

static void
toast (RapHistoryWindow *self,
       const GError     *error)
{
  g_autofree char *text = rap_error_text (error);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* Undone groups are ahead of the last done one, which is the present. */
static RapHistoryState
get_state (const RapHistoryEntry *entry,
           gboolean              *at_present)
{
  if (entry->discarded)
    return RAP_HISTORY_DISCARDED;
  if (entry->undone)
    return RAP_HISTORY_AHEAD;
  if (!*at_present)
    return RAP_HISTORY_BEHIND;
  *at_present = FALSE;
  return RAP_HISTORY_PRESENT;
}

static gpointer
make_item (GHashTable            *shown,
           const RapHistoryEntry *entry,
           RapHistoryState        state)
{
  RapHistoryItem *item = g_hash_table_lookup (shown, &entry->seq);
  const char *label = entry->label != NULL && *entry->label != '\0' ? _(entry->label) : _("Change");

  if (item != NULL && rap_history_item_is (item, entry->seq, state))
    return g_object_ref (item);
  return rap_history_item_new (entry, label, state);
}

/* Items by their number, to be shown again. */
static GHashTable *
collect_shown (RapHistoryWindow *self)
{
  GHashTable *shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      RapHistoryItem *item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      gint64 seq = rap_history_item_get_seq (item);

      g_hash_table_insert (shown, g_memdup2 (&seq, sizeof seq), item);
    }
  return shown;
}

/* (transfer full) (element-type RapHistoryItem) */
static GPtrArray *
make_items (RapHistoryWindow *self)
{
  static const RapHistoryEntry beginning = { 0 };
  g_autoptr (GHashTable) shown = collect_shown (self);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean at_present = TRUE;

  for (guint i = 0; i < self->history->len; i++)
    {
      const RapHistoryEntry *entry = self->history->pdata[i];

      g_ptr_array_add (items, make_item (shown, entry, get_state (entry, &at_present)));
    }
  if (items->len > 0)
    {
      RapHistoryState state = at_present ? RAP_HISTORY_PRESENT : RAP_HISTORY_BEHIND;
      RapHistoryItem *item = g_hash_table_lookup (shown, &beginning.seq);

      g_ptr_array_add (items, item != NULL && rap_history_item_is (item, 0, state) ? g_object_ref (item)
                              : rap_history_item_new (&beginning, _("Before all changes"), state));
    }
  return items;
}

static gpointer
peek_item (RapHistoryWindow *self,
           guint             i)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

  return item;
}

static void
take_items (RapHistoryWindow *self,
            GPtrArray        *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint most = MIN (n, items->len);
  guint head = 0, tail = 0;

  while (head < most && peek_item (self, head) == items->pdata[head])
    head++;
  while (tail < most - head && peek_item (self, n - 1 - tail) == items->pdata[items->len - 1 - tail])
    tail++;
  if (n != items->len || head < most)
    g_list_store_splice (self->items, head, n - head - tail, items->pdata + head, items->len - head - tail);
}

static void
update_stack (RapHistoryWindow *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : any ? "no-results" : "empty");
}

static void
refresh (RapHistoryWindow *self)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *history = rap_session_get_history (self->session, 0, &error);

  if (history == NULL)
    {
      toast (self, error);
      return;
    }
  g_clear_pointer (&self->history, g_ptr_array_unref);
  self->history = history;
  items = make_items (self);
  take_items (self, items);
  update_stack (self);
}

static void
stop (RapHistoryWindow *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_revealer_set_reveal_child (self->progress, FALSE);
  refresh (self);
}

/* One step on the way. It takes more groups the faster they go. */
static gboolean
step_cb (gpointer user_data)
{
  RapHistoryWindow *self = user_data;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  guint n_moved = 0;
  gboolean moved;

  self->moving = TRUE;
  moved = rap_session_move_to (self->session, self->target, self->step, &n_moved, &error);
  self->moving = FALSE;
  self->n_gone += n_moved;
  if (!moved)
    toast (self, error);
  if (!moved || n_moved < self->step)
    {
      self->source = 0;
      stop (self);
      return G_SOURCE_REMOVE;
    }
  if (g_get_monotonic_time () - begin < STEP_TIME)
    self->step *= 2;
  else if (self->step > 1)
    self->step /= 2;
  gtk_progress_bar_set_fraction (self->bar, MIN (1, self->n_gone / (double) MAX (self->n_total, 1)));
  return G_SOURCE_CONTINUE;
}

static void
jump (RapHistoryWindow *self,
      gint64            seq)
{
  g_autofree char *text = NULL;

  if (self->source != 0 || rap_session_get_read_only (self->session))
    return;
  self->target = seq;
  self->n_total = rap_session_count_steps (self->history, seq);
  self->n_gone = 0;
  self->step = FIRST_STEP;
  if (self->n_total == 0)
    return;
  text = g_strdup_printf (ngettext ("Going back or forth by %u change", "Going back or forth by %u changes", self->n_total),
                          self->n_total);
  gtk_progress_bar_set_text (self->bar, text);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_revealer_set_reveal_child (self->progress, self->n_total > FIRST_STEP);
  self->source = g_idle_add (step_cb, self);
}

/* Somebody else's change ends the way: it goes on from there. */
static void
session_changed_cb (RapHistoryWindow *self)
{
  if (self->moving)
    return;
  if (self->source != 0)
    stop (self);
  else
    refresh (self);
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  jump (RAP_HISTORY_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  stop (RAP_HISTORY_WINDOW (widget));
}

/* Enter, or a double click. */
static void
activate_cb (RapHistoryWindow *self)
{
  RapHistoryItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && rap_history_item_get_state (item) != RAP_HISTORY_DISCARDED)
    jump (self, rap_history_item_get_seq (item));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_change (RapHistoryWindow *self,
               const RapEdit    *edit)
{
  RapRecord *record = rap_edit_get_record (edit);
  g_autofree char *title = rap_change_words_title (edit);
  g_autofree char *members = rap_change_words_members (self->session, edit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (box, "history-change");
  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (*members != '\0')
    {
      GtkWidget *caption = make_label (members, "caption");

      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "rap-record", g_object_ref (record), g_object_unref);
  gtk_list_box_append (self->changes, row);
}

static void
show_group (RapHistoryWindow *self,
            RapHistoryItem   *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = rap_session_load_group (self->session, rap_history_item_get_seq (item), &error);
  guint n = edits != NULL ? edits->edits->len : 0;

  gtk_label_set_label (self->detail_title, edits != NULL ? rap_history_item_get_label (item) : error->message);
  for (guint i = 0; i < MIN (n, MAX_CHANGES); i++)
    append_change (self, rap_edits_get (edits, i));
  if (n > MAX_CHANGES)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_CHANGES), n - MAX_CHANGES);
      GtkWidget *label = make_label (more, "dim-label");

      gtk_widget_add_css_class (label, "history-change");
      gtk_list_box_append (self->changes, label);
    }
}

/* What the chosen group changed. */
static void
selected_cb (RapHistoryWindow *self)
{
  RapHistoryItem *item = gtk_single_selection_get_selected_item (self->selection);
  gboolean shown = item != NULL && rap_history_item_get_seq (item) != 0;

  rap_list_box_clear (self->changes);
  if (shown)
    show_group (self, item);
  gtk_revealer_set_reveal_child (self->details, shown);
}

/* Goes to the object, in the window that the history is of. */
static void
change_activated_cb (RapHistoryWindow *self,
                     GtkListBoxRow    *row)
{
  RapRecord *record = g_object_get_data (G_OBJECT (row), "rap-record");
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (RapRecord) stored = NULL;

  if (record == NULL || window == NULL)
    return;
  stored = rap_session_find (self->session, record->id, NULL);
  if (stored == NULL || RAP_IS_PROJECT (stored) || RAP_IS_RELATION (stored))
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (stored == NULL ? _("It is not there at present.")
                                                                               : _("It has no place of its own to be shown at.")));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select", "(us)", (guint) rap_record_get_kind (stored), stored->id);
  gtk_window_present (window);
}

static gboolean
match (gpointer object,
       gpointer user_data)
{
  RapHistoryWindow *self = user_data;

  return self->words == NULL || rap_history_item_matches (object, (const char * const *) self->words);
}

static void
search_changed_cb (RapHistoryWindow *self)
{
  g_strfreev (self->words);
  self->words = rap_history_item_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
stop_search_cb (RapHistoryWindow *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
setup_row_cb (RapHistoryWindow *self,
              GtkListItem      *item)
{
  gtk_list_item_set_child (item, rap_history_row_new ());
}

static void
bind_row_cb (RapHistoryWindow *self,
             GtkListItem      *item)
{
  rap_history_row_set_item (RAP_HISTORY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
rap_history_window_dispose (GObject *object)
{
  RapHistoryWindow *self = RAP_HISTORY_WINDOW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->history, g_ptr_array_unref);

  G_OBJECT_CLASS (rap_history_window_parent_class)->dispose (object);
}

static void
rap_history_window_class_init (RapHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_history_window_dispose;
  g_type_ensure (RAP_TYPE_HISTORY_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, items);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, details);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, detail_title);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, bar);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_install_action (widget_class, "history.go", "x", go_action);
  gtk_widget_class_install_action (widget_class, "history.stop", NULL, stop_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rap_history_window_init (RapHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, match, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
}

GtkWidget *
rap_history_window_new (RapSession *session)
{
  RapHistoryWindow *self = g_object_new (RAP_TYPE_HISTORY_WINDOW, NULL);

  self->session = g_object_ref (session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.go", !rap_session_get_read_only (session));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GTK_WIDGET (self);
}
