/* rap-extract.h
 *
 * What a page says about itself and which part of it is the report. The whole
 * page is kept as plain text, boilerplate included; the body is marked by
 * ranges. Nothing is invented: a member that the page does not state is NULL.
 * Pure functions: no I/O, no locale, any thread.
 *
 * The body is found by features of blocks and lines that hold in any language:
 * length, density of links, sentence marks, place between headline and end,
 * words shared with the headline and the opening, repetition on the page, and
 * the sum of all that over boxes or stretches of lines, after Kohlschütter et
 * al., "Boilerplate Detection using Shallow Text Features" (2010), and
 * Pasternack and Roth, "Extracting Article Text from the Web with Maximum
 * Subsequence Segmentation" (2009). Word lists are a weak signal only: class
 * names (rap-zone.c), openings of pointers to other stories (rap-plain.c).
 *
 * The day of publication is the one of the outlet's own calendar: a moment
 * declared in another time zone gives way to the day that the reader sees. The
 * day of a change is never taken for it.
 *
 * A web page takes about 4 ms. All takes time in proportion to the size: 100 MB
 * that are mostly scripts and styles take 1.5 s and 300 MB of memory, 24 MB of
 * nothing but markup and text 2 s and 230 MB, so refuse more of that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

/**
 * RapExtractSource:
 * @member: "title", "outlet", "published", "byline", "url", "language", "direction" or "body"
 * @where: the place and what stood there, in English, e.g. "line 1: “date 2022-11-08”"
 */
typedef struct
{
  char *member;
  char *where;
} RapExtractSource;

/**
 * RapExtract:
 * @title: (nullable): the headline
 * @outlet: (nullable): name of the outlet as the page spells it
 * @published: (nullable): publication date as EDTF, e.g. "2022-11-08"
 * @byline: (nullable): who wrote it, without "By"
 * @url: (nullable): canonical address
 * @language: (nullable): BCP 47 tag, e.g. "fa"
 * @direction: "ltr" or "rtl", static
 * @text: the whole page: valid UTF-8, LF line ends, never NULL
 * @ranges: (element-type RapRange): the body, in order, disjoint, code points in @text; empty when none was found
 * @found: (element-type RapExtractSource): where each member was found, in the order of members above
 */
typedef struct
{
  char *title;
  char *outlet;
  char *published;
  char *byline;
  char *url;
  char *language;
  const char *direction;
  char *text;
  GArray *ranges;
  GPtrArray *found;
} RapExtract;

/* A page saved or pasted as plain text. @utf8 must be valid UTF-8. (transfer full) */
RapExtract *rap_extract_text      (const char       *utf8);
/* A web page. @utf8 must be valid UTF-8; broken markup is read as browsers do. (transfer full) */
RapExtract *rap_extract_html      (const char       *utf8);
/* The body alone: its ranges joined by a blank line. (transfer full) */
char       *rap_extract_dup_body  (const RapExtract *self);
/* Where @member was found, or NULL. Owned by @self. */
const char *rap_extract_get_where (const RapExtract *self,
                                   const char       *member);
void        rap_extract_free      (RapExtract       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapExtract, rap_extract_free)

G_END_DECLS
