/* rap-store-check-record.c
 *
 * The rules that concern one record, for every record: it can be read, it obeys
 * the model, its anchors say what the text says, the text has its hash, and the
 * derived columns hold what is derived. And the journal can be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

/* Rows grouped by article, so that a text is loaded once. */
static const char * const rows_sql[RAP_N_KINDS] = {
  [RAP_KIND_PROJECT] = "SELECT row, NULL FROM project",
  [RAP_KIND_CODE] = "SELECT row, NULL FROM code ORDER BY row",
  [RAP_KIND_ENTITY] = "SELECT row, NULL FROM entity ORDER BY row",
  [RAP_KIND_ARTICLE] = "SELECT row, NULL FROM article ORDER BY row",
  [RAP_KIND_MEETING] = "SELECT row, NULL FROM meeting ORDER BY row",
  [RAP_KIND_CLAIM] = "SELECT row, article FROM claim ORDER BY article, row",
  [RAP_KIND_MENTION] = "SELECT row, article FROM mention ORDER BY article, row",
  [RAP_KIND_EVIDENCE] = "SELECT row, article FROM evidence ORDER BY article, row",
  [RAP_KIND_CODING] = "SELECT row, article FROM coding ORDER BY article, row",
  [RAP_KIND_RELATION] = "SELECT row, NULL FROM relation ORDER BY row",
};

/* What is derived, as one string; see get_derived(). */
static const char * const derived_sql[RAP_N_KINDS] = {
  [RAP_KIND_CODE] = "SELECT folded FROM code WHERE row = ?1",
  [RAP_KIND_ENTITY] = "SELECT folded FROM entity WHERE row = ?1",
  [RAP_KIND_ARTICLE] = "SELECT folded || '|' || day_from || '|' || day_to FROM article WHERE row = ?1",
  [RAP_KIND_MEETING] = "SELECT folded || '|' || day_from || '|' || day_to FROM meeting WHERE row = ?1",
  [RAP_KIND_CLAIM] = "SELECT folded || '|' || hull_start || '|' || hull_end FROM claim WHERE row = ?1",
  [RAP_KIND_MENTION] = "SELECT '|' || hull_start || '|' || hull_end FROM mention WHERE row = ?1",
  [RAP_KIND_EVIDENCE] = "SELECT '|' || hull_start || '|' || hull_end FROM evidence WHERE row = ?1",
  [RAP_KIND_CODING] = "SELECT '|' || hull_start || '|' || hull_end FROM coding WHERE row = ?1",
};

/* What the derived columns of @record should hold. (transfer full) */
static char *
get_derived (const RapRecord *record)
{
  g_autofree char *folded = rap_store_get_folded (record);
  const RapAnchor *anchor = rap_record_get_anchor (record);
  const RapEdtf *date = rap_store_get_date (record);
  RapKind kind = rap_record_get_kind (record);

  if (anchor != NULL)
    return g_strdup_printf ("%s|%u|%u", folded != NULL ? folded : "",
                            rap_anchor_get_hull (anchor).start, rap_anchor_get_hull (anchor).end);
  if (kind == RAP_KIND_ARTICLE || kind == RAP_KIND_MEETING)
    return g_strdup_printf ("%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, folded,
                            date != NULL ? date->es : RAP_STORE_UNDATED, date != NULL ? date->le : RAP_STORE_UNDATED);
  return g_steal_pointer (&folded);
}

static gboolean
derived_agrees (RapStore        *self,
                gint64           row,
                const RapRecord *record)
{
  RapKind kind = rap_record_get_kind (record);
  g_autoptr (RapStatement) statement = NULL;
  g_autofree char *derived = NULL;

  if (derived_sql[kind] == NULL)
    return TRUE;
  derived = get_derived (record);
  statement = rap_statement_get (self, derived_sql[kind]);
  rap_statement_bind_int (statement, row);
  return rap_statement_next (statement, NULL) && g_strcmp0 (rap_statement_text (statement, 0), derived) == 0;
}

/* The walk over all records of a kind. */
typedef struct
{
  RapStore  *store;
  GPtrArray *problems;
  char      *article;   /* whose text it is, or NULL */
  RapText   *text;
} Walk;

static void
clear_walk (Walk *self)
{
  g_clear_pointer (&self->article, g_free);
  g_clear_pointer (&self->text, rap_text_unref);
}

static void
take_text (Walk       *self,
           const char *article)
{
  static const char sql[] =
    "SELECT t.text FROM article a JOIN article_text t ON t.sha256 = a.sha256 WHERE a.id = ?1";
  g_autoptr (RapStatement) statement = NULL;

  if (g_strcmp0 (self->article, article) == 0)
    return;
  clear_walk (self);
  self->article = g_strdup (article);
  if (article == NULL)
    return;
  statement = rap_statement_get (self->store, sql);
  rap_statement_bind_text (statement, article);
  if (rap_statement_next (statement, NULL))
    self->text = rap_text_new (rap_statement_text (statement, 0));
}

static void
check_anchors (Walk            *self,
               const RapRecord *record,
               const char      *object)
{
  const RapField *fields;
  guint n_fields;

  fields = rap_kind_get_fields (rap_record_get_kind (record), &n_fields);
  for (guint i = 0; i < n_fields && self->text != NULL; i++)
    {
      const RapAnchor *anchor = fields[i].type == RAP_FIELD_ANCHOR ? rap_record_member (record, &fields[i], RapAnchor *) : NULL;

      if (anchor != NULL && rap_anchor_verify (anchor, self->text) != RAP_ANCHOR_VERIFIED)
        rap_store_add_problem (self->problems, "anchor", object, FALSE,
                               "%s: the quote “%.80s” is not what stands there in the article", fields[i].name, anchor->exact);
    }
}

/* The model has the same rules; these say it more precisely. */
static void
check_article (Walk       *self,
               RapArticle *article,
               const char *object)
{
  g_autofree char *sha256 = rap_text_sha256 (article->text);
  guint length = rap_text_get_length (article->text);

  if (!g_str_equal (sha256, article->sha256))
    rap_store_add_problem (self->problems, "sha256", object, FALSE, "the text is not the one that was imported: its hash is %s", sha256);
  for (guint i = 0; article->body != NULL && i < article->body->len; i++)
    if (g_array_index (article->body, RapRange, i).end > length)
      rap_store_add_problem (self->problems, "text", object, FALSE, "body: a range ends behind the text");
}

static void
check_record (Walk      *self,
              RapRecord *record,
              gint64     row)
{
  g_autofree char *object = g_strdup_printf ("%s %s", rap_kind_get_nick (rap_record_get_kind (record)), record->id);
  g_autoptr (GError) failure = NULL;
  guint n_known = self->problems->len;

  check_anchors (self, record, object);
  if (RAP_IS_ARTICLE (record))
    check_article (self, RAP_ARTICLE (record), object);
  if (self->problems->len == n_known && !rap_record_validate (record, &failure))
    rap_store_add_problem (self->problems, "model", object, FALSE, "%s", failure->message);
  if (!derived_agrees (self->store, row, record))
    rap_store_add_problem (self->problems, "derived", object, TRUE, "its search and sort columns are out of date");
}

/* Which rule a record that cannot be read breaks. */
static void
add_unreadable (Walk         *self,
                RapKind       kind,
                gint64        row,
                const GError *failure)
{
  g_autofree char *object = g_strdup_printf ("%s row %" G_GINT64_FORMAT, rap_kind_get_nick (kind), row);

  rap_store_add_problem (self->problems, "vocabulary", object, FALSE, "%s", failure->message);
}

static void
check_kind (RapStore  *store,
            RapKind    kind,
            GPtrArray *problems)
{
  g_autoptr (RapStatement) statement = rap_statement_get (store, rows_sql[kind]);
  Walk walk = { store, problems, NULL, NULL };
  guint n = 0;

  while (rap_statement_next (statement, NULL))
    {
      gint64 row = rap_statement_int (statement, 0);
      g_autoptr (GError) failure = NULL;
      g_autoptr (RapRecord) record = rap_store_load_row (store, kind, row, &failure);

      n++;
      take_text (&walk, rap_statement_text (statement, 1));
      if (record != NULL)
        check_record (&walk, record, row);
      else
        add_unreadable (&walk, kind, row, failure);
    }
  clear_walk (&walk);
  if (kind == RAP_KIND_PROJECT && n != 1)
    rap_store_add_problem (problems, "integrity", "project", FALSE, "the project's title is missing");
}

static void
check_journal (RapStore  *self,
               GPtrArray *problems)
{
  static const char edits_sql[] =
    "SELECT seq, n FROM journal_edit WHERE coalesce (before, after) IS NULL"
    " OR NOT json_valid (ifnull (before, '{}')) OR NOT json_valid (ifnull (after, '{}')) ORDER BY seq, n";
  static const char groups_sql[] =
    "SELECT seq, n_edits FROM journal_group g WHERE n_edits <> (SELECT count(*) FROM journal_edit e WHERE e.seq = g.seq) ORDER BY seq";
  g_autoptr (RapStatement) edits = rap_statement_get (self, edits_sql);
  g_autoptr (RapStatement) groups = rap_statement_get (self, groups_sql);

  while (rap_statement_next (edits, NULL))
    rap_store_add_problem (problems, "journal", "journal_edit", FALSE,
                           "entry %" G_GINT64_FORMAT " of group %" G_GINT64_FORMAT " cannot be read",
                           rap_statement_int (edits, 1), rap_statement_int (edits, 0));
  while (rap_statement_next (groups, NULL))
    rap_store_add_problem (problems, "journal", "journal_group", FALSE,
                           "group %" G_GINT64_FORMAT " has lost some of its %" G_GINT64_FORMAT " entries",
                           rap_statement_int (groups, 0), rap_statement_int (groups, 1));
}

void
rap_store_check_records (RapStore  *self,
                         GPtrArray *problems)
{
  for (RapKind kind = 0; kind < RAP_N_KINDS; kind++)
    check_kind (self, kind, problems);
  check_journal (self, problems);
}

static gboolean
mend_row (RapStore  *self,
          RapKind    kind,
          gint64     row,
          GError   **error)
{
  g_autoptr (RapRecord) record = rap_store_load_row (self, kind, row, NULL);

  /* What cannot be read stays as it is, and is told by the next check. */
  if (record == NULL || derived_agrees (self, row, record))
    return TRUE;
  return rap_store_rewrite_row (self, row, record, error);
}

gboolean
rap_store_mend_records (RapStore  *self,
                        GError   **error)
{
  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (RapStatement) statement = rap_statement_get (self, rows_sql[kind]);
      g_autoptr (GError) failure = NULL;

      while (rap_statement_next (statement, &failure))
        if (!mend_row (self, kind, rap_statement_int (statement, 0), error))
          return FALSE;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}
