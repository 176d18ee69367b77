/* rap-selection.c
 *
 * The selection that the panes of a window share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-selection.h"

#include "rap-model.h"

struct _RapSelection
{
  GObject  parent_instance;
  RapKind  kind;
  char    *id;       /* or NULL */
  char    *article;  /* or NULL */
};

G_DEFINE_FINAL_TYPE (RapSelection, rap_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
replace_string (char       **member,
                const char  *value)
{
  if (g_strcmp0 (*member, value) == 0)
    return FALSE;
  rap_set_string (member, value);
  return TRUE;
}

/* Whether one of @records stands in @article. */
static gboolean
any_in_article (GPtrArray  *records,
                const char *article)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (g_strcmp0 (rap_record_get_article (records->pdata[i]), article) == 0)
        return TRUE;
    }
  return FALSE;
}

/* An article with a record of @linked that refers to @id: the one on show when
 * it has any, else the first. (transfer full) */
static char *
find_reporting_article (RapSelection *self,
                        RapSession   *session,
                        RapKind       linked,
                        const char   *id)
{
  g_autoptr (GPtrArray) records = rap_session_load_linked (session, linked, id, 200, NULL);

  if (records == NULL || records->len == 0)
    return NULL;
  if (any_in_article (records, self->article))
    return g_strdup (self->article);
  return g_strdup (rap_record_get_article (records->pdata[0]));
}

/* (transfer full) */
static char *
find_article (RapSelection *self,
              RapSession   *session,
              RapKind       kind,
              const char   *id)
{
  static const struct { RapKind kind, linked[2]; } ways[] = {
    { RAP_KIND_MEETING, { RAP_KIND_EVIDENCE, RAP_KIND_CLAIM } },
    { RAP_KIND_ENTITY, { RAP_KIND_MENTION, RAP_KIND_CLAIM } },
    { RAP_KIND_CODE, { RAP_KIND_CODING, RAP_KIND_CLAIM } },
  };
  g_autoptr (RapRecord) record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      char *article = NULL;

      if (ways[i].kind != kind)
        continue;
      article = find_reporting_article (self, session, ways[i].linked[0], id);
      if (article == NULL)
        article = find_reporting_article (self, session, ways[i].linked[1], id);
      return article;
    }
  record = rap_session_load (session, kind, id, NULL);
  return record != NULL ? g_strdup (rap_record_get_article (record)) : NULL;
}

static void
rap_selection_finalize (GObject *object)
{
  RapSelection *self = RAP_SELECTION (object);

  g_free (self->id);
  g_free (self->article);

  G_OBJECT_CLASS (rap_selection_parent_class)->finalize (object);
}

static void
rap_selection_class_init (RapSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rap_selection_init (RapSelection *self)
{
  self->kind = RAP_KIND_PROJECT;
}

RapSelection *
rap_selection_new (void)
{
  return g_object_new (RAP_TYPE_SELECTION, NULL);
}

void
rap_selection_set (RapSelection *self,
                   RapKind       kind,
                   const char   *id,
                   const char   *article)
{
  gboolean changed;

  g_return_if_fail (RAP_IS_SELECTION (self));

  if (id == NULL)
    kind = RAP_KIND_PROJECT;
  if (kind == RAP_KIND_ARTICLE)
    article = id;
  changed = self->kind != kind;
  self->kind = kind;
  changed |= replace_string (&self->id, id);
  if (article != NULL)
    changed |= replace_string (&self->article, article);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
rap_selection_choose (RapSelection *self,
                      RapSession   *session,
                      RapKind       kind,
                      const char   *id)
{
  g_autofree char *copy = g_strdup (id);
  g_autofree char *article = NULL;

  g_return_if_fail (RAP_IS_SELECTION (self));
  g_return_if_fail (RAP_IS_SESSION (session));

  if (copy != NULL && kind != RAP_KIND_ARTICLE)
    article = find_article (self, session, kind, copy);
  rap_selection_set (self, kind, copy, article);
}

void
rap_selection_clear (RapSelection *self)
{
  g_return_if_fail (RAP_IS_SELECTION (self));

  if (self->id == NULL && self->article == NULL)
    return;
  self->kind = RAP_KIND_PROJECT;
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->article, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

RapKind
rap_selection_get_kind (RapSelection *self)
{
  g_return_val_if_fail (RAP_IS_SELECTION (self), RAP_KIND_PROJECT);

  return self->kind;
}

const char *
rap_selection_get_id (RapSelection *self)
{
  g_return_val_if_fail (RAP_IS_SELECTION (self), NULL);

  return self->id;
}

const char *
rap_selection_get_article (RapSelection *self)
{
  g_return_val_if_fail (RAP_IS_SELECTION (self), NULL);

  return self->article;
}

char *
rap_selection_get_subject (RapSelection *self,
                           RapSession   *session,
                           RapKind      *kind)
{
  g_autoptr (RapRecord) record = NULL;

  g_return_val_if_fail (RAP_IS_SELECTION (self), NULL);

  *kind = self->kind;
  if (self->kind != RAP_KIND_EVIDENCE && self->kind != RAP_KIND_MENTION && self->kind != RAP_KIND_CODING)
    return g_strdup (self->id);

  record = session != NULL ? rap_session_load (session, self->kind, self->id, NULL) : NULL;
  if (record == NULL)
    return NULL;
  switch (self->kind)
    {
    case RAP_KIND_EVIDENCE:
      *kind = RAP_KIND_MEETING;
      return g_strdup (((RapEvidence *) record)->meeting);
    case RAP_KIND_MENTION:
      *kind = RAP_KIND_ENTITY;
      return g_strdup (((RapMention *) record)->entity);
    default:
      *kind = RAP_KIND_CODE;
      return g_strdup (((RapCoding *) record)->code);
    }
}

gboolean
rap_selection_is (RapSelection *self,
                  RapKind       kind,
                  const char   *id)
{
  g_return_val_if_fail (RAP_IS_SELECTION (self), FALSE);

  return id != NULL && self->kind == kind && g_strcmp0 (self->id, id) == 0;
}
