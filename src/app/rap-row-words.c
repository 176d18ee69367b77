/* rap-row-words.c
 *
 * The words of the library's rows. A closure gets the row it is asked for
 * first, then the header, which is NULL while the row is not bound.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-row-words.h"

#include <glib/gi18n.h>

#include "rap-words.h"

static guint article_cells = RAP_CELL_OUTLET | RAP_CELL_DATE | RAP_CELL_COUNTS;

void
rap_row_words_set_article_cells (guint cells)
{
  article_cells = cells;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Non-empty parts joined by a middle dot; the list ends with a sentinel. (transfer full) */
static char *
join_parts (const char *a,
            const char *b,
            const char *c)
{
  const char *parts[] = { a, b, c };
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || parts[i][0] == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, " · ");
      g_string_append (joined, parts[i]);
    }
  return g_string_free (joined, FALSE);
}

/* (transfer full); NULL when there are none */
static char *
count_claims (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u claim", "%u claims", n), n) : NULL;
}

static char *
count_meetings (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n) : NULL;
}

static char *
count_articles (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u article", "%u articles", n), n) : NULL;
}

/* "8 Nov 2022", "Jul 2017" or "2015", as precise as is known. (transfer full) */
static char *
make_short_date (gint64       day,
                 RapPrecision precision)
{
  gint64 year;
  int month, day_of_month;
  g_autofree char *month_name = NULL;
  g_autofree char *year_name = NULL;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  month_name = rap_words_month_short (month);
  year_name = rap_words_year (year);
  if (precision == RAP_PRECISION_DAY || precision == RAP_PRECISION_SECOND)
    /* Translators: day, short month, year in a list */
    return g_strdup_printf (_("%d %s %s"), day_of_month, month_name, year_name);
  if (precision == RAP_PRECISION_MONTH)
    /* Translators: short month, year in a list */
    return g_strdup_printf (_("%s %s"), month_name, year_name);
  return g_steal_pointer (&year_name);
}

/* Dates that are not short in a list are said in full. */
char *
rap_row_words_date (const char *edtf)
{
  g_autoptr (RapEdtf) date = NULL;
  g_autofree char *plain = NULL;

  if (edtf == NULL || edtf[0] == '\0')
    return g_strdup ("");
  date = rap_edtf_parse (edtf, NULL);
  if (date == NULL)
    return g_strdup (edtf);
  if (date->interval || date->set != RAP_EDTF_NO_SET || date->precision > RAP_PRECISION_YEAR
      || date->precision == RAP_PRECISION_SEASON
      || date->precision == RAP_PRECISION_NONE)
    return rap_words_edtf (date);
  plain = make_short_date (date->es, date->precision);
  return g_strconcat (date->approximate ? "~" : "", plain, date->uncertain ? "?" : "", NULL);
}

char *
rap_row_words_commitment (const char *tag)
{
  static const struct { const char *tag, *words; } table[] = {
    { "CT+", N_("certain") }, { "CT-", N_("certainly not") }, { "CTu", N_("certain, open which way") },
    { "PR+", N_("probable") }, { "PR-", N_("probably not") }, { "PRu", N_("probable, open which way") },
    { "PS+", N_("possible") }, { "PS-", N_("possibly not") }, { "PSu", N_("possible, open which way") },
    { "U+", N_("uncommitted") }, { "U-", N_("uncommitted, denied") }, { "Uu", N_("uncommitted") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_strcmp0 (table[i].tag, tag) == 0)
        return g_strdup (_(table[i].words));
    }
  return g_strdup (or_empty (tag));
}

static char *
row_title (gpointer   row,
           RapHeader *header)
{
  if (header == NULL)
    return g_strdup ("");
  if (header->title == NULL || header->title[0] == '\0')
    return g_strdup (_("Untitled"));
  return g_strdup (header->title);
}

static char *
row_article_source (gpointer   row,
                    RapHeader *header)
{
  if (header == NULL || (article_cells & RAP_CELL_OUTLET) == 0)
    return g_strdup ("");
  if (header->subtitle == NULL || header->subtitle[0] == '\0')
    return g_strdup (_("outlet unknown"));
  return g_strdup (header->subtitle);
}

static char *
row_date (gpointer   row,
          RapHeader *header)
{
  if (header == NULL)
    return g_strdup ("");
  if (header->when == NULL || header->when[0] == '\0')
    return g_strdup (_("undated"));
  return rap_row_words_date (header->when);
}

static char *
row_article_counts (gpointer   row,
                    RapHeader *header)
{
  guint n = header != NULL && (article_cells & RAP_CELL_COUNTS) != 0 ? header->n_claims + header->n_meetings : 0;

  return n > 0 ? g_strdup_printf ("· %u", n) : g_strdup ("");
}

static char *
row_article_date (gpointer   row,
                  RapHeader *header)
{
  return header != NULL && (article_cells & RAP_CELL_DATE) != 0 ? rap_row_words_date (header->when) : g_strdup ("");
}

static char *
row_article_language (gpointer   row,
                      RapHeader *header)
{
  return g_strdup (header != NULL && (article_cells & RAP_CELL_LANGUAGE) != 0 ? or_empty (header->tag) : "");
}

/* What is not read yet stands out; what is done is told. */
static char *
row_article_mark (gpointer   row,
                  RapHeader *header)
{
  if (header == NULL || (article_cells & RAP_CELL_MARK) == 0)
    return g_strdup ("");
  return g_strdup (header->n_articles == 0 ? _("unread") : header->n_articles == 2 ? _("done") : "");
}

static char *
row_status (gpointer   row,
            RapHeader *header)
{
  static const char * const words[][2] = {
    { "planned", N_("planned") }, { "cancelled", N_("cancelled") }, { "reported_only", N_("reported only") },
  };

  for (guint i = 0; header != NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_strcmp0 (words[i][0], header->tag) == 0)
        return g_strdup (_(words[i][1]));
    }
  return g_strdup ("");
}

static char *
row_meeting_line (gpointer   row,
                  RapHeader *header)
{
  g_autofree char *date = row_date (row, header);
  g_autofree char *status = row_status (row, header);

  return header != NULL ? join_parts (date, header->subtitle, status) : g_strdup ("");
}

static char *
row_report_counts (gpointer   row,
                   RapHeader *header)
{
  g_autofree char *articles = header != NULL ? count_articles (header->n_articles) : NULL;

  return g_strdup (or_empty (articles));
}

static gboolean
row_is_contested (gpointer   row,
                  RapHeader *header)
{
  return header != NULL && header->contested;
}

static gboolean
row_is_hedged (gpointer   row,
               RapHeader *header)
{
  return header != NULL && header->hedged;
}

static char *
row_tag (gpointer   row,
         RapHeader *header)
{
  g_autoptr (GString) tag = NULL;

  if (header == NULL || header->tag == NULL)
    return g_strdup ("");
  tag = g_string_new (header->tag);
  g_string_replace (tag, "-", "−", 0);
  return g_string_free (g_steal_pointer (&tag), FALSE);
}

static char *
row_commitment (gpointer   row,
                RapHeader *header)
{
  return rap_row_words_commitment (header != NULL ? header->tag : NULL);
}

static char *
row_claim_line (gpointer   row,
                RapHeader *header)
{
  const char *speaker;

  if (header == NULL)
    return g_strdup ("");
  speaker = header->subtitle != NULL && header->subtitle[0] != '\0' ? header->subtitle : _("no speaker");
  return join_parts (speaker, header->article_title, NULL);
}

static char *
row_entity_kind (gpointer   row,
                 RapHeader *header)
{
  static const char * const words[][2] = {
    { "person", N_("person") }, { "organisation", N_("organisation") }, { "government", N_("government") },
    { "place", N_("place") }, { "outlet", N_("outlet") },
  };

  for (guint i = 0; header != NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_strcmp0 (words[i][0], header->tag) == 0)
        return g_strdup (_(words[i][1]));
    }
  return g_strdup ("");
}

static char *
row_entity_icon (gpointer   row,
                 RapHeader *header)
{
  static const char * const icons[][2] = {
    { "person", "avatar-default-symbolic" }, { "organisation", "system-users-symbolic" },
    { "government", "start-here-symbolic" }, { "place", "mark-location-symbolic" },
    { "outlet", "x-office-document-symbolic" },
  };

  for (guint i = 0; header != NULL && i < G_N_ELEMENTS (icons); i++)
    {
      if (g_strcmp0 (icons[i][0], header->tag) == 0)
        return g_strdup (icons[i][1]);
    }
  return g_strdup ("avatar-default-symbolic");
}

static char *
row_entity_line (gpointer   row,
                 RapHeader *header)
{
  g_autofree char *kind = row_entity_kind (row, header);

  return header != NULL ? join_parts (kind, header->subtitle, NULL) : g_strdup ("");
}

static char *
row_entity_counts (gpointer   row,
                   RapHeader *header)
{
  g_autofree char *claims = header != NULL ? count_claims (header->n_claims) : NULL;
  g_autofree char *meetings = header != NULL ? count_meetings (header->n_meetings) : NULL;

  return join_parts (claims, meetings, NULL);
}

static char *
row_subtitle (gpointer   row,
              RapHeader *header)
{
  return g_strdup (header != NULL ? or_empty (header->subtitle) : "");
}

static gboolean
row_has_text (gpointer    row,
              const char *text)
{
  return text != NULL && text[0] != '\0';
}

void
rap_row_words_add_to_scope (GtkBuilderCScope *scope)
{
#define ADD(function) gtk_builder_cscope_add_callback_symbol (scope, #function, G_CALLBACK (function))
  ADD (row_title);
  ADD (row_article_source);
  ADD (row_date);
  ADD (row_article_counts);
  ADD (row_article_date);
  ADD (row_article_language);
  ADD (row_article_mark);
  ADD (row_meeting_line);
  ADD (row_report_counts);
  ADD (row_is_contested);
  ADD (row_is_hedged);
  ADD (row_tag);
  ADD (row_commitment);
  ADD (row_claim_line);
  ADD (row_entity_icon);
  ADD (row_entity_line);
  ADD (row_entity_counts);
  ADD (row_subtitle);
  ADD (row_has_text);
#undef ADD
}

char *
rap_row_words_describe_article (const RapHeader *header)
{
  g_autofree char *claims = NULL;
  g_autofree char *meetings = NULL;

  g_return_val_if_fail (header != NULL, NULL);

  claims = count_claims (header->n_claims);
  meetings = count_meetings (header->n_meetings);
  return join_parts (header->title, claims, meetings);
}
