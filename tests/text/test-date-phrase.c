/* test-date-phrase.c
 *
 * Dates in words. Every row of phrases is a phrase and what it means on 15
 * November 2020, a Sunday: EDTF, rule, anchor. Every row of texts is a text and
 * all dates found in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-phrase.h"

#include <string.h>

#include "rap-error.h"

typedef struct
{
  const char *input;
  const char *expected;
} Row;

static const Row phrases[] = {
  { "2020-11-13", "2020-11-13 iso-day none" },
  { "2020-11", "2020-11 iso-month none" },
  { "11/13/2020", "2020-11-13 numbers none" },
  { "13/11/2020", "2020-11-13 numbers none" },
  { "11/13/20", "2020-11-13 numbers none" },
  { "13.11.2020", "2020-11-13 numbers none" },
  { "05.04.2020", "2020-04-05 numbers none" },
  { "November 13, 2020", "2020-11-13 month-day-year none" },
  { "Nov. 13, 2020", "2020-11-13 month-day-year none" },
  { "November 13th 2020", "2020-11-13 month-day-year none" },
  { "13 November 2020", "2020-11-13 day-month-year none" },
  { "the 13th of November 2020", "2020-11-13 day-month-year none" },
  { "Friday, Nov. 13, 2020", "2020-11-13 weekday-month-day-year none" },
  { "Friday, 13 November 2020", "2020-11-13 weekday-day-month-year none" },
  { "Nov. 13", "2020-11-13 month-day publication" },
  { "November 13", "2020-11-13 month-day publication" },
  { "April 5", "2020-04-05 month-day publication" },
  { "Dec. 24", "2020-12-24 month-day publication" },
  { "Jan. 3", "2021-01-03 month-day publication" },
  { "Feb. 29", "2020-02-29 month-day publication" },
  { "13 Nov", "2020-11-13 day-month publication" },
  { "Friday, Nov. 13", "2020-11-13 weekday-month-day publication" },
  { "Monday, Nov. 16", "2020-11-16 weekday-month-day publication" },
  { "Nov. 13-15", "2020-11-13/2020-11-15 day-range publication" },
  { "Nov. 13 to 15, 2019", "2019-11-13/2019-11-15 day-range none" },
  { "13-15 November 2020", "2020-11-13/2020-11-15 day-range none" },
  { "13 to 15 November", "2020-11-13/2020-11-15 day-range publication" },
  { "the 13th to the 15th of November 2019", "2019-11-13/2019-11-15 day-range none" },
  { "between 3 and 5 May", "2020-05-03/2020-05-05 between-days publication" },
  { "between May 3 and 5, 2019", "2019-05-03/2019-05-05 between-days none" },
  { "early in May 2019", "no rule for dates in words fits it" },
  { "late in October", "[2020-10-21~..2020-10-31~] month-part publication" },
  { "late last July", "[2020-07-21~..2020-07-31~] last-month-part publication" },
  { "early next April", "[2021-04-01~..2021-04-10~] last-month-part publication" },
  { "this past Monday", "2020-11-09 last-weekday publication" },
  { "this past weekend", "[2020-11-07..2020-11-08] last-unit publication" },
  { "the end of year", "2020-39~ year-end publication" },
  { "the 5th of last month", "2020-10-05 turn-day publication" },
  { "the 31st of this month", "no rule for dates in words fits it" },
  { "Christmas", "2020-12-25 christmas publication" },
  { "Christmas Day 2018", "2018-12-25 christmas none" },
  { "Christmas Eve", "2020-12-24 christmas-eve publication" },
  { "New Year's Day", "2020-01-01 new-year publication" },
  { "New Year's Eve, 2018", "2018-12-31 new-year-eve none" },
  { "the past year", "2019/2020-11-15 past-units publication" },
  { "Eid", "no rule for dates in words fits it" },
  { "Easter", "no rule for dates in words fits it" },
  { "November 2020", "2020-11 month-year none" },
  { "Nov. 2020", "2020-11 month-year none" },
  { "November of 2020", "2020-11 month-year none" },
  { "April", "2020-04 month publication" },
  { "in December", "2019-12 month publication" },
  { "November", "2020-11 month publication" },
  { "early July 2017", "[2017-07-01~..2017-07-10~] month-part none" },
  { "mid-July 2017", "[2017-07-11~..2017-07-20~] month-part none" },
  { "late February", "[2020-02-21~..2020-02-29~] month-part publication" },
  { "the beginning of March 2019", "[2019-03-01~..2019-03-10~] month-part none" },
  { "the end of June", "[2020-06-21~..2020-06-30~] month-part publication" },
  { "2015", "2015 year none" },
  { "the year 2015", "2015 year none" },
  { "about 1850", "1850~ year-about none" },
  { "circa 1850", "1850~ year-about none" },
  { "c. 1850", "1850~ year-about none" },
  { "44 BC", "-0043 year-bce none" },
  { "1200 BCE", "-1199 year-bce none" },
  { "early 2018", "2018-37~ year-part none" },
  { "mid-2018", "2018-38~ year-part none" },
  { "late 2018", "2018-39~ year-part none" },
  { "early in 2018", "2018-37~ year-part none" },
  { "the end of 2017", "2017-39~ year-part none" },
  { "2015-2017", "2015/2017 year-range none" },
  { "2015-17", "2015/2017 year-range none" },
  { "2015–17", "2015/2017 year-range none" },
  { "the 1990s", "199X decade none" },
  { "1990s", "199X decade none" },
  { "1990's", "199X decade none" },
  { "the '90s", "199X decade none" },
  { "the nineties", "199X decade none" },
  { "the early 1990s", "[1990~..1993~] decade none" },
  { "the mid-1990s", "[1994~..1996~] decade none" },
  { "late 1990s", "[1997~..1999~] decade none" },
  { "the end of the 1990s", "[1997~..1999~] decade none" },
  { "the 19th century", "18XX century none" },
  { "the early 20th century", "[1900~..1933~] century none" },
  { "the twentieth century", "19XX century none" },
  { "the first quarter of 2019", "2019-33 quarter-year none" },
  { "first-quarter 2019", "2019-33 quarter-year none" },
  { "the third quarter", "2020-35 quarter publication" },
  { "Q3 2020", "2020-35 quarter-year none" },
  { "2020 Q3", "2020-35 quarter-year none" },
  { "Q1", "2020-33 quarter publication" },
  { "the fiscal second quarter", "2020-34~ fiscal-quarter publication" },
  { "the second half of 2019", "2019-41 half none" },
  { "the first half of last year", "2019-40 half publication" },
  { "H1 2020", "2020-40 half none" },
  { "summer 2015", "2015-22 season-year none" },
  { "the winter of 2015", "2015-24 season-year none" },
  { "early spring 2016", "2016-21~ season-year none" },
  { "fiscal 2019", "2019~ fiscal-year none" },
  { "fiscal year 2019", "2019~ fiscal-year none" },
  { "FY2019", "2019~ fiscal-year none" },
  { "the 2019 fiscal year", "2019~ fiscal-year none" },
  { "last fiscal year", "2019~ fiscal-year publication" },
  { "Monday", "2020-11-09 weekday publication" },
  { "on Sunday", "2020-11-15 weekday publication" },
  { "Thursday morning", "2020-11-12 weekday publication" },
  { "late Friday", "2020-11-13 weekday publication" },
  { "yesterday", "2020-11-14 today publication" },
  { "today", "2020-11-15 today publication" },
  { "tomorrow", "2020-11-16 today publication" },
  { "tomorrow night", "2020-11-16 today publication" },
  { "the day before yesterday", "2020-11-13 day-before-yesterday publication" },
  { "the day after tomorrow", "2020-11-17 day-after-tomorrow publication" },
  { "last Monday", "2020-11-09 last-weekday publication" },
  { "this Monday", "2020-11-09 last-weekday publication" },
  { "next Monday", "2020-11-16 last-weekday publication" },
  { "last April", "2020-04 last-month-name publication" },
  { "next April", "2021-04 last-month-name publication" },
  { "last November", "2019-11 last-month-name publication" },
  { "last summer", "2020-22 last-season publication" },
  { "next winter", "2020-24 last-season publication" },
  { "this fall", "2020-23 last-season publication" },
  { "last week", "[2020-11-02..2020-11-08] last-unit publication" },
  { "this week", "[2020-11-09..2020-11-15] last-unit publication" },
  { "next week", "[2020-11-16..2020-11-22] last-unit publication" },
  { "last weekend", "[2020-11-07..2020-11-08] last-unit publication" },
  { "the weekend", "[2020-11-14..2020-11-15] weekend publication" },
  { "last month", "2020-10 last-unit publication" },
  { "this month", "2020-11 last-unit publication" },
  { "next month", "2020-12 last-unit publication" },
  { "last quarter", "2020-35 last-unit publication" },
  { "last year", "2019 last-unit publication" },
  { "this year", "2020 last-unit publication" },
  { "next year", "2021 last-unit publication" },
  { "last decade", "201X last-unit publication" },
  { "last century", "19XX last-unit publication" },
  { "last night", "2020-11-14 last-night publication" },
  { "this morning", "2020-11-15 last-night publication" },
  { "earlier this week", "[2020-11-09..2020-11-15] earlier-this-unit publication" },
  { "earlier this month", "[2020-11-01..2020-11-15] earlier-this-unit publication" },
  { "earlier this year", "[2020-01-01..2020-11-15] earlier-this-unit publication" },
  { "later this year", "[2020-11-15..2020-12-31] later-this-unit publication" },
  { "later this month", "[2020-11-15..2020-11-30] later-this-unit publication" },
  { "late last year", "2019-39~ last-unit-part publication" },
  { "early next month", "[2020-12-01~..2020-12-10~] last-unit-part publication" },
  { "the end of the year", "2020-39~ unit-part publication" },
  { "the end of this month", "[2020-11-21~..2020-11-30~] last-unit-part publication" },
  { "the beginning of next year", "2021-37~ last-unit-part publication" },
  { "two days ago", "2020-11-13 ago publication" },
  { "two weeks ago", "[2020-10-26..2020-11-01] ago publication" },
  { "a week or so ago", "[2020-11-02~..2020-11-08~] ago-about publication" },
  { "three months ago", "2020-08 ago publication" },
  { "a year ago", "2019 ago publication" },
  { "about ten years ago", "2010~ ago publication" },
  { "two decades ago", "2000~ ago publication" },
  { "three days from now", "2020-11-18 from-now publication" },
  { "two weeks from today", "[2020-11-23..2020-11-29] from-now publication" },
  { "in three weeks", "[2020-11-30..2020-12-06] in-units publication" },
  { "in two years", "2022 in-units publication" },
  { "the past three years", "2017/2020-11-15 past-units publication" },
  { "the last two weeks", "2020-11-01/2020-11-15 past-units publication" },
  { "the next three months", "2020-11-15/2021-02 next-units publication" },
  { "13 Aban 1401", "2022-11-04 solar-hijri none" },
  { "Aban 13, 1401", "2022-11-04 solar-hijri none" },
  { "Aban 1401", "[2022-10-23..2022-11-21] solar-hijri none" },
  { "13 Aban", "2020-11-03 solar-hijri publication" },
  { "1 Farvardin 1399", "2020-03-20 solar-hijri none" },
  { "12 Rabi al-Awwal 1445 AH", "2023-09-27 islamic-umalqura none" },
  { "Ramadan 1445", "[2024-03-11..2024-04-09] islamic-umalqura none" },
  { "10 Muharram 1442", "2020-08-29 islamic-umalqura none" },
  { "1 Ramadan", "2020-04-24 islamic-umalqura publication" },
  { "on Monday", "2020-11-09 weekday publication" },
  { "since 2015", "2015/.. since none" },
  { "since last month", "2020-10/.. since publication" },
  { "until March 2019", "../2019-03 until none" },
  { "by Friday", "[..2020-11-20] by publication" },
  { "before 2015", "[..2014-12-31] before none" },
  { "before last month", "[..2020-09-30] before publication" },
  { "after the 1990s", "[2000-01-01..] after none" },
  { "after Nov. 13", "[2020-11-14..] after publication" },
  { "during the summer of 2015", "2015-22 season-year none" },
  { "between 2015 and 2017", "2015/2017 between-and none" },
  { "between March and May 2019", "2019-03/2019-05 between-and none" },
  { "from March to May 2019", "2019-03/2019-05 from-to none" },
  { "from Nov. 13 to Nov. 20", "2020-11-13/2020-11-20 from-to publication" },
  { "from 2015 until 2017", "2015/2017 from-to none" },
  { "from December 2019 to March 2020", "2019-12/2020-03 from-to none" },
  { "MONDAY", "2020-11-09 weekday publication" },
  { "november 13", "2020-11-13 month-day publication" },
  { "next year's first quarter", "2021-33 quarter-year publication" },
  { "until Monday", "../2020-11-16 until publication" },
  { "by December", "[..2020-12] by publication" },
  { "by Nov. 20", "[..2020-11-20] by publication" },
};

static const Row texts[] = {
  { "The president said Monday he would meet the minister on Thursday.",
    "Monday=2020-11-09 weekday publication; "
    "Thursday=2020-11-19 weekday publication" },
  { "Officials will hold the vote Friday, they said Monday.",
    "Friday=2020-11-20 weekday publication; "
    "Monday=2020-11-09 weekday publication" },
  { "Talks in April failed; an election is expected in December.",
    "April=2020-04 month publication; "
    "December=2020-12 month publication" },
  { "He was born on May 5, 1970 and may march in May.",
    "May 5, 1970=1970-05-05 month-day-year none; "
    "May=2021-05 month publication" },
  { "Theresa May met Jan Smith in March, and April Jones sang.",
    "March=2020-03 month publication" },
  { "The Sunday Times and the Daily Telegraph reported on Black Friday.",
    "" },
  { "More than 2,015 people and 2000 troops left; about 1990 stayed; 1500 soldiers died in 2015.",
    "2015=2015 year none" },
  { "Flight 1990 cost $2000 and rose 2000%, to 2015.5 points.",
    "" },
  { "It happened in 1998, in the 1990s, and (2003) again.",
    "1998=1998 year none; "
    "the 1990s=199X decade none; "
    "2003=2003 year none" },
  { "In 2015-17 and from 2018 to 2020 there was peace.",
    "2015-17=2015/2017 year-range none; "
    "2018=2018 year none; "
    "2020=2020 year none" },
  { "from March to May 2019, and between November 13 and November 15, 2020",
    "March=2019-03 month none; "
    "May 2019=2019-05 month-year none; "
    "November 13=2020-11-13 month-day none; "
    "November 15, 2020=2020-11-15 month-day-year none" },
  { "BAGHDAD, Nov. 13 (Reuters) - The army said on Friday that it left last week.",
    "Nov. 13=2020-11-13 month-day publication; "
    "Friday=2020-11-13 weekday publication; "
    "last week=[2020-11-02..2020-11-08] last-unit publication" },
  { "She is 5 years old, a 30-year bond, every Monday, on Mondays, daily.",
    "" },
  { "The meeting on 11/12/2020 follows that of 11/13/2020 and 2020-11-15T10:00.",
    "11/12/2020=- numbers none; "
    "11/13/2020=2020-11-13 numbers none; "
    "2020-11-15=2020-11-15 iso-day none" },
  { "Profit rose in the third quarter, and a year earlier it fell.",
    "the third quarter=2020-35 quarter publication; "
    "a year earlier=2019-35 earlier previous" },
  { "He came on Nov. 13, 2019. Two days later he left; the following month he died.",
    "Nov. 13, 2019=2019-11-13 month-day-year none; "
    "Two days later=2019-11-15 later previous; "
    "the following month=2019-12 following-unit previous" },
  { "This Week With David Brinkley; the last week of the war; his last year in office.",
    "" },
  { "the second man, first half, second-hand, second quarter of 2019",
    "second quarter of 2019=2019-34 quarter-year none" },
  { "On 13 Aban 1401 (4 November 2022), in Ramadan 1444, he spoke.",
    "13 Aban 1401=2022-11-04 solar-hijri none; "
    "4 November 2022=2022-11-04 day-month-year none; "
    "Ramadan 1444=[2023-03-23..2023-04-20] islamic-umalqura none" },
  { "Early this month and late last year; mid-2018; earlier this year; later this week.",
    "Early this month=[2020-11-01~..2020-11-10~] last-unit-part publication; "
    "late last year=2019-39~ last-unit-part publication; "
    "mid-2018=2018-38~ year-part none; "
    "earlier this year=[2020-01-01..2020-11-15] earlier-this-unit publication; "
    "later this week=[2020-11-15..2020-11-15] later-this-unit publication" },
  { "I Sat. in the sun; dec 5; mar 3; Sun. Nov. 15",
    "Sun. Nov. 15=2020-11-15 weekday-month-day publication" },
  { "He scored 10 points in 44 BC games in 44 BC.",
    "44 BC=-0043 year-bce none; "
    "44 BC=-0043 year-bce none" },
  { "The deal, announced two weeks ago, ends next month. What about today's news? Wednesday's ruling will stand.",
    "two weeks ago=[2020-10-26..2020-11-01] ago publication; "
    "next month=2020-12 last-unit publication; "
    "today=2020-11-15 today publication; "
    "Wednesday=2020-11-18 weekday publication" },
  { "Scheduled for Tuesday, the trial of the Sept. 11 attacks",
    "Tuesday=2020-11-17 weekday publication; "
    "Sept. 11=2020-09-11 month-day publication" },
  { "It came a month earlier than usual, on that January day, and peaked in early December, or late last July.",
    "early December=[2019-12-01~..2019-12-10~] month-part publication; "
    "late last July=[2020-07-21~..2020-07-31~] last-month-part publication" },
  { "A book is due to be published in March. It was made public in March.",
    "March=2021-03 month publication; "
    "March=2020-03 month publication" },
  { "They met between 3 and 5 May 2019, and on the following Friday; over the past two years he came twice.",
    "between 3 and 5 May 2019=2019-05-03/2019-05-05 between-days none; "
    "the following Friday=- following-weekday previous; "
    "the past two years=2018/2020-11-15 past-units publication" },
  { "He left on Nov. 11, 2020 and came back the following Friday; on New Year's Eve, 2019, he was ill. Eid was quiet.",
    "Nov. 11, 2020=2020-11-11 month-day-year none; "
    "the following Friday=2020-11-13 following-weekday previous; "
    "New Year's Eve, 2019=2019-12-31 new-year-eve none" },
  { "Early in the season they won; on the 5th of last month they lost, this past weekend too.",
    "the 5th of last month=2020-10-05 turn-day publication; "
    "this past weekend=[2020-11-07..2020-11-08] last-unit publication" },
  { "The plan could start with next year's first quarter; this year's second half was good.",
    "next year's first quarter=2021-33 quarter-year publication; "
    "this year's second half=2020-41 half publication" },
  { "The company Orion 1980 was founded in 1980 by Farkas, and the 1992 protests began on Sunday.",
    "1980=1980 year none; "
    "1992=1992 year none; "
    "Sunday=2020-11-15 weekday publication" },
};

typedef struct
{
  const char *published;
  const char *event;
  const char *previous;
  const char *language;
  int         fiscal_year_start;
  const char *input;
  const char *expected;
} ContextRow;

static const ContextRow contexts[] = {
  { NULL, NULL, NULL, NULL, 0, "13 November 2020", "2020-11-13 day-month-year none" },
  { NULL, NULL, NULL, NULL, 0, "Monday", "it hangs on the day of publication, which is not known as exactly" },
  { NULL, NULL, NULL, NULL, 0, "last month", "it hangs on the day of publication, which is not known as exactly" },
  { NULL, NULL, NULL, NULL, 0, "November 13", "it hangs on the day of publication, which is not known as exactly" },
  { "2020-11", NULL, NULL, NULL, 0, "last month", "2020-10 last-unit publication" },
  { "2020-11", NULL, NULL, NULL, 0, "last year", "2019 last-unit publication" },
  { "2020-11", NULL, NULL, NULL, 0, "yesterday", "it hangs on the day of publication, which is not known as exactly" },
  { "2020", NULL, NULL, NULL, 0, "last month", "it hangs on the day of publication, which is not known as exactly" },
  { "2020", NULL, NULL, NULL, 0, "next year", "2021 last-unit publication" },
  { "../2020", NULL, NULL, NULL, 0, "next year", "it hangs on the day of publication, which is not known as exactly" },
  { "2021-02-28", NULL, NULL, NULL, 0, "tomorrow", "2021-03-01 today publication" },
  { "2021-01-03", NULL, NULL, NULL, 0, "last month", "2020-12 last-unit publication" },
  { "2021-01-03", NULL, NULL, NULL, 0, "last quarter", "2020-36 last-unit publication" },
  { "2021-01-03", NULL, NULL, NULL, 0, "last winter", "2019-24 last-season publication" },
  { "2020-11-15", NULL, NULL, "en", 0, "11/12/2020", "it can be day and month or month and day" },
  { "2020-11-12", NULL, NULL, "en", 0, "11/12/2020", "2020-11-12 numbers publication" },
  { "2020-11-15", NULL, NULL, "en-US", 0, "11/12/2020", "2020-11-12 numbers none" },
  { "2020-11-15", NULL, NULL, "en-GB", 0, "11/12/2020", "2020-12-11 numbers none" },
  { "2020-11-15", NULL, NULL, "en_AU", 0, "11/12/20", "2020-12-11 numbers none" },
  { "2020-11-15", NULL, NULL, "en-US", 0, "13/13/2020", "no rule for dates in words fits it" },
  { "2020-11-15", NULL, NULL, "de", 0, "Montag", "there are no rules for its language" },
  { "2020-11-15", NULL, NULL, NULL, 10, "fiscal 2019", "[2018-10..2019-09] fiscal-year none" },
  { "2020-11-15", NULL, NULL, NULL, 4, "last fiscal year", "[2019-04..2020-03] fiscal-year publication" },
  { "2020-11-15", NULL, NULL, NULL, 1, "FY2019", "2019 fiscal-year none" },
  { "2020-11-15", "2020-06-10", NULL, NULL, 0, "two weeks before the visit", "[2020-05-25..2020-05-31] before-event event" },
  { "2020-11-15", "2020-06-10", NULL, NULL, 0, "three days after the state visit", "2020-06-13 after-event event" },
  { "2020-11-15", "2020-06-10", NULL, NULL, 0, "the day before his visit", "2020-06-09 before-event event" },
  { "2020-11-15", "2020", NULL, NULL, 0, "a year after the summit", "2021 after-event event" },
  { "2020-11-15", "2020", NULL, NULL, 0, "two days before the summit", "it hangs on an event whose date is not known" },
  { "2020-11-15", NULL, NULL, NULL, 0, "two days before the summit", "it hangs on an event whose date is not known" },
  { "2020-11-15", NULL, "2019-03-10", NULL, 0, "a week earlier", "[2019-02-25..2019-03-03] earlier previous" },
  { "2020-11-15", NULL, "2019-03-10", NULL, 0, "two days later", "2019-03-12 later previous" },
  { "2020-11-15", NULL, "2019-03", NULL, 0, "a year earlier", "2018-03 earlier previous" },
  { "2020-11-15", NULL, "2019-35", NULL, 0, "a year earlier", "2018-35 earlier previous" },
  { "2020-11-15", NULL, "2019-03-10", NULL, 0, "the following month", "2019-04 following-unit previous" },
  { "2020-11-15", NULL, "2019-03-10", NULL, 0, "that day", "2019-03-10 that-unit previous" },
  { "2020-11-15", NULL, NULL, NULL, 0, "that day", "it hangs on the date named before it, which is not known" },
  { "2020-11-15", NULL, NULL, NULL, 0, "", "no rule for dates in words fits it" },
  { "2020-11-15", NULL, NULL, NULL, 0, "the day", "no rule for dates in words fits it" },
  { "2020-11-15", NULL, NULL, NULL, 0, "Feb. 30", "no rule for dates in words fits it" },
  { "2020-11-15", NULL, NULL, NULL, 0, "Monday and Tuesday", "no rule for dates in words fits it" },
  { "2020-11-15", NULL, NULL, NULL, 0, "since never", "no rule for dates in words fits it" },
  { "2020-11-15", NULL, NULL, NULL, 0, "31 Aban 1401", "no rule for dates in words fits it" },
};

static RapEdtf *
parse (const char *text)
{
  return text != NULL ? rap_edtf_parse (text, NULL) : NULL;
}

static char *
describe_phrase (const char           *phrase,
                 const RapDateContext *context)
{
  g_autoptr (GError) error = NULL;
  RapDateHit hit;
  char *line;

  if (!rap_date_parse_phrase (phrase, context, &hit, &error))
    {
      g_assert_error (error, RAP_ERROR, RAP_ERROR_FORMAT);
      g_assert_null (hit.edtf);
      return g_strdup (strstr (error->message, "is no date: ") + strlen ("is no date: "));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (hit.range.end, ==, g_utf8_strlen (phrase, -1));
  line = g_strdup_printf ("%s %s %s", hit.edtf->text, hit.rule, rap_date_anchor_get_nick (hit.anchor));
  rap_date_hit_clear (&hit);
  return line;
}

static void
test_phrases (void)
{
  g_autoptr (RapEdtf) published = parse ("2020-11-15");
  RapDateContext context = { .published = published };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *line = describe_phrase (phrases[i].input, &context);

      if (strcmp (line, phrases[i].expected) != 0)
        g_error ("%s: “%s” instead of “%s”", phrases[i].input, line, phrases[i].expected);
    }
}

static void
test_contexts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    {
      const ContextRow *row = &contexts[i];
      g_autoptr (RapEdtf) published = parse (row->published);
      g_autoptr (RapEdtf) event = parse (row->event);
      g_autoptr (RapEdtf) previous = parse (row->previous);
      RapDateContext context = { published, event, previous, row->language, row->fiscal_year_start };
      g_autofree char *line = describe_phrase (row->input, &context);

      if (strcmp (line, row->expected) != 0)
        g_error ("%s from %s: “%s” instead of “%s”", row->input, row->published, line, row->expected);
    }
}

static char *
describe_text (const char           *text,
               const RapDateContext *context)
{
  g_autoptr (GArray) hits = rap_date_find (text, strlen (text), context);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const RapDateHit *hit = &g_array_index (hits, RapDateHit, i);
      g_autofree char *found = g_utf8_substring (text, hit->range.start, hit->range.end);

      g_string_append_printf (line, "%s%s=%s %s %s", i > 0 ? "; " : "", found, hit->edtf != NULL ? hit->edtf->text : "-",
                              hit->rule, rap_date_anchor_get_nick (hit->anchor));
    }
  return g_string_free (line, FALSE);
}

static void
test_texts (void)
{
  g_autoptr (RapEdtf) published = parse ("2020-11-15");
  RapDateContext context = { .published = published };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = describe_text (texts[i].input, &context);

      if (strcmp (line, texts[i].expected) != 0)
        g_error ("%s: “%s” instead of “%s”", texts[i].input, line, texts[i].expected);
    }
}

/* Without a day of publication the date at the head of the text is the anchor. */
static void
test_dateline (void)
{
  static const Row rows[] = {
    { "TEHRAN, November 16, 2020 – He arrived on Sunday.",
      "November 16, 2020=2020-11-16 month-day-year none; Sunday=2020-11-15 weekday dateline" },
    { "TEHRAN – He arrived on Sunday. It was November 2020.",
      "Sunday=- weekday publication; November 2020=2020-11 month-year none" },
    { "He spoke last month.", "last month=- last-unit publication" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = describe_text (rows[i].input, NULL);

      g_assert_cmpstr (line, ==, rows[i].expected);
    }
}

/* Ranges count code points, not bytes. */
static void
test_offsets (void)
{
  const char *text = "دیدار “روز” on Monday – 😀 Nov. 13, 2020";
  g_autoptr (RapEdtf) published = parse ("2020-11-15");
  RapDateContext context = { .published = published };
  g_autofree char *line = describe_text (text, &context);

  g_assert_cmpstr (line, ==, "Monday=2020-11-09 weekday publication; Nov. 13, 2020=2020-11-13 month-day-year none");
}

/* Whatever the pieces, hits are in order, without overlap, inside the text. */
static void
test_mixtures (void)
{
  static const char *const pieces[] = {
    "Monday", "Nov", ".", "13", "2020", "the", "1990s", "last", "week", "two", "ago", "early", "-", "mid", "quarter",
    "first", "of", "'", "s", "Q", "3", "/", "12", "$", "Aban", "1401", "Rabi", "al", "before", "from", "to", "and",
    ",", "[", "T10:00", "99999999999999999999", "century", "19th", "BC", "a", "year", "earlier", "é", "ل", "0000",
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) hits = NULL;
      g_autoptr (RapEdtf) published = parse (g_test_rand_bit () ? "2020-11-15" : "Y-17E7");
      RapDateContext context = { .published = published, .language = g_test_rand_bit () ? "en-US" : NULL };
      guint at = 0;

      for (int k = g_test_rand_int_range (0, 12); k > 0; k--)
        g_string_append_printf (text, "%s%s", pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))],
                                g_test_rand_bit () ? " " : "");
      hits = rap_date_find (text->str, text->len, &context);
      for (guint k = 0; k < hits->len; k++)
        {
          const RapDateHit *hit = &g_array_index (hits, RapDateHit, k);

          g_assert_cmpuint (hit->range.start, >=, at);
          g_assert_cmpuint (hit->range.end, >, hit->range.start);
          g_assert_nonnull (hit->rule);
          at = hit->range.end;
        }
      g_assert_cmpuint (at, <=, g_utf8_strlen (text->str, -1));
    }
}

/* A text of a million bytes; the bound is far above what it takes. */
static void
test_long_text (void)
{
  static const char sentence[] = "Officials said on Monday that 2,015 people met in early July 2017, a year earlier. ";
  g_autoptr (RapEdtf) published = parse ("2020-11-15");
  RapDateContext context = { .published = published };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) hits = NULL;
  guint n = 0;
  gint64 start;

  for (; text->len < 1000000; n++)
    g_string_append (text, sentence);
  start = g_get_monotonic_time ();
  hits = rap_date_find (text->str, text->len, &context);
  g_assert_cmpuint (hits->len, ==, 3 * n);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

/* Leading words do not nest, so thousands of them cost no more than their length. */
static void
test_leading_words (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  RapDateHit hit;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "from between ");
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "2015 to and ");
  g_assert_false (rap_date_parse_phrase (text->str, NULL, &hit, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_FORMAT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/date-phrase/phrases", test_phrases);
  g_test_add_func ("/text/date-phrase/contexts", test_contexts);
  g_test_add_func ("/text/date-phrase/texts", test_texts);
  g_test_add_func ("/text/date-phrase/dateline", test_dateline);
  g_test_add_func ("/text/date-phrase/offsets", test_offsets);
  g_test_add_func ("/text/date-phrase/mixtures", test_mixtures);
  g_test_add_func ("/text/date-phrase/long-text", test_long_text);
  g_test_add_func ("/text/date-phrase/leading-words", test_leading_words);

  return g_test_run ();
}
