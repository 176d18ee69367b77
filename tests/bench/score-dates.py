#!/usr/bin/python3
# score-dates.py
#
# How well dates in running text are found and read, against documents that
# people have annotated with TIMEX3 (TimeML, *.tml):
#
#   score-dates.py PROGRAM FOLDER [-v]
#
# Counted are days, months, quarters and years. Annotations of other kinds (weeks,
# decades, seasons, durations, sets, times of the day, "now") are taken out of both
# sides: whoever finds exactly such a span neither wins nor loses. A span is
# right when both its ends are; a value when the span is and the date means the same. What
# is known for a part of the annotated time ("early December", there a December with a
# modifier) is right when it lies within. Prints JSON; -v also what was missed or wrong.
#
# SPDX-License-Identifier: GPL-3.0-or-later
import calendar
import glob
import html
import json
import os
import re
import subprocess
import sys
import tempfile

TAG = re.compile(r'<(/?)(\w+)([^>]*)>')
COUNTED = re.compile(r'^\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?$')
PART_RULES = ('part', 'earlier-this', 'later-this')


def read(path):
    """The text, when it was written, and [start, end, type, value] of each annotation."""
    source = open(path, encoding='utf-8').read()
    created = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.S)
    body = re.search(r'<TEXT>(.*?)</TEXT>', source, re.S).group(1)
    text, spans, stack, at = '', [], [], 0
    for tag in TAG.finditer(body):
        text += html.unescape(body[at:tag.start()])
        at = tag.end()
        if tag.group(2) != 'TIMEX3':
            continue
        if tag.group(1):
            spans.append([stack[-1][0], len(text)] + stack.pop()[1:])
        else:
            attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag.group(3)))
            stack.append([len(text), attributes.get('type'), attributes.get('value', '')])
    return text + html.unescape(body[at:]), created.group(1) if created else None, spans


def hull(value):
    """First and last day of a counted value."""
    year = int(value[:4])
    if 'Q' in value:
        first, last = int(value[-1]) * 3 - 2, int(value[-1]) * 3
    elif len(value) == 4:
        first, last = 1, 12
    elif len(value) == 7:
        first = last = int(value[5:])
    else:
        return value, value
    return (f'{year:04}-{first:02}-01',
            f'{year:04}-{last:02}-{calendar.monthrange(year, last)[1]:02}')


def find(program, text, created):
    with tempfile.NamedTemporaryFile('w', suffix='.txt', encoding='utf-8', delete=False) as file:
        file.write(text)
    try:
        command = [program, 'dates', '--json', '--language', 'en-US', file.name]
        if created:
            command[2:2] = ['--published', created]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    finally:
        os.unlink(file.name)
    return [json.loads(line) for line in out.splitlines()]


def is_counted(hit):
    """Whether what was found is a day, month, quarter or year, or a part of one."""
    edtf = re.sub('[?~%]', '', hit.get('edtf') or '')
    return (re.fullmatch(r'\d{4}(-\d\d(-\d\d)?)?', edtf) is not None and not re.search(r'-2[1-4]$', edtf)
            or hit.get('edtf') is None or any(part in hit['rule'] for part in PART_RULES))


def is_right(hit, value):
    first, last = hull(value)
    if hit.get('edtf') is None:
        return False
    if any(part in hit['rule'] for part in PART_RULES):
        return first <= hit['earliest'] and hit['latest'] <= last
    return (hit['earliest'], hit['latest']) == (first, last)


def f1(right, found, wanted):
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return dict(precision=round(precision, 3), recall=round(recall, 3),
                f1=round(2 * precision * recall / max(precision + recall, 1e-9), 3))


def main():
    program, folder = sys.argv[1:3]
    verbose = '-v' in sys.argv
    wanted = found = spans_right = values_right = words = 0
    paths = sorted(glob.glob(os.path.join(folder, '**', '*.tml'), recursive=True))
    for path in paths:
        text, created, spans = read(path)
        gold = {(s, e): v for s, e, kind, v in spans if kind == 'DATE' and COUNTED.match(v)}
        others = {(s, e) for s, e, kind, v in spans} - set(gold)
        hits = [h for h in find(program, text, created)
                if (h['start'], h['end']) in gold or (h['start'], h['end']) not in others and is_counted(h)]
        words += len(text.split())
        wanted += len(gold)
        found += len(hits)
        for hit in hits:
            value = gold.pop((hit['start'], hit['end']), None)
            spans_right += value is not None
            right = value is not None and is_right(hit, value)
            values_right += right
            if verbose and not right:
                print(f'{os.path.basename(path)}: {hit["text"]!r} {hit.get("edtf")} ({hit["rule"]}), wanted {value}')
        for (start, end), value in gold.items():
            if verbose:
                print(f'{os.path.basename(path)}: missed {text[start:end]!r} {value}')
    print(json.dumps(dict(documents=len(paths), words=words, annotated=wanted, found=found,
                          span=f1(spans_right, found, wanted), value=f1(values_right, found, wanted))))


main()
