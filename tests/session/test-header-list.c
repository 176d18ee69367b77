/* test-header-list.c
 *
 * The lists of the library: what they tell when something is committed, written
 * as "position-removed+added", and which row objects stay the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header-list.h"

#include "rap-reading-marks.h"
#include "session-fixture.h"

/* A copy of the rows kept up to date by the splices alone, as a widget does. */
typedef struct
{
  GListModel *list;
  GPtrArray  *mirror;   /* RapHeader */
  GString    *splices;
} Watch;

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Watch      *watch)
{
  g_string_append_printf (watch->splices, "%s%u-%u+%u", watch->splices->len > 0 ? " " : "", position, removed, added);
  g_assert_cmpuint (position + removed, <=, watch->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (watch->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (watch->mirror, (int) (position + i), g_list_model_get_item (list, position + i));
  g_assert_cmpuint (watch->mirror->len, ==, g_list_model_get_n_items (list));
}

static void
watch_init (Watch      *self,
            RapSession *session,
            RapKind     kind)
{
  self->list = rap_session_list (session, kind);
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  self->splices = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    g_ptr_array_add (self->mirror, g_list_model_get_item (self->list, i));
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
watch_clear (Watch *self)
{
  g_string_free (self->splices, TRUE);
  g_ptr_array_unref (self->mirror);
  g_assert_finalize_object (self->list);
}

/* "1-0+1 | Ann Bob Cy": the splices since last time and the titles, which the
 * mirror must agree with, object by object. */
static void
expect (Watch      *self,
        const char *expected)
{
  g_autoptr (GString) result = g_string_new (self->splices->str);

  g_string_append (result, " |");
  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (self->list, i);

      g_assert_true (header == g_ptr_array_index (self->mirror, i));
      g_string_append_printf (result, " %s", header->title);
    }
  g_assert_cmpstr (result->str, ==, expected);
  g_string_truncate (self->splices, 0);
}

static RapMeeting *
redate (RapSession *session,
        RapMeeting *meeting,
        const char *when)
{
  RapMeeting *copy = RAP_MEETING (rap_record_copy (RAP_RECORD (meeting)));
  g_autoptr (RapEdtf) date = when != NULL ? rap_edtf_parse (when, NULL) : NULL;

  rap_set_edtf (&copy->when, date);
  return session_replace (session, meeting, copy);
}

static void
test_splices (Fixture       *fixture,
              gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapMeeting) a = NULL;
  g_autoptr (RapMeeting) b = NULL;
  g_autoptr (RapMeeting) c = NULL;
  g_autoptr (RapMeeting) d = NULL;
  g_autoptr (RapMeeting) a2 = NULL;
  g_autoptr (RapMeeting) d2 = NULL;
  g_autoptr (RapMeeting) b2 = NULL;
  g_autoptr (RapMeeting) b3 = NULL;
  g_autoptr (RapEntity) entity = NULL;
  RapMeeting *copy;
  Watch watch;

  watch_init (&watch, session, RAP_KIND_MEETING);
  expect (&watch, " |");
  b = session_add_meeting (session, "B", "2020");
  expect (&watch, "0-0+1 | B");
  a = session_add_meeting (session, "A", "2019-05");
  expect (&watch, "0-0+1 | A B");
  d = session_add_meeting (session, "D", NULL);
  expect (&watch, "2-0+1 | A B D");
  c = session_add_meeting (session, "C", "2021-01-01/..");
  expect (&watch, "2-0+1 | A B C D");

  /* what is no business of this list */
  entity = session_add_entity (session, RAP_ENTITY_PERSON, "Ann");
  expect (&watch, " | A B C D");

  /* changed in its place; only what the row shows counts */
  copy = RAP_MEETING (rap_record_copy (RAP_RECORD (b)));
  rap_set_string (&copy->title, "B2");
  b2 = session_replace (session, b, copy);
  expect (&watch, "1-1+1 | A B2 C D");
  copy = RAP_MEETING (rap_record_copy (RAP_RECORD (b2)));
  rap_set_string (&copy->note, "A note does not show in the list.");
  b3 = session_replace (session, b2, copy);
  expect (&watch, " | A B2 C D");

  /* moved down, and back by undo; moved up */
  a2 = redate (session, a, "2022");
  expect (&watch, "0-1+0 2-0+1 | B2 C A D");
  g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
  expect (&watch, "2-1+0 0-0+1 | A B2 C D");
  d2 = redate (session, d, "2018");
  expect (&watch, "3-1+0 0-0+1 | D A B2 C");

  session_delete (session, c);
  expect (&watch, "3-1+0 | D A B2");
  g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
  expect (&watch, "3-0+1 | D A B2 C");
  g_assert_cmpuint (rap_session_redo (session, 1, NULL, NULL), ==, 1);
  expect (&watch, "3-1+0 | D A B2");
  watch_clear (&watch);
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) m = session_add_entity (session, RAP_ENTITY_PERSON, "M");
  g_autoptr (RapEdits) edits = rap_edits_new ("Add three");
  g_autoptr (GError) error = NULL;
  Watch watch;

  watch_init (&watch, session, RAP_KIND_ENTITY);
  for (const char *name = "ZAN"; *name != '\0'; name++)
    {
      g_autoptr (RapRecord) entity = rap_record_new (RAP_KIND_ENTITY);
      char title[] = { *name, '\0' };

      rap_set_string (&RAP_ENTITY (entity)->name, title);
      rap_edits_insert (edits, entity);
    }
  g_assert_true (rap_session_commit (session, edits, &error));
  expect (&watch, "0-1+4 | A M N Z");
  g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
  expect (&watch, "0-4+1 | M");
  watch_clear (&watch);
}

/* Whatever is committed, the list is what a new one would be. */
static void
test_same_as_new (Fixture       *fixture,
                  gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  Watch watch;

  watch_init (&watch, session, RAP_KIND_MEETING);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *date = g_strdup_printf ("20%02d-%02d", g_test_rand_int_range (0, 30), g_test_rand_int_range (1, 13));
      g_autofree char *title = g_strdup_printf ("M%u", i);
      g_autoptr (GListModel) fresh = NULL;
      guint what = (guint) g_test_rand_int_range (0, 8);

      if (what < 4 || meetings->len == 0)
        {
          g_ptr_array_add (meetings, session_add_meeting (session, title, what == 0 ? NULL : date));
        }
      else if (what < 7)
        {
          guint k = (guint) g_test_rand_int_range (0, (gint32) meetings->len);
          RapMeeting *moved = redate (session, meetings->pdata[k], date);

          g_object_unref (meetings->pdata[k]);
          meetings->pdata[k] = moved;
        }
      else
        {
          rap_session_undo (session, 1, NULL, NULL);
          rap_session_redo (session, 1, NULL, NULL);
        }
      fresh = rap_session_list (session, RAP_KIND_MEETING);
      g_assert_cmpuint (g_list_model_get_n_items (fresh), ==, watch.mirror->len);
      for (guint k = 0; k < watch.mirror->len; k++)
        {
          g_autoptr (RapHeader) header = g_list_model_get_item (fresh, k);

          g_assert_cmpstr (header->id, ==, ((RapHeader *) watch.mirror->pdata[k])->id);
          g_assert_cmpstr (header->when, ==, ((RapHeader *) watch.mirror->pdata[k])->when);
        }
    }
  watch_clear (&watch);
}

/* Nobody looks: nothing is told until somebody does. */
static void
test_asleep (Fixture       *fixture,
             gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) ann = session_add_entity (session, RAP_ENTITY_PERSON, "Ann");
  g_autoptr (RapEntity) bob = NULL;
  g_autoptr (RapEntity) cy = NULL;
  Watch watch;

  watch_init (&watch, session, RAP_KIND_ENTITY);
  rap_header_list_set_asleep (RAP_HEADER_LIST (watch.list), TRUE);
  bob = session_add_entity (session, RAP_ENTITY_PERSON, "Bob");
  expect (&watch, " | Ann");
  rap_header_list_set_asleep (RAP_HEADER_LIST (watch.list), FALSE);
  expect (&watch, "1-0+1 | Ann Bob");
  cy = session_add_entity (session, RAP_ENTITY_PERSON, "Cy");
  expect (&watch, "2-0+1 | Ann Bob Cy");
  watch_clear (&watch);
}

/* A row that others make say something else: the number of claims. */
static void
test_derived (Fixture       *fixture,
              gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapArticle) first = session_add_article (session, "First", "2020-01-01", "Ann met Bob.");
  g_autoptr (RapArticle) second = session_add_article (session, "Second", "2020-01-02", "Bob met Ann.");
  g_autoptr (RapClaim) claim = NULL;
  Watch watch;

  watch_init (&watch, session, RAP_KIND_ARTICLE);
  expect (&watch, " | First Second");
  claim = session_add_claim (session, second, "Bob met Ann", NULL);
  expect (&watch, "1-1+1 | First Second");
  g_assert_cmpuint (((RapHeader *) g_ptr_array_index (watch.mirror, 1))->n_claims, ==, 1);
  watch_clear (&watch);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "b", "0-3+1 | Bagheri" },
    { "B", " | Bagheri" },
    { "bagh", " | Bagheri" },
    { "zz", "0-1+0 |" },
    { "ann", "0-0+1 | Ánna" },
    { "ANNA cole", " | Ánna" },
    { "", "1-0+2 | Ánna Bagheri Cole" },
    { NULL, " | Ánna Bagheri Cole" },
  };
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) ann = session_add_entity (session, RAP_ENTITY_PERSON, "Ánna");
  g_autoptr (RapEntity) bob = session_add_entity (session, RAP_ENTITY_PERSON, "Bagheri");
  g_autoptr (RapEntity) cole = session_add_entity (session, RAP_ENTITY_PERSON, "Cole");
  RapHeaderList *list;
  Watch watch;

  {
    RapEntity *copy = RAP_ENTITY (rap_record_copy (RAP_RECORD (ann)));

    copy->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
    g_ptr_array_add (copy->names, rap_name_new ("Mrs Cole-Smith", "en", RAP_NAME_ALIAS));
    g_object_unref (session_replace (session, ann, copy));
  }
  watch_init (&watch, session, RAP_KIND_ENTITY);
  list = RAP_HEADER_LIST (watch.list);
  g_assert_cmpint (rap_header_list_get_kind (list), ==, RAP_KIND_ENTITY);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rap_header_list_set_filter (list, rows[i].text);
      g_assert_cmpstr (rap_header_list_get_filter (list), ==, rows[i].text && *rows[i].text ? rows[i].text : NULL);
      expect (&watch, rows[i].expected);
    }

  /* a filtered list hears only of what passes the filter */
  rap_header_list_set_filter (list, "b");
  g_string_truncate (watch.splices, 0);
  g_object_unref (session_add_entity (session, RAP_ENTITY_PERSON, "Aaron"));
  expect (&watch, " | Bagheri");
  g_object_unref (session_add_entity (session, RAP_ENTITY_PERSON, "Bob"));
  expect (&watch, "1-0+1 | Bagheri Bob");
  watch_clear (&watch);
}

static void
test_article (Fixture       *fixture,
              gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapArticle) first = session_add_article (session, "First", "2020-01-01", "Ann met Bob. Bob left.");
  g_autoptr (RapArticle) second = session_add_article (session, "Second", "2020-01-02", "Cy met Di.");
  g_autoptr (RapClaim) left = session_add_claim (session, first, "left", NULL);
  g_autoptr (RapClaim) met = session_add_claim (session, second, "met", NULL);
  g_autoptr (RapClaim) ann = NULL;
  Watch watch;

  watch_init (&watch, session, RAP_KIND_CLAIM);
  expect (&watch, " | left met");
  rap_header_list_set_article (RAP_HEADER_LIST (watch.list), id_of (first));
  expect (&watch, "1-1+0 | left");
  ann = session_add_claim (session, first, "Ann", NULL);
  expect (&watch, "0-0+1 | Ann left");
  rap_header_list_set_article (RAP_HEADER_LIST (watch.list), id_of (second));
  expect (&watch, "0-2+1 | met");
  rap_header_list_set_article (RAP_HEADER_LIST (watch.list), NULL);
  expect (&watch, "0-0+2 | Ann left met");
  watch_clear (&watch);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) b = session_add_entity (session, RAP_ENTITY_PERSON, "B");
  g_autoptr (RapEntity) a = session_add_entity (session, RAP_ENTITY_PERSON, "A");
  g_autoptr (GListModel) model = rap_session_list (session, RAP_KIND_ENTITY);
  RapHeaderList *list = RAP_HEADER_LIST (model);
  g_autofree char *found = NULL;

  rap_header_list_set_filter (list, "");
  found = g_strdup_printf ("%d %d %d %d", (int) rap_header_list_find (list, id_of (a)), (int) rap_header_list_find (list, id_of (b)),
                           (int) rap_header_list_find (list, "nobody"), (int) rap_header_list_find (list, NULL));
  g_assert_cmpstr (found, ==, "0 1 -1 -1");
  rap_header_list_set_filter (list, "b");
  g_assert_cmpuint (rap_header_list_find (list, id_of (a)), ==, G_MAXUINT);
  g_assert_cmpuint (rap_header_list_find (list, id_of (b)), ==, 0);
}

static char *
list_titles (GListModel *list)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      g_string_append_printf (titles, i > 0 ? " %s" : "%s", header->title);
    }
  return g_string_free (titles, FALSE);
}

static void
add_article_in (RapSession *session,
                const char *title,
                const char *published,
                const char *language)
{
  g_autoptr (RapArticle) article = session_add_article (session, title, published, title);
  RapArticle *copy = RAP_ARTICLE (rap_record_copy (RAP_RECORD (article)));

  rap_set_string (&copy->language, language);
  g_object_unref (session_replace (session, article, copy));
}

/* Every order and its reverse; by title as in a dictionary, where پ stands behind
 * ب and É with E; what has no date or language comes last. */
static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    RapListSort sort;
    gboolean    reversed;
    const char *expected;
  } rows[] = {
    { RAP_SORT_DAY, FALSE, "تهران Zebra Élan پیام Easel" },
    { RAP_SORT_DAY, TRUE, "Easel پیام Élan Zebra تهران" },
    { RAP_SORT_NEWEST, FALSE, "پیام Élan Zebra تهران Easel" },
    { RAP_SORT_NAME, FALSE, "Easel Élan Zebra پیام تهران" },
    { RAP_SORT_NAME, TRUE, "تهران پیام Zebra Élan Easel" },
    { RAP_SORT_LANGUAGE, FALSE, "Zebra Easel تهران پیام Élan" },
    { RAP_SORT_LANGUAGE, TRUE, "Élan پیام تهران Easel Zebra" },
    { RAP_SORT_MARK, FALSE, "Zebra Élan Easel پیام تهران" },
    { RAP_SORT_MARK, TRUE, "تهران پیام Easel Élan Zebra" },
    { RAP_SORT_DAY, FALSE, "تهران Zebra Élan پیام Easel" },
  };
  RapSession *session = fixture->session;
  g_autoptr (GListModel) list = NULL;

  add_article_in (session, "Élan", "2021", "");
  add_article_in (session, "تهران", "2019", "fa");
  add_article_in (session, "Zebra", "2020", "en");
  add_article_in (session, "پیام", "2022", "fa");
  add_article_in (session, "Easel", NULL, "en");
  list = rap_session_list (session, RAP_KIND_ARTICLE);
  for (guint i = 0; i < 4; i += 3)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      g_assert_true (rap_session_set_reading (session, header->id, i == 0 ? RAP_READING_DONE : RAP_READING_READ, 0, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *titles = NULL;

      rap_header_list_set_sort (RAP_HEADER_LIST (list), rows[i].sort, rows[i].reversed);
      titles = list_titles (list);
      g_assert_cmpstr (titles, ==, rows[i].expected);
    }
}

/* Letter by letter only the former answer is looked through: the same is found as
 * by a list that is asked at once, in every order and after a change. */
static void
test_letters (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const texts[] = {
    "b", "ba", "bab", "ba", "ba c", "ba co", "before:2021", "ba before:2021", "ba", "b", "", "co", "cor", "ba co",
  };
  static const char * const titles[] = { "Bab", "Baba corn", "Bac con", "Corn bar", "Dab", "Cod b" };
  RapSession *session = fixture->session;
  g_autoptr (GListModel) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_object_unref (session_add_article (session, titles[i], i % 2 == 0 ? "2020" : "2022", titles[i]));
  list = rap_session_list (session, RAP_KIND_ARTICLE);
  for (guint i = 0; i < 3 * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GListModel) fresh = rap_session_list (session, RAP_KIND_ARTICLE);
      RapListSort sort = i < G_N_ELEMENTS (texts) ? RAP_SORT_DAY : RAP_SORT_NAME;
      g_autofree char *typed = NULL, *asked = NULL;

      rap_header_list_set_sort (RAP_HEADER_LIST (list), sort, FALSE);
      rap_header_list_set_filter (RAP_HEADER_LIST (list), texts[i % G_N_ELEMENTS (texts)]);
      if (i == 2 * G_N_ELEMENTS (texts))
        g_object_unref (session_add_article (session, "Babble", "2021", "Babble"));
      typed = list_titles (list);
      rap_header_list_set_filter (RAP_HEADER_LIST (fresh), "before:1900");
      rap_header_list_set_sort (RAP_HEADER_LIST (fresh), RAP_SORT_MARK, FALSE);
      rap_header_list_set_sort (RAP_HEADER_LIST (fresh), sort, FALSE);
      rap_header_list_set_filter (RAP_HEADER_LIST (fresh), texts[i % G_N_ELEMENTS (texts)]);
      asked = list_titles (fresh);
      g_assert_cmpstr (typed, ==, asked);
    }
}

/* More rows than the list keeps pages for; every row says the right thing
 * before and after a change in the middle. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEdits) edits = rap_edits_new ("Add many");
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapHeader) last = NULL;
  g_autoptr (RapHeader) same = NULL;
  g_autoptr (RapHeader) shifted = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (RapRecord) entity = rap_record_new (RAP_KIND_ENTITY);

      RAP_ENTITY (entity)->name = g_strdup_printf ("N%04u", i);
      rap_edits_insert (edits, entity);
    }
  g_assert_true (rap_session_commit (session, edits, &error));
  list = rap_session_list (session, RAP_KIND_ENTITY);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1000);
  g_assert_true (g_list_model_get_item_type (list) == RAP_TYPE_HEADER);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, (i * 617) % 1000);
      g_autofree char *name = g_strdup_printf ("N%04u", (i * 617) % 1000);

      g_assert_cmpstr (header->title, ==, name);
    }
  g_assert_null (g_list_model_get_item (list, 1000));

  last = g_list_model_get_item (list, 999);
  g_object_unref (session_add_entity (session, RAP_ENTITY_PERSON, "N0500b"));
  same = g_list_model_get_item (list, 1000);
  shifted = g_list_model_get_item (list, 502);
  g_assert_true (same == last);
  g_assert_cmpstr (shifted->title, ==, "N0501");
}

/* A patient list tells all changes together when the main loop comes to it, and
 * none when it is gone by then. */
static void
test_patient (Fixture       *fixture,
              gconstpointer  data)
{
  RapSession *session = fixture->session;
  Watch watch;

  watch_init (&watch, session, RAP_KIND_ENTITY);
  rap_header_list_set_patient (RAP_HEADER_LIST (watch.list), TRUE);
  g_object_unref (session_add_entity (session, RAP_ENTITY_PERSON, "Bob"));
  g_object_unref (session_add_entity (session, RAP_ENTITY_PERSON, "Ann"));
  expect (&watch, " |");
  while (g_main_context_iteration (NULL, FALSE));
  expect (&watch, "0-0+2 | Ann Bob");
  g_object_unref (session_add_entity (session, RAP_ENTITY_PERSON, "Cy"));
  watch_clear (&watch);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
}

static void
note_part_cb (GListModel *list,
              guint       position,
              guint       removed,
              guint       added,
              GString    *parts)
{
  g_string_append_printf (parts, "%s%u-%u+%u of %u%s", parts->len > 0 ? ", " : "", position, removed, added,
                          g_list_model_get_n_items (list),
                          rap_header_list_is_halfway (RAP_HEADER_LIST (list)) ? " halfway" : "");
}

/* What brings many rows in the place of others is told in two parts. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RapEdits) edits = rap_edits_new ("Add many");
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapHeader) first = NULL;
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < 1200; i++)
    {
      g_autoptr (RapRecord) entity = rap_record_new (RAP_KIND_ENTITY);

      RAP_ENTITY (entity)->name = g_strdup_printf ("%c%04u", i < 600 ? 'M' : 'N', i);
      rap_edits_insert (edits, entity);
    }
  g_assert_true (rap_session_commit (fixture->session, edits, &error));
  list = rap_session_list (fixture->session, RAP_KIND_ENTITY);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_part_cb), parts);
  rap_header_list_set_filter (RAP_HEADER_LIST (list), "m");
  rap_header_list_set_filter (RAP_HEADER_LIST (list), "n");
  rap_header_list_set_filter (RAP_HEADER_LIST (list), "m00");
  g_assert_cmpstr (parts->str, ==,
                   "600-600+0 of 600, 0-600+0 of 0 halfway, 0-0+600 of 600, 0-600+100 of 100");
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (first->title, ==, "M0000");
  g_signal_handlers_disconnect_by_data (list, parts);
}

/* A list that outlives its session keeps its length and shows nothing. */
static void
test_orphan (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (RapHeader) header = NULL;

  g_object_unref (session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Ann"));
  list = rap_session_list (fixture->session, RAP_KIND_ENTITY);
  fixture_close (fixture);
  header = g_list_model_get_item (list, 0);
  g_assert_null (header->id);
  g_assert_cmpuint (rap_header_list_find (RAP_HEADER_LIST (list), "x"), ==, G_MAXUINT);
  rap_header_list_set_filter (RAP_HEADER_LIST (list), "a");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/header-list/splices", test_splices);
  fixture_add_test ("/session/header-list/group", test_group);
  fixture_add_test ("/session/header-list/derived", test_derived);
  fixture_add_test ("/session/header-list/filter", test_filter);
  fixture_add_test ("/session/header-list/article", test_article);
  fixture_add_test ("/session/header-list/find", test_find);
  fixture_add_test ("/session/header-list/orders", test_orders);
  fixture_add_test ("/session/header-list/letters", test_letters);
  fixture_add_test ("/session/header-list/pages", test_pages);
  fixture_add_test ("/session/header-list/parts", test_parts);
  fixture_add_test ("/session/header-list/patient", test_patient);
  fixture_add_test ("/session/header-list/orphan", test_orphan);

  fixture_add_test ("/session/header-list/same-as-new", test_same_as_new);
  fixture_add_test ("/session/header-list/asleep", test_asleep);
  return g_test_run ();
}
