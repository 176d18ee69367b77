/* rap-pdf-paragraphs.c
 *
 * What lines belong together: a line that could have held the first word of
 * the next one ended a paragraph, and so does a larger gap, an indented line, or
 * another size. A hyphen at the end of a line goes where the document itself
 * has the word without it, or where it hyphenates throughout.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-pdf-private.h"

#include <math.h>
#include <string.h>

/* Width of a space, as a share of the line's height, with some room for doubt. */
#define SPACE 0.3
/* Lines around one that say how wide its column is. */
#define NEIGHBOURS 4
/* More than the usual distance of lines by this: a new paragraph. */
#define LOOSE 1.3
/* So much larger than the text is a headline. */
#define HEADLINE 1.25
/* Code points of the shortest and bytes of the longest one. */
#define MIN_HEADLINE 10
#define MAX_HEADLINE 400
/* So many line ends with a hyphen, and one in so many lines: the document hyphenates. */
#define MIN_HYPHENS 3
#define LINES_A_HYPHEN 25

typedef struct
{
  GArray     *lines;
  double      body_size;
  double      leading;      /* usual distance of lines of that size, as a share of it */
  GHashTable *words;        /* of the document, lower case */
  gboolean    hyphenates;
} Document;

static const RapPdfLine *
get_line (const Document *self,
          guint           index)
{
  return &g_array_index (self->lines, RapPdfLine, index);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
take_median (GArray *values,
             double  otherwise)
{
  if (values->len == 0)
    return otherwise;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

/* The size that most of the letters have: lines count by their length. */
static double
find_body_size (GArray *lines)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const RapPdfLine *line = &g_array_index (lines, RapPdfLine, i);

      for (glong n = g_utf8_strlen (line->text, -1); n > 0; n -= 10)
        g_array_append_val (sizes, line->size);
    }
  return take_median (sizes, 10);
}

static gboolean
is_below (const RapPdfLine *above,
          const RapPdfLine *below)
{
  return above->page == below->page && above->column == below->column && below->y1 > above->y1;
}

static gboolean
is_similar (double a,
            double b)
{
  return a < 1.2 * b && b < 1.2 * a;
}

static double
find_leading (Document *self)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < self->lines->len; i++)
    {
      const RapPdfLine *line = get_line (self, i);
      double share = line->size > 0 ? (line->y1 - get_line (self, i - 1)->y1) / line->size : 0;

      if (is_below (get_line (self, i - 1), line) && is_similar (line->size, self->body_size) && share < 3)
        g_array_append_val (distances, share);
    }
  return take_median (distances, 1.2);
}

static void
collect_words (Document   *self,
               const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);
      char *start = lower;
      gsize length;

      while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
      length = strlen (start);
      while (length > 0 && g_ascii_ispunct (start[length - 1]))
        start[--length] = '\0';
      if (length > 0)
        g_hash_table_add (self->words, g_strdup (start));
    }
}

/* Length of the hyphen that @text ends with, behind a letter; 0 when it has none. */
static gsize
measure_hyphen (const char *text)
{
  static const char * const hyphens[] = { "-", "\u2010", "\u00ad" };

  for (guint i = 0; i < G_N_ELEMENTS (hyphens); i++)
    {
      gsize length = strlen (text), n = strlen (hyphens[i]);

      if (length > n && strcmp (text + length - n, hyphens[i]) == 0
          && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text + length - n))))
        return n;
    }
  return 0;
}

static void
survey (Document *self)
{
  guint n_hyphens = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      collect_words (self, get_line (self, i)->text);
      n_hyphens += measure_hyphen (get_line (self, i)->text) > 0;
    }
  self->hyphenates = n_hyphens >= MIN_HYPHENS && n_hyphens * LINES_A_HYPHEN >= self->lines->len;
}

/* Where the column of the line ends, on the side where lines break. */
static double
find_edge (const Document *self,
           guint           index)
{
  const RapPdfLine *line = get_line (self, index);
  double edge = line->rtl ? line->x1 : line->x2;
  guint first = index > NEIGHBOURS ? index - NEIGHBOURS : 0;

  for (guint i = first; i < self->lines->len && i <= index + NEIGHBOURS; i++)
    {
      const RapPdfLine *other = get_line (self, i);

      if (other->page != line->page || other->column != line->column || !is_similar (other->size, line->size))
        continue;
      edge = line->rtl ? MIN (edge, other->x1) : MAX (edge, other->x2);
    }
  return edge;
}

/* Whether the next line's first word would have found room in the line. */
static gboolean
has_room (const Document *self,
          guint           index)
{
  const RapPdfLine *line = get_line (self, index);
  double edge = find_edge (self, index);
  double room = line->rtl ? line->x1 - edge : edge - line->x2;

  return room > get_line (self, index + 1)->first_word + SPACE * line->size;
}

static gboolean
ends_sentence (const char *text)
{
  static const gunichar ends[] = { '.', '!', '?', ':', 0x61f, 0x6d4, 0x3002, 0xff01, 0xff1f, 0x2026, '"', 0x201d, 0xbb, ')' };
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + strlen (text)));

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (last == ends[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_item (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return first == 0x2022 || first == 0x25cf || first == 0x25aa || first == 0x2023
         || ((first == '-' || first == 0x2013) && *g_utf8_find_next_char (text, NULL) == ' ');
}

static gboolean
is_indented (const RapPdfLine *line,
             const RapPdfLine *above)
{
  double indent = line->rtl ? above->x2 - line->x2 : line->x1 - above->x1;

  return indent > 0.6 * line->size;
}

/* Whether line @index + 1 goes on with the paragraph of line @index. */
static gboolean
goes_on (const Document *self,
         guint           index)
{
  const RapPdfLine *line = get_line (self, index), *next = get_line (self, index + 1);
  gboolean below = is_below (line, next);

  if (!is_similar (line->size, next->size) || is_item (next->text))
    return FALSE;
  if (!below)
    return !has_room (self, index) && !ends_sentence (line->text);
  if (next->y1 - line->y1 > LOOSE * self->leading * MAX (line->size, next->size))
    return FALSE;
  if (line->size > HEADLINE * self->body_size
      || (measure_hyphen (line->text) > 0 && g_unichar_islower (g_utf8_get_char (next->text))))
    return TRUE;
  return (is_item (line->text) || !is_indented (next, line)) && !has_room (self, index);
}

/* Scripts without spaces. */
static gboolean
is_unspaced (gunichar character)
{
  return (character >= 0x3000 && character <= 0x9fff) || (character >= 0xff00 && character <= 0xffef)
         || (character >= 0x20000 && character <= 0x3ffff) || (character >= 0xe00 && character <= 0xeff);
}

/* The last word of @left and the first of @right, lower case, @hyphen between them. (transfer full) */
static char *
join_words (const char *left,
            gsize       left_length,
            const char *right,
            const char *hyphen)
{
  const char *start = left + left_length;
  g_autofree char *head = NULL, *tail = NULL, *all = NULL;
  gsize n = 0;

  while (start > left && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (right[n] != '\0' && g_unichar_isalnum (g_utf8_get_char (right + n)))
    n += g_utf8_next_char (right + n) - (right + n);
  head = g_strndup (start, left + left_length - start);
  tail = g_strndup (right, n);
  all = g_strconcat (head, hyphen, tail, NULL);
  return g_utf8_strdown (all, -1);
}

/* Whether the hyphen between @left and @right came with the line end. */
static gboolean
is_broken (const Document *self,
           const char     *left,
           gsize           left_length,
           const char     *right,
           const char     *hyphen)
{
  g_autofree char *with = join_words (left, left_length, right, "-");
  g_autofree char *without = join_words (left, left_length, right, "");

  if (strcmp (hyphen, "\u00ad") == 0)
    return TRUE;
  if (!g_unichar_islower (g_utf8_get_char (right)))
    return FALSE;
  if (g_hash_table_contains (self->words, with))
    return FALSE;
  return self->hyphenates || g_hash_table_contains (self->words, without);
}

static void
append_line (const Document *self,
             GString        *paragraph,
             const char     *text)
{
  gsize hyphen = measure_hyphen (paragraph->str);

  if (paragraph->len > 0 && hyphen > 0)
    {
      if (is_broken (self, paragraph->str, paragraph->len - hyphen, text, paragraph->str + paragraph->len - hyphen))
        g_string_truncate (paragraph, paragraph->len - hyphen);
    }
  else if (paragraph->len > 0)
    {
      gunichar last = g_utf8_get_char (g_utf8_prev_char (paragraph->str + paragraph->len));

      if (!is_unspaced (last) || !is_unspaced (g_utf8_get_char (text)))
        g_string_append_c (paragraph, ' ');
    }
  g_string_append (paragraph, text);
}

GPtrArray *
rap_pdf_paragraphs (GArray *lines)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Document document = { lines, find_body_size (lines), 0, words, FALSE };
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  document.leading = find_leading (&document);
  survey (&document);
  for (guint i = 0; i < lines->len; i++)
    {
      append_line (&document, paragraph, get_line (&document, i)->text);
      if (i + 1 < lines->len && goes_on (&document, i))
        continue;
      g_ptr_array_add (paragraphs, g_strdup (paragraph->str));
      g_string_truncate (paragraph, 0);
    }
  return paragraphs;
}

/* More than a word, which would be a name or a logo. */
static gboolean
can_be_headline (const RapPdfLine *line)
{
  return strchr (line->text, ' ') != NULL && g_utf8_strlen (line->text, -1) >= MIN_HEADLINE;
}

char *
rap_pdf_find_headline (GArray *lines)
{
  double body_size = find_body_size (lines);
  const RapPdfLine *first = NULL;
  g_autoptr (GString) headline = g_string_new (NULL);
  guint start = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const RapPdfLine *line = &g_array_index (lines, RapPdfLine, i);

      if (line->page == 0 && line->size > HEADLINE * body_size && (first == NULL || line->size > 1.05 * first->size))
        {
          first = line;
          start = i;
        }
    }
  for (guint i = start; first != NULL && can_be_headline (first) && i < lines->len; i++)
    {
      const RapPdfLine *line = &g_array_index (lines, RapPdfLine, i);

      if (i > start && (!is_below (&g_array_index (lines, RapPdfLine, i - 1), line) || line->size < 0.9 * first->size))
        break;
      g_string_append_printf (headline, "%s%s", i > start ? " " : "", line->text);
    }
  if (headline->len == 0 || headline->len > MAX_HEADLINE)
    return NULL;
  return g_string_free (g_steal_pointer (&headline), FALSE);
}
