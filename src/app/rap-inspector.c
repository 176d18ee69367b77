/* rap-inspector.c
 *
 * Follows the selection and the session's changes: loads the record that is
 * chosen, or that the chosen annotation is about, into the form of its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspector.h"

#include "rap-inspector-article.h"
#include "rap-inspector-claim.h"
#include "rap-inspector-code.h"
#include "rap-inspector-entity.h"
#include "rap-inspector-meeting.h"

struct _RapInspector
{
  AdwBin             parent_instance;
  GtkStack          *stack;
  RapInspectorClaim *claim;
  RapForm           *meeting;
  RapForm           *entity;
  RapForm           *article;
  RapForm           *code;
  RapSession        *session;    /* or NULL */
  RapSelection      *selection;  /* or NULL */
  RapForm           *form;       /* the one on show, or NULL */
  GtkWidget         *page;       /* that takes the forms' place, or NULL */
};

G_DEFINE_FINAL_TYPE (RapInspector, rap_inspector, ADW_TYPE_BIN)

static RapForm *
get_form (RapInspector *self,
          RapKind       kind)
{
  switch (kind)
    {
    case RAP_KIND_CLAIM:
      return RAP_FORM (self->claim);
    case RAP_KIND_MEETING:
      return self->meeting;
    case RAP_KIND_ENTITY:
      return self->entity;
    case RAP_KIND_ARTICLE:
      return self->article;
    case RAP_KIND_CODE:
      return self->code;
    default:
      return NULL;
    }
}

static void
scroll_to_top (GtkWidget *page)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)), 0);
}

/* What the stack does not show is hidden, too: else GTK works out the style of
 * all that is in it whenever the keyboard comes or goes. */
static void
put_on_show (RapInspector *self,
             GtkWidget    *child)
{
  GtkWidget *before = gtk_stack_get_visible_child (self->stack);

  gtk_widget_set_visible (child, TRUE);
  gtk_stack_set_visible_child (self->stack, child);
  if (before != NULL && before != child)
    gtk_widget_set_visible (before, FALSE);
}

/* A page stays until it is done. */
static void
show_child (RapInspector *self,
            const char   *name)
{
  if (self->page == NULL)
    put_on_show (self, gtk_stack_get_child_by_name (self->stack, name));
}

/* @changed: the session has changed since the form was last shown */
static void
show_form (RapInspector *self,
           RapKind       kind,
           RapRecord    *record,
           gboolean      changed)
{
  RapForm *form = record != NULL ? get_form (self, kind) : NULL;
  RapRecord *before = form != NULL ? rap_form_get_record (form) : NULL;
  gboolean other = before == NULL || g_strcmp0 (before->id, record->id) != 0;

  if (self->form != NULL && self->form != form)
    rap_form_set_record (self->form, self->session, NULL);
  self->form = form;
  if (form == NULL)
    {
      show_child (self, "help");
      return;
    }
  if (other || changed)
    rap_form_set_record (form, self->session, record);
  show_child (self, rap_kind_get_nick (kind));
  if (other && self->page == NULL)
    scroll_to_top (gtk_stack_get_visible_child (self->stack));
}

static void
show_subject (RapInspector *self,
              gboolean      changed)
{
  g_autoptr (RapRecord) record = NULL;
  g_autofree char *id = NULL;
  RapKind kind = RAP_KIND_PROJECT;

  if (self->session != NULL && self->selection != NULL)
    id = rap_selection_get_subject (self->selection, self->session, &kind);
  if (id != NULL)
    record = rap_session_load (self->session, kind, id, NULL);
  show_form (self, kind, record, changed);
}

static void
session_changed_cb (RapInspector *self)
{
  show_subject (self, TRUE);
}

static void
selection_changed_cb (RapInspector *self)
{
  show_subject (self, FALSE);
}

static void
disconnect_session (RapInspector *self)
{
  if (self->session == NULL)
    return;
  if (self->form != NULL)
    rap_form_set_record (self->form, self->session, NULL);
  self->form = NULL;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
rap_inspector_dispose (GObject *object)
{
  RapInspector *self = RAP_INSPECTOR (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rap_inspector_parent_class)->dispose (object);
}

static void
rap_inspector_class_init (RapInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_inspector_dispose;

  g_type_ensure (RAP_TYPE_INSPECTOR_CLAIM);
  g_type_ensure (RAP_TYPE_INSPECTOR_MEETING);
  g_type_ensure (RAP_TYPE_INSPECTOR_ENTITY);
  g_type_ensure (RAP_TYPE_INSPECTOR_ARTICLE);
  g_type_ensure (RAP_TYPE_INSPECTOR_CODE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, RapInspector, claim);
  gtk_widget_class_bind_template_child (widget_class, RapInspector, meeting);
  gtk_widget_class_bind_template_child (widget_class, RapInspector, entity);
  gtk_widget_class_bind_template_child (widget_class, RapInspector, article);
  gtk_widget_class_bind_template_child (widget_class, RapInspector, code);
}

static void
rap_inspector_init (RapInspector *self)
{
  GtkWidget *on_show;

  gtk_widget_init_template (GTK_WIDGET (self));
  on_show = gtk_stack_get_visible_child (self->stack);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == on_show);
}

void
rap_inspector_set_session (RapInspector *self,
                           RapSession   *session)
{
  g_return_if_fail (RAP_IS_INSPECTOR (self));

  rap_inspector_set_page (self, NULL);
  disconnect_session (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
    }
  show_subject (self, TRUE);
}

void
rap_inspector_set_selection (RapInspector *self,
                             RapSelection *selection)
{
  g_return_if_fail (RAP_IS_INSPECTOR (self));

  if (!g_set_object (&self->selection, selection))
    return;
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (selection_changed_cb), self);
  show_subject (self, FALSE);
}

void
rap_inspector_set_article_view (RapInspector   *self,
                                RapArticleView *view)
{
  g_return_if_fail (RAP_IS_INSPECTOR (self));

  rap_inspector_claim_set_article_view (self->claim, view);
  rap_inspector_article_set_article_view (RAP_INSPECTOR_ARTICLE (self->article), view);
}

void
rap_inspector_set_page (RapInspector *self,
                        GtkWidget    *page)
{
  g_return_if_fail (RAP_IS_INSPECTOR (self));

  if (self->page != NULL)
    gtk_stack_remove (self->stack, self->page);
  self->page = page;
  if (page == NULL)
    {
      show_child (self, self->form != NULL && rap_form_get_record (self->form) != NULL
                          ? rap_kind_get_nick (rap_record_get_kind (rap_form_get_record (self->form))) : "help");
      return;
    }
  gtk_stack_add_named (self->stack, page, "page");
  put_on_show (self, page);
}

void
rap_inspector_focus_first (RapInspector *self)
{
  g_return_if_fail (RAP_IS_INSPECTOR (self));

  if (self->page != NULL)
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
  else if (self->form != NULL)
    rap_form_focus_first (self->form);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
