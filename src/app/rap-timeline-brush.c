/* rap-timeline-brush.c
 *
 * The brush as a thing that views and lists share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-brush.h"

#include <glib/gi18n.h>

#include "rap-timeline-words.h"

#define REST 150   /* milliseconds */

struct _RapTimelineBrush
{
  GObject        parent_instance;
  gint64         first;
  gint64         last;
  RapBrushFilter filter;
  guint          rest_source;
};

G_DEFINE_FINAL_TYPE (RapTimelineBrush, rap_timeline_brush, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* By RapBrushFilter. */
static const char * const filter_nicks[] = { "possible", "certain", "off" };

static gboolean
rest_cb (gpointer user_data)
{
  RapTimelineBrush *self = user_data;

  self->rest_source = 0;
  g_signal_emit (self, signals[SETTLED], 0);
  return G_SOURCE_REMOVE;
}

static void
changed (RapTimelineBrush *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST, rest_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rap_timeline_brush_dispose (GObject *object)
{
  RapTimelineBrush *self = RAP_TIMELINE_BRUSH (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  G_OBJECT_CLASS (rap_timeline_brush_parent_class)->dispose (object);
}

static void
rap_timeline_brush_class_init (RapTimelineBrushClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rap_timeline_brush_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
rap_timeline_brush_init (RapTimelineBrush *self)
{
}

RapTimelineBrush *
rap_timeline_brush_new (void)
{
  return g_object_new (RAP_TYPE_TIMELINE_BRUSH, NULL);
}

void
rap_timeline_brush_set_days (RapTimelineBrush *self,
                             gint64            first,
                             gint64            last)
{
  g_return_if_fail (RAP_IS_TIMELINE_BRUSH (self));

  if (first >= last)
    first = last = 0;
  if (self->first == first && self->last == last)
    return;
  self->first = first;
  self->last = last;
  changed (self);
}

gboolean
rap_timeline_brush_get_days (RapTimelineBrush *self,
                             gint64           *first,
                             gint64           *last)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_BRUSH (self), FALSE);

  *first = self->first;
  *last = self->last;
  return self->first < self->last;
}

void
rap_timeline_brush_set_filter (RapTimelineBrush *self,
                               RapBrushFilter    filter)
{
  g_return_if_fail (RAP_IS_TIMELINE_BRUSH (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  changed (self);
}

RapBrushFilter
rap_timeline_brush_get_filter (RapTimelineBrush *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_BRUSH (self), RAP_BRUSH_FILTER_OFF);

  return self->filter;
}

void
rap_timeline_brush_set_filter_nick (RapTimelineBrush *self,
                                    const char       *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter_nicks); i++)
    if (g_strcmp0 (filter_nicks[i], nick) == 0)
      rap_timeline_brush_set_filter (self, i);
}

const char *
rap_timeline_brush_get_filter_nick (RapTimelineBrush *self)
{
  return filter_nicks[rap_timeline_brush_get_filter (self)];
}

gboolean
rap_timeline_brush_is_filter (RapTimelineBrush *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_BRUSH (self), FALSE);

  return self->filter != RAP_BRUSH_FILTER_OFF && self->first < self->last;
}

char *
rap_timeline_brush_count (RapTimelineBrush *self,
                          RapTimelineData  *data)
{
  g_autofree char *stretch = NULL;
  RapBrushCounts counts = { 0 };

  g_return_val_if_fail (RAP_IS_TIMELINE_BRUSH (self), NULL);

  stretch = rap_timeline_words_stretch (self->first, self->last);
  if (data != NULL)
    rap_brush_index_count (rap_timeline_data_get_brush (data), RAP_KIND_PROJECT, self->first, self->last, &counts);
  /* Translators: a stretch of time picked out, how many lie in it for certain, how many only possibly:
   * "brush: Oct 2022 – Apr 2024 · 3 certainly, 1 possibly" */
  return g_strdup_printf (_("brush: %1$s · %2$u certainly, %3$u possibly"), stretch, counts.certain, counts.possible);
}

char *
rap_timeline_brush_describe (RapTimelineBrush *self)
{
  g_autofree char *stretch = NULL;

  g_return_val_if_fail (RAP_IS_TIMELINE_BRUSH (self), NULL);

  stretch = rap_timeline_words_stretch (self->first, self->last);
  /* Translators: what a list shows while a stretch of time is picked out */
  return g_strdup_printf (self->filter == RAP_BRUSH_FILTER_CERTAIN ? _("Certainly in %s") : _("Possibly in %s"), stretch);
}
