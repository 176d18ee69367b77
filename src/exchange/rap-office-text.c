/* rap-office-text.c
 *
 * One walk over the elements, without a tree. Paragraphs can be within
 * paragraphs (a footnote, a text box): the open ones are a stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-office-private.h"

#include <string.h>

#include "rap-part-values-private.h"
#include "rap-xml-private.h"

/* Titles and descriptions of drawings. */
#define SVG "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
/* Spaces that one element may stand for. */
#define MAX_SPACES 100
/* A headline is one of the first so many paragraphs. */
#define TITLE_WITHIN 3

/* A paragraph that is being read. */
typedef struct
{
  GString *text;
  gboolean item;       /* of a list */
  gboolean headline;
} Open;

typedef struct
{
  RapXml          *xml;
  RapOfficeFormat  format;
  GPtrArray       *paragraphs;
  char           **title;
  GArray          *open;        /* Open */
  GPtrArray       *pending;     /* of the outermost open one: what was within it and follows it */
  GString         *row;         /* of a table, or NULL */
  guint            rows;        /* within each other */
  gboolean         cell;        /* the row's next paragraph begins a cell */
  guint            lists;
} Walk;

/* Elements that are passed over with all that they hold; by local name. */
static const char * const left_out_odf[] = {
  "tracked-changes", "annotation", "annotation-end", "note-citation", "ruby-text", "table-of-content", "forms",
  "alphabetical-index", "illustration-index", "sequence-decls", "meta", "styles", "automatic-styles",
  "master-styles", "scripts", "settings", NULL
};
static const char * const left_out_ooxml[] = {
  "del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "sdtPr", "rPr", "sectPr", "docPr", NULL
};

static gboolean
is_one_of (const char         *name,
           const char * const *names)
{
  return g_strv_contains (names, name);
}

static Open *
get_open (Walk *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
}

static void
append (Walk       *self,
        const char *text)
{
  Open *open = get_open (self);

  if (open != NULL && text != NULL)
    g_string_append (open->text, text);
}

/* White space folded but for line ends. (transfer full) */
static char *
clean (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n')
        {
          while (out->len > 0 && out->str[out->len - 1] == ' ')
            g_string_truncate (out, out->len - 1);
          g_string_append_c (out, '\n');
          space = FALSE;
          continue;
        }
      if (g_unichar_isspace (character))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0 && out->str[out->len - 1] != '\n')
        g_string_append_c (out, ' ');
      space = FALSE;
      if (character != 0xad)
        g_string_append_unichar (out, character);
    }
  return g_strstrip (g_string_free (out, FALSE));
}

/* A paragraph is over: it goes into the row of a table, or stands by itself. */
static void
take_paragraph (Walk       *self,
                const Open *open)
{
  g_autofree char *text = clean (open->text->str);

  if (*text == '\0')
    return;
  if (self->row != NULL)
    {
      g_strdelimit (text, "\n", ' ');
      g_string_append_printf (self->row, "%s%s", self->row->len == 0 ? "" : self->cell ? " | " : " ", text);
      self->cell = FALSE;
      return;
    }
  if (open->headline && *self->title == NULL && self->paragraphs->len < TITLE_WITHIN)
    *self->title = rap_part_value_line (text);
  g_ptr_array_add (self->open->len > 0 ? self->pending : self->paragraphs,
                   open->item ? g_strconcat ("– ", text, NULL) : g_steal_pointer (&text));
}

static void
begin_paragraph (Walk    *self,
                 gboolean headline)
{
  Open open = { g_string_new (NULL), self->lists > 0, headline };

  g_array_append_val (self->open, open);
}

static void
end_paragraph (Walk *self)
{
  Open open;

  if (self->open->len == 0)
    return;
  open = *get_open (self);
  g_array_set_size (self->open, self->open->len - 1);
  take_paragraph (self, &open);
  g_string_free (open.text, TRUE);
  if (self->open->len > 0 || self->pending->len == 0)
    return;
  g_ptr_array_extend_and_steal (self->paragraphs, self->pending);
  self->pending = g_ptr_array_new_with_free_func (g_free);
}

static void
begin_row (Walk *self)
{
  if (self->rows++ == 0)
    self->row = g_string_new (NULL);
}

static void
end_row (Walk *self)
{
  if (self->rows == 0 || --self->rows > 0)
    return;
  if (self->row->len > 0)
    g_ptr_array_add (self->paragraphs, g_string_free (self->row, FALSE));
  else
    g_string_free (self->row, TRUE);
  self->row = NULL;
}

static void
append_spaces (Walk          *self,
               const xmlNode *node)
{
  g_autofree char *count = rap_xml_dup_attribute (node, "c");
  guint n = count != NULL ? (guint) CLAMP (g_ascii_strtoll (count, NULL, 10), 1, MAX_SPACES) : 1;

  while (n-- > 0)
    append (self, " ");
}

/* Returns whether what it holds is passed over. */
static gboolean
begin_odf (Walk          *self,
           const xmlNode *node,
           const char    *name)
{
  if (is_one_of (name, left_out_odf) || rap_xml_is_in (node, SVG, "svg"))
    return TRUE;
  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    begin_paragraph (self, *name == 'h');
  else if (g_str_equal (name, "s"))
    append_spaces (self, node);
  else if (g_str_equal (name, "tab"))
    append (self, " ");
  else if (g_str_equal (name, "line-break"))
    append (self, "\n");
  else if (g_str_equal (name, "list"))
    self->lists++;
  else if (g_str_equal (name, "table-row"))
    begin_row (self);
  else if (g_str_equal (name, "table-cell"))
    self->cell = TRUE;
  return FALSE;
}

static void
end_odf (Walk       *self,
         const char *name)
{
  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    end_paragraph (self);
  else if (g_str_equal (name, "list") && self->lists > 0)
    self->lists--;
  else if (g_str_equal (name, "table-row"))
    end_row (self);
}

static void
take_style (Walk          *self,
            const xmlNode *node)
{
  g_autofree char *style = rap_xml_dup_attribute (node, "val");

  if (style != NULL && get_open (self) != NULL)
    get_open (self)->headline = g_ascii_strcasecmp (style, "Title") == 0 || g_ascii_strcasecmp (style, "Heading1") == 0;
}

static gboolean
begin_ooxml (Walk          *self,
             const xmlNode *node,
             const char    *name)
{
  if (is_one_of (name, left_out_ooxml))
    return TRUE;
  if (g_str_equal (name, "p"))
    begin_paragraph (self, FALSE);
  else if (g_str_equal (name, "pStyle"))
    take_style (self, node);
  else if (g_str_equal (name, "numPr") && get_open (self) != NULL)
    get_open (self)->item = TRUE;
  else if (g_str_equal (name, "tab") || g_str_equal (name, "ptab"))
    append (self, " ");
  else if (g_str_equal (name, "br") || g_str_equal (name, "cr"))
    append (self, "\n");
  else if (g_str_equal (name, "noBreakHyphen"))
    append (self, "-");
  else if (g_str_equal (name, "tr"))
    begin_row (self);
  else if (g_str_equal (name, "tc"))
    self->cell = TRUE;
  return FALSE;
}

static void
end_ooxml (Walk       *self,
           const char *name)
{
  if (g_str_equal (name, "p"))
    end_paragraph (self);
  else if (g_str_equal (name, "tr"))
    end_row (self);
}

/* Text counts in every element of ODF, but only in w:t of Office Open XML. */
static void
take_text (Walk          *self,
           const xmlNode *node)
{
  if (self->format == RAP_OFFICE_OOXML
      && (node->parent == NULL || node->parent->type != XML_ELEMENT_NODE
          || !g_str_equal (rap_xml_local_name (node->parent), "t")))
    return;
  if (self->format == RAP_OFFICE_ODF)
    {
      g_autofree char *line = g_strdelimit (g_strdup ((const char *) node->content), "\n\r", ' ');

      append (self, line);
      return;
    }
  append (self, (const char *) node->content);
}

/* Whether what the present element holds is passed over. */
static gboolean
begin_element (Walk *self)
{
  const xmlNode *node = rap_xml_get_node (self->xml);
  const char *name = rap_xml_local_name (node);
  gboolean odf = self->format == RAP_OFFICE_ODF;
  gboolean skip = odf ? begin_odf (self, node, name) : begin_ooxml (self, node, name);

  /* an empty element has no end of its own */
  if (!skip && rap_xml_is_empty (self->xml))
    {
      if (odf)
        end_odf (self, name);
      else
        end_ooxml (self, name);
    }
  return skip;
}

static void
walk (Walk *self)
{
  gboolean more = rap_xml_next (self->xml);

  while (more)
    {
      const xmlNode *node = rap_xml_get_node (self->xml);
      gboolean skip = FALSE;

      switch (rap_xml_get_type (self->xml))
        {
        case XML_READER_TYPE_ELEMENT:
          skip = begin_element (self);
          break;
        case XML_READER_TYPE_END_ELEMENT:
          if (self->format == RAP_OFFICE_ODF)
            end_odf (self, rap_xml_local_name (node));
          else
            end_ooxml (self, rap_xml_local_name (node));
          break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        case XML_READER_TYPE_WHITESPACE:
          take_text (self, node);
          break;
        default:
          break;
        }
      more = skip ? rap_xml_skip (self->xml) : rap_xml_next (self->xml);
    }
}

gboolean
rap_office_read_text (const char       *xml,
                      gsize             length,
                      RapOfficeFormat   format,
                      GPtrArray        *paragraphs,
                      char            **title,
                      GError          **error)
{
  g_autoptr (RapXml) reader = rap_xml_new (xml, length);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  Walk self = { reader, format, paragraphs, title, open, g_ptr_array_new_with_free_func (g_free) };

  walk (&self);
  while (open->len > 0)
    end_paragraph (&self);
  while (self.rows > 0)
    end_row (&self);
  g_ptr_array_unref (self.pending);
  return rap_xml_finish (reader, error);
}

char *
rap_office_find_value (const char *xml,
                       gsize       length,
                       const char *name)
{
  g_autoptr (RapXml) reader = rap_xml_new (xml, length);

  while (rap_xml_next (reader))
    {
      const xmlNode *node = rap_xml_get_node (reader);

      if (rap_xml_get_type (reader) != XML_READER_TYPE_ELEMENT || !g_str_equal (rap_xml_local_name (node), name))
        continue;
      node = rap_xml_expand (reader);
      return node != NULL ? rap_xml_dup_text (node) : NULL;
    }
  return NULL;
}
