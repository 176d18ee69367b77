/* rap-inspector-entity.c
 *
 * The form of an entity: its names, its reliability as a source, who it is not,
 * and where it occurs; and the doors to the pages about its names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspector-entity.h"

#include <glib/gi18n.h>

#include "rap-choice-row.h"
#include "rap-delete.h"
#include "rap-entity.h"
#include "rap-link-row.h"
#include "rap-list-box.h"
#include "rap-name-row.h"
#include "rap-name-use.h"
#include "rap-pick-button.h"
#include "rap-text-row.h"

struct _RapInspectorEntity
{
  RapForm        parent_instance;
  GtkListBox    *names;
  GtkEntry      *new_name;
  GtkListBox    *others;
  RapPickButton *other_button;
  RapPickButton *merge_button;
  RapNameUse    *use;
};

G_DEFINE_FINAL_TYPE (RapInspectorEntity, rap_inspector_entity, RAP_TYPE_FORM)

/* Names */

/* The names as the rows say, without those that were emptied. */
static GPtrArray *
collect_names (RapInspectorEntity *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->names, i)) != NULL; i++)
    {
      RapName *name = rap_name_row_read (RAP_NAME_ROW (row));

      if (name->name[0] != '\0')
        g_ptr_array_add (names, name);
      else
        rap_name_free (name);
    }
  return names;
}

/* @names: (transfer full) */
static void
commit_names (RapInspectorEntity *self,
              const char         *label,
              GPtrArray          *names)
{
  g_autoptr (RapRecord) changed = rap_form_edit (RAP_FORM (self));
  RapEntity *entity = (RapEntity *) changed;

  g_clear_pointer (&entity->names, g_ptr_array_unref);
  if (names->len > 0)
    entity->names = g_ptr_array_ref (names);
  rap_form_commit (RAP_FORM (self), label, changed, NULL);
  g_ptr_array_unref (names);
}

static void
name_changed_cb (RapInspectorEntity *self)
{
  commit_names (self, N_("Change other name"), collect_names (self));
}

static void
name_removed_cb (RapInspectorEntity *self,
                 RapNameRow         *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GPtrArray *names = collect_names (self);

  if (index < (int) names->len)
    g_ptr_array_remove_index (names, index);
  commit_names (self, N_("Remove other name"), names);
}

/* Typing into the entry below the names adds one. */
static void
new_name_cb (RapInspectorEntity *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_name))));
  GPtrArray *names;

  if (name[0] == '\0' || rap_form_get_record (RAP_FORM (self)) == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
  names = collect_names (self);
  g_ptr_array_add (names, rap_name_new (name, "", RAP_NAME_ALIAS));
  commit_names (self, N_("Add other name"), names);
}

static void
create_name_rows (RapInspectorEntity *self,
                  guint               n)
{
  rap_list_box_clear (self->names);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = rap_name_row_new ();

      g_signal_connect_swapped (row, "changed", G_CALLBACK (name_changed_cb), self);
      g_signal_connect_swapped (row, "removed", G_CALLBACK (name_removed_cb), self);
      gtk_list_box_append (self->names, row);
    }
}

static void
load_names (RapInspectorEntity *self,
            RapEntity          *entity)
{
  guint n = entity->names != NULL ? entity->names->len : 0;

  if (gtk_list_box_get_row_at_index (self->names, (int) n) != NULL
      || (n > 0 && gtk_list_box_get_row_at_index (self->names, (int) n - 1) == NULL))
    create_name_rows (self, n);
  for (guint i = 0; i < n; i++)
    rap_name_row_load (RAP_NAME_ROW (gtk_list_box_get_row_at_index (self->names, (int) i)), entity->names->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->names), n > 0);
}

/* Not the same as */

static void
commit_others (RapInspectorEntity *self,
               GPtrArray          *ids)
{
  g_autoptr (RapRecord) changed = rap_form_edit (RAP_FORM (self));
  RapEntity *entity = (RapEntity *) changed;

  g_ptr_array_add (ids, NULL);
  g_clear_pointer (&entity->not_same_as, g_strfreev);
  if (ids->len > 1)
    entity->not_same_as = g_strdupv ((char **) ids->pdata);
  rap_form_commit (RAP_FORM (self), N_("Change who it is not"), changed, NULL);
}

/* The ids but @left_out. (element-type utf8): borrowed from the record */
static GPtrArray *
list_others (RapInspectorEntity *self,
             const char         *left_out)
{
  RapEntity *entity = (RapEntity *) rap_form_get_record (RAP_FORM (self));
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; entity->not_same_as != NULL && entity->not_same_as[i] != NULL; i++)
    {
      if (g_strcmp0 (entity->not_same_as[i], left_out) != 0)
        g_ptr_array_add (ids, entity->not_same_as[i]);
    }
  return ids;
}

static void
other_picked_cb (RapInspectorEntity *self,
                 const char         *id,
                 RapRecord          *added,
                 guint               choice)
{
  g_autoptr (GPtrArray) ids = list_others (self, id);

  g_ptr_array_add (ids, (gpointer) id);
  commit_others (self, ids);
}

static void
other_removed_cb (RapInspectorEntity *self,
                  RapLinkRow         *row)
{
  g_autoptr (GPtrArray) ids = list_others (self, rap_link_row_get_id (row));

  commit_others (self, ids);
}

static void
load_others (RapInspectorEntity *self,
             RapSession         *session,
             RapEntity          *entity)
{
  guint n = entity->not_same_as != NULL ? g_strv_length (entity->not_same_as) : 0;

  rap_list_box_clear (self->others);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = rap_session_get_name (session, RAP_KIND_ENTITY, entity->not_same_as[i]);
      GtkWidget *row = rap_link_row_new (RAP_KIND_ENTITY, entity->not_same_as[i], name, NULL);

      rap_link_row_set_removable (RAP_LINK_ROW (row), TRUE);
      g_signal_connect_swapped (row, "removed", G_CALLBACK (other_removed_cb), self);
      gtk_list_box_append (self->others, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
}

/* Pages about its names */

static const char *
get_id (RapInspectorEntity *self)
{
  RapRecord *record = rap_form_get_record (RAP_FORM (self));

  return record != NULL ? record->id : "";
}

static void
tag_all_cb (RapInspectorEntity *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.tag-all", "s", get_id (self));
}

static void
variants_cb (RapInspectorEntity *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.variants", "s", get_id (self));
}

static void
split_cb (RapInspectorEntity *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.split", "s", get_id (self));
}

static void
merge_picked_cb (RapInspectorEntity *self,
                 const char         *id,
                 RapRecord          *added,
                 guint               choice)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.merge", "(ss)", get_id (self), id);
}

static void
delete_clicked_cb (RapInspectorEntity *self)
{
  rap_delete_record (GTK_WIDGET (self), rap_form_get_session (RAP_FORM (self)), RAP_KIND_ENTITY,
                     rap_form_get_record (RAP_FORM (self))->id);
}

static void
rap_inspector_entity_refresh (RapForm   *form,
                              RapRecord *record)
{
  RapInspectorEntity *self = RAP_INSPECTOR_ENTITY (form);
  RapSession *session = rap_form_get_session (form);

  load_names (self, (RapEntity *) record);
  load_others (self, session, (RapEntity *) record);
  rap_pick_button_set_session (self->other_button, session);
  rap_pick_button_set_session (self->merge_button, session);
  rap_name_use_load (self->use, session, record->id);
}

static void
rap_inspector_entity_class_init (RapInspectorEntityClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RAP_FORM_CLASS (klass)->refresh = rap_inspector_entity_refresh;

  g_type_ensure (RAP_TYPE_CHOICE_ROW);
  g_type_ensure (RAP_TYPE_NAME_USE);
  g_type_ensure (RAP_TYPE_PICK_BUTTON);
  g_type_ensure (RAP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector-entity.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspectorEntity, names);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorEntity, new_name);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorEntity, others);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorEntity, other_button);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorEntity, merge_button);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorEntity, use);
  gtk_widget_class_bind_template_callback (widget_class, new_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, variants_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
rap_inspector_entity_init (RapInspectorEntity *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
