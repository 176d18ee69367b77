/* rap-date-private.h
 *
 * Between the parts that read dates in words: the text as tokens, the words and
 * rules of a language, a match of a rule, and the functions that say which days
 * a match means.
 *
 * A rule is a pattern of elements separated by blanks:
 *   word        that word (as listed in the language or only here); a|b: either
 *   {class}     any token of that class; its value is kept for the resolver
 *   {any}       any word
 *   . , - / '   that mark; "-" is any hyphen or en dash
 *   x?          may be missing
 *   +x          without a space before it
 * At each place of the text the longest match wins, of equally long ones the
 * rule listed first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-date-phrase.h"

G_BEGIN_DECLS

/* Classes of tokens. Words get theirs from the language, numbers by their form. */
typedef enum
{
  RAP_DATE_MONTH     = 1 << 0,    /* 1–12 */
  RAP_DATE_WEEKDAY   = 1 << 1,    /* Monday 1 … Sunday 7 */
  RAP_DATE_UNIT      = 1 << 2,    /* RapDateUnit */
  RAP_DATE_NUMBER    = 1 << 3,    /* a count: 2, two, a */
  RAP_DATE_DAY       = 1 << 4,    /* 1–31, 1st–31st */
  RAP_DATE_YEAR      = 1 << 5,    /* four digits, 1000–2999 */
  RAP_DATE_DECADE    = 1 << 6,    /* 1990s: 1990; 90s: 90 */
  RAP_DATE_ORDINAL   = 1 << 7,    /* first, 19th */
  RAP_DATE_SEASON    = 1 << 8,    /* 21–24, as in EDTF */
  RAP_DATE_PART      = 1 << 9,    /* early 0, mid 1, late 2 */
  RAP_DATE_EDGE      = 1 << 10,   /* beginning 0, middle 1, end 2 */
  RAP_DATE_TURN      = 1 << 11,   /* last -1, this 0, next 1 */
  RAP_DATE_TODAY     = 1 << 12,   /* yesterday -1, today 0, tomorrow 1 */
  RAP_DATE_DAYTIME   = 1 << 13,   /* morning, night */
  RAP_DATE_PERSIAN   = 1 << 14,   /* months of the Solar Hijri calendar, 1–12 */
  RAP_DATE_ISLAMIC   = 1 << 15,   /* months of the Islamic calendar, 1–12 */
  RAP_DATE_OF        = 1 << 16,   /* of */
  RAP_DATE_TWO       = 1 << 17,   /* a number of one or two digits */
  RAP_DATE_VAGUE     = 1 << 18,   /* about, nearly, more than: before a number */
  RAP_DATE_JOINT     = 1 << 19,   /* to, and, through: between two dates */
  RAP_DATE_LEAD      = 1 << 20,   /* in, since, last: makes a month or year of what follows */
  RAP_DATE_COUNTED   = 1 << 21,   /* troops, miles: what stands before it is a number */
  RAP_DATE_TITLE     = 1 << 22,   /* Times, Telegraph: what stands before it is a name */
  RAP_DATE_NAMED     = 1 << 23,   /* Black, Super, every: what stands after it is no one day */
  RAP_DATE_TO        = 1 << 24,   /* to */
  RAP_DATE_OWNER     = 1 << 25,   /* the, his: "the last year" is no last year */
  RAP_DATE_PAST      = 1 << 26,   /* verbs and signs of the past … */
  RAP_DATE_FUTURE    = 1 << 27,   /* … and of the future */
  RAP_DATE_REPORT    = 1 << 28,   /* said: past, but not of what is reported */
  RAP_DATE_INTENT    = 1 << 29,   /* meet, begin: future after "to" */
  RAP_DATE_DOUBTFUL  = 1 << 30,   /* may, march, sun: needs more to be a date */
} RapDateClass;

typedef enum
{
  RAP_DATE_UNIT_DAY,
  RAP_DATE_UNIT_WEEK,
  RAP_DATE_UNIT_FORTNIGHT,
  RAP_DATE_UNIT_WEEKEND,
  RAP_DATE_UNIT_MONTH,
  RAP_DATE_UNIT_QUARTER,
  RAP_DATE_UNIT_YEAR,
  RAP_DATE_UNIT_DECADE,
  RAP_DATE_UNIT_CENTURY,
} RapDateUnit;

/**
 * RapDateToken: a number, a word, or a mark
 * @start, @end: code points
 * @value: of a number; of a word: what its class says
 * @word: number of the word in the language, 0 = not listed
 * @mark: of a mark: the character
 * @digits: of a number
 * @spaced: white space (or nothing at all) is before it
 * @capital: begins with a capital letter
 * @first: first of a sentence, as far as marks tell
 * @past_form: a word that ends like a past tense
 * @plain: a number that can be a year or a day: no "$" before it, no "%" or
 *   further digits joined to it by "." or ","
 */
typedef struct
{
  guint    start, end;
  guint    classes;
  int      value;
  guint16  word;
  guint8   digits;
  gunichar mark;
  guint    spaced    : 1;
  guint    capital   : 1;
  guint    first     : 1;
  guint    past_form : 1;
  guint    plain     : 1;
  guint    is_word   : 1;
} RapDateToken;

/* Words of one class and one value, separated by blanks; "rabi_al_awwal" is of several words. */
typedef struct
{
  guint       classes;
  int         value;
  gboolean    capital;   /* only with a capital letter */
  const char *words;
} RapDateWords;

typedef struct _RapDateMatch RapDateMatch;

typedef enum
{
  RAP_DATE_NO,        /* no date after all */
  RAP_DATE_YES,
  RAP_DATE_UNKNOWN,   /* a date, but not which */
} RapDateAnswer;

/* Appends the EDTF text to @edtf. */
typedef RapDateAnswer (*RapDateResolve) (RapDateMatch *match,
                                         GString      *edtf);

typedef enum
{
  RAP_DATE_RULE_TIGHT  = 1 << 0,   /* no space inside */
  RAP_DATE_RULE_PHRASE = 1 << 1,   /* only where the whole phrase is to be a date */
} RapDateRuleFlags;

/**
 * RapDateRule:
 * @name: given to the user as the reason
 * @argument: for the resolver
 */
typedef struct
{
  const char       *name;
  const char       *pattern;
  RapDateResolve    resolve;
  int               argument;
  RapDateRuleFlags  flags;
} RapDateRule;

typedef enum
{
  RAP_DATE_SPAN_AT,      /* on Monday */
  RAP_DATE_SPAN_SINCE,   /* an interval with an open end */
  RAP_DATE_SPAN_UNTIL,   /* … with an open start */
  RAP_DATE_SPAN_BY,      /* some day not after */
  RAP_DATE_SPAN_BEFORE,  /* some day before */
  RAP_DATE_SPAN_AFTER,   /* some day after */
} RapDateSpan;

/**
 * RapDateLeading: a word before a whole phrase
 * @rule: the name of the rule; for RAP_DATE_SPAN_AT that of the date is kept
 * @joint: the word between the two dates of an interval, or NULL for one date.
 *   Rows of one word follow each other
 */
typedef struct
{
  const char  *word;
  RapDateSpan  span;
  const char  *rule;
  const char  *joint;
} RapDateLeading;

/* What a language is: lists that end with a zero row. */
typedef struct
{
  const char           *language;
  const RapDateWords   *words;
  const RapDateRule    *rules;
  const RapDateLeading *leading;
} RapDateLanguage;

extern const RapDateLanguage rap_date_english;

typedef struct _RapDateGrammar RapDateGrammar;

/**
 * RapDateDays: a date to count from
 * @first, @last: days, inclusive
 */
typedef struct
{
  gboolean      known;
  gint64        first, last;
  RapPrecision  precision;
  RapDateAnchor anchor;
} RapDateDays;

#define RAP_DATE_MAX_CAPTURES 8

/* No such part in a match. */
#define RAP_DATE_NOTHING G_MININT

/**
 * RapDateMatch:
 * @tokens, @n_tokens: the whole text
 * @first, @end: which of them
 * @captures: those that matched a {class}, with the class
 * @now: the day of publication or of the dateline
 * @lenient: a phrase typed by hand
 * @leaning: its tense when nothing in it says so: 1 after "by"
 * @anchor: set by the resolver
 */
struct _RapDateMatch
{
  const RapDateToken   *tokens;
  guint                 n_tokens;
  guint                 first, end;
  struct { guint token; guint class; } captures[RAP_DATE_MAX_CAPTURES];
  guint                 n_captures;
  const RapDateRule    *rule;
  const RapDateGrammar *grammar;
  const RapDateContext *context;
  RapDateDays           now, previous;
  gboolean              lenient;
  int                   leaning;
  RapDateAnchor         anchor;
};

/* rap-date-grammar.c. NULL for a language without rules. Made once, kept. */
const RapDateGrammar *rap_date_grammar_get        (const char            *language);
/* Its number, 0 when it is not listed; a name of several words as "a_b_c". */
guint                 rap_date_grammar_find_word  (const RapDateGrammar  *self,
                                                   const char            *folded);
guint                 rap_date_grammar_get_classes (const RapDateGrammar *self,
                                                    guint                 word,
                                                    gboolean              capital);
int                   rap_date_grammar_get_value  (const RapDateGrammar  *self,
                                                   guint                  word);
/* Whether longer names begin with this word. */
gboolean              rap_date_grammar_is_beginning (const RapDateGrammar *self,
                                                     guint                 word);
/* The rules that match at match->first, the best first, are tried until one is a
 * date: sets end, captures, rule, anchor of @match and the text in @edtf.
 * With @whole only a match up to the last token counts. */
RapDateAnswer         rap_date_grammar_match      (const RapDateGrammar  *self,
                                                   RapDateMatch          *match,
                                                   gboolean               whole,
                                                   GString               *edtf);

const RapDateLeading *rap_date_grammar_get_leading (const RapDateGrammar *self);

/* rap-date-span.c: a phrase that begins with a leading word. @error is set only when the rest is no date. */
gboolean              rap_date_span_read          (const RapDateGrammar  *grammar,
                                                   const char            *phrase,
                                                   const RapDateContext  *context,
                                                   RapDateHit            *hit,
                                                   GError               **error);

/* rap-date-phrase.c: a phrase without a leading word; ends at once, however many such words there are. */
gboolean              rap_date_phrase_read        (const char            *phrase,
                                                   const RapDateContext  *context,
                                                   int                    leaning,
                                                   RapDateHit            *hit,
                                                   GError               **error);

/* rap-date-tokens.c. (element-type RapDateToken) @lenient: letters count as capital ones. */
GArray               *rap_date_tokens_read        (const RapDateGrammar  *grammar,
                                                   const char            *utf8,
                                                   gsize                  n_bytes,
                                                   gboolean               lenient);

/* rap-date-tense.c: -1 past, 0 nothing is said, 1 future. A reporting verb is the past for @with_report only. */
int                   rap_date_tense              (const RapDateMatch    *match,
                                                   gboolean               with_report);

/* rap-date-match.c: the parts of a match. RAP_DATE_NOTHING when there is no such part. */
int                   rap_date_match_value        (const RapDateMatch    *match,
                                                   RapDateClass           class,
                                                   guint                  nth);
/* The token before the first of the match (-1, -2 …) or after its last (1, 2 …); NULL outside the text. */
const RapDateToken   *rap_date_match_near         (const RapDateMatch    *match,
                                                   int                    distance);
gboolean              rap_date_match_near_is      (const RapDateMatch    *match,
                                                   int                    distance,
                                                   guint                  classes);
gboolean              rap_date_match_near_is_mark (const RapDateMatch    *match,
                                                   int                    distance,
                                                   gunichar               mark);
/* Writing EDTF. */
void                  rap_date_put_day            (GString               *edtf,
                                                   gint64                 day);
void                  rap_date_put_month          (GString               *edtf,
                                                   gint64                 year,
                                                   int                    month);
void                  rap_date_put_year           (GString               *edtf,
                                                   gint64                 year);
/* The month, or the part of it that the match names. */
RapDateAnswer         rap_date_put_month_part     (RapDateMatch          *match,
                                                   GString               *edtf,
                                                   gint64                 year,
                                                   int                    month);
/* One of the days @first to @last, inclusive. */
void                  rap_date_put_days           (GString               *edtf,
                                                   gint64                 first,
                                                   gint64                 last,
                                                   const char            *qualifier);
/* The month @n months after the one of @day. */
void                  rap_date_add_months         (gint64                 day,
                                                   gint64                 n,
                                                   gint64                *year,
                                                   int                   *month);

/* Notes that the publication would be needed: RAP_DATE_UNKNOWN. */
RapDateAnswer         rap_date_miss               (RapDateMatch          *match);
/* The anchor of the text as one day; FALSE when it is not known as exactly. */
gboolean              rap_date_get_today          (RapDateMatch          *match,
                                                   gint64                *day);
/* A year written a little later for both ("from March to May 2019"); 0 = none. */
int                   rap_date_find_year_ahead    (const RapDateMatch    *match);

/* rap-date-resolve*.c */
RapDateAnswer rap_date_resolve_day           (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_day_range     (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_numeric       (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_iso           (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_month         (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_year          (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_year_range    (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_decade        (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_century       (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_quarter       (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_half          (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_season        (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_fiscal        (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_weekday       (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_today         (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_turn          (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_weekend       (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_turn_part     (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_shift         (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_previous      (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_feast         (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_turn_day      (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_previous_weekday (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_stretch       (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_persian       (RapDateMatch *match, GString *edtf);
RapDateAnswer rap_date_resolve_islamic       (RapDateMatch *match, GString *edtf);

G_END_DECLS
