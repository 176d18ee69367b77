/* rap-claim-links.c
 *
 * The meetings and relations of a claim. Rows of meetings are kept while the
 * list stays the same, so that the keyboard stays where it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claim-links.h"

#include <glib/gi18n.h>

#include "rap-form.h"
#include "rap-link-row.h"
#include "rap-part-row.h"
#include "rap-pick-button.h"
#include "rap-record-words.h"

struct _RapClaimLinks
{
  AdwBin         parent_instance;
  GtkListBox    *meetings;
  RapPickButton *meeting_button;
  GtkListBox    *relations;
  RapPickButton *relation_button;
  GtkListBox    *article;
};

G_DEFINE_FINAL_TYPE (RapClaimLinks, rap_claim_links, ADW_TYPE_BIN)

static RapForm *
get_form (RapClaimLinks *self)
{
  return rap_form_of (GTK_WIDGET (self));
}

/* Meetings */

/* The links as the rows say. */
static GPtrArray *
collect_meetings (RapClaimLinks *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->meetings, i)) != NULL; i++)
    {
      RapPartRow *part = RAP_PART_ROW (row);
      g_autofree char *value = rap_part_row_dup_text (part);

      g_ptr_array_add (links, rap_claim_meeting_new (rap_part_row_get_id (part), rap_part_row_get_choice (part),
                                                     value[0] != '\0' ? value : NULL));
    }
  return links;
}

/* @links: (transfer full) */
static void
commit_meetings (RapClaimLinks *self,
                 const char    *label,
                 GPtrArray     *links)
{
  RapForm *form = get_form (self);
  g_autoptr (RapRecord) changed = rap_form_edit (form);
  RapClaim *claim = (RapClaim *) changed;

  g_clear_pointer (&claim->meetings, g_ptr_array_unref);
  if (links->len > 0)
    claim->meetings = g_ptr_array_ref (links);
  rap_form_commit (form, label, changed, NULL);
  g_ptr_array_unref (links);
}

static void
meeting_changed_cb (RapClaimLinks *self)
{
  commit_meetings (self, N_("Change meeting link"), collect_meetings (self));
}

static void
meeting_removed_cb (RapClaimLinks *self,
                    RapPartRow    *row)
{
  GPtrArray *links = collect_meetings (self);

  g_ptr_array_remove_index (links, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  commit_meetings (self, N_("Unlink meeting"), links);
}

static void
meeting_picked_cb (RapClaimLinks *self,
                   const char    *id,
                   RapRecord     *added,
                   guint          choice)
{
  GPtrArray *links = collect_meetings (self);

  g_ptr_array_add (links, rap_claim_meeting_new (id, choice, NULL));
  commit_meetings (self, N_("Link meeting"), links);
}

static gboolean
rows_match (RapClaimLinks *self,
            RapClaim      *claim)
{
  guint n = claim->meetings != NULL ? claim->meetings->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const RapClaimMeeting *link = claim->meetings->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->meetings, (int) i);

      if (row == NULL || g_strcmp0 (rap_part_row_get_id (RAP_PART_ROW (row)), link->meeting) != 0)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->meetings, (int) n) == NULL;
}

static void
create_meeting_rows (RapClaimLinks *self,
                     guint          n)
{
  rap_list_box_clear (self->meetings);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = rap_part_row_new (rap_record_words_get_aspects ());

      g_signal_connect_swapped (row, "changed", G_CALLBACK (meeting_changed_cb), self);
      g_signal_connect_swapped (row, "removed", G_CALLBACK (meeting_removed_cb), self);
      gtk_list_box_append (self->meetings, row);
    }
}

static void
load_meetings (RapClaimLinks *self,
               RapSession    *session,
               RapClaim      *claim)
{
  guint n = claim->meetings != NULL ? claim->meetings->len : 0;

  if (!rows_match (self, claim))
    create_meeting_rows (self, n);
  for (guint i = 0; i < n; i++)
    {
      const RapClaimMeeting *link = claim->meetings->pdata[i];
      RapPartRow *row = RAP_PART_ROW (gtk_list_box_get_row_at_index (self->meetings, (int) i));
      g_autofree char *title = rap_session_get_name (session, RAP_KIND_MEETING, link->meeting);

      rap_part_row_set_link (row, RAP_KIND_MEETING, link->meeting, title);
      rap_part_row_set_choice (row, link->aspect);
      rap_part_row_set_text (row, link->value, _("Value it gives"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->meetings), n > 0);
}

/* Relations */

static void
relation_picked_cb (RapClaimLinks *self,
                    const char    *id,
                    RapRecord     *added,
                    guint          choice)
{
  RapForm *form = get_form (self);
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Relate claims"));
  g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_RELATION);
  RapRelation *relation = (RapRelation *) record;

  relation->kind = choice;
  rap_set_string (&relation->from, rap_form_get_record (form)->id);
  rap_set_string (&relation->to, id);
  rap_edits_insert (edits, record);
  rap_form_commit_edits (form, edits);
}

static void
relation_removed_cb (RapClaimLinks *self,
                     RapLinkRow    *row)
{
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Delete relation"));

  rap_edits_delete (edits, g_object_get_data (G_OBJECT (row), "rap-relation"));
  rap_form_commit_edits (get_form (self), edits);
}

static GtkWidget *
create_relation_row (RapClaimLinks *self,
                     RapSession    *session,
                     RapRelation   *relation,
                     gboolean       from_here)
{
  static const char * const styles[] = { "repeats", "supports", "contradicts" };
  const char *other = from_here ? relation->to : relation->from;
  g_autoptr (RapRecord) claim = rap_session_load (session, RAP_KIND_CLAIM, other, NULL);
  g_autofree char *title = claim != NULL ? rap_record_words_claim ((RapClaim *) claim) : g_strdup (other);
  g_autofree char *article = claim != NULL ? rap_session_get_name (session, RAP_KIND_ARTICLE, ((RapClaim *) claim)->article)
                                           : g_strdup ("");
  GtkWidget *row = rap_link_row_new (RAP_KIND_CLAIM, other, title, article);

  rap_link_row_set_badge (RAP_LINK_ROW (row), rap_record_words_relation (relation->kind, from_here),
                          styles[relation->kind]);
  rap_link_row_set_removable (RAP_LINK_ROW (row), !rap_session_get_read_only (session));
  g_object_set_data_full (G_OBJECT (row), "rap-relation", g_object_ref (relation), g_object_unref);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (relation_removed_cb), self);
  return row;
}

static void
load_relations (RapClaimLinks *self,
                RapSession    *session,
                RapClaim      *claim)
{
  const char *id = ((RapRecord *) claim)->id;
  g_autoptr (GPtrArray) relations = rap_session_load_linked (session, RAP_KIND_RELATION, id, 0, NULL);
  guint n = relations != NULL ? relations->len : 0;

  rap_list_box_clear (self->relations);
  for (guint i = 0; i < n; i++)
    {
      RapRelation *relation = relations->pdata[i];

      gtk_list_box_append (self->relations,
                           create_relation_row (self, session, relation, g_strcmp0 (relation->from, id) == 0));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->relations), n > 0);
}

static void
load_article (RapClaimLinks *self,
              RapSession    *session,
              RapClaim      *claim)
{
  g_autofree char *title = rap_session_get_name (session, RAP_KIND_ARTICLE, claim->article);

  rap_list_box_clear (self->article);
  gtk_list_box_append (self->article, rap_link_row_new (RAP_KIND_ARTICLE, claim->article, title, NULL));
}

static void
rap_claim_links_class_init (RapClaimLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RAP_TYPE_PICK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-claim-links.ui");
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, meetings);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, meeting_button);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, relations);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, relation_button);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, article);
  gtk_widget_class_bind_template_callback (widget_class, meeting_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, relation_picked_cb);
}

static void
rap_claim_links_init (RapClaimLinks *self)
{
  const char *relations[] = {
    rap_record_words_relation (RAP_RELATION_REPEATS, TRUE),
    rap_record_words_relation (RAP_RELATION_SUPPORTS, TRUE),
    rap_record_words_relation (RAP_RELATION_CONTRADICTS, TRUE),
    NULL
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->meeting_button, "choices", rap_record_words_get_aspects (), NULL);
  g_object_set (self->relation_button, "choices", relations, NULL);
}

void
rap_claim_links_load (RapClaimLinks *self,
                      RapSession    *session,
                      RapClaim      *claim)
{
  g_return_if_fail (RAP_IS_CLAIM_LINKS (self));

  rap_pick_button_set_session (self->meeting_button, session);
  rap_pick_button_set_session (self->relation_button, session);
  load_meetings (self, session, claim);
  load_relations (self, session, claim);
  load_article (self, session, claim);
}
