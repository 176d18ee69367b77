#!/usr/bin/env python3
# test-compare.py
#
# Two articles side by side by keys alone in the real program: what is found to
# be a copy, the walk through what differs, the sides swapped, what was copied
# from what as one undo step, and the way back to the passage. Prints TAP.
# Usage: test-compare.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys

from desk import Program, Window, is_focused, press, run_steps, wait

PROJECT = 'copies.rapporteur'
PAGE = ('<html><head><title>{0}</title><meta property="article:published_time" content="{1}"></head>'
        '<body><article><h1>{0}</h1>{2}</article></body></html>')
SHARED = ('<p>The chief of staff of Westmark spoke with the defence minister of Eastholm by telephone on Monday.</p>'
          '<p>Nobody asked the minister anything at all, although the press had come in great numbers.</p>')
SOURCE = SHARED + '<p>General Ilan Ghadiri said that the two armies would train together from next spring, in the hills.</p>'
COPY = SHARED + ('<p>General Ilan Ghadiri said that the two armies might train together from next winter, in the hills.</p>'
                 '<p>Rain fell on the coast for the whole of the week, and no ship left the harbour.</p>')
CHANGED = 'Chiefs talk, says the letter'

program = Program(sys.argv[1])
window = None


def article(title):
    return next(article for article in program.state(PROJECT)['articles'] if article['title'] == title)


def shown(words):
    return wait(f'“{words}”', lambda: window.shows(words))


def opens():
    global window
    for name, title, day, body in (('source.html', 'Chiefs of two coasts talk', '2022-11-08', SOURCE),
                                   ('copy.html', CHANGED, '2022-11-09', COPY)):
        with open(os.path.join(program.folder, name), 'w', encoding='utf-8') as file:
            file.write(PAGE.format(title, day, body))
    program.run('new', PROJECT)
    program.run('import', PROJECT, 'source.html', 'copy.html')
    window = Window(program, PROJECT)
    wait('the text', lambda: window.text_with('by telephone on Monday'))


def finds_the_copy():
    press('ctrl+shift+c')
    shown(CHANGED)
    shown('1 sentence is only on the right')
    shown('outlet unknown · 9 Nov 2022')
    wait('the keyboard in the left text', lambda: is_focused(window.named('Text on the left')))


def walks_through_the_differences():
    shown('2 differences')
    press('n')
    shown('1 of 2 differences')
    press('n')
    shown('2 of 2 differences')
    press('n')
    shown('2 of 2 differences')
    press('p')
    shown('1 of 2 differences')


def swaps_the_sides():
    press('s')
    shown('1 sentence is only on the left')
    press('s')
    shown('1 sentence is only on the right')


def says_what_was_copied():
    press('alt+r')
    wait('the copy to name its source',
         lambda: article(CHANGED)['copied_from'] == article('Chiefs of two coasts talk')['id'])
    press('ctrl+z')
    wait('that to be undone', lambda: article(CHANGED)['copied_from'] is None)


def goes_back_to_the_passage():
    press('ctrl+2')
    wait('the keyboard in the left text', lambda: is_focused(window.named('Text on the left')))
    press('Tab')
    wait('the keyboard to leave it', lambda: not is_focused(window.named('Text on the left')))
    press('shift+Tab')
    wait('the keyboard in the left text', lambda: is_focused(window.named('Text on the left')))
    press('Escape')
    wait('the comparison to go', lambda: window.named('Text on the left') is None)
    wait('the keyboard in the article', lambda: is_focused(window.text_with('by telephone on Monday')))


def leaves_from_anywhere():
    press('ctrl+shift+c')
    wait('the keyboard in the left text', lambda: is_focused(window.named('Text on the left')))
    press('Tab', 'Tab')
    wait('the keyboard elsewhere', lambda: not is_focused(window.named('Text on the left'))
         and not is_focused(window.named('Text on the right')))
    press('Escape')
    wait('the comparison to go', lambda: window.named('Text on the left') is None)


def ends():
    press('ctrl+w')
    window.wait_for_end()


STEPS = [opens, finds_the_copy, walks_through_the_differences, swaps_the_sides, says_what_was_copied,
         goes_back_to_the_passage, leaves_from_anywhere, ends]

sys.exit(run_steps(program, '/app/compare', STEPS))
