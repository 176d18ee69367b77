#!/usr/bin/env python3
# test-reading-access.py
#
# The article pane for those who do not see it: the facts of the masthead say
# what they are and are entries while they are edited; the text has all its
# lines as soon as a screen reader is in use, so that the caret and what is read
# agree. Reads the accessibility bus. Prints TAP.
# Usage: test-reading-access.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import sys

from desk import Atspi, EDITABLE, GLib, Program, Window, is_focused, press, read, run_steps, wait

from gi.repository import Gio  # after desk, which sees to the environment

PROJECT = 'sample.rapporteur'
TITLE = 'Iran and Iraq close to a defence charter, general says'

program = Program(sys.argv[1])
window = None


def article():
    return wait('the text', lambda: window.named('Text of the article'))


def lengths():
    """What the bus counts, and what it gives."""
    text = article()
    return Atspi.Text.get_character_count(text), len(read(text))


def opens():
    global window
    program.run('new', PROJECT, '--sample')
    window = Window(program, PROJECT)
    article()


def facts_are_named():
    for name in (f'Title: {TITLE}', 'Outlet: Saffron Road Gazette', 'Published: 16 November 2020', 'Byline: add a byline',
                 'Address: add an address', 'Language: English'):
        wait(name, lambda name=name: window.named(name, 'push button') or window.named(name, 'button'))
    wait('the headline', lambda: window.named(TITLE, 'heading'))


def a_fact_is_edited():
    press('ctrl+2')
    wait('the text to have the keyboard', lambda: is_focused(article()))
    for _ in range(12):
        press('shift+Tab')
        focused = wait('something to have the keyboard', window.focused)
        if (focused.get_name() or '').startswith('Byline:'):
            break
    press('F2')
    entry = wait('an entry with the keyboard', lambda: window.focused() if window.focused() is not None
                 and window.focused().get_state_set().contains(EDITABLE) else None)
    if entry.get_name() != 'Byline':
        raise AssertionError(f'the entry is called {entry.get_name()!r}')
    press('A', 'n', 'n', 'Return')
    wait('the new byline', lambda: window.shows('Byline: Ann'))


def chips():
    margin = window.named('Claims and meetings beside the text')
    return [node.get_name() for node in window.walk(margin) if node.get_role_name() in ('push button', 'button')] \
        if margin is not None else []


def margin_has_its_own():
    """What the article before had beside its text is gone from the bus."""
    before = wait('claims beside the text', chips)
    headline = window.named(TITLE, 'heading')
    press('ctrl+2')
    wait('the text to have the keyboard', lambda: is_focused(article()))
    press('alt+Page_Down')
    wait('the next article', lambda: headline is not None and window.named(TITLE, 'heading') is None)
    after = wait('other claims beside the text', lambda: [] if set(chips()) & set(before) else chips())
    print(f'# {len(before)}, then {len(after)} beside the text')
    press('alt+Page_Up')
    wait('the article again', lambda: window.named(TITLE, 'heading'))
    wait('its claims again', lambda: set(chips()) & set(before))


def text_and_caret_agree():
    counted, given = lengths()
    if given >= counted:
        raise AssertionError(f'no line is folded: {given} of {counted}')
    use = GLib.Variant('(ssv)', ('org.a11y.Status', 'ScreenReaderEnabled', GLib.Variant('b', True)))
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set',
                                                    use, None, Gio.DBusCallFlags.NONE, -1, None)
    wait('all lines in the text', lambda: lengths()[0] == lengths()[1])


def ends():
    press('ctrl+w')
    window.wait_for_end()


STEPS = [opens, facts_are_named, a_fact_is_edited, margin_has_its_own, text_and_caret_agree, ends]

sys.exit(run_steps(program, '/app/reading-access', STEPS))
