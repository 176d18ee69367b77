/* rap-name-places.c
 *
 * Where the names of one entity stand in texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-name-places-private.h"

#include <string.h>

#include "rap-variants.h"

#define SIGHT 80   /* code points around a place that tell a heading */

/* All names of the project while the wanted ones are picked. */
typedef struct
{
  RapNamePlaces *places;
  GArray        *others;       /* RapKnownName */
  const char    *main_name;    /* of the entity that is being read */
  GHashTable    *main_names;   /* id -> its main name */
} Reading;

static void
add_words (GHashTable *words,
           const char *name)
{
  g_autofree char *folded = rap_fold_name (name);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (parts[i]));
}

static void
read_name (const char    *entity,
           RapEntityKind  kind,
           const char    *name,
           gboolean       is_main,
           gpointer       user_data)
{
  Reading *reading = user_data;
  RapNamePlaces *places = reading->places;
  RapKnownName known = { g_string_chunk_insert (places->strings, name),
                         g_string_chunk_insert_const (places->strings, entity) };

  if (is_main)
    g_hash_table_insert (reading->main_names, (gpointer) known.id, (gpointer) known.name);
  if (g_strcmp0 (entity, places->entity) != 0)
    {
      g_array_append_val (reading->others, known);
      return;
    }
  places->kind = kind;
  g_array_append_val (places->known, known);
  add_words (places->own_words, name);
}

/* The whole name, and the surname that may stand for it. */
static void
share (RapNamePlaces *self,
       const char    *folded,
       const char    *main_name)
{
  const char *surname = strrchr (folded, ' ');

  if (g_hash_table_contains (self->own_words, folded))
    g_hash_table_insert (self->shared, g_strdup (folded), (gpointer) main_name);
  if (surname != NULL && g_hash_table_contains (self->own_words, surname + 1))
    g_hash_table_insert (self->shared, g_strdup (surname + 1), (gpointer) main_name);
}

static gboolean
has_own_word (RapNamePlaces *self,
              const char    *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_hash_table_contains (self->own_words, words[i]))
      return TRUE;
  return FALSE;
}

/* Of the others only those that could be confused with it. */
static void
pick_others (Reading *reading)
{
  RapNamePlaces *self = reading->places;

  for (guint i = 0; i < reading->others->len; i++)
    {
      RapKnownName *known = &g_array_index (reading->others, RapKnownName, i);
      g_autofree char *folded = rap_fold_name (known->name);

      if (!has_own_word (self, folded))
        continue;
      g_array_append_val (self->known, *known);
      share (self, folded, g_hash_table_lookup (reading->main_names, known->id));
    }
}

RapNamePlaces *
rap_name_places_new (RapStore    *store,
                     const char  *entity,
                     GError     **error)
{
  g_autoptr (RapNamePlaces) self = g_new0 (RapNamePlaces, 1);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (RapKnownName));
  g_autoptr (GHashTable) main_names = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { self, others, NULL, main_names };

  self->entity = g_strdup (entity);
  self->known = g_array_new (FALSE, FALSE, sizeof (RapKnownName));
  self->own_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strings = g_string_chunk_new (4096);
  if (!rap_store_foreach_name (store, read_name, &reading, error))
    return NULL;
  if (self->known->len == 0)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND, "there is no entity %s", entity);
      return NULL;
    }
  pick_others (&reading);
  return g_steal_pointer (&self);
}

void
rap_name_places_free (RapNamePlaces *self)
{
  g_free (self->entity);
  g_array_unref (self->known);
  g_hash_table_unref (self->own_words);
  g_hash_table_unref (self->shared);
  g_string_chunk_free (self->strings);
  g_free (self);
}

GPtrArray *
rap_name_places_find_articles (RapNamePlaces  *self,
                               RapStore       *store,
                               GError        **error)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();

  for (guint i = 0; i < self->known->len; i++)
    {
      const RapKnownName *known = &g_array_index (self->known, RapKnownName, i);

      if (g_str_equal (known->id, self->entity))
        g_ptr_array_add (phrases, (gpointer) known->name);
    }
  g_ptr_array_add (phrases, NULL);
  return rap_store_find_articles (store, (const char * const *) phrases->pdata, error);
}

GArray *
rap_name_places_find (RapNamePlaces *self,
                      const RapText *text)
{
  g_autoptr (GArray) hits = rap_find_names (rap_text_get_utf8 (text), (const RapKnownName *) self->known->data,
                                            self->known->len);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));

  for (guint i = 0; i < hits->len; i++)
    {
      const RapNameHit *hit = &g_array_index (hits, RapNameHit, i);

      if (g_str_equal (g_array_index (self->known, RapKnownName, hit->index).id, self->entity))
        g_array_append_val (ranges, hit->range);
    }
  return ranges;
}

/* What surrounds a place */

/* Headings have capitals everywhere, so they say nothing. */
static gboolean
is_heading (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n_capital = 0, n_small = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 3)
      {
        gunichar first = g_utf8_get_char (words[i]);

        n_capital += g_unichar_isupper (first);
        n_small += g_unichar_islower (first);
      }
  return n_capital > 2 && n_capital > 4 * n_small;
}

/* From the last line break before @at to the next one, within sight. (transfer full) */
static char *
cut_line (const RapText *text,
          RapRange       at)
{
  RapRange sight = { at.start > SIGHT ? at.start - SIGHT : 0, at.end + SIGHT };
  g_autofree char *around = rap_text_slice (text, sight);
  char *place = g_utf8_offset_to_pointer (around, at.start - sight.start);
  char *end = strchr (place, '\n');
  char *start = g_strrstr_len (around, place - around, "\n");

  return end != NULL ? g_strndup (start != NULL ? start + 1 : around, (gsize) (end - (start != NULL ? start + 1 : around)))
                     : g_strdup (start != NULL ? start + 1 : around);
}

static gboolean
is_name_part (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word)) && g_utf8_strlen (word, -1) > 1 && !rap_variant_is_title (word);
}

/* Whether the capitalised word stands in the text with a small letter too. */
static gboolean
occurs_small (const RapText *text,
              const char    *word)
{
  const char *utf8 = rap_text_get_utf8 (text);
  g_autofree char *small = g_utf8_strdown (word, -1);
  gsize n = strlen (small);

  for (const char *p = strstr (utf8, small); p != NULL; p = strstr (p + n, small))
    if (!g_unichar_isalpha (g_utf8_get_char (p + n))
        && (p == utf8 || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p)))))
      return TRUE;
  return FALSE;
}

/* The capitalised word right before the place. (transfer full), or NULL */
static char *
get_word_before (const RapText *text,
                 guint          start)
{
  RapRange sight = { start > 40 ? start - 40 : 0, start };
  g_autofree char *before = rap_text_slice (text, sight);
  gsize n = strlen (before);
  char *word, *gap;

  if (n < 2 || before[n - 1] != ' ' || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (before + n - 1))))
    return NULL;
  before[n - 1] = '\0';
  word = strrchr (before, ' ');
  if (word == NULL || !is_name_part (word + 1) || strchr (word + 1, '\n') != NULL)
    return NULL;
  gap = g_utf8_find_prev_char (before, word);
  /* what begins a sentence is no name when it is written small elsewhere */
  if ((gap == NULL || !(g_unichar_isalnum (g_utf8_get_char (gap)) || strchr (",;:)", *gap) != NULL))
      && occurs_small (text, word + 1))
    return NULL;
  return g_strdup (word + 1);
}

/* (transfer full), or NULL */
static char *
get_word_after (const RapText *text,
                guint          end)
{
  g_autofree char *after = rap_text_slice (text, (RapRange) { end, end + 40 });
  char *word = after + 1;
  char *stop = word;

  if (*after != ' ' || !g_unichar_isalpha (g_utf8_get_char (word)))
    return NULL;
  while (*stop != '\0' && g_unichar_isalpha (g_utf8_get_char (stop)))
    stop = g_utf8_next_char (stop);
  *stop = '\0';
  return is_name_part (word) ? g_strdup (word) : NULL;
}

char *
rap_name_places_get_longer (const RapArticle *article,
                            RapRange          range,
                            gboolean          is_person)
{
  g_autofree char *line = NULL;
  g_autofree char *name = rap_text_slice (article->text, range);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  /* German writes all nouns with capitals */
  if (g_str_has_prefix (article->language, "de"))
    return g_strdup ("");
  line = cut_line (article->text, range);
  if (is_heading (line))
    return g_strdup ("");
  after = get_word_after (article->text, range.end);
  if (after != NULL)
    return g_strconcat (name, " ", after, NULL);
  /* a full name has its given name already */
  if (is_person && strchr (name, ' ') == NULL)
    before = get_word_before (article->text, range.start);
  return before != NULL ? g_strconcat (before, " ", name, NULL) : g_strdup ("");
}

static gboolean
is_in_body (const RapArticle *article,
            RapRange          range)
{
  for (guint i = 0; article->body != NULL && i < article->body->len; i++)
    if (rap_range_contains (g_array_index (article->body, RapRange, i), range))
      return TRUE;
  return article->body == NULL || article->body->len == 0;
}

RapPlaceDoubt
rap_name_places_judge (RapNamePlaces     *self,
                       const RapArticle  *article,
                       RapRange           range,
                       char             **other)
{
  g_autofree char *name = rap_text_slice (article->text, range);
  g_autofree char *folded = rap_fold_name (name);
  g_autofree char *longer = rap_name_places_get_longer (article, range, self->kind == RAP_ENTITY_PERSON);
  const char *namesake = g_hash_table_lookup (self->shared, folded);
  RapPlaceDoubt doubts = 0;

  *other = NULL;
  if (!is_in_body (article, range))
    doubts |= RAP_PLACE_FURNITURE;
  if (namesake != NULL)
    {
      doubts |= RAP_PLACE_SHARED;
      *other = g_strdup (namesake);
    }
  else if (*longer != '\0')
    {
      doubts |= RAP_PLACE_LONGER;
      *other = g_steal_pointer (&longer);
    }
  return doubts;
}
