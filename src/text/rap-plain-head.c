/* rap-plain-head.c
 *
 * Headline, date, byline and outlet of a plain-text page. A date counts only
 * in the head of the page, before the report's first sentence, on a line of its
 * own or with a short label; never a date inside the report or of another story.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-plain-private.h"

#include <string.h>

#include "rap-dateline-private.h"
#include "rap-extract-private.h"
#include "rap-header-date-private.h"
#include "rap-word-set-private.h"

#define MAX_OTHER_WORDS 4
#define LINES_BEFORE 8 /* of the headline, that a date may stand in */
#define LINES_AFTER 8  /* of the report, likewise */
#define SHORT_LINE 20   /* words */
#define NAME_LINES 12   /* from headline or report to a byline */
#define MOST_COMPARED 2000 /* lines */
#define MOST_SEARCHED 20000 /* lines */
#define MOST_NAMES 60
#define LONGEST_HEAD 160 /* bytes of a line that may be a date or a name */

static gboolean
is_date_line (const RapUnit *unit,
              RapHeaderDate *date)
{
  return unit->n_bytes <= LONGEST_HEAD && rap_header_date_find (unit->text, unit->n_bytes, date) &&
         date->other_words <= MAX_OTHER_WORDS;
}

static gboolean
equals (const RapUnit *a,
        const RapUnit *b)
{
  return a->n_bytes == b->n_bytes && memcmp (a->text, b->text, a->n_bytes) == 0;
}

/* Saved pages begin with the page's title, and the headline is its beginning; other lines that stand twice are menus. */
static double
score_repeats (GArray *units,
               guint   i)
{
  const RapUnit *unit = rap_plain_get (units, i);
  const RapUnit *first = rap_plain_get (units, 0);

  if (i == 0)
    return 0.7;
  if (first->n_bytes >= unit->n_bytes && memcmp (first->text, unit->text, unit->n_bytes) == 0)
    return 1.2;
  for (guint k = 1; k < MIN (i, MOST_COMPARED); k++)
    if (equals (rap_plain_get (units, k), unit))
      return 0.5;
  return 0;
}

/* How much a line looks like the headline of what follows. */
static double
score_title (GArray     *units,
             guint       i,
             RapRange    bulk,
             RapWordSet *bulk_words)
{
  const RapUnit *unit = rap_plain_get (units, i);
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;
  g_autoptr (RapWordSet) words = NULL;
  RapHeaderDate date;
  double score;

  if (unit->prose.words < 3 || unit->prose.words > 40 || unit->pointer ||
      (is_date_line (unit, &date) && date.other_words < 2))
    return -1;
  text = g_strndup (unit->text, unit->n_bytes);
  head = rap_title_split (text, NULL);
  words = rap_word_set_new (head, strlen (head));
  if (rap_word_set_size (words) == 0)
    return -1;
  score = 2.0 * rap_word_set_common (words, bulk_words) / rap_word_set_size (words);
  if (unit->prose.words >= 5)
    score += 0.5;
  if (i + 6 > bulk.start)
    score += 0.7;
  if (unit->prose.stops > 1 || (unit->prose.ends_stopped && unit->prose.words > 20))
    score -= 1;
  return score + score_repeats (units, i);
}

/* A headline with marks of a sentence may have been taken for the beginning of the prose. */
static gboolean
is_short_opening (GArray  *units,
                  RapRange bulk)
{
  const RapUnit *unit = bulk.start < units->len ? rap_plain_get (units, bulk.start) : NULL;

  return unit != NULL && unit->gap_after && bulk.end > bulk.start + 1 && unit->prose.words < 20 && !unit->prose.ends_stopped;
}

static RapWordSet *
words_of (GArray *units,
          guint   start,
          guint   end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    {
      g_string_append_len (text, rap_plain_get (units, i)->text, rap_plain_get (units, i)->n_bytes);
      g_string_append_c (text, ' ');
    }
  return rap_word_set_new (text->str, text->len);
}

guint
rap_plain_find_title (GArray  *units,
                      RapRange bulk)
{
  guint last = bulk.start + is_short_opening (units, bulk);
  g_autoptr (RapWordSet) words = words_of (units, last, bulk.end);
  guint best = G_MAXUINT;
  double best_score = 0.6;

  for (guint i = last > MOST_COMPARED ? last - MOST_COMPARED : 0; i < last; i++)
    {
      double score = score_title (units, i, bulk, words);

      if (score >= best_score)
        {
          best = i;
          best_score = score;
        }
    }
  return best;
}

static guint
first_of_body (GArray         *units,
               const gboolean *body)
{
  guint i = 0;

  while (i < units->len && !body[i])
    i++;
  return i;
}

/* Whether another header line confirms an ambiguous date; then @date gets that reading. */
static gboolean
is_confirmed (GArray        *units,
              guint          end,
              RapHeaderDate *date)
{
  for (guint i = 0; i < end; i++)
    {
      RapHeaderDate other;

      if (is_date_line (rap_plain_get (units, i), &other) && !other.ambiguous && rap_header_date_can_equal (date, &other))
        {
          *date = other;
          return TRUE;
        }
    }
  return FALSE;
}

/* Where the day of publication stands, best first: nearly alone on its line between the headline and the first lines of the
 * report, over the headline, among other words in those lines, at the top of the page. Elsewhere a date is of something
 * else. */
typedef enum { UNDER_TITLE, OVER_TITLE, AMONG_LINES, TOP, ELSEWHERE } Place;

static Place
place_of (const RapHeaderDate *date,
          guint                i,
          guint                first,
          guint                title)
{
  guint head = title == G_MAXUINT ? (first > LINES_BEFORE ? first - LINES_BEFORE : 0) : title + 1;

  if (i >= head && i < first + LINES_AFTER && (date->other_words < MAX_OTHER_WORDS || (date->timed && i < first)))
    return UNDER_TITLE;
  if (title != G_MAXUINT && i < title && i + LINES_BEFORE >= title)
    return OVER_TITLE;
  if (i >= head && i < first + LINES_AFTER)
    return AMONG_LINES;
  return i < LINES_BEFORE ? TOP : ELSEWHERE;
}

/* Near the headline the date may share its line with author, place and time; elsewhere it stands nearly alone. What reads
 * like a sentence tells of other days, unless it is a short one with a time of day; what begins with a dash is the source of
 * a quotation. */
static gboolean
is_publication_line (const RapUnit       *unit,
                     const RapHeaderDate *date,
                     Place                place,
                     gboolean             in_body)
{
  guint most = place != TOP && (!in_body || date->timed) ? 2 * MAX_OTHER_WORDS + 2 : MAX_OTHER_WORDS;
  gunichar start = g_utf8_get_char (unit->text);

  if (date->updated || place == ELSEWHERE || date->other_words > most || start == 0x2014 || start == 0x2013 || start == '-')
    return FALSE;
  return !in_body || !rap_prose_is_sentence (unit->prose) || date->other_words <= 2 ||
         (date->timed && unit->prose.words <= SHORT_LINE);
}

static void
offer_date (const RapUnit       *unit,
            const RapHeaderDate *date,
            RapExtract          *into)
{
  g_autofree char *published = rap_header_date_format (date);
  g_autofree char *where = g_strdup_printf ("line %u: “%.*s”", unit->line, (int) unit->n_bytes, unit->text);

  rap_extract_offer (into, "published", published, where);
}

static void
read_date (GArray         *units,
           const gboolean *body,
           guint           first,
           guint           title,
           RapExtract     *into)
{
  guint best = G_MAXUINT;
  Place best_place = ELSEWHERE;
  RapHeaderDate best_date = { 0 };
  guint end = MIN (first + LINES_AFTER, units->len);

  while (end > first && !body[end - 1])
    end--;
  for (guint i = 0; i < end; i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);
      RapHeaderDate date;
      Place place;

      if (i == title || unit->n_bytes > LONGEST_HEAD || !rap_header_date_find (unit->text, unit->n_bytes, &date))
        continue;
      place = place_of (&date, i, first, title);
      if (place >= best_place || !is_publication_line (unit, &date, place, body[i]) || (date.ambiguous && !is_confirmed (units, end, &date)))
        continue;
      best = i;
      best_place = place;
      best_date = date;
    }
  if (best != G_MAXUINT)
    offer_date (rap_plain_get (units, best), &best_date, into);
}

/* Where no line of the head says the day, the dateline may. */
static void
read_dateline (GArray     *units,
               guint       first,
               RapExtract *into)
{
  for (guint i = first; i < MIN (first + 2, units->len) && into->published == NULL; i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);
      g_autofree char *where = g_strdup_printf ("line %u: dateline", unit->line);
      g_autofree char *published = NULL;
      RapHeaderDate date;

      if (!rap_dateline_find (unit->text, unit->n_bytes, &date))
        continue;
      published = rap_header_date_format (&date);
      rap_extract_offer (into, "published", published, where);
    }
}

static gboolean
looks_like_name (const RapUnit *unit)
{
  RapProse prose = unit->prose;

  return unit->n_bytes <= LONGEST_HEAD && prose.words >= 2 && prose.words <= 4 && prose.digits == 0 && !prose.ends_stopped &&
         prose.capital_words == prose.words && prose.bars == 0 && prose.capitals < prose.letters && prose.commas == 0;
}

/* "By Name" in the head, or a name alone between the headline and a date. */
static void
read_byline (GArray     *units,
             guint       end,
             guint       title,
             RapExtract *into)
{
  for (guint i = title + 1; i < end && title != G_MAXUINT; i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);
      gboolean near = i <= title + NAME_LINES || i + NAME_LINES >= end;
      g_autofree char *line = g_strndup (unit->text, unit->n_bytes);
      g_autofree char *clean = unit->n_bytes <= LONGEST_HEAD ? rap_byline_clean (line) : NULL;
      g_autofree char *where = g_strdup_printf ("line %u", unit->line);
      RapHeaderDate date;
      gboolean labelled = clean != NULL && strlen (clean) < strlen (line) && unit->prose.words <= 8 && !unit->prose.ends_stopped;
      gboolean beside = looks_like_name (unit) && ((i + 1 < end && is_date_line (rap_plain_get (units, i + 1), &date)) ||
                                                   (i > title + 1 && is_date_line (rap_plain_get (units, i - 1), &date)));

      if (near && (labelled || beside))
        rap_extract_offer (into, "byline", clean, where);
    }
}

/* Compiling costs more than matching, and pages come by the thousand. */
static const GRegex *
compile_once (GRegex     **regex,
              const char  *pattern)
{
  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  return *regex;
}

/* "TEHRAN (Tasnim) – …": the agency of a dateline. (transfer full) */
static char *
agency_of_dateline (const RapUnit *unit)
{
  static GRegex *compiled;
  const GRegex *regex = compile_once (&compiled, "^\\p{Lu}[\\p{L}\\p{M} .,'’-]{1,60}\\((\\p{L}[\\p{L}\\p{N} .&-]{1,30})\\)\\s*[–—-]");
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = g_strndup (unit->text, g_utf8_offset_to_pointer (unit->text, MIN (120, rap_range_length (unit->range))) - unit->text);

  return g_regex_match (regex, head, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* "… reports Asian Lite News" at the end of a paragraph without a full stop. (transfer full) */
static char *
reporter_of_lead (const RapUnit *unit)
{
  static GRegex *compiled;
  const GRegex *regex = compile_once (&compiled, "\\breports? ((?:\\p{Lu}[\\p{L}\\p{N}.&-]*\\s?){1,5})$");
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *tail = NULL;
  const char *start = unit->text;

  if (rap_range_length (unit->range) > 100)
    start = g_utf8_offset_to_pointer (unit->text, rap_range_length (unit->range) - 100);
  tail = g_strndup (start, unit->text + unit->n_bytes - start);
  return g_regex_match (regex, tail, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* How many sentences outside the body have the line's words in them. */
static guint
count_mentions (GArray         *units,
                const gboolean *body,
                guint           line)
{
  const RapUnit *name = rap_plain_get (units, line);
  guint n = 0;

  for (guint i = 0; i < MIN (units->len, MOST_SEARCHED); i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);
      gboolean inside = unit->n_bytes > name->n_bytes && rap_prose_is_sentence (unit->prose) &&
                        memmem (unit->text, unit->n_bytes, name->text, name->n_bytes) != NULL;

      if (inside && body[i])
        return 0;
      n += inside;
    }
  return n;
}

/* Links to legal notices, which sites name in their own sentences as well. */
static gboolean
is_legal (const RapUnit *unit)
{
  static const char *const words[] = { "privacy", "policy", "terms", "cookie", "rights", "conditions", "newsletter", "service", "mail" };
  g_autofree char *small = g_utf8_strdown (unit->text, unit->n_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (small, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Two to five capitalised words alone on a line. */
static gboolean
may_be_site_name (const RapUnit *unit,
                  const char    *title)
{
  RapProse prose = unit->prose;
  gboolean is_title = title != NULL && strlen (title) == unit->n_bytes && memcmp (title, unit->text, unit->n_bytes) == 0;

  return unit->n_bytes >= 4 && unit->n_bytes <= LONGEST_HEAD && prose.words >= 2 && prose.words <= 5 &&
         prose.capital_words == prose.words && !prose.ends_stopped && prose.digits == 0 && !is_title && !is_legal (unit);
}

/* A name alone on a line that the site's own sentences use: "By subscribing, you agree to The … terms". */
static guint
find_site_name (GArray         *units,
                const gboolean *body,
                const char     *title)
{
  guint best = G_MAXUINT, best_n = 1;

  for (guint i = 0, tried = 0; i < MIN (units->len, MOST_SEARCHED) && tried < MOST_NAMES; i++)
    {
      guint n;

      if (body[i] || !may_be_site_name (rap_plain_get (units, i), title))
        continue;
      tried++;
      n = count_mentions (units, body, i);
      if (n > best_n)
        {
          best = i;
          best_n = n;
        }
    }
  return best;
}

static void
read_outlet (GArray         *units,
             const gboolean *body,
             guint           first,
             RapExtract     *into)
{
  for (guint i = first; i < MIN (first + 2, units->len); i++)
    {
      const RapUnit *unit = rap_plain_get (units, i);
      g_autofree char *agency = agency_of_dateline (unit);
      g_autofree char *reporter = reporter_of_lead (unit);
      g_autofree char *where = g_strdup_printf ("line %u: %s", unit->line, agency ? "dateline" : "“reports …” at the end of the paragraph");

      rap_extract_offer (into, "outlet", agency ? agency : reporter, where);
    }
  if (into->outlet == NULL)
    {
      guint i = find_site_name (units, body, into->title);

      if (i != G_MAXUINT)
        {
          const RapUnit *unit = rap_plain_get (units, i);
          g_autofree char *name = g_strndup (unit->text, unit->n_bytes);
          g_autofree char *where = g_strdup_printf ("line %u, and named in sentences of the site", unit->line);

          rap_extract_offer (into, "outlet", name, where);
        }
    }
}

void
rap_plain_read_head (GArray         *units,
                     const gboolean *body,
                     guint           title,
                     RapExtract     *into)
{
  guint first = first_of_body (units, body);

  read_date (units, body, first, title, into);
  read_dateline (units, first, into);
  read_byline (units, first, title, into);
  read_outlet (units, body, first, into);
}
