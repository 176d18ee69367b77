/* rap-timeline-links.c
 *
 * The distance in time between two dates with doubt is a stretch: from the
 * latest the one may have been to the earliest of the other, and the reverse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-links.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "rap-article.h"
#include "rap-claim.h"
#include "rap-evidence.h"
#include "rap-meeting.h"
#include "rap-meeting-adoption.h"
#include "rap-timeline-words.h"

#define MAX_KEPT     4000     /* meetings whose links are kept */
#define DAYS_COUNTED 730      /* beyond, years are said */

struct _RapTimelineLinks
{
  GObject             parent_instance;
  RapSession         *session;
  RapTimelineItems   *items;
  RapTimelineColumns  columns;
  GHashTable         *links;     /* event → RapTimelineLink */
};

G_DEFINE_FINAL_TYPE (RapTimelineLinks, rap_timeline_links, G_TYPE_OBJECT)

static void
free_link (gpointer data)
{
  RapTimelineLink *link = data;

  g_array_unref (link->reports);
  g_clear_pointer (&link->values, g_ptr_array_unref);
  g_free (link->words);
  g_free (link);
}

static void
forget (RapTimelineLinks *self)
{
  g_hash_table_remove_all (self->links);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  g_clear_object (&self->session);
}

static void
rap_timeline_links_finalize (GObject *object)
{
  RapTimelineLinks *self = RAP_TIMELINE_LINKS (object);

  forget (self);
  g_hash_table_unref (self->links);
  G_OBJECT_CLASS (rap_timeline_links_parent_class)->finalize (object);
}

static void
rap_timeline_links_class_init (RapTimelineLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_timeline_links_finalize;
}

static void
rap_timeline_links_init (RapTimelineLinks *self)
{
  self->links = g_hash_table_new_full (NULL, NULL, NULL, free_link);
}

RapTimelineLinks *
rap_timeline_links_new (void)
{
  return g_object_new (RAP_TYPE_TIMELINE_LINKS, NULL);
}

void
rap_timeline_links_set (RapTimelineLinks *self,
                        RapSession       *session,
                        RapTimelineItems *items)
{
  g_return_if_fail (RAP_IS_TIMELINE_LINKS (self));

  if (session != NULL)
    g_object_ref (session);
  if (items != NULL)
    rap_timeline_items_ref (items);
  forget (self);
  self->session = session;
  self->items = items;
  if (items != NULL)
    rap_timeline_items_get_columns (items, &self->columns);
}

RapSession *
rap_timeline_links_get_session (RapTimelineLinks *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_LINKS (self), NULL);

  return self->session;
}

/* How long after the meeting the article came out. What took several days is
 * reported after its end, or while it lasts. */
static void
measure_lag (RapTimelineLinks  *self,
             guint              meeting,
             RapTimelineReport *report)
{
  const RapTimelineColumns *columns = &self->columns;
  RapTimelineEvent article, event;
  guint a, m;

  rap_timeline_items_get_event (self->items, report->event, &article);
  rap_timeline_items_get_event (self->items, meeting, &event);
  a = article.first_item;
  m = event.first_item;
  report->dated = (columns->flags[a] & RAP_ITEM_UNDATED) == 0 && (columns->flags[m] & RAP_ITEM_UNDATED) == 0
                  && columns->es[a] > RAP_DAY_MIN && columns->le[a] < RAP_DAY_MAX
                  && columns->es[m] > RAP_DAY_MIN && columns->le[m] < RAP_DAY_MAX;
  if (!report->dated)
    return;
  report->n_days[0] = columns->es[a] - (columns->le[m] - 1);
  report->n_days[1] = columns->le[a] - 1 - columns->es[m];
  /* what did happen was reported after it, where the dates leave that open */
  if ((columns->flags[m] & (RAP_ITEM_PLANNED | RAP_ITEM_CANCELLED)) == 0 && report->n_days[1] >= 0)
    report->n_days[0] = MAX (report->n_days[0], 0);
  if ((columns->flags[m] & RAP_ITEM_INTERVAL) == 0)
    return;
  report->during = columns->es[a] >= columns->es[m] && columns->le[a] <= columns->le[m];
  if (columns->es[a] >= columns->le[m])
    report->n_days[1] = columns->le[a] - 1 - columns->ee[m];
  else if (columns->le[a] <= columns->es[m])
    report->n_days[0] = columns->es[a] - (columns->ls[m] - 1);
}

static void
add_report (RapTimelineLinks *self,
            GArray           *reports,
            guint             meeting,
            const char       *article)
{
  RapTimelineReport report = { 0 };

  if (!rap_timeline_items_find (self->items, RAP_KIND_ARTICLE, article, &report.event))
    return;
  for (guint i = 0; i < reports->len; i++)
    if (g_array_index (reports, RapTimelineReport, i).event == report.event)
      return;
  measure_lag (self, meeting, &report);
  g_array_append_val (reports, report);
}

static int
compare_reports (const void *a,
                 const void *b)
{
  const RapTimelineReport *left = a;
  const RapTimelineReport *right = b;

  /* events are in the order of time */
  return left->event < right->event ? -1 : left->event > right->event;
}

static RapTimelineLink *
load_link (RapTimelineLinks *self,
           guint             event,
           const char       *id)
{
  RapTimelineLink *link = g_new0 (RapTimelineLink, 1);
  g_autoptr (GPtrArray) evidence = rap_session_load_linked (self->session, RAP_KIND_EVIDENCE, id, 0, NULL);
  g_autoptr (GPtrArray) claims = rap_session_load_linked (self->session, RAP_KIND_CLAIM, id, 0, NULL);
  g_autoptr (RapRecord) meeting = NULL;

  link->reports = g_array_new (FALSE, FALSE, sizeof (RapTimelineReport));
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    add_report (self, link->reports, event, RAP_EVIDENCE (evidence->pdata[i])->article);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    add_report (self, link->reports, event, RAP_CLAIM (claims->pdata[i])->article);
  qsort (link->reports->data, link->reports->len, sizeof (RapTimelineReport), compare_reports);
  if (claims == NULL || claims->len < 2)
    return link;
  meeting = rap_session_load (self->session, RAP_KIND_MEETING, id, NULL);
  if (meeting == NULL)
    return link;
  link->values = rap_session_list_values (self->session, RAP_MEETING (meeting), RAP_ASPECT_DATE, claims);
  if (!rap_claimed_values_compete (link->values))
    g_clear_pointer (&link->values, g_ptr_array_unref);
  return link;
}

const RapTimelineLink *
rap_timeline_links_get (RapTimelineLinks *self,
                        guint             event)
{
  RapTimelineLink *link;
  RapTimelineEvent info;

  g_return_val_if_fail (RAP_IS_TIMELINE_LINKS (self), NULL);

  if (self->session == NULL || self->items == NULL || event >= rap_timeline_items_get_n_events (self->items))
    return NULL;
  link = g_hash_table_lookup (self->links, GUINT_TO_POINTER (event));
  if (link != NULL)
    return link;
  rap_timeline_items_get_event (self->items, event, &info);
  if (info.kind != RAP_KIND_MEETING)
    return NULL;
  if (g_hash_table_size (self->links) >= MAX_KEPT)
    g_hash_table_remove_all (self->links);
  link = load_link (self, event, info.id);
  g_hash_table_insert (self->links, GUINT_TO_POINTER (event), link);
  return link;
}

gboolean
rap_timeline_links_is_contested (RapTimelineLinks *self,
                                 guint             event)
{
  const RapTimelineLink *link = rap_timeline_links_get (self, event);

  return link != NULL && link->values != NULL;
}

static char *
say_years (gint64 days)
{
  guint years = (guint) ((ABS (days) + 182) / 365.2425);

  return days > 0 ? g_strdup_printf (ngettext ("about %u year later", "about %u years later", years), years)
                  : g_strdup_printf (ngettext ("about %u year before", "about %u years before", years), years);
}

/* Both ends on one side of the meeting, or the same. */
static char *
say_stretch (guint    least,
             guint    most,
             gboolean later)
{
  if (least == most && later)
    return g_strdup_printf (ngettext ("%u day later", "%u days later", most), most);
  if (least == most)
    return g_strdup_printf (ngettext ("%u day before", "%u days before", most), most);
  if (least == 0 && later)
    return g_strdup_printf (ngettext ("at most %u day later", "at most %u days later", most), most);
  if (least == 0)
    return g_strdup_printf (ngettext ("at most %u day before", "at most %u days before", most), most);
  if (later)
    /* Translators: an article came out so many days after what it reports */
    return g_strdup_printf (ngettext ("%1$u to %2$u day later", "%1$u to %2$u days later", most), least, most);
  return g_strdup_printf (ngettext ("%1$u to %2$u day before", "%1$u to %2$u days before", most), least, most);
}

char *
rap_timeline_links_say_lag (const RapTimelineReport *report)
{
  gint64 least = report->n_days[0];
  gint64 most = report->n_days[1];

  if (!report->dated)
    return NULL;
  if (report->during)
    return g_strdup (_("while it lasted"));
  if (least == 0 && most == 0)
    return g_strdup (_("the same day"));
  if (least > DAYS_COUNTED || most < -DAYS_COUNTED)
    return say_years ((least + most) / 2);
  if (most > DAYS_COUNTED || least < -DAYS_COUNTED)
    return NULL;
  if (least >= 0)
    return say_stretch ((guint) least, (guint) most, TRUE);
  if (most <= 0)
    return say_stretch ((guint) -most, (guint) -least, FALSE);
  /* Translators: an article may have come out before or after what it reports */
  return g_strdup_printf (_("between %1$u days before and %2$u days later"), (guint) -least, (guint) most);
}

char *
rap_timeline_links_name_article (RapTimelineLinks *self,
                                 guint             event)
{
  g_autoptr (RapRecord) article = NULL;
  g_autofree char *outlet = NULL;
  RapTimelineEvent info;

  g_return_val_if_fail (RAP_IS_TIMELINE_LINKS (self) && self->items != NULL, g_strdup (""));

  rap_timeline_items_get_event (self->items, event, &info);
  if (self->session != NULL)
    article = rap_session_load (self->session, RAP_KIND_ARTICLE, info.id, NULL);
  if (article != NULL && RAP_ARTICLE (article)->outlet != NULL)
    outlet = rap_session_get_name (self->session, RAP_KIND_ENTITY, RAP_ARTICLE (article)->outlet);
  if (outlet != NULL && *outlet != '\0')
    return g_steal_pointer (&outlet);
  /* Translators: an article by its title */
  return g_strdup_printf (_("“%s”"), rap_timeline_words_title (&info));
}

/* (transfer full) */
static char *
word_reports (RapTimelineLinks      *self,
              const RapTimelineLink *link)
{
  const RapTimelineReport *first = NULL;
  g_autofree char *lag = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; first == NULL && i < link->reports->len; i++)
    if (g_array_index (link->reports, RapTimelineReport, i).dated)
      first = &g_array_index (link->reports, RapTimelineReport, i);
  lag = first != NULL ? rap_timeline_links_say_lag (first) : NULL;
  if (lag == NULL)
    return NULL;
  name = rap_timeline_links_name_article (self, first->event);
  if (link->reports->len == 1)
    /* Translators: how long after it ("3 days later") a meeting was reported, and by which outlet */
    return g_strdup_printf (_("reported %1$s by %2$s"), lag, name);
  /* Translators: the same with the number of articles that report it */
  return g_strdup_printf (ngettext ("reported first %1$s by %2$s, by %3$u article in all",
                                    "reported first %1$s by %2$s, by %3$u articles in all", link->reports->len),
                          lag, name, link->reports->len);
}

const char *
rap_timeline_links_say (RapTimelineLinks *self,
                        guint             event)
{
  RapTimelineLink *link = (RapTimelineLink *) rap_timeline_links_get (self, event);

  if (link == NULL)
    return NULL;
  if (link->words == NULL)
    {
      link->words = word_reports (self, link);
      if (link->words == NULL)
        link->words = g_strdup ("");
    }
  return *link->words != '\0' ? link->words : NULL;
}
