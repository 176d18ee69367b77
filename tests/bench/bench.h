/* bench.h
 *
 * What the benchmarks share: a folder, a clock, invented words, rows of a
 * project read and written again through raw SQLite, and the report: one line
 * for people and one JSON object for programs.
 *
 * A benchmark measures and says so; it never fails for being slow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "rap-session.h"

G_BEGIN_DECLS

/* A new folder where the temporary files of the build go. (transfer full) */
char       *bench_folder_new     (void);
/* Removes it with everything in it. Takes @folder. */
void        bench_folder_free    (char             *folder);
/* Seconds of a clock that never goes back. */
double      bench_now            (void);
/* Sorts @values. */
double      bench_median         (double           *values,
                                  guint             n);

/* Prints the result of @name: @ours and @raw in @unit, their ratio, and whether
 * it is within @target. */
void        bench_report_ratio   (const char       *name,
                                  const char       *what,
                                  double            ours,
                                  double            raw,
                                  const char       *unit,
                                  double            target);
/* The same for one number that should stay below @target (0: no target). */
void        bench_report_value   (const char       *name,
                                  const char       *what,
                                  double            value,
                                  const char       *unit,
                                  double            target);

/* @n_words invented words in sentences and paragraphs, with a headline; the
 * same for the same state of @random. (transfer full) */
char       *bench_make_text      (GRand            *random,
                                  guint             n_words);
/* A new project; ends the program when that fails. (transfer full) */
RapSession *bench_create         (const char       *folder,
                                  const char       *name);
/* Commits one group of articles, each with claims on passages of it. */
void        bench_fill           (RapSession       *session,
                                  GRand            *random,
                                  guint             n_articles,
                                  guint             n_claims_each);

/* The file with the pragmas of the product. The session on it must be closed. */
sqlite3    *bench_raw_open       (const char       *path);
void        bench_raw_execute    (sqlite3          *db,
                                  const char       *sql);
/* All rows of a query. (transfer full) (element-type GPtrArray of sqlite3_value) */
GPtrArray  *bench_raw_read       (sqlite3          *db,
                                  const char       *sql);
/* Binds row @i to the statement and steps it. */
void        bench_raw_insert     (sqlite3_stmt     *statement,
                                  GPtrArray        *rows,
                                  guint             i);
/* INSERT INTO @table of all its columns. */
sqlite3_stmt *bench_raw_prepare  (sqlite3          *db,
                                  const char       *table,
                                  guint             n_columns);
/* Copies a file that nobody has open. */
void        bench_copy           (const char       *from,
                                  const char       *to);

G_END_DECLS
