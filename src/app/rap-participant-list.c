/* rap-participant-list.c
 *
 * A list box of participants that keeps its rows, and the keyboard in them,
 * while the record behind it changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-participant-list.h"

#include <glib/gi18n.h>

#include "rap-list-box.h"
#include "rap-participant-row.h"

struct _RapParticipantList
{
  AdwBin      parent_instance;
  GtkListBox *list;
  gboolean    links;
  gboolean    moving;   /* rows leave and come back: what they say meanwhile is no change */
};

G_DEFINE_FINAL_TYPE (RapParticipantList, rap_participant_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LINKS,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static RapParticipantRow *
get_row (RapParticipantList *self,
         guint               i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  return row != NULL ? RAP_PARTICIPANT_ROW (row) : NULL;
}

static void
changed (RapParticipantList *self,
         const char         *label)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), get_row (self, 0) != NULL);
  g_signal_emit (self, signals[CHANGED], 0, label);
}

static void
row_changed_cb (RapParticipantList *self)
{
  if (!self->moving)
    changed (self, N_("Change participant"));
}

/* The keyboard goes to the row that takes the place. */
static void
row_removed_cb (RapParticipantList *self,
                RapParticipantRow  *row)
{
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  RapParticipantRow *next;

  self->moving = TRUE;
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->moving = FALSE;
  next = get_row (self, at);
  if (next == NULL && at > 0)
    next = get_row (self, at - 1);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  changed (self, N_("Remove participant"));
}

static void
row_moved_cb (RapParticipantList *self,
              int                 step,
              RapParticipantRow  *row)
{
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (at + step < 0 || get_row (self, at + step) == NULL)
    return;
  g_object_ref (row);
  self->moving = TRUE;
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), at + step);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  self->moving = FALSE;
  g_object_unref (row);
  changed (self, N_("Move participant"));
}

static void
rap_participant_list_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id == PROP_LINKS)
    RAP_PARTICIPANT_LIST (object)->links = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_participant_list_class_init (RapParticipantListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = rap_participant_list_set_property;
  properties[PROP_LINKS] = g_param_spec_boolean ("links", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rap_participant_list_init (RapParticipantList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Participants"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static gboolean
rows_match (RapParticipantList *self,
            GPtrArray          *participants,
            guint               n)
{
  for (guint i = 0; i < n; i++)
    {
      const RapParticipant *participant = participants->pdata[i];
      RapParticipantRow *row = get_row (self, i);

      if (row == NULL || g_strcmp0 (rap_participant_row_get_entity (row), participant->entity) != 0)
        return FALSE;
    }
  return get_row (self, n) == NULL;
}

static void
make_rows (RapParticipantList *self,
           guint               n)
{
  rap_list_box_clear (self->list);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = rap_participant_row_new (self->links);

      g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed_cb), self);
      g_signal_connect_swapped (row, "removed", G_CALLBACK (row_removed_cb), self);
      g_signal_connect_object (row, "moved", G_CALLBACK (row_moved_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
}

/* (transfer full) */
static char *
get_name (RapSession *session,
          GPtrArray  *made,
          const char *entity)
{
  for (guint i = 0; made != NULL && i < made->len; i++)
    if (g_str_equal (RAP_RECORD (made->pdata[i])->id, entity))
      return g_strdup (RAP_ENTITY (made->pdata[i])->name);
  return rap_session_get_name (session, RAP_KIND_ENTITY, entity);
}

void
rap_participant_list_set (RapParticipantList *self,
                          RapSession         *session,
                          GPtrArray          *participants,
                          const char         *meeting,
                          GPtrArray          *made)
{
  guint n = participants != NULL ? participants->len : 0;

  g_return_if_fail (RAP_IS_PARTICIPANT_LIST (self));

  if (!rows_match (self, participants, n))
    make_rows (self, n);
  for (guint i = 0; i < n; i++)
    {
      const RapParticipant *participant = participants->pdata[i];
      g_autofree char *name = get_name (session, made, participant->entity);

      rap_participant_row_set (get_row (self, i), session, participant, name, meeting);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

GPtrArray *
rap_participant_list_dup (RapParticipantList *self)
{
  GPtrArray *participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
  RapParticipantRow *row;

  g_return_val_if_fail (RAP_IS_PARTICIPANT_LIST (self), participants);

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    g_ptr_array_add (participants, rap_participant_row_get (row));
  return participants;
}

gboolean
rap_participant_list_has (RapParticipantList *self,
                          const char         *entity)
{
  RapParticipantRow *row;

  g_return_val_if_fail (RAP_IS_PARTICIPANT_LIST (self), FALSE);

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (rap_participant_row_get_entity (row), entity) == 0)
      return TRUE;
  return FALSE;
}
