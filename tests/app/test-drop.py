#!/usr/bin/env python3
# test-drop.py
#
# What another program lets fall on the window comes in: a text, a piece of a
# page, files with a bad one among them; and a folder of thousands, whose import
# is stopped on the way and leaves nothing. The hands are the pointer, the truth
# is what the command line and a screen reader see. Prints TAP.
# Usage: test-drop.py PROGRAM DRAG_SOURCE, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import sys
import time

from desk import Atspi, Program, Window, press, run_steps, soon, wait, xdotool

PROJECT = 'drop.rapporteur'
N_MANY = 12000
PAGE = '<h1>Harvest fair opens</h1><p>The mayor opened the fair on Friday and spoke of the <b>harvest</b>.</p>'

program = Program(sys.argv[1])
window = None


def titles():
    return sorted(article['title'] for article in program.lines('list', 'articles', PROJECT))


def put(name, text):
    path = os.path.join(program.folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as out:
        out.write(text)
    return path


def shown(process):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)],
                           stdout=subprocess.PIPE, universal_newlines=True).stdout.split()
    return found[0] if found else None


def drop(*what):
    """Drags from the other program's window, which lies in the corner, into the middle of ours."""
    source = subprocess.Popen([sys.argv[2], *what])
    other = wait('the window to drag from', lambda: shown(source))
    xdotool('windowmove', '--sync', other, 20, 20)
    time.sleep(0.3)
    xdotool('mousemove', 110, 110, 'mousedown', 1)
    for step in range(1, 21):
        xdotool('mousemove', 110 + 35 * step, 110 + 20 * step)
        time.sleep(0.02)
    time.sleep(0.3)
    xdotool('mouseup', 1)
    wait('the drag to end', lambda: source.poll() is not None)
    return source.returncode


def opens():
    global window
    program.run('new', PROJECT)
    window = Window(program, PROJECT)


def takes_a_text():
    drop('text', 'Talks at the harbour\n\nThe delegations left the harbour on Monday after two hours.\n')
    soon('the article', titles, ['Talks at the harbour'])


def takes_a_piece_of_a_page():
    drop('html', PAGE)
    soon('the article', titles, ['Harvest fair opens', 'Talks at the harbour'])


def takes_files():
    good = put('good.txt', 'Officers at the border\n\nPublished: 3 May 2021\n\nThe officers inspected the posts.\n')
    bad = put('bad.txt', '')
    drop('file', good, bad)
    soon('the article', titles, ['Harvest fair opens', 'Officers at the border', 'Talks at the harbour'])
    wait('the report', lambda: window.shows('The file is empty.'))
    press('Escape')
    wait('the report to be gone', lambda: not window.shows('The file is empty.'))


def way_out():
    return window.find(lambda node: 'Stop' in (node.get_name() or '') and node.get_role_name() == 'push button' and
                       node.get_state_set().contains(Atspi.StateType.SENSITIVE))


def stops_at_once():
    for number in range(N_MANY):
        put(f'many/{number:04}.txt', f'Report {number}\n\n' + f'On day {number} the ministers met and spoke of it. ' * 60)
    before = titles()
    drop('file', os.path.join(program.folder, 'many'))
    wait('the import to be under way', way_out)
    Atspi.Action.do_action(way_out(), 0)
    wait('the import to end', lambda: not way_out(), 3)
    soon('what was there before', titles, before)
    wait('the report', lambda: window.shows('The import was cancelled.'))


def closes():
    window.kill()


sys.exit(run_steps(program, '/app/drop', [opens, takes_a_text, takes_a_piece_of_a_page, takes_files, stops_at_once, closes]))
