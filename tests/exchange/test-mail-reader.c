/* test-mail-reader.c
 *
 * Letters and newsletters, whole and broken.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "test-parts.h"

#define HEAD "From: Sara Karimi <sara@example.org>\nDate: Tue, 08 Nov 2022 23:30:00 +0330\nSubject: A call\n" \
             "Message-ID: <1@example.org>\nMIME-Version: 1.0\n"
#define MEMBERS " title=A call published=2022-11-08 byline=Sara Karimi\n"

static const PartCase cases[] = {
  { "plain", HEAD "Content-Type: text/plain; charset=utf-8\n\nThe minister called.\n",
    "TEXT (utf-8)" MEMBERS "The minister called.\n" },
  { "crlf",
    "From: a@example.org\r\nSubject: Short\r\nTo: b@example.org\r\n\r\nText.\r\n",
    "TEXT title=Short byline=a@example.org\nText.\r\n" },
  { "quoted-printable",
    HEAD "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
    "Caf=E9 and a line that =\ngoes on.\n",
    "TEXT (iso-8859-1)" MEMBERS "Caf\xe9 and a line that goes on.\n" },
  { "base64",
    HEAD "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    "PHA+2YjYstuM2LEg2q/Zgdiq2Ls8L3A+\n",
    "HTML (utf-8)" MEMBERS "<p>وزیر گفتػ</p>" },
  { "forwarded",
    "From: a@example.org\nDate: Tue, 08 Nov 2022 10:00:00 +0000\nSubject: Re: FWD: WG: A call\nMIME-Version: 1.0\n\nText\n",
    "TEXT title=A call\nText\n" },
  { "answered",
    "From: a@example.org\nDate: Tue, 08 Nov 2022 10:00:00 +0000\nSubject: Re: A call\nMIME-Version: 1.0\n\nText\n",
    "TEXT title=A call published=2022-11-08 byline=a@example.org\nText\n" },
  { "rfc2047",
    "From: =?utf-8?B?2LPYp9ix2Kc=?= <s@example.org>\nMIME-Version: 1.0\n"
    "Subject: =?utf-8?Q?=D0=92=D1=81=D1=82=D1=80=D0=B5=D1=87=D0=B0?= =?utf-8?Q?_=D0=B2?=\n =?koi8-r?B?4sHHxMHExQ==?=\n"
    "Date: 8 Nov 2022 10:00:00 GMT\n\nx\n",
    "TEXT title=Встреча вБагдаде published=2022-11-08 byline=سارا\nx\n" },
  { "alternative",
    HEAD "Content-Type: multipart/alternative; boundary=b\n\n"
    "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>rich\n--b--\n",
    "HTML" MEMBERS "<p>rich" },
  { "alternative-related",
    HEAD "Content-Type: multipart/alternative; boundary=b\n\n"
    "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: multipart/related; boundary=c\n\n"
    "--c\nContent-Type: text/html\n\n<p>rich\n--c\nContent-Type: image/png\n\nxx\n--c--\n--b--\n",
    "HTML" MEMBERS "<p>rich" },
  { "newsletter",
    "Received: from x by y; Tue, 8 Nov 2022 10:00:00 +0000\nFrom: \"Morning\" <m@example.org>\n"
    "List-Id: \"The Daily News\" <daily.example.org>\nDate: Tue, 8 Nov 2022 10:00:00 +0000\nSubject: Today\n"
    "Archived-At: <x>\nContent-Language: en_GB\nContent-Type: text/html\n\n<p>News</p>\n",
    "HTML title=Today published=2022-11-08 outlet=The Daily News byline=Morning language=en-GB\n<p>News</p>\n" },
  { "footer-of-a-list",
    HEAD "Content-Type: multipart/mixed; boundary=b\n\n"
    "--b\nContent-Type: text/html; charset=utf-8\n\n<p>Text</p>\n"
    "--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nCaf\xe9 & list\n--b--\n",
    "HTML (UTF-8)" MEMBERS "<p>Text</p><p>Café &amp; list</p>\n" },
  { "flowed",
    HEAD "Content-Type: text/plain; format=flowed\n\nOne line that \ngoes on.\n-- \nSara\n",
    "TEXT" MEMBERS "One line that goes on.\n-- \nSara\n" },
  { "flowed-spaces",
    HEAD "Content-Type: text/plain; format=flowed; delsp=yes\n\nab \n \n  \n> q \ncd\n",
    "TEXT" MEMBERS "ab\n> q \ncd\n" },
  { "attached-letter",
    HEAD "Content-Type: multipart/mixed; boundary=b\n\n"
    "--b\nContent-Type: text/plain\n\nSee below.\n"
    "--b\nContent-Type: message/rfc822\n\nFrom: Ali <ali@example.org>\nSubject: Old\nDate: 1 Feb 2020 10:00:00 +0000\n\nInner.\n"
    "--b\nContent-Type: text/html; name=\"p.html\"\nContent-Disposition: attachment; filename=\"p.html\"\n\n<p>Page</p>\n"
    "--b\nContent-Type: image/png\n\nxx\n--b--\n",
    "TEXT" MEMBERS "See below.\n"
    "TEXT [attachment 1] title=Old published=2020-02-01 byline=Ali\nInner.\n"
    "FILE [p.html]\n<p>Page</p>" },
  { "only-attachment",
    HEAD "Content-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF-x\n",
    "FILE [a.pdf]\n%PDF-x\n" },
  { "mailbox",
    "From sara@example.org Tue Nov  8 10:00:00 2022\nFrom: a@example.org\nSubject: One\nMIME-Version: 1.0\n\nFirst.\n\n"
    "From sara@example.org Tue Nov  8 10:00:00 2022\nFrom: b@example.org\nSubject: Two\nMIME-Version: 1.0\n\nSecond.\n",
    "TEXT [letter 1] title=One byline=a@example.org\nFirst.\n\n"
    "TEXT [letter 2] title=Two byline=b@example.org\nSecond.\n" },
  { "no-text", HEAD "\n \n", "! the letter has no text" },
  { "encrypted",
    HEAD "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n"
    "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nxx\n--b--\n",
    "! the letter is encrypted; save it decrypted to read it here" },
  { "cut-off", HEAD "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>ri",
    "HTML" MEMBERS "<p>ri" },
  { "impossible-date", "From: a@example.org\nSubject: S\nMIME-Version: 1.0\nDate: Tue, 38 Nov 2022 10:00:00 +0000\n\nx\n",
    "TEXT title=S byline=a@example.org\nx\n" },
  { "bad-header-bytes", "From: a@example.org\nSubject: caf\xe9 \x01 x\nMIME-Version: 1.0\n\nx\n",
    "TEXT title=café x byline=a@example.org\nx\n" },
};

/* What is no letter, however it begins. */
static const PartCase others[] = {
  { "empty", "", NULL },
  { "prose", "From: the beginning, it was said\nthat nothing would happen.\n", NULL },
  { "scraped", "Subject: The call\nDate: 2022-11-08\n\nThe minister called.\n", NULL },
  { "labelled", "Title: The call\nFrom: IRNA\nDate: 8 November 2022\n\nText\n", NULL },
  { "html", "<html><body>From: a@b</body></html>", NULL },
  { "json", "{\"From\": \"a@b\"}", NULL },
  { "letter", "From: a@b\nTo: c@d\nSubject: x\n\ny", NULL },
  { "web-archive", "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nx", NULL },
};

static void
test_sniff (void)
{
  g_autofree char *known = sniff_cases (&rap_mail_reader, others, G_N_ELEMENTS (others));

  g_assert_cmpstr (known, ==, "letter");
}

/* 10,000 multiparts within each other: no crash, and an answer. */
static void
test_depth (void)
{
  GString *file = g_string_new (HEAD "Content-Type: multipart/mixed; boundary=b0\n\n");
  g_autofree char *got = NULL;
  g_autofree char *data = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (file, "--b%u\nContent-Type: multipart/mixed; boundary=b%u\n\n", i, i + 1);
  g_string_append (file, "--b10000\n\nText\n");
  data = g_string_free (file, FALSE);
  got = describe_parts (&rap_mail_reader, data, strlen (data));
  g_assert_cmpstr (got, ==, "! the letter has no text");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_part_cases (&rap_mail_reader, cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/exchange/mail-reader/sniff", test_sniff);
  g_test_add_func ("/exchange/mail-reader/depth", test_depth);
  return g_test_run ();
}
