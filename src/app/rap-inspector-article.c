/* rap-inspector-article.c
 *
 * The form of an article: where and when it appeared, of what it is a copy, and
 * its annotations in the order of the text. The text itself never changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspector-article.h"

#include <glib/gi18n.h>

#include "rap-article-outline.h"
#include "rap-article.h"
#include "rap-choice-row.h"
#include "rap-date-row.h"
#include "rap-delete.h"
#include "rap-reading-sources.h"
#include "rap-ref-row.h"
#include "rap-text-row.h"

struct _RapInspectorArticle
{
  RapForm            parent_instance;
  GtkLabel          *sha256;
  GtkLabel          *length;
  RapArticleOutline *annotations;
  GtkWidget         *carry_over;
};

G_DEFINE_FINAL_TYPE (RapInspectorArticle, rap_inspector_article, RAP_TYPE_FORM)

static void
delete_clicked_cb (RapInspectorArticle *self)
{
  rap_delete_record (GTK_WIDGET (self), rap_form_get_session (RAP_FORM (self)), RAP_KIND_ARTICLE,
                     rap_form_get_record (RAP_FORM (self))->id);
}

static void
carry_over_cb (RapInspectorArticle *self)
{
  RapArticle *article = RAP_ARTICLE (rap_form_get_record (RAP_FORM (self)));

  gtk_widget_activate_action (GTK_WIDGET (self), "carry.open", "(ss)", article->copied_from, RAP_RECORD (article)->id);
}

static void
reset_cb (RapInspectorArticle *self,
          RapFieldRow         *row)
{
  rap_reading_sources_reset (RAP_FORM (self), rap_field_row_get_field (row));
}

static void
rap_inspector_article_refresh (RapForm   *form,
                               RapRecord *record)
{
  RapInspectorArticle *self = RAP_INSPECTOR_ARTICLE (form);
  RapSession *session = rap_form_get_session (form);
  RapArticle *article = (RapArticle *) record;
  guint n = rap_text_get_length (article->text);
  g_autofree char *length = g_strdup_printf (ngettext ("%u character", "%u characters", n), n);

  gtk_label_set_text (self->sha256, article->sha256);
  gtk_label_set_text (self->length, length);
  gtk_widget_set_visible (self->carry_over, article->copied_from != NULL);
  rap_article_outline_set_session (self->annotations, session);
  rap_reading_sources_show (form, article);
}

static void
rap_inspector_article_class_init (RapInspectorArticleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RAP_FORM_CLASS (klass)->refresh = rap_inspector_article_refresh;

  g_type_ensure (RAP_TYPE_ARTICLE_OUTLINE);
  g_type_ensure (RAP_TYPE_CHOICE_ROW);
  g_type_ensure (RAP_TYPE_DATE_ROW);
  g_type_ensure (RAP_TYPE_REF_ROW);
  g_type_ensure (RAP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector-article.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspectorArticle, sha256);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorArticle, length);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorArticle, annotations);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorArticle, carry_over);
  gtk_widget_class_bind_template_callback (widget_class, carry_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
rap_inspector_article_init (RapInspectorArticle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_inspector_article_set_article_view (RapInspectorArticle *self,
                                        RapArticleView      *view)
{
  g_return_if_fail (RAP_IS_INSPECTOR_ARTICLE (self));

  rap_article_outline_set_view (self->annotations, view);
}
