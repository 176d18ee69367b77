/* test-codebook-qdc.c
 *
 * REFI-QDA codebooks: what is read from each document, whole or broken, and the
 * bytes that are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-codebook-qdc.h"

#define A "11111111-1111-4111-8111-11111111111a"
#define B "11111111-1111-4111-8111-11111111111b"
#define HEAD "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"X\"><Codes>"
#define FOOT "</Codes></CodeBook>"

/* "name=colour(parent):description" of each code, then the notes, or the error. (transfer full) */
static char *
read_document (const char *xml)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) codes = rap_qdc_read (xml, notes, &error);
  GString *text = g_string_new (NULL);

  if (codes == NULL)
    {
      g_string_append (text, error->message);
      return g_string_free (text, FALSE);
    }
  for (guint i = 0; i < codes->len; i++)
    {
      RapCode *code = codes->pdata[i];
      const char *parent = "";

      for (guint k = 0; k < i; k++)
        if (g_strcmp0 (((RapRecord *) codes->pdata[k])->id, code->parent) == 0)
          parent = ((RapCode *) codes->pdata[k])->name;
      g_assert_true (g_uuid_string_is_valid (RAP_RECORD (code)->id));
      g_string_append_printf (text, "%s%s=%s(%s)%s%s", i > 0 ? " " : "", code->name, code->colour, parent,
                              code->description != NULL && *code->description != '\0' ? ":" : "",
                              code->description != NULL ? code->description : "");
    }
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "; %s", (char *) notes->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
test_read (void)
{
  static const struct { const char *xml; const char *read; } cases[] = {
    { HEAD "<Code guid=\"" A "\" name=\"One\" isCodable=\"true\" color=\"#AA8833\"><Description>d &amp; e</Description>"
      "<Code guid=\"{" B "}\" name=\"Two\" isCodable=\"true\"/></Code>" FOOT,
      "One=#aa8833():d & e Two=#77767b(One)" },
    { "\xef\xbb\xbf" HEAD FOOT, "" },
    { "<q:CodeBook xmlns:q=\"urn:QDA-XML:codebook:1.0\"><q:Codes><q:Code guid=\"" A "\" name=\"P\" isCodable=\"1\"/></q:Codes></q:CodeBook>",
      "P=#77767b()" },
    { HEAD "<Code guid=\"" A "\" name=\"Short\" color=\"#1aF\"/>" FOOT, "Short=#11aaff()" },
    { HEAD "<Code guid=\"" A "\" name=\"Red\" color=\"red\"/>" FOOT, "Red=#77767b(); code “Red”: its colour is none: red" },
    { HEAD "<Code name=\"No guid\"/>" FOOT,
      "No guid=#77767b(); code “No guid”: its guid is none, so it got a new one: (none)" },
    { HEAD "<Code guid=\"12\" name=\"Bad\"/>" FOOT, "Bad=#77767b(); code “Bad”: its guid is none, so it got a new one: 12" },
    { HEAD "<Code guid=\"" A "\" name=\"A\"/><Code guid=\"" A "\" name=\"B\"/>" FOOT,
      "A=#77767b() B=#77767b(); code “B”: its guid occurs twice, so it got a new one: " A },
    { HEAD "<Code guid=\"" A "\" name=\"Group\" isCodable=\"false\"/>" FOOT,
      "Group=#77767b(); code “Group”: it was not to be applied to passages; here every code can be" },
    { HEAD "<Code guid=\"" A "\" name=\"A\"/></Codes><Sets><Set guid=\"" B "\" name=\"S\"><MemberCode guid=\"" A "\"/></Set></Sets></CodeBook>",
      "A=#77767b(); Sets" },
    { HEAD "<Code guid=\"" A "\" name=\"A\"><NoteRef targetGUID=\"" B "\"/></Code>" FOOT, "A=#77767b(); NoteRef" },
    { HEAD "<Code guid=\"" A "\" name=\" line&#10;end \"/>" FOOT, "line end=#77767b()" },
    { HEAD "<Code guid=\"" A "\" name=\"A\"><Description><![CDATA[<b>]]></Description></Code>" FOOT, "A=#77767b():<b>" },
    { HEAD "<Code guid=\"" A "\" name=\"\"/>" FOOT, "line 2: a code has no name" },
    { "<Project xmlns=\"urn:QDA-XML:project:1.0\"/>", "line 1: this is no REFI-QDA codebook: the first element is not CodeBook" },
    { "<CodeBook xmlns=\"urn:other\"/>", "line 1: this is a CodeBook of another format: the namespace is not REFI-QDA’s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_document (cases[i].xml);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* Broken or hostile: one error, no crash, in no time. */
static void
test_hostile (void)
{
  static const struct { const char *xml; int code; } cases[] = {
    { "", RAP_ERROR_EMPTY },
    { "   ", RAP_ERROR_EMPTY },
    { "<", RAP_ERROR_FORMAT },
    { HEAD, RAP_ERROR_FORMAT },
    { HEAD "<Code name=\"A\">" FOOT, RAP_ERROR_FORMAT },
    { HEAD "<Code name=\"&entity;\"/>" FOOT, RAP_ERROR_FORMAT },
    { HEAD "<Code name=\"A\"><Description>open", RAP_ERROR_FORMAT },
    { "<!DOCTYPE x [<!ENTITY a \"b\">]><CodeBook><Codes><Code name=\"&a;\"/></Codes></CodeBook>", RAP_ERROR_FORMAT },
  };
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) failure = NULL;

      g_assert_null (rap_qdc_read (cases[i].xml, notes, &failure));
      g_assert_error (failure, RAP_ERROR, cases[i].code);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<Code name=\"d\">");
  g_assert_null (rap_qdc_read (deep->str, notes, &error));
  g_assert_cmpstr (error->message, ==, "line 2: codes are nested deeper than 128");
}

static void
test_sniff (void)
{
  static const struct { const char *data; gboolean is; } cases[] = {
    { HEAD, TRUE }, { "\xef\xbb\xbf  <!-- c > --><CodeBook>", TRUE }, { "<x:CodeBook/>", TRUE },
    { "<CodeBooks>", FALSE }, { "<html>CodeBook", FALSE }, { "CodeBook", FALSE }, { "", FALSE }, { "<", FALSE },
    { "<!-- never closed", FALSE }, { "{\"codes\":[]}", FALSE }, { "<?xml?><!DOCTYPE CodeBook><CodeBook/>", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].data);
      g_assert_cmpint (rap_qdc_sniff (cases[i].data, strlen (cases[i].data)), ==, cases[i].is);
    }
}

/* Codes in a source: the child comes first, one closes a circle with itself below. */
static gboolean
foreach_code (RapKind         kind,
              RapSourceFunc   func,
              gpointer        func_data,
              gpointer        user_data,
              GError        **error)
{
  static const struct { const char *id, *name, *parent, *description; } codes[] = {
    { A, "Child <\"&'>", B, "two\nlines\x01" },
    { B, "Parent\ttab", NULL, "" },
    { "11111111-1111-4111-8111-11111111111c", "Circle", "11111111-1111-4111-8111-11111111111d", "" },
    { "11111111-1111-4111-8111-11111111111d", "Circle too", "11111111-1111-4111-8111-11111111111c", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_CODE);
      RapCode *code = RAP_CODE (record);

      rap_set_string (&record->id, codes[i].id);
      rap_set_string (&code->name, codes[i].name);
      rap_set_string (&code->parent, codes[i].parent);
      rap_set_string (&code->description, codes[i].description);
      if (!func (rap_record_seal (record), func_data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
collect (const char  *data,
         gsize        length,
         gpointer     user_data,
         GError     **error)
{
  g_string_append_len (user_data, data, (gssize) length);
  return TRUE;
}

static void
test_write (void)
{
  RapRecordSource source = { foreach_code, NULL, NULL, NULL };
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autofree char *read = NULL;
  const char *codes;

  g_assert_true (rap_qdc_write (collect, xml, &source, NULL));
  codes = strstr (xml->str, "  <Codes>");
  g_assert_nonnull (strstr (xml->str, "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Rapporteur "));
  g_assert_cmpstr (codes, ==,
                   "  <Codes>\n"
                   "    <Code guid=\"11111111-1111-4111-8111-11111111111c\" name=\"Circle\" isCodable=\"true\" color=\"#77767b\"/>\n"
                   "    <Code guid=\"11111111-1111-4111-8111-11111111111d\" name=\"Circle too\" isCodable=\"true\" color=\"#77767b\"/>\n"
                   "    <Code guid=\"" B "\" name=\"Parent&#9;tab\" isCodable=\"true\" color=\"#77767b\">\n"
                   "      <Code guid=\"" A "\" name=\"Child &lt;&quot;&amp;'&gt;\" isCodable=\"true\" color=\"#77767b\">\n"
                   "        <Description>two\nlines</Description>\n"
                   "      </Code>\n"
                   "    </Code>\n"
                   "  </Codes>\n"
                   "</CodeBook>\n");
  read = read_document (xml->str);
  g_assert_cmpstr (read, ==,
                   "Circle=#77767b() Circle too=#77767b() Parent tab=#77767b() Child <\"&'>=#77767b(Parent tab):two\nlines");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/codebook-qdc/read", test_read);
  g_test_add_func ("/exchange/codebook-qdc/hostile", test_hostile);
  g_test_add_func ("/exchange/codebook-qdc/sniff", test_sniff);
  g_test_add_func ("/exchange/codebook-qdc/write", test_write);
  return g_test_run ();
}
