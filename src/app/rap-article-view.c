/* rap-article-view.c
 *
 * The article pane: loads what the selection shows, keeps the annotations up
 * with the session, and decides what is emphasised.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-furniture.h"
#include "rap-article-view-private.h"
#include "rap-error-text.h"

G_DEFINE_FINAL_TYPE (RapArticleView, rap_article_view, GTK_TYPE_WIDGET)

enum
{
  EDIT_REQUESTED,
  MESSAGE,
  DELETED,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * Loud: what is emphasised
 * @chosen, @hovered: ids of annotations, or NULL
 * @subject, @kind: what the choice is about, or NULL
 */
typedef struct
{
  const char *chosen;
  const char *hovered;
  const char *subject;
  RapKind     kind;
  guint       chosen_hash;
  guint       hovered_hash;
  guint       subject_hash;
} Loud;

static guint
hash (const char *id)
{
  return id != NULL ? g_str_hash (id) : 0;
}

/* What an annotation is drawn like, given what is chosen and hovered. */
static RapEmphasis
find_emphasis (RapArticleView       *self,
               const RapArticleMark *mark,
               const Loud           *loud)
{
  if (mark->id_hash == loud->chosen_hash && g_strcmp0 (mark->record->id, loud->chosen) == 0)
    return RAP_EMPHASIS_FOCUS;
  if (mark->id_hash == loud->hovered_hash && g_strcmp0 (mark->record->id, loud->hovered) == 0)
    return RAP_EMPHASIS_HOVER;
  if (loud->subject == NULL || loud->kind != mark->target_kind)
    return RAP_EMPHASIS_NONE;
  if (mark->target_hash == loud->subject_hash && g_strcmp0 (mark->target, loud->subject) == 0)
    return RAP_EMPHASIS_RELATED;
  if (loud->kind == RAP_KIND_CLAIM && rap_article_relate_is_related (self, loud->subject, mark->target))
    return RAP_EMPHASIS_RELATED;
  return RAP_EMPHASIS_NONE;
}

static void
update_emphasis (RapArticleView *self)
{
  RapKind kind = RAP_KIND_PROJECT;
  g_autofree char *subject = NULL;
  Loud loud;

  if (self->marks == NULL || self->selection == NULL)
    return;
  subject = rap_selection_get_subject (self->selection, self->session, &kind);
  loud = (Loud) { rap_selection_get_id (self->selection), self->hovered, subject, kind, 0, 0, 0 };
  loud.chosen_hash = hash (loud.chosen);
  loud.hovered_hash = hash (loud.hovered);
  loud.subject_hash = hash (loud.subject);
  for (guint i = 0; i < rap_article_marks_get_n (self->marks); i++)
    {
      RapArticleMark *mark = rap_article_marks_get (self->marks, i);

      mark->emphasis = find_emphasis (self, mark, &loud);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
  rap_article_chips_refresh (self->chips, FALSE);
}

static void
drop_article (RapArticleView *self)
{
  rap_article_masthead_show (self->masthead, NULL, NULL);
  if (self->article != NULL)
    rap_reading_place_leave (self);
  rap_article_naming_stop (self);
  rap_article_dating_forget (self);
  rap_article_bounds_flush (self);
  gtk_popover_popdown (GTK_POPOVER (self->relater));
  gtk_popover_popdown (GTK_POPOVER (self->chooser));
  gtk_popover_popdown (GTK_POPOVER (self->namer));
  gtk_popover_popdown (GTK_POPOVER (self->layers_popover));
  g_array_set_size (self->grown, 0);
  if (self->code_chooser != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->code_chooser));
  rap_article_chips_set (self->chips, self->session, NULL);
  rap_article_text_set_article (self->text, NULL);
  rap_article_map_show (self->map, NULL, NULL);
  rap_carry_bar_set (self->carry_bar, self->session, NULL);
  g_clear_pointer (&self->marks, rap_article_marks_free);
  rap_article_proposals_follow (self);
  g_clear_object (&self->article);
  rap_article_find_show (self);
  g_clear_pointer (&self->hovered, g_free);
}

/* What stands in page furniture must be seen. */
static void
reveal_annotated (RapArticleView *self)
{
  for (guint i = 0; i < rap_article_marks_get_n (self->marks); i++)
    rap_article_text_unfold (self->text, rap_article_marks_get (self->marks, i)->hull);
}

static void
show_article (RapArticleView *self,
              RapArticle     *article)
{
  g_autoptr (GError) error = NULL;

  drop_article (self);
  g_set_object (&self->article, article);
  self->marks = rap_article_marks_new (self->session, article, &error);
  rap_carry_bar_set (self->carry_bar, self->session, article);
  rap_article_masthead_show (self->masthead, self->session, article);
  rap_article_text_use_margin (self->text, self->marks != NULL && rap_article_chips_has_any (self->marks));
  rap_article_text_set_article (self->text, article);
  gtk_stack_set_visible_child_name (self->stack, "article");
  rap_article_seeing_show (self);
  rap_article_find_show (self);
  rap_reading_place_show (self);
  if (self->marks == NULL)
    {
      rap_article_view_report (self, error);
      return;
    }
  rap_article_text_set_marks (self->text, self->marks);
  rap_article_chips_set (self->chips, self->session, self->marks);
  reveal_annotated (self);
  rap_reading_aloud_show (self);
  update_emphasis (self);
  rap_article_dating_show (self);
}

static void
load_article (RapArticleView *self,
              const char     *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) article = NULL;

  if (g_strcmp0 (id, self->article != NULL ? RAP_RECORD (self->article)->id : NULL) == 0)
    return;
  if (id != NULL && self->session != NULL)
    {
      article = rap_session_load (self->session, RAP_KIND_ARTICLE, id, &error);
      if (article == NULL)
        rap_article_view_report (self, error);
    }
  if (article != NULL && !rap_article_empty_is_for (RAP_ARTICLE (article)))
    show_article (self, RAP_ARTICLE (article));
  else
    {
      drop_article (self);
      rap_article_seeing_show (self);
      rap_article_empty_show (self, RAP_ARTICLE (article));
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  rap_article_keys_update (self);
}

/* The chosen annotation, else the first that is about what is chosen. */
static RapArticleMark *
find_chosen (RapArticleView *self)
{
  for (guint i = 0; self->marks != NULL && i < rap_article_marks_get_n (self->marks); i++)
    {
      RapArticleMark *mark = rap_article_marks_get (self->marks, i);

      if (mark->emphasis == RAP_EMPHASIS_FOCUS)
        return mark;
    }
  for (guint i = 0; self->marks != NULL && i < rap_article_marks_get_n (self->marks); i++)
    {
      RapArticleMark *mark = rap_article_marks_get (self->marks, i);

      if (mark->emphasis == RAP_EMPHASIS_RELATED)
        return mark;
    }
  return NULL;
}

static void
selection_changed_cb (RapArticleView *self)
{
  RapArticleMark *chosen;

  rap_article_bounds_flush (self);
  load_article (self, rap_selection_get_article (self->selection));
  update_emphasis (self);
  self->choice_caret = rap_article_text_get_caret (self->text);
  chosen = find_chosen (self);
  if (!self->own_choice && chosen != NULL)
    rap_article_text_reveal (self->text, chosen->hull);
  rap_article_proposals_follow (self);
  rap_article_seeing_refresh (self);
  rap_article_keys_update (self);
}

/* The article's own record changed: the text never does, but its body may. */
static void
follow_article (RapArticleView *self,
                RapRecord      *after)
{
  guint caret = rap_article_text_get_caret (self->text);
  guint top = rap_article_text_get_top (self->text);

  if (after == NULL)
    {
      load_article (self, NULL);
      return;
    }
  if (rap_article_has_same_body (RAP_ARTICLE (after), self->article))
    {
      g_set_object (&self->article, RAP_ARTICLE (after));
      rap_carry_bar_set (self->carry_bar, self->session, self->article);
      rap_article_dating_show (self);
      return;
    }
  show_article (self, RAP_ARTICLE (after));
  rap_article_text_select (self->text, (RapRange) { caret, caret });
  rap_article_text_set_top (self->text, top);
}

/* Who is related to whom may be another; TRUE when it is. */
static gboolean
follow_relations (RapArticleView *self,
                  RapEdits       *edits)
{
  for (guint i = 0; i < edits->edits->len; i++)
    if (RAP_IS_RELATION (rap_edit_get_record (rap_edits_get (edits, i))))
      {
        rap_article_jumps_forget (self->jumps);
        return TRUE;
      }
  return FALSE;
}

static void
session_changed_cb (RapArticleView *self,
                    RapEdits       *edits)
{
  gboolean related = follow_relations (self, edits);

  for (guint i = 0; self->article != NULL && i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      if (g_strcmp0 (rap_edit_get_record (edit)->id, RAP_RECORD (self->article)->id) == 0)
        follow_article (self, edit->after);
    }
  if (self->article == NULL && rap_selection_get_article (self->selection) == NULL)
    rap_article_empty_show (self, NULL);
  if (self->article == NULL || self->marks == NULL)
    return;
  rap_article_masthead_show (self->masthead, self->session, self->article);
  if (rap_article_marks_update (self->marks, edits))
    rap_article_view_marks_changed (self);
  else if (related)
    update_emphasis (self);
  rap_article_proposals_follow (self);
  rap_article_chips_refresh (self->chips, TRUE);
}

static void
pressed_passage_cb (RapArticleView *self,
                    guint           offset)
{
  g_autoptr (GPtrArray) marks = NULL;
  RapArticleMark *mark;

  if (self->marks == NULL)
    return;
  marks = rap_article_marks_get_at (self->marks, offset);
  if (marks->len == 0)
    return;
  self->pressed_depth = offset == self->pressed_offset && rap_article_view_get_current (self) != NULL
                          ? self->pressed_depth + 1 : 0;
  self->pressed_offset = offset;
  mark = marks->pdata[self->pressed_depth % marks->len];
  rap_article_view_choose_quietly (self, mark->record);
}

static void
hovered_cb (RapArticleView *self,
            int             offset)
{
  const char *id = NULL;

  if (self->marks != NULL && offset >= 0)
    {
      g_autoptr (GPtrArray) marks = rap_article_marks_get_at (self->marks, (guint) offset);

      if (marks->len > 0)
        id = ((RapArticleMark *) marks->pdata[0])->record->id;
    }
  rap_article_view_hover (self, id);
}

static void
asked_menu_cb (RapArticleView *self,
               double          x,
               double          y)
{
  GdkRectangle point = { 0, 0, 1, 1 };

  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), x, y, &x, &y);
  point.x = (int) x;
  point.y = (int) y;
  rap_article_keys_update (self);
  gtk_popover_set_pointing_to (self->menu, &point);
  gtk_popover_popup (self->menu);
}

static void
chip_chosen_cb (RapArticleView *self,
                const char     *id)
{
  RapArticleMark *mark = rap_article_marks_find (self->marks, id);

  if (mark != NULL)
    rap_article_view_choose_quietly (self, mark->record);
}

static void
made_cb (RapArticleView *self,
         const char     *id)
{
  RapArticleMark *mark = rap_article_marks_find (self->marks, id);

  if (mark != NULL)
    {
      rap_article_text_select (self->text, (RapRange) { mark->hull.end, mark->hull.end });
      rap_article_view_choose_quietly (self, mark->record);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
named_cb (RapArticleView *self,
          const char     *id)
{
  made_cb (self, id);
  rap_article_naming_tell (self, id);
}

/* The keyboard goes back to the text, unless it went elsewhere meanwhile. */
static void
popover_closed_cb (RapArticleView *self,
                   GtkWidget      *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->article != NULL && (focus == NULL || focus == popover || gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* By default, sentences become toasts of the window that holds the view. */
static void
show_message (RapArticleView *self,
              const char     *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
}

static void
show_deleted (RapArticleView *self,
              const char     *label)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", label);
}

static gboolean
rap_article_view_grab_focus (GtkWidget *widget)
{
  RapArticleView *self = RAP_ARTICLE_VIEW (widget);

  return self->article != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
rap_article_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  RapArticleView *self = RAP_ARTICLE_VIEW (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->chooser));
  gtk_popover_present (GTK_POPOVER (self->namer));
  gtk_popover_present (GTK_POPOVER (self->relater));
  gtk_popover_present (self->menu);
}

static void
rap_article_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (RAP_ARTICLE_VIEW (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
disconnect_session (RapArticleView *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
rap_article_view_dispose (GObject *object)
{
  RapArticleView *self = RAP_ARTICLE_VIEW (object);

  if (self->text != NULL)
    drop_article (self);
  disconnect_session (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->grown, g_array_unref);
  g_clear_pointer (&self->jumps, rap_article_jumps_free);
  g_clear_pointer (&self->dating, rap_article_dating_free);
  g_clear_pointer (&self->place, rap_reading_place_free);
  g_clear_pointer (&self->aloud, rap_reading_aloud_free);
  g_clear_weak_pointer (&self->relate_return);
  rap_article_offer_dispose (self);
  rap_article_proposals_dispose (self);
  rap_article_seeing_dispose (self);
  self->text = NULL;
  self->code_chooser = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ARTICLE_VIEW);
  G_OBJECT_CLASS (rap_article_view_parent_class)->dispose (object);
}

static void
install_signals (RapArticleViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[EDIT_REQUESTED] = g_signal_new ("edit-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[MESSAGE] = g_signal_new_class_handler ("message", type, G_SIGNAL_RUN_LAST, G_CALLBACK (show_message),
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DELETED] = g_signal_new_class_handler ("deleted", type, G_SIGNAL_RUN_LAST, G_CALLBACK (show_deleted),
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RAP_TYPE_ARTICLE_LAYERS);
  g_type_ensure (RAP_TYPE_ARTICLE_MAP);
  g_type_ensure (RAP_TYPE_ARTICLE_TEXT);
  g_type_ensure (RAP_TYPE_ARTICLE_NAMER);
  g_type_ensure (RAP_TYPE_CARRY_BAR);
  g_type_ensure (RAP_TYPE_MEETING_CHOOSER);
  g_type_ensure (RAP_TYPE_READING_FINDER);
  g_type_ensure (RAP_TYPE_READING_POPOVER);
  g_type_ensure (RAP_TYPE_RELATE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, box);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, stack);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, text);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, chooser);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, namer);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, relater);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, menu);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, map);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, layers_popover);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, layers_button);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, reading_popover);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, reading_button);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, footer);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, carry_bar);
  gtk_widget_class_bind_template_child (widget_class, RapArticleView, finder);
  gtk_widget_class_bind_template_callback (widget_class, pressed_passage_cb);
  gtk_widget_class_bind_template_callback (widget_class, hovered_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, made_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rap_article_relate_closed);
  gtk_widget_class_bind_template_callback (widget_class, rap_article_view_report);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/rapporteur/Rapporteur/ui/rap-article.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
rap_article_view_class_init (RapArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_view_dispose;
  widget_class->grab_focus = rap_article_view_grab_focus;
  widget_class->size_allocate = rap_article_view_size_allocate;
  widget_class->measure = rap_article_view_measure;
  install_signals (klass);
  bind_template (widget_class);
  rap_article_keys_install (widget_class);
  load_style ();
}

static void
rap_article_view_init (RapArticleView *self)
{
  self->grown = g_array_new (FALSE, FALSE, sizeof (RapRange));
  self->jumps = rap_article_jumps_new ();
  self->dating = rap_article_dating_new ();
  self->place = rap_reading_place_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->masthead = RAP_ARTICLE_MASTHEAD (rap_article_masthead_new ());
  rap_article_text_set_masthead (self->text, self->masthead);
  self->chips = RAP_ARTICLE_CHIPS (rap_article_chips_new (self->text));
  rap_article_text_set_margin (self->text, GTK_WIDGET (self->chips));
  g_signal_connect_swapped (self->chips, "chosen", G_CALLBACK (chip_chosen_cb), self);
  rap_article_keys_add (self);
  rap_reading_setting_init (self);
  rap_article_seeing_init (self);
  rap_article_find_init (self);
  rap_article_marking_init (self);
  rap_reading_place_init (self);
  rap_reading_aloud_init (self);
  rap_article_offer_init (self);
  rap_article_proposals_init (self);
}

GtkWidget *
rap_article_view_new (void)
{
  return g_object_new (RAP_TYPE_ARTICLE_VIEW, NULL);
}

void
rap_article_view_set_session (RapArticleView *self,
                              RapSession     *session)
{
  g_return_if_fail (RAP_IS_ARTICLE_VIEW (self));

  if (self->session == session)
    return;
  load_article (self, NULL);
  rap_carry_bar_set (self->carry_bar, NULL, NULL);
  disconnect_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  rap_reading_place_follow (self);
  rap_article_empty_show (self, NULL);
}

void
rap_article_view_set_selection (RapArticleView *self,
                                RapSelection   *selection)
{
  g_return_if_fail (RAP_IS_ARTICLE_VIEW (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_swapped (selection, "changed", G_CALLBACK (selection_changed_cb), self);
}

void
rap_article_view_show (RapArticleView *self,
                       const char     *article,
                       guint           offset)
{
  g_return_if_fail (RAP_IS_ARTICLE_VIEW (self));

  load_article (self, article);
  if (article != NULL && offset > 0)
    rap_article_view_select (self, (RapRange) { offset, offset });
}

gboolean
rap_article_view_get_passage (RapArticleView *self,
                              RapRange       *passage)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_VIEW (self), FALSE);

  if (self->article == NULL)
    return FALSE;
  *passage = rap_session_trim_passage (self->article, rap_article_text_get_selection (self->text));
  return !rap_range_is_empty (*passage);
}

void
rap_article_view_select (RapArticleView *self,
                         RapRange        passage)
{
  g_return_if_fail (RAP_IS_ARTICLE_VIEW (self));

  rap_article_text_reveal (self->text, passage);
  rap_article_text_select (self->text, passage);
}

void
rap_article_view_message (RapArticleView *self,
                          const char     *sentence)
{
  g_signal_emit (self, signals[MESSAGE], 0, sentence);
}

void
rap_article_view_report (RapArticleView *self,
                         const GError   *error)
{
  g_autofree char *sentence = rap_error_text_with_detail (error);

  rap_article_view_message (self, sentence);
}

RapArticleMark *
rap_article_view_get_current (RapArticleView *self)
{
  if (self->marks == NULL || self->selection == NULL)
    return NULL;
  return rap_article_marks_find (self->marks, rap_selection_get_id (self->selection));
}

void
rap_article_view_choose_quietly (RapArticleView *self,
                                 RapRecord      *record)
{
  g_autoptr (RapRecord) kept = g_object_ref (record);

  self->own_choice = TRUE;
  rap_selection_set (self->selection, rap_record_get_kind (kept), kept->id, RAP_RECORD (self->article)->id);
  self->own_choice = FALSE;
  self->choice_caret = rap_article_text_get_caret (self->text);
}

void
rap_article_view_choose (RapArticleView *self,
                         RapRecord      *record)
{
  RapRange hull = rap_article_marks_find (self->marks, record->id)->hull;

  rap_article_view_choose_quietly (self, record);
  rap_article_text_reveal (self->text, hull);
  rap_article_text_select (self->text, (RapRange) { hull.start, hull.start });
  self->choice_caret = hull.start;
}

void
rap_article_view_request_edit (RapArticleView *self,
                               RapKind         kind,
                               const char     *id)
{
  g_autofree char *kept = g_strdup (id);

  self->own_choice = TRUE;
  rap_selection_set (self->selection, kind, kept, RAP_RECORD (self->article)->id);
  self->own_choice = FALSE;
  g_signal_emit (self, signals[EDIT_REQUESTED], 0, (guint) kind, kept);
}

void
rap_article_view_emit_deleted (RapArticleView *self,
                               const char     *label)
{
  g_signal_emit (self, signals[DELETED], 0, label);
}

void
rap_article_view_emit_chosen (RapArticleView *self,
                              const char     *id)
{
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

void
rap_article_view_marks_changed (RapArticleView *self)
{
  rap_article_text_set_marks (self->text, self->marks);
  /* the room that the first claim took is not given back while its article is on show */
  if (rap_article_chips_has_any (self->marks))
    rap_article_text_use_margin (self->text, TRUE);
  update_emphasis (self);
  rap_article_chips_refresh (self->chips, TRUE);
  rap_article_seeing_refresh (self);
  rap_article_keys_update (self);
}

void
rap_article_view_hover (RapArticleView *self,
                        const char     *id)
{
  if (self->marks == NULL || g_strcmp0 (id, self->hovered) == 0)
    return;
  rap_set_string (&self->hovered, id);
  update_emphasis (self);
}

void
rap_article_view_point_at (RapArticleView *self,
                           GtkPopover     *popover,
                           RapRange        range)
{
  GdkRectangle area;
  double x, y;

  rap_article_text_reveal (self->text, range);
  rap_article_text_get_area (self->text, range, &area);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), area.x, area.y, &x, &y);
  area.x = (int) x;
  area.y = (int) y;
  gtk_popover_set_pointing_to (popover, &area);
}

void
rap_article_view_reveal (RapArticleView *self,
                         const char     *article,
                         RapRange        passage)
{
  g_return_if_fail (RAP_IS_ARTICLE_VIEW (self));

  if (self->article != NULL && g_strcmp0 (RAP_RECORD (self->article)->id, article) == 0)
    rap_article_text_reveal (self->text, passage);
}
