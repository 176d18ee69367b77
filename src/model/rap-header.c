/* rap-header.c
 *
 * The short form of a record, with the read-only properties that list rows
 * bind to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header.h"

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_WHEN,
  PROP_TAG,
  PROP_ARTICLE,
  PROP_ARTICLE_TITLE,
  PROP_N_CLAIMS,
  PROP_N_MEETINGS,
  PROP_N_ARTICLES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RapHeader, rap_header, G_TYPE_OBJECT)

static void
rap_header_finalize (GObject *object)
{
  RapHeader *self = RAP_HEADER (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->when);
  g_free (self->article);
  g_free (self->article_title);
  g_free (self->tag);

  G_OBJECT_CLASS (rap_header_parent_class)->finalize (object);
}

static void
rap_header_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  RapHeader *self = RAP_HEADER (object);
  const char *strings[] = { NULL, self->id, self->title, self->subtitle, self->when, self->tag, self->article, self->article_title };
  guint counts[] = { self->n_claims, self->n_meetings, self->n_articles };

  if (prop_id < G_N_ELEMENTS (strings))
    g_value_set_string (value, strings[prop_id]);
  else if (prop_id < N_PROPS)
    g_value_set_uint (value, counts[prop_id - PROP_N_CLAIMS]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_header_class_init (RapHeaderClass *klass)
{
  static const char * const names[N_PROPS] = {
    NULL, "id", "title", "subtitle", "when", "tag", "article", "article-title", "n-claims", "n-meetings", "n-articles",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rap_header_finalize;
  object_class->get_property = rap_header_get_property;

  for (guint i = PROP_ID; i < PROP_N_CLAIMS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  for (guint i = PROP_N_CLAIMS; i < N_PROPS; i++)
    properties[i] = g_param_spec_uint (names[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rap_header_init (RapHeader *self)
{
}

RapHeader *
rap_header_new (RapKind kind)
{
  RapHeader *self = g_object_new (RAP_TYPE_HEADER, NULL);

  self->kind = kind;
  return self;
}

void
rap_hit_free (RapHit *self)
{
  g_free (self->article);
  g_free (self->title);
  g_free (self->published);
  g_free (self->outlet);
  g_clear_pointer (&self->title_ranges, g_array_unref);
  g_free (self->snippet);
  g_clear_pointer (&self->ranges, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

void
rap_history_entry_free (RapHistoryEntry *self)
{
  g_free (self->analyst);
  g_free (self->label);
  g_free (self);
}
