/* rap-article-naming.c
 *
 * Names in the article pane: marking a passage as a name, what is offered after
 * it, and the way to all mentions of a name. How many more there are is counted
 * by a worker, so that the next key is never waited for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"
#include "rap-mention-sweep.h"
#include "rap-variants-index.h"

/* What waits for the count. */
typedef struct
{
  RapArticleView *view;   /* strong reference */
  GCancellable   *cancellable;
  char           *name;
} Count;

static void
count_free (Count *count)
{
  g_object_unref (count->view);
  g_object_unref (count->cancellable);
  g_free (count->name);
  g_free (count);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Count *count = user_data;
  g_autoptr (RapSweep) sweep = rap_session_sweep_finish (RAP_SESSION (source), result, NULL);
  g_autofree char *marked = g_strdup_printf (_("Marked as a mention of %s."), count->name);
  guint n = sweep != NULL ? sweep->hits->len : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("%u more in this project: T tags all.",
                                                     "%u more in this project: T tags all.", n), n);
  g_autofree char *sentence = n > 0 ? g_strdup_printf ("%s %s", marked, more) : g_strdup (marked);

  if (!g_cancellable_is_cancelled (count->cancellable))
    rap_article_view_message (count->view, sentence);
  count_free (count);
}

void
rap_article_naming_stop (RapArticleView *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

void
rap_article_naming_tell (RapArticleView *self,
                         const char     *mention)
{
  g_autoptr (RapRecord) record = rap_session_load (self->session, RAP_KIND_MENTION, mention, NULL);
  Count *count;

  rap_article_naming_stop (self);
  if (record == NULL)
    return;
  self->counting = g_cancellable_new ();
  count = g_new0 (Count, 1);
  count->view = g_object_ref (self);
  count->cancellable = g_object_ref (self->counting);
  count->name = rap_session_get_name (self->session, RAP_KIND_ENTITY, RAP_MENTION (record)->entity);
  rap_session_sweep_async (self->session, RAP_MENTION (record)->entity, NULL, NULL, self->counting, counted_cb, count);
}

gboolean
rap_article_naming_is_shared (RapArticleView *self,
                              const char     *name)
{
  g_autoptr (GPtrArray) pairs = rap_variants_match (self->session, name, G_MAXUINT);
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const RapVariant *variant = ((RapVariantPair *) pairs->pdata[i])->variant;

      n += variant->reasons->len == 1 && rap_variant_get (variant, 0)->kind == RAP_VARIANT_SAME;
    }
  return n > 1;
}

/* The entity of the chosen mention, or of the mention around the caret. (transfer full), or NULL */
static char *
find_marked (RapArticleView *self)
{
  RapArticleMark *current = rap_article_view_get_current (self);
  g_autoptr (GPtrArray) marks = NULL;

  if (current != NULL && RAP_IS_MENTION (current->record))
    return g_strdup (RAP_MENTION (current->record)->entity);
  if (self->marks == NULL)
    return NULL;
  marks = rap_article_marks_get_at (self->marks, rap_article_text_get_caret (self->text));
  for (guint i = 0; i < marks->len; i++)
    {
      RapRecord *record = ((RapArticleMark *) marks->pdata[i])->record;

      if (RAP_IS_MENTION (record))
        return g_strdup (RAP_MENTION (record)->entity);
    }
  return NULL;
}

/* The entity that is meant: of the selected name, else of a mention, else the chosen entity. (transfer full), or NULL */
static char *
find_meant (RapArticleView *self)
{
  g_autoptr (RapEntity) entity = NULL;
  g_autofree char *name = NULL;
  RapRange passage;
  char *marked;

  if (rap_article_view_get_passage (self, &passage))
    {
      name = rap_text_slice (self->article->text, passage);
      entity = rap_session_match_entity (self->session, name);
      return entity != NULL ? g_strdup (RAP_RECORD (entity)->id) : NULL;
    }
  marked = find_marked (self);
  if (marked == NULL && rap_selection_get_kind (self->selection) == RAP_KIND_ENTITY)
    marked = g_strdup (rap_selection_get_id (self->selection));
  return marked;
}

void
rap_article_naming_tag_all (RapArticleView *self)
{
  g_autofree char *entity = NULL;

  if (self->article == NULL)
    return;
  rap_article_bounds_flush (self);
  entity = find_meant (self);
  if (entity == NULL)
    rap_article_view_message (self, _("Choose a name first: click a mention, or select a name and press E to mark it."));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "names.tag-all", "s", entity);
}
