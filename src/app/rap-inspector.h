/* rap-inspector.h
 *
 * The form of what is chosen, or the rules of thumb when nothing is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-article-view.h"
#include "rap-selection.h"

G_BEGIN_DECLS

#define RAP_TYPE_INSPECTOR (rap_inspector_get_type ())
G_DECLARE_FINAL_TYPE (RapInspector, rap_inspector, RAP, INSPECTOR, AdwBin)

void rap_inspector_set_session      (RapInspector   *self,
                                     RapSession     *session);
void rap_inspector_set_selection    (RapInspector   *self,
                                     RapSelection   *selection);
/* Where passages are selected. */
void rap_inspector_set_article_view (RapInspector   *self,
                                     RapArticleView *view);
/* Shows @page (taken) in the place of the forms until it is replaced; NULL: the
 * form again. What is chosen may change meanwhile. */
void rap_inspector_set_page         (RapInspector   *self,
                                     GtkWidget      *page);
/* The keyboard to the form's first field. */
void rap_inspector_focus_first      (RapInspector   *self);

G_END_DECLS
