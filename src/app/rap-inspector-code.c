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

#include "rap-codebook.h"
#include "rap-colour-button.h"
#include "rap-delete.h"
#include "rap-linked-list.h"
#include "rap-ref-row.h"
#include "rap-text-row.h"

struct _RapInspectorCode
{
  RapForm          parent_instance;
  GtkLabel        *path;
  GtkLabel        *counts;
  RapColourButton *colour;
  AdwComboRow     *key;
  GtkStringList   *keys;
  AdwActionRow    *taken;
  RapLinkedList   *codings;
  RapLinkedList   *claims;
  gboolean         loading;
};

G_DEFINE_FINAL_TYPE (RapInspectorCode, rap_inspector_code, RAP_TYPE_FORM)

#define N_KEYS 9

static RapCodebook *
get_codebook (RapInspectorCode *self)
{
  return rap_session_get_codebook (rap_form_get_session (RAP_FORM (self)));
}

static const char *
get_id (RapInspectorCode *self)
{
  return rap_form_get_record (RAP_FORM (self))->id;
}

static void
colour_chosen_cb (RapInspectorCode *self,
                  const char       *colour)
{
  if (!self->loading && rap_form_get_record (RAP_FORM (self)) != NULL)
    rap_form_set_string (RAP_FORM (self), "colour", colour);
}

/* The key at the position: 0 is none, then 1 to 9. @key holds it. */
static const char *
make_key (guint selected,
          char  key[2])
{
  key[0] = (char) ('0' + selected);
  key[1] = '\0';
  return selected > 0 ? key : NULL;
}

static void
set_key (RapInspectorCode *self,
         gboolean          take)
{
  g_autoptr (GError) error = NULL;
  char key[2];

  if (!rap_codebook_set_key (get_codebook (self), N_("Change key"), get_id (self),
                             make_key (adw_combo_row_get_selected (self->key), key), take, &error))
    rap_report_error (GTK_WIDGET (self), error);
}

/* Offers to take over the key that was chosen from the code that has it. */
static void
offer_key (RapInspectorCode  *self,
           const char        *key,
           const RapCodeNode *owner)
{
  g_autofree char *sentence = g_strdup_printf (_("“%s” belongs to %s."), key, owner->code->name);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->taken), escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->taken), TRUE);
}

static void
key_selected_cb (RapInspectorCode *self)
{
  const RapCodeNode *owner;
  const char *chosen;
  char key[2];

  if (self->loading || rap_form_get_record (RAP_FORM (self)) == NULL)
    return;
  chosen = make_key (adw_combo_row_get_selected (self->key), key);
  owner = rap_codebook_find_key (get_codebook (self), chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->taken), FALSE);
  if (owner != NULL && g_strcmp0 (RAP_RECORD (owner->code)->id, get_id (self)) != 0)
    offer_key (self, chosen, owner);
  else
    set_key (self, FALSE);
}

static void
take_clicked_cb (RapInspectorCode *self)
{
  set_key (self, TRUE);
}

/* "3 (Threat)": which keys are taken, and by whom. */
static void
load_keys (RapInspectorCode *self,
           RapCode          *code)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  char key[2];

  g_strv_builder_add (builder, _("none"));
  for (guint i = 1; i <= N_KEYS; i++)
    {
      const RapCodeNode *owner = rap_codebook_find_key (get_codebook (self), make_key (i, key));
      gboolean other = owner != NULL && g_strcmp0 (RAP_RECORD (owner->code)->id, RAP_RECORD (code)->id) != 0;
      g_autofree char *label = other ? g_strdup_printf ("%s (%s)", key, owner->code->name) : g_strdup (key);

      g_strv_builder_add (builder, label);
    }
  labels = g_strv_builder_end (builder);
  gtk_string_list_splice (self->keys, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keys)),
                          (const char * const *) labels);
  adw_combo_row_set_selected (self->key, code->key != NULL && code->key[0] != '\0' ? (guint) (code->key[0] - '0') : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->taken), FALSE);
}

static void
load_place (RapInspectorCode *self,
            RapCode          *code)
{
  const RapCodeNode *node = rap_codebook_find (get_codebook (self), RAP_RECORD (code)->id);
  g_autofree char *path = code->parent != NULL ? rap_codebook_get_path (get_codebook (self), code->parent) : NULL;
  g_autofree char *passages = NULL;
  g_autofree char *claims = NULL;
  g_autofree char *text = NULL;

  gtk_label_set_label (self->path, path != NULL ? path : "");
  gtk_widget_set_visible (GTK_WIDGET (self->path), path != NULL);
  rap_codebook_get_nodes (get_codebook (self));
  gtk_widget_set_visible (GTK_WIDGET (self->counts), node != NULL);
  if (node == NULL)
    return;
  passages = g_strdup_printf (ngettext ("%u passage", "%u passages", node->all_passages), node->all_passages);
  claims = g_strdup_printf (ngettext ("%u claim", "%u claims", node->all_claims), node->all_claims);
  /* Translators: passages, claims */
  text = node->children->len > 0 ? g_strdup_printf (_("%s, %s, with the codes below it"), passages, claims)
                                 : g_strdup_printf (_("%s, %s"), passages, claims);
  gtk_label_set_label (self->counts, text);
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

  self->loading = TRUE;
  load_place (self, code);
  load_keys (self, code);
  rap_colour_button_set_colour (self->colour, code->colour);
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

  g_type_ensure (RAP_TYPE_COLOUR_BUTTON);
  g_type_ensure (RAP_TYPE_LINKED_LIST);
  g_type_ensure (RAP_TYPE_REF_ROW);
  g_type_ensure (RAP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector-code.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, colour);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, key);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, keys);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, path);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, counts);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, taken);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, codings);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorCode, claims);
  gtk_widget_class_bind_template_callback (widget_class, colour_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
rap_inspector_code_init (RapInspectorCode *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
