/* rap-timeline-axis-proxies.c
 *
 * The axis view for those who do not see it: a limited number of invisible
 * children carry the sentences of the marks in view. Two of them belong to the
 * keyboard and take turns, so that every step is a move of the focus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <glib/gi18n.h>

#include "rap-timeline-words.h"

#define REST     200   /* milliseconds */
#define MAX_TOLD 48    /* marks that tell at once who reported them; the others do when the keyboard gets there */

/* The sentence with what is known of reports. (transfer full) */
static char *
add_reports (RapTimelineAxisView *self,
             const char          *sentence,
             guint                event)
{
  const char *reports = self->links != NULL ? rap_timeline_links_say (self->links, event) : NULL;

  if (reports == NULL)
    return g_strdup (sentence);
  /* Translators: what is said of a meeting, and who reported it how much later */
  return g_strdup_printf (C_("reports", "%1$s; %2$s"), sentence, reports);
}

char *
rap_timeline_axis_describe (RapTimelineAxisView *self,
                            const RapMark       *mark)
{
  g_autoptr (GArray) members = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (mark->count == 1)
    {
      first = rap_timeline_words_event (self->items, self->columns.event[mark->item]);
      return add_reports (self, first, self->columns.event[mark->item]);
    }

  members = rap_timeline_layout_get_members (self->layout, mark);
  first = rap_timeline_words_event (self->items, self->columns.event[mark->item]);
  last = rap_timeline_words_event (self->items, self->columns.event[g_array_index (members, guint, members->len - 1)]);
  /* Translators: a mark that stands for several events; the first and the last of them */
  return g_strdup_printf (ngettext ("%1$u event\nFirst: %2$s\nLast: %3$s", "%1$u events\nFirst: %2$s\nLast: %3$s", mark->count),
                          mark->count, first, last);
}

static void
bind_proxy (RapTimelineAxisView *self,
            RapTimelineProxy    *proxy,
            const RapMark       *mark,
            guint                item,
            guint                number)
{
  guint n = self->marks->marks->len + self->articles->marks->len;
  g_autofree char *sentence = rap_timeline_words_proxy (self->items, item, mark->count, number, n);
  gboolean tells = mark->count == 1 && (number <= MAX_TOLD || item == self->focus);
  g_autofree char *told = tells ? add_reports (self, sentence, self->columns.event[item]) : g_strdup (sentence);
  gboolean chosen = self->choice != NULL && rap_timeline_choice_contains (self->choice, self->columns.event[item]);

  rap_timeline_proxy_bind (proxy, item, told, chosen || self->columns.event[item] == self->selected);
  gtk_widget_set_visible (GTK_WIDGET (proxy), TRUE);
}

static RapTimelineProxy *
get_proxy (RapTimelineAxisView *self,
           guint                index)
{
  if (index == self->proxies->len)
    g_ptr_array_add (self->proxies, rap_timeline_proxy_add (GTK_WIDGET (self), GTK_ACCESSIBLE_ROLE_LIST_ITEM));
  return g_ptr_array_index (self->proxies, index);
}

static const RapMark *
nth_mark (RapTimelineAxisView *self,
          guint                index)
{
  guint n_articles = self->articles->marks->len;

  return index < n_articles ? &g_array_index (self->articles->marks, RapMark, index)
                            : &g_array_index (self->marks->marks, RapMark, index - n_articles);
}

static void
bind_proxies (RapTimelineAxisView *self)
{
  guint n_marks = self->marks->marks->len + self->articles->marks->len;
  guint used = 0;

  for (guint i = 0; i < n_marks && used < RAP_AXIS_MAX_PROXIES - 2; i++)
    {
      const RapMark *mark = nth_mark (self, i);

      if (rap_timeline_layout_has_member (self->layout, mark, self->focus))
        {
          for (guint j = 0; j < G_N_ELEMENTS (self->walkers); j++)
            if (self->walkers[j] != NULL && gtk_widget_get_visible (GTK_WIDGET (self->walkers[j])))
              bind_proxy (self, self->walkers[j], mark, self->focus, i + 1);
          continue;
        }
      bind_proxy (self, get_proxy (self, used), mark, mark->item, i + 1);
      used++;
    }
  for (; used < self->proxies->len; used++)
    gtk_widget_set_visible (g_ptr_array_index (self->proxies, used), FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  RapTimelineAxisView *self = user_data;

  self->proxies_source = 0;
  rap_timeline_axis_update (self);
  if (self->marks != NULL)
    bind_proxies (self);
  return G_SOURCE_REMOVE;
}

void
rap_timeline_axis_queue_proxies (RapTimelineAxisView *self)
{
  g_clear_handle_id (&self->proxies_source, g_source_remove);
  self->proxies_source = g_timeout_add_full (G_PRIORITY_LOW, REST, rest_cb, self, NULL);
}

static void
allocate_proxy (RapTimelineAxisView *self,
                RapTimelineProxy    *proxy)
{
  gboolean in_header;
  const RapMark *mark;
  graphene_rect_t area = GRAPHENE_RECT_INIT (self->geometry.left, self->geometry.header, 1, 1);

  if (proxy == NULL || !gtk_widget_get_visible (GTK_WIDGET (proxy)))
    return;
  mark = rap_timeline_axis_find_mark (self, rap_timeline_proxy_get_item (proxy), &in_header);
  if (mark != NULL)
    rap_timeline_axis_get_area (self, mark, in_header, &area);
  gtk_widget_size_allocate (GTK_WIDGET (proxy), &(GtkAllocation) { (int) area.origin.x, (int) area.origin.y,
                                                                   MAX ((int) area.size.width, 1),
                                                                   MAX ((int) area.size.height, 1) }, -1);
}

void
rap_timeline_axis_allocate_proxies (RapTimelineAxisView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->walkers); i++)
    allocate_proxy (self, self->walkers[i]);
  for (guint i = 0; i < self->proxies->len; i++)
    allocate_proxy (self, g_ptr_array_index (self->proxies, i));
}

void
rap_timeline_axis_free_proxies (RapTimelineAxisView *self)
{
  g_clear_handle_id (&self->proxies_source, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->walkers); i++)
    {
      if (self->walkers[i] != NULL)
        gtk_widget_unparent (GTK_WIDGET (self->walkers[i]));
      self->walkers[i] = NULL;
    }
  for (guint i = 0; self->proxies != NULL && i < self->proxies->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->proxies, i));
  g_clear_pointer (&self->proxies, g_ptr_array_unref);
}

static guint
number_of_mark (RapTimelineAxisView *self,
                guint                item)
{
  guint n_marks = self->marks->marks->len + self->articles->marks->len;

  for (guint i = 0; i < n_marks; i++)
    if (rap_timeline_layout_has_member (self->layout, nth_mark (self, i), item))
      return i;
  return n_marks;
}

void
rap_timeline_axis_grab_proxy (RapTimelineAxisView *self)
{
  GtkWidget *holder = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint next = self->walkers[0] != NULL && holder == GTK_WIDGET (self->walkers[0]) ? 1 : 0;
  guint number;

  rap_timeline_axis_update (self);
  if (self->marks == NULL || self->focus == RAP_LAYOUT_NO_ITEM)
    return;
  number = number_of_mark (self, self->focus);
  if (number == self->marks->marks->len + self->articles->marks->len)
    return;
  if (self->walkers[next] == NULL)
    {
      self->walkers[next] = rap_timeline_proxy_add (GTK_WIDGET (self), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_widget_set_focusable (GTK_WIDGET (self->walkers[next]), TRUE);
    }
  bind_proxy (self, self->walkers[next], nth_mark (self, number), self->focus, number + 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->walkers[next]));
  if (self->walkers[1 - next] != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->walkers[1 - next]), FALSE);
  rap_timeline_axis_queue_proxies (self);
}
