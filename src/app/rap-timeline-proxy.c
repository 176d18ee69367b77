/* rap-timeline-proxy.c
 *
 * An invisible child that stands for one mark of the timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-proxy.h"

struct _RapTimelineProxy
{
  GtkWidget  parent_instance;
  guint      item;
  char      *sentence;
};

G_DEFINE_FINAL_TYPE (RapTimelineProxy, rap_timeline_proxy, GTK_TYPE_WIDGET)

static void
rap_timeline_proxy_finalize (GObject *object)
{
  g_free (RAP_TIMELINE_PROXY (object)->sentence);
  G_OBJECT_CLASS (rap_timeline_proxy_parent_class)->finalize (object);
}

static void
rap_timeline_proxy_class_init (RapTimelineProxyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_timeline_proxy_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelineproxy");
}

static void
rap_timeline_proxy_init (RapTimelineProxy *self)
{
  self->item = G_MAXUINT;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_opacity (GTK_WIDGET (self), 0.0);
}

RapTimelineProxy *
rap_timeline_proxy_add (GtkWidget         *parent,
                        GtkAccessibleRole  role)
{
  RapTimelineProxy *self = g_object_new (RAP_TYPE_TIMELINE_PROXY, "accessible-role", role, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

void
rap_timeline_proxy_bind (RapTimelineProxy *self,
                         guint             item,
                         const char       *sentence,
                         gboolean          selected)
{
  g_return_if_fail (RAP_IS_TIMELINE_PROXY (self));

  self->item = item;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  if (g_strcmp0 (self->sentence, sentence) == 0)
    return;
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

guint
rap_timeline_proxy_get_item (RapTimelineProxy *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_PROXY (self), G_MAXUINT);

  return self->item;
}
