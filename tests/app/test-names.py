#!/usr/bin/env python3
# test-names.py
#
# Names by keys alone in the real program: marking one, somebody new of another
# kind, a proposal across spellings, all mentions of a name with its tick list,
# what is left alone, undo, and merging two that are one. Prints TAP.
# Usage: test-names.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys

from desk import (Program, Window, caret, caret_to, equal, into_text, is_focused, picture, press, run_steps,
                  selection, wait)

PROJECT = 'names.rapporteur'

CALL = (
    'Chiefs of two coasts talk by telephone\n\n'
    'PORT ARDEN, 8 November 2022. The chief of staff of Westmark spoke with the defence minister of Eastholm by '
    'telephone. General Ilan Ghadiri said that the two armies would train together from next spring.\n\n'
    'Minister Sera Quill denied that a day had been fixed. Ghadiri did not answer. Oleg Ghadiri, a namesake, kept '
    'silent on it.\n')
VISIT = (
    'Eastholm waits for officers from Westmark\n\n'
    'QUILLHAVEN, 9 November 2022. A delegation of officers may arrive in Eastholm before the summer, a spokesman said '
    'on Wednesday. The officer Qadiri would lead it. As for Ilan Ghadiri, he stays at home, it was said.\n')

program = Program(sys.argv[1])
window = None
text = None
kept = {}


def state():
    return program.state(PROJECT)


def mentions():
    """What is marked, and as whom, in order of quote."""
    found = state()
    names = {entity['id']: entity['name'] for entity in found['entities']}
    return sorted((mention['anchor']['exact'], names[mention['entity']]) for mention in found['mentions'])


def history():
    return [entry['label'] for entry in program.lines('history', PROJECT)]


def selected():
    ends = selection(text)
    return kept['text'][slice(*ends)].strip() if ends else ''


def select(words, times=1):
    """The words from the caret on, by keys."""
    place = -1
    for _ in range(times):
        place = kept['text'].index(words, place + 1)
    caret_to(text, place)
    if caret(text) > place:
        press('ctrl+Left')
        wait('the caret before the name', lambda: caret(text) == place)
    for _ in words.split():
        before = caret(text)
        press('ctrl+shift+Right')
        wait('the selection to grow', lambda: caret(text) != before)
    wait(f'the selection: {words}', lambda: selected() == words)


def show(article, words):
    global text
    press('ctrl+1')
    listed = wait('the article in the library', lambda: window.shows(article))
    del listed
    text = wait('the text', lambda: window.text_with(words))


# Steps

def makes_a_project():
    for name, page in (('call.txt', CALL), ('visit.txt', VISIT)):
        with open(os.path.join(program.folder, name), 'w', encoding='utf-8') as out:
            out.write(page)
    program.run('new', PROJECT, '--title', 'Names')
    program.run('import', PROJECT, 'call.txt', '--published', '2022-11-08')
    program.run('import', PROJECT, 'visit.txt', '--published', '2022-11-09')


def opens():
    global window, text
    window = Window(program, PROJECT)
    text = wait('the text of the article', lambda: window.text_with('General Ilan Ghadiri'))
    kept['text'] = next(article['text'] for article in state()['articles'] if 'telephone' in article['text'])


def marks_a_name():
    select('Ilan Ghadiri')
    press('e')
    wait('the question whose name it is', lambda: window.shows('New person “Ilan Ghadiri”'))
    picture('namer')
    press('Return')
    wait('the mention', lambda: mentions() == [('Ilan Ghadiri', 'Ilan Ghadiri')])


def makes_a_place_by_key():
    select('Eastholm')
    press('e')
    wait('the question whose name it is', lambda: window.shows('New person “Eastholm”'))
    press('alt+p')
    wait('the place', lambda: ('Eastholm', 'Eastholm') in mentions())
    equal([entity['kind'] for entity in state()['entities'] if entity['name'] == 'Eastholm'], ['place'])


def proposes_who_is_meant():
    select('Ghadiri', 2)
    press('e')
    wait('the proposal with its reason', lambda: window.shows('surname only, without “Ilan”'))
    press('Return')
    wait('the mention', lambda: ('Ghadiri', 'Ilan Ghadiri') in mentions())
    equal([name['name'] for entity in state()['entities'] for name in entity['names']], ['Ghadiri'])


def lists_all_places():
    kept['before'] = state()
    into_text(text)
    press('t')
    wait('the list', lambda: window.shows('Places of the name'))
    wait('what is offered', lambda: window.shows('Tag 1 Mention'))
    wait('the namesake', lambda: window.shows('perhaps a longer name: Oleg Ghadiri'))
    picture('sweep')
    equal(state(), kept['before'])


def leaves_by_escape():
    press('Escape')
    wait('the keyboard in the text', lambda: is_focused(window.text_with('Eastholm')))
    equal(state(), kept['before'])


def ticks_and_tags():
    press('t')
    wait('what is offered', lambda: window.shows('Tag 1 Mention'))
    press('space')
    wait('one tick more', lambda: window.shows('Tag 2 Mentions'))
    press('space')
    wait('one tick less', lambda: window.shows('Tag 1 Mention'))
    press('Return')
    wait('the mentions', lambda: len(mentions()) == 4)
    equal(history()[0], 'Tag 1 mention of Ilan Ghadiri')
    equal([who for quote, who in mentions() if 'Ghadiri' in quote], ['Ilan Ghadiri'] * 3)


def takes_it_back_as_one():
    press('ctrl+z')
    wait('all to be as before', lambda: state()['mentions'] == kept['before']['mentions'])
    press('ctrl+shift+z')
    wait('the mentions to be there again', lambda: len(mentions()) == 4)


def ends():
    press('ctrl+w')
    window.wait_for_end()


STEPS = [
    makes_a_project, opens, marks_a_name, makes_a_place_by_key, proposes_who_is_meant, lists_all_places, leaves_by_escape,
    ticks_and_tags, takes_it_back_as_one, ends,
]

sys.exit(run_steps(program, '/app/names', STEPS))
