#!/usr/bin/env python3
# test-first-day.py
#
# An analyst's first day in the real program: two saved pages, the caret in the
# text, claims, a meeting, a mention, a relation, undo, a crash, and the data
# handed on. The hands are keys and pointer, the truth is what the command line
# reads from the file beside the open window. Prints TAP.
# Usage: test-first-day.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import sys

from desk import (EDITABLE, Program, Window, caret_to, equal, into_text, is_focused, place_in_window,
                  press, read, run_steps, selection, wait, write, xdotool)

PROJECT = 'day.rapporteur'

CALL = (
    'Chiefs of two coasts talk by telephone\n\n'
    'PORT ARDEN, 8 November 2022. The chief of staff of Westmark spoke with the new defence minister of Eastholm by '
    'telephone on Monday. General Ilan Torvik said that the two armies would train together from next spring.\n\n'
    'Minister Sera Quill denied that a day for the exercise had been fixed. She added that her government was ready to '
    'receive a delegation of officers.\n')
VISIT = (
    'Eastholm waits for officers from Westmark\n\n'
    'QUILLHAVEN, 9 November 2022. A delegation of officers may arrive in Eastholm before the summer, a spokesman said '
    'on Wednesday. Both sides have yet to name the members.\n\n'
    'The last delegation came in July 2017 and stayed for three days.\n')

TRAINING = 'General Ilan Torvik said that the two armies would train together from next spring.'
DENIAL = 'Minister Sera Quill denied that a day for the exercise had been fixed.'
PHONED = ('The chief of staff of Westmark spoke with the new defence minister of Eastholm by telephone on Monday.')

program = Program(sys.argv[1])
window = None
text = None
kept = {}


def claims():
    return program.lines('list', 'claims', PROJECT)


def meetings():
    return program.lines('list', 'meetings', PROJECT)


def state():
    return program.state(PROJECT)


def open_window():
    global window, text
    window = Window(program, PROJECT)
    text = wait('the text of the article', lambda: window.text_with('General Ilan Torvik'))
    kept['text'] = next(article['text'] for article in state()['articles'] if TRAINING in article['text'])


def selected():
    """The passage, from the article as it is stored: lines that are folded count, and the bus does not tell them."""
    ends = selection(text)
    return kept['text'][slice(*ends)].strip() if ends else ''


def select_sentence(sentence):
    caret_to(text, kept['text'].index(sentence) + 1)
    press('s')
    wait(f'the sentence to be selected: {sentence}', lambda: selected() == sentence)


def focused_editor():
    """What is being typed into, once the keyboard has left the text."""
    node = window.focused()
    return node if node is not None and node.get_text_iface() is not None and not is_focused(text) else None


def say(words, readable=True):
    """Types into the field that has the keyboard. GTK does not tell the bus what is in a one-line entry."""
    editor = wait('a field with the keyboard', focused_editor)
    press('ctrl+a')
    write(words)
    if readable:
        wait('what was typed to be there', lambda: read(editor) == words)


def go_on(key):
    """Presses the key and waits until another field has the keyboard."""
    before = wait('a field with the keyboard', focused_editor)
    press(key)
    wait(f'another field after {key}', lambda: focused_editor() not in (None, before))


# Steps

def makes_a_project():
    for name, page in (('call.txt', CALL), ('visit.txt', VISIT)):
        with open(os.path.join(program.folder, name), 'w', encoding='utf-8') as out:
            out.write(page)
    program.run('new', PROJECT, '--title', 'First day')
    program.run('import', PROJECT, 'call.txt', '--outlet', 'Coast Gazette', '--published', '2022-11-08')
    program.run('import', PROJECT, 'visit.txt', '--outlet', 'Harbour Post', '--published', '2022-11-09')
    equal(sorted(article['published'] for article in program.lines('list', 'articles', PROJECT)),
          ['2022-11-08', '2022-11-09'])


def opens():
    open_window()
    wait('both articles in the library', lambda: window.shows('Eastholm waits for officers'))


def takes_a_click():
    extents = place_in_window(text)
    origin = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', window.id).split())
    xdotool('mousemove', '--sync', int(origin['X']) + extents.x + extents.width // 2,
            int(origin['Y']) + extents.y + min(extents.height // 2, 200))
    xdotool('click', 1)
    wait('the keyboard in the text after a click', lambda: is_focused(text))


def tags_a_claim():
    select_sentence(TRAINING)
    press('c')
    wait('a claim in the file', lambda: len(claims()) == 1)
    say('The two armies will train together from spring 2023.')
    press('Escape')
    wait('the proposition in the file', lambda: claims()[0]['proposition'].startswith('The two armies will'))
    claim = claims()[0]
    equal([claim['content']['exact'], claim['certainty'], claim['polarity'], claim['proposition']],
          [TRAINING, 'CT', '+', 'The two armies will train together from spring 2023.'])
    equal(kept['text'][slice(*claim['content']['ranges'][0])], TRAINING)


def returns_to_the_text():
    wait('the keyboard back in the text after Escape', lambda: is_focused(text))


def tags_a_denial():
    select_sentence(DENIAL)
    press('c')
    wait('a second claim in the file', lambda: len(claims()) == 2)
    say('A day for the exercise has been fixed.')
    press('Tab')
    wait('the proposition in the file', lambda: any(c['proposition'].startswith('A day') for c in claims()))
    set_polarity('-')
    press('Escape')
    claim = next(c for c in claims() if c['proposition'].startswith('A day'))
    equal([claim['content']['exact'], claim['certainty']], [DENIAL, 'CT'])


def set_polarity(sign):
    """Tab until the keyboard is on the pad of certainty and polarity, then the sign."""
    for _ in range(12):
        press('minus' if sign == '-' else 'plus')
        try:
            wait('the polarity in the file',
                 lambda: any(c['polarity'] == sign for c in claims() if c['proposition'].startswith('A day')), 1)
            return
        except AssertionError:
            press('Tab')
    raise AssertionError('no field of the claim takes a polarity')


def links_a_meeting():
    select_sentence(PHONED)
    press('m')
    wait('the chooser of meetings', lambda: window.shows('Which meeting does the passage speak of?'))
    say('Telephone call of the chiefs', readable=False)
    wait('the offer of a new meeting', lambda: window.shows('New meeting “Telephone call of the chiefs”…'))
    go_on('Return')  # the title is taken over, the date is next
    say('2022-11-07', readable=False)
    wait('the date in words', lambda: window.shows('7 November 2022'))
    press('Return')
    wait('a meeting in the file', lambda: len(meetings()) == 1)
    equal([meetings()[0]['title'], meetings()[0]['when']], ['Telephone call of the chiefs', '2022-11-07'])
    evidence = state()['evidence']
    equal([(e['anchor']['exact'], e['meeting'], e['aspect']) for e in evidence],
          [(PHONED, meetings()[0]['id'], 'occurrence')])


def marks_a_name():
    caret_to(text, kept['text'].index('Torvik') + 1)
    press('w')
    wait('the word to be selected', lambda: selected() == 'Torvik')
    press('e')
    wait('the chooser of names', lambda: window.shows('Whose name is this?'))
    say('Ilan Torvik', readable=False)
    wait('the offer of a new person', lambda: window.shows('New person “Ilan Torvik”'))
    press('Return')
    wait('a mention in the file', lambda: len(state()['mentions']) == 1)
    found = state()
    people = {entity['id']: entity for entity in found['entities']}
    mention = found['mentions'][0]
    equal([mention['anchor']['exact'], people[mention['entity']]['name'], people[mention['entity']]['kind']],
          ['Torvik', 'Ilan Torvik', 'person'])


def takes_back_and_does_again():
    into_text(text)
    kept['with mention'] = state()
    press('ctrl+z')
    wait('the mention to be taken back', lambda: state()['mentions'] == [])
    press('ctrl+z')
    wait('the meeting to be taken back', lambda: meetings() == [])
    equal(state()['evidence'], [])
    press('ctrl+shift+z', 'ctrl+shift+z')
    wait('everything to be there again', lambda: state() == kept['with mention'])


def relates_two_claims():
    into_text(text)
    press('ctrl+Home')
    choose_claim('The two armies')
    press('r')
    wait('the chooser of claims', focused_editor)
    write('A day for')
    wait('the other claim among those offered', lambda: window.shows('A day for the exercise has been fixed.'))
    press('alt+3')
    press('Return')
    wait('a relation in the file', lambda: len(state()['relations']) == 1)
    found = {claim['id']: claim['proposition'] for claim in claims()}
    relation = state()['relations'][0]
    equal([relation['kind'], found[relation['from']][:14], found[relation['to']][:9]],
          ['contradicts', 'The two armies', 'A day for'])


def choose_claim(words):
    """N from annotation to annotation, until the form shows the claim."""
    for _ in range(8):
        press('n')
        try:
            wait('the claim in the form', lambda: window.find(
                lambda node: node.get_text_iface() is not None and read(node).startswith(words)
                and node.get_state_set().contains(EDITABLE)), 1.5)
            return
        except AssertionError:
            continue
    raise AssertionError(f'N never comes to the claim “{words}”')


def survives_a_crash():
    kept['bytes'] = program.run('export', PROJECT, '--format', 'json', '-o', '-')
    window.kill()
    window.log.close()
    equal(json.loads(program.run('check', PROJECT, '--json'))['problems'], [])
    open_window()
    equal(program.run('export', PROJECT, '--format', 'json', '-o', '-'), kept['bytes'])


def remembers_how_to_undo():
    into_text(text)
    press('ctrl+z')
    wait('the relation of yesterday to be taken back', lambda: state()['relations'] == [])
    press('ctrl+shift+z')
    wait('the relation to be there again', lambda: len(state()['relations']) == 1)


def ends():
    press('ctrl+w')
    window.wait_for_end()


def hands_on_what_is_there():
    program.run('export', PROJECT, '--format', 'json', '-o', 'out.json')
    program.run('validate', 'out.json')
    with open(os.path.join(program.folder, 'out.json'), encoding='utf-8') as file:
        document = json.load(file)
    for kind in ('articles', 'claims', 'meetings', 'entities', 'codes'):
        listed = program.lines('list', kind, PROJECT)
        equal(sorted(listed, key=lambda o: o['id']), sorted(document[kind], key=lambda o: o['id']))
    program.run('new', 'copy.rapporteur', '--title', 'First day')
    program.run('import', 'copy.rapporteur', 'out.json')
    equal(program.run('export', 'copy.rapporteur', '--format', 'json', '-o', '-'),
          program.run('export', PROJECT, '--format', 'json', '-o', '-'))


STEPS = [
    makes_a_project, opens, takes_a_click, tags_a_claim, returns_to_the_text, tags_a_denial, links_a_meeting,
    marks_a_name, takes_back_and_does_again, relates_two_claims, survives_a_crash, remembers_how_to_undo, ends,
    hands_on_what_is_there,
]

sys.exit(run_steps(program, '/app/first-day', STEPS))
