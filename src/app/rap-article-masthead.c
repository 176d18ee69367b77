/* rap-article-masthead.c
 *
 * Title, then outlet, date and byline, then what is quieter still: the address,
 * the language, what the article is a copy of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-masthead.h"
#include "rap-reading-words.h"
#include "rap-words.h"

#define TITLE_SCALE 1.55   /* of the text's size */

struct _RapArticleMasthead
{
  GtkWidget  parent_instance;
  GtkWidget *facts;
  GtkWidget *details;
  GtkLabel  *title;
  GtkLabel  *outlet;
  GtkButton *date;
  GtkLabel  *byline;
  GtkWidget *address;
  GtkLabel  *url;
  GtkLabel  *language;
  GtkLabel  *copied;
  GtkButton *done;
};

G_DEFINE_FINAL_TYPE (RapArticleMasthead, rap_article_masthead, GTK_TYPE_WIDGET)

enum
{
  EDIT_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
date_clicked_cb (RapArticleMasthead *self)
{
  g_signal_emit (self, signals[EDIT_REQUESTED], 0);
}

static void
copy_clicked_cb (RapArticleMasthead *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_label (self->url));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("The address is on the clipboard."));
}

static void
set_part (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* In words; as it is written on hover. */
static void
set_date (RapArticleMasthead *self,
          const RapEdtf      *published)
{
  g_autofree char *date = published != NULL ? rap_words_edtf (published) : NULL;
  g_autofree char *tip = NULL;

  if (published == NULL)
    tip = g_strdup (_("The page does not say when it was published. Fill in the date."));
  else
    tip = g_strdup_printf (_("Published %s. Change what is known about the article."), published->text);
  gtk_button_set_label (self->date, date != NULL ? date : _("date not stated"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date), tip);
}

static void
set_copied (RapArticleMasthead *self,
            RapSession         *session,
            const char         *original)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (original != NULL)
    {
      name = rap_session_get_name (session, RAP_KIND_ARTICLE, original);
      text = g_strdup_printf (_("copied from “%s”"), name);
    }
  set_part (self->copied, text);
}

static void
set_details (RapArticleMasthead *self,
             RapSession         *session,
             RapArticle         *article)
{
  g_autofree char *language = rap_reading_words_language (article);

  set_part (self->url, article->url);
  gtk_widget_set_visible (self->address, *article->url != '\0');
  set_part (self->language, language);
  set_copied (self, session, article->copied_from);
}

static void
rap_article_masthead_dispose (GObject *object)
{
  RapArticleMasthead *self = RAP_ARTICLE_MASTHEAD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ARTICLE_MASTHEAD);
  G_OBJECT_CLASS (rap_article_masthead_parent_class)->dispose (object);
}

static void
rap_article_masthead_class_init (RapArticleMastheadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_masthead_dispose;
  signals[EDIT_REQUESTED] = g_signal_new ("edit-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-masthead.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, facts);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, details);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, title);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, outlet);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, date);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, byline);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, address);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, url);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, language);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, copied);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, done);
  gtk_widget_class_bind_template_callback (widget_class, date_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "masthead");
}

static void
rap_article_masthead_init (RapArticleMasthead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_article_masthead_new (void)
{
  return g_object_new (RAP_TYPE_ARTICLE_MASTHEAD, NULL);
}

void
rap_article_masthead_show (RapArticleMasthead *self,
                           RapSession         *session,
                           RapArticle         *article)
{
  g_autofree char *outlet = NULL;
  GtkTextDirection direction;

  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD (self));

  direction = article->direction == RAP_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  outlet = article->outlet != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, article->outlet) : NULL;
  gtk_widget_set_direction (GTK_WIDGET (self->title), direction);
  gtk_widget_set_direction (self->facts, direction);
  gtk_widget_set_direction (self->details, direction);
  set_part (self->title, article->title);
  set_part (self->outlet, outlet != NULL ? outlet : _("outlet unknown"));
  set_date (self, article->published);
  set_part (self->byline, rap_reading_words_is_same_name (article->byline, outlet) ? NULL : article->byline);
  set_details (self, session, article);
}

void
rap_article_masthead_set_done (RapArticleMasthead *self,
                               gboolean            done)
{
  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD (self));

  gtk_button_set_label (self->done, done ? _("✓ done") : _("mark as done"));
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->done), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->done), "done");
}

void
rap_article_masthead_set_type (RapArticleMasthead *self,
                               RapReadingType      type)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD (self));

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (type.size * TITLE_SCALE) * PANGO_SCALE));
  gtk_label_set_attributes (self->title, attributes);
}
