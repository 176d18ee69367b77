/* test-articles-reader.c
 *
 * Articles as JSON, as other tools write them, and bad entries among them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "test-parts.h"

#define NO_TEXT "there is no text: none of the members text, body, content, articleBody … says anything"
#define NO_ARTICLES "the JSON holds no articles: no object with a text, and no list of such objects"

static const PartCase cases[] = {
  { "array",
    "[{\"title\": \"A\", \"text\": \"One.\\nTwo.\\nThree.\", \"date\": \"2022-11-08T10:00:00Z\", \"source\": \"IRNA\", \"lang\": \"fa\","
    " \"authors\": [\"Sara\", \"Ali\"], \"link\": \"https://x.example/1\"},\n"
    "{\"headline\": \"B\", \"articleBody\": \"متن\", \"datePublished\": \"8 Nov 2022\", \"publisher\": {\"@type\": \"Organization\", \"name\": \"P\"},"
    " \"author\": [{\"name\": \"C\"}], \"inLanguage\": \"fa-IR\"}]",
    "BODY [entry 1] (UTF-8) title=A published=2022-11-08 outlet=IRNA byline=Sara, Ali url=https://x.example/1 language=fa\n"
    "One.\n\nTwo.\n\nThree."
    "\nBODY [entry 2] (UTF-8) title=B published=2022-11-08 outlet=P byline=C language=fa-IR\nمتن" },
  { "lines",
    "{\"title\":\"A\",\"content\":\"x\"}\r\n\n{\"title\":\"B\",\"content\":\"y\",}\n{\"title\":\"C\",\"content\":\"z\"}\n7\n",
    "BODY [line 1] (UTF-8) title=A\nx\n! [line 3] line 3, column 28: expected a string\nBODY [line 4] (UTF-8) title=C\nz\n"
    "! [line 5] an article is a JSON object, beginning with “{”" },
  { "wrapped",
    "{\"status\": \"ok\", \"response\": {\"docs\": [{\"headline\": {\"name\": \"A\"}, \"body\": [\"One.\", \"Two.\"]}]}}",
    "BODY [entry 1] (UTF-8) title=A\nOne.\n\nTwo." },
  { "json-feed",
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The \\u0046eed\", \"items\": [{\"id\": \"https://x.example/1\","
    " \"title\": \"A &amp; B\", \"content_html\": \"<p>x</p>\", \"summary\": \"s\", \"date_published\": \"2022-11-08\"}]}",
    "HTML [entry 1] (UTF-8) title=A & B published=2022-11-08 outlet=The Feed url=https://x.example/1\n"
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body><article>\n<h1>A &amp; B</h1>\n<p>x</p>\n</article></body></html>\n" },
  { "one", "{\"title\": \"A\", \"text\": \"One\\r\\n\\r\\nTwo\", \"pub_date\": 1667900000}",
    "BODY (UTF-8) title=A published=2022-11-08\nOne\n\nTwo" },
  { "envelope", "[{\"_index\": 1, \"_source\": {\"title\": \"A\", \"text\": \"x\", \"timestamp\": 1667900000000}}]",
    "BODY [entry 1] (UTF-8) title=A published=2022-11-08\nx" },
  { "following", "{\n\"title\": \"A\",\n\"text\": \"x\"}\n{\n\"title\": \"B\",\n\"text\": \"y\"}",
    "BODY [entry 1] (UTF-8) title=A\nx\nBODY [entry 2] (UTF-8) title=B\ny" },
  { "broken-lines", "[{\"title\": \"A\", \"text\": \"A line that was folded\\nin the middle,\\nlike this\"}]",
    "BODY [entry 1] (UTF-8) title=A\nA line that was folded\nin the middle,\nlike this" },
  { "ranks", "[{\"summary\": \"s\", \"text\": \"\", \"content\": \"c\", \"title\": null, \"headline\": \"h\", \"url\": \"1\"}]",
    "BODY [entry 1] (UTF-8) title=h\nc" },
  { "bad-entries",
    "[{\"text\":\"a\",\"text\":\"b\",\"url\":1},\n{\"title\":\"x\"}, 3,\n{\"text\":\"\\ud800\"}, {\"text\":\"n\",\"id\":1e999},"
    "{\"text\":\"\\u0000\"}, {\"text\":\"good\"}, {\"text\": \"cut",
    "! [entry 1] line 1, column 13: the member “text” is given twice\n! [entry 2] " NO_TEXT
    "\n! [entry 3] an article is a JSON object, beginning with “{”"
    "\n! [entry 4] line 3, column 10: a lone surrogate\n! [entry 5] line 3, column 18: a number out of range"
    "\n! [entry 6] line 3, column 10: a NUL character\nBODY [entry 7] (UTF-8)\ngood"
    "\n! [entry 8] line 3, column 14: the document ends where the end of a string should be" },
  { "bad-dates",
    "[{\"text\":\"a\",\"date\":\"yesterday\"},{\"text\":\"b\",\"date\":\"2022-02-30\"},{\"text\":\"c\",\"date\":\"03/07/2019\"},"
    "{\"text\":\"d\",\"date\":\"20221108\"},{\"text\":\"e\",\"date\":\"2022/1/8\"},{\"text\":\"f\",\"date\":\"2022-11\"},"
    "{\"text\":\"g\",\"date\":9},{\"text\":\"h\",\"date\":\"9999-01-01\"},{\"text\":\"i\",\"date\":\"0001-01-01T00:00:00\"}]",
    "BODY [entry 1] (UTF-8)\na\nBODY [entry 2] (UTF-8)\nb\nBODY [entry 3] (UTF-8)\nc\nBODY [entry 4] (UTF-8) published=2022-11-08\nd\n"
    "BODY [entry 5] (UTF-8) published=2022-01-08\ne\nBODY [entry 6] (UTF-8) published=2022-11\nf\nBODY [entry 7] (UTF-8)\ng\n"
    "BODY [entry 8] (UTF-8)\nh\nBODY [entry 9] (UTF-8)\ni" },
};

/* Read on request, although the sniffing does not know them. */
static const PartCase refused[] = {
  { "no-list", "{\"a\": 1}", "(not known)\n" NO_ARTICLES },
  { "empty-list", "[]", "(not known)\nthe list of articles is empty" },
  { "endless", "{\"data\":{\"data\":{\"data\":{\"data\":{\"data\":{}}}}}}", "(not known)\n" NO_ARTICLES },
  { "nothing", "", "(not known)\nthe document is empty" },
  { "text", "hello", "(not known)\nline 1, column 1: a native document is one JSON object, beginning with “{”" },
};

static const PartCase others[] = {
  { "native", "{\"format\": \"rapporteur\", \"version\": 1, \"articles\": [{\"title\": \"A\", \"text\": \"x\"}]}", NULL },
  { "spacy", "{\"text\": \"x\", \"spans\": [], \"meta\": {}}", NULL },
  { "annotation", "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"body\": [], \"creator\": \"x\"}", NULL },
  { "settings", "{\"name\": \"x\", \"description\": \"y\", \"url\": \"z\"}", NULL },
  { "prose", "[Tehran] the text: \"title\"", NULL },
  { "values", "[\"title\", \"text\"]", NULL },
  { "article", "\xef\xbb\xbf [ {\"Title\": \"x\", \"Body\": \"y\"} ]", NULL },
};

static void
test_sniff (void)
{
  g_autofree char *known = sniff_cases (&rap_articles_reader, others, G_N_ELEMENTS (others));

  g_assert_cmpstr (known, ==, "article");
}

static void
test_depth (void)
{
  GString *file = g_string_new ("[{\"title\": \"A\", \"text\": ");
  g_autofree char *data = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (file, "[{\"a\":");
  data = g_string_free (file, FALSE);
  got = describe_parts (&rap_articles_reader, data, strlen (data));
  g_assert_cmpstr (got, ==, "! [entry 1] line 1, column 211: nested too deeply");
}

static gboolean
stop_at_two (const RapPart *part,
             gpointer       user_data)
{
  return ++*(guint *) user_data < 2;
}

static void
test_stop (void)
{
  static const char file[] = "[{\"text\":\"a\"},{\"text\":\"b\"},{\"text\":\"c\"}]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (rap_articles_reader.read (bytes, stop_at_two, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_part_cases (&rap_articles_reader, cases, G_N_ELEMENTS (cases));
  add_part_cases (&rap_articles_reader, refused, G_N_ELEMENTS (refused));
  g_test_add_func ("/exchange/articles-json-reader/sniff", test_sniff);
  g_test_add_func ("/exchange/articles-json-reader/depth", test_depth);
  g_test_add_func ("/exchange/articles-json-reader/stop", test_stop);
  return g_test_run ();
}
