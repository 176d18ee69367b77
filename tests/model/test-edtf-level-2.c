/* test-edtf-level-2.c
 *
 * EDTF level 2, production by production: every row is a string and what is
 * known of it, in one line: days (inclusive; * = no number) of earliest start
 * and latest end, for an interval and for all of a set also of latest start and
 * earliest end between them; then precision, the parts that are uncertain (u) or
 * approximate (a) as a sum of 1 year, 2 month, 4 day, whether it is an interval or
 * a set and of how many members, open ends, and the number of a season (s).
 * Refused rows give the error's sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf.h"

#include <string.h>

#include "rap-error.h"

typedef struct
{
  const char *input;
  const char *expected;
} Row;

static const Row qualified[] = {
  { "?2004", "2004-01-01 2004-12-31 year u1" },
  { "?2004-06", "2004-06-01 2004-06-30 month u1" },
  { "2004?-06", "2004-06-01 2004-06-30 month u1" },
  { "2004-?06", "2004-06-01 2004-06-30 month u2" },
  { "?2004-06-11", "2004-06-11 2004-06-11 day u1" },
  { "2004?-06-11", "2004-06-11 2004-06-11 day u1" },
  { "2004-?06-11", "2004-06-11 2004-06-11 day u2" },
  { "2004-06?-11", "2004-06-11 2004-06-11 day u3" },
  { "2004-06-?11", "2004-06-11 2004-06-11 day u4" },
  { "2004-06-11?", "2004-06-11 2004-06-11 day u7" },
  { "?-0044-03", "-0044-03-01 -0044-03-31 month u1" },
  { "?201X", "2010-01-01 2019-12-31 decade u1" },
  { "2004-?XX", "2004-01-01 2004-12-31 year u2" },
  { "2004-06-?XX", "2004-06-01 2004-06-30 month u4" },
  { "20XX?-12-25", "2000-12-25 2099-12-25 century u1" },
  { "~2004", "2004-01-01 2004-12-31 year a1" },
  { "~2004-06", "2004-06-01 2004-06-30 month a1" },
  { "2004~-06", "2004-06-01 2004-06-30 month a1" },
  { "2004-~06", "2004-06-01 2004-06-30 month a2" },
  { "~2004-06-11", "2004-06-11 2004-06-11 day a1" },
  { "2004~-06-11", "2004-06-11 2004-06-11 day a1" },
  { "2004-~06-11", "2004-06-11 2004-06-11 day a2" },
  { "2004-06~-11", "2004-06-11 2004-06-11 day a3" },
  { "2004-06-~11", "2004-06-11 2004-06-11 day a4" },
  { "2004-06-11~", "2004-06-11 2004-06-11 day a7" },
  { "~-0044-03", "-0044-03-01 -0044-03-31 month a1" },
  { "~201X", "2010-01-01 2019-12-31 decade a1" },
  { "2004-~XX", "2004-01-01 2004-12-31 year a2" },
  { "2004-06-~XX", "2004-06-01 2004-06-30 month a4" },
  { "20XX~-12-25", "2000-12-25 2099-12-25 century a1" },
  { "%2004", "2004-01-01 2004-12-31 year u1 a1" },
  { "%2004-06", "2004-06-01 2004-06-30 month u1 a1" },
  { "2004%-06", "2004-06-01 2004-06-30 month u1 a1" },
  { "2004-%06", "2004-06-01 2004-06-30 month u2 a2" },
  { "%2004-06-11", "2004-06-11 2004-06-11 day u1 a1" },
  { "2004%-06-11", "2004-06-11 2004-06-11 day u1 a1" },
  { "2004-%06-11", "2004-06-11 2004-06-11 day u2 a2" },
  { "2004-06%-11", "2004-06-11 2004-06-11 day u3 a3" },
  { "2004-06-%11", "2004-06-11 2004-06-11 day u4 a4" },
  { "2004-06-11%", "2004-06-11 2004-06-11 day u7 a7" },
  { "%-0044-03", "-0044-03-01 -0044-03-31 month u1 a1" },
  { "%201X", "2010-01-01 2019-12-31 decade u1 a1" },
  { "2004-%XX", "2004-01-01 2004-12-31 year u2 a2" },
  { "2004-06-%XX", "2004-06-01 2004-06-30 month u4 a4" },
  { "20XX%-12-25", "2000-12-25 2099-12-25 century u1 a1" },
  { "?2004-06-~11", "2004-06-11 2004-06-11 day u1 a4" },
  { "2004-?06-~11", "2004-06-11 2004-06-11 day u2 a4" },
  { "2004?-06-11~", "2004-06-11 2004-06-11 day u1 a7" },
  { "2004-%06-11?", "2004-06-11 2004-06-11 day u7 a2" },
  { "?2004-?06-?11", "2004-06-11 2004-06-11 day u7" },
  { "~2004~-06", "2004-06-01 2004-06-30 month a1" },
  { "?2004~-06-%11", "2004-06-11 2004-06-11 day u5 a5" },
  { "2004-?06~-11", "2004-06-11 2004-06-11 day u2 a3" },
  { "2004~-?06", "2004-06-01 2004-06-30 month u2 a1" },
};

static const Row unspecified[] = {
  { "200X", "2000-01-01 2009-12-31 decade" },
  { "200X-02-29", "2000-02-29 2008-02-29 decade" },
  { "200X-XX-31", "2000-01-31 2009-12-31 decade" },
  { "20X4", "2004-01-01 2094-12-31 century" },
  { "20X4-02-29", "2004-02-29 2084-02-29 century" },
  { "20X4-XX", "2004-01-01 2094-12-31 century" },
  { "20XX", "2000-01-01 2099-12-31 century" },
  { "20XX-02-29", "2000-02-29 2096-02-29 century" },
  { "20XX-XX-31", "2000-01-31 2099-12-31 century" },
  { "2X04", "2004-01-01 2904-12-31 millennium" },
  { "2X04-02-29", "2004-02-29 2904-02-29 millennium" },
  { "2X04-XX", "2004-01-01 2904-12-31 millennium" },
  { "2X0X", "2000-01-01 2909-12-31 millennium" },
  { "2X0X-02-29", "2000-02-29 2908-02-29 millennium" },
  { "2X0X-XX-31", "2000-01-31 2909-12-31 millennium" },
  { "2XX4", "2004-01-01 2994-12-31 millennium" },
  { "2XX4-02-29", "2004-02-29 2984-02-29 millennium" },
  { "2XX4-XX", "2004-01-01 2994-12-31 millennium" },
  { "2XXX", "2000-01-01 2999-12-31 millennium" },
  { "2XXX-02-29", "2000-02-29 2996-02-29 millennium" },
  { "2XXX-XX-31", "2000-01-31 2999-12-31 millennium" },
  { "X004", "0004-01-01 9004-12-31 millennium" },
  { "X004-02-29", "0004-02-29 9004-02-29 millennium" },
  { "X004-XX", "0004-01-01 9004-12-31 millennium" },
  { "X00X", "0000-01-01 9009-12-31 millennium" },
  { "X00X-02-29", "0000-02-29 9008-02-29 millennium" },
  { "X00X-XX-31", "0000-01-31 9009-12-31 millennium" },
  { "X0X4", "0004-01-01 9094-12-31 millennium" },
  { "X0X4-02-29", "0004-02-29 9084-02-29 millennium" },
  { "X0X4-XX", "0004-01-01 9094-12-31 millennium" },
  { "X0XX", "0000-01-01 9099-12-31 millennium" },
  { "X0XX-02-29", "0000-02-29 9096-02-29 millennium" },
  { "X0XX-XX-31", "0000-01-31 9099-12-31 millennium" },
  { "XX04", "0004-01-01 9904-12-31 millennium" },
  { "XX04-02-29", "0004-02-29 9904-02-29 millennium" },
  { "XX04-XX", "0004-01-01 9904-12-31 millennium" },
  { "XX0X", "0000-01-01 9909-12-31 millennium" },
  { "XX0X-02-29", "0000-02-29 9908-02-29 millennium" },
  { "XX0X-XX-31", "0000-01-31 9909-12-31 millennium" },
  { "XXX4", "0004-01-01 9994-12-31 millennium" },
  { "XXX4-02-29", "0004-02-29 9984-02-29 millennium" },
  { "XXX4-XX", "0004-01-01 9994-12-31 millennium" },
  { "XXXX", "0000-01-01 9999-12-31 millennium" },
  { "XXXX-02-29", "0000-02-29 9996-02-29 millennium" },
  { "XXXX-XX-31", "0000-01-31 9999-12-31 millennium" },
  { "156X-12-25", "1560-12-25 1569-12-25 decade" },
  { "15XX-12-25", "1500-12-25 1599-12-25 century" },
  { "XXXX-12-XX", "0000-12-01 9999-12-31 millennium" },
  { "XXXX-XX-23", "0000-01-23 9999-12-23 millennium" },
  { "1560-XX-25", "1560-01-25 1560-12-25 year" },
  { "1984-1X", "1984-10-01 1984-12-31 year" },
  { "1984-0X", "1984-01-01 1984-09-30 year" },
  { "1984-X0", "1984-10-01 1984-10-31 year" },
  { "1984-X1", "1984-01-01 1984-11-30 year" },
  { "1984-X2", "1984-02-01 1984-12-31 year" },
  { "1984-X3", "1984-03-01 1984-03-31 year" },
  { "1984-X9", "1984-09-01 1984-09-30 year" },
  { "1984-12-0X", "1984-12-01 1984-12-09 month" },
  { "1984-12-1X", "1984-12-10 1984-12-19 month" },
  { "1984-12-2X", "1984-12-20 1984-12-29 month" },
  { "1984-12-3X", "1984-12-30 1984-12-31 month" },
  { "1984-12-X0", "1984-12-10 1984-12-30 month" },
  { "1984-12-X1", "1984-12-01 1984-12-31 month" },
  { "1984-12-X9", "1984-12-09 1984-12-29 month" },
  { "1984-02-2X", "1984-02-20 1984-02-29 month" },
  { "1985-02-2X", "1985-02-20 1985-02-28 month" },
  { "1985-02-X9", "1985-02-09 1985-02-19 month" },
  { "1984-02-X9", "1984-02-09 1984-02-29 month" },
  { "1984-XX-3X", "1984-01-30 1984-12-31 year" },
  { "1984-XX-30", "1984-01-30 1984-12-30 year" },
  { "1984-X2-29", "1984-02-29 1984-12-29 year" },
  { "1984-X2-3X", "1984-12-30 1984-12-31 year" },
  { "190X-02-29", "1904-02-29 1908-02-29 decade" },
  { "1900-02-2X", "1900-02-20 1900-02-28 month" },
  { "2000-02-X9", "2000-02-09 2000-02-29 month" },
  { "1985-1X-31", "1985-10-31 1985-12-31 year" },
  { "1985-0X-31", "1985-01-31 1985-08-31 year" },
  { "-15XX", "-1599-01-01 -1500-12-31 century" },
  { "-XXXX", "-9999-01-01 -0001-12-31 millennium" },
  { "-000X", "-0009-01-01 -0001-12-31 decade" },
  { "-000X-02-29", "-0008-02-29 -0004-02-29 decade" },
  { "-0004-02-2X", "-0004-02-20 -0004-02-29 month" },
  { "-19XX-12-25", "-1999-12-25 -1900-12-25 century" },
  { "-004X-03", "-0049-03-01 -0040-03-31 decade" },
  { "0XXX", "0000-01-01 0999-12-31 millennium" },
  { "00X0", "0000-01-01 0090-12-31 century" },
  { "9XXX-12-31", "9000-12-31 9999-12-31 millennium" },
};

static const Row seasons[] = {
  { "2017-25", "2017-03-01 2017-05-31 season s25" },
  { "2017-26", "2017-06-01 2017-08-31 season s26" },
  { "2017-27", "2017-09-01 2017-11-30 season s27" },
  { "2017-28", "2017-12-01 2018-02-28 season s28" },
  { "2017-29", "2017-09-01 2017-11-30 season s29" },
  { "2017-30", "2017-12-01 2018-02-28 season s30" },
  { "2017-31", "2017-03-01 2017-05-31 season s31" },
  { "2017-32", "2017-06-01 2017-08-31 season s32" },
  { "2017-33", "2017-01-01 2017-03-31 quarter s33" },
  { "2017-34", "2017-04-01 2017-06-30 quarter s34" },
  { "2017-35", "2017-07-01 2017-09-30 quarter s35" },
  { "2017-36", "2017-10-01 2017-12-31 quarter s36" },
  { "2017-37", "2017-01-01 2017-04-30 third s37" },
  { "2017-38", "2017-05-01 2017-08-31 third s38" },
  { "2017-39", "2017-09-01 2017-12-31 third s39" },
  { "2017-40", "2017-01-01 2017-06-30 half s40" },
  { "2017-41", "2017-07-01 2017-12-31 half s41" },
  { "2015-28", "2015-12-01 2016-02-29 season s28" },
  { "2015-30", "2015-12-01 2016-02-29 season s30" },
  { "2015-33", "2015-01-01 2015-03-31 quarter s33" },
  { "2015-41", "2015-07-01 2015-12-31 half s41" },
  { "-0001-28", "-0001-12-01 0000-02-29 season s28" },
  { "-0001-30", "-0001-12-01 0000-02-29 season s30" },
  { "-0001-33", "-0001-01-01 -0001-03-31 quarter s33" },
  { "-0001-41", "-0001-07-01 -0001-12-31 half s41" },
  { "2017-33?", "2017-01-01 2017-03-31 quarter u3 s33" },
  { "2017-~39", "2017-09-01 2017-12-31 third a2 s39" },
  { "2017%-41", "2017-07-01 2017-12-31 half u1 a1 s41" },
  { "2017-33/2017-35", "2017-01-01 2017-03-31 2017-07-01 2017-09-30 quarter interval" },
  { "2017-37/2018", "2017-01-01 2017-04-30 2018-01-01 2018-12-31 year interval" },
  { "2017-28/2018-29", "2017-12-01 2018-02-28 2018-09-01 2018-11-30 season interval" },
};

static const Row years[] = {
  { "1950S1", "1000-01-01 1999-12-31 millennium" },
  { "1950S2", "1900-01-01 1999-12-31 century" },
  { "1950S3", "1950-01-01 1959-12-31 decade" },
  { "1950S4", "1950-01-01 1950-12-31 year" },
  { "-1950S2", "-1999-01-01 -1900-12-31 century" },
  { "-1950S4", "-1950-01-01 -1950-12-31 year" },
  { "Y12345S1", "10000-01-01 19999-12-31 millennium" },
  { "Y12345S3", "12300-01-01 12399-12-31 century" },
  { "Y12345S4", "12340-01-01 12349-12-31 decade" },
  { "Y12345S5", "12345-01-01 12345-12-31 year" },
  { "Y-12345S2", "-12999-01-01 -12000-12-31 millennium" },
  { "Y171010000S3", "171000000-01-01 171999999-12-31 millennium" },
  { "Y3388E2S3", "338000-01-01 338999-12-31 millennium" },
  { "Y17101E4S3", "171000000-01-01 171999999-12-31 millennium" },
  { "Y-17E7S1", "-199999999-01-01 -100000000-12-31 millennium" },
  { "Y17E7", "170000000-01-01 170000000-12-31 year" },
  { "Y-17E7", "-170000000-01-01 -170000000-12-31 year" },
  { "Y17E8", "1700000000-01-01 1700000000-12-31 year" },
  { "Y2E9", "2000000000-01-01 2000000000-12-31 year" },
  { "Y-3E9", "-3000000000-01-01 -3000000000-12-31 year" },
  { "Y1E14", "100000000000000-01-01 100000000000000-12-31 year" },
  { "Y999E12", "999000000000000-01-01 999000000000000-12-31 year" },
  { "Y12345E0", "12345-01-01 12345-12-31 year" },
  { "Y1E4", "10000-01-01 10000-12-31 year" },
  { "Y1E0", "0001-01-01 0001-12-31 year" },
  { "1950S2?", "1900-01-01 1999-12-31 century u1" },
  { "Y17E7~", "170000000-01-01 170000000-12-31 year a1" },
  { "Y12345S3%", "12300-01-01 12399-12-31 century u1 a1" },
  { "Y17E7/..", "170000000-01-01 170000000-12-31 170000000-01-01 * year interval stop-open" },
  { "1950S2/2000", "1900-01-01 1999-12-31 2000-01-01 2000-12-31 century interval" },
};

static const Row sets[] = {
  { "[1667,1668,1670..1672]", "1667-01-01 1672-12-31 year one-of 3" },
  { "[..1760-12-03]", "* 1760-12-03 day one-of 1 start-open" },
  { "[1760-12..]", "1760-12-01 * month one-of 1 stop-open" },
  { "[1760-01,1760-02,1760-12..]", "1760-01-01 * month one-of 3 stop-open" },
  { "[1667,1760-12]", "1667-01-01 1760-12-31 year one-of 2" },
  { "[..1984]", "* 1984-12-31 year one-of 1 start-open" },
  { "[..1984,1990]", "* 1990-12-31 year one-of 2 start-open" },
  { "[1670..1672]", "1670-01-01 1672-12-31 year one-of 1" },
  { "[2017]", "2017-01-01 2017-12-31 year one-of 1" },
  { "[1984-01~,1985?]", "1984-01-01 1985-12-31 year u1 a3 one-of 2" },
  { "[156X-12-25,1984]", "1560-12-25 1984-12-31 decade one-of 2" },
  { "[2017-33,2017-35]", "2017-01-01 2017-09-30 quarter one-of 2" },
  { "[1672,1667]", "1667-01-01 1672-12-31 year one-of 2" },
  { "[-0044..-0043]", "-0044-01-01 -0043-12-31 year one-of 1" },
  { "[Y-17E7..-0001]", "-170000000-01-01 -0001-12-31 year one-of 1" },
  { "[2017-07-05,2017-07-05]", "2017-07-05 2017-07-05 day one-of 2" },
  { "[2017-07-01~..2017-07-10~]", "2017-07-01 2017-07-10 day a7 one-of 1" },
  { "[2017..2017-03]", "2017-01-01 2017-03-31 year one-of 1" },
  { "[2016-12-31..2017]", "2016-12-31 2017-12-31 year one-of 1" },
  { "{1667,1668,1670..1672}", "1667-01-01 1667-12-31 1672-01-01 1672-12-31 year all-of 3" },
  { "{1960,1961-12}", "1960-01-01 1960-12-31 1961-12-01 1961-12-31 year all-of 2" },
  { "{..1984}", "* * 1984-01-01 1984-12-31 year all-of 1 start-open" },
  { "{..1983-12-31}", "* * 1983-12-31 1983-12-31 day all-of 1 start-open" },
  { "{2017-07-05,2017-07-07}", "2017-07-05 2017-07-05 2017-07-07 2017-07-07 day all-of 2" },
  { "{1667..1670}", "1667-01-01 1667-12-31 1670-01-01 1670-12-31 year all-of 1" },
  { "{2017-07..}", "2017-07-01 2017-07-31 * * month all-of 1 stop-open" },
  { "{2017}", "2017-01-01 2017-12-31 2017-01-01 2017-12-31 year all-of 1" },
  { "{1961-12,1960}", "1960-01-01 1960-12-31 1961-12-01 1961-12-31 year all-of 2" },
  { "{2017?,2018-~04}", "2017-01-01 2017-12-31 2018-04-01 2018-04-30 year u1 a2 all-of 2" },
};

static const Row intervals[] = {
  { "2004-06-~01/2004-06-~20", "2004-06-01 2004-06-01 2004-06-20 2004-06-20 day a4 interval" },
  { "2004-06-XX/2004-07-03", "2004-06-01 2004-06-30 2004-07-03 2004-07-03 month interval" },
  { "156X/157X", "1560-01-01 1569-12-31 1570-01-01 1579-12-31 decade interval" },
  { "2004-06~-11/..", "2004-06-11 2004-06-11 2004-06-11 * day a3 interval stop-open" },
  { "/?2004", "* 2004-12-31 2004-01-01 2004-12-31 year u1 interval start-unknown" },
  { "?2004-06/2004-~06-11", "2004-06-01 2004-06-11 2004-06-11 2004-06-11 month u1 a2 interval" },
  { "1XXX/2XXX", "1000-01-01 1999-12-31 2000-01-01 2999-12-31 millennium interval" },
};

static const Row refused[] = {
  { "2004-06-11-?", "nothing may follow here (character 11)" },
  { "2004-?", "the month needs two digits (character 7)" },
  { "??2004", "a year is expected here (character 2)" },
  { "2004?\?-06", "nothing may follow here (character 6)" },
  { "2004-06-~", "the day needs two digits (character 10)" },
  { "?", "a year is expected here (character 2)" },
  { "Y?12345", "Y is for years of more than four digits (character 2)" },
  { "?Y12345", "a year is expected here (character 2)" },
  { "2017-42", "there is no month 42 (character 6)" },
  { "2017-20", "there is no month 20 (character 6)" },
  { "2017-99", "there is no month 99 (character 6)" },
  { "2017-2X", "there is no month 2X (character 6)" },
  { "2017-3X", "there is no month 3X (character 6)" },
  { "2017-1X-32", "there is no day 32 (character 9)" },
  { "2017-XX-32", "there is no day 32 (character 9)" },
  { "2017-XX-3X-01", "nothing may follow here (character 11)" },
  { "2017-02-3X", "there is no day 3X (character 9)" },
  { "2015-02-XXX", "nothing may follow here (character 11)" },
  { "1984-12-4X", "there is no day 4X (character 9)" },
  { "2001-02-30", "the month has only 28 days (character 9)" },
  { "199X-02-30", "there is no day 30 (character 9)" },
  { "201X-21", "a season needs a known year (character 6)" },
  { "2017-33-05", "a season has no day (character 8)" },
  { "2017-33-XX", "a season has no day (character 8)" },
  { "20170X", "a year of more than four digits needs a Y before it, and month and day need hyphens (character 1)" },
  { "156x", "an unspecified digit is written X (character 4)" },
  { "1560-xx-25", "an unspecified digit is written X (character 6)" },
  { "X", "a year needs four digits (character 1)" },
  { "XX", "a year needs four digits (character 1)" },
  { "XXX", "a year needs four digits (character 1)" },
  { "XXXXX", "a year of more than four digits needs a Y before it, and month and day need hyphens (character 1)" },
  { "-0000-XX", "the year 0000 has no sign (character 1)" },
  { "1950S", "S needs the number of significant digits (character 6)" },
  { "1950S0", "the year has 4 digits (character 6)" },
  { "1950S5", "the year has 4 digits (character 6)" },
  { "1950SX", "S needs the number of significant digits (character 6)" },
  { "1950S2-05", "nothing may follow here (character 7)" },
  { "201XS2", "nothing may follow here (character 5)" },
  { "Y17E", "E needs an exponent (character 5)" },
  { "Y17EX", "E needs an exponent (character 5)" },
  { "Y17E99", "a year has at most 15 digits (character 5)" },
  { "Y17E14", "a year has at most 15 digits (character 5)" },
  { "Y0E5", "Y is for years of more than four digits (character 2)" },
  { "Y17E-2", "E needs an exponent (character 5)" },
  { "Y12345S6", "the year has 5 digits (character 8)" },
  { "Y12345S0", "the year has 5 digits (character 8)" },
  { "1E5", "a year needs four digits (character 1)" },
  { "[]", "a date is expected here (character 2)" },
  { "{}", "a date is expected here (character 2)" },
  { "[", "“]” is missing (character 2)" },
  { "{", "“}” is missing (character 2)" },
  { "]", "a year is expected here (character 1)" },
  { "2017]", "nothing may follow here (character 5)" },
  { "[2017", "“]” is missing (character 6)" },
  { "[2017}", "“]” is missing (character 7)" },
  { "{2017]", "“}” is missing (character 7)" },
  { "[[2017]]", "a year is expected here (character 2)" },
  { "[2017,]", "a date is expected here (character 7)" },
  { "[,2017]", "a date is expected here (character 2)" },
  { "[2017,,2018]", "a date is expected here (character 7)" },
  { "[2017, 2018]", "there may be no white space (character 7)" },
  { "[..]", "a range needs a date (character 2)" },
  { "[..,2017]", "a range needs a date (character 2)" },
  { "[2017..,2018]", "only the last date may be open to the future (character 2)" },
  { "[2017,..2018]", "only the first date may be open to the past (character 7)" },
  { "[..1670..1672]", "nothing may follow here (character 8)" },
  { "[2017...2018]", "a year is expected here (character 8)" },
  { "[2018..2017]", "the range ends before it starts (character 2)" },
  { "[2017/2018]", "nothing may follow here (character 6)" },
  { "{2017/2018}", "nothing may follow here (character 6)" },
  { "[2017-13]", "there is no month 13 (character 7)" },
  { "[2015-02-29]", "the month has only 28 days (character 10)" },
  { "[2017-07-05T10:00:00]", "a set holds dates without a time (character 2)" },
  { "[2017]/2018", "“]” is missing (character 12)" },
  { "2017/[2018]", "a year is expected here (character 6)" },
  { "[2017]?", "“]” is missing (character 8)" },
  { "[u]", "an unspecified digit is written X (character 2)" },
  { "[open]", "a character that no date contains (character 2)" },
  { "{..}", "a range needs a date (character 2)" },
};

static void
append_day (GString *line,
            gint64   day,
            gint64   none)
{
  g_autofree char *text = ABS (day - none) > 1 ? rap_day_format (day) : g_strdup ("*");

  g_string_append_printf (line, "%s ", text);
}

static void
append_parts (GString    *line,
              const char *letter,
              guint       parts)
{
  if (parts != 0)
    g_string_append_printf (line, " %s%u", letter, parts);
}

static void
append_ends (GString       *line,
             const RapEdtf *edtf)
{
  if (edtf->interval)
    g_string_append (line, " interval");
  if (edtf->set != RAP_EDTF_NO_SET)
    g_string_append_printf (line, " %s %u", edtf->set == RAP_EDTF_ONE_OF ? "one-of" : "all-of", edtf->n_members);
  if (edtf->start_end != RAP_END_GIVEN)
    g_string_append (line, edtf->start_end == RAP_END_OPEN ? " start-open" : " start-unknown");
  if (edtf->stop_end != RAP_END_GIVEN)
    g_string_append (line, edtf->stop_end == RAP_END_OPEN ? " stop-open" : " stop-unknown");
}

static char *
describe (const RapEdtf *edtf)
{
  GString *line = g_string_new (NULL);

  append_day (line, edtf->es, RAP_DAY_MIN);
  if (edtf->interval || edtf->set == RAP_EDTF_ALL_OF)
    {
      append_day (line, edtf->ls - 1, edtf->start_end == RAP_END_GIVEN || edtf->interval ? RAP_DAY_MAX : RAP_DAY_MIN);
      append_day (line, edtf->ee, edtf->stop_end == RAP_END_GIVEN || edtf->interval ? RAP_DAY_MIN : RAP_DAY_MAX);
    }
  append_day (line, edtf->le - 1, RAP_DAY_MAX);
  g_string_append (line, rap_precision_get_nick (edtf->precision));
  append_parts (line, "u", edtf->uncertain_parts);
  append_parts (line, "a", edtf->approximate_parts);
  append_ends (line, edtf);
  append_parts (line, "s", edtf->season);

  return g_string_free (line, FALSE);
}

static void
check_invariants (const RapEdtf *edtf,
                  const char    *input)
{
  g_assert_cmpstr (edtf->text, ==, input);
  g_assert_cmpint (edtf->uncertain, ==, edtf->uncertain_parts != 0);
  g_assert_cmpint (edtf->approximate, ==, edtf->approximate_parts != 0);
  g_assert_cmpint (edtf->es, <, edtf->ls);
  g_assert_cmpint (edtf->ls, <=, edtf->le);
  g_assert_cmpint (edtf->es, <=, edtf->ee);
  g_assert_cmpint (edtf->ee, <, edtf->le);
  g_assert_cmpint (edtf->n_members > 0, ==, edtf->set != RAP_EDTF_NO_SET);
  for (guint i = 0; i < edtf->n_members; i++)
    {
      g_assert_cmpint (edtf->members[i].first, >=, edtf->es);
      g_assert_cmpint (edtf->members[i].end, <=, edtf->le);
      g_assert_cmpint (edtf->members[i].first, <, edtf->members[i].end);
      g_assert_cmpint (edtf->members[i].first_end, <=, edtf->members[i].end);
      g_assert_cmpint (edtf->members[i].last, >=, edtf->members[i].first);
    }
}

static void
check_row (const Row *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) edtf = rap_edtf_parse (row->input, &error);
  g_autofree char *line = NULL;

  if (edtf == NULL)
    g_error ("%s", error->message);
  line = describe (edtf);
  if (strcmp (line, row->expected) != 0)
    g_error ("%s: “%s” instead of “%s”", row->input, line, row->expected);
  check_invariants (edtf, row->input);
}

typedef struct
{
  const char *name;
  const Row  *rows;
  guint       n_rows;
} Table;

static const Table tables[] = {
  { "qualified", qualified, G_N_ELEMENTS (qualified) },
  { "unspecified", unspecified, G_N_ELEMENTS (unspecified) },
  { "seasons", seasons, G_N_ELEMENTS (seasons) },
  { "years", years, G_N_ELEMENTS (years) },
  { "sets", sets, G_N_ELEMENTS (sets) },
  { "intervals", intervals, G_N_ELEMENTS (intervals) },
};

static void
test_table (const void *data)
{
  const Table *table = data;

  for (guint i = 0; i < table->n_rows; i++)
    check_row (&table->rows[i]);
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapEdtf) edtf = rap_edtf_parse (refused[i].input, &error);
      g_autofree char *expected = g_strdup_printf ("“%s” is no date: %s", refused[i].input, refused[i].expected);

      if (edtf != NULL)
        g_error ("“%s” was taken for a date", refused[i].input);
      g_assert_error (error, RAP_ERROR, RAP_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

/* Whatever is cut from or put into a good string, the parser answers, and what it takes holds together. */
static void
test_mutations (void)
{
  static const char letters[] = "0129-.,/?~%YXSE[]{}";
  guint n_accepted = 0;

  for (guint i = 0; i < 40000; i++)
    {
      const Table *table = &tables[g_test_rand_int_range (0, G_N_ELEMENTS (tables))];
      g_autoptr (GString) text = g_string_new (table->rows[g_test_rand_int_range (0, table->n_rows)].input);
      g_autoptr (GError) error = NULL;
      g_autoptr (RapEdtf) edtf = NULL;
      guint at = g_test_rand_int_range (0, text->len + 1);

      if (g_test_rand_bit () && at < text->len)
        g_string_erase (text, at, 1);
      if (g_test_rand_bit ())
        g_string_insert_c (text, MIN (at, text->len), letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      edtf = rap_edtf_parse (text->str, &error);
      g_assert_cmpint (edtf == NULL, ==, error != NULL);
      if (edtf != NULL)
        check_invariants (edtf, text->str);
      n_accepted += edtf != NULL;
    }
  g_assert_cmpuint (n_accepted, >, 1000);
}

/* The members of a set as they were written. */
static void
test_members (void)
{
  g_autoptr (RapEdtf) edtf = rap_edtf_parse ("[1667,1668~,1670-05..1672,1680..]", NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < edtf->n_members; i++)
    {
      const RapEdtfMember *member = &edtf->members[i];

      append_day (line, member->first, RAP_DAY_MIN);
      append_day (line, member->first_end - 1, RAP_DAY_MIN);
      append_day (line, member->last, RAP_DAY_MAX);
      append_day (line, member->end - 1, RAP_DAY_MAX);
      g_string_append_printf (line, "%s a%u %s; ", rap_precision_get_nick (member->precision), member->approximate,
                              member->range ? "range" : "date");
    }
  g_assert_cmpstr (line->str, ==,
                   "1667-01-01 1667-12-31 1667-01-01 1667-12-31 year a0 date; "
                   "1668-01-01 1668-12-31 1668-01-01 1668-12-31 year a1 date; "
                   "1670-05-01 1670-05-31 1672-01-01 1672-12-31 year a0 range; "
                   "1680-01-01 1680-12-31 * * year a0 range; ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/model/edtf-level-2/", tables[i].name, NULL);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/model/edtf-level-2/refused", test_refused);
  g_test_add_func ("/model/edtf-level-2/mutations", test_mutations);
  g_test_add_func ("/model/edtf-level-2/members", test_members);

  return g_test_run ();
}
