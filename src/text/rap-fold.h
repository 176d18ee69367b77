/* rap-fold.h
 *
 * Names made comparable, and known names found in a text. Folding is for
 * matching only; nothing folded is ever shown or stored as a name.
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

/* Small letters without marks, one space between words, punctuation gone, Arabic and Persian letter variants as one.
 * The script stays. For type-ahead and exact matching. (transfer full) */
char   *rap_fold_name     (const char *name);

/* What different spellings of one name have in common, in Latin letters: "Bagheri", "Baqeri" and "باقری" give the
 * same skeleton. Coarse: use it to propose, never to decide. (transfer full) */
char   *rap_fold_skeleton (const char *name);

/* Places of @name in @text as whole words, without regard to case, marks and letter variants.
 * (transfer full) (element-type RapRange) */
GArray *rap_find_name     (const char *text,
                           const char *name);

/**
 * RapKnownName:
 * @name: a name or one of its other spellings
 * @id: whose it is; several names may have the same
 */
typedef struct
{
  const char *name;
  const char *id;
} RapKnownName;

/**
 * RapNameHit:
 * @index: into the array of names
 * @range: where it stands, code points
 */
typedef struct
{
  guint index;
  RapRange range;
} RapNameHit;

/* All places of all names, by start; where names overlap only the longest counts.
 * (transfer full) (element-type RapNameHit) */
GArray *rap_find_names    (const char         *text,
                           const RapKnownName *names,
                           guint               n_names);

/**
 * rap_names_nearest:
 * @range: the passage, code points in @text
 * @language: (nullable): BCP 47 tag, for sentence bounds
 * @place: (out) (optional): where the name stands
 *
 * Who may be speaking: the known name nearest to the passage, one in the same
 * sentence before one in the same paragraph before the nearest in an earlier
 * paragraph. Outside the passage before inside it.
 *
 * Returns: index into @names, or G_MAXUINT when none is in sight
 */
guint   rap_names_nearest (const char         *text,
                           RapRange            range,
                           const RapKnownName *names,
                           guint               n_names,
                           const char         *language,
                           RapRange           *place);

G_END_DECLS
