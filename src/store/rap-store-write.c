/* rap-store-write.c
 *
 * From records to rows: applies a group of edits inside the transaction that is
 * open. Each before must be what is stored, member for member, or the group is
 * stale. Children are written anew with their owner. The search index follows
 * an article's title and text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

static void
bind_anchor (RapStatement    *statement,
             const RapAnchor *anchor,
             GPtrArray       *strings)
{
  char *ranges;

  if (anchor == NULL)
    {
      for (int i = 0; i < 4; i++)
        rap_statement_bind_null (statement);
      return;
    }
  ranges = rap_store_format_ranges (anchor->ranges, anchor->n_ranges);
  g_ptr_array_add (strings, ranges);
  rap_statement_bind_text (statement, ranges);
  rap_statement_bind_text (statement, anchor->exact);
  rap_statement_bind_text (statement, anchor->prefix);
  rap_statement_bind_text (statement, anchor->suffix);
}

static void
bind_ranges (RapStatement *statement,
             GArray       *ranges,
             GPtrArray    *strings)
{
  char *text = ranges != NULL
    ? rap_store_format_ranges ((const RapRange *) (gpointer) ranges->data, ranges->len)
    : g_strdup ("[]");

  g_ptr_array_add (strings, text);
  rap_statement_bind_text (statement, text);
}

/* @strings keeps what is made here until the statement has run. */
static void
bind_field (RapStatement    *statement,
            const RapRecord *record,
            const RapField  *field,
            GPtrArray       *strings)
{
  switch (field->type)
    {
    case RAP_FIELD_STRING:
    case RAP_FIELD_REF:
      rap_statement_bind_text (statement, rap_record_member (record, field, char *));
      break;
    case RAP_FIELD_BOOL:
      rap_statement_bind_int (statement, rap_record_member (record, field, gboolean) ? 1 : 0);
      break;
    case RAP_FIELD_GRADE:
      if (rap_record_member (record, field, guint) > 0)
        rap_statement_bind_int (statement, rap_record_member (record, field, guint));
      else
        rap_statement_bind_null (statement);
      break;
    case RAP_FIELD_ENUM:
      rap_statement_bind_text (statement, rap_vocabulary_nick (field->vocabulary, rap_record_member (record, field, guint)));
      break;
    case RAP_FIELD_EDTF:
      {
        const RapEdtf *date = rap_record_member (record, field, RapEdtf *);

        rap_statement_bind_text (statement, date != NULL ? date->text : NULL);
      }
      break;
    case RAP_FIELD_RANGES:
      bind_ranges (statement, rap_record_member (record, field, GArray *), strings);
      break;
    case RAP_FIELD_ANCHOR:
      bind_anchor (statement, rap_record_member (record, field, RapAnchor *), strings);
      break;
    case RAP_FIELD_TEXT:
    case RAP_FIELD_REFS:
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
    case RAP_FIELD_EARLIEST:
    case RAP_FIELD_LATEST:
    default:
      break;
    }
}

static void
bind_derived (RapStatement    *statement,
              const RapRecord *record,
              GPtrArray       *strings)
{
  char *folded = rap_store_get_folded (record);
  const RapAnchor *anchor = rap_record_get_anchor (record);
  const RapEdtf *date = rap_store_get_date (record);
  RapKind kind = rap_record_get_kind (record);

  if (folded != NULL)
    {
      g_ptr_array_add (strings, folded);
      rap_statement_bind_text (statement, folded);
    }
  if (kind == RAP_KIND_ARTICLE || kind == RAP_KIND_MEETING)
    {
      rap_statement_bind_int (statement, date != NULL ? date->es : RAP_STORE_UNDATED);
      rap_statement_bind_int (statement, date != NULL ? date->le : RAP_STORE_UNDATED);
    }
  if (anchor != NULL)
    {
      rap_statement_bind_int (statement, rap_anchor_get_hull (anchor).start);
      rap_statement_bind_int (statement, rap_anchor_get_hull (anchor).end);
    }
}

/* Inserts (@row 0) or updates the record's own row. */
static gboolean
write_row (RapStore         *self,
           const char       *sql,
           gint64            row,
           const RapRecord  *record,
           GError          **error)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  const RapField *fields;
  guint n_fields;

  if (row != 0)
    rap_statement_bind_int (statement, row);
  else
    rap_statement_bind_null (statement);
  rap_statement_bind_text (statement, record->id);
  rap_statement_bind_int (statement, record->created);
  rap_statement_bind_int (statement, record->modified);
  rap_statement_bind_text (statement, record->analyst);
  fields = rap_kind_get_fields (rap_record_get_kind (record), &n_fields);
  for (guint i = 0; i < n_fields; i++)
    bind_field (statement, record, &fields[i], strings);
  bind_derived (statement, record, strings);
  return rap_statement_run (statement, error);
}

gboolean
rap_store_rewrite_row (RapStore         *self,
                       gint64            row,
                       const RapRecord  *record,
                       GError          **error)
{
  return write_row (self, rap_tables[rap_record_get_kind (record)].update, row, record, error);
}

static void
bind_part (RapStatement   *statement,
           const RapField *field,
           gconstpointer   part)
{
  const RapName *name = part;
  const RapParticipant *participant = part;
  const RapClaimMeeting *link = part;

  switch ((int) field->type)
    {
    case RAP_FIELD_NAMES:
      rap_statement_bind_text (statement, name->name);
      rap_statement_bind_text (statement, name->language);
      rap_statement_bind_text (statement, rap_vocabulary_nick (&rap_name_kind_vocabulary, name->kind));
      break;
    case RAP_FIELD_PARTICIPANTS:
      rap_statement_bind_text (statement, participant->entity);
      rap_statement_bind_text (statement, rap_vocabulary_nick (&rap_role_vocabulary, participant->role));
      rap_statement_bind_text (statement, participant->capacity);
      break;
    case RAP_FIELD_LINKS:
      rap_statement_bind_text (statement, link->meeting);
      rap_statement_bind_text (statement, rap_vocabulary_nick (&rap_aspect_vocabulary, link->aspect));
      rap_statement_bind_text (statement, link->value);
      break;
    default: /* an id */
      rap_statement_bind_text (statement, part);
      break;
    }
}

static gboolean
insert_child (RapStore        *self,
              const char      *sql,
              gint64           owner,
              guint            n,
              const RapField  *field,
              gconstpointer    part,
              GError         **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  rap_statement_bind_int (statement, owner);
  rap_statement_bind_int (statement, n);
  bind_part (statement, field, part);
  return rap_statement_run (statement, error);
}

static gboolean
insert_list (RapStore         *self,
             const char       *sql,
             gint64            owner,
             const RapRecord  *record,
             const RapField   *field,
             GError          **error)
{
  if (field->type == RAP_FIELD_REFS)
    {
      char **ids = rap_record_member (record, field, char **);

      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        if (!insert_child (self, sql, owner, i, field, ids[i], error))
          return FALSE;
    }
  else
    {
      GPtrArray *parts = rap_record_member (record, field, GPtrArray *);

      for (guint i = 0; parts != NULL && i < parts->len; i++)
        if (!insert_child (self, sql, owner, i, field, parts->pdata[i], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
insert_children (RapStore         *self,
                 gint64            owner,
                 const RapRecord  *record,
                 GError          **error)
{
  RapKind kind = rap_record_get_kind (record);
  const RapChildTable *child = rap_tables[kind].children;
  const RapField *fields;
  guint n_fields;

  fields = rap_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    switch ((int) fields[i].type)
      {
      case RAP_FIELD_REFS:
      case RAP_FIELD_NAMES:
      case RAP_FIELD_PARTICIPANTS:
      case RAP_FIELD_LINKS:
        if (!insert_list (self, child++->insert, owner, record, &fields[i], error))
          return FALSE;
        break;
      default:
        break;
      }
  return TRUE;
}

static gboolean
run_for_row (RapStore    *self,
             const char  *sql,
             gint64       row,
             GError     **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  rap_statement_bind_int (statement, row);
  return rap_statement_run (statement, error);
}

static gboolean
remove_children (RapStore  *self,
                 RapKind    kind,
                 gint64     owner,
                 GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rap_tables[kind].children); i++)
    {
      const char *sql = rap_tables[kind].children[i].remove;

      if (sql != NULL && !run_for_row (self, sql, owner, error))
        return FALSE;
    }
  return TRUE;
}

/* Texts are shared by hash; another text under the same hash is an error. */
static gboolean
insert_text (RapStore    *self,
             RapArticle  *article,
             GError     **error)
{
  static const char sql[] = "INSERT INTO article_text (sha256, text) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  const char *utf8 = article->text != NULL ? rap_text_get_utf8 (article->text) : "";
  g_autoptr (RapText) stored = NULL;

  rap_statement_bind_text (statement, article->sha256);
  rap_statement_bind_text (statement, utf8);
  if (!rap_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 1)
    return TRUE;
  stored = rap_store_load_text (self, article->sha256, error);
  if (stored != NULL && !g_str_equal (rap_text_get_utf8 (stored), utf8))
    g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "article %s: sha256: is that of another text",
                 ((RapRecord *) article)->id);
  return stored != NULL && g_str_equal (rap_text_get_utf8 (stored), utf8);
}

static gboolean
index_article (RapStore    *self,
               gint64       row,
               RapArticle  *article,
               GError     **error)
{
  static const char sql[] = "INSERT INTO article_fts (rowid, title, text) VALUES (?1, ?2, ?3)";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  rap_statement_bind_int (statement, row);
  rap_statement_bind_text (statement, article->title);
  rap_statement_bind_text (statement, article->text != NULL ? rap_text_get_utf8 (article->text) : "");
  return rap_statement_run (statement, error);
}

/* Before the row changes: the index wants to be told what it forgets. */
static gboolean
unindex_article (RapStore  *self,
                 gint64     row,
                 GError   **error)
{
  static const char sql[] =
    "INSERT INTO article_fts (article_fts, rowid, title, text)"
    " SELECT 'delete', row, title, text FROM article_content WHERE row = ?1";

  return run_for_row (self, sql, row, error);
}

static gboolean
sign_article (RapStore    *self,
              gint64       row,
              RapArticle  *article,
              GError     **error)
{
  static const char sql[] = "INSERT INTO article_signature (article, signature) VALUES (?1, ?2)";
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (RapStatement) statement = NULL;

  if (self->signature_func != NULL)
    signature = self->signature_func (article, self->signature_data);
  if (signature == NULL)
    return TRUE;
  statement = rap_statement_get (self, sql);
  rap_statement_bind_int (statement, row);
  rap_statement_bind_blob (statement, g_bytes_get_data (signature, NULL), g_bytes_get_size (signature));
  return rap_statement_run (statement, error);
}

static gboolean
set_stale (RapStore         *self,
           const RapRecord  *record,
           const char       *why,
           GError          **error)
{
  g_set_error (error, RAP_ERROR, RAP_ERROR_STALE, "%s: %s %s: %s",
               self->path, rap_kind_get_nick (rap_record_get_kind (record)), record->id, why);
  return FALSE;
}

static gboolean
insert_record (RapStore   *self,
               RapRecord  *record,
               GError    **error)
{
  RapKind kind = rap_record_get_kind (record);
  gboolean is_article = kind == RAP_KIND_ARTICLE;
  gint64 row;

  if (rap_store_get_row (self, kind, record->id) != 0)
    return set_stale (self, record, "is there already", error);
  if (is_article && !insert_text (self, RAP_ARTICLE (record), error))
    return FALSE;
  if (!write_row (self, rap_tables[kind].insert, 0, record, error))
    return FALSE;
  row = sqlite3_last_insert_rowid (self->db);
  if (is_article)
    return index_article (self, row, RAP_ARTICLE (record), error)
        && sign_article (self, row, RAP_ARTICLE (record), error);
  return insert_children (self, row, record, error);
}

/* The row of @before if that is what is stored, else 0. */
static gint64
expect_stored (RapStore   *self,
               RapRecord  *before,
               GError    **error)
{
  RapKind kind = rap_record_get_kind (before);
  gint64 row = rap_store_get_row (self, kind, before->id);
  g_autoptr (RapRecord) stored = NULL;

  if (row == 0)
    return set_stale (self, before, "is no longer there", error);
  stored = rap_store_load_row (self, kind, row, error);
  if (stored == NULL)
    return 0;
  if (!rap_record_equal (stored, before))
    return set_stale (self, before, "was changed in the meantime", error);
  return row;
}

static gboolean
delete_record (RapStore   *self,
               RapRecord  *before,
               GError    **error)
{
  RapKind kind = rap_record_get_kind (before);
  gint64 row = expect_stored (self, before, error);

  if (row == 0)
    return FALSE;
  if (kind == RAP_KIND_ARTICLE && !unindex_article (self, row, error))
    return FALSE;
  return remove_children (self, kind, row, error)
      && run_for_row (self, rap_tables[kind].remove, row, error);
}

static gboolean
replace_article (RapStore    *self,
                 gint64       row,
                 RapArticle  *before,
                 RapArticle  *after,
                 GError     **error)
{
  gboolean same_words = g_str_equal (before->title, after->title) && g_str_equal (before->sha256, after->sha256);

  if (!same_words && !unindex_article (self, row, error))
    return FALSE;
  return insert_text (self, after, error)
      && write_row (self, rap_tables[RAP_KIND_ARTICLE].update, row, (RapRecord *) after, error)
      && (same_words || index_article (self, row, after, error));
}

static gboolean
replace_record (RapStore   *self,
                RapRecord  *before,
                RapRecord  *after,
                GError    **error)
{
  RapKind kind = rap_record_get_kind (before);
  gint64 row = expect_stored (self, before, error);

  if (row == 0)
    return FALSE;
  if (kind == RAP_KIND_ARTICLE)
    return replace_article (self, row, RAP_ARTICLE (before), RAP_ARTICLE (after), error);
  return write_row (self, rap_tables[kind].update, row, after, error)
      && remove_children (self, kind, row, error)
      && insert_children (self, row, after, error);
}

gboolean
rap_store_apply_edit (RapStore       *self,
                      const RapEdit  *edit,
                      GError        **error)
{
  if (edit->before == NULL)
    return insert_record (self, edit->after, error);
  if (edit->after == NULL)
    return delete_record (self, edit->before, error);
  return replace_record (self, edit->before, edit->after, error);
}

gboolean
rap_store_apply_edits (RapStore        *self,
                       const RapEdits  *edits,
                       GError         **error)
{
  for (guint i = 0; i < edits->edits->len; i++)
    if (!rap_store_apply_edit (self, rap_edits_get (edits, i), error))
      return FALSE;
  return TRUE;
}
