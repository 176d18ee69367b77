/* rap-entity-variants.h
 *
 * Who may be whom: a page of the inspector with the proposals for one entity
 * (others of a like name, and spellings in the texts that nobody bears) or for
 * the whole project. Each comes with its reason, and is accepted or refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_ENTITY_VARIANTS (rap_entity_variants_get_type ())
G_DECLARE_FINAL_TYPE (RapEntityVariants, rap_entity_variants, RAP, ENTITY_VARIANTS, AdwBin)

/* @entity: NULL for the whole project */
GtkWidget *rap_entity_variants_new (RapSession *session,
                                    const char *entity);

G_END_DECLS
