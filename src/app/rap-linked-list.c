/* rap-linked-list.c
 *
 * A group that lists linked records; long lists are cut and say so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-linked-list.h"

#include <glib/gi18n.h>

#include "rap-list-box.h"
#include "rap-record-words.h"

#define MAX_ROWS 60

struct _RapLinkedList
{
  AdwBin               parent_instance;
  AdwPreferencesGroup *group;
  GtkListBox          *list;
  RapKind              kind;
  char                *title;
};

G_DEFINE_FINAL_TYPE (RapLinkedList, rap_linked_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rap_linked_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RapLinkedList *self = RAP_LINKED_LIST (object);

  switch (prop_id)
    {
    case PROP_KIND:
      if (g_value_get_string (value) != NULL)
        rap_kind_parse (g_value_get_string (value), &self->kind);
      break;
    case PROP_TITLE:
      rap_set_string (&self->title, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_linked_list_finalize (GObject *object)
{
  g_free (RAP_LINKED_LIST (object)->title);

  G_OBJECT_CLASS (rap_linked_list_parent_class)->finalize (object);
}

static void
rap_linked_list_class_init (RapLinkedListClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = rap_linked_list_set_property;
  object_class->finalize = rap_linked_list_finalize;
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-linked-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RapLinkedList, group);
  gtk_widget_class_bind_template_child (widget_class, RapLinkedList, list);
}

static void
rap_linked_list_init (RapLinkedList *self)
{
  self->title = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_linked_list_load (RapLinkedList *self,
                      RapSession    *session,
                      const char    *id)
{
  g_autoptr (GPtrArray) records = rap_session_load_linked (session, self->kind, id, MAX_ROWS + 1, NULL);
  guint n = records != NULL ? records->len : 0;
  g_autofree char *title = NULL;

  g_return_if_fail (RAP_IS_LINKED_LIST (self));

  rap_list_box_clear (self->list);
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    gtk_list_box_append (self->list, rap_record_words_new_row (session, records->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  /* Translators: heading of a list, with how many it holds */
  title = n > MAX_ROWS ? g_strdup_printf (_("%s (first %u)"), self->title, MAX_ROWS)
                       : g_strdup_printf (_("%s (%u)"), self->title, n);
  adw_preferences_group_set_title (self->group, title);
}
