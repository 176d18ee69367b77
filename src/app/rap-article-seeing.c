/* rap-article-seeing.c
 *
 * What the article pane shows of its annotations: the colouring and the layers,
 * which are kept in the settings, the map beside the scroll bar, and the list
 * of annotations that the inspector shows. Map and list follow a commit after
 * the text was drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-chip.h"
#include "rap-article-view-private.h"

/* As the settings name them; in the order of RapColourBy and of the bits of RapLayers. */
static const char * const colouring_nicks[] = { "kind", "code", "speaker", "certainty" };
static const char * const layer_nicks[] = { "claims", "parts", "meetings", "mentions", "codings", "dates" };

static void
read_settings (RapArticleView *self)
{
  g_autofree char *by = NULL;
  g_auto (GStrv) layers = NULL;

  if (self->settings == NULL)
    return;
  by = g_settings_get_string (self->settings, "article-colour-by");
  layers = g_settings_get_strv (self->settings, "article-layers");
  self->layers = 0;
  for (guint i = 0; i < G_N_ELEMENTS (colouring_nicks); i++)
    if (g_str_equal (colouring_nicks[i], by))
      self->colour_by = (RapColourBy) i;
  for (guint i = 0; i < G_N_ELEMENTS (layer_nicks); i++)
    if (g_strv_contains ((const char * const *) layers, layer_nicks[i]))
      self->layers |= 1u << i;
}

static void
write_layers (RapArticleView *self,
              RapLayers       layers)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) nicks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (layer_nicks); i++)
    if ((layers & (1u << i)) != 0)
      g_strv_builder_add (builder, layer_nicks[i]);
  nicks = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "article-layers", (const char * const *) nicks);
}

/* Gives the marks what is chosen; they draw nothing themselves. */
static void
dress_marks (RapArticleView *self)
{
  rap_article_marks_set_colour_by (self->marks, self->colour_by);
  rap_article_marks_set_layers (self->marks, (RapLayers) self->layers);
}

static void
apply (RapArticleView *self)
{
  rap_article_layers_set (self->layers_popover, self->colour_by, (RapLayers) self->layers);
  if (self->marks != NULL)
    {
      dress_marks (self);
      rap_article_view_marks_changed (self);
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self->layers_popover)))
    rap_article_layers_show_legend (self->layers_popover, self->session, self->marks);
  rap_article_offer_update (self);
}

static void
settings_changed_cb (RapArticleView *self)
{
  read_settings (self);
  apply (self);
}

/* With settings, the change comes back from them, here and in other windows. */
static void
choose (RapArticleView *self,
        RapColourBy     by,
        RapLayers       layers)
{
  if (self->settings != NULL)
    {
      g_settings_set_string (self->settings, "article-colour-by", colouring_nicks[by]);
      write_layers (self, layers);
      return;
    }
  self->colour_by = by;
  self->layers = layers;
  apply (self);
}

static void
layers_changed_cb (RapArticleView *self)
{
  choose (self, rap_article_layers_get_colour_by (self->layers_popover),
          rap_article_layers_get_layers (self->layers_popover));
}

static void
layers_shown_cb (RapArticleView *self)
{
  rap_article_layers_show_legend (self->layers_popover, self->session, self->marks);
}

/* The text around @offset comes to the middle. */
static void
jump_cb (RapArticleView *self,
         guint           offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "jump");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "jump", &iter, TRUE);
  gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, 0.5);
}

/* About the code point at a height of the buffer: by the heights of whole
 * paragraphs, which the text view knows without laying out any. */
static guint
find_offset (GtkTextView *view,
             int          y)
{
  GtkTextIter iter;
  int top, height;
  double part;

  gtk_text_view_get_line_at_y (view, &iter, y, NULL);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  part = height > 0 ? CLAMP ((double) (y - top) / height, 0.0, 1.0) : 0;
  return (guint) gtk_text_iter_get_offset (&iter) + (guint) (part * gtk_text_iter_get_chars_in_line (&iter));
}

static gboolean
follow_scrolling_cb (gpointer data)
{
  RapArticleView *self = data;
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GdkRectangle visible;

  self->scroll_source = 0;
  gtk_text_view_get_visible_rect (view, &visible);
  rap_article_map_set_visible (self->map, (RapRange) { find_offset (view, visible.y),
                                                       find_offset (view, visible.y + visible.height) });
  return G_SOURCE_REMOVE;
}

/* Not at once: the text may be in the middle of being laid out. */
static void
scrolled_cb (RapArticleView *self)
{
  if (self->scroll_source == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->scroll_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, follow_scrolling_cb, self, NULL);
}

/* What a chip is about lights up in the text. */
static void
chips_motion_cb (RapArticleView *self,
                 double          x,
                 double          y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->chips), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = widget != NULL ? gtk_widget_get_ancestor (widget, RAP_TYPE_ARTICLE_CHIP) : NULL;

  rap_article_view_hover (self, chip != NULL ? rap_article_chip_get_id (RAP_ARTICLE_CHIP (chip)) : NULL);
}

static void
chips_leave_cb (RapArticleView *self)
{
  rap_article_view_hover (self, NULL);
}

static void
follow_chips (RapArticleView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (chips_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (chips_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chips), motion);
}

static gboolean
follow_marks_cb (gpointer data)
{
  RapArticleView *self = data;
  RapArticleMark *current;

  self->list_source = 0;
  rap_mark_list_update (self->annotations, self->marks);
  current = rap_article_view_get_current (self);
  if (current != NULL)
    rap_article_view_emit_chosen (self, current->record->id);
  return G_SOURCE_REMOVE;
}

void
rap_article_seeing_init (RapArticleView *self)
{
  self->annotations = rap_mark_list_new ();
  self->layers = RAP_LAYER_ALL;
  g_signal_connect_swapped (self->map, "jump", G_CALLBACK (jump_cb), self);
  g_signal_connect_swapped (self->text, "scrolled", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (self->layers_popover, "changed", G_CALLBACK (layers_changed_cb), self);
  g_signal_connect_swapped (self->layers_popover, "map", G_CALLBACK (layers_shown_cb), self);
  if (self->settings != NULL)
    {
      g_signal_connect_object (self->settings, "changed::article-colour-by", G_CALLBACK (settings_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::article-layers", G_CALLBACK (settings_changed_cb), self,
                               G_CONNECT_SWAPPED);
      read_settings (self);
    }
  rap_article_layers_set (self->layers_popover, self->colour_by, (RapLayers) self->layers);
  follow_chips (self);
}

void
rap_article_seeing_dispose (RapArticleView *self)
{
  if (self->text != NULL)
    g_signal_handlers_disconnect_by_func (self->text, scrolled_cb, self);
  g_clear_handle_id (&self->list_source, g_source_remove);
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->annotations);
}

void
rap_article_seeing_show (RapArticleView *self)
{
  if (self->marks != NULL)
    dress_marks (self);
  rap_article_map_show (self->map, self->marks != NULL ? self->article : NULL, self->marks);
  if (self->marks == NULL)
    rap_mark_list_update (self->annotations, NULL);
  rap_article_seeing_refresh (self);
}

void
rap_article_seeing_refresh (RapArticleView *self)
{
  rap_article_map_refresh (self->map);
  rap_article_offer_update (self);
  if (self->list_source == 0)
    self->list_source = g_idle_add_full (G_PRIORITY_LOW, follow_marks_cb, self, NULL);
}

void
rap_article_seeing_cycle (RapArticleView *self)
{
  choose (self, (RapColourBy) ((self->colour_by + 1) % G_N_ELEMENTS (colouring_nicks)), (RapLayers) self->layers);
}

void
rap_article_seeing_popup (RapArticleView *self)
{
  gtk_menu_button_popup (self->layers_button);
}

GListModel *
rap_article_view_get_annotations (RapArticleView *self)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_VIEW (self), NULL);

  return G_LIST_MODEL (self->annotations);
}

guint
rap_article_view_find_annotation (RapArticleView *self,
                                  const char     *id)
{
  g_return_val_if_fail (RAP_IS_ARTICLE_VIEW (self), GTK_INVALID_LIST_POSITION);

  return rap_mark_list_find (self->annotations, id);
}

void
rap_article_view_point_out (RapArticleView *self,
                            const char     *id,
                            gboolean        show)
{
  RapArticleMark *mark;

  g_return_if_fail (RAP_IS_ARTICLE_VIEW (self));

  rap_article_view_hover (self, id);
  mark = show && self->marks != NULL ? rap_article_marks_find (self->marks, id) : NULL;
  if (mark != NULL)
    rap_article_text_reveal (self->text, mark->hull);
}
