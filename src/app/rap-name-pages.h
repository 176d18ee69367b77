/* rap-name-pages.h
 *
 * The pages about names that take the inspector's place for a while: all
 * mentions, variants, merging, splitting. Opened from anywhere in the workbench
 * by its class actions:
 *   names.tag-all (s entity), names.variants (s entity, "" = of the project),
 *   names.merge (ss from, into), names.split (s entity), names.close,
 *   names.show (suu article, start, end: code points) selects a passage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @workbench_class: of RapWorkbench. */
void rap_name_pages_install (GtkWidgetClass *workbench_class);

G_END_DECLS
