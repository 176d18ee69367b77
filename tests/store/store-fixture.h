/* store-fixture.h
 *
 * What the tests of the store share: a project in a folder of its own, records
 * made in one line, everything in a project as one string.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store.h"

/**
 * Fixture:
 * @folder: made for one test, removed at its end
 * @path: of the project in it
 * @store: open for writing, or NULL while a test has closed it
 */
typedef struct
{
  char     *folder;
  char     *path;
  RapStore *store;
} Fixture;

void       fixture_set_up      (Fixture         *self,
                                gconstpointer    data);
void       fixture_tear_down   (Fixture         *self,
                                gconstpointer    data);
void       fixture_close       (Fixture         *self);
void       fixture_open        (Fixture         *self);
/* A name in the folder. (transfer full) */
char      *fixture_get_path    (Fixture         *self,
                                const char      *name);
/* Runs SQL on the closed file, past the store. */
void       fixture_run_sql     (const char      *path,
                                const char      *sql);
/* Leaves the closed file as a writer does that is killed in the middle of a commit. */
void       fixture_cut_off     (const char      *path);
#define fixture_add(function, name) \
  g_test_add (name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* Ids are made from short names: "a1" → a1000000-0000-4000-8000-000000000000. (transfer full) */
char      *make_id             (const char      *name);
/* Unsealed records with that id, created at the time given. (transfer full) */
RapRecord *make_record         (RapKind          kind,
                                const char      *name,
                                gint64           created);
RapRecord *make_entity         (const char      *name,
                                RapEntityKind    kind,
                                const char      *title);
RapRecord *make_article        (const char      *name,
                                const char      *title,
                                const char      *text,
                                const char      *published,
                                const char      *outlet);
RapRecord *make_meeting        (const char      *name,
                                const char      *title,
                                const char      *when);
/* Anchored at the first place of @quote in the article. */
RapRecord *make_claim          (const char      *name,
                                RapRecord       *article,
                                const char      *quote,
                                const char      *proposition);
RapRecord *make_passage        (RapKind          kind,
                                const char      *name,
                                RapRecord       *article,
                                const char      *quote,
                                const char      *target);
RapAnchor *make_anchor         (RapRecord       *article,
                                const char      *quote);
/* Adds an insertion and drops the caller's reference. */
void       add                 (RapEdits        *edits,
                                RapRecord       *record);
/* Commits one insertion / replacement / deletion with success. */
void       commit_new          (RapStore        *store,
                                RapRecord       *record);
void       commit_edits        (RapStore        *store,
                                RapEdits        *edits);
/* One record of every kind and more, all linked: see store-fixture.c. */
void       commit_sample       (RapStore        *store);
/* All records as JSON lines. (transfer full) */
char      *dump                (RapStore        *store);
/* "EXISTS: is there already" style: nick of the code and the message without the path. (transfer full) */
char      *describe_error      (const GError    *error,
                                const char      *path);
/* Rules and objects of problems, one a line. (transfer full) */
char      *describe_problems   (GPtrArray       *problems);
