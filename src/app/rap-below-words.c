/* rap-below-words.c
 *
 * The layers below know no translations; what they say is looked up here, whole
 * or as a sentence with values in it. A value may be such a sentence in turn.
 * That none of theirs is missing here is checked by the lint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-below-words.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#define ISOLATE_FIRST "\342\201\250"  /* U+2068 */
#define ISOLATE_END   "\342\201\251"  /* U+2069 */

/* Values of one sentence, and sentences within one another. */
#define MAX_VALUES    4
#define MAX_DEPTH     4

/* %s is a value; the first sentence that fits is taken, so that the wider ones come later. */
static const char * const sentences[] = {
  /* Translators: from here on, why a file or a part of it could not be read; "it" is the file */
  N_("the file is empty"),
  N_("the file is not text"),
  N_("it is not a regular file"),
  N_("it is a folder"),
  N_("it is no ordinary file"),
  N_("it is larger than 256 MB: no article is"),
  N_("it is larger than 128 MB: no article is"),
  N_("the page is larger than 24 MB: no article is"),
  N_("there is no text on the page"),
  N_("there is nothing in it that could be imported"),
  N_("it cannot be read: %s"),
  N_("it cannot be opened: %s"),
  N_("the archive is empty"),
  N_("the archive is damaged: %s"),
  N_("it cannot be read"),
  N_("it cannot be unpacked"),
  N_("it is damaged: %s"),
  N_("its name leads out of the archive, so it was left out"),
  N_("it is a link, not a file"),
  N_("it is locked with a password; unpack the archive and import the files"),
  N_("it is an archive within two others; unpack it and import the files"),
  N_("the archive holds more than 100,000 files; the rest of it was left out"),
  N_("the archive expands to more than %s MB; the rest of it was left out"),
  N_("it lies too deep in other files"),
  N_("it takes more than 5 seconds to read, so it was left out; divide it, or save it in another format"),
  N_("it takes more than 512 MB of memory to read, so it was left out; divide it, or save it in another format"),
  N_("it is damaged in a way that stops the reading; save it again, or in another format"),
  N_("the reading of it was stopped from outside; import it again"),
  N_("the import was cancelled"),
  N_("the PDF is protected by a password; save a copy without one to read it here"),
  N_("the PDF is damaged and cannot be opened"),
  N_("the PDF has no text layer: it is a scan or a picture; run text recognition (OCR) over it first"),
  N_("only the first %s of the %s pages of the PDF were read"),
  N_("the document expands to more than 64 MB"),
  N_("the document is damaged: its archive cannot be unpacked"),
  N_("the document is damaged: its archive cannot be opened"),
  N_("the document is damaged and cannot be read further: %s"),
  N_("the document has no text"),
  N_("this is an old Word document, or one that is locked with a password; save it as DOCX or ODT without one"),
  N_("the document is locked with a password; save a copy without one to read it here"),
  N_("the archive holds no text document"),
  N_("the Markdown file has no text"),
  N_("lists or quotations of the Markdown file are nested too deeply"),
  N_("a header field of the letter is too long, or nested too deeply"),
  N_("no letter with a text is in the file"),
  N_("the letter is encrypted; save it decrypted to read it here"),
  N_("the letter has no text"),
  N_("the page in the web archive is empty"),
  N_("the web archive holds no page; it may be cut off"),
  N_("a header field of the web archive is too long, or nested too deeply"),
  N_("the entry of the feed has a headline but no text"),
  N_("the feed has no entries"),
  N_("the JSON holds no articles: no object with a text, and no list of such objects"),
  N_("the list of articles is empty"),
  N_("there is no text: none of the members text, body, content, articleBody … says anything"),
  N_("an article is a JSON object, beginning with “{”"),
  N_("the document is empty"),
  N_("the document is no XML"),
  N_("the document is too large"),
  N_("the document declares entities of its own, which are not followed"),
  N_("the document cannot be read on from here"),
  N_("the document breaks off here, or holds a text that is too long"),
  N_("elements are nested deeper than 256"),
  N_("a text of the document is too long"),
  N_("a code has no name"),
  N_("codes are nested deeper than 128"),
  N_("this is no REFI-QDA codebook: the first element is not CodeBook"),
  N_("this is a CodeBook of another format: the namespace is not REFI-QDA’s"),
  N_("%s: is not a Rapporteur project: %s"),

  /* Translators: from here on, where in a page a value was found */
  N_("%s, the day as in %s"),
  N_("dateline"),
  N_("“reports …” at the end of the paragraph"),
  N_("line %s: “%s”"),
  N_("line %s, and named in sentences of the site"),
  N_("line %s, column %s: %s"),
  N_("line %s: %s"),
  N_("line %s"),
  N_("the head of the report: “%s”"),
  N_("the head of the report"),
  N_("time element in the head of the report"),
  N_("the address"),
  N_("the part of the page with most prose, compared with JSON-LD articleBody"),
  N_("the part of the page with most prose"),
  N_("the longest stretch of prose after the headline"),
  N_("the longest stretch of prose"),
  N_("the page's lang attribute"),
  N_("the page's dir attribute"),
  N_("the letters of the text"),
  N_("the letters of the report"),
  N_("the words of the text"),
  N_("title element, after the headline"),
  N_("title element"),
  N_("link canonical"),
  N_("meta element"),
  N_("rel author"),
  N_("%s: “%s”"),
  N_("meta %s"),
  N_("JSON-LD %s"),
  N_("itemprop %s"),
  N_("mail header"),
  N_("feed entry"),
  N_("JSON member"),
  N_("Markdown heading"),
  N_("front matter"),
  N_("head of the web archive"),
  N_("PDF metadata"),
  N_("largest line of the PDF"),
  N_("document"),
  N_("container"),
  N_("%s, with %s unreadable bytes"),

  /* Translators: from here on, a part of a file */
  N_("entry %s"),
  N_("after entry %s"),
  N_("after page %s"),
  N_("the rest"),
};

/* Where the values stand in what was said. */
typedef struct
{
  const char *start;
  gsize       length;
  gboolean    is_quoted;
} Value;

/* By the blocks that Unicode keeps for such letters. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
needs_isolation (const char *text)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_right_to_left (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

char *
rap_bidi_isolate (const char *text)
{
  return needs_isolation (text) ? g_strconcat (ISOLATE_FIRST, text, ISOLATE_END, NULL) : g_strdup (text);
}

/* Whether @english is the pieces with something between them. */
static gboolean
fits (const char  *english,
      char       **pieces,
      Value       *values)
{
  const char *at = english;

  if (pieces[1] == NULL)
    return g_str_equal (english, pieces[0]);
  if (!g_str_has_prefix (english, pieces[0]))
    return FALSE;
  at += strlen (pieces[0]);
  for (guint i = 1; pieces[i] != NULL; i++)
    {
      gboolean is_last = pieces[i + 1] == NULL;
      const char *next = is_last ? at + strlen (at) - MIN (strlen (at), strlen (pieces[i])) : strstr (at, pieces[i]);

      if (next == NULL || next == at || (is_last && !g_str_equal (next, pieces[i])))
        return FALSE;
      values[i - 1].start = at;
      values[i - 1].length = next - at;
      values[i - 1].is_quoted = g_str_has_suffix (pieces[i - 1], "“");
      at = next + strlen (pieces[i]);
    }
  return TRUE;
}

static char *translate (const char *english,
                        guint       depth);

/* (transfer full) */
static char *
translate_value (const Value *value,
                 guint        depth)
{
  g_autofree char *text = g_strndup (value->start, value->length);
  g_autofree char *words = value->is_quoted ? g_strdup (text) : translate (text, depth + 1);

  return rap_bidi_isolate (words);
}

/* "%s" takes the values in turn, "%2$s" the second. (transfer full) */
static char *
fill_in (const char  *pattern,
         const Value *values,
         guint        n_values,
         guint        depth)
{
  GString *words = g_string_new (NULL);
  guint turn = 0;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      guint number = p[0] == '%' && g_ascii_isdigit (p[1]) && p[2] == '$' && p[3] == 's' ? (guint) (p[1] - '0') : 0;
      g_autofree char *value = NULL;

      if (number == 0 && !g_str_has_prefix (p, "%s"))
        {
          g_string_append_c (words, *p);
          continue;
        }
      p += number > 0 ? 3 : 1;
      number = number > 0 ? number - 1 : turn++;
      if (number < n_values)
        value = translate_value (&values[number], depth);
      g_string_append (words, value != NULL ? value : "");
    }
  return g_string_free (words, FALSE);
}

static char *
translate (const char *english,
           guint       depth)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences) && depth < MAX_DEPTH; i++)
    {
      Value values[MAX_VALUES] = { 0 };
      g_auto (GStrv) pieces = g_strsplit (sentences[i], "%s", MAX_VALUES + 1);

      if (fits (english, pieces, values))
        return fill_in (_(sentences[i]), values, MAX_VALUES, depth);
    }
  return g_strdup (english);
}

char *
rap_below_words (const char *english)
{
  return translate (english, 0);
}
