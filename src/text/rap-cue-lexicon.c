/* rap-cue-lexicon.c
 *
 * The lists of words made ready for looking up, once a process, and the
 * agencies that texts have their news from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cue-lists-private.h"

#include <string.h>

static const RapCueLexicon *const lexicons[] = {
  &rap_cue_english, &rap_cue_persian, &rap_cue_arabic, &rap_cue_russian, &rap_cue_german, &rap_cue_french,
};

/* Usual name first, then other names; words of a name separated by spaces. */
static const char *const agencies[][4] = {
  { "IRNA", "Islamic Republic News Agency", "ایرنا" },
  { "Tasnim News Agency", "Tasnim", "تسنیم" },
  { "Fars News Agency", "Fars" },
  { "Mehr News Agency", "Mehr" },
  { "ISNA", "Iranian Students' News Agency", "ایسنا" },
  { "Press TV" },
  { "IRIB" },
  { "INA", "Iraqi News Agency" },
  { "Shafaq News" },
  { "Rudaw" },
  { "Al-Mayadeen", "Al Mayadeen" },
  { "Al-Manar", "Al Manar" },
  { "Xinhua" },
  { "Reuters" },
  { "Associated Press", "AP" },
  { "AFP", "Agence France-Presse" },
  { "dpa" },
  { "TASS", "ТАСС" },
  { "Interfax", "Интерфакс" },
  { "RIA Novosti", "РИА Новости" },
  { "Sputnik" },
  { "Anadolu Agency", "Anadolu" },
  { "Al Jazeera", "Al-Jazeera" },
  { "Al Arabiya", "Al-Arabiya" },
  { "SANA" },
  { "SPA", "Saudi Press Agency" },
  { "WAM", "Emirates News Agency" },
  { "KUNA" },
  { "QNA", "Qatar News Agency" },
  { "MENA" },
  { "Kyodo" },
  { "Yonhap" },
  { "PTI", "Press Trust of India" },
  { "ANI" },
  { "BBC" },
  { "CNN" },
  { "Bloomberg" },
  { "New York Times", "The New York Times" },
  { "Washington Post", "The Washington Post" },
  { "Wall Street Journal", "The Wall Street Journal" },
  { "Financial Times", "The Financial Times" },
  { "The Guardian" },
};

/**
 * Ready: one language's lists
 * @kinds: folded word -> bits of RapWordKind
 * @forms: folded first word -> GArray of RapCueForm
 */
typedef struct
{
  const RapCueLexicon *lexicon;
  GHashTable          *kinds;
  GHashTable          *forms;
} Ready;

static GPtrArray *ready;         /* Ready, in the order of lexicons */
static GHashTable *agency_words; /* first word of a name -> GArray of guint: number * 4 + which name */

static void
add_kinds (Ready      *self,
           const char *list,
           guint       kind)
{
  g_auto (GStrv) words = NULL;

  if (list == NULL)
    return;
  words = g_strsplit (list, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *folded;
      guint known;

      if (*words[i] == '\0')
        continue;
      folded = rap_cue_fold (words[i], strlen (words[i]));
      known = GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, folded));
      g_hash_table_insert (self->kinds, folded, GUINT_TO_POINTER (known | kind));
    }
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

static GArray *
take_list (GHashTable *table,
           char       *key,
           gsize       size)
{
  GArray *list = g_hash_table_lookup (table, key);

  if (list != NULL)
    {
      g_free (key);
      return list;
    }
  list = g_array_new (FALSE, FALSE, (guint) size);
  g_hash_table_insert (table, key, list);
  return list;
}

static void
add_entry (Ready             *self,
           const RapCueEntry *entry)
{
  g_auto (GStrv) words = g_strsplit (entry->forms, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i] + (*words[i] == '~' || *words[i] == '=');
      char *folded = rap_cue_fold (word, strlen (word));
      RapCueForm form = { entry, g_intern_string (folded), *words[i] == '~', *words[i] == '=' };
      GArray *list = take_list (self->forms, folded, sizeof form);

      g_array_append_val (list, form);
    }
}

static Ready *
make_ready (const RapCueLexicon *lexicon)
{
  Ready *self = g_new0 (Ready, 1);
  const struct { const char *list; guint kind; } lists[] = {
    { lexicon->pronouns, RAP_WORD_PRONOUN }, { lexicon->unnamed, RAP_WORD_UNNAMED }, { lexicon->roles, RAP_WORD_ROLE },
    { lexicon->breaks, RAP_WORD_BREAK }, { lexicon->skipped, RAP_WORD_SKIPPED }, { lexicon->hearsay, RAP_WORD_HEARSAY },
    { lexicon->likely, RAP_WORD_LIKELY }, { lexicon->unlikely, RAP_WORD_UNLIKELY },
    { lexicon->possible, RAP_WORD_POSSIBLE }, { lexicon->demand, RAP_WORD_DEMAND },
    { lexicon->condition, RAP_WORD_CONDITION }, { lexicon->negation, RAP_WORD_NEGATION },
    { lexicon->future, RAP_WORD_FUTURE }, { lexicon->past, RAP_WORD_PAST }, { lexicon->present, RAP_WORD_PRESENT },
  };

  self->lexicon = lexicon;
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_kinds (self, lists[i].list, lists[i].kind);
  for (const RapCueEntry *entry = lexicon->entries; entry->forms != NULL; entry++)
    add_entry (self, entry);
  return self;
}

static void
make_agencies (void)
{
  agency_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    for (guint k = 0; k < G_N_ELEMENTS (agencies[i]) && agencies[i][k] != NULL; k++)
      {
        const char *name = agencies[i][k];
        guint number = i * G_N_ELEMENTS (agencies[i]) + k;
        GArray *list = take_list (agency_words, rap_cue_fold (name, strcspn (name, " ")), sizeof number);

        g_array_append_val (list, number);
      }
}

static void
prepare (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  ready = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (lexicons); i++)
    g_ptr_array_add (ready, make_ready (lexicons[i]));
  make_agencies ();
  g_once_init_leave (&done, 1);
}

static Ready *
find_ready (const RapCueLexicon *lexicon)
{
  prepare ();
  for (guint i = 0; i < ready->len; i++)
    if (((Ready *) ready->pdata[i])->lexicon == lexicon)
      return ready->pdata[i];
  return NULL;
}

const RapCueLexicon *
rap_cue_lexicon_get (const char *language)
{
  gsize length;

  if (language == NULL || *language == '\0')
    return &rap_cue_english;
  length = strcspn (language, "-_");
  for (guint i = 0; i < G_N_ELEMENTS (lexicons); i++)
    if (strlen (lexicons[i]->language) == length && g_ascii_strncasecmp (lexicons[i]->language, language, length) == 0)
      return lexicons[i];
  return NULL;
}

guint
rap_cue_lexicon_kinds (const RapCueLexicon *lexicon,
                       const char          *folded)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (find_ready (lexicon)->kinds, folded));
}

GArray *
rap_cue_lexicon_forms (const RapCueLexicon *lexicon,
                       const char          *folded)
{
  return g_hash_table_lookup (find_ready (lexicon)->forms, folded);
}

static gboolean
is_in_capitals (const char *word)
{
  return g_ascii_isupper (word[0]) && g_ascii_isupper (word[1]);
}

/* How many words of the text @name takes at @at; 0 when it does not stand there. Short names in capitals must be so in
 * the text ("INA", not "ina"). */
static guint
match_agency (const char *name,
              GArray     *words,
              guint       at)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);
  guint n = g_strv_length (parts);

  if (at + n > words->len)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      const RapCueWord *word = rap_cue_word (words, at + i);
      g_autofree char *folded = rap_cue_fold (parts[i], strlen (parts[i]));

      if (!g_str_equal (word->folded, folded))
        return 0;
      if (g_unichar_isupper (g_utf8_get_char (parts[i])) && !word->capital)
        return 0;
      if (is_in_capitals (parts[i]) && !word->capitals)
        return 0;
    }
  return n;
}

const char *
rap_cue_lexicon_agency (GArray *words,
                        guint   at,
                        guint  *n_words)
{
  const guint n_names = G_N_ELEMENTS (agencies[0]);
  const char *best = NULL;
  GArray *list;

  prepare ();
  *n_words = 0;
  list = g_hash_table_lookup (agency_words, rap_cue_word (words, at)->folded);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint number = g_array_index (list, guint, i);
      guint n = match_agency (agencies[number / n_names][number % n_names], words, at);

      if (n <= *n_words)
        continue;
      *n_words = n;
      best = agencies[number / n_names][0];
    }
  return best;
}
