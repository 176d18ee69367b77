/* rap-variant.c
 *
 * A score with its reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-variant.h"

static void
clear_reason (gpointer data)
{
  RapVariantReason *reason = data;

  g_free (reason->a);
  g_free (reason->b);
}

RapVariant *
rap_variant_new (void)
{
  RapVariant *self = g_new0 (RapVariant, 1);

  self->score = 1;
  self->reasons = g_array_new (FALSE, FALSE, sizeof (RapVariantReason));
  g_array_set_clear_func (self->reasons, clear_reason);
  return self;
}

void
rap_variant_free (RapVariant *self)
{
  g_array_unref (self->reasons);
  g_free (self);
}

static gboolean
has_reason (const RapVariant     *self,
            RapVariantReasonKind  kind,
            const char           *a,
            const char           *b)
{
  for (guint i = 0; i < self->reasons->len; i++)
    {
      const RapVariantReason *reason = rap_variant_get (self, i);

      if (reason->kind == kind && g_str_equal (reason->a, a) && g_str_equal (reason->b, b))
        return TRUE;
    }
  return FALSE;
}

void
rap_variant_add (RapVariant           *self,
                 RapVariantReasonKind  kind,
                 const char           *a,
                 const char           *b)
{
  RapVariantReason reason = { kind, g_strdup (a != NULL ? a : ""), g_strdup (b != NULL ? b : "") };

  g_return_if_fail (self != NULL);

  if (has_reason (self, kind, reason.a, reason.b))
    clear_reason (&reason);
  else
    g_array_append_val (self->reasons, reason);
}
