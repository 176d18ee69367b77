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

#define ZONES_OUT (RAP_ZONE_NAV | RAP_ZONE_ASIDE | RAP_ZONE_FOOTER | RAP_ZONE_FORM | RAP_ZONE_UNWANTED)

#define REPEATED 20
#define LONGEST_COMPARED (256 * 1024) /* bytes */
#define MOST_COMPARED 5000 /* blocks */

typedef struct
{
  double sum;     /* scores of all blocks inside */
  double good;    /* of the positive ones */
  guint chars;
  guint link_chars;
  guint blocks;
  guint sentences;
} Mass;

typedef struct
{
  const RapPage *page;
  const char *title;
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
  if (density > 0.5)
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
  return -8;
}

static void
add_to_boxes (Search *self,
              guint   i)
{
  const RapBlock *block = rap_page_get_block (self->page, i);

  for (guint b = block->box;; b = rap_page_get_box (self->page, b)->parent)
    {
      Mass *mass = &self->masses[b];

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

/* A box that holds half of all prose is not the sidebar, whatever it is called. */
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

/* A list or table of links and the like inside the frame. */
static gboolean
is_clutter (Search *self,
            guint   b)
{
  const Mass *mass = &self->masses[b];
  double density = link_density (mass->link_chars, mass->chars);

  if (mass->blocks < 2)
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

/* Captions of galleries and teasers stand on a page twice or more; a report's sentences hardly ever do. The first of
 * two may be the report itself. */
static void
discount_repeats (Search *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *first = g_new0 (guint, self->page->blocks->len + 1);

  for (guint i = 0; i < self->page->blocks->len; i++)
    {
      const RapBlock *block = rap_page_get_block (self->page, i);
      char *words;
      gpointer known;

      if (self->scores[i] <= 0 || block->prose.words < 16)
        continue;
      words = bare_words (self->page->text->str + block->byte, block->n_bytes);
      if (!g_hash_table_lookup_extended (seen, words, NULL, &known))
        {
          g_hash_table_insert (seen, words, GUINT_TO_POINTER (i));
          continue;
        }
      g_free (words);
      self->scores[i] = -REPEATED;
      if (++first[GPOINTER_TO_UINT (known)] > 1)
        self->scores[GPOINTER_TO_UINT (known)] = -REPEATED;
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

/* Share of the title's words that the block has. */
static double
title_match (const char     *title,
             const RapPage  *page,
             const RapBlock *block)
{
  g_autoptr (GHashTable) wanted = rap_prose_word_set (title, strlen (title));
  g_autoptr (GHashTable) words = rap_prose_word_set (page->text->str + block->byte, block->n_bytes);
  guint n = g_hash_table_size (words);

  return n ? (double) rap_prose_common (words, wanted) / n : 0;
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
      if (block->kind == RAP_BLOCK_HEADING && block->level == 1 && block->prose.words >= 3)
        start = i + 1;
      else if (self->title != NULL && block->prose.words >= 3 && block->prose.words < 40 &&
               (block->kind == RAP_BLOCK_HEADING || block->prose.stops < 2) &&
               title_match (self->title, self->page, block) > 0.75)
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
  Search self = { .page = page, .title = title };
  guint n = page->blocks->len;

  self.scores = g_new0 (double, n + 1);
  self.body = g_new0 (gboolean, n + 1);
  self.masses = g_new0 (Mass, page->boxes->len);
  self.zones = g_new0 (guint, page->boxes->len);
  for (guint i = 0; i < n; i++)
    self.scores[i] = score_block (rap_page_get_block (page, i));
  discount_repeats (&self);
  weigh (&self);
  believe_zones (&self);
  apply_zones (&self);
  weigh (&self);
  mark_frame (&self, find_frame (&self));
  if (body_text != NULL)
    apply_body_text (&self, body_text);
  trim (&self);
  g_free (self.scores);
  g_free (self.masses);
  g_free (self.zones);
  return self.body;
}
