/* rap-claim-links.c
 *
 * The meetings and relations of a claim. Rows are kept while the list stays the
 * same, so that the keyboard stays where it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claim-links.h"

#include <glib/gi18n.h>

#include "rap-form.h"
#include "rap-list-box.h"
#include "rap-origins-button.h"
#include "rap-part-row.h"
#include "rap-pick-button.h"
#include "rap-record-words.h"
#include "rap-row-words.h"

struct _RapClaimLinks
{
  AdwBin            parent_instance;
  GtkListBox       *meetings;
  RapPickButton    *meeting_button;
  GtkListBox       *relations;
  GtkButton        *relate_button;
  RapOriginsButton *origins;
  char             *relations_of;  /* id of the claim that the rows of relations are of, or NULL */
};

G_DEFINE_FINAL_TYPE (RapClaimLinks, rap_claim_links, ADW_TYPE_BIN)

enum
{
  RELATE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
      rap_part_row_set_editable (row, !rap_session_get_read_only (session));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->meetings), n > 0);
}

/* Relations */

static void
relate_clicked_cb (RapClaimLinks *self)
{
  g_signal_emit (self, signals[RELATE_REQUESTED], 0);
}

static RapRelation *
get_relation (RapPartRow *row)
{
  return g_object_get_data (G_OBJECT (row), "rap-relation");
}

static void
relation_changed_cb (RapClaimLinks *self,
                     RapPartRow    *row)
{
  RapRelation *relation = get_relation (row);
  g_autoptr (RapRecord) changed = rap_record_copy ((RapRecord *) relation);
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Change relation"));
  g_autofree char *note = rap_part_row_dup_text (row);

  ((RapRelation *) changed)->kind = rap_part_row_get_choice (row);
  rap_set_string (&((RapRelation *) changed)->note, note);
  rap_edits_replace (edits, (RapRecord *) relation, changed);
  if (!rap_form_commit_edits (get_form (self), edits))
    rap_part_row_set_choice (row, relation->kind);
}

static void
relation_removed_cb (RapClaimLinks *self,
                     RapPartRow    *row)
{
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Delete relation"));

  rap_edits_delete (edits, (RapRecord *) get_relation (row));
  rap_form_commit_edits (get_form (self), edits);
}

/* The kinds, as they read from the claim that the form shows. */
static GtkWidget *
create_relation_row (RapClaimLinks *self,
                     gboolean       from_here)
{
  const char *kinds[] = {
    rap_record_words_relation (RAP_RELATION_REPEATS, from_here),
    rap_record_words_relation (RAP_RELATION_SUPPORTS, from_here),
    rap_record_words_relation (RAP_RELATION_CONTRADICTS, from_here),
    NULL
  };
  GtkWidget *row = rap_part_row_new (kinds);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (relation_changed_cb), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (relation_removed_cb), self);
  return row;
}

/* "Media Line, 8 Nov 2022" (transfer full) */
static char *
describe_article (RapSession *session,
                  RapClaim   *claim)
{
  g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_ARTICLE, claim->article, NULL);
  RapArticle *article = (RapArticle *) record;
  g_autofree char *outlet = NULL;
  g_autofree char *date = NULL;

  if (article == NULL)
    return g_strdup ("");
  outlet = article->outlet != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, article->outlet)
                                   : g_strdup (article->title);
  date = article->published != NULL ? rap_row_words_date (article->published->text) : g_strdup (_("undated"));
  return g_strdup_printf ("%s · %s", outlet, date);
}

static void
load_relation (RapPartRow  *row,
               RapSession  *session,
               RapRelation *relation,
               gboolean     from_here)
{
  const char *other = from_here ? relation->to : relation->from;
  g_autoptr (RapRecord) claim = rap_session_load (session, RAP_KIND_CLAIM, other, NULL);
  g_autofree char *title = claim != NULL ? rap_record_words_claim ((RapClaim *) claim) : g_strdup (other);
  g_autofree char *article = claim != NULL ? describe_article (session, (RapClaim *) claim) : g_strdup ("");

  g_object_set_data_full (G_OBJECT (row), "rap-relation", g_object_ref (relation), g_object_unref);
  rap_part_row_set_link (row, RAP_KIND_CLAIM, other, title);
  rap_part_row_set_subtitle (row, article);
  rap_part_row_set_choice (row, relation->kind);
  rap_part_row_set_text (row, relation->note, _("Note on the relation"));
  rap_part_row_set_editable (row, !rap_session_get_read_only (session));
}

static gboolean
relation_rows_match (RapClaimLinks *self,
                     GPtrArray     *relations)
{
  for (guint i = 0; i < relations->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->relations, (int) i);

      if (row == NULL || g_strcmp0 (((RapRecord *) get_relation (RAP_PART_ROW (row)))->id,
                                    ((RapRecord *) relations->pdata[i])->id) != 0)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->relations, (int) relations->len) == NULL;
}

static void
load_relations (RapClaimLinks *self,
                RapSession    *session,
                RapClaim      *claim)
{
  const char *id = ((RapRecord *) claim)->id;
  g_autoptr (GPtrArray) relations = rap_session_load_linked (session, RAP_KIND_RELATION, id, 0, NULL);
  guint n = relations != NULL ? relations->len : 0;
  gboolean keep = n > 0 && g_strcmp0 (self->relations_of, id) == 0 && relation_rows_match (self, relations);

  rap_set_string (&self->relations_of, id);
  if (!keep)
    rap_list_box_clear (self->relations);
  for (guint i = 0; i < n; i++)
    {
      RapRelation *relation = relations->pdata[i];
      gboolean from_here = g_strcmp0 (relation->from, id) == 0;

      if (!keep)
        gtk_list_box_append (self->relations, create_relation_row (self, from_here));
      load_relation (RAP_PART_ROW (gtk_list_box_get_row_at_index (self->relations, (int) i)), session, relation, from_here);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->relations), n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->relate_button), !rap_session_get_read_only (session));
  rap_origins_button_load (self->origins, session, id);
}

static void
rap_claim_links_finalize (GObject *object)
{
  g_free (RAP_CLAIM_LINKS (object)->relations_of);
  G_OBJECT_CLASS (rap_claim_links_parent_class)->finalize (object);
}

static void
rap_claim_links_class_init (RapClaimLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_claim_links_finalize;
  signals[RELATE_REQUESTED] = g_signal_new ("relate-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RAP_TYPE_ORIGINS_BUTTON);
  g_type_ensure (RAP_TYPE_PICK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-claim-links.ui");
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, meetings);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, meeting_button);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, relations);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, relate_button);
  gtk_widget_class_bind_template_child (widget_class, RapClaimLinks, origins);
  gtk_widget_class_bind_template_callback (widget_class, meeting_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, relate_clicked_cb);
}

static void
rap_claim_links_init (RapClaimLinks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->meeting_button, "choices", rap_record_words_get_aspects (), NULL);
}

void
rap_claim_links_load (RapClaimLinks *self,
                      RapSession    *session,
                      RapClaim      *claim)
{
  g_return_if_fail (RAP_IS_CLAIM_LINKS (self));

  rap_pick_button_set_session (self->meeting_button, session);
  load_meetings (self, session, claim);
  load_relations (self, session, claim);
}

const char *
rap_claim_links_get_focused_meeting (RapClaimLinks *self)
{
  GtkWidget *row;

  g_return_val_if_fail (RAP_IS_CLAIM_LINKS (self), NULL);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->meetings));
  return RAP_IS_PART_ROW (row) ? rap_part_row_get_id (RAP_PART_ROW (row)) : NULL;
}
