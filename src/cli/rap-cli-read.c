/* rap-cli-read.c
 *
 * Commands that look into a project: list, show, search.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include "rap-inspect.h"
#include "rap-searcher.h"

#define DEFAULT_LIMIT 50

static gboolean  json;
static int       limit = DEFAULT_LIMIT;
static char     *sort;

/* What `list` can list. */
static gboolean
parse_kind (const char *word,
            RapKind    *kind)
{
  static const char * const listable[] = { "articles", "claims", "meetings", "entities", "codes", NULL };

  return g_strv_contains (listable, word) && rap_kind_parse (word, kind);
}

static const RapCliColumn list_columns[RAP_N_KINDS][5] = {
  [RAP_KIND_ARTICLE] = { { N_("Id"), 13 }, { N_("Published"), 16 }, { N_("Outlet"), 20 }, { N_("Claims"), 6 }, { N_("Title"), 0 } },
  [RAP_KIND_CLAIM] = { { N_("Id"), 13 }, { N_("Doubt"), 5 }, { N_("Speaker"), 24 }, { N_("Published"), 16 }, { N_("Claim"), 0 } },
  [RAP_KIND_MEETING] = { { N_("Id"), 13 }, { N_("When"), 16 }, { N_("Place"), 20 }, { N_("Status"), 13 }, { N_("Title"), 0 } },
  [RAP_KIND_ENTITY] = { { N_("Id"), 13 }, { N_("Kind"), 12 }, { N_("Name"), 28 }, { N_("Claims"), 6 }, { N_("Other names"), 0 } },
  [RAP_KIND_CODE] = { { N_("Id"), 13 }, { N_("Colour"), 7 }, { N_("Code"), 28 }, { N_("Claims"), 6 }, { N_("Description"), 0 } },
};

static void
print_header (const RapHeader *header)
{
  g_autofree char *id = rap_cli_short_id (header->id);
  g_autofree char *n_claims = g_strdup_printf ("%u", header->n_claims);
  g_autofree char *indented = g_strdup_printf ("%*s%s", (int) header->depth * 2, "", header->title);
  const char *values[RAP_N_KINDS][5] = {
    [RAP_KIND_ARTICLE] = { id, header->when, header->subtitle, n_claims, header->title },
    [RAP_KIND_CLAIM] = { id, header->tag, header->subtitle, header->when, header->title },
    [RAP_KIND_MEETING] = { id, header->when, header->subtitle, header->tag, header->title },
    [RAP_KIND_ENTITY] = { id, header->tag, header->title, n_claims, header->subtitle },
    [RAP_KIND_CODE] = { id, header->tag, indented, n_claims, header->subtitle },
  };

  rap_cli_print_row (list_columns[header->kind], 5, values[header->kind]);
}

static void
print_list (RapSession *session,
            RapKind     kind)
{
  g_autoptr (GListModel) list = rap_session_list (session, kind);
  guint n = g_list_model_get_n_items (list);

  if (n > 0)
    rap_cli_print_head (list_columns[kind], 5);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      print_header (header);
    }
}

static int
run_list (int    n_arguments,
          char **arguments)
{
  g_autoptr (RapSession) session = NULL;
  g_autoptr (GError) error = NULL;
  RapJsonWriter *writer;
  RapKind kind;

  if (!parse_kind (arguments[0], &kind))
    return rap_cli_misuse (_("list: %s: there are: articles, claims, meetings, entities, codes"), arguments[0]);
  session = rap_cli_open (arguments[1], TRUE);
  if (session == NULL)
    return RAP_CLI_NO;
  if (!json)
    {
      print_list (session, kind);
      return RAP_CLI_DONE;
    }
  writer = rap_cli_writer_new (FALSE);
  if (!rap_inspect_list (session, kind, writer, &error))
    {
      rap_json_writer_free (writer);
      return rap_cli_fail_error (arguments[1], error);
    }
  rap_cli_writer_end (writer);
  return RAP_CLI_DONE;
}

static int
run_show (int    n_arguments,
          char **arguments)
{
  static const char * const skip[] = { "text", "sha256", "prefix", "suffix", NULL };
  g_autoptr (RapSession) session = rap_cli_open (arguments[0], TRUE);
  g_autoptr (RapJsonWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  if (session == NULL)
    return RAP_CLI_NO;
  writer = rap_json_writer_new (TRUE, NULL, NULL);
  if (!rap_inspect_show (session, arguments[1], writer, &error))
    return rap_cli_fail_error (arguments[0], error);
  shown = rap_json_writer_steal (writer);
  g_strchomp (shown);
  if (json)
    rap_cli_print ("%s\n", shown);
  else
    rap_cli_print_outline (shown, skip, session);
  return RAP_CLI_DONE;
}

static void
write_hit (RapJsonWriter *writer,
           const RapHit  *hit)
{
  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_string (writer, "article", hit->article);
  rap_json_writer_string (writer, "title", hit->title);
  rap_json_writer_string (writer, "published", hit->published);
  rap_json_writer_string (writer, "snippet", hit->snippet);
  rap_json_writer_pairs (writer, "ranges", (const guint *) (gpointer) hit->ranges->data, hit->ranges->len);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
}

static void
print_hit (const RapHit *hit)
{
  g_autofree char *id = rap_cli_short_id (hit->article);
  g_autofree char *title = rap_cli_clean (hit->title);
  g_autofree char *snippet = rap_cli_clean (hit->snippet);

  rap_cli_print ("%s  %-16s  %s\n    %s\n", id, hit->published != NULL ? hit->published : "", title, snippet);
}

static gboolean
parse_sort (RapSearchOrder *order)
{
  static const char * const names[] = { "best", "newest", "oldest" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (sort == NULL || g_str_equal (sort, names[i]))
      {
        *order = (RapSearchOrder) i;
        return TRUE;
      }
  return FALSE;
}

static int
run_search (int    n_arguments,
            char **arguments)
{
  g_autoptr (RapSession) session = NULL;
  g_autofree char *query = g_strjoinv (" ", arguments + 1);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  RapSearch search = { .query = NULL };
  RapJsonWriter *writer;

  if (!rap_cli_check_text ("search", query))
    return RAP_CLI_USAGE;
  if (limit < 1)
    return rap_cli_misuse (_("--limit: must be 1 or more"));
  if (!parse_sort (&search.order))
    return rap_cli_misuse (_("--sort: must be best, newest or oldest"));
  session = rap_cli_open (arguments[0], TRUE);
  if (session == NULL)
    return RAP_CLI_NO;
  search.query = query;
  search.limit = (guint) limit;
  hits = rap_session_find_hits (session, &search, NULL, &error);
  if (hits == NULL)
    return rap_cli_fail_error (arguments[0], error);
  writer = rap_cli_writer_new (FALSE);
  for (guint i = 0; i < hits->len; i++)
    {
      if (json)
        write_hit (writer, g_ptr_array_index (hits, i));
      else
        print_hit (g_ptr_array_index (hits, i));
    }
  rap_cli_writer_end (writer);
  return RAP_CLI_DONE;
}

static const GOptionEntry list_options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per line"), NULL },
  { NULL }
};

static const GOptionEntry show_options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

static const GOptionEntry search_options[] = {
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("At most so many hits (50)"), N_("NUMBER") },
  { "sort", 's', 0, G_OPTION_ARG_FILENAME, &sort, N_("best (the default), newest or oldest first"), N_("ORDER") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object per hit"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_read_commands[] = {
  { "list", "articles|claims|meetings|entities|codes PROJECT", N_("List what is in a project"), list_options, 2, 2, run_list },
  { "show", "PROJECT ID", N_("Show one object and everything linked to it"), show_options, 2, 2, run_show },
  { "search", "PROJECT QUERY…", N_("Search the articles"), search_options, 2, -1, run_search },
  { NULL }
};
