/* rap-part.h
 *
 * What a file holds that somebody saved: one page, or many of them (an archive,
 * a mailbox page, a feed, a list of articles as JSON). A reader takes the
 * container apart and hands out its parts one by one, so that a file of 20,000
 * articles is never in memory as a whole; what a part says (its headline, its
 * body) is for others to find out.
 *
 * Readers are pure: bytes in, parts out, any thread, no I/O, no locale. None of
 * them takes more than 5 seconds or 512 MB for what a person would save.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-error.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_PART_TEXT,     /* plain text: the whole page, with whatever stands around the report */
  RAP_PART_HTML,     /* a web page, the same */
  RAP_PART_BODY,     /* plain text that is the report and nothing else, paragraphs divided by an empty line */
  RAP_PART_NATIVE,   /* a native JSON document */
  RAP_PART_CODEBOOK, /* REFI-QDA */
  RAP_PART_FILE,     /* a file of its own (in an archive, attached to a letter): its bytes say what it is */
} RapPartKind;

/**
 * RapPart:
 * @name: (nullable): where in the file it stands, for messages ("talks/page-2.html", "entry 12"); NULL: the file itself
 * @bytes: the part; NULL when @error is set
 * @charset: (nullable): what the container says of the bytes' charset
 * @title: (nullable): headline, as the container gives it
 * @published: (nullable): EDTF
 * @outlet: (nullable): name of the outlet
 * @byline: (nullable): who wrote it
 * @url: (nullable): address
 * @language: (nullable): BCP 47
 * @where: (nullable): what gave the members above, in English: "mail header", "feed entry", "JSON member"
 * @position: bytes of the file behind which the part ends, for the progress bar; 0: not known
 * @error: (nullable): why this part cannot be read; the others go on
 *
 * Owned by the reader for the time of the call. Where a member is NULL the part's own words decide.
 */
typedef struct
{
  RapPartKind kind;
  char *name;
  GBytes *bytes;
  char *charset;
  char *title;
  char *published;
  char *outlet;
  char *byline;
  char *url;
  char *language;
  const char *where;
  gsize position;
  GError *error;
} RapPart;

/* FALSE stops the reading (the reader then returns TRUE). */
typedef gboolean (*RapPartFunc) (const RapPart *part,
                                 gpointer       user_data);

/**
 * RapPartReader:
 * @nick: the format's name on the command line, e.g. "mhtml", "mail", "pdf", "feed", "markdown", "articles-json", "office", "zip"
 * @sniff: TRUE if the bytes are of this format; looks at content alone
 * @read: hands out the parts; FALSE with @error (RAP_ERROR_FORMAT, RAP_ERROR_NOT_TEXT, RAP_ERROR_EMPTY: one clear
 *   sentence) when the file as a whole cannot be read
 */
typedef struct
{
  const char *nick;
  gboolean (*sniff) (const guint8 *data,
                     gsize         length);
  gboolean (*read)  (GBytes       *bytes,
                     RapPartFunc   func,
                     gpointer      user_data,
                     GError      **error);
} RapPartReader;

extern const RapPartReader rap_mhtml_reader;    /* RFC 2557, by GMime */
extern const RapPartReader rap_mail_reader;     /* RFC 5322 and MIME, by GMime */
extern const RapPartReader rap_pdf_reader;      /* the text layer, by Poppler */
extern const RapPartReader rap_feed_reader;     /* RSS 0.9x, 1.0, 2.0 and Atom, by libxml2; one part an entry */
extern const RapPartReader rap_markdown_reader; /* CommonMark, with front matter, by cmark */
extern const RapPartReader rap_articles_reader; /* articles as JSON or JSON lines, one part an article */
extern const RapPartReader rap_office_reader;   /* OpenDocument text and Office Open XML, by libarchive and libxml2 */
extern const RapPartReader rap_zip_reader;      /* an archive of any of these, by libarchive; one part a file */

/* Frees the members, whoever made them; does not free @self. */
void                 rap_part_clear         (RapPart             *self);

/* The reader of that nick or, with NULL or "auto", the one whose format the bytes are of;
 * NULL: a single page, native JSON, a codebook, or nothing that is known. */
const RapPartReader *rap_part_reader_find   (GBytes              *bytes,
                                             const char          *nick);
/* Whether its files hold many parts that are better handed on one by one. */
gboolean             rap_part_reader_is_many (const RapPartReader *self);
/* NULL-terminated, static. */
const char * const  *rap_part_get_formats   (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RapPart, rap_part_clear)

G_END_DECLS
