/* rap-date-reading.c
 *
 * What is made of digits and signs only is meant as EDTF, and the reason is then
 * what is wrong with that; else words are tried.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-reading.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rap-date-reasons.h"
#include "rap-dates.h"
#include "rap-row-words.h"
#include "rap-words.h"

static gboolean
looks_like_edtf (const char *typed)
{
  return typed[strspn (typed, "0123456789-/.:~?%XYEZTS+[]{},")] == '\0';
}

/* What was typed is a date. */
static void
explain (RapDateReading *self,
         const char     *typed,
         const RapEdtf  *anchor)
{
  g_autofree char *words = rap_words_edtf (self->when);
  g_autofree char *from = anchor != NULL && self->hangs ? rap_row_words_date (anchor->text) : NULL;

  if (g_str_equal (typed, self->when->text))
    self->sentence = g_steal_pointer (&words);
  else if (from != NULL)
    /* Translators: EDTF, the same in words, and the date from which it was counted */
    self->sentence = g_strdup_printf (_("%s: %s, counted from %s"), self->when->text, words, from);
  else
    /* Translators: EDTF, and the same in words */
    self->sentence = g_strdup_printf (_("%s: %s"), self->when->text, words);
}

/* Whether @typed would be a date if it were known from which other it is counted. */
static gboolean
would_hang (const char *typed)
{
  g_autoptr (RapEdtf) some_day = rap_edtf_parse ("2001-01-01", NULL);
  RapDatesContext context = { some_day, some_day, NULL, 0 };
  gboolean reads;
  RapDatesHit hit;

  if (!rap_dates_read (typed, &context, &hit, NULL))
    return FALSE;
  reads = hit.when != NULL;
  rap_dates_hit_clear (&hit);
  return reads;
}

static void
refuse (RapDateReading *self,
        const char     *typed,
        const GError   *error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (RapEdtf) date = rap_edtf_parse (typed, &reason);

  self->wrong = TRUE;
  self->hangs = would_hang (typed);
  if (self->hangs)
    self->sentence = g_strdup (_("This is counted from another date. Say from which."));
  else
    self->sentence = rap_date_reason_text (date == NULL && looks_like_edtf (typed) ? reason->message : error->message);
}

RapDateReading *
rap_date_reading_new (const char    *typed,
                      const RapEdtf *anchor)
{
  RapDateReading *self = g_new0 (RapDateReading, 1);
  RapDatesContext context = { anchor, anchor, NULL, 0 };
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autoptr (GError) error = NULL;
  RapDatesHit hit;

  if (*stripped == '\0')
    {
      self->sentence = g_strdup (_("Undated. For example 2022-11-07, 2017-07, 2015, 2024-03-03~, 2020/.., early July 2017"));
      return self;
    }
  if (!rap_dates_read (stripped, &context, &hit, &error))
    {
      refuse (self, stripped, error);
      return self;
    }
  self->hangs = !g_str_equal (hit.anchor, "none");
  self->when = g_steal_pointer (&hit.when);
  if (self->when != NULL)
    {
      explain (self, stripped, anchor);
      return self;
    }
  self->wrong = TRUE;
  self->sentence = g_strdup (_("This can be two dates. Write year-month-day."));
  return self;
}

void
rap_date_reading_free (RapDateReading *self)
{
  g_clear_pointer (&self->when, rap_edtf_unref);
  g_free (self->sentence);
  g_free (self);
}
