/* test-timeline-picture.c
 *
 * Pictures of the timeline as lists of shapes: every form of doubt, what is
 * outside and undated, pages, and no thing lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "fixture.h"
#include "rap-error.h"
#include "rap-timeline-picture.h"

static const char *
same (const char *english)
{
  return english;
}

static char *
as_written (const RapEdtf *date)
{
  return g_strdup (date->text);
}

static const RapPictureWords words = {
  same, as_written,
  { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
  { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
  { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
};

static RapPicture *
draw (const char     *text,
      RapPictureView  view,
      gboolean        paged,
      GError        **error)
{
  g_autoptr (RapTimelineItems) items = fixture_items (text);
  g_autoptr (RapTimelineData) data = NULL;

  rap_timeline_items_gather_articles (items);
  data = rap_timeline_data_new (items);
  return rap_timeline_picture_new (data, &(RapPictureOptions) {
    .view = view, .words = &words, .title = "T", .lanes = "participant", .first = RAP_DAY_MIN, .last = RAP_DAY_MAX,
    .first_weekday = 1, .paged = paged }, error);
}

/* Of the shapes inside groups whose id begins with @prefix: "disc text; ring;". */
static char *
forms_in (const RapPicture *picture,
          const char       *prefix)
{
  g_autofree char *string = rap_picture_to_string (picture);
  g_auto (GStrv) lines = g_strsplit (string, "\n", -1);
  GString *forms = g_string_new (NULL);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "begin "))
        inside = g_str_has_prefix (lines[i] + 6, prefix);
      else if (g_str_equal (lines[i], "end"))
        {
          g_string_append (forms, inside ? "; " : "");
          inside = FALSE;
        }
      else if (inside)
        g_string_append_printf (forms, "%.*s ", (int) strcspn (lines[i], " "), lines[i]);
    }
  return g_string_free (forms, FALSE);
}

static void
test_forms (void)
{
  static const struct { const char *date, *forms; } cases[] = {
    { "2017-07-05", "disc text ; " },
    { "2016", "line rect line rect text ; " },
    { "2016~", "dashes rect dashes rect text ; " },
    { "2016/2017-06-01", "line rect rect text ; " },
    { "2016-05-01/2017-05-01", "rect text ; " },
    { "2016-05-01/..", "line arrow rect text ; " },
    { "2016-05-01/", "dashes text rect text ; " },
    { "../2017-06-01", "line arrow rect text ; " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("@z1 2015-01-01; @z2 2018-12-31; a %s", cases[i].date);
      g_autoptr (RapPicture) picture = draw (text, RAP_PICTURE_AXIS, FALSE, NULL);
      g_autofree char *forms = forms_in (picture, "meeting-a");

      g_test_message ("%s", cases[i].date);
      g_assert_cmpstr (forms, ==, cases[i].forms);
    }
}

/* The whole list of a small picture, but for the legend, which is the same for all. */
static void
test_golden (void)
{
  g_autoptr (RapPicture) picture = draw ("a 2017-07-05 Iraq; b 2017-07 Iraq; @c 2017-07-20; d -", RAP_PICTURE_AXIS, FALSE, NULL);
  g_autofree char *string = rap_picture_to_string (picture);
  char *legend = strstr (string, "begin legend");
  char *caption = strstr (string, "begin caption");
  g_autofree char *whole = NULL;

  g_assert_true (legend != NULL && caption != NULL);
  *legend = '\0';
  whole = g_strconcat (string, caption, NULL);
  g_assert_cmpstr (whole, ==,
    "page 1123 394\n"
    "text text 40 56 1043 0 20 bold “T”\n"
    "text text 235 83 0 0 10 bold “July 2017”\n"
    "text text 904 83 0 0 10 bold “August 2017”\n"
    "text dim 223 98 0 0 10 “26”\n"
    "text dim 278 98 0 0 10 “3”\n"
    "text dim 429 98 0 0 10 “10”\n"
    "text dim 580 98 0 0 10 “17”\n"
    "text dim 731 98 0 0 10 “24”\n"
    "text dim 882 98 0 0 10 “31”\n"
    "text dim 1033 98 0 0 10 “7”\n"
    "line dim 40 106 1043 0 2\n"
    "line grid 275 106 0 80 1\n"
    "line grid 426 106 0 80 1\n"
    "line grid 577 106 0 80 1\n"
    "line grid 728 106 0 80 1\n"
    "line grid 879 106 0 80 1\n"
    "line grid 1030 106 0 80 1\n"
    "line grid 232 72 0 114 1\n"
    "line grid 901 72 0 114 1\n"
    "begin lane-0 “Articles (1)”\n"
    "text text 40 124 176 0 12 “Articles (1)”\n"
    "line grid 40 134 1043 0 1\n"
    "begin article-c “c|2017-07-20”\n"
    "triangle article 653 120 4 0 2\n"
    "end\n"
    "end\n"
    "begin lane-1 “Iraq (2)”\n"
    "text text 40 158 176 0 12 “Iraq (2)”\n"
    "line grid 40 186 1043 0 1\n"
    "begin meeting-b “b|2017-07”\n"
    "line meeting 232 150 334 0 2\n"
    "rect meeting 232 145 2 10 2\n"
    "line meeting 566 150 334 0 2\n"
    "rect meeting 899 145 2 10 2\n"
    "text text 906 154 177 0 12 “b · 2017-07”\n"
    "end\n"
    "begin meeting-a “a|2017-07-05”\n"
    "rect meeting 318 165 22 10 2\n"
    "text text 345 174 738 0 12 “a · 2017-07-05”\n"
    "end\n"
    "end\n"
    "begin caption-1 “Caption”\n"
    "text text 40 299 1043 0 10 “T · Everything · Lanes by participant · Gregorian calendar”\n"
    "text text 40 314 1043 0 10 “Meetings and articles drawn: 3 · without a date, listed as such: 1”\n"
    "end\n"
    "text dim 40 333 0 0 10 bold “Without a date”\n"
    "begin meeting-d “d|without a date”\n"
    "text meeting 40 350 0 0 12 bold “?”\n"
    "text text 52 350 328 0 10 “d”\n"
    "end\n");
}

static void
test_nothing (void)
{
  static const RapPictureView views[] = { RAP_PICTURE_AXIS, RAP_PICTURE_MONTH, RAP_PICTURE_WEEK, RAP_PICTURE_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (RapPicture) picture = draw ("a -", views[i], TRUE, NULL);
      g_autofree char *string = rap_picture_to_string (picture);

      g_assert_nonnull (strstr (string, "“Nothing here has a date”"));
      g_assert_nonnull (strstr (string, "begin meeting-a “a|without a date”"));
      g_assert_nonnull (strstr (string, "“Meetings and articles drawn: 0 · without a date, listed as such: 1”"));
    }
}

/* Groups of events and the numbers of the runs, together. */
static guint
count_things (const RapPicture *picture)
{
  guint n = 0;

  for (guint i = 0; i < picture->pages->len; i++)
    {
      const RapPicturePage *page = g_ptr_array_index (picture->pages, i);

      for (guint k = 0; k < page->shapes->len; k++)
        {
          const RapPictureShape *shape = &g_array_index (page->shapes, RapPictureShape, k);

          if (shape->form == RAP_PICTURE_BEGIN && g_str_has_prefix (shape->id, "meeting-"))
            n++;
          else if (shape->form == RAP_PICTURE_BEGIN && g_str_has_prefix (shape->id, "run-"))
            n += (guint) g_ascii_strtoull (shape->text, NULL, 10);
        }
    }
  return n;
}

static char *
many (guint n,
      guint n_lanes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = rap_day_format (17000 + i * 37 % 1100);

      g_string_append_printf (text, "m%u %s Lane%u; ", i, date, i % n_lanes);
    }
  return g_string_free (text, FALSE);
}

static void
test_pages (void)
{
  g_autofree char *text = many (600, 60);
  g_autoptr (RapPicture) paged = draw (text, RAP_PICTURE_AXIS, TRUE, NULL);
  g_autoptr (RapPicture) single = draw (text, RAP_PICTURE_AXIS, FALSE, NULL);
  const RapPicturePage *page = g_ptr_array_index (single->pages, 0);

  g_assert_cmpuint (count_things (paged), ==, 600);
  g_assert_cmpuint (count_things (single), ==, 600);
  g_assert_cmpuint (single->pages->len, ==, 1);
  g_assert_cmpuint (paged->pages->len, >, 3);
  g_assert_cmpfloat (page->height, >, RAP_PICTURE_HEIGHT);
  for (guint i = 0; i < paged->pages->len; i++)
    {
      const RapPicturePage *sheet = g_ptr_array_index (paged->pages, i);

      g_assert_cmpfloat (sheet->height, ==, RAP_PICTURE_HEIGHT);
      for (guint k = 0; k < sheet->shapes->len; k++)
        g_assert_cmpfloat (g_array_index (sheet->shapes, RapPictureShape, k).y, <=, RAP_PICTURE_HEIGHT);
    }
}

static void
test_calendar (void)
{
  g_autoptr (RapPicture) months = draw ("a 2017-07-05; b 2017-07; c 2017; d 2019-03-30/2019-04-02", RAP_PICTURE_MONTH, FALSE, NULL);
  g_autoptr (RapPicture) weeks = draw ("a 2017-07-05; b 2017-07; d 2019-03-30/2019-04-02", RAP_PICTURE_WEEK, FALSE, NULL);
  g_autofree char *string = rap_picture_to_string (months);
  g_autoptr (GString) heads = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (string, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], " 15 bold") != NULL)
      g_string_append (heads, strstr (lines[i], "“"));
  /* the year is on the first page that it reaches, what goes over a week's end twice a page */
  g_assert_cmpstr (heads->str, ==, "“January 2017”“July 2017”“March 2019”“April 2019”");
  g_assert_nonnull (strstr (string, "begin meeting-d-2 "));
  g_assert_cmpuint (count_things (weeks), >=, 4);
}

static void
test_year (void)
{
  g_autoptr (RapPicture) picture = draw ("a 2017-07-05; b 2017-07-05; c 2019", RAP_PICTURE_YEAR, TRUE, NULL);
  g_autofree char *string = rap_picture_to_string (picture);

  g_assert_cmpuint (picture->pages->len, ==, 3);
  g_assert_nonnull (strstr (string, "begin day-2017-07-05 “5 Jul 2017: 2 expected”"));
  g_assert_nonnull (strstr (string, "begin day-2019-12-31 “31 Dec 2019: 0 expected”"));
}

static void
test_too_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) long_ago = g_string_new (NULL);
  g_autoptr (RapPicture) picture = NULL;

  for (int i = 0; i <= RAP_PICTURE_MAX_BLOCKS; i++)
    g_string_append_printf (long_ago, "a%d %04d; ", i, 1000 + i);
  picture = draw (long_ago->str, RAP_PICTURE_YEAR, FALSE, &error);
  g_assert_null (picture);
  g_assert_error (error, RAP_ERROR, RAP_ERROR_INVALID);
}

static void
test_cut (void)
{
  static const struct { const char *text; double width; const char *cut; } cases[] = {
    { "Baghdad", 100.0, "Baghdad" },
    { "Baghdad", 35.0, "Bagh…" },
    { "Baghdad", 5.0, "" },
    { "", 5.0, "" },
    { "ــ", 100.0, "ــ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = rap_picture_cut_text (cases[i].text, 10.0, FALSE, cases[i].width);

      g_assert_cmpstr (cut, ==, cases[i].cut);
      g_assert_cmpfloat (rap_picture_text_width (cut, 10.0, FALSE), <=, cases[i].width);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/picture/forms", test_forms);
  g_test_add_func ("/timeline/picture/golden", test_golden);
  g_test_add_func ("/timeline/picture/nothing", test_nothing);
  g_test_add_func ("/timeline/picture/pages", test_pages);
  g_test_add_func ("/timeline/picture/calendar", test_calendar);
  g_test_add_func ("/timeline/picture/year", test_year);
  g_test_add_func ("/timeline/picture/too-many", test_too_many);
  g_test_add_func ("/timeline/picture/cut", test_cut);
  return g_test_run ();
}
