/* rap-article-namer.c
 *
 * The popover behind "mark as a name".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-finder.h"
#include "rap-article-gesture.h"
#include "rap-article-namer.h"
#include "rap-variant-words.h"
#include "rap-variants-index.h"

#define MAX_PROPOSALS 4

struct _RapArticleNamer
{
  GtkPopover        parent_instance;
  RapArticleFinder *finder;
  RapSession       *session;
  RapArticle       *article;
  RapRange          passage;
};

G_DEFINE_FINAL_TYPE (RapArticleNamer, rap_article_namer, GTK_TYPE_POPOVER)

enum
{
  MARKED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
mark (RapArticleNamer *self,
      RapEntity       *entity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!rap_gesture_tag_mention (self->session, self->article, self->passage, entity, &id, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  self->passage = (RapRange) { 0, 0 };
  g_signal_emit (self, signals[MARKED], 0, id);
}

static void
chosen_cb (RapArticleNamer *self,
           const char      *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) entity = rap_session_load (self->session, RAP_KIND_ENTITY, id, &error);

  if (entity == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else
    mark (self, RAP_ENTITY (entity));
}

static void
create (RapArticleNamer *self,
        RapEntityKind    kind)
{
  g_autoptr (RapEntity) entity = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));
  g_autofree char *name = rap_article_finder_get_text (self->finder);

  if (*name == '\0')
    return;
  entity->kind = kind;
  rap_set_string (&entity->name, name);
  mark (self, entity);
}

static void
create_cb (RapArticleNamer *self,
           const char      *name)
{
  create (self, RAP_ENTITY_PERSON);
}

static void
organisation_cb (RapArticleNamer *self)
{
  create (self, RAP_ENTITY_ORGANISATION);
}

static void
government_cb (RapArticleNamer *self)
{
  create (self, RAP_ENTITY_GOVERNMENT);
}

static void
place_cb (RapArticleNamer *self)
{
  create (self, RAP_ENTITY_PLACE);
}

static void
outlet_cb (RapArticleNamer *self)
{
  create (self, RAP_ENTITY_OUTLET);
}

/* Who may be meant by what is typed, although it is spelt otherwise. */
static void
update_proposals (RapArticleNamer *self,
                  const char      *name)
{
  g_autoptr (GPtrArray) pairs = rap_variants_match (self->session, name, MAX_PROPOSALS);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) details = g_strv_builder_new ();
  g_auto (GStrv) id_list = NULL, title_list = NULL, detail_list = NULL;

  for (guint i = 0; i < pairs->len; i++)
    {
      const RapVariantPair *pair = pairs->pdata[i];
      g_autofree char *why = rap_variant_words_reasons (pair->variant);

      g_strv_builder_add (ids, pair->b);
      g_strv_builder_add (titles, pair->title_b);
      g_strv_builder_add (details, why);
    }
  id_list = g_strv_builder_end (ids);
  title_list = g_strv_builder_end (titles);
  detail_list = g_strv_builder_end (details);
  rap_article_finder_set_proposals (self->finder, (const char * const *) id_list, (const char * const *) title_list,
                                    (const char * const *) detail_list);
}

static void
update_rows (RapArticleNamer *self)
{
  g_autofree char *name = rap_article_finder_get_text (self->finder);
  g_autofree char *label = g_strdup_printf (_("New person “%s”"), name);

  rap_article_finder_set_create (self->finder, label);
  if (self->session != NULL)
    update_proposals (self, name);
}

static gboolean
key_pressed_cb (RapArticleNamer *self,
                guint            keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
rap_article_namer_dispose (GObject *object)
{
  RapArticleNamer *self = RAP_ARTICLE_NAMER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->article);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_ARTICLE_NAMER);
  G_OBJECT_CLASS (rap_article_namer_parent_class)->dispose (object);
}

static void
rap_article_namer_class_init (RapArticleNamerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_article_namer_dispose;
  signals[MARKED] = g_signal_new ("marked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (RAP_TYPE_ARTICLE_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-article-namer.ui");
  gtk_widget_class_bind_template_child (widget_class, RapArticleNamer, finder);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, organisation_cb);
  gtk_widget_class_bind_template_callback (widget_class, government_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlet_cb);
}

static void
rap_article_namer_init (RapArticleNamer *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  rap_article_finder_set_placeholder (self->finder, _("Name"));
}

void
rap_article_namer_open (RapArticleNamer *self,
                        RapSession      *session,
                        RapArticle      *article,
                        RapRange         passage)
{
  g_return_if_fail (RAP_IS_ARTICLE_NAMER (self));

  if (self->article != article || !rap_range_equal (self->passage, passage))
    {
      g_autofree char *name = rap_text_slice (article->text, passage);

      g_strdelimit (name, "\n\t", ' ');
      rap_article_finder_set_text (self->finder, name);
    }
  g_set_object (&self->session, session);
  g_set_object (&self->article, article);
  self->passage = passage;
  rap_article_finder_set_source (self->finder, session, RAP_KIND_ENTITY);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}
