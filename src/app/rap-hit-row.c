/* rap-hit-row.c
 *
 * The found words are bold in the title and in the excerpt. An excerpt that is
 * only the title again is not shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-hit-row.h"

#include <glib/gi18n.h>

#include "rap-range.h"
#include "rap-row-words.h"

struct _RapHitRow
{
  GtkListBoxRow  parent_instance;
  GtkLabel      *title;
  GtkLabel      *source;
  GtkLabel      *count;
  GtkLabel      *snippet;
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

/* @text with @ranges in bold; (transfer full) */
static char *
make_markup (const char *text,
             GArray     *ranges)
{
  GString *markup = g_string_new (NULL);
  guint length = (guint) g_utf8_strlen (text, -1);
  guint at = 0;

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      RapRange range = g_array_index (ranges, RapRange, i);

      if (range.start < at || range.end > length || rap_range_is_empty (range))
        continue;
      append_escaped (markup, text, (RapRange) { at, range.start });
      g_string_append (markup, "<b>");
      append_escaped (markup, text, range);
      g_string_append (markup, "</b>");
      at = range.end;
    }
  append_escaped (markup, text, (RapRange) { at, length });
  return g_string_free (markup, FALSE);
}

static void
set_source (RapHitRow    *self,
            const RapHit *hit)
{
  g_autofree char *date = rap_row_words_date (hit->published);
  g_autofree char *both = NULL;

  if (hit->outlet[0] != '\0' && date[0] != '\0')
    both = g_strdup_printf ("%s · %s", hit->outlet, date);
  gtk_label_set_text (self->source, both != NULL ? both : hit->outlet[0] != '\0' ? hit->outlet : date);
}

static void
set_count (RapHitRow    *self,
           const RapHit *hit)
{
  guint n = hit->places->len + hit->title_ranges->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%u hit", "%u hits", n), n);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}

static void
rap_hit_row_class_init (RapHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RapHitRow, title);
  gtk_widget_class_bind_template_child (widget_class, RapHitRow, source);
  gtk_widget_class_bind_template_child (widget_class, RapHitRow, count);
  gtk_widget_class_bind_template_child (widget_class, RapHitRow, snippet);
}

static void
rap_hit_row_init (RapHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_hit_row_new (void)
{
  return g_object_new (RAP_TYPE_HIT_ROW, NULL);
}

void
rap_hit_row_set_hit (RapHitRow    *self,
                     const RapHit *hit)
{
  g_autofree char *title = NULL;
  g_autofree char *snippet = NULL;

  g_return_if_fail (RAP_IS_HIT_ROW (self));

  title = hit->title[0] != '\0' ? make_markup (hit->title, hit->title_ranges) : g_markup_escape_text (_("Untitled"), -1);
  snippet = make_markup (hit->snippet, hit->ranges);
  gtk_label_set_markup (self->title, title);
  gtk_label_set_markup (self->snippet, snippet);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), hit->ranges != hit->title_ranges);
  set_source (self, hit);
  set_count (self, hit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, hit->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hit->snippet, -1);
}
