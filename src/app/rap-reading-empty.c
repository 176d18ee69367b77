/* rap-reading-empty.c
 *
 * The page in the place of an article when none is on show: what to do first
 * depends on whether the project has any.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"

void
rap_article_empty_show (RapArticleView *self)
{
  gboolean any = self->session != NULL && rap_session_count (self->session, RAP_KIND_ARTICLE) > 0;
  gboolean writable = self->session != NULL && !rap_session_get_read_only (self->session);

  if (any)
    {
      adw_status_page_set_title (self->empty_page, _("Choose an Article"));
      adw_status_page_set_description (self->empty_page, _("Articles are listed at the left: choose one to read and tag it."));
      return;
    }
  adw_status_page_set_title (self->empty_page, _("No Articles Yet"));
  adw_status_page_set_description (self->empty_page,
                                   writable ? _("Drop saved pages here, paste text with Ctrl+Shift+V, or import files with Ctrl+I.")
                                            : _("This project has no articles, and it is open for reading only."));
}
