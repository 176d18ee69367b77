/* rap-reader.c
 *
 * Values of a neutral tree into the members of a record. Types are strict: a
 * number where a string belongs is an error that names the object and the
 * member, never a guess.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reader-private.h"

#include <stdarg.h>
#include <string.h>

#include "rap-record-private.h"

static char *
describe_place (const RapReader *reader)
{
  g_autofree char *record = rap_record_describe (reader->record);

  if (reader->inner != NULL)
    return g_strdup_printf ("%s: %s.%s", record, reader->member, reader->inner);

  return g_strdup_printf ("%s: %s", record, reader->member);
}

gboolean
rap_reader_fail (const RapReader *reader,
                 RapError      code,
                 const char   *format,
                 ...)
{
  g_autofree char *place = describe_place (reader);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (reader->error, RAP_ERROR, code, "%s: %s", place, what);

  return FALSE;
}

gboolean
rap_reader_is_null (GVariant *value)
{
  return g_variant_is_of_type (value, G_VARIANT_TYPE ("mv"));
}

gboolean
rap_reader_expect (const RapReader *reader,
                   GVariant     *value,
                   const char   *type,
                   const char   *what)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE (type)))
    return TRUE;

  return rap_reader_fail (reader, RAP_ERROR_FORMAT, "%s expected", what);
}

gboolean
rap_reader_meet_unknown (const RapReader *reader)
{
  if (reader->unknown == NULL)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "there is no such member");

  g_ptr_array_add (reader->unknown, describe_place (reader));
  return TRUE;
}

gboolean
rap_reader_read_string (const RapReader *reader,
                        GVariant     *value,
                        char        **member)
{
  if (!rap_reader_expect (reader, value, "s", "a string"))
    return FALSE;

  rap_set_string (member, g_variant_get_string (value, NULL));
  return TRUE;
}

gboolean
rap_reader_read_nullable (const RapReader *reader,
                          GVariant     *value,
                          char        **member)
{
  if (rap_reader_is_null (value))
    {
      g_clear_pointer (member, g_free);
      return TRUE;
    }

  return rap_reader_read_string (reader, value, member);
}

gboolean
rap_reader_read_id (const RapReader *reader,
                    GVariant     *value,
                    char        **member)
{
  if (!rap_reader_read_string (reader, value, member))
    return FALSE;
  if (!g_uuid_string_is_valid (*member))
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "“%s” is no UUID", *member);

  return TRUE;
}

static gboolean
read_reference (const RapReader *reader,
                GVariant     *value,
                char        **member)
{
  if (rap_reader_is_null (value))
    {
      g_clear_pointer (member, g_free);
      return TRUE;
    }

  return rap_reader_read_id (reader, value, member);
}

static gboolean
read_text (const RapReader *reader,
           GVariant     *value,
           RapText     **member)
{
  const char *utf8;

  if (!rap_reader_expect (reader, value, "s", "a string"))
    return FALSE;

  utf8 = g_variant_get_string (value, NULL);
  if (strchr (utf8, '\r') != NULL)
    return rap_reader_fail (reader, RAP_ERROR_INVALID,
                 "the text holds carriage returns; lines end with line feeds");

  g_clear_pointer (member, rap_text_unref);
  *member = rap_text_new (utf8);
  if (*member == NULL)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "the text is not valid UTF-8");

  return TRUE;
}

static gboolean
read_bool (const RapReader *reader,
           GVariant     *value,
           gboolean     *member)
{
  if (!rap_reader_expect (reader, value, "b", "true or false"))
    return FALSE;

  *member = g_variant_get_boolean (value);
  return TRUE;
}

static gboolean
read_grade (const RapReader *reader,
            GVariant     *value,
            guint        *member)
{
  gint64 grade;

  *member = 0;
  if (rap_reader_is_null (value))
    return TRUE;
  if (!rap_reader_expect (reader, value, "x", "a whole number or null"))
    return FALSE;

  grade = g_variant_get_int64 (value);
  if (grade < 1 || grade > 6)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "%" G_GINT64_FORMAT " is not between 1 and 6", grade);

  *member = grade;
  return TRUE;
}

static char *
list_nicks (const RapVocabulary *vocabulary)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < vocabulary->n_values; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            vocabulary->nicks[i] != NULL ? vocabulary->nicks[i] : "null");

  return g_string_free (list, FALSE);
}

gboolean
rap_reader_read_enum (const RapReader        *reader,
                      GVariant            *value,
                      const RapVocabulary *vocabulary,
                      guint               *member)
{
  const char *nick = NULL;
  g_autofree char *list = NULL;

  if (!rap_reader_is_null (value))
    {
      if (!rap_reader_expect (reader, value, "s", "a string"))
        return FALSE;
      nick = g_variant_get_string (value, NULL);
    }
  if (rap_vocabulary_parse (vocabulary, nick, member))
    return TRUE;

  list = list_nicks (vocabulary);
  if (nick == NULL)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "null is none of %s", list);

  return rap_reader_fail (reader, RAP_ERROR_INVALID, "“%s” is none of %s", nick, list);
}

static gboolean
read_edtf (const RapReader *reader,
           GVariant     *value,
           RapEdtf     **member)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (member, rap_edtf_unref);
  if (rap_reader_is_null (value))
    return TRUE;
  if (!rap_reader_expect (reader, value, "s", "a string or null"))
    return FALSE;

  *member = rap_edtf_parse (g_variant_get_string (value, NULL), &error);
  if (*member == NULL)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "%s", error->message);

  return TRUE;
}

GVariant *
rap_reader_get_child (GVariant *array,
                      gsize     i)
{
  g_autoptr (GVariant) boxed = g_variant_get_child_value (array, i);

  return g_variant_get_variant (boxed);
}

static gboolean
read_ids (const RapReader *reader,
          GVariant     *value,
          char       ***member)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (!rap_reader_expect (reader, value, "av", "an array"))
    return FALSE;

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = rap_reader_get_child (value, i);
      g_autofree char *id = NULL;

      if (!rap_reader_read_id (reader, child, &id))
        return FALSE;
      g_ptr_array_add (ids, g_steal_pointer (&id));
    }

  g_clear_pointer (member, g_strfreev);
  if (ids->len > 0)
    {
      g_ptr_array_add (ids, NULL);
      *member = (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
    }

  return TRUE;
}

static gboolean
read_offset (const RapReader *reader,
             GVariant     *value,
             guint        *offset)
{
  gint64 number;

  if (!rap_reader_expect (reader, value, "x", "a whole number"))
    return FALSE;

  number = g_variant_get_int64 (value);
  if (number < 0 || number > G_MAXINT32)
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "%" G_GINT64_FORMAT " is no offset in a text", number);

  *offset = number;
  return TRUE;
}

static gboolean
read_range (const RapReader *reader,
            GVariant     *value,
            RapRange     *range)
{
  g_autoptr (GVariant) start = NULL;
  g_autoptr (GVariant) end = NULL;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("av")) || g_variant_n_children (value) != 2)
    return rap_reader_fail (reader, RAP_ERROR_FORMAT, "a pair [start, end] expected");

  start = rap_reader_get_child (value, 0);
  end = rap_reader_get_child (value, 1);
  return read_offset (reader, start, &range->start) && read_offset (reader, end, &range->end);
}

static GArray *
read_range_list (const RapReader *reader,
                 GVariant     *value)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));

  if (!rap_reader_expect (reader, value, "av", "an array"))
    return NULL;

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = rap_reader_get_child (value, i);
      RapRange range;

      if (!read_range (reader, child, &range))
        return NULL;
      g_array_append_val (ranges, range);
    }

  return g_steal_pointer (&ranges);
}

gboolean
rap_reader_read_ranges (const RapReader *reader,
                        GVariant     *value,
                        GArray      **member)
{
  g_autoptr (GArray) ranges = read_range_list (reader, value);

  if (ranges == NULL)
    return FALSE;

  g_clear_pointer (member, g_array_unref);
  if (ranges->len > 0)
    *member = g_steal_pointer (&ranges);

  return TRUE;
}

/* Derived days are compared when the date is known, in check_days(). */
static gboolean
read_day (const RapReader *reader,
          GVariant     *value)
{
  return rap_reader_is_null (value) || rap_reader_expect (reader, value, "s", "a string or null");
}

gboolean
rap_reader_read_field (RapReader         *reader,
                       const RapField *field,
                       GVariant       *value)
{
  gpointer member = G_STRUCT_MEMBER_P (reader->record, field->offset);

  switch (field->type)
    {
    case RAP_FIELD_STRING:
      if ((field->flags & RAP_FIELD_NULLABLE) != 0)
        return rap_reader_read_nullable (reader, value, member);
      return rap_reader_read_string (reader, value, member);
    case RAP_FIELD_TEXT:
      return read_text (reader, value, member);
    case RAP_FIELD_BOOL:
      return read_bool (reader, value, member);
    case RAP_FIELD_GRADE:
      return read_grade (reader, value, member);
    case RAP_FIELD_ENUM:
      return rap_reader_read_enum (reader, value, field->vocabulary, member);
    case RAP_FIELD_REF:
      return read_reference (reader, value, member);
    case RAP_FIELD_REFS:
      return read_ids (reader, value, member);
    case RAP_FIELD_EDTF:
      return read_edtf (reader, value, member);
    case RAP_FIELD_RANGES:
      return rap_reader_read_ranges (reader, value, member);
    case RAP_FIELD_ANCHOR:
      return rap_reader_read_anchor (reader, value, member);
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      return rap_reader_read_parts (reader, value, field->type, member);
    case RAP_FIELD_EARLIEST:
    case RAP_FIELD_LATEST:
    default:
      return read_day (reader, value);
    }
}
