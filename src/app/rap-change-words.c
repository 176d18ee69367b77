/* rap-change-words.c
 *
 * Driven by the field tables. References are shown by name, passages by their
 * quote; of lists of structs only that they changed is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-change-words.h"

#include <glib/gi18n.h>

#define MAX_CHARS 60

static const char * const kinds[RAP_N_KINDS] = {
  N_("Project"), N_("Code"), N_("Entity"), N_("Article"), N_("Meeting"), N_("Claim"), N_("Mention"),
  N_("Evidence"), N_("Coded passage"), N_("Relation"),
};

static const struct { const char *member, *words; } members[] = {
  { "title", N_("Title") }, { "name", N_("Name") }, { "proposition", N_("Proposition") }, { "note", N_("Note") },
  { "speaker", N_("Speaker") }, { "via", N_("Via") }, { "anonymous", N_("Anonymous") }, { "mode", N_("Mode") },
  { "certainty", N_("Certainty") }, { "polarity", N_("Polarity") }, { "tense", N_("Tense") },
  { "credibility", N_("Credibility") }, { "codes", N_("Codes") }, { "meetings", N_("Meetings") },
  { "content", N_("Passage") }, { "cue", N_("Cue") }, { "source", N_("Source") }, { "anchor", N_("Passage") },
  { "status", N_("Status") }, { "when", N_("Date") }, { "published", N_("Published") }, { "place", N_("Place") },
  { "place_text", N_("Place") }, { "topic", N_("Topic") }, { "outcome", N_("Outcome") },
  { "participants", N_("Participants") }, { "kind", N_("Kind") }, { "names", N_("Names") },
  { "reliability", N_("Reliability") }, { "not_same_as", N_("Not the same as") }, { "outlet", N_("Outlet") },
  { "byline", N_("Byline") }, { "url", N_("Address") }, { "language", N_("Language") },
  { "direction", N_("Direction") }, { "copied_from", N_("Original") }, { "parent", N_("Parent Code") },
  { "colour", N_("Colour") }, { "key", N_("Key") }, { "description", N_("Description") },
  { "entity", N_("Entity") }, { "meeting", N_("Meeting") }, { "code", N_("Code") }, { "aspect", N_("Aspect") },
  { "body", N_("Text without page furniture") },
};

static const char *
get_member (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].member, member))
      return _(members[i].words);
  return member;
}

/* Not longer than a line. (transfer full) */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\n\t", ' ');
  g_autofree char *head = NULL;

  if (*line == '\0')
    return g_strdup ("—");
  if (g_utf8_strlen (line, -1) <= MAX_CHARS)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, MAX_CHARS - 1);
  return g_strconcat (head, "…", NULL);
}

static char *
name_refs (RapSession *session,
           RapKind     target,
           char      **ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *name = rap_session_get_name (session, target, ids[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", *name != '\0' ? name : ids[i]);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* The member's value; NULL for what has no short form. (transfer full) */
static char *
show_value (RapSession     *session,
            RapRecord      *record,
            const RapField *field)
{
  char *one[] = { NULL, NULL };

  switch (field->type)
    {
    case RAP_FIELD_STRING:
      return shorten (rap_record_member (record, field, char *));
    case RAP_FIELD_BOOL:
      return g_strdup (rap_record_member (record, field, gboolean) ? _("yes") : _("no"));
    case RAP_FIELD_GRADE:
      return rap_record_member (record, field, guint) == 0 ? g_strdup ("—")
             : g_strdup_printf ("%u", rap_record_member (record, field, guint));
    case RAP_FIELD_ENUM:
      return g_strdup (rap_vocabulary_nick (field->vocabulary, rap_record_member (record, field, guint)));
    case RAP_FIELD_REF:
      one[0] = rap_record_member (record, field, char *);
      {
        g_autofree char *name = name_refs (session, field->target, one);

        return shorten (name);
      }
    case RAP_FIELD_REFS:
      {
        g_autofree char *names = name_refs (session, field->target, rap_record_member (record, field, char **));

        return shorten (names);
      }
    case RAP_FIELD_EDTF:
      return shorten (rap_record_member (record, field, RapEdtf *) != NULL
                      ? rap_record_member (record, field, RapEdtf *)->text : NULL);
    case RAP_FIELD_ANCHOR:
      return shorten (rap_record_member (record, field, RapAnchor *) != NULL
                      ? rap_record_member (record, field, RapAnchor *)->exact : NULL);
    default:
      return NULL;
    }
}

static gboolean
is_derived (const RapField *field)
{
  return (field->flags & RAP_FIELD_DERIVED) != 0 || field->type == RAP_FIELD_EARLIEST
         || field->type == RAP_FIELD_LATEST || field->type == RAP_FIELD_TEXT;
}

static void
append_member (GString        *lines,
               RapSession     *session,
               const RapEdit  *edit,
               const RapField *field)
{
  g_autofree char *before = show_value (session, edit->before, field);
  g_autofree char *after = show_value (session, edit->after, field);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (before != NULL && after != NULL)
    /* Translators: a member of an object, what it was, what it became */
    g_string_append_printf (lines, _("%s: %s → %s"), get_member (field->name), before, after);
  else
    g_string_append_printf (lines, _("%s: changed"), get_member (field->name));
}

char *
rap_change_words_title (const RapEdit *edit)
{
  RapRecord *record = rap_edit_get_record (edit);
  const char *kind = _(kinds[rap_record_get_kind (record)]);
  g_autofree char *title = shorten (rap_record_get_title (record));

  return g_strdup_printf (_("%s: %s"), kind, title);
}

char *
rap_change_words_members (RapSession    *session,
                          const RapEdit *edit)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_fields;
  const RapField *fields;

  if (edit->before == NULL)
    return g_strdup (_("New"));
  if (edit->after == NULL)
    return g_strdup (_("Deleted"));
  fields = rap_kind_get_fields (rap_record_get_kind (edit->after), &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!is_derived (&fields[i]) && !rap_record_member_equal (edit->before, edit->after, &fields[i]))
      append_member (lines, session, edit, &fields[i]);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
