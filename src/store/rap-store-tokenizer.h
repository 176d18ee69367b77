/* rap-store-tokenizer.h
 *
 * The tokenizer "rapporteur" of the search index.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

/* Makes it and rap_rank() known to a connection, which can then use the search
 * index of a project. Returns SQLite's result. */
int rap_store_add_tokenizer (sqlite3 *db);
