/* rap-code-merger.c
 *
 * What will happen is told from the edits themselves, made for the code that is
 * marked and committed as they are when it is chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-merger.h"

#include <glib/gi18n.h>

#include "rap-code-finder.h"
#include "rap-delete.h"

struct _RapCodeMerger
{
  GtkPopover     parent_instance;
  GtkLabel      *heading;
  RapCodeFinder *finder;
  GtkLabel      *preview;
  GtkWidget     *merge_button;
  RapSession    *session;   /* or NULL */
  char          *code;      /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapCodeMerger, rap_code_merger, GTK_TYPE_POPOVER)

enum
{
  MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append_part (GString *list,
             guint    n,
             char    *words)
{
  if (n > 0)
    g_string_append_printf (list, "%s%s", list->len > 0 ? _(", ") : "", words);
  g_free (words);
}

/* (transfer full) */
static char *
describe (const RapCodeMerge *merge)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (list, merge->n_passages,
               g_strdup_printf (ngettext ("%u passage", "%u passages", merge->n_passages), merge->n_passages));
  append_part (list, merge->n_claims, g_strdup_printf (ngettext ("%u claim", "%u claims", merge->n_claims), merge->n_claims));
  append_part (list, merge->n_children, g_strdup_printf (ngettext ("%u code", "%u codes", merge->n_children), merge->n_children));
  if (list->len > 0)
    /* Translators: a list like "3 passages, 2 claims, 1 code" */
    g_string_append_printf (text, _("These move: %s."), list->str);
  else
    g_string_append (text, _("Nothing else uses it."));
  g_string_append_c (text, ' ');
  if (merge->n_duplicates > 0)
    {
      g_string_append_printf (text, ngettext ("%u has both already and keeps one.", "%u have both already and keep one.",
                                              merge->n_duplicates), merge->n_duplicates);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, _("Undo brings both back."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update (RapCodeMerger *self)
{
  const char *into = self->session != NULL ? rap_code_finder_get_marked (self->finder) : NULL;
  g_autoptr (RapEdits) edits = rap_edits_new (NULL);
  g_autofree char *text = NULL;
  RapCodeMerge merge;

  if (into != NULL && rap_codebook_add_merge (rap_session_get_codebook (self->session), edits, self->code, into, &merge, NULL))
    text = describe (&merge);
  gtk_label_set_label (self->preview, text != NULL ? text : _("Choose the code that stays."));
  gtk_widget_set_sensitive (self->merge_button, text != NULL);
}

static void
merge_into (RapCodeMerger *self,
            const char    *id)
{
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Merge codes"));
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = g_strdup (id);

  if (!rap_codebook_add_merge (rap_session_get_codebook (self->session), edits, self->code, kept, NULL, &error)
      || !rap_session_commit (self->session, edits, &error))
    {
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("The codes are one now."));
  g_signal_emit (self, signals[MERGED], 0, kept);
}

static void
merge_clicked_cb (RapCodeMerger *self)
{
  const char *into = rap_code_finder_get_marked (self->finder);

  if (into != NULL)
    merge_into (self, into);
}

static gboolean
key_pressed_cb (RapCodeMerger *self,
                guint          keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
rap_code_merger_dispose (GObject *object)
{
  RapCodeMerger *self = RAP_CODE_MERGER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->code, g_free);

  G_OBJECT_CLASS (rap_code_merger_parent_class)->dispose (object);
}

static void
rap_code_merger_class_init (RapCodeMergerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_code_merger_dispose;
  signals[MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (RAP_TYPE_CODE_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-code-merger.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCodeMerger, heading);
  gtk_widget_class_bind_template_child (widget_class, RapCodeMerger, finder);
  gtk_widget_class_bind_template_child (widget_class, RapCodeMerger, preview);
  gtk_widget_class_bind_template_child (widget_class, RapCodeMerger, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, merge_into);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rap_code_merger_init (RapCodeMerger *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_code_merger_open (RapCodeMerger *self,
                      RapSession    *session,
                      const char    *code)
{
  g_autofree char *name = rap_session_get_name (session, RAP_KIND_CODE, code);
  g_autofree char *heading = g_strdup_printf (_("Merge “%s” into"), name);

  g_return_if_fail (RAP_IS_CODE_MERGER (self));

  g_set_object (&self->session, session);
  rap_set_string (&self->code, code);
  gtk_label_set_label (self->heading, heading);
  rap_code_finder_open (self->finder, session, NULL, code, FALSE);
  update (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}
