/* rap-header.h
 *
 * The short form of a record, for lists: enough for a row, without text or
 * annotations. Made by the store in bulk, immutable, shown by the window and
 * the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

#define RAP_TYPE_HEADER (rap_header_get_type ())
GType rap_header_get_type (void);

/**
 * RapHeader:
 * @id: of the record
 * @title: article title, meeting title, proposition (or else quote), name, code name; relation: ""
 * @subtitle: article: outlet name; meeting: place name or text; claim: speaker name;
 *   entity: its other names joined by ", "; code: description; or ""
 * @when: EDTF of article (published), meeting (when), claim (its article's published), or NULL
 * @article: id of the article that a claim stands in, else NULL
 * @article_title: title of that article, else NULL
 * @tag: claim: certainty and polarity ("CT+"); meeting: status; entity: kind; code: colour; article: language; else ""
 * @n_claims: claims in the article, about the meeting, by the speaker, with the code
 * @n_meetings: meetings the article is evidence of (by evidence or claims) / the entity takes part in
 * @n_articles: articles that report the meeting, name the entity; of an article
 *   its reading mark: 0 unread, 1 read, 2 done
 * @depth: of a code in its tree
 * @hedged: a PR or PS claim
 * @contested: a meeting with competing claimed values for some aspect
 */
typedef struct
{
  GObject   parent_instance;
  RapKind   kind;
  char     *id;
  char     *title;
  char     *subtitle;
  char     *when;
  char     *article;
  char     *article_title;
  char     *tag;
  guint     n_claims;
  guint     n_meetings;
  guint     n_articles;
  guint     depth;
  gboolean  hedged;
  gboolean  contested;
} RapHeader;

typedef struct
{
  GObjectClass parent_class;
} RapHeaderClass;

#define RAP_HEADER(o) (G_TYPE_CHECK_INSTANCE_CAST ((o), RAP_TYPE_HEADER, RapHeader))
#define RAP_IS_HEADER(o) (G_TYPE_CHECK_INSTANCE_TYPE ((o), RAP_TYPE_HEADER))

/* Readable GObject properties for .ui bindings: id, title, subtitle, when, tag,
 * article, article-title, n-claims, n-meetings, n-articles. */
RapHeader *rap_header_new (RapKind kind);

/**
 * RapListSort: the order of a list
 * @RAP_SORT_DAY: by time or place: articles and meetings in time order, undated
 *   last; claims by article and position; entities and codes by name
 * @RAP_SORT_NAME: by title or name
 * @RAP_SORT_NEWEST: articles: the latest first, undated last
 * @RAP_SORT_OUTLET: articles: by the outlet's name, then by day
 * @RAP_SORT_IMPORTED: articles: what was imported last first
 * @RAP_SORT_ANNOTATIONS: articles: by claims and meetings, the most first, then by other annotations
 * @RAP_SORT_LANGUAGE: articles: by the tag of the language, then by day; unknown last
 * @RAP_SORT_MARK: articles: unread, read, done, then by day
 */
typedef enum
{
  RAP_SORT_DAY,
  RAP_SORT_NAME,
  RAP_SORT_NEWEST,
  RAP_SORT_OUTLET,
  RAP_SORT_IMPORTED,
  RAP_SORT_ANNOTATIONS,
  RAP_SORT_LANGUAGE,
  RAP_SORT_MARK,
} RapListSort;

/**
 * RapQuery: which rows of a list
 * @text: words, each of which must begin a word (of title, subtitle or names);
 *   case and diacritics do not count; NULL or "" = all. The operators "outlet:NAME",
 *   "before:EDTF", "after:EDTF", "code:NAME" narrow it further, and for articles
 *   "language:CODE" and "is:" with unread, read, done, annotated or bare.
 * @article: only what stands in this article, or NULL
 * @sort: the order; what only articles know is RAP_SORT_DAY for the others
 */
typedef struct
{
  const char *text;
  const char *article;
  RapListSort sort;
  gint64      first;
  gint64      last;
  gboolean    certain;
} RapQuery;

/**
 * RapHit: one article found by full-text search
 * @outlet: its name, or ""
 * @title_ranges: (element-type RapRange): the hits inside @title, in code points
 * @snippet: plain text around the hits; the title when only that has any
 * @ranges: (element-type RapRange): the hits inside @snippet, in code points
 * @places: (element-type RapRange): all hits in the article's body, in code points of its text, ascending; where it has none,
 *   those in the page around it
 * @offset: code point of the first hit in the article's text (0 for a hit in the title)
 */
typedef struct
{
  char   *article;
  char   *title;
  char   *published;
  char   *outlet;
  GArray *title_ranges;
  char   *snippet;
  GArray *ranges;
  GArray *places;
  guint   offset;
} RapHit;

void rap_hit_free (RapHit *self);

/**
 * RapHistoryEntry: one group of the journal
 * @seq: ascending, never reused; order is by this, not by time
 * @time: microseconds since 1970 UTC
 * @undone: taken back and can be redone
 * @discarded: taken back and then overtaken by another change; kept for the audit
 * @n_edits: records changed
 */
typedef struct
{
  gint64    seq;
  gint64    time;
  char     *analyst;
  char     *label;
  gboolean  undone;
  gboolean  discarded;
  guint     n_edits;
} RapHistoryEntry;

void rap_history_entry_free (RapHistoryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapHeader, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapHit, rap_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapHistoryEntry, rap_history_entry_free)

G_END_DECLS
