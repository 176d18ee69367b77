/* test-extract-html.c
 *
 * Web pages: the text a reader sees, the body in it, and what the page
 * declares about itself in each of the ways pages do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-extract.h"

#define P1 "The ministers of two states signed a paper on the common border in Varna on Thursday, officials said."
#define P2 "The paper had been prepared for three years, and both praised the patience of those who wrote it."
#define P3 "A second paper, on the river, is to follow before the winter, one of the ministers told reporters."
#define ARTICLE "<p>" P1 "</p><p>" P2 "</p><p>" P3 "</p>"
#define BODY P1 "\n\n" P2 "\n\n" P3
#define OTHER "A storm hit the coast on Friday and took the roofs of forty houses with it, the mayor said in the evening. No one was hurt, he said, and all roads are open. More storms are expected in the week, and the ferries stay in the harbour until Tuesday, the office of the port said."
#define OTHER2 "The ferry to the islands starts again on Tuesday, after a pause of three weeks, the company said. Tickets that were bought before the pause stay good until the end of the year, and those who want their money back can have it at the office in the harbour, it said in a note."
#define QUESTION "What did you think when you saw the paper for the first time, and what would you change in it today?"
#define NAV "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport and all that belongs to it</a></ul></nav>"

typedef struct
{
  const char *name;
  const char *html;
  const char *expected;
} Case;

static const char *
or_dash (const char *value)
{
  return value ? value : "-";
}

/* title|outlet|published|byline|url|language|direction */
static const Case fact_cases[] = {
  { "json-ld",
    "<html lang=en-GB><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},"
    "{\"@type\":[\"NewsArticle\"],\"headline\":\"Border paper signed\",\"datePublished\":\"2021-06-03T22:10:00+03:00\","
    "\"author\":[{\"name\":\"A. One\"},{\"name\":\"B. Two\"}],\"publisher\":{\"name\":\"The Example\"},"
    "\"mainEntityOfPage\":{\"@id\":\"https://example.org/1\"}}]}</script><body>" ARTICLE,
    "Border paper signed|The Example|2021-06-03|A. One, B. Two|https://example.org/1|en-GB|ltr" },
  { "open-graph",
    "<head><meta property='og:title' content='Border paper signed &amp;amp; sealed'><meta property='og:site_name' content='The Example | News for all'>"
    "<meta property='article:published_time' content='2021-06-03'><meta name=author content='By Ann One'>"
    "<meta property='og:url' content='https://example.org/2'><meta property='og:locale' content='de_AT'></head>" ARTICLE,
    "Border paper signed & sealed|The Example|2021-06-03|Ann One|https://example.org/2|de-AT|ltr" },
  { "microdata",
    "<html><body><h1>Border paper signed</h1><span itemprop=author>Ann One</span><time itemprop=datePublished datetime='2021-06-03T01:00'>Thursday</time>"
    ARTICLE, "Border paper signed|-|2021-06-03|Ann One|-|en|ltr" },
  { "title-element", "<title>Border paper signed in Varna - The Example</title><link rel=canonical href='https://example.org/3'><body>" ARTICLE,
    "Border paper signed in Varna|The Example|-|-|https://example.org/3|en|ltr" },
  { "title-and-h1", "<title>Two - or three - papers signed | The Example</title><body><h1>Two - or three - papers signed</h1>" ARTICLE,
    "Two - or three - papers signed|The Example|-|-|-|en|ltr" },
  { "date-in-head", "<title>Border paper signed</title><body>" NAV "<h1>Border paper signed</h1><div>By Ann One</div><div>Published 3 June 2021</div>" ARTICLE,
    "Border paper signed|-|2021-06-03|Ann One|-|en|ltr" },
  { "date-of-other-story", "<body><h1>Border paper signed</h1>" ARTICLE "<aside><h3>Storm hits coast</h3><time datetime=2020-01-01>1 January 2020</time></aside>",
    "Border paper signed|-|-|-|-|en|ltr" },
  { "date-in-body", "<body><h1>Border paper signed</h1>" ARTICLE "<p>On 3 June 2021 they met again, in a smaller circle, it was said later.</p>",
    "Border paper signed|-|-|-|-|en|ltr" },
  { "moment-elsewhere", "<meta property=article:published_time content='2021-06-04T02:10:00Z'><body><h1>Border paper signed</h1><div>3 June 2021, 22:10</div>" ARTICLE,
    "Border paper signed|-|2021-06-03|-|-|en|ltr" },
  { "moment-here", "<meta property=article:published_time content='2021-06-04T02:10:00Z'><body><h1>Border paper signed</h1><div>4 June 2021, 5:10</div>" ARTICLE,
    "Border paper signed|-|2021-06-04|-|-|en|ltr" },
  { "moment-before-change", "<meta property=article:published_time content='2021-06-04T02:10:00Z'><body><h1>Border paper signed</h1><div>Updated Jun 4, 9:41; posted Jun 3, 22:10</div>" ARTICLE,
    "Border paper signed|-|2021-06-03|-|-|en|ltr" },
  { "moment-far-from-line", "<meta property=article:published_time content='2021-06-04T02:10:00Z'><body><h1>Border paper signed</h1><div>9 June 2021</div>" ARTICLE,
    "Border paper signed|-|2021-06-04|-|-|en|ltr" },
  { "moment-and-address", "<link rel=canonical href='https://example.org/2021/06/03/paper'><meta property=article:published_time content='2021-06-04T02:10:00Z'><body><h1>Border paper signed</h1>" ARTICLE,
    "Border paper signed|-|2021-06-03|-|https://example.org/2021/06/03/paper|en|ltr" },
  { "date-in-address", "<link rel=canonical href='https://example.org/news/2021/jun/03/paper-20200101x'><body><h1>Border paper signed</h1>" ARTICLE,
    "Border paper signed|-|2021-06-03|-|https://example.org/news/2021/jun/03/paper-20200101x|en|ltr" },
  { "no-date-in-address", "<link rel=canonical href='https://example.org/2021/16/03/4711-2021060399'><body><h1>Border paper signed</h1>" ARTICLE,
    "Border paper signed|-|-|-|https://example.org/2021/16/03/4711-2021060399|en|ltr" },
  { "day-of-change", "<body><h1>Border paper signed</h1><div>Updated 9 June 2021</div>" ARTICLE, "Border paper signed|-|-|-|-|en|ltr" },
  { "day-of-change-and-day", "<body><h1>Border paper signed</h1><div>Updated 9 June 2021 | Published 3 June 2021</div>" ARTICLE, "Border paper signed|-|2021-06-03|-|-|en|ltr" },
  { "short-year", "<body><h1>Border paper signed</h1><div>06/23/21 11:15</div>" ARTICLE, "Border paper signed|-|2021-06-23|-|-|en|ltr" },
  { "short-year-ambiguous", "<body><h1>Border paper signed</h1><div>06/03/21 11:15</div>" ARTICLE, "Border paper signed|-|-|-|-|en|ltr" },
  { "headline-seen", "<title>Varna border paper: what was signed | The Example</title><meta property=og:title content='Varna border paper: what was signed'>"
    "<body><h1>Border paper signed in Varna</h1>" ARTICLE, "Border paper signed in Varna|-|-|-|-|en|ltr" },
  { "h1-of-the-site", "<title>Border paper signed - The Example</title><body><h1>The Example</h1>" ARTICLE, "Border paper signed|The Example|-|-|-|en|ltr" },
  { "nobody", "<meta property=og:site_name content='The-Example'><meta name=author content='the example'><body><h1>Border paper signed</h1>" ARTICLE,
    "Border paper signed|The-Example|-|-|-|en|ltr" },
  { "account", "<meta property=og:site_name content='@example'><meta name=application-name content='https://example.org'><meta name=author content='admin'><body><h1>Border paper signed</h1>" ARTICLE,
    "Border paper signed|-|-|-|-|en|ltr" },
  { "labelled-author", "<meta name=author content='Текст: Анна Первая'><body><h1>Border paper signed</h1>" ARTICLE, "Border paper signed|-|-|Анна Первая|-|en|ltr" },
  { "graph-references",
    "<script type='application/ld+json'><!--\n[{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Border paper signed\",\"author\":{\"@id\":\"#1\"},\"publisher\":{\"@id\":\"#2\"}},"
    "{\"@id\":\"#1\",\"@type\":\"Person\",\"name\":\"Ann One\"},{\"@id\":\"#2\",\"name\":\"The Example\"},"
    "{\"@type\":\"WebPage\",\"datePublished\":\"2021-06-03\",\"inLanguage\":\"en\"}]}]\n//--></script><body>" ARTICLE,
    "Border paper signed|The Example|2021-06-03|Ann One|-|en|ltr" },
  { "relative-url", "<link rel=canonical href='/4'><body>" ARTICLE, "-|-|-|-|-|en|ltr" },
  { "persian", "<html lang=fa dir=rtl><meta property=og:title content='دیدار دو وزیر'><body><p>دو وزیر روز دوشنبه درباره مرز مشترک گفت‌وگو کردند و بر همکاری تأکید کردند.</p>",
    "دیدار دو وزیر|-|-|-|-|fa|rtl" },
  { "persian-undeclared", "<body><p>دو وزیر روز دوشنبه درباره مرز مشترک گفت‌وگو کردند و بر همکاری تأکید کردند.</p>", "-|-|-|-|-|fa|rtl" },
  { "arabic", "<html lang=en-US><body><p>بحث الوزيران يوم الاثنين قضية الحدود المشتركة وأكدا على أهمية التعاون بين البلدين.</p>", "-|-|-|-|-|ar|rtl" },
  { "kurdish", "<body><p>هەردوو وەزیر ڕۆژی دووشەممە باسی سنووری هاوبەشیان کرد و جەختیان لە هاوکاری کردەوە.</p>", "-|-|-|-|-|-|rtl" },
  { "russian", "<html lang=en><body><p>Министры обеих стран встретились во вторник у реки и говорили о мосте, которого не хватает уже много лет.</p>", "-|-|-|-|-|ru|ltr" },
  { "serbian", "<body><p>Министри обе земље састали су се у уторак крај реке и говорили о мосту који већ годинама недостаје, љутито.</p>", "-|-|-|-|-|-|ltr" },
  { "japanese", "<body><p>両国の大臣は火曜日に川のそばで会談し、長年欠けている橋について話し合ったと発表した。</p>", "-|-|-|-|-|ja|ltr" },
  { "declared-wrongly", "<html lang=fa><body><h1>Border paper signed</h1>" ARTICLE, "Border paper signed|-|-|-|-|en|ltr" },
  { "declared-dialect", "<html lang=ar-IQ><body><p>بحث الوزيران يوم الاثنين قضية الحدود المشتركة وأكدا على أهمية التعاون بين البلدين.</p>", "-|-|-|-|-|ar-IQ|rtl" },
  { "deep-json-ld", "<script type='application/ld+json'>{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[</script><body><h1>Border paper signed</h1>" ARTICLE,
    "Border paper signed|-|-|-|-|en|ltr" },
};

static void
test_facts (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RapExtract) extract = rap_extract_html (test->html);
  g_autofree char *got = g_strdup_printf ("%s|%s|%s|%s|%s|%s|%s", or_dash (extract->title), or_dash (extract->outlet), or_dash (extract->published),
                                          or_dash (extract->byline), or_dash (extract->url), or_dash (extract->language), extract->direction);

  g_assert_cmpstr (got, ==, test->expected);
}

static const Case body_cases[] = {
  { "plain", "<h1>Border paper signed</h1>" ARTICLE, BODY },
  { "menus", NAV "<div class=content><h1>Border paper signed</h1>" ARTICLE "</div><footer>We write for you. All that we write is ours, and may be linked to.</footer>", BODY },
  { "related", "<h1>Border paper signed</h1><div>" ARTICLE "<ul><li><a href=a>Another story of that day, with a long name</a><li><a href=b>And one more story of it</a></ul></div>", BODY },
  { "comments", "<div id=main><h1>Border paper signed</h1><div class=article-body>" ARTICLE "</div><div class=comments><p>I do not believe a word of this, and I have read it twice.</p></div></div>", BODY },
  { "form", "<div><h1>Border paper signed</h1>" ARTICLE "<form><p>Leave your address, and we will write to you once a week. Promised.</p><input></form></div>", BODY },
  { "aside", "<article><h1>Border paper signed</h1><p>" P1 "</p><aside><p>Give today, and we will go on to write for you tomorrow. Thank you.</p></aside><p>" P2 "</p><p>" P3 "</p></article>",
    P1 "\n\n" P2 "\n\n" P3 },
  { "subhead", "<article><h1>Border paper signed</h1><p>" P1 "</p><h2>The river</h2><p>" P2 "</p></article>", P1 "\n\nThe river\n\n" P2 },
  { "breaks", "<div><h1>Border paper signed</h1>" P1 "<br><br>" P2 "<br><br>" P3 "</div>", BODY },
  { "inline-links", "<h1>Border paper signed</h1><p>The ministers of <a href=x>two states</a> signed a <b>paper</b> on the common border in Varna on Thursday, <i>officials</i> said.</p><p>" P2 "</p><p>" P3 "</p>", BODY },
  { "hidden", "<h1>Border paper signed</h1>" ARTICLE "<p style='display: none'>What nobody sees is not part of the page, however long it is.</p><script>var x = 'Not this. Nor that.';</script>", BODY },
  { "all-hidden", "<h1>Border paper signed</h1><div style='display:none'>" ARTICLE "</div>", BODY },
  { "misleading-class", "<div class='sidebar-left related'><h1>Border paper signed</h1>" ARTICLE "</div>", BODY },
  { "author-box", "<h1>Border paper signed</h1><div>" ARTICLE "<div class=author-bio><p>Ann One writes about borders. She lives at one of them.</p></div></div>", BODY },
  { "next-stories", "<main><article><h1>Border paper signed</h1>" ARTICLE "</article><article><h2>Storm hits the coast</h2><p>" OTHER "</p></article><article><h2>Ferry</h2><p>" OTHER2 "</p></article></main>", BODY },
  { "live-entries", "<article><h1>Border paper signed</h1><article><p>" P1 "</p></article><article><p>" P2 "</p></article><article><p>" P3 "</p></article></article>", BODY },
  { "embedded-post", "<h1>Border paper signed</h1><div><p>" P1 "</p><div class='social-embed'><blockquote><p>Good day for the border, see <a href=t>t.example</a></p>— Ann (@ann) <a href=x>3 June</a></blockquote></div><p>" P2 "</p></div>",
    P1 "\n\nGood day for the border, see t.example\n\n— Ann (@ann) 3 June\n\n" P2 },
  { "caption-class", "<h1>Border paper signed</h1><div><p>" P1 "</p><div class='image_caption'>The bridge over the river, as it stood last year, seen from the southern bank.</div><p>" P2 "</p></div>", P1 "\n\n" P2 },
  { "figures", "<h1>Border paper signed</h1><article>" ARTICLE "<table><tr><th>Side<th>Officers<tr><td>North<td>12<tr><td>South<td>14</table></article>",
    BODY "\n\nSide\nOfficers\nNorth\n12\nSouth\n14" },
  { "closing-list", "<h1>Border paper signed</h1><article><p>" P1 "</p><ul><li>North: two new posts<li>South: no new posts</ul></article><div>Tell others</div>",
    P1 "\n\nNorth: two new posts\nSouth: no new posts" },
  { "interview", "<h1>Border paper signed</h1><div><p>" QUESTION "</p><p>" P1 "</p><p>" QUESTION "</p><p>" P2 "</p><p>" QUESTION "</p><p>" P3 "</p></div>",
    QUESTION "\n\n" P1 "\n\n" QUESTION "\n\n" P2 "\n\n" QUESTION "\n\n" P3 },
  { "linked-opening", "<h1>Border paper signed</h1><div><p><a href=x>The ministers of two states signed a paper on the border</a> in Varna on Thursday, it was said.</p><p>" P2 "</p><p>" P3 "</p></div>",
    "The ministers of two states signed a paper on the border in Varna on Thursday, it was said.\n\n" P2 "\n\n" P3 },
  { "nothing", "<ul><li><a href=a>One</a><li><a href=b>Two</a></ul>", "" },
};

static void
test_body (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RapExtract) extract = rap_extract_html (test->html);
  g_autofree char *got = rap_extract_dup_body (extract);

  g_assert_cmpstr (got, ==, test->expected);
}

static const Case text_cases[] = {
  { "white-space", "<p>  one\n two   <b>three </b> four</p>", "one two three four" },
  { "no-space-between", "<p>un<b>believ</b>able</p>", "unbelievable" },
  { "blocks", "<h1>A</h1><p>B</p><div>C</div><div>D</div><ul><li>E<li>F</ul>G", "A\n\nB\n\nC\nD\n\nE\nF\n\nG" },
  { "breaks", "a<br>b<br><br>c<br><br><br><br>d", "a\nb\n\nc\n\nd" },
  { "pre", "<pre>a  b\nc\n\nd</pre>", "a b\nc\n\nd" },
  { "table", "<table><tr><td>a<td>b<tr><td>c</table>", "a\nb\nc" },
  { "invisible", "<head><title>t</title></head><script>s</script><style>c</style><noscript>n</noscript><template>x</template><svg><text>v</text></svg>a<select><option>o</select><p hidden>h</p>", "a" },
  { "boilerplate-stays", NAV "<p>" P1 "</p>", "Home\nWorld\nSport and all that belongs to it\n\n" P1 },
  { "entities", "a&nbsp;b &lt;c&gt; &#8220;d&#8221;", "a b <c> “d”" },
  { "broken", "<p>a<div>b</p></b></i>c</span><p>d", "a\n\nb\n\nc\n\nd" },
  { "comment", "a<!-- no --><!-- <p>no</p> -->b", "ab" },
  { "script-with-tags", "a<script>if (1 < 2) document.write('<p>no</p>')</script>b", "ab" },
};

static void
test_text (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (RapExtract) extract = rap_extract_html (test->html);

  g_assert_cmpstr (extract->text, ==, test->expected);
}

/* Ranges are in order, do not touch and lie inside the text. */
static void
test_ranges (void)
{
  g_autoptr (RapExtract) extract = rap_extract_html ("<article><h1>Łódź paper “signed”</h1><p>" P1 "</p><aside><p>Give today, and we go on. Thank you.</p></aside><p>" P2 "</p></article>");
  guint last = 0;

  g_assert_cmpuint (extract->ranges->len, ==, 2);
  for (guint i = 0; i < extract->ranges->len; i++)
    {
      RapRange range = g_array_index (extract->ranges, RapRange, i);

      g_assert_cmpuint (range.start, >, last);
      g_assert_cmpuint (range.end, >, range.start);
      last = range.end;
    }
  g_assert_cmpuint (last, <=, g_utf8_strlen (extract->text, -1));
}

static void
add_cases (const char   *folder,
           const Case   *cases,
           guint         n,
           GTestDataFunc func)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/extract-html/%s/%s", folder, cases[i].name);

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("facts", fact_cases, G_N_ELEMENTS (fact_cases), test_facts);
  add_cases ("body", body_cases, G_N_ELEMENTS (body_cases), test_body);
  add_cases ("text", text_cases, G_N_ELEMENTS (text_cases), test_text);
  g_test_add_func ("/text/extract-html/ranges", test_ranges);
  return g_test_run ();
}
