/* rap-json-ld-private.h
 *
 * What a page's JSON-LD (schema.org) says about the article on it.
 * Pure function, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All members nullable and owned. */
typedef struct
{
  char *headline;
  char *published;
  char *author;
  char *publisher;
  char *language;
  char *url;
  char *body;
} RapJsonLd;

/* Reads one script's text into @into; members that are set stay. TRUE when there was an article. */
gboolean rap_json_ld_read  (const char *json,
                            RapJsonLd  *into);
void     rap_json_ld_clear (RapJsonLd  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapJsonLd, rap_json_ld_clear)

G_END_DECLS
