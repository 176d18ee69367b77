/* rap-reading-empty.c
 *
 * The page in the place of an article when none is on show: what to do first
 * depends on whether the project has any. Nor is one shown that a text view
 * cannot lay out: the time for a line grows faster than its length, 50,000
 * characters take some seconds and a million takes minutes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-article-view-private.h"

#include <string.h>

#define MAX_LINE (100 * 1024)   /* bytes */

gboolean
rap_article_empty_is_for (RapArticle *article)
{
  const char *line = rap_text_get_utf8 (article->text);

  while (*line != '\0')
    {
      gsize length = strcspn (line, "\n");

      if (length > MAX_LINE)
        return TRUE;
      line += length + (line[length] == '\n' ? 1 : 0);
    }
  return FALSE;
}

void
rap_article_empty_show (RapArticleView *self,
                        RapArticle     *article)
{
  gboolean any = self->session != NULL && rap_session_count (self->session, RAP_KIND_ARTICLE) > 0;
  gboolean writable = self->session != NULL && !rap_session_get_read_only (self->session);

  if (article != NULL)
    {
      adw_status_page_set_title (self->empty_page, _("This Article Cannot Be Shown"));
      adw_status_page_set_description (self->empty_page,
                                       _("It has a line that is too long for the window. The article is kept as it is, and is searched and exported. To read it here, break the line in the saved page and import that."));
      return;
    }
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
