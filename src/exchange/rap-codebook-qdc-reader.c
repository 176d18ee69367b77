/* rap-codebook-qdc-reader.c
 *
 * Read with GMarkup, which knows no external entities and builds no tree, so
 * that a hostile document costs no more than its bytes. Names of elements are
 * taken without their prefix.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-codebook-qdc.h"

#include <string.h>

#define NAMESPACE "urn:QDA-XML:"

typedef struct
{
  GPtrArray  *codes;        /* RapCode */
  GHashTable *ids;          /* taken */
  GPtrArray  *open;         /* RapCode, from the outermost; borrowed */
  GPtrArray  *notes;
  GString    *description;  /* being read, or NULL */
  guint       depth;        /* of elements */
  guint       ignored;      /* depth of the element that is passed over, or 0 */
} Reader;

static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (local_name (names[i]), name))
      return values[i];
  return NULL;
}

static void
refuse (GMarkupParseContext *context,
        GError             **error,
        const char          *what)
{
  int line;

  g_markup_parse_context_get_position (context, &line, NULL);
  g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "line %d: %s", line, what);
}

static void
note (Reader     *self,
      const char *name,
      const char *what,
      const char *detail)
{
  g_ptr_array_add (self->notes, g_strdup_printf ("code “%s”: %s%s", name, what, detail != NULL ? detail : ""));
}

/* "{DFE5…}" in capitals is the same id; what is none, or is there already, gets a new one. */
static void
take_guid (Reader     *self,
           RapCode    *code,
           const char *guid)
{
  g_autofree char *id = g_ascii_strdown (guid != NULL ? guid : "", -1);

  g_strdelimit (id, "{}", ' ');
  g_strstrip (id);
  if (!g_uuid_string_is_valid (id))
    note (self, code->name, "its guid is none, so it got a new one: ", guid != NULL ? guid : "(none)");
  else if (g_hash_table_contains (self->ids, id))
    note (self, code->name, "its guid occurs twice, so it got a new one: ", id);
  else
    rap_set_string (&code->parent_instance.id, id);
  g_hash_table_add (self->ids, g_strdup (code->parent_instance.id));
}

static void
take_colour (Reader     *self,
             RapCode    *code,
             const char *colour)
{
  gsize n = colour != NULL && *colour == '#' ? strspn (colour + 1, "0123456789abcdefABCDEF") : 0;

  if (colour == NULL)
    return;
  if (n == 6 && colour[7] == '\0')
    {
      g_free (code->colour);
      code->colour = g_ascii_strdown (colour, -1);
    }
  else if (n == 3 && colour[4] == '\0')
    {
      char wide[] = { '#', colour[1], colour[1], colour[2], colour[2], colour[3], colour[3], '\0' };

      g_free (code->colour);
      code->colour = g_ascii_strdown (wide, -1);
    }
  else
    note (self, code->name, "its colour is none: ", colour);
}

static void
begin_code (Reader               *self,
            GMarkupParseContext  *context,
            const char          **names,
            const char          **values,
            GError              **error)
{
  const char *name = find_attribute (names, values, "name");
  const char *codable = find_attribute (names, values, "isCodable");
  g_autofree char *clean = g_strstrip (g_strdelimit (g_strdup (name != NULL ? name : ""), "\n\r\t", ' '));
  RapCode *code;

  if (*clean == '\0')
    {
      refuse (context, error, "a code has no name");
      return;
    }
  if (self->open->len == RAP_QDC_MAX_DEPTH)
    {
      refuse (context, error, "codes are nested deeper than 128");
      return;
    }
  code = RAP_CODE (rap_record_new (RAP_KIND_CODE));
  g_ptr_array_add (self->codes, code);
  rap_set_string (&code->name, clean);
  if (self->open->len > 0)
    rap_set_string (&code->parent, ((RapRecord *) self->open->pdata[self->open->len - 1])->id);
  take_guid (self, code, find_attribute (names, values, "guid"));
  take_colour (self, code, find_attribute (names, values, "color"));
  if (g_strcmp0 (codable, "false") == 0 || g_strcmp0 (codable, "0") == 0)
    note (self, code->name, "it was not to be applied to passages; here every code can be", NULL);
  g_ptr_array_add (self->open, code);
}

static void
check_root (GMarkupParseContext  *context,
            const char           *name,
            const char          **names,
            const char          **values,
            GError              **error)
{
  if (!g_str_equal (name, "CodeBook"))
    {
      refuse (context, error, "this is no REFI-QDA codebook: the first element is not CodeBook");
      return;
    }
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "xmlns") && !g_str_has_prefix (values[i], NAMESPACE))
      {
        refuse (context, error, "this is a CodeBook of another format: the namespace is not REFI-QDA’s");
        return;
      }
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  Reader *self = user_data;
  const char *name = local_name (element);

  self->depth++;
  if (self->ignored > 0)
    return;
  if (self->depth == 1)
    check_root (context, name, names, values, error);
  else if (g_str_equal (name, "Codes") && self->depth == 2)
    return;
  else if (g_str_equal (name, "Code") && self->depth == self->open->len + 3)
    begin_code (self, context, names, values, error);
  else if (g_str_equal (name, "Description") && self->open->len > 0 && self->depth == self->open->len + 3)
    self->description = g_string_new (NULL);
  else
    {
      const char *called = find_attribute (names, values, "name");

      self->ignored = self->depth;
      g_ptr_array_add (self->notes, g_strdup_printf ("%s%s%s%s", name, called != NULL ? " “" : "",
                                                     called != NULL ? called : "", called != NULL ? "”" : ""));
    }
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              user_data,
             GError              **error)
{
  Reader *self = user_data;

  if (self->ignored == self->depth)
    self->ignored = 0;
  else if (self->ignored == 0 && self->description != NULL)
    {
      RapCode *code = self->open->pdata[self->open->len - 1];

      g_free (code->description);
      code->description = g_strstrip (g_string_free (g_steal_pointer (&self->description), FALSE));
    }
  else if (self->ignored == 0 && self->open->len > 0)
    g_ptr_array_set_size (self->open, self->open->len - 1);
  self->depth--;
}

static void
take_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              user_data,
           GError              **error)
{
  Reader *self = user_data;

  if (self->description != NULL && self->ignored == 0)
    g_string_append_len (self->description, text, (gssize) length);
}

/* What stands before the first element: a byte order mark, space, declarations, comments. */
static const char *
skip_prolog (const char *p,
             const char *end)
{
  if (end - p >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end)
    {
      const char *close;

      if (g_ascii_isspace (*p))
        {
          p++;
          continue;
        }
      if (end - p < 4 || *p != '<' || (p[1] != '?' && p[1] != '!'))
        return p;
      close = g_strstr_len (p, end - p, strncmp (p, "<!--", 4) == 0 ? "-->" : ">");
      if (close == NULL)
        return end;
      p = close + (strncmp (p, "<!--", 4) == 0 ? 3 : 1);
    }
  return end;
}

gboolean
rap_qdc_sniff (const char *data,
               gsize       length)
{
  const char *end = data + MIN (length, 8192);
  const char *p = skip_prolog (data, end);
  gsize n;

  if (p >= end || *p != '<')
    return FALSE;
  p++;
  for (n = 0; p + n < end && p[n] != '\0' && strchr (" \t\r\n/>", p[n]) == NULL; n++)
    if (p[n] == ':')
      {
        p += n + 1;
        n = (gsize) -1;
      }
  return n == strlen ("CodeBook") && memcmp (p, "CodeBook", n) == 0;
}

/* GMarkup's own error as one of ours. */
static void
convert_error (GError  *failure,
               GError **error)
{
  if (failure->domain == RAP_ERROR)
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error_literal (error, RAP_ERROR,
                         g_error_matches (failure, G_MARKUP_ERROR, G_MARKUP_ERROR_EMPTY) ? RAP_ERROR_EMPTY
                                                                                         : RAP_ERROR_FORMAT,
                         failure->message);
}

GPtrArray *
rap_qdc_read (const char  *utf8,
              GPtrArray   *notes,
              GError     **error)
{
  static const GMarkupParser parser = { start_element, end_element, take_text, NULL, NULL };
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reader reader = { codes, ids, open, notes, NULL, 0, 0 };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) failure = NULL;

  if (g_str_has_prefix (utf8, "\xef\xbb\xbf"))
    utf8 += 3;
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  if (g_markup_parse_context_parse (context, utf8, -1, &failure)
      && g_markup_parse_context_end_parse (context, &failure))
    return g_steal_pointer (&codes);
  if (reader.description != NULL)
    g_string_free (reader.description, TRUE);
  convert_error (failure, error);
  return NULL;
}
