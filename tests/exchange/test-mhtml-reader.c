/* test-mhtml-reader.c
 *
 * Pages as browsers save them in one file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-parts.h"

#define BLINK "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example.org/a?b=1\r\n" \
              "Subject: =?utf-8?Q?Headline?=\r\nDate: Tue, 8 Nov 2022 10:00:00 -0000\r\nMIME-Version: 1.0\r\n" \
              "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b\"\r\n\r\n"

static const PartCase cases[] = {
  { "blink",
    BLINK "\r\n------b\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example.org/a?b=1\r\n\r\n"
    "<html><meta charset=3D\"utf-8\"><p>=D9=88=D8=B2=DB=8C=D8=B1=\r\n</p></html>\r\n"
    "------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
    "------b\r\nContent-Type: text/html\r\n\r\n<p>frame\r\n------b--\r\n",
    "HTML url=https://news.example.org/a?b=1\n<html><meta charset=\"utf-8\"><p>وزیر</p></html>" },
  { "start",
    "From: \"Saved by Windows Internet Explorer 8\"\nMIME-Version: 1.0\n"
    "Content-Type: multipart/related; boundary=b; start=\"<2@x>\"\n\n"
    "--b\nContent-Type: text/html\nContent-ID: <1@x>\n\nframe\n"
    "--b\nContent-Type: text/html; charset=windows-1256\nContent-ID: <2@x>\nContent-Location: http://x.example/\n\npage\n--b--\n",
    "HTML (windows-1256) url=http://x.example/\npage" },
  { "nested",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\nContent-Location: file:///x\n\npage\n--c--\n--b--\n",
    "HTML\npage" },
  { "single", "From: <Saved by X>\nMIME-Version: 1.0\nContent-Location: http://x.example/\nContent-Type: text/html\n\n<p>page</p>\n",
    "HTML url=http://x.example/\n<p>page</p>\n" },
  { "empty-page", BLINK "------b\r\nContent-Type: text/html\r\n\r\n \r\n------b--\r\n", "the page in the web archive is empty" },
  { "no-page", BLINK "------b\r\nContent-Type: image/png\r\n\r\nxx\r\n------b--\r\n",
    "the web archive holds no page; it may be cut off" },
  { "cut-off", BLINK, "the web archive holds no page; it may be cut off" },
};

static const PartCase others[] = {
  { "letter", "From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nx", NULL },
  { "html", "<html>", NULL },
  { "archive", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nx", NULL },
};

static void
test_sniff (void)
{
  g_autofree char *known = sniff_cases (&rap_mhtml_reader, others, G_N_ELEMENTS (others));

  g_assert_cmpstr (known, ==, "archive");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_part_cases (&rap_mhtml_reader, cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/exchange/mhtml-reader/sniff", test_sniff);
  return g_test_run ();
}
