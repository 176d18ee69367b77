/* rap-page-meta.c
 *
 * What a web page says about its article, best witness first: JSON-LD,
 * OpenGraph and the other meta elements, microdata, and last what a reader
 * sees in the head of the report (headline, <time>, date and byline lines).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-page-private.h"

#include <string.h>

#include "rap-extract-private.h"
#include "rap-header-date-private.h"
#include "rap-json-ld-private.h"
#include "rap-word-set-private.h"

/* Lower index = better witness. */
static const char *const title_keys[] = { "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", NULL };
static const char *const outlet_keys[] = { "og:site_name", "application-name", "al:ios:app_name", "dc.publisher", "cre", NULL };
static const char *const byline_keys[] = {
  "author", "article:author", "byl", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author", NULL
};
static const char *const date_keys[] = {
  "article:published_time", "og:published_time", "datepublished", "article:published", "article.published", "pubdate", "publishdate",
  "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date",
  "dcterms.created", "dc.date.created", "sailthru.date", "parsely-pub-date", "citation_publication_date",
  "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "date", NULL
};
static const char *const url_keys[] = { "og:url", "twitter:url", NULL };
static const char *const language_keys[] = { "og:locale", "content-language", "dc.language", "language", NULL };

typedef struct
{
  const RapPage *page;
  RapExtract *into;
  GHashTable *metas;      /* key -> GumboNode*, the first of each */
  GPtrArray *scripts;     /* JSON-LD texts, borrowed */
  char *title;            /* of <title> */
  char *headline;         /* of the h1 that belongs to <title>, or the only one */
  guint n_headlines;
  const char *canonical;
  const char *language;
  const char *direction;
  const GumboNode *item_date, *item_author, *rel_author, *item_publisher;
  char *published;        /* as written */
} Meta;

static gboolean
has_word (const char *list,
          const char *word)
{
  g_auto (GStrv) words = list ? g_strsplit_set (list, " \t\n", 20) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static void
see_meta (Meta            *self,
          const GumboNode *node)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *key = rap_html_attribute (node, attributes[i]);
      g_autofree char *lower = key ? g_ascii_strdown (key, -1) : NULL;

      if (lower != NULL && !g_hash_table_contains (self->metas, lower))
        g_hash_table_insert (self->metas, g_steal_pointer (&lower), (gpointer) node);
    }
}

static void
see_script (Meta            *self,
            const GumboNode *node)
{
  const char *type = rap_html_attribute (node, "type");
  const GumboVector *children = &node->v.element.children;

  if (type == NULL || g_ascii_strcasecmp (type, "application/ld+json") != 0 || children->length == 0)
    return;
  g_ptr_array_add (self->scripts, (gpointer) ((GumboNode *) children->data[0])->v.text.text);
}

/* The h1 that shares most with <title> is the headline. */
static void
see_headline (Meta            *self,
              const GumboNode *node)
{
  g_autofree char *text = rap_html_text (node);
  gboolean named = self->title != NULL && *text != '\0' && strstr (self->title, text) != NULL;

  if (strlen (text) < 3 || strlen (text) > 600)
    return;
  self->n_headlines++;
  if (self->headline == NULL || named)
    {
      g_free (self->headline);
      self->headline = g_steal_pointer (&text);
    }
}

static void
see_item (Meta            *self,
          const GumboNode *node)
{
  const char *item = rap_html_attribute (node, "itemprop");

  if (self->item_date == NULL && has_word (item, "datePublished"))
    self->item_date = node;
  if (self->item_author == NULL && has_word (item, "author"))
    self->item_author = node;
  if (self->item_publisher == NULL && has_word (item, "publisher"))
    self->item_publisher = node;
  if (self->rel_author == NULL && has_word (rap_html_attribute (node, "rel"), "author"))
    self->rel_author = node;
}

static void
see_element (Meta            *self,
             const GumboNode *node)
{
  switch (node->v.element.tag)
    {
    case GUMBO_TAG_HTML: case GUMBO_TAG_BODY:
      if (self->language == NULL)
        self->language = rap_html_attribute (node, "lang");
      if (self->direction == NULL)
        self->direction = rap_html_attribute (node, "dir");
      break;
    case GUMBO_TAG_META: see_meta (self, node); break;
    case GUMBO_TAG_SCRIPT: see_script (self, node); break;
    case GUMBO_TAG_H1: see_headline (self, node); break;
    case GUMBO_TAG_TITLE:
      if (self->title == NULL)
        self->title = rap_html_text (node);
      break;
    case GUMBO_TAG_LINK:
      if (self->canonical == NULL && has_word (rap_html_attribute (node, "rel"), "canonical"))
        self->canonical = rap_html_attribute (node, "href");
      break;
    default:
      break;
    }
  if (node->v.element.tag != GUMBO_TAG_META)
    see_item (self, node);
}

static void
scan (Meta *self)
{
  const GumboNode *root = self->page->tree->root;

  for (const GumboNode *node = root; node != NULL; node = rap_html_next (node, root, FALSE))
    if (node->type == GUMBO_NODE_ELEMENT)
      see_element (self, node);
}

/* The first of @keys that the page has; its text for a test before it is offered. */
static const char *
meta_value (Meta              *self,
            const char *const *keys,
            const char       **key)
{
  for (; *keys != NULL; keys++)
    {
      const GumboNode *node = g_hash_table_lookup (self->metas, *keys);
      const char *content = node ? rap_html_attribute (node, "content") : NULL;

      if (content != NULL && *content != '\0')
        {
          *key = *keys;
          return content;
        }
    }
  return NULL;
}

/* The name of an outlet as the page spells it: "Name | What we are" is the name; an address, an account ("@name") and the
 * name of a section ("U.S.") are none. (transfer full) (nullable) */
static char *
clean_outlet (const char *value)
{
  g_autofree char *name = g_strstrip (g_strndup (value, strcspn (value, "|")));
  RapProse prose = rap_prose_measure (name, strlen (name));

  if (*name == '@' || strstr (name, "://") != NULL || prose.letters < 2 || prose.words > 10)
    return NULL;
  if (g_str_has_suffix (name, ".") && prose.letters <= 4)
    return NULL;
  return g_steal_pointer (&name);
}

static void
offer_outlet (Meta       *self,
              const char *value,
              const char *where)
{
  g_autofree char *name = value ? clean_outlet (value) : NULL;

  rap_extract_offer (self->into, "outlet", name, where);
}

static gboolean
offer_date (Meta       *self,
            const char *value,
            const char *where)
{
  g_autofree char *date = value ? rap_header_date_normalise (value) : NULL;
  g_autofree char *note = date ? g_strdup_printf ("%s: “%.60s”", where, value) : NULL;

  if (date == NULL || !rap_extract_offer (self->into, "published", date, note))
    return FALSE;
  self->published = g_strdup (value);
  return TRUE;
}

/* The letters and digits, small. (transfer full) */
static char *
bare (const char *name)
{
  GString *out = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

/* Publishing systems write the outlet or the account that uploaded the page where the author belongs. */
static gboolean
is_nobody (Meta       *self,
           const char *byline)
{
  static const char *const accounts[] = { "admin", "administrator", "webmaster", "editor", "redaktion", "redaccion", "user", "guest", "root", NULL };
  g_autofree char *name = bare (byline);
  g_autofree char *outlet = self->into->outlet ? bare (self->into->outlet) : NULL;

  return g_strv_contains (accounts, name) || g_str_has_suffix (name, "admin") || (outlet != NULL && g_str_equal (name, outlet));
}

static void
offer_byline (Meta       *self,
              const char *value,
              const char *where)
{
  g_autofree char *byline = value ? rap_byline_clean (value) : NULL;

  if (byline != NULL && !is_nobody (self, byline))
    rap_extract_offer (self->into, "byline", byline, where);
}

static void
offer_url (Meta       *self,
           const char *value,
           const char *where)
{
  if (value != NULL && (g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://")))
    rap_extract_offer (self->into, "url", value, where);
}

static void
offer_language (Meta       *self,
                const char *value,
                const char *where)
{
  g_autofree char *tag = value ? g_strdup (value) : NULL;

  if (tag == NULL || !g_ascii_isalpha (tag[0]) || strcspn (tag, "-_") > 3 || strlen (tag) > 20)
    return;
  g_strdelimit (tag, "_", '-');
  rap_extract_offer (self->into, "language", tag, where);
}

/* Cuts the outlet's name, or what follows the headline in <title>, off a title. */
static char *
title_without_site (Meta       *self,
                    const char *title)
{
  g_autofree char *site = NULL;
  g_autofree char *head = rap_title_split (title, &site);

  if (self->headline != NULL && strstr (title, self->headline) != NULL && rap_prose_measure (self->headline, strlen (self->headline)).words >= 3)
    return g_strdup (self->headline);
  if (g_str_has_prefix (title, head))
    return g_steal_pointer (&head);
  return g_strdup (title);
}

static guint
count_words (const char *text)
{
  return rap_prose_measure (text, strlen (text)).words;
}

/* Whether the headline on the page says the same as @title, perhaps in other words or without what was added for search
 * engines: half of its longer words are there. */
static gboolean
says_the_same (const char *headline,
               const char *title)
{
  g_autoptr (RapWordSet) words = rap_word_set_new (headline, strlen (headline));
  g_autoptr (RapWordSet) other = rap_word_set_new (title, strlen (title));
  guint n = rap_word_set_size (words);

  return n > 0 && 2 * rap_word_set_common (words, other) >= n;
}

/* The only h1, or the one that <title> has in it, is what the reader sees as the headline, if it has the length of one
 * and agrees with what the page declares. */
static gboolean
is_seen_headline (Meta       *self,
                  const char *declared)
{
  if (self->headline == NULL)
    return FALSE;
  if (self->title != NULL && strstr (self->title, self->headline) != NULL && count_words (self->headline) >= 3)
    return TRUE;
  if (self->n_headlines > 1 || count_words (self->headline) < 3)
    return FALSE;
  return declared == NULL || says_the_same (self->headline, declared);
}

static void
read_title (Meta            *self,
            const RapJsonLd *ld)
{
  const char *key = NULL;
  const char *meta = meta_value (self, title_keys, &key);
  const char *declared = ld->headline ? ld->headline : meta ? meta : self->title;
  g_autofree char *where = g_strdup_printf (ld->headline ? "JSON-LD headline" : "meta %s", key);
  g_autofree char *cut = NULL;

  if (declared == NULL || is_seen_headline (self, declared))
    {
      rap_extract_offer (self->into, "title", self->headline, "h1");
      return;
    }
  cut = title_without_site (self, declared);
  rap_extract_offer (self->into, "title", cut, declared == self->title ? "title element" : where);
}

/* <title> is mostly the headline and then, after a separator, the name of the outlet. (transfer full) (nullable) */
static char *
site_of_title (Meta *self)
{
  g_autofree char *head = NULL;
  g_autofree char *site = NULL;

  if (self->title == NULL || self->into->title == NULL || !g_str_has_prefix (self->title, self->into->title))
    return NULL;
  head = rap_title_split (self->title, &site);
  return site != NULL && count_words (site) <= 5 ? g_steal_pointer (&site) : NULL;
}

static void
read_outlet (Meta            *self,
             const RapJsonLd *ld)
{
  g_autofree char *site = NULL;

  for (guint i = 0; outlet_keys[i] != NULL; i++)
    {
      const char *one[] = { outlet_keys[i], NULL };
      const char *key = NULL;
      const char *value = meta_value (self, one, &key);
      g_autofree char *where = g_strdup_printf ("meta %s", outlet_keys[i]);

      offer_outlet (self, value, where);
    }
  offer_outlet (self, ld->publisher, "JSON-LD publisher");
  if (self->item_publisher != NULL && self->into->outlet == NULL)
    {
      g_autofree char *name = rap_html_text (self->item_publisher);

      if (count_words (name) <= 6)
        offer_outlet (self, name, "itemprop publisher");
    }
  site = site_of_title (self);
  offer_outlet (self, site, "title element, after the headline");
}

static void
read_byline (Meta            *self,
             const RapJsonLd *ld)
{
  const char *key = NULL;
  const GumboNode *nodes[] = { self->item_author, self->rel_author };

  offer_byline (self, ld->author, "JSON-LD author");
  for (guint i = 0; byline_keys[i] != NULL && self->into->byline == NULL; i++)
    {
      const char *one[] = { byline_keys[i], NULL };
      const char *value = meta_value (self, one, &key);
      g_autofree char *where = g_strdup_printf ("meta %s", byline_keys[i]);

      offer_byline (self, value, where);
    }
  for (guint i = 0; i < G_N_ELEMENTS (nodes) && self->into->byline == NULL; i++)
    {
      g_autofree char *name = nodes[i] ? rap_html_text (nodes[i]) : NULL;

      offer_byline (self, name, i ? "rel author" : "itemprop author");
    }
}

static const char *
value_of_item (const GumboNode *node)
{
  const char *value = rap_html_attribute (node, "content");

  return value ? value : rap_html_attribute (node, "datetime");
}

static void
read_date (Meta            *self,
           const RapJsonLd *ld)
{
  const char *key = NULL;

  offer_date (self, ld->published, "JSON-LD datePublished");
  for (guint i = 0; date_keys[i] != NULL && self->into->published == NULL; i++)
    {
      const char *one[] = { date_keys[i], NULL };
      const char *value = meta_value (self, one, &key);
      g_autofree char *where = g_strdup_printf ("meta %s", date_keys[i]);

      offer_date (self, value, where);
    }
  if (self->item_date != NULL && self->into->published == NULL)
    {
      g_autofree char *text = rap_html_text (self->item_date);

      if (!offer_date (self, value_of_item (self->item_date), "itemprop datePublished"))
        offer_date (self, text, "itemprop datePublished");
    }
}

static void
read_rest (Meta            *self,
           const RapJsonLd *ld)
{
  const char *key = NULL;

  offer_url (self, self->canonical, "link canonical");
  offer_url (self, meta_value (self, url_keys, &key), "meta og:url");
  offer_url (self, ld->url, "JSON-LD url");
  offer_language (self, self->language, "the page's lang attribute");
  offer_language (self, ld->language, "JSON-LD inLanguage");
  offer_language (self, meta_value (self, language_keys, &key), "meta element");
}

void
rap_page_read_meta (const RapPage *page,
                    RapExtract    *into,
                    RapPageHints  *hints)
{
  Meta self = { .page = page, .into = into };
  g_auto (RapJsonLd) ld = { 0 };

  self.metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.scripts = g_ptr_array_new ();
  scan (&self);
  for (guint i = 0; i < self.scripts->len; i++)
    if (rap_json_ld_read (g_ptr_array_index (self.scripts, i), &ld))
      break;
  read_title (&self, &ld);
  read_outlet (&self, &ld);
  read_byline (&self, &ld);
  read_date (&self, &ld);
  read_rest (&self, &ld);
  hints->body_text = g_steal_pointer (&ld.body);
  hints->published = self.published;
  hints->direction = self.direction;
  g_free (self.title);
  g_free (self.headline);
  g_hash_table_unref (self.metas);
  g_ptr_array_unref (self.scripts);
}
