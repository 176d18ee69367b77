/* rap-entity-moves-words.c
 *
 * What a merge or split would move.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-entity-moves-words.h"

#include <glib/gi18n.h>

static void
add (GPtrArray *lines,
     guint      n,
     char      *line)
{
  if (n > 0)
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

char *
rap_entity_moves_words (const RapEntityMoves *moves)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

#define ADD(n, one, many) add (lines, n, g_strdup_printf (ngettext (one, many, n), n))
  ADD (moves->n_mentions, "%u mention", "%u mentions");
  ADD (moves->n_spoken, "%u claim as speaker", "%u claims as speaker");
  ADD (moves->n_passed_on, "%u claim passed on", "%u claims passed on");
  ADD (moves->n_meetings, "%u meeting as participant", "%u meetings as participant");
  ADD (moves->n_places, "%u meeting as place", "%u meetings as place");
  ADD (moves->n_articles, "%u article as outlet", "%u articles as outlet");
  ADD (moves->n_names, "%u name", "%u names");
  ADD (moves->n_ruled_out, "%u entity that is not the same", "%u entities that are not the same");
#undef ADD
  if (lines->len == 0)
    return g_strdup (_("Nothing refers to it."));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
