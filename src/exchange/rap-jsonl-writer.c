/* rap-jsonl-writer.c
 *
 * What is resolved is remembered in its short form, so that a hundred thousand
 * claims ask for each name once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-jsonl-writer.h"

/* Lines between two looks at whether the sink still takes what is written. */
#define FLUSH_EVERY 256

/**
 * Head: what a line says of its article
 */
typedef struct
{
  char *title;
  char *outlet_name;
  char *published;
  char *language;
} Head;

/* Lives on the stack of the public functions. */
typedef struct
{
  RapJsonWriter         *writer;
  const RapRecordSource *source;
  GHashTable            *names;    /* id -> name, both owned */
  GHashTable            *heads;    /* article id -> Head, both owned */
  guint                  n_written;
} Lines;

static void
head_free (gpointer data)
{
  Head *self = data;

  g_free (self->title);
  g_free (self->outlet_name);
  g_free (self->published);
  g_free (self->language);
  g_free (self);
}

static RapRecord *
find (Lines      *self,
      RapKind     kind,
      const char *id)
{
  return self->source->find (kind, id, self->source->user_data);
}

/* The name of a record, or NULL. */
static const char *
get_name (Lines      *self,
          RapKind     kind,
          const char *id)
{
  g_autoptr (RapRecord) record = NULL;
  gpointer name;

  if (id == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (self->names, id, NULL, &name))
    return name;
  record = find (self, kind, id);
  name = record != NULL ? g_strdup (rap_record_get_title (record)) : NULL;
  g_hash_table_insert (self->names, g_strdup (id), name);
  return name;
}

static void
fill_head (Lines      *self,
           Head       *head,
           RapArticle *article)
{
  head->title = g_strdup (article->title);
  head->outlet_name = g_strdup (get_name (self, RAP_KIND_ENTITY, article->outlet));
  head->published = article->published != NULL ? g_strdup (article->published->text) : NULL;
  head->language = g_strdup (article->language);
}

static const Head *
get_head (Lines      *self,
          const char *article)
{
  Head *head = g_hash_table_lookup (self->heads, article);
  g_autoptr (RapRecord) record = NULL;

  if (head != NULL)
    return head;
  head = g_new0 (Head, 1);
  record = find (self, RAP_KIND_ARTICLE, article);
  if (record != NULL)
    fill_head (self, head, RAP_ARTICLE (record));
  g_hash_table_insert (self->heads, g_strdup (article), head);
  return head;
}

static void
write_head (Lines      *self,
            const Head *head,
            const char *title_member)
{
  rap_json_writer_string (self->writer, title_member, head->title);
  rap_json_writer_string (self->writer, "outlet_name", head->outlet_name);
  rap_json_writer_string (self->writer, "published", head->published);
  rap_json_writer_string (self->writer, "language", head->language);
}

static void
write_names (Lines       *self,
             const char  *member,
             RapKind      kind,
             char       **ids)
{
  rap_json_writer_begin_array (self->writer, member);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    rap_json_writer_string (self->writer, NULL, get_name (self, kind, ids[i]));
  rap_json_writer_end_array (self->writer);
}

static void
write_meeting_titles (Lines     *self,
                      GPtrArray *links)
{
  rap_json_writer_begin_array (self->writer, "meeting_titles");
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const RapClaimMeeting *link = g_ptr_array_index (links, i);

      rap_json_writer_string (self->writer, NULL, get_name (self, RAP_KIND_MEETING, link->meeting));
    }
  rap_json_writer_end_array (self->writer);
}

static gboolean
end_line (Lines   *self,
          GError **error)
{
  rap_json_writer_end_object (self->writer);
  rap_json_writer_end_line (self->writer);
  self->n_written++;
  return self->n_written % FLUSH_EVERY != 0 || rap_json_writer_flush (self->writer, error);
}

static gboolean
write_claim (RapRecord  *record,
             gpointer    data,
             GError    **error)
{
  Lines *self = data;
  RapClaim *claim = RAP_CLAIM (record);

  rap_json_writer_begin_object (self->writer, NULL);
  rap_record_write_members (record, self->writer);
  write_head (self, get_head (self, claim->article), "article_title");
  rap_json_writer_string (self->writer, "speaker_name", get_name (self, RAP_KIND_ENTITY, claim->speaker));
  write_names (self, "via_names", RAP_KIND_ENTITY, claim->via);
  write_names (self, "code_names", RAP_KIND_CODE, claim->codes);
  write_meeting_titles (self, claim->meetings);
  return end_line (self, error);
}

/* One for each range of the anchor. */
static void
write_spans (Lines           *self,
             const RapAnchor *anchor,
             const char      *label,
             const RapRecord *record,
             const char      *target)
{
  for (guint i = 0; anchor != NULL && i < anchor->n_ranges; i++)
    {
      rap_json_writer_begin_object (self->writer, NULL);
      rap_json_writer_int (self->writer, "start", anchor->ranges[i].start);
      rap_json_writer_int (self->writer, "end", anchor->ranges[i].end);
      rap_json_writer_string (self->writer, "label", label);
      rap_json_writer_string (self->writer, "kind", rap_kind_get_nick (rap_record_get_kind (record)));
      rap_json_writer_string (self->writer, "id", record->id);
      rap_json_writer_string (self->writer, "target", target);
      rap_json_writer_end_object (self->writer);
    }
}

static void
write_mention (Lines      *self,
               RapMention *mention)
{
  g_autoptr (RapRecord) entity = find (self, RAP_KIND_ENTITY, mention->entity);
  const char *label = NULL;

  if (entity != NULL)
    label = rap_vocabulary_nick (&rap_entity_kind_vocabulary, RAP_ENTITY (entity)->kind);
  write_spans (self, mention->anchor, label, RAP_RECORD (mention), mention->entity);
}

static gboolean
write_annotation (RapRecord  *record,
                  gpointer    data,
                  GError    **error)
{
  Lines *self = data;

  if (RAP_IS_CLAIM (record))
    {
      RapClaim *claim = RAP_CLAIM (record);

      write_spans (self, claim->content, "content", record, claim->speaker);
      write_spans (self, claim->cue, "cue", record, claim->speaker);
      write_spans (self, claim->source, "source", record, claim->speaker);
    }
  else if (RAP_IS_MENTION (record))
    {
      write_mention (self, RAP_MENTION (record));
    }
  else if (RAP_IS_EVIDENCE (record))
    {
      RapEvidence *evidence = RAP_EVIDENCE (record);

      write_spans (self, evidence->anchor, rap_vocabulary_nick (&rap_aspect_vocabulary, evidence->aspect),
                   record, evidence->meeting);
    }
  else if (RAP_IS_CODING (record))
    {
      RapCoding *coding = RAP_CODING (record);

      write_spans (self, coding->anchor, get_name (self, RAP_KIND_CODE, coding->code), record, coding->code);
    }
  return TRUE;
}

static gboolean
write_article (RapRecord  *record,
               gpointer    data,
               GError    **error)
{
  Lines *self = data;
  RapArticle *article = RAP_ARTICLE (record);
  Head head = { 0 };

  rap_json_writer_begin_object (self->writer, NULL);
  rap_json_writer_string (self->writer, "id", record->id);
  head.title = article->title;
  head.outlet_name = (char *) get_name (self, RAP_KIND_ENTITY, article->outlet);
  head.published = article->published != NULL ? article->published->text : NULL;
  head.language = article->language;
  write_head (self, &head, "title");
  rap_json_writer_string (self->writer, "text", article->text != NULL ? rap_text_get_utf8 (article->text) : "");
  rap_json_writer_pairs (self->writer, "body",
                         article->body != NULL ? (const guint *) (gpointer) article->body->data : NULL,
                         article->body != NULL ? article->body->len : 0);
  rap_json_writer_begin_array (self->writer, "spans");
  if (!self->source->foreach_in (record->id, write_annotation, self, self->source->user_data, error))
    return FALSE;
  rap_json_writer_end_array (self->writer);
  return end_line (self, error);
}

static gboolean
write_lines (RapJsonWriter         *writer,
             const RapRecordSource *source,
             RapKind                kind,
             RapSourceFunc          func,
             GError               **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, head_free);
  Lines lines = { writer, source, names, heads, 0 };

  return source->foreach (kind, func, &lines, source->user_data, error)
         && rap_json_writer_flush (writer, error);
}

gboolean
rap_jsonl_write_claims (RapJsonWriter          *writer,
                        const RapRecordSource  *source,
                        GError                **error)
{
  return write_lines (writer, source, RAP_KIND_CLAIM, write_claim, error);
}

gboolean
rap_jsonl_write_articles (RapJsonWriter          *writer,
                          const RapRecordSource  *source,
                          GError                **error)
{
  return write_lines (writer, source, RAP_KIND_ARTICLE, write_article, error);
}
