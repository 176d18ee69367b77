#!/usr/bin/env python3
# test-search.py
#
# Search as one types, the jump to the exact hit, the next hit in the next
# article, and the list's filter, in the real program: the hands are keys, the
# truth is what a screen reader sees. Prints TAP.
# Usage: test-search.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys

from desk import Program, Window, press, read, run_steps, selection, soon, wait, write

PROJECT = 'search.rapporteur'
PAGES = {
    'harbour.txt': ('2021-03-01', 'Gazette', 'Talks at the harbour',
                    'The delegation came by sea. A frigate waited outside. Nobody spoke of the frigate later.'),
    'border.txt': ('2022-06-02', 'Courier', 'Officers at the border',
                   'The officers inspected the posts. They were shown a frigate on a picture.'),
    'persian.txt': ('2020-01-05', 'Gazette', 'گفتگوی دو فرمانده', 'سردار باقری به بغداد رفت و دربارهٔ مرز گفتگو کرد.'),
}

SETTINGS = os.path.join(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile')

os.environ['GSETTINGS_BACKEND'] = 'keyfile'
program = Program(sys.argv[1])
window = None


def passage():
    """What is selected in the article on show, and which of its places in the text it is, or None."""
    for article in program.lines('list', 'articles', PROJECT):
        body = article['text'].split('\n')[-1] or article['text'].split('\n')[-2]
        text = window.text_with(body[:20])
        place = selection(text) if text is not None else None
        if place is not None and place[0] != place[1]:
            words = article['text'][place[0]:place[1]]
            return article['title'], words, article['text'][:place[0]].count(words)
    return None


def clear():
    press('ctrl+a')
    press('BackSpace')


def keep_order(order):
    os.makedirs(os.path.dirname(SETTINGS), exist_ok=True)
    with open(SETTINGS, 'w', encoding='utf-8') as out:
        out.write(f"[org/rapporteur/Rapporteur]\nsearch-order='{order}'\n")


def kept_order():
    with open(SETTINGS, encoding='utf-8') as lines:
        return [line.strip() for line in lines if line.startswith('search-order')]


def opens():
    global window
    keep_order('oldest')
    program.run('new', PROJECT)
    for name, (published, outlet, title, words) in PAGES.items():
        with open(os.path.join(program.folder, name), 'w', encoding='utf-8') as out:
            out.write(f'{title}\n\n{words}\n')
        program.run('import', PROJECT, name, '--outlet', outlet, '--published', published)
    window = Window(program, PROJECT)
    wait('the list of articles', lambda: window.shows('Officers at the border'))


def finds_while_typing():
    press('ctrl+shift+f')
    wait('the search to open', lambda: window.focused() is not None)
    write('frig')
    wait('two articles to be found', lambda: window.shows('2 articles'))
    wait('the number of hits in one of them', lambda: window.shows('2 hits'))
    wait('the order chosen some other day', lambda: window.shows('Oldest First'))


def jumps_to_the_hit():
    press('Return')
    soon('the first hit to be selected', passage, ('Talks at the harbour', 'frigate', 0))
    press('F4')
    soon('the next hit to be selected', passage, ('Talks at the harbour', 'frigate', 1))
    press('F4')
    soon('the hit in the next article', passage, ('Officers at the border', 'frigate', 0))
    press('F4')
    press('shift+F4')
    soon('the hit before', passage, ('Talks at the harbour', 'frigate', 1))


def says_what_is_wrong():
    press('ctrl+shift+f')
    wait('the search to open', lambda: window.focused() is not None)
    clear()
    write('before:soon')
    wait('a sentence about the date', lambda: window.shows('“soon” is no date; write one such as 2020, 2020-11 or 2020-11-16.'))
    clear()
    write('NOT frigate')
    wait('a sentence about the words', lambda: window.shows('This says only what to leave out; add a word to look for.'))
    clear()
    write('"(NEAR * AND')
    wait('nothing to be found, and no fault', lambda: window.shows('No article contains this.'))
    clear()
    write('outlet:gazette')
    wait('the articles of an outlet', lambda: window.shows('2 articles'))
    press('Escape')


def keeps_the_order():
    press('ctrl+shift+f')
    wait('the search to open', lambda: window.focused() is not None)
    clear()
    write('frigate')
    wait('two articles to be found', lambda: window.shows('2 articles'))
    for _ in range(7):
        press('Tab')
    press('space')
    wait('the orders to choose from', lambda: window.shows('Newest First'))
    press('Home')
    press('Return')
    soon('the order to be kept', kept_order, ["search-order='best'"])
    press('Escape')


def filters_the_list():
    press('ctrl+l')
    wait('the filter to have the keyboard', lambda: window.focused() is not None)
    write('outlet:courier')
    wait('one row of three', lambda: window.shows('1 of 3'))
    clear()
    write('is:bare')
    wait('all rows', lambda: window.shows('گفتگوی دو فرمانده'))
    clear()
    write('outlet:')
    wait('all rows while the name is still to come', lambda: window.shows('Officers at the border'))
    clear()


def goes_from_the_filter_to_the_list():
    write('harbour')
    wait('one row of three', lambda: window.shows('1 of 3'))
    press('Down')
    soon('the first row to have the keyboard', lambda: window.focused().get_name(), 'Talks at the harbour')
    press('ctrl+d')
    press('ctrl+l')
    clear()
    write('is:done')
    wait('the article to be done', lambda: window.shows('1 of 3') and window.shows('Talks at the harbour'))
    clear()
    write('border')
    press('Return')
    wait('the keyboard to be in the first article found',
         lambda: 'inspected the posts' in read(window.focused()))


STEPS = [opens, finds_while_typing, jumps_to_the_hit, says_what_is_wrong, keeps_the_order, filters_the_list,
         goes_from_the_filter_to_the_list]

sys.exit(run_steps(program, '/app/search', STEPS))
