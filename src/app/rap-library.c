/* rap-library.c
 *
 * The library: a switcher over four RapLibraryPage and the codebook. When the selection moves to
 * another kind by other panes, the library stays on the page the user chose.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-library.h"

#include "rap-code-page.h"
#include "rap-library-page.h"

struct _RapLibrary
{
  AdwBin          parent_instance;
  GtkStack       *stack;
  RapLibraryPage *articles;
  RapLibraryPage *meetings;
  RapLibraryPage *claims;
  RapLibraryPage *entities;
  RapCodePage    *codes;
};

G_DEFINE_FINAL_TYPE (RapLibrary, rap_library, ADW_TYPE_BIN)

static void
rap_library_class_init (RapLibraryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RAP_TYPE_CODE_PAGE);
  g_type_ensure (RAP_TYPE_LIBRARY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-library.ui");
  gtk_widget_class_bind_template_child (widget_class, RapLibrary, stack);
  gtk_widget_class_bind_template_child (widget_class, RapLibrary, articles);
  gtk_widget_class_bind_template_child (widget_class, RapLibrary, meetings);
  gtk_widget_class_bind_template_child (widget_class, RapLibrary, claims);
  gtk_widget_class_bind_template_child (widget_class, RapLibrary, entities);
  gtk_widget_class_bind_template_child (widget_class, RapLibrary, codes);
}

static void
rap_library_init (RapLibrary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_library_set_session (RapLibrary *self,
                         RapSession *session)
{
  g_return_if_fail (RAP_IS_LIBRARY (self));

  rap_library_page_set_session (self->articles, session);
  rap_library_page_set_session (self->meetings, session);
  rap_library_page_set_session (self->claims, session);
  rap_library_page_set_session (self->entities, session);
  rap_code_page_set_session (self->codes, session);
}

void
rap_library_set_selection (RapLibrary   *self,
                           RapSelection *selection)
{
  g_return_if_fail (RAP_IS_LIBRARY (self));

  rap_library_page_set_selection (self->articles, selection);
  rap_library_page_set_selection (self->meetings, selection);
  rap_library_page_set_selection (self->claims, selection);
  rap_library_page_set_selection (self->entities, selection);
  rap_code_page_set_selection (self->codes, selection);
}

void
rap_library_set_brush (RapLibrary       *self,
                       RapTimelineBrush *brush)
{
  g_return_if_fail (RAP_IS_LIBRARY (self));

  rap_library_page_set_brush (self->articles, brush);
  rap_library_page_set_brush (self->meetings, brush);
  rap_library_page_set_brush (self->claims, brush);
}

void
rap_library_focus_list (RapLibrary *self)
{
  GtkWidget *page;

  g_return_if_fail (RAP_IS_LIBRARY (self));

  page = gtk_stack_get_visible_child (self->stack);
  if (RAP_IS_CODE_PAGE (page))
    rap_code_page_focus_list (RAP_CODE_PAGE (page));
  else
    rap_library_page_focus_list (RAP_LIBRARY_PAGE (page));
}

void
rap_library_focus_filter (RapLibrary *self)
{
  GtkWidget *page;

  g_return_if_fail (RAP_IS_LIBRARY (self));

  page = gtk_stack_get_visible_child (self->stack);
  if (RAP_IS_CODE_PAGE (page))
    rap_code_page_focus_filter (RAP_CODE_PAGE (page));
  else
    rap_library_page_focus_filter (RAP_LIBRARY_PAGE (page));
}

GtkWidget *
rap_library_new_table (RapLibrary *self)
{
  g_return_val_if_fail (RAP_IS_LIBRARY (self), NULL);

  return GTK_WIDGET (rap_library_page_new_table (self->articles));
}

gboolean
rap_library_step_article (RapLibrary *self,
                          int         by)
{
  g_return_val_if_fail (RAP_IS_LIBRARY (self), FALSE);

  return rap_library_page_step (self->articles, by);
}
