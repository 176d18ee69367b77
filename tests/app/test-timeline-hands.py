#!/usr/bin/env python3
# test-timeline-hands.py
#
# The axis of the timeline under real hands, in the real program on the sample:
# walking, dates moved by keys and by dragging, what refuses to move, picking out
# with Ctrl and with a rectangle, zoom, pages, pans, the brush by keys, who
# reported when, claimed dates, dates typed wrong, what comes from the tray.
# Prints TAP. Usage: test-timeline-hands.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import itertools
import re
import subprocess
import sys
import time

from desk import (Atspi, Program, Window, equal, picture, place_in_window, press, read, run_steps,
                  wait, write, xdotool)

PROJECT = 'hands.rapporteur'
CALL = 'Bagheri telephones al-Abbasi'
TALK = 'Bagheri and Saadoun talk in Tehran'
MINISTER = 'Bagheri meets the Iraqi defence minister'
TRAVEL = 'Saadoun travels to Tehran'
UNDATED = 'Hatami telephones al-Shammari'
DAYS = 722  # from the talk to the call

program = Program(sys.argv[1])
window = None
kept = {}


def near(found, wanted, slack):
    if abs(found - wanted) > slack:
        raise AssertionError(f'found {found} instead of {wanted} ± {slack}')


def date(title):
    return next(meeting.get('when') for meeting in program.state(PROJECT)['meetings'] if meeting['title'] == title)


def history():
    return [entry['label'] for entry in program.lines('history', PROJECT)]


def axis():
    """Where the marks are; it may take moments before it is told apart."""
    return wait('the axis', lambda: window.find(lambda node: node.get_name() == 'Timeline' and
                                                node.get_role_name() == 'list'))


def ancestors():
    """From the axis up to the window."""
    chain = [kept['axis']]
    while chain[-1].get_parent() is not None and chain[-1].get_role_name() not in ('frame', 'application'):
        chain.append(chain[-1].get_parent())
    return chain


def in_dock(words):
    """What the dock says, its popovers with it."""
    return window.find(lambda node: words in (node.get_name() or '') or
                       (node.get_text_iface() is not None and words in read(node)), kept['dock'])


def toast(words):
    """What the window says beside its panes: these are not searched for it."""
    chain = ancestors()
    paths = [node.path for node in chain]
    for parent in chain[8:]:
        for i in range(parent.get_child_count()):
            child = parent.get_child_at_index(i)
            if child is not None and child.path not in paths:
                for node in itertools.islice(window.walk(child), 30):
                    if words in (node.get_name() or ''):
                        return node
    return None


def marks():
    """What the marks say, and where they are."""
    found = []
    for node in window.walk(kept['axis']):
        name = node.get_name() or ''
        if node.get_role_name() == 'list item' and re.match(r'\d+ of \d+, ', name):
            found.append((name, place_in_window(node), node))
    return found


def mark(title):
    return next(((name, place, node) for name, place, node in marks() if title in name and ' events from' not in name), None)


def middle(title):
    """The middle of a mark in the window."""
    place = wait(f'a mark of {title}', lambda: mark(title))[1]
    return place.x + place.width / 2, place.y + place.height / 2


def settled(title):
    """The same, once it moves no more: the marks are told of when the window of time has come to rest."""
    before = [None]

    def rests():
        found = mark(title)
        now = found and (found[1].x, found[1].y)
        same = now is not None and now == before[0]
        before[0] = now
        time.sleep(.25)
        return same
    wait(f'{title} to rest', rests)
    return middle(title)


def pixels_a_day():
    return (settled(CALL)[0] - settled(TALK)[0]) / DAYS


def focused():
    node = window.find(lambda one: one.get_state_set().contains(Atspi.StateType.FOCUSED), kept['axis'])
    return node.get_name() if node else ''


def walk_to(title):
    press('ctrl+4')
    wait('the keyboard at a mark', focused)
    if title in focused():
        return
    press(*['Up'] * 6)
    press('Down', 'Home')
    wait('the first mark of the first lane', lambda: TALK in focused())
    for _ in range(12):
        at = focused()
        if title in at:
            return
        press('Right')
        wait('the next mark', lambda: focused() != at, 3)
    raise AssertionError(f'no way to {title}: {focused()}')


def origin():
    place = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', window.id).split())
    return int(place['X']), int(place['Y'])


def point(x, y):
    left, top = origin()
    xdotool('mousemove', '--sync', round(left + x), round(top + y))


def drag(x, y, to_x, to_y, held=(), before_end=None):
    for key in held:
        xdotool('keydown', key)
    point(x, y)
    xdotool('mousedown', 1)
    for step in range(1, 9):
        point(x + (to_x - x) * step / 8, y + (to_y - y) * step / 8)
        time.sleep(.02)
    if before_end:
        before_end()
    xdotool('mouseup', 1)
    for key in held:
        xdotool('keyup', key)


def click(x, y, held=()):
    for key in held:
        xdotool('keydown', key)
    point(x, y)
    xdotool('click', 1)
    for key in held:
        xdotool('keyup', key)


def undo(title, wanted):
    press('ctrl+z')
    wait(f'{title} as it was', lambda: date(title) == wanted)
    wait('the mark again', lambda: mark(title))


def opens():
    global window
    program.run('new', PROJECT, '--sample')
    window = Window(program, PROJECT)
    xdotool('windowsize', '--sync', window.id, 1600, 1000)
    kept['axis'] = axis()
    kept['dock'] = ancestors()[5]
    press('ctrl+4')
    wait('the keyboard at a mark', focused)
    wait('the marks', lambda: mark(CALL))
    press('0')
    kept['scale'] = pixels_a_day()


def walks():
    walk_to(CALL)
    press('Left')
    wait('the mark before', lambda: TALK in focused())
    press('End')
    wait('the last of the lane', lambda: 'March 2024' in focused())
    press('Home')
    wait('the first of the lane', lambda: TALK in focused())
    press('Up')
    wait('the lane above', lambda: 'lane Articles' in focused())
    press('Down')
    wait('the lane below', lambda: 'lane Mohammad Bagheri' in focused())


def tells_who_reported():
    name = wait('who reported', lambda: mark(CALL))[0]
    if not name.endswith('; reported first the same day by Two Rivers Wire, by 4 articles in all'):
        raise AssertionError(name)
    walk_to(CALL)
    picture('reports')
    press('i')
    wait('the card', lambda: in_dock('Reported by 4 articles'))
    wait('the first report', lambda: in_dock('Two Rivers Wire, the same day, on 7 Nov 2022'))
    wait('a later one', lambda: in_dock('1 day later, on 8 Nov 2022'))
    picture('card')
    press('Escape')
    wait('no card', lambda: not in_dock('Reported by 4 articles'))


def moves_a_day_by_keys():
    walk_to(CALL)
    press('alt+Right')
    wait('the next day', lambda: date(CALL) == '2022-11-08')
    wait('the keyboard still there', lambda: '8 November 2022' in focused())
    equal(history()[0], 'Move meeting to 8 November 2022')
    undo(CALL, '2022-11-07')
    walk_to(CALL)
    press('alt+Left')
    wait('the day before', lambda: date(CALL) == '2022-11-06')
    undo(CALL, '2022-11-07')


def moves_a_month_by_keys():
    walk_to(MINISTER)
    press('alt+Right')
    wait('the next month', lambda: date(MINISTER) == '2024-04')
    equal(history()[0], 'Move meeting to April 2024')
    undo(MINISTER, '2024-03')


def refuses_what_is_contested():
    walk_to(TALK)
    # it goes away by itself: again, until it is seen
    wait('the reason', lambda: press('alt+Right') or
         toast('Sources disagree about this date. Press I to adopt one of theirs'))
    equal(date(TALK), '2020-11-15')


def drags_a_day():
    before = len(history())
    x, y = settled(CALL)
    kept['scale'] = pixels_a_day()
    drag(x, y, x + 90, y, before_end=lambda: picture('drag'))
    wait('another day', lambda: date(CALL) != '2022-11-07')
    moved = date(CALL)
    if not re.match(r'^\d{4}-\d\d-\d\d$', moved):
        raise AssertionError(moved)
    days = int(subprocess.run(['date', '-u', '-d', moved, '+%s'], check=True, stdout=subprocess.PIPE).stdout) // 86400
    near(days - 19303, 90 / kept['scale'], 5)
    equal(len(history()), before + 1)
    undo(CALL, '2022-11-07')


def drags_a_month_but_not_after_escape():
    before = history()[0]
    x, y = settled(CALL)
    drag(x, y, x + 120, y, before_end=lambda: xdotool('key', 'Escape'))  # press() would let go of the button
    equal(history()[0], before)
    x, y = settled(MINISTER)
    drag(x, y, x - 100, y)
    wait('another month', lambda: date(MINISTER) != '2024-03')
    if not re.match(r'^202[23]-\d\d$', date(MINISTER)):
        raise AssertionError(date(MINISTER))
    equal(date(CALL), '2022-11-07')
    undo(MINISTER, '2024-03')


def drags_no_contested_date():
    x, y = settled(TALK)
    drag(x, y, x + 80, y, before_end=lambda: picture('refused'))
    equal(date(TALK), '2020-11-15')


def picks_out_with_ctrl():
    for title in (CALL, TALK):
        x, y = settled(title)
        click(x, y, ['ctrl'])
    wait('two', lambda: in_dock('2 selected'))
    wait('it is told', lambda: mark(TALK)[2].get_state_set().contains(Atspi.StateType.SELECTED))
    x, y = settled(CALL)
    click(x, y, ['ctrl'])
    wait('one', lambda: in_dock('1 selected'))
    walk_to(MINISTER)
    press('ctrl+space')
    wait('two again', lambda: in_dock('2 selected'))
    press('Escape')
    wait('none', lambda: not in_dock('2 selected'))


def picks_out_by_rectangle():
    x, y = settled(TALK)
    to_x, to_y = settled(MINISTER)
    drag(x - 30, y - 5, to_x + 8, to_y + 4, ['shift'], lambda: picture('rectangle'))
    wait('those within', lambda: in_dock('4 selected'))
    picture('picked')
    drag(*settled('Article “Iran and Iraq'), x + 4, y - 20, ['ctrl'])
    wait('one more', lambda: in_dock('5 selected'))
    button = in_dock('List…')
    place = place_in_window(button)
    click(place.x + place.width / 2, place.y + place.height / 2)
    wait('their list', lambda: in_dock(f'{MINISTER}, some day in March 2024'))
    press('Escape')
    walk_to(TALK)
    press('f')
    wait('closer', lambda: pixels_a_day() > kept['scale'] * 1.5)
    press('ctrl+a')
    wait('all in view', lambda: window.find(lambda node: re.match(r'^\d+ selected$', node.get_name() or '') and
                                            int(node.get_name().split()[0]) > 8, kept['dock']))
    press('Escape')
    press('0')
    wait('all again', lambda: abs(pixels_a_day() - kept['scale']) < .01)


def zooms():
    walk_to(CALL)
    x = settled(CALL)[0]
    press('plus')
    wait('half as close again', lambda: abs(pixels_a_day() / kept['scale'] - 1.5) < .02)
    near(settled(CALL)[0], x, 2)
    press('minus')
    wait('as before', lambda: abs(pixels_a_day() / kept['scale'] - 1) < .02)
    x, y = settled(TALK)
    point(x, y)
    xdotool('keydown', 'ctrl', 'click', 4, 'keyup', 'ctrl')
    wait('a notch closer', lambda: abs(pixels_a_day() / kept['scale'] - 1.2) < .02)
    near(settled(TALK)[0], x, 2)
    press('0')
    wait('all', lambda: abs(pixels_a_day() - kept['scale']) < .01)


def turns_pages():
    walk_to(CALL)
    x = settled(CALL)[0]
    press('Page_Down')
    wait('a year', lambda: abs(x - settled(CALL)[0] - 365.5 * kept['scale']) < 2)
    press('Page_Up')
    wait('and back', lambda: abs(x - settled(CALL)[0]) < 2)
    press(*['plus'] * 7)  # 1.5 ** 7 = 17: less than a year
    close = kept['scale'] * 1.5 ** 7
    x = settled(CALL)[0]
    press('Page_Down')
    wait('a month', lambda: 27.5 * close < x - settled(CALL)[0] < 31.5 * close)
    press('Page_Up')
    wait('and back', lambda: abs(x - settled(CALL)[0]) < 2)
    press('ctrl+Right')
    width = place_in_window(kept['axis']).width
    wait('a quarter', lambda: .18 * width < x - settled(CALL)[0] < .25 * width)


def goes_to_a_date():
    press('g')
    wait('a line for the date', lambda: window.find(lambda node: node.get_state_set().contains(Atspi.StateType.FOCUSED)
                                                    and node.get_text_iface() is not None, kept['dock']))
    write('2022-02-31')
    press('Return')
    wait('what is wrong', lambda: in_dock('malformed') or in_dock('no date'))
    press('ctrl+a')
    write('2022-11-07')
    press('Return')
    place = place_in_window(kept['axis'])
    wait('the day in the middle', lambda: place.width * .45 < settled(CALL)[0] - place.x < place.width * .62)
    press('ctrl+4')
    press('0')
    wait('all', lambda: abs(pixels_a_day() - kept['scale']) < .01)


def brushes():
    walk_to(TALK)
    press('bracketleft')
    wait('a brush', lambda: in_dock('brush: 15 Nov 2020'))
    walk_to(CALL)
    press('bracketright')
    wait('its end', lambda: in_dock('brush: 15 Nov 2020 – 7 Nov 2022'))
    press('Escape')
    wait('no brush', lambda: not in_dock('brush: 15 Nov 2020'))


def adopts_a_claimed_date():
    x, y = settled(TALK)
    point(x, y)
    xdotool('click', 3)
    wait('the card', lambda: in_dock('Sources disagree about the date'))
    wait('what is adopted', lambda: in_dock('15 November 2020 (adopted)'))
    picture('contested')
    wait('a way to adopt', lambda: press('Tab') or focused() == 'Adopt the date 13 November 2020')
    press('space')
    wait('the other date', lambda: date(TALK) == '2020-11-13')
    undo(TALK, '2020-11-15')


def says_what_is_wrong():
    walk_to(CALL)
    press('d')
    wait('the line', lambda: in_dock('Date of “Bagheri telephones al-Abbasi”'))
    for typed, reason in (('2022-02-30', 'only 28 days'), ('2022-13-01', 'no month 13'),
                          ('2023/2022', 'interval ends before it starts')):
        press('ctrl+a')
        write(typed)
        wait(reason, lambda: in_dock(reason))  # noqa: B023
        press('Return')
    equal(date(CALL), '2022-11-07')
    press('ctrl+a')
    write('Y-2000000000')
    wait('a far year', lambda: in_dock('BCE'))
    press('Return')
    wait('it', lambda: date(CALL) == 'Y-2000000000')
    press('ctrl+4')
    press('0')
    picture('far')
    undo(CALL, '2022-11-07')
    press('0')


def takes_from_the_tray():
    chip = wait('what has no date', lambda: window.find(lambda node: (node.get_name() or '').startswith(UNDATED)
                                                        and node.get_role_name() == 'push button', kept['dock']))
    place = place_in_window(chip)
    x, y = settled(CALL)
    drag(place.x + 20, place.y + place.height / 2, x, y + 10, before_end=lambda: (time.sleep(.3), picture('tray')))
    wait('a date', lambda: date(UNDATED))
    if not re.match(r'^2022(-\d\d)?$', date(UNDATED)):
        raise AssertionError(date(UNDATED))


STEPS = [
    opens, walks, tells_who_reported, moves_a_day_by_keys, moves_a_month_by_keys, refuses_what_is_contested,
    drags_a_day, drags_a_month_but_not_after_escape, drags_no_contested_date, picks_out_with_ctrl,
    picks_out_by_rectangle, zooms, turns_pages, goes_to_a_date, brushes, adopts_a_claimed_date, says_what_is_wrong,
    takes_from_the_tray,
]

sys.exit(run_steps(program, '/app/timeline-hands', STEPS))
