/* test-header.c
 *
 * The properties that list rows bind to say what the members hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header.h"

static void
test_properties (void)
{
  RapHeader *header = rap_header_new (RAP_KIND_CLAIM);
  guint n_claims, n_meetings, n_articles;
  g_autofree char *line = NULL;

  header->id = g_strdup ("1");
  header->title = g_strdup ("They met");
  header->subtitle = g_strdup ("Bagheri");
  header->when = g_strdup ("2017-07");
  header->tag = g_strdup ("CT+");
  header->article = g_strdup ("2");
  header->article_title = g_strdup ("Visit");
  header->n_claims = 3;
  header->n_meetings = 4;
  header->n_articles = 5;

  {
    g_autofree char *id = NULL, *title = NULL, *subtitle = NULL, *when = NULL;
    g_autofree char *tag = NULL, *article = NULL, *article_title = NULL;

    g_object_get (header, "id", &id, "title", &title, "subtitle", &subtitle, "when", &when, "tag", &tag,
                  "article", &article, "article-title", &article_title, "n-claims", &n_claims,
                  "n-meetings", &n_meetings, "n-articles", &n_articles, NULL);
    line = g_strdup_printf ("%s|%s|%s|%s|%s|%s|%s|%u|%u|%u", id, title, subtitle, when, tag, article,
                            article_title, n_claims, n_meetings, n_articles);
  }
  g_assert_cmpstr (line, ==, "1|They met|Bagheri|2017-07|CT+|2|Visit|3|4|5");
  g_assert_cmpint (header->kind, ==, RAP_KIND_CLAIM);
  g_assert_finalize_object (header);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/header/properties", test_properties);

  return g_test_run ();
}
