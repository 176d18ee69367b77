/* rap-search-popover.c
 *
 * Searches as the user types and lists the best hits with their snippets. The
 * query's syntax is the session's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-search-popover.h"

#include <glib/gi18n.h>

#include "rap-hit-row.h"

#define MAX_HITS 50

struct _RapSearchPopover
{
  GtkPopover      parent_instance;
  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkLabel       *message;
  RapSession     *session;  /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapSearchPopover, rap_search_popover, GTK_TYPE_POPOVER)

enum
{
  HIT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_message (RapSearchPopover *self,
              const char       *text)
{
  gtk_label_set_text (self->message, text);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
clear (RapSearchPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
show_hits (RapSearchPopover *self,
           GPtrArray        *hits)
{
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->list, rap_hit_row_new (hits->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, "hits");
}

static void
search_changed_cb (RapSearchPopover *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) hits = NULL;

  clear (self);
  if (self->session == NULL || query[0] == '\0')
    {
      show_message (self, _("Words, “exact phrases”, beginnings*, and author: outlet: before: after:"));
      return;
    }
  hits = rap_session_search (self->session, query, MAX_HITS, NULL);
  if (hits == NULL)
    show_message (self, _("This cannot be searched for; is a quotation mark open?"));
  else if (hits->len == 0)
    show_message (self, _("No article contains this."));
  else
    show_hits (self, hits);
}

static void
row_activated_cb (RapSearchPopover *self,
                  RapHitRow        *row)
{
  g_autofree char *article = g_strdup (rap_hit_row_get_article (row));

  g_signal_emit (self, signals[HIT_ACTIVATED], 0, article, rap_hit_row_get_offset (row));
}

/* Enter opens the best hit. */
static void
entry_activate_cb (RapSearchPopover *self)
{
  GtkListBoxRow *first;

  search_changed_cb (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first != NULL)
    row_activated_cb (self, RAP_HIT_ROW (first));
}

static void
stop_search_cb (RapSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (RapSearchPopover *self,
                guint             keyval)
{
  if (keyval != GDK_KEY_Down)
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
rap_search_popover_show (GtkWidget *widget)
{
  RapSearchPopover *self = RAP_SEARCH_POPOVER (widget);

  search_changed_cb (self);
  GTK_WIDGET_CLASS (rap_search_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
rap_search_popover_dispose (GObject *object)
{
  g_clear_object (&RAP_SEARCH_POPOVER (object)->session);

  G_OBJECT_CLASS (rap_search_popover_parent_class)->dispose (object);
}

static void
rap_search_popover_class_init (RapSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_search_popover_dispose;
  widget_class->show = rap_search_popover_show;

  signals[HIT_ACTIVATED] = g_signal_new ("hit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, RapSearchPopover, message);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_search_popover_init (RapSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_search_popover_set_session (RapSearchPopover *self,
                                RapSession       *session)
{
  g_return_if_fail (RAP_IS_SEARCH_POPOVER (self));

  g_set_object (&self->session, session);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}
