/* rap-extract.c
 *
 * The result of an extraction: construction, cleaning of members, the record
 * of where each was found; and the small rules about titles, bylines and the
 * direction of writing that text and web pages share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-extract.h"

#include <string.h>

#include "rap-extract-private.h"
#include "rap-language-guess.h"
#include "rap-prose-private.h"

#define ENOUGH_LETTERS 20000

static const char *const members[] = {
  "title", "outlet", "published", "byline", "url", "language", "direction", "body"
};

static void
free_source (gpointer data)
{
  RapExtractSource *source = data;

  g_free (source->member);
  g_free (source->where);
  g_free (source);
}

RapExtract *
rap_extract_new (char *text)
{
  RapExtract *self = g_new0 (RapExtract, 1);

  self->text = text;
  self->direction = "ltr";
  self->ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  self->found = g_ptr_array_new_with_free_func (free_source);
  return self;
}

void
rap_extract_free (RapExtract *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->published);
  g_free (self->byline);
  g_free (self->url);
  g_free (self->language);
  g_free (self->text);
  g_array_unref (self->ranges);
  g_ptr_array_unref (self->found);
  g_free (self);
}

static char **
slot_of (RapExtract *self,
         const char *member)
{
  char **slots[] = { &self->title, &self->outlet, &self->published, &self->byline, &self->url, &self->language };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (g_str_equal (member, members[i]))
      return slots[i];
  g_assert_not_reached ();
}

/* Site builders escape twice; these are the entities that are left then. */
static gboolean
decode_entity (const char **p,
               gunichar    *c)
{
  static const struct { const char *entity; gunichar c; } entities[] = {
    { "&amp;", '&' }, { "&quot;", '"' }, { "&apos;", '\'' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&nbsp;", ' ' },
    { "&rsquo;", 0x2019 }, { "&lsquo;", 0x2018 }, { "&ldquo;", 0x201c }, { "&rdquo;", 0x201d }, { "&ndash;", 0x2013 },
    { "&mdash;", 0x2014 }, { "&laquo;", 0xab }, { "&raquo;", 0xbb }, { "&hellip;", 0x2026 },
  };

  if ((*p)[1] == '#')
    {
      gboolean hexadecimal = (*p)[2] == 'x' || (*p)[2] == 'X';
      char *end;
      guint64 value = g_ascii_strtoull (*p + (hexadecimal ? 3 : 2), &end, hexadecimal ? 16 : 10);

      if (*end != ';' || value < 0x20 || value > 0x10ffff || !g_unichar_validate ((gunichar) value))
        return FALSE;
      *c = (gunichar) value;
      *p = end + 1;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (*p, entities[i].entity))
      {
        *c = entities[i].c;
        *p += strlen (entities[i].entity);
        return TRUE;
      }
  return FALSE;
}

static char *
clean_value (const char *value)
{
  GString *out = g_string_new (NULL);
  const char *p = value;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '&' || !decode_entity (&p, &c))
        p = g_utf8_next_char (p);
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        c = ' ';
      if (c != ' ' || (out->len > 0 && out->str[out->len - 1] != ' '))
        g_string_append_unichar (out, c);
    }
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

gboolean
rap_extract_offer (RapExtract *self,
                   const char *member,
                   const char *value,
                   const char *where)
{
  char **slot = slot_of (self, member);
  g_autofree char *clean = NULL;

  if (*slot != NULL || value == NULL)
    return FALSE;
  clean = clean_value (value);
  if (*clean == '\0' || strlen (clean) > 2000)
    return FALSE;
  *slot = g_steal_pointer (&clean);
  rap_extract_note (self, member, "%s", where);
  return TRUE;
}

void
rap_extract_withdraw (RapExtract *self,
                      const char *member)
{
  g_clear_pointer (slot_of (self, member), g_free);
  for (guint i = self->found->len; i > 0; i--)
    if (g_str_equal (((RapExtractSource *) g_ptr_array_index (self->found, i - 1))->member, member))
      g_ptr_array_remove_index (self->found, i - 1);
}

void
rap_extract_note (RapExtract *self,
                  const char *member,
                  const char *format,
                  ...)
{
  RapExtractSource *source = g_new0 (RapExtractSource, 1);
  va_list args;

  va_start (args, format);
  source->member = g_strdup (member);
  source->where = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->found, source);
}

/* Ranges come in order; those that touch become one. */
void
rap_extract_add_range (RapExtract *self,
                       RapRange    range)
{
  RapRange *last = self->ranges->len ? &g_array_index (self->ranges, RapRange, self->ranges->len - 1) : NULL;

  if (rap_range_is_empty (range))
    return;
  if (last != NULL && last->end >= range.start)
    last->end = MAX (last->end, range.end);
  else
    g_array_append_val (self->ranges, range);
}

static gboolean
is_rtl_language (const char *language)
{
  static const char *const rtl[] = {
    "ar", "fa", "he", "iw", "ur", "ps", "yi", "ji", "sd", "ug", "dv", "ckb", "ku-arab", "syr", "arc", "lrc", "azb", NULL
  };
  g_autofree char *base = g_ascii_strdown (language, -1);

  if (g_strv_contains (rtl, base))
    return TRUE;
  base[strcspn (base, "-_")] = '\0';
  return g_strv_contains (rtl, base);
}

/* Looks at no more letters than a direction needs. */
static gboolean
is_mostly_rtl (const char *text)
{
  guint rtl = 0, ltr = 0;

  for (const char *p = text; *p != '\0' && rtl + ltr < ENOUGH_LETTERS; )
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        {
          ltr += rap_letters_skip_ascii (&p, ENOUGH_LETTERS - rtl - ltr);
          continue;
        }
      p = g_utf8_next_char (p);
      if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
          (c >= 0x1e800 && c <= 0x1efff))
        rtl++;
      else if (g_unichar_isalpha (c))
        ltr++;
    }
  return rtl > ltr;
}

void
rap_extract_set_direction (RapExtract *self,
                           const char *declared)
{
  const char *start = self->text;

  if (declared != NULL && (g_ascii_strcasecmp (declared, "rtl") == 0 || g_ascii_strcasecmp (declared, "ltr") == 0))
    {
      self->direction = g_ascii_strcasecmp (declared, "rtl") == 0 ? "rtl" : "ltr";
      rap_extract_note (self, "direction", "the page's dir attribute");
      return;
    }
  if (self->ranges->len > 0)
    start = g_utf8_offset_to_pointer (start, g_array_index (self->ranges, RapRange, 0).start);
  self->direction = is_mostly_rtl (start) ? "rtl" : "ltr";
  if (self->language != NULL && is_rtl_language (self->language) && self->ranges->len == 0)
    self->direction = "rtl";
  rap_extract_note (self, "direction", "the letters of the text");
}

/* Languages whose Latin spelling would be no surprise are left alone. */
static gboolean
is_unlatin_language (const char *language)
{
  static const char *const unlatin[] = { "fa", "ar", "ur", "he", "ru", "uk", "bg", "el", "zh", "ja", "ko", "th", "ka", "hy", "hi", NULL };
  g_autofree char *base = g_ascii_strdown (language, -1);

  base[strcspn (base, "-_")] = '\0';
  return g_strv_contains (unlatin, base);
}

void
rap_extract_check_language (RapExtract *self)
{
  guint start = self->ranges->len > 0 ? g_array_index (self->ranges, RapRange, 0).start : 0;
  gboolean is_latin;
  const char *language = rap_letters_language (g_utf8_offset_to_pointer (self->text, start), &is_latin);

  if (self->language != NULL && language != NULL && !is_unlatin_language (self->language))
    rap_extract_withdraw (self, "language");
  else if (self->language != NULL && is_latin && is_unlatin_language (self->language))
    rap_extract_withdraw (self, "language");
  if (language != NULL)
    rap_extract_offer (self, "language", language, "the letters of the report");
  if (self->language == NULL && self->ranges->len > 0)
    {
      g_autofree char *body = rap_extract_dup_body (self);

      rap_extract_offer (self, "language", rap_language_guess (body), "the words of the text");
    }
}

static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  const RapExtractSource *const *left = a, *const *right = b;
  int order[2] = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (g_str_equal ((*left)->member, members[i]))
        order[0] = (int) i;
      if (g_str_equal ((*right)->member, members[i]))
        order[1] = (int) i;
    }
  return order[0] - order[1];
}

void
rap_extract_finish (RapExtract *self)
{
  g_ptr_array_sort (self->found, compare_sources);
}

char *
rap_extract_dup_body (const RapExtract *self)
{
  GString *out = g_string_new (NULL);
  const char *p = self->text;
  guint at = 0;

  for (guint i = 0; i < self->ranges->len; i++)
    {
      RapRange range = g_array_index (self->ranges, RapRange, i);
      const char *start = g_utf8_offset_to_pointer (p, range.start - at);
      const char *end = g_utf8_offset_to_pointer (start, rap_range_length (range));

      if (out->len > 0)
        g_string_append (out, "\n\n");
      g_string_append_len (out, start, end - start);
      p = end;
      at = range.end;
    }
  return g_string_free (out, FALSE);
}

const char *
rap_extract_get_where (const RapExtract *self,
                       const char       *member)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const RapExtractSource *source = g_ptr_array_index (self->found, i);

      if (g_str_equal (source->member, member))
        return source->where;
    }
  return NULL;
}

/* " | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • ": a separator with spaces around it. */
static gsize
separator_at (const char *p)
{
  static const char *const separators[] = {
    " | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ", " › ", " / ", "| ", " |"
  };

  if (*p != ' ' && *p != '|')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (p, separators[i]))
      return strlen (separators[i]);
  return 0;
}

/* Separators from the end are cut off as long as the longest part, by words, stays. */
char *
rap_title_split (const char  *title,
                 char       **site)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = title;
  guint best = 0, best_words = 0;

  for (const char *p = title;; p++)
    {
      gsize n = *p ? separator_at (p) : 0;

      if (*p != '\0' && n == 0)
        continue;
      g_ptr_array_add (parts, g_strstrip (g_strndup (start, p - start)));
      if (*p == '\0')
        break;
      p += n - 1;
      start = p + 1;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      guint words = rap_prose_measure (part, strlen (part)).words;

      if (words > best_words + (best_words > 3 ? 2 : 0))
        {
          best = i;
          best_words = words;
        }
    }
  if (site != NULL)
    *site = parts->len > 1 && best < parts->len - 1 ? g_strdup (g_ptr_array_index (parts, parts->len - 1)) : NULL;
  return g_strdup (g_ptr_array_index (parts, best));
}

/* "Jo Doe Jo Doe", as picture and link in one line give it, is one name. (transfer full) */
static char *
without_echo (const char *name)
{
  gsize n = strlen (name);

  if (n % 2 == 1 && name[n / 2] == ' ' && strncmp (name, name + n / 2 + 1, n / 2) == 0 && memchr (name, ' ', n / 2) != NULL)
    return g_strndup (name, n / 2);
  return g_strdup (name);
}

/* "Текст: Name": one word and a colon before two or more. */
static const char *
after_label (const char *line)
{
  gsize n = strcspn (line, ": ");
  const char *rest = line + n + 1;

  return line[n] == ':' && *rest == ' ' && strchr (rest + 1, ' ') != NULL ? rest + 1 : line;
}

char *
rap_byline_clean (const char *line)
{
  static const char *const openings[] = {
    "written by ", "posted by ", "reported by ", "by: ", "by ", "von ", "par ", "por ", "di ", "door ", "av ", "автор: ",
    "نویسنده: ", "نویسنده:", "بقلم: ", "بقلم ", "كتب: ", "author: ",
  };
  g_autofree char *clean = clean_value (line);
  g_autofree char *lower = g_utf8_strdown (clean, -1);
  const char *rest = clean;
  RapProse prose;

  for (guint i = 0; i < G_N_ELEMENTS (openings) && rest == clean; i++)
    if (g_str_has_prefix (lower, openings[i]))
      rest = clean + strlen (openings[i]);
  if (rest == clean)
    rest = after_label (clean);
  prose = rap_prose_measure (rest, strlen (rest));
  if (prose.words == 0 || prose.words > 14 || prose.digits > 0 || strstr (rest, "://") != NULL || (rest != clean && prose.starts_small))
    return NULL;
  return without_echo (rest);
}
