/* test-feed-reader.c
 *
 * Feeds of every family, and what is wrong with them in the wild.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "test-parts.h"

#define OPEN "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body><article>\n"
#define OPEN_IN(language) "<!DOCTYPE html>\n<html lang=\"" language "\"><head><meta charset=\"utf-8\"></head>\n<body><article>\n"
#define CLOSE "\n</article></body></html>\n"
/* The parser looks ahead so far that a fault hides what stands just before it. */
#define S "                                                                                "
#define SPACE S S S S S S S S S S S S S S
#define RSS "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" " \
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>"
#define ATOM "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fa\"><title>خبر</title>"

static const PartCase cases[] = {
  { "rss2",
    RSS "<title>News &amp; Co</title><language>en-us</language><image><title>Logo</title></image>"
    "<item><media:title>Not this</media:title><title>Tom &amp;amp; Ann</title><link> https://x.example/1 </link>"
    "<description>Short</description><content:encoded><![CDATA[<p>Whole</p>]]></content:encoded>"
    "<dc:creator>Sara</dc:creator><dc:creator>Ali</dc:creator><pubDate>Tue, 08 Nov 2022 23:30:00 +0330</pubDate></item>"
    "<item><title>Two</title><guid>https://x.example/2</guid><author>d@x.example (Desk)</author>"
    "<description>One.\n\nTwo &lt;3.</description><source url=\"u\">Agency</source></item></channel></rss>",
    "HTML [entry 1] (UTF-8) title=Tom & Ann published=2022-11-08 outlet=News & Co byline=Sara, Ali url=https://x.example/1 language=en-us\n"
    OPEN_IN ("en-us") "<h1>Tom &amp; Ann</h1>\n<p>Whole</p>" CLOSE
    "\nHTML [entry 2] (UTF-8) title=Two outlet=Agency byline=Desk url=https://x.example/2 language=en-us\n"
    OPEN_IN ("en-us") "<h1>Two</h1>\nOne.\n\nTwo <3." CLOSE },
  { "rss091",
    "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://my.netscape.com/x.dtd\"><rss version=\"0.91\"><channel>"
    "<title>Old</title><item><title>A</title><description>One.\n\nTwo.</description></item></channel></rss>",
    "HTML [entry 1] (UTF-8) title=A outlet=Old\n" OPEN "<h1>A</h1>\n<p>One.</p>\n<p>Two.</p>\n" CLOSE },
  { "rss1",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>C</title><items/></channel>"
    "<item><title>会谈</title><dc:date>2022-11-08T10:00:00Z</dc:date><description>部长</description></item></rdf:RDF>",
    "HTML [entry 1] (UTF-8) title=会谈 published=2022-11-08 outlet=C\n" OPEN "<h1>会谈</h1>\n<p>部长</p>\n" CLOSE },
  { "atom",
    ATOM "<entry><title type=\"html\">&lt;b&gt;A&lt;/b&gt;</title><link rel=\"self\" href=\"https://x.example/s\"/>"
    "<link href=\"https://x.example/a\"/><published>2022-11-08T01:00:00+03:30</published><updated>2023-01-01T00:00:00Z</updated>"
    "<author><name>سارا</name><email>x@y</email></author><summary>s</summary>"
    "<content type=\"html\">&lt;p&gt;متن&lt;/p&gt;</content></entry>"
    "<entry xml:lang=\"ru\"><title>B</title><updated>2023-01-01T00:00:00Z</updated>"
    "<content type=\"xhtml\"><div><p>Текст</p></div></content></entry>"
    "<entry><title>C</title><content type=\"text\">a &lt; b</content><source><title>Agency</title></source></entry></feed>",
    "HTML [entry 1] (UTF-8) title=A published=2022-11-08 outlet=خبر byline=سارا url=https://x.example/a language=fa\n"
    OPEN_IN ("fa") "<h1>A</h1>\n<p>متن</p>" CLOSE
    "\nHTML [entry 2] (UTF-8) title=B published=2023-01-01 outlet=خبر language=ru\n"
    OPEN_IN ("ru") "<h1>B</h1>\n<div><p>Текст</p></div>" CLOSE
    "\nHTML [entry 3] (UTF-8) title=C outlet=Agency language=fa\n" OPEN_IN ("fa") "<h1>C</h1>\n<p>a &lt; b</p>\n" CLOSE },
  { "undeclared",
    "<rss><channel><item><title>Q&nbsp;A &rsquo;</title><content:encoded><![CDATA[<p>x</p>]]></content:encoded></item></channel></rss>",
    "HTML [entry 1] (UTF-8) title=Q A ’\n" OPEN "<h1>Q A ’</h1>\n<p>x</p>" CLOSE },
  { "ampersand", "<rss><channel><item><link>http://x.example/?a=1&b=2</link><description>\x02 A & B caf\xe9 <![CDATA[&nbsp;]]></description></item></channel></rss>",
    "HTML [entry 1] (UTF-8) url=http://x.example/?a=1&b=2\n" OPEN "  A & B caf\xef\xbf\xbd &nbsp;" CLOSE },
  { "mismatched", "<rss><channel><item><description>x</description></item>" SPACE "<item><description>y</b></item></channel></rss>",
    "HTML [entry 1] (UTF-8)\n" OPEN "<p>x</p>\n" CLOSE
    "\n! [after entry 1] the feed cannot be read further: line 1: Opening and ending tag mismatch: description line 1 and b" },
  { "no-text", "<rss><channel><item><title>A</title></item></channel></rss>",
    "! [entry 1] the entry of the feed has a headline but no text" },
  { "no-entries", "<rss><channel><title>A</title></channel></rss>", "the feed has no entries" },
  { "cut-off",
    "<rss><channel><item><title>A</title><description>x</description></item>" SPACE "<item><title>B</ti",
    "HTML [entry 1] (UTF-8) title=A\n" OPEN "<h1>A</h1>\n<p>x</p>\n" CLOSE
    "\n! [after entry 1] the feed cannot be read further: line 1: expected '>'" },
  { "bomb",
    "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>"
    "<rss><channel><item><title>&c;</title><description>&c;</description></item></channel></rss>",
    "line 1: the document declares entities of its own, which are not followed" },
  { "external",
    "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&a;</title>"
    "<description>&a;</description></item></channel></rss>",
    "line 1: the document declares entities of its own, which are not followed" },
};

static const PartCase others[] = {
  { "empty", "", NULL },
  { "html", "<!DOCTYPE html><html><body>rss</body></html>", NULL },
  { "comment", "<!-- x -->\n<rss version='2.0'></rss>", NULL },
  { "other-feed", "<feed><entry/></feed>", NULL },
  { "rdf", "<RDF xmlns=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>", NULL },
  { "open-comment", "<!-- <rss>", NULL },
  { "prefixed", "<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", NULL },
  { "bare", "<", NULL },
};

static void
test_sniff (void)
{
  g_autofree char *known = sniff_cases (&rap_feed_reader, others, G_N_ELEMENTS (others));

  g_assert_cmpstr (known, ==, "comment prefixed");
}

/* 5,000 elements within each other are refused by the parser, not by the stack. */
static void
test_depth (void)
{
  GString *file = g_string_new ("<rss><channel><item><title>A</title><description>");
  g_autofree char *data = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (file, "<b>");
  data = g_string_free (file, FALSE);
  got = describe_parts (&rap_feed_reader, data, strlen (data));
  g_assert_cmpstr (got, ==, "line 1: elements are nested deeper than 256");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_part_cases (&rap_feed_reader, cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/exchange/feed-reader/sniff", test_sniff);
  g_test_add_func ("/exchange/feed-reader/depth", test_depth);
  return g_test_run ();
}
