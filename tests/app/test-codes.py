#!/usr/bin/env python3
# test-codes.py
#
# The codebook, codes on passages and claims, deletion with its question, and
# the history, in the real program: the hands are keys, the truth is what the
# command line reads from the file beside the open window. Prints TAP.
# Usage: test-codes.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import re
import subprocess
import sys

from desk import (Program, Window, caret_to, equal, into_text, is_focused, place_in_window, press,
                  run_steps, selection, soon, wait, write, xdotool)

PROJECT = 'codes.rapporteur'
PAGE = (
    'Two chiefs talk\n\n'
    'General Ilan Torvik offered help with training. He warned that the border would be closed. '
    'Minister Sera Quill denied the plan.\n')
OFFER = 'General Ilan Torvik offered help with training.'
WARNING = 'He warned that the border would be closed.'

program = Program(sys.argv[1])
window = None
text = None
kept = {}


def tree():
    """The paths of all codes but the one that was imported, in order."""
    codes = {code['id']: code for code in program.lines('list', 'codes', PROJECT)}

    def path(code):
        return (path(codes[code['parent']]) + '/' if code['parent'] else '') + code['name']

    return sorted(path(code) for code in codes.values() if code['key'] is None)


def codings():
    names = {code['id']: code['name'] for code in program.lines('list', 'codes', PROJECT)}
    return sorted((coding['anchor']['exact'], names[coding['code']]) for coding in program.state(PROJECT)['codings'])


def rows():
    """What the tree of codes shows: accessible names of its rows."""
    return [node.get_name() for node in window.walk()
            if not (node.get_name() or '').startswith('Zero') and re.search(r', \d+ passages?, \d+ claims?', node.get_name() or '')]


def select_sentence(sentence):
    caret_to(text, kept['text'].index(sentence) + 1)
    press('s')
    wait('the sentence to be selected', lambda: selection(text) is not None)


def into_codes():
    """The keyboard to the tree, on the row that is chosen."""
    press('ctrl+1')
    wait('the keyboard in the list of codes', lambda: window.focused() is not None and
         window.focused().get_role_name() in ('list item', 'table row', 'tree item', 'text', 'entry'))


# Steps

def opens():
    global window, text
    with open(os.path.join(program.folder, 'page.txt'), 'w', encoding='utf-8') as out:
        out.write(PAGE)
    program.run('new', PROJECT)
    with open(os.path.join(program.folder, 'book.json'), 'w', encoding='utf-8') as out:
        json.dump({'format': 'rapporteur', 'version': 1, 'codes': [{'name': 'Zero', 'key': '1'}]}, out)
    program.run('import', PROJECT, 'book.json')
    program.run('import', PROJECT, 'page.txt', '--outlet', 'Gazette', '--published', '2022-11-08')
    kept['text'] = program.lines('list', 'articles', PROJECT)[0]['text']
    window = Window(program, PROJECT)
    text = wait('the text of the article', lambda: window.text_with('General Ilan Torvik'))


def makes_codes():
    """The page of codes by the pointer once; then Insert, the name, Enter."""
    tab = wait('the tab of the codes', lambda: window.find(
        lambda node: node.get_name() == 'Codes' and node.get_role_name() in ('toggle button', 'page tab', 'radio button')))
    box = place_in_window(tab)
    xdotool('mousemove', '--window', window.id, box.x + box.width // 2, box.y + box.height // 2, 'click', '1')
    wait('the codebook', lambda: window.shows('Zero, 0 passages, 0 claims, key 1'))
    into_codes()
    press('Insert')
    soon('a new code', tree, ['New Code'])
    wait('its name to be typed', lambda: window.focused() is not None and window.focused().get_role_name() in ('text', 'entry'))
    press('ctrl+a')
    write('Capability')
    press('Return')
    soon('the code to be named', tree, ['Capability'])
    for name in ('Offer', 'Threat'):
        count = len(tree())
        press('Insert')
        wait('another code', lambda: len(tree()) == count + 1)
        wait('its name to be typed',
             lambda: window.focused() is not None and window.focused().get_role_name() in ('text', 'entry'))
        press('ctrl+a')
        write(name)
        press('Return')
        soon('the code to be named', lambda: name in tree(), True)
    equal(tree(), ['Capability', 'Offer', 'Threat'])


def moves_and_folds():
    """Alt with the arrows moves a code in and out; left and right fold."""
    press('Up')
    wait('Offer to be chosen', lambda: window.shows('Offer'))
    press('alt+Right')
    soon('Offer below Capability', tree, ['Capability', 'Capability/Offer', 'Threat'])
    wait('three rows', lambda: len(rows()) == 3)
    press('Left')
    press('Left')
    wait('a folded row', lambda: len(rows()) == 2)
    press('Right')
    wait('it unfolded', lambda: len(rows()) == 3)
    press('Right')
    press('alt+Left')
    soon('Offer at the top', tree, ['Capability', 'Offer', 'Threat'])
    press('alt+Right')
    soon('Offer below Capability again', tree, ['Capability', 'Capability/Offer', 'Threat'])


def renames():
    press('F2')
    wait('the name to be typed', lambda: window.focused() is not None and window.focused().get_role_name() in ('text', 'entry'))
    press('ctrl+a')
    write('Offer of help')
    press('Return')
    soon('the new name', tree, ['Capability', 'Capability/Offer of help', 'Threat'])
    press('F2')
    wait('the name to be typed', lambda: window.focused() is not None and window.focused().get_role_name() in ('text', 'entry'))
    press('ctrl+a')
    write('thrown away')
    press('Escape')
    equal(tree(), ['Capability', 'Capability/Offer of help', 'Threat'])


def codes_by_type_ahead():
    """K, a few letters of the path, Enter."""
    select_sentence(OFFER)
    press('k')
    wait('the question', lambda: window.shows('Code for the passage'))
    write('cap off')
    wait('the code with its path', lambda: window.shows('Capability › Offer of help'))
    press('Return')
    soon('the coding', codings, [(OFFER, 'Offer of help')])
    wait('the keyboard in the text', lambda: is_focused(text))
    select_sentence(WARNING)
    press('k')
    wait('the question', lambda: window.shows('Code for the passage'))
    write('Border closed')
    wait('the offer to make it', lambda: window.shows('New code “Border closed”'))
    press('Return')
    soon('the new code on the passage', codings, [(OFFER, 'Offer of help'), (WARNING, 'Border closed')])


def codes_a_claim():
    """Nothing selected and a claim chosen: the code goes on the claim, and off again."""
    select_sentence(WARNING)
    press('c')
    wait('the claim', lambda: len(program.lines('list', 'claims', PROJECT)) == 1)
    into_text(text)
    press('k')
    wait('the question', lambda: window.shows('Code for the claim'))
    write('threat')
    press('Return')
    soon('the code on the claim', lambda: len(program.lines('list', 'claims', PROJECT)[0]['codes']), 1)
    into_text(text)
    press('k')
    wait('the question', lambda: window.shows('Code for the claim'))
    write('threat')
    press('Return')
    soon('the code off the claim', lambda: len(program.lines('list', 'claims', PROJECT)[0]['codes']), 0)


def codes_by_digit():
    """The key of a code on a passage; a key that no code has does nothing."""
    before = codings()
    select_sentence(OFFER)
    press('5')
    press('1')
    soon('the coding', codings, sorted(before + [(OFFER, 'Zero')]))


def deletes_with_a_question():
    """Escape keeps, Enter deletes, undo brings back the same bytes."""
    before = program.run('export', PROJECT, '--format', 'json')
    into_codes()
    press('ctrl+l')
    write('capability')
    wait('the code and the one below it', lambda: len(rows()) == 2)
    press('Down')
    wait('the keyboard in the list', lambda: window.focused() is not None and window.focused().get_role_name() == 'list item')
    press('Home')
    press('Delete')
    wait('what goes with it', lambda: window.shows('It is parent of 1 code; they stay without it.'))
    press('Escape')
    wait('the question to go', lambda: not window.shows('they stay without it'))
    equal(program.run('export', PROJECT, '--format', 'json'), before)
    press('Delete')
    wait('what goes with it', lambda: window.shows('It is parent of 1 code; they stay without it.'))
    press('Return')
    soon('it to be gone', lambda: 'Capability' in tree(), False)
    equal('Offer of help' in tree(), True)
    press('ctrl+z')
    soon('it to be back', lambda: program.run('export', PROJECT, '--format', 'json'), before)


def go_forth(before):
    """To the row below the newest; again when the list was still busy with the way back."""
    for _ in range(4):
        press('Home')
        press('Down')
        press('Return')
        try:
            wait('everything back', lambda: program.run('export', PROJECT, '--format', 'json') == before, 5)
            return
        except AssertionError:
            continue
    raise AssertionError('the history does not go forth to where it was')


def jumps_in_the_history():
    """The whole way back by Enter on the beginning, and forth again to where it was: below what was undone."""
    before = program.run('export', PROJECT, '--format', 'json')
    press('ctrl+h')
    wait('the history', lambda: window.shows('Before all changes'))
    press('Tab')
    press('End')
    wait('the beginning', lambda: window.focused() is not None)
    press('Return')
    soon('nothing left', lambda: len(program.lines('list', 'articles', PROJECT)), 0)
    go_forth(before)
    press('Escape')
    equal([entry['undone'] for entry in program.lines('history', PROJECT) if entry['label'] == 'Delete code'], [True])


def ends():
    for _ in range(4):  # the keyboard may not have come back from the window that was closed
        subprocess.run(['xdotool', 'windowfocus', window.id], check=False)
        press('ctrl+q')
        try:
            wait('the program to end', lambda: window.process.poll() is not None, 5)
            break
        except AssertionError:
            continue
    window.wait_for_end()


STEPS = [opens, makes_codes, moves_and_folds, renames, codes_by_type_ahead, codes_a_claim, codes_by_digit,
         deletes_with_a_question, jumps_in_the_history, ends]

sys.exit(run_steps(program, '/app/codes', STEPS))
