/* rap-delete-words.c
 *
 * Counted from the edits that would be committed, so that what is said is what
 * would happen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-delete-words.h"

#include <glib/gi18n.h>

/* "12 claims"; NULL for what is not worth a word. (transfer full) */
static char *
count_in_words (RapKind kind,
                guint   n)
{
  switch (kind)
    {
    case RAP_KIND_CODE:
      return g_strdup_printf (ngettext ("%u code", "%u codes", n), n);
    case RAP_KIND_ENTITY:
      return g_strdup_printf (ngettext ("%u entity", "%u entities", n), n);
    case RAP_KIND_ARTICLE:
      return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
    case RAP_KIND_MEETING:
      return g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n);
    case RAP_KIND_CLAIM:
      return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
    case RAP_KIND_MENTION:
      return g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
    case RAP_KIND_EVIDENCE:
      return g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", n), n);
    case RAP_KIND_CODING:
      return g_strdup_printf (ngettext ("%u coded passage", "%u coded passages", n), n);
    case RAP_KIND_RELATION:
      return g_strdup_printf (ngettext ("%u relation", "%u relations", n), n);
    default:
      return NULL;
    }
}

static void
append (GString    *list,
        const char *words)
{
  if (words == NULL)
    return;
  if (list->len > 0)
    g_string_append (list, _(", "));
  g_string_append (list, words);
}

char *
rap_delete_words_gone (const RapEdits *edits,
                       const char     *id)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint counts[RAP_N_KINDS] = { 0 };

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      if (edit->before != NULL && edit->after == NULL && g_strcmp0 (edit->before->id, id) != 0)
        counts[rap_record_get_kind (edit->before)]++;
    }
  for (guint kind = 0; kind < RAP_N_KINDS; kind++)
    {
      g_autofree char *words = counts[kind] > 0 ? count_in_words (kind, counts[kind]) : NULL;

      append (list, words);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What something can be to others that can do without it. */
typedef enum
{
  SPEAKER,
  VIA,
  CODE,
  MEETING,
  PARTICIPANT,
  PLACE,
  OUTLET,
  ORIGINAL,
  PARENT,
  NOT_SAME,
  N_ROLES
} Role;

static const struct
{
  RapKind     kind;
  const char *member;
} roles[N_ROLES] = {
  [SPEAKER] = { RAP_KIND_CLAIM, "speaker" },
  [VIA] = { RAP_KIND_CLAIM, "via" },
  [CODE] = { RAP_KIND_CLAIM, "codes" },
  [MEETING] = { RAP_KIND_CLAIM, "meetings" },
  [PARTICIPANT] = { RAP_KIND_MEETING, "participants" },
  [PLACE] = { RAP_KIND_MEETING, "place" },
  [OUTLET] = { RAP_KIND_ARTICLE, "outlet" },
  [ORIGINAL] = { RAP_KIND_ARTICLE, "copied_from" },
  [PARENT] = { RAP_KIND_CODE, "parent" },
  [NOT_SAME] = { RAP_KIND_ENTITY, "not_same_as" },
};

/* (transfer full) */
static char *
role_in_words (Role  role,
               guint n)
{
  switch (role)
    {
    case SPEAKER:
      return g_strdup_printf (ngettext ("speaker of %u claim", "speaker of %u claims", n), n);
    case VIA:
      return g_strdup_printf (ngettext ("way of %u claim", "way of %u claims", n), n);
    case CODE:
      return g_strdup_printf (ngettext ("code of %u claim", "code of %u claims", n), n);
    case MEETING:
      return g_strdup_printf (ngettext ("meeting of %u claim", "meeting of %u claims", n), n);
    case PARTICIPANT:
      return g_strdup_printf (ngettext ("participant of %u meeting", "participant of %u meetings", n), n);
    case PLACE:
      return g_strdup_printf (ngettext ("place of %u meeting", "place of %u meetings", n), n);
    case OUTLET:
      return g_strdup_printf (ngettext ("outlet of %u article", "outlet of %u articles", n), n);
    case ORIGINAL:
      return g_strdup_printf (ngettext ("original of %u article", "original of %u articles", n), n);
    case PARENT:
      return g_strdup_printf (ngettext ("parent of %u code", "parent of %u codes", n), n);
    case NOT_SAME:
      return g_strdup_printf (ngettext ("told apart from %u entity", "told apart from %u entities", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

typedef struct
{
  const char *id;
  RapKind     kind;
  gboolean    has[N_ROLES];
} Survey;

static void
note_ref (RapKind     target,
          const char *id,
          const char *member,
          gpointer    user_data)
{
  Survey *survey = user_data;

  for (guint i = 0; i < N_ROLES; i++)
    if (roles[i].kind == survey->kind && g_str_equal (roles[i].member, member) && g_strcmp0 (id, survey->id) == 0)
      survey->has[i] = TRUE;
}

char *
rap_delete_words_left (const RapEdits *edits,
                       const char     *id)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint counts[N_ROLES] = { 0 };

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      Survey survey = { id, RAP_KIND_PROJECT, { FALSE } };

      if (edit->before == NULL || edit->after == NULL)
        continue;
      survey.kind = rap_record_get_kind (edit->before);
      rap_record_foreach_ref (edit->before, note_ref, &survey);
      for (guint k = 0; k < N_ROLES; k++)
        counts[k] += survey.has[k];
    }
  for (guint k = 0; k < N_ROLES; k++)
    {
      g_autofree char *words = counts[k] > 0 ? role_in_words (k, counts[k]) : NULL;

      append (list, words);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}
