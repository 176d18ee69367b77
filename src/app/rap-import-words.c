/* rap-import-words.c
 *
 * The sentences of the import report and of its progress. Reasons come from
 * below in English and are looked up among the translations; those that are
 * often met stand in the table here, so that there is something to find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-words.h"

#include <glib/gi18n.h>

#include "rap-carry-over.h"
#include "rap-error-text.h"
#include "rap-row-words.h"

/* Only to be translated; see rap_import_words_reason(). */
static const char * const reasons[] G_GNUC_UNUSED = {
  N_("the file is empty"),
  N_("the file is not text"),
  N_("it is not a regular file"),
  N_("it is larger than 256 MB: no article is"),
  N_("it is larger than 128 MB: no article is"),
  N_("the page is larger than 24 MB: no article is"),
  N_("the archive is empty"),
  N_("there is nothing in it that could be imported"),
  N_("its name leads out of the archive, so it was left out"),
  N_("it is a link, not a file"),
  N_("it is locked with a password; unpack the archive and import the files"),
  N_("it is an archive within two others; unpack it and import the files"),
  N_("the archive holds more than 100,000 files; the rest of it was left out"),
  N_("it lies too deep in other files"),
  N_("there is no text on the page"),
  N_("it takes more than 5 seconds to read, so it was left out; divide it, or save it in another format"),
  N_("it takes more than 512 MB of memory to read, so it was left out; divide it, or save it in another format"),
  N_("it is damaged in a way that stops the reading; save it again, or in another format"),
  N_("the reading of it was stopped from outside; import it again"),
  N_("the import was cancelled"),
};

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

  if (result->part == NULL)
    return g_steal_pointer (&file);
  return g_strdup_printf ("%s, %s", file, result->part);
}

char *
rap_import_words_reason (const GError *error)
{
  const char *message;
  g_autofree char *first = NULL;
  gunichar mark;

  if (error->domain != RAP_ERROR || is_empty (error->message))
    return rap_error_text (error);
  message = _(error->message);
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

static void
append_date (GString               *lines,
             const RapImportResult *result)
{
  const char *where = find_where (result, "published");
  g_autofree char *date = NULL;

  if (is_empty (result->published))
    {
      append_line (lines, g_strdup (_("No date was found: open the article and enter it.")));
      return;
    }
  date = rap_row_words_date (result->published);
  if (where != NULL)
    /* Translators: a date, and where in the page it was found */
    append_line (lines, g_strdup_printf (_("Published: %s (found: %s)"), date, where));
  else
    append_line (lines, g_strdup_printf (_("Published: %s"), date));
}

static void
append_outlet (GString               *lines,
               const RapImportResult *result)
{
  const char *where = find_where (result, "outlet");

  if (is_empty (result->outlet))
    return;
  if (where != NULL)
    /* Translators: name of an outlet, and where in the page it was found */
    append_line (lines, g_strdup_printf (_("Outlet: %s (found: %s)"), result->outlet, where));
  else
    append_line (lines, g_strdup_printf (_("Outlet: %s"), result->outlet));
}

/* The other members, of which the report shows only where they were found. */
static void
append_others (GString               *lines,
               const RapImportResult *result)
{
  static const struct
  {
    const char *member;
    const char *label;
  } members[] = {
    { "title", N_("headline: %s") }, { "byline", N_("byline: %s") }, { "url", N_("address: %s") },
    { "language", N_("language: %s") }, { "body", N_("text: %s") }, { "charset", N_("characters: %s") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *where = find_where (result, members[i].member);

      if (where == NULL)
        continue;
      if (list->len > 0)
        g_string_append (list, "; ");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (list, _(members[i].label), where);
#pragma GCC diagnostic pop
    }
  if (list->len > 0)
    /* Translators: a list like "headline: line 3; byline: line 4" */
    append_line (lines, g_strdup_printf (_("Where it was found — %s"), list->str));
}

static void
append_duplicates (GString               *lines,
                   const RapImportResult *result,
                   RapSession            *session)
{
  for (guint i = 0; result->duplicates != NULL && i < result->duplicates->len; i++)
    {
      const RapImportDuplicate *duplicate = result->duplicates->pdata[i];
      g_autofree char *name = session != NULL ? rap_session_get_name (session, RAP_KIND_ARTICLE, duplicate->article)
                                              : g_strdup (duplicate->article);

      if (duplicate->exact)
        append_line (lines, g_strdup_printf (_("Same text as “%s”"), name));
      else
        append_line (lines, g_strdup_printf (_("Looks like “%s” (%.0f %% the same)"), name, duplicate->score * 100));
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

  if (older != NULL)
    append_line (lines, g_strdup_printf (_("New version of “%s”, read at the same address — open it to carry over "
                                           "its annotations"), older->title));
}

static void
append_unknown (GString               *lines,
                const RapImportResult *result)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; result->unknown != NULL && i < result->unknown->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) result->unknown->pdata[i]);
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
      append_others (lines, result);
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
