/* rap-record-words.c
 *
 * What the inspector says of records that the shown one is linked to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record-words.h"

#include <glib/gi18n.h>

#include "rap-row-words.h"

/* Translates @names into @translated once; both end with NULL. */
static const char * const *
translate (const char * const *names,
           const char         **translated)
{
  for (guint i = 0; names[i] != NULL; i++)
    translated[i] = _(names[i]);
  return translated;
}

const char * const *
rap_record_words_get_roles (void)
{
  static const char * const names[] = { N_("participant"), N_("host"), N_("visitor"), N_("mediator"), NULL };
  static const char *translated[G_N_ELEMENTS (names)];

  return translate (names, translated);
}

const char * const *
rap_record_words_get_aspects (void)
{
  static const char * const names[] = {
    N_("occurrence"), N_("date"), N_("place"), N_("participants"), N_("topic"), N_("outcome"), NULL
  };
  static const char *translated[G_N_ELEMENTS (names)];

  return translate (names, translated);
}

const char * const *
rap_record_words_get_name_kinds (void)
{
  static const char * const names[] = {
    N_("alias"), N_("transliteration"), N_("original script"), N_("former name"), NULL
  };
  static const char *translated[G_N_ELEMENTS (names)];

  return translate (names, translated);
}

const char *
rap_record_words_relation (RapRelationKind kind,
                           gboolean        from_here)
{
  static const char * const names[][2] = {
    [RAP_RELATION_REPEATS] = { N_("repeated by"), N_("repeats") },
    [RAP_RELATION_SUPPORTS] = { N_("supported by"), N_("supports") },
    [RAP_RELATION_CONTRADICTS] = { N_("contradicts"), N_("contradicts") },
  };

  return _(names[kind][from_here ? 1 : 0]);
}

/* One line in quotation marks. (transfer full) */
static char *
quote (const RapAnchor *anchor)
{
  g_autofree char *line = g_strdelimit (g_strdup (anchor->exact), "\n", ' ');

  return g_strdup_printf (_("“%s”"), line);
}

char *
rap_record_words_claim (RapClaim *claim)
{
  if (claim->proposition[0] != '\0')
    return g_strdup (claim->proposition);
  return quote (claim->content);
}

static GtkWidget *
new_claim_row (RapSession *session,
               RapClaim   *claim)
{
  g_autofree char *title = rap_record_words_claim (claim);
  g_autofree char *speaker = claim->speaker != NULL ? rap_session_get_name (session, RAP_KIND_ENTITY, claim->speaker)
                                                    : g_strdup (_("no speaker"));
  g_autofree char *article = rap_session_get_name (session, RAP_KIND_ARTICLE, claim->article);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", speaker, article);
  g_autofree char *tag = g_strdup_printf ("%s%s", rap_vocabulary_nick (&rap_certainty_vocabulary, claim->certainty),
                                          claim->polarity == RAP_POLARITY_NEGATIVE ? "−"
                                          : rap_vocabulary_nick (&rap_polarity_vocabulary, claim->polarity));
  GtkWidget *row = rap_link_row_new (RAP_KIND_CLAIM, ((RapRecord *) claim)->id, title, subtitle);

  rap_link_row_set_badge (RAP_LINK_ROW (row), tag, rap_claim_is_hedged (claim) ? "hedged" : NULL);
  return row;
}

static GtkWidget *
new_meeting_row (RapSession *session,
                 RapMeeting *meeting)
{
  g_autofree char *date = meeting->when != NULL ? rap_row_words_date (meeting->when->text) : g_strdup (_("undated"));

  return rap_link_row_new (RAP_KIND_MEETING, ((RapRecord *) meeting)->id, meeting->title, date);
}

/* An annotation: its quote, and the article it stands in. */
static GtkWidget *
new_annotation_row (RapSession *session,
                    RapRecord  *record)
{
  g_autofree char *title = quote (rap_record_get_anchor (record));
  g_autofree char *article = rap_session_get_name (session, RAP_KIND_ARTICLE, rap_record_get_article (record));
  GtkWidget *row = rap_link_row_new (rap_record_get_kind (record), record->id, title, article);

  if (RAP_IS_EVIDENCE (record))
    rap_link_row_set_badge (RAP_LINK_ROW (row),
                            rap_record_words_get_aspects ()[((RapEvidence *) record)->aspect], "meeting");
  return row;
}

GtkWidget *
rap_record_words_new_row (RapSession *session,
                          RapRecord  *record)
{
  switch (rap_record_get_kind (record))
    {
    case RAP_KIND_CLAIM:
      return new_claim_row (session, (RapClaim *) record);
    case RAP_KIND_MEETING:
      return new_meeting_row (session, (RapMeeting *) record);
    case RAP_KIND_MENTION:
    case RAP_KIND_EVIDENCE:
    case RAP_KIND_CODING:
      return new_annotation_row (session, record);
    default:
      return rap_link_row_new (rap_record_get_kind (record), record->id, rap_record_get_title (record), NULL);
    }
}
