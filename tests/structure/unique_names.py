#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No two types of the program share a name, and no two libraries define the same function: the linker would silently take one
for both.

usage: unique_names.py ROOT [ARCHIVE...]
"""
import collections
import pathlib
import re
import subprocess
import sys

import tree

IGNORED = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|(?<!\d)\'(?:[^\'\\\n]|\\.)+\'', re.DOTALL)
TOKEN = re.compile(
    r"(?P<named>\bnamespace\s+[\w:]+\s*\{)|(?P<unnamed>\bnamespace\s*\{)|"
    r"\b(?:struct|class|enum(?:\s+class)?)\s+(?:\[\[[^\]]*\]\]\s*)?(?P<type>\w+)\b(?!::)(?:\s+final)?\s*(?::[^;{()]*)?\{|(?P<open>\{)|(?P<close>\})")


def types(text):
    """Names of the types that other files can mistake for theirs: neither nested nor in an unnamed namespace."""
    scopes = []
    for token in TOKEN.finditer(IGNORED.sub(" ", text)):
        if token["close"]:
            if scopes:
                scopes.pop()
        elif token["named"]:
            scopes.append(token["named"].split()[1].rstrip("{"))
        elif token["unnamed"] or token["open"]:
            scopes.append(None)
        else:
            if None not in scopes:
                yield "::".join([*scopes, token["type"]])
            scopes.append(None)


def check_types(root):
    places = collections.defaultdict(list)
    for path in tree.files(root, ["app", "catalog", "ui", "resources"], tree.CPP):
        for name in types(path.read_text(encoding="utf-8")):
            places[name].append(str(path.relative_to(root)))
    return [f"{name} is the name of two types: {', '.join(found)}" for name, found in places.items() if len(found) > 1]


def check_functions(archives):
    homes = collections.defaultdict(set)
    for archive in archives:
        listing = subprocess.run(["nm", "--demangle", "--defined-only", archive], check=True, capture_output=True, text=True)
        for line in listing.stdout.splitlines():
            _, _, symbol = line.partition(" T ")
            if symbol:
                homes[symbol].add(pathlib.Path(archive).name)
    return [f"{symbol} is defined in {' and '.join(sorted(found))}" for symbol, found in homes.items() if len(found) > 1]


def main(arguments):
    problems = check_types(pathlib.Path(arguments[1])) + check_functions(arguments[2:])
    print("\n".join(problems) or "every name is unique")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
