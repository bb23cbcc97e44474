#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of a `meson test` run, TAP cases one by one, from its testlog.json.

Prints "PASSED FAILED SKIPPED" on stdout, and the end of each failed test's output on stderr.
"""
import json
import re
import sys
from collections import Counter

TAP_CASE = re.compile(r"^(?P<failed>not )?ok\b[^#\n]*(?:# *(?P<directive>\w+))?", re.M)
TAP_PLAN = re.compile(r"^1\.\.\d+", re.M)
OUTCOMES = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped", "IGNORED": "skipped"}
LINES_SHOWN = 40


def tap_outcome(case):
    if (case["directive"] or "").lower() in ("skip", "todo"):
        return "skipped"
    return "failed" if case["failed"] else "passed"


def count_test(test):
    """The cases of one test. A test that failed counts a failure even if all its cases passed (it crashed)."""
    output = test.get("stdout", "")
    whole = OUTCOMES.get(test["result"], "failed")
    counts = Counter()
    if TAP_PLAN.search(output):
        counts.update(tap_outcome(case) for case in TAP_CASE.finditer(output))
    if not counts or (whole == "failed" and not counts["failed"]):
        counts[whole] += 1
    return counts


def show_failure(test):
    passed = re.compile(r"^ok\b")
    lines = [line for line in test.get("stdout", "").splitlines() if not passed.match(line)]
    lines += test.get("stderr", "").splitlines()
    print(f"-- {test['name']}: {test['result']}", *lines[-LINES_SHOWN:], sep="\n   ", file=sys.stderr)


def main():
    total = Counter()
    with open(sys.argv[1] + "/meson-logs/testlog.json", encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            counts = count_test(test)
            total += counts
            if counts["failed"]:
                show_failure(test)
    print(total["passed"], total["failed"], total["skipped"])


main()
