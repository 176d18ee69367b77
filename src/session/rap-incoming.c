/* rap-incoming.c
 *
 * The reader's half of an import: a part of a file decoded and extracted, what
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

static RapIncoming *
incoming_new (const char *file,
              const char *where)
{
  RapIncoming *self = g_new0 (RapIncoming, 1);

  self->file = g_strdup (file);
  self->part = g_strdup (where);
  return self;
}

RapIncoming *
rap_incoming_new_error (const char *file,
                        const char *where,
                        GError     *error)
{
  RapIncoming *self = incoming_new (file, where);

  self->error = error;
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

void
rap_incoming_make_article (RapIncoming *self,
                           RapText     *text,
                           gboolean     keep_boilerplate)
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
  article->text = text;
  article->body = make_body (page, text, keep_boilerplate);
  self->article = article;
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
  if (*self->page->text == '\0')
    {
      g_clear_pointer (&self->page, rap_extract_free);
      g_set_error_literal (&self->error, RAP_ERROR, RAP_ERROR_EMPTY, "there is no text on the page");
      return;
    }
  rap_incoming_make_article (self, rap_text_new (self->page->text), keep_boilerplate);
  rap_article_signature (self->article);
}

RapIncoming *
rap_incoming_new (const char    *file,
                  const char    *where,
                  const RapPart *part,
                  gboolean       keep_boilerplate)
{
  RapIncoming *self = incoming_new (file, where);

  if (part->error != NULL)
    self->error = g_error_copy (part->error);
  else if (part->kind == RAP_PART_NATIVE)
    self->native = g_bytes_ref (part->bytes);
  else if (part->kind == RAP_PART_CODEBOOK)
    self->codebook = rap_decode_counted (part->bytes, NULL, &self->charset, &self->n_replaced, &self->error);
  else if (g_bytes_get_size (part->bytes) > MAX_PAGE_BYTES)
    g_set_error_literal (&self->error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "the page is larger than 24 MB: no article is");
  else
    extract (self, part, keep_boilerplate);
  return self;
}
