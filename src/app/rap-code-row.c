/* rap-code-row.c
 *
 * The row follows its item. While the name is being typed a change of the item
 * does not take the entry away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-row.h"

#include <glib/gi18n.h>

#include "rap-code-swatch.h"

#define INDENT 18

struct _RapCodeRow
{
  AdwBin         parent_instance;
  GtkWidget     *box;
  GtkButton     *fold;
  RapCodeSwatch *swatch;
  GtkStack      *stack;
  GtkLabel      *name;
  GtkEntry      *entry;
  GtkLabel      *key;
  GtkLabel      *counts;
  RapCodeItem   *item;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapCodeRow, rap_code_row, ADW_TYPE_BIN)

/* "12 · 3", and "4 / 12 · 1 / 3" where codes below have some too. (transfer full) */
static char *
make_count (guint own,
            guint all)
{
  return own == all ? g_strdup_printf ("%u", own) : g_strdup_printf ("%u / %u", own, all);
}

/* (transfer full) */
static char *
describe_counts (RapCodeItem *item)
{
  g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", item->n_passages), item->n_passages);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", item->n_claims), item->n_claims);
  guint below = item->all_passages + item->all_claims - item->n_passages - item->n_claims;

  if (below == 0)
    /* Translators: passages, claims */
    return g_strdup_printf (_("%s, %s"), passages, claims);
  /* Translators: passages, claims; uses of the codes below this one */
  return g_strdup_printf (ngettext ("%s, %s; %u more with the codes below", "%s, %s; %u more with the codes below", below),
                          passages, claims, below);
}

/* What a screen reader says of the row. */
static void
update_accessible (RapCodeRow *self,
                   const char *counts)
{
  g_autofree char *key = self->item->key != NULL ? g_strdup_printf (_("key %s"), self->item->key) : NULL;
  g_autofree char *label = g_strdup_printf ("%s, %s%s%s", self->item->title, counts, key != NULL ? ", " : "",
                                            key != NULL ? key : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) self->item->depth + 1, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->item->folded ? _("Show the codes below") : _("Hide the codes below"), -1);
}

static void
update (RapCodeRow *self)
{
  RapCodeItem *item = self->item;
  g_autofree char *passages = make_count (item->n_passages, item->all_passages);
  g_autofree char *claims = make_count (item->n_claims, item->all_claims);
  g_autofree char *counts = g_strdup_printf ("%s · %s", passages, claims);
  g_autofree char *described = describe_counts (item);
  g_autofree char *tooltip = item->description != NULL && *item->description != '\0'
                               ? g_strconcat (item->title, "\n", item->description, "\n", described, NULL)
                               : g_strconcat (item->title, "\n", described, NULL);

  gtk_widget_set_margin_start (self->box, (int) item->depth * INDENT);
  gtk_button_set_icon_name (self->fold, item->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_opacity (GTK_WIDGET (self->fold), item->has_children ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fold), item->has_children);
  rap_code_swatch_set_colour (self->swatch, item->colour);
  gtk_label_set_label (self->name, item->title);
  gtk_label_set_label (self->key, item->key != NULL ? item->key : "");
  gtk_widget_set_visible (GTK_WIDGET (self->key), item->key != NULL);
  gtk_label_set_label (self->counts, item->all_passages + item->all_claims > 0 ? counts : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  update_accessible (self, described);
}

static void
fold_clicked_cb (RapCodeRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "code.fold", "s", self->item->id);
}

static void
end_edit (RapCodeRow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "name");
}

static gboolean
is_editing (RapCodeRow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "entry") == 0;
}

static void
take_name (RapCodeRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (self->item == NULL || !is_editing (self))
    return;
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  id = g_strdup (self->item->id);
  end_edit (self);
  if (*name != '\0' && g_strcmp0 (name, self->item->name) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "code.rename", "(ss)", id, name);
}

static void
entry_activate_cb (RapCodeRow *self)
{
  take_name (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "library.focus-list", NULL);
}

static gboolean
entry_key_cb (RapCodeRow *self,
              guint       keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_edit (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "library.focus-list", NULL);
  return GDK_EVENT_STOP;
}

static void
pressed_cb (RapCodeRow      *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  if (self->item == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "code.choose", "s", self->item->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "library.menu", NULL);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static GdkContentProvider *
drag_prepare_cb (RapCodeRow    *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = NULL;

  if (self->item == NULL || is_editing (self))
    return NULL;
  picture = gtk_widget_paintable_new (GTK_WIDGET (self->name));
  gtk_drag_source_set_icon (source, picture, 0, 0);
  return gdk_content_provider_new_typed (RAP_TYPE_CODE_ITEM, self->item);
}

static gboolean
drop_cb (RapCodeRow   *self,
         const GValue *value)
{
  RapCodeItem *dropped = g_value_get_object (value);

  if (self->item == NULL || dropped == NULL || dropped == self->item)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "code.move", "(ss)", dropped->id, self->item->id);
  return TRUE;
}

static void
rap_code_row_dispose (GObject *object)
{
  rap_code_row_set_item (RAP_CODE_ROW (object), NULL);

  G_OBJECT_CLASS (rap_code_row_parent_class)->dispose (object);
}

static void
rap_code_row_class_init (RapCodeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_code_row_dispose;
  g_type_ensure (RAP_TYPE_CODE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-code-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, box);
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, fold);
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, stack);
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, name);
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, entry);
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, key);
  gtk_widget_class_bind_template_child (widget_class, RapCodeRow, counts);
  gtk_widget_class_bind_template_callback (widget_class, fold_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_name);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
add_drag (RapCodeRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (RAP_TYPE_CODE_ITEM, GDK_ACTION_COPY);

  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
rap_code_row_init (RapCodeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drag (self);
}

GtkWidget *
rap_code_row_new (void)
{
  return g_object_new (RAP_TYPE_CODE_ROW, NULL);
}

void
rap_code_row_set_item (RapCodeRow  *self,
                       RapCodeItem *item)
{
  g_return_if_fail (RAP_IS_CODE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  if (self->item != item && self->stack != NULL && is_editing (self))
    end_edit (self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

RapCodeItem *
rap_code_row_get_item (RapCodeRow *self)
{
  g_return_val_if_fail (RAP_IS_CODE_ROW (self), NULL);

  return self->item;
}

void
rap_code_row_edit (RapCodeRow *self)
{
  g_return_if_fail (RAP_IS_CODE_ROW (self));

  if (self->item == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->item->name);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
