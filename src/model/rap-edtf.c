/* rap-edtf.c
 *
 * EDTF values: from the parsed ends to four corners, and what is asked of
 * them. The grammar is in rap-edtf-scan.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf.h"

#include <string.h>

#include "rap-edtf-private.h"
#include "rap-error.h"

/* RapEdtf first, so that the public view is the same pointer. */
typedef struct
{
  RapEdtf         public;
  gatomicrefcount ref_count;
  GArray         *members;   /* or NULL */
} Edtf;

static RapEdtf *
new_edtf (const char *text)
{
  Edtf *self = g_new0 (Edtf, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->public.text = g_strdup (text);
  self->public.seconds = -1;

  return &self->public;
}

static void
add_qualifiers (RapEdtf *self,
                guint    uncertain,
                guint    approximate)
{
  self->uncertain_parts |= uncertain;
  self->approximate_parts |= approximate;
  self->uncertain |= uncertain != 0;
  self->approximate |= approximate != 0;
}

static RapPrecision
get_coarser (RapPrecision a,
             RapPrecision b)
{
  return rap_precision_compare (a, b) < 0 ? b : a;
}

static RapEdtf *
new_moment (const char        *text,
            const RapEdtfDate *date)
{
  RapEdtf *self = new_edtf (text);

  self->es = self->ee = date->first;
  self->ls = self->le = date->last + 1;
  self->precision = date->precision;
  self->season = date->season;
  self->seconds = date->seconds;
  add_qualifiers (self, date->uncertain, date->approximate);

  return self;
}

/* Both ends with a time of day: in seconds, at the same zone if both name one. */
static gint64
get_instant (const RapEdtfDate *date,
             gboolean           zoned)
{
  return date->first * 86400 + date->seconds - (zoned ? date->offset : 0);
}

static gboolean
is_backwards (const RapEdtfDate *a,
              const RapEdtfDate *b)
{
  gboolean zoned = a->has_offset && b->has_offset;

  if (a->end != RAP_END_GIVEN || b->end != RAP_END_GIVEN)
    return FALSE;
  if (a->seconds >= 0 && b->seconds >= 0)
    return get_instant (a, zoned) > get_instant (b, zoned);

  return a->first > b->last;
}

/* The start is from @a, the end from @b; neither can be beyond the other. */
static RapEdtf *
new_interval (const char        *text,
              const RapEdtfDate *a,
              const RapEdtfDate *b)
{
  RapEdtf *self = new_edtf (text);
  gboolean starts = a->end == RAP_END_GIVEN;
  gboolean stops = b->end == RAP_END_GIVEN;

  self->interval = TRUE;
  self->start_end = a->end;
  self->stop_end = b->end;
  add_qualifiers (self, a->uncertain | b->uncertain, a->approximate | b->approximate);
  self->precision = get_coarser (starts ? a->precision : RAP_PRECISION_NONE,
                                 stops ? b->precision : RAP_PRECISION_NONE);
  self->seconds = a->seconds;

  /* Across time zones the later moment may bear the earlier date. */
  self->es = starts ? (stops ? MIN (a->first, b->last) : a->first) : RAP_DAY_MIN;
  self->le = stops ? b->last + 1 : RAP_DAY_MAX;
  self->ls = starts ? MIN (a->last + 1, self->le) : self->le;
  self->ee = stops ? MAX (b->first, self->es) : self->es;

  return self;
}

/* The hull of the members. */
static void
set_hull (RapEdtf *self)
{
  gint64 first_end = G_MAXINT64, last_start = G_MININT64;

  self->es = RAP_DAY_MAX;
  self->le = RAP_DAY_MIN;
  for (guint i = 0; i < self->n_members; i++)
    {
      const RapEdtfMember *member = &self->members[i];

      self->es = MIN (self->es, member->first);
      self->le = MAX (self->le, member->end);
      first_end = MIN (first_end, member->first_end);
      last_start = MAX (last_start, member->last);
      self->precision = get_coarser (self->precision, member->precision);
      add_qualifiers (self, member->uncertain, member->approximate);
    }
  self->start_end = self->es == RAP_DAY_MIN ? RAP_END_OPEN : RAP_END_GIVEN;
  self->stop_end = self->le == RAP_DAY_MAX ? RAP_END_OPEN : RAP_END_GIVEN;
  self->ls = self->set == RAP_EDTF_ALL_OF ? MAX (first_end, self->es + 1) : self->le;
  self->ee = self->set == RAP_EDTF_ALL_OF ? MIN (last_start, self->le - 1) : self->es;
}

static RapEdtf *
parse_set (const char  *text,
           GError     **error)
{
  GArray *members = rap_edtf_scan_set (text, error);
  RapEdtf *self;

  if (members == NULL)
    return NULL;
  self = new_edtf (text);
  ((Edtf *) self)->members = members;
  self->set = *text == '[' ? RAP_EDTF_ONE_OF : RAP_EDTF_ALL_OF;
  self->members = (const RapEdtfMember *) (const void *) members->data;
  self->n_members = members->len;
  set_hull (self);

  return self;
}

RapEdtf *
rap_edtf_parse (const char  *text,
                GError     **error)
{
  RapEdtfDate a, b;
  const char *slash;

  g_return_val_if_fail (text != NULL, NULL);

  if (!rap_edtf_scan_characters (text, error))
    return NULL;
  if (*text == '[' || *text == '{')
    return parse_set (text, error);

  slash = strchr (text, '/');
  if (slash == NULL)
    return rap_edtf_scan_date (text, 0, strlen (text), &a, error) ? new_moment (text, &a) : NULL;

  if (!rap_edtf_scan_end (text, 0, slash - text, &a, error) ||
      !rap_edtf_scan_end (text, slash + 1 - text, strlen (text), &b, error))
    return NULL;

  if (a.end == RAP_END_UNKNOWN && b.end == RAP_END_UNKNOWN)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT,
                   "“%s” is no date: neither end of the interval is given", text);
      return NULL;
    }
  if (is_backwards (&a, &b))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT,
                   "“%s” is no date: the interval ends before it starts", text);
      return NULL;
    }

  return new_interval (text, &a, &b);
}

RapEdtf *
rap_edtf_new_day (gint64 day)
{
  g_autofree char *text = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  g_return_val_if_fail (year >= -9999 && year <= 9999, NULL);

  text = rap_day_format (day);
  return rap_edtf_parse (text, NULL);
}

RapEdtf *
rap_edtf_ref (const RapEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Edtf *) self)->ref_count);
  return (RapEdtf *) self;
}

void
rap_edtf_unref (RapEdtf *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&((Edtf *) self)->ref_count))
    return;

  g_clear_pointer (&((Edtf *) self)->members, g_array_unref);
  g_free (self->text);
  g_free (self);
}

gboolean
rap_edtf_equal (const RapEdtf *a,
                const RapEdtf *b)
{
  if (a == NULL || b == NULL || a == b)
    return a == b;

  return strcmp (a->text, b->text) == 0;
}

char *
rap_edtf_get_earliest (const RapEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->start_end == RAP_END_GIVEN ? rap_day_format (self->es) : NULL;
}

char *
rap_edtf_get_latest (const RapEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stop_end == RAP_END_GIVEN ? rap_day_format (self->le - 1) : NULL;
}

gboolean
rap_edtf_is_exact_day (const RapEdtf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->le - self->es == 1 && !self->uncertain && !self->approximate;
}

const char *
rap_precision_get_nick (RapPrecision precision)
{
  static const char *nicks[] = {
    "none", "second", "day", "month", "season", "year", "decade", "century",
    "millennium", "quarter", "third", "half"
  };

  g_return_val_if_fail ((guint) precision < G_N_ELEMENTS (nicks), NULL);

  return nicks[precision];
}

int
rap_precision_compare (RapPrecision a,
                       RapPrecision b)
{
  /* in hundredths of a month, roughly */
  static const int widths[] = { 0, 1, 3, 100, 300, 1200, 12000, 120000, 1200000, 300, 400, 600 };

  g_return_val_if_fail ((guint) a < G_N_ELEMENTS (widths) && (guint) b < G_N_ELEMENTS (widths), 0);

  return widths[a] < widths[b] ? -1 : widths[a] > widths[b];
}
