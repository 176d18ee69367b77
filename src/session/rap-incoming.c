/* rap-incoming.c
 *
 * The worker's half of an import: a piece of a file decoded and extracted, what
 * its container says of it laid over what the page says, and the article made
 * of it as far as no project is needed. Touches no shared state.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-importing-private.h"

#include <string.h>

#include "rap-decode.h"
#include "rap-session-private.h"

/* Above this a page is no article: ten thousand printed pages. What a parser
 * makes of it may take many times as much memory. */
#define MAX_PAGE_BYTES (24 * 1024 * 1024)
/* How deep files may lie in each other: a letter in an archive in an archive. */
#define MAX_DEPTH      4
/* What a letter or document may hold that is no archive. */
#define MAX_PARTS      1000

/* One piece being read. */
typedef struct
{
  const RapPiece *piece;
  GQueue         *queue;
  gboolean        keep_boilerplate;
  guint           n_parts;
} Reading;

static RapIncoming *
incoming_new (const RapPiece *piece,
              const RapPart  *part)
{
  RapIncoming *self = g_new0 (RapIncoming, 1);

  self->file = g_strdup (piece->file);
  if (part == &piece->part || part->name == NULL)
    self->part = g_strdup (piece->part.name);
  else if (piece->part.name != NULL)
    self->part = g_strdup_printf ("%s, %s", piece->part.name, part->name);
  else
    self->part = g_strdup (part->name);
  self->done = piece->done;
  return self;
}

void
rap_incoming_free (RapIncoming *self)
{
  g_free (self->file);
  g_free (self->part);
  g_clear_pointer (&self->native, g_bytes_unref);
  g_free (self->codebook);
  g_clear_pointer (&self->page, rap_extract_free);
  g_clear_object (&self->article);
  g_free (self->charset);
  g_clear_error (&self->error);
  g_free (self);
}

static void
say_where (RapExtract *page,
           const char *member,
           const char *where)
{
  RapExtractSource *source = NULL;

  for (guint i = 0; i < page->found->len && source == NULL; i++)
    if (g_str_equal (((RapExtractSource *) page->found->pdata[i])->member, member))
      source = page->found->pdata[i];
  if (source == NULL)
    {
      source = g_new0 (RapExtractSource, 1);
      source->member = g_strdup (member);
      g_ptr_array_add (page->found, source);
    }
  g_free (source->where);
  source->where = g_strdup (where);
}

/* The container's word on a member goes before the page's. */
static void
overlay (RapExtract  *page,
         const char  *member,
         char       **slot,
         const char  *value,
         const char  *where)
{
  if (value == NULL || *value == '\0')
    return;
  g_free (*slot);
  *slot = g_strdup (value);
  say_where (page, member, where != NULL ? where : "container");
}

static void
overlay_all (RapExtract    *page,
             const RapPart *part)
{
  g_autoptr (RapEdtf) published = part->published != NULL ? rap_edtf_parse (part->published, NULL) : NULL;

  overlay (page, "title", &page->title, part->title, part->where);
  overlay (page, "outlet", &page->outlet, part->outlet, part->where);
  overlay (page, "published", &page->published, published != NULL ? part->published : NULL, part->where);
  overlay (page, "byline", &page->byline, part->byline, part->where);
  overlay (page, "url", &page->url, part->url, part->where);
  overlay (page, "language", &page->language, part->language, part->where);
}

/* All of it is the report. */
static void
take_whole (RapExtract    *page,
            const RapPart *part)
{
  RapRange whole = { 0, (guint) g_utf8_strlen (page->text, -1) };

  g_array_set_size (page->ranges, 0);
  g_array_append_val (page->ranges, whole);
  say_where (page, "body", part->where != NULL ? part->where : "container");
}

/* A page without a headline is called by its first line. */
static char *
make_title (const RapIncoming *self)
{
  const char *line = self->page->text + strspn (self->page->text, " \t\n");
  g_autofree char *first = g_strndup (line, strcspn (line, "\n"));

  if (self->page->title != NULL && *self->page->title != '\0')
    return g_strdup (self->page->title);
  g_strstrip (first);
  if (*first == '\0')
    return g_path_get_basename (self->file);
  if (g_utf8_strlen (first, -1) > 120)
    {
      g_autofree char *start = g_utf8_substring (first, 0, 119);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&first);
}

static GArray *
make_body (const RapExtract *page,
           const RapText    *text,
           gboolean          keep_boilerplate)
{
  GArray *body = g_array_new (FALSE, FALSE, sizeof (RapRange));

  if (keep_boilerplate || page->ranges == NULL || page->ranges->len == 0)
    {
      RapRange whole = { 0, rap_text_get_length (text) };

      g_array_append_val (body, whole);
    }
  else
    {
      g_array_append_vals (body, page->ranges->data, page->ranges->len);
    }
  return body;
}

static RapArticle *
make_article (const RapIncoming *self,
              gboolean           keep_boilerplate)
{
  const RapExtract *page = self->page;
  RapArticle *article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));

  g_free (article->title);
  article->title = make_title (self);
  rap_set_string (&article->byline, page->byline);
  article->published = page->published != NULL ? rap_edtf_parse (page->published, NULL) : NULL;
  rap_set_string (&article->url, page->url);
  rap_set_string (&article->language, page->language);
  article->direction = g_strcmp0 (page->direction, "rtl") == 0 ? RAP_DIRECTION_RTL : RAP_DIRECTION_LTR;
  article->text = rap_text_new (page->text);
  article->body = make_body (page, article->text, keep_boilerplate);
  article->sha256 = rap_text_sha256 (article->text);
  rap_article_signature (article);
  return article;
}

static void
extract (RapIncoming   *self,
         const RapPart *part,
         gboolean       keep_boilerplate)
{
  g_autofree char *utf8 = rap_decode_counted (part->bytes, part->charset, &self->charset, &self->n_replaced, &self->error);

  if (utf8 == NULL)
    return;
  self->page = part->kind == RAP_PART_HTML ? rap_extract_html (utf8) : rap_extract_text (utf8);
  if (part->kind == RAP_PART_BODY)
    take_whole (self->page, part);
  overlay_all (self->page, part);
  self->article = make_article (self, keep_boilerplate);
}

static void
read_part (Reading       *reading,
           const RapPart *part)
{
  RapIncoming *self = incoming_new (reading->piece, part);

  g_queue_push_tail (reading->queue, self);
  if (part->error != NULL)
    self->error = g_error_copy (part->error);
  else if (part->kind == RAP_PART_NATIVE)
    self->native = g_bytes_ref (part->bytes);
  else if (part->kind == RAP_PART_CODEBOOK)
    self->codebook = rap_decode_counted (part->bytes, NULL, &self->charset, &self->n_replaced, &self->error);
  else if (g_bytes_get_size (part->bytes) > MAX_PAGE_BYTES)
    g_set_error_literal (&self->error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "the page is larger than 24 MB: no article is");
  else
    extract (self, part, reading->keep_boilerplate);
}

static gboolean
read_part_cb (const RapPart *part,
              gpointer       user_data)
{
  Reading *reading = user_data;
  const RapPiece *piece = reading->piece;

  if (++reading->n_parts > MAX_PARTS)
    return FALSE;
  if (part->kind != RAP_PART_FILE || part->error != NULL)
    {
      read_part (reading, part);
    }
  else
    {
      g_autoptr (RapPiece) below = rap_piece_new (piece->file, piece->part.name, part);

      below->reader = rap_piece_identify (&below->part, NULL);
      below->depth = piece->depth + 1;
      below->done = piece->done;
      rap_incoming_read (below, reading->keep_boilerplate, reading->queue);
    }
  return TRUE;
}

void
rap_incoming_read (const RapPiece *piece,
                   gboolean        keep_boilerplate,
                   GQueue         *queue)
{
  Reading reading = { piece, queue, keep_boilerplate, 0 };
  g_autoptr (GError) error = NULL;

  if (piece->part.error != NULL || piece->reader == NULL)
    {
      read_part (&reading, &piece->part);
      return;
    }
  if (piece->depth >= MAX_DEPTH)
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_FORMAT, "it lies too deep in other files");
  else if (piece->reader->read (piece->part.bytes, read_part_cb, &reading, &error) && reading.n_parts == 0)
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_EMPTY, "there is nothing in it that could be imported");
  if (error != NULL)
    {
      RapIncoming *self = incoming_new (piece, &piece->part);

      self->error = g_steal_pointer (&error);
      g_queue_push_tail (queue, self);
    }
}
