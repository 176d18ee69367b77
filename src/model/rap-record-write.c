/* rap-record-write.c
 *
 * Records as native JSON: id, the members in the order of the kind's table,
 * then created, modified and analyst. The same record gives the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record-json.h"

static void
write_ranges (RapJsonWriter  *writer,
              const char     *member,
              const RapRange *ranges,
              guint           n_ranges)
{
  /* A RapRange is a pair of guint. */
  rap_json_writer_pairs (writer, member, (const guint *) ranges, n_ranges);
}

static void
write_anchor (RapJsonWriter   *writer,
              const char      *member,
              const RapAnchor *anchor)
{
  if (anchor == NULL)
    {
      rap_json_writer_null (writer, member);
      return;
    }

  rap_json_writer_begin_object (writer, member);
  write_ranges (writer, "ranges", anchor->ranges, anchor->n_ranges);
  rap_json_writer_string (writer, "exact", anchor->exact);
  rap_json_writer_string (writer, "prefix", anchor->prefix);
  rap_json_writer_string (writer, "suffix", anchor->suffix);
  rap_json_writer_end_object (writer);
}

static void
write_part (RapJsonWriter *writer,
            RapFieldType   type,
            gconstpointer  part)
{
  const RapName *name = part;
  const RapParticipant *participant = part;
  const RapClaimMeeting *link = part;

  rap_json_writer_begin_object (writer, NULL);
  if (type == RAP_FIELD_NAMES)
    {
      rap_json_writer_string (writer, "name", name->name);
      rap_json_writer_string (writer, "language", name->language);
      rap_json_writer_string (writer, "kind",
                              rap_vocabulary_nick (&rap_name_kind_vocabulary, name->kind));
    }
  else if (type == RAP_FIELD_PARTICIPANTS)
    {
      rap_json_writer_string (writer, "entity", participant->entity);
      rap_json_writer_string (writer, "role",
                              rap_vocabulary_nick (&rap_role_vocabulary, participant->role));
      rap_json_writer_string (writer, "capacity", participant->capacity);
    }
  else
    {
      rap_json_writer_string (writer, "meeting", link->meeting);
      rap_json_writer_string (writer, "aspect",
                              rap_vocabulary_nick (&rap_aspect_vocabulary, link->aspect));
      rap_json_writer_string (writer, "value", link->value);
    }
  rap_json_writer_end_object (writer);
}

static void
write_parts (RapJsonWriter   *writer,
             const RapField  *field,
             const GPtrArray *parts)
{
  rap_json_writer_begin_array (writer, field->name);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    write_part (writer, field->type, parts->pdata[i]);
  rap_json_writer_end_array (writer);
}

static void
write_ids (RapJsonWriter *writer,
           const char    *member,
           char         **ids)
{
  rap_json_writer_begin_array (writer, member);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    rap_json_writer_string (writer, NULL, ids[i]);
  rap_json_writer_end_array (writer);
}

static void
write_day (RapJsonWriter *writer,
           const char    *member,
           const RapEdtf *edtf,
           char        *(*get_day) (const RapEdtf *))
{
  g_autofree char *day = edtf != NULL ? get_day (edtf) : NULL;

  rap_json_writer_string (writer, member, day);
}

static void
write_string (RapJsonWriter  *writer,
              const RapField *field,
              const char     *value)
{
  if (value == NULL && (field->flags & RAP_FIELD_NULLABLE) == 0)
    value = "";
  rap_json_writer_string (writer, field->name, value);
}

static void
write_grade (RapJsonWriter *writer,
             const char    *member,
             guint          grade)
{
  if (grade > 0)
    rap_json_writer_int (writer, member, grade);
  else
    rap_json_writer_null (writer, member);
}

static void
write_array (RapJsonWriter *writer,
             const char    *member,
             const GArray  *ranges)
{
  if (ranges != NULL)
    write_ranges (writer, member, (const RapRange *) (gpointer) ranges->data, ranges->len);
  else
    write_ranges (writer, member, NULL, 0);
}

/* Members that are one value. */
static void
write_scalar (const RapRecord *self,
              RapJsonWriter   *writer,
              const RapField  *field)
{
  const RapText *text;
  const RapEdtf *edtf;

  switch ((int) field->type)
    {
    case RAP_FIELD_STRING:
      write_string (writer, field, rap_record_member (self, field, char *));
      break;
    case RAP_FIELD_TEXT:
      text = rap_record_member (self, field, RapText *);
      write_string (writer, field, text != NULL ? rap_text_get_utf8 (text) : NULL);
      break;
    case RAP_FIELD_BOOL:
      rap_json_writer_bool (writer, field->name, rap_record_member (self, field, gboolean));
      break;
    case RAP_FIELD_GRADE:
      write_grade (writer, field->name, rap_record_member (self, field, guint));
      break;
    case RAP_FIELD_ENUM:
      rap_json_writer_string (writer, field->name,
                              rap_vocabulary_nick (field->vocabulary,
                                                   rap_record_member (self, field, guint)));
      break;
    case RAP_FIELD_REF:
      rap_json_writer_string (writer, field->name, rap_record_member (self, field, char *));
      break;
    default:
      edtf = rap_record_member (self, field, RapEdtf *);
      rap_json_writer_string (writer, field->name, edtf != NULL ? edtf->text : NULL);
      break;
    }
}

static void
write_field (const RapRecord *self,
             RapJsonWriter   *writer,
             const RapField  *field)
{
  switch ((int) field->type)
    {
    case RAP_FIELD_REFS:
      write_ids (writer, field->name, rap_record_member (self, field, char **));
      break;
    case RAP_FIELD_RANGES:
      write_array (writer, field->name, rap_record_member (self, field, GArray *));
      break;
    case RAP_FIELD_ANCHOR:
      write_anchor (writer, field->name, rap_record_member (self, field, RapAnchor *));
      break;
    case RAP_FIELD_NAMES:
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      write_parts (writer, field, rap_record_member (self, field, GPtrArray *));
      break;
    case RAP_FIELD_EARLIEST:
      write_day (writer, field->name, rap_record_member (self, field, RapEdtf *),
                 rap_edtf_get_earliest);
      break;
    case RAP_FIELD_LATEST:
      write_day (writer, field->name, rap_record_member (self, field, RapEdtf *),
                 rap_edtf_get_latest);
      break;
    default:
      write_scalar (self, writer, field);
      break;
    }
}

static void
write_time (RapJsonWriter *writer,
            const char    *member,
            gint64         time)
{
  g_autofree char *text = rap_time_format (time);

  rap_json_writer_string (writer, member, text);
}

void
rap_record_write_members (const RapRecord *self,
                          RapJsonWriter   *writer)
{
  const RapRecordClass *klass;

  g_return_if_fail (RAP_IS_RECORD (self));
  g_return_if_fail (writer != NULL);

  klass = RAP_RECORD_GET_CLASS (self);
  rap_json_writer_string (writer, "id", self->id);
  for (guint i = 0; i < klass->n_fields; i++)
    write_field (self, writer, &klass->fields[i]);
  write_time (writer, "created", self->created);
  write_time (writer, "modified", self->modified);
  rap_json_writer_string (writer, "analyst", self->analyst != NULL ? self->analyst : "");
}

void
rap_record_write_json (const RapRecord *self,
                       RapJsonWriter   *writer,
                       const char      *member)
{
  rap_json_writer_begin_object (writer, member);
  rap_record_write_members (self, writer);
  rap_json_writer_end_object (writer);
}

char *
rap_record_to_json (const RapRecord *self)
{
  g_autoptr (RapJsonWriter) writer = rap_json_writer_new (FALSE, NULL, NULL);

  rap_record_write_json (self, writer, NULL);
  return rap_json_writer_steal (writer);
}
