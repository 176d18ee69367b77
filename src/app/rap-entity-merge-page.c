/* rap-entity-merge-page.c
 *
 * Two entities become one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-entity-merge-page.h"

#include <glib/gi18n.h>

#include "rap-delete.h"
#include "rap-entity-merge.h"
#include "rap-entity-moves-words.h"
#include "rap-error-text.h"

/**
 * RapEntityMergePage:
 * @from, @into: as they are stored; either is NULL when it is gone
 */
struct _RapEntityMergePage
{
  AdwBin          parent_instance;
  GtkLabel       *sentence;
  GtkLabel       *moves;
  GtkWidget      *moves_group;
  GtkWidget      *grades;
  GtkCheckButton *grade_into;
  GtkCheckButton *grade_from;
  GtkLabel       *refusal;
  GtkButton      *merge;
  RapSession     *session;
  char           *from_id;
  char           *into_id;
  RapEntity      *from;
  RapEntity      *into;
};

G_DEFINE_FINAL_TYPE (RapEntityMergePage, rap_entity_merge_page, ADW_TYPE_BIN)

static char *
describe_grade (const RapEntity *entity)
{
  const char *nick = rap_vocabulary_nick (&rap_reliability_vocabulary, entity->reliability);

  return g_strdup_printf (_("%s, as “%s” has"), nick != NULL ? nick : _("ungraded"), entity->name);
}

/* Asked only when both are graded and not alike; else the grade that there is. */
static gboolean
is_grade_asked (RapEntityMergePage *self)
{
  return self->from->reliability != RAP_RELIABILITY_UNGRADED && self->into->reliability != RAP_RELIABILITY_UNGRADED
         && self->from->reliability != self->into->reliability;
}

static RapReliability
get_grade (RapEntityMergePage *self)
{
  if (is_grade_asked (self))
    return gtk_check_button_get_active (self->grade_from) ? self->from->reliability : self->into->reliability;
  return self->into->reliability != RAP_RELIABILITY_UNGRADED ? self->into->reliability : self->from->reliability;
}

/* Why it cannot be done, with what to do; NULL when it can. (transfer full) */
static char *
find_refusal (RapEntityMergePage *self)
{
  if (rap_session_get_read_only (self->session))
    return g_strdup (_("This project is open for reading only, so nothing can be merged."));
  if (g_strcmp0 (self->from_id, self->into_id) == 0)
    return g_strdup (_("This is one and the same entity. Choose another one to merge it with."));
  if (self->from->kind != self->into->kind)
    return g_strdup (_("The two are of different kinds. Give them the same kind first."));
  if (rap_entity_is_ruled_out (self->from, self->into))
    return g_strdup (_("The two are marked as not the same. Take that back first, under Not the Same As."));
  return NULL;
}

static RapEdits *
build (RapEntityMergePage  *self,
       RapEntityMoves      *moves,
       GError             **error)
{
  g_autofree char *label = g_strdup_printf ("Merge %s into %s", self->from->name, self->into->name);

  return rap_entity_merge_build (self->session, self->from_id, self->into_id, get_grade (self), label, moves, error);
}

static void
show_moves (RapEntityMergePage *self)
{
  RapEntityMoves moves = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = build (self, &moves, &error);
  g_autofree char *text = edits != NULL ? rap_entity_moves_words (&moves) : rap_error_text_with_detail (error);

  gtk_label_set_text (self->moves, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), edits != NULL);
}

static void
show_grades (RapEntityMergePage *self)
{
  g_autofree char *into = describe_grade (self->into);
  g_autofree char *from = describe_grade (self->from);

  gtk_check_button_set_label (self->grade_into, into);
  gtk_check_button_set_label (self->grade_from, from);
  gtk_widget_set_visible (self->grades, is_grade_asked (self));
}

static void
update (RapEntityMergePage *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *refusal = NULL;

  g_clear_object (&self->from);
  g_clear_object (&self->into);
  self->from = (RapEntity *) rap_session_load (self->session, RAP_KIND_ENTITY, self->from_id, NULL);
  self->into = (RapEntity *) rap_session_load (self->session, RAP_KIND_ENTITY, self->into_id, NULL);
  if (self->from == NULL || self->into == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
      return;
    }
  sentence = g_strdup_printf (_("Everything that refers to “%s” will refer to “%s”, which gets its names as well."),
                              self->from->name, self->into->name);
  refusal = find_refusal (self);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->refusal, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
  gtk_widget_set_visible (self->moves_group, refusal == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), refusal == NULL);
  show_grades (self);
  if (refusal == NULL)
    show_moves (self);
}

static void
turn_cb (RapEntityMergePage *self)
{
  char *from = self->from_id;

  self->from_id = self->into_id;
  self->into_id = from;
  update (self);
}

static void
leave_cb (RapEntityMergePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "names.close", NULL);
}

static void
merge_cb (RapEntityMergePage *self)
{
  g_autoptr (RapEntityMergePage) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = g_strdup_printf (_("Merged %s into %s."), self->from->name, self->into->name);
  g_autoptr (RapEdits) edits = build (self, NULL, &error);

  g_signal_handlers_disconnect_by_data (self->session, self);
  if (edits == NULL || !rap_session_commit (self->session, edits, &error))
    {
      g_signal_connect_swapped (self->session, "changed", G_CALLBACK (update), self);
      rap_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.select", "(us)", (guint) RAP_KIND_ENTITY, self->into_id);
  leave_cb (self);
}

static gboolean
key_pressed_cb (RapEntityMergePage *self,
                guint               keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  leave_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
rap_entity_merge_page_grab_focus (GtkWidget *widget)
{
  RapEntityMergePage *self = RAP_ENTITY_MERGE_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->merge))
         || gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), GTK_DIR_TAB_FORWARD);
}

static void
rap_entity_merge_page_dispose (GObject *object)
{
  RapEntityMergePage *self = RAP_ENTITY_MERGE_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->from);
  g_clear_object (&self->into);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ENTITY_MERGE_PAGE);

  G_OBJECT_CLASS (rap_entity_merge_page_parent_class)->dispose (object);
}

static void
rap_entity_merge_page_finalize (GObject *object)
{
  RapEntityMergePage *self = RAP_ENTITY_MERGE_PAGE (object);

  g_free (self->from_id);
  g_free (self->into_id);

  G_OBJECT_CLASS (rap_entity_merge_page_parent_class)->finalize (object);
}

static void
rap_entity_merge_page_class_init (RapEntityMergePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_entity_merge_page_dispose;
  object_class->finalize = rap_entity_merge_page_finalize;
  widget_class->grab_focus = rap_entity_merge_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-entity-merge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, moves);
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, moves_group);
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, grades);
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, grade_into);
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, grade_from);
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, refusal);
  gtk_widget_class_bind_template_child (widget_class, RapEntityMergePage, merge);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
rap_entity_merge_page_init (RapEntityMergePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rap_entity_merge_page_new (RapSession *session,
                           const char *from,
                           const char *into)
{
  RapEntityMergePage *self = g_object_new (RAP_TYPE_ENTITY_MERGE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->from_id = g_strdup (from);
  self->into_id = g_strdup (into);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}
