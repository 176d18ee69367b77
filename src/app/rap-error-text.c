/* rap-error-text.c
 *
 * The error domain's codes as sentences. The layers below say what and which
 * in English for logs and scripts; the window says it in the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-error-text.h"

#include <glib/gi18n.h>

#include "rap-below-words.h"

static const char * const sentences[] = {
  [RAP_ERROR_INVALID] = N_("That value is not possible here."),
  [RAP_ERROR_REFERENCE] = N_("This refers to something that does not exist or is still in use."),
  [RAP_ERROR_NOT_FOUND] = N_("There is nothing of that name."),
  [RAP_ERROR_EXISTS] = N_("A file of that name exists already; nothing was overwritten."),
  [RAP_ERROR_NOT_TEXT] = N_("This file does not contain text."),
  [RAP_ERROR_EMPTY] = N_("This file is empty."),
  [RAP_ERROR_FORMAT] = N_("This could not be read because it is malformed."),
  [RAP_ERROR_FOREIGN] = N_("This file is not a Rapporteur project."),
  [RAP_ERROR_NEWER] = N_("This project was written by a newer version of Rapporteur."),
  [RAP_ERROR_DAMAGED] = N_("This project is damaged. Nothing was changed; open a backup instead."),
  [RAP_ERROR_LOCKED] = N_("This project is in use by another program."),
  [RAP_ERROR_READ_ONLY] = N_("This project or its folder cannot be written to."),
  [RAP_ERROR_IO] = N_("The file could not be read or written."),
  [RAP_ERROR_STALE] = N_("This was changed elsewhere in the meantime; please try again."),
  [RAP_ERROR_CANCELLED] = N_("Stopped."),
  [RAP_ERROR_SAVING] = N_("Imported articles are being saved. Try again in a moment."),
  [RAP_ERROR_KEY_TAKEN] = N_("Another code has this key already. Choose a free key, or take it over in the code’s form."),
  [RAP_ERROR_NAME_TAKEN] = N_("There is a code of this name beside it already. Choose another name, or merge the two."),
  [RAP_ERROR_CYCLE] = N_("That would put it below itself. Choose another place for it."),
  [RAP_ERROR_KIND_IN_USE] = N_("Articles or meetings need the kind that it has, as their outlet or place. Give them another one first."),
};

/* What the analyst can do about it, where that is not plain. */
static const char * const hints[] = {
  [RAP_ERROR_NOT_FOUND] = N_("It may have been moved, renamed or deleted."),
  [RAP_ERROR_FOREIGN] = N_("Articles are not opened but imported: open or create a project, then import them."),
  [RAP_ERROR_NEWER] = N_("Update Rapporteur to open it."),
  [RAP_ERROR_LOCKED] = N_("Close it there to make changes here."),
  [RAP_ERROR_READ_ONLY] = N_("Choose another folder, or change who may write there."),
};

static const char *
get_hint (const GError *error)
{
  return error->code >= 0 && (guint) error->code < G_N_ELEMENTS (hints) ? hints[error->code] : NULL;
}

char *
rap_error_text (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == RAP_ERROR && error->code >= 0 && (guint) error->code < G_N_ELEMENTS (sentences))
    return g_strdup (_(sentences[error->code]));
  return g_strdup (error->message);
}

char *
rap_error_text_with_detail (const GError *error)
{
  g_autofree char *text = rap_error_text (error);
  g_autofree char *detail = NULL;

  if (error->domain != RAP_ERROR)
    return g_steal_pointer (&text);
  detail = rap_below_words (error->message);
  if (get_hint (error) == NULL)
    return g_strconcat (text, "\n\n", detail, NULL);
  return g_strconcat (text, "\n\n", _(get_hint (error)), "\n\n", detail, NULL);
}
