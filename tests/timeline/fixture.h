/* fixture.h
 *
 * Timeline items from one compact string, for tests:
 *
 *   "a 2017-07 Bagheri,Saadoun; @b 2020-11-16; c -"
 *
 * is a meeting "a" in two lanes, an article "b" and an undated meeting "c".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-items.h"

/* Sorted. (transfer full) */
RapTimelineItems *fixture_items (const char *text);
gint64            fixture_day   (const char *text);
