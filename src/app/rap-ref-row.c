/* rap-ref-row.c
 *
 * A field row around a RapRefEntry, and a button that goes to the record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-ref-row.h"

#include <glib/gi18n.h>

#include "rap-form.h"
#include "rap-ref-entry.h"

struct _RapRefRow
{
  RapFieldRow  parent_instance;
  RapRefEntry *entry;
  GtkWidget   *go_button;
  char        *kind;
  char        *entity_kind;
  gboolean     can_create;
  char        *id;      /* of the record shown, or NULL */
};

G_DEFINE_FINAL_TYPE (RapRefRow, rap_ref_row, RAP_TYPE_FIELD_ROW)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ENTITY_KIND,
  PROP_CAN_CREATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
chosen_cb (RapRefRow  *self,
           const char *id,
           RapRecord  *added)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (form != NULL && !rap_form_set_ref (form, rap_field_row_get_field (RAP_FIELD_ROW (self)), id, added))
    rap_field_row_restore (RAP_FIELD_ROW (self));
}

static void
go_clicked_cb (RapRefRow *self)
{
  const char *id = rap_ref_entry_get_value (self->entry);
  RapKind kind;

  if (id != NULL && rap_kind_parse (self->kind, &kind))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) kind, id);
}

static gboolean
rap_ref_row_is_dirty (RapFieldRow *row)
{
  RapRefRow *self = RAP_REF_ROW (row);

  return self->id != NULL && rap_ref_entry_is_dirty (self->entry);
}

static gboolean
rap_ref_row_is_choosing (RapFieldRow *row)
{
  return rap_ref_entry_is_open (RAP_REF_ROW (row)->entry);
}

static void
rap_ref_row_load (RapFieldRow *row,
                  RapSession  *session,
                  RapRecord   *record)
{
  RapRefRow *self = RAP_REF_ROW (row);
  const RapField *field = rap_field_row_find_field (row, record);
  const char *value = rap_record_member (record, field, char *);
  gboolean same = g_strcmp0 (self->id, record->id) == 0;

  rap_ref_entry_set_session (self->entry, session);
  gtk_widget_set_visible (self->go_button, value != NULL);
  if (same && rap_ref_row_is_dirty (row))
    return;
  rap_set_string (&self->id, record->id);
  rap_ref_entry_set_value (self->entry, value);
  rap_field_row_set_hint (row, NULL, FALSE);
}

static void
rap_ref_row_restore (RapFieldRow *row)
{
  RapRefRow *self = RAP_REF_ROW (row);
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  g_clear_pointer (&self->id, g_free);
  rap_field_row_set_hint (row, NULL, FALSE);
  if (form != NULL && rap_form_get_record (form) != NULL)
    rap_field_row_load (row, rap_form_get_session (form), rap_form_get_record (form));
}

static void
rap_ref_row_commit (RapFieldRow *row)
{
  RapRefRow *self = RAP_REF_ROW (row);

  rap_ref_entry_resolve (self->entry);
  rap_field_row_set_hint (row, rap_ref_entry_is_dirty (self->entry)
                                 ? _("Choose from the list, or write the whole name.") : NULL, TRUE);
}

static void
rap_ref_row_constructed (GObject *object)
{
  RapRefRow *self = RAP_REF_ROW (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  G_OBJECT_CLASS (rap_ref_row_parent_class)->constructed (object);

  g_object_set (self->entry, "kind", self->kind, "entity-kind", self->entity_kind,
                "can-create", self->can_create, "has-frame", FALSE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), self->go_button);
  rap_field_row_set_editor (RAP_FIELD_ROW (self), box, TRUE);
}

static void
rap_ref_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RapRefRow *self = RAP_REF_ROW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_ENTITY_KIND:
      g_value_set_string (value, self->entity_kind);
      break;
    case PROP_CAN_CREATE:
      g_value_set_boolean (value, self->can_create);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_ref_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  RapRefRow *self = RAP_REF_ROW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_dup_string (value);
      break;
    case PROP_ENTITY_KIND:
      self->entity_kind = g_value_dup_string (value);
      break;
    case PROP_CAN_CREATE:
      self->can_create = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_ref_row_finalize (GObject *object)
{
  RapRefRow *self = RAP_REF_ROW (object);

  g_free (self->kind);
  g_free (self->entity_kind);
  g_free (self->id);

  G_OBJECT_CLASS (rap_ref_row_parent_class)->finalize (object);
}

static void
rap_ref_row_class_init (RapRefRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RapFieldRowClass *row_class = RAP_FIELD_ROW_CLASS (klass);

  object_class->constructed = rap_ref_row_constructed;
  object_class->get_property = rap_ref_row_get_property;
  object_class->set_property = rap_ref_row_set_property;
  object_class->finalize = rap_ref_row_finalize;
  row_class->load = rap_ref_row_load;
  row_class->commit = rap_ref_row_commit;
  row_class->is_dirty = rap_ref_row_is_dirty;
  row_class->restore = rap_ref_row_restore;
  row_class->is_choosing = rap_ref_row_is_choosing;
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "entity", flags);
  properties[PROP_ENTITY_KIND] = g_param_spec_string ("entity-kind", NULL, NULL, NULL, flags);
  properties[PROP_CAN_CREATE] = g_param_spec_boolean ("can-create", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rap_ref_row_init (RapRefRow *self)
{
  self->entry = RAP_REF_ENTRY (rap_ref_entry_new (RAP_KIND_ENTITY));
  g_signal_connect_swapped (self->entry, "chosen", G_CALLBACK (chosen_cb), self);
  self->go_button = gtk_button_new_from_icon_name ("go-jump-symbolic");
  gtk_widget_set_tooltip_text (self->go_button, _("Show"));
  gtk_widget_set_valign (self->go_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->go_button, "flat");
  gtk_widget_add_css_class (self->go_button, "small-button");
  g_signal_connect_swapped (self->go_button, "clicked", G_CALLBACK (go_clicked_cb), self);
}
