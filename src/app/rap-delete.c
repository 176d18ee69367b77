/* rap-delete.c
 *
 * Deleting a record through the session's cascade. Nothing is asked when
 * nothing depends on the record: undo is offered instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-delete.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rap-error-text.h"

/* What the deletion waits for. */
typedef struct
{
  GtkWidget  *widget;   /* strong reference */
  RapSession *session;  /* strong reference */
  RapEdits   *edits;
  char       *title;
} Deletion;

/* What the undoable group is called. */
static const char * const labels[RAP_N_KINDS] = {
  [RAP_KIND_CODE] = N_("Delete code"),
  [RAP_KIND_ENTITY] = N_("Delete entity"),
  [RAP_KIND_ARTICLE] = N_("Delete article"),
  [RAP_KIND_MEETING] = N_("Delete meeting"),
  [RAP_KIND_CLAIM] = N_("Delete claim"),
  [RAP_KIND_MENTION] = N_("Delete mention"),
  [RAP_KIND_EVIDENCE] = N_("Delete evidence"),
  [RAP_KIND_CODING] = N_("Delete coding"),
  [RAP_KIND_RELATION] = N_("Delete relation"),
};

/* "12 claims"; NULL for what is not worth a word. (transfer full) */
static char *
count_in_words (RapKind kind,
                guint   n)
{
  switch (kind)
    {
    case RAP_KIND_CODE:
      return g_strdup_printf (ngettext ("%u code", "%u codes", n), n);
    case RAP_KIND_ENTITY:
      return g_strdup_printf (ngettext ("%u entity", "%u entities", n), n);
    case RAP_KIND_ARTICLE:
      return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
    case RAP_KIND_MEETING:
      return g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n);
    case RAP_KIND_CLAIM:
      return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
    case RAP_KIND_MENTION:
      return g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
    case RAP_KIND_EVIDENCE:
      return g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", n), n);
    case RAP_KIND_CODING:
      return g_strdup_printf (ngettext ("%u coded passage", "%u coded passages", n), n);
    case RAP_KIND_RELATION:
      return g_strdup_printf (ngettext ("%u relation", "%u relations", n), n);
    default:
      return NULL;
    }
}

static void
deletion_free (Deletion *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->session);
  rap_edits_free (self->edits);
  g_free (self->title);
  g_free (self);
}

/* The beginning of what the record is called. (transfer full) */
static char *
make_title (const RapRecord *record)
{
  const char *title = rap_record_get_title (record);

  if (g_utf8_strlen (title, -1) <= 60)
    return g_strdup (title);
  else
    {
      g_autofree char *head = g_utf8_substring (title, 0, 59);

      return g_strconcat (head, "…", NULL);
    }
}

/* "12 claims, 3 mentions": what is deleted besides the record, or (@deleted
 * FALSE) what stays and loses its reference to it. (transfer full) */
static char *
list_others (const RapEdits *edits,
             const char     *id,
             gboolean        deleted)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint counts[RAP_N_KINDS] = { 0 };

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      if (edit->before != NULL && (edit->after == NULL) == deleted && g_strcmp0 (edit->before->id, id) != 0)
        counts[rap_record_get_kind (edit->before)]++;
    }
  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autofree char *words = counts[kind] > 0 ? count_in_words (kind, counts[kind]) : NULL;

      if (words == NULL)
        continue;
      if (list->len > 0)
        g_string_append (list, _(", "));
      g_string_append (list, words);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
apply (Deletion *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!rap_session_commit (self->session, self->edits, &error))
    {
      rap_report_error (self->widget, error);
      return;
    }
  text = g_strdup_printf (_("Deleted “%s”"), self->title);
  gtk_widget_activate_action (self->widget, "win.toast-undo", "s", text);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Deletion         *self)
{
  if (g_str_equal (response, "delete"))
    apply (self);
  deletion_free (self);
}

/* @dependents: those that go too; @losers: those that stay without it. Not both "". (transfer full) */
static char *
make_body (const char *dependents,
           const char *losers)
{
  if (losers[0] == '\0')
    return g_strdup_printf (_("This also deletes %s. It can be undone."), dependents);
  if (dependents[0] == '\0')
    return g_strdup_printf (_("It is still used and will be missing from %s. It can be undone."), losers);
  /* Translators: both are lists like "12 claims, 3 mentions" */
  return g_strdup_printf (_("This also deletes %s, and it will be missing from %s. It can be undone."),
                          dependents, losers);
}

static void
ask (Deletion   *self,
     const char *dependents,
     const char *losers)
{
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), self->title);
  g_autofree char *body = make_body (dependents, losers);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (self->widget)), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "delete", _("_Delete"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
rap_delete_record (GtkWidget  *widget,
                   RapSession *session,
                   RapKind     kind,
                   const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = rap_edits_new (labels[kind]);
  g_autoptr (RapRecord) record = rap_session_load (session, kind, id, &error);
  g_autofree char *dependents = NULL;
  g_autofree char *losers = NULL;
  Deletion *self;

  /* said at once, not after the question */
  if (record != NULL && rap_session_get_read_only (session))
    g_set_error (&error, RAP_ERROR, RAP_ERROR_READ_ONLY, "%s: is open for reading only", rap_session_get_path (session));
  if (error != NULL || !rap_session_add_deletion (session, edits, record, NULL, &error))
    {
      rap_report_error (widget, error);
      return;
    }
  dependents = list_others (edits, id, TRUE);
  losers = list_others (edits, id, FALSE);
  self = g_new0 (Deletion, 1);
  self->widget = g_object_ref (widget);
  self->session = g_object_ref (session);
  self->edits = g_steal_pointer (&edits);
  self->title = make_title (record);
  if (dependents[0] != '\0' || losers[0] != '\0')
    {
      ask (self, dependents, losers);
      return;
    }
  apply (self);
  deletion_free (self);
}

void
rap_report_error (GtkWidget    *widget,
                  const GError *error)
{
  g_autofree char *text = rap_error_text (error);

  g_message ("%s", error->message);
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}
