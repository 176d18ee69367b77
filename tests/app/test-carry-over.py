#!/usr/bin/env python3
# test-carry-over.py
#
# Annotations of an older version by keys alone in the real program: the line
# above the newer version, the list with what was found and what was not,
# taking, leaving, placing by hand, carrying over, undo. Prints TAP.
# Usage: test-carry-over.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import sys

from desk import Program, Window, equal, is_focused, picture, press, run_steps, wait

PROJECT = 'versions.rapporteur'
GHADIRI = '11111111-1111-4111-8111-111111111111'

PAGE = ('<html><head><title>Chiefs of two coasts talk</title><link rel="canonical" href="https://example.org/talks">'
        '<meta property="article:published_time" content="2022-11-08"></head><body><article>'
        '<h1>Chiefs of two coasts talk</h1>{}</article></body></html>')
OLDER = ('<p>The chief of staff of Westmark spoke with the defence minister of Eastholm by telephone.</p>'
         '<p>General Ilan Ghadiri said that the two armies would train together from next spring, in the hills.</p>'
         '<p>Nobody asked the minister anything at all, although the press had come in great numbers.</p>')
NEWER = ('<p>This report was corrected on Wednesday after a reader had written.</p>'
         '<p>The chief of staff of Westmark spoke with the defence minister of Eastholm by telephone.</p>'
         '<p>General Ilan Ghadiri said that both armies might one day train together from next spring, in the hills.</p>'
         '<p>Rain fell on the coast for the whole of the week, and no ship left the harbour before Sunday.</p>')

program = Program(sys.argv[1])
window = None
kept = {}


def state():
    return program.state(PROJECT)


def history():
    return [entry['label'] for entry in program.lines('history', PROJECT)]


def carried():
    """What stands in the newer version."""
    found = state()
    newer = found['articles'][1]['id']
    return sorted([claim['content']['exact'] for claim in found['claims'] if claim['article'] == newer]
                  + [mention['anchor']['exact'] for mention in found['mentions'] if mention['article'] == newer])


def bring(name, paragraphs):
    with open(os.path.join(program.folder, name), 'w', encoding='utf-8') as out:
        out.write(PAGE.format(paragraphs))
    program.run('import', PROJECT, name)


# Steps

def makes_two_versions():
    program.run('new', PROJECT, '--title', 'Versions')
    bring('older.html', OLDER)
    older = state()['articles'][0]['id']
    document = {
        'format': 'rapporteur', 'version': 1,
        'entities': [{'id': GHADIRI, 'kind': 'person', 'name': 'Ilan Ghadiri'}],
        'claims': [
            {'article': older, 'content': {'exact': 'the two armies would train together from next spring'},
             'cue': {'exact': 'said'}, 'proposition': 'The armies will train together', 'speaker': GHADIRI},
            {'article': older, 'content': {'exact': 'Nobody asked the minister anything at all'},
             'proposition': 'The minister was not asked'}],
        'mentions': [{'article': older, 'anchor': {'exact': 'Ilan Ghadiri'}, 'entity': GHADIRI}],
    }
    with open(os.path.join(program.folder, 'marks.json'), 'w', encoding='utf-8') as out:
        json.dump(document, out)
    program.run('apply', PROJECT, 'marks.json')
    bring('newer.html', NEWER)
    equal(carried(), [])


def says_that_there_is_an_older_version():
    global window
    window = Window(program, PROJECT)
    press('ctrl+F9', 'ctrl+1')
    for _ in range(4):
        if window.text_with('corrected on Wednesday'):
            break
        press('Down')
    wait('the newer version', lambda: window.text_with('corrected on Wednesday'))
    wait('the line', lambda: window.shows('An older version of this article has 3 annotations that are not here.'))
    picture('bar')


def lists_what_was_found():
    kept['before'] = state()
    press('ctrl+2', 'alt+v')
    wait('the page', lambda: window.shows('Annotations of the older version'))
    wait('what was found', lambda: window.shows('1 found again, 0 probably, 1 to decide, 1 not found'))
    for words in ('Found Again', 'To Decide', 'Not Found', 'Mention of Ilan Ghadiri', 'Carry Over 1 Annotation'):
        wait(words, lambda words=words: window.shows(words))
    picture('page')
    equal(state(), kept['before'])


def takes_and_leaves():
    press('n')
    wait('nothing ticked', lambda: window.shows('Nothing Ticked'))
    press('y')
    wait('the doubtful one', lambda: window.shows('Carry Over 1 Annotation'))
    press('Home')
    press('space')
    wait('both', lambda: window.shows('Carry Over 2 Annotations'))
    equal(state(), kept['before'])


def carries_over():
    press('Return')
    wait('the copies', lambda: len(carried()) == 2)
    equal(carried(), ['Ilan Ghadiri', 'both armies might one day train together from next spring'])
    equal(history()[0], 'Carry over 2 annotations')
    claim = next(claim for claim in state()['claims'] if claim['content']['exact'].startswith('both'))
    equal([claim['cue']['exact'], claim['proposition'], claim['speaker']],
          ['said', 'The armies will train together', GHADIRI])
    equal(state()['articles'][1]['copied_from'], state()['articles'][0]['id'])
    equal(state()['claims'][:2], kept['before']['claims'])
    wait('the rest', lambda: window.shows('0 to decide, 1 not found, 2 here already'))


def places_by_hand():
    press('alt+p')
    wait('nothing without a passage', lambda: window.shows('Nothing Ticked'))
    press('ctrl+2')
    text = window.text_with('corrected on Wednesday')
    wait('the keyboard in the text', lambda: is_focused(text))
    press('ctrl+End', 's')
    press('alt+p')
    wait('the place', lambda: window.shows('placed by you'))
    wait('the tick', lambda: window.shows('Carry Over 1 Annotation'))
    picture('placed')
    press('alt+c')
    wait('the copy', lambda: len(carried()) == 3)
    equal([quote for quote in carried() if quote.startswith('Rain')],
          ['Rain fell on the coast for the whole of the week, and no ship left the harbour before Sunday.'])
    wait('the page to be left', lambda: not window.shows('Annotations of the older version'))


def takes_it_back():
    press('ctrl+z')
    wait('one step back', lambda: len(carried()) == 2)
    press('ctrl+z')
    wait('all to be as before', lambda: carried() == [])
    equal({key: value for key, value in state().items() if key != 'project'},
          {key: value for key, value in kept['before'].items() if key != 'project'})
    wait('the line again', lambda: window.shows('An older version of this article has 3 annotations'))


def ends():
    press('ctrl+w')
    window.wait_for_end()


STEPS = [makes_two_versions, says_that_there_is_an_older_version, lists_what_was_found, takes_and_leaves, carries_over,
         places_by_hand, takes_it_back, ends]

sys.exit(run_steps(program, '/app/carry-over', STEPS))
