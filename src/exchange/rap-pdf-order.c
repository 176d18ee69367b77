/* rap-pdf-order.c
 *
 * Reading order by cuts along white (after Nagy and Seth, "Hierarchical
 * representation of optically scanned documents", 1984, the X-Y cut): the page
 * is cut into bands, bands that the same white gutter runs through are one
 * again and are cut into columns there. And the lines that stand on every page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-pdf-private.h"

#include <string.h>

/* Narrower white is none between columns. */
#define MIN_GUTTER 7.0
/* Cuts within cuts. */
#define MAX_DEPTH 12
/* Share of the page's height at its top and bottom where headers and footers stand. */
#define MARGIN_SHARE 0.12
/* Lines of one page whose order is looked into; beyond that they stay as they are. */
#define MAX_ORDERED 1500

/* Lines, borrowed, of a rectangle of the page. */
typedef struct
{
  GPtrArray *out;       /* RapPdfLine in order */
  guint      column;
} Order;

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const RapPdfLine *first = *(RapPdfLine **) a, *second = *(RapPdfLine **) b;

  if (first->y1 != second->y1)
    return first->y1 < second->y1 ? -1 : 1;
  return first->rtl ? (first->x2 < second->x2) - (first->x2 > second->x2)
                    : (first->x1 > second->x1) - (first->x1 < second->x1);
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const RapPdfLine *first = *(RapPdfLine **) a, *second = *(RapPdfLine **) b;

  return (first->x1 > second->x1) - (first->x1 < second->x1);
}

/* The widest white from top to bottom of @lines: where its right side begins; FALSE when there is none. */
static gboolean
find_gutter (GPtrArray *lines,
             double    *at)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  double reach, best = MIN_GUTTER;
  gboolean found = FALSE;

  g_ptr_array_extend (sorted, lines, NULL, NULL);
  g_ptr_array_sort (sorted, compare_lefts);
  reach = ((RapPdfLine *) sorted->pdata[0])->x2;
  for (guint i = 1; i < sorted->len; i++)
    {
      const RapPdfLine *line = sorted->pdata[i];

      if (line->x1 - reach > best)
        {
          best = line->x1 - reach;
          *at = line->x1;
          found = TRUE;
        }
      reach = MAX (reach, line->x2);
    }
  return found;
}

/* Lines that stand beside each other or touch are one band. (element-type GPtrArray) (transfer full) */
static GPtrArray *
cut_bands (GPtrArray *lines)
{
  GPtrArray *bands = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  double reach = -G_MAXDOUBLE;

  g_ptr_array_sort (lines, compare_tops);
  for (guint i = 0; i < lines->len; i++)
    {
      RapPdfLine *line = lines->pdata[i];

      /* boxes of neighbouring lines often overlap a little */
      if (bands->len == 0 || line->y1 > reach - 0.3 * line->size)
        g_ptr_array_add (bands, g_ptr_array_new ());
      g_ptr_array_add (bands->pdata[bands->len - 1], line);
      reach = MAX (reach, line->y2);
    }
  return bands;
}

/* Bands below each other that a gutter runs through become one. */
static void
merge_bands (GPtrArray *bands)
{
  for (guint i = 0; i + 1 < bands->len;)
    {
      g_autoptr (GPtrArray) both = g_ptr_array_new ();
      double at;

      g_ptr_array_extend (both, bands->pdata[i], NULL, NULL);
      g_ptr_array_extend (both, bands->pdata[i + 1], NULL, NULL);
      if (!find_gutter (both, &at))
        {
          i++;
          continue;
        }
      g_ptr_array_extend (bands->pdata[i], bands->pdata[i + 1], NULL, NULL);
      g_ptr_array_remove_index (bands, i + 1);
    }
}

static void order_lines (Order     *self,
                         GPtrArray *lines,
                         guint      depth);

static void
order_columns (Order     *self,
               GPtrArray *lines,
               double     at,
               guint      depth)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  gboolean rtl = ((RapPdfLine *) lines->pdata[0])->rtl;

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (((RapPdfLine *) lines->pdata[i])->x1 < at ? left : right, lines->pdata[i]);
  order_lines (self, rtl ? right : left, depth + 1);
  order_lines (self, rtl ? left : right, depth + 1);
}

/* One column: from top to bottom. */
static void
order_column (Order     *self,
              GPtrArray *lines)
{
  self->column++;
  g_ptr_array_sort (lines, compare_tops);
  for (guint i = 0; i < lines->len; i++)
    {
      ((RapPdfLine *) lines->pdata[i])->column = self->column;
      g_ptr_array_add (self->out, lines->pdata[i]);
    }
}

static void
order_lines (Order     *self,
             GPtrArray *lines,
             guint      depth)
{
  g_autoptr (GPtrArray) bands = NULL;
  double at;

  if (lines->len < 2 || depth > MAX_DEPTH)
    {
      order_column (self, lines);
      return;
    }
  if (find_gutter (lines, &at))
    {
      order_columns (self, lines, at, depth);
      return;
    }
  bands = cut_bands (lines);
  merge_bands (bands);
  if (bands->len == lines->len)
    {
      order_column (self, lines);
      return;
    }
  for (guint i = 0; i < bands->len; i++)
    {
      GPtrArray *band = bands->pdata[i];

      if (band->len < lines->len && find_gutter (band, &at))
        order_columns (self, band, at, depth + 1);
      else
        order_column (self, band);
    }
}

/* The lines of one page. */
static void
order_page (RapPdfLine *lines,
            guint       n)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autofree RapPdfLine *sorted = NULL;
  Order order = { out, 0 };

  if (n < 2 || n > MAX_ORDERED)
    return;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, &lines[i]);
  order_lines (&order, all, 0);
  sorted = g_new (RapPdfLine, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = *(RapPdfLine *) out->pdata[i];
  memcpy (lines, sorted, n * sizeof *sorted);
}

void
rap_pdf_order (GArray *lines)
{
  guint start = 0;

  for (guint i = 1; i <= lines->len; i++)
    if (i == lines->len
        || g_array_index (lines, RapPdfLine, i).page != g_array_index (lines, RapPdfLine, start).page)
      {
        order_page (&g_array_index (lines, RapPdfLine, start), i - start);
        start = i;
      }
}

/* The line with its numbers as "#", for "3 of 7" is on every page; NULL inside the page. */
static char *
margin_key (const RapPdfLine *line)
{
  g_autoptr (GString) key = g_string_new (NULL);
  double centre = (line->y1 + line->y2) / 2;
  gboolean top = centre < MARGIN_SHARE * line->page_height;

  if (!top && centre < (1 - MARGIN_SHARE) * line->page_height)
    return NULL;
  g_string_append_c (key, top ? 't' : 'b');
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isdigit (character))
        g_string_append_unichar (key, character);
      else if (key->str[key->len - 1] != '#')
        g_string_append_c (key, '#');
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* A page's number and nothing else. */
static gboolean
is_number (const char *key)
{
  gboolean digits = FALSE;

  for (const char *p = key + 1; *p != '\0'; p++)
    {
      digits = digits || *p == '#';
      if (strchr ("#-/. |", *p) == NULL)
        return FALSE;
    }
  return digits;
}

/* On how many pages a key stands. */
typedef struct
{
  guint  n_pages;
  guint  last;    /* of them, from 1 */
  double size;    /* the smallest */
} Count;

/* (transfer full) */
static GHashTable *
count_keys (GArray *lines)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const RapPdfLine *line = &g_array_index (lines, RapPdfLine, i);
      g_autofree char *key = margin_key (line);
      Count *count = key != NULL ? g_hash_table_lookup (counts, key) : NULL;

      if (key == NULL)
        continue;
      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          count->size = line->size;
          g_hash_table_insert (counts, g_steal_pointer (&key), count);
        }
      count->n_pages += count->last != line->page + 1;
      count->last = line->page + 1;
      count->size = MIN (count->size, line->size);
    }
  return counts;
}

/* TRUE: the line does not belong to the text; the first of its kind goes to @furniture. */
static gboolean
take_line (RapPdfLine *line,
           GHashTable *counts,
           guint       enough,
           GPtrArray  *furniture)
{
  g_autofree char *key = margin_key (line);
  Count *count = key != NULL ? g_hash_table_lookup (counts, key) : NULL;

  if (count == NULL)
    return FALSE;
  if (is_number (key))
    return TRUE;
  /* a headline that the following pages repeat in small is the headline */
  if (count->n_pages < enough || line->size > 1.2 * count->size)
    return FALSE;
  if (count->last > 0)
    g_ptr_array_add (furniture, g_steal_pointer (&line->text));
  count->last = 0;
  return TRUE;
}

GPtrArray *
rap_pdf_take_furniture (GArray *lines,
                        guint   n_pages)
{
  g_autoptr (GHashTable) counts = count_keys (lines);
  GPtrArray *furniture = g_ptr_array_new_with_free_func (g_free);
  guint enough = MAX (2, (n_pages + 1) / 2);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      RapPdfLine *line = &g_array_index (lines, RapPdfLine, i);

      if (take_line (line, counts, enough, furniture))
        {
          g_clear_pointer (&line->text, g_free);
          continue;
        }
      if (n < i)
        {
          g_array_index (lines, RapPdfLine, n) = *line;
          line->text = NULL;
        }
      n++;
    }
  g_array_set_size (lines, n);
  return furniture;
}
