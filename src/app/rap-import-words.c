/* rap-import-words.c
 *
 * The sentences of the import report and of its progress. Every value in them is
 * isolated, so that a name of the other direction keeps its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-words.h"

#include <glib/gi18n.h>

#include "rap-below-words.h"
#include "rap-carry-over.h"
#include "rap-error-text.h"
#include "rap-import-duplicates.h"
#include "rap-row-words.h"

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static void
append_line (GString *lines,
             char    *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  g_free (line);
}

char *
rap_import_words_place (const RapImportResult *result,
                        gboolean               folder)
{
  const char *name = result->file != NULL ? result->file : "";
  g_autofree char *file = folder ? g_filename_display_name (name) : g_filename_display_basename (name);

  g_autofree char *part = result->part != NULL ? rap_below_words (result->part) : NULL;
  g_autofree char *isolated_file = rap_bidi_isolate (file);
  g_autofree char *isolated_part = part != NULL ? rap_bidi_isolate (part) : NULL;

  if (part == NULL)
    return g_steal_pointer (&isolated_file);
  /* Translators: a file, and where in it: "news.zip, talks/page.html" */
  return g_strdup_printf (_("%s, %s"), isolated_file, isolated_part);
}

char *
rap_import_words_reason (const GError *error)
{
  g_autofree char *message = NULL;
  g_autofree char *first = NULL;
  gunichar mark;

  if (error->domain != RAP_ERROR || is_empty (error->message))
    return rap_error_text (error);
  message = rap_below_words (error->message);
  first = g_utf8_strup (message, g_utf8_next_char (message) - message);
  mark = g_utf8_get_char (g_utf8_find_prev_char (message, message + strlen (message)));
  return g_strconcat (first, g_utf8_next_char (message), g_unichar_ispunct (mark) ? "" : ".", NULL);
}

static const char *
find_where (const RapImportResult *result,
            const char            *member)
{
  for (guint i = 0; result->detected != NULL && i + 1 < result->detected->len; i += 2)
    if (g_str_equal (result->detected->pdata[i], member))
      return result->detected->pdata[i + 1];
  return NULL;
}

/* In the user's language. (transfer full) (nullable) */
static char *
isolate_where (const char *where)
{
  g_autofree char *words = where != NULL ? rap_below_words (where) : NULL;

  return words != NULL ? rap_bidi_isolate (words) : NULL;
}

static void
append_date (GString               *lines,
             const RapImportResult *result)
{
  g_autofree char *where = isolate_where (find_where (result, "published"));
  g_autofree char *date = NULL;
  g_autofree char *isolated = NULL;

  if (is_empty (result->published))
    {
      append_line (lines, g_strdup (_("No date was found: open the article and enter it.")));
      return;
    }
  date = rap_row_words_date (result->published);
  isolated = rap_bidi_isolate (date);
  if (where != NULL)
    /* Translators: a date, and where in the page it was found */
    append_line (lines, g_strdup_printf (_("Published: %s (found: %s)"), isolated, where));
  else
    append_line (lines, g_strdup_printf (_("Published: %s"), isolated));
}

static void
append_outlet (GString               *lines,
               const RapImportResult *result)
{
  g_autofree char *where = isolate_where (find_where (result, "outlet"));
  g_autofree char *outlet = NULL;

  if (is_empty (result->outlet))
    return;
  outlet = rap_bidi_isolate (result->outlet);
  if (where != NULL)
    /* Translators: name of an outlet, and where in the page it was found */
    append_line (lines, g_strdup_printf (_("Outlet: %s (found: %s)"), outlet, where));
  else
    append_line (lines, g_strdup_printf (_("Outlet: %s"), outlet));
}

char *
rap_import_words_found (const RapImportResult *result)
{
  static const struct
  {
    const char *member;
    const char *label;
  } members[] = {
    { "title", N_("headline: %s") }, { "byline", N_("byline: %s") }, { "url", N_("address: %s") },
    { "language", N_("language: %s") }, { "body", N_("text: %s") }, { "charset", N_("characters: %s") },
  };
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; result->article != NULL && i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *where = isolate_where (find_where (result, members[i].member));

      if (where == NULL)
        continue;
      if (lines->len == 0)
        append_line (lines, g_strdup (_("Where it was found:")));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      append_line (lines, g_strdup_printf (_(members[i].label), where));
#pragma GCC diagnostic pop
    }
  return lines->len > 0 ? g_strdup (lines->str) : NULL;
}

/* (transfer full) */
static char *
name_article (const char *article,
              RapSession *session)
{
  g_autofree char *name = session != NULL ? rap_session_get_name (session, RAP_KIND_ARTICLE, article) : g_strdup (article);

  return rap_bidi_isolate (name);
}

/* Other copies of the very same text say nothing new. */
static void
append_duplicates (GString               *lines,
                   const RapImportResult *result,
                   RapSession            *session)
{
  const RapImportDuplicate *same = rap_import_duplicates_find (result);

  for (guint i = 0; result->duplicates != NULL && i < result->duplicates->len; i++)
    {
      const RapImportDuplicate *duplicate = result->duplicates->pdata[i];
      g_autofree char *name = NULL;

      if (same != NULL && duplicate != same && duplicate->score >= 1)
        continue;
      name = name_article (duplicate->article, session);
      if (duplicate->exact)
        append_line (lines, g_strdup_printf (_("Same text as “%s”"), name));
      else
        append_line (lines, g_strdup_printf (_("Looks like “%s” (%.0f %% of the phrases shared)"), name, duplicate->score * 100));
    }
}

/* (transfer full), or NULL */
static RapArticle *
find_older (const RapImportResult *result,
            RapSession            *session)
{
  g_autoptr (RapRecord) article = NULL;

  if (result->article == NULL || session == NULL)
    return NULL;
  article = rap_session_load (session, RAP_KIND_ARTICLE, result->article, NULL);
  return article != NULL ? rap_session_find_older_version (session, RAP_ARTICLE (article)) : NULL;
}

static void
append_version (GString               *lines,
                const RapImportResult *result,
                RapSession            *session)
{
  g_autoptr (RapArticle) older = find_older (result, session);
  g_autofree char *title = older != NULL ? rap_bidi_isolate (older->title) : NULL;

  if (older != NULL)
    append_line (lines, g_strdup_printf (_("New version of “%s”, read at the same address — open it to carry over "
                                           "its annotations"), title));
}

static void
append_unknown (GString               *lines,
                const RapImportResult *result)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; result->unknown != NULL && i < result->unknown->len; i++)
    {
      g_autofree char *member = rap_bidi_isolate (result->unknown->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", member);
    }
  if (list->len > 0)
    append_line (lines, g_strdup_printf (_("Passed over, not known: %s"), list->str));
}

char *
rap_import_words_article (const RapImportResult *result,
                          RapSession            *session,
                          gboolean               thorough)
{
  GString *lines = g_string_new (NULL);

  append_line (lines, rap_import_words_place (result, FALSE));
  if (result->article != NULL)
    {
      append_date (lines, result);
      append_outlet (lines, result);
    }
  else
    {
      append_line (lines, g_strdup_printf (ngettext ("%u record", "%u records", result->n_records), result->n_records));
    }
  append_duplicates (lines, result, session);
  if (thorough)
    append_version (lines, result, session);
  append_unknown (lines, result);
  return g_string_free (lines, FALSE);
}

char *
rap_import_words_summary (GPtrArray *results)
{
  g_autofree char *came = NULL;
  g_autofree char *failed = NULL;
  guint n_articles = 0, n_failed = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = results->pdata[i];

      n_articles += result->article != NULL;
      n_failed += result->error != NULL;
    }
  came = g_strdup_printf (ngettext ("%u article imported", "%u articles imported", n_articles), n_articles);
  if (n_failed == 0)
    return g_steal_pointer (&came);
  failed = g_strdup_printf (ngettext ("%u could not be read", "%u could not be read", n_failed), n_failed);
  /* Translators: "12 articles imported", "2 could not be read" */
  return g_strdup_printf (_("%s, %s"), came, failed);
}

char *
rap_import_words_toast (GPtrArray *results)
{
  g_autofree char *came = NULL;
  g_autofree char *look = NULL;
  guint n_articles = 0, n_records = 0, n_look = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = results->pdata[i];

      n_articles += result->article != NULL;
      n_records += result->n_records;
      n_look += rap_import_needs_eye (result);
    }
  if (n_articles > 0)
    came = g_strdup_printf (ngettext ("%u article imported", "%u articles imported", n_articles), n_articles);
  else if (n_records > 0)
    came = g_strdup_printf (ngettext ("%u object imported", "%u objects imported", n_records), n_records);
  else
    return g_strdup (_("Nothing was imported: the project has all of it already."));
  if (n_look == 0)
    return g_steal_pointer (&came);
  look = g_strdup_printf (ngettext ("%u needs a look", "%u need a look", n_look), n_look);
  /* Translators: "12 articles imported", "2 need a look" */
  return g_strdup_printf (_("%s, %s"), came, look);
}

char *
rap_import_words_left (double fraction,
                       double seconds)
{
  double left;

  if (seconds < 2 || fraction < 0.02 || fraction > 1)
    return NULL;
  left = seconds / fraction * (1 - fraction);
  if (left < 10)
    return g_strdup (_("a few seconds left"));
  if (left < 90)
    {
      guint tens = ((guint) left + 9) / 10 * 10;

      return g_strdup_printf (ngettext ("about %u second left", "about %u seconds left", tens), tens);
    }
  return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", (guint) (left / 60 + 0.5)),
                          (guint) (left / 60 + 0.5));
}

gboolean
rap_import_needs_eye (const RapImportResult *result)
{
  return result->error == NULL
         && ((result->article != NULL && is_empty (result->published))
             || (result->duplicates != NULL && result->duplicates->len > 0)
             || (result->unknown != NULL && result->unknown->len > 0));
}
