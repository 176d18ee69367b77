/* rap-inspector-claim.c
 *
 * The form of a claim: what it says, how firmly, who says so and through whom,
 * and where in the text. Its meetings and relations are RapClaimLinks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspector-claim.h"

#include <glib/gi18n.h>

#include "rap-anchor-row.h"
#include "rap-choice-row.h"
#include "rap-claim.h"
#include "rap-claim-links.h"
#include "rap-claim-order.h"
#include "rap-code-button.h"
#include "rap-commitment-pad.h"
#include "rap-delete.h"
#include "rap-field-row.h"
#include "rap-link-row.h"
#include "rap-list-box.h"
#include "rap-pick-button.h"
#include "rap-ref-row.h"
#include "rap-text-row.h"

struct _RapInspectorClaim
{
  RapForm           parent_instance;
  GtkLabel         *position;
  GtkWidget        *hedged;
  RapCommitmentPad *pad;
  GtkListBox       *via_list;
  RapPickButton    *via_button;
  GtkSwitch        *anonymous;
  RapCodeButton    *codes;
  RapAnchorRow     *content;
  RapAnchorRow     *cue;
  RapAnchorRow     *source;
  RapClaimLinks    *links;
  GtkListBox       *article;
  char             *article_shown; /* id and title that the row of @article was made with, or NULL */
  RapArticleView   *article_view;  /* weak reference */
  GtkRoot          *root;          /* whose focus is followed while the form is on show; weak reference */
  gboolean          loading;
};

G_DEFINE_FINAL_TYPE (RapInspectorClaim, rap_inspector_claim, RAP_TYPE_FORM)

/* An unsealed copy to be changed and committed. (transfer full) */
static RapClaim *
edit (RapInspectorClaim *self)
{
  return (RapClaim *) rap_form_edit (RAP_FORM (self));
}

static RapClaim *
get_claim (RapInspectorClaim *self)
{
  return (RapClaim *) rap_form_get_record (RAP_FORM (self));
}

static void
commit (RapInspectorClaim *self,
        const char        *label,
        RapClaim          *changed,
        RapRecord         *added)
{
  rap_form_commit (RAP_FORM (self), label, (RapRecord *) changed, added);
}

/* Commitment */

static void
pad_changed_cb (RapInspectorClaim *self)
{
  g_autoptr (RapClaim) changed = edit (self);

  changed->certainty = rap_commitment_pad_get_certainty (self->pad);
  changed->polarity = rap_commitment_pad_get_polarity (self->pad);
  commit (self, N_("Change commitment"), changed, NULL);
}

static void
anonymous_cb (RapInspectorClaim *self)
{
  if (!self->loading)
    rap_form_set_uint (RAP_FORM (self), "anonymous", gtk_switch_get_active (self->anonymous));
}

/* The chain it came through */

static GPtrArray *
copy_ids (char **ids)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (ids[i]));
  return copy;
}

/* @ids: (transfer full) (element-type utf8): becomes the chain */
static void
commit_via (RapInspectorClaim *self,
            GPtrArray         *ids,
            RapRecord         *added)
{
  g_autoptr (RapClaim) changed = edit (self);

  g_ptr_array_add (ids, NULL);
  g_strfreev (changed->via);
  changed->via = (char **) g_ptr_array_free (ids, FALSE);
  if (changed->via[0] == NULL)
    g_clear_pointer (&changed->via, g_strfreev);
  commit (self, N_("Change chain"), changed, added);
}

static void
via_picked_cb (RapInspectorClaim *self,
               const char        *id,
               RapRecord         *added,
               guint              choice)
{
  RapClaim *claim = get_claim (self);
  GPtrArray *ids = copy_ids (claim->via);

  g_ptr_array_add (ids, g_strdup (id));
  commit_via (self, ids, added);
}

static void
via_removed_cb (RapInspectorClaim *self,
                RapLinkRow        *row)
{
  GPtrArray *ids = copy_ids (get_claim (self)->via);

  g_ptr_array_remove_index (ids, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  commit_via (self, ids, NULL);
}

static void
via_moved_cb (RapInspectorClaim *self,
              int                step,
              RapLinkRow        *row)
{
  GPtrArray *ids = copy_ids (get_claim (self)->via);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  char *id = g_ptr_array_steal_index (ids, index);

  g_ptr_array_insert (ids, index + step, id);
  commit_via (self, ids, NULL);
}

static void
load_via (RapInspectorClaim *self,
          RapSession        *session,
          RapClaim          *claim)
{
  guint n = claim->via != NULL ? g_strv_length (claim->via) : 0;

  rap_list_box_clear (self->via_list);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = rap_session_get_name (session, RAP_KIND_ENTITY, claim->via[i]);
      GtkWidget *row = rap_link_row_new (RAP_KIND_ENTITY, claim->via[i], name, NULL);

      rap_link_row_set_removable (RAP_LINK_ROW (row), TRUE);
      rap_link_row_set_movable (RAP_LINK_ROW (row), i > 0, i + 1 < n);
      g_signal_connect_swapped (row, "removed", G_CALLBACK (via_removed_cb), self);
      g_signal_connect_swapped (row, "moved", G_CALLBACK (via_moved_cb), self);
      gtk_list_box_append (self->via_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->via_list), n > 0);
}

/* Codes */

static void
code_toggled_cb (RapInspectorClaim *self,
                 const char        *id,
                 gboolean           active)
{
  g_autoptr (RapClaim) changed = edit (self);
  GPtrArray *ids = copy_ids (changed->codes);
  guint index;

  if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &index))
    g_ptr_array_remove_index (ids, index);
  if (active)
    g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_add (ids, NULL);
  g_strfreev (changed->codes);
  changed->codes = (char **) g_ptr_array_free (ids, FALSE);
  if (changed->codes[0] == NULL)
    g_clear_pointer (&changed->codes, g_strfreev);
  commit (self, N_("Change codes"), changed, NULL);
}

/* Anchors */

/* The passage selected in the claim's article, or NULL, and then the user is told. (transfer full) */
static RapAnchor *
cut_passage (RapInspectorClaim *self)
{
  g_autoptr (RapRecord) article = NULL;
  RapRange range;

  if (self->article_view == NULL || !rap_article_view_get_passage (self->article_view, &range)
      || rap_range_is_empty (range))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Select the passage in the text first."));
      return NULL;
    }
  article = rap_session_load (rap_form_get_session (RAP_FORM (self)), RAP_KIND_ARTICLE,
                              get_claim (self)->article, NULL);
  return article != NULL ? rap_anchor_new (((RapArticle *) article)->text, &range, 1) : NULL;
}

static RapAnchor **
get_anchor_member (RapInspectorClaim *self,
                   RapClaim          *claim,
                   RapAnchorRow      *row)
{
  return row == self->content ? &claim->content : row == self->cue ? &claim->cue : &claim->source;
}

static const char *
get_anchor_label (RapInspectorClaim *self,
                  RapAnchorRow      *row)
{
  return row == self->content ? N_("Change passage") : row == self->cue ? N_("Change cue") : N_("Change source");
}

static void
anchor_taken_cb (RapInspectorClaim *self,
                 RapAnchorRow      *row)
{
  g_autoptr (RapAnchor) anchor = cut_passage (self);
  g_autoptr (RapClaim) changed = NULL;

  if (anchor == NULL)
    return;
  changed = edit (self);
  rap_set_anchor (get_anchor_member (self, changed, row), anchor);
  commit (self, get_anchor_label (self, row), changed, NULL);
}

static void
anchor_cleared_cb (RapInspectorClaim *self,
                   RapAnchorRow      *row)
{
  g_autoptr (RapClaim) changed = edit (self);

  rap_set_anchor (get_anchor_member (self, changed, row), NULL);
  commit (self, get_anchor_label (self, row), changed, NULL);
}

static void
anchor_shown_cb (RapInspectorClaim *self,
                 RapAnchorRow      *row)
{
  RapClaim *claim = get_claim (self);
  RapAnchor *anchor = *get_anchor_member (self, claim, row);

  if (anchor != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "(su)", claim->article,
                                rap_anchor_get_hull (anchor).start);
}

static void
delete_clicked_cb (RapInspectorClaim *self)
{
  rap_delete_record (GTK_WIDGET (self), rap_form_get_session (RAP_FORM (self)), RAP_KIND_CLAIM,
                     rap_form_get_record (RAP_FORM (self))->id);
}

/* "2 of 4": which of the article's claims, and what Enter does in the proposition. */
static void
update_position (RapInspectorClaim *self,
                 RapSession        *session,
                 RapClaim          *claim)
{
  g_autofree char *text = NULL;
  guint at, n;

  if (rap_session_find_claim_place (session, claim->article, RAP_RECORD (claim)->id, &at, &n, NULL))
    text = g_strdup_printf (at + 1 < n ? _("%u of %u · Enter next") : _("%u of %u · Enter to the text"),
                            at + 1, n);
  gtk_label_set_text (self->position, text != NULL ? text : "");
}

/* From the proposition to that of the next claim; after the last, to the text. */
static gboolean
rap_inspector_claim_go_on (RapForm    *form,
                           const char *field)
{
  RapClaim *claim = get_claim (RAP_INSPECTOR_CLAIM (form));
  g_autofree char *next = NULL;
  guint at, n;

  if (!g_str_equal (field, "proposition"))
    return FALSE;
  if (rap_session_find_claim_place (rap_form_get_session (form), claim->article, RAP_RECORD (claim)->id, &at, &n, &next)
      && next != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (form), "win.select", "(us)", (guint) RAP_KIND_CLAIM, next);
      rap_form_focus_first (form);
    }
  else
    rap_form_leave (form);
  return TRUE;
}

/* The text follows the keyboard */

/* Where the article first speaks of the meeting. */
static gboolean
find_evidence (RapSession *session,
               const char *article,
               const char *meeting,
               RapRange   *passage)
{
  g_autoptr (GPtrArray) evidence = rap_session_load_linked (session, RAP_KIND_EVIDENCE, meeting, 0, NULL);
  gboolean found = FALSE;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      RapEvidence *one = evidence->pdata[i];
      RapRange hull = rap_anchor_get_hull (one->anchor);

      if (g_strcmp0 (one->article, article) != 0 || (found && hull.start >= passage->start))
        continue;
      *passage = hull;
      found = TRUE;
    }
  return found;
}

/* The passage that the field with the keyboard is about: the cue of how firmly
 * it is said, the source of who says it, the evidence of a meeting, else what is said. */
static RapRange
find_passage (RapInspectorClaim *self,
              GtkWidget         *focus)
{
  RapClaim *claim = get_claim (self);
  const char *meeting = rap_claim_links_get_focused_meeting (self->links);
  GtkWidget *row = gtk_widget_get_ancestor (focus, RAP_TYPE_FIELD_ROW);
  const char *field = row != NULL ? rap_field_row_get_field (RAP_FIELD_ROW (row)) : "";
  gboolean on_cue = gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pad))
                    || focus == GTK_WIDGET (self->cue) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cue));
  gboolean on_source = focus == GTK_WIDGET (self->anonymous) || g_str_equal (field, "speaker")
                       || focus == GTK_WIDGET (self->source) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->source));
  RapRange passage;

  if (meeting != NULL && find_evidence (rap_form_get_session (RAP_FORM (self)), claim->article, meeting, &passage))
    return passage;
  if (on_cue && claim->cue != NULL)
    return rap_anchor_get_hull (claim->cue);
  if (on_source && claim->source != NULL)
    return rap_anchor_get_hull (claim->source);
  return rap_anchor_get_hull (claim->content);
}

static void
focus_changed_cb (RapInspectorClaim *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;

  if (focus == NULL || self->article_view == NULL || get_claim (self) == NULL
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  rap_article_view_reveal (self->article_view, get_claim (self)->article, find_passage (self, focus));
}

static void
unfollow_focus (RapInspectorClaim *self)
{
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, focus_changed_cb, self);
  g_clear_weak_pointer (&self->root);
}

static void
rap_inspector_claim_map (GtkWidget *widget)
{
  RapInspectorClaim *self = RAP_INSPECTOR_CLAIM (widget);

  GTK_WIDGET_CLASS (rap_inspector_claim_parent_class)->map (widget);
  unfollow_focus (self);
  g_set_weak_pointer (&self->root, gtk_widget_get_root (widget));
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
rap_inspector_claim_unmap (GtkWidget *widget)
{
  unfollow_focus (RAP_INSPECTOR_CLAIM (widget));
  GTK_WIDGET_CLASS (rap_inspector_claim_parent_class)->unmap (widget);
}

/* The claim's own popover, in the text. */
static void
relate_requested_cb (RapInspectorClaim *self)
{
  if (self->article_view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->article_view), "article.relate", NULL);
}

static void
load_article (RapInspectorClaim *self,
              RapSession        *session,
              RapClaim          *claim)
{
  g_autofree char *title = rap_session_get_name (session, RAP_KIND_ARTICLE, claim->article);
  g_autofree char *shown = g_strdup_printf ("%s %s", claim->article, title);

  if (g_strcmp0 (self->article_shown, shown) == 0)
    return;
  rap_set_string (&self->article_shown, shown);
  rap_list_box_clear (self->article);
  gtk_list_box_append (self->article, rap_link_row_new (RAP_KIND_ARTICLE, claim->article, title, NULL));
}

static void
rap_inspector_claim_refresh (RapForm   *form,
                             RapRecord *record)
{
  RapInspectorClaim *self = RAP_INSPECTOR_CLAIM (form);
  RapSession *session = rap_form_get_session (form);
  RapClaim *claim = (RapClaim *) record;

  self->loading = TRUE;
  update_position (self, session, claim);
  gtk_widget_set_visible (self->hedged, rap_claim_is_hedged (claim));
  rap_commitment_pad_set (self->pad, claim->certainty, claim->polarity);
  gtk_switch_set_active (self->anonymous, claim->anonymous);
  load_via (self, session, claim);
  rap_pick_button_set_session (self->via_button, session);
  rap_code_button_load (self->codes, session, (const char * const *) claim->codes);
  rap_anchor_row_set_anchor (self->content, claim->content);
  rap_anchor_row_set_anchor (self->cue, claim->cue);
  rap_anchor_row_set_anchor (self->source, claim->source);
  rap_claim_links_load (self->links, session, claim);
  load_article (self, session, claim);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pad), !rap_session_get_read_only (session));
  self->loading = FALSE;
}

static void
rap_inspector_claim_finalize (GObject *object)
{
  g_free (RAP_INSPECTOR_CLAIM (object)->article_shown);
  G_OBJECT_CLASS (rap_inspector_claim_parent_class)->finalize (object);
}

static void
rap_inspector_claim_dispose (GObject *object)
{
  unfollow_focus (RAP_INSPECTOR_CLAIM (object));
  g_clear_weak_pointer (&RAP_INSPECTOR_CLAIM (object)->article_view);

  G_OBJECT_CLASS (rap_inspector_claim_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (RAP_TYPE_ANCHOR_ROW);
  g_type_ensure (RAP_TYPE_CHOICE_ROW);
  g_type_ensure (RAP_TYPE_CLAIM_LINKS);
  g_type_ensure (RAP_TYPE_CODE_BUTTON);
  g_type_ensure (RAP_TYPE_COMMITMENT_PAD);
  g_type_ensure (RAP_TYPE_PICK_BUTTON);
  g_type_ensure (RAP_TYPE_REF_ROW);
  g_type_ensure (RAP_TYPE_TEXT_ROW);
}

static void
rap_inspector_claim_class_init (RapInspectorClaimClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_inspector_claim_dispose;
  G_OBJECT_CLASS (klass)->finalize = rap_inspector_claim_finalize;
  widget_class->map = rap_inspector_claim_map;
  widget_class->unmap = rap_inspector_claim_unmap;
  RAP_FORM_CLASS (klass)->refresh = rap_inspector_claim_refresh;
  RAP_FORM_CLASS (klass)->go_on = rap_inspector_claim_go_on;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-inspector-claim.ui");
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, position);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, hedged);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, pad);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, via_list);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, via_button);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, anonymous);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, codes);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, content);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, cue);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, source);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, links);
  gtk_widget_class_bind_template_child (widget_class, RapInspectorClaim, article);
  gtk_widget_class_bind_template_callback (widget_class, pad_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, anonymous_cb);
  gtk_widget_class_bind_template_callback (widget_class, via_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, anchor_taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, anchor_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, anchor_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, relate_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
rap_inspector_claim_init (RapInspectorClaim *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_inspector_claim_set_article_view (RapInspectorClaim *self,
                                      RapArticleView    *view)
{
  g_return_if_fail (RAP_IS_INSPECTOR_CLAIM (self));

  g_set_weak_pointer (&self->article_view, view);
}
