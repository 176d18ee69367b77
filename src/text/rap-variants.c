/* rap-variants.c
 *
 * From a name to comparable words, and from two lists of words to a score with
 * its reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-variants.h"

#include <string.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "rap-fold.h"
#include "rap-spelling.h"

#define LONGEST 120   /* UTF-16 units of a name that are looked at */

/* What each difference leaves of the score. */
#define KEEP_TITLE    .98
#define KEEP_SCRIPT   .98
#define KEEP_ARTICLE  .98
#define KEEP_MIDDLE   .92
#define KEEP_INITIAL  .88
#define KEEP_ORDER    .85
#define KEEP_JOINED   .95
#define KEEP_SURNAME  .65
#define KEEP_ACRONYM  .70

/**
 * RapVariantName:
 * @folded: see rap_fold_name()
 * @words: (element-type utf8): small ASCII letters, without titles and articles
 * @titles, @articles: (element-type utf8): what was set aside, folded
 * @keys: (array zero-terminated=1)
 */
struct _RapVariantName
{
  char       *name;
  char       *folded;
  GPtrArray  *words;
  GPtrArray  *titles;
  GPtrArray  *articles;
  char      **keys;
  const char *script;
  gboolean    abjad;
  gboolean    is_person;
};

/* Folded; of the press in English, German, French, Arabic and Persian. */
static const char * const titles[] = {
  "gen", "general", "brig", "brigadier", "maj", "major", "lt", "ltgen", "lieutenant", "col", "colonel", "capt", "captain",
  "cmdr", "commander", "adm", "admiral", "marshal", "sgt", "sergeant", "chief", "staff",
  "dr", "prof", "professor", "eng", "engineer", "mr", "mrs", "ms", "miss", "sir", "lord", "lady", "hon", "herr", "frau",
  "monsieur", "mme", "president", "vice", "prime", "premier", "minister", "chancellor", "secretary", "ambassador", "envoy",
  "senator", "governor", "mayor", "speaker", "spokesman", "spokeswoman", "spokesperson", "director", "deputy", "king",
  "queen", "prince", "princess", "emir", "sultan", "shah", "pope", "imam", "ayatollah", "hojjatoleslam", "mullah", "mufti",
  "sheikh", "shaikh", "sheik", "cheikh", "sayyid", "sayed", "seyed", "seyyed", "haj", "hajj", "haji", "hajji",
  "سردار", "سرلشکر", "سرتیپ", "سپهبد", "دریادار", "دکتر", "آقای", "ایتالله", "فریق", "لوا", "عمید", "عقید", "رکن",
  "دکتور", "سید", "شیخ", "رییس", "وزیر",
};

/* Of Arabic, as words of their own; "the" and the like in names of organisations. */
static const char * const articles[] = {
  "al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "l", "the", "of", "and", "for", "der", "die", "das",
};

static gboolean
is_in (const char         *word,
       const char * const *list,
       guint               n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (list[i], word))
      return TRUE;
  return FALSE;
}

gboolean
rap_variant_is_title (const char *word)
{
  g_autofree char *folded = rap_fold_name (word);

  return is_in (folded, titles, G_N_ELEMENTS (titles));
}

static UScriptCode
find_script (const char *name)
{
  UScriptCode best = USCRIPT_COMMON;
  guint counts[USCRIPT_CODE_LIMIT] = { 0 };

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      UErrorCode status = U_ZERO_ERROR;
      UScriptCode script = uscript_getScript ((UChar32) g_utf8_get_char (p), &status);

      if (U_FAILURE (status) || script <= USCRIPT_INHERITED || script >= USCRIPT_CODE_LIMIT)
        continue;
      counts[script]++;
      if (best == USCRIPT_COMMON || counts[script] > counts[best])
        best = script;
    }
  return best;
}

const char *
rap_script_of (const char *name)
{
  UScriptCode script = find_script (name);

  return script != USCRIPT_COMMON ? uscript_getShortName (script) : "";
}

/* Transliterators are made once; they may be used by one thread at a time. */
static GMutex mutex;

static UTransliterator *
get_transliterator (UScriptCode script)
{
  static UTransliterator *russian, *any;
  UTransliterator **which = script == USCRIPT_CYRILLIC ? &russian : &any;
  const char *rules = script == USCRIPT_CYRILLIC ? "Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower"
                                                 : "Any-Latin; Latin-ASCII; Lower";

  if (*which == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar id[80];

      u_uastrcpy (id, rules);
      *which = utrans_openU (id, -1, UTRANS_FORWARD, NULL, -1, NULL, &status);
    }
  return *which;
}

/* Small Latin letters; what has no Latin form is left out. (transfer full) */
static char *
to_latin (const char  *word,
          UScriptCode  script)
{
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator;
  UChar buffer[LONGEST + 1];
  g_autofree char *latin = NULL;
  GString *out = g_string_new (NULL);
  int32_t length, limit;

  u_strFromUTF8 (buffer, LONGEST, &length, word, -1, &status);
  if (U_FAILURE (status))
    return g_string_free (out, FALSE);
  limit = length;
  g_mutex_lock (&mutex);
  transliterator = get_transliterator (script);
  if (transliterator != NULL)
    utrans_transUChars (transliterator, buffer, &length, LONGEST, 0, &limit, &status);
  g_mutex_unlock (&mutex);
  latin = g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
  for (const char *p = latin; p != NULL && *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (out, g_ascii_tolower (*p));
  return g_string_free (out, FALSE);
}

static gboolean
is_ascii_word (const char *word)
{
  for (; *word != '\0'; word++)
    if (!g_ascii_isalnum (*word))
      return FALSE;
  return TRUE;
}

/* In Arabic script the article stands in one word with the name. */
static const char *
skip_joined_article (RapVariantName *self,
                     const char     *word)
{
  if (!g_str_has_prefix (word, "\xd8\xa7\xd9\x84") || g_utf8_strlen (word, -1) <= 4)
    return word;
  g_ptr_array_add (self->articles, g_strdup ("al"));
  return word + 4;
}

static void
add_word (RapVariantName *self,
          const char     *folded,
          gboolean        is_last)
{
  g_autofree char *latin = NULL;
  const char *word = folded;

  if (self->is_person && is_in (folded, titles, G_N_ELEMENTS (titles)) && !(is_last && self->words->len > 0))
    {
      g_ptr_array_add (self->titles, g_strdup (folded));
      return;
    }
  if (is_in (folded, articles, G_N_ELEMENTS (articles)) && !is_last)
    {
      g_ptr_array_add (self->articles, g_strdup (folded));
      return;
    }
  if (is_ascii_word (folded))
    {
      g_ptr_array_add (self->words, g_strdup (folded));
      return;
    }
  word = skip_joined_article (self, word);
  latin = to_latin (word, find_script (word));
  if (*latin != '\0')
    g_ptr_array_add (self->words, g_steal_pointer (&latin));
}

/* The first letters of what is written with capitals: "IRNA". (transfer full), or NULL for fewer than three words */
static char *
make_acronym (const RapVariantName *self)
{
  GString *out;

  if (self->is_person || self->words->len < 3)
    return NULL;
  out = g_string_new (NULL);
  for (guint i = 0; i < self->words->len; i++)
    g_string_append_c (out, *(const char *) self->words->pdata[i]);
  return g_string_free (out, FALSE);
}

static void
add_key (GPtrArray *keys,
         char      *key)
{
  if (*key != '\0' && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_ptr_array_add (keys, key);
  else
    g_free (key);
}

/* The same for two words in either order. Not the given name alone: too many have the same. (transfer full) */
static char *
make_turned_key (const RapVariantName *self)
{
  g_autofree char *first = rap_spelling_key (self->words->pdata[0], FALSE);
  g_autofree char *last = rap_spelling_key (self->words->pdata[1], FALSE);
  gboolean turned = strcmp (first, last) > 0;

  return g_strdup_printf ("%s+%s", turned ? last : first, turned ? first : last);
}

/* Two of the word that must be there: the surname, or else the first word; the whole in one; two words in any
 * order; the acronym. */
static char **
make_keys (RapVariantName *self)
{
  GPtrArray *keys = g_ptr_array_new ();
  g_autofree char *acronym = make_acronym (self);
  g_autofree char *whole = NULL;
  const char *leading;

  if (self->words->len > 0)
    {
      leading = self->words->pdata[self->is_person ? self->words->len - 1 : 0];
      add_key (keys, rap_spelling_key (leading, FALSE));
      add_key (keys, rap_spelling_key (leading, TRUE));
      g_ptr_array_add (self->words, NULL);
      whole = g_strjoinv ("", (char **) self->words->pdata);
      g_ptr_array_set_size (self->words, (int) self->words->len - 1);
      add_key (keys, rap_spelling_key (whole, FALSE));
      if (!self->is_person && self->words->len == 1)
        add_key (keys, g_strconcat ("=", leading, NULL));
    }
  if (acronym != NULL)
    add_key (keys, g_strconcat ("=", acronym, NULL));
  if (self->is_person && self->words->len == 2)
    add_key (keys, make_turned_key (self));
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

RapVariantName *
rap_variant_name_new (const char *name,
                      gboolean    is_person)
{
  RapVariantName *self = g_new0 (RapVariantName, 1);
  g_auto (GStrv) words = NULL;
  UScriptCode script = find_script (name);

  self->name = g_strdup (name);
  self->folded = rap_fold_name (name);
  self->is_person = is_person;
  self->script = script != USCRIPT_COMMON ? uscript_getShortName (script) : "";
  self->abjad = script == USCRIPT_ARABIC || script == USCRIPT_HEBREW || script == USCRIPT_SYRIAC;
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->articles = g_ptr_array_new_with_free_func (g_free);
  words = g_strsplit (self->folded, " ", 16);
  for (guint i = 0; words[i] != NULL; i++)
    add_word (self, words[i], words[i + 1] == NULL);
  self->keys = make_keys (self);
  return self;
}

void
rap_variant_name_free (RapVariantName *self)
{
  g_free (self->name);
  g_free (self->folded);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->articles);
  g_strfreev (self->keys);
  g_free (self);
}

const char * const *
rap_variant_name_get_keys (const RapVariantName *self)
{
  return (const char * const *) self->keys;
}

/* Comparing. A comparison that fails leaves @into in any state; it is thrown away. */

static gboolean
compare_words (const RapVariantName *a,
               guint                 i,
               const RapVariantName *b,
               guint                 k,
               RapVariant           *into)
{
  const char *x = a->words->pdata[i];
  const char *y = b->words->pdata[k];
  double alike = rap_spelling_compare (x, a->abjad, y, b->abjad, into);
  gboolean x_short = x[1] == '\0', y_short = y[1] == '\0';

  if (alike == 0 && *x == *y && x_short != y_short && a->is_person)
    {
      rap_variant_add (into, RAP_VARIANT_INITIAL, x_short ? x : y, x_short ? y : x);
      alike = KEEP_INITIAL;
    }
  into->score *= alike;
  return alike > 0;
}

/* @words from @first to before @end, joined by spaces. (transfer full) */
static char *
join_words (const GPtrArray *words,
            guint            first,
            guint            end)
{
  GString *out = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (out, "%s%s", i > first ? " " : "", (const char *) words->pdata[i]);
  return g_string_free (out, FALSE);
}

/* Given names, from the first on: those of @fewer in their order among those of @more. */
static gboolean
compare_given (const RapVariantName *fewer,
               const RapVariantName *more,
               RapVariant           *into)
{
  guint n_fewer = fewer->words->len - 1, n_more = more->words->len - 1;
  guint k = 0;

  if (n_fewer == 0 && n_more > 0)
    {
      g_autofree char *given = join_words (more->words, 0, n_more);

      into->score *= KEEP_SURNAME;
      rap_variant_add (into, RAP_VARIANT_SURNAME, given, NULL);
      return TRUE;
    }
  for (guint i = 0; i < n_fewer; i++)
    {
      gboolean found = FALSE;

      for (; k < n_more && !found; k++)
        {
          g_autoptr (RapVariant) trial = rap_variant_new ();

          found = compare_words (fewer, i, more, k, trial);
          if (found)
            compare_words (fewer, i, more, k, into);
          else if (k == 0)
            return FALSE;   /* the first given name counts */
          else
            {
              into->score *= KEEP_MIDDLE;
              rap_variant_add (into, RAP_VARIANT_MIDDLE, more->words->pdata[k], NULL);
            }
        }
      if (!found)
        return FALSE;
    }
  for (; k < n_more; k++)
    {
      into->score *= KEEP_MIDDLE;
      rap_variant_add (into, RAP_VARIANT_MIDDLE, more->words->pdata[k], NULL);
    }
  return TRUE;
}

static gboolean
compare_persons (const RapVariantName *a,
                 const RapVariantName *b,
                 RapVariant           *into)
{
  const RapVariantName *fewer = a->words->len <= b->words->len ? a : b;
  const RapVariantName *more = fewer == a ? b : a;

  /* an initial is no surname */
  if (((char *) fewer->words->pdata[fewer->words->len - 1])[1] == '\0')
    return FALSE;
  return compare_words (fewer, fewer->words->len - 1, more, more->words->len - 1, into)
         && compare_given (fewer, more, into);
}

/* "Wang Yi" and "Yi Wang". */
static gboolean
compare_turned (const RapVariantName *a,
                const RapVariantName *b,
                RapVariant           *into)
{
  if (!a->is_person || a->words->len != 2 || b->words->len != 2)
    return FALSE;
  if (!compare_words (a, 0, b, 1, into) || !compare_words (a, 1, b, 0, into))
    return FALSE;
  into->score *= KEEP_ORDER;
  rap_variant_add (into, RAP_VARIANT_ORDER, NULL, NULL);
  return TRUE;
}

static gboolean
compare_all_words (const RapVariantName *a,
                   const RapVariantName *b,
                   RapVariant           *into)
{
  if (a->words->len != b->words->len)
    return FALSE;
  for (guint i = 0; i < a->words->len; i++)
    if (!compare_words (a, i, b, i, into))
      return FALSE;
  return TRUE;
}

/* "Al Shammari" and "Alshammari": without the spaces. */
static gboolean
compare_joined (const RapVariantName *a,
                const RapVariantName *b,
                RapVariant           *into)
{
  g_autofree char *x = join_words (a->words, 0, a->words->len);
  g_autofree char *y = join_words (b->words, 0, b->words->len);
  g_auto (GStrv) parts_x = g_strsplit (x, " ", -1);
  g_auto (GStrv) parts_y = g_strsplit (y, " ", -1);
  g_autofree char *joined_x = g_strjoinv ("", parts_x);
  g_autofree char *joined_y = g_strjoinv ("", parts_y);

  if (a->words->len == b->words->len)
    return FALSE;
  into->score *= KEEP_JOINED * rap_spelling_compare (joined_x, a->abjad, joined_y, b->abjad, into);
  if (into->score == 0)
    return FALSE;
  rap_variant_add (into, RAP_VARIANT_JOINED, a->words->len < b->words->len ? x : y,
                   a->words->len < b->words->len ? y : x);
  return TRUE;
}

static gboolean
is_acronym_of (const RapVariantName *small,
               const RapVariantName *full,
               RapVariant           *into)
{
  g_autofree char *acronym = make_acronym (full);

  if (small->words->len != 1 || acronym == NULL || !g_str_equal (acronym, small->words->pdata[0]))
    return FALSE;
  into->score *= KEEP_ACRONYM;
  rap_variant_add (into, RAP_VARIANT_ACRONYM, small->name, full->name);
  return TRUE;
}

static gboolean
compare_acronyms (const RapVariantName *a,
                  const RapVariantName *b,
                  RapVariant           *into)
{
  return is_acronym_of (a, b, into) || is_acronym_of (b, a, into);
}

/* What was set aside in one of them only. */
static void
tell_aside (const GPtrArray      *mine,
            const GPtrArray      *others,
            RapVariantReasonKind  kind,
            double                keep,
            RapVariant           *into)
{
  for (guint i = 0; i < mine->len; i++)
    if (!g_ptr_array_find_with_equal_func ((GPtrArray *) others, mine->pdata[i], g_str_equal, NULL))
      {
        into->score *= keep;
        rap_variant_add (into, kind, mine->pdata[i], NULL);
      }
}

static void
tell_rest (const RapVariantName *a,
           const RapVariantName *b,
           RapVariant           *into)
{
  tell_aside (a->titles, b->titles, RAP_VARIANT_TITLE, KEEP_TITLE, into);
  tell_aside (b->titles, a->titles, RAP_VARIANT_TITLE, KEEP_TITLE, into);
  if (a->articles->len != b->articles->len)
    {
      tell_aside (a->articles, b->articles, RAP_VARIANT_ARTICLE, KEEP_ARTICLE, into);
      tell_aside (b->articles, a->articles, RAP_VARIANT_ARTICLE, KEEP_ARTICLE, into);
    }
  if (!g_str_equal (a->script, b->script))
    {
      into->score *= KEEP_SCRIPT;
      rap_variant_add (into, RAP_VARIANT_SCRIPT, g_str_equal (a->script, "Latn") ? b->script : a->script, NULL);
    }
}

guint
rap_variant_name_get_n_words (const RapVariantName *self)
{
  return self->words->len;
}

RapVariant *
rap_variant_name_compare (const RapVariantName *a,
                          const RapVariantName *b)
{
  static gboolean (* const ways[]) (const RapVariantName *, const RapVariantName *, RapVariant *) = {
    compare_persons, compare_turned, compare_joined, compare_all_words, compare_joined, compare_acronyms,
  };
  guint first, end;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (a->words->len == 0 || b->words->len == 0 || a->is_person != b->is_person)
    return NULL;
  first = a->is_person ? 0 : 3;
  end = a->is_person ? 3 : G_N_ELEMENTS (ways);
  for (guint i = first; i < end; i++)
    {
      g_autoptr (RapVariant) variant = rap_variant_new ();

      if (!ways[i] (a, b, variant))
        continue;
      tell_rest (a, b, variant);
      if (variant->reasons->len == 0)
        rap_variant_add (variant, RAP_VARIANT_SAME, NULL, NULL);
      return g_steal_pointer (&variant);
    }
  return NULL;
}
