/* rap-article-relate.c
 *
 * Relations from the text: opening "Relate to…" for the chosen claim, which
 * claims are related to it, and jumping to them and back.
 *
 * Jumping goes round: from the claim where it began to each related one in
 * turn, then to the beginning again. Choosing anything else begins anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"
#include "rap-record-words.h"

/**
 * RapArticleJumps: where jumping began and where it led
 * @related: ids of the claims related to @related_of; NULL: not looked up yet
 * @hub: id of the claim where the round began, or NULL
 * @target: id of the claim that the last jump led to, or NULL
 * @trail: (element-type utf8): ids of the claims that were left by a jump, the last at the end
 */
struct _RapArticleJumps
{
  GHashTable *related;
  char       *related_of;
  char       *hub;
  char       *target;
  GPtrArray  *trail;
};

RapArticleJumps *
rap_article_jumps_new (void)
{
  RapArticleJumps *self = g_new0 (RapArticleJumps, 1);

  self->trail = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
rap_article_jumps_free (RapArticleJumps *self)
{
  rap_article_jumps_forget (self);
  g_ptr_array_unref (self->trail);
  g_free (self->hub);
  g_free (self->target);
  g_free (self);
}

void
rap_article_jumps_forget (RapArticleJumps *self)
{
  g_clear_pointer (&self->related, g_hash_table_unref);
  g_clear_pointer (&self->related_of, g_free);
}

static const char *
get_other_end (const RapRelation *relation,
               const char        *id)
{
  return g_strcmp0 (relation->from, id) == 0 ? relation->to : relation->from;
}

gboolean
rap_article_relate_is_related (RapArticleView *self,
                               const char     *claim,
                               const char     *other)
{
  RapArticleJumps *jumps = self->jumps;
  g_autoptr (GPtrArray) relations = NULL;

  if (jumps->related != NULL && g_strcmp0 (jumps->related_of, claim) == 0)
    return g_hash_table_size (jumps->related) > 0 && g_hash_table_contains (jumps->related, other);
  rap_article_jumps_forget (jumps);
  jumps->related_of = g_strdup (claim);
  jumps->related = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  relations = rap_session_load_linked (self->session, RAP_KIND_RELATION, claim, 0, NULL);
  for (guint i = 0; relations != NULL && i < relations->len; i++)
    g_hash_table_add (jumps->related, g_strdup (get_other_end (relations->pdata[i], claim)));
  return g_hash_table_contains (jumps->related, other);
}

/* The chosen claim, also when its passage is not in the article on show; NULL,
 * and the user is told, when none is. */
static const char *
take_claim (RapArticleView *self)
{
  rap_article_bounds_flush (self);
  if (rap_selection_get_kind (self->selection) == RAP_KIND_CLAIM)
    return rap_selection_get_id (self->selection);
  rap_article_view_message (self, _("Choose a claim first: click it, or press N until you are there."));
  return NULL;
}

void
rap_article_relate_open (RapArticleView *self)
{
  const char *id = take_claim (self);
  RapArticleMark *mark = id != NULL ? rap_article_marks_find (self->marks, id) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (mark == NULL)
    return;
  if (rap_session_get_read_only (self->session))
    {
      rap_article_view_message (self, _("This project is open for reading only: claims cannot be related."));
      return;
    }
  g_set_weak_pointer (&self->relate_return, root != NULL ? gtk_root_get_focus (root) : NULL);
  rap_article_text_reveal (self->text, mark->hull);
  rap_article_view_point_at (self, GTK_POPOVER (self->relater), mark->hull);
  rap_relate_chooser_open (self->relater, self->session, RAP_CLAIM (mark->record));
}

/* The keyboard goes back to where it was, unless it went elsewhere meanwhile. */
void
rap_article_relate_closed (RapArticleView *self)
{
  GtkWidget *relater = GTK_WIDGET (self->relater);
  GtkWidget *before = self->relate_return;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || focus == relater || gtk_widget_is_ancestor (focus, relater))
    {
      if (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_grab_focus (before))
        gtk_widget_grab_focus (GTK_WIDGET (self->text));
    }
  g_clear_weak_pointer (&self->relate_return);
}

/* "is repeated by: Media Line" (transfer full) */
static char *
describe_jump (RapArticleView    *self,
               const RapRelation *relation,
               const char        *from,
               guint              at,
               guint              n)
{
  g_autoptr (RapRecord) other = rap_session_load (self->session, RAP_KIND_CLAIM, get_other_end (relation, from), NULL);
  g_autofree char *article = other != NULL ? rap_session_get_name (self->session, RAP_KIND_ARTICLE,
                                                                   RAP_CLAIM (other)->article) : g_strdup ("");

  /* Translators: which relation of how many; "is repeated by"; title of the article */
  return g_strdup_printf (_("%u of %u · %s: %s"), at + 1, n,
                          rap_record_words_relation (relation->kind, g_strcmp0 (relation->from, from) == 0), article);
}

static void
show_claim (RapArticleView *self,
            const char     *id)
{
  RapArticleMark *mark;

  rap_set_string (&self->jumps->target, id);
  rap_selection_choose (self->selection, self->session, RAP_KIND_CLAIM, self->jumps->target);
  mark = rap_article_view_get_current (self);
  if (mark != NULL)
    rap_article_view_choose (self, mark->record);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
leave_claim (RapArticleView *self,
             const char     *id)
{
  g_ptr_array_add (self->jumps->trail, g_strdup (id));
}

/* Which relation of the hub led here; the number of relations when none did. */
static guint
find_relation (GPtrArray  *relations,
               const char *hub,
               const char *target)
{
  guint i;

  for (i = 0; i < relations->len; i++)
    if (g_strcmp0 (get_other_end (relations->pdata[i], hub), target) == 0)
      break;
  return i;
}

void
rap_article_relate_jump (RapArticleView *self)
{
  const char *id = take_claim (self);
  RapArticleJumps *jumps = self->jumps;
  g_autoptr (GPtrArray) relations = NULL;
  gboolean going_round = jumps->hub != NULL && g_strcmp0 (id, jumps->target) == 0;
  guint next = 0;

  if (id == NULL)
    return;
  if (!going_round)
    rap_set_string (&jumps->hub, id);
  relations = rap_session_load_linked (self->session, RAP_KIND_RELATION, jumps->hub, 0, NULL);
  if (relations == NULL || relations->len == 0)
    {
      rap_article_view_message (self, _("The claim has no relations. Press R to relate it to another."));
      return;
    }
  if (going_round && g_strcmp0 (id, jumps->hub) != 0)
    next = find_relation (relations, jumps->hub, id) + 1;
  leave_claim (self, id);
  if (next < relations->len)
    {
      const RapRelation *relation = relations->pdata[next];
      g_autofree char *sentence = describe_jump (self, relation, jumps->hub, next, relations->len);

      show_claim (self, get_other_end (relation, jumps->hub));
      rap_article_view_message (self, sentence);
    }
  else
    {
      show_claim (self, jumps->hub);
      rap_article_view_message (self, _("Back at the claim where the jumps began."));
    }
}

void
rap_article_relate_jump_from (RapArticleView *self,
                              const char     *id)
{
  RapArticleMark *mark = self->marks != NULL ? rap_article_marks_find (self->marks, id) : NULL;

  if (mark == NULL)
    return;
  rap_article_view_choose_quietly (self, mark->record);
  rap_article_relate_jump (self);
}

void
rap_article_relate_jump_back (RapArticleView *self)
{
  RapArticleJumps *jumps = self->jumps;

  rap_article_bounds_flush (self);
  while (jumps->trail->len > 0)
    {
      g_autofree char *id = g_ptr_array_steal_index (jumps->trail, jumps->trail->len - 1);
      g_autoptr (RapRecord) claim = rap_session_load (self->session, RAP_KIND_CLAIM, id, NULL);

      if (claim == NULL)
        continue;
      show_claim (self, id);
      return;
    }
  rap_article_view_message (self, _("There is no jump to go back from. J follows the relations of the chosen claim."));
}
