#!/usr/bin/env python3
"""sum-tests.py TESTLOG.json...: the sum over meson's test logs as one last line.

A TAP test counts as the cases it reports, any other test as one. A test that failed without reporting a failed case
(a crash, a timeout, a broken plan) adds one failure, and so does a log that is missing: its build broke or its run never
started. Prints what failed, each with the first of what it said, and what was skipped, then "N passed, N failed, N skipped"; exit 0 when nothing failed and
something passed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import itertools
import json
import re
import sys
from pathlib import Path

CASE = re.compile(r"^(?P<not>not )?ok (?P<number>\d+)\s*(?:- )?(?P<name>[^#]*)(?:#\s*(?P<directive>\w+)\s*(?P<why>.*))?$")
PLAN = re.compile(r"^1\.\.\d+\s*(?:#\s*skip\s*(?P<why>.*))?$", re.IGNORECASE)
BAIL = "Bail out!"
STATUS = "(test program exited"
GOOD = {"OK", "EXPECTEDFAIL"}
LONGEST_REASON = 200


def take_diagnostics(lines):
    """The text of the # lines at the head of lines."""
    said = itertools.takewhile(lambda line: line.startswith("#"), lines)
    return " ".join(line.strip("# ") for line in said)


def last_words(test):
    """What a test said that ended without a diagnostic: its bail-out, else its last line of error output."""
    bails = [line for line in (test.get("stdout") or "").splitlines() if line.startswith(BAIL)]
    errors = [line for line in (test.get("stderr") or "").splitlines() if line and not line.startswith(STATUS)]
    return (bails or errors or [""])[-1].removeprefix(BAIL).strip()


def with_reason(name, reason):
    return f"{name}\n         {reason[:LONGEST_REASON].strip()}" if reason else name


class Sum:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []

    def add_case(self, test, case, reason):
        name = f"{test}: {case['name'].strip() or case['number']}"
        directive = (case["directive"] or "").lower()
        if directive in ("skip", "todo"):
            self.skipped.append(f"{name} ({case['why'].strip()})" if case["why"] else name)
        elif case["not"]:
            self.failed.append(with_reason(name, reason))
        else:
            self.passed += 1

    def add_test(self, test):
        name, result = test["name"], test["result"]
        lines = (test.get("stdout") or "").splitlines()
        plans = [plan for plan in map(PLAN.match, lines) if plan]
        failed_before = len(self.failed)
        if plans:
            for number, case in enumerate(map(CASE.match, lines), 1):
                if case:
                    self.add_case(name, case, take_diagnostics(lines[number:]))
            if plans[0]["why"] is not None:
                self.skipped.append(f"{name} ({plans[0]['why']})")
        elif result == "SKIP":
            self.skipped.append(name)
        elif result in GOOD:
            self.passed += 1
        if result not in GOOD | {"SKIP"} and len(self.failed) == failed_before:
            self.failed.append(with_reason(f"{name}: {result.lower()}", last_words(test)))

    def add_log(self, path):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError:
            self.failed.append(f"{path}: no test log, the build or the run broke")
            return
        for line in filter(None, lines):
            self.add_test(json.loads(line))


def main(paths):
    total = Sum()
    for path in paths:
        total.add_log(Path(path))
    for name in total.skipped:
        print(f"skipped  {name}")
    for name in total.failed:
        print(f"FAILED   {name}")
    line = f"{total.passed} passed, {len(total.failed)} failed"
    if total.skipped:
        line += f", {len(total.skipped)} skipped"
    print(line)
    return 1 if total.failed or total.passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
