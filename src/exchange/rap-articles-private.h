/* rap-articles-private.h
 *
 * Articles as JSON, in three steps: the file is cut into its objects without
 * building anything, an object becomes a part, and member names that people
 * use are mapped to ours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-part.h"

G_BEGIN_DECLS

/* What a member says, by its name. */
typedef enum
{
  RAP_ARTICLES_TITLE,
  RAP_ARTICLES_TEXT,
  RAP_ARTICLES_PUBLISHED,
  RAP_ARTICLES_URL,
  RAP_ARTICLES_OUTLET,
  RAP_ARTICLES_BYLINE,
  RAP_ARTICLES_LANGUAGE,
  RAP_ARTICLES_N_MEMBERS,
} RapArticlesMember;

/**
 * RapArticlesEntry: one object of the file
 * @data, @length: of its JSON
 * @line: where it begins, from 1
 * @number: from 1; 0: the file is this one object
 * @by_line: the file has one object a line
 * @end: bytes of the file behind which it ends
 * @outlet: (nullable): what the file as a whole says of the outlet
 */
typedef struct
{
  const char *data;
  gsize       length;
  guint       line;
  guint       number;
  gboolean    by_line;
  gsize       end;
  const char *outlet;
} RapArticlesEntry;

/* FALSE ends the cutting. */
typedef gboolean (*RapArticlesFunc) (const RapArticlesEntry *entry,
                                     gpointer                user_data);

/* By name, whatever its case, "_" and "-". @rank: of the names of one member the lowest counts.
 * @certain: the name is hardly used for anything else. FALSE: of none. */
gboolean rap_articles_know_member (const char         *name,
                                   gsize               length,
                                   RapArticlesMember  *member,
                                   guint              *rank,
                                   gboolean           *certain);
/* Whether the JSON that begins with @data has articles in it; native JSON has not. */
gboolean rap_articles_sniff       (const char         *data,
                                   gsize               length);
/* An array of objects, an object with such an array, one object, or an object a line.
 * FALSE with RAP_ERROR_FORMAT or RAP_ERROR_EMPTY when there is none of it. */
gboolean rap_articles_cut         (const char         *data,
                                   gsize               length,
                                   RapArticlesFunc     func,
                                   gpointer            user_data,
                                   GError            **error);
/* The entry as a part; where it has no text, or is broken, @part has the error. */
void     rap_articles_fill_part   (const RapArticlesEntry *entry,
                                   RapPart                *part);

G_END_DECLS
