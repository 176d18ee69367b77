/* rap-store-schema.c
 *
 * The schema, as numbered migrations from an empty file. What is written here
 * is frozen once released: a change is a new migration at the end, and a dump
 * of every old version stays with the tests.
 *
 * Tables: one per kind, with a row number for fast joins and the id that JSON
 * and other tables use. Anchors are columns (ranges as JSON pairs, quote,
 * context), because an annotation is then one row; lists of names, parties and
 * references are child tables, so that foreign keys watch them. Texts stand in a
 * table of their own under their hash: scans of articles stay small, the
 * journal need not repeat them, and a deleted article's text is there for undo.
 *
 * Derived columns, written by the store alone and checked by rap_store_check():
 * folded (see rap-store-fold.c), day_from and day_to (earliest and latest day,
 * half-open; the largest integer when undated), hull_start and hull_end (of the
 * anchor that places an annotation).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-migration-private.h"

#define RECORD \
  "  row INTEGER PRIMARY KEY,\n" \
  "  id TEXT NOT NULL UNIQUE,\n" \
  "  created INTEGER NOT NULL,\n" \
  "  modified INTEGER NOT NULL,\n" \
  "  analyst TEXT NOT NULL,\n"

#define LATER " DEFERRABLE INITIALLY DEFERRED"

#define ANCHOR(name) \
  "  " name "_ranges TEXT NOT NULL,\n" \
  "  " name "_exact TEXT NOT NULL,\n" \
  "  " name "_prefix TEXT NOT NULL,\n" \
  "  " name "_suffix TEXT NOT NULL,\n"

#define OPTIONAL_ANCHOR(name) \
  "  " name "_ranges TEXT,\n" \
  "  " name "_exact TEXT,\n" \
  "  " name "_prefix TEXT,\n" \
  "  " name "_suffix TEXT,\n"

#define IN_ARTICLE "  article TEXT NOT NULL REFERENCES article (id)" LATER ",\n"

#define HULL \
  "  hull_start INTEGER NOT NULL,\n" \
  "  hull_end INTEGER NOT NULL"

#define DAYS \
  "  day_from INTEGER NOT NULL,\n" \
  "  day_to INTEGER NOT NULL"

#define ASPECT "aspect IN ('occurrence', 'date', 'place', 'participants', 'topic', 'outcome')"

#define OWNED_BY(kind) \
  "  owner INTEGER NOT NULL REFERENCES " kind " (row) ON DELETE CASCADE" LATER ",\n" \
  "  n INTEGER NOT NULL,\n"

#define END_CHILD ",\n  PRIMARY KEY (owner, n)\n) STRICT, WITHOUT ROWID;\n"

static const char version_1[] =
  "CREATE TABLE project (\n"
  "  row INTEGER PRIMARY KEY CHECK (row = 1),\n"
  "  id TEXT NOT NULL UNIQUE,\n"
  "  created INTEGER NOT NULL,\n"
  "  modified INTEGER NOT NULL,\n"
  "  analyst TEXT NOT NULL,\n"
  "  title TEXT NOT NULL,\n"
  "  note TEXT NOT NULL\n"
  ") STRICT;\n"

  "CREATE TABLE code (\n"
  RECORD
  "  name TEXT NOT NULL,\n"
  "  parent TEXT REFERENCES code (id)" LATER ",\n"
  "  colour TEXT NOT NULL,\n"
  "  key TEXT,\n"
  "  description TEXT NOT NULL,\n"
  "  folded TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX code_by_created ON code (created, id);\n"
  "CREATE INDEX code_by_parent ON code (parent);\n"

  "CREATE TABLE entity (\n"
  RECORD
  "  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'government', 'place', 'outlet')),\n"
  "  name TEXT NOT NULL,\n"
  "  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),\n"
  "  note TEXT NOT NULL,\n"
  "  folded TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX entity_by_created ON entity (created, id);\n"
  "CREATE TABLE entity_name (\n"
  OWNED_BY ("entity")
  "  name TEXT NOT NULL,\n"
  "  language TEXT NOT NULL,\n"
  "  kind TEXT NOT NULL CHECK (kind IN ('alias', 'transliteration', 'original_script', 'former'))"
  END_CHILD
  "CREATE TABLE entity_not_same (\n"
  OWNED_BY ("entity")
  "  entity TEXT NOT NULL REFERENCES entity (id)" LATER
  END_CHILD
  "CREATE INDEX entity_not_same_by_entity ON entity_not_same (entity);\n"

  "CREATE TABLE article_text (\n"
  "  row INTEGER PRIMARY KEY,\n"
  "  sha256 TEXT NOT NULL UNIQUE,\n"
  "  text TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE TABLE article (\n"
  RECORD
  "  title TEXT NOT NULL,\n"
  "  outlet TEXT REFERENCES entity (id)" LATER ",\n"
  "  byline TEXT NOT NULL,\n"
  "  published TEXT,\n"
  "  url TEXT NOT NULL,\n"
  "  language TEXT NOT NULL,\n"
  "  direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),\n"
  "  body TEXT NOT NULL,\n"
  "  sha256 TEXT NOT NULL REFERENCES article_text (sha256)" LATER ",\n"
  "  copied_from TEXT REFERENCES article (id)" LATER ",\n"
  "  note TEXT NOT NULL,\n"
  "  folded TEXT NOT NULL,\n"
  DAYS
  "\n) STRICT;\n"
  "CREATE INDEX article_by_created ON article (created, id);\n"
  "CREATE INDEX article_by_day ON article (day_from, day_to, id);\n"
  "CREATE INDEX article_by_outlet ON article (outlet);\n"
  "CREATE INDEX article_by_copied_from ON article (copied_from);\n"
  "CREATE INDEX article_by_sha256 ON article (sha256);\n"
  "CREATE TABLE article_signature (\n"
  "  article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE" LATER ",\n"
  "  signature BLOB NOT NULL\n"
  ") STRICT;\n"
  "CREATE VIEW article_content AS\n"
  "  SELECT a.row AS row, a.title AS title, t.text AS text\n"
  "  FROM article a JOIN article_text t ON t.sha256 = a.sha256;\n"
  "CREATE VIRTUAL TABLE article_fts USING fts5 (title, text, content='article_content', content_rowid='row',\n"
  "  tokenize='unicode61 remove_diacritics 2');\n"

  "CREATE TABLE meeting (\n"
  RECORD
  "  title TEXT NOT NULL,\n"
  "  mode TEXT NOT NULL CHECK (mode IN ('visit', 'third_party', 'multilateral', 'remote', 'unknown')),\n"
  "  status TEXT NOT NULL CHECK (status IN ('held', 'planned', 'cancelled', 'reported_only')),\n"
  "  date TEXT,\n"
  "  place TEXT REFERENCES entity (id)" LATER ",\n"
  "  place_text TEXT NOT NULL,\n"
  "  topic TEXT NOT NULL,\n"
  "  outcome TEXT NOT NULL,\n"
  "  note TEXT NOT NULL,\n"
  "  folded TEXT NOT NULL,\n"
  DAYS
  "\n) STRICT;\n"
  "CREATE INDEX meeting_by_created ON meeting (created, id);\n"
  "CREATE INDEX meeting_by_day ON meeting (day_from, day_to, id);\n"
  "CREATE INDEX meeting_by_place ON meeting (place);\n"
  "CREATE TABLE meeting_participant (\n"
  OWNED_BY ("meeting")
  "  entity TEXT NOT NULL REFERENCES entity (id)" LATER ",\n"
  "  role TEXT NOT NULL CHECK (role IN ('participant', 'host', 'visitor', 'mediator')),\n"
  "  capacity TEXT NOT NULL"
  END_CHILD
  "CREATE INDEX meeting_participant_by_entity ON meeting_participant (entity);\n"

  "CREATE TABLE claim (\n"
  RECORD
  IN_ARTICLE
  ANCHOR ("content")
  OPTIONAL_ANCHOR ("cue")
  OPTIONAL_ANCHOR ("source")
  "  proposition TEXT NOT NULL,\n"
  "  speaker TEXT REFERENCES entity (id)" LATER ",\n"
  "  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),\n"
  "  mode TEXT NOT NULL CHECK (mode IN ('quote', 'indirect', 'mixed', 'narration')),\n"
  "  certainty TEXT NOT NULL CHECK (certainty IN ('CT', 'PR', 'PS', 'U')),\n"
  "  polarity TEXT NOT NULL CHECK (polarity IN ('+', '-', 'u')),\n"
  "  tense TEXT NOT NULL CHECK (tense IN ('past', 'present', 'future')),\n"
  "  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),\n"
  "  note TEXT NOT NULL,\n"
  "  folded TEXT NOT NULL,\n"
  HULL
  "\n) STRICT;\n"
  "CREATE INDEX claim_by_created ON claim (created, id);\n"
  "CREATE INDEX claim_by_article ON claim (article, hull_start, hull_end);\n"
  "CREATE INDEX claim_by_speaker ON claim (speaker);\n"
  "CREATE TABLE claim_via (\n"
  OWNED_BY ("claim")
  "  entity TEXT NOT NULL REFERENCES entity (id)" LATER
  END_CHILD
  "CREATE INDEX claim_via_by_entity ON claim_via (entity);\n"
  "CREATE TABLE claim_code (\n"
  OWNED_BY ("claim")
  "  code TEXT NOT NULL REFERENCES code (id)" LATER
  END_CHILD
  "CREATE INDEX claim_code_by_code ON claim_code (code);\n"
  "CREATE TABLE claim_meeting (\n"
  OWNED_BY ("claim")
  "  meeting TEXT NOT NULL REFERENCES meeting (id)" LATER ",\n"
  "  aspect TEXT NOT NULL CHECK (" ASPECT "),\n"
  "  value TEXT"
  END_CHILD
  "CREATE INDEX claim_meeting_by_meeting ON claim_meeting (meeting);\n"

  "CREATE TABLE mention (\n"
  RECORD
  IN_ARTICLE
  ANCHOR ("anchor")
  "  entity TEXT NOT NULL REFERENCES entity (id)" LATER ",\n"
  HULL
  "\n) STRICT;\n"
  "CREATE INDEX mention_by_created ON mention (created, id);\n"
  "CREATE INDEX mention_by_article ON mention (article, hull_start, hull_end);\n"
  "CREATE INDEX mention_by_entity ON mention (entity);\n"

  "CREATE TABLE evidence (\n"
  RECORD
  IN_ARTICLE
  ANCHOR ("anchor")
  "  meeting TEXT NOT NULL REFERENCES meeting (id)" LATER ",\n"
  "  aspect TEXT NOT NULL CHECK (" ASPECT "),\n"
  HULL
  "\n) STRICT;\n"
  "CREATE INDEX evidence_by_created ON evidence (created, id);\n"
  "CREATE INDEX evidence_by_article ON evidence (article, hull_start, hull_end);\n"
  "CREATE INDEX evidence_by_meeting ON evidence (meeting);\n"

  "CREATE TABLE coding (\n"
  RECORD
  IN_ARTICLE
  ANCHOR ("anchor")
  "  code TEXT NOT NULL REFERENCES code (id)" LATER ",\n"
  "  note TEXT NOT NULL,\n"
  HULL
  "\n) STRICT;\n"
  "CREATE INDEX coding_by_created ON coding (created, id);\n"
  "CREATE INDEX coding_by_article ON coding (article, hull_start, hull_end);\n"
  "CREATE INDEX coding_by_code ON coding (code);\n"

  "CREATE TABLE relation (\n"
  RECORD
  "  kind TEXT NOT NULL CHECK (kind IN ('repeats', 'supports', 'contradicts')),\n"
  "  from_claim TEXT NOT NULL REFERENCES claim (id)" LATER ",\n"
  "  to_claim TEXT NOT NULL REFERENCES claim (id)" LATER ",\n"
  "  note TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX relation_by_created ON relation (created, id);\n"
  "CREATE INDEX relation_by_from ON relation (from_claim);\n"
  "CREATE INDEX relation_by_to ON relation (to_claim);\n"

  /* state: 0 done, 1 undone, 2 discarded (undone, then overtaken) */
  "CREATE TABLE journal_group (\n"
  "  seq INTEGER PRIMARY KEY AUTOINCREMENT,\n"
  "  time INTEGER NOT NULL,\n"
  "  analyst TEXT NOT NULL,\n"
  "  label TEXT NOT NULL,\n"
  "  origin TEXT NOT NULL,\n"
  "  state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),\n"
  "  n_edits INTEGER NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX journal_group_undone ON journal_group (seq) WHERE state = 1;\n"
  "CREATE TABLE journal_edit (\n"
  "  seq INTEGER NOT NULL REFERENCES journal_group (seq)" LATER ",\n"
  "  n INTEGER NOT NULL,\n"
  "  kind TEXT NOT NULL CHECK (kind IN ('project', 'code', 'entity', 'article', 'meeting', 'claim', 'mention',\n"
  "    'evidence', 'coding', 'relation')),\n"
  "  id TEXT NOT NULL,\n"
  "  before TEXT,\n"
  "  after TEXT,\n"
  "  PRIMARY KEY (seq, n)\n"
  ") STRICT;\n"
  "PRAGMA application_id = 0x52415050;\n"
  "PRAGMA user_version = 1;\n";

/* By id and without a reference: what was detected in an article, and how far it
 * was read, is there again when its deletion is undone. */
static const char version_2[] =
  "CREATE TABLE article_detected (\n"
  "  article TEXT NOT NULL,\n"
  "  member TEXT NOT NULL,\n"
  "  value TEXT NOT NULL,\n"
  "  found TEXT NOT NULL,\n"
  "  PRIMARY KEY (article, member)\n"
  ") STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE article_reading (\n"
  "  article TEXT NOT NULL PRIMARY KEY,\n"
  "  state TEXT NOT NULL CHECK (state IN ('unread', 'read', 'done')),\n"
  "  position INTEGER NOT NULL CHECK (position >= 0),\n"
  "  updated INTEGER NOT NULL\n"
  ") STRICT, WITHOUT ROWID;\n"
  "PRAGMA user_version = 2;\n";

/* The folded columns and the index of words know more letters as one; what is
 * folded already folds on to what the text itself folds to. */
static const char version_3[] =
  "DROP TABLE article_fts;\n"
  "CREATE VIRTUAL TABLE article_fts USING fts5 (title, text, content='article_content', content_rowid='row',\n"
  "  tokenize='rapporteur');\n"
  "INSERT INTO article_fts (article_fts) VALUES ('rebuild');\n"
  "UPDATE article SET folded = rap_fold (folded) WHERE folded <> rap_fold (folded);\n"
  "UPDATE entity SET folded = rap_fold (folded) WHERE folded <> rap_fold (folded);\n"
  "UPDATE meeting SET folded = rap_fold (folded) WHERE folded <> rap_fold (folded);\n"
  "UPDATE claim SET folded = rap_fold (folded) WHERE folded <> rap_fold (folded);\n"
  "UPDATE code SET folded = rap_fold (folded) WHERE folded <> rap_fold (folded);\n"
  "PRAGMA user_version = 3;\n";

const RapMigration rap_migrations[] = {
  { 1, "the first schema", version_1 },
  { 2, "where metadata was detected, and the reader's marks", version_2 },
  { 3, "search across the spellings of Arabic and Persian keyboards, and in Chinese", version_3 },
};

const guint rap_n_migrations = G_N_ELEMENTS (rap_migrations);
