/* rap-calendar-file.c
 *
 * iCalendar, line by line: CRLF, folded at 75 octets. The stamp is the time of
 * the record's last change, never that of the export. Nobody is invited: there
 * are no attendees, participants stand in the description.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-calendar-file.h"

#include <string.h>

#include "rap-brush.h"
#include "rap-model.h"

#define MAX_OCTETS 75

typedef struct
{
  RapStore *store;
  GString  *text;
  gint64    first;
  gint64    last;
} Calendar;

/* @line without its end, folded between characters. */
static void
put_line (Calendar   *self,
          const char *line)
{
  gsize room = MAX_OCTETS;

  for (const char *p = line; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if ((gsize) (next - p) > room)
        {
          g_string_append (self->text, "\r\n ");
          room = MAX_OCTETS - 1;
        }
      g_string_append_len (self->text, p, next - p);
      room -= (gsize) (next - p);
      p = next;
    }
  g_string_append (self->text, "\r\n");
}

static void
append_escaped (GString    *line,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' || *p == ';' || *p == ',')
        g_string_append_c (line, '\\');
      if (*p == '\n')
        g_string_append (line, "\\n");
      else if ((guchar) *p >= 0x20 && *p != 0x7f)
        g_string_append_c (line, *p);
    }
}

/* Nothing for an empty value. */
static void
put_text (Calendar   *self,
          const char *name,
          const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  if (value == NULL || *value == '\0')
    return;
  g_string_append_c (line, ':');
  append_escaped (line, value);
  put_line (self, line->str);
}

static void
put_day (Calendar   *self,
         const char *name,
         gint64      day)
{
  g_autofree char *line = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, (int) year, month, day_of_month);
  put_line (self, line);
}

static void
put_stamp (Calendar *self,
           gint64    time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *line = g_date_time_format (date, "DTSTAMP:%Y%m%dT%H%M%SZ");

  put_line (self, line);
}

/* The days that it may be; FALSE when the format cannot say. @last may be RAP_DAY_MAX. */
static gboolean
get_days (const RapEdtf *when,
          gint64        *first,
          gint64        *last)
{
  if (when == NULL)
    return FALSE;
  *first = when->es > RAP_DAY_MIN ? when->es : when->ee;
  *last = when->le;
  return *first >= rap_day_from_ymd (1, 1, 1) && *first < rap_day_from_ymd (9999, 12, 31)
         && (*last == RAP_DAY_MAX || *last <= rap_day_from_ymd (9999, 12, 31));
}

static gboolean
is_wanted (Calendar      *self,
           const RapEdtf *when)
{
  if (self->first == RAP_DAY_MIN && self->last == RAP_DAY_MAX)
    return TRUE;
  return when != NULL && rap_brush_ask (when->es, when->le, self->first, self->last) != RAP_BRUSH_OUTSIDE;
}

/* What both kinds have; returns what the object is called, to end it. */
static const char *
begin_object (Calendar        *self,
              const RapRecord *record,
              const char      *title,
              const RapEdtf   *when)
{
  gint64 first, last;
  gboolean dated = get_days (when, &first, &last);

  put_line (self, dated ? "BEGIN:VEVENT" : "BEGIN:VJOURNAL");
  put_text (self, "UID", record->id);
  put_stamp (self, record->modified);
  if (dated)
    put_day (self, "DTSTART", first);
  if (dated && last < RAP_DAY_MAX)
    put_day (self, "DTEND", last);
  put_text (self, "SUMMARY", *title != '\0' ? title : "–");
  put_text (self, "X-RAPPORTEUR-EDTF", when != NULL ? when->text : NULL);
  if (dated)
    put_line (self, "TRANSP:TRANSPARENT");
  return dated ? "END:VEVENT" : "END:VJOURNAL";
}

static void
add_description_line (GString    *description,
                      const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (description->len > 0)
    g_string_append_c (description, '\n');
  g_string_append (description, text);
}

static char *
load_name (Calendar   *self,
           const char *id)
{
  g_autoptr (RapRecord) record = id != NULL ? rap_store_load (self->store, RAP_KIND_ENTITY, id, NULL) : NULL;

  return record != NULL ? g_strdup (RAP_ENTITY (record)->name) : NULL;
}

static char *
list_participants (Calendar         *self,
                   const RapMeeting *meeting)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; meeting->participants != NULL && i < meeting->participants->len; i++)
    {
      const RapParticipant *participant = g_ptr_array_index (meeting->participants, i);
      g_autofree char *name = load_name (self, participant->entity);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* The EDTF first, so that every reader shows it. */
static char *
describe (const RapEdtf *when,
          const char    *names,
          const char    *topic,
          const char    *outcome)
{
  g_autoptr (GString) description = g_string_new (NULL);

  if (when != NULL)
    g_string_append_printf (description, "EDTF: %s", when->text);
  add_description_line (description, names);
  add_description_line (description, topic);
  add_description_line (description, outcome);
  return g_string_free (g_steal_pointer (&description), FALSE);
}

static const char *
status_line (RapStatus status)
{
  switch (status)
    {
    case RAP_STATUS_HELD:
      return "STATUS:CONFIRMED";
    case RAP_STATUS_CANCELLED:
      return "STATUS:CANCELLED";
    case RAP_STATUS_PLANNED:
    case RAP_STATUS_REPORTED_ONLY:
    default:
      return "STATUS:TENTATIVE";
    }
}

static gboolean
put_meeting (RapRecord  *record,
             gpointer    user_data,
             GError    **error)
{
  Calendar *self = user_data;
  const RapMeeting *meeting = RAP_MEETING (record);
  g_autofree char *names = NULL;
  g_autofree char *place = NULL;
  g_autofree char *description = NULL;
  const char *end;

  if (!is_wanted (self, meeting->when))
    return TRUE;
  names = list_participants (self, meeting);
  place = load_name (self, meeting->place);
  description = describe (meeting->when, names, meeting->topic, meeting->outcome);
  end = begin_object (self, record, meeting->title, meeting->when);
  if (g_str_equal (end, "END:VEVENT"))
    put_line (self, status_line (meeting->status));
  else if (meeting->status == RAP_STATUS_CANCELLED)
    put_line (self, "STATUS:CANCELLED");
  if (g_str_equal (end, "END:VEVENT"))
    put_text (self, "LOCATION", place != NULL ? place : meeting->place_text);
  put_text (self, "DESCRIPTION", description);
  put_line (self, "CATEGORIES:MEETING");
  put_line (self, end);
  return TRUE;
}

/* A title and a date, as in the timeline. */
static gboolean
put_article (RapRecord  *record,
             gpointer    user_data,
             GError    **error)
{
  Calendar *self = user_data;
  const RapArticle *article = RAP_ARTICLE (record);
  g_autofree char *outlet = NULL;
  g_autofree char *description = NULL;
  const char *end;

  if (!is_wanted (self, article->published))
    return TRUE;
  outlet = load_name (self, article->outlet);
  description = describe (article->published, outlet, article->byline, article->url);
  end = begin_object (self, record, article->title, article->published);
  if (g_str_equal (end, "END:VEVENT"))
    put_line (self, "STATUS:CONFIRMED");
  put_text (self, "DESCRIPTION", description);
  put_line (self, "CATEGORIES:ARTICLE");
  put_line (self, end);
  return TRUE;
}

gboolean
rap_calendar_file_write (RapStore     *store,
                         gint64        first,
                         gint64        last,
                         RapJsonSink   sink,
                         gpointer      user_data,
                         GError      **error)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                           "PRODID:-//Rapporteur//Rapporteur " RAP_VERSION "//EN\r\n"
                                           "CALSCALE:GREGORIAN\r\n");
  g_autoptr (RapRecord) project = rap_store_load (store, RAP_KIND_PROJECT, NULL, NULL);
  Calendar calendar = { store, text, first, last };

  put_text (&calendar, "X-WR-CALNAME", project != NULL ? RAP_PROJECT (project)->title : NULL);
  if (!rap_store_foreach (store, RAP_KIND_MEETING, put_meeting, &calendar, error)
      || !rap_store_foreach (store, RAP_KIND_ARTICLE, put_article, &calendar, error))
    return FALSE;
  put_line (&calendar, "END:VCALENDAR");
  return sink (text->str, text->len, user_data, error);
}
