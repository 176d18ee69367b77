/* rap-entity-split-page.c
 *
 * One entity becomes two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-entity-split-page.h"

#include <glib/gi18n.h>

#include "rap-delete.h"
#include "rap-entity-merge.h"
#include "rap-record-words.h"
#include "rap-row-words.h"
#include "rap-split-item.h"

struct _RapEntitySplitPage
{
  AdwBin              parent_instance;
  GtkLabel           *title;
  GtkEntry           *name;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkButton          *split;
  GListStore         *items;
  RapSession         *session;
  char               *entity;
  char               *old_name;
  gboolean            loading;
};

G_DEFINE_FINAL_TYPE (RapEntitySplitPage, rap_entity_split_page, ADW_TYPE_BIN)

static const char *
get_group_title (RapSplitItem *item)
{
  RapRecord *record = rap_split_item_get_record (item);

  if (record == NULL)
    return _("Other Names");
  switch ((int) rap_record_get_kind (record))
    {
    case RAP_KIND_MEETING:
      return _("Meetings");
    case RAP_KIND_CLAIM:
      return _("Claims");
    case RAP_KIND_ARTICLE:
      return _("Articles");
    default:
      return _("Mentions");
    }
}

/* One line: the mention with what stands around it. (transfer full) */
static char *
describe (RapEntitySplitPage *self,
          RapSplitItem       *item)
{
  RapRecord *record = rap_split_item_get_record (item);
  g_autofree char *line = NULL;

  if (record == NULL)
    return g_markup_escape_text (rap_split_item_get_name (item), -1);
  if (RAP_IS_MENTION (record))
    {
      const RapAnchor *anchor = RAP_MENTION (record)->anchor;

      line = g_markup_printf_escaped ("… %s<b>%s</b>%s …", anchor->prefix, anchor->exact, anchor->suffix);
      return g_strdelimit (g_steal_pointer (&line), "\n", ' ');
    }
  if (RAP_IS_MEETING (record) && RAP_MEETING (record)->when != NULL)
    {
      g_autofree char *date = rap_row_words_date (RAP_MEETING (record)->when->text);

      line = g_strdup_printf ("%s · %s", RAP_MEETING (record)->title, date);
    }
  else
    line = RAP_IS_CLAIM (record) ? rap_record_words_claim (RAP_CLAIM (record)) : g_strdup (rap_record_get_title (record));
  return g_markup_escape_text (line, -1);
}

static guint
count_ticked (RapEntitySplitPage *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (RapSplitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += rap_split_item_get_ticked (item);
    }
  return n;
}

/* (transfer full) */
static char *
get_new_name (RapEntitySplitPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
changed_cb (RapEntitySplitPage *self)
{
  guint n = count_ticked (self);
  g_autofree char *name = get_new_name (self);
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("_Split Off %u Item", "_Split Off %u Items", n), n)
                                 : g_strdup (_("Nothing Ticked"));

  gtk_button_set_label (self->split, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->split), n > 0 && *name != '\0' && !rap_session_get_read_only (self->session));
}

static void
add_kind (RapEntitySplitPage *self,
          RapKind             kind)
{
  g_autoptr (GPtrArray) records = rap_session_load_linked (self->session, kind, self->entity, 0, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autoptr (RapSplitItem) item = rap_split_item_new (NULL, records->pdata[i]);

      g_list_store_append (self->items, item);
    }
}

static void
load (RapEntitySplitPage *self)
{
  g_autoptr (RapRecord) record = rap_session_load (self->session, RAP_KIND_ENTITY, self->entity, NULL);
  RapEntity *entity = (RapEntity *) record;
  g_autofree char *title = NULL;

  if (record == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
      return;
    }
  rap_set_string (&self->old_name, entity->name);
  title = g_strdup_printf (_("Split %s"), entity->name);
  gtk_label_set_text (self->title, title);
  g_list_store_remove_all (self->items);
  for (guint i = 0; entity->names != NULL && i < entity->names->len; i++)
    {
      g_autoptr (RapSplitItem) item = rap_split_item_new (((RapName *) entity->names->pdata[i])->name, NULL);

      g_list_store_append (self->items, item);
    }
  add_kind (self, RAP_KIND_MEETING);
  add_kind (self, RAP_KIND_CLAIM);
  add_kind (self, RAP_KIND_MENTION);
  add_kind (self, RAP_KIND_ARTICLE);
  changed_cb (self);
}

/* What is ticked: names, or ids of records. (transfer full) */
static GStrv
list_ticked (RapEntitySplitPage *self,
             gboolean            names)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (RapSplitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      RapRecord *record = rap_split_item_get_record (item);

      if (rap_split_item_get_ticked (item) && (record == NULL) == names)
        g_strv_builder_add (list, record != NULL ? record->id : rap_split_item_get_name (item));
    }
  return g_strv_builder_end (list);
}

static void
leave_cb (RapEntitySplitPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
}

static void
split_cb (RapEntitySplitPage *self)
{
  g_autoptr (RapEntitySplitPage) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = get_new_name (self);
  g_autofree char *label = g_strdup_printf ("Split %s from %s", name, self->old_name);
  g_auto (GStrv) names = list_ticked (self, TRUE);
  g_auto (GStrv) moved = list_ticked (self, FALSE);
  g_autofree char *made = NULL;
  g_autofree char *sentence = g_strdup_printf (_("Split %s from %s."), name, self->old_name);
  g_autoptr (RapEdits) edits = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->split)))
    return;
  edits = rap_entity_split_build (self->session, self->entity, name, (const char * const *) names,
                                  (const char * const *) moved, label, NULL, &made, &error);
  g_signal_handlers_disconnect_by_data (self->session, self);
  if (edits == NULL || !rap_session_commit (self->session, edits, &error))
    {
      g_signal_connect_swapped (self->session, "changed", G_CALLBACK (load), self);
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) RAP_KIND_ENTITY, made);
  leave_cb (self);
}

/* A mention or claim is shown in the text. */
static void
chosen_cb (RapEntitySplitPage *self)
{
  RapSplitItem *item = gtk_single_selection_get_selected_item (self->selection);
  RapRecord *record = item != NULL ? rap_split_item_get_record (item) : NULL;
  const RapAnchor *anchor = record != NULL ? rap_record_get_anchor (record) : NULL;

  if (anchor != NULL && !self->loading)
    gtk_widget_activate_action (GTK_WIDGET (self), "names.show", "(suu)", rap_record_get_article (record),
                                rap_anchor_get_hull (anchor).start, rap_anchor_get_hull (anchor).end);
}

static void
toggled_cb (GtkCheckButton *check,
            GtkListItem    *list_item)
{
  RapSplitItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (check), RAP_TYPE_ENTITY_SPLIT_PAGE);

  if (item == NULL || page == NULL)
    return;
  rap_split_item_set_ticked (item, gtk_check_button_get_active (check));
  changed_cb (RAP_ENTITY_SPLIT_PAGE (page));
}

static void
setup_cb (RapEntitySplitPage *self,
          GtkListItem        *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (NULL);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "sweep-article");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_focusable (check, FALSE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (RapEntitySplitPage *self,
         GtkListItem        *list_item)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_widget_get_next_sibling (heading));
  RapSplitItem *item = gtk_list_item_get_item (list_item);
  guint position = gtk_list_item_get_position (list_item);
  g_autoptr (RapSplitItem) before = position > 0 ? g_list_model_get_item (G_LIST_MODEL (self->items), position - 1) : NULL;
  g_autofree char *text = describe (self, item);

  gtk_label_set_text (GTK_LABEL (heading), get_group_title (item));
  gtk_widget_set_visible (heading, before == NULL || !g_str_equal (get_group_title (before), get_group_title (item)));
  gtk_label_set_markup (GTK_LABEL (gtk_check_button_get_child (check)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (gtk_check_button_get_child (check))), -1);
  gtk_check_button_set_active (check, rap_split_item_get_ticked (item));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), list_item);
}

static void
unbind_cb (RapEntitySplitPage *self,
           GtkListItem        *list_item)
{
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));

  g_signal_handlers_disconnect_by_func (check, toggled_cb, list_item);
}

/* The check of the chosen line, if it is on show. */
static GtkCheckButton *
find_check (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return GTK_CHECK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
key_pressed_cb (RapEntitySplitPage *self,
                guint               keyval)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  GtkCheckButton *check;

  if (keyval == GDK_KEY_Escape)
    leave_cb (self);
  else if (in_list && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    split_cb (self);
  else if (in_list && keyval == GDK_KEY_space && (check = find_check (focus)) != NULL)
    gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
rap_entity_split_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RAP_ENTITY_SPLIT_PAGE (widget)->name));
}

static void
rap_entity_split_page_dispose (GObject *object)
{
  RapEntitySplitPage *self = RAP_ENTITY_SPLIT_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ENTITY_SPLIT_PAGE);

  G_OBJECT_CLASS (rap_entity_split_page_parent_class)->dispose (object);
}

static void
rap_entity_split_page_finalize (GObject *object)
{
  RapEntitySplitPage *self = RAP_ENTITY_SPLIT_PAGE (object);

  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_free (self->entity);
  g_free (self->old_name);

  G_OBJECT_CLASS (rap_entity_split_page_parent_class)->finalize (object);
}

static void
rap_entity_split_page_class_init (RapEntitySplitPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_entity_split_page_dispose;
  object_class->finalize = rap_entity_split_page_finalize;
  widget_class->grab_focus = rap_entity_split_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-entity-split-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapEntitySplitPage, title);
  gtk_widget_class_bind_template_child (widget_class, RapEntitySplitPage, name);
  gtk_widget_class_bind_template_child (widget_class, RapEntitySplitPage, list);
  gtk_widget_class_bind_template_child (widget_class, RapEntitySplitPage, selection);
  gtk_widget_class_bind_template_child (widget_class, RapEntitySplitPage, split);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
rap_entity_split_page_init (RapEntitySplitPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (RAP_TYPE_SPLIT_ITEM);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rap_entity_split_page_new (RapSession *session,
                           const char *entity)
{
  RapEntitySplitPage *self = g_object_new (RAP_TYPE_ENTITY_SPLIT_PAGE, NULL);

  self->session = g_object_ref (session);
  self->entity = g_strdup (entity);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (load), self);
  load (self);
  self->loading = FALSE;
  return GTK_WIDGET (self);
}
