/* rap-carry-over-page.c
 *
 * Annotations of an older version of an article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-carry-over-page.h"

#include <glib/gi18n.h>

#include "rap-carry-over.h"
#include "rap-carry-row.h"
#include "rap-delete.h"
#include "rap-workbench.h"

struct _RapCarryOverPage
{
  AdwBin              parent_instance;
  GtkLabel           *summary;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GListStore         *entries;
  GtkWidget          *bottom;
  GtkButton          *place;
  GtkButton          *carry;
  RapSession         *session;
  RapCarryPlan       *plan;
};

G_DEFINE_FINAL_TYPE (RapCarryOverPage, rap_carry_over_page, ADW_TYPE_BIN)

static void
update_carry (RapCarryOverPage *self)
{
  guint n = rap_carry_plan_count_ticked (self->plan);
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("_Carry Over %u Annotation", "_Carry Over %u Annotations", n), n)
                                 : g_strdup (_("Nothing Ticked"));

  gtk_button_set_label (self->carry, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->carry), n > 0);
}

static void
update_summary (RapCarryOverPage *self)
{
  /* Translators: title of an article; numbers of annotations */
  g_autofree char *text = g_strdup_printf (_("From “%s”: %u found again, %u probably, %u to decide, %u not found, "
                                             "%u here already."),
                                           self->plan->older->title,
                                           rap_carry_plan_count (self->plan, RAP_CARRY_EXACT),
                                           rap_carry_plan_count (self->plan, RAP_CARRY_LIKELY),
                                           rap_carry_plan_count (self->plan, RAP_CARRY_DOUBTFUL),
                                           rap_carry_plan_count (self->plan, RAP_CARRY_LOST),
                                           rap_carry_plan_count (self->plan, RAP_CARRY_DONE));

  gtk_label_set_text (self->summary, text);
}

static RapCarryEntry *
get_chosen (RapCarryOverPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* Where it stands; of what was not found, where it stood, with nothing selected. */
static RapRange
find_place (RapCarryOverPage    *self,
            const RapCarryEntry *entry)
{
  guint length = rap_text_get_length (self->plan->newer->text);
  RapRange old = rap_anchor_get_hull (rap_record_get_anchor (entry->record));

  if (entry->anchor != NULL)
    return rap_anchor_get_hull (entry->anchor);
  return (RapRange) { MIN (old.start, length), MIN (old.start, length) };
}

/* The place in the text, as soon as its line is chosen. */
static void
chosen_cb (RapCarryOverPage *self)
{
  RapCarryEntry *entry = get_chosen (self);
  RapRange hull;

  gtk_widget_set_sensitive (GTK_WIDGET (self->place), entry != NULL);
  if (entry == NULL || self->plan == NULL)
    return;
  hull = find_place (self, entry);
  gtk_widget_activate_action (GTK_WIDGET (self), "names.show", "(suu)", RAP_RECORD (self->plan->newer)->id, hull.start,
                              hull.end);
}

/* What was decided before stays decided. */
static void
keep_decisions (RapCarryPlan *plan,
                RapCarryPlan *before)
{
  for (guint i = 0; i < before->entries->len; i++)
    for (guint j = 0; j < plan->entries->len; j++)
      {
        RapCarryEntry *old = before->entries->pdata[i];
        RapCarryEntry *new = plan->entries->pdata[j];

        if (g_strcmp0 (old->record->id, new->record->id) != 0 || new->state == RAP_CARRY_DONE
            || old->state == RAP_CARRY_DONE)
          continue;
        if (old->by_hand)
          rap_carry_entry_place (new, plan->newer, rap_anchor_get_hull (old->anchor));
        new->ticked = old->ticked && new->anchor != NULL;
      }
}

static gboolean
load (RapCarryOverPage  *self,
      const char        *older,
      const char        *newer,
      GError           **error)
{
  g_autoptr (RapCarryPlan) before = g_steal_pointer (&self->plan);
  guint n_done;

  self->plan = rap_carry_over_plan (self->session, older, newer, error);
  if (self->plan == NULL)
    {
      self->plan = g_steal_pointer (&before);
      return FALSE;
    }
  if (before != NULL)
    keep_decisions (self->plan, before);
  /* what is there already stands last, and is not shown */
  n_done = rap_carry_plan_count (self->plan, RAP_CARRY_DONE);
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       self->plan->entries->pdata, self->plan->entries->len - n_done);
  update_summary (self);
  update_carry (self);
  gtk_widget_set_visible (self->bottom, self->plan->entries->len > n_done);
  gtk_stack_set_visible_child_name (self->stack, self->plan->entries->len > n_done ? "list" : "empty");
  return TRUE;
}

static void
leave_cb (RapCarryOverPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
}

static gboolean
concerns (const RapCarryPlan *plan,
          RapEdits           *edits)
{
  for (guint i = 0; i < edits->edits->len; i++)
    {
      RapRecord *record = rap_edit_get_record (rap_edits_get (edits, i));
      const char *article = RAP_IS_ARTICLE (record) ? record->id : rap_record_get_article (record);

      if (g_strcmp0 (article, RAP_RECORD (plan->older)->id) == 0 || g_strcmp0 (article, RAP_RECORD (plan->newer)->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
session_changed_cb (RapCarryOverPage *self,
                    RapEdits         *edits)
{
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;

  if (self->plan == NULL || !concerns (self->plan, edits))
    return;
  older = g_strdup (RAP_RECORD (self->plan->older)->id);
  newer = g_strdup (RAP_RECORD (self->plan->newer)->id);
  if (!load (self, older, newer, NULL))
    leave_cb (self);
}

/* The label is data of the journal and stays in one language. */
static RapEdits *
build (RapCarryOverPage  *self,
       guint             *n,
       GError           **error)
{
  RapEdits *edits = rap_carry_over_build (self->session, self->plan, "", n, error);
  g_autofree char *label = NULL;

  if (edits == NULL)
    return NULL;
  label = g_strdup_printf (*n == 1 ? "Carry over %u annotation" : "Carry over %u annotations", *n);
  rap_set_string (&edits->label, label);
  return edits;
}

static void
carry_cb (RapCarryOverPage *self)
{
  g_autoptr (RapCarryOverPage) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  if (rap_carry_plan_count_ticked (self->plan) == 0)
    return;
  edits = build (self, &n, &error);
  if (edits == NULL || !rap_session_commit (self->session, edits, &error))
    {
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  sentence = g_strdup_printf (ngettext ("Carried over %u annotation.", "Carried over %u annotations.", n), n);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    leave_cb (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* All lines on show take the entries as they are. */
static void
update_rows (GtkWidget *widget)
{
  if (RAP_IS_CARRY_ROW (widget))
    {
      rap_carry_row_update (RAP_CARRY_ROW (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    update_rows (child);
}

static void
entries_changed (RapCarryOverPage *self)
{
  update_rows (GTK_WIDGET (self->list));
  update_carry (self);
}

static void
place_cb (RapCarryOverPage *self)
{
  GtkWidget *workbench = gtk_widget_get_ancestor (GTK_WIDGET (self), RAP_TYPE_WORKBENCH);
  RapCarryEntry *entry = get_chosen (self);
  RapRange passage;

  if (entry == NULL || workbench == NULL)
    return;
  if (!rap_workbench_get_passage (RAP_WORKBENCH (workbench), RAP_RECORD (self->plan->newer)->id, &passage)
      || !rap_carry_entry_place (entry, self->plan->newer, passage))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _("Select the right passage in the text of the newer version first."));
      return;
    }
  entries_changed (self);
}

/* Without a place nothing can be ticked; the line says what to do. */
static void
tick_chosen (RapCarryOverPage *self,
             gboolean          ticked)
{
  RapCarryEntry *entry = get_chosen (self);

  if (entry == NULL)
    return;
  entry->ticked = ticked && entry->anchor != NULL;
  entries_changed (self);
}

/* Takes or leaves the one at hand and goes on to the next. */
static void
decide (RapCarryOverPage *self,
        gboolean          take)
{
  guint next = gtk_single_selection_get_selected (self->selection) + 1;

  tick_chosen (self, take);
  if (next < g_list_model_get_n_items (G_LIST_MODEL (self->entries)))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", next);
  if (next < g_list_model_get_n_items (G_LIST_MODEL (self->entries)))
    gtk_single_selection_set_selected (self->selection, next);
}

static void
toggle_all (RapCarryOverPage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->plan->entries->len; i++)
    {
      RapCarryEntry *entry = self->plan->entries->pdata[i];

      n += entry->anchor != NULL && entry->state != RAP_CARRY_DONE;
    }
  n -= rap_carry_plan_count_ticked (self->plan);
  for (guint i = 0; i < self->plan->entries->len; i++)
    {
      RapCarryEntry *entry = self->plan->entries->pdata[i];

      entry->ticked = n > 0 && entry->anchor != NULL && entry->state != RAP_CARRY_DONE;
    }
  entries_changed (self);
}

static gboolean
is_in_list (RapCarryOverPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->list) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)));
}

static gboolean
press_in_list (RapCarryOverPage *self,
               guint             keyval,
               GdkModifierType   state)
{
  RapCarryEntry *entry = get_chosen (self);

  if (keyval == GDK_KEY_a && (state & GDK_CONTROL_MASK) != 0)
    toggle_all (self);
  else if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  else if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    tick_chosen (self, entry != NULL && !entry->ticked);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    carry_cb (self);
  else if (keyval == GDK_KEY_y || keyval == GDK_KEY_Y)
    decide (self, TRUE);
  else if (keyval == GDK_KEY_n || keyval == GDK_KEY_N)
    decide (self, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (RapCarryOverPage *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  if (keyval == GDK_KEY_Escape)
    {
      leave_cb (self);
      return GDK_EVENT_STOP;
    }
  return is_in_list (self) ? press_in_list (self, keyval, state) : GDK_EVENT_PROPAGATE;
}

static void
setup_cb (RapCarryOverPage *self,
          GtkListItem      *item)
{
  GtkWidget *row = rap_carry_row_new ();

  g_signal_connect_swapped (row, "toggled", G_CALLBACK (update_carry), self);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (RapCarryOverPage *self,
         GtkListItem      *item)
{
  guint position = gtk_list_item_get_position (item);
  RapCarryEntry *entry = gtk_list_item_get_item (item);
  g_autoptr (RapCarryEntry) before = position > 0 ? g_list_model_get_item (G_LIST_MODEL (self->entries), position - 1)
                                                  : NULL;

  rap_carry_row_set (RAP_CARRY_ROW (gtk_list_item_get_child (item)), self->session, entry,
                     before == NULL || before->state != entry->state);
}

static void
unbind_cb (RapCarryOverPage *self,
           GtkListItem      *item)
{
  rap_carry_row_set (RAP_CARRY_ROW (gtk_list_item_get_child (item)), self->session, NULL, FALSE);
}

static gboolean
rap_carry_over_page_grab_focus (GtkWidget *widget)
{
  RapCarryOverPage *self = RAP_CARRY_OVER_PAGE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (self)), GTK_DIR_TAB_FORWARD);
}

static void
rap_carry_over_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RAP_TYPE_CARRY_OVER_PAGE);

  G_OBJECT_CLASS (rap_carry_over_page_parent_class)->dispose (object);
}

static void
rap_carry_over_page_finalize (GObject *object)
{
  RapCarryOverPage *self = RAP_CARRY_OVER_PAGE (object);

  g_clear_object (&self->entries);
  g_clear_object (&self->session);
  g_clear_pointer (&self->plan, rap_carry_plan_free);

  G_OBJECT_CLASS (rap_carry_over_page_parent_class)->finalize (object);
}

static void
rap_carry_over_page_class_init (RapCarryOverPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_carry_over_page_dispose;
  object_class->finalize = rap_carry_over_page_finalize;
  widget_class->grab_focus = rap_carry_over_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-carry-over-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCarryOverPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RapCarryOverPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RapCarryOverPage, list);
  gtk_widget_class_bind_template_child (widget_class, RapCarryOverPage, selection);
  gtk_widget_class_bind_template_child (widget_class, RapCarryOverPage, bottom);
  gtk_widget_class_bind_template_child (widget_class, RapCarryOverPage, place);
  gtk_widget_class_bind_template_child (widget_class, RapCarryOverPage, carry);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
rap_carry_over_page_init (RapCarryOverPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_list_store_new (RAP_TYPE_CARRY_ENTRY);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* (transfer full); NULL when they cannot be compared. */
static GtkWidget *
make_page (RapSession  *session,
           const char  *older,
           const char  *newer,
           GError     **error)
{
  g_autoptr (RapCarryOverPage) self = g_object_ref_sink (g_object_new (RAP_TYPE_CARRY_OVER_PAGE, NULL));

  self->session = g_object_ref (session);
  if (!load (self, older, newer, error))
    return NULL;
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (g_steal_pointer (&self));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  RapSession *session = rap_workbench_get_session (self);
  g_autoptr (GError) error = NULL;
  const char *older, *newer;
  GtkWidget *page;

  g_variant_get (parameter, "(&s&s)", &older, &newer);
  if (session == NULL)
    return;
  if (rap_session_get_read_only (session))
    {
      gtk_widget_activate_action (widget, "win.toast", "s",
                                  _("This project is open for reading only, so nothing can be carried over."));
      return;
    }
  page = make_page (session, older, newer, &error);
  if (page == NULL)
    {
      rap_report_error (widget, error);
      return;
    }
  rap_workbench_open_page (self, page);
  chosen_cb (RAP_CARRY_OVER_PAGE (page));
  g_object_unref (page);
}

void
rap_carry_over_page_install (GtkWidgetClass *workbench_class)
{
  gtk_widget_class_install_action (workbench_class, "carry.open", "(ss)", open_action);
}
