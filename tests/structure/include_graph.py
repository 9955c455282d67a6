#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every #include and every linked library against layers.txt.

usage: include_graph.py ROOT [LAYERS]
"""
import fnmatch
import pathlib
import re
import sys

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Headers of the C++ library have no extension and no upper-case letter; Qt's begin with Q.
STANDARD = re.compile(r"^[a-z_0-9]+$")
CLOCK = re.compile(r"\b(?:system|steady|high_resolution)_clock\b|\bstd::(?:time|clock)\s*\(|<ctime>")
LINKED = re.compile(r"\brigwright_([a-z]+)\b")
QT_LINK = re.compile(r"\bQt6::\w+")
NOT_LIBRARIES = {"options", "library"}


class Layer:
    def __init__(self, name, folder, libraries, headers):
        self.name = name
        self.folder = folder
        self.libraries = set(libraries) - {"-"} | {name}
        self.pure = "pure" in headers
        self.headers = [h for h in headers if h != "pure"]

    def allows_header(self, header):
        return bool(STANDARD.match(header)) or any(fnmatch.fnmatchcase(header, h) for h in self.headers)


def read_layers(path):
    layers = []
    for _, line in tree.lines(path):
        if not line.strip() or line.startswith("#"):
            continue
        name, folder, rest = line.split(None, 2)
        libraries, _, headers = rest.partition("  ")
        layers.append(Layer(name, folder, libraries.split(), headers.split()))
    return layers


def check_include(layer, names, mark, header):
    """What is wrong with one include, or None."""
    if mark == "<":
        if layer.allows_header(header):
            return None
        return f"{layer.name} may not include <{header}>"
    library, slash, _ = header.partition("/")
    if header.endswith(".moc") and not slash:
        return None
    if not slash or library not in names:
        return f'"{header}" is not written as "library/header.h"'
    if library not in layer.libraries:
        return f"{layer.name} may not include {library}"
    return None


def check_layer(root, layer, names):
    problems = []
    for path in tree.files(root, [layer.folder], tree.CPP):
        for number, line in tree.lines(path):
            where = f"{path.relative_to(root)}:{number}: "
            include = INCLUDE.match(line)
            problem = check_include(layer, names, *include.groups()) if include else None
            if problem:
                problems.append(where + problem)
            if layer.pure and CLOCK.search(line):
                problems.append(f"{where}{layer.name} may not read a clock")
    return problems + check_links(root, layer, names)


def check_links(root, layer, names):
    problems = []
    uses_qt = any(h.startswith("Q") for h in layer.headers)
    for path in tree.files(root, [layer.folder]):
        if path.name != "CMakeLists.txt":
            continue
        for number, line in tree.lines(path):
            where = f"{path.relative_to(root)}:{number}: "
            for library in LINKED.findall(line):
                if library in names and library not in layer.libraries:
                    problems.append(f"{where}{layer.name} may not link {library}")
            if QT_LINK.search(line) and not uses_qt:
                problems.append(f"{where}{layer.name} may not link Qt")
    return problems


def check(root, layers_path):
    root = pathlib.Path(root)
    layers = read_layers(pathlib.Path(layers_path))
    names = {layer.name for layer in layers}
    problems = [p for layer in layers for p in check_layer(root, layer, names)]
    folders = {layer.folder for layer in layers}
    for path in tree.files(root, ["app", "catalog", "ui", "resources"], tree.CPP):
        place = path.relative_to(root)
        if not any(place.is_relative_to(folder) for folder in folders):
            problems.append(f"{place}: no library of layers.txt has this folder")
    return problems


def main(arguments):
    root = pathlib.Path(arguments[1])
    layers = arguments[2] if len(arguments) > 2 else pathlib.Path(__file__).parent / "layers.txt"
    problems = check(root, layers)
    print("\n".join(problems) or "every include is allowed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
