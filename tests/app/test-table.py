#!/usr/bin/env python3
# test-table.py
#
# The table of articles from the keyboard: opened and closed, sorted at its
# headings, filtered, and a row opened. The command line says what order is right.
# Prints TAP.
# Usage: test-table.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import sys

from desk import Program, Window, press, run_steps, soon, wait, write

PROJECT = 'sample.rapporteur'
HEADING = 'Outlet'

program = Program(sys.argv[1])
window = None
kept = {}


def heading():
    return window.find(lambda node: node.get_role_name() in ('push button', 'button') and node.get_name() == HEADING)


def rows():
    """Titles as they stand in the table, the last list of articles on the bus."""
    lists = [node for node in window.walk() if node.get_role_name() == 'list' and node.get_name() == 'Articles']
    return [node.get_name() for node in window.walk(lists[-1]) if node.get_role_name() == 'list item'] if lists else []


def outlets():
    return [kept['outlets'].get(title) for title in rows()]


def focused_name():
    focused = window.focused()
    return focused.get_name() if focused is not None else None


def go_back_to(name):
    for _ in range(20):
        before = focused_name()
        if before == name:
            return
        press('shift+Tab')
        wait('the keyboard to move on', lambda: focused_name() not in (None, before))
    raise AssertionError(f'the keyboard never comes to {name}')


def open_table():
    press('ctrl+shift+l')
    wait('the headings', heading)
    wait('a row to have the keyboard', lambda: window.focused() is not None
         and window.focused().get_role_name() == 'list item')


def opens():
    global window
    program.run('new', PROJECT, '--sample')
    articles = program.lines('list', 'articles', PROJECT)
    names = {entity['id']: entity['name'] for entity in program.lines('list', 'entities', PROJECT)}
    kept['outlets'] = {article['title']: names[article['outlet']] for article in articles}
    window = Window(program, PROJECT)
    wait('the text', lambda: window.named('Text of the article'))
    open_table()
    soon('all rows', lambda: sorted(rows()), sorted(kept['outlets']))


def is_sorted_at_a_heading():
    wanted = sorted(kept['outlets'].values(), key=str.casefold)
    go_back_to(HEADING)
    press('space')
    wait('the heading to say so', lambda: heading().get_description() == 'Sorted from first to last')
    soon('the outlets in order', outlets, wanted)
    press('space')
    wait('the heading to say so', lambda: heading().get_description() == 'Sorted from last to first')
    soon('the outlets the other way', outlets, wanted[::-1])


def is_filtered():
    title = rows()[2]
    press('ctrl+l')
    wait('the filter to have the keyboard', lambda: focused_name() == 'Find articles')
    write(title)
    soon('one row', rows, [title])
    kept['title'] = title


def opens_a_row():
    press('Return')
    wait('the table to go', lambda: heading() is None)
    wait('the article', lambda: window.named(kept['title'], 'heading'))


def closes():
    open_table()
    press('Escape')
    wait('the table to go', lambda: heading() is None)
    press('ctrl+w')
    window.wait_for_end()


sys.exit(run_steps(program, '/app/table', [opens, is_sorted_at_a_heading, is_filtered, opens_a_row, closes]))
