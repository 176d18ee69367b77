/* rap-cli-outline.c
 *
 * A JSON object for a person: what `show` and `extract` print without --json.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What a member is called for a person, and what its ids refer to (0 = it holds
 * none, as nothing refers to the project). What is not here is shown as it is. */
static const struct
{
  const char *member;
  const char *label;
  RapKind     target;
} labels[] = {
  { "analyst", N_("Analyst"), 0 },
  { "anchor", N_("Passage"), 0 },
  { "anonymous", N_("Anonymous"), 0 },
  { "article", N_("Article"), RAP_KIND_ARTICLE },
  { "articles", N_("Articles"), 0 },
  { "aspect", N_("Aspect"), 0 },
  { "body", N_("Body"), 0 },
  { "byline", N_("Byline"), 0 },
  { "capacity", N_("Capacity"), 0 },
  { "certainty", N_("Certainty"), 0 },
  { "claim", N_("Claim"), 0 },
  { "claims", N_("Claims"), 0 },
  { "code", N_("Code"), RAP_KIND_CODE },
  { "codes", N_("Codes"), RAP_KIND_CODE },
  { "coding", N_("Coding"), 0 },
  { "codings", N_("Codings"), 0 },
  { "colour", N_("Colour"), 0 },
  { "content", N_("Content"), 0 },
  { "copied_from", N_("Copied from"), RAP_KIND_ARTICLE },
  { "created", N_("Created"), 0 },
  { "credibility", N_("Credibility"), 0 },
  { "cue", N_("Cue"), 0 },
  { "description", N_("Description"), 0 },
  { "direction", N_("Direction"), 0 },
  { "earliest", N_("Earliest"), 0 },
  { "entities", N_("Entities"), 0 },
  { "entity", N_("Entity"), RAP_KIND_ENTITY },
  { "evidence", N_("Evidence"), 0 },
  { "exact", N_("Quote"), 0 },
  { "from", N_("From"), RAP_KIND_CLAIM },
  { "id", N_("Id"), 0 },
  { "key", N_("Key"), 0 },
  { "kind", N_("Kind"), 0 },
  { "language", N_("Language"), 0 },
  { "latest", N_("Latest"), 0 },
  { "linked", N_("Linked"), 0 },
  { "meeting", N_("Meeting"), RAP_KIND_MEETING },
  { "meetings", N_("Meetings"), 0 },
  { "mention", N_("Mention"), 0 },
  { "mentions", N_("Mentions"), 0 },
  { "mode", N_("Mode"), 0 },
  { "modified", N_("Modified"), 0 },
  { "name", N_("Name"), 0 },
  { "names", N_("Names"), 0 },
  { "not_same_as", N_("Not the same as"), RAP_KIND_ENTITY },
  { "note", N_("Note"), 0 },
  { "outcome", N_("Outcome"), 0 },
  { "outlet", N_("Outlet"), RAP_KIND_ENTITY },
  { "parent", N_("Part of"), RAP_KIND_CODE },
  { "participants", N_("Participants"), 0 },
  { "place", N_("Place"), RAP_KIND_ENTITY },
  { "place_text", N_("Place, in words"), 0 },
  { "polarity", N_("Polarity"), 0 },
  { "project", N_("Project"), 0 },
  { "proposition", N_("Proposition"), 0 },
  { "published", N_("Published"), 0 },
  { "ranges", N_("Ranges"), 0 },
  { "relation", N_("Relation"), 0 },
  { "relations", N_("Relations"), 0 },
  { "reliability", N_("Reliability"), 0 },
  { "role", N_("Role"), 0 },
  { "source", N_("Source"), 0 },
  { "speaker", N_("Speaker"), RAP_KIND_ENTITY },
  { "status", N_("Status"), 0 },
  { "tense", N_("Tense"), 0 },
  { "title", N_("Title"), 0 },
  { "to", N_("To"), RAP_KIND_CLAIM },
  { "topic", N_("Topic"), 0 },
  { "url", N_("Address"), 0 },
  { "value", N_("Value"), 0 },
  { "via", N_("Via"), RAP_KIND_ENTITY },
  { "when", N_("When"), 0 },
};

/* Lives on the stack of rap_cli_print_outline(). */
typedef struct
{
  const char * const *skip;      /* or NULL */
  RapSession         *session;   /* that knows names, or NULL */
} Outline;

static void print_node (const Outline *self, const char *member, JsonNode *node, guint depth);

/* The row of labels, or -1. */
static int
find_label (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].member, member) == 0)
      return i;
  return -1;
}

static gboolean
is_empty (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return json_object_get_size (json_node_get_object (node)) == 0;
    case JSON_NODE_ARRAY:
      return json_array_get_length (json_node_get_array (node)) == 0;
    case JSON_NODE_VALUE:
      return json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node) == '\0';
    case JSON_NODE_NULL:
    default:
      return TRUE;
    }
}

static gboolean
holds_objects (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return TRUE;
  return FALSE;
}

static gboolean
holds_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* "Name (id)" where the session knows a name. (transfer full) */
static char *
format_string (const Outline *self,
               JsonNode      *node,
               RapKind        target)
{
  const char *text = json_node_get_string (node);
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (self->session == NULL || target == 0)
    return g_strdup (text);
  name = rap_session_get_name (self->session, target, text);
  if (*name == '\0')
    return g_strdup (text);
  id = rap_cli_short_id (text);
  return g_strdup_printf ("%s (%s)", name, id);
}

/* Names one after the other; numbers as JSON writes them. (transfer full) */
static char *
format_array (const Outline *self,
              JsonNode      *node,
              RapKind        target)
{
  JsonArray *array = json_node_get_array (node);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *one = holds_string (element) ? format_string (self, element, target)
                                                    : json_to_string (element, FALSE);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", one);
    }
  return g_string_free (text, FALSE);
}

static char *
format_value (const Outline *self,
              JsonNode      *node,
              RapKind        target)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return format_array (self, node, target);
  if (holds_string (node))
    return format_string (self, node, target);
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _("yes") : _("no"));
  return json_to_string (node, FALSE);
}

/* Several lines stand below their label, each indented. */
static void
print_text (const char *text,
            guint       depth)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean several = lines[0] != NULL && lines[1] != NULL;

  if (several)
    rap_cli_print ("\n");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *clean = rap_cli_clean (lines[i]);

      rap_cli_print ("%*s%s\n", several ? (int) depth * 2 + 2 : 1, "", clean);
    }
}

/* The first member of an element of an array has a bullet before it. */
static void
print_members (const Outline *self,
               JsonObject    *object,
               guint          depth,
               gboolean       bullet)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (is_empty (node) || (self->skip != NULL && g_strv_contains (self->skip, member)))
        continue;
      if (bullet)
        rap_cli_print ("%*s• ", (int) depth * 2 - 2, "");
      else
        rap_cli_print ("%*s", (int) depth * 2, "");
      print_node (self, member, node, depth);
      bullet = FALSE;
    }
}

static void
print_objects (const Outline *self,
               JsonArray     *array,
               guint          depth)
{
  rap_cli_print ("\n");
  for (guint i = 0; i < json_array_get_length (array); i++)
    print_members (self, json_array_get_object_element (array, i), depth + 1, TRUE);
}

static void
print_node (const Outline *self,
            const char    *member,
            JsonNode      *node,
            guint          depth)
{
  int label = find_label (member);
  g_autofree char *text = NULL;

  rap_cli_print ("%s:", label >= 0 ? _(labels[label].label) : member);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      rap_cli_print ("\n");
      print_members (self, json_node_get_object (node), depth + 1, FALSE);
      return;
    }
  if (holds_objects (node))
    {
      print_objects (self, json_node_get_array (node), depth + 1);
      return;
    }
  text = format_value (self, node, label >= 0 ? labels[label].target : 0);
  print_text (text, depth);
}

void
rap_cli_print_outline (const char         *json,
                       const char * const *skip,
                       RapSession         *session)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const Outline self = { skip, session };

  if (!json_parser_load_from_data (parser, json, -1, NULL))
    g_assert_not_reached ();
  print_members (&self, json_node_get_object (json_parser_get_root (parser)), 0, FALSE);
}
