/* test-markdown-reader.c
 *
 * Markdown with and without front matter, and what only looks like it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "test-parts.h"

static const PartCase cases[] = {
  { "yaml",
    "---\ntitle: \"The call: a report\"\ndate: 2022-11-08T10:00:00Z\nauthors:\n  - Sara\n  - 'Ali'\nsource: https://x.example/1\n"
    "publisher: IRNA\nlang: fa\ntags: [a, b]\n---\n\n# The call\n\nThe minister *called*\nhis colleague.\n\nSecond.\n",
    "BODY (UTF-8) title=The call: a report published=2022-11-08 outlet=IRNA byline=Sara, Ali url=https://x.example/1 language=fa\n"
    "The call\n\nThe minister called his colleague.\n\nSecond." },
  { "toml", "+++\ntitle = \"دیدار\"\nauthor = [\"A\", \"B\"]\ndate = 2022-13-08\n+++\nمتن\n",
    "BODY (UTF-8) title=دیدار byline=A, B\nمتن" },
  { "heading",
    "\xef\xbb\xbf# Встреча **в** Багдаде\n\nOne [link](https://x.example) and ![photo](p.png)a `code`.  \nNext line.\n\n"
    "- first\n- second\n  1. inner\n\n> quoted\n\n---\n\n| a |\n",
    "BODY (UTF-8) title=Встреча в Багдаде\nOne link and a code.\nNext line.\n\n– first\n– second\n\n1. inner\n\nquoted\n\n| a |" },
  { "page",
    "# Head\n\n[Home](https://x.example/) [News](https://x.example/n) [Sport](https://x.example/s)\n\nText.\n",
    "HTML (UTF-8) title=Head\n<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body><article>\n<h1>Head</h1>\n"
    "<p><a href=\"https://x.example/\">Home</a> <a href=\"https://x.example/n\">News</a> <a href=\"https://x.example/s\">Sport</a></p>\n"
    "<p>Text.</p>\n\n</article></body></html>\n" },
  { "loose-list", "# H\n\n## I\n\n3. a\n\n   more\n\n4. b\n", "BODY (UTF-8) title=H\nI\n\n3. a\n\nmore\n\n4. b" },
  { "empty", "---\ntitle: x\n---\n \n", "the Markdown file has no text" },
  { "open-front-matter", "---\ntitle: x\n\nText [a](http://b) and [c](http://d)\n",
    "BODY (UTF-8)\ntitle: x\n\nText a and c" },
};

static const PartCase others[] = {
  { "prose", "The minister called his colleague.\n\n- one\n- two\n\n> quoted\n", NULL },
  { "rules", "Headline\n--------\n\nText.\n\n---\n\nMore ** text ** 2 * 3.\n", NULL },
  { "hashtags", "#Tehran #Baghdad\n#Iraq\n\nText.\n", NULL },
  { "one-heading", "# of people: 3\n\nText.\n", NULL },
  { "dashes", "---\nSaid: he called\n---\n", NULL },
  { "footnote", "He called [1](see below).\n", NULL },
  { "html", "<p># a</p>\n# b\n## c\n", NULL },
  { "json", "{\"a\": \"[x](http://y)\", \"b\": \"[x](http://y)\"}", NULL },
  { "two-headings", "# a\n## b\n", NULL },
  { "empty", "", NULL },
};

static void
test_sniff (void)
{
  g_autofree char *known = sniff_cases (&rap_markdown_reader, others, G_N_ELEMENTS (others));

  g_assert_cmpstr (known, ==, "two-headings");
  g_assert_false (rap_markdown_reader.sniff ((const guint8 *) "# a\n## b\n\0", 10));
}

static char *
repeat (const char *unit,
        guint       times)
{
  GString *text = g_string_new ("# a\n\n## b\n\n");

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

/* Nestings that nobody writes are refused or read, in seconds. */
static void
test_nesting (void)
{
  static const struct
  {
    const char *unit;
    guint       times;
    const char *expected;
  } nestings[] = {
    { "> ", 100000, "lists or quotations of the Markdown file are nested too deeply" },
    { "- a", 1, "BODY (UTF-8) title=a\nb\n\n– a" },
    { "* 1. ", 100000, "lists or quotations of the Markdown file are nested too deeply" },
    { "[", 50000, NULL },
    { "![a", 50000, NULL },
    { "*a **a ", 50000, NULL },
    { "<!--", 50000, NULL },
    { "`a``", 50000, NULL },
    { "[a](", 50000, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    {
      g_autofree char *file = repeat (nestings[i].unit, nestings[i].times);
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autofree char *got = describe_parts (&rap_markdown_reader, file, strlen (file));

      g_test_message ("%s: %.2f s", nestings[i].unit, g_timer_elapsed (timer, NULL));
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 5);
      if (nestings[i].expected != NULL)
        g_assert_cmpstr (got, ==, nestings[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_part_cases (&rap_markdown_reader, cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/exchange/markdown-reader/sniff", test_sniff);
  g_test_add_func ("/exchange/markdown-reader/nesting", test_nesting);
  return g_test_run ();
}
