/* rap-sweep-row.c
 *
 * One place of a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-sweep-row.h"

#include <string.h>

#include <glib/gi18n.h>

#define AROUND 34   /* code points to show on each side */

struct _RapSweepRow
{
  GtkBox          parent_instance;
  GtkLabel       *article;
  GtkCheckButton *check;
  GtkLabel       *context;
  GtkLabel       *doubt;
  RapSweepHit    *hit;       /* or NULL */
  gboolean        loading;
};

G_DEFINE_FINAL_TYPE (RapSweepRow, rap_sweep_row, GTK_TYPE_BOX)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The last words of @text that fit, from a word's beginning on. (transfer full) */
static char *
cut_before (const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  const char *start = g_utf8_offset_to_pointer (text, MAX (n - AROUND, 0));
  const char *space = n > AROUND ? strchr (start, ' ') : NULL;
  g_autofree char *words = g_strstrip (g_strdup (space != NULL ? space : start));
  g_autofree char *escaped = NULL;

  escaped = g_markup_escape_text (words, -1);
  return g_strdup_printf ("%s%s", n > AROUND ? "… " : "", escaped);
}

static char *
cut_after (const char *text)
{
  g_autofree char *words = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), AROUND));
  g_autofree char *escaped = NULL;

  g_strchomp (words);
  escaped = g_markup_escape_text (words, -1);
  return g_strdup_printf ("%s …", escaped);
}

/* (transfer full) */
static char *
describe_doubts (const RapSweepHit *hit)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (hit->doubts & RAP_SWEEP_SHARED)
    g_ptr_array_add (parts, g_strdup_printf (_("%s bears this name too"), hit->other));
  if (hit->doubts & RAP_SWEEP_LONGER)
    g_ptr_array_add (parts, g_strdup_printf (_("perhaps a longer name: %s"), hit->other));
  if (hit->doubts & RAP_SWEEP_FURNITURE)
    g_ptr_array_add (parts, g_strdup (_("in page furniture")));
  if (hit->doubts & RAP_SWEEP_DELETED)
    g_ptr_array_add (parts, g_strdup (_("a mention was deleted here")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
check_toggled_cb (RapSweepRow *self)
{
  if (self->loading || self->hit == NULL)
    return;
  self->hit->ticked = gtk_check_button_get_active (self->check);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
rap_sweep_row_dispose (GObject *object)
{
  RapSweepRow *self = RAP_SWEEP_ROW (object);

  g_clear_object (&self->hit);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_SWEEP_ROW);

  G_OBJECT_CLASS (rap_sweep_row_parent_class)->dispose (object);
}

static void
rap_sweep_row_class_init (RapSweepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_sweep_row_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-sweep-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapSweepRow, article);
  gtk_widget_class_bind_template_child (widget_class, RapSweepRow, check);
  gtk_widget_class_bind_template_child (widget_class, RapSweepRow, context);
  gtk_widget_class_bind_template_child (widget_class, RapSweepRow, doubt);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
}

static void
rap_sweep_row_init (RapSweepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_sweep_row_new (void)
{
  return g_object_new (RAP_TYPE_SWEEP_ROW, NULL);
}

static void
show_hit (RapSweepRow *self)
{
  g_autofree char *before = cut_before (self->hit->before);
  g_autofree char *after = cut_after (self->hit->after);
  g_autofree char *text = g_markup_escape_text (self->hit->text, -1);
  g_autofree char *markup = g_strdup_printf ("%s%s<b>%s</b>%s", before, g_str_has_suffix (self->hit->before, " ") ? " " : "",
                                             text, after);
  g_autofree char *doubts = describe_doubts (self->hit);

  gtk_label_set_markup (self->context, markup);
  gtk_label_set_text (self->doubt, doubts);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), *doubts != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->context), -1);
}

void
rap_sweep_row_set (RapSweepRow *self,
                   RapSweepHit *hit,
                   gboolean     is_first)
{
  g_return_if_fail (RAP_IS_SWEEP_ROW (self));

  g_set_object (&self->hit, hit);
  if (hit == NULL)
    return;
  gtk_label_set_text (self->article, hit->article_title);
  gtk_widget_set_visible (GTK_WIDGET (self->article), is_first);
  show_hit (self);
  rap_sweep_row_update (self);
}

void
rap_sweep_row_update (RapSweepRow *self)
{
  g_return_if_fail (RAP_IS_SWEEP_ROW (self));

  if (self->hit == NULL)
    return;
  self->loading = TRUE;
  gtk_check_button_set_active (self->check, self->hit->ticked);
  self->loading = FALSE;
}
