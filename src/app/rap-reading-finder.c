/* rap-reading-finder.c
 *
 * Looks while one types. The place from which one looks stays where the caret
 * was, so that more letters narrow the hits instead of running ahead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-finder.h"

#include <glib/gi18n.h>

#include "rap-text-search.h"

/**
 * RapReadingFinder:
 * @article: on show, or NULL
 * @hits: (element-type RapRange): owned
 * @current: index into @hits
 * @origin: code point from which one looks
 */
struct _RapReadingFinder
{
  GtkWidget        parent_instance;
  GtkEditable     *entry;
  GtkLabel        *count;
  GtkToggleButton *match_case;
  GtkToggleButton *whole_words;
  GtkWidget       *previous;
  GtkWidget       *next;

  RapArticle      *article;
  GArray          *hits;
  guint            current;
  guint            origin;
};

G_DEFINE_FINAL_TYPE (RapReadingFinder, rap_reading_finder, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_words (RapReadingFinder *self)
{
  return *gtk_editable_get_text (self->entry) != '\0';
}

static void
say_count (RapReadingFinder *self)
{
  g_autofree char *text = NULL;
  gboolean missing = has_words (self) && self->hits->len == 0;

  if (self->hits->len > 0)
    /* Translators: which of how many hits */
    text = g_strdup_printf (_("%u of %u"), self->current + 1, self->hits->len);
  else if (missing)
    text = g_strdup (_("Not in this article"));
  gtk_label_set_text (self->count, text != NULL ? text : "");
  gtk_widget_set_sensitive (self->previous, self->hits->len > 0);
  gtk_widget_set_sensitive (self->next, self->hits->len > 0);
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
find_first (RapReadingFinder *self)
{
  self->current = 0;
  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, RapRange, i).end > self->origin)
      {
        self->current = i;
        return;
      }
}

static void
look (RapReadingFinder *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  if (self->article != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    self->hits = rap_session_find_in_text (self->article, gtk_editable_get_text (self->entry),
                                           gtk_toggle_button_get_active (self->match_case),
                                           gtk_toggle_button_get_active (self->whole_words));
  else
    self->hits = g_array_new (FALSE, FALSE, sizeof (RapRange));
  find_first (self);
  say_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
next_cb (RapReadingFinder *self)
{
  rap_reading_finder_step (self, 1);
}

static void
previous_cb (RapReadingFinder *self)
{
  rap_reading_finder_step (self, -1);
}

static void
close_cb (RapReadingFinder *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
key_pressed_cb (RapReadingFinder *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  gboolean back = (state & GDK_SHIFT_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      close_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F3:
      rap_reading_finder_step (self, back ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry))))
        return GDK_EVENT_PROPAGATE;
      rap_reading_finder_step (self, back ? -1 : 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
rap_reading_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RAP_READING_FINDER (widget)->entry));
}

static void
rap_reading_finder_dispose (GObject *object)
{
  RapReadingFinder *self = RAP_READING_FINDER (object);
  GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->article);
  g_clear_pointer (&bar, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_READING_FINDER);
  G_OBJECT_CLASS (rap_reading_finder_parent_class)->dispose (object);
}

static void
rap_reading_finder_finalize (GObject *object)
{
  g_array_unref (RAP_READING_FINDER (object)->hits);
  G_OBJECT_CLASS (rap_reading_finder_parent_class)->finalize (object);
}

static void
rap_reading_finder_class_init (RapReadingFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = rap_reading_finder_dispose;
  object_class->finalize = rap_reading_finder_finalize;
  widget_class->grab_focus = rap_reading_finder_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-reading-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, RapReadingFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, RapReadingFinder, count);
  gtk_widget_class_bind_template_child (widget_class, RapReadingFinder, match_case);
  gtk_widget_class_bind_template_child (widget_class, RapReadingFinder, whole_words);
  gtk_widget_class_bind_template_child (widget_class, RapReadingFinder, previous);
  gtk_widget_class_bind_template_child (widget_class, RapReadingFinder, next);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rap_reading_finder_init (RapReadingFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->hits = g_array_new (FALSE, FALSE, sizeof (RapRange));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
rap_reading_finder_open (RapReadingFinder *self,
                         const char       *words,
                         guint             caret)
{
  g_return_if_fail (RAP_IS_READING_FINDER (self));

  self->origin = caret;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (words != NULL)
    gtk_editable_set_text (self->entry, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  look (self);
}

void
rap_reading_finder_close (RapReadingFinder *self)
{
  g_return_if_fail (RAP_IS_READING_FINDER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  look (self);
}

void
rap_reading_finder_mark (RapReadingFinder *self,
                         const GArray     *hits,
                         guint             current)
{
  g_return_if_fail (RAP_IS_READING_FINDER (self));
  g_return_if_fail (hits != NULL && (current < hits->len || hits->len == 0));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_array_set_size (self->hits, 0);
  g_array_append_vals (self->hits, hits->data, hits->len);
  self->current = current;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rap_reading_finder_set_article (RapReadingFinder *self,
                                RapArticle       *article)
{
  g_return_if_fail (RAP_IS_READING_FINDER (self));

  if (!g_set_object (&self->article, article))
    return;
  self->origin = 0;
  look (self);
}

void
rap_reading_finder_step (RapReadingFinder *self,
                         int               by)
{
  g_return_if_fail (RAP_IS_READING_FINDER (self));

  if (self->hits->len == 0)
    return;
  self->current = (self->current + self->hits->len + (guint) by) % self->hits->len;
  self->origin = g_array_index (self->hits, RapRange, self->current).start;
  say_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const GArray *
rap_reading_finder_get_hits (RapReadingFinder *self)
{
  g_return_val_if_fail (RAP_IS_READING_FINDER (self), NULL);

  return self->hits;
}

gboolean
rap_reading_finder_get_current (RapReadingFinder *self,
                                RapRange         *hit)
{
  g_return_val_if_fail (RAP_IS_READING_FINDER (self), FALSE);

  if (self->hits->len == 0)
    return FALSE;
  *hit = g_array_index (self->hits, RapRange, self->current);
  return TRUE;
}
