/* rap-article.h
 *
 * An article. The text never changes after import: LF line ends, code points.
 * body holds the ranges of the report itself; the rest is page furniture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  char            *title;
  char            *outlet;        /* entity id or NULL */
  char            *byline;
  RapEdtf         *published;     /* or NULL */
  char            *url;
  char            *language;      /* BCP 47 or "" */
  RapDirection     direction;
  RapText         *text;
  GArray          *body;          /* RapRange; NULL = none of it */
  char            *sha256;        /* of the text; derived */
  char            *copied_from;   /* article id or NULL */
  char            *note;
} RapArticle;

#define RAP_TYPE_ARTICLE (rap_article_get_type ())
RAP_DECLARE_RECORD (RapArticle, rap_article, ARTICLE)

G_END_DECLS
