/* rap-mention-sweep-page.c
 *
 * All mentions of a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-mention-sweep-page.h"

#include <glib/gi18n.h>

#include "rap-delete.h"
#include "rap-mention-sweep.h"
#include "rap-sweep-row.h"

/**
 * RapMentionSweepPage:
 * @sweep: what was found, or NULL while it is being looked for
 * @cancellable: of the search
 */
struct _RapMentionSweepPage
{
  AdwBin              parent_instance;
  GtkLabel           *summary;
  GtkStack           *stack;
  GtkProgressBar     *progress;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GListStore         *hits;
  GtkWidget          *bottom;
  GtkButton          *tag;
  RapSession         *session;
  char               *entity;
  char               *name;
  RapSweep           *sweep;
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (RapMentionSweepPage, rap_mention_sweep_page, ADW_TYPE_BIN)

static void
update_tag (RapMentionSweepPage *self)
{
  guint n = self->sweep != NULL ? rap_sweep_count_ticked (self->sweep) : 0;
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("_Tag %u Mention", "_Tag %u Mentions", n), n)
                                 : g_strdup (_("Nothing Ticked"));

  gtk_button_set_label (self->tag, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tag), n > 0);
}

static guint
count_articles (const RapSweep *sweep)
{
  guint n = 0;

  for (guint i = 0; i < sweep->hits->len; i++)
    n += i == 0 || g_strcmp0 (RAP_SWEEP_HIT (sweep->hits->pdata[i])->article,
                              RAP_SWEEP_HIT (sweep->hits->pdata[i - 1])->article) != 0;
  return n;
}

static void
update_summary (RapMentionSweepPage *self)
{
  guint n = self->sweep->hits->len;
  guint n_articles = count_articles (self->sweep);
  g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *marked = g_strdup_printf (ngettext ("%u is marked already", "%u are marked already",
                                                       self->sweep->n_marked), self->sweep->n_marked);
  /* Translators: "14 places"; a name; "5 articles"; "9 are marked already" */
  g_autofree char *text = g_strdup_printf (_("%s of %s in %s; %s."), places, self->name, articles, marked);

  gtk_label_set_text (self->summary, text);
}

static void
show_found (RapMentionSweepPage *self)
{
  update_summary (self);
  update_tag (self);
  gtk_widget_set_visible (self->bottom, self->sweep->hits->len > 0);
  if (self->sweep->hits->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), self->sweep->hits->pdata,
                       self->sweep->hits->len);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RapMentionSweepPage) self = user_data;
  g_autoptr (GError) error = NULL;

  self->sweep = rap_session_sweep_finish (RAP_SESSION (source), result, &error);
  if (self->sweep != NULL)
    show_found (self);
  else if (!g_error_matches (error, RAP_ERROR, RAP_ERROR_CANCELLED))
    {
      rap_report_error (GTK_WIDGET (self), error);
      gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
    }
}

static void
progress_cb (guint       done,
             guint       total,
             const char *what,
             gpointer    user_data)
{
  RapMentionSweepPage *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);
}

static RapSweepHit *
get_chosen (RapMentionSweepPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The place in the text, as soon as its line is chosen. */
static void
chosen_cb (RapMentionSweepPage *self)
{
  RapSweepHit *hit = get_chosen (self);

  if (hit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "names.show", "(suu)", hit->article, hit->range.start, hit->range.end);
}

/* The label is data of the journal and stays in one language. */
static char *
make_label (RapMentionSweepPage *self,
            guint                n)
{
  return g_strdup_printf (n == 1 ? "Tag %u mention of %s" : "Tag %u mentions of %s", n, self->name);
}

static gboolean
commit (RapMentionSweepPage  *self,
        guint                *n,
        GError              **error)
{
  g_autofree char *label = make_label (self, rap_sweep_count_ticked (self->sweep));
  g_autoptr (RapEdits) edits = rap_session_sweep_build (self->session, self->entity, self->sweep, label, n, error);
  g_autofree char *exact = NULL;

  if (edits == NULL)
    return FALSE;
  exact = make_label (self, *n);
  rap_set_string (&edits->label, exact);
  return rap_session_commit (self->session, edits, error);
}

static void
tag_cb (RapMentionSweepPage *self)
{
  g_autoptr (RapMentionSweepPage) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  if (self->sweep == NULL || rap_sweep_count_ticked (self->sweep) == 0)
    return;
  if (!commit (self, &n, &error))
    {
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  sentence = g_strdup_printf (ngettext ("Tagged %u mention of %s.", "Tagged %u mentions of %s.", n), n, self->name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
  gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
}

static void
leave_cb (RapMentionSweepPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
}

/* All lines on show take the ticks as they are. */
static void
update_rows (GtkWidget *widget)
{
  if (RAP_IS_SWEEP_ROW (widget))
    {
      rap_sweep_row_update (RAP_SWEEP_ROW (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    update_rows (child);
}

static void
ticks_changed (RapMentionSweepPage *self)
{
  update_rows (GTK_WIDGET (self->list));
  update_tag (self);
}

static void
toggle_chosen (RapMentionSweepPage *self)
{
  RapSweepHit *hit = get_chosen (self);

  if (hit == NULL)
    return;
  hit->ticked = !hit->ticked;
  ticks_changed (self);
}

static void
toggle_all (RapMentionSweepPage *self)
{
  gboolean tick;

  if (self->sweep == NULL)
    return;
  tick = rap_sweep_count_ticked (self->sweep) < self->sweep->hits->len;
  for (guint i = 0; i < self->sweep->hits->len; i++)
    RAP_SWEEP_HIT (self->sweep->hits->pdata[i])->ticked = tick;
  ticks_changed (self);
}

static gboolean
is_in_list (RapMentionSweepPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->list) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)));
}

static gboolean
key_pressed_cb (RapMentionSweepPage *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  if (keyval == GDK_KEY_Escape)
    leave_cb (self);
  else if (!is_in_list (self))
    return GDK_EVENT_PROPAGATE;
  else if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    toggle_chosen (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    tag_cb (self);
  else if (keyval == GDK_KEY_a && (state & GDK_CONTROL_MASK) != 0)
    toggle_all (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
setup_cb (RapMentionSweepPage *self,
          GtkListItem         *item)
{
  GtkWidget *row = rap_sweep_row_new ();

  g_signal_connect_swapped (row, "toggled", G_CALLBACK (update_tag), self);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (RapMentionSweepPage *self,
         GtkListItem         *item)
{
  guint position = gtk_list_item_get_position (item);
  RapSweepHit *hit = gtk_list_item_get_item (item);
  g_autoptr (RapSweepHit) before = position > 0 ? g_list_model_get_item (G_LIST_MODEL (self->hits), position - 1) : NULL;

  rap_sweep_row_set (RAP_SWEEP_ROW (gtk_list_item_get_child (item)), hit,
                     before == NULL || g_strcmp0 (before->article, hit->article) != 0);
}

static void
unbind_cb (RapMentionSweepPage *self,
           GtkListItem         *item)
{
  rap_sweep_row_set (RAP_SWEEP_ROW (gtk_list_item_get_child (item)), NULL, FALSE);
}

static gboolean
rap_mention_sweep_page_grab_focus (GtkWidget *widget)
{
  RapMentionSweepPage *self = RAP_MENTION_SWEEP_PAGE (widget);

  return gtk_widget_get_mapped (GTK_WIDGET (self->list)) ? gtk_widget_grab_focus (GTK_WIDGET (self->list))
                                                         : gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (self)), GTK_DIR_TAB_FORWARD);
}

static void
rap_mention_sweep_page_dispose (GObject *object)
{
  RapMentionSweepPage *self = RAP_MENTION_SWEEP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_MENTION_SWEEP_PAGE);

  G_OBJECT_CLASS (rap_mention_sweep_page_parent_class)->dispose (object);
}

static void
rap_mention_sweep_page_finalize (GObject *object)
{
  RapMentionSweepPage *self = RAP_MENTION_SWEEP_PAGE (object);

  g_clear_object (&self->hits);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sweep, rap_sweep_free);
  g_free (self->entity);
  g_free (self->name);

  G_OBJECT_CLASS (rap_mention_sweep_page_parent_class)->finalize (object);
}

static void
rap_mention_sweep_page_class_init (RapMentionSweepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_mention_sweep_page_dispose;
  object_class->finalize = rap_mention_sweep_page_finalize;
  widget_class->grab_focus = rap_mention_sweep_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-mention-sweep-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapMentionSweepPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RapMentionSweepPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RapMentionSweepPage, progress);
  gtk_widget_class_bind_template_child (widget_class, RapMentionSweepPage, list);
  gtk_widget_class_bind_template_child (widget_class, RapMentionSweepPage, selection);
  gtk_widget_class_bind_template_child (widget_class, RapMentionSweepPage, bottom);
  gtk_widget_class_bind_template_child (widget_class, RapMentionSweepPage, tag);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
rap_mention_sweep_page_init (RapMentionSweepPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->hits = g_list_store_new (RAP_TYPE_SWEEP_HIT);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->hits));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rap_mention_sweep_page_new (RapSession *session,
                            const char *entity)
{
  RapMentionSweepPage *self = g_object_new (RAP_TYPE_MENTION_SWEEP_PAGE, NULL);
  g_autofree char *text = NULL;

  self->session = g_object_ref (session);
  self->entity = g_strdup (entity);
  self->name = rap_session_get_name (session, RAP_KIND_ENTITY, entity);
  text = g_strdup_printf (_("Looking for the names of %s…"), self->name);
  gtk_label_set_text (self->summary, text);
  rap_session_sweep_async (session, entity, progress_cb, self, self->cancellable, found_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
