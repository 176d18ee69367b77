/* rap-code-button.c
 *
 * A menu button whose popover ticks the codes of the codebook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-button.h"

#include <glib/gi18n.h>

#include "rap-form.h"
#include "rap-list-box.h"

struct _RapCodeButton
{
  AdwBin         parent_instance;
  GtkMenuButton *button;
  GtkLabel      *names;
  GtkStack      *stack;
  GtkListBox    *list;
  RapSession    *session;  /* or NULL */
  GStrv          codes;    /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapCodeButton, rap_code_button, ADW_TYPE_BIN)

enum
{
  CODE_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
check_toggled_cb (RapCodeButton  *self,
                  GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "rap-code");

  g_signal_emit (self, signals[CODE_TOGGLED], 0, id, gtk_check_button_get_active (check));
}

static GtkWidget *
create_check (RapCodeButton *self,
              RapHeader     *code)
{
  GtkWidget *check = gtk_check_button_new_with_label (code->title);
  const char * const *codes = (const char * const *) self->codes;

  gtk_widget_set_margin_start (check, (int) code->depth * 18);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), codes != NULL && g_strv_contains (codes, code->id));
  g_object_set_data_full (G_OBJECT (check), "rap-code", g_strdup (code->id), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  return check;
}

/* The codebook is read when it is opened. */
static void
popover_shown_cb (RapCodeButton *self)
{
  g_autoptr (GListModel) codes = self->session != NULL ? rap_session_list (self->session, RAP_KIND_CODE) : NULL;
  guint n = codes != NULL ? g_list_model_get_n_items (codes) : 0;

  rap_list_box_clear (self->list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RapHeader) code = g_list_model_get_item (codes, i);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_check (self, code));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (self->list, row);
    }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
update_names (RapCodeButton *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->codes != NULL && self->codes[i] != NULL; i++)
    {
      g_autofree char *name = rap_session_get_name (self->session, RAP_KIND_CODE, self->codes[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", name);
    }
  gtk_label_set_text (self->names, names->len > 0 ? names->str : _("None"));
}

static void
open_menu (GtkWidget *widget)
{
  gtk_menu_button_popup (RAP_CODE_BUTTON (widget)->button);
}

static gboolean
rap_code_button_mnemonic_activate (GtkWidget *widget,
                                   gboolean   cycling)
{
  rap_form_show_then (widget, open_menu);
  return TRUE;
}

static void
rap_code_button_dispose (GObject *object)
{
  RapCodeButton *self = RAP_CODE_BUTTON (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->codes, g_strfreev);

  G_OBJECT_CLASS (rap_code_button_parent_class)->dispose (object);
}

static void
rap_code_button_class_init (RapCodeButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_code_button_dispose;
  widget_class->mnemonic_activate = rap_code_button_mnemonic_activate;
  signals[CODE_TOGGLED] = g_signal_new ("code-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-code-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RapCodeButton, button);
  gtk_widget_class_bind_template_child (widget_class, RapCodeButton, names);
  gtk_widget_class_bind_template_child (widget_class, RapCodeButton, stack);
  gtk_widget_class_bind_template_child (widget_class, RapCodeButton, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
rap_code_button_init (RapCodeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_code_button_load (RapCodeButton      *self,
                      RapSession         *session,
                      const char * const *codes)
{
  g_return_if_fail (RAP_IS_CODE_BUTTON (self));

  g_set_object (&self->session, session);
  g_strfreev (self->codes);
  self->codes = g_strdupv ((char **) codes);
  update_names (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !rap_session_get_read_only (session));
}
