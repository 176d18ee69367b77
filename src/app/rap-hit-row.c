/* rap-hit-row.c
 *
 * A hit: the article's title and date, and the snippet with the found words in
 * bold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-hit-row.h"

#include "rap-range.h"
#include "rap-row-words.h"

struct _RapHitRow
{
  GtkListBoxRow  parent_instance;
  GtkLabel      *title;
  GtkLabel      *date;
  GtkLabel      *snippet;
  char          *article;
  guint          offset;
};

G_DEFINE_FINAL_TYPE (RapHitRow, rap_hit_row, GTK_TYPE_LIST_BOX_ROW)

static void
append_escaped (GString    *markup,
                const char *text,
                RapRange    range)
{
  g_autofree char *part = g_utf8_substring (text, range.start, range.end);
  g_autofree char *escaped = g_markup_escape_text (part, -1);

  g_string_append (markup, escaped);
}

/* (transfer full) */
static char *
make_snippet_markup (const RapHit *hit)
{
  GString *markup = g_string_new (NULL);
  guint length = (guint) g_utf8_strlen (hit->snippet, -1);
  guint at = 0;

  for (guint i = 0; hit->ranges != NULL && i < hit->ranges->len; i++)
    {
      RapRange range = g_array_index (hit->ranges, RapRange, i);

      if (range.start < at || range.end > length || rap_range_is_empty (range))
        continue;
      append_escaped (markup, hit->snippet, (RapRange) { at, range.start });
      g_string_append (markup, "<b>");
      append_escaped (markup, hit->snippet, range);
      g_string_append (markup, "</b>");
      at = range.end;
    }
  append_escaped (markup, hit->snippet, (RapRange) { at, length });
  return g_string_free (markup, FALSE);
}

static void
rap_hit_row_finalize (GObject *object)
{
  g_free (RAP_HIT_ROW (object)->article);

  G_OBJECT_CLASS (rap_hit_row_parent_class)->finalize (object);
}

static void
rap_hit_row_class_init (RapHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_hit_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapHitRow, title);
  gtk_widget_class_bind_template_child (widget_class, RapHitRow, date);
  gtk_widget_class_bind_template_child (widget_class, RapHitRow, snippet);
}

static void
rap_hit_row_init (RapHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_hit_row_new (const RapHit *hit)
{
  RapHitRow *self = g_object_new (RAP_TYPE_HIT_ROW, NULL);
  g_autofree char *markup = make_snippet_markup (hit);
  g_autofree char *date = rap_row_words_date (hit->published);

  self->article = g_strdup (hit->article);
  self->offset = hit->offset;
  gtk_label_set_text (self->title, hit->title);
  gtk_label_set_text (self->date, date);
  gtk_label_set_markup (self->snippet, markup);
  return GTK_WIDGET (self);
}

const char *
rap_hit_row_get_article (RapHitRow *self)
{
  g_return_val_if_fail (RAP_IS_HIT_ROW (self), NULL);

  return self->article;
}

guint
rap_hit_row_get_offset (RapHitRow *self)
{
  g_return_val_if_fail (RAP_IS_HIT_ROW (self), 0);

  return self->offset;
}
