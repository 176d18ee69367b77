/* rap-edtf-relation.c
 *
 * Which of Allen's relations are possible between two dates with doubt. Start
 * and end of each are four unknown days between bounds; a relation adds a few
 * differences. Such a system has a solution exactly when its graph of differences
 * has no negative cycle (Floyd–Warshall on five nodes).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-relation.h"

#include <string.h>

#define FAR (G_MAXINT64 / 2)   /* no bound */

/* The unknowns: first and last day of each; ZERO is day 0. */
enum { ZERO, A_START, A_END, B_START, B_END, N_NODES };

/* limit[i][j]: j - i is at most that. */
typedef struct
{
  gint64 limit[N_NODES][N_NODES];
} System;

/* Bounds of start and end, inclusive; @moment: they are one. */
typedef struct
{
  gint64   start_min, start_max, end_min, end_max;
  gboolean moment;
} Bounds;

static void
limit (System *system,
       int     from,
       int     to,
       gint64  most)
{
  system->limit[from][to] = MIN (system->limit[from][to], most);
}

/* @node lies in [min, max], where the outermost days mean no bound. */
static void
limit_node (System *system,
            int     node,
            gint64  min,
            gint64  max)
{
  if (max < RAP_DAY_MAX - 1)
    limit (system, ZERO, node, max);
  if (min > RAP_DAY_MIN + 1)
    limit (system, node, ZERO, -min);
}

static void
limit_date (System       *system,
            int           start,
            const Bounds *bounds)
{
  limit_node (system, start, bounds->start_min, bounds->start_max);
  limit_node (system, start + 1, bounds->end_min, bounds->end_max);
  limit (system, start + 1, start, 0);
  if (bounds->moment)
    limit (system, start, start + 1, 0);
}

/* @later - @earlier >= @least. */
static void
put_apart (System *system,
           int     earlier,
           int     later,
           gint64  least)
{
  limit (system, later, earlier, -least);
}

static void
put_equal (System *system,
           int     a,
           int     b,
           gint64  difference)
{
  limit (system, a, b, difference);
  limit (system, b, a, -difference);
}

/* The seven relations that do not look back; the others are those of the dates exchanged. */
static void
put_relation (System   *system,
              RapAllen  relation,
              int       a,
              int       b)
{
  switch ((int) relation)
    {
    case RAP_ALLEN_BEFORE:
      put_apart (system, a + 1, b, 2);
      break;
    case RAP_ALLEN_MEETS:
      put_equal (system, a + 1, b, 1);
      break;
    case RAP_ALLEN_OVERLAPS:
      put_apart (system, a, b, 1);
      put_apart (system, b, a + 1, 0);
      put_apart (system, a + 1, b + 1, 1);
      break;
    case RAP_ALLEN_STARTS:
      put_equal (system, a, b, 0);
      put_apart (system, a + 1, b + 1, 1);
      break;
    case RAP_ALLEN_DURING:
      put_apart (system, b, a, 1);
      put_apart (system, a + 1, b + 1, 1);
      break;
    case RAP_ALLEN_FINISHES:
      put_apart (system, b, a, 1);
      put_equal (system, a + 1, b + 1, 0);
      break;
    default:
      put_equal (system, a, b, 0);
      put_equal (system, a + 1, b + 1, 0);
    }
}

static gboolean
has_solution (System *system)
{
  for (int k = 0; k < N_NODES; k++)
    for (int i = 0; i < N_NODES; i++)
      for (int j = 0; j < N_NODES; j++)
        if (system->limit[i][k] < FAR && system->limit[k][j] < FAR)
          limit (system, i, j, system->limit[i][k] + system->limit[k][j]);
  for (int i = 0; i < N_NODES; i++)
    if (system->limit[i][i] < 0)
      return FALSE;
  return TRUE;
}

/* Relation number @index is the mirror of number 12 - @index. */
static gboolean
is_possible (const Bounds *a,
             const Bounds *b,
             int           index)
{
  System system;

  for (int i = 0; i < N_NODES; i++)
    for (int j = 0; j < N_NODES; j++)
      system.limit[i][j] = i == j ? 0 : FAR;
  limit_date (&system, A_START, a);
  limit_date (&system, B_START, b);
  if (index <= 6)
    put_relation (&system, 1 << index, A_START, B_START);
  else
    put_relation (&system, 1 << (12 - index), B_START, A_START);
  return has_solution (&system);
}

static RapAllen
relate (const Bounds *a,
        const Bounds *b)
{
  int relations = 0;

  for (int i = 0; i < 13; i++)
    if (is_possible (a, b, i))
      relations |= 1 << i;
  return relations;
}

static guint
count_choices (const RapEdtf *edtf)
{
  return edtf->set == RAP_EDTF_ONE_OF ? edtf->n_members : 1;
}

static Bounds
get_bounds (const RapEdtf *edtf,
            guint          choice)
{
  if (edtf->set == RAP_EDTF_ONE_OF)
    {
      const RapEdtfMember *member = &edtf->members[choice];

      return (Bounds) { member->first, member->end - 1, member->first, member->end - 1, TRUE };
    }
  return (Bounds) { edtf->es, edtf->ls - 1, edtf->ee, edtf->le - 1,
                    !edtf->interval && edtf->set == RAP_EDTF_NO_SET };
}

RapAllen
rap_edtf_get_relations (const RapEdtf *a,
                        const RapEdtf *b)
{
  int relations = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  for (guint i = 0; i < count_choices (a); i++)
    for (guint k = 0; k < count_choices (b) && relations != RAP_ALLEN_ALL; k++)
      {
        Bounds first = get_bounds (a, i);
        Bounds second = get_bounds (b, k);

        relations |= relate (&first, &second);
      }
  return relations;
}

RapTruth
rap_edtf_judge (const RapEdtf *a,
                const RapEdtf *b,
                RapAllen       relations)
{
  RapAllen possible = rap_edtf_get_relations (a, b);

  if ((possible & relations) == 0)
    return RAP_TRUTH_IMPOSSIBLE;
  return (possible & ~relations) == 0 ? RAP_TRUTH_CERTAIN : RAP_TRUTH_POSSIBLE;
}

const char *
rap_allen_get_nick (RapAllen relation)
{
  static const char *const nicks[] = {
    "before", "meets", "overlaps", "starts", "during", "finishes", "equals",
    "finished-by", "contains", "started-by", "overlapped-by", "met-by", "after"
  };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if ((int) relation == 1 << i)
      return nicks[i];
  return NULL;
}
