/* rap-page-private.h
 *
 * A web page as the text a reader sees, cut into blocks, each of which knows
 * the boxes (block-level elements) it stands in. Built once by rap-page.c and
 * read by rap-page-body.c and rap-page-meta.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gumbo.h>

#include "rap-extract.h"
#include "rap-prose-private.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_BLOCK_PLAIN,
  RAP_BLOCK_PARAGRAPH,
  RAP_BLOCK_HEADING,
  RAP_BLOCK_ITEM,
  RAP_BLOCK_CELL,
  RAP_BLOCK_QUOTE,
  RAP_BLOCK_CAPTION,
} RapBlockKind;

/* What the tags, roles, classes and ids of a box and of those around it say. */
typedef enum
{
  RAP_ZONE_NAV      = 1 << 0, /* nav, menu */
  RAP_ZONE_ASIDE    = 1 << 1,
  RAP_ZONE_FOOTER   = 1 << 2,
  RAP_ZONE_HEADER   = 1 << 3,
  RAP_ZONE_FORM     = 1 << 4,
  RAP_ZONE_ARTICLE  = 1 << 5, /* article */
  RAP_ZONE_MAIN     = 1 << 6, /* main, role=main */
  RAP_ZONE_BODY     = 1 << 7, /* itemprop=articleBody */
  RAP_ZONE_UNWANTED = 1 << 8, /* class or id like comments, share, related */
  RAP_ZONE_WANTED   = 1 << 9, /* class or id like article-body, entry-content */
  RAP_ZONE_CAPTION  = 1 << 10, /* class like caption: what is said of a picture */
} RapZone;

/**
 * RapBlock:
 * @range: in the page's text, code points
 * @byte: where it begins in the text, and @n_bytes
 * @box: index of the innermost box around it
 * @link_chars: code points without white space inside links
 * @links: number of links
 */
typedef struct
{
  RapRange range;
  gsize byte;
  gsize n_bytes;
  guint box;
  RapBlockKind kind;
  guint level;
  guint link_chars;
  guint links;
  RapProse prose;
} RapBlock;

/**
 * RapBox:
 * @parent: index of the box around it; 0 for the root, which is its own parent
 * @own_zone: flags of RapZone from the element itself
 * @zone: the same with those of all boxes around it
 */
typedef struct
{
  guint parent;
  const GumboNode *node;
  guint own_zone;
  guint zone;
} RapBox;

/**
 * RapPage:
 * @text: the visible page
 * @length: code points in @text
 * @blocks: (element-type RapBlock): in reading order
 * @boxes: (element-type RapBox): parents before children
 * @n_hidden: elements left out because style sheets or attributes hide them
 */
typedef struct
{
  GString *text;
  guint length;
  guint n_hidden;
  GArray *blocks;
  GArray *boxes;
  char *source;
  GumboOutput *tree;
} RapPage;

/* With @hidden, text that style sheets or attributes hide is kept. (transfer full) */
RapPage    *rap_page_new            (const char    *html,
                                     gboolean       hidden);
void        rap_page_free           (RapPage       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapPage, rap_page_free)

static inline RapBlock *
rap_page_get_block (const RapPage *self,
                    guint          i)
{
  return &g_array_index (self->blocks, RapBlock, i);
}

static inline RapBox *
rap_page_get_box (const RapPage *self,
                  guint          i)
{
  return &g_array_index (self->boxes, RapBox, i);
}

/* Leaves out what is never read, scripts other than JSON-LD, style sheets, drawings and very long values of attributes
 * (embedded pictures), and tags that nest deeper than any page does or carry absurdly many attributes, which would cost
 * the parser quadratic time. (transfer full) */
char       *rap_html_flatten        (const char    *html);

/* Flags of RapZone for an element. */
guint       rap_zone_of_element     (const GumboElement *element);

/* Depth first, without recursion. NULL after the last node below @root. */
const GumboNode *rap_html_next      (const GumboNode *node,
                                     const GumboNode *root,
                                     gboolean         skip_children);
const char *rap_html_attribute      (const GumboNode *node,
                                     const char      *name);
/* All text below, white space collapsed. (transfer full) */
char       *rap_html_text           (const GumboNode *node);

/**
 * RapPageHints:
 * @body_text: (nullable) (owned): articleBody of JSON-LD
 * @published: (nullable) (owned): the date of publication as it was written, when it came from a machine-written member
 * @direction: (nullable): the dir attribute, owned by the page
 */
typedef struct
{
  char *body_text;
  char *published;
  const char *direction;
} RapPageHints;

/* Fills title, outlet, published, byline, url, language and found from what the page declares; @hints gets what the
 * search for the body can use. */
void        rap_page_read_meta      (const RapPage *self,
                                     RapExtract    *into,
                                     RapPageHints  *hints);

/* Date and byline as a reader sees them between the headline and the first sentence, and <time> elements there,
 * for what the page did not declare. A declared moment is moved to the day that the reader sees or that the address
 * spells out, when that is the day next to it: moments are mostly written in another time zone than the outlet's. */
void        rap_page_read_head      (const RapPage      *self,
                                     const gboolean     *body,
                                     const RapPageHints *hints,
                                     RapExtract         *into);

/* One flag per block. @title and @body_text are nullable. (transfer full) */
gboolean   *rap_page_find_body      (const RapPage *self,
                                     const char    *title,
                                     const char    *body_text);

G_END_DECLS
