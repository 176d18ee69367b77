/* rap-store-table.c
 *
 * The statements of each kind, written once: the columns stand in the order of
 * the kind's fields (see rap_kind_get_fields()), an anchor as four, lists in
 * child tables, and derived columns last. rap-store-record.c walks fields and
 * columns side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#define COMMON "row, id, created, modified, analyst, "

#define SELECTS(table, columns) \
  .by_row = "SELECT " COMMON columns " FROM " table " WHERE row = ?1", \
  .by_created = "SELECT " COMMON columns " FROM " table " ORDER BY created, id", \
  .find = "SELECT row FROM " table " WHERE id = ?1", \
  .remove = "DELETE FROM " table " WHERE row = ?1", \
  .count = "SELECT count(*) FROM " table

/* ?1 is the row, ?2 to ?5 the other common columns, the rest follows in order. */
#define CHANGES(table, columns, values) \
  .insert = "INSERT INTO " table " (" COMMON columns ") VALUES (?1, ?2, ?3, ?4, ?5, " values ")", \
  .update = "UPDATE " table " SET (id, created, modified, analyst, " columns ") = (?2, ?3, ?4, ?5, " values ") WHERE row = ?1"

#define CHILD(table, columns, values) \
  { "SELECT " columns " FROM " table " WHERE owner = ?1 ORDER BY n", \
    "INSERT INTO " table " (owner, n, " columns ") VALUES (?1, ?2, " values ")", \
    "DELETE FROM " table " WHERE owner = ?1" }

#define NAME(table, expression) .name = "SELECT " expression " FROM " table " WHERE id = ?1"

#define ANCHOR(name) name "_ranges, " name "_exact, " name "_prefix, " name "_suffix"
#define TITLE_OR_QUOTE "CASE WHEN proposition <> '' THEN proposition ELSE content_exact END"

#define PROJECT "title, note"
#define CODE "name, parent, colour, key, description"
#define ENTITY "kind, name, reliability, note"
#define ARTICLE "title, outlet, byline, published, url, language, direction, body, sha256, copied_from, note"
#define MEETING "title, mode, status, date, place, place_text, topic, outcome, note"
#define CLAIM "article, " ANCHOR ("content") ", " ANCHOR ("cue") ", " ANCHOR ("source") ", proposition, speaker, " \
              "anonymous, mode, certainty, polarity, tense, credibility, note"
#define MENTION "article, " ANCHOR ("anchor") ", entity"
#define EVIDENCE "article, " ANCHOR ("anchor") ", meeting, aspect"
#define CODING "article, " ANCHOR ("anchor") ", code, note"
#define RELATION "kind, from_claim, to_claim, note"

const RapTable rap_tables[RAP_N_KINDS] = {
  [RAP_KIND_PROJECT] = {
    SELECTS ("project", PROJECT),
    CHANGES ("project", PROJECT, "?, ?"),
    NAME ("project", "title"),
  },
  [RAP_KIND_CODE] = {
    SELECTS ("code", CODE),
    CHANGES ("code", CODE ", folded", "?, ?, ?, ?, ?, ?"),
    NAME ("code", "name"),
  },
  [RAP_KIND_ENTITY] = {
    SELECTS ("entity", ENTITY),
    CHANGES ("entity", ENTITY ", folded", "?, ?, ?, ?, ?"),
    NAME ("entity", "name"),
    .children = {
      CHILD ("entity_name", "name, language, kind", "?3, ?4, ?5"),
      CHILD ("entity_not_same", "entity", "?3"),
    },
  },
  [RAP_KIND_ARTICLE] = {
    SELECTS ("article", ARTICLE),
    CHANGES ("article", ARTICLE ", folded, day_from, day_to", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    NAME ("article", "title"),
  },
  [RAP_KIND_MEETING] = {
    SELECTS ("meeting", MEETING),
    CHANGES ("meeting", MEETING ", folded, day_from, day_to", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    NAME ("meeting", "title"),
    .children = { CHILD ("meeting_participant", "entity, role, capacity", "?3, ?4, ?5") },
  },
  [RAP_KIND_CLAIM] = {
    SELECTS ("claim", CLAIM),
    CHANGES ("claim", CLAIM ", folded, hull_start, hull_end",
             "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
    NAME ("claim", TITLE_OR_QUOTE),
    .children = {
      CHILD ("claim_via", "entity", "?3"),
      CHILD ("claim_code", "code", "?3"),
      CHILD ("claim_meeting", "meeting, aspect, value", "?3, ?4, ?5"),
    },
  },
  [RAP_KIND_MENTION] = {
    SELECTS ("mention", MENTION),
    CHANGES ("mention", MENTION ", hull_start, hull_end", "?, ?, ?, ?, ?, ?, ?, ?"),
    NAME ("mention", "anchor_exact"),
  },
  [RAP_KIND_EVIDENCE] = {
    SELECTS ("evidence", EVIDENCE),
    CHANGES ("evidence", EVIDENCE ", hull_start, hull_end", "?, ?, ?, ?, ?, ?, ?, ?, ?"),
    NAME ("evidence", "anchor_exact"),
  },
  [RAP_KIND_CODING] = {
    SELECTS ("coding", CODING),
    CHANGES ("coding", CODING ", hull_start, hull_end", "?, ?, ?, ?, ?, ?, ?, ?, ?"),
    NAME ("coding", "anchor_exact"),
  },
  [RAP_KIND_RELATION] = {
    SELECTS ("relation", RELATION),
    CHANGES ("relation", RELATION, "?, ?, ?, ?"),
    NAME ("relation", "kind"),
  },
};
