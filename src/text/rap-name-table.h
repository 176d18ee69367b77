/* rap-name-table.h
 *
 * Known names made ready for being found in many texts: folding and cutting
 * them is most of the work of rap_find_names(), so keep the table while the
 * names stay the same. Any thread may look while nothing is added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-fold.h"

G_BEGIN_DECLS

typedef struct _RapNameTable RapNameTable;

/* Borrows nothing from @names. */
RapNameTable *rap_name_table_new   (const RapKnownName *names,
                                    guint               n_names);
/* One more, which hits call @index. */
void          rap_name_table_add   (RapNameTable       *self,
                                    const char         *name,
                                    guint               index);
void          rap_name_table_free  (RapNameTable       *self);
/* As rap_find_names(). (transfer full) (element-type RapNameHit) */
GArray       *rap_name_table_find  (const RapNameTable *self,
                                    const char         *text);

/* Of @hits the one nearest to @range, in the order of rap_names_nearest(); its number, or G_MAXUINT. */
guint         rap_name_hits_nearest (const char        *text,
                                    RapRange            range,
                                    const RapNameHit   *hits,
                                    guint               n_hits,
                                    const char         *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapNameTable, rap_name_table_free)

G_END_DECLS
