/* rap-cli-import.c
 *
 * Commands that take files in or look into them: import, extract.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "rap-inspect.h"
#include "rap-transfer.h"

static char     *format;
static char     *outlet;
static char     *published;
static gboolean  keep_boilerplate;
static gboolean  json;

/* @pages: only what holds pages. */
static gboolean
check_format (gboolean pages)
{
  const char * const *formats = rap_import_get_formats ();
  g_autofree char *known = NULL;

  if (format == NULL || (g_strv_contains (formats, format) && !(pages && strcmp (format, "qdc") == 0)))
    return TRUE;
  known = g_strjoinv (", ", (char **) formats);
  rap_cli_misuse (_("--format %s: there is no such format; there are: %s"), format, known);
  return FALSE;
}

static void
write_duplicates (RapJsonWriter *writer,
                  GPtrArray     *duplicates)
{
  rap_json_writer_begin_array (writer, "duplicates");
  for (guint i = 0; duplicates != NULL && i < duplicates->len; i++)
    {
      const RapImportDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      rap_json_writer_begin_object (writer, NULL);
      rap_json_writer_string (writer, "article", duplicate->article);
      rap_json_writer_string (writer, "kind", duplicate->exact ? "exact" : "near");
      rap_json_writer_double (writer, "score", duplicate->exact ? 1.0 : duplicate->score);
      rap_json_writer_end_object (writer);
    }
  rap_json_writer_end_array (writer);
}

static void
write_result (RapJsonWriter         *writer,
              const RapImportResult *result)
{
  g_autofree char *file = g_filename_display_name (result->file);

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_string (writer, "file", file);
  if (result->part != NULL)
    rap_json_writer_string (writer, "part", result->part);
  rap_json_writer_string (writer, "article", result->article);
  rap_json_writer_string (writer, "title", result->title);
  rap_json_writer_string (writer, "published", result->published);
  rap_json_writer_string (writer, "outlet", result->outlet);
  rap_json_writer_begin_object (writer, "detected");
  for (guint i = 0; result->detected != NULL && i + 1 < result->detected->len; i += 2)
    rap_json_writer_string (writer, g_ptr_array_index (result->detected, i),
                            g_ptr_array_index (result->detected, i + 1));
  rap_json_writer_end_object (writer);
  write_duplicates (writer, result->duplicates);
  rap_json_writer_string (writer, "error", result->error != NULL ? result->error->message : NULL);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
}

static void
print_field (const char *label,
             const char *value,
             const char *detail)
{
  g_autofree char *clean = rap_cli_clean (value);

  if (detail != NULL)
    rap_cli_print ("  %s: %s (%s)\n", label, clean, detail);
  else
    rap_cli_print ("  %s: %s\n", label, clean);
}

static const char *
find_detected (const RapImportResult *result,
               const char            *member)
{
  for (guint i = 0; result->detected != NULL && i + 1 < result->detected->len; i += 2)
    if (strcmp (g_ptr_array_index (result->detected, i), member) == 0)
      return g_ptr_array_index (result->detected, i + 1);
  return NULL;
}

static void
print_duplicates (GPtrArray *duplicates)
{
  for (guint i = 0; duplicates != NULL && i < duplicates->len; i++)
    {
      const RapImportDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (duplicate->exact)
        rap_cli_print (_("  Same text as article %s\n"), duplicate->article);
      else
        rap_cli_print (_("  Much like article %s (%.0f %%)\n"), duplicate->article, duplicate->score * 100);
    }
}

/* "file" or "file: part", as messages name it. (transfer full) */
static char *
name_place (const char *file,
            const char *part)
{
  return part != NULL ? g_strdup_printf ("%s: %s", file, part) : g_strdup (file);
}

static void
print_result (const RapImportResult *result)
{
  g_autofree char *place = name_place (result->file, result->part);
  g_autofree char *display = g_filename_display_name (place);
  g_autofree char *clean = rap_cli_clean (display);

  rap_cli_print ("%s\n", clean);
  if (result->article == NULL)
    {
      rap_cli_print (_("  Records: %u\n"), result->n_records);
      return;
    }
  print_field (_("Article"), result->article, NULL);
  if (result->title != NULL)
    print_field (_("Title"), result->title, find_detected (result, "title"));
  print_field (_("Published"), result->published != NULL ? result->published : _("not said"),
               find_detected (result, "published"));
  if (result->outlet != NULL)
    print_field (_("Outlet"), result->outlet, find_detected (result, "outlet"));
  print_duplicates (result->duplicates);
}

/* What is wrong or was passed over goes to standard error. */
static gboolean
complain (const RapImportResult *result)
{
  g_autofree char *place = name_place (result->file, result->part);

  for (guint i = 0; result->unknown != NULL && i < result->unknown->len; i++)
    rap_cli_fail (place, _("%s: unknown member, passed over"),
                  (const char *) g_ptr_array_index (result->unknown, i));
  if (result->error != NULL)
    rap_cli_fail_error (place, result->error);
  return result->error != NULL;
}

static int
show_results (GPtrArray *results)
{
  RapJsonWriter *writer = rap_cli_writer_new (FALSE);
  int status = RAP_CLI_DONE;

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = g_ptr_array_index (results, i);

      if (complain (result))
        status = RAP_CLI_NO;
      if (json)
        write_result (writer, result);
      else if (result->error == NULL)
        print_result (result);
    }
  rap_cli_writer_end (writer);
  return status;
}

/* At most ten times a second. */
static void
show_progress (const RapImportProgress *progress,
               gpointer                 user_data)
{
  gint64 *shown = user_data;
  gint64 now = g_get_monotonic_time ();

  if (progress->saving && progress->done == progress->total)
    fputs ("\r\033[K", stderr);
  else if (now - *shown > G_USEC_PER_SEC / 10)
    {
      fprintf (stderr, "\r\033[K%u / %u  %.0f %%", progress->done, progress->total, progress->fraction * 100);
      *shown = now;
    }
}

static int
run_import (int    n_arguments,
            char **arguments)
{
  g_autoptr (RapSession) session = NULL;
  g_autoptr (GPtrArray) results = NULL;
  RapImportOptions options;
  gint64 shown = 0;

  if (!check_format (FALSE) || !rap_cli_check_text ("--outlet", outlet) || !rap_cli_check_date ("--published", published))
    return RAP_CLI_USAGE;
  session = rap_cli_open (arguments[0], FALSE);
  if (session == NULL)
    return RAP_CLI_NO;
  options = (RapImportOptions) { format, outlet, published, keep_boilerplate, FALSE };
  results = rap_session_import (session, (const char * const *) arguments + 1, &options,
                                isatty (STDERR_FILENO) ? show_progress : NULL, &shown, NULL);
  return show_results (results);
}

static void
show_page_cb (const char   *file,
              const char   *part,
              const char   *found,
              const GError *error,
              gpointer      user_data)
{
  static const char * const skip[] = { "text", "ranges", NULL };
  int *status = user_data;

  if (error != NULL)
    {
      g_autofree char *place = name_place (file, part);

      *status = rap_cli_fail_error (place, error);
    }
  else if (json)
    rap_cli_print ("%s", found);
  else
    rap_cli_print_outline (found, skip, NULL);
}

static int
run_extract (int    n_arguments,
             char **arguments)
{
  int status = RAP_CLI_DONE;

  if (!check_format (TRUE))
    return RAP_CLI_USAGE;
  rap_inspect_extract ((const char * const *) arguments, format, show_page_cb, &status);
  return status;
}

static const GOptionEntry import_options[] = {
  { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("What the files are: auto, text, html, json, pdf, office, zip, mhtml, mail, feed, articles-json, markdown or qdc"), N_("FORMAT") },
  { "outlet", 0, 0, G_OPTION_ARG_FILENAME, &outlet, N_("Outlet of articles that do not say"), N_("NAME") },
  { "published", 0, 0, G_OPTION_ARG_FILENAME, &published, N_("Date of articles that do not say, in EDTF"), N_("DATE") },
  { "keep-boilerplate", 0, 0, G_OPTION_ARG_NONE, &keep_boilerplate, N_("Take the whole text as the article"), NULL },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per article"), NULL },
  { NULL }
};

static const GOptionEntry extract_options[] = {
  { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("What the files are: auto, text, html, pdf, office, zip, mhtml, mail, feed, articles-json or markdown"), N_("FORMAT") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_import_commands[] = {
  { "import", "PROJECT FILE|FOLDER|-…", N_("Take articles, native JSON or a codebook into a project"), import_options, 2, -1, run_import },
  { "extract", "FILE…", N_("Show what an import would find in a file"), extract_options, 1, -1, run_extract },
  { NULL }
};
