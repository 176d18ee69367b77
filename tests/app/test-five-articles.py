#!/usr/bin/env python3
# test-five-articles.py
#
# Five real saved pages annotated from the keyboard alone, by a recorded script:
# claims with what they propose, meetings, names, a code, relations across
# articles. The script names places by line and sentence, and what it types is
# its own. The pages are not part of the program: without them (RAP_SHARED, or
# "shared" beside the sources) the test is skipped. Prints TAP.
# Usage: test-five-articles.py PROGRAM, inside in-window-session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys

from desk import (Program, Window, caret, equal, into_text, is_focused, picture, press, run_steps,
                  selection, soon, wait, write)

PROJECT = 'five.rapporteur'
SHARED = os.environ.get('RAP_SHARED') or os.path.join(os.environ.get('RAP_SOURCE_ROOT', '.'), os.pardir, 'shared')
PAGES = os.path.join(SHARED, 'articles')

# (sha256 of the text, [gesture …]). A place is (line, sentence): the n-th line that is not empty, and in it how many
# sentences to go on; then the key that selects.
SCRIPT = [
    ('5574745469e5', [
        ('claim', (8, 0), 's', 'Iran wants more military cooperation with Iraq.'),
        ('name', (8, 0), 7, 2, 'Mohammad Bagheri'),
        ('meeting', (8, 1), 's', 'Call Bagheri and Abbasi', '2022-11-07'),
        ('claim', (8, 1), 's', 'Military relations of the two states should be boosted.', ['4', 'u']),
        ('claim', (8, 2), 's', 'The armed forces of Iran have much to offer.'),
        ('code', (8, 2), 's', 'Capability'),
        ('claim', (8, 3), 's', 'There should be more consultations.', ['4', 'u']),
        ('claim', (8, 4), 's', 'Iraq will not forget the help of Iran.'),
    ]),
    ('f76b2044014f', [
        ('meeting', (2, 0), 's', 'Bagheri in Baghdad with his counterpart', '2024-03'),
        ('claim', (3, 0), 's', 'Iran is committed to the integrity of Iraq.'),
        ('claim', (4, 0), 's', 'Iraq has become more stable.'),
        ('claim', (5, 0), 's', 'Both can share what they know about fighting terrorism.', ['3']),
        ('claim', (6, 0), 's', 'Iraq is grateful for help against ISIS.'),
        ('meeting', (7, 0), 's', 'Bagheri in Baghdad with the defence minister', '2024-03'),
        ('claim', (9, 0), 's', 'Cooperation of the armed forces falls short.'),
        ('meeting', (10, 0), 's', 'Bagheri in Baghdad with the prime minister', '2024-03'),
        ('claim', (11, 0), 's', 'There are terrorist groups along the borders.', ['2']),
        ('claim', (12, 0), 's', 'Iraq should go on until these groups are disarmed.', ['4', 'u']),
    ]),
    ('0550d40afa13', [
        ('meeting', (4, 0), 's', 'Baqeri and Saadoun meet in Tehran', '2020-11-15'),
        ('claim', (4, 0), 's', 'The drafting of a charter is in its last steps.'),
        ('claim', (5, 0), 'q', 'A charter is ready and will be signed soon.', ['2']),
        ('claim', (7, 0), 'q', 'Cooperation answers what the Americans do.'),
        ('meeting', (8, 0), 's', 'Saadoun arrives in Tehran', '2020-11-13'),
        ('claim', (9, 0), 's', 'Cooperation will make Iraq safer.'),
    ]),
    ('909b77b11a1d', [
        ('claim', (1, 0), 'q', 'The armed forces of Iran are strong.', ['1']),
        ('relate', (1, 0), 'much to offer', '1'),
        ('link', (1, 0), 's', 'abbasi', 'Call Bagheri and Abbasi'),
        ('claim', (2, 0), 'q', 'Military relations do not come up to what is expected.'),
        ('meeting', (3, 0), 's', 'Memorandum of understanding', '2015'),
        ('claim', (3, 0), 's', 'Parts of the memorandum were not carried out.'),
        ('claim', (4, 0), 's', 'Iraq will never forget.'),
        ('relate', (4, 0), 'will not forget', '1'),
        ('claim', (5, 0), 's', 'The Iraqi armed forces are ready to cooperate more.'),
    ]),
    ('50e869aa73b3', [
        ('claim', (1, 0), 's', 'Military and defence ties should grow.', ['4', 'u']),
        ('meeting', (2, 0), 's', 'Call of the defence ministers'),
        ('claim', (4, 0), 's', 'Support of Iraq is a principle of Iran.'),
        ('claim', (6, 0), 's', 'The security of both states hangs together.'),
        ('claim', (7, 0), 's', 'Iran can meet what Iraq needs in air defence.'),
        ('claim', (8, 0), 's', 'The two states agreed on air defence.'),
        ('meeting', (9, 0), 's', 'Agreement on military cooperation', '2017-07'),
    ]),
]

program = None
window = None
text = None
kept = {}


def state():
    return program.state(PROJECT)


def claims():
    return program.lines('list', 'claims', PROJECT)


def meetings():
    return program.lines('list', 'meetings', PROJECT)


def show(article):
    """Down the library, from its first row, until this article is on show."""
    global text
    words = article['text'][slice(*article['body'][0])].split('\n')[0][:60]
    press('ctrl+1', 'Home')
    for _ in range(8):
        try:
            text = wait('the article', lambda: window.text_with(words), 1.5)
            break
        except AssertionError:
            press('Down', 'Return')
            press('ctrl+1')
    else:
        raise AssertionError('the library never comes to the article')
    kept['text'] = article['text']
    into_text(text)


def find(place):
    """The code point at which the n-th line that is not empty begins."""
    offset = 0
    n = 0
    for line in kept['text'].split('\n'):
        if line.strip():
            if n == place[0]:
                return offset
            n += 1
        offset += len(line) + 1
    raise AssertionError(f'there is no line {place[0]}')


def go_to(place, words=0):
    """By keys alone: down to the line, on by sentences, on by words."""
    into_text(text)
    start = find(place)
    press('Escape', 'ctrl+Home')
    wait('the caret at the beginning', lambda: caret(text) == 0)
    while caret(text) < start:
        before = caret(text)
        press('ctrl+Down')
        wait('the caret to move down', lambda: caret(text) != before)
    if caret(text) > start:
        press('Home')
        press('ctrl+Up')
        wait('the caret at the line', lambda: caret(text) <= start)
    while caret(text) <= start:
        before = caret(text)
        press('ctrl+Right')
        wait('the caret to move', lambda: caret(text) != before)
    for _ in range(place[1]):
        press('s')
        end = wait('a sentence', lambda: (selection(text) or (0, 0))[1])
        press('Escape')
        while caret(text) <= end + 1:
            before = caret(text)
            press('ctrl+Right')
            wait('the caret in the next sentence', lambda: caret(text) != before)
    for _ in range(words):
        press('ctrl+Right')


def select(place, key):
    go_to(place)
    press(key)
    wait('a passage', lambda: selection(text))


def focused_editor():
    node = window.focused()
    return node if node is not None and node.get_text_iface() is not None and not is_focused(text) else None


def tag_claim(place, key, proposition, pad=()):
    """The passage, C, a sentence, what is proposed, how firmly it is said."""
    before = {claim['id'] for claim in claims()}
    select(place, key)
    press('c')
    made = wait('a claim in the file', lambda: [claim['id'] for claim in claims() if claim['id'] not in before])
    wait('a field with the keyboard', focused_editor)
    write(proposition)
    press('alt+y')
    if pad:
        press('Tab', *pad)
    press('Escape')
    soon('the proposition in the file', lambda: [c['proposition'] for c in claims() if c['id'] in made], [proposition])
    wait('the keyboard in the text', lambda: is_focused(text))


def open_chooser(place, key):
    select(place, key)
    press('m')
    wait('the chooser of meetings', lambda: window.shows('Which meeting does the passage speak of?'))


def make_meeting(place, key, title, when=None):
    """Without a date when the page gives none."""
    n = len(meetings())
    open_chooser(place, key)
    write(title)
    wait('the offer of a new meeting', lambda: window.shows(f'New meeting “{title}”…'))
    press('ctrl+Return')
    wait('the field for the date', lambda: window.shows('Date'))
    press('ctrl+a')
    press('BackSpace')
    if when:
        write(when)
    press('Return')
    wait('a meeting in the file', lambda: len(meetings()) == n + 1)
    wait('the keyboard in the text', lambda: is_focused(text))


def link_meeting(place, key, words, title):
    """One that is there, by a word of it."""
    n = len(state()['evidence'])
    open_chooser(place, key)
    write(words)
    wait('the meeting among those offered', lambda: window.shows(title))
    press('Return')
    wait('evidence in the file', lambda: len(state()['evidence']) == n + 1)
    wait('the keyboard in the text', lambda: is_focused(text))


def mark_name(place, skipped, n_words, name):
    """So many words, after so many others."""
    n = len(state()['mentions'])
    go_to(place)
    press('Home')
    press(*['ctrl+Right'] * skipped)
    press(*['ctrl+shift+Right'] * n_words)
    press('e')
    wait('the chooser of names', lambda: window.shows('Whose name is this?'))
    press('ctrl+a')
    write(name)
    wait('the offer of a name', lambda: window.shows(name))
    press('Return')
    wait('a mention in the file', lambda: len(state()['mentions']) == n + 1)
    wait('the keyboard in the text', lambda: is_focused(text))


def apply_code(place, key, name):
    n = len(state()['codings'])
    select(place, key)
    press('k')
    wait('the chooser of codes', focused_editor)
    write(name)
    wait('the offer of a code', lambda: window.shows(name))
    press('Return')
    wait('a coding in the file', lambda: len(state()['codings']) == n + 1)
    wait('the keyboard in the text', lambda: is_focused(text))


def relate(place, words, key):
    """The claim at this place, R, a word of the other, and how they relate."""
    n = len(state()['relations'])
    go_to(place, 3)
    press('w')
    press('Return')  # the innermost annotation around what is selected
    wait('the form of the claim', focused_editor)
    press('Escape')
    wait('the keyboard in the text', lambda: is_focused(text))
    press('r')
    wait('the chooser of claims', focused_editor)
    write(words)
    wait('the other claim among those offered', lambda: window.shows(words))
    press(f'alt+{key}')
    press('Return')
    wait('a relation in the file', lambda: len(state()['relations']) == n + 1)
    press('Escape')


GESTURES = {
    'claim': tag_claim, 'meeting': make_meeting, 'link': link_meeting, 'name': mark_name, 'code': apply_code,
    'relate': relate,
}


# Steps

def makes_a_project():
    program.run('new', PROJECT, '--title', 'Five articles')
    program.run('import', PROJECT, PAGES)
    kept['articles'] = {article['sha256'][:12]: article for article in program.lines('list', 'articles', PROJECT)}
    equal(sorted(kept['articles']), sorted(digest for digest, _ in SCRIPT))


def opens():
    global window
    window = Window(program, PROJECT)
    press('ctrl+F9')  # without the timeline there is less to read through on the accessibility bus


def annotates(digest, gestures):
    show(kept['articles'][digest])
    for name, *arguments in gestures:
        GESTURES[name](*arguments)
    picture(digest[:6])


def is_all_there():
    """What the keys meant to say is what the file says, and every quote stands where its anchor says."""
    found = state()
    wanted = [gesture for _, gestures in SCRIPT for gesture in gestures]
    equal([len(found[kind]) for kind in ('claims', 'meetings', 'mentions', 'codings', 'relations')],
          [sum(1 for gesture in wanted if gesture[0] == kind)
           for kind in ('claim', 'meeting', 'name', 'code', 'relate')])
    texts = {article['id']: article['text'] for article in found['articles']}
    for claim in found['claims']:
        for anchor in (claim['content'], claim['cue'], claim['source']):
            if anchor:
                equal(' … '.join(texts[claim['article']][start:end] for start, end in anchor['ranges']), anchor['exact'])
    equal(sorted((meeting['title'], meeting['when']) for meeting in found['meetings']),
          sorted((gesture[3], gesture[4] if len(gesture) > 4 else None) for gesture in wanted if gesture[0] == 'meeting'))


def proposes():
    """How much the program saw by itself: of most claims the words that say who speaks, and that they do."""
    found = claims()
    attributed = [claim for claim in found if claim['cue']]
    if len(attributed) * 2 < len(found):
        raise AssertionError(f'{len(attributed)} of {len(found)} claims have a cue')
    print(f"# {len(attributed)} of {len(found)} claims with a cue, {sum(1 for c in found if c['source'])} with a source, "
          f"{sum(1 for c in found if c['speaker'])} with a speaker")


def is_undone_and_done_again():
    into_text(text)
    before = state()
    n = len(program.lines('history', PROJECT))
    press(*['ctrl+z'] * n)
    wait('an empty project', lambda: not any(state()[kind] for kind in ('claims', 'meetings', 'articles')))
    press(*['ctrl+shift+z'] * n)
    wait('everything to be there again', lambda: state() == before)


def ends():
    press('ctrl+w')
    window.wait_for_end()


def comes_back_the_same():
    program.run('export', PROJECT, '--format', 'json', '-o', 'out.json')
    program.run('validate', 'out.json')
    program.run('new', 'copy.rapporteur', '--title', 'Five articles')
    program.run('import', 'copy.rapporteur', 'out.json')
    equal(program.run('export', 'copy.rapporteur', '--format', 'json', '-o', '-'),
          program.run('export', PROJECT, '--format', 'json', '-o', '-'))


if not os.path.isdir(PAGES):
    print('1..0 # SKIP the five pages are not here; RAP_SHARED may name the folder that has them')
    sys.exit(0)

program = Program(sys.argv[1])
STEPS = [makes_a_project, opens]
STEPS += [(f'annotates-{digest[:6]}', lambda digest=digest, gestures=gestures: annotates(digest, gestures))
          for digest, gestures in SCRIPT]
STEPS += [is_all_there, proposes, is_undone_and_done_again, ends, comes_back_the_same]

sys.exit(run_steps(program, '/app/five-articles', STEPS))
