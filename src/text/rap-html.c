/* rap-html.c
 *
 * Small tools around gumbo's tree: a walk without recursion, attributes, the
 * text below a node; and a pass over the source that takes the sting out of
 * pages made to hurt (10^5 nested elements, 10^5 attributes), which gumbo
 * would read in quadratic time and free by recursion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-page-private.h"

#include <string.h>

#define MAX_DEPTH 256
#define MAX_FORMATTING 6
#define MAX_ATTRIBUTES 400
#define MAX_TAGS 300000
#define LONGEST_NAME 15
#define LONGEST_VALUE 2000 /* bytes of an attribute */

/* What is open, as far as it matters for the cost of parsing. */
typedef struct
{
  GArray *open;                         /* of GumboTag; those past MAX_DEPTH were not written */
  guint formatting[GUMBO_TAG_LAST + 1]; /* open formatting elements, by tag */
  guint n_formatting;
  guint n_tags;
  gboolean open_drawing;                /* one did not end: nor will those after it */
} Nesting;

/* Elements that never stay open around others, or that the next of their kind closes: they add no depth. */
static gboolean
is_shallow (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_AREA: case GUMBO_TAG_BASE: case GUMBO_TAG_BR: case GUMBO_TAG_COL: case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR: case GUMBO_TAG_IMG: case GUMBO_TAG_INPUT: case GUMBO_TAG_LINK: case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM: case GUMBO_TAG_SOURCE: case GUMBO_TAG_TRACK: case GUMBO_TAG_WBR: case GUMBO_TAG_P:
    case GUMBO_TAG_HTML: case GUMBO_TAG_HEAD: case GUMBO_TAG_BODY:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Elements that the parser opens again after every block when they were left open. */
static gboolean
is_formatting (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_A: case GUMBO_TAG_B: case GUMBO_TAG_BIG: case GUMBO_TAG_CODE: case GUMBO_TAG_EM: case GUMBO_TAG_FONT:
    case GUMBO_TAG_I: case GUMBO_TAG_NOBR: case GUMBO_TAG_S: case GUMBO_TAG_SMALL: case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG: case GUMBO_TAG_TT: case GUMBO_TAG_U:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_raw_text (GumboTag tag)
{
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_TITLE ||
         tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_IFRAME;
}

/* The byte after the ">" that ends the tag at @p; counts white space outside quotes. */
static const char *
end_of_tag (const char *p,
            guint      *n_spaces)
{
  char quote = '\0';

  *n_spaces = 0;
  for (; *p != '\0'; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if ((*p == '"' || *p == '\'') && p[-1] == '=')
        quote = *p;
      else if (*p == '>')
        return p + 1;
      else
        *n_spaces += g_ascii_isspace (*p);
    }
  return p;
}

static void
read_tag_name (const char *p,
               char        name[LONGEST_NAME + 1])
{
  guint n = 0;

  while (n < LONGEST_NAME && g_ascii_isalnum (p[n]))
    {
      name[n] = g_ascii_tolower (p[n]);
      n++;
    }
  name[n] = '\0';
}

static gboolean
count_formatting (Nesting *self,
                  GumboTag tag,
                  gboolean closing)
{
  if (closing)
    {
      if (self->formatting[tag] == 0)
        return FALSE;
      self->formatting[tag]--;
      self->n_formatting--;
      return TRUE;
    }
  if (tag == GUMBO_TAG_A && self->formatting[tag] > 0)
    return TRUE;
  if (self->n_formatting >= MAX_FORMATTING)
    return FALSE;
  self->formatting[tag]++;
  self->n_formatting++;
  return TRUE;
}

/* A closing tag closes the nearest open element of its name and all inside it. */
static gboolean
count_closing (Nesting *self,
               GumboTag tag)
{
  guint last = self->open->len;
  guint first = last > 2 * MAX_DEPTH ? last - 2 * MAX_DEPTH : 0;

  for (guint i = last; i > first; i--)
    if (g_array_index (self->open, GumboTag, i - 1) == tag)
      {
        g_array_set_size (self->open, i - 1);
        return i - 1 < MAX_DEPTH;
      }
  return FALSE;
}

/* Whether the tag is to be written. */
static gboolean
count_tag (Nesting *self,
           GumboTag tag,
           gboolean closing)
{
  if (self->n_tags++ > MAX_TAGS)
    return FALSE;
  if (is_shallow (tag))
    return TRUE;
  if (is_formatting (tag))
    return count_formatting (self, tag, closing);
  if (closing)
    return count_closing (self, tag);
  g_array_append_val (self->open, tag);
  return self->open->len <= MAX_DEPTH;
}

static const char *
skip_raw_text (const char *p,
               const char *name)
{
  gsize n = strlen (name);

  for (p = strchr (p, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (p[1] == '/' && g_ascii_strncasecmp (p + 2, name, n) == 0 && !g_ascii_isalnum (p[2 + n]))
      return p;
  return NULL;
}

/* Copies a tag without the values of attributes that are longer than any we read. @end is after the ">". */
static void
copy_short_values (GString    *out,
                   const char *p,
                   const char *end)
{
  const char *start = p;

  for (; p < end; p++)
    {
      const char *close;

      if ((*p != '"' && *p != '\'') || p[-1] != '=')
        continue;
      close = memchr (p + 1, *p, end - p - 1);
      if (close == NULL)
        break;
      if (close - p > LONGEST_VALUE)
        {
          g_string_append_len (out, start, p + 1 - start);
          start = close;
        }
      p = close;
    }
  g_string_append_len (out, start, end - start);
}

/* Elements whose content nobody reads; of scripts the data for search engines is read. */
static gboolean
is_dropped (GumboTag    tag,
            const char *p,
            const char *end)
{
  if (tag == GUMBO_TAG_SCRIPT)
    return g_strstr_len (p, end - p, "ld+json") == NULL && g_strstr_len (p, end - p, "LD+JSON") == NULL;
  return tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_TEXTAREA;
}

/* The byte after a drawing, which is left out; NULL when it does not end. */
static const char *
skip_drawing (const char *end)
{
  const char *close = end[-2] == '/' ? end : skip_raw_text (end, "svg");
  guint n_spaces;

  if (close == NULL || close == end)
    return close;
  return end_of_tag (close + 1, &n_spaces);
}

/* An element whose content is not markup: from its tag to its closing tag. Returns where to read on. */
static const char *
copy_raw (GString    *out,
          const char *p,
          const char *end,
          const char *name,
          GumboTag    tag,
          gboolean    writes)
{
  const char *close = skip_raw_text (end, name);

  if (close == NULL)
    close = end + strlen (end);
  if (writes)
    copy_short_values (out, p, end);
  if (writes && !is_dropped (tag, p, end))
    g_string_append_len (out, end, close - end);
  return close;
}

/* Writes one tag, or not; returns where to read on. */
static const char *
copy_tag (GString    *out,
          const char *p,
          Nesting    *nesting)
{
  gboolean closing = p[1] == '/';
  guint n_spaces;
  const char *end = end_of_tag (p + 1, &n_spaces);
  char name[LONGEST_NAME + 1];
  GumboTag tag;

  read_tag_name (p + 1 + closing, name);
  tag = gumbo_tag_enum (name);
  if (!closing && tag == GUMBO_TAG_SVG && !nesting->open_drawing)
    {
      const char *after = skip_drawing (end);

      if (after != NULL)
        return after;
      nesting->open_drawing = TRUE;
    }
  if (!closing && is_raw_text (tag))
    return copy_raw (out, p, end, name, tag, n_spaces <= MAX_ATTRIBUTES);
  if (n_spaces <= MAX_ATTRIBUTES && (is_raw_text (tag) || count_tag (nesting, tag, closing)))
    copy_short_values (out, p, end);
  return end;
}

char *
rap_html_flatten (const char *html)
{
  GString *out = g_string_sized_new (strlen (html) + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (GumboTag));
  Nesting nesting = { .open = open };
  const char *p = html;

  while (*p != '\0')
    {
      const char *tag = strchr (p, '<');

      if (tag == NULL)
        break;
      g_string_append_len (out, p, tag - p);
      p = tag;
      if (g_str_has_prefix (tag, "<!--"))
        {
          const char *end = strstr (tag + 4, "-->");

          p = end ? end + 3 : tag + strlen (tag);
        }
      else if (g_ascii_isalpha (tag[1]) || (tag[1] == '/' && g_ascii_isalpha (tag[2])))
        p = copy_tag (out, tag, &nesting);
      else
        g_string_append_c (out, *p++);
    }
  g_string_append (out, p);
  return g_string_free (out, FALSE);
}

static const GumboVector *
children_of (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
    return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT)
    return &node->v.document.children;
  return NULL;
}

const GumboNode *
rap_html_next (const GumboNode *node,
               const GumboNode *root,
               gboolean         skip_children)
{
  const GumboVector *children = skip_children ? NULL : children_of (node);

  if (children != NULL && children->length > 0)
    return children->data[0];
  while (node != root && node->parent != NULL)
    {
      const GumboVector *siblings = children_of (node->parent);

      if (node->index_within_parent + 1 < siblings->length)
        return siblings->data[node->index_within_parent + 1];
      node = node->parent;
    }
  return NULL;
}

const char *
rap_html_attribute (const GumboNode *node,
                    const char      *name)
{
  GumboAttribute *attribute;

  if (node->type != GUMBO_NODE_ELEMENT)
    return NULL;
  attribute = gumbo_get_attribute (&node->v.element.attributes, name);
  return attribute ? attribute->value : NULL;
}

char *
rap_html_text (const GumboNode *node)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  for (const GumboNode *n = node; n != NULL; n = rap_html_next (n, node, FALSE))
    {
      if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_CDATA)
        g_string_append (raw, n->v.text.text);
      else
        g_string_append_c (raw, ' ');
    }
  for (const char *p = raw->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}
