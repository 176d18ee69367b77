/* rap-store-collation.c
 *
 * The collation "rap_words": words in the order of a dictionary of the user's
 * locale, by ICU, so that پ stands behind ب and é with e. It is for ORDER BY
 * only: an index in it would be wrong under another locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>
#include <unicode/ucol.h>

#include "rap-store-private.h"

/**
 * Collation: of one connection
 * @collator: NULL until words were compared, or when ICU has none
 */
typedef struct
{
  UCollator *collator;
  gboolean   is_open;
} Collation;

static void
collation_free (gpointer data)
{
  Collation *self = data;

  if (self->collator != NULL)
    ucol_close (self->collator);
  g_free (self);
}

static int
compare_bytes (const char *a,
               int         n_a,
               const char *b,
               int         n_b)
{
  int result = memcmp (a, b, (gsize) MIN (n_a, n_b));

  return result != 0 ? result : n_a - n_b;
}

static int
compare_words (gpointer       data,
               int            n_a,
               gconstpointer  a,
               int            n_b,
               gconstpointer  b)
{
  Collation *self = data;
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result;

  if (!self->is_open)
    {
      self->collator = ucol_open (NULL, &status);
      self->is_open = TRUE;
    }
  if (self->collator == NULL)
    return compare_bytes (a, n_a, b, n_b);
  status = U_ZERO_ERROR;
  result = ucol_strcollUTF8 (self->collator, a, n_a, b, n_b, &status);
  return U_FAILURE (status) ? compare_bytes (a, n_a, b, n_b) : (int) result;
}

int
rap_store_add_collation (sqlite3 *db)
{
  return sqlite3_create_collation_v2 (db, "rap_words", SQLITE_UTF8, g_new0 (Collation, 1), compare_words, collation_free);
}
