/* rap-workbench.c
 *
 * Puts the panes together: sizes, what is shown in a narrow window, and the
 * shared selection, which follows deletions so that no pane shows what is gone.
 *
 * A window narrower than NARROW has room for one side pane beside the text: the
 * other is put away and comes back when there is room again. Nothing ever lies
 * over the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-workbench.h"

#include "rap-article-view.h"
#include "rap-carry-over-page.h"
#include "rap-compare-page.h"
#include "rap-field-row.h"
#include "rap-inspector.h"
#include "rap-library.h"
#include "rap-library-page.h"
#include "rap-name-pages.h"
#include "rap-reading-marks.h"
#include "rap-timeline-dock.h"

#define NARROW   1100  /* below: one side pane, pixels */
#define SLIM      760  /* below: no side pane unless asked for */

struct _RapWorkbench
{
  AdwBin            parent_instance;

  GtkPaned         *dock_paned;
  GtkPaned         *library_paned;
  GtkPaned         *inspector_paned;
  RapLibrary       *library;
  GtkStack         *centre;
  RapArticleView   *article_view;
  RapInspector     *inspector;
  RapTimelineDock  *timeline;

  RapSession       *session;           /* or NULL */
  RapSelection     *selection;
  char             *compared;          /* article on show when a page took the place of the text, or NULL */
  gboolean          library_visible;
  gboolean          inspector_visible;
  gboolean          timeline_visible;
  int               room;              /* side panes that fit: 0, 1, 2 */
  gboolean          library_returns;   /* was put away for lack of room */
  gboolean          inspector_returns;
  guint             room_source;       /* idle that applies @room */
  int               inspector_width;   /* wanted when first laid out, pixels */
  int               timeline_height;
};

G_DEFINE_FINAL_TYPE (RapWorkbench, rap_workbench, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY_VISIBLE,
  PROP_INSPECTOR_VISIBLE,
  PROP_TIMELINE_VISIBLE,
  PROP_IN_USE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
apply_visibility (RapWorkbench *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->library), self->library_visible);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), self->inspector_visible);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), self->timeline_visible);
}

/* Puts away what does not fit: the library first. */
static void
put_away (RapWorkbench *self)
{
  if (self->library_visible && (self->room == 0 || self->inspector_visible))
    {
      self->library_returns = TRUE;
      g_object_set (self, "library-visible", FALSE, NULL);
    }
  if (self->inspector_visible && self->room == 0)
    {
      self->inspector_returns = TRUE;
      g_object_set (self, "inspector-visible", FALSE, NULL);
    }
}

static void
put_back (RapWorkbench *self)
{
  if (self->inspector_returns)
    g_object_set (self, "inspector-visible", TRUE, NULL);
  self->inspector_returns = FALSE;
  if (self->library_returns && self->room == 2)
    {
      g_object_set (self, "library-visible", TRUE, NULL);
      self->library_returns = FALSE;
    }
}

static gboolean
apply_room_cb (gpointer user_data)
{
  RapWorkbench *self = user_data;

  self->room_source = 0;
  if (self->room < 2)
    put_away (self);
  if (self->room > 0)
    put_back (self);
  return G_SOURCE_REMOVE;
}

static int
count_room (int width)
{
  return width >= NARROW ? 2 : width >= SLIM ? 1 : 0;
}

/* The panes that keep their size when the window grows are placed from the far edge, once. */
static void
place_far_panes (RapWorkbench *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inspector_paned));
  int height = gtk_widget_get_height (GTK_WIDGET (self->dock_paned));

  if (self->inspector_width > 0 && width > self->inspector_width)
    {
      gtk_paned_set_position (self->inspector_paned, width - self->inspector_width);
      self->inspector_width = 0;
    }
  if (self->timeline_height > 0 && height > self->timeline_height)
    {
      gtk_paned_set_position (self->dock_paned, height - self->timeline_height);
      self->timeline_height = 0;
    }
}

static gboolean
place_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);

  place_far_panes (self);
  return self->inspector_width > 0 || self->timeline_height > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Whether @record is what is chosen, or points to it. */
static gboolean
is_chosen (RapWorkbench *self,
           RapRecord    *record)
{
  return rap_selection_is (self->selection, rap_record_get_kind (record), record->id);
}

static void
selection_changed_cb (RapSelection *selection,
                      RapWorkbench *self)
{
  RapKind kind;
  g_autofree char *id = rap_selection_get_subject (selection, self->session, &kind);

  rap_timeline_dock_set_selection (self->timeline, kind, id);
  if (gtk_stack_get_visible_child (self->centre) != GTK_WIDGET (self->article_view)
      && g_strcmp0 (self->compared, rap_selection_get_article (selection)) != 0)
    rap_workbench_open_centre (self, NULL);
}

/* No pane may show what was deleted. */
static void
session_changed_cb (RapSession   *session,
                    RapEdits     *edits,
                    RapWorkbench *self)
{
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      RapRecord *before = edit->before;

      if (edit->after != NULL || before == NULL)
        continue;
      if (g_strcmp0 (before->id, rap_selection_get_article (self->selection)) == 0)
        rap_selection_clear (self->selection);
      else if (is_chosen (self, before))
        rap_selection_set (self->selection, RAP_KIND_PROJECT, NULL, NULL);
    }
}

static void
timeline_activated_cb (RapWorkbench *self,
                       guint         kind,
                       const char   *id)
{
  if (self->session != NULL)
    rap_selection_choose (self->selection, self->session, kind, id);
}

static void
timeline_open_cb (RapWorkbench *self,
                  guint         kind,
                  const char   *id)
{
  timeline_activated_cb (self, kind, id);
  rap_workbench_focus_pane (self, kind == RAP_KIND_ARTICLE ? "article" : "inspector");
}

static void
edit_requested_cb (RapWorkbench *self)
{
  g_object_set (self, "inspector-visible", TRUE, NULL);
  rap_inspector_focus_first (self->inspector);
}

static void
disconnect_session (RapWorkbench *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
rap_workbench_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
rap_workbench_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  int room = count_room (width);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (self)), width, height, baseline, NULL);
  if (room != self->room)
    {
      self->room = room;
      if (self->room_source == 0)
        self->room_source = g_idle_add (apply_room_cb, self);
    }
}

static void
rap_workbench_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  RapWorkbench *self = RAP_WORKBENCH (object);

  switch (prop_id)
    {
    case PROP_LIBRARY_VISIBLE:
      g_value_set_boolean (value, self->library_visible);
      break;
    case PROP_INSPECTOR_VISIBLE:
      g_value_set_boolean (value, self->inspector_visible);
      break;
    case PROP_TIMELINE_VISIBLE:
      g_value_set_boolean (value, self->timeline_visible);
      break;
    case PROP_IN_USE:
      g_value_set_boolean (value, self->session != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* With room for one side pane, asking for one sends the other away. */
static void
set_visible_flag (RapWorkbench *self,
                  guint         prop_id,
                  gboolean      visible)
{
  gboolean *flag = prop_id == PROP_LIBRARY_VISIBLE ? &self->library_visible
                   : prop_id == PROP_INSPECTOR_VISIBLE ? &self->inspector_visible
                   : &self->timeline_visible;

  if (*flag == visible)
    return;
  *flag = visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  if (visible && self->room < 2 && prop_id == PROP_LIBRARY_VISIBLE)
    g_object_set (self, "inspector-visible", FALSE, NULL);
  if (visible && self->room < 2 && prop_id == PROP_INSPECTOR_VISIBLE)
    g_object_set (self, "library-visible", FALSE, NULL);
  apply_visibility (self);
}

static void
rap_workbench_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LIBRARY_VISIBLE:
    case PROP_INSPECTOR_VISIBLE:
    case PROP_TIMELINE_VISIBLE:
      set_visible_flag (RAP_WORKBENCH (object), prop_id, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_workbench_dispose (GObject *object)
{
  RapWorkbench *self = RAP_WORKBENCH (object);

  g_clear_handle_id (&self->room_source, g_source_remove);
  disconnect_session (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->compared, g_free);

  G_OBJECT_CLASS (rap_workbench_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  static const char * const names[] = { NULL, "library-visible", "inspector-visible", "timeline-visible" };
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_IN_USE] = g_param_spec_boolean ("in-use", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
open_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  gboolean is_open = RAP_IS_LIBRARY_PAGE (gtk_stack_get_visible_child (self->centre));

  if (self->session != NULL)
    rap_workbench_open_centre (self, is_open ? NULL : rap_library_new_table (self->library));
}

static void
close_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  rap_workbench_open_centre (RAP_WORKBENCH (widget), NULL);
}

/* What the article on show can do, for the library, where articles are gone through. */
static void
article_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree char *action = g_strconcat ("article.", g_variant_get_string (parameter, NULL), NULL);

  gtk_widget_activate_action (GTK_WIDGET (RAP_WORKBENCH (widget)->article_view), action, NULL);
}

static void
rap_workbench_class_init (RapWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_workbench_dispose;
  object_class->get_property = rap_workbench_get_property;
  object_class->set_property = rap_workbench_set_property;
  widget_class->measure = rap_workbench_measure;
  widget_class->size_allocate = rap_workbench_size_allocate;
  install_properties (object_class);
  rap_carry_over_page_install (widget_class);
  rap_compare_page_install (widget_class);
  gtk_widget_class_install_action (widget_class, "table.open", NULL, open_table_action);
  gtk_widget_class_install_action (widget_class, "table.close", NULL, close_table_action);
  gtk_widget_class_install_action (widget_class, "workbench.article", "s", article_action);
  rap_name_pages_install (widget_class);

  g_type_ensure (RAP_TYPE_LIBRARY);
  g_type_ensure (RAP_TYPE_ARTICLE_VIEW);
  g_type_ensure (RAP_TYPE_INSPECTOR);
  g_type_ensure (RAP_TYPE_TIMELINE_DOCK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-workbench.ui");
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, dock_paned);
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, library_paned);
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, inspector_paned);
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, library);
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, centre);
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, article_view);
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, inspector);
  gtk_widget_class_bind_template_child (widget_class, RapWorkbench, timeline);
  gtk_widget_class_bind_template_callback (widget_class, timeline_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_requested_cb);
}

static void
rap_workbench_init (RapWorkbench *self)
{
  self->library_visible = TRUE;
  self->inspector_visible = TRUE;
  self->timeline_visible = TRUE;
  self->room = 2;
  self->selection = rap_selection_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* a layout manager would keep the width from size_allocate() */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);

  g_signal_connect (self->selection, "changed", G_CALLBACK (selection_changed_cb), self);
  rap_library_set_selection (self->library, self->selection);
  rap_library_set_brush (self->library, rap_timeline_dock_get_brush (self->timeline));
  rap_inspector_set_selection (self->inspector, self->selection);
  rap_inspector_set_article_view (self->inspector, self->article_view);
  rap_article_view_set_selection (self->article_view, self->selection);
}

/* Opens the article that was read last, else the first one, so that a project never greets with an empty page. */
static void
choose_article (RapWorkbench *self)
{
  g_autoptr (GListModel) articles = rap_session_list (self->session, RAP_KIND_ARTICLE);
  g_autoptr (RapHeader) first = g_list_model_get_item (articles, 0);
  g_autofree char *last = rap_session_get_last_read (self->session);
  const char *article = last != NULL || first == NULL ? last : first->id;

  if (article != NULL)
    rap_selection_set (self->selection, RAP_KIND_ARTICLE, article, article);
}

void
rap_workbench_set_session (RapWorkbench *self,
                           RapSession   *session)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  if (self->session == session)
    return;
  rap_selection_clear (self->selection);
  disconnect_session (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect (session, "changed", G_CALLBACK (session_changed_cb), self);
    }
  if (gtk_stack_get_visible_child (self->centre) != GTK_WIDGET (self->article_view))
    rap_workbench_open_centre (self, NULL);
  rap_library_set_session (self->library, session);
  rap_inspector_set_session (self->inspector, session);
  rap_article_view_set_session (self->article_view, session);
  rap_timeline_dock_set_session (self->timeline, session);
  if (session != NULL)
    choose_article (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IN_USE]);
}

RapSelection *
rap_workbench_get_selection (RapWorkbench *self)
{
  g_return_val_if_fail (RAP_IS_WORKBENCH (self), NULL);

  return self->selection;
}

void
rap_workbench_show_article (RapWorkbench *self,
                            const char   *article,
                            guint         offset)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  if (g_strcmp0 (rap_selection_get_article (self->selection), article) != 0)
    rap_selection_set (self->selection, RAP_KIND_ARTICLE, article, article);
  rap_article_view_show (self->article_view, article, offset);
}

void
rap_workbench_step_annotation (RapWorkbench *self,
                               int           step)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  gtk_widget_activate_action (GTK_WIDGET (self->article_view), step > 0 ? "article.next" : "article.previous", NULL);
}

gboolean
rap_workbench_find (RapWorkbench *self)
{
  g_return_val_if_fail (RAP_IS_WORKBENCH (self), FALSE);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->article_view)) || rap_selection_get_article (self->selection) == NULL)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self->article_view), "article.find", NULL);
}

void
rap_workbench_open_centre (RapWorkbench *self,
                           GtkWidget    *page)
{
  GtkWidget *old;

  g_return_if_fail (RAP_IS_WORKBENCH (self));

  old = gtk_stack_get_visible_child (self->centre);
  if (page != NULL)
    gtk_stack_add_child (self->centre, page);
  gtk_stack_set_visible_child (self->centre, page != NULL ? page : GTK_WIDGET (self->article_view));
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->centre));
  rap_set_string (&self->compared, page != NULL ? rap_selection_get_article (self->selection) : NULL);
  if (old != GTK_WIDGET (self->article_view))
    gtk_stack_remove (self->centre, old);
}

void
rap_workbench_keep_centre (RapWorkbench *self,
                           const char   *article)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  rap_set_string (&self->compared, article);
}

gboolean
rap_workbench_step_article (RapWorkbench *self,
                            int           step)
{
  g_return_val_if_fail (RAP_IS_WORKBENCH (self), FALSE);

  return rap_library_step_article (self->library, step);
}

void
rap_workbench_focus_pane (RapWorkbench *self,
                          const char   *pane)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  if (g_str_equal (pane, "library"))
    rap_library_focus_list (self->library);
  else if (g_str_equal (pane, "inspector"))
    rap_inspector_focus_first (self->inspector);
  else if (g_str_equal (pane, "timeline"))
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  else
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->centre));
}

void
rap_workbench_focus_filter (RapWorkbench *self)
{
  GtkWidget *page;

  g_return_if_fail (RAP_IS_WORKBENCH (self));

  page = gtk_stack_get_visible_child (self->centre);
  if (RAP_IS_LIBRARY_PAGE (page))
    rap_library_page_focus_filter (RAP_LIBRARY_PAGE (page));
  else
    rap_library_focus_filter (self->library);
}

void
rap_workbench_show_help (RapWorkbench *self)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  rap_selection_set (self->selection, RAP_KIND_PROJECT, NULL, NULL);
}

/* The field that the keyboard is in, or NULL. */
static RapFieldRow *
find_focused_field (RapWorkbench *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, RAP_TYPE_FIELD_ROW) : NULL;

  return row != NULL ? RAP_FIELD_ROW (row) : NULL;
}

RapSession *
rap_workbench_get_session (RapWorkbench *self)
{
  g_return_val_if_fail (RAP_IS_WORKBENCH (self), NULL);

  return self->session;
}

void
rap_workbench_open_page (RapWorkbench *self,
                         GtkWidget    *page)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  rap_inspector_set_page (self->inspector, page);
  if (page == NULL)
    {
      rap_workbench_focus_pane (self, "article");
      return;
    }
  g_object_set (self, "inspector-visible", TRUE, NULL);
  gtk_widget_grab_focus (page);
}

void
rap_workbench_show_passage (RapWorkbench *self,
                            const char   *article,
                            RapRange      range)
{
  g_autofree char *id = g_strdup (rap_selection_get_id (self->selection));

  g_return_if_fail (RAP_IS_WORKBENCH (self));

  rap_selection_set (self->selection, rap_selection_get_kind (self->selection), id, article);
  rap_article_view_select (self->article_view, range);
}

void
rap_workbench_show_hits (RapWorkbench *self,
                         const char   *article,
                         const GArray *hits,
                         guint         current)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  /* no caret at the hit first: on X11 a selection that is given up and made again within a millisecond is lost */
  rap_workbench_show_article (self, article, 0);
  rap_article_view_show_hits (self->article_view, hits, current);
}

gboolean
rap_workbench_get_passage (RapWorkbench *self,
                           const char   *article,
                           RapRange     *passage)
{
  g_return_val_if_fail (RAP_IS_WORKBENCH (self), FALSE);

  return g_strcmp0 (rap_selection_get_article (self->selection), article) == 0
         && rap_article_view_get_passage (self->article_view, passage);
}

void
rap_workbench_flush (RapWorkbench *self)
{
  RapFieldRow *row = find_focused_field (self);

  if (row != NULL)
    rap_field_row_commit (row);
}

gboolean
rap_workbench_undo_typing (RapWorkbench *self,
                           gboolean      undo)
{
  RapFieldRow *row = find_focused_field (self);
  GtkWidget *focus;

  if (row == NULL || !rap_field_row_is_dirty (row))
    return FALSE;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (row)));
  return gtk_widget_activate_action (focus, undo ? "text.undo" : "text.redo", NULL);
}

void
rap_workbench_restore_state (RapWorkbench *self,
                             GSettings    *settings)
{
  static const char * const flags[] = { "library-visible", "inspector-visible", "timeline-visible" };

  g_return_if_fail (RAP_IS_WORKBENCH (self));

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    g_object_set (self, flags[i], g_settings_get_boolean (settings, flags[i]), NULL);

  gtk_paned_set_position (self->library_paned, g_settings_get_int (settings, "library-width"));
  self->inspector_width = g_settings_get_int (settings, "inspector-width");
  self->timeline_height = g_settings_get_int (settings, "timeline-height");
  gtk_widget_add_tick_callback (GTK_WIDGET (self), place_cb, NULL, NULL);
}

/* The far panes are saved as they are placed: with the handle, or they would shrink by it at every start. */
static void
save_size (GSettings  *settings,
           const char *key,
           int         size)
{
  if (size > 0)
    g_settings_set_int (settings, key, size);
}

void
rap_workbench_save_state (RapWorkbench *self,
                          GSettings    *settings)
{
  g_return_if_fail (RAP_IS_WORKBENCH (self));

  g_settings_set_boolean (settings, "library-visible", self->library_visible || self->library_returns);
  g_settings_set_boolean (settings, "inspector-visible", self->inspector_visible || self->inspector_returns);
  g_settings_set_boolean (settings, "timeline-visible", self->timeline_visible);
  if (gtk_widget_get_visible (GTK_WIDGET (self->library)))
    save_size (settings, "library-width", gtk_widget_get_width (GTK_WIDGET (self->library)));
  if (gtk_widget_get_visible (GTK_WIDGET (self->inspector)))
    save_size (settings, "inspector-width", gtk_widget_get_width (GTK_WIDGET (self->inspector_paned))
                                            - gtk_paned_get_position (self->inspector_paned));
  if (gtk_widget_get_visible (GTK_WIDGET (self->timeline)))
    save_size (settings, "timeline-height", gtk_widget_get_height (GTK_WIDGET (self->dock_paned))
                                            - gtk_paned_get_position (self->dock_paned));
}
