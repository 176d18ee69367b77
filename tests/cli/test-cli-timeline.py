#!/usr/bin/env python3
# test-cli-timeline.py
#
# The timeline as pictures and as iCalendar from outside, with the tools of
# test-cli.py beside it. Prints TAP.
# Usage: test-cli-timeline.py PROGRAM SOURCE-ROOT
#
# SPDX-License-Identifier: GPL-3.0-or-later

import importlib.util
import os
import re
import sys
import xml.etree.ElementTree as ET

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location('cli', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'test-cli.py'))
cli = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cli)

SVG = '{http://www.w3.org/2000/svg}'
VIEWS = ('axis', 'month', 'week', 'year')
STARTS = {'svg': b'<?xml version="1.0"', 'png': b'\x89PNG\r\n', 'pdf': b'%PDF-1.', 'ics': b'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'}


def groups(svg):
    """The id and the title of each group."""
    root = ET.fromstring(svg)
    found = [(group.get('id'), group.find(SVG + 'title').text) for group in root.iter(SVG + 'g')]
    cli.equal(root.find(SVG + 'title').text, 'Sample: two neighbours talk defence')
    cli.equal(len({name for name, _ in found}), len(found))
    return found


def texts(svg):
    return [text.text for text in ET.fromstring(svg).iter(SVG + 'text')]


def test_files(box):
    """Each format, in one go; without a display, and the same bytes every time."""
    box.sample('p.rapporteur')
    for view in VIEWS:
        first = []
        for turn in ('a', 'b'):
            names = ['%s-%s.%s' % (view, turn, kind) for kind in STARTS]
            options = [word for kind, name in zip(STARTS, names) for word in ('--' + kind, name)]
            cli.equal(box.good('timeline', 'p.rapporteur', '--view', view, '--from', '2020', '--to', '2022', *options).out, '')
            first.append([box.read(name) for name in names])
        cli.equal([one == two for one, two in zip(*first)], [True] * 4)
        cli.equal([data.startswith(start) for data, start in zip(first[0], STARTS.values())], [True] * 4)
    cli.equal(box.good('timeline', 'p.rapporteur', '--svg', '-').out.startswith('<?xml'), True)
    lines = box.good('timeline', 'p.rapporteur', '--json', '--svg', 'a.svg').lines()
    cli.equal(len(lines), 20)


def test_svg(box):
    """Everything that the timeline lists has a group or is counted in one."""
    box.sample('p.rapporteur')
    events = box.good('timeline', 'p.rapporteur', '--json').lines()
    for lanes in ('participant', 'outlet', 'place', 'none'):
        box.good('timeline', 'p.rapporteur', '--svg', 'a.svg', '--lanes', lanes)
        found = groups(box.read('a.svg'))
        named = {re.sub(r'^((?:meeting|article)-.{36}).*', r'\1', name) for name, _ in found}
        for event in events:
            if event['kind'] == 'meeting' and event['when'] is None:
                cli.equal('meeting-' + event['id'] in named, True)
        cli.equal([name for name, _ in found][-4:-2], ['legend-1', 'caption-1'])
        counts = texts(box.read('a.svg'))
        cli.equal('Meetings and articles drawn: 18 · without a date, listed as such: 2' in counts, True)
    # in one lane each stands once, alone or in a run that counts it
    alone = [name for name, _ in found if name.startswith(('meeting-', 'article-'))]
    together = [int(title.split()[0]) for name, title in found if name.startswith('run-')]
    cli.equal(len(alone) + sum(together), len(events))
    box.good('timeline', 'p.rapporteur', '--svg', 'a.svg', '--from', '2017', '--to', '2018')
    found = groups(box.read('a.svg'))
    title = dict(found)['meeting-' + [event for event in events if event['when'] == '2017-07'][0]['id']]
    cli.equal(title, 'Signing of the agreement on military cooperation\nsome day in July 2017\ncontested')


def test_range(box):
    box.sample('p.rapporteur')
    box.good('timeline', 'p.rapporteur', '--svg', 'a.svg', '--from', '2022-11', '--to', '2022-11', '--view', 'month')
    words = texts(box.read('a.svg'))
    cli.equal('November 2022' in words, True)
    cli.equal([word for word in words if re.fullmatch(r'[A-Z][a-z]+ \d{4}', word)], ['November 2022'])
    cli.equal('Sample: two neighbours talk defence · From 2022-11-01 to 2022-11-30 · Gregorian calendar' in words, True)
    box.good('timeline', 'p.rapporteur', '--svg', 'a.svg', '--calendar', 'solar-hijri')
    words = texts(box.read('a.svg'))
    cli.equal([year in words for year in ('1396', '1401', '2021')], [True] * 3)
    cli.fails(box.run('timeline', 'p.rapporteur', '--svg', 'b.svg', '--from', '2022', '--to', '2020'), 1, 'b.svg: ')
    cli.equal(os.path.exists(box.path('b.svg')), False)


def unfold(data):
    lines = data.split(b'\r\n')
    cli.equal((lines.pop(), [line for line in lines if len(line) > 75 or b'\n' in line]), (b'', []))
    return data.replace(b'\r\n ', b'').decode('utf-8').split('\r\n')[:-1]


def calendar_objects(lines):
    """Each object by its UID, as the lines that may occur once in it."""
    found = {}
    for line in lines:
        name, _, value = line.partition(':')
        if name == 'BEGIN':
            current = {'BEGIN': value}
        else:
            cli.equal(name in current and name != 'END', False)
            current[name] = value
        if name == 'UID':
            found[value] = current
    return found


WHEN = [
    # EDTF, status: kind of object, first day, the day after the last, status
    ('2017-07-05', 'held', 'VEVENT', '20170705', '20170706', 'CONFIRMED'),
    ('2017-07', 'planned', 'VEVENT', '20170701', '20170801', 'TENTATIVE'),
    ('2017~', 'cancelled', 'VEVENT', '20170101', '20180101', 'CANCELLED'),
    ('2020-11-13/..', 'reported_only', 'VEVENT', '20201113', None, 'TENTATIVE'),
    ('../2020-11', 'held', 'VEVENT', '20201101', '20201201', 'CONFIRMED'),
    ('-0043-03-15', 'held', 'VJOURNAL', None, None, None),
    ('Y170000002', 'cancelled', 'VJOURNAL', None, None, 'CANCELLED'),
    (None, 'held', 'VJOURNAL', None, None, None),
]


def test_calendar(box):
    box.good('new', 'p.rapporteur', '--title', 'Talks; and, more')
    ids = ['%08d-0000-4000-8000-000000000000' % number for number in range(len(WHEN))]
    title = 'Défense, ' + 'très ' * 40 + 'long; \\ and\nso on'
    meetings = [{'id': key, 'title': title, 'when': case[0], 'status': case[1], 'modified': '2024-05-06T08:17:00Z'}
                for key, case in zip(ids, WHEN)]
    box.write('m.json', cli.as_bytes({'meetings': meetings}))
    box.good('apply', 'p.rapporteur', 'm.json')
    box.good('timeline', 'p.rapporteur', '--ics', 'a.ics')
    lines = unfold(box.read('a.ics'))
    cli.equal(lines[:2] + lines[3:5], ['BEGIN:VCALENDAR', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Talks\\; and\\, more'])
    cli.matches(lines[2], '^PRODID:-//Rapporteur//')
    found = calendar_objects(lines)
    for key, (when, _, kind, first, last, status) in zip(ids, WHEN):
        item = found[key]
        cli.equal([item['BEGIN'], item.get('DTSTART;VALUE=DATE'), item.get('DTEND;VALUE=DATE'), item.get('STATUS'),
                   item.get('X-RAPPORTEUR-EDTF'), item['DTSTAMP']], [kind, first, last, status, when, '20240506T081700Z'])
        cli.equal(item['SUMMARY'], title.replace('\\', '\\\\').replace(';', '\\;').replace(',', '\\,').replace('\n', '\\n'))
        cli.equal(item.get('TRANSP'), 'TRANSPARENT' if kind == 'VEVENT' else None)
    cli.equal([line for line in lines if 'ATTENDEE' in line], [])
    box.good('timeline', 'p.rapporteur', '--ics', 'a.ics', '--from', '2018')
    cli.equal(sorted(calendar_objects(unfold(box.read('a.ics')))), [ids[3], ids[4], ids[6]])


def test_bad(box):
    box.sample('p.rapporteur')
    os.mkdir(box.path('folder'))
    for target in ('folder', 'none/a.svg', '/dev/full'):
        cli.fails(box.run('timeline', 'p.rapporteur', '--svg', target), 1, re.escape(target) + ': ')
    for option, value in (('--view', 'sky'), ('--calendar', 'moon'), ('--view', 'month')):
        cli.fails(box.run('timeline', 'p.rapporteur', option, value), 2, option)
    cli.fails(box.run('timeline', 'p.rapporteur', '--ics', 'a.ics', '--view', 'month'), 2, '--view')
    box.good('new', 'empty.rapporteur')
    for view in VIEWS:
        box.good('timeline', 'empty.rapporteur', '--view', view, '--svg', 'a.svg', '--png', 'a.png', '--pdf', 'a.pdf')
        cli.equal('Nothing here has a date' in texts(box.read('a.svg')), True)


if __name__ == '__main__':
    sys.exit(cli.main(globals()))
