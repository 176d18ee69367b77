/* rap-record-read.c
 *
 * Whole records from a neutral tree: the id first, so that every message can
 * name the object, then the members in any order, then what is derived.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record-json.h"

#include <string.h>

#include "rap-article.h"
#include "rap-reader-private.h"
#include "rap-record-private.h"

static gboolean
read_time (const RapReader *reader,
           GVariant     *value,
           gint64       *time)
{
  if (!rap_reader_expect (reader, value, "s", "a string"))
    return FALSE;
  if (!rap_time_parse (g_variant_get_string (value, NULL), time))
    return rap_reader_fail (reader, RAP_ERROR_INVALID, "“%s” is no time as in RFC 3339",
                 g_variant_get_string (value, NULL));

  return TRUE;
}

static gboolean
read_member (RapReader   *reader,
             GVariant *value)
{
  RapRecord *record = reader->record;
  const RapField *field = rap_kind_find_field (rap_record_get_kind (record), reader->member);

  reader->inner = NULL;
  if (field != NULL)
    return rap_reader_read_field (reader, field, value);
  if (strcmp (reader->member, "id") == 0)
    return TRUE;
  if (strcmp (reader->member, "created") == 0)
    return read_time (reader, value, &record->created);
  if (strcmp (reader->member, "modified") == 0)
    return read_time (reader, value, &record->modified);
  if (strcmp (reader->member, "analyst") == 0)
    return rap_reader_read_string (reader, value, &record->analyst);

  return rap_reader_meet_unknown (reader);
}

/* Before all else, so that every message can name the object. */
static gboolean
read_own_id (RapReader   *reader,
             GVariant *members)
{
  g_autoptr (GVariant) id = g_variant_lookup_value (members, "id", NULL);

  if (id == NULL)
    {
      reader->record->id = g_uuid_string_random ();
      return TRUE;
    }

  reader->member = "id";
  reader->inner = NULL;
  return rap_reader_read_id (reader, id, &reader->record->id);
}

static gboolean
check_day (RapReader         *reader,
           GVariant       *members,
           const RapField *field)
{
  g_autoptr (GVariant) value = g_variant_lookup_value (members, field->name, NULL);
  const RapEdtf *edtf = rap_record_member (reader->record, field, RapEdtf *);
  g_autofree char *day = NULL;
  const char *given;

  if (value == NULL)
    return TRUE;
  if (edtf != NULL)
    day = field->type == RAP_FIELD_EARLIEST ? rap_edtf_get_earliest (edtf)
                                            : rap_edtf_get_latest (edtf);
  given = rap_reader_is_null (value) ? NULL : g_variant_get_string (value, NULL);
  if (g_strcmp0 (given, day) == 0)
    return TRUE;

  reader->member = field->name;
  return rap_reader_fail (reader, RAP_ERROR_INVALID, "%s disagrees with the date, which gives %s",
               given != NULL ? given : "null", day != NULL ? day : "null");
}

static gboolean
check_sha256 (RapReader *reader)
{
  RapArticle *article = RAP_ARTICLE (reader->record);
  g_autofree char *sha256 = NULL;

  if (article->sha256 == NULL || article->text == NULL)
    return TRUE;
  sha256 = rap_text_sha256 (article->text);
  if (strcmp (sha256, article->sha256) == 0)
    return TRUE;

  reader->member = "sha256";
  return rap_reader_fail (reader, RAP_ERROR_INVALID, "disagrees with the text, whose sum is %s", sha256);
}

static gboolean
check_derived (RapReader   *reader,
               GVariant *members)
{
  guint n_fields;
  const RapField *fields = rap_kind_get_fields (rap_record_get_kind (reader->record), &n_fields);

  reader->inner = NULL;
  for (guint i = 0; i < n_fields; i++)
    {
      if ((fields[i].type == RAP_FIELD_EARLIEST || fields[i].type == RAP_FIELD_LATEST) &&
          !check_day (reader, members, &fields[i]))
        return FALSE;
    }

  return !RAP_IS_ARTICLE (reader->record) || check_sha256 (reader);
}

RapRecord *
rap_record_from_variant (RapKind     kind,
                         GVariant   *members,
                         GPtrArray  *unknown,
                         GError    **error)
{
  g_autoptr (RapRecord) record = NULL;
  RapReader reader = { NULL, NULL, NULL, unknown, error };
  gboolean success = TRUE;
  GVariantIter iter;
  GVariant *value;

  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);
  g_return_val_if_fail (members != NULL, NULL);

  if (!g_variant_is_of_type (members, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "%s: an object expected",
                   rap_kind_get_nick (kind));
      return NULL;
    }

  record = rap_record_new_bare (kind);
  reader.record = record;
  if (!read_own_id (&reader, members))
    return NULL;

  g_variant_iter_init (&iter, members);
  while (success && g_variant_iter_next (&iter, "{&sv}", &reader.member, &value))
    {
      success = read_member (&reader, value);
      g_variant_unref (value);
    }
  if (!success || !check_derived (&reader, members))
    return NULL;

  return g_steal_pointer (&record);
}
