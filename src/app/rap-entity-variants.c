/* rap-entity-variants.c
 *
 * Who may be whom. The search through the project works in short steps between
 * frames; spellings are looked for by a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-entity-variants.h"

#include <glib/gi18n.h>

#include "rap-delete.h"
#include "rap-entity-merge.h"
#include "rap-list-box.h"
#include "rap-variant-row.h"
#include "rap-variants-spelling.h"

#define STEP_US   8000   /* of the search, between frames */
#define MAX_ROWS  200

/**
 * RapEntityVariants:
 * @entity: id, or NULL: the whole project
 * @search: under way, or NULL
 * @source: of the next step, or of a new look after a change; or 0
 * @cancellable: of the worker that looks for spellings, or NULL
 */
struct _RapEntityVariants
{
  AdwBin               parent_instance;
  GtkLabel            *title;
  GtkLabel            *summary;
  GtkProgressBar      *progress;
  AdwPreferencesGroup *others_group;
  GtkListBox          *others;
  AdwPreferencesGroup *spellings_group;
  GtkListBox          *spellings;
  RapSession          *session;
  char                *entity;
  RapVariantSearch    *search;
  guint                source;
  GCancellable        *cancellable;
  guint                n_found;
};

G_DEFINE_FINAL_TYPE (RapEntityVariants, rap_entity_variants, ADW_TYPE_BIN)

static void
commit (RapEntityVariants *self,
        RapEdits          *edits,
        GError            *error)
{
  g_autoptr (GError) failure = error;

  if (edits == NULL || !rap_session_commit (self->session, edits, failure == NULL ? &failure : NULL))
    rap_report_error (GTK_WIDGET (self), failure);
}

/* Adds the spelling to the entity's names. */
static void
add_spelling (RapEntityVariants    *self,
              const RapVariantPair *pair)
{
  g_autofree char *label = g_strdup_printf ("Add “%s” to the names of %s", pair->title_b, pair->title_a);
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  GError *error = NULL;
  g_autoptr (RapRecord) before = rap_session_load (self->session, RAP_KIND_ENTITY, pair->a, &error);
  g_autoptr (RapEntity) after = before != NULL ? RAP_ENTITY (rap_record_copy (before)) : NULL;

  if (after != NULL)
    {
      if (after->names == NULL)
        after->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
      g_ptr_array_add (after->names, rap_name_new (pair->title_b, "", RAP_NAME_ALIAS));
      rap_edits_replace (edits, before, RAP_RECORD (after));
    }
  commit (self, after != NULL ? edits : NULL, error);
}

static void
accepted_cb (RapEntityVariants *self,
             RapVariantRow     *row)
{
  const RapVariantPair *pair = rap_variant_row_get_pair (row);

  if (pair->b == NULL)
    add_spelling (self, pair);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "names.merge", "(ss)", pair->b, pair->a);
}

static void
refused_cb (RapEntityVariants *self,
            RapVariantRow     *row)
{
  const RapVariantPair *pair = rap_variant_row_get_pair (row);
  g_autofree char *label = g_strdup_printf ("Rule out that %s is %s", pair->title_b, pair->title_a);
  GError *error = NULL;
  g_autoptr (RapEdits) edits = rap_entity_rule_out_build (self->session, pair->a, pair->b, label, &error);

  commit (self, edits, error);
}

/* @pairs: (transfer full) */
static void
fill (RapEntityVariants   *self,
      AdwPreferencesGroup *group,
      GtkListBox          *list,
      GPtrArray           *pairs)
{
  guint n = MIN (pairs->len, MAX_ROWS);

  rap_list_box_clear (list);
  g_ptr_array_set_free_func (pairs, NULL);
  for (guint i = 0; i < pairs->len; i++)
    {
      GtkWidget *row;

      if (i >= n)
        {
          rap_variant_pair_free (pairs->pdata[i]);
          continue;
        }
      row = rap_variant_row_new (pairs->pdata[i], self->entity == NULL);
      g_signal_connect_swapped (row, "accepted", G_CALLBACK (accepted_cb), self);
      g_signal_connect_swapped (row, "refused", G_CALLBACK (refused_cb), self);
      gtk_list_box_append (list, row);
    }
  self->n_found += n;
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
  g_ptr_array_unref (pairs);
}

static void
say_done (RapEntityVariants *self)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (self->n_found == 0)
    text = g_strdup (self->entity != NULL ? _("Nobody else of the same kind has a name like this, and no spelling of it is left in the texts.")
                                          : _("No two names of the same kind are alike, or all that are have been told apart."));
  else
    text = g_strdup_printf (ngettext ("%u proposal. Nothing is changed until you say so.",
                                      "%u proposals. Nothing is changed until you say so.", self->n_found), self->n_found);
  gtk_label_set_text (self->summary, text);
}

static gboolean
step_cb (gpointer user_data)
{
  RapEntityVariants *self = user_data;

  if (rap_variant_search_step (self->search, STEP_US))
    {
      gtk_progress_bar_set_fraction (self->progress, rap_variant_search_progress (self->search));
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  fill (self, self->others_group, self->others, rap_variant_search_finish (self->search));
  g_clear_pointer (&self->search, rap_variant_search_free);
  say_done (self);
  return G_SOURCE_REMOVE;
}

static void
spellings_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (RapEntityVariants) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = rap_variants_find_spellings_finish (RAP_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pairs != NULL)
    fill (self, self->spellings_group, self->spellings, pairs);
  else
    rap_report_error (GTK_WIDGET (self), error);
  say_done (self);
}

static void
stop (RapEntityVariants *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->search, rap_variant_search_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
look (RapEntityVariants *self)
{
  stop (self);
  self->n_found = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_label_set_text (self->summary, _("Comparing names…"));
  if (self->entity == NULL)
    {
      self->search = rap_variant_search_new (self->session);
      self->source = g_idle_add (step_cb, self);
      return;
    }
  fill (self, self->others_group, self->others, rap_variants_find_entities (self->session, self->entity));
  self->cancellable = g_cancellable_new ();
  rap_variants_find_spellings_async (self->session, self->entity, self->cancellable, spellings_cb, g_object_ref (self));
}

static gboolean
look_again_cb (gpointer user_data)
{
  RapEntityVariants *self = user_data;

  self->source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (RapEntityVariants *self,
                    RapEdits          *edits)
{
  stop (self);
  self->source = g_idle_add (look_again_cb, self);
}

static void
leave_cb (RapEntityVariants *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
}

static gboolean
key_pressed_cb (RapEntityVariants *self,
                guint              keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  leave_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
rap_entity_variants_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), GTK_DIR_TAB_FORWARD);
}

static void
rap_entity_variants_dispose (GObject *object)
{
  RapEntityVariants *self = RAP_ENTITY_VARIANTS (object);

  stop (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ENTITY_VARIANTS);

  G_OBJECT_CLASS (rap_entity_variants_parent_class)->dispose (object);
}

static void
rap_entity_variants_finalize (GObject *object)
{
  g_free (RAP_ENTITY_VARIANTS (object)->entity);

  G_OBJECT_CLASS (rap_entity_variants_parent_class)->finalize (object);
}

static void
rap_entity_variants_class_init (RapEntityVariantsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_entity_variants_dispose;
  object_class->finalize = rap_entity_variants_finalize;
  widget_class->grab_focus = rap_entity_variants_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-entity-variants.ui");
  gtk_widget_class_bind_template_child (widget_class, RapEntityVariants, title);
  gtk_widget_class_bind_template_child (widget_class, RapEntityVariants, summary);
  gtk_widget_class_bind_template_child (widget_class, RapEntityVariants, progress);
  gtk_widget_class_bind_template_child (widget_class, RapEntityVariants, others_group);
  gtk_widget_class_bind_template_child (widget_class, RapEntityVariants, others);
  gtk_widget_class_bind_template_child (widget_class, RapEntityVariants, spellings_group);
  gtk_widget_class_bind_template_child (widget_class, RapEntityVariants, spellings);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
rap_entity_variants_init (RapEntityVariants *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rap_entity_variants_new (RapSession *session,
                         const char *entity)
{
  RapEntityVariants *self = g_object_new (RAP_TYPE_ENTITY_VARIANTS, NULL);

  self->session = g_object_ref (session);
  self->entity = g_strdup (entity);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  if (entity != NULL)
    {
      g_autofree char *name = rap_session_get_name (session, RAP_KIND_ENTITY, entity);
      g_autofree char *title = g_strdup_printf (_("Same Name as %s?"), name);

      gtk_label_set_text (self->title, title);
    }
  look (self);
  return GTK_WIDGET (self);
}
