#!/usr/bin/env python3
# test-cli-dates.py
#
# The commands date and dates from outside, with the tools of test-cli.py beside
# it. Prints TAP.
# Usage: test-cli-dates.py PROGRAM SOURCE-ROOT
#
# SPDX-License-Identifier: GPL-3.0-or-later

import importlib.util
import os
import sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location('cli', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'test-cli.py'))
cli = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cli)

DATES = [
    # text, valid, earliest, latest, precision, approximate, uncertain
    ('2017-07-24', True, '2017-07-24', '2017-07-24', 'day', False, False),
    ('2017-07', True, '2017-07-01', '2017-07-31', 'month', False, False),
    ('2020-02', True, '2020-02-01', '2020-02-29', 'month', False, False),
    ('2015', True, '2015-01-01', '2015-12-31', 'year', False, False),
    ('2015?', True, '2015-01-01', '2015-12-31', 'year', False, True),
    ('2015~', True, '2015-01-01', '2015-12-31', 'year', True, False),
    ('2015%', True, '2015-01-01', '2015-12-31', 'year', True, True),
    ('2020-11-15/2020-11-17', True, '2020-11-15', '2020-11-17', None, False, False),
    ('2024/..', True, '2024-01-01', None, None, False, False),
    ('../2024', True, None, '2024-12-31', None, False, False),
    ('2004-06-~11', True, '2004-06-11', '2004-06-11', 'day', True, False),
    ('[1667,1668,1670..1672]', True, '1667-01-01', '1672-12-31', 'year', False, False),
    ('[..1760-12-03]', True, None, '1760-12-03', 'day', False, False),
    ('{1960,1961-12}', True, '1960-01-01', '1961-12-31', 'year', False, False),
    ('2017-33', True, '2017-01-01', '2017-03-31', 'quarter', False, False),
    ('1950S2', True, '1900-01-01', '1999-12-31', 'century', False, False),
    ('Y-17E7', True, '-170000000-01-01', '-170000000-12-31', 'year', False, False),
    ('2017-13', False, None, None, None, False, False),
    ('on Monday', False, None, None, None, False, False),
    ('', False, None, None, None, False, False),
]
DATE_KEYS = ['input', 'valid', 'edtf', 'earliest', 'latest', 'precision', 'approximate', 'uncertain', 'error']


WORDS = [
    ('2017-07?', 'some day in July 2017, uncertain'),
    ('2004-06-~11', '11 June 2004, approximately'),
    ('199X', 'in the 1990s'),
    ('2017-21', 'some day in spring 2017'),
    ('2017-33', 'some day in the first quarter of 2017'),
    ('2020-11-15T10:30:00Z', '15 November 2020, 10:30'),
    ('2020-11-14/2020-12', 'from 14 November 2020 to December 2020'),
    ('-0043-03-15/..', 'from 15 March 44 BCE, open end'),
    ('../..', 'at an unknown time'),
    ('[2017-07-01..2017-07-10]', 'some day between 1 July 2017 and 10 July 2017'),
    ('[..2015]', '2015 or before'),
    ('[2015,2017-05..]', 'one of these: 2015, May 2017 or after'),
    ('{2015,2017-05..2018}', 'all of these: 2015, May 2017 to 2018'),
]


def check_date(answer, row):
    text, valid, earliest, latest, precision, approximate, uncertain = row
    cli.equal(list(answer), DATE_KEYS)
    cli.equal((answer['input'], answer['valid'], answer['edtf']), (text, valid, text if valid else None))
    cli.equal((text, answer['earliest'], answer['latest']), (text, earliest, latest))
    cli.equal((text, answer['approximate'], answer['uncertain']), (text, approximate, uncertain))
    cli.equal((text, answer['error'] is None), (text, valid))
    if precision is not None or not valid:
        cli.equal((text, answer['precision']), (text, precision))


def test_date(box):
    for row in DATES:
        result = box.run('date', '--edtf', '--json', row[0])
        cli.equal(result.status, 0 if row[1] else 1)
        check_date(result.json(), row)
    result = box.run('date', '--edtf', '--json', '-', stdin=''.join(row[0] + '\n' for row in DATES))
    cli.equal(result.status, 0)
    for answer, row in zip(result.lines(), DATES, strict=True):
        check_date(answer, row)
    cli.matches(box.good('date', '--edtf', '2017-07').out, '2017-07-01 +2017-07-31 +edtf +some day in July 2017')
    for edtf, words in WORDS:
        cli.matches(box.good('date', '--edtf', '--', edtf).out, ' ' + words + r'\n$')
    fails_with_head = box.run('date', '2017-13')
    cli.equal(fails_with_head.status, 1)
    cli.matches(fails_with_head.err, '^rapporteur: 2017-13: ')
    cli.equal(box.run('date', '--json', b'\xff').json()['valid'], False)
    cli.equal([line['valid'] for line in box.run('date', '-', stdin='2017\nnever\n').lines()], [True, False])


PHRASES = [
    # on 15 November 2020, a Sunday: phrase, EDTF, earliest, latest
    ('on Monday', '2020-11-09', '2020-11-09', '2020-11-09'),
    ('last month', '2020-10', '2020-10-01', '2020-10-31'),
    ('early July 2017', '[2017-07-01~..2017-07-10~]', '2017-07-01', '2017-07-10'),
    ('mid-2018', '2018-38~', '2018-05-01', '2018-08-31'),
    ('the 1990s', '199X', '1990-01-01', '1999-12-31'),
    ('Q3 2020', '2020-35', '2020-07-01', '2020-09-30'),
    ('since 2015', '2015/..', '2015-01-01', None),
    ('13 Aban 1401', '2022-11-04', '2022-11-04', '2022-11-04'),
    ('2017-07', '2017-07', '2017-07-01', '2017-07-31'),
]


REFUSED_PHRASES = [
    (['last month'], 'last month: .*day of publication'),
    (['--edtf', '--from', '2020-11-15', 'last month'], 'last month: '),
    (['11/12/2020'], '11/12/2020: .*day and month'),
]


def test_date_phrases(box):
    for phrase, edtf, earliest, latest in PHRASES:
        answer = box.good('date', '--from', '2020-11-15', '--json', phrase).json()
        cli.equal(list(answer), DATE_KEYS)
        cli.equal((answer['input'], answer['valid'], answer['error']), (phrase, True, None))
        cli.equal((phrase, answer['edtf'], answer['earliest'], answer['latest']), (phrase, edtf, earliest, latest))
    lines = box.run('date', '--from', '2020-11-15', '-', stdin=''.join(row[0] + '\n' for row in PHRASES)).lines()
    cli.equal([line['edtf'] for line in lines], [row[1] for row in PHRASES])
    for arguments, pattern in REFUSED_PHRASES:
        refused = box.run('date', *arguments)
        cli.equal(refused.status, 1)
        cli.matches(refused.err, '^rapporteur: ' + pattern)
    cli.matches(box.good('date', '--from', '2020-11-15', 'last month').out, '2020-10 .*last-unit, from publication')


DATED_TEXT = 'دیدار: officials said on Monday that talks\nin early July 2017 failed. Two days ago, 2,015 people came.\n'
DATES_FOUND = [
    # start, end, text, edtf, earliest, latest, rule
    (25, 31, 'Monday', '2020-11-09', '2020-11-09', '2020-11-09', 'weekday'),
    (46, 61, 'early July 2017', '[2017-07-01~..2017-07-10~]', '2017-07-01', '2017-07-10', 'month-part'),
    (70, 82, 'Two days ago', '2020-11-13', '2020-11-13', '2020-11-13', 'ago'),
]


def test_dates(box):
    box.write('news.txt', DATED_TEXT)
    lines = box.good('dates', 'news.txt', '--published', '2020-11-15', '--json').lines()
    cli.equal([list(line) for line in lines], [['start', 'end', 'text', 'edtf', 'earliest', 'latest', 'rule']] * 3)
    cli.equal([tuple(line.values()) for line in lines], DATES_FOUND)
    cli.equal(box.run('dates', '-', '--published', '2020-11-15', '--json', stdin=DATED_TEXT).lines(), lines)
    unanchored = box.good('dates', 'news.txt', '--json').lines()
    cli.equal([line['edtf'] for line in unanchored], [None, DATES_FOUND[1][3], None])
    cli.matches(box.good('dates', 'news.txt', '--published', '2020-11-15').out, 'Monday +2020-11-09 +weekday')
    cli.equal(box.run('dates', '-', '--json', stdin='Nothing here.').out, '')
    american = box.good('dates', '-', '--language', 'en-US', '--json', stdin='on 11/12/2020').json()
    cli.equal(american['edtf'], '2020-11-12')
    cli.fails(box.run('dates', 'none.txt'), 1, 'none.txt: ')
    box.write('bytes.txt', b'\xff\xfe')
    cli.fails(box.run('dates', 'bytes.txt'), 1, 'bytes.txt: .*UTF-8')


if __name__ == '__main__':
    sys.exit(cli.main(globals()))
