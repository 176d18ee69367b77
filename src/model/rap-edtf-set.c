/* rap-edtf-set.c
 *
 * The grammar of EDTF: "[…]", one of several dates, and "{…}", all of them
 * (level 2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-scan-private.h"

#include <string.h>

static gsize
find_dots (const char *text,
           gsize       start,
           gsize       end)
{
  for (gsize i = start; i + 1 < end; i++)
    if (text[i] == '.' && text[i + 1] == '.')
      return i;
  return end;
}

/* One side of a range, or a date alone. */
static gboolean
read_side (RapEdtfScan *scan,
           gsize        end,
           RapEdtfDate *date)
{
  gsize start = scan->at;

  if (!rap_edtf_scan_date (scan->text, start, end, date, scan->error))
    return FALSE;
  if (date->seconds >= 0)
    return rap_edtf_scan_fail (scan, "a set holds dates without a time");
  scan->at = end;

  return TRUE;
}

static void
take_date (RapEdtfMember     *member,
           const RapEdtfDate *date)
{
  if (rap_precision_compare (member->precision, date->precision) < 0)
    member->precision = date->precision;
  member->uncertain |= date->uncertain;
  member->approximate |= date->approximate;
}

/* [start, end) without its commas. */
static gboolean
read_member (RapEdtfScan   *scan,
             gsize          end,
             RapEdtfMember *member)
{
  gsize start = scan->at;
  gsize dots = find_dots (scan->text, start, end);
  RapEdtfDate date;

  *member = (RapEdtfMember) { RAP_DAY_MIN, RAP_DAY_MIN + 1, RAP_DAY_MAX - 1, RAP_DAY_MAX, .range = dots < end };
  if (start == end)
    return rap_edtf_scan_fail (scan, "a date is expected here");
  if (dots + 2 == end && dots == start)
    return rap_edtf_scan_fail (scan, "a range needs a date");
  if (dots > start)
    {
      if (!read_side (scan, dots, &date))
        return FALSE;
      take_date (member, &date);
      member->first = date.first;
      member->first_end = date.last + 1;
      if (dots == end)
        {
          member->last = date.first;
          member->end = date.last + 1;
        }
    }
  if (dots + 2 >= end)
    return TRUE;
  scan->at = dots + 2;
  if (!read_side (scan, end, &date))
    return FALSE;
  take_date (member, &date);
  member->last = date.first;
  member->end = date.last + 1;
  scan->at = start;
  if (member->first > date.last)
    return rap_edtf_scan_fail (scan, "the range ends before it starts");
  member->first_end = MIN (member->first_end, member->end);
  member->last = MAX (member->last, member->first);

  return TRUE;
}

/* "..a" may only be first, "a.." only last. */
static gboolean
check_place (RapEdtfScan         *scan,
             const RapEdtfMember *member,
             gboolean             is_first,
             gboolean             is_last)
{
  if (member->first == RAP_DAY_MIN && !is_first)
    return rap_edtf_scan_fail (scan, "only the first date may be open to the past");
  if (member->end == RAP_DAY_MAX && !is_last)
    return rap_edtf_scan_fail (scan, "only the last date may be open to the future");

  return TRUE;
}

static gboolean
read_members (RapEdtfScan *scan,
              GArray      *members)
{
  for (;;)
    {
      const char *comma = memchr (scan->text + scan->at, ',', scan->end - scan->at);
      gsize start = scan->at;
      gsize end = comma != NULL ? (gsize) (comma - scan->text) : scan->end;
      RapEdtfMember member;

      if (!read_member (scan, end, &member))
        return FALSE;
      scan->at = start;
      if (!check_place (scan, &member, members->len == 0, comma == NULL))
        return FALSE;
      g_array_append_val (members, member);
      if (comma == NULL)
        return TRUE;
      scan->at = end + 1;
    }
}

GArray *
rap_edtf_scan_set (const char  *text,
                   GError     **error)
{
  gsize length = strlen (text);
  RapEdtfScan scan = { text, 1, length - 1, error };
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (RapEdtfMember));
  char closing = *text == '[' ? ']' : '}';

  if (length < 2 || text[length - 1] != closing)
    {
      scan.at = length;
      rap_edtf_scan_fail (&scan, "“%c” is missing", closing);
      return NULL;
    }
  if (!read_members (&scan, members))
    return NULL;

  return g_steal_pointer (&members);
}
