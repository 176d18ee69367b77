/* rap-import-wire.c
 *
 * Frames: a head of three numbers, a GVariant in the machine's own byte order
 * (both ends are the same build), and the blob. A GVariant that was read is
 * checked member by member as it is taken apart, texts are validated, ranges
 * are looked at, so that the worst that a process gone wrong can bring is nonsense.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-wire.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>

#include "rap-session-private.h"

#define PAGE_TYPE     "(msmsmsmsmsmssa(uu)a(ss)ay)"
#define INCOMING_TYPE "(msdmsum(us)bm" PAGE_TYPE ")"

/* Above this a frame is none; the largest blob is a native document of 256 MB. */
#define MAX_VARIANT_BYTES (64u << 20)
#define MAX_BLOB_BYTES    (512u << 20)

typedef struct
{
  guint32 kind;
  guint32 n_variant;
  guint32 n_blob;
} Head;

static const char * const types[RAP_WIRE_N_KINDS] = {
  [RAP_WIRE_HELLO] = "s",
  [RAP_WIRE_REQUEST] = RAP_WIRE_REQUEST_TYPE,
  [RAP_WIRE_ENTRY] = RAP_WIRE_ENTRY_TYPE,
  [RAP_WIRE_INCOMING] = INCOMING_TYPE,
  [RAP_WIRE_END] = "()",
};

static gboolean
write_all (int           fd,
           struct iovec *parts,
           int           n_parts)
{
  while (n_parts > 0)
    {
      ssize_t n = writev (fd, parts, n_parts);

      if (n < 0 && errno != EINTR)
        return FALSE;
      for (n = MAX (n, 0); n_parts > 0 && (gsize) n >= parts->iov_len; n_parts--)
        n -= (ssize_t) (parts++)->iov_len;
      if (n_parts > 0)
        {
          parts->iov_base = (char *) parts->iov_base + n;
          parts->iov_len -= (gsize) n;
        }
    }
  return TRUE;
}

gboolean
rap_wire_write (int          fd,
                RapWireKind  kind,
                GVariant    *variant,
                const void  *blob,
                gsize        n_blob)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (variant);
  Head head = { kind, (guint32) g_variant_get_size (variant), (guint32) n_blob };
  struct iovec parts[] = {
    { &head, sizeof head },
    { (void *) g_variant_get_data (variant), head.n_variant },
    { (void *) blob, n_blob },
  };

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE (types[kind])), FALSE);

  return write_all (fd, parts, G_N_ELEMENTS (parts));
}

/* Strings from strangers' files, as GVariant wants them. */
static GVariant *
pack_string (const char *string)
{
  return g_variant_new_maybe (G_VARIANT_TYPE_STRING,
                              string != NULL ? g_variant_new_take_string (g_utf8_make_valid (string, -1)) : NULL);
}

static GVariant *
pack_sources (const GPtrArray *found)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));

  for (guint i = 0; i < found->len; i++)
    {
      const RapExtractSource *source = g_ptr_array_index (found, i);

      g_variant_builder_add (&builder, "(s@s)", source->member,
                             g_variant_new_take_string (g_utf8_make_valid (source->where, -1)));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_page (const RapIncoming *self)
{
  const RapExtract *page = self->page;
  RapShingleSignature signature = rap_article_signature (self->article);

  return g_variant_new ("(@ms@ms@ms@ms@ms@mss@a(uu)@a(ss)@ay)",
                        pack_string (page->title), pack_string (page->outlet), pack_string (page->published),
                        pack_string (page->byline), pack_string (page->url), pack_string (page->language), page->direction,
                        g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), page->ranges->data, page->ranges->len,
                                                   sizeof (RapRange)),
                        pack_sources (page->found),
                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, &signature, sizeof signature, 1));
}

static GVariant *
pack_error (const GError *error)
{
  if (error == NULL)
    return NULL;
  return g_variant_new ("(u@s)", error->domain == RAP_ERROR ? (guint) error->code : (guint) RAP_ERROR_FORMAT,
                        g_variant_new_take_string (g_utf8_make_valid (error->message, -1)));
}

gboolean
rap_wire_write_incoming (int                fd,
                         const RapIncoming *incoming)
{
  GVariant *page = incoming->page != NULL ? pack_page (incoming) : NULL;
  GVariant *variant;
  const char *blob = NULL;
  gsize n_blob = 0;

  if (incoming->native != NULL)
    blob = g_bytes_get_data (incoming->native, &n_blob);
  else if (incoming->page != NULL || incoming->codebook != NULL)
    n_blob = strlen (blob = incoming->page != NULL ? incoming->page->text : incoming->codebook);
  variant = g_variant_new ("(@msd@msu@m(us)b@m" PAGE_TYPE ")",
                           pack_string (incoming->part), incoming->done, pack_string (incoming->charset),
                           incoming->n_replaced,
                           g_variant_new_maybe (G_VARIANT_TYPE ("(us)"), pack_error (incoming->error)),
                           incoming->native != NULL,
                           g_variant_new_maybe (G_VARIANT_TYPE (PAGE_TYPE), page));
  return rap_wire_write (fd, RAP_WIRE_INCOMING, variant, blob, n_blob);
}

static gboolean
is_sane (const Head *head)
{
  return head->kind < RAP_WIRE_N_KINDS && head->n_variant <= MAX_VARIANT_BYTES && head->n_blob <= MAX_BLOB_BYTES;
}

gboolean
rap_wire_read (FILE         *from,
               RapWireFrame *frame)
{
  g_autofree char *data = NULL;
  g_autofree char *blob = NULL;
  Head head;

  *frame = (RapWireFrame) { 0 };
  if (fread (&head, sizeof head, 1, from) != 1 || !is_sane (&head))
    return FALSE;
  data = g_try_malloc (MAX (head.n_variant, 1));
  blob = g_try_malloc (head.n_blob + 1);
  if (data == NULL || blob == NULL || fread (data, 1, head.n_variant, from) != head.n_variant
      || fread (blob, 1, head.n_blob, from) != head.n_blob)
    return FALSE;
  blob[head.n_blob] = '\0';

  frame->kind = head.kind;
  frame->variant = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (types[head.kind]), data, head.n_variant,
                                                                FALSE, g_free, data));
  data = NULL;
  frame->blob = g_steal_pointer (&blob);
  frame->n_blob = head.n_blob;
  return TRUE;
}

void
rap_wire_frame_clear (RapWireFrame *frame)
{
  g_clear_pointer (&frame->variant, g_variant_unref);
  g_clear_pointer (&frame->blob, g_free);
}

static GArray *
take_ranges (GVariant *packed,
             guint     length)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  gsize n;
  const RapRange *given = g_variant_get_fixed_array (packed, &n, sizeof (RapRange));
  guint last = 0;

  for (gsize i = 0; i < n; i++)
    if (given[i].start >= last && given[i].end > given[i].start && given[i].end <= length)
      {
        g_array_append_val (ranges, given[i]);
        last = given[i].end;
      }
  return ranges;
}

static void
source_free (RapExtractSource *source)
{
  g_free (source->member);
  g_free (source->where);
  g_free (source);
}

static GPtrArray *
take_sources (GVariantIter *iter)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  RapExtractSource source;

  while (g_variant_iter_next (iter, "(ss)", &source.member, &source.where))
    g_ptr_array_add (found, g_memdup2 (&source, sizeof source));
  return found;
}

/* FALSE: the text is none. */
static gboolean
take_page (RapIncoming  *self,
           GVariant     *packed,
           RapWireFrame *frame,
           gboolean      keep_boilerplate)
{
  RapText *text = rap_text_new (frame->blob);
  g_autoptr (GVariant) ranges = NULL;
  g_autoptr (GVariant) signature = NULL;
  g_autoptr (GVariantIter) found = NULL;
  const char *direction;
  gconstpointer data;
  gsize n;

  if (text == NULL)
    return FALSE;
  self->page = g_new0 (RapExtract, 1);
  g_variant_get (packed, "(msmsmsmsmsms&s@a(uu)a(ss)@ay)", &self->page->title, &self->page->outlet,
                 &self->page->published, &self->page->byline, &self->page->url, &self->page->language, &direction,
                 &ranges, &found, &signature);
  self->page->direction = g_str_equal (direction, "rtl") ? "rtl" : "ltr";
  self->page->text = g_steal_pointer (&frame->blob);
  self->page->ranges = take_ranges (ranges, rap_text_get_length (text));
  self->page->found = take_sources (found);
  rap_incoming_make_article (self, text, keep_boilerplate);
  data = g_variant_get_fixed_array (signature, &n, 1);
  if (n == sizeof (RapShingleSignature))
    rap_article_set_signature (self->article, data);
  return TRUE;
}

RapIncoming *
rap_wire_take_incoming (RapWireFrame *frame,
                        const char   *file,
                        gboolean      keep_boilerplate)
{
  g_autoptr (RapIncoming) self = g_new0 (RapIncoming, 1);
  g_autoptr (GVariant) error = NULL;
  g_autoptr (GVariant) page = NULL;
  gboolean is_native;

  self->file = g_strdup (file);
  g_variant_get (frame->variant, "(msdmsu@m(us)b@m" PAGE_TYPE ")", &self->part, &self->done, &self->charset,
                 &self->n_replaced, &error, &is_native, &page);
  if (g_variant_n_children (error) > 0)
    {
      g_autoptr (GVariant) inner = g_variant_get_maybe (error);
      const char *message;
      guint code;

      g_variant_get (inner, "(u&s)", &code, &message);
      self->error = g_error_new_literal (RAP_ERROR, (gint) code, message);
    }
  else if (g_variant_n_children (page) > 0)
    {
      g_autoptr (GVariant) inner = g_variant_get_maybe (page);

      if (!take_page (self, inner, frame, keep_boilerplate))
        return NULL;
    }
  else if (is_native)
    {
      self->native = g_bytes_new_take (g_steal_pointer (&frame->blob), frame->n_blob);
    }
  else if (g_utf8_validate (frame->blob, (gssize) frame->n_blob, NULL))
    {
      self->codebook = g_steal_pointer (&frame->blob);
    }
  else
    {
      return NULL;
    }
  return g_steal_pointer (&self);
}
