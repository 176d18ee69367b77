/* rap-delete.c
 *
 * Deleting a record through the session's cascade. Nothing is asked when
 * nothing depends on the record: undo is offered instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-delete.h"

#include <glib/gi18n.h>

#include "rap-delete-popover.h"
#include "rap-delete-words.h"
#include "rap-error-text.h"

/* What the deletion waits for. */
typedef struct
{
  GtkWidget  *widget;   /* weak, or NULL: gone with its window */
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

static void
deletion_free (Deletion *self)
{
  g_clear_weak_pointer (&self->widget);
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

static void
apply (Deletion *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->widget == NULL)
    return;
  if (!rap_session_commit (self->session, self->edits, &error))
    {
      rap_report_error (self->widget, error);
      return;
    }
  text = g_strdup_printf (_("Deleted “%s”"), self->title);
  /* the widget may have been that of the record */
  if (self->widget != NULL)
    gtk_widget_activate_action (self->widget, "win.toast-undo", "s", text);
}

static void
free_deletion (gpointer  self,
               GClosure *closure)
{
  deletion_free (self);
}

/* The deletion is gone with the popover's handler, whether it was confirmed or not. */
static GtkPopover *
ask (Deletion   *self,
     const char *gone,
     const char *left)
{
  RapDeletePopover *popover = rap_delete_popover_open (self->widget, self->title, gone, left);

  g_signal_connect_data (popover, "confirmed", G_CALLBACK (apply), self, free_deletion, G_CONNECT_SWAPPED);
  return GTK_POPOVER (popover);
}

gboolean
rap_delete_refuse_read_only (GtkWidget  *widget,
                             RapSession *session)
{
  g_autoptr (GError) error = NULL;

  if (!rap_session_get_read_only (session))
    return FALSE;
  g_set_error (&error, RAP_ERROR, RAP_ERROR_READ_ONLY, "%s: is open for reading only", rap_session_get_path (session));
  rap_report_error (widget, error);
  return TRUE;
}

GtkPopover *
rap_delete_record (GtkWidget  *widget,
                   RapSession *session,
                   RapKind     kind,
                   const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdits) edits = rap_edits_new (labels[kind]);
  g_autoptr (RapRecord) record = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *left = NULL;
  Deletion *self;

  /* said at once, not after the question */
  if (rap_delete_refuse_read_only (widget, session))
    return NULL;
  record = rap_session_load (session, kind, id, &error);
  if (record == NULL || !rap_session_add_deletion (session, edits, record, NULL, &error))
    {
      rap_report_error (widget, error);
      return NULL;
    }
  gone = rap_delete_words_gone (edits, record->id);
  left = rap_delete_words_left (edits, record->id);
  self = g_new0 (Deletion, 1);
  g_set_weak_pointer (&self->widget, widget);
  self->session = g_object_ref (session);
  self->edits = g_steal_pointer (&edits);
  self->title = make_title (record);
  if (*gone != '\0' || *left != '\0')
    return ask (self, gone, left);
  apply (self);
  deletion_free (self);
  return NULL;
}

void
rap_report_error (GtkWidget    *widget,
                  const GError *error)
{
  g_autofree char *text = rap_error_text (error);

  g_message ("%s", error->message);
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}
