/* rap-name-page.c
 *
 * Everything a project knows of one name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-name-page.h"

#include "rap-session-private.h"
#include "rap-store-names.h"
#include "rap-variants.h"

static void
capacity_free (gpointer data)
{
  g_free (((RapNameCapacity *) data)->capacity);
  g_free (data);
}

static void
meeting_free (gpointer data)
{
  RapNameMeeting *self = data;

  g_object_unref (self->meeting);
  g_free (self->capacity);
  g_free (self);
}

static void
article_free (gpointer data)
{
  RapNameArticle *self = data;

  g_free (self->article);
  g_free (self->title);
  g_free (self->when);
  g_ptr_array_unref (self->mentions);
  g_free (self);
}

void
rap_name_page_free (RapNamePage *self)
{
  g_ptr_array_unref (self->capacities);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->spoken);
  g_ptr_array_unref (self->passed_on);
  g_ptr_array_unref (self->articles);
  g_free (self);
}

static RapNamePage *
page_new (void)
{
  RapNamePage *self = g_new0 (RapNamePage, 1);

  self->capacities = g_ptr_array_new_with_free_func (capacity_free);
  self->meetings = g_ptr_array_new_with_free_func (meeting_free);
  self->spoken = g_ptr_array_new_with_free_func (g_object_unref);
  self->passed_on = g_ptr_array_new_with_free_func (g_object_unref);
  self->articles = g_ptr_array_new_with_free_func (article_free);
  return self;
}

/* Meetings and capacities */

static gint64
day_of (const RapEdtf *when)
{
  return when != NULL ? when->es : G_MAXINT64;
}

static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  const RapMeeting *x = (*(RapNameMeeting * const *) a)->meeting;
  const RapMeeting *y = (*(RapNameMeeting * const *) b)->meeting;
  gint64 day_x = day_of (x->when), day_y = day_of (y->when);

  if (day_x != day_y)
    return day_x < day_y ? -1 : 1;
  return g_strcmp0 (((const RapRecord *) x)->id, ((const RapRecord *) y)->id);
}

static void
add_meeting (RapNamePage *self,
             RapMeeting  *meeting,
             const char  *entity)
{
  RapNameMeeting *entry = g_new0 (RapNameMeeting, 1);

  entry->meeting = g_object_ref (meeting);
  entry->is_place = TRUE;
  for (guint i = 0; meeting->participants != NULL && i < meeting->participants->len; i++)
    {
      const RapParticipant *one = meeting->participants->pdata[i];

      if (!g_str_equal (one->entity, entity))
        continue;
      entry->is_place = FALSE;
      entry->role = one->role;
      rap_set_string (&entry->capacity, one->capacity);
    }
  g_ptr_array_add (self->meetings, entry);
}

static RapNameCapacity *
get_capacity (RapNamePage *self,
              const char  *capacity)
{
  RapNameCapacity *entry;

  for (guint i = 0; i < self->capacities->len; i++)
    {
      entry = self->capacities->pdata[i];
      if (g_ascii_strcasecmp (entry->capacity, capacity) == 0)
        return entry;
    }
  entry = g_new0 (RapNameCapacity, 1);
  entry->capacity = g_strdup (capacity);
  g_ptr_array_add (self->capacities, entry);
  return entry;
}

static void
widen (RapNameCapacity *entry,
       gint64           first_day,
       gint64           last_day)
{
  gint64 from, to;
  int month, day;

  rap_day_to_ymd (first_day, &from, &month, &day);
  rap_day_to_ymd (last_day, &to, &month, &day);
  if (entry->from == 0 || from < entry->from)
    entry->from = from;
  if (entry->to == 0 || to > entry->to)
    entry->to = to;
}

/* The meetings are in order, so the capacities come in the order of their first one. */
static void
collect_capacities (RapNamePage *self)
{
  for (guint i = 0; i < self->meetings->len; i++)
    {
      const RapNameMeeting *entry = self->meetings->pdata[i];
      const RapEdtf *when = entry->meeting->when;
      RapNameCapacity *capacity;

      if (entry->capacity == NULL || *entry->capacity == '\0')
        continue;
      capacity = get_capacity (self, entry->capacity);
      capacity->n_meetings++;
      /* open on one side says nothing of that side */
      if (when != NULL && when->es > RAP_DAY_MIN && when->le < RAP_DAY_MAX)
        widen (capacity, when->es, when->le - 1);
    }
}

static gboolean
load_meetings (RapNamePage  *self,
               RapSession   *session,
               const char   *entity,
               GError      **error)
{
  g_autoptr (GPtrArray) meetings = rap_session_load_linked (session, RAP_KIND_MEETING, entity, 0, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    add_meeting (self, RAP_MEETING (meetings->pdata[i]), entity);
  g_ptr_array_sort (self->meetings, compare_meetings);
  collect_capacities (self);
  return meetings != NULL;
}

/* Claims */

static gboolean
load_claims (RapNamePage  *self,
             RapSession   *session,
             const char   *entity,
             guint         limit,
             GError      **error)
{
  g_autoptr (GPtrArray) claims = rap_session_load_linked (session, RAP_KIND_CLAIM, entity, limit > 0 ? limit + 1 : 0, error);
  guint n = claims == NULL ? 0 : limit > 0 ? MIN (limit, claims->len) : claims->len;

  for (guint i = 0; i < n; i++)
    {
      RapClaim *claim = RAP_CLAIM (claims->pdata[i]);

      if (g_strcmp0 (claim->speaker, entity) == 0)
        g_ptr_array_add (self->spoken, g_object_ref (claim));
      if (claim->via != NULL && g_strv_contains ((const char * const *) claim->via, entity))
        g_ptr_array_add (self->passed_on, g_object_ref (claim));
    }
  self->has_more |= claims != NULL && claims->len > n;
  return claims != NULL;
}

/* Mentions */

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const RapMention *x = *(RapMention * const *) a;
  const RapMention *y = *(RapMention * const *) b;

  return rap_range_compare (rap_anchor_get_hull (x->anchor), rap_anchor_get_hull (y->anchor));
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const RapNameArticle *x = *(RapNameArticle * const *) a;
  const RapNameArticle *y = *(RapNameArticle * const *) b;
  g_autoptr (RapEdtf) when_x = x->when != NULL ? rap_edtf_parse (x->when, NULL) : NULL;
  g_autoptr (RapEdtf) when_y = y->when != NULL ? rap_edtf_parse (y->when, NULL) : NULL;
  gint64 day_x = day_of (when_x), day_y = day_of (when_y);

  if (day_x != day_y)
    return day_x < day_y ? -1 : 1;
  return g_strcmp0 (x->title, y->title) != 0 ? g_strcmp0 (x->title, y->title) : g_strcmp0 (x->article, y->article);
}

/* Without the text, which may be long. */
static RapNameArticle *
article_new (RapSession *session,
             const char *id)
{
  RapStore *store = rap_session_get_store (session);
  gint64 row = rap_store_get_row (store, RAP_KIND_ARTICLE, id);
  g_autoptr (GPtrArray) headers = rap_store_load_headers (store, RAP_KIND_ARTICLE, &row, 1, NULL);
  const RapHeader *header = headers != NULL && headers->len > 0 ? headers->pdata[0] : NULL;
  RapNameArticle *self = g_new0 (RapNameArticle, 1);

  self->article = g_strdup (id);
  self->title = g_strdup (header != NULL ? header->title : "");
  self->when = g_strdup (header != NULL ? header->when : NULL);
  self->mentions = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static gboolean
load_mentions (RapNamePage  *self,
               RapSession   *session,
               const char   *entity,
               guint         limit,
               GError      **error)
{
  g_autoptr (GPtrArray) mentions = rap_session_load_linked (session, RAP_KIND_MENTION, entity,
                                                            limit > 0 ? limit + 1 : 0, error);
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);

  if (mentions == NULL)
    return FALSE;
  self->n_mentions = limit > 0 ? MIN (limit, mentions->len) : mentions->len;
  self->has_more |= mentions->len > self->n_mentions;
  for (guint i = 0; i < self->n_mentions; i++)
    {
      RapMention *mention = RAP_MENTION (mentions->pdata[i]);
      RapNameArticle *article = g_hash_table_lookup (articles, mention->article);

      if (article == NULL)
        {
          article = article_new (session, mention->article);
          g_hash_table_insert (articles, article->article, article);
          g_ptr_array_add (self->articles, article);
        }
      g_ptr_array_add (article->mentions, g_object_ref (mention));
    }
  for (guint i = 0; i < self->articles->len; i++)
    g_ptr_array_sort (((RapNameArticle *) self->articles->pdata[i])->mentions, compare_mentions);
  g_ptr_array_sort (self->articles, compare_articles);
  return TRUE;
}

RapNamePage *
rap_name_page_load (RapSession  *session,
                    const char  *entity,
                    guint        limit,
                    GError     **error)
{
  g_autoptr (RapNamePage) self = page_new ();
  g_autoptr (RapRecord) record = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  record = rap_session_load (session, RAP_KIND_ENTITY, entity, error);
  if (record == NULL || !load_meetings (self, session, entity, error)
      || !load_claims (self, session, entity, limit, error)
      || !load_mentions (self, session, entity, limit, error))
    return NULL;
  self->n_published = rap_store_count_published (rap_session_get_store (session), entity);
  return g_steal_pointer (&self);
}

const char *
rap_name_get_script (const char *name)
{
  return rap_script_of (name);
}
