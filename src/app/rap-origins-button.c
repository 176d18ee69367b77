/* rap-origins-button.c
 *
 * A menu button whose popover has a line for each origin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-origins-button.h"

#include <glib/gi18n.h>

#include "rap-origins.h"

struct _RapOriginsButton
{
  AdwBin     parent_instance;
  GtkLabel  *count;
  GtkLabel  *first;
  GtkBox    *list;
};

G_DEFINE_FINAL_TYPE (RapOriginsButton, rap_origins_button, ADW_TYPE_BIN)

/* "reported 5×, 2 origins" (transfer full) */
static char *
describe (const RapOrigins *origins)
{
  g_autofree char *n = g_strdup_printf (ngettext ("%u origin", "%u origins", origins->origins->len),
                                        origins->origins->len);

  /* Translators: how many claims say the same, and "2 origins" */
  return g_strdup_printf (origins->cut ? _("reported more than %u×, at least %s") : _("reported %u×, %s"),
                          origins->n_claims, n);
}

/* The outlet of the page that the others were copied from, else its title. (transfer full) */
static char *
name_page (RapSession *session,
           const char *id)
{
  g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_ARTICLE, id, NULL);
  const char *outlet = record != NULL ? ((RapArticle *) record)->outlet : NULL;

  if (outlet != NULL)
    return rap_session_get_name (session, RAP_KIND_ENTITY, outlet);
  return g_strdup (record != NULL ? ((RapArticle *) record)->title : "");
}

/* "Mohammad Bagheri in Press TV, 3 claims" (transfer full) */
static char *
describe_origin (RapSession      *session,
                 const RapOrigin *origin)
{
  g_autofree char *speaker = origin->speaker != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, origin->speaker)
                                                     : g_strdup (_("no speaker"));
  g_autofree char *page = name_page (session, origin->article);

  /* Translators: who says so, in which outlet, how many claims go back to that */
  return g_strdup_printf (ngettext ("%s in %s, %u claim", "%s in %s, %u claims", origin->n_claims),
                          speaker, page, origin->n_claims);
}

static void
show_list (RapOriginsButton *self,
           RapSession       *session,
           GPtrArray        *origins)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < origins->len; i++)
    {
      g_autofree char *line = describe_origin (session, origins->pdata[i]);
      GtkWidget *label = gtk_label_new (line);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
      gtk_box_append (self->list, label);
    }
}

static void
rap_origins_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RAP_TYPE_ORIGINS_BUTTON);
  G_OBJECT_CLASS (rap_origins_button_parent_class)->dispose (object);
}

static void
rap_origins_button_class_init (RapOriginsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_origins_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-origins-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RapOriginsButton, count);
  gtk_widget_class_bind_template_child (widget_class, RapOriginsButton, first);
  gtk_widget_class_bind_template_child (widget_class, RapOriginsButton, list);
}

static void
rap_origins_button_init (RapOriginsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_origins_button_load (RapOriginsButton *self,
                         RapSession       *session,
                         const char       *claim)
{
  g_autoptr (RapOrigins) origins = NULL;
  g_autofree char *count = NULL;
  g_autofree char *first = NULL;

  g_return_if_fail (RAP_IS_ORIGINS_BUTTON (self));

  origins = rap_session_find_origins (session, claim, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), origins != NULL && origins->n_claims > 1);
  if (origins == NULL || origins->n_claims < 2)
    return;
  count = describe (origins);
  first = name_page (session, ((RapOrigin *) origins->origins->pdata[0])->article);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->first, first);
  show_list (self, session, origins->origins);
}
