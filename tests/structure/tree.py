# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the source tree that are written by hand."""
import os
import pathlib

SOURCE_FOLDERS = ("app", "catalog", "installer", "resources", "tests", "ui")
CPP = (".cpp", ".h")


def files(root, folders=SOURCE_FOLDERS, suffixes=None):
    """Every file below the folders; what a build makes lies outside them."""
    found = []
    for folder in folders:
        for directory, subfolders, names in os.walk(pathlib.Path(root) / folder):
            subfolders[:] = sorted(s for s in subfolders if s != "__pycache__" and s[0] != ".")
            found += [pathlib.Path(directory) / name for name in sorted(names)]
    return [f for f in found if suffixes is None or f.suffix in suffixes]


def lines(path):
    """Pairs of line number, from 1, and text."""
    return enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
