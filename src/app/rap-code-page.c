/* rap-code-page.c
 *
 * The rows are a flat list of what is unfolded, made from the codebook and
 * spliced where it differs, so that the rows that stay keep their widgets. It
 * is made when the page is first seen: counting the uses takes a moment in a
 * large project.
 *
 * @syncing is set while the page follows the shared selection, so that it does
 * not answer itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-page.h"

#include <glib/gi18n.h>

#include "rap-code-item.h"
#include "rap-code-merger.h"
#include "rap-code-row.h"
#include "rap-delete.h"

struct _RapCodePage
{
  AdwBin              parent_instance;

  GtkSearchEntry     *filter_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkSingleSelection *rows;
  GListStore         *items;      /* RapCodeItem */
  RapCodeMerger      *merger;
  GtkPopover         *menu;

  RapSession         *session;    /* or NULL */
  RapSelection       *selection;  /* or NULL */
  GHashTable         *folded;     /* ids of codes whose children are hidden */
  GHashTable         *widgets;    /* RapCodeRow that are bound, unowned */
  char               *marked;     /* id of the marked row, or NULL */
  gboolean            syncing;
};

G_DEFINE_FINAL_TYPE (RapCodePage, rap_code_page, ADW_TYPE_BIN)

static const char *
get_filter (RapCodePage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->filter_entry));
}

static RapCodebook *
get_codebook (RapCodePage *self)
{
  return self->session != NULL ? rap_session_get_codebook (self->session) : NULL;
}

static RapCodeItem *
item_at (RapCodePage *self,
         guint        i)
{
  g_autoptr (RapCodeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

  return item;
}

static guint
find_row (RapCodePage *self,
          const char  *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; id != NULL && i < n; i++)
    if (g_str_equal (item_at (self, i)->id, id))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* The code of the marked row, or NULL. */
static const RapCodeNode *
get_chosen (RapCodePage *self)
{
  RapCodeItem *item = gtk_single_selection_get_selected_item (self->rows);

  return item != NULL ? rap_codebook_find (get_codebook (self), item->id) : NULL;
}

static gboolean
is_hidden (RapCodePage       *self,
           const RapCodeNode *node)
{
  for (const RapCodeNode *above = node->parent; above != NULL; above = above->parent)
    if (g_hash_table_contains (self->folded, RAP_RECORD (above->code)->id))
      return TRUE;
  return FALSE;
}

/* The nodes to be shown: what is unfolded, or what the filter lets through. (transfer container) */
static GPtrArray *
collect_nodes (RapCodePage *self)
{
  RapCodebook *codebook = get_codebook (self);
  GPtrArray *nodes, *shown;

  if (codebook == NULL)
    return g_ptr_array_new ();
  if (get_filter (self)[0] != '\0')
    return rap_codebook_match (codebook, get_filter (self));
  shown = g_ptr_array_new ();
  nodes = rap_codebook_get_nodes (codebook);
  for (guint i = 0; i < nodes->len; i++)
    if (!is_hidden (self, nodes->pdata[i]))
      g_ptr_array_add (shown, nodes->pdata[i]);
  return shown;
}

/* The item of the code, the one that is shown already if there is one. (transfer full) */
static RapCodeItem *
make_item (RapCodePage       *self,
           GHashTable        *shown,
           const RapCodeNode *node)
{
  const char *id = RAP_RECORD (node->code)->id;
  RapCodeItem *item = g_hash_table_lookup (shown, id);
  g_autofree char *path = get_filter (self)[0] != '\0' ? rap_codebook_get_path (get_codebook (self), id) : NULL;

  item = item != NULL ? g_object_ref (item) : rap_code_item_new (id);
  rap_code_item_update (item, node, path, g_hash_table_contains (self->folded, id));
  return item;
}

/* Splices what differs between the rows and @items. */
static void
take_items (RapCodePage *self,
            GPtrArray   *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint most = MIN (n, items->len);
  guint head = 0, tail = 0;

  while (head < most && item_at (self, head) == items->pdata[head])
    head++;
  while (tail < most - head && item_at (self, n - 1 - tail) == items->pdata[items->len - 1 - tail])
    tail++;
  if (n != items->len || head < most)
    g_list_store_splice (self->items, head, n - head - tail, items->pdata + head, items->len - head - tail);
}

static void
update_stack (RapCodePage *self)
{
  gboolean rows = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;

  gtk_stack_set_visible_child_name (self->stack, rows ? "list" : get_filter (self)[0] != '\0' ? "no-results" : "empty");
}

static void
unfold_above (RapCodePage *self,
              const char  *id)
{
  const RapCodeNode *node = rap_codebook_find (get_codebook (self), id);

  for (node = node != NULL ? node->parent : NULL; node != NULL; node = node->parent)
    g_hash_table_remove (self->folded, RAP_RECORD (node->code)->id);
}

/* Marks the row of the code that is chosen, or none. */
static void
mark_row (RapCodePage *self,
          const char  *id)
{
  guint position = find_row (self, id);

  rap_set_string (&self->marked, id);
  if (gtk_single_selection_get_selected (self->rows) == position)
    return;
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->rows, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
refresh (RapCodePage *self)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *marked = g_strdup (self->marked);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  nodes = collect_nodes (self);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (shown, item_at (self, i)->id, item_at (self, i));
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (items, make_item (self, shown, nodes->pdata[i]));
  self->syncing = TRUE;
  take_items (self, items);
  self->syncing = FALSE;
  update_stack (self);
  mark_row (self, marked);
}

static void
follow_selection (RapCodePage *self)
{
  g_autofree char *id = NULL;
  RapKind kind;

  if (self->session == NULL || self->selection == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  id = rap_selection_get_subject (self->selection, self->session, &kind);
  if (kind != RAP_KIND_CODE)
    g_clear_pointer (&id, g_free);
  if (id != NULL && find_row (self, id) == GTK_INVALID_LIST_POSITION)
    {
      unfold_above (self, id);
      refresh (self);
    }
  mark_row (self, id);
}

static void
selected_cb (RapCodePage *self)
{
  RapCodeItem *item = gtk_single_selection_get_selected_item (self->rows);

  if (self->syncing || item == NULL || self->selection == NULL || g_strcmp0 (item->id, self->marked) == 0)
    return;
  rap_set_string (&self->marked, item->id);
  rap_selection_choose (self->selection, self->session, RAP_KIND_CODE, item->id);
}

static void
activate_cb (RapCodePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-pane", "s", "inspector");
}

static void
stop_search_cb (RapCodePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  rap_code_page_focus_list (self);
}

/* A read-only project or a rule says no: one sentence. */
static void
report (RapCodePage  *self,
        const GError *error)
{
  if (error != NULL)
    rap_report_error (GTK_WIDGET (self), error);
}

static RapCodeRow *
find_widget (RapCodePage *self,
             const char  *id)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      RapCodeItem *item = rap_code_row_get_item (row);

      if (item != NULL && g_strcmp0 (item->id, id) == 0)
        return row;
    }
  return NULL;
}

static gboolean
edit_cb (gpointer user_data)
{
  RapCodePage *self = user_data;
  RapCodeRow *row = find_widget (self, self->marked);

  if (row != NULL)
    rap_code_row_edit (row);
  return G_SOURCE_REMOVE;
}

/* The row of a new code is there after the list has been laid out. */
static void
edit_later (RapCodePage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, edit_cb, g_object_ref (self), g_object_unref);
}

static void
add_code (RapCodePage *self,
          const char  *parent)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *kept = g_strdup (parent);

  if (self->session == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  name = rap_codebook_make_name (get_codebook (self), kept, _("New Code"));
  if (!rap_codebook_create (get_codebook (self), N_("Add code"), kept, name, NULL, &id, &error))
    {
      report (self, error);
      return;
    }
  unfold_above (self, id);
  refresh (self);
  rap_selection_set (self->selection, RAP_KIND_CODE, id, NULL);
  edit_later (self);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);
  const RapCodeNode *chosen = get_chosen (self);
  gboolean below = g_str_equal (name, "code.add-below");

  if (chosen == NULL)
    add_code (self, NULL);
  else
    add_code (self, below ? RAP_RECORD (chosen->code)->id : chosen->code->parent);
}

/* A popover of the page, beside the row of the chosen code. */
static void
point_at_chosen (RapCodePage *self,
                 GtkPopover  *popover)
{
  RapCodeRow *row = find_widget (self, self->marked);
  GdkRectangle place = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, 40, 1, 1 };
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  gtk_popover_set_pointing_to (popover, &place);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);
  const RapCodeNode *chosen = get_chosen (self);
  GtkPopover *question;

  if (chosen == NULL)
    return;
  question = rap_delete_record (widget, self->session, RAP_KIND_CODE, RAP_RECORD (chosen->code)->id);
  if (question != NULL)
    point_at_chosen (self, question);
}

static void
edit_name_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  edit_later (RAP_CODE_PAGE (widget));
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  const char *id, *text;

  g_variant_get (parameter, "(&s&s)", &id, &text);
  rap_codebook_rename (get_codebook (self), N_("Change name"), id, text, &error);
  report (self, error);
}

static void
move_code (RapCodePage *self,
           const char  *id,
           const char  *parent)
{
  g_autoptr (GError) error = NULL;

  if (rap_codebook_move (get_codebook (self), N_("Move code"), id, parent, &error))
    follow_selection (self);
  report (self, error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);
  const char *id, *parent;

  g_variant_get (parameter, "(&s&s)", &id, &parent);
  g_hash_table_remove (self->folded, parent);
  move_code (self, id, parent);
}

/* Below the code above it, or beside the one it is below. */
static void
shift_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);
  const RapCodeNode *chosen = get_chosen (self);
  g_autofree char *id = chosen != NULL ? g_strdup (RAP_RECORD (chosen->code)->id) : NULL;
  g_autofree char *parent = NULL;
  guint at = chosen != NULL ? find_row (self, id) : GTK_INVALID_LIST_POSITION;

  if (chosen == NULL || get_filter (self)[0] != '\0')
    return;
  if (g_str_equal (name, "code.outdent"))
    {
      if (chosen->parent == NULL)
        return;
      parent = g_strdup (chosen->parent->code->parent);
    }
  else
    {
      while (at > 0 && item_at (self, at - 1)->depth > chosen->depth)
        at--;
      if (at == 0 || item_at (self, at - 1)->depth != chosen->depth)
        return;
      parent = g_strdup (item_at (self, at - 1)->id);
      g_hash_table_remove (self->folded, parent);
    }
  move_code (self, id, parent);
}

static void
set_folded (RapCodePage *self,
            const char  *id,
            gboolean     folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);
  refresh (self);
}

static void
fold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  set_folded (self, id, !g_hash_table_contains (self->folded, id));
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);

  rap_selection_choose (self->selection, self->session, RAP_KIND_CODE, g_variant_get_string (parameter, NULL));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);
  const RapCodeNode *chosen = get_chosen (self);

  if (chosen == NULL)
    return;
  point_at_chosen (self, GTK_POPOVER (self->merger));
  rap_code_merger_open (self->merger, self->session, RAP_RECORD (chosen->code)->id);
}

static void
merged_cb (RapCodePage *self,
           const char  *id)
{
  rap_selection_set (self->selection, RAP_KIND_CODE, id, NULL);
  rap_code_page_focus_list (self);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapCodePage *self = RAP_CODE_PAGE (widget);

  if (get_chosen (self) == NULL)
    return;
  point_at_chosen (self, self->menu);
  gtk_popover_popup (self->menu);
}

static void
focus_list_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  rap_code_page_focus_list (RAP_CODE_PAGE (widget));
}

/* Left folds, or goes to the code above; right unfolds, or goes to the first below. */
static gboolean
fold_or_go (RapCodePage *self,
            gboolean     forward)
{
  const RapCodeNode *chosen = get_chosen (self);
  const char *id = chosen != NULL ? RAP_RECORD (chosen->code)->id : NULL;
  const RapCodeNode *next = NULL;

  if (chosen == NULL || get_filter (self)[0] != '\0')
    return GDK_EVENT_PROPAGATE;
  if (chosen->children->len > 0 && g_hash_table_contains (self->folded, id) == forward)
    set_folded (self, id, !forward);
  else if (forward)
    next = chosen->children->len > 0 ? chosen->children->pdata[0] : NULL;
  else
    next = chosen->parent;
  if (next != NULL)
    {
      rap_selection_choose (self->selection, self->session, RAP_KIND_CODE, RAP_RECORD (next->code)->id);
      rap_code_page_focus_list (self);
    }
  return GDK_EVENT_STOP;
}

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_Insert, 0, "library.add" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "code.add-below" },
  { GDK_KEY_F2, 0, "code.edit-name" },
  { GDK_KEY_Delete, 0, "library.delete" },
  { GDK_KEY_Menu, 0, "library.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "library.menu" },
};

/* Before the filter, which takes what is typed in the list; not while a name is typed. */
static gboolean
key_pressed_cb (RapCodePage     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean forward = (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right) != rtl;
  gboolean arrow = keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Left
                   || keyval == GDK_KEY_KP_Right;

  if (focus != NULL && GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;
  if (arrow && modifiers == 0)
    return fold_or_go (self, forward);
  if (arrow && modifiers == GDK_ALT_MASK)
    return gtk_widget_activate_action (GTK_WIDGET (self), forward ? "code.indent" : "code.outdent", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == keyval && keys[i].modifiers == modifiers)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
setup_row_cb (RapCodePage *self,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, rap_code_row_new ());
}

static void
bind_row_cb (RapCodePage *self,
             GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  rap_code_row_set_item (RAP_CODE_ROW (row), gtk_list_item_get_item (item));
  g_hash_table_add (self->widgets, row);
}

static void
unbind_row_cb (RapCodePage *self,
               GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  rap_code_row_set_item (RAP_CODE_ROW (row), NULL);
  g_hash_table_remove (self->widgets, row);
}

static void
rap_code_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rap_code_page_parent_class)->map (widget);

  refresh (RAP_CODE_PAGE (widget));
  follow_selection (RAP_CODE_PAGE (widget));
}

static void
disconnect_session (RapCodePage *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (rap_session_get_codebook (self->session), self);
  g_clear_object (&self->session);
}

static void
rap_code_page_dispose (GObject *object)
{
  RapCodePage *self = RAP_CODE_PAGE (object);

  disconnect_session (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_CODE_PAGE);

  G_OBJECT_CLASS (rap_code_page_parent_class)->dispose (object);
}

static void
rap_code_page_finalize (GObject *object)
{
  g_hash_table_unref (RAP_CODE_PAGE (object)->widgets);

  G_OBJECT_CLASS (rap_code_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "library.add", NULL, add_action);
  gtk_widget_class_install_action (klass, "library.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "library.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "library.focus-list", NULL, focus_list_action);
  gtk_widget_class_install_action (klass, "code.add-below", NULL, add_action);
  gtk_widget_class_install_action (klass, "code.edit-name", NULL, edit_name_action);
  gtk_widget_class_install_action (klass, "code.merge", NULL, merge_action);
  gtk_widget_class_install_action (klass, "code.outdent", NULL, shift_action);
  gtk_widget_class_install_action (klass, "code.indent", NULL, shift_action);
  gtk_widget_class_install_action (klass, "code.fold", "s", fold_action);
  gtk_widget_class_install_action (klass, "code.rename", "(ss)", rename_action);
  gtk_widget_class_install_action (klass, "code.move", "(ss)", move_action);
  gtk_widget_class_install_action (klass, "code.choose", "s", choose_action);
}

static void
rap_code_page_class_init (RapCodePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_code_page_dispose;
  object_class->finalize = rap_code_page_finalize;
  widget_class->map = rap_code_page_map;
  install_actions (widget_class);

  g_type_ensure (RAP_TYPE_CODE_ITEM);
  g_type_ensure (RAP_TYPE_CODE_MERGER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-code-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCodePage, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, RapCodePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RapCodePage, list_view);
  gtk_widget_class_bind_template_child (widget_class, RapCodePage, rows);
  gtk_widget_class_bind_template_child (widget_class, RapCodePage, items);
  gtk_widget_class_bind_template_child (widget_class, RapCodePage, merger);
  gtk_widget_class_bind_template_child (widget_class, RapCodePage, menu);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, merged_cb);
  gtk_widget_class_bind_template_callback (widget_class, rap_code_page_focus_list);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
rap_code_page_init (RapCodePage *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->widgets = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->filter_entry, GTK_WIDGET (self->list_view));
}

void
rap_code_page_set_session (RapCodePage *self,
                           RapSession  *session)
{
  static const char * const writing[] = {
    "library.add", "library.delete", "code.add-below", "code.edit-name", "code.merge", "code.outdent", "code.indent",
    "code.rename", "code.move",
  };
  gboolean writable = session != NULL && !rap_session_get_read_only (session);

  g_return_if_fail (RAP_IS_CODE_PAGE (self));

  disconnect_session (self);
  g_hash_table_remove_all (self->folded);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_swapped (rap_session_get_codebook (session), "changed", G_CALLBACK (refresh), self);
    }
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  refresh (self);
  follow_selection (self);
}

void
rap_code_page_set_selection (RapCodePage  *self,
                             RapSelection *selection)
{
  g_return_if_fail (RAP_IS_CODE_PAGE (self));

  if (!g_set_object (&self->selection, selection))
    return;
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (follow_selection), self);
  follow_selection (self);
}

void
rap_code_page_focus_list (RapCodePage *self)
{
  RapCodeRow *row;

  g_return_if_fail (RAP_IS_CODE_PAGE (self));

  row = find_widget (self, self->marked);
  if (row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row))))
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0
      || !gtk_widget_grab_focus (GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}

void
rap_code_page_focus_filter (RapCodePage *self)
{
  g_return_if_fail (RAP_IS_CODE_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}
