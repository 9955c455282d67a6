#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that README.md shows answers as README.md says.

usage: readme_example.py ROOT RIGWRIGHT_CLI
"""
import difflib
import pathlib
import re
import shlex
import subprocess
import sys

EXAMPLE = re.compile(r"```\n\$ rigwright-cli (?P<arguments>.*)\n```\n```\n(?P<answer>.*?)\n```", re.DOTALL)


def main(arguments):
    example = EXAMPLE.search((pathlib.Path(arguments[1]) / "README.md").read_text(encoding="utf-8"))
    if not example:
        print("README.md: no example of rigwright-cli")
        return 1
    run = subprocess.run([arguments[2], *shlex.split(example["arguments"])], capture_output=True, encoding="utf-8",
                         check=True)
    difference = list(difflib.unified_diff(example["answer"].splitlines(), run.stdout.splitlines(), "README.md",
                                           "what it answers now", lineterm=""))
    print("\n".join(difference) or "the example is true")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
