/* rap-mhtml-reader.c
 *
 * A page as a browser saves it in one file (RFC 2557): a multipart/related of
 * the page and what it shows. Only the page is taken. The date in the head is
 * that of saving, not of publication, and the subject is the page's own <title>:
 * both are left to the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include <gmime/gmime.h>

#include "rap-mime-private.h"
#include "rap-part-values-private.h"

static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  RapMimeFields found = rap_mime_sniff (data, length);

  if ((found & RAP_MIME_MAILBOX) || !(found & (RAP_MIME_RELATED | RAP_MIME_HTML)))
    return FALSE;
  if (found & RAP_MIME_SNAPSHOT)
    return TRUE;
  return (found & RAP_MIME_RELATED) && (found & RAP_MIME_VERSION)
         && !(found & (RAP_MIME_TRANSPORT | RAP_MIME_TO | RAP_MIME_ADDRESS));
}

static gboolean
is_type (GMimeObject *object,
         const char  *type,
         const char  *subtype)
{
  return g_mime_content_type_is_type (g_mime_object_get_content_type (object), type, subtype);
}

/* The page: the root of every multipart, however they are nested. */
static GMimePart *
find_page (GMimeObject *object)
{
  for (guint depth = 0; GMIME_IS_MULTIPART (object) && depth < RAP_MIME_MAX_DEPTH; depth++)
    object = rap_mime_get_root (GMIME_MULTIPART (object));
  if (object == NULL || !GMIME_IS_PART (object))
    return NULL;
  if (!is_type (object, "text", "*") && !is_type (object, "application", "xhtml+xml"))
    return NULL;
  return GMIME_PART (object);
}

static char *
find_url (GMimeMessage *message,
          GMimePart    *page)
{
  const char *location = g_mime_object_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location");
  char *url = rap_part_value_url (location);

  if (url == NULL)
    url = rap_part_value_url (g_mime_part_get_content_location (page));
  if (url == NULL)
    url = rap_part_value_url (g_mime_object_get_header (GMIME_OBJECT (message), "Content-Location"));
  return url;
}

static gboolean
read_page (GMimeMessage *message,
           GMimePart    *page,
           RapPartFunc   func,
           gpointer      user_data,
           GError      **error)
{
  g_auto (RapPart) part = { .kind = RAP_PART_HTML, .where = "head of the web archive" };

  if (is_type (GMIME_OBJECT (page), "text", "plain"))
    part.kind = RAP_PART_TEXT;
  part.bytes = rap_mime_dup_content (page);
  if (rap_part_value_is_blank (g_bytes_get_data (part.bytes, NULL), g_bytes_get_size (part.bytes)))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the page in the web archive is empty");
      return FALSE;
    }
  part.charset = g_strdup (rap_mime_get_charset (GMIME_OBJECT (page)));
  part.url = find_url (message, page);
  func (&part, user_data);
  return TRUE;
}

static gboolean
read_message (GMimeMessage *message,
              RapPartFunc   func,
              gpointer      user_data,
              GError      **error)
{
  GMimeObject *root = message != NULL ? g_mime_message_get_mime_part (message) : NULL;
  GMimePart *page = root != NULL ? find_page (root) : NULL;

  if (page != NULL)
    return read_page (message, page, func, user_data, error);
  g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "the web archive holds no page; it may be cut off");
  return FALSE;
}

static gboolean
read_archive (GBytes       *bytes,
              RapPartFunc   func,
              gpointer      user_data,
              GError      **error)
{
  g_autoptr (GMimeParser) parser = NULL;
  g_autoptr (GMimeMessage) message = NULL;

  if (!rap_mime_is_sane (bytes))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "a header field of the web archive is too long, or nested too deeply");
      return FALSE;
    }
  parser = rap_mime_parser_new (bytes, GMIME_FORMAT_MESSAGE);
  message = rap_mime_parse_message (parser);
  return read_message (message, func, user_data, error);
}

const RapPartReader rap_mhtml_reader = { "mhtml", sniff, read_archive };
