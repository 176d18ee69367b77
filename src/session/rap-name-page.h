/* rap-name-page.h
 *
 * Everything a project knows of one name: where it is mentioned, what its
 * bearer says and passes on, whom it met and as what. A copy of the moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapNameCapacity: an office over time, from the meetings that state it
 * @from, @to: first and last year; both 0 when no meeting has a date
 */
typedef struct
{
  char   *capacity;
  gint64  from;
  gint64  to;
  guint   n_meetings;
} RapNameCapacity;

/**
 * RapNameMeeting:
 * @is_place: it took place there; then there is neither role nor capacity
 */
typedef struct
{
  RapMeeting *meeting;
  gboolean    is_place;
  RapRole     role;
  char       *capacity;
} RapNameMeeting;

/**
 * RapNameArticle: an article and the mentions in it
 * @when: EDTF or NULL
 * @mentions: (element-type RapMention): in the order of the text
 */
typedef struct
{
  char      *article;
  char      *title;
  char      *when;
  GPtrArray *mentions;
} RapNameArticle;

/**
 * RapNamePage:
 * @capacities: (element-type RapNameCapacity): by first year, undated last
 * @meetings: (element-type RapNameMeeting): by date, undated last
 * @spoken: (element-type RapClaim): that it speaks in
 * @passed_on: (element-type RapClaim): that came through it
 * @articles: (element-type RapNameArticle): that mention it, by date, undated last
 * @n_mentions: in all of @articles
 * @has_more: there are more mentions or claims than were asked for
 * @n_published: articles whose outlet it is
 */
typedef struct
{
  GPtrArray *capacities;
  GPtrArray *meetings;
  GPtrArray *spoken;
  GPtrArray *passed_on;
  GPtrArray *articles;
  guint      n_mentions;
  gboolean   has_more;
  guint      n_published;
} RapNamePage;

/* @limit: of mentions and of claims, 0 = all. (transfer full) */
RapNamePage *rap_name_page_load (RapSession   *session,
                                 const char   *entity,
                                 guint         limit,
                                 GError      **error);
void         rap_name_page_free (RapNamePage  *self);

/* ISO 15924 code of the script that most letters of @name are in; "" without letters. */
const char  *rap_name_get_script (const char  *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapNamePage, rap_name_page_free)

G_END_DECLS
