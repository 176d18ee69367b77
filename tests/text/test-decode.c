/* test-decode.c
 *
 * Bytes of every sort to text: what charset was assumed, what came out, what
 * was refused. A result is "charset|replaced|text", "empty" or "not text".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-decode.h"
#include "rap-error.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gssize n;            /* -1: a C string */
  const char *hint;
  const char *expected;
} DecodeCase;

static const DecodeCase decode_cases[] = {
  { "ascii", "Plain words.\n", -1, NULL, "UTF-8|0|Plain words.\n" },
  { "utf8", "D\xc3\xa9" "fense", -1, NULL, "UTF-8|0|Défense" },
  { "utf8-mark", "\xef\xbb\xbfWords", -1, NULL, "UTF-8|0|Words" },
  { "line-ends", "one\r\ntwo\rthree\n\r\n", -1, NULL, "UTF-8|0|one\ntwo\nthree\n\n" },
  { "utf16le-mark", "\xff\xfeH\0i\0", 6, NULL, "UTF-16LE|0|Hi" },
  { "utf16be-mark", "\xfe\xff\0H\0i", 6, NULL, "UTF-16BE|0|Hi" },
  { "utf16le", "H\0i\0 \0y\0o\0u\0", 12, NULL, "UTF-16LE|0|Hi you" },
  { "utf16be", "\0H\0i\0 \0y\0o\0u", 12, NULL, "UTF-16BE|0|Hi you" },
  { "utf16-lone-surrogate", "\xff\xfeH\0\x00\xd8i\0", 8, NULL, "UTF-16LE|1|H\xef\xbf\xbdi" },
  { "utf32le-mark", "\xff\xfe\0\0H\0\0\0", 8, NULL, "UTF-32LE|0|H" },
  { "broken-utf8", "caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 \xff.", -1, NULL,
    "UTF-8|1|café café café café café \xef\xbf\xbd." },
  { "hint", "d\xe9" "fense", -1, "iso-8859-1", "windows-1252|0|défense" },
  { "hint-unknown", "plain", -1, "no-such-charset", "UTF-8|0|plain" },
  { "hint-loses-to-utf8", "d\xc3\xa9" "fense", -1, "iso-8859-1", "UTF-8|0|défense" },
  { "meta", "<meta charset=\"windows-1251\"><p>\xcc\xe8\xf0", -1, NULL, "windows-1251|0|<meta charset=\"windows-1251\"><p>Мир" },
  { "meta-http", "<meta http-equiv=x content=\"text/html; charset=ISO-8859-9\">\xfe", -1, NULL,
    "windows-1254|0|<meta http-equiv=x content=\"text/html; charset=ISO-8859-9\">ş" },
  { "empty", "", 0, NULL, "empty" },
  { "blank", " \t\r\n\xc2\xa0\xe2\x80\x8b", -1, NULL, "empty" },
  { "mark-alone", "\xef\xbb\xbf", -1, NULL, "empty" },
  { "nul", "text\0with nul", 13, NULL, "not text" },
  { "utf8-mark-nul", "\xef\xbb\xbftext\0nul", 11, NULL, "not text" },
  { "utf16-nul", "\xff\xfeH\0\0\0i\0", 8, NULL, "not text" },
  { "pdf", "%PDF-1.4 and so on", -1, NULL, "not text" },
  { "png", "\x89PNG\r\n\x1a\n....", -1, NULL, "not text" },
  { "controls", "\x01\x02\x03" "abc\x04\x05", -1, NULL, "not text" },
};

static GBytes *
bytes_of (const char *bytes,
          gssize      n)
{
  return g_bytes_new (bytes, n < 0 ? strlen (bytes) : (gsize) n);
}

static void
test_decode (gconstpointer data)
{
  const DecodeCase *test = data;
  g_autoptr (GBytes) bytes = bytes_of (test->bytes, test->n);
  g_autoptr (GError) error = NULL;
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;
  g_autofree char *got = NULL;
  guint replaced = 0;

  text = rap_decode_counted (bytes, test->hint, &charset, &replaced, &error);
  if (text != NULL)
    got = g_strdup_printf ("%s|%u|%s", charset, replaced, text);
  else
    got = g_strdup (g_error_matches (error, RAP_ERROR, RAP_ERROR_EMPTY) ? "empty" : g_error_matches (error, RAP_ERROR, RAP_ERROR_NOT_TEXT) ? "not text" : "?");
  g_assert_cmpstr (got, ==, test->expected);
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

/* Round trips through the charsets that the region's outlets use: the detector must name the right one. */
static void
test_detect (void)
{
  static const struct { const char *charset; const char *text; } cases[] = {
    { "windows-1256", "رئيس أركان القوات المسلحة يزور بغداد اليوم ويلتقي وزير الدفاع لبحث التعاون العسكري بين البلدين وأمن الحدود." },
    { "windows-1251", "Начальник генерального штаба прибыл во вторник с визитом и встретился с министром обороны страны." },
    { "windows-1252", "Le ministre de la Défense a été reçu à Téhéran où il a évoqué la coopération militaire entre les deux pays voisins." },
    { "UTF-16LE", "رئیس ستاد کل نیروهای مسلح با وزیر دفاع دیدار کرد." },
    { "UTF-16BE", "رئیس ستاد کل نیروهای مسلح با وزیر دفاع دیدار کرد." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize n;
      g_autofree char *raw = g_convert (cases[i].text, -1, cases[i].charset, "UTF-8", NULL, &n, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (raw, n);
      g_autofree char *charset = NULL;
      g_autofree char *text = rap_decode (bytes, NULL, &charset, NULL);

      g_assert_nonnull (raw);
      g_assert_cmpstr (charset, ==, cases[i].charset);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_kind (void)
{
  static const char * const nicks[] = { "unknown", "text", "html", "json" };
  static const struct { const char *bytes; gssize n; const char *kind; } cases[] = {
    { "A report.\n\nIt says things.", -1, "text" },
    { "<!DOCTYPE html><html><body>x", -1, "html" },
    { "  <p>Hello <b>you</b></p>", -1, "html" },
    { "\xef\xbb\xbf<HTML>", -1, "html" },
    { "if a < b and c > d then", -1, "text" },
    { "{\"format\": \"rapporteur\"}", -1, "json" },
    { "[{\"a\":1}]", -1, "json" },
    { "{}", -1, "json" },
    { "[Updated] The minister said", -1, "text" },
    { "{not json}", -1, "text" },
    { "\x89PNG\r\n\x1a\n", -1, "unknown" },
    { "", 0, "unknown" },
    { "ab\0cd", 5, "unknown" },
  };
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].bytes, cases[i].n);

      g_string_append_printf (got, "%u %s\n", i, nicks[rap_detect_kind (bytes)]);
      g_string_append_printf (expected, "%u %s\n", i, cases[i].kind);
    }
  g_assert_cmpstr (got->str, ==, expected->str);
}

/* The 64 KiB that are looked at end in the middle of a character. */
static void
test_kind_cut (void)
{
  g_autoptr (GString) text = g_string_new ("x");
  g_autoptr (GBytes) bytes = NULL;

  while (text->len < 70000)
    g_string_append (text, "é");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_cmpint (rap_detect_kind (bytes), ==, RAP_FILE_TEXT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (decode_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/decode/%s", decode_cases[i].name);

      g_test_add_data_func (path, &decode_cases[i], test_decode);
    }
  g_test_add_func ("/text/decode/detect", test_detect);
  g_test_add_func ("/text/decode/kind", test_kind);
  g_test_add_func ("/text/decode/kind-cut", test_kind_cut);
  return g_test_run ();
}
