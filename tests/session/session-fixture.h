/* session-fixture.h
 *
 * What the tests of the session share: a project in a folder of its own, short
 * ways to put records into it, and compact strings that say what is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"
#include "rap-transfer.h"

G_BEGIN_DECLS

/**
 * Fixture:
 * @folder: removed with everything in it at the end
 * @path: of the project in it
 * @session: open for writing, the analyst is "ada"; may be closed by the test
 */
typedef struct
{
  char       *folder;
  char       *path;
  RapSession *session;
} Fixture;

typedef void (*FixtureFunc) (Fixture       *fixture,
                             gconstpointer  data);

/* Adds a test that gets a new, empty project. */
void        fixture_add_test    (const char       *path,
                                 FixtureFunc       func);
/* The same with @data for the test. */
void        fixture_add_test_with (const char     *path,
                                 FixtureFunc       func,
                                 gconstpointer     data);
/* Closes the session: nobody else may hold it. */
void        fixture_close       (Fixture          *self);
/* Closes and opens the project again. */
void        fixture_reopen      (Fixture          *self);
/* A name in the test's folder. (transfer full) */
char       *fixture_file        (Fixture          *self,
                                 const char       *name);
/* Writes a file there. @length -1: a string. (transfer full): its path */
char       *fixture_write       (Fixture          *self,
                                 const char       *name,
                                 const char       *bytes,
                                 gssize            length);

/* Commits one record, which must succeed. The result is as stored.
 * Takes @after. (transfer full) */
gpointer    session_insert      (RapSession       *session,
                                 gpointer          after);
/* Commits the change of one record: @after is an unsealed copy, taken. (transfer full) */
gpointer    session_replace     (RapSession       *session,
                                 gpointer          before,
                                 gpointer          after);
void        session_delete      (RapSession       *session,
                                 gpointer          record);
/* Records of the usual kinds, committed. (transfer full) */
RapArticle *session_add_article (RapSession       *session,
                                 const char       *title,
                                 const char       *published,
                                 const char       *text);
RapEntity  *session_add_entity  (RapSession       *session,
                                 RapEntityKind     kind,
                                 const char       *name);
RapMeeting *session_add_meeting (RapSession       *session,
                                 const char       *title,
                                 const char       *when);
RapClaim   *session_add_claim   (RapSession       *session,
                                 const RapArticle *article,
                                 const char       *quote,
                                 const char       *speaker);
/* Where @quote first stands in the text; it must. */
RapRange    article_range       (const RapArticle *article,
                                 const char       *quote);
/* (transfer full) */
RapAnchor  *article_anchor      (const RapArticle *article,
                                 const char       *quote);
/* The id of a record of any kind. */
const char *id_of               (gpointer          record);

/* What is imported from bytes under a name. (transfer full) (element-type RapImportResult) */
GPtrArray  *session_import_bytes (RapSession      *session,
                                 GBytes           *bytes,
                                 const char       *name);
/* Every record of every kind as JSON lines. (transfer full) */
char       *session_state       (RapSession       *session);
/* The bytes of an export. (transfer full) */
char       *session_export      (RapSession       *session,
                                 const char       *format);
/* "2 codes, 1 claims": how many there are of each kind, without the project and
 * without noughts. (transfer full) */
char       *session_counts      (RapSession       *session);
/* "NOT_FOUND", or "ok" without an error. */
const char *error_nick          (const GError     *error);
/* @text with every UUID written as "#", and @hide (nullable) as "@". (transfer full) */
char       *mask                (const char       *text,
                                 const char       *hide);

G_END_DECLS
