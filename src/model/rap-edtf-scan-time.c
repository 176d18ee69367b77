/* rap-edtf-scan-time.c
 *
 * The grammar of EDTF: the time of day after a whole date (level 0).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-scan-private.h"

static gboolean
read_offset (RapEdtfScan *scan,
             RapEdtfDate *date)
{
  int hours, minutes = 0;
  gboolean west;

  date->has_offset = TRUE;
  date->offset = 0;
  if (rap_edtf_scan_take (scan, 'Z'))
    return TRUE;

  west = rap_edtf_scan_take (scan, '-');
  if (!west)
    rap_edtf_scan_take (scan, '+');
  if (!rap_edtf_scan_two (scan, "hour", 0, 23, &hours))
    return FALSE;
  if (rap_edtf_scan_take (scan, ':') && !rap_edtf_scan_two (scan, "minute", 0, 59, &minutes))
    return FALSE;
  date->offset = (hours * 60 + minutes) * 60 * (west ? -1 : 1);

  return TRUE;
}

gboolean
rap_edtf_scan_time (RapEdtfScan *scan,
                    RapEdtfDate *date)
{
  gsize start = scan->at;
  int hour = 0, minute = 0, second = 0;

  if (!rap_edtf_scan_two (scan, "hour", 0, 24, &hour))
    return FALSE;
  if (!rap_edtf_scan_take (scan, ':'))
    return rap_edtf_scan_fail (scan, "a time is written hh:mm:ss");
  if (!rap_edtf_scan_two (scan, "minute", 0, 59, &minute))
    return FALSE;
  if (!rap_edtf_scan_take (scan, ':'))
    return rap_edtf_scan_fail (scan, "a time is written hh:mm:ss");
  if (!rap_edtf_scan_two (scan, "second", 0, 59, &second))
    return FALSE;
  if (rap_edtf_scan_peek (scan) == '.' || rap_edtf_scan_peek (scan) == ',')
    return rap_edtf_scan_fail (scan, "a time has no fractions of a second");
  if (hour == 24 && (minute > 0 || second > 0))
    {
      scan->at = start;
      return rap_edtf_scan_fail (scan, "only midnight may be written with hour 24");
    }

  date->precision = RAP_PRECISION_SECOND;
  date->seconds = (hour % 24 * 60 + minute) * 60 + second;
  if (hour == 24)
    date->first = ++date->last;

  if (rap_edtf_scan_peek (scan) == 'Z' || rap_edtf_scan_peek (scan) == '+' || rap_edtf_scan_peek (scan) == '-')
    return read_offset (scan, date);

  return TRUE;
}
