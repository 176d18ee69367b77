/* rap-inspector-code.c
 *
 * The form of a code: its place in the codebook, colour, key, and what it is
 * applied to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspector-code.h"

#include <glib/gi18n.h>

#include "rap-code.h"
#include "rap-delete.h"
#include "rap-linked-list.h"
#include "rap-ref-row.h"
#include "rap-text-row.h"

struct _RapInspectorCode
{
  RapForm          parent_instance;
  GtkColorButton  *colour;
  AdwComboRow     *key;
  RapLinkedList   *codings;
  RapLinkedList   *claims;
  gboolean         loading;
};

G_DEFINE_FINAL_TYPE (RapInspectorCode, rap_inspector_code, RAP_TYPE_FORM)

static void
colour_set_cb (RapInspectorCode *self)
{
  GdkRGBA rgba;
  g_autofree char *colour = NULL;

  if (self->loading || rap_form_get_record (RAP_FORM (self)) == NULL)
    return;
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->colour), &rgba);
  colour = g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5f), (guint) (rgba.green * 255 + 0.5f),
                            (guint) (rgba.blue * 255 + 0.5f));
  rap_form_set_string (RAP_FORM (self), "colour", colour);
}

/* Position 0 is no key, then 1 to 9. */
static void
key_selected_cb (RapInspectorCode *self)
{
  guint selected = adw_combo_row_get_selected (self->key);
  char key[] = { (char) ('0' + selected), '\0' };

  if (!self->loading)
    rap_form_set_string (RAP_FORM (self), "key", selected > 0 ? key : NULL);
}

static void
delete_clicked_cb (RapInspectorCode *self)
{
  rap_delete_record (GTK_WIDGET (self), rap_form_get_session (RAP_FORM (self)), RAP_KIND_CODE,
                     rap_form_get_record (RAP_FORM (self))->id);
}

static void
rap_inspector_code_refresh (RapForm   *form,
                            RapRecord *record)
{
  RapInspectorCode *self = RAP_INSPECTOR_CODE (form);
  RapSession *session = rap_form_get_session (form);
  RapCode *code = (RapCode *) record;
  GdkRGBA rgba;

  self->loading = TRUE;
  if (gdk_rgba_parse (&rgba, code->colour))
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->colour), &rgba);
  adw_combo_row_set_selected (self->key, code->key != NULL && code->key[0] != '\0' ? (guint) (code->key[0] - '0') : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->colour), !rap_session_get_read_only (session));
  gtk_widget_set_sensitive (GTK_WIDGET (self->key), !rap_session_get_read_only (session));
  rap_linked_list_load (self->codings, session, record->id);
  rap_linked_list_load (self->claims, session, record->id);
  self->loading = FALSE;
}

static void
rap_inspector_code_class_init (RapInspectorCodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RAP_FORM_CLASS (klass)->refresh = rap_inspector_code_refresh;

  g_type_ensure (RAP_TYPE_LINKED_LIST);
  g_type_ensure (RAP_TYPE_REF_ROW);
  g_type_ensure (RAP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector-code.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, colour);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, key);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, codings);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, claims);
  gtk_widget_class_bind_template_callback (widget_class, colour_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
rap_inspector_code_init (RapInspectorCode *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
