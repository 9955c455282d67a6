#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says which C++ sources are not formatted as .clang-format has it.

usage: format.py ROOT [--fix]
"""
import os
import subprocess
import sys

import tree


def main(arguments):
    root = arguments[1]
    how = ["-i"] if "--fix" in arguments[2:] else ["--dry-run", "-Werror"]
    sources = [os.fspath(path) for path in tree.files(root, suffixes=tree.CPP)]
    return subprocess.run(["clang-format", "--style=file", *how, *sources], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv))
