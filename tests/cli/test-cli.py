#!/usr/bin/env python3
# test-cli.py
#
# The command line from outside: every command, its exit status, the shape of
# its JSON, and input that is wrong in every way there is. Prints TAP.
# Usage: test-cli.py PROGRAM SOURCE-ROOT
#
# SPDX-License-Identifier: GPL-3.0-or-later

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = os.path.abspath(sys.argv[2])
SAMPLE = os.path.join(SOURCE, 'data', 'sample', 'sample.json')
SCHEMA = os.path.join(SOURCE, 'data', 'schema', 'rapporteur-1.schema.json')
NOBODY = 65534
UNKNOWN_ID = '00000000-0000-4000-8000-000000000099'

NEWS = (
    'Minister visits the port\n\n'
    'BASRA, 8 November 2022. The defence minister said on Monday that both sides had agreed on a new line of work, '
    'and that a delegation would come in the spring to speak about the border.\n\n'
    'He stressed that the talks had gone well. A spokesman for the army added that training would begin next year, '
    'with officers of both countries taking part in equal numbers.\n')

PERSIAN = (
    'دیدار دو وزیر در تهران\n\n'
    'وزیر دفاع روز دوشنبه گفت که دو طرف درباره همکاری مرزی و آموزش نیروها به توافق رسیده اند و این گفتگوها ادامه خواهد داشت.\n')

OBJECTS = {
    'articles': ['id', 'title', 'outlet', 'byline', 'published', 'url', 'language', 'direction', 'text', 'body',
                 'sha256', 'copied_from', 'note', 'created', 'modified', 'analyst'],
    'meetings': ['id', 'title', 'mode', 'status', 'when', 'earliest', 'latest', 'place', 'place_text', 'topic',
                 'outcome', 'participants', 'note', 'created', 'modified', 'analyst'],
    'claims': ['id', 'article', 'content', 'cue', 'source', 'proposition', 'speaker', 'via', 'anonymous', 'mode',
               'certainty', 'polarity', 'tense', 'credibility', 'codes', 'meetings', 'note', 'created', 'modified',
               'analyst'],
    'entities': ['id', 'kind', 'name', 'names', 'reliability', 'not_same_as', 'note', 'created', 'modified', 'analyst'],
    'codes': ['id', 'name', 'parent', 'colour', 'key', 'description', 'created', 'modified', 'analyst'],
}


class Skip(Exception):
    pass


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.raw = done.stdout
        self.out = done.stdout.decode('utf-8')
        self.err = done.stderr.decode('utf-8', 'replace')

    def json(self):
        return json.loads(self.out)

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


class Box:
    """A folder of its own for one test, and the program run in it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='rapporteur-')
        self.environment = {
            name: value for name, value in os.environ.items()
            if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE', 'LC_MESSAGES')}
        self.environment.update(LC_ALL='C.UTF-8', HOME=self.folder, XDG_STATE_HOME=self.folder + '/state',
                                XDG_DATA_HOME=self.folder + '/share', G_DEBUG='fatal-warnings')

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode('utf-8')
        with open(self.path(name), 'wb') as file:
            file.write(data)
        return name

    def read(self, name):
        with open(self.path(name), 'rb') as file:
            return file.read()

    def sum(self, name):
        return hashlib.sha256(self.read(name)).hexdigest()

    def run(self, *arguments, stdin=b'', environment=None, user=None):
        return Result(subprocess.run(
            [PROGRAM, *arguments], cwd=self.folder, env={**self.environment, **(environment or {})},
            input=stdin if isinstance(stdin, bytes) else stdin.encode('utf-8'),
            capture_output=True, timeout=120, user=user))

    def good(self, *arguments, **options):
        result = self.run(*arguments, **options)
        equal((arguments, result.status, result.err), (arguments, 0, ''))
        return result

    def sample(self, name='sample.rapporteur'):
        self.good('new', name, '--sample')
        return name

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def equal(actual, expected):
    if actual != expected:
        raise AssertionError('%r is not %r' % (actual, expected))


def matches(text, pattern):
    if not re.search(pattern, text):
        raise AssertionError('%r does not match %r' % (text, pattern))


def fails(result, status, pattern):
    """Exit status, one line on standard error that names the program, nothing on standard output."""
    equal((result.status, result.out), (status, ''))
    matches(result.err, '^rapporteur: ' + pattern)


# ---------------------------------------------------------------- help and usage

COMMANDS = ['new', 'check', 'validate', 'import', 'extract', 'list', 'show', 'search', 'timeline', 'apply', 'undo',
            'redo', 'history', 'export', 'date', 'dates']


def test_help(box):
    for word in ('help', '--help', '-h'):
        out = box.good(word).out
        equal([line.split()[0] for line in re.findall(r'^  [a-z]+  .*', out, re.M)], COMMANDS)
    for command in COMMANDS:
        by_option = box.good(command, '--help').out
        matches(by_option, 'rapporteur ' + command)
        equal(box.good('help', command).out, by_option)
    matches(box.good('--version').out, r'^rapporteur \d+\.\d+\.\d+\n$')


USAGE = [
    (['help', 'nothing'], 'nothing: '),
    (['new'], 'new: '),
    (['new', 'a', 'b'], 'new: '),
    (['list', 'p'], 'list: '),
    (['list', 'relations', 'p'], 'list: relations: '),
    (['list', 'articles', 'p', '--unknown'], 'list: .*--unknown'),
    (['show', 'p'], 'show: '),
    (['search', 'p'], 'search: '),
    (['search', 'p', 'q', '--limit', '0'], '--limit: '),
    (['search', 'p', 'q', '--limit', 'many'], 'search: '),
    (['import', 'p'], 'import: '),
    (['import', 'p', 'f', '--format', 'papyrus'], '--format papyrus: '),
    (['import', 'p', 'f', '--published', 'Monday'], '--published Monday: '),
    (['extract', 'f', '--format', 'papyrus'], '--format papyrus: '),
    (['undo', 'p', 'all'], 'all: '),
    (['undo', 'p', '0'], '0: '),
    (['redo', 'p', '-1'], 'redo: '),
    (['apply', 'p'], 'apply: '),
    (['export', 'p'], 'export: '),
    (['export', 'p', '--format', 'xml'], '--format xml: '),
    (['timeline', 'p', '--lanes', 'sky'], '--lanes sky: '),
    (['timeline', 'p', '--from', 'x'], '--from x: '),
    (['validate'], 'validate: '),
    (['date'], 'date: '),
    (['date', '--from', 'Monday', '2017'], '--from Monday: '),
    (['date', '--from', '2017-07', '2017'], '--from 2017-07: '),
    (['dates'], 'dates: '),
    (['dates', 'f', 'g'], 'dates: '),
    (['dates', 'f', '--published', 'Monday'], '--published Monday: '),
]


def test_usage(box):
    for arguments, pattern in USAGE:
        fails(box.run(*arguments), 2, pattern)
    equal(os.listdir(box.folder), [])


# ---------------------------------------------------------------- projects

def test_new(box):
    box.good('new', 'a.rapporteur', '--title', 'Two words')
    document = box.good('export', 'a.rapporteur', '--format', 'json').json()
    equal(document['project']['title'], 'Two words')
    equal([document[kind] for kind in OBJECTS], [[], [], [], [], []])
    before = box.sum('a.rapporteur')
    fails(box.run('new', 'a.rapporteur'), 1, 'a.rapporteur: ')
    fails(box.run('new', 'a.rapporteur', '--sample'), 1, 'a.rapporteur: ')
    equal(box.sum('a.rapporteur'), before)
    fails(box.run('new', 'none/a.rapporteur'), 1, 'none/a.rapporteur: ')
    matches(box.good('check', 'a.rapporteur').out, 'sound')
    equal(box.good('check', '--json', 'a.rapporteur').json(), {'ok': True, 'problems': []})


def test_names(box):
    """File names that are no UTF-8, in a locale that is none either."""
    name = b'n\xff\xe9.rapporteur'
    c = {'LC_ALL': 'C'}
    box.good('new', name, '--title', 'Überschrift «۱»', environment=c)
    box.write(os.fsdecode(b'\xfe.txt'), NEWS)
    imported = box.good('import', name, b'\xfe.txt', '--json', environment=c).lines()
    equal([line['error'] for line in imported], [None])
    exported = box.good('export', '--format', 'json', name, environment=c)
    equal(exported.json()['project']['title'], 'Überschrift «۱»')
    result = box.run('list', 'articles', b'm\xff.rapporteur', environment=c)
    fails(result, 1, 'm\ufffd.rapporteur: ')


def corrupt_sqlite(box, name, statement):
    connection = sqlite3.connect(box.path(name))
    connection.execute(statement)
    connection.commit()
    connection.close()


def make_foreign(box, name):
    corrupt_sqlite(box, name, 'CREATE TABLE other (x)')


def make_newer(box, name):
    box.good('new', name)
    corrupt_sqlite(box, name, 'PRAGMA user_version = 9999')


def make_truncated(box, name):
    box.sample(name)
    box.write(name, box.read(name)[:len(box.read(name)) // 2])


BAD_PROJECTS = {
    'missing.rapporteur': lambda box, name: None,
    'empty.rapporteur': lambda box, name: box.write(name, b''),
    'text.rapporteur': lambda box, name: box.write(name, NEWS),
    'folder.rapporteur': lambda box, name: os.mkdir(box.path(name)),
    'foreign.rapporteur': make_foreign,
    'newer.rapporteur': make_newer,
    'truncated.rapporteur': make_truncated,
}
ON_PROJECT = [
    ['list', 'articles', '{}'], ['list', '--json', 'claims', '{}'], ['show', '{}', UNKNOWN_ID],
    ['search', '{}', 'x'], ['timeline', '{}'], ['import', '{}', 'news.txt'], ['apply', '{}', 'edits.json'],
    ['undo', '{}'], ['redo', '{}'], ['history', '{}'], ['export', '{}', '--format', 'json'],
]


def test_bad_projects(box):
    box.write('news.txt', NEWS)
    box.write('edits.json', '{}')
    for name, make in BAD_PROJECTS.items():
        make(box, name)
        is_file = os.path.isfile(box.path(name))
        before = box.sum(name) if is_file else None
        files = sorted(os.listdir(box.folder))
        for arguments in ON_PROJECT:
            fails(box.run(*[argument.format(name) for argument in arguments]), 1, re.escape(name) + ': .')
        result = box.run('check', name)
        equal((name, result.status), (name, 1))
        matches(result.err, '^rapporteur: ' + re.escape(name) + ': .')
        equal((name, box.sum(name) if is_file else None), (name, before))
        equal(sorted(os.listdir(box.folder)), files)


def hold(box, name):
    """An import that has opened the project and waits for its input."""
    box.write('nothing.json', '{"codes": []}')
    box.good('apply', name, 'nothing.json')
    while True:
        holder = subprocess.Popen([PROGRAM, 'import', name, '-'], cwd=box.folder, env=box.environment,
                                  stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # as long as it has not, a change of nothing succeeds, or is what keeps it from opening
        while holder.poll() is None:
            if box.run('apply', name, 'nothing.json').status == 1:
                return holder


def test_locked(box):
    box.sample('p.rapporteur')
    box.write('edits.json', '{"codes": [{"name": "New"}]}')
    holder = hold(box, 'p.rapporteur')
    try:
        before = box.sum('p.rapporteur')
        for arguments in (['apply', 'p.rapporteur', 'edits.json'], ['undo', 'p.rapporteur']):
            fails(box.run(*arguments), 1, 'p.rapporteur: ')
        equal(len(box.good('list', '--json', 'articles', 'p.rapporteur').lines()), 8)
        equal(box.sum('p.rapporteur'), before)
    finally:
        holder.stdin.close()
        holder.wait(timeout=60)
    box.good('apply', 'p.rapporteur', 'edits.json')


def test_read_only(box):
    box.sample('p.rapporteur')
    box.write('edits.json', '{"codes": [{"name": "New"}]}')
    box.write('secret.txt', NEWS)
    os.chmod(box.path('secret.txt'), 0)
    os.chmod(box.path('p.rapporteur'), 0o444)
    os.chmod(box.folder, 0o555)
    user = NOBODY if os.geteuid() == 0 else None
    if user is not None:
        try:
            box.run('--version', user=user)
        except PermissionError:
            raise Skip('the program cannot be run by another user')
    before = box.sum('p.rapporteur')
    fails(box.run('apply', 'p.rapporteur', 'edits.json', user=user), 1, 'p.rapporteur: ')
    fails(box.run('undo', 'p.rapporteur', user=user), 1, 'p.rapporteur: ')
    fails(box.run('new', 'q.rapporteur', user=user), 1, 'q.rapporteur: ')
    fails(box.run('extract', 'secret.txt', user=user), 1, 'secret.txt: .*Permission denied')
    fails(box.run('export', 'p.rapporteur', '--format', 'json', '-o', 'out.json', user=user), 1, 'out.json: ')
    equal(len(box.good('list', '--json', 'articles', 'p.rapporteur', user=user).lines()), 8)
    equal(box.good('export', 'p.rapporteur', '--format', 'json', user=user).json()['format'], 'rapporteur')
    equal(box.sum('p.rapporteur'), before)
    os.chmod(box.folder, 0o755)


# ---------------------------------------------------------------- import and extract

IMPORT_KEYS = ['file', 'article', 'title', 'published', 'outlet', 'detected', 'duplicates', 'error']


def test_import(box):
    box.good('new', 'p.rapporteur')
    box.write('news.txt', NEWS)
    os.mkdir(box.path('folder'))
    box.write('folder/b.html', '<html lang="en"><head><title>Second story</title></head><body><article><h1>Second story</h1>'
              '<p>' + NEWS.split('\n\n')[1] + '</p><p>' + NEWS.split('\n\n')[2] + '</p></article></body></html>')
    box.write('folder/c.txt', NEWS)
    lines = box.good('import', '--json', 'p.rapporteur', 'news.txt', 'folder').lines()
    equal([list(line) for line in lines], [IMPORT_KEYS] * 3)
    equal([line['file'] for line in lines], ['news.txt', 'folder/b.html', 'folder/c.txt'])
    equal([line['error'] for line in lines], [None] * 3)
    equal(lines[0]['title'], 'Minister visits the port')
    equal(lines[1]['title'], 'Second story')
    equal([(copy['article'], copy['kind']) for copy in lines[2]['duplicates'] if copy['kind'] == 'exact'],
          [(lines[0]['article'], 'exact')])
    stored = box.good('list', '--json', 'articles', 'p.rapporteur').lines()
    equal({article['id'] for article in stored}, {line['article'] for line in lines})
    out = box.good('import', 'p.rapporteur', '-', '--outlet', 'The Paper', '--published', '2022-11', stdin=NEWS).out
    matches(out, '(?s)^-\n.*Minister visits the port.*The Paper')
    matches(out, '2022-11')


# name, content, whether it goes in, what its text must hold
FILES = [
    ('plain.txt', NEWS.encode(), True, 'training would begin'),
    ('crlf.txt', NEWS.replace('\n', '\r\n').encode(), True, 'training would begin'),
    ('cr.txt', NEWS.replace('\n', '\r').encode(), True, 'training would begin'),
    ('bom.txt', b'\xef\xbb\xbf' + NEWS.encode(), True, 'training would begin'),
    ('utf16le.txt', b'\xff\xfe' + NEWS.encode('utf-16-le'), True, 'training would begin'),
    ('utf16be.txt', b'\xfe\xff' + NEWS.encode('utf-16-be'), True, 'training would begin'),
    ('windows-1256.txt', ('دعم الاتفاق بين البلدين في مجال الدفاع وتبادل الخبرات العسكرية بين الجيشين. ' * 12).encode('cp1256'), True, 'الاتفاق'),
    ('persian.txt', PERSIAN.encode(), True, 'همکاری'),
    ('empty.txt', b'', False, None),
    ('blank.txt', b' \n\t\r\n', False, None),
    ('binary.bin', bytes(range(256)) * 40, False, None),
    ('picture.png', b'\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR' + os.urandom(2000), False, None),
    ('nul.txt', b'some text\0with\0zero bytes ' * 10, False, None),
]


def test_files(box):
    box.good('new', 'p.rapporteur')
    for name, content, goes_in, text in FILES:
        box.write(name, content)
        before = box.sum('p.rapporteur')
        result = box.run('import', '--json', 'p.rapporteur', name)
        equal((name, result.status), (name, 0 if goes_in else 1))
        line, = result.lines()
        equal((name, line['article'] is not None, line['error'] is None), (name, goes_in, goes_in))
        if not goes_in:
            matches(result.err, '^rapporteur: ' + re.escape(name) + ': .')
            equal((name, box.sum('p.rapporteur')), (name, before))
            continue
        shown = box.good('show', '--json', 'p.rapporteur', line['article']).out
        matches(shown, text)
        equal((name, '\\r' in shown, '\\ufeff' in shown or '\ufeff' in shown), (name, False, False))
    names = [row[0] for row in FILES]
    box.good('new', 'q.rapporteur')
    result = box.run('import', '--json', 'q.rapporteur', 'missing.txt', *names)
    equal(result.status, 1)
    equal([(line['file'], line['error'] is None) for line in result.lines()],
          [('missing.txt', False)] + [(row[0], row[2]) for row in FILES])


EXTRACT_KEYS = ['title', 'published', 'outlet', 'byline', 'language', 'body', 'text', 'ranges']


def test_extract(box):
    box.write('news.txt', NEWS)
    box.write('persian.txt', PERSIAN)
    single = box.good('extract', '--json', 'news.txt').json()
    equal(list(single), EXTRACT_KEYS)
    equal(single['title'], 'Minister visits the port')
    matches(single['body'], 'training would begin')
    equal([single['text'][start:end] != '' for start, end in single['ranges']], [True] * len(single['ranges']))
    equal(box.good('extract', '--json', '-', stdin=NEWS).json(), single)
    several = box.good('extract', '--json', 'news.txt', 'persian.txt').lines()
    equal([list(line) for line in several], [['file'] + EXTRACT_KEYS] * 2)
    equal([line['file'] for line in several], ['news.txt', 'persian.txt'])
    matches(box.good('extract', 'news.txt').out, '^Title: Minister visits the port\n')
    fails(box.run('extract', 'missing.txt'), 1, 'missing.txt: it cannot be opened: No such file or directory')
    result = box.run('extract', '--json', 'missing.txt', 'news.txt')
    equal((result.status, [line['file'] for line in result.lines()]), (1, ['news.txt']))


# ---------------------------------------------------------------- native JSON

def small(**members):
    return {'format': 'rapporteur', 'version': 1, **members}


CODE_ID = '11111111-1111-4111-8111-111111111111'
ARTICLE_ID = '22222222-2222-4222-8222-222222222222'
CLAIM_ID = '33333333-3333-4333-8333-333333333333'
ARTICLE = {'id': ARTICLE_ID, 'title': 'T', 'text': 'one two one'}


def claim(**members):
    return {'id': CLAIM_ID, 'article': ARTICLE_ID, 'content': {'ranges': [[4, 7]]}, **members}


# document (text or object), what the error says
BAD_JSON = [
    (b'', 'empty'),
    (b'{', 'line 1, column 2'),
    (b'{"format": "rapporteur", "version": 1,\n "codes": [}', 'line 2, column 12'),
    (b'\xff\xfe{\0}\0', '.'),
    (b'{"format": "rapporteur", "version": 1, "generator": "\\ud800"}', 'surrogate'),
    (b'{"format": "rapporteur", "version": 1e999}', 'out of range'),
    (b'{"format": "rapporteur", "format": "rapporteur", "version": 1}', '“format” is given twice'),
    (b'{"format": "rapporteur", "version": 1, "codes": ' + b'[' * 100000 + b']' * 100000 + b'}', 'nested too deeply'),
    ({'format': 'rapporteur', 'version': 2}, 'newer'),
    (small(codes={}), 'codes: '),
    (small(codes=[{'id': CODE_ID, 'name': ''}]), 'code ' + CODE_ID + ': name: '),
    (small(codes=[{'id': CODE_ID, 'name': 'A', 'colour': 'red'}]), 'code ' + CODE_ID + ': colour: '),
    (small(codes=[{'id': CODE_ID, 'name': 'A', 'parent': UNKNOWN_ID}]), 'code ' + CODE_ID + ': parent: '),
    (small(codes=[{'id': CODE_ID, 'name': 'A'}, {'id': CODE_ID, 'name': 'B'}]), 'code ' + CODE_ID + ': id: '),
    (small(articles=[{**ARTICLE, 'sha256': 'f' * 64}]), 'article ' + ARTICLE_ID + ': sha256: '),
    (small(articles=[{**ARTICLE, 'published': 'Monday'}]), 'article ' + ARTICLE_ID + ': published: '),
    (small(articles=[ARTICLE], claims=[claim(content={'ranges': [[4, 99]]})]), 'claim ' + CLAIM_ID + ': content: '),
    (small(articles=[ARTICLE], claims=[claim(content={'ranges': [[4, 7]], 'exact': 'one'})]), 'claim ' + CLAIM_ID + ': content: '),
    (small(articles=[ARTICLE], claims=[claim(content={'exact': 'one'})]), 'claim ' + CLAIM_ID + ': content: '),
    (small(articles=[ARTICLE], claims=[claim(certainty='maybe')]), 'claim ' + CLAIM_ID + ': certainty: '),
    (small(articles=[ARTICLE], claims=[claim(speaker=UNKNOWN_ID)]), 'claim ' + CLAIM_ID + ': speaker: '),
    (small(articles=[ARTICLE], claims=[claim(credibility=9)]), 'claim ' + CLAIM_ID + ': credibility: '),
    (small(meetings=[{'title': 'M', 'when': '2017', 'earliest': '2016-01-01'}]), 'earliest'),
]


def as_bytes(document):
    return document if isinstance(document, bytes) else json.dumps(document).encode()


def test_bad_json(box):
    box.sample('p.rapporteur')
    before = box.sum('p.rapporteur')
    for document, pattern in BAD_JSON:
        box.write('bad.json', as_bytes(document))
        fails(box.run('validate', 'bad.json'), 1, 'bad.json: .*' + pattern)
        fails(box.run('apply', 'p.rapporteur', 'bad.json'), 1, 'bad.json: .*' + pattern)
        result = box.run('import', 'p.rapporteur', 'bad.json', '--format', 'json')
        fails(result, 1, 'bad.json: .*' + pattern)
        equal(box.sum('p.rapporteur'), before)


def test_validate(box):
    box.write('good.json', as_bytes(small(articles=[ARTICLE], claims=[claim()])))
    box.good('validate', 'good.json')
    box.good('validate', SAMPLE)
    box.good('validate', '-', stdin=box.read('good.json'))
    box.write('bad.json', as_bytes(small(hue=1, codes=[{'id': CODE_ID, 'name': 'A', 'colour': 'red', 'hue': 1}],
                                         articles=[ARTICLE], claims=[claim(certainty='maybe')])))
    lines = box.run('validate', 'bad.json').err.splitlines()
    for pattern in ('document: hue: ', 'code ' + CODE_ID + ': hue: ', 'code ' + CODE_ID + ': colour: ',
                    'claim ' + CLAIM_ID + ': certainty: '):
        equal((pattern, len([line for line in lines if line.startswith('rapporteur: bad.json: ' + pattern)])), (pattern, 1))
    equal(len(lines), 4)


def test_round_trip(box):
    box.sample('p.rapporteur')
    box.good('export', 'p.rapporteur', '--format', 'json', '-o', 'one.json')
    equal(box.good('export', '--format', 'json', 'p.rapporteur', '-o', '-').raw, box.read('one.json'))
    box.good('validate', 'one.json')
    box.good('new', 'q.rapporteur')
    box.good('import', 'q.rapporteur', 'one.json')
    box.good('export', 'q.rapporteur', '--format', 'json', '-o', 'two.json')
    equal(box.sum('two.json'), box.sum('one.json'))
    equal(box.good('check', '--json', 'q.rapporteur').json()['ok'], True)
    document = json.loads(box.read('one.json'))
    equal(list(document), ['format', 'version', 'generator', 'project', 'codes', 'entities', 'articles', 'meetings',
                           'claims', 'mentions', 'evidence', 'codings', 'relations'])
    for kind, members in OBJECTS.items():
        equal({tuple(item) for item in document[kind]}, {tuple(members)})
    with open(SAMPLE, encoding='utf-8') as file:
        original = json.load(file)
    for kind in document:
        if isinstance(document[kind], list):
            equal((kind, len(document[kind])), (kind, len(original[kind])))
            equal(document[kind], sorted(document[kind], key=lambda item: (item['created'], item['id'])))


def test_schema(box):
    try:
        import jsonschema
    except ImportError:
        raise Skip('python3-jsonschema is not installed')
    box.sample('p.rapporteur')
    with open(SCHEMA, encoding='utf-8') as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    document = box.good('export', 'p.rapporteur', '--format', 'json').json()
    equal([error.message for error in validator.iter_errors(document)], [])


def test_codebook(box):
    """The codes alone, as native JSON and as REFI-QDA: into another project, and a second time without doubling."""
    box.sample('p.rapporteur')
    codes = box.good('export', 'p.rapporteur', '--format', 'json').json()['codes']
    book = box.good('export', 'p.rapporteur', '--format', 'codebook').json()
    equal(list(book), ['format', 'version', 'generator', 'codes'])
    equal(book['codes'], codes)
    for form, suffix, keys in (('codebook', 'json', True), ('qdc', 'qdc', False)):
        name, project = 'book.' + suffix, form + '.rapporteur'
        box.good('export', 'p.rapporteur', '--format', form, '-o', name)
        box.good('new', project)
        for expected in (len(codes), 0):
            equal(box.good('import', project, name).out.splitlines(), [name, '  Records: %d' % expected])
        found = box.good('export', project, '--format', 'json').json()['codes']
        shown = {item['id']: (item['name'], item['parent'], item['colour'], item['key'] if keys else None) for item in codes}
        equal({item['id']: (item['name'], item['parent'], item['colour'], item['key']) for item in found}, shown)
        equal(box.good('export', project, '--format', form).raw if keys else None, box.read(name) if keys else None)
        equal(box.good('undo', project).out, 'Undone: Import “%s”\n' % name)
        equal(box.good('list', '--json', 'codes', project).lines(), [])
    equal(box.read('book.qdc').decode().splitlines()[1].split(' origin')[0], '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"')
    losses = box.good('export', 'p.rapporteur', '--format', 'qdc', '--losses').out.splitlines()
    equal(losses[0], 'code %s: without its key, times and analyst' % codes[0]['id'])
    equal(len([line for line in losses if line.startswith('claim ') and line.endswith(': not written')]) > 0, True)
    equal([line for line in box.good('export', 'p.rapporteur', '--format', 'codebook', '--losses').out.splitlines()
           if line.startswith('code ')], [])
    box.write('bad.qdc', b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code name="A"></Codes></CodeBook>')
    fails(box.run('import', 'p.rapporteur', 'bad.qdc'), 1, 'bad.qdc: ')
    fails(box.run('extract', '--format', 'qdc', 'bad.qdc'), 2, '--format qdc: ')


def test_jsonl(box):
    box.sample('p.rapporteur')
    document = box.good('export', 'p.rapporteur', '--format', 'json').json()
    claims = box.good('export', 'p.rapporteur', '--format', 'claims-jsonl').lines()
    titles = {article['id']: article['title'] for article in document['articles']}
    names = {entity['id']: entity['name'] for entity in document['entities']}
    meetings = {meeting['id']: meeting['title'] for meeting in document['meetings']}
    for line, original in zip(claims, document['claims'], strict=True):
        equal({key: line[key] for key in original}, original)
        equal(line['article_title'], titles[original['article']])
        equal(line['speaker_name'], names.get(original['speaker']))
        equal(line['meeting_titles'], [meetings[link['meeting']] for link in original['meetings']])
    articles = box.good('export', 'p.rapporteur', '--format', 'articles-jsonl').lines()
    quotes = 0
    for line, original in zip(articles, document['articles'], strict=True):
        equal((line['text'], line['body']), (original['text'], original['body']))
        for span in line['spans']:
            quotes += 1
            equal(0 <= span['start'] < span['end'] <= len(line['text']), True)
    equal(quotes >= len(document['claims']) + len(document['mentions']) + len(document['evidence']), True)


def test_apply(box):
    box.good('new', 'p.rapporteur')
    box.write('add.json', as_bytes(small(codes=[{'id': CODE_ID, 'name': 'A'}], articles=[ARTICLE],
                                         claims=[claim(proposition='P', codes=[CODE_ID])])))
    box.write('change.json', as_bytes({'claims': [{'id': CLAIM_ID, 'certainty': 'PS'}], 'project': {'title': 'New'}}))
    box.write('delete.json', as_bytes({'claims': [{'id': CLAIM_ID, 'deleted': True}]}))
    box.write('text.json', as_bytes({'articles': [{'id': ARTICLE_ID, 'text': 'other'}]}))
    box.write('unknown.json', as_bytes({'claims': [{'id': UNKNOWN_ID, 'deleted': True}]}))
    empty = box.good('export', 'p.rapporteur', '--format', 'json').raw
    equal(box.good('apply', '--json', 'p.rapporteur', 'add.json').json(), {'added': 3, 'changed': 0, 'deleted': 0})
    added = box.good('export', 'p.rapporteur', '--format', 'json').raw
    equal(box.good('apply', '--json', 'p.rapporteur', '-', stdin=box.read('change.json')).json(),
          {'added': 0, 'changed': 2, 'deleted': 0})
    changed = box.good('export', 'p.rapporteur', '--format', 'json')
    stored, = changed.json()['claims']
    equal((stored['proposition'], stored['certainty'], stored['codes']), ('P', 'PS', [CODE_ID]))
    equal(changed.json()['project']['title'], 'New')
    fails(box.run('apply', 'p.rapporteur', 'text.json'), 1, 'text.json: article ' + ARTICLE_ID + ': text: ')
    fails(box.run('apply', 'p.rapporteur', 'unknown.json'), 1, 'unknown.json: .*' + UNKNOWN_ID)
    fails(box.run('apply', 'p.rapporteur', 'missing.json'), 1, 'missing.json: cannot be read: ')
    equal(box.good('apply', '--json', 'p.rapporteur', 'delete.json').json(), {'added': 0, 'changed': 0, 'deleted': 1})
    equal(box.good('list', '--json', 'claims', 'p.rapporteur').lines(), [])
    matches(box.good('undo', 'p.rapporteur').out, '^Undone: .')
    equal(box.good('export', 'p.rapporteur', '--format', 'json').raw, changed.raw)
    matches(box.good('undo', 'p.rapporteur', '9').out, '^(Undone: .+\n){2}$')
    equal(box.good('export', 'p.rapporteur', '--format', 'json').raw, empty)
    fails(box.run('undo', 'p.rapporteur'), 1, 'p.rapporteur: there is nothing to undo')
    matches(box.good('redo', 'p.rapporteur').out, '^Redone: .')
    equal(box.good('export', 'p.rapporteur', '--format', 'json').raw, added)
    history = box.good('history', '--json', 'p.rapporteur').lines()
    equal([list(entry) for entry in history], [['seq', 'time', 'analyst', 'label', 'undone']] * 3)
    equal([entry['undone'] for entry in history], [True, True, False])
    equal([entry['seq'] for entry in history], sorted((entry['seq'] for entry in history), reverse=True))
    equal(len(box.good('history', 'p.rapporteur').out.splitlines()), 4)
    box.good('redo', 'p.rapporteur', '2')
    fails(box.run('redo', 'p.rapporteur'), 1, 'p.rapporteur: there is nothing to redo')


# ---------------------------------------------------------------- reading

def test_list(box):
    box.sample('p.rapporteur')
    document = box.good('export', 'p.rapporteur', '--format', 'json').json()
    for kind, members in OBJECTS.items():
        lines = box.good('list', kind, 'p.rapporteur', '--json').lines()
        equal({tuple(line) for line in lines}, {tuple(members)})
        equal(sorted(line['id'] for line in lines), sorted(item['id'] for item in document[kind]))
        text = box.good('list', kind, 'p.rapporteur').out.splitlines()
        equal((kind, len(text)), (kind, len(lines) + 1))
        shown = {line.split()[0] for line in text[1:]}
        equal(shown, {item['id'][:13] for item in document[kind]})


def test_show(box):
    box.sample('p.rapporteur')
    document = box.good('export', 'p.rapporteur', '--format', 'json').json()
    for kind in document:
        if not isinstance(document[kind], list):
            continue
        item = document[kind][0]
        shown = box.good('show', '--json', 'p.rapporteur', item['id'])
        matches(shown.out, item['id'])
        equal(isinstance(shown.json(), dict), True)
        equal(box.good('show', '--json', 'p.rapporteur', item['id'][:13]).raw, shown.raw)
        equal(len(box.good('show', 'p.rapporteur', item['id']).out.splitlines()) > 3, True)
    fails(box.run('show', 'p.rapporteur', UNKNOWN_ID), 1, 'p.rapporteur: .')


def test_search(box):
    box.sample('p.rapporteur')
    articles = {item['id']: item for item in box.good('list', '--json', 'articles', 'p.rapporteur').lines()}
    hits = box.good('search', '--json', 'p.rapporteur', 'defence').lines()
    equal(len(hits) > 1, True)
    for hit in hits:
        equal(list(hit), ['article', 'title', 'published', 'snippet', 'ranges'])
        equal(hit['title'], articles[hit['article']]['title'])
        for start, end in hit['ranges']:
            equal(0 <= start < end <= len(hit['snippet']), True)
    equal(len(box.good('search', '--json', 'p.rapporteur', 'defence', '--limit', '1').lines()), 1)
    equal(box.good('search', '--json', 'p.rapporteur', 'qqqqqq').lines(), [])
    equal(len(box.good('search', 'p.rapporteur', 'defence').out.splitlines()), 2 * len(hits))
    for query in ('"', '(', '*', 'AND', '"a b', 'before:', 'title:x OR', "';--", '^'):
        equal(box.run('search', 'p.rapporteur', query).status in (0, 1), True)


def test_timeline(box):
    box.sample('p.rapporteur')
    lines = box.good('timeline', '--json', 'p.rapporteur').lines()
    equal({tuple(line) for line in lines}, {('kind', 'id', 'title', 'when', 'earliest', 'latest', 'lanes')})
    equal({line['kind'] for line in lines}, {'meeting', 'article'})
    undated = [line['when'] is None for line in lines]
    equal(undated, sorted(undated))
    key = [(line['earliest'] or '', line['latest'] or '9999', line['id']) for line in lines if line['when'] is not None]
    equal(key, sorted(key))
    equal(len(box.good('timeline', 'p.rapporteur').out.splitlines()), len(lines) + 1)
    some = box.good('timeline', '--json', 'p.rapporteur', '--from', '2022', '--to', '2022-12').lines()
    equal(0 < len(some) < len(lines), True)
    equal([line for line in some if (line['latest'] or '9999') < '2022-01-01' or (line['earliest'] or '') > '2022-12-31'], [])
    for lane in ('outlet', 'place', 'none'):
        equal(len(box.good('timeline', '--json', 'p.rapporteur', '--lanes', lane).lines()), len(lines))


# ---------------------------------------------------------------- output

def test_output(box):
    box.sample('p.rapporteur')
    before = box.sum('p.rapporteur')
    box.write('out.json', 'old')
    os.mkdir(box.path('folder'))
    for target in ('folder', 'none/out.json', '/dev/full'):
        fails(box.run('export', 'p.rapporteur', '--format', 'json', '-o', target), 1, re.escape(target) + ': ')
    equal(box.read('out.json'), b'old')
    box.good('export', 'p.rapporteur', '--format', 'json', '-o', 'out.json')
    equal(json.loads(box.read('out.json'))['version'], 1)
    equal(sorted(os.listdir(box.folder)), ['folder', 'out.json', 'p.rapporteur'])
    equal(box.sum('p.rapporteur'), before)
    for arguments in (['list', '--json', 'claims', 'p.rapporteur'], ['show', 'p.rapporteur', 'x' * 13],
                      ['export', 'p.rapporteur', '--format', 'json'], ['help']):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, *arguments], cwd=box.folder, env=box.environment, stdout=full,
                                  stderr=subprocess.PIPE, timeout=60)
        equal((arguments, done.returncode), (arguments, 1))
    for arguments in (['list', '--json', 'claims', 'p.rapporteur'], ['export', 'p.rapporteur', '--format', 'json']):
        process = subprocess.Popen([PROGRAM, *arguments], cwd=box.folder, env=box.environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        process.stdout.read(10)
        process.stdout.close()
        equal((arguments, process.wait(timeout=60) in (0, 1)), (arguments, True))


def test_terminal(box):
    """What stands in an article cannot steer the terminal."""
    box.good('new', 'p.rapporteur')
    box.write('a.json', as_bytes({'articles': [{'title': 'a\x1b[2Jb\x07\u009bc', 'text': 'x\x1b]0;y\x07z'}]}))
    box.good('apply', 'p.rapporteur', 'a.json')
    article, = box.good('list', '--json', 'articles', 'p.rapporteur').lines()
    for arguments in (['list', 'articles'], ['show'], ['timeline']):
        command, *kind = arguments
        rest = [article['id']] if command == 'show' else []
        out = box.good(command, *kind, 'p.rapporteur', *rest).out
        equal(re.findall('[\x00-\x09\x0b-\x1f\x7f-\x9f]', out), [])


def main(functions):
    tests = [(name[5:], test) for name, test in functions.items() if name.startswith('test_')]
    print('1..%d' % len(tests))
    failed = False
    for number, (name, test) in enumerate(tests, 1):
        box = Box()
        try:
            test(box)
            print('ok %d - %s' % (number, name))
        except Skip as reason:
            print('ok %d - %s # SKIP %s' % (number, name, reason))
        except Exception as error:
            failed = True
            trace = error.__traceback__
            while trace.tb_next is not None and trace.tb_next.tb_frame.f_code.co_name.startswith(('test_', 'check_')):
                trace = trace.tb_next
            print('not ok %d - %s' % (number, name))
            print('# line %d: %s: %s' % (trace.tb_lineno, type(error).__name__, str(error)[:3000].replace('\n', '\n# ')))
        finally:
            box.close()
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(globals()))
