/* rap-feed-reader.c
 *
 * Feeds: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287), with the modules Content
 * and Dublin Core. Every entry is a page of its own: the whole text where the
 * feed gives it (content:encoded, content), else the summary. The commonest
 * faults of feeds are mended; one with others is read as far as it goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include <string.h>

#include "rap-part-page-private.h"
#include "rap-part-values-private.h"
#include "rap-xml-private.h"

#define DC "http://purl.org/dc/elements/1.1/"
#define DC_TERMS "http://purl.org/dc/terms/"
#define CONTENT "http://purl.org/rss/1.0/modules/content/"
#define MODULES "http://purl.org/rss/1.0/modules/"

/* Namespaces of feeds themselves; those of RSS 2.0 have none. */
static const char * const feed_namespaces[] = {
  "http://www.w3.org/2005/Atom", "http://purl.org/atom/", "http://purl.org/rss/", "http://my.netscape.com/rdf/",
  "http://backend.userland.com/", "http://blogs.law.harvard.edu/", "http://channel.netscape.com/rdf/",
};

/* Lives on the stack of read_feed(). */
typedef struct
{
  RapXml *xml;
  char   *outlet;      /* title of the channel */
  char   *language;
  guint   number;      /* of the entry */
  gsize   length;      /* of the file */
} Reader;

/* Members of an entry by name, in the order of preference. */
static const char * const texts[] = { "content:encoded", "content", "description", "summary" };
static const char * const dates[] = { "published", "pubDate", "issued", "dc:date", "dcterms:issued", "dcterms:created",
                                      "created", "updated" };

static gboolean
is_core (const xmlNode *node)
{
  if (node->ns == NULL || node->ns->href == NULL)
    return strchr ((const char *) node->name, ':') == NULL;
  for (guint i = 0; i < G_N_ELEMENTS (feed_namespaces); i++)
    if (g_str_has_prefix ((const char *) node->ns->href, feed_namespaces[i]))
      return !g_str_has_prefix ((const char *) node->ns->href, MODULES);
  return FALSE;
}

/* "title" of a feed, or "dc:title" and the like of one of the modules. */
static gboolean
is_member (const xmlNode *node,
           const char    *name)
{
  const char *colon = strchr (name, ':');

  if (node->type != XML_ELEMENT_NODE || !g_str_equal (rap_xml_local_name (node), colon != NULL ? colon + 1 : name))
    return FALSE;
  if (colon == NULL)
    return is_core (node);
  if (g_str_has_prefix (name, "dc:"))
    return rap_xml_is_in (node, DC, "dc");
  if (g_str_has_prefix (name, "dcterms:"))
    return rap_xml_is_in (node, DC_TERMS, "dcterms");
  return rap_xml_is_in (node, CONTENT, "content");
}

static const xmlNode *
find_member (const xmlNode *node,
             const char    *name)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_member (child, name))
      return child;
  return NULL;
}

static char *
dup_member (const xmlNode *node,
            const char    *name)
{
  const xmlNode *member = find_member (node, name);

  return member != NULL ? rap_xml_dup_text (member) : NULL;
}

static gboolean
is_type (const xmlNode *node,
         const char    *suffix)
{
  g_autofree char *type = rap_xml_dup_attribute (node, "type");

  return type != NULL && g_str_has_suffix (type, suffix);
}

/* Markup written as elements, as text that holds markup, or as text. */
static char *
dup_html (const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (rap_xml_has_elements (node))
    return rap_xml_dup_markup (node);
  text = rap_xml_dup_text (node);
  if (strpbrk (text, "<&") != NULL && !is_type (node, "text") && !is_type (node, "text/plain"))
    return g_steal_pointer (&text);
  return rap_part_page_escape (text);
}

static char *
find_text (const xmlNode *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const xmlNode *node = find_member (entry, texts[i]);
      g_autofree char *html = node != NULL ? dup_html (node) : NULL;

      if (html != NULL && !rap_part_value_is_blank (html, strlen (html)))
        return g_steal_pointer (&html);
    }
  return NULL;
}

static char *
find_day (const xmlNode *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = dup_member (entry, dates[i]);
      char *day = rap_part_value_day (text);

      if (day != NULL)
        return day;
    }
  return NULL;
}

/* Atom: the alternate link. */
static char *
find_atom_link (const xmlNode *entry)
{
  for (const xmlNode *child = entry->children; child != NULL; child = child->next)
    if (is_member (child, "link"))
      {
        g_autofree char *relation = rap_xml_dup_attribute (child, "rel");
        g_autofree char *address = rap_xml_dup_attribute (child, "href");
        char *url = relation == NULL || g_str_equal (relation, "alternate") ? rap_part_value_url (address) : NULL;

        if (url != NULL)
          return url;
      }
  return NULL;
}

static char *
find_url (const xmlNode *entry)
{
  static const char * const members[] = { "link", "guid", "id" };
  char *url = find_atom_link (entry);

  for (guint i = 0; url == NULL && i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = dup_member (entry, members[i]);

      url = rap_part_value_url (text);
    }
  return url;
}

/* "desk@example.org (Sara Karimi)" → Sara Karimi; an address alone is no name. */
static char *
name_of_address (const char *text)
{
  const char *open = text != NULL ? strchr (text, '(') : NULL;
  const char *close = open != NULL ? strrchr (open, ')') : NULL;
  g_autofree char *name = NULL;

  if (text == NULL || strchr (text, '@') == NULL)
    return rap_part_value_line (text);
  if (close == NULL)
    return NULL;
  name = g_strndup (open + 1, close - open - 1);
  return rap_part_value_line (name);
}

/* All of them, Dublin Core's or else the feed's own. */
static char *
find_byline (const xmlNode *entry)
{
  static const char * const members[] = { "dc:creator", "author" };
  g_autoptr (GString) byline = g_string_new (NULL);

  for (guint i = 0; byline->len == 0 && i < G_N_ELEMENTS (members); i++)
    for (const xmlNode *child = entry->children; child != NULL; child = child->next)
      if (is_member (child, members[i]))
        {
          const xmlNode *named = find_member (child, "name");
          g_autofree char *text = rap_xml_dup_text (named != NULL ? named : child);
          g_autofree char *name = name_of_address (text);

          if (name != NULL)
            g_string_append_printf (byline, "%s%s", byline->len > 0 ? ", " : "", name);
        }
  return rap_part_value_line (byline->str);
}

/* Where an entry was taken over from says so itself. */
static char *
find_outlet (const Reader  *self,
             const xmlNode *entry)
{
  const xmlNode *source = find_member (entry, "source");
  const xmlNode *title = source != NULL ? find_member (source, "title") : NULL;
  g_autofree char *text = title != NULL ? rap_xml_dup_text (title)
                          : source != NULL && !rap_xml_has_elements (source) ? rap_xml_dup_text (source) : NULL;
  char *outlet = rap_part_value_markup (text);

  return outlet != NULL ? outlet : g_strdup (self->outlet);
}

static char *
find_language (const Reader  *self,
               const xmlNode *entry)
{
  g_autofree char *text = rap_xml_dup_attribute (entry, "lang");
  char *language;

  if (text == NULL)
    text = dup_member (entry, "dc:language");
  language = rap_part_value_language (text);
  return language != NULL ? language : g_strdup (self->language);
}

static void
fill_part (const Reader  *self,
           const xmlNode *entry,
           RapPart       *part)
{
  g_autofree char *title = dup_member (entry, "title");
  g_autofree char *html = find_text (entry);

  part->title = rap_part_value_markup (title);
  part->published = find_day (entry);
  part->url = find_url (entry);
  part->byline = find_byline (entry);
  part->outlet = find_outlet (self, entry);
  part->language = find_language (self, entry);
  if (html != NULL)
    part->bytes = rap_part_page_new (part->title, part->language, html);
  else
    g_set_error_literal (&part->error, RAP_ERROR, RAP_ERROR_EMPTY, "the entry of the feed has a headline but no text");
}

static gboolean
read_entry (Reader      *self,
            RapPartFunc  func,
            gpointer     user_data)
{
  const xmlNode *entry = rap_xml_expand (self->xml);
  g_auto (RapPart) part = { .kind = RAP_PART_HTML, .where = "feed entry" };

  if (entry == NULL)
    return TRUE;
  part.name = g_strdup_printf ("entry %u", ++self->number);
  part.charset = g_strdup ("UTF-8");
  /* what was mended is a little longer than the file */
  part.position = MIN (rap_xml_get_position (self->xml), self->length);
  fill_part (self, entry, &part);
  return func (&part, user_data);
}

/* A member of the channel that is about all entries. */
static void
take_channel_member (Reader        *self,
                     const xmlNode *node)
{
  const char *parent = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? rap_xml_local_name (node->parent) : "";
  g_autofree char *text = NULL;

  if (!g_str_equal (parent, "channel") && !g_str_equal (parent, "feed"))
    return;
  if (is_member (node, "title") && self->outlet == NULL)
    {
      text = rap_xml_dup_text (node);
      self->outlet = rap_part_value_markup (text);
    }
  else if ((is_member (node, "language") || is_member (node, "dc:language")) && self->language == NULL)
    {
      text = rap_xml_dup_text (node);
      self->language = rap_part_value_language (text);
    }
}

static gboolean
is_channel_member (const xmlNode *node)
{
  return is_member (node, "title") || is_member (node, "language") || is_member (node, "dc:language");
}

static void
take_root (Reader        *self,
           const xmlNode *node)
{
  g_autofree char *text = rap_xml_dup_attribute (node, "lang");

  if (node->parent == NULL || node->parent->type != XML_ELEMENT_NODE)
    self->language = rap_part_value_language (text);
}

/* FALSE when the caller has had enough. */
static gboolean
read_nodes (Reader      *self,
            RapPartFunc  func,
            gpointer     user_data)
{
  gboolean more = rap_xml_next (self->xml);

  while (more)
    {
      const xmlNode *node = rap_xml_get_node (self->xml);
      gboolean element = rap_xml_get_type (self->xml) == XML_READER_TYPE_ELEMENT;

      if (element && (is_member (node, "item") || is_member (node, "entry")))
        {
          if (!read_entry (self, func, user_data))
            return FALSE;
          more = rap_xml_skip (self->xml);
          continue;
        }
      if (element && is_channel_member (node))
        {
          node = rap_xml_expand (self->xml);
          if (node != NULL)
            take_channel_member (self, node);
        }
      else if (element)
        take_root (self, node);
      more = rap_xml_next (self->xml);
    }
  return TRUE;
}

static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  const char *tag;
  g_autofree char *root = rap_xml_sniff_root ((const char *) data, length, &tag);
  gsize rest;

  if (root == NULL)
    return FALSE;
  if (g_str_equal (root, "rss"))
    return TRUE;
  rest = MIN (4096, length - (tag - (const char *) data));
  if (g_str_equal (root, "RDF"))
    return g_strstr_len (tag, rest, "purl.org/rss/") != NULL || g_strstr_len (tag, rest, "my.netscape.com/rdf/") != NULL;
  return g_str_equal (root, "feed")
         && (g_strstr_len (tag, rest, "www.w3.org/2005/Atom") != NULL || g_strstr_len (tag, rest, "purl.org/atom/") != NULL);
}

/* What is left of a feed that broke off, as a part that says so. */
static gboolean
finish (Reader       *self,
        RapPartFunc   func,
        gpointer      user_data,
        GError      **error)
{
  g_auto (RapPart) part = { .kind = RAP_PART_HTML };

  if (!rap_xml_finish (self->xml, &part.error))
    {
      if (self->number == 0)
        {
          g_propagate_error (error, g_steal_pointer (&part.error));
          return FALSE;
        }
      part.name = g_strdup_printf ("after entry %u", self->number);
      g_prefix_error (&part.error, "the feed cannot be read further: ");
      func (&part, user_data);
      return TRUE;
    }
  if (self->number > 0)
    return TRUE;
  g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the feed has no entries");
  return FALSE;
}

static gboolean
read_feed (GBytes       *bytes,
           RapPartFunc   func,
           gpointer      user_data,
           GError      **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (RapXml) xml = rap_xml_new (data, length);
  Reader reader = { xml, NULL, NULL, 0, length };
  gboolean done;

  done = !read_nodes (&reader, func, user_data) || finish (&reader, func, user_data, error);

  g_free (reader.outlet);
  g_free (reader.language);
  return done;
}

const RapPartReader rap_feed_reader = { "feed", sniff, read_feed };
