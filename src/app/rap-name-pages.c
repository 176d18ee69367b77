/* rap-name-pages.c
 *
 * Opens the pages about names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-name-pages.h"

#include <glib/gi18n.h>

#include "rap-entity-merge-page.h"
#include "rap-entity-split-page.h"
#include "rap-entity-variants.h"
#include "rap-mention-sweep-page.h"
#include "rap-workbench.h"

static void
tag_all_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  const char *entity = g_variant_get_string (parameter, NULL);

  if (rap_workbench_get_session (self) == NULL)
    return;
  if (rap_session_get_read_only (rap_workbench_get_session (self)))
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _("This project is open for reading only, so no mentions can be tagged."));
  else
    rap_workbench_open_page (self, rap_mention_sweep_page_new (rap_workbench_get_session (self), entity));
}

static void
variants_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  const char *entity = g_variant_get_string (parameter, NULL);

  if (rap_workbench_get_session (self) != NULL)
    rap_workbench_open_page (self, rap_entity_variants_new (rap_workbench_get_session (self),
                                                            *entity != '\0' ? entity : NULL));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  const char *from, *into;

  g_variant_get (parameter, "(&s&s)", &from, &into);
  if (rap_workbench_get_session (self) != NULL)
    rap_workbench_open_page (self, rap_entity_merge_page_new (rap_workbench_get_session (self), from, into));
}

static void
split_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RapWorkbench *self = RAP_WORKBENCH (widget);
  const char *entity = g_variant_get_string (parameter, NULL);

  if (rap_workbench_get_session (self) != NULL)
    rap_workbench_open_page (self, rap_entity_split_page_new (rap_workbench_get_session (self), entity));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  rap_workbench_open_page (RAP_WORKBENCH (widget), NULL);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *article;
  RapRange range;

  g_variant_get (parameter, "(&suu)", &article, &range.start, &range.end);
  rap_workbench_show_passage (RAP_WORKBENCH (widget), article, range);
}

void
rap_name_pages_install (GtkWidgetClass *workbench_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *type;
    GtkWidgetActionActivateFunc  func;
  } actions[] = {
    { "names.tag-all", "s", tag_all_action },
    { "names.variants", "s", variants_action },
    { "names.merge", "(ss)", merge_action },
    { "names.split", "s", split_action },
    { "names.close", NULL, close_action },
    { "names.show", "(suu)", show_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (workbench_class, actions[i].name, actions[i].type, actions[i].func);
}
