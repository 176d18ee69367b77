/* rap-article.c
 *
 * The members of an article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD (RapArticle, title, RAP_FIELD_STRING, RAP_FIELD_REQUIRED),
  RAP_FIELD_TO (RapArticle, outlet, RAP_FIELD_REF, 0, RAP_KIND_ENTITY),
  RAP_FIELD (RapArticle, byline, RAP_FIELD_STRING, 0),
  RAP_FIELD (RapArticle, published, RAP_FIELD_EDTF, 0),
  RAP_FIELD (RapArticle, url, RAP_FIELD_STRING, 0),
  RAP_FIELD (RapArticle, language, RAP_FIELD_STRING, 0),
  RAP_FIELD_OF (RapArticle, direction, rap_direction_vocabulary),
  RAP_FIELD (RapArticle, text, RAP_FIELD_TEXT, RAP_FIELD_REQUIRED),
  RAP_FIELD (RapArticle, body, RAP_FIELD_RANGES, 0),
  RAP_FIELD (RapArticle, sha256, RAP_FIELD_STRING, RAP_FIELD_DERIVED),
  RAP_FIELD_TO (RapArticle, copied_from, RAP_FIELD_REF, 0, RAP_KIND_ARTICLE),
  RAP_FIELD (RapArticle, note, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapArticle, rap_article, RAP_KIND_ARTICLE, fields)

static void
rap_article_init (RapArticle *self)
{
  self->direction = RAP_DIRECTION_LTR;
}
