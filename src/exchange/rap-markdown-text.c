/* rap-markdown-text.c
 *
 * cmark renders to other markup only; this walks its tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-markdown-text-private.h"

#include <string.h>

/* With more than this share of its letters in links it is a page with its menus. */
#define MAX_LINK_PERCENT 25

typedef struct
{
  GString *out;
  guint    pictures;    /* open */
  gboolean held;        /* an item has begun, and its mark stands before what follows */
} Text;

static gboolean
is_tight (cmark_node *block)
{
  cmark_node *item = cmark_node_parent (block);
  cmark_node *list = item != NULL ? cmark_node_parent (item) : NULL;

  return list != NULL && cmark_node_get_type (list) == CMARK_NODE_LIST && cmark_node_get_list_tight (list);
}

/* Before a block: an empty line, or a line end. */
static void
divide (Text       *self,
        const char *with)
{
  while (self->out->len > 0 && self->out->str[self->out->len - 1] == '\n')
    g_string_truncate (self->out, self->out->len - 1);
  if (self->out->len > 0)
    g_string_append (self->out, with);
}

static void
begin_block (Text       *self,
             cmark_node *block)
{
  if (!self->held)
    divide (self, is_tight (block) ? "\n" : "\n\n");
  self->held = FALSE;
}

static void
begin_item (Text       *self,
            cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);

  if (!self->held)
    divide (self, cmark_node_get_list_tight (list) && cmark_node_previous (item) != NULL ? "\n" : "\n\n");
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    {
      int number = cmark_node_get_list_start (list);

      for (cmark_node *before = cmark_node_previous (item); before != NULL && number < 1000; number++)
        before = cmark_node_previous (before);
      g_string_append_printf (self->out, "%d. ", number);
    }
  else
    g_string_append (self->out, "– ");
  self->held = TRUE;
}

static void
enter (Text       *self,
       cmark_node *node)
{
  const char *literal;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      begin_block (self, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      begin_block (self, node);
      g_string_append (self->out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_ITEM:
      begin_item (self, node);
      break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      g_string_append (self->out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (self->out, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (self->out, '\n');
      break;
    case CMARK_NODE_HTML_INLINE:
      literal = cmark_node_get_literal (node);
      if (g_ascii_strncasecmp (literal, "<br", 3) == 0)
        g_string_append_c (self->out, '\n');
      break;
    default:
      break;
    }
}

char *
rap_markdown_text_render (cmark_node *node)
{
  cmark_iter *iter = cmark_iter_new (node);
  Text text = { g_string_new (NULL), 0, FALSE };
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *at = cmark_iter_get_node (iter);

      if (cmark_node_get_type (at) == CMARK_NODE_IMAGE)
        text.pictures += event == CMARK_EVENT_ENTER ? 1 : -1;
      else if (event == CMARK_EVENT_ENTER && text.pictures == 0)
        enter (&text, at);
      else if (event == CMARK_EVENT_EXIT && cmark_node_get_type (at) == CMARK_NODE_ITEM)
        text.held = FALSE;
    }
  cmark_iter_free (iter);
  return g_string_free (text.out, FALSE);
}

gboolean
rap_markdown_text_is_page (cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;
  gsize all = 0, linked = 0;
  guint depth = 0;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);
      gsize length = cmark_node_get_literal (node) != NULL ? strlen (cmark_node_get_literal (node)) : 0;

      if (type == CMARK_NODE_LINK)
        depth += event == CMARK_EVENT_ENTER ? 1 : -1;
      if (type != CMARK_NODE_TEXT && type != CMARK_NODE_HTML_BLOCK)
        continue;
      all += length;
      linked += depth > 0 || type == CMARK_NODE_HTML_BLOCK ? length : 0;
    }
  cmark_iter_free (iter);
  return 100 * linked > MAX_LINK_PERCENT * all;
}
