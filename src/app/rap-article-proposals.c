/* rap-article-proposals.c
 *
 * What is proposed for the claim just tagged: outlines in the text and a bar
 * below it, until it is accepted with one key, dropped with another, or another
 * claim is chosen. It follows the claim: what the analyst fills in herself is
 * proposed no longer. Nothing is written without the key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"
#include "rap-delete.h"
#include "rap-proposal-bar.h"

/**
 * RapArticleProposals:
 * @claim: id of the claim that it is for, or NULL
 * @proposal: NULL when nothing is pending
 * @left: RapProposalPart bits that were unticked, kept while the claim changes
 */
struct _RapArticleProposals
{
  RapProposalBar   *bar;
  char             *claim;
  RapClaimProposal *proposal;
  guint             left;
};

static void
add_ghosts (GArray           *ghosts,
            const RapAnchor  *anchor,
            RapHighlightStyle style)
{
  for (guint i = 0; anchor != NULL && i < anchor->n_ranges; i++)
    {
      RapHighlight ghost = { anchor->ranges[i], 0, style, 0 };

      g_array_append_val (ghosts, ghost);
    }
}

static void
show_ghosts (RapArticleView *self)
{
  const RapClaimProposal *proposal = self->proposals->proposal;
  g_autoptr (GArray) ghosts = g_array_new (FALSE, FALSE, sizeof (RapHighlight));
  guint parts = proposal != NULL ? proposal->parts & ~self->proposals->left : 0;

  if (self->marks == NULL)
    return;
  if ((parts & RAP_PART_CUE) != 0)
    add_ghosts (ghosts, proposal->cue, RAP_HIGHLIGHT_CUE);
  if ((parts & RAP_PART_SOURCE) != 0)
    add_ghosts (ghosts, proposal->source, RAP_HIGHLIGHT_SOURCE);
  rap_article_marks_set_ghosts (self->marks, (const RapHighlight *) ghosts->data, ghosts->len);
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
}

static void
set_proposal (RapArticleView   *self,
              RapClaimProposal *proposal)
{
  RapArticleProposals *proposals = self->proposals;

  rap_claim_proposal_free (proposals->proposal);
  proposals->proposal = proposal;
  rap_proposal_bar_show (proposals->bar, proposal, proposal != NULL ? proposal->parts & ~proposals->left : 0);
  show_ghosts (self);
}

static void
clear (RapArticleView *self)
{
  g_clear_pointer (&self->proposals->claim, g_free);
  self->proposals->left = 0;
  set_proposal (self, NULL);
}

static RapClaim *
find_claim (RapArticleView *self,
            const char     *id)
{
  RapArticleMark *mark = id != NULL && self->marks != NULL ? rap_article_marks_find (self->marks, id) : NULL;

  return mark != NULL && RAP_IS_CLAIM (mark->record) ? RAP_CLAIM (mark->record) : NULL;
}

static void
toggled_cb (RapArticleView *self)
{
  RapArticleProposals *proposals = self->proposals;

  if (proposals->proposal != NULL)
    proposals->left = proposals->proposal->parts & ~rap_proposal_bar_get_parts (proposals->bar);
  show_ghosts (self);
}

static RapRange
widen (RapRange         range,
       const RapAnchor *anchor)
{
  RapRange hull = anchor != NULL ? rap_anchor_get_hull (anchor) : range;

  return (RapRange) { MIN (range.start, hull.start), MAX (range.end, hull.end) };
}

/* The bar took its room from the text: the claim and what is proposed stay in sight. */
static void
shown_cb (RapArticleView *self)
{
  RapClaim *claim = find_claim (self, self->proposals->claim);
  const RapClaimProposal *proposal = self->proposals->proposal;
  RapRange range;

  if (claim == NULL || proposal == NULL)
    return;
  range = rap_anchor_get_hull (claim->content);
  rap_article_text_reveal (self->text, widen (widen (range, proposal->cue), proposal->source));
}

static void
accept (RapArticleView *self)
{
  RapClaim *claim = find_claim (self, self->proposals->claim);
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Accept proposals"));
  g_autoptr (RapClaimProposal) proposal = g_steal_pointer (&self->proposals->proposal);
  g_autoptr (GError) error = NULL;
  guint parts = proposal->parts & ~self->proposals->left;

  if (claim != NULL)
    rap_claim_proposal_add_edits (proposal, edits, claim, parts);
  if (claim != NULL && !rap_session_commit (self->session, edits, &error))
    {
      set_proposal (self, g_steal_pointer (&proposal));
      rap_article_view_report (self, error);
      return;
    }
  clear (self);
}

/* Proposes for the claim again: one that is there already can be asked about too. */
static void
ask_again (RapArticleView *self)
{
  RapArticleMark *current = rap_article_view_get_current (self);

  if (current == NULL || !RAP_IS_CLAIM (current->record))
    {
      rap_article_view_message (self, _("Nothing is proposed. Tag a claim with C, or choose one."));
      return;
    }
  if (rap_delete_refuse_read_only (GTK_WIDGET (self), self->session))
    return;
  rap_article_proposals_offer (self, current->record->id);
  if (self->proposals->proposal == NULL)
    rap_article_view_message (self, _("The text around this claim says nothing that it does not have."));
}

void
rap_article_proposals_accept (RapArticleView *self)
{
  rap_article_bounds_flush (self);
  if (self->proposals->proposal != NULL)
    accept (self);
  else
    ask_again (self);
}

void
rap_article_proposals_drop (RapArticleView *self)
{
  if (self->proposals->proposal != NULL)
    clear (self);
  else
    rap_article_view_message (self, _("Nothing is proposed. Tag a claim with C, or choose one."));
}

void
rap_article_proposals_offer (RapArticleView *self,
                             const char     *id)
{
  RapClaim *claim = find_claim (self, id);

  clear (self);
  if (claim == NULL)
    return;
  rap_set_string (&self->proposals->claim, id);
  set_proposal (self, rap_session_propose_parts (self->session, self->article, claim));
}

void
rap_article_proposals_follow (RapArticleView *self)
{
  RapArticleProposals *proposals = self->proposals;
  RapClaim *claim;

  if (proposals->proposal == NULL)
    return;
  claim = find_claim (self, proposals->claim);
  if (claim == NULL || !rap_selection_is (self->selection, RAP_KIND_CLAIM, proposals->claim))
    clear (self);
  else
    set_proposal (self, rap_session_propose_parts (self->session, self->article, claim));
}

/* Works wherever in the window the keyboard is, while something is proposed. */
static gboolean
shortcut_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  RapArticleView *self = user_data;

  if (self->proposals->proposal == NULL || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_variant_get_boolean (args))
    accept (self);
  else
    clear (self);
  return TRUE;
}

static void
add_shortcut (RapArticleView     *self,
              GtkEventController *controller,
              guint               key,
              gboolean            accepts)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_ALT_MASK),
                                            gtk_callback_action_new (shortcut_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (accepts));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

void
rap_article_proposals_init (RapArticleView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->proposals = g_new0 (RapArticleProposals, 1);
  self->proposals->bar = RAP_PROPOSAL_BAR (rap_proposal_bar_new ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->proposals->bar));
  g_signal_connect_swapped (self->proposals->bar, "accepted", G_CALLBACK (accept), self);
  g_signal_connect_swapped (self->proposals->bar, "dropped", G_CALLBACK (clear), self);
  g_signal_connect_swapped (self->proposals->bar, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (self->proposals->bar, "shown", G_CALLBACK (shown_cb), self);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (self, controller, GDK_KEY_y, TRUE);
  add_shortcut (self, controller, GDK_KEY_x, FALSE);
  gtk_widget_add_controller (GTK_WIDGET (self->proposals->bar), controller);
}

void
rap_article_proposals_dispose (RapArticleView *self)
{
  if (self->proposals == NULL)
    return;
  rap_claim_proposal_free (self->proposals->proposal);
  g_free (self->proposals->claim);
  g_clear_pointer (&self->proposals, g_free);
}
