#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations hold every text of the program, and every one is translated.

usage: translations.py ROOT CMAKE LUPDATE
"""
import difflib
import pathlib
import shutil
import subprocess
import sys
import tempfile


def check_file(kept, fresh):
    problems = []
    text = kept.read_text(encoding="utf-8")
    if 'type="unfinished"' in text:
        problems.append(f"{kept.name}: {text.count('unfinished')} texts are not translated")
    difference = list(difflib.unified_diff(text.splitlines(), fresh.read_text(encoding="utf-8").splitlines(),
                                           kept.name, "collected anew", lineterm="", n=2))
    if difference:
        problems += ["the texts of the program have changed, build the target 'translations':", *difference[:60]]
    return problems


def main(arguments):
    root, cmake, lupdate = pathlib.Path(arguments[1]), arguments[2], arguments[3]
    kept = root / "resources" / "translations"
    with tempfile.TemporaryDirectory() as folder:
        names = [path.name for path in kept.glob("*.ts")]
        for name in names:
            shutil.copy(kept / name, folder)
        subprocess.run([cmake, f"-DLUPDATE={lupdate}", f"-DSOURCE_DIR={root}", f"-DTRANSLATIONS_DIR={folder}",
                        "-P", kept / "update.cmake"], check=True)
        problems = [p for name in names for p in check_file(kept / name, pathlib.Path(folder) / name)]
    if not names:
        problems = [f"no .ts file in {kept}"]
    print("\n".join(problems) or "every text is translated")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
