/* rap-edit.c
 *
 * Groups of (before, after) pairs and their inverse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edit.h"

static void
clear_edit (gpointer data)
{
  RapEdit *edit = data;

  g_clear_object (&edit->before);
  g_clear_object (&edit->after);
}

static RapRecord *
seal_and_ref (RapRecord *record)
{
  return record != NULL ? g_object_ref (rap_record_seal (record)) : NULL;
}

static void
append_edit (RapEdits  *self,
             RapRecord *before,
             RapRecord *after)
{
  RapEdit edit = { seal_and_ref (before), seal_and_ref (after) };

  g_array_append_val (self->edits, edit);
}

RapEdits *
rap_edits_new (const char *label)
{
  RapEdits *self = g_new0 (RapEdits, 1);

  self->label = g_strdup (label != NULL ? label : "");
  self->edits = g_array_new (FALSE, FALSE, sizeof (RapEdit));
  g_array_set_clear_func (self->edits, clear_edit);

  return self;
}

void
rap_edits_free (RapEdits *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->label);
  g_array_unref (self->edits);
  g_free (self);
}

void
rap_edits_insert (RapEdits  *self,
                  RapRecord *after)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (RAP_IS_RECORD (after));

  append_edit (self, NULL, after);
}

void
rap_edits_replace (RapEdits  *self,
                   RapRecord *before,
                   RapRecord *after)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (RAP_IS_RECORD (before));
  g_return_if_fail (RAP_IS_RECORD (after));
  g_return_if_fail (rap_record_get_kind (before) == rap_record_get_kind (after));
  g_return_if_fail (g_strcmp0 (before->id, after->id) == 0);

  rap_record_seal (before);
  rap_record_seal (after);
  if (!rap_record_equal (before, after))
    append_edit (self, before, after);
}

void
rap_edits_delete (RapEdits  *self,
                  RapRecord *before)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (RAP_IS_RECORD (before));

  append_edit (self, before, NULL);
}

RapEdits *
rap_edits_invert (const RapEdits *self)
{
  RapEdits *inverse;

  g_return_val_if_fail (self != NULL, NULL);

  inverse = rap_edits_new (self->label);
  for (guint i = self->edits->len; i > 0; i--)
    {
      const RapEdit *edit = rap_edits_get (self, i - 1);

      append_edit (inverse, edit->after, edit->before);
    }

  return inverse;
}
