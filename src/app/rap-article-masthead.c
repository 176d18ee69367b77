/* rap-article-masthead.c
 *
 * A form that is read more often than written: title, then outlet, date and
 * byline, then what is quieter still. Facts flow like words, so that none is cut
 * where there is room below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-masthead-field.h"
#include "rap-article-masthead.h"
#include "rap-flow-layout.h"
#include "rap-reading-words.h"
#include "rap-words.h"

/* of the text's size */
#define TITLE_SCALE         1.55
#define TITLE_SCALE_COMPACT 1.25
/* while details are folded */
#define TITLE_LINES         3
#define NOTE_LINES          2
#define TOP                 28   /* pixels */
#define TOP_COMPACT         12

/**
 * RapArticleMasthead:
 * @compact: there is little room, and details are folded unless @unfolded
 */
struct _RapArticleMasthead
{
  RapForm                  parent_instance;
  GtkWidget               *box;
  GtkWidget               *facts;
  GtkWidget               *details;
  GtkWidget               *remarks;
  GtkWidget               *address;
  RapArticleMastheadField *title;
  RapArticleMastheadField *outlet;
  RapArticleMastheadField *date;
  RapArticleMastheadField *byline;
  RapArticleMastheadField *url;
  RapArticleMastheadField *language;
  RapArticleMastheadField *note;
  GtkWidget               *copy;
  GtkLabel                *copied;
  GtkButton               *more;
  GtkButton               *done;
  RapReadingType           reading_type;
  gboolean                 compact;
  gboolean                 unfolded;
  gboolean                 is_done;
  GtkCssProvider          *type;   /* the title's size */
};

G_DEFINE_FINAL_TYPE (RapArticleMasthead, rap_article_masthead, RAP_TYPE_FORM)

enum
{
  PROP_0,
  PROP_EDITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define N_FIELDS 7

static void
list_fields (RapArticleMasthead      *self,
             RapArticleMastheadField *fields[N_FIELDS])
{
  fields[0] = self->title;
  fields[1] = self->outlet;
  fields[2] = self->date;
  fields[3] = self->byline;
  fields[4] = self->url;
  fields[5] = self->language;
  fields[6] = self->note;
}

static void
editing_cb (RapArticleMasthead *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
copy_clicked_cb (RapArticleMasthead *self)
{
  RapArticle *article = (RapArticle *) rap_form_get_record (RAP_FORM (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), article->url);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("The address is on the clipboard."));
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
  gtk_label_set_label (self->copied, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->copied), text != NULL);
}

static void
show_facts (RapArticleMasthead *self,
            RapSession         *session,
            RapArticle         *article)
{
  g_autofree char *outlet = NULL;
  g_autofree char *date = NULL;
  gboolean same;

  outlet = article->outlet != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, article->outlet) : NULL;
  date = article->published != NULL ? rap_words_edtf (article->published) : NULL;
  same = rap_reading_words_is_same_name (article->byline, outlet);
  rap_article_masthead_field_show (self->title, article->title);
  rap_article_masthead_field_show (self->outlet, outlet);
  rap_article_masthead_field_show (self->date, date);
  rap_article_masthead_field_show (self->byline, same ? _("byline as the outlet") : article->byline);
}

/* Shows the details, or only the note that somebody wrote. */
static void
fold_details (RapArticleMasthead *self)
{
  RapArticle *article = (RapArticle *) rap_form_get_record (RAP_FORM (self));
  gboolean folded = self->compact && !self->unfolded;
  const char *more = folded ? _("More Details") : _("Fewer Details");

  if (article == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->compact);
  gtk_button_set_icon_name (self->more, folded ? "view-more-horizontal-symbolic" : "pan-up-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more), more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
  gtk_widget_set_visible (self->details, !folded);
  gtk_widget_set_visible (self->remarks, !folded || *article->note != '\0');
  g_object_set (self->title, "lines", folded ? TITLE_LINES : 0, NULL);
  g_object_set (self->note, "lines", folded ? NOTE_LINES : 0, NULL);
  rap_article_masthead_field_set_quiet (self->byline, folded);
}

static void
more_clicked_cb (RapArticleMasthead *self)
{
  self->unfolded = !self->unfolded;
  fold_details (self);
}

static void
show_details (RapArticleMasthead *self,
              RapSession         *session,
              RapArticle         *article)
{
  g_autofree char *language = rap_reading_words_language (article);

  rap_article_masthead_field_show (self->url, article->url);
  gtk_widget_set_visible (self->copy, *article->url != '\0');
  rap_article_masthead_field_show (self->language, language);
  rap_article_masthead_field_show (self->note, article->note);
  set_copied (self, session, article->copied_from);
  fold_details (self);
}

static void
rap_article_masthead_refresh (RapForm   *form,
                              RapRecord *record)
{
  RapArticleMasthead *self = RAP_ARTICLE_MASTHEAD (form);
  RapSession *session = rap_form_get_session (form);
  RapArticle *article = (RapArticle *) record;
  GtkTextDirection direction = article->direction == RAP_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  RapArticleMastheadField *fields[N_FIELDS];

  list_fields (self, fields);
  for (guint i = 0; i < N_FIELDS; i++)
    rap_article_masthead_field_set_direction (fields[i], direction);
  gtk_widget_set_direction (self->facts, direction);
  gtk_widget_set_direction (self->details, direction);
  gtk_widget_set_direction (self->address, direction);
  show_facts (self, session, article);
  show_details (self, session, article);
}

static void
rap_article_masthead_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  RapArticleMastheadField *fields[N_FIELDS];
  gboolean editing = FALSE;

  if (prop_id != PROP_EDITING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  list_fields (RAP_ARTICLE_MASTHEAD (object), fields);
  for (guint i = 0; i < N_FIELDS; i++)
    editing |= rap_article_masthead_field_get_editing (fields[i]);
  g_value_set_boolean (value, editing);
}

static void
rap_article_masthead_finalize (GObject *object)
{
  g_clear_object (&RAP_ARTICLE_MASTHEAD (object)->type);

  G_OBJECT_CLASS (rap_article_masthead_parent_class)->finalize (object);
}

static void
rap_article_masthead_class_init (RapArticleMastheadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rap_article_masthead_get_property;
  object_class->finalize = rap_article_masthead_finalize;
  RAP_FORM_CLASS (klass)->refresh = rap_article_masthead_refresh;
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RAP_TYPE_ARTICLE_MASTHEAD_FIELD);
  g_type_ensure (RAP_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-masthead.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, box);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, facts);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, details);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, remarks);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, address);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, title);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, outlet);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, date);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, byline);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, url);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, language);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, note);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, copy);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, copied);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, more);
  gtk_widget_class_bind_template_child (widget_class, RapArticleMasthead, done);
  gtk_widget_class_bind_template_callback (widget_class, editing_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "masthead");
}

static void
rap_article_masthead_init (RapArticleMasthead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_margin_top (self->box, TOP);
  self->type = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self->title)),
                                  GTK_STYLE_PROVIDER (self->type), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* A sign alone where there is little room; the words remain for the ear. */
static void
show_done (RapArticleMasthead *self)
{
  const char *words = self->is_done ? _("✓ done") : _("mark as done");

  gtk_button_set_label (self->done, self->compact ? "✓" : words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (self->is_done)
    gtk_widget_add_css_class (GTK_WIDGET (self->done), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->done), "done");
}

static void
size_title (RapArticleMasthead *self)
{
  double scale = self->compact ? TITLE_SCALE_COMPACT : TITLE_SCALE;
  g_autofree char *css = g_strdup_printf (".article-title { font-size: %dpx; }", (int) (self->reading_type.size * scale));

  gtk_css_provider_load_from_data (self->type, css, -1);
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
  RapArticleMastheadField *fields[N_FIELDS];
  RapRecord *shown;

  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD (self));

  shown = rap_form_get_record (RAP_FORM (self));
  list_fields (self, fields);
  if (shown != NULL && (article == NULL || g_strcmp0 (shown->id, RAP_RECORD (article)->id) != 0))
    for (guint i = 0; i < N_FIELDS; i++)
      rap_article_masthead_field_leave (fields[i]);
  rap_form_set_record (RAP_FORM (self), session, (RapRecord *) article);
}

void
rap_article_masthead_set_done (RapArticleMasthead *self,
                               gboolean            done)
{
  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD (self));

  self->is_done = done;
  show_done (self);
}

void
rap_article_masthead_set_type (RapArticleMasthead *self,
                               RapReadingType      type)
{
  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD (self));

  self->reading_type = type;
  size_title (self);
}

void
rap_article_masthead_set_compact (RapArticleMasthead *self,
                                  gboolean            compact)
{
  g_return_if_fail (RAP_IS_ARTICLE_MASTHEAD (self));

  if (self->compact == compact)
    return;
  self->compact = compact;
  gtk_widget_set_margin_top (self->box, compact ? TOP_COMPACT : TOP);
  size_title (self);
  show_done (self);
  fold_details (self);
}
