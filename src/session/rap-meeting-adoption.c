/* rap-meeting-adoption.c
 *
 * Values that mean the same are one value: dates by what they mean, everything
 * else by its folded words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting-adoption.h"

#include "rap-date-phrase.h"
#include "rap-fold.h"
#include "rap-known-names-private.h"

void
rap_claimed_value_free (RapClaimedValue *self)
{
  g_free (self->value);
  g_clear_pointer (&self->date, rap_edtf_unref);
  g_ptr_array_unref (self->claims);
  g_free (self);
}

/* "on Monday" is counted from the day when the claim was published. */
static RapEdtf *
read_phrase (RapSession     *session,
             const RapClaim *claim,
             const char     *phrase)
{
  g_autoptr (RapRecord) article = rap_session_load (session, RAP_KIND_ARTICLE, claim->article, NULL);
  RapDateContext context = { 0 };
  RapDateHit hit = { 0 };
  RapEdtf *date = NULL;

  if (article != NULL)
    {
      context.published = RAP_ARTICLE (article)->published;
      context.language = *RAP_ARTICLE (article)->language != '\0' ? RAP_ARTICLE (article)->language : NULL;
    }
  if (rap_date_parse_phrase (phrase, &context, &hit, NULL) && hit.edtf != NULL)
    date = rap_edtf_ref (hit.edtf);
  rap_date_hit_clear (&hit);
  return date;
}

RapEdtf *
rap_session_read_date (RapSession     *self,
                       const RapClaim *claim,
                       const char     *value)
{
  g_autofree char *stripped = NULL;
  RapEdtf *date;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  stripped = g_strstrip (g_strdup (value));
  date = rap_edtf_parse (stripped, NULL);
  return date != NULL ? date : read_phrase (self, claim, stripped);
}

static gboolean
same_words (const char *a,
            const char *b)
{
  g_autofree char *one = rap_fold_name (a);
  g_autofree char *other = rap_fold_name (b);

  return g_str_equal (one, other);
}

/* The value among @values that says the same, or NULL. */
static RapClaimedValue *
find_value (GPtrArray  *values,
            const char *value,
            RapEdtf    *date)
{
  for (guint i = 0; i < values->len; i++)
    {
      RapClaimedValue *one = values->pdata[i];

      if (date != NULL ? rap_edtf_equal (one->date, date) : one->date == NULL && same_words (one->value, value))
        return one;
    }
  return NULL;
}

static RapClaimedValue *
add_value (GPtrArray  *values,
           const char *value,
           RapEdtf    *date)
{
  RapClaimedValue *one = g_new0 (RapClaimedValue, 1);

  one->value = g_strdup (value);
  one->date = date != NULL ? rap_edtf_ref (date) : NULL;
  one->claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (values, one);
  return one;
}

static void
add_claim (RapSession *session,
           GPtrArray  *values,
           RapClaim   *claim,
           const char *meeting,
           RapAspect   aspect)
{
  for (guint i = 0; claim->meetings != NULL && i < claim->meetings->len; i++)
    {
      const RapClaimMeeting *link = claim->meetings->pdata[i];
      g_autoptr (RapEdtf) date = NULL;
      RapClaimedValue *value;

      if (link->value == NULL || link->aspect != aspect || !g_str_equal (link->meeting, meeting))
        continue;
      date = aspect == RAP_ASPECT_DATE ? rap_session_read_date (session, claim, link->value) : NULL;
      value = find_value (values, link->value, date);
      if (value == NULL)
        value = add_value (values, link->value, date);
      if (!g_ptr_array_find (value->claims, claim, NULL))
        g_ptr_array_add (value->claims, g_object_ref (claim));
    }
}

/* What the meeting holds, in words; "" for nothing that could compete with a claim. (transfer full) */
static char *
get_held (RapSession       *session,
          const RapMeeting *meeting,
          RapAspect         aspect)
{
  switch (aspect)
    {
    case RAP_ASPECT_DATE:
      return g_strdup (meeting->when != NULL ? meeting->when->text : "");
    case RAP_ASPECT_PLACE:
      return meeting->place != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, meeting->place)
                                    : g_strdup (meeting->place_text);
    case RAP_ASPECT_TOPIC:
      return g_strdup (meeting->topic);
    case RAP_ASPECT_OUTCOME:
      return g_strdup (meeting->outcome);
    case RAP_ASPECT_OCCURRENCE:
    case RAP_ASPECT_PARTICIPANTS:
    default:
      return g_strdup ("");
    }
}

/* The place of the project with that name, by any spelling, or NULL. (transfer full) */
static char *
match_place (RapSession *session,
             const char *value)
{
  g_autoptr (RapEntity) entity = rap_session_match_entity (session, value);

  return entity != NULL && entity->kind == RAP_ENTITY_PLACE ? g_strdup (entity->parent_instance.id) : NULL;
}

static void
adopt_place (RapSession *session,
             RapMeeting *result,
             const char *value)
{
  g_autofree char *place = match_place (session, value);

  rap_set_string (&result->place, place);
  rap_set_string (&result->place_text, place != NULL ? "" : value);
}

static gboolean
takes_part (const RapMeeting *meeting,
            const char       *entity)
{
  for (guint i = 0; meeting->participants != NULL && i < meeting->participants->len; i++)
    if (g_str_equal (((RapParticipant *) meeting->participants->pdata[i])->entity, entity))
      return TRUE;
  return FALSE;
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
find_named (RapSession *session,
            const char *value)
{
  GPtrArray *named = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ids = NULL;
  RapKnownNames names;

  rap_known_names_init (&names, session, RAP_KINDS_OF_ACTORS);
  ids = rap_known_names_find (&names, value);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (named, g_strdup (ids->pdata[i]));
  rap_known_names_clear (&names);
  return named;
}

static void
adopt_participants (RapSession *session,
                    RapMeeting *result,
                    const char *value)
{
  g_autoptr (GPtrArray) named = find_named (session, value);

  for (guint i = 0; i < named->len; i++)
    {
      if (takes_part (result, named->pdata[i]))
        continue;
      if (result->participants == NULL)
        result->participants = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_participant_free);
      g_ptr_array_add (result->participants, rap_participant_new (named->pdata[i], RAP_ROLE_PARTICIPANT, ""));
    }
}

static void
adopt_occurrence (RapMeeting *result,
                  const char *value)
{
  guint status;

  if (rap_vocabulary_parse (&rap_status_vocabulary, value, &status))
    result->status = status;
  else
    rap_set_string (&result->title, value);
}

RapMeeting *
rap_session_adopt (RapSession            *self,
                   const RapMeeting      *meeting,
                   RapAspect              aspect,
                   const RapClaimedValue *value)
{
  g_autoptr (RapMeeting) result = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  if (aspect == RAP_ASPECT_DATE && value->date == NULL)
    return NULL;
  result = RAP_MEETING (rap_record_copy (RAP_RECORD ((RapMeeting *) meeting)));
  if (aspect == RAP_ASPECT_DATE)
    rap_set_edtf (&result->when, value->date);
  else if (aspect == RAP_ASPECT_PLACE)
    adopt_place (self, result, value->value);
  else if (aspect == RAP_ASPECT_PARTICIPANTS)
    adopt_participants (self, result, value->value);
  else if (aspect == RAP_ASPECT_TOPIC)
    rap_set_string (&result->topic, value->value);
  else if (aspect == RAP_ASPECT_OUTCOME)
    rap_set_string (&result->outcome, value->value);
  else
    adopt_occurrence (result, value->value);
  return rap_record_equal (RAP_RECORD (result), (const RapRecord *) meeting) ? NULL : g_steal_pointer (&result);
}

/* What a meeting of many names holds is told by what adopting would change. */
static gboolean
is_adopted (RapSession            *session,
            const RapMeeting      *meeting,
            RapAspect              aspect,
            const char            *held,
            const RapClaimedValue *value)
{
  g_autofree char *place = NULL;
  g_autoptr (GPtrArray) named = NULL;

  switch (aspect)
    {
    case RAP_ASPECT_DATE:
      return value->date != NULL && rap_edtf_equal (value->date, meeting->when);
    case RAP_ASPECT_PLACE:
      place = meeting->place != NULL ? match_place (session, value->value) : NULL;
      return place != NULL ? g_str_equal (place, meeting->place) : *held != '\0' && same_words (held, value->value);
    case RAP_ASPECT_PARTICIPANTS:
      named = find_named (session, value->value);
      return named->len > 0 && !value->adoptable;
    case RAP_ASPECT_OCCURRENCE:
      return !value->adoptable || same_words (meeting->title, value->value);
    default:
      return *held != '\0' && same_words (held, value->value);
    }
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const RapClaimedValue *one = *(const RapClaimedValue **) a;
  const RapClaimedValue *other = *(const RapClaimedValue **) b;

  if (one->adopted != other->adopted)
    return one->adopted ? -1 : 1;
  if (one->claims->len != other->claims->len)
    return one->claims->len > other->claims->len ? -1 : 1;
  return g_strcmp0 (one->value, other->value);
}

GPtrArray *
rap_session_list_values (RapSession       *self,
                         const RapMeeting *meeting,
                         RapAspect         aspect,
                         GPtrArray        *claims)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claimed_value_free);
  g_autofree char *held = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (RAP_IS_SESSION (self), values);

  held = get_held (self, meeting, aspect);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    add_claim (self, values, claims->pdata[i], meeting->parent_instance.id, aspect);
  for (guint i = 0; i < values->len; i++)
    {
      RapClaimedValue *value = values->pdata[i];
      g_autoptr (RapMeeting) result = rap_session_adopt (self, meeting, aspect, value);

      value->adoptable = result != NULL;
      value->adopted = is_adopted (self, meeting, aspect, held, value);
      any = any || value->adopted;
    }
  if (values->len > 0 && !any && *held != '\0')
    add_value (values, held, aspect == RAP_ASPECT_DATE ? meeting->when : NULL)->adopted = TRUE;
  g_ptr_array_sort (values, compare_values);
  return values;
}

gboolean
rap_claimed_values_compete (GPtrArray *values)
{
  guint n = 0;

  for (guint i = 0; i < values->len; i++)
    n += ((RapClaimedValue *) values->pdata[i])->claims->len > 0;
  return n > 1;
}
