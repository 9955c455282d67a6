#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules for the text of every source file.

usage: source_rules.py ROOT
"""
import pathlib
import re
import sys

import tree

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
LICENSED = (".cpp", ".h", ".py", ".sh", ".cmake", ".sql", ".qss")
LONGEST_FILE = 500

# Written in two halves, so that this file passes its own rule.
UNFINISHED = re.compile(r"\b(" + "TO" + "DO|FIX" + "ME|XX" + r"X:)")
# These report to a runner that Boost.Test does not start: a failing one passes.
SILENT = re.compile(r"\bQ(?:VERIFY|COMPARE|FAIL|SKIP|EXPECT_FAIL|TRY_)\w*\s*\(")


def is_licensed(path):
    return path.suffix in LICENSED or path.name == "CMakeLists.txt"


def check_file(path, place):
    problems = []
    text = path.read_text(encoding="utf-8").splitlines()
    if not any(SPDX in line for line in text[:2]):
        problems.append(f"{place}:1: the first line is not '{SPDX}'")
    for number, line in enumerate(text, start=1):
        if UNFINISHED.search(line):
            problems.append(f"{place}:{number}: unfinished work is marked here")
        if place.parts[0] == "tests" and path.suffix in tree.CPP and SILENT.search(line):
            problems.append(f"{place}:{number}: this macro passes silently in Boost.Test, use BOOST_TEST")
        if line != line.rstrip():
            problems.append(f"{place}:{number}: blanks at the end of the line")
    if path.suffix == ".h" and "#pragma once" not in text:
        problems.append(f"{place}:1: a header without #pragma once")
    if place.parts[0] != "tests" and path.suffix in tree.CPP and len(text) > LONGEST_FILE:
        problems.append(f"{place}: {len(text)} lines, at most {LONGEST_FILE}")
    return problems


def check(root):
    root = pathlib.Path(root)
    sources = [path for path in tree.files(root) if is_licensed(path)] + [root / "CMakeLists.txt"]
    return [p for path in sources for p in check_file(path, path.relative_to(root))]


def main(arguments):
    problems = check(arguments[1])
    print("\n".join(problems) or "every source keeps the rules")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
