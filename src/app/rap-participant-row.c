/* rap-participant-row.c
 *
 * Name, role and capacity of a party.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-participant-row.h"

#include <glib/gi18n.h>

#include "rap-form.h"
#include "rap-meeting-finder.h"
#include "rap-record-words.h"

/**
 * RapParticipantRow:
 * @entity: id
 * @known: capacities of the same party elsewhere are in the completion
 * @loading: what is set comes from the record
 */
struct _RapParticipantRow
{
  GtkListBoxRow  parent_instance;
  GtkBox        *parts;
  GtkWidget     *link;
  GtkLabel      *link_label;
  GtkLabel      *name_label;
  GtkDropDown   *role;
  GtkEntry      *capacity;
  GtkWidget     *remove_button;
  char          *entity;
  char          *loaded;
  gboolean       known;
  gboolean       loading;
};

G_DEFINE_FINAL_TYPE (RapParticipantRow, rap_participant_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  REMOVED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (transfer full) */
static char *
get_capacity (RapParticipantRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->capacity))));
}

static void
selected_cb (RapParticipantRow *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
capacity_done_cb (RapParticipantRow *self)
{
  g_autofree char *capacity = get_capacity (self);

  if (g_strcmp0 (capacity, self->loaded) == 0)
    return;
  rap_set_string (&self->loaded, capacity);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
link_clicked_cb (RapParticipantRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) RAP_KIND_ENTITY, self->entity);
}

static void
remove_clicked_cb (RapParticipantRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
is_typing (RapParticipantRow *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->capacity));
}

static gboolean
leave (RapParticipantRow *self)
{
  RapForm *form = rap_form_of (GTK_WIDGET (self));

  if (form == NULL)
    return GDK_EVENT_PROPAGATE;
  capacity_done_cb (self);
  rap_form_leave (form);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (RapParticipantRow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (keyval == GDK_KEY_Escape)
    return leave (self);
  if (alt && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    g_signal_emit (self, signals[MOVED], 0, -1);
  else if (alt && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    g_signal_emit (self, signals[MOVED], 0, 1);
  else if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete) && ((state & GDK_CONTROL_MASK) != 0 || !is_typing (self)))
    g_signal_emit (self, signals[REMOVED], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
rap_participant_row_finalize (GObject *object)
{
  RapParticipantRow *self = RAP_PARTICIPANT_ROW (object);

  g_free (self->entity);
  g_free (self->loaded);
  G_OBJECT_CLASS (rap_participant_row_parent_class)->finalize (object);
}

static void
rap_participant_row_class_init (RapParticipantRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_participant_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-participant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapParticipantRow, parts);
  gtk_widget_class_bind_template_child (widget_class, RapParticipantRow, link);
  gtk_widget_class_bind_template_child (widget_class, RapParticipantRow, link_label);
  gtk_widget_class_bind_template_child (widget_class, RapParticipantRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, RapParticipantRow, role);
  gtk_widget_class_bind_template_child (widget_class, RapParticipantRow, capacity);
  gtk_widget_class_bind_template_child (widget_class, RapParticipantRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_participant_row_init (RapParticipantRow *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (rap_record_words_get_roles ());

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (roles));
  self->loaded = g_strdup ("");
  self->loading = FALSE;
}

GtkWidget *
rap_participant_row_new (gboolean is_link)
{
  RapParticipantRow *self = g_object_new (RAP_TYPE_PARTICIPANT_ROW, NULL);

  gtk_widget_set_visible (self->link, is_link);
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), !is_link);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->parts), is_link ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  return GTK_WIDGET (self);
}

/* Offers the capacities from the first letter on. */
static void
set_completion (RapParticipantRow *self,
                RapSession        *session,
                const char        *meeting)
{
  g_autoptr (GPtrArray) capacities = rap_session_list_capacities (session, self->entity, meeting);
  g_autoptr (GtkEntryCompletion) completion = NULL;
  g_autoptr (GtkListStore) store = NULL;

  if (capacities->len == 0)
    {
      gtk_entry_set_completion (self->capacity, NULL);
      return;
    }
  completion = gtk_entry_completion_new ();
  store = gtk_list_store_new (1, G_TYPE_STRING);
  for (guint i = 0; i < capacities->len; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, (const char *) capacities->pdata[i], -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_inline_selection (completion, TRUE);
  gtk_entry_set_completion (self->capacity, completion);
}

static void
set_name (RapParticipantRow *self,
          const char        *name)
{
  g_autofree char *role = g_strdup_printf (_("Role of %s"), name);
  g_autofree char *capacity = g_strdup_printf (_("Capacity of %s"), name);
  g_autofree char *removal = g_strdup_printf (_("Take %s out of the participants"), name);

  gtk_label_set_text (self->link_label, name);
  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
  gtk_widget_set_tooltip_text (self->remove_button, removal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role), GTK_ACCESSIBLE_PROPERTY_LABEL, role, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->capacity), GTK_ACCESSIBLE_PROPERTY_LABEL, capacity, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
}

void
rap_participant_row_set (RapParticipantRow    *self,
                         RapSession           *session,
                         const RapParticipant *participant,
                         const char           *name,
                         const char           *meeting)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (RAP_IS_PARTICIPANT_ROW (self));

  typed = get_capacity (self);
  self->loading = TRUE;
  if (g_strcmp0 (self->entity, participant->entity) != 0 || !self->known)
    {
      rap_set_string (&self->entity, participant->entity);
      self->known = TRUE;
      set_completion (self, session, meeting);
    }
  set_name (self, name);
  gtk_drop_down_set_selected (self->role, participant->role);
  if (g_strcmp0 (typed, self->loaded) == 0 && g_strcmp0 (typed, participant->capacity) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->capacity), participant->capacity);
  rap_set_string (&self->loaded, participant->capacity);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->capacity), *participant->capacity != '\0' ? participant->capacity : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->role), !rap_session_get_read_only (session));
  gtk_widget_set_sensitive (GTK_WIDGET (self->capacity), !rap_session_get_read_only (session));
  gtk_widget_set_sensitive (self->remove_button, !rap_session_get_read_only (session));
  self->loading = FALSE;
}

RapParticipant *
rap_participant_row_get (RapParticipantRow *self)
{
  g_autofree char *capacity = NULL;

  g_return_val_if_fail (RAP_IS_PARTICIPANT_ROW (self), NULL);

  capacity = get_capacity (self);
  return rap_participant_new (self->entity, gtk_drop_down_get_selected (self->role), capacity);
}

const char *
rap_participant_row_get_entity (RapParticipantRow *self)
{
  g_return_val_if_fail (RAP_IS_PARTICIPANT_ROW (self), NULL);

  return self->entity;
}
