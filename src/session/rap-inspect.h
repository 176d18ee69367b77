/* rap-inspect.h
 *
 * Looking without changing: the doors of the command line that need no project
 * or only read one. Results are JSON text, so that the command line prints and
 * scripts read the same thing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* @json: the object of `extract --json` with its line feed, or NULL and @error.
 * @part: where in the file it stands, or NULL. All borrowed. */
typedef void (*RapInspectFunc) (const char   *file,
                                const char   *part,
                                const char   *json,
                                const GError *error,
                                gpointer      user_data);
/* What an import of the files ("-": standard input) would find, page by page in
 * order. A page that is the only one is written over several lines; where there
 * are more, each is one line with its "file" (and "part"). */
void       rap_inspect_extract   (const char * const *paths,
                                  const char     *format,
                                  RapInspectFunc  func,
                                  gpointer        user_data);
/* Native JSON against the published schema's structure and the model's rules.
 * (transfer full) (element-type utf8): one sentence each; empty = valid; NULL only
 * when the document cannot be parsed at all (@error). */
GPtrArray *rap_inspect_validate  (GBytes         *json,
                                  GError        **error);
/* The record and everything linked to it, as one JSON object. */
gboolean   rap_inspect_show      (RapSession     *session,
                                  const char     *id,
                                  RapJsonWriter  *writer,
                                  GError        **error);
/* All records of a kind as JSONL native objects, streamed. */
gboolean   rap_inspect_list      (RapSession     *session,
                                  RapKind         kind,
                                  RapJsonWriter  *writer,
                                  GError        **error);

/* Everything dated or datable, in time order (earliest, latest, id), undated
 * last, as JSONL; @lanes as in rap_session_load_timeline(). @from and @to
 * (EDTF or NULL) leave out what certainly lies outside. */
gboolean   rap_inspect_timeline  (RapSession     *session,
                                  const char     *lanes,
                                  const char     *from,
                                  const char     *to,
                                  RapJsonWriter  *writer,
                                  GError        **error);

/**
 * RapProblem: one broken rule found by check
 */
typedef struct
{
  char     *rule;
  char     *object;
  char     *message;
  gboolean  repairable;
} RapProblem;

void       rap_problem_free      (RapProblem     *self);
/* Integrity of the file and of every logical rule. Opens @path by itself, so
 * that damaged files can be checked. With @repair what is repairable is mended
 * after a verified backup (its path in @backup). (transfer full) (element-type RapProblem) */
GPtrArray *rap_inspect_check     (const char     *path,
                                  gboolean        repair,
                                  char          **backup,
                                  GError        **error);

G_END_DECLS
