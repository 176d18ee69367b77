# desk.py
#
# Hands and eyes for tests that drive the real program from outside: keys and
# pointer by xdotool, reading by the accessibility bus, the truth by the command
# line. Everything waits for something to become true, never for a time.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time

# The children's: a warning of this side's own libraries is no fault of the program.
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20  # seconds
EDITABLE = Atspi.StateType.EDITABLE


class Missing(AssertionError):
    """What was waited for did not come."""


def wait(what, condition, patience=PATIENCE):
    """The first true value of the condition; Missing when there is none in time."""
    deadline = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GLib.Error:  # the widget went away while it was read
            value = None
        if value:
            return value
        if time.monotonic() > deadline:
            raise Missing(f'waited {patience} s for {what}')
        time.sleep(.03)


def equal(found, wanted):
    if found != wanted:
        raise AssertionError(f'found {found!r} instead of {wanted!r}')


def soon(what, found, wanted):
    """Waits for what the function finds to be what is wanted."""
    try:
        wait(what, lambda: found() == wanted)
    except Missing:
        equal(found(), wanted)


def picture(name):
    """For looking at, when a folder for pictures is named."""
    folder = os.environ.get('RAP_PICTURES')
    if folder:
        subprocess.run(['import', '-silent', '-window', 'root', os.path.join(folder, name + '.png')], check=False)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, stdout=subprocess.PIPE,
                          universal_newlines=True).stdout


def press(*keys):
    xdotool('key', '--clearmodifiers', '--delay', '12', *keys)


def write(text):
    xdotool('type', '--clearmodifiers', '--delay', '8', text)


class Program:
    """The command line: each call is a process of its own beside the window, in a folder made for it."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.folder = tempfile.mkdtemp(prefix='rapporteur-')
        self.window = None  # the last one that was started

    def run(self, *arguments):
        """What it prints. While the window is writing, which a slow disk may make long, it says so; then again."""
        deadline = time.monotonic() + PATIENCE
        while True:
            done = subprocess.run([self.path, *arguments], cwd=self.folder, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE)
            said = done.stderr.decode('utf-8', 'replace')
            if done.returncode == 0:
                return done.stdout.decode('utf-8')
            if 'another program is using it' not in said or time.monotonic() > deadline:
                raise AssertionError(f"rapporteur {' '.join(arguments)}: {said}")

    def lines(self, *arguments):
        return [json.loads(line) for line in self.run(*arguments, '--json').splitlines()]

    def state(self, project):
        return json.loads(self.run('export', project, '--format', 'json', '-o', '-'))


class Window:
    """The program with a window, started on a project."""

    def __init__(self, program, *arguments):
        environment = dict(os.environ, G_DEBUG='fatal-warnings')
        program.window = self
        self.log = open(os.path.join(program.folder, 'window.log'), 'a+', encoding='utf-8')
        self.process = subprocess.Popen([program.path, *arguments], cwd=program.folder, env=environment,
                                        stdout=self.log, stderr=self.log)
        self.root = wait('the window on the accessibility bus', self._find_application)
        self.id = wait('the window on the screen', self._find_on_screen)
        wait('the window to have the keyboard', self._take_keyboard)

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended by itself with status {self.process.returncode}: {self.said()}')
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)  # what is read is what is there now
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def _find_on_screen(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               stdout=subprocess.PIPE, universal_newlines=True).stdout.split()
        return found[0] if found else None

    def _take_keyboard(self):
        frame = self.root.get_child_at_index(0)
        if frame is not None and frame.get_state_set().contains(Atspi.StateType.ACTIVE):
            return True
        subprocess.run(['xdotool', 'windowfocus', self.id], check=False)
        return False

    def said(self):
        self.log.seek(0)
        return self.log.read()[-2000:]

    def walk(self, root=None):
        """Everything that is not hidden, depth first; GTK leaves out what is."""
        stack = [root or self.root]
        while stack:
            node = stack.pop()
            yield node
            children = [node.get_child_at_index(i) for i in range(min(node.get_child_count(), 400))]
            stack.extend(child for child in reversed(children) if child is not None)

    def find(self, condition, root=None):
        for node in self.walk(root):
            if condition(node):
                return node
        return None

    def named(self, name, role=None):
        return self.find(lambda node: node.get_name() == name and (role is None or node.get_role_name() == role))

    def focused(self):
        return self.find(lambda node: node.get_state_set().contains(Atspi.StateType.FOCUSED))

    def text_with(self, words):
        """The text view that holds these words."""
        return self.find(lambda node: node.get_text_iface() is not None and words in read(node))

    def shows(self, words):
        return self.find(lambda node: words in (node.get_name() or '') or
                         (node.get_text_iface() is not None and words in read(node)))

    def wait_for_end(self, patience=PATIENCE):
        """It was told to end: it does so well, and without a warning."""
        wait('the program to end', lambda: self.process.poll() is not None, patience)
        equal(self.process.returncode, 0)
        equal([line for line in self.said().splitlines() if 'WARNING' in line or 'CRITICAL' in line], [])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        """Ends it whatever state it is in."""
        if self.process.poll() is None:
            self.kill()
        self.log.close()

    def describe(self):
        """The tree, for the report of a failure."""
        lines = []
        for node in self.walk():
            states = node.get_state_set()
            text = read(node)[:80] if node.get_text_iface() is not None else ''
            mark = '*' if states.contains(Atspi.StateType.FOCUSED) else ' '
            lines.append(f'{mark} {node.get_role_name()} {node.get_name()!r} {text!r}')
        return '\n'.join(lines)


def read(node):
    return Atspi.Text.get_text(node, 0, -1)


def caret(node):
    return Atspi.Text.get_caret_offset(node)


def selection(node):
    """Start and end of what is selected, or None."""
    if Atspi.Text.get_n_selections(node) == 0:
        return None
    chosen = Atspi.Text.get_selection(node, 0)
    return chosen.start_offset, chosen.end_offset


def place_in_window(node):
    return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)


def is_focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def into_text(text):
    """The keyboard into the text of the article, as the user does it."""
    press('ctrl+2')
    wait('the keyboard in the text', lambda: is_focused(text))


def caret_to(text, place):
    """By keys alone, word by word from the beginning, until the caret is at the place or behind it."""
    into_text(text)
    press('ctrl+Home')
    wait('the caret at the beginning', lambda: caret(text) == 0)
    while caret(text) < place:
        before = caret(text)
        press('ctrl+Right')
        wait('the caret to move', lambda: caret(text) != before)


def report(window):
    """What is on the screen, and what the program said."""
    picture('failed')
    if window is None:
        return ''
    return window.said() + '\n' + (window.describe() if window.process.poll() is None else 'the program has ended')


def run_steps(program, suite, steps):
    """Prints TAP for steps that build on each other, functions or (name, function): after one that failed the others are
    reported as not run. Returns the status to leave with."""
    failed = None
    print(f'1..{len(steps)}')
    try:
        for number, step in enumerate(steps, 1):
            name, act = step if isinstance(step, tuple) else (step.__name__.replace('_', '-'), step)
            if failed:
                print(f'not ok {number} - {suite}/{name} (not run after {failed})')
                continue
            try:
                act()
                print(f'ok {number} - {suite}/{name}', flush=True)
            except Exception as problem:  # whatever it is, the report must be complete
                failed = name
                print(f'not ok {number} - {suite}/{name}', flush=True)
                for line in f'{type(problem).__name__}: {problem}\n{report(program.window)}'.splitlines():
                    print(f'# {line}', flush=True)
    finally:
        if program.window is not None:
            program.window.end()
        shutil.rmtree(program.folder, ignore_errors=True)
    return 1 if failed else 0
