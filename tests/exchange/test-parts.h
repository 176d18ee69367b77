/* test-parts.h
 *
 * What a reader makes of a file, as one string, for tests of readers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-part.h"

/* A file and what is expected of it. */
typedef struct
{
  const char *name;
  const char *file;
  const char *expected;
} PartCase;

/* One block a part: "KIND [name] (charset) {member=value …}" and its bytes on the next line; errors as "! message".
 * Says so when the reader's sniff does not know the bytes. (transfer full) */
char *describe_parts (const RapPartReader *reader,
                      const char          *data,
                      gsize                length);
/* Compares whole strings; adds a test a case, "/exchange/<nick>-reader/<name>". @reader and @cases are static. */
void  add_part_cases (const RapPartReader *reader,
                      const PartCase      *cases,
                      guint                n_cases);
/* Names of the cases whose bytes @reader takes for its own, in order, divided by spaces. (transfer full) */
char *sniff_cases    (const RapPartReader *reader,
                      const PartCase      *cases,
                      guint                n_cases);
