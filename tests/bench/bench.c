/* bench.c
 *
 * SQLite is spoken to here directly, as a yardstick; the product itself does so
 * in the store alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Says what went wrong and ends the program: there is nothing to measure then. */
static void
give_up (const char *what,
         const char *why)
{
  g_printerr ("%s: %s\n", what, why);
  exit (1);
}

char *
bench_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("rapporteur-bench-XXXXXX", &error);

  if (folder == NULL)
    give_up ("temporary folder", error->message);
  return folder;
}

static int
remove_entry (const char        *path,
              const struct stat *status,
              int                type,
              struct FTW        *ftw)
{
  return remove (path);
}

void
bench_folder_free (char *folder)
{
  nftw (folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  g_free (folder);
}

double
bench_now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

double
bench_median (double *values,
              guint   n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

void
bench_report_ratio (const char *name,
                    const char *what,
                    double      ours,
                    double      raw,
                    const char *unit,
                    double      target)
{
  double ratio = raw > 0 ? ours / raw : 0;
  const char *verdict = ratio <= target ? "ok" : "over target";

  g_print ("%s: %s: %.3f %s, raw SQLite %.3f %s: %.2fx (at most %.1fx): %s\n",
           name, what, ours, unit, raw, unit, ratio, target, verdict);
  g_print ("{\"bench\":\"%s\",\"ours\":%.6f,\"raw\":%.6f,\"unit\":\"%s\",\"ratio\":%.3f,\"target\":%.1f,\"ok\":%s}\n",
           name, ours, raw, unit, ratio, target, ratio <= target ? "true" : "false");
}

void
bench_report_value (const char *name,
                    const char *what,
                    double      value,
                    const char *unit,
                    double      target)
{
  gboolean ok = target <= 0 || value <= target;

  g_print ("%s: %s: %.3f %s", name, what, value, unit);
  if (target > 0)
    g_print (" (at most %.1f): %s", target, ok ? "ok" : "over target");
  g_print ("\n{\"bench\":\"%s\",\"value\":%.6f,\"unit\":\"%s\",\"target\":%.1f,\"ok\":%s}\n",
           name, value, unit, target, ok ? "true" : "false");
}

/* Zipf-like: a few words make up most of a text, as in any language. */
static void
append_word (GString  *text,
             GRand    *random,
             gboolean  capital)
{
  static const char * const syllables[] = {
    "ba", "ter", "min", "so", "ra", "lek", "no", "vi", "dan", "pu", "sha", "mor", "ti", "gan", "el", "ru"
  };
  double chance = g_rand_double (random);
  guint number = 1 + (guint) (6000 * chance * chance * chance);
  gsize start = text->len;

  for (; number > 0; number /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[number % G_N_ELEMENTS (syllables)]);
  if (capital)
    text->str[start] = g_ascii_toupper (text->str[start]);
}

char *
bench_make_text (GRand *random,
                 guint  n_words)
{
  GString *text = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = 0; i < 8; i++, first = FALSE)
    {
      if (!first)
        g_string_append_c (text, ' ');
      append_word (text, random, first);
    }
  g_string_append (text, "\n\n");
  first = TRUE;
  for (guint i = 8; i < n_words; i++)
    {
      gboolean last = i + 1 == n_words;
      double chance = g_rand_double (random);

      append_word (text, random, first);
      first = last || chance < 0.07;
      g_string_append (text, !first ? " " : last || chance < 0.015 ? ".\n\n" : ". ");
    }
  return g_string_free (text, FALSE);
}

RapSession *
bench_create (const char *folder,
              const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  RapSession *session = rap_session_create (path, "Benchmark", &error);

  if (session == NULL)
    give_up (path, error->message);
  return session;
}

static void
add_claim (RapEdits         *edits,
           const RapArticle *article,
           const RapEntity  *speaker,
           GRand            *random)
{
  g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_CLAIM);
  RapClaim *claim = RAP_CLAIM (record);
  guint start = (guint) g_rand_int_range (random, 0, (gint32) rap_text_get_length (article->text) - 200);
  RapRange range = { start, start + 20 + (guint) g_rand_int_range (random, 0, 150) };

  rap_set_string (&claim->article, article->parent_instance.id);
  rap_set_string (&claim->speaker, speaker->parent_instance.id);
  rap_set_string (&claim->proposition, "The two sides will share what they know");
  claim->content = rap_anchor_new (article->text, &range, 1);
  claim->certainty = (RapCertainty) g_rand_int_range (random, 0, 4);
  rap_edits_insert (edits, record);
}

static void
add_article (RapEdits        *edits,
             const RapEntity *speaker,
             GRand           *random,
             guint            n_claims)
{
  g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_ARTICLE);
  RapArticle *article = RAP_ARTICLE (record);
  g_autofree char *text = bench_make_text (random, 400);

  article->title = g_strndup (text, strcspn (text, "\n"));
  article->published = rap_edtf_new_day (18000 + g_rand_int_range (random, 0, 1000));
  article->text = rap_text_new (text);
  rap_edits_insert (edits, record);
  for (guint i = 0; i < n_claims; i++)
    add_claim (edits, article, speaker, random);
}

void
bench_fill (RapSession *session,
            GRand      *random,
            guint       n_articles,
            guint       n_claims_each)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Fill");
  g_autoptr (RapRecord) speaker = rap_record_new (RAP_KIND_ENTITY);
  g_autoptr (GError) error = NULL;

  rap_set_string (&RAP_ENTITY (speaker)->name, "A speaker");
  rap_edits_insert (edits, speaker);
  for (guint i = 0; i < n_articles; i++)
    add_article (edits, RAP_ENTITY (speaker), random, n_claims_each);
  if (!rap_session_commit (session, edits, &error))
    give_up ("filling the project", error->message);
}

static void
check (sqlite3 *db,
       int      result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    give_up ("raw SQLite", sqlite3_errmsg (db));
}

void
bench_raw_execute (sqlite3    *db,
                   const char *sql)
{
  check (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

sqlite3 *
bench_raw_open (const char *path)
{
  sqlite3 *db;

  check (NULL, sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL));
  bench_raw_execute (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = EXTRA;"
                         "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA journal_mode = DELETE;");
  return db;
}

static void
free_value (gpointer value)
{
  sqlite3_value_free (value);
}

GPtrArray *
bench_raw_read (sqlite3    *db,
                const char *sql)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  sqlite3_stmt *statement;

  check (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (free_value);

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_ptr_array_add (row, sqlite3_value_dup (sqlite3_column_value (statement, i)));
      g_ptr_array_add (rows, row);
    }
  check (db, sqlite3_finalize (statement));
  return rows;
}

void
bench_raw_insert (sqlite3_stmt *statement,
                  GPtrArray    *rows,
                  guint         i)
{
  GPtrArray *row = g_ptr_array_index (rows, i);

  for (guint k = 0; k < row->len; k++)
    sqlite3_bind_value (statement, (int) k + 1, g_ptr_array_index (row, k));
  check (sqlite3_db_handle (statement), sqlite3_step (statement));
  check (sqlite3_db_handle (statement), sqlite3_reset (statement));
}

sqlite3_stmt *
bench_raw_prepare (sqlite3    *db,
                   const char *table,
                   guint       n_columns)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");
  sqlite3_stmt *statement;

  g_string_append_printf (sql, "%s VALUES (?", table);
  for (guint i = 1; i < n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  check (db, sqlite3_prepare_v2 (db, sql->str, -1, &statement, NULL));
  return statement;
}

void
bench_copy (const char *from,
            const char *to)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (from, &bytes, &length, &error) || !g_file_set_contents (to, bytes, (gssize) length, &error))
    give_up (to, error->message);
}
