/* rap-code-chooser.c
 *
 * A new code is made at the top of the codebook, in its own undo step, before
 * it is applied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-chooser.h"

#include <glib/gi18n.h>

#include "rap-code-finder.h"
#include "rap-popover-fit.h"

#define REST 120 /* pixels of the popover around the list */

struct _RapCodeChooser
{
  GtkPopover     parent_instance;
  GtkLabel      *heading;
  RapCodeFinder *finder;
  RapSession    *session;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapCodeChooser, rap_code_chooser, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen_cb (RapCodeChooser *self,
           const char     *id)
{
  g_autofree char *kept = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, kept);
}

static void
create_cb (RapCodeChooser *self,
           const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (rap_codebook_create (rap_session_get_codebook (self->session), N_("Add code"), NULL, name, NULL, &id, &error))
    chosen_cb (self, id);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
key_pressed_cb (RapCodeChooser *self,
                guint           keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
rap_code_chooser_dispose (GObject *object)
{
  g_clear_object (&RAP_CODE_CHOOSER (object)->session);

  G_OBJECT_CLASS (rap_code_chooser_parent_class)->dispose (object);
}

static void
rap_code_chooser_class_init (RapCodeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_code_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (RAP_TYPE_CODE_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-code-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCodeChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, RapCodeChooser, finder);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_code_chooser_init (RapCodeChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_code_chooser_new (void)
{
  return g_object_new (RAP_TYPE_CODE_CHOOSER, NULL);
}

void
rap_code_chooser_open (RapCodeChooser     *self,
                       RapSession         *session,
                       const char         *heading,
                       const char * const *applied)
{
  g_return_if_fail (RAP_IS_CODE_CHOOSER (self));

  g_set_object (&self->session, session);
  gtk_label_set_label (self->heading, heading);
  rap_code_finder_open (self->finder, session, applied, NULL, TRUE);
  rap_popover_fit (GTK_POPOVER (self), rap_code_finder_get_scroller (self->finder), REST);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}
