/* rap-office-reader.c
 *
 * OpenDocument text (ODT, and flat FODT) and Office Open XML (DOCX). The
 * archive is read in memory, and of it only the members that hold text. Title and
 * author are believed when the text says them too; the dates are those of
 * writing the file and are not taken for a publication.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "rap-office-private.h"
#include "rap-part-values-private.h"
#include "rap-xml-private.h"

#define ODF_TYPE "application/vnd.oasis.opendocument.text"
/* A member may expand to so much, and there may be so many. */
#define MAX_MEMBER ((gsize) 64 << 20)
#define MAX_MEMBERS 10000

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

/* The members that count. */
typedef struct
{
  RapOfficeFormat format;
  GBytes *text;        /* content.xml, word/document.xml */
  GBytes *notes;       /* word/footnotes.xml, or NULL */
  GBytes *metadata;    /* meta.xml, docProps/core.xml, or NULL */
  GBytes *manifest;    /* META-INF/manifest.xml, or NULL: says what is encrypted */
  gboolean encrypted;
} Document;

static gboolean
has_at (const guint8 *data,
        gsize         length,
        gsize         at,
        const char   *text)
{
  return length >= at + strlen (text) && memcmp (data + at, text, strlen (text)) == 0;
}

/* Word documents before 2007, and those that are locked with a password. */
static gboolean
is_ole (const guint8 *data,
        gsize         length)
{
  return has_at (data, length, 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
}

static gboolean
is_flat (const guint8 *data,
         gsize         length)
{
  const char *tag;
  g_autofree char *root = rap_xml_sniff_root ((const char *) data, length, &tag);

  return g_strcmp0 (root, "document") == 0
         && g_strstr_len (tag, MIN (8192, length - (tag - (const char *) data)), ODF_TYPE) != NULL;
}

/* The archive's first member is "mimetype", not compressed, and says so. */
static gboolean
is_odf (const guint8 *data,
        gsize         length)
{
  gsize extra = length > 30 ? data[28] + 256 * (gsize) data[29] : 0;

  return has_at (data, length, 30, "mimetype") && has_at (data, length, 30 + strlen ("mimetype") + extra, ODF_TYPE);
}

/* The name of the first member tells an office document from other archives. */
static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  static const char * const first[] = { "[Content_Types].xml", "_rels/.rels", "word/", "docProps/" };

  if (is_ole (data, length))
    return TRUE;
  if (!has_at (data, length, 0, "PK\3\4"))
    return length > 0 && is_flat (data, length);
  if (is_odf (data, length))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (has_at (data, length, 30, first[i]))
      return memmem (data, length, "word/document", strlen ("word/document")) != NULL;
  return FALSE;
}

static GBytes *
read_member (Archive  *archive,
             GError  **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 block[16384];
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    {
      g_byte_array_append (content, block, (guint) n);
      if (content->len <= MAX_MEMBER)
        continue;
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "the document expands to more than 64 MB");
      return NULL;
    }
  if (n < 0)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "the document is damaged: its archive cannot be unpacked");
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* Where a member of that name goes to, or NULL. */
static GBytes **
find_place (Document   *self,
            const char *name)
{
  if (g_str_equal (name, "content.xml"))
    return &self->text;
  if (g_str_equal (name, "meta.xml") || g_str_equal (name, "docProps/core.xml"))
    return &self->metadata;
  if (g_str_has_prefix (name, "word/document") && g_str_has_suffix (name, ".xml"))
    {
      self->format = RAP_OFFICE_OOXML;
      return &self->text;
    }
  if (g_str_equal (name, "META-INF/manifest.xml"))
    return &self->manifest;
  return g_str_equal (name, "word/footnotes.xml") ? &self->notes : NULL;
}

static gboolean
read_members (Document  *self,
              GBytes    *bytes,
              GError   **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "the document is damaged: its archive cannot be opened");
      return FALSE;
    }
  for (guint i = 0; i < MAX_MEMBERS && archive_read_next_header (archive, &entry) >= ARCHIVE_WARN; i++)
    {
      const char *name = archive_entry_pathname (entry);
      GBytes **place = name != NULL ? find_place (self, name) : NULL;

      self->encrypted = self->encrypted || archive_entry_is_encrypted (entry);
      if (place == NULL || *place != NULL || archive_entry_is_encrypted (entry))
        continue;
      *place = read_member (archive, error);
      if (*place == NULL)
        return FALSE;
    }
  if (self->manifest != NULL && g_bytes_get_size (self->manifest) > 0)
    self->encrypted = self->encrypted || g_strstr_len (g_bytes_get_data (self->manifest, NULL),
                                                       (gssize) g_bytes_get_size (self->manifest), "encryption-data") != NULL;
  return TRUE;
}

static GBytes *
join (GPtrArray *paragraphs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char *paragraph = paragraphs->pdata[i];
      gboolean items = i > 0 && g_str_has_prefix (paragraph, "– ") && g_str_has_prefix (paragraphs->pdata[i - 1], "– ");

      g_string_append_printf (text, "%s%s", i == 0 ? "" : items ? "\n" : "\n\n", paragraph);
    }
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

static void
fill_members (RapPart *part,
              GBytes  *metadata)
{
  g_autofree char *folded = rap_part_value_fold (g_bytes_get_data (part->bytes, NULL));
  gsize length;
  const char *xml = metadata != NULL ? g_bytes_get_data (metadata, &length) : NULL;
  g_autofree char *title = xml != NULL ? rap_office_find_value (xml, length, "title") : NULL;
  g_autofree char *creator = xml != NULL ? rap_office_find_value (xml, length, "creator") : NULL;

  if (part->title == NULL)
    part->title = rap_part_value_believed (title, folded);
  part->byline = rap_part_value_believed (creator, folded);
}

/* What cannot be read to its end is handed out as far as it goes, with a sentence behind it. */
static gboolean
read_text (const Document *document,
           GPtrArray      *paragraphs,
           char          **title,
           GError        **error)
{
  g_autoptr (GError) failure = NULL;
  gsize length;
  const char *xml = g_bytes_get_data (document->text, &length);
  gboolean done = length > 0 && rap_office_read_text (xml, length, document->format, paragraphs, title, &failure);

  if (done && document->notes != NULL)
    {
      xml = g_bytes_get_data (document->notes, &length);
      done = rap_office_read_text (xml, length, document->format, paragraphs, title, &failure);
    }
  if (done)
    return TRUE;
  if (failure == NULL)
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the document has no text");
  else
    g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "the document is damaged and cannot be read further: %s", failure->message);
  return FALSE;
}

static gboolean
hand_out (const Document *document,
          RapPartFunc     func,
          gpointer        user_data,
          GError        **error)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_auto (RapPart) part = { .kind = RAP_PART_TEXT, .charset = g_strdup ("UTF-8"), .where = "document" };
  g_auto (RapPart) rest = { .name = g_strdup ("the rest") };

  if (!read_text (document, paragraphs, &part.title, &rest.error) && paragraphs->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&rest.error));
      return FALSE;
    }
  if (paragraphs->len == 0)
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the document has no text");
      return FALSE;
    }
  part.bytes = join (paragraphs);
  fill_members (&part, document->metadata);
  if (func (&part, user_data) && rest.error != NULL)
    func (&rest, user_data);
  return TRUE;
}

static void
clear_document (Document *self)
{
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->notes, g_bytes_unref);
  g_clear_pointer (&self->metadata, g_bytes_unref);
  g_clear_pointer (&self->manifest, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, clear_document)

static gboolean
read_office (GBytes       *bytes,
             RapPartFunc   func,
             gpointer      user_data,
             GError      **error)
{
  g_auto (Document) document = { RAP_OFFICE_ODF };
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (is_ole (data, length))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT,
                           "this is an old Word document, or one that is locked with a password; save it as DOCX or ODT without one");
      return FALSE;
    }
  if (length > 0 && is_flat (data, length))
    document.text = g_bytes_ref (bytes);
  else if (!read_members (&document, bytes, error))
    return FALSE;
  if (document.text == NULL || document.encrypted)
    {
      g_set_error_literal (error, RAP_ERROR, document.encrypted ? RAP_ERROR_NOT_TEXT : RAP_ERROR_FORMAT,
                           document.encrypted ? "the document is locked with a password; save a copy without one to read it here"
                                              : "the archive holds no text document");
      return FALSE;
    }
  return hand_out (&document, func, user_data, error);
}

const RapPartReader rap_office_reader = { "office", sniff, read_office };
