/* rap-mail-reader.c
 *
 * Letters, above all newsletters. Of alternatives the HTML one is taken, as the
 * one that the reader of the letter saw; several inline texts become one. What
 * is attached is a part of its own: letters are opened here, other files are
 * handed on as files. A mailbox is many letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include <gmime/gmime.h>
#include <string.h>

#include "rap-mail-text-private.h"
#include "rap-mime-private.h"
#include "rap-part-values-private.h"

/* Attachments of one letter that are looked at. */
#define MAX_ATTACHED 1000

/* Lives on the stack of read_mail(). */
typedef struct
{
  RapPartFunc func;
  gpointer    user_data;
  gboolean    stopped;
  guint       n_parts;
  gsize       position;  /* behind the letter that is being read; 0: not known */
} Reader;

/* One letter that is being taken apart. */
typedef struct
{
  GPtrArray *texts;      /* GMimePart, borrowed: what is shown one below the other */
  GPtrArray *attached;   /* GMimeObject, borrowed */
  gboolean   encrypted;
} Letter;

static void read_message (Reader       *self,
                          GMimeMessage *message,
                          const char   *name,
                          guint         depth);

static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  RapMimeFields found = rap_mime_sniff (data, length);

  if (rap_mhtml_reader.sniff (data, length))
    return FALSE;
  if ((found & RAP_MIME_TRANSPORT) && (found & (RAP_MIME_FROM | RAP_MIME_SUBJECT | RAP_MIME_DATE)))
    return TRUE;
  if ((found & RAP_MIME_VERSION) && (found & (RAP_MIME_FROM | RAP_MIME_SUBJECT)))
    return TRUE;
  return (found & RAP_MIME_ADDRESS) && (found & RAP_MIME_SUBJECT) && (found & (RAP_MIME_DATE | RAP_MIME_TO));
}

static void
hand_out (Reader  *self,
          RapPart *part)
{
  self->n_parts++;
  part->position = self->position;
  if (!self->func (part, self->user_data))
    self->stopped = TRUE;
}

static void
hand_out_error (Reader     *self,
                const char *name,
                RapError    code,
                const char *message)
{
  g_auto (RapPart) part = { .name = g_strdup (name), .error = g_error_new_literal (RAP_ERROR, code, message) };

  hand_out (self, &part);
}

static gboolean
is_type (GMimeObject *object,
         const char  *type,
         const char  *subtype)
{
  return g_mime_content_type_is_type (g_mime_object_get_content_type (object), type, subtype);
}

static gboolean
is_shown (GMimeObject *object)
{
  const char *disposition = g_mime_object_get_disposition (object);

  if (disposition != NULL && g_ascii_strcasecmp (disposition, "attachment") == 0)
    return FALSE;
  return is_type (object, "text", "html") || is_type (object, "text", "plain");
}

/* Pictures and the like say nothing; a file that may be a document does. */
static gboolean
may_be_document (GMimeObject *object)
{
  return is_type (object, "text", "html") || is_type (object, "text", "plain") || is_type (object, "text", "markdown")
         || is_type (object, "multipart", "related") || is_type (object, "application", "*");
}

static gboolean
has_html (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (is_type (texts->pdata[i], "text", "html"))
      return TRUE;
  return FALSE;
}

static void collect (Letter      *letter,
                     GMimeObject *object,
                     guint        depth);

/* The last with HTML, or else the first that says anything. */
static void
collect_alternative (Letter         *letter,
                     GMimeMultipart *multipart,
                     guint           depth)
{
  GPtrArray *outer = letter->texts;
  g_autoptr (GPtrArray) best = g_ptr_array_new ();

  for (int i = 0; i < g_mime_multipart_get_count (multipart); i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new ();

      letter->texts = texts;
      collect (letter, g_mime_multipart_get_part (multipart, i), depth + 1);
      if (texts->len > 0 && (best->len == 0 || has_html (texts)))
        {
          g_ptr_array_unref (best);
          best = g_steal_pointer (&texts);
        }
    }
  letter->texts = outer;
  g_ptr_array_extend (outer, best, NULL, NULL);
}

static void
collect_multipart (Letter         *letter,
                   GMimeMultipart *multipart,
                   guint           depth)
{
  GMimeObject *object = GMIME_OBJECT (multipart);

  if (GMIME_IS_MULTIPART_ENCRYPTED (multipart))
    letter->encrypted = TRUE;
  else if (is_type (object, "multipart", "alternative"))
    collect_alternative (letter, multipart, depth);
  else if (is_type (object, "multipart", "related"))
    collect (letter, rap_mime_get_root (multipart), depth + 1);
  else
    for (int i = 0; i < g_mime_multipart_get_count (multipart); i++)
      collect (letter, g_mime_multipart_get_part (multipart, i), depth + 1);
}

static void
collect (Letter      *letter,
         GMimeObject *object,
         guint        depth)
{
  if (object == NULL || depth > RAP_MIME_MAX_DEPTH)
    return;
  if (GMIME_IS_MULTIPART (object))
    collect_multipart (letter, GMIME_MULTIPART (object), depth);
  else if (GMIME_IS_APPLICATION_PKCS7_MIME (object))
    letter->encrypted = TRUE;
  else if (GMIME_IS_PART (object) && is_shown (object))
    g_ptr_array_add (letter->texts, object);
  else if (letter->attached->len < MAX_ATTACHED
           && (GMIME_IS_MESSAGE_PART (object) || (GMIME_IS_PART (object) && may_be_document (object))))
    g_ptr_array_add (letter->attached, object);
}

/* "The Daily News" <news.example.org> → The Daily News. */
static char *
list_name (GMimeMessage *message)
{
  const char *id = g_mime_object_get_header (GMIME_OBJECT (message), "List-Id");
  g_autofree char *phrase = NULL;

  if (id == NULL)
    return NULL;
  phrase = g_strndup (id, strcspn (id, "<"));
  g_strstrip (g_strdelimit (phrase, "\"", ' '));
  return rap_part_value_line (phrase);
}

static char *
sender_name (GMimeMessage *message)
{
  InternetAddressList *from = g_mime_message_get_from (message);
  InternetAddress *first = from != NULL && internet_address_list_length (from) > 0
                             ? internet_address_list_get_address (from, 0)
                             : NULL;
  char *name = first != NULL ? rap_part_value_line (internet_address_get_name (first)) : NULL;

  if (name == NULL && first != NULL && INTERNET_ADDRESS_IS_MAILBOX (first))
    name = rap_part_value_line (internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first)));
  return name;
}

/* The subject without "Re:" and "Fwd:"; *@forwarded when there was one of the latter, in the languages of mail programs. */
static const char *
skip_prefixes (const char *subject,
               gboolean   *forwarded)
{
  static const char * const forwards[] = { "fwd:", "fw:", "wg:", "tr:", "rv:", "enc:" };
  static const char * const replies[] = { "re:", "aw:", "sv:", "antw:" };
  gboolean more = TRUE;

  *forwarded = FALSE;
  while (more)
    {
      more = FALSE;
      while (g_ascii_isspace (*subject))
        subject++;
      for (guint i = 0; !more && i < G_N_ELEMENTS (forwards) + G_N_ELEMENTS (replies); i++)
        {
          gboolean forward = i < G_N_ELEMENTS (forwards);
          const char *prefix = forward ? forwards[i] : replies[i - G_N_ELEMENTS (forwards)];

          if (g_ascii_strncasecmp (subject, prefix, strlen (prefix)) != 0)
            continue;
          subject += strlen (prefix);
          *forwarded = *forwarded || forward;
          more = TRUE;
        }
    }
  return subject;
}

/* Of what somebody passed on, date and sender are not those of the report. */
static void
fill_head (RapPart      *part,
           GMimeMessage *message)
{
  const char *subject = g_mime_message_get_subject (message);
  gboolean forwarded = FALSE;

  part->where = "mail header";
  part->title = rap_part_value_line (subject != NULL ? skip_prefixes (subject, &forwarded) : NULL);
  part->outlet = list_name (message);
  if (!forwarded)
    {
      part->published = rap_part_value_day (g_mime_object_get_header (GMIME_OBJECT (message), "Date"));
      part->byline = sender_name (message);
    }
  if (g_strcmp0 (part->outlet, part->byline) == 0)
    g_clear_pointer (&part->byline, g_free);
  part->url = rap_part_value_url (g_mime_object_get_header (GMIME_OBJECT (message), "Archived-At"));
  part->language = rap_part_value_language (g_mime_object_get_header (g_mime_message_get_mime_part (message),
                                                                      "Content-Language"));
}

static void
read_texts (Reader       *self,
            const Letter *letter,
            GMimeMessage *message,
            const char   *name)
{
  g_auto (RapPart) part = { .name = g_strdup (name) };

  part.kind = has_html (letter->texts) ? RAP_PART_HTML : RAP_PART_TEXT;
  part.bytes = rap_mail_text_join (letter->texts, part.kind == RAP_PART_HTML, &part.charset);
  if (rap_part_value_is_blank (g_bytes_get_data (part.bytes, NULL), g_bytes_get_size (part.bytes)))
    {
      if (letter->attached->len == 0)
        hand_out_error (self, name, letter->encrypted ? RAP_ERROR_NOT_TEXT : RAP_ERROR_EMPTY,
                        letter->encrypted ? "the letter is encrypted; save it decrypted to read it here"
                                          : "the letter has no text");
      return;
    }
  fill_head (&part, message);
  hand_out (self, &part);
}

static char *
attached_name (GMimeObject *object,
               const char  *name,
               guint        number)
{
  g_autofree char *file = GMIME_IS_PART (object) ? rap_part_value_line (g_mime_part_get_filename (GMIME_PART (object))) : NULL;
  g_autofree char *own = file != NULL ? g_steal_pointer (&file) : g_strdup_printf ("attachment %u", number);

  return name != NULL ? g_strdup_printf ("%s, %s", name, own) : g_steal_pointer (&own);
}

static void
read_attached (Reader      *self,
               GMimeObject *object,
               const char  *name,
               guint        depth)
{
  g_auto (RapPart) part = { .kind = RAP_PART_FILE, .name = g_strdup (name) };

  if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      if (message != NULL)
        read_message (self, message, name, depth + 1);
      return;
    }
  part.bytes = rap_mime_dup_content (GMIME_PART (object));
  part.charset = g_strdup (rap_mime_get_charset (object));
  if (g_bytes_get_size (part.bytes) > 0)
    hand_out (self, &part);
}

static void
read_message (Reader       *self,
              GMimeMessage *message,
              const char   *name,
              guint         depth)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) attached = g_ptr_array_new ();
  Letter letter = { texts, attached, FALSE };

  if (depth > RAP_MIME_MAX_DEPTH)
    return;
  collect (&letter, g_mime_message_get_mime_part (message), 0);
  read_texts (self, &letter, message, name);
  for (guint i = 0; i < attached->len && !self->stopped; i++)
    {
      g_autofree char *own = attached_name (attached->pdata[i], name, i + 1);

      read_attached (self, attached->pdata[i], own, depth);
    }
}

/* Letter by letter; the parser's position is what the progress bar shows. */
static void
read_mailbox (Reader *self,
              GBytes *bytes)
{
  g_autoptr (GMimeParser) parser = rap_mime_parser_new (bytes, GMIME_FORMAT_MBOX);
  guint number = 0;

  while (!self->stopped)
    {
      g_autoptr (GMimeMessage) message = rap_mime_parse_message (parser);
      g_autofree char *name = g_strdup_printf ("letter %u", ++number);

      if (message == NULL)
        return;
      self->position = (gsize) CLAMP (g_mime_parser_tell (parser), 0, (gint64) g_bytes_get_size (bytes));
      read_message (self, message, name, 0);
    }
}

static gboolean
read_mail (GBytes       *bytes,
           RapPartFunc   func,
           gpointer      user_data,
           GError      **error)
{
  Reader reader = { func, user_data, FALSE, 0, 0 };
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (!rap_mime_is_sane (bytes))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "a header field of the letter is too long, or nested too deeply");
      return FALSE;
    }
  if (rap_mime_sniff (data, length) & RAP_MIME_MAILBOX)
    {
      read_mailbox (&reader, bytes);
    }
  else
    {
      g_autoptr (GMimeParser) parser = rap_mime_parser_new (bytes, GMIME_FORMAT_MESSAGE);
      g_autoptr (GMimeMessage) message = rap_mime_parse_message (parser);

      if (message != NULL)
        read_message (&reader, message, NULL, 0);
    }
  if (reader.n_parts > 0)
    return TRUE;
  g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "no letter with a text is in the file");
  return FALSE;
}

const RapPartReader rap_mail_reader = { "mail", sniff, read_mail };
