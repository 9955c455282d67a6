#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has LibreOffice work out every formula of workbooks anew and compares with the values that the files hold.

usage: recalculate_workbooks.py WRONG FILE...

WRONG is a workbook with a stored value that its formula does not give: were it not found, nothing would have been worked out.
All files are opened by one start of the program, with a profile of its own. Each file is also checked as a package: parts that
are well-formed XML, and relationships whose targets are there.
"""
import pathlib
import posixpath
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import openpyxl

TIMEOUT_S = 240
# Cents, with room for the last bit of a binary fraction.
TOLERANCE = 0.004
RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def package_problems(path):
    """What would make a spreadsheet program offer to repair the file."""
    problems = []
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        if len(names) != len(set(names)):
            problems.append("a part is there twice")
        for name in names:
            try:
                root = xml.etree.ElementTree.fromstring(package.read(name))
            except xml.etree.ElementTree.ParseError as error:
                problems.append(f"{name}: {error}")
                continue
            if name.endswith(".rels"):
                problems += relationship_problems(name, root, names)
    return problems


def relationship_problems(name, root, names):
    folder = posixpath.dirname(posixpath.dirname(name))
    problems = []
    for relationship in root:
        target = relationship.get("Target")
        if relationship.get("TargetMode") == "External":
            if not target.lower().startswith(("http://", "https://")):
                problems.append(f"{name}: leads out of the file to {target}")
        elif posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/") not in names:
            problems.append(f"{name}: {target} is not there")
    return problems


def recalculate(files, folder):
    """The files as LibreOffice writes them, by their names here."""
    program = shutil.which("soffice")
    if program is None:
        sys.exit("soffice is missing: install libreoffice-calc-nogui")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")
    inputs = []
    for index, file in enumerate(files):
        inputs.append(folder / f"{index}.xlsx")
        shutil.copyfile(file, inputs[-1])
    done = subprocess.run(
        [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", "xlsx",
         "--outdir", folder / "out", *inputs],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=TIMEOUT_S,
        check=False)
    outputs = [folder / "out" / file.name for file in inputs]
    missing = [file.name for file in outputs if not file.is_file()]
    if missing:
        sys.exit(f"soffice did not write {', '.join(missing)}:\n{done.stdout}")
    return outputs


def same(stored, found):
    if isinstance(stored, (int, float)) and isinstance(found, (int, float)):
        return abs(stored - found) <= TOLERANCE
    return (stored or "") == (found or "")


def differences(before, after):
    """Formula cells whose value is another, and cells with errors; with how many formulas there are."""
    formulas = openpyxl.load_workbook(before)
    stored = openpyxl.load_workbook(before, data_only=True)
    found = openpyxl.load_workbook(after, data_only=True)
    problems = []
    count = 0
    if found.sheetnames != formulas.sheetnames:
        problems.append(f"sheets {found.sheetnames} in place of {formulas.sheetnames}")
        return problems, count
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                value = found[sheet.title][cell.coordinate].value
                name = f"{sheet.title}!{cell.coordinate}"
                if found[sheet.title][cell.coordinate].data_type == "e" and cell.data_type != "s":
                    problems.append(f"{name} {cell.value}: {value}")
                elif cell.data_type == "f":
                    count += 1
                    kept = stored[sheet.title][cell.coordinate].value
                    if not same(kept, value):
                        problems.append(f"{name} {cell.value}: {value} in place of {kept}")
    return problems, count


def main(arguments):
    wrong, *files = map(pathlib.Path, arguments[1:])
    failed = False
    with tempfile.TemporaryDirectory(prefix="rigwright-calc-") as folder:
        outputs = recalculate([wrong, *files], pathlib.Path(folder))
        if not differences(wrong, outputs[0])[0]:
            sys.exit(f"{wrong.name}: the wrong value was not found")
        for file, output in zip(files, outputs[1:]):
            problems, count = differences(file, output)
            problems += package_problems(file)
            failed = failed or bool(problems) or count == 0
            print(f"{file.name}: {count} formulas", *problems[:20], sep="\n  ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
