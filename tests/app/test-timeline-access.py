#!/usr/bin/env python3
# test-timeline-access.py
#
# The timeline for those who do not see it: every view by keys alone, marks that
# say a whole sentence, the list as an equal, the ends of the brush as sliders,
# and no view that talks while it is not shown. Reads the accessibility bus. Prints TAP.
# Usage: test-timeline-access.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys
import time

from desk import Atspi, Program, Window, is_focused, press, run_steps, wait

PROJECT = 'sample.rapporteur'
VIEWS = ['Axis', 'Month', 'Week', 'Year', 'List']
ROWS = ('table row', 'list item', 'row', 'tree item')
CALL = 'Bagheri telephones al-Abbasi'

program = Program(sys.argv[1])
window = None
kept = {}


def is_button(node, name):
    return node.get_name() == name and node.get_role_name().endswith('button')


def dock():
    """What holds the toolbar and the views: three above the buttons of the views."""
    if 'dock' not in kept:
        node = wait('the buttons of the views', lambda: window.find(lambda n: is_button(n, 'Axis')))
        for _ in range(3):
            node = node.get_parent()
        kept['dock'] = node
    return kept['dock']


def names(role=None):
    return [node.get_name() for node in window.walk(dock()) if role is None or node.get_role_name() == role]


def matching(pattern, role=None):
    return [name for name in names(role) if re.search(pattern, name or '')]


def choose_view(name):
    """Through the buttons, as the Tab key finds them: they come first in the timeline."""
    buttons = [window.find(lambda node, view=view: is_button(node, view), dock()) for view in VIEWS]
    wanted = VIEWS.index(name)
    press('ctrl+4')
    for _ in range(30):
        at = [number for number, button in enumerate(buttons) if is_focused(button)]
        if at == [wanted]:
            break
        press('Tab' if at and at[0] < wanted else 'shift+Tab')
        time.sleep(.1)
    else:
        raise AssertionError(f'the keyboard did not reach the button {name}')
    press('space')
    wait(f'the button {name} to be pressed',
         lambda: buttons[wanted].get_state_set().contains(Atspi.StateType.PRESSED))


def makes_a_sample():
    program.run('new', PROJECT, '--sample')


def opens():
    global window
    window = Window(program, PROJECT)
    wait('the marks of the axis', lambda: matching(r'^\d+ of \d+, '))


def marks_say_whole_sentences():
    """Number, title, date with its doubt, lane: what sighted people see in the picture."""
    marks = matching(r'^\d+ of \d+, ')
    for mark in marks:
        if not re.search(r'^\d+ of \d+, .+, (lane .+)$', mark):
            raise AssertionError(f'half a sentence: {mark!r}')
    if not [mark for mark in marks if "Bagheri's visit to Iraq, some day in March 2024" in mark]:
        raise AssertionError(f'nobody says that the day of the visit is not known: {marks!r}')


def ends_of_the_brush_are_sliders():
    sliders = wait('two sliders', lambda: [node for node in window.walk(dock()) if node.get_role_name() == 'slider'
                                           and node.get_name()])
    if len(sliders) < 2:
        raise AssertionError(f'found {[node.get_name() for node in sliders]!r}')
    for node in sliders[:2]:
        if not Atspi.Value.get_minimum_value(node) <= Atspi.Value.get_current_value(node) <= \
                Atspi.Value.get_maximum_value(node):
            raise AssertionError(f'{node.get_name()} has no value between its ends')


def shows_the_month():
    choose_view('Month')
    wait('the day of a call in its month', lambda: matching(r'\d{4}, \d+ events?; '))


def empty_days_are_silent():
    silent = matching(r', 0 events')
    if len(silent) > 1:
        raise AssertionError(f'{len(silent)} days say that nothing is on them')


def shows_the_week():
    choose_view('Week')
    wait('a week of seven days', lambda: len(matching(r'^\w+day, \d+ \w+ \d{4}, \d+ events?$')) >= 7)


def shows_the_year():
    choose_view('Year')
    wait('months that say what is in them', lambda: matching(r'^\w+ \d{4}: \d+ things? (certain|possible)'))
    if matching(r'expected in|^0 expected'):
        raise AssertionError(f"a day says too much: {matching(r'expected in|^0 expected')!r}")


def shows_the_list():
    choose_view('List')
    wait('a row for the call', lambda: matching('^' + CALL + ', 7 November 2022'))
    wait('a row for the visit', lambda: matching(r"^Bagheri's visit to Iraq, some day in March 2024"))


def list_is_an_equal():
    """Every meeting and article of the project has a row."""
    state = program.state(PROJECT)
    rows = '\n'.join(name or '' for name in names())
    missing = [meeting['title'] for meeting in state['meetings'] if meeting['title'] not in rows]
    missing += [article['title'] for article in state['articles'] if article['title'] not in rows]
    if missing:
        raise AssertionError(f'without a row: {missing!r}')


def list_says_how_surely():
    """The brush by keys: from the row that has the keyboard on."""
    row = window.find(lambda node: (node.get_name() or '').startswith(CALL), dock())
    for _ in range(20):
        if is_focused(row):
            break
        press('Tab' if not window.find(lambda node: is_focused(node) and node.get_role_name() in ROWS, dock()) else 'Down')
    else:
        raise AssertionError('the keyboard did not reach the row of the call')
    press('bracketleft')
    wait('rows that say so', lambda: matching(r'; (certainly|possibly) in '))
    press('Escape')
    wait('the brush to be gone', lambda: not matching(r'; (certainly|possibly) in '))


def what_is_not_shown_is_silent():
    choose_view('Axis')
    wait('the marks of the axis', lambda: matching(r'^\d+ of \d+, '))
    wait('the list to be silent', lambda: not matching('^' + CALL + ', 7 November 2022'))
    if matching(r'^\w+day, \d+ \w+ \d{4}, \d+ events?'):
        raise AssertionError('a page that is not shown talks')


def ends():
    press('ctrl+w')
    window.wait_for_end()


STEPS = [
    makes_a_sample, opens, marks_say_whole_sentences, ends_of_the_brush_are_sliders, shows_the_month,
    empty_days_are_silent, shows_the_week, shows_the_year, shows_the_list, list_is_an_equal, list_says_how_surely,
    what_is_not_shown_is_silent, ends,
]

sys.exit(run_steps(program, '/app/timeline-access', STEPS))
