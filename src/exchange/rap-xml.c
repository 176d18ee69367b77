/* rap-xml.c
 *
 * The limits are libxml2's own (256 levels, 10 MB for one text), which hold as
 * long as XML_PARSE_HUGE is not given. A document that declares entities is
 * refused: nothing that is saved needs them, and some are bombs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-xml-private.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "rap-error.h"

#define SNIFF_BYTES (64 * 1024)

struct _RapXml
{
  xmlTextReader *reader;
  GBytes        *mended;      /* or NULL */
  char          *failure;     /* the first fatal message, or NULL */
  int            line;
  gboolean       stopped;     /* by ourselves, or by what cannot be read on */
  gboolean       rooted;      /* the first element was met */
};

/* libxml2 speaks to programmers where its limits are met. */
static const char *
say_limit (const char *message)
{
  if (strstr (message, "Excessive depth") != NULL)
    return "elements are nested deeper than 256";
  if (strstr (message, "uge input lookup") != NULL || strstr (message, "uge text node") != NULL)
    return "a text of the document is too long";
  return message;
}

static void
take_error (void     *user_data,
            xmlError *error)
{
  RapXml *self = user_data;
  g_autofree char *valid = NULL;
  const char *message;

  if (self->failure != NULL || error->level < XML_ERR_FATAL || error->message == NULL)
    return;
  message = say_limit (error->message);
  valid = g_utf8_make_valid (message, MIN (strlen (message), 200));
  self->failure = g_strstrip (g_steal_pointer (&valid));
  self->line = error->line;
}

RapXml *
rap_xml_new (const char *data,
             gsize       length)
{
  static gsize ready = 0;
  RapXml *self = g_new0 (RapXml, 1);

  if (g_once_init_enter (&ready))
    {
      xmlInitParser ();
      g_once_init_leave (&ready, 1);
    }
  if (length > G_MAXINT / 2)
    {
      self->failure = g_strdup ("the document is too large");
      self->stopped = TRUE;
      return self;
    }
  self->mended = rap_xml_repair (data, length);
  if (self->mended != NULL)
    data = g_bytes_get_data (self->mended, &length);
  self->reader = xmlReaderForMemory (data, (int) length, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
  self->stopped = self->reader == NULL;
  if (self->reader != NULL)
    xmlTextReaderSetStructuredErrorHandler (self->reader, (xmlStructuredErrorFunc) take_error, self);
  return self;
}

void
rap_xml_free (RapXml *self)
{
  if (self->reader != NULL)
    xmlFreeTextReader (self->reader);
  g_clear_pointer (&self->mended, g_bytes_unref);
  g_free (self->failure);
  g_free (self);
}

static void
stop (RapXml     *self,
      const char *message)
{
  g_free (self->failure);
  self->failure = g_strdup (message);
  self->line = self->reader != NULL ? xmlTextReaderGetParserLineNumber (self->reader) : 0;
  self->stopped = TRUE;
}

/* At the first element all declarations have been read. */
static gboolean
check_root (RapXml *self)
{
  const xmlDoc *document;

  if (self->rooted || xmlTextReaderNodeType (self->reader) != XML_READER_TYPE_ELEMENT)
    return TRUE;
  self->rooted = TRUE;
  /* xmlTextReaderCurrentDoc() would make it ours to free */
  document = xmlTextReaderCurrentNode (self->reader)->doc;
  if (document == NULL || document->intSubset == NULL || document->intSubset->entities == NULL)
    return TRUE;
  stop (self, "the document declares entities of its own, which are not followed");
  return FALSE;
}

static gboolean
advance (RapXml *self,
         int     result)
{
  if (result == 1)
    return check_root (self);
  if (result < 0)
    {
      if (self->failure == NULL)
        stop (self, "the document cannot be read on from here");
      self->stopped = TRUE;
    }
  return FALSE;
}

gboolean
rap_xml_next (RapXml *self)
{
  return !self->stopped && advance (self, xmlTextReaderRead (self->reader));
}

gboolean
rap_xml_skip (RapXml *self)
{
  return !self->stopped && advance (self, xmlTextReaderNext (self->reader));
}

int
rap_xml_get_type (RapXml *self)
{
  return xmlTextReaderNodeType (self->reader);
}

gboolean
rap_xml_is_empty (RapXml *self)
{
  return xmlTextReaderIsEmptyElement (self->reader) == 1;
}

xmlNode *
rap_xml_get_node (RapXml *self)
{
  return xmlTextReaderCurrentNode (self->reader);
}

xmlNode *
rap_xml_expand (RapXml *self)
{
  xmlNode *node = self->stopped ? NULL : xmlTextReaderExpand (self->reader);

  if (node == NULL)
    {
      if (self->failure == NULL)
        stop (self, "the document breaks off here, or holds a text that is too long");
      self->stopped = TRUE;
    }
  return node;
}

gsize
rap_xml_get_position (RapXml *self)
{
  long position = self->reader != NULL ? xmlTextReaderByteConsumed (self->reader) : 0;

  return position > 0 ? (gsize) position : 0;
}

gboolean
rap_xml_finish (RapXml  *self,
                GError **error)
{
  if (!self->stopped)
    return TRUE;
  if (self->failure == NULL)
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "the document is no XML");
  else if (self->line > 0)
    g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "line %d: %s", self->line, self->failure);
  else
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, self->failure);
  return FALSE;
}

const char *
rap_xml_local_name (const xmlNode *node)
{
  const char *name = (const char *) node->name;
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

gboolean
rap_xml_is_in (const xmlNode *node,
               const char    *uri,
               const char    *prefix)
{
  const char *name = (const char *) node->name;
  const char *colon = strchr (name, ':');

  if (colon != NULL)
    return strlen (prefix) == (gsize) (colon - name) && strncmp (name, prefix, colon - name) == 0;
  return node->ns != NULL && node->ns->href != NULL && g_str_equal ((const char *) node->ns->href, uri);
}

static void
append_entity (GString       *text,
               const xmlNode *node)
{
  const htmlEntityDesc *entity = htmlEntityLookup (node->name);

  if (entity != NULL)
    g_string_append_unichar (text, entity->value);
}

/* The depth is bounded by the parser. */
static void
gather_text (GString       *text,
             const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, child->content != NULL ? (const char *) child->content : "");
      else if (child->type == XML_ENTITY_REF_NODE)
        append_entity (text, child);
      else if (child->type == XML_ELEMENT_NODE)
        gather_text (text, child);
    }
}

char *
rap_xml_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  gather_text (text, node);
  return g_string_free (text, FALSE);
}

char *
rap_xml_dup_markup (const xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *markup;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    xmlNodeDump (buffer, node->doc, child, 0, 0);
  markup = g_strdup (xmlBufferContent (buffer) != NULL ? (const char *) xmlBufferContent (buffer) : "");
  xmlBufferFree (buffer);
  return markup;
}

char *
rap_xml_dup_attribute (const xmlNode *node,
                       const char    *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (g_str_equal ((const char *) attribute->name, name))
      return rap_xml_dup_text ((const xmlNode *) attribute);
  return NULL;
}

gboolean
rap_xml_has_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return TRUE;
  return FALSE;
}

/* Behind what may stand before the first element: a byte order mark, space, declarations, comments. */
static const char *
skip_prolog (const char *p,
             const char *end)
{
  if (end - p >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end)
    {
      gboolean comment;
      const char *close, *subset;

      if (g_ascii_isspace (*p))
        {
          p++;
          continue;
        }
      if (end - p < 4 || *p != '<' || (p[1] != '?' && p[1] != '!'))
        return p;
      comment = strncmp (p, "<!--", 4) == 0;
      close = g_strstr_len (p, end - p, comment ? "-->" : ">");
      if (close == NULL)
        return end;
      subset = comment ? NULL : memchr (p, '[', close - p);
      close = subset != NULL ? g_strstr_len (subset, end - subset, "]>") : close;
      if (close == NULL)
        return end;
      p = close + (comment ? 3 : subset != NULL ? 2 : 1);
    }
  return end;
}

char *
rap_xml_sniff_root (const char  *data,
                    gsize        length,
                    const char **tag)
{
  const char *end = length > 0 ? data + MIN (length, SNIFF_BYTES) : data;
  const char *p = skip_prolog (data, end);
  const char *name;

  if (p >= end || *p != '<')
    return NULL;
  *tag = p;
  name = p + 1;
  for (p = name; p < end && *p != '\0' && strchr (" \t\r\n/>", *p) == NULL; p++)
    if (*p == ':')
      name = p + 1;
  return p < end ? g_strndup (name, p - name) : NULL;
}
