/* rap-store-record.c
 *
 * From rows to records: walks the fields of a kind and the columns of its
 * select side by side, then fetches the children by their owner's row. What a
 * file from a stranger may hold (an unknown word, a date that does not parse,
 * ranges out of order) is RAP_ERROR_DAMAGED with the object's id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

typedef struct
{
  RapStore     *store;
  RapKind       kind;
  RapRecord    *record;
  RapStatement *statement;
  gint64        row;
  int           column;     /* the next one */
  guint         child;      /* the next child table */
} Reader;

static gboolean
set_bad_value (Reader          *self,
               const RapField  *field,
               const char      *value,
               GError         **error)
{
  rap_store_set_damaged (self->store, self->kind, self->record->id, error,
                         "%s: “%s” makes no sense", field->name, value != NULL ? value : "null");
  return FALSE;
}

static gboolean
parse_word (Reader               *self,
            const RapField       *field,
            const RapVocabulary  *vocabulary,
            const char           *nick,
            guint                *value,
            GError              **error)
{
  if (rap_vocabulary_parse (vocabulary, nick, value))
    return TRUE;
  return set_bad_value (self, field, nick, error);
}

static gboolean
read_date (Reader          *self,
           const RapField  *field,
           RapEdtf        **date,
           GError         **error)
{
  const char *text = rap_statement_text (self->statement, self->column++);

  g_clear_pointer (date, rap_edtf_unref);
  if (text == NULL)
    return TRUE;
  *date = rap_edtf_parse (text, NULL);
  return *date != NULL || set_bad_value (self, field, text, error);
}

char *
rap_store_format_ranges (const RapRange *ranges,
                         guint           n_ranges)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < n_ranges; i++)
    g_string_append_printf (text, "%s[%u,%u]", i > 0 ? "," : "", ranges[i].start, ranges[i].end);
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/* A number followed by @after. */
static gboolean
read_number (const char **text,
             char         after,
             guint       *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  value = g_ascii_strtoull (*text, &end, 10);
  if (value > G_MAXUINT || *end != after)
    return FALSE;
  *text = end + 1;
  *number = value;
  return TRUE;
}

static gboolean
read_range (const char **text,
            RapRange    *range)
{
  if (**text != '[')
    return FALSE;
  (*text)++;
  return read_number (text, ',', &range->start) && read_number (text, ']', &range->end);
}

GArray *
rap_store_parse_ranges (const char *text)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));

  if (text == NULL || *text++ != '[')
    return NULL;
  while (*text != ']')
    {
      RapRange range;

      if (ranges->len > 0 && *text++ != ',')
        return NULL;
      if (!read_range (&text, &range))
        return NULL;
      g_array_append_val (ranges, range);
    }
  return text[1] == '\0' ? g_steal_pointer (&ranges) : NULL;
}

static gboolean
read_ranges (Reader          *self,
             const RapField  *field,
             GArray         **member,
             GError         **error)
{
  const char *text = rap_statement_text (self->statement, self->column++);
  GArray *ranges = rap_store_parse_ranges (text);

  if (ranges == NULL)
    return set_bad_value (self, field, text, error);
  g_clear_pointer (member, g_array_unref);
  *member = ranges;
  return TRUE;
}

static gboolean
read_anchor (Reader          *self,
             const RapField  *field,
             RapAnchor      **member,
             GError         **error)
{
  int column = self->column;
  const char *text = rap_statement_text (self->statement, column);
  g_autoptr (GArray) ranges = NULL;

  self->column += 4;
  if (text == NULL)
    return TRUE;
  ranges = rap_store_parse_ranges (text);
  if (ranges == NULL || ranges->len == 0)
    return set_bad_value (self, field, text, error);
  *member = rap_anchor_new_raw ((const RapRange *) (gpointer) ranges->data, ranges->len,
                                rap_statement_text (self->statement, column + 1),
                                rap_statement_text (self->statement, column + 2),
                                rap_statement_text (self->statement, column + 3));
  return TRUE;
}

static gboolean
read_grade (Reader          *self,
            const RapField  *field,
            guint           *member,
            GError         **error)
{
  gint64 value = rap_statement_int (self->statement, self->column++);

  if (value < 0 || value > 6)
    return set_bad_value (self, field, "out of range", error);
  *member = value;
  return TRUE;
}

static gpointer
read_part (Reader          *self,
           const RapField  *field,
           RapStatement    *child,
           GError         **error)
{
  const char *first = rap_statement_text (child, 0);
  guint value;

  switch ((int) field->type)
    {
    case RAP_FIELD_NAMES:
      return parse_word (self, field, &rap_name_kind_vocabulary, rap_statement_text (child, 2), &value, error)
        ? rap_name_new (first, rap_statement_text (child, 1), value) : NULL;
    case RAP_FIELD_PARTICIPANTS:
      return parse_word (self, field, &rap_role_vocabulary, rap_statement_text (child, 1), &value, error)
        ? rap_participant_new (first, value, rap_statement_text (child, 2)) : NULL;
    default:
      return parse_word (self, field, &rap_aspect_vocabulary, rap_statement_text (child, 1), &value, error)
        ? rap_claim_meeting_new (first, value, rap_statement_text (child, 2)) : NULL;
    }
}

static GDestroyNotify
get_part_free (RapFieldType type)
{
  return type == RAP_FIELD_NAMES ? (GDestroyNotify) rap_name_free
       : type == RAP_FIELD_PARTICIPANTS ? (GDestroyNotify) rap_participant_free
       : (GDestroyNotify) rap_claim_meeting_free;
}

static RapStatement *
get_child (Reader *self)
{
  const RapChildTable *table = &rap_tables[self->kind].children[self->child++];
  RapStatement *child = rap_statement_get (self->store, table->select);

  rap_statement_bind_int (child, self->row);
  return child;
}

static gboolean
read_parts (Reader          *self,
            const RapField  *field,
            GPtrArray      **member,
            GError         **error)
{
  g_autoptr (RapStatement) child = get_child (self);
  g_autoptr (GError) failure = NULL;

  g_clear_pointer (member, g_ptr_array_unref);
  while (rap_statement_next (child, &failure))
    {
      gpointer part = read_part (self, field, child, error);

      if (part == NULL)
        return FALSE;
      if (*member == NULL)
        *member = g_ptr_array_new_with_free_func (get_part_free (field->type));
      g_ptr_array_add (*member, part);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_ids (Reader   *self,
          char   ***member,
          GError  **error)
{
  g_autoptr (RapStatement) child = get_child (self);
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (child, &failure))
    {
      if (builder == NULL)
        builder = g_strv_builder_new ();
      g_strv_builder_add (builder, rap_statement_text (child, 0));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_clear_pointer (member, g_strfreev);
  if (builder != NULL)
    *member = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_field (Reader          *self,
            const RapField  *field,
            GError         **error)
{
  gpointer member = G_STRUCT_MEMBER_P (self->record, field->offset);

  switch (field->type)
    {
    case RAP_FIELD_STRING:
    case RAP_FIELD_REF:
      rap_set_string (member, rap_statement_text (self->statement, self->column++));
      return TRUE;
    case RAP_FIELD_BOOL:
      *(gboolean *) member = rap_statement_int (self->statement, self->column++) != 0;
      return TRUE;
    case RAP_FIELD_GRADE:
      return read_grade (self, field, member, error);
    case RAP_FIELD_ENUM:
      return parse_word (self, field, field->vocabulary,
                         rap_statement_text (self->statement, self->column++), member, error);
    case RAP_FIELD_EDTF:
      return read_date (self, field, member, error);
    case RAP_FIELD_RANGES:
      return read_ranges (self, field, member, error);
    case RAP_FIELD_ANCHOR:
      return read_anchor (self, field, member, error);
    case RAP_FIELD_REFS:
      return read_ids (self, member, error);
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      return read_parts (self, field, member, error);
    case RAP_FIELD_TEXT:       /* fetched by its hash */
    case RAP_FIELD_EARLIEST:
    case RAP_FIELD_LATEST:
    default:
      return TRUE;
    }
}

RapText *
rap_store_load_text (RapStore    *self,
                     const char  *sha256,
                     GError     **error)
{
  static const char sql[] = "SELECT text FROM article_text WHERE sha256 = ?1";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autoptr (GError) failure = NULL;
  RapText *text;

  rap_statement_bind_text (statement, sha256);
  if (!rap_statement_next (statement, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: the text with hash %s is missing",
                     self->path, sha256);
      return NULL;
    }
  text = rap_text_new (rap_statement_text (statement, 0));
  if (text == NULL)
    g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: the text with hash %s is not valid UTF-8",
                 self->path, sha256);
  return text;
}

static gboolean
read_text (Reader  *self,
           GError **error)
{
  RapArticle *article = RAP_ARTICLE (self->record);
  RapStore *store = self->store;

  if (store->text == NULL || g_strcmp0 (store->text_sha256, article->sha256) != 0)
    {
      g_clear_pointer (&store->text, rap_text_unref);
      store->text = rap_store_load_text (store, article->sha256, error);
      rap_set_string (&store->text_sha256, article->sha256);
    }
  article->text = store->text != NULL ? rap_text_ref (store->text) : NULL;
  return article->text != NULL;
}

RapRecord *
rap_store_read_record (RapStore      *self,
                       RapKind        kind,
                       RapStatement  *statement,
                       GError       **error)
{
  g_autoptr (RapRecord) record = rap_record_new (kind);
  Reader reader = { self, kind, record, statement, 0, RAP_N_COMMON_COLUMNS, 0 };
  const RapField *fields;
  guint n_fields;

  reader.row = rap_statement_int (statement, RAP_COLUMN_ROW);
  rap_set_string (&record->id, rap_statement_text (statement, RAP_COLUMN_ID));
  record->created = rap_statement_int (statement, RAP_COLUMN_CREATED);
  record->modified = rap_statement_int (statement, RAP_COLUMN_MODIFIED);
  rap_set_string (&record->analyst, rap_statement_text (statement, RAP_COLUMN_ANALYST));

  fields = rap_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!read_field (&reader, &fields[i], error))
      return NULL;
  if (kind == RAP_KIND_ARTICLE && !read_text (&reader, error))
    return NULL;
  rap_record_seal (record);
  return g_steal_pointer (&record);
}

RapRecord *
rap_store_load_row (RapStore  *self,
                    RapKind    kind,
                    gint64     row,
                    GError   **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, rap_tables[kind].by_row);
  g_autoptr (GError) failure = NULL;

  rap_statement_bind_int (statement, row);
  if (rap_statement_next (statement, &failure))
    return rap_store_read_record (self, kind, statement, error);
  if (failure == NULL)
    g_set_error (&failure, RAP_ERROR, RAP_ERROR_NOT_FOUND, "%s: there is no %s in row %" G_GINT64_FORMAT,
                 self->path, rap_kind_get_nick (kind), row);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

char *
rap_store_get_folded (const RapRecord *record)
{
  g_autoptr (GString) words = g_string_new (NULL);
  RapRecord *self = (RapRecord *) record;

  switch ((int) rap_record_get_kind (record))
    {
    case RAP_KIND_CODE:
      g_string_printf (words, "%s %s", RAP_CODE (self)->name, RAP_CODE (self)->description);
      break;
    case RAP_KIND_ENTITY:
      g_string_assign (words, RAP_ENTITY (self)->name);
      for (guint i = 0; RAP_ENTITY (self)->names != NULL && i < RAP_ENTITY (self)->names->len; i++)
        g_string_append_printf (words, " %s", ((RapName *) RAP_ENTITY (self)->names->pdata[i])->name);
      break;
    case RAP_KIND_ARTICLE:
      g_string_assign (words, RAP_ARTICLE (self)->title);
      break;
    case RAP_KIND_MEETING:
      g_string_printf (words, "%s %s", RAP_MEETING (self)->title, RAP_MEETING (self)->place_text);
      break;
    case RAP_KIND_CLAIM:
      g_string_printf (words, "%s %s", RAP_CLAIM (self)->proposition,
                       RAP_CLAIM (self)->content != NULL ? RAP_CLAIM (self)->content->exact : "");
      break;
    default:
      return NULL;
    }
  return rap_store_fold (words->str);
}

const RapEdtf *
rap_store_get_date (const RapRecord *record)
{
  RapRecord *self = (RapRecord *) record;

  return RAP_IS_ARTICLE (self) ? RAP_ARTICLE (self)->published
       : RAP_IS_MEETING (self) ? RAP_MEETING (self)->when
       : NULL;
}
