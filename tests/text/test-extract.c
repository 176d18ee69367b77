/* test-extract.c
 *
 * Plain-text pages: title, date, byline, outlet and body. A page is written
 * with "+" before each line of the body and "-" before every other; the test
 * extracts the page without the marks and compares the marks it would put.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-extract.h"

typedef struct
{
  const char *name;
  const char *facts;   /* title|outlet|published|byline|direction */
  const char *page;
} Case;

static const Case cases[] = {
  { "menus-and-pleas", "Two Ministers Sign Border Paper in Varna|-|2021-06-03|-|ltr",
    "-Home\n-Politics\n-Log in\n-\n-Two Ministers Sign Border Paper in Varna\n-3 June 2021\n-\n"
    "+The ministers of two neighbouring states signed a paper on the common border in Varna on Thursday, officials said.\n+\n"
    "+The paper had been prepared for three years, and both ministers praised the patience of those who wrote it.\n-\n"
    "-Also read: Ferry service starts again\n-\n-Support our work\n-\n"
    "-We depend on people like you. Your gift helps us pay the team and keep everything free for all.\n-Subscribe\n-Leave a comment" },
  { "byline-beside-date", "Talks on River Water Resume After a Year|-|2022-10-27|Nadia Orlova|ltr",
    "-Talks on River Water Resume After a Year\n-Nadia Orlova\n-10/27/2022\n-\n"
    "+Delegations from both banks of the river met again on Wednesday, a year after the last round had failed.\n+\n"
    "+They will meet once more before the winter, the hosts said, and exchange the measurements of the last season." },
  { "labelled-byline", "Port Deal Delayed Again|-|2020-03-05|Jan Vos|ltr",
    "-Port Deal Delayed Again\n-By Jan Vos\n-Published: March 5, 2020\n-\n"
    "+The deal on the eastern port will not be signed this month, the harbour office said in a short note on Thursday." },
  { "ambiguous-date", "Port Deal Delayed Again|-|-|-|ltr",
    "-Port Deal Delayed Again\n-03/05/2020\n-\n"
    "+The deal on the eastern port will not be signed this month, the harbour office said in a short note on Thursday." },
  { "ambiguous-date-confirmed", "Port Deal Delayed Again|-|2020-05-03|-|ltr",
    "-2020-05-03\n-Port Deal Delayed Again\n-03/05/2020\n-\n"
    "+The deal on the eastern port will not be signed this month, the harbour office said in a short note on Thursday." },
  { "no-date-in-body", "Chiefs of Staff Meet in the Capital|-|-|-|ltr",
    "-Chiefs of Staff Meet in the Capital\n-\n"
    "+The chiefs of staff met in the capital for the second time. In July 2017 they had signed a first paper.\n+\n"
    "+On 4 May 2019 they met at sea. The paper of that day was never published, two of the officers said.\n-\n"
    "-Latest news\n-\n-12 December 2023\n-Storm hits the coast" },
  { "site-in-title", "Chiefs of Staff Meet in the Capital|-|-|-|ltr",
    "-Chiefs of Staff Meet in the Capital – World news | The Daily Example Of Everything\n-\n"
    "+The chiefs of staff met in the capital for the second time, and agreed to meet again within the year." },
  { "dateline", "Envoy Calls for Calm at the Border|Orbis|-|-|ltr",
    "-Envoy Calls for Calm at the Border\n-\n"
    "+VARNA (Orbis) – The envoy called for calm at the border on Sunday, after two nights of shots near the bridge." },
  { "dateline-day", "Gesandter mahnt zur Ruhe an der Grenze|-|2021-06-03|-|ltr",
    "-Gesandter mahnt zur Ruhe an der Grenze\n-\n"
    "+VARNA, 3. Juni 2021 (Orbis) – Der Gesandte hat nach zwei Nächten mit Schüssen zur Ruhe an der Grenze gemahnt." },
  { "dateline-jalali", "فرستاده خواستار آرامش در مرز شد|-|2022-11-08|-|rtl",
    "-فرستاده خواستار آرامش در مرز شد\n-\n"
    "+تهران – ۱۷ آبان ۱۴۰۱ – فرستاده مجمع پس از دو شب تیراندازی در نزدیکی پل خواستار آرامش در مرز شد و به گفتگو فراخواند." },
  { "dateline-without-year", "Gesandter mahnt zur Ruhe an der Grenze|-|-|-|ltr",
    "-Gesandter mahnt zur Ruhe an der Grenze\n-\n"
    "+VARNA, 3. Juni (Orbis) – Der Gesandte hat nach zwei Nächten mit Schüssen zur Ruhe an der Grenze gemahnt." },
  { "day-before-dash", "Gesandter mahnt zur Ruhe an der Grenze|-|-|-|ltr",
    "-Gesandter mahnt zur Ruhe an der Grenze\n-\n"
    "+Am Donnerstag, 3. Juni 2021 – dem Tag nach der Wahl – hat der Gesandte der Versammlung zur Ruhe an der Grenze gemahnt." },
  { "site-name", "Envoy Calls for Calm at the Border|The Example Post|-|-|ltr",
    "-Envoy Calls for Calm at the Border\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river.\n-\n"
    "-About us\n-The Example Post\n-By signing up you accept the terms of The Example Post and its partners.\n"
    "-Reprinting what The Example Post publishes is allowed with a link to us." },
  { "subheads-stay", "What the Charter Says and What It Leaves Out|-|-|-|ltr",
    "-What the Charter Says and What It Leaves Out\n-\n"
    "+The charter of the two armies has eleven articles, and seven of them speak of exercises, schools and sport.\n+\n"
    "+The border\n+\n"
    "+Article eight of the charter promises joint patrols on the border, but names neither a place nor a number.\n-\n-Share\n-Tweet" },
  { "hard-wrapped", "Envoy Calls for Calm at the Border|-|2019-09-02|-|ltr",
    "-Envoy Calls for Calm at the Border\n-2 September 2019\n-\n"
    "+The envoy of the assembly called for calm at the border on Sunday, after\n+two nights of shots near the bridge over the river, and asked both sides\n"
    "+to send officers to the bridge. He said that he would stay until the\n+talks on the bridge had begun, and that nobody gained from delay.\n+\n"
    "+Officers of both sides met at the bridge in the evening. They agreed to\n+keep the guards away from the river at night and to meet every week, as\n"
    "+the envoy had proposed in the spring, when the first shots had fallen." },
  { "persian", "دیدار رئیس ستاد با وزیر دفاع|-|2022-11-08|-|rtl",
    "-صفحه نخست\n-دیدار رئیس ستاد با وزیر دفاع\n-۱۷ آبان ۱۴۰۱\n-\n"
    "+رئیس ستاد ارتش روز دوشنبه در گفت‌وگوی تلفنی با وزیر دفاع کشور همسایه بر گسترش همکاری دو کشور تأکید کرد.\n+\n"
    "+وزیر دفاع نیز گفت که کشورش آماده است تا در زمینه امنیت مرزها همکاری کند و از دعوت او برای سفر قدردانی کرد.\n-\n"
    "-بیشتر بخوانید: خبرهای امروز\n-اشتراک گذاری" },
  { "german", "Minister treffen sich am Fluss|-|2022-11-08|Petra Lang|ltr",
    "-Minister treffen sich am Fluss\n-Von Petra Lang\n-8. November 2022, 10:15 Uhr\n-\n"
    "+Die Minister beider Länder haben sich am Dienstag am Fluss getroffen und über die Brücke gesprochen, die seit Jahren fehlt." },
  { "line-with-moment", "Envoy Calls for Calm at the Border|-|2021-06-03|-|ltr",
    "-Envoy Calls for Calm at the Border\n-By our office in Varna, Thursday, 3 June 2021 at 11:08 a.m.\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river." },
  { "date-under-summary", "Envoy Calls for Calm at the Border|-|2021-06-03|-|ltr",
    "-Envoy Calls for Calm at the Border\n-Two nights of shots near the bridge over the river.\n-Share\n-Save\n-June 3, 2021, 9:28 AM UTC\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river.\n+\n"
    "+He said that he would stay at the border until the talks on the bridge had begun, and that nobody gained from delay.\n+\n"
    "+Officers of both sides met at the bridge in the evening. They agreed to keep the guards away from the river at night, as "
    "the envoy had proposed in the spring, when the first shots had fallen, and to meet every week until the end of the year." },
  { "day-of-change", "Envoy Calls for Calm at the Border|-|-|-|ltr",
    "-Envoy Calls for Calm at the Border\n-Updated 3 June 2021\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river." },
  { "date-of-source", "Envoy Calls for Calm at the Border|-|2021-06-03|-|ltr",
    "-3 June 2021\n-Envoy Calls for Calm at the Border\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river.\n+\n"
    "+— Ann One (@annone) May 1, 2021\n+\n"
    "+He said that he would stay at the border until the talks on the bridge had begun, and that nobody gained from delay." },
  { "captions", "Envoy Calls for Calm at the Border|-|-|-|ltr",
    "-Envoy Calls for Calm at the Border\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river.\n-\n"
    "-The bridge over the river, where the shots fell on both nights. (Photo: Example Press)\n-\n"
    "+He said that he would stay at the border until the talks on the bridge had begun, and that nobody gained from delay." },
  { "teasers", "Envoy Calls for Calm at the Border|-|-|-|ltr",
    "-Envoy Calls for Calm at the Border\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river.\n-\n"
    "-Ferry service to the islands starts again after three...\n-Storm takes roofs of forty houses on the coast, no one...\n"
    "-Harbour office closes for the summer and opens again..." },
  { "headline-with-dash", "Envoy Calls for Calm – ‘Nobody Gains’|-|-|-|ltr",
    "-Home\n-World\n-\n-Envoy Calls for Calm – ‘Nobody Gains’\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge. Nobody gains, he said." },
  { "legal-links", "Envoy Calls for Calm at the Border|-|-|-|ltr",
    "-Envoy Calls for Calm at the Border\n-\n"
    "+The envoy called for calm at the border on Sunday, after two nights of shots near the bridge over the river.\n-\n"
    "-About us\n-Privacy Policy\n-By signing up you accept our Privacy Policy and all that goes with it.\n"
    "-What we keep about you is told in our Privacy Policy in full." },
  { "chinese", "国防部长在首都会见参谋长|-|2022-11-08|-|ltr",
    "-首页\n-国际\n-国防部长在首都会见参谋长\n-2022年11月8日\n-\n"
    "+国防部长星期日在首都会见了到访的参谋长，双方讨论了边界安全、联合演习和人员培训等问题。会谈持续了两个小时。\n+\n"
    "+参谋长表示，两国将在年底前签署一份关于边界合作的文件，并邀请国防部长明年春天回访。\n-\n-分享到\n-相关新闻" },
  { "russian", "Министры встретились у реки|-|2022-11-08|-|ltr",
    "-Главная\n-Мир\n-Министры встретились у реки\n-8 ноября 2022, 10:15\n-\n"
    "+Министры обеих стран встретились во вторник у реки и говорили о мосте, которого не хватает уже много лет.\n+\n"
    "+Они договорились встретиться ещё раз до зимы и обменяться результатами измерений последнего сезона.\n-\n-Поделиться\n-Читайте также: Паром снова ходит" },
  { "nothing-but-menu", "-|-|-|-|ltr", "-Home\n-News\n-Sport\n-Contact" },
};

/* The page without marks, and its lines. */
static char *
unmark (const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    memmove (lines[i], lines[i] + 1, strlen (lines[i]));
  return g_strjoinv ("\n", lines);
}

/* Puts "+" before lines that are in the body, white lines between two such included. */
static char *
mark (const RapExtract *extract)
{
  g_auto (GStrv) lines = g_strsplit (extract->text, "\n", -1);
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      RapRange line = { at, at + (guint) g_utf8_strlen (lines[i], -1) };
      gboolean inside = FALSE;

      for (guint k = 0; k < extract->ranges->len; k++)
        inside = inside || (rap_range_contains (g_array_index (extract->ranges, RapRange, k), line) &&
                            line.start < g_array_index (extract->ranges, RapRange, k).end);
      g_string_append_printf (out, "%s%c%s", i ? "\n" : "", inside ? '+' : '-', lines[i]);
      at = line.end + 1;
    }
  return g_string_free (out, FALSE);
}

static const char *
or_dash (const char *value)
{
  return value ? value : "-";
}

static void
test_page (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *page = unmark (test->page);
  g_autoptr (RapExtract) extract = rap_extract_text (page);
  g_autofree char *facts = g_strdup_printf ("%s|%s|%s|%s|%s", or_dash (extract->title), or_dash (extract->outlet), or_dash (extract->published),
                                            or_dash (extract->byline), extract->direction);
  g_autofree char *marked = mark (extract);

  g_assert_cmpstr (facts, ==, test->facts);
  g_assert_cmpstr (marked, ==, test->page);
  g_assert_cmpstr (extract->text, ==, page);
}

/* Where a member was found is told by line and by what stood there. */
static void
test_where (void)
{
  g_autofree char *page = unmark (cases[0].page);
  g_autoptr (RapExtract) extract = rap_extract_text (page);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < extract->found->len; i++)
    {
      const RapExtractSource *source = g_ptr_array_index (extract->found, i);

      g_string_append_printf (got, "%s: %s\n", source->member, source->where);
    }
  g_assert_cmpstr (got->str, ==,
                   "title: line 5\n"
                   "published: line 6: “3 June 2021”\n"
                   "direction: the letters of the text\n"
                   "body: the longest stretch of prose after the headline\n");
  g_assert_null (rap_extract_get_where (extract, "outlet"));
}

/* NEL, LINE SEPARATOR and the like become LF; offsets count in the new text. */
static void
test_line_ends (void)
{
  g_autoptr (RapExtract) extract = rap_extract_text ("a\xc2\x85" "b\xe2\x80\xa8" "c\xe2\x80\xa9" "d\r\ne\rf\fg é—");

  g_assert_cmpstr (extract->text, ==, "a\nb\nc\nd\ne\nf\ng é—");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/extract/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_page);
    }
  g_test_add_func ("/text/extract/where", test_where);
  g_test_add_func ("/text/extract/line-ends", test_line_ends);
  return g_test_run ();
}
