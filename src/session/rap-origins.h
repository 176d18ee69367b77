/* rap-origins.h
 *
 * How often a claim is reported, and how many origins that really has: claims
 * that repeat each other, directly or through others and in whatever
 * direction, are one report; an origin is one speaker in one family of copies.
 * Three agencies that copy one page are one origin. Derived, never stored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* More claims than that are not followed: the count is then "at least". */
#define RAP_ORIGINS_MAX_CLAIMS 500

/**
 * RapOrigin: one of them
 * @speaker: entity id, or NULL: unknown or anonymous
 * @article: id of the article that the others were copied from, as far as that is known
 * @n_claims: claims that go back to it
 */
typedef struct
{
  char  *speaker;
  char  *article;
  guint  n_claims;
} RapOrigin;

/**
 * RapOrigins:
 * @n_claims: claims that say the same, the one asked for included; at least 1
 * @origins: (element-type RapOrigin): the one with the most claims first
 * @cut: there are more than RAP_ORIGINS_MAX_CLAIMS
 */
typedef struct
{
  guint      n_claims;
  GPtrArray *origins;
  gboolean   cut;
} RapOrigins;

/* (transfer full) */
RapOrigins *rap_session_find_origins (RapSession  *self,
                                      const char  *claim,
                                      GError     **error);
void        rap_origins_free         (RapOrigins  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapOrigins, rap_origins_free)

G_END_DECLS
