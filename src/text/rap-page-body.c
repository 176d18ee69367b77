/* rap-page-body.c
 *
 * Which blocks of a web page are the report. Every block gets a score, positive
 * for prose and negative for menus; the box with the greatest sum is the frame
 * of the report (maximum segment on the tree); inside it, boxes that are mostly
 * links, forms or marked as something else are taken out, and the blocks above
 * the headline and the ragged end are cut. If the page carries the report's
 * text for search engines (JSON-LD articleBody), that decides where it can.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-page-private.h"

#include <string.h>

#include "rap-word-set-private.h"

#define ZONES_OUT (RAP_ZONE_NAV | RAP_ZONE_ASIDE | RAP_ZONE_FOOTER | RAP_ZONE_FORM | RAP_ZONE_UNWANTED | RAP_ZONE_CAPTION)

#define SHORTEST_REPORT 200
#define CELL 1
#define REPEATED 20
#define COMPANY 3 /* times its own prose make a block one of many */
#define LONGEST_COMPARED (256 * 1024) /* bytes */
#define MOST_COMPARED 5000 /* blocks */

typedef struct
{
  double sum;     /* scores of all blocks inside */
  double good;    /* of the positive ones */
  guint chars;
  guint link_chars;
  guint quoted_chars; /* in blockquotes inside */
  guint blocks;
  guint sentences;
} Mass;

typedef struct
{
  const RapPage *page;
  RapWordSet *title; /* words of the headline, or NULL */
  double *scores;   /* per block */
  Mass *masses;     /* per box */
  guint *zones;     /* per box: flags that can be believed, inherited */
  gboolean *body;   /* per block */
} Search;

static double
link_density (guint link_chars,
              guint chars)
{
  return chars ? (double) link_chars / chars : 0;
}

/* Without any hint of names: prose counts its letters, links count against. */
static double
score_block (const RapBlock *block)
{
  double density = link_density (block->link_chars, block->prose.chars);
  double chars = MIN (block->prose.chars, 1000);

  if (block->kind == RAP_BLOCK_HEADING)
    return density > 0.5 ? -15 : 0;
  if (density > (block->kind == RAP_BLOCK_PARAGRAPH && rap_prose_is_sentence (block->prose) ? 0.8 : 0.5))
    return -MIN (chars, 60) - 5;
  if (block->kind == RAP_BLOCK_CAPTION)
    return 0;
  if (block->kind == RAP_BLOCK_ITEM)
    density = MIN (1, density * 2);
  if (rap_prose_is_sentence (block->prose))
    return chars * (1 - density);
  if (block->prose.words >= 12)
    return chars * 0.4 * (1 - density);
  if (block->kind == RAP_BLOCK_PARAGRAPH || block->kind == RAP_BLOCK_QUOTE)
    return 0;
  if (block->links == 0 && block->kind == RAP_BLOCK_CELL)
    return CELL;
  if (block->links == 0 && block->kind == RAP_BLOCK_ITEM && block->prose.words >= 3)
    return chars * 0.3;
  return -8;
}

static gboolean
is_tag (const RapPage *page,
        guint          box,
        GumboTag       tag)
{
  const GumboNode *node = rap_page_get_box (page, box)->node;

  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

static void
add_to_boxes (Search *self,
              guint   i)
{
  const RapBlock *block = rap_page_get_block (self->page, i);
  gboolean quoted = FALSE;

  for (guint b = block->box;; b = rap_page_get_box (self->page, b)->parent)
    {
      Mass *mass = &self->masses[b];

      quoted = quoted || is_tag (self->page, b, GUMBO_TAG_BLOCKQUOTE);
      mass->quoted_chars += quoted ? block->prose.chars : 0;

      mass->sum += self->scores[i];
      mass->good += MAX (self->scores[i], 0);
      mass->chars += block->prose.chars;
      mass->link_chars += block->link_chars;
      mass->blocks++;
      mass->sentences += rap_prose_is_sentence (block->prose);
      if (b == 0)
        break;
    }
}

static void
weigh (Search *self)
{
  memset (self->masses, 0, sizeof (Mass) * self->page->boxes->len);
  for (guint i = 0; i < self->page->blocks->len; i++)
    add_to_boxes (self, i);
}

/* A box that holds half of all prose is not the sidebar, whatever it is called; nor is one that holds a quotation and
 * hardly anything else, as posts of social networks are embedded. */
static void
believe_zones (Search *self)
{
  double all = self->masses[0].good;

  for (guint b = 0; b < self->page->boxes->len; b++)
    {
      const RapBox *box = rap_page_get_box (self->page, b);
      guint zone = box->own_zone;

      if (self->masses[b].good > all * 0.4)
        zone &= ~(ZONES_OUT | RAP_ZONE_HEADER);
      if (self->masses[b].quoted_chars > 0.8 * self->masses[b].chars)
        zone &= ~RAP_ZONE_UNWANTED;
      self->zones[b] = zone | (b ? self->zones[box->parent] : 0);
    }
}

static void
apply_zones (Search *self)
{
  for (guint i = 0; i < self->page->blocks->len; i++)
    {
      guint zone = self->zones[rap_page_get_block (self->page, i)->box];

      if (self->scores[i] > 0 && (zone & ZONES_OUT))
        self->scores[i] = zone & RAP_ZONE_BODY ? self->scores[i] * 0.3 : -0.3 * self->scores[i];
      else if (self->scores[i] > 0 && (zone & (RAP_ZONE_BODY | RAP_ZONE_WANTED)))
        self->scores[i] *= 1.5;
    }
}

/* The innermost box that still has nearly all of what the best one has. */
static guint
find_frame (Search *self)
{
  guint best = 0;

  for (guint b = 1; b < self->page->boxes->len; b++)
    if (self->masses[b].sum > self->masses[best].sum)
      best = b;
  for (guint b = best + 1; b < self->page->boxes->len; b++)
    if (rap_page_get_box (self->page, b)->parent == best && self->masses[b].good >= 0.9 * self->masses[best].good)
      best = b;
  return best;
}

static gboolean
is_inside (const RapPage *page,
           guint          box,
           guint          frame)
{
  while (box > frame)
    box = rap_page_get_box (page, box)->parent;
  return box == frame;
}

/* Share of the block's words that the title has. */
static double
title_match (Search         *self,
             const RapBlock *block)
{
  g_autoptr (RapWordSet) words = rap_word_set_new (self->page->text->str + block->byte, block->n_bytes);
  guint n = rap_word_set_size (words);

  return n ? (double) rap_word_set_common (words, self->title) / n : 0;
}

static gboolean
is_headline (Search         *self,
             const RapBlock *block)
{
  if (block->kind == RAP_BLOCK_HEADING && block->level == 1 && block->prose.words >= 3)
    return TRUE;
  return self->title != NULL && block->prose.words >= 3 && block->prose.words < 40 &&
         (block->kind == RAP_BLOCK_HEADING || block->prose.stops < 2) && title_match (self, block) > 0.75;
}

/* Pages that go on with the next stories put each into an article element: if the first headline inside the frame stands
 * in one of its own, with a report, that is the frame. */
static guint
narrow_frame (Search *self,
              guint   frame)
{
  for (guint i = 0; i < self->page->blocks->len; i++)
    {
      const RapBlock *block = rap_page_get_block (self->page, i);

      if (!is_inside (self->page, block->box, frame) || !is_headline (self, block))
        continue;
      for (guint b = block->box; b > frame; b = rap_page_get_box (self->page, b)->parent)
        if (is_tag (self->page, b, GUMBO_TAG_ARTICLE) && self->masses[b].good >= SHORTEST_REPORT)
          return b;
      break;
    }
  return frame;
}

/* A list or table of links and the like inside the frame. */
static gboolean
is_clutter (Search *self,
            guint   b)
{
  const Mass *mass = &self->masses[b];
  double density = link_density (mass->link_chars, mass->chars);

  if (mass->blocks < 2 || mass->quoted_chars > 0.8 * mass->chars)
    return FALSE;
  return density > 0.5 || (density > 0.25 && mass->sentences == 0) ;
}

static void
mark_frame (Search *self,
            guint   frame)
{
  const RapPage *page = self->page;
  g_autofree gboolean *out = g_new0 (gboolean, page->boxes->len);

  for (guint b = frame + 1; b < page->boxes->len; b++)
    out[b] = out[rap_page_get_box (page, b)->parent] || is_clutter (self, b);
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const RapBlock *block = rap_page_get_block (page, i);
      double density = link_density (block->link_chars, block->prose.chars);

      self->body[i] = is_inside (page, block->box, frame) && !out[block->box] &&
                      !(self->zones[block->box] & ZONES_OUT) && block->kind != RAP_BLOCK_CAPTION &&
                      !(density > 0.6 && !rap_prose_is_sentence (block->prose)) && self->scores[i] > -15;
    }
}

/* The words alone, small, between single spaces, to compare across markup. (transfer full) */
static char *
bare_words (const char *text,
            gsize       n_bytes)
{
  GString *out = g_string_new (" ");
  const char *end = text + MIN (n_bytes, LONGEST_COMPARED);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
      else if (out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

/* What the words of a block are, whatever stands between them (FNV-1a). */
static guint64
hash_words (const char *text,
            gsize       n_bytes)
{
  const char *end = text + n_bytes;
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  gboolean between = TRUE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);

      if (!letter && between)
        continue;
      hash = (hash ^ (!letter ? ' ' : c < 0x80 ? (guchar) g_ascii_tolower (c) : g_unichar_tolower (c))) * G_GUINT64_CONSTANT (1099511628211);
      between = !letter;
    }
  return hash;
}

/* The box that holds a block and its neighbours, and how much prose the neighbours have. */
static guint
company_of (Search *self,
            guint   i,
            double *prose)
{
  const RapBlock *block = rap_page_get_block (self->page, i);
  guint box = rap_page_get_box (self->page, block->box)->parent;

  *prose = self->masses[box].good - MAX (self->scores[i], 0);
  return box;
}

/* Of blocks with the same words (@known is the best one so far) the one among other prose stays. */
static guint
choose_repeat (Search *self,
               guint   known,
               guint   i)
{
  double known_prose, prose;
  gboolean neighbours = company_of (self, known, &known_prose) == company_of (self, i, &prose);

  if (neighbours && prose > COMPANY * self->scores[i])
    return known;
  if (prose > 2 * known_prose && prose > COMPANY * self->scores[i])
    {
      self->scores[known] = -REPEATED;
      return i;
    }
  self->scores[i] = -REPEATED;
  return known;
}

/* Captions of galleries and teasers stand on a page twice or more; a report's sentences hardly ever do but for the
 * questions of an interview, which stand in one box with the answers. The first of two without company may be the
 * report itself. */
static void
discount_repeats (Search *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree guint64 *hashes = g_new0 (guint64, self->page->blocks->len + 1);
  g_autofree guint *repeats = g_new0 (guint, self->page->blocks->len + 1);

  for (guint i = 0; i < self->page->blocks->len; i++)
    {
      const RapBlock *block = rap_page_get_block (self->page, i);
      gpointer known;
      guint best = i;
      double prose;

      if (self->scores[i] <= 0 || block->prose.words < 16)
        continue;
      hashes[i] = hash_words (self->page->text->str + block->byte, block->n_bytes);
      if (g_hash_table_lookup_extended (seen, &hashes[i], NULL, &known))
        {
          best = choose_repeat (self, GPOINTER_TO_UINT (known), i);
          repeats[best]++;
        }
      company_of (self, best, &prose);
      if (repeats[best] > 1 && prose <= COMPANY * self->scores[best])
        self->scores[best] = -REPEATED;
      g_hash_table_insert (seen, &hashes[i], GUINT_TO_POINTER (best));
    }
}

/* The report as the page gives it to search engines: what it has is body; when it has nearly all, the rest is not. */
static void
apply_body_text (Search     *self,
                 const char *body_text)
{
  g_autofree char *given = bare_words (body_text, strlen (body_text));
  g_autofree gboolean *known = g_new0 (gboolean, self->page->blocks->len + 1);
  double both = 0, all = 0;

  if (self->page->blocks->len > MOST_COMPARED)
    return;
  for (guint i = 0; i < self->page->blocks->len; i++)
    {
      const RapBlock *block = rap_page_get_block (self->page, i);
      g_autofree char *words = NULL;

      if (block->prose.words < 4)
        continue;
      words = bare_words (self->page->text->str + block->byte, block->n_bytes);
      known[i] = strstr (given, words) != NULL;
      both += self->body[i] && known[i] ? block->prose.chars : 0;
      all += self->body[i] ? block->prose.chars : 0;
    }
  for (guint i = 0; i < self->page->blocks->len && both > 0.5 * all; i++)
    {
      if (known[i] && self->scores[i] >= 0)
        self->body[i] = TRUE;
      else if (!known[i] && both > 0.85 * all && rap_page_get_block (self->page, i)->prose.words >= 4)
        self->body[i] = FALSE;
    }
}

/* The block after the headline; 0 when there is none among the first half of the body. */
static guint
find_start (Search *self)
{
  guint start = 0;
  double seen = 0, all = 0;

  for (guint i = 0; i < self->page->blocks->len; i++)
    all += self->body[i] ? MAX (self->scores[i], 0) : 0;
  for (guint i = 0; i < self->page->blocks->len && seen <= all * 0.25; i++)
    {
      const RapBlock *block = rap_page_get_block (self->page, i);

      seen += self->body[i] ? MAX (self->scores[i], 0) : 0;
      if (is_headline (self, block))
        start = i + 1;
    }
  return start;
}

/* Cuts what is before the headline and short leftovers (author, date, headings of nothing) at both ends. */
static void
trim (Search *self)
{
  guint n = self->page->blocks->len;
  guint start = find_start (self);
  guint i;

  for (i = 0; i < start; i++)
    self->body[i] = FALSE;
  for (; i < n && !(self->body[i] && self->scores[i] > 0 && rap_prose_is_sentence (rap_page_get_block (self->page, i)->prose)); i++)
    self->body[i] = FALSE;
  if (i == n)
    return;
  for (i = n; i > 0 && !(self->body[i - 1] && self->scores[i - 1] > 0); i--)
    self->body[i - 1] = FALSE;
}

gboolean *
rap_page_find_body (const RapPage *page,
                    const char    *title,
                    const char    *body_text)
{
  Search self = { .page = page, .title = title ? rap_word_set_new (title, strlen (title)) : NULL };
  guint n = page->blocks->len;

  self.scores = g_new0 (double, n + 1);
  self.body = g_new0 (gboolean, n + 1);
  self.masses = g_new0 (Mass, page->boxes->len);
  self.zones = g_new0 (guint, page->boxes->len);
  for (guint i = 0; i < n; i++)
    self.scores[i] = score_block (rap_page_get_block (page, i));
  weigh (&self);
  discount_repeats (&self);
  weigh (&self);
  believe_zones (&self);
  apply_zones (&self);
  weigh (&self);
  mark_frame (&self, narrow_frame (&self, find_frame (&self)));
  if (body_text != NULL)
    apply_body_text (&self, body_text);
  trim (&self);
  g_free (self.scores);
  g_free (self.masses);
  g_free (self.zones);
  g_clear_pointer (&self.title, rap_word_set_free);
  return self.body;
}
