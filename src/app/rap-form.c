/* rap-form.c
 *
 * Forms edit by copying: a sealed record is copied, one member is set, and
 * (before, after) is committed under a name that the history shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-form.h"

#include <glib/gi18n.h>

#include "rap-choice-row.h"
#include "rap-delete.h"
#include "rap-error.h"
#include "rap-field-row.h"
#include "rap-unsaved.h"

typedef struct
{
  RapSession *session;  /* or NULL */
  RapRecord  *record;   /* or NULL */
  RapUnsaved *unsaved;  /* what fields could not write yet */
  GPtrArray  *rows;     /* of the template: RapFieldRow and RapChoiceRow; borrowed */
  guint       source;   /* that brings the rows up to date, or 0 */
  gboolean    outdated; /* the rows do not show all that changed */
  gboolean    leaving;  /* what was typed is being committed, for another record comes */
  gboolean    foreign;  /* the rows show another record; only while the form is not on show */
} RapFormPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RapForm, rap_form, ADW_TYPE_BIN)

/* What a change of a member is called in the history; translated when shown. */
static const struct { const char *field, *label; } labels[] = {
  { "title", N_("Change title") },
  { "name", N_("Change name") },
  { "proposition", N_("Change proposition") },
  { "note", N_("Change note") },
  { "speaker", N_("Change speaker") },
  { "anonymous", N_("Change anonymity") },
  { "mode", N_("Change mode") },
  { "tense", N_("Change tense") },
  { "credibility", N_("Change credibility") },
  { "status", N_("Change status") },
  { "when", N_("Change date") },
  { "published", N_("Change publication date") },
  { "place", N_("Change place") },
  { "place_text", N_("Change place") },
  { "topic", N_("Change topic") },
  { "outcome", N_("Change outcome") },
  { "kind", N_("Change kind") },
  { "reliability", N_("Change reliability") },
  { "outlet", N_("Change outlet") },
  { "byline", N_("Change byline") },
  { "url", N_("Change address") },
  { "language", N_("Change language") },
  { "direction", N_("Change direction") },
  { "copied_from", N_("Change original") },
  { "parent", N_("Change parent code") },
  { "colour", N_("Change colour") },
  { "key", N_("Change key") },
  { "description", N_("Change description") },
};

static const char *
get_label (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].field, field))
        return labels[i].label;
    }
  return N_("Change");
}

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (RAP_IS_FIELD_ROW (child) || RAP_IS_CHOICE_ROW (child))
        g_ptr_array_add (rows, child);
      else
        collect_rows (child, rows);
    }
}

static void
load_rows (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);
  gboolean writable = !rap_session_get_read_only (priv->session);

  if (priv->rows == NULL)
    {
      priv->rows = g_ptr_array_new ();
      collect_rows (GTK_WIDGET (self), priv->rows);
    }
  for (guint i = 0; i < priv->rows->len; i++)
    {
      gtk_widget_set_sensitive (priv->rows->pdata[i], writable);
      if (RAP_IS_FIELD_ROW (priv->rows->pdata[i]))
        rap_field_row_load (priv->rows->pdata[i], priv->session, priv->record);
      else
        rap_choice_row_load (priv->rows->pdata[i], priv->record);
    }
}

/* What is being typed belongs to the record that goes. The commit leads back to
 * rap_form_set_record(), where the rows still seem to be changed. */
static void
commit_focused_row (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  if (priv->leaving)
    return;
  priv->leaving = TRUE;
  for (guint i = 0; priv->rows != NULL && i < priv->rows->len; i++)
    {
      if (RAP_IS_FIELD_ROW (priv->rows->pdata[i]))
        rap_field_row_commit (priv->rows->pdata[i]);
    }
  priv->leaving = FALSE;
}

static void
update_rows (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  g_clear_handle_id (&priv->source, g_source_remove);
  if (!priv->outdated)
    return;
  priv->outdated = priv->foreign = FALSE;
  load_rows (self);
  RAP_FORM_GET_CLASS (self)->refresh (self, priv->record);
}

static gboolean
update_rows_cb (gpointer data)
{
  RapForm *self = data;
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  priv->source = 0;
  update_rows (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that one key changes, before the next event and before the next
 * frame; what nobody sees waits until it is shown. */
static void
queue_update (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  priv->outdated = TRUE;
  if (priv->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->source = g_idle_add_full (G_PRIORITY_HIGH, update_rows_cb, self, NULL);
}

static void
rap_form_map (GtkWidget *widget)
{
  update_rows (RAP_FORM (widget));
  GTK_WIDGET_CLASS (rap_form_parent_class)->map (widget);
}

static void
rap_form_dispose (GObject *object)
{
  RapFormPrivate *priv = rap_form_get_instance_private (RAP_FORM (object));

  g_clear_handle_id (&priv->source, g_source_remove);
  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  rap_unsaved_end (priv->unsaved);
  g_clear_object (&priv->record);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (rap_form_parent_class)->dispose (object);
}

static void
rap_form_finalize (GObject *object)
{
  RapFormPrivate *priv = rap_form_get_instance_private (RAP_FORM (object));

  rap_unsaved_free (priv->unsaved);
  G_OBJECT_CLASS (rap_form_parent_class)->finalize (object);
}

static void
rap_form_class_init (RapFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rap_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = rap_form_finalize;
  GTK_WIDGET_CLASS (klass)->map = rap_form_map;
}

static void
rap_form_init (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  priv->unsaved = rap_unsaved_new ();
}

void
rap_form_set_record (RapForm    *self,
                     RapSession *session,
                     RapRecord  *record)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);
  g_autoptr (RapRecord) kept = record != NULL ? g_object_ref (record) : NULL;
  gboolean other;

  g_return_if_fail (RAP_IS_FORM (self));

  other = priv->record == NULL || record == NULL || g_strcmp0 (priv->record->id, record->id) != 0;
  if (other && priv->record != NULL && !priv->foreign)
    commit_focused_row (self);
  g_set_object (&priv->session, session);
  g_set_object (&priv->record, record);
  priv->outdated = FALSE;
  g_clear_handle_id (&priv->source, g_source_remove);
  if (session == NULL || record == NULL)
    return;
  priv->foreign |= other;
  queue_update (self);
  if (other && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_rows (self);
}

RapSession *
rap_form_get_session (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  return priv->session;
}

RapRecord *
rap_form_get_record (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  return priv->record;
}

RapRecord *
rap_form_edit (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  g_return_val_if_fail (priv->record != NULL, NULL);

  return rap_record_copy (priv->record);
}

gboolean
rap_form_commit (RapForm    *self,
                 const char *label,
                 RapRecord  *changed,
                 RapRecord  *added)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);
  g_autoptr (RapEdits) edits = rap_edits_new (label);

  if (added != NULL)
    rap_edits_insert (edits, added);
  rap_edits_replace (edits, priv->record, changed);
  return rap_form_commit_edits (self, edits);
}

gboolean
rap_form_commit_edits (RapForm        *self,
                       const RapEdits *edits)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  if (rap_edits_is_empty (edits) || rap_session_commit (priv->session, edits, &error))
    return TRUE;
  rap_report_error (GTK_WIDGET (self), error);
  return FALSE;
}

/* An unsealed copy of the record and the member that @field names; NULL when the form is empty. (transfer full) */
static RapRecord *
edit_field (RapForm         *self,
            const char      *field,
            const RapField **member)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);
  RapRecord *changed;

  if (priv->record == NULL)
    return NULL;
  changed = rap_form_edit (self);
  *member = rap_kind_find_field (rap_record_get_kind (changed), field);
  return changed;
}

gboolean
rap_form_set_string (RapForm    *self,
                     const char *field,
                     const char *value)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);
  const RapField *member;
  g_autoptr (RapRecord) changed = edit_field (self, field, &member);
  g_autoptr (RapEdits) edits = rap_edits_new (get_label (field));
  g_autoptr (GError) error = NULL;

  if (changed == NULL)
    return FALSE;
  rap_unsaved_forget (priv->unsaved, changed->id, field);
  rap_set_string (&rap_record_member (changed, member, char *), value);
  rap_edits_replace (edits, priv->record, changed);
  if (rap_edits_is_empty (edits) || rap_session_commit (priv->session, edits, &error))
    return TRUE;
  if (rap_unsaved_is_passing (error))
    rap_unsaved_keep (priv->unsaved, priv->session, changed, field, value, get_label (field));
  rap_report_error (GTK_WIDGET (self), error);
  return FALSE;
}

gboolean
rap_form_set_uint (RapForm    *self,
                   const char *field,
                   guint       value)
{
  const RapField *member;
  g_autoptr (RapRecord) changed = edit_field (self, field, &member);

  if (changed == NULL)
    return FALSE;
  rap_record_member (changed, member, guint) = value;
  return rap_form_commit (self, get_label (field), changed, NULL);
}

gboolean
rap_form_set_edtf (RapForm       *self,
                   const char    *field,
                   const RapEdtf *value)
{
  const RapField *member;
  g_autoptr (RapRecord) changed = edit_field (self, field, &member);

  if (changed == NULL)
    return FALSE;
  rap_set_edtf (&rap_record_member (changed, member, RapEdtf *), value);
  return rap_form_commit (self, get_label (field), changed, NULL);
}

gboolean
rap_form_set_ref (RapForm    *self,
                  const char *field,
                  const char *value,
                  RapRecord  *added)
{
  const RapField *member;
  g_autoptr (RapRecord) changed = edit_field (self, field, &member);

  if (changed == NULL)
    return FALSE;
  rap_set_string (&rap_record_member (changed, member, char *), value);
  return rap_form_commit (self, get_label (field), changed, added);
}

void
rap_form_focus_first (RapForm *self)
{
  RapFormPrivate *priv = rap_form_get_instance_private (self);

  update_rows (self);
  if (priv->rows != NULL && priv->rows->len > 0)
    gtk_widget_child_focus (priv->rows->pdata[0], GTK_DIR_TAB_FORWARD);
}

void
rap_form_go_on (RapForm    *self,
                const char *field)
{
  RapFormClass *klass = RAP_FORM_GET_CLASS (self);

  if (klass->go_on == NULL || !klass->go_on (self, field))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* The first frame lays out what has moved, the second finds it there. */
typedef struct
{
  guint   n_frames;
  void  (*then) (GtkWidget *widget);
} Showing;

static gboolean
shown_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Showing *showing = user_data;

  if (++showing->n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_mapped (widget))
    showing->then (widget);
  return G_SOURCE_REMOVE;
}

void
rap_form_show_then (GtkWidget *widget,
                    void     (*then) (GtkWidget *widget))
{
  Showing *showing = g_new0 (Showing, 1);

  showing->then = then;
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  gtk_widget_add_tick_callback (widget, shown_cb, showing, g_free);
}

RapForm *
rap_form_of (GtkWidget *widget)
{
  GtkWidget *form = gtk_widget_get_ancestor (widget, RAP_TYPE_FORM);

  return form != NULL ? RAP_FORM (form) : NULL;
}

void
rap_form_leave (RapForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-pane", "s", "article");
}
