/* rap-page.c
 *
 * Parses a page with gumbo and writes out what a reader sees as plain text:
 * one line per block, an empty line around paragraphs, white space collapsed.
 * Scripts, styles, form fields and what is hidden are left out. The text made
 * here is the text that is stored, so every block knows its range in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-page-private.h"

#include <string.h>

typedef struct
{
  RapPage *page;
  gboolean hidden;
  GArray *stack;          /* of Frame: the open elements that matter */
  guint pending_breaks;   /* 0 none, 1 new line, 2 empty line */
  gboolean pending_space;
  gboolean open;          /* whether the last block is still being written */
  guint links;            /* depth of open links */
  guint pre;              /* depth of open preformatted elements */
} Writer;

typedef struct
{
  const GumboNode *node;
  guint box;
  RapBlockKind kind;
  guint level;
  guint breaks;
} Frame;

static gboolean
is_invisible (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SVG: case GUMBO_TAG_MATH: case GUMBO_TAG_IFRAME: case GUMBO_TAG_OBJECT: case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: case GUMBO_TAG_SELECT: case GUMBO_TAG_OPTION: case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TITLE: case GUMBO_TAG_DATALIST: case GUMBO_TAG_MAP: case GUMBO_TAG_EMBED: case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_INPUT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Lines (1) or paragraphs (2) of their own; 0 for what stands in a line. */
static guint
breaks_of (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_P: case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5:
    case GUMBO_TAG_H6: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_FIGURE: case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_DL: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_SECTION:
    case GUMBO_TAG_NAV: case GUMBO_TAG_ASIDE: case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER: case GUMBO_TAG_MAIN:
    case GUMBO_TAG_FORM: case GUMBO_TAG_HR: case GUMBO_TAG_BODY: case GUMBO_TAG_HTML:
      return 2;
    case GUMBO_TAG_DIV: case GUMBO_TAG_LI: case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_TR: case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_CAPTION: case GUMBO_TAG_ADDRESS: case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIELDSET: case GUMBO_TAG_LEGEND: case GUMBO_TAG_BUTTON: case GUMBO_TAG_DETAILS: case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_HGROUP: case GUMBO_TAG_TBODY: case GUMBO_TAG_THEAD: case GUMBO_TAG_TFOOT: case GUMBO_TAG_DIR:
    case GUMBO_TAG_MENU: case GUMBO_TAG_LABEL:
      return 1;
    default:
      return 0;
    }
}

static gboolean
kind_of (GumboTag      tag,
         RapBlockKind *kind,
         guint        *level)
{
  switch (tag)
    {
    case GUMBO_TAG_P: case GUMBO_TAG_PRE: *kind = RAP_BLOCK_PARAGRAPH; return TRUE;
    case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6:
      *kind = RAP_BLOCK_HEADING;
      *level = tag - GUMBO_TAG_H1 + 1;
      return TRUE;
    case GUMBO_TAG_LI: case GUMBO_TAG_DT: case GUMBO_TAG_DD: *kind = RAP_BLOCK_ITEM; return TRUE;
    case GUMBO_TAG_TD: case GUMBO_TAG_TH: *kind = RAP_BLOCK_CELL; return TRUE;
    case GUMBO_TAG_BLOCKQUOTE: *kind = RAP_BLOCK_QUOTE; return TRUE;
    case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_FIGURE: case GUMBO_TAG_CAPTION: *kind = RAP_BLOCK_CAPTION; return TRUE;
    default: return FALSE;
    }
}

static gboolean
is_hidden (const GumboNode *node)
{
  const char *style = rap_html_attribute (node, "style");
  g_autofree char *squeezed = NULL;

  if (rap_html_attribute (node, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;
  squeezed = g_ascii_strdown (style, MIN (strlen (style), 400));
  for (char *from = squeezed, *to = squeezed;; from++)
    {
      if (!g_ascii_isspace (*from))
        *to++ = *from;
      if (*from == '\0')
        break;
    }
  return strstr (squeezed, "display:none") != NULL || strstr (squeezed, "visibility:hidden") != NULL;
}

static Frame *
top (Writer *self)
{
  return &g_array_index (self->stack, Frame, self->stack->len - 1);
}

static void
close_block (Writer *self,
             guint   breaks)
{
  self->pending_breaks = MAX (self->pending_breaks, breaks);
  self->pending_space = FALSE;
  self->open = FALSE;
}

static void
put (Writer     *self,
     const char *text,
     gsize       n_bytes,
     guint       n_chars)
{
  g_string_append_len (self->page->text, text, n_bytes);
  self->page->length += n_chars;
}

static RapBlock *
open_block (Writer *self)
{
  RapPage *page = self->page;
  RapBlock block = { 0 };

  if (page->text->len > 0)
    put (self, "\n\n", self->pending_breaks, self->pending_breaks);
  block.range.start = page->length;
  block.byte = page->text->len;
  block.box = top (self)->box;
  block.kind = top (self)->kind;
  block.level = top (self)->level;
  block.links = self->links > 0;
  g_array_append_val (page->blocks, block);
  self->pending_breaks = 0;
  self->open = TRUE;
  return rap_page_get_block (page, page->blocks->len - 1);
}

static void
put_text (Writer     *self,
          const char *text)
{
  RapBlock *block = self->open ? rap_page_get_block (self->page, self->page->blocks->len - 1) : NULL;

  while (*text != '\0')
    {
      const char *start = text;
      guint n = 0;

      for (; *text != '\0' && !g_unichar_isspace (g_utf8_get_char (text)); text = g_utf8_next_char (text))
        n++;
      if (n > 0)
        {
          if (block == NULL)
            block = open_block (self);
          else if (self->pending_space)
            put (self, " ", 1, 1);
          self->pending_space = FALSE;
          put (self, start, text - start, n);
          block->link_chars += self->links > 0 ? n : 0;
        }
      if (*text == '\0')
        break;
      self->pending_space = TRUE;
      if (self->pre > 0 && *text == '\n')
        {
          close_block (self, text[1] == '\n' ? 2 : 1);
          block = NULL;
        }
      text = g_utf8_next_char (text);
    }
  if (block != NULL)
    {
      block->range.end = self->page->length;
      block->n_bytes = self->page->text->len - block->byte;
    }
}

static void
enter_box (Writer          *self,
           const GumboNode *node,
           guint            breaks)
{
  Frame frame = *top (self);
  RapBox box = { frame.box, node, 0, 0 };

  box.own_zone = rap_zone_of_element (&node->v.element);
  box.zone = box.own_zone | rap_page_get_box (self->page, frame.box)->zone;
  kind_of (node->v.element.tag, &frame.kind, &frame.level);
  frame.node = node;
  frame.breaks = breaks;
  frame.box = self->page->boxes->len;
  g_array_append_val (self->page->boxes, box);
  g_array_append_val (self->stack, frame);
  close_block (self, breaks);
}

/* Whether the children are to be read. */
static gboolean
enter (Writer          *self,
       const GumboNode *node)
{
  GumboTag tag = node->v.element.tag;
  guint breaks = breaks_of (tag);

  if (node->type != GUMBO_NODE_ELEMENT || is_invisible (tag))
    return FALSE;
  if (!self->hidden && is_hidden (node))
    {
      self->page->n_hidden++;
      return FALSE;
    }
  if (tag == GUMBO_TAG_BR)
    close_block (self, self->pending_breaks + 1 > 2 ? 2 : self->pending_breaks + 1);
  self->links += tag == GUMBO_TAG_A;
  self->pre += tag == GUMBO_TAG_PRE;
  if (tag == GUMBO_TAG_A && self->open)
    rap_page_get_block (self->page, self->page->blocks->len - 1)->links++;
  if (breaks > 0)
    enter_box (self, node, breaks);
  return TRUE;
}

static void
leave (Writer          *self,
       const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT)
    return;
  self->links -= node->v.element.tag == GUMBO_TAG_A;
  self->pre -= node->v.element.tag == GUMBO_TAG_PRE;
  if (top (self)->node == node)
    {
      close_block (self, top (self)->breaks);
      g_array_set_size (self->stack, self->stack->len - 1);
    }
}

/* Moves on in document order, leaving every element whose end is passed. */
static const GumboNode *
advance (Writer          *self,
         const GumboNode *node,
         const GumboNode *root,
         gboolean         entered)
{
  const GumboNode *next = rap_html_next (node, root, !entered);
  const GumboNode *parent = next ? next->parent : root->parent;

  if (entered && next != NULL && next->parent == node)
    return next;
  if (entered)
    leave (self, node);
  while (node != root && node->parent != parent)
    {
      node = node->parent;
      leave (self, node);
    }
  return next;
}

static void
write_tree (Writer          *self,
            const GumboNode *root)
{
  const GumboNode *node = root;

  while (node != NULL)
    {
      gboolean entered = FALSE;

      switch (node->type)
        {
        case GUMBO_NODE_TEXT: case GUMBO_NODE_CDATA: put_text (self, node->v.text.text); break;
        case GUMBO_NODE_WHITESPACE: self->pending_space = self->pending_space || self->open; break;
        case GUMBO_NODE_ELEMENT: entered = enter (self, node); break;
        default: break;
        }
      node = advance (self, node, root, entered);
    }
}

static void
measure_blocks (RapPage *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      RapBlock *block = rap_page_get_block (self, i);

      block->prose = rap_prose_measure (self->text->str + block->byte, block->n_bytes);
    }
}

RapPage *
rap_page_new (const char *html,
              gboolean    hidden)
{
  RapPage *self = g_new0 (RapPage, 1);
  GumboOptions options = kGumboDefaultOptions;
  Writer writer = { .page = self, .hidden = hidden };
  RapBox root = { 0 };
  Frame frame = { 0 };

  self->source = rap_html_flatten (html);
  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (RapBlock));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (RapBox));
  options.max_errors = 0;
  self->tree = gumbo_parse_with_options (&options, self->source, strlen (self->source));
  root.node = self->tree->root;
  g_array_append_val (self->boxes, root);
  writer.stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_append_val (writer.stack, frame);
  write_tree (&writer, self->tree->root);
  g_array_unref (writer.stack);
  measure_blocks (self);
  return self;
}

void
rap_page_free (RapPage *self)
{
  gumbo_destroy_output (&kGumboDefaultOptions, self->tree);
  g_array_unref (self->blocks);
  g_array_unref (self->boxes);
  g_string_free (self->text, TRUE);
  g_free (self->source);
  g_free (self);
}
