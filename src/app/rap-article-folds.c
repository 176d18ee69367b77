/* rap-article-folds.c
 *
 * One row of buttons per block of page furniture, and two tags: "hidden" over what is
 * folded, "gap" over the line above which the block's row has its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-folds.h"

/**
 * Fold: one block
 * @row: child of the view, with the buttons
 * @button: shows and folds
 * @folds: back pointer for the buttons' signals
 */
typedef struct
{
  RapFurniture     furniture;
  gboolean         folded;
  GtkWidget       *row;
  GtkWidget       *button;
  RapArticleFolds *folds;
} Fold;

/**
 * RapArticleFolds:
 * @view: not owned
 * @length: of the text
 * @folds: (element-type Fold): owned
 * @marked, @user_data: who is told that a block is body
 */
struct _RapArticleFolds
{
  GtkTextView *view;
  guint        length;
  GPtrArray   *folds;
  GtkTextTag  *hidden;
  GtkTextTag  *gap;
  RapArticleFoldFunc marked;
  gpointer     user_data;
};

static void
get_iters (RapArticleFolds *self,
           RapRange         range,
           GtkTextIter     *start,
           GtkTextIter     *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) range.start);
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) range.end);
}

static void
set_tag (RapArticleFolds *self,
         GtkTextTag      *tag,
         RapRange         range,
         gboolean         on)
{
  GtkTextIter start, end;

  get_iters (self, range, &start, &end);
  if (on)
    gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (self->view), tag, &start, &end);
  else
    gtk_text_buffer_remove_tag (gtk_text_view_get_buffer (self->view), tag, &start, &end);
}

/* The line above which the button stands: the block's first line, or the one
 * after a folded block; empty when that is the end of the text. */
static RapRange
get_gap_line (RapArticleFolds *self,
              const Fold      *fold)
{
  RapRange line = { fold->folded ? fold->furniture.range.end : fold->furniture.range.start, 0 };
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, (int) line.start);
  gtk_text_iter_forward_line (&iter);
  line.end = (guint) gtk_text_iter_get_offset (&iter);
  return line;
}

static void
update_button (Fold *fold)
{
  guint n = fold->furniture.n_lines;
  g_autofree char *text = g_strdup_printf (ngettext ("page furniture, %u line", "page furniture, %u lines", n), n);
  g_autofree char *label = g_strdup_printf ("%s %s", fold->folded ? "▸" : "▾", text);

  gtk_button_set_label (GTK_BUTTON (fold->button), label);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (fold->button))), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (fold->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (fold->button), GTK_ACCESSIBLE_STATE_EXPANDED, !fold->folded, -1);
}

static void
set_folded (RapArticleFolds *self,
            Fold            *fold,
            gboolean         folded)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter caret;

  if (fold->folded == folded)
    return;
  set_tag (self, self->gap, get_gap_line (self, fold), FALSE);
  fold->folded = folded;
  set_tag (self, self->hidden, fold->furniture.range, folded);
  set_tag (self, self->gap, get_gap_line (self, fold), TRUE);
  update_button (fold);

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  if (folded && rap_range_contains_offset (fold->furniture.range, (guint) gtk_text_iter_get_offset (&caret)))
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &caret, (int) get_gap_line (self, fold).start);
      gtk_text_buffer_place_cursor (buffer, &caret);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
}

static void
button_clicked_cb (GtkButton *button,
                   Fold      *fold)
{
  set_folded (fold->folds, fold, !fold->folded);
  rap_article_folds_settle (fold->folds);
}

/* The block may be gone when this returns. */
static void
body_clicked_cb (GtkButton *button,
                 Fold      *fold)
{
  RapArticleFolds *self = fold->folds;

  self->marked (fold->furniture.range, self->user_data);
}

static void
fold_free (gpointer data)
{
  Fold *fold = data;

  gtk_widget_unparent (fold->row);
  g_free (fold);
}

static GtkWidget *
make_button (Fold       *fold,
             const char *label,
             const char *tooltip,
             GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_cursor_from_name (button, "pointer");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect (button, "clicked", clicked, fold);
  gtk_box_append (GTK_BOX (fold->row), button);
  return button;
}

static Fold *
fold_new (RapArticleFolds    *self,
          const RapFurniture *furniture)
{
  Fold *fold = g_new0 (Fold, 1);

  fold->furniture = *furniture;
  fold->folds = self;
  fold->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (fold->row, "article-fold");
  fold->button = make_button (fold, "", _("Show or fold what is not the report (F)"), G_CALLBACK (button_clicked_cb));
  gtk_widget_set_hexpand (fold->button, TRUE);
  make_button (fold, _("mark as body"), _("Mark these lines as body of the article (B)"), G_CALLBACK (body_clicked_cb));
  gtk_widget_set_parent (fold->row, GTK_WIDGET (self->view));
  return fold;
}

RapArticleFolds *
rap_article_folds_new (GtkTextView        *view,
                       RapArticle         *article,
                       RapArticleFoldFunc  marked,
                       gpointer            user_data)
{
  RapArticleFolds *self = g_new0 (RapArticleFolds, 1);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GArray) blocks = rap_article_furniture_find (article);

  self->view = view;
  self->marked = marked;
  self->user_data = user_data;
  self->length = rap_text_get_length (article->text);
  self->folds = g_ptr_array_new_with_free_func (fold_free);
  self->hidden = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
  self->gap = gtk_text_buffer_create_tag (buffer, NULL, "pixels-above-lines", RAP_ARTICLE_FOLD_HEIGHT, NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      Fold *fold = fold_new (self, &g_array_index (blocks, RapFurniture, i));

      g_ptr_array_add (self->folds, fold);
      set_folded (self, fold, TRUE);
    }
  return self;
}

void
rap_article_folds_free (RapArticleFolds *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (self->view));

  g_ptr_array_unref (self->folds);
  gtk_text_tag_table_remove (table, self->hidden);
  gtk_text_tag_table_remove (table, self->gap);
  g_free (self);
}

void
rap_article_folds_settle (RapArticleFolds *self)
{
  GtkWidget *widget = GTK_WIDGET (self->view);

  if (gtk_widget_get_mapped (widget))
    GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget), -1);
}

guint
rap_article_folds_get_n (RapArticleFolds *self)
{
  return self->folds->len;
}

void
rap_article_folds_reveal (RapArticleFolds *self,
                          RapRange         range)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->folds->len; i++)
    {
      Fold *fold = self->folds->pdata[i];

      if (!fold->folded || !rap_range_overlaps (fold->furniture.range, range))
        continue;
      set_folded (self, fold, FALSE);
      changed = TRUE;
    }
  if (changed)
    rap_article_folds_settle (self);
}

void
rap_article_folds_toggle (RapArticleFolds *self)
{
  gboolean fold_all = TRUE;

  for (guint i = 0; i < self->folds->len; i++)
    fold_all = fold_all && !((Fold *) self->folds->pdata[i])->folded;
  for (guint i = 0; i < self->folds->len; i++)
    set_folded (self, self->folds->pdata[i], fold_all);
  rap_article_folds_settle (self);
}

/* Top of the space kept free, in buffer coordinates. */
static int
find_top (RapArticleFolds *self,
          const Fold      *fold)
{
  RapRange line = get_gap_line (self, fold);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, (int) line.start);
  gtk_text_view_get_line_yrange (self->view, &iter, &y, &height);
  return line.start >= self->length ? y + height : y;
}

void
rap_article_folds_allocate (RapArticleFolds *self,
                            int              x,
                            int              width)
{
  for (guint i = 0; i < self->folds->len; i++)
    {
      Fold *fold = self->folds->pdata[i];
      GtkAllocation area = { x, 0, width, RAP_ARTICLE_FOLD_HEIGHT - 8 };

      gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, 0, find_top (self, fold),
                                             NULL, &area.y);
      gtk_widget_measure (fold->row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (fold->row, &area, -1);
    }
}

void
rap_article_folds_snapshot (RapArticleFolds *self,
                            GtkSnapshot     *snapshot)
{
  for (guint i = 0; i < self->folds->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self->view), ((Fold *) self->folds->pdata[i])->row, snapshot);
}

GtkWidget *
rap_article_folds_get_row (RapArticleFolds *self,
                           guint            i)
{
  return ((Fold *) self->folds->pdata[i])->row;
}

gboolean
rap_article_folds_get_focused (RapArticleFolds *self,
                               RapRange        *range)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view));

  for (guint i = 0; focus != NULL && i < self->folds->len; i++)
    {
      const Fold *fold = self->folds->pdata[i];

      if (fold->row != focus)
        continue;
      *range = fold->furniture.range;
      return TRUE;
    }
  return FALSE;
}
