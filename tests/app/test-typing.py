# test-typing.py PROGRAM
#
# What is typed into the form of a claim arrives in the file as it was typed,
# however the field is left, and whatever else happens at the same time.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sqlite3
import sys

from desk import Program, Window, is_focused, press, run_steps, selection, soon, wait, write

PROJECT = 'typing.rapporteur'
PAGE = '''The minister said on Monday that the talks would go on. He denied that a date was set.
The envoy, according to the agency, may travel soon. Officials announced a second round.
The ministry confirmed the first meeting. The delegation left on Tuesday. It will return in May.
Both sides stressed that the matter is closed. The spokesman said that nothing was signed.
'''

program = None
window = None
text = None


def claims():
    return program.lines('list', 'claims', PROJECT)


def focused_editor():
    node = window.focused()
    return node if node is not None and node.get_text_iface() is not None and not is_focused(text) else None


def tag_claim():
    """A claim on the next sentence, the keyboard in its proposition. Returns its id."""
    before = {claim['id'] for claim in claims()}
    press('ctrl+2')
    wait('the keyboard in the text', lambda: is_focused(text))
    press('Escape', 'ctrl+Right', 's')
    wait('a sentence', lambda: selection(text))
    press('c')
    made = wait('a claim in the file', lambda: [claim['id'] for claim in claims() if claim['id'] not in before])
    wait('a field with the keyboard', focused_editor)
    return made[0]


def arrives(claim, words):
    soon('what was typed in the file', lambda: [c['proposition'] for c in claims() if c['id'] == claim], [words])


def opens():
    global window, text
    program.run('new', PROJECT)
    for name in ('page', 'next page'):
        with open(os.path.join(program.folder, name + '.txt'), 'w', encoding='utf-8') as page:
            page.write(f'The {name}\n\n{PAGE}')
    program.run('import', PROJECT, 'page.txt', 'next page.txt')
    window = Window(program, PROJECT)
    press('ctrl+F9', 'ctrl+1', 'Home', 'Return')
    text = wait('the article', lambda: window.text_with('The minister said'))


def leaves_by(keys):
    claim = tag_claim()
    words = f'It is left by {keys[-1].replace("+", " and ")}.'
    write(words)
    press(*keys)
    arrives(claim, words)
    if 'changed in the meantime' in window.said():
        raise AssertionError('the change was committed twice')


def waits_for_another_program():
    """While the file is read elsewhere nothing can be written. Nothing is lost, though the form shows the next claim."""
    claim = tag_claim()
    words = 'Nobody else may read while this is written.'
    reader = sqlite3.connect(os.path.join(program.folder, PROJECT))
    reader.execute('BEGIN')
    reader.execute('SELECT count(*) FROM sqlite_master').fetchone()
    write(words)
    press('Escape')
    wait('the refusal', lambda: 'another program is using it' in window.said())
    wait('the keyboard in the text', lambda: is_focused(text))
    press('n')
    wait('the title to say so', lambda: window.shows('Not saved yet'))
    press('ctrl+w')
    wait('the question', lambda: window.shows('A Change Is Not Saved Yet'))
    press('Escape')
    wait('the question to go', lambda: not window.shows('A Change Is Not Saved Yet'))
    reader.close()
    arrives(claim, words)
    wait('the title to say so', lambda: window.shows('All changes saved'))


def closes_while_typing():
    claim = tag_claim()
    words = 'The window is closed at once.'
    write(words)
    press('ctrl+w')
    window.wait_for_end()
    arrives(claim, words)


WAYS = [['Escape'], ['Tab'], ['Return'], ['ctrl+Return'], ['ctrl+1'], ['alt+y', 'Escape'], ['alt+Page_Down']]

program = Program(sys.argv[1])
STEPS = [opens]
STEPS += [('leaves-by-' + '-'.join(keys), lambda keys=keys: leaves_by(keys)) for keys in WAYS]
STEPS += [waits_for_another_program, closes_while_typing]

sys.exit(run_steps(program, '/app/typing', STEPS))
