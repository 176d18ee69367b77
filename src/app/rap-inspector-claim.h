/* rap-inspector-claim.h
 *
 * The form of a claim.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article-view.h"
#include "rap-form.h"

G_BEGIN_DECLS

#define RAP_TYPE_INSPECTOR_CLAIM (rap_inspector_claim_get_type ())
G_DECLARE_FINAL_TYPE (RapInspectorClaim, rap_inspector_claim, RAP, INSPECTOR_CLAIM, RapForm)

/* Where the passages for anchors are selected; not kept alive. */
void rap_inspector_claim_set_article_view (RapInspectorClaim *self,
                                           RapArticleView    *view);

G_END_DECLS
