/* rap-library-page.c
 *
 * One list of the library. The rows come from the session's RapHeaderList,
 * which filters by query. Where many of them change at once, as with every
 * letter of a filter, the first ones are shown and the rest follows when they
 * are painted: GtkListView makes some two hundred rows of a long list.
 *
 * The page follows the shared selection and sets it. @syncing is set while the
 * page follows, so that it does not answer itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-library-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rap-column-heads.h"
#include "rap-delete.h"
#include "rap-header-list.h"
#include "rap-library-row.h"
#include "rap-list-options.h"
#include "rap-workbench.h"

#define FIRST_ROWS 40

struct _RapLibraryPage
{
  AdwBin              parent_instance;

  GtkSearchEntry     *filter_entry;
  RapListOptions     *options;
  GtkLabel           *count;
  GtkWidget          *back_button;
  RapColumnHeads     *heads;
  GtkWidget          *brush_chip;
  GtkLabel           *brush_label;
  GtkWidget          *add_button;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkSingleSelection *rows;
  GtkSliceListModel  *slice;
  AdwStatusPage      *empty_page;
  GtkButton          *empty_button;

  RapKind             kind;
  gboolean            is_table;
  RapColumns         *columns;    /* or NULL: not a table */
  char               *placeholder;
  char               *list_label;
  char               *empty_title;
  char               *empty_text;
  char               *empty_button_label;
  char               *empty_action;
  RapSession         *session;    /* or NULL */
  RapHeaderList      *headers;    /* or NULL; the model of @rows once the page was on show */
  RapSelection       *selection;  /* or NULL */
  RapTimelineBrush   *brush;      /* NULL: dates do not matter here */
  char               *marked;     /* id of the marked row, or NULL */
  gboolean            syncing;
};

G_DEFINE_FINAL_TYPE (RapLibraryPage, rap_library_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TABLE,
  PROP_PLACEHOLDER,
  PROP_LIST_LABEL,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_TEXT,
  PROP_EMPTY_BUTTON,
  PROP_EMPTY_ACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What "add" makes, per kind; claims are made from passages, articles by import. */
static const struct
{
  RapKind     kind;
  const char *member;
  const char *name;
  const char *label;
} creations[] = {
  { RAP_KIND_MEETING, "title", N_("New Meeting"), N_("Add meeting") },
  { RAP_KIND_ENTITY, "name", N_("New Entity"), N_("Add entity") },
};

static guint
count_rows (RapLibraryPage *self)
{
  return self->headers != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->headers)) : 0;
}

static gboolean
has_filter (RapLibraryPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->filter_entry))[0] != '\0'
         || (self->brush != NULL && rap_timeline_brush_is_filter (self->brush));
}

/* "812 of 100,000" while the list is narrowed. */
static void
update_count (RapLibraryPage *self)
{
  guint n = count_rows (self);
  guint all = self->session != NULL ? rap_session_count (self->session, self->kind) : 0;
  /* Translators: how many rows are shown of how many there are */
  g_autofree char *text = n < all ? g_strdup_printf (_("%'u of %'u"), n, all) : g_strdup ("");

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n < all && has_filter (self));
}

static void
update_page (RapLibraryPage *self)
{
  guint n = count_rows (self);
  const char *name = n > 0 ? "list" : has_filter (self) ? "no-results" : "empty";

  gtk_stack_set_visible_child_name (self->stack, name);
  update_count (self);
}

static void
scroll_to (RapLibraryPage *self,
           guint           position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Marks the row of what is chosen, or none; a page that is not on show does so
 * when it comes up. */
static void
follow_selection (RapLibraryPage *self)
{
  g_autofree char *id = NULL;
  guint position = GTK_INVALID_LIST_POSITION;
  RapKind kind;

  if (self->headers == NULL || self->selection == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  id = rap_selection_get_subject (self->selection, self->session, &kind);
  if (self->kind == RAP_KIND_ARTICLE)
    rap_set_string (&id, rap_selection_get_article (self->selection));
  else if (kind != self->kind)
    g_clear_pointer (&id, g_free);
  if (id != NULL)
    position = rap_header_list_find (self->headers, id);
  rap_set_string (&self->marked, id);

  if (gtk_single_selection_get_selected (self->rows) == position)
    return;
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->rows, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

/* Borrowed, or NULL. */
static RapHeader *
get_chosen (RapLibraryPage *self)
{
  return gtk_single_selection_get_selected_item (self->rows);
}

static void
selected_cb (RapLibraryPage *self)
{
  RapHeader *header = get_chosen (self);

  /* a row that was renewed by a change is not a row that the user chose */
  if (self->syncing || header == NULL || self->selection == NULL || self->session == NULL
      || g_strcmp0 (header->id, self->marked) == 0)
    return;
  rap_set_string (&self->marked, header->id);
  /* a table stays for its own choices, and goes for those that are made elsewhere */
  if (self->is_table)
    rap_workbench_keep_centre (RAP_WORKBENCH (gtk_widget_get_ancestor (GTK_WIDGET (self), RAP_TYPE_WORKBENCH)), header->id);
  rap_selection_choose (self->selection, self->session, self->kind, header->id);
}

static void
items_changed_cb (RapLibraryPage *self)
{
  /* there is more to come, or who made the change will see to the page */
  if (self->syncing || (self->headers != NULL && rap_header_list_is_halfway (self->headers)))
    return;
  update_page (self);
  follow_selection (self);
}

/* Shows all rows, once the first ones are painted. */
static void
painted_cb (RapLibraryPage *self,
            GdkFrameClock  *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  follow_selection (self);
}

/* To be called before many rows change. */
static void
begin_change (RapLibraryPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->syncing = TRUE;
  /* a chosen row would be looked for among all that come, and all be loaded for that */
  gtk_single_selection_set_selected (self->rows, GTK_INVALID_LIST_POSITION);
  if (clock == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_slice_list_model_get_size (self->slice) == FIRST_ROWS)
    return;
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

static void
end_change (RapLibraryPage *self)
{
  self->syncing = FALSE;
  update_page (self);
  follow_selection (self);
}

/* What to look for; "outlet:" says nothing before a name follows. (transfer full) */
static char *
dup_query (RapLibraryPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter_entry));
  const char *space = strrchr (text, ' ');
  const char *last = space != NULL ? space + 1 : text;

  return g_str_has_suffix (last, ":") ? g_strndup (text, (gsize) (last - text)) : g_strdup (text);
}

static void
search_changed_cb (RapLibraryPage *self)
{
  g_autofree char *query = dup_query (self);

  if (self->headers == NULL)
    return;
  begin_change (self);
  rap_header_list_set_filter (self->headers, query);
  end_change (self);
}

/* The rows of the stretch of time that is picked out, and a word about it. */
static void
follow_brush (RapLibraryPage *self)
{
  g_autofree char *text = NULL;
  gint64 first = 0;
  gint64 last = 0;

  if (self->brush == NULL)
    return;
  if (rap_timeline_brush_is_filter (self->brush))
    {
      rap_timeline_brush_get_days (self->brush, &first, &last);
      text = rap_timeline_brush_describe (self->brush);
    }
  gtk_widget_set_visible (self->brush_chip, text != NULL);
  gtk_label_set_label (self->brush_label, text != NULL ? text : "");
  if (self->headers == NULL)
    return;
  begin_change (self);
  rap_header_list_set_days (self->headers, first, last, rap_timeline_brush_get_filter (self->brush) == RAP_BRUSH_FILTER_CERTAIN);
  end_change (self);
}

static void
clear_brush_cb (RapLibraryPage *self)
{
  if (self->brush != NULL)
    rap_timeline_brush_set_days (self->brush, 0, 0);
}

static void
stop_search_cb (RapLibraryPage *self)
{
  if (self->is_table && gtk_editable_get_text (GTK_EDITABLE (self->filter_entry))[0] == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "table.close", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  rap_library_page_focus_list (self);
}

static void
activate_cb (RapLibraryPage *self,
             guint           position)
{
  g_autoptr (RapHeader) header = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (header == NULL || self->session == NULL)
    return;
  rap_selection_choose (self->selection, self->session, self->kind, header->id);
  if (self->is_table)
    gtk_widget_activate_action (GTK_WIDGET (self), "table.close", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-pane", "s",
                              self->kind == RAP_KIND_ARTICLE ? "article" : "inspector");
}

/* Where the keyboard goes from the filter: the chosen row if it is among those
 * that are left, else the first. */
static guint
get_entrance (RapLibraryPage *self)
{
  guint chosen = gtk_single_selection_get_selected (self->rows);

  return chosen != GTK_INVALID_LIST_POSITION ? chosen : 0;
}

/* Enter in the filter: what was typed last may not have been looked for yet. */
static void
open_first_cb (RapLibraryPage *self)
{
  search_changed_cb (self);
  activate_cb (self, get_entrance (self));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (creations); i++)
    {
      g_autoptr (RapEdits) edits = NULL;
      g_autoptr (RapRecord) record = NULL;
      g_autoptr (GError) error = NULL;
      const RapField *field;

      if (creations[i].kind != self->kind)
        continue;
      record = rap_record_new (self->kind);
      field = rap_kind_find_field (self->kind, creations[i].member);
      rap_set_string (&rap_record_member (record, field, char *), _(creations[i].name));
      edits = rap_edits_new (creations[i].label);
      rap_edits_insert (edits, record);
      if (rap_session_commit (self->session, edits, &error))
        {
          rap_selection_set (self->selection, self->kind, record->id, NULL);
          gtk_widget_activate_action (widget, "win.focus-pane", "s", "inspector");
        }
      else
        rap_report_error (widget, error);
    }
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (widget);
  RapHeader *header = get_chosen (self);

  if (header != NULL && self->session != NULL)
    rap_delete_record (widget, self->session, self->kind, header->id);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (widget);

  if (get_chosen (self) != NULL)
    rap_library_row_popup_menu (gtk_widget_get_parent (GTK_WIDGET (self->list_view)), self->kind,
                                gtk_widget_get_width (widget) / 2, 24);
}

static void
focus_list_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (widget);

  /* who goes down from the filter means that row; who only comes to the list has not chosen yet */
  gtk_single_selection_set_selected (self->rows, get_entrance (self));
  rap_library_page_focus_list (self);
}

static void
renew_rows (RapLibraryPage *self)
{
  rap_library_row_renew (self->list_view);
}

static void
cells_changed_cb (RapLibraryPage *self)
{
  if (self->columns != NULL)
    rap_columns_update (self->columns);
  renew_rows (self);
}

static void
sort_cb (RapLibraryPage *self,
         guint           cell)
{
  rap_list_options_sort_by (self->options, cell);
}

static void
order_changed_cb (RapLibraryPage *self)
{
  gboolean is_falling = FALSE;
  guint cell = rap_list_options_get_sorted (self->options, &is_falling);

  rap_column_heads_set_sort (self->heads, cell, is_falling);
}

/* A list that is not on show is brought up to date when it is shown again, and
 * loads nothing before it is shown first. */
static void
sleep_or_wake (RapLibraryPage *self)
{
  gboolean mapped = gtk_widget_get_mapped (GTK_WIDGET (self));

  if (self->headers == NULL)
    return;
  rap_header_list_set_asleep (self->headers, !mapped);
  if (!mapped || gtk_slice_list_model_get_model (self->slice) != NULL)
    return;
  self->syncing = TRUE;
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (self->headers));
  self->syncing = FALSE;
}

static void
apply_words (RapLibraryPage *self)
{
  gboolean can_add = FALSE;

  g_object_set (self->filter_entry, "placeholder-text", self->placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->placeholder, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->list_label, -1);
  adw_status_page_set_title (self->empty_page, self->empty_title);
  adw_status_page_set_description (self->empty_page, self->empty_text);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), self->empty_button_label != NULL);
  if (self->empty_button_label != NULL)
    {
      gtk_button_set_label (self->empty_button, self->empty_button_label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), self->empty_action);
    }
  for (guint i = 0; i < G_N_ELEMENTS (creations); i++)
    can_add |= creations[i].kind == self->kind;
  gtk_widget_set_visible (self->add_button, can_add);
}

/* A page of the workbench's middle, with a way back to the article. */
static void
set_up_table (RapLibraryPage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  self->columns = rap_columns_new ();
  rap_column_heads_set_columns (self->heads, self->columns);
  gtk_widget_set_visible (GTK_WIDGET (self->heads), TRUE);
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "library-table");
  g_signal_connect_swapped (self->columns, "changed", G_CALLBACK (renew_rows), self);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("table.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  order_changed_cb (self);
}

static void
rap_library_page_constructed (GObject *object)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (object);

  G_OBJECT_CLASS (rap_library_page_parent_class)->constructed (object);

  apply_words (self);
  if (self->is_table)
    set_up_table (self);
  rap_library_row_serve (self->list_view, self->columns);
  rap_list_options_set_up (self->options, self->kind, GTK_EDITABLE (self->filter_entry));
  update_page (self);
}

static char **
get_string_member (RapLibraryPage *self,
                   guint           prop_id)
{
  char **members[N_PROPS] = {
    [PROP_PLACEHOLDER] = &self->placeholder,
    [PROP_LIST_LABEL] = &self->list_label,
    [PROP_EMPTY_TITLE] = &self->empty_title,
    [PROP_EMPTY_TEXT] = &self->empty_text,
    [PROP_EMPTY_BUTTON] = &self->empty_button_label,
    [PROP_EMPTY_ACTION] = &self->empty_action,
  };

  return prop_id < N_PROPS ? members[prop_id] : NULL;
}

static void
rap_library_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (object);

  if (prop_id == PROP_KIND)
    g_value_set_string (value, rap_kind_get_nick (self->kind));
  else if (prop_id == PROP_TABLE)
    g_value_set_boolean (value, self->is_table);
  else if (get_string_member (self, prop_id) != NULL)
    g_value_set_string (value, *get_string_member (self, prop_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_library_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (object);

  if (prop_id == PROP_KIND)
    {
      const char *nick = g_value_get_string (value);

      g_return_if_fail (nick == NULL || rap_kind_parse (nick, &self->kind));
    }
  else if (prop_id == PROP_TABLE)
    self->is_table = g_value_get_boolean (value);
  else if (get_string_member (self, prop_id) != NULL)
    rap_set_string (get_string_member (self, prop_id), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static gboolean
rap_library_page_grab_focus (GtkWidget *widget)
{
  rap_library_page_focus_list (RAP_LIBRARY_PAGE (widget));
  return TRUE;
}

static void
rap_library_page_dispose (GObject *object)
{
  RapLibraryPage *self = RAP_LIBRARY_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->headers);
  g_clear_object (&self->session);
  g_clear_object (&self->brush);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (rap_library_page_parent_class)->dispose (object);
}

static void
rap_library_page_finalize (GObject *object)
{
  g_free (RAP_LIBRARY_PAGE (object)->marked);
  for (guint i = PROP_PLACEHOLDER; i < N_PROPS; i++)
    g_free (*get_string_member (RAP_LIBRARY_PAGE (object), i));

  G_OBJECT_CLASS (rap_library_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  static const char * const names[] = {
    NULL, "kind", "table", "placeholder", "list-label",
    "empty-title", "empty-text", "empty-button", "empty-action",
  };

  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = i == PROP_TABLE ? g_param_spec_boolean (names[i], NULL, NULL, FALSE, flags)
                                    : g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "library.add", NULL, add_action);
  gtk_widget_class_install_action (klass, "library.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "library.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "library.focus-list", NULL, focus_list_action);
}

static void
rap_library_page_class_init (RapLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rap_library_page_constructed;
  object_class->dispose = rap_library_page_dispose;
  object_class->finalize = rap_library_page_finalize;
  object_class->get_property = rap_library_page_get_property;
  object_class->set_property = rap_library_page_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = rap_library_page_grab_focus;
  install_properties (object_class);
  install_actions (widget_class);

  g_type_ensure (RAP_TYPE_COLUMN_HEADS);
  g_type_ensure (RAP_TYPE_LIST_OPTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, options);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, count);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, heads);
  gtk_widget_class_bind_template_callback (widget_class, cells_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, brush_chip);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, brush_label);
  gtk_widget_class_bind_template_callback (widget_class, clear_brush_cb);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, rows);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, slice);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, RapLibraryPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_first_cb);
}

static void
rap_library_page_init (RapLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_after (self, "map", G_CALLBACK (sleep_or_wake), NULL);
  g_signal_connect_after (self, "unmap", G_CALLBACK (sleep_or_wake), NULL);
  g_signal_connect_after (self, "map", G_CALLBACK (items_changed_cb), NULL);
  gtk_search_entry_set_key_capture_widget (self->filter_entry, GTK_WIDGET (self->list_view));
}

void
rap_library_page_set_session (RapLibraryPage *self,
                              RapSession     *session)
{
  g_autoptr (GListModel) headers = NULL;
  gboolean writable;

  g_return_if_fail (RAP_IS_LIBRARY_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  self->syncing = TRUE;
  g_set_object (&self->session, session);
  if (session != NULL)
    headers = rap_session_list (session, self->kind);
  gtk_slice_list_model_set_model (self->slice, NULL);
  g_set_object (&self->headers, (RapHeaderList *) headers);
  if (headers != NULL)
    rap_header_list_set_patient (self->headers, TRUE);
  rap_list_options_set_list (self->options, self->headers);
  self->syncing = FALSE;
  sleep_or_wake (self);

  writable = session != NULL && !rap_session_get_read_only (session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.delete", writable);
  update_page (self);
  follow_selection (self);
  follow_brush (self);
}

void
rap_library_page_set_brush (RapLibraryPage   *self,
                            RapTimelineBrush *brush)
{
  g_return_if_fail (RAP_IS_LIBRARY_PAGE (self));
  g_return_if_fail (RAP_IS_TIMELINE_BRUSH (brush));

  if (!g_set_object (&self->brush, brush))
    return;
  g_signal_connect_object (brush, "settled", G_CALLBACK (follow_brush), self, G_CONNECT_SWAPPED);
  follow_brush (self);
}

void
rap_library_page_set_selection (RapLibraryPage *self,
                                RapSelection   *selection)
{
  g_return_if_fail (RAP_IS_LIBRARY_PAGE (self));

  if (!g_set_object (&self->selection, selection))
    return;
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (follow_selection), self);
  follow_selection (self);
}

void
rap_library_page_focus_list (RapLibraryPage *self)
{
  g_autoptr (RapHeader) header = NULL;

  g_return_if_fail (RAP_IS_LIBRARY_PAGE (self));

  header = g_list_model_get_item (G_LIST_MODEL (self->rows), get_entrance (self));
  if (!rap_library_row_focus (self->list_view, header)
      && !gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}

void
rap_library_page_focus_filter (RapLibraryPage *self)
{
  g_return_if_fail (RAP_IS_LIBRARY_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}

RapLibraryPage *
rap_library_page_new_table (RapLibraryPage *self)
{
  RapLibraryPage *table;

  g_return_val_if_fail (RAP_IS_LIBRARY_PAGE (self), NULL);

  table = g_object_new (RAP_TYPE_LIBRARY_PAGE, "kind", rap_kind_get_nick (self->kind), "table", TRUE,
                        "placeholder", self->placeholder, "list-label", self->list_label,
                        "empty-title", self->empty_title, "empty-text", self->empty_text,
                        "empty-button", self->empty_button_label, "empty-action", self->empty_action, NULL);
  rap_library_page_set_session (table, self->session);
  rap_library_page_set_selection (table, self->selection);
  rap_library_page_set_brush (table, self->brush);
  gtk_editable_set_text (GTK_EDITABLE (table->filter_entry), gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
  return table;
}

gboolean
rap_library_page_step (RapLibraryPage *self,
                       int             by)
{
  g_autoptr (RapHeader) header = NULL;
  const char *id;
  guint position;

  g_return_val_if_fail (RAP_IS_LIBRARY_PAGE (self), FALSE);

  if (self->headers == NULL || self->selection == NULL)
    return FALSE;
  id = self->kind == RAP_KIND_ARTICLE ? rap_selection_get_article (self->selection)
                                      : rap_selection_get_id (self->selection);
  position = id != NULL ? rap_header_list_find (self->headers, id) : GTK_INVALID_LIST_POSITION;
  position = position == GTK_INVALID_LIST_POSITION ? 0 : position + (guint) by;
  header = g_list_model_get_item (G_LIST_MODEL (self->headers), position);
  if (header == NULL)
    return FALSE;
  rap_selection_choose (self->selection, self->session, self->kind, header->id);
  return TRUE;
}
