/* test-shingle.c
 *
 * Copies, shortened copies, edited copies and strangers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shingle.h"

#define REPORT \
  "The minister arrived in the capital on Sunday at the head of a delegation and met the chief of staff. " \
  "Both spoke of the long border, of exercises and of a paper that both sides have prepared for months. " \
  "The paper is in its last stage and will be signed soon, the agency reported without naming a day. " \
  "A second meeting with the head of the council is planned for the evening before the delegation leaves."
#define EDITED \
  "MERIDIAN: The minister arrived in the capital on Sunday at the head of a delegation and met the chief of staff! " \
  "Both spoke of the long border, of exercises and of a paper that both sides have prepared for months. " \
  "The paper is in its last stage and will be signed soon, the agency reported."
#define STRANGER \
  "Farmers in the south count their losses after the third dry spring in a row. The reservoirs stand at a fifth of " \
  "what they held ten years ago, and the price of feed has doubled since the winter, the union of farmers says."

static double
similarity (const char *a,
            const char *b)
{
  RapShingleSignature left = rap_shingle_signature (a);
  RapShingleSignature right = rap_shingle_signature (b);

  return rap_shingle_similarity (&left, &right);
}

static void
test_similarity (void)
{
  g_assert_cmpfloat (similarity (REPORT, REPORT), ==, 1);
  g_assert_cmpfloat (similarity ("THE same Words, here we go", "the same words here we go!"), ==, 1);
  g_assert_cmpfloat (similarity (REPORT, EDITED), >, 0.5);
  g_assert_cmpfloat (similarity (REPORT, EDITED), <, 1);
  g_assert_cmpfloat (similarity (REPORT, STRANGER), <, 0.05);
  g_assert_cmpfloat (similarity ("", ""), ==, 0);
  g_assert_cmpfloat (similarity (REPORT, "…"), ==, 0);
  g_assert_cmpfloat (similarity ("two words", "two words"), ==, 1);
}

/* The same words in other letters and marks, and scripts without spaces. */
static void
test_scripts (void)
{
  g_assert_cmpfloat (similarity ("رئيس الأركان في بغداد يوم الأحد", "رئیس الارکان فی بغداد یوم الاحد"), ==, 1);
  g_assert_cmpfloat (similarity ("فرمانده می\u200cگوید در مرز همه چیز آرام است", "فرمانده میگوید در مرز همه چیز آرام است"), ==, 1);
  g_assert_cmpfloat (similarity ("国防部长星期日在首都会见了参谋长，双方讨论了边界安全。", "国防部长星期日在首都会见了参谋长、双方讨论了边界安全"), ==, 1);
  g_assert_cmpfloat (similarity ("国防部长星期日在首都会见了参谋长，双方讨论了边界安全。",
                                 "国防部长星期一在首都会见了参谋长，双方讨论了边界安全问题。"), >, 0.3);
}

/* A text of made-up words; @changed in a thousand of them differ from those of the text that @seed alone makes. */
static char *
make_text (guint seed,
           guint changed,
           guint variant)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GRand) words = g_rand_new_with_seed (seed);
  g_autoptr (GRand) changes = g_rand_new_with_seed (seed * 131 + variant);
  guint n = 60 + seed % 7 * 60;

  for (guint i = 0; i < n; i++)
    {
      guint word = g_rand_int (words) % 4000;

      if (g_rand_int (changes) % 1000 < changed)
        word = 4000 + g_rand_int (changes) % 4000;
      g_string_append_printf (text, "w%x ", word);
    }
  return g_string_free (text, FALSE);
}

/* Every five words in a row. (transfer full) (element-type utf8) */
static GHashTable *
cut_grams (const char *text)
{
  GHashTable *grams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; i + 5 < g_strv_length (words); i++)
    g_hash_table_add (grams, g_strjoin (" ", words[i], words[i + 1], words[i + 2], words[i + 3], words[i + 4], NULL));
  return grams;
}

/* Exact share of 5-grams in common. */
static double
jaccard (const char *a,
         const char *b)
{
  g_autoptr (GHashTable) one = cut_grams (a);
  g_autoptr (GHashTable) other = cut_grams (b);
  GHashTableIter iter;
  gpointer gram;
  guint common = 0;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &gram, NULL))
    common += g_hash_table_contains (other, gram);
  return (double) common / (g_hash_table_size (one) + g_hash_table_size (other) - common);
}

/* Against looking at every signature: nothing more, and of texts that truly have half in common at most one in fifty
 * less. */
static void
test_index (void)
{
  enum { TEXTS = 150, COPIES = 4 };
  g_autoptr (RapShingleIndex) index = rap_shingle_index_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) signatures = g_array_new (FALSE, FALSE, sizeof (RapShingleSignature));
  guint n_half = 0, n_half_found = 0, n_alike = 0, n_found = 0;

  for (guint i = 0; i < TEXTS * COPIES; i++)
    {
      char *text = make_text (i / COPIES, i % COPIES * 40, i);
      RapShingleSignature signature = rap_shingle_signature (text);

      g_ptr_array_add (texts, text);
      g_array_append_val (signatures, signature);
      g_assert_cmpuint (rap_shingle_index_add (index, &signature), ==, i);
    }
  for (guint i = 0; i < TEXTS * COPIES; i++)
    {
      const RapShingleSignature *own = &g_array_index (signatures, RapShingleSignature, i);
      g_autoptr (GArray) found = rap_shingle_index_find (index, own, 0.4);
      g_autoptr (GArray) anything = rap_shingle_index_find (index, own, 0);
      gboolean seen[TEXTS * COPIES] = { FALSE };
      guint first = i - i % COPIES;

      for (guint k = 0; k < found->len; k++)
        {
          RapShingleMatch match = g_array_index (found, RapShingleMatch, k);

          g_assert_cmpfloat (match.score, ==, rap_shingle_similarity (own, &g_array_index (signatures, RapShingleSignature, match.item)));
          g_assert_true (k == 0 || match.score <= g_array_index (found, RapShingleMatch, k - 1).score);
        }
      for (guint k = 0; k < anything->len; k++)
        seen[g_array_index (anything, RapShingleMatch, k).item] = TRUE;
      for (guint k = 0; k < TEXTS * COPIES; k++)
        n_alike += rap_shingle_similarity (own, &g_array_index (signatures, RapShingleSignature, k)) >= 0.4;
      n_found += found->len;
      for (guint k = first; k < first + COPIES; k++)
        if (k != i && jaccard (texts->pdata[i], texts->pdata[k]) >= 0.5)
          {
            n_half++;
            n_half_found += seen[k];
          }
    }
  g_test_message ("%u of %u pairs with half in common, %u of %u with a score of 0.4", n_half_found, n_half, n_found, n_alike);
  g_assert_cmpuint (n_half, >, 400);
  g_assert_cmpuint (n_half_found * 50, >=, n_half * 49);
  g_assert_cmpuint (n_found, <=, n_alike);
  g_assert_cmpuint (n_found * 50, >=, n_alike * 49);
}

static void
test_index_edges (void)
{
  g_autoptr (RapShingleIndex) index = rap_shingle_index_new ();
  RapShingleSignature empty = rap_shingle_signature ("");
  RapShingleSignature report = rap_shingle_signature (REPORT);
  RapShingleSignature stranger = rap_shingle_signature (STRANGER);
  g_autoptr (GArray) none = rap_shingle_index_find (index, &report, 0);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) of_empty = NULL;
  g_autoptr (GArray) many = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  rap_shingle_index_add (index, &empty);
  rap_shingle_index_add (index, &stranger);
  rap_shingle_index_add (index, &report);
  found = rap_shingle_index_find (index, &report, 0.5);
  of_empty = rap_shingle_index_find (index, &empty, 0);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, RapShingleMatch, 0).item, ==, 2);
  g_assert_cmpuint (of_empty->len, ==, 0);

  /* the same notice under thousands of pages costs no more than the latest of them */
  for (guint i = 0; i < 3000; i++)
    rap_shingle_index_add (index, &stranger);
  many = rap_shingle_index_find (index, &stranger, 0.5);
  g_assert_cmpuint (many->len, ==, 256);
  g_assert_cmpuint (g_array_index (many, RapShingleMatch, 255).item, ==, rap_shingle_index_length (index) - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/shingle/similarity", test_similarity);
  g_test_add_func ("/text/shingle/scripts", test_scripts);
  g_test_add_func ("/text/shingle/index", test_index);
  g_test_add_func ("/text/shingle/index-edges", test_index_edges);
  return g_test_run ();
}
