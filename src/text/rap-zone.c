/* rap-zone.c
 *
 * What the tag, role, class and id of an element say about what stands in it.
 * Classes are cut into words, so that "nav" does not match "navy". These are
 * hints: the body search uses them against or for text, never alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-page-private.h"

#include <string.h>

#define LONGEST_NAME 80

static const char *const unwanted[] = {
  "ad", "ads", "advert", "advertisement", "adsense", "banner", "breadcrumb", "breadcrumbs", "comment", "comments",
  "commentlist", "disqus", "respond", "cookie", "cookies", "consent", "gdpr", "donate", "donation", "login", "menu",
  "menus", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain", "pager", "pagination", "paywall", "popup",
  "popular", "promo", "promoted", "promotion", "recirc", "recirculation", "recommend", "recommended",
  "recommendations", "related", "relatedposts", "share", "sharing", "sharedaddy", "sharebar", "sidebar", "signup",
  "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola", "tags", "tagcloud", "toolbar", "trending",
  "widget", "widgets", "jp-relatedposts", "masthead", "copyright", "skip", "rating", "ratings", "votes", "readmore",
  "most", "latest", "footer", "byline", "author", "authors", "authorbox", "bio", "dateline", "timestamp", "credit", "credits",
  NULL
};

static const char *const wanted_pairs[] = {
  "articlebody", "articlecontent", "articletext", "entrycontent", "postcontent", "postbody", "storybody", "storycontent",
  "storytext", "newsbody", "newstext", "newscontent", "bodytext", "textbody", "contentbody", "singlecontent", "hentry", NULL
};

static guint
zone_of_tag (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_NAV: case GUMBO_TAG_MENU: return RAP_ZONE_NAV;
    case GUMBO_TAG_ASIDE: return RAP_ZONE_ASIDE;
    case GUMBO_TAG_FOOTER: return RAP_ZONE_FOOTER;
    case GUMBO_TAG_HEADER: return RAP_ZONE_HEADER;
    case GUMBO_TAG_FORM: case GUMBO_TAG_FIELDSET: case GUMBO_TAG_BUTTON: case GUMBO_TAG_LABEL: return RAP_ZONE_FORM;
    case GUMBO_TAG_ARTICLE: return RAP_ZONE_ARTICLE;
    case GUMBO_TAG_MAIN: return RAP_ZONE_MAIN;
    default: return 0;
    }
}

static guint
zone_of_role (const char *role)
{
  static const struct { const char *role; guint zone; } roles[] = {
    { "navigation", RAP_ZONE_NAV }, { "menu", RAP_ZONE_NAV }, { "menubar", RAP_ZONE_NAV },
    { "complementary", RAP_ZONE_ASIDE }, { "contentinfo", RAP_ZONE_FOOTER }, { "banner", RAP_ZONE_HEADER },
    { "search", RAP_ZONE_FORM }, { "form", RAP_ZONE_FORM }, { "dialog", RAP_ZONE_UNWANTED },
    { "main", RAP_ZONE_MAIN }, { "article", RAP_ZONE_ARTICLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp (role, roles[i].role) == 0)
      return roles[i].zone;
  return 0;
}

/* Built once, read only afterwards. */
static GHashTable *
get_unwanted (void)
{
  static gsize once;
  static GHashTable *words;

  if (g_once_init_enter (&once))
    {
      words = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; unwanted[i] != NULL; i++)
        g_hash_table_add (words, (gpointer) unwanted[i]);
      g_once_init_leave (&once, 1);
    }
  return words;
}

static guint
zone_of_word (const char *word)
{
  if (g_hash_table_contains (get_unwanted (), word))
    return RAP_ZONE_UNWANTED;
  return g_str_equal (word, "caption") || g_str_equal (word, "captions") ? RAP_ZONE_CAPTION : 0;
}

/* One class or id: "article-body", "articleBody" and "article__body" are the same two words. */
static guint
zone_of_name (const char *name,
              gsize       n)
{
  char whole[LONGEST_NAME + 1];
  char word[LONGEST_NAME + 1];
  guint n_whole = 0, n_word = 0;
  guint zone = 0;

  for (gsize i = 0; i <= n && n_whole < LONGEST_NAME; i++)
    {
      gboolean letter = i < n && g_ascii_isalpha (name[i]);
      gboolean hump = letter && i > 0 && g_ascii_isupper (name[i]) && g_ascii_islower (name[i - 1]);

      if ((!letter || hump) && n_word > 0)
        {
          word[n_word] = '\0';
          zone |= zone_of_word (word);
          n_word = 0;
        }
      if (letter)
        word[n_word++] = whole[n_whole++] = g_ascii_tolower (name[i]);
    }
  whole[n_whole] = '\0';
  zone |= zone_of_word (whole);
  for (guint i = 0; wanted_pairs[i] != NULL && zone == 0; i++)
    if (strstr (whole, wanted_pairs[i]) != NULL)
      return RAP_ZONE_WANTED;
  return zone;
}

static guint
zone_of_names (const char *names)
{
  guint zone = 0;

  for (guint i = 0; *names != '\0' && i < 40; i++)
    {
      gsize n;

      names += strspn (names, " \t\n\f");
      n = strcspn (names, " \t\n\f");
      zone |= zone_of_name (names, n);
      names += n;
    }
  return zone;
}

static const char *
attribute_of (const GumboElement *element,
              const char         *name)
{
  GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);

  return attribute ? attribute->value : "";
}

guint
rap_zone_of_element (const GumboElement *element)
{
  guint zone = zone_of_tag (element->tag) | zone_of_role (attribute_of (element, "role"));

  if (strstr (attribute_of (element, "itemprop"), "articleBody") != NULL)
    zone |= RAP_ZONE_BODY;
  if (element->tag == GUMBO_TAG_BODY || element->tag == GUMBO_TAG_HTML)
    return zone;
  return zone | zone_of_names (attribute_of (element, "class")) | zone_of_names (attribute_of (element, "id"));
}
