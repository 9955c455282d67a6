#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hostile files of a form.

usage: make_hostile.py FORM FOLDER
"""
import pathlib
import sys
import zipfile

SHEET, STRINGS, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
LAUGHS = ('<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha">'
          + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij"))
          + "]><sst><si><t>&j;</t></si></sst>")


def rewritten(form, path, changes, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(path, "w", compression) as new:
        for item in old.infolist():
            new.writestr(item.filename, changes.get(item.filename, old.read(item.filename)))
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name])


def main(arguments):
    form, folder = pathlib.Path(arguments[1]), pathlib.Path(arguments[2])
    data = form.read_bytes()
    with zipfile.ZipFile(form) as archive:
        sheet = archive.read(SHEET)
        relations = archive.read("xl/_rels/workbook.xml.rels")
    # 1 GiB of blanks packs into 1 MiB.
    rewritten(form, folder / "bomb.xlsx", {SHEET: b"<worksheet>" + b" " * (1 << 30)})
    rewritten(form, folder / "strings.xlsx", {STRINGS: b"<sst>" + b"<si/>" * 4_000_000 + b"</sst>"})
    rewritten(form, folder / "laughs.xlsx", {STRINGS: LAUGHS.encode()})
    rewritten(form, folder / "external.xlsx", {
        STRINGS: b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><sst/>'})
    rewritten(form, folder / "path.xlsx", {
        "xl/_rels/workbook.xml.rels": relations.replace(b"worksheets/sheet1.xml", b"../../../../etc/passwd")})
    rewritten(form, folder / "deep.xlsx", {SHEET: b"<a>" * 1_000_000})
    rewritten(form, folder / "text.xlsx", {SHEET: b"nothing of XML"})
    rewritten(form, folder / "word.xlsx", {WORKBOOK: b"<document/>"})
    for name in ("empty", "half", "head"):
        (folder / f"{name}.xlsx").write_bytes(data[:{"empty": 0, "half": len(data) // 2, "head": 30}[name]])
    at = data.find(b"PK\x01\x02")
    (folder / "flipped.xlsx").write_bytes(data[:at // 2] + bytes(b ^ 0xFF for b in data[at // 2:at // 2 + 200])
                                          + data[at // 2 + 200:])
    with zipfile.ZipFile(folder / "other.xlsx", "w") as archive:
        archive.writestr("readme.txt", "hello")
    (folder / "picture.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "rows.csv").write_bytes(b"line_id,unit_price,quantity\n" + b",,\n" * 4_000_000)
    (folder / "cells.csv").write_bytes(b"line_id,unit_price,quantity\n" + b"1,2,3\n" * 1_000_000)
    (folder / "quote.csv").write_bytes(b'line_id,unit_price,quantity\n"' + b"a\n" * 4_000_000)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
