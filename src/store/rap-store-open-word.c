/* rap-store-open-word.c
 *
 * How frequent a beginning is, by a sample: the texts of a few dozen articles are
 * read in two or three milliseconds, whatever the size of the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-open-word.h"

#define N_SAMPLE     48
#define MANY_PLACES  250000   /* so many FTS5 puts together in about 25 ms */
#define MANY_ARTICLES 1000    /* in fewer, nothing takes long */
#define NEARLY_ALL   0.5      /* of the articles of the sample */

static const char text_sql[] =
  "SELECT a.title, t.text FROM article a JOIN article_text t ON t.sha256 = a.sha256 WHERE a.row = ?1";

/* The last word, when it must be there, anywhere, and stands for all that begin with it. */
static RapWord *
get_open (const RapWords *words)
{
  RapWord *last = words->words->len > 0 ? words->words->pdata[words->words->len - 1] : NULL;

  return last != NULL && last->prefix && !last->is_unwanted && !last->is_other && !last->in_title ? last : NULL;
}

static guint
count_places (const RapPhrases *phrases,
              RapStatement     *statement)
{
  g_autoptr (GArray) title = rap_phrases_find (phrases, rap_statement_text (statement, 0), TRUE);
  g_autoptr (GArray) text = rap_phrases_find (phrases, rap_statement_text (statement, 1), FALSE);

  return title->len + text->len;
}

/* @is_frequent (out): whether the beginning is. */
static gboolean
sample (RapOpenWord            *self,
        RapStore               *store,
        const RapArticleOrder  *order,
        const RapPhrases       *whole,
        gboolean               *is_frequent,
        GError                **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (store, text_sql);
  g_autoptr (GError) failure = NULL;
  guint n_places = 0, n_with = 0, n_whole = 0;

  for (guint i = 0; i < N_SAMPLE; i++)
    {
      guint n;

      rap_statement_bind_int (statement, order->rows[(guint64) i * order->n / N_SAMPLE]);
      if (!rap_statement_next (statement, &failure))
        break;
      n = count_places (self->phrases, statement);
      n_places += n;
      n_with += n > 0;
      n_whole += count_places (whole, statement) > 0;
      rap_statement_reset (statement);
    }
  self->share = (double) n_with / N_SAMPLE;
  self->whole_share = (double) n_whole / N_SAMPLE;
  *is_frequent = self->share >= NEARLY_ALL && (double) n_places / N_SAMPLE * order->n >= MANY_PLACES;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
rap_open_word_find (RapStore               *store,
                    const RapArticleOrder  *order,
                    const RapWords         *words,
                    RapOpenWord           **open,
                    GError                **error)
{
  g_autoptr (RapOpenWord) self = g_new0 (RapOpenWord, 1);
  g_autoptr (RapPhrases) whole = NULL;
  gboolean is_frequent = FALSE;

  *open = NULL;
  self->word = get_open (words);
  if (self->word == NULL || order->n < MANY_ARTICLES)
    return TRUE;
  self->phrases = rap_phrases_new_for_word (self->word);
  self->word->prefix = FALSE;
  whole = rap_phrases_new_for_word (self->word);
  self->word->prefix = TRUE;
  if (!sample (self, store, order, whole, &is_frequent, error))
    return FALSE;
  if (is_frequent)
    *open = g_steal_pointer (&self);
  return TRUE;
}

void
rap_open_word_free (RapOpenWord *self)
{
  g_clear_pointer (&self->phrases, rap_phrases_free);
  g_free (self);
}
