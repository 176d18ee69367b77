/* rap-store-tokenizer.c
 *
 * The search index's own idea of a word: FTS5 gets the words of
 * rap_store_tokenize(), for texts and for queries alike, so that both are
 * folded in the same way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-tokenizer.h"

#include "rap-store-letters.h"
#include "rap-store-private.h"

typedef struct
{
  int  (*func) (void *, int, const char *, int, int, int);
  void  *context;
} Taker;

/* There is nothing to remember; the handle only must not be NULL. */
static int
create (void         *context,
        const char  **arguments,
        int           n_arguments,
        Fts5Tokenizer **tokenizer)
{
  static char nothing;

  *tokenizer = (Fts5Tokenizer *) (gpointer) &nothing;
  return SQLITE_OK;
}

static void
destroy (Fts5Tokenizer *tokenizer)
{
}

static int
take_token (const char *token,
            gsize       length,
            gsize       start,
            gsize       end,
            gpointer    user_data)
{
  Taker *taker = user_data;

  return taker->func (taker->context, 0, token, (int) length, (int) start, (int) end);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void          *context,
          int            flags,
          const char    *text,
          int            length,
          int          (*func) (void *, int, const char *, int, int, int))
{
  Taker taker = { func, context };

  return text != NULL && length > 0 ? rap_store_tokenize (text, (gsize) length, take_token, &taker) : SQLITE_OK;
}

/* FTS5 hands out its interface by a pointer bound to a query. */
static fts5_api *
get_api (sqlite3 *db)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
  return api;
}

int
rap_store_add_tokenizer (sqlite3 *db)
{
  static fts5_tokenizer functions = { create, destroy, tokenize };
  fts5_api *api = get_api (db);
  int result = api != NULL ? api->xCreateTokenizer (api, "rapporteur", NULL, &functions, NULL) : SQLITE_ERROR;

  if (result == SQLITE_OK)
    result = rap_store_add_rank (api);
  return result;
}
