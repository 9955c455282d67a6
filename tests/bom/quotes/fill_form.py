#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills in a form as a supplier would, by its keys; or says what it looks like.

usage: fill_form.py FORM OUTPUT ANSWERS    ANSWERS: {"fields": {key: value}, "lines": {id: {key: value}}, "merge": ["G11:G12"]}
       fill_form.py FORM                   prints what it looks like

A value is what openpyxl takes; "day:2026-12-31" is a day; {"value": v, "format": f} has a number format.
"""
import datetime
import json
import sys

import openpyxl
from openpyxl.cell.cell import MergedCell


def put(cell, value):
    if isinstance(value, dict):
        cell.number_format = value["format"]
        value = value["value"]
    if isinstance(value, str) and value.startswith("day:"):
        value = datetime.date.fromisoformat(value[4:])
        cell.number_format = "dd.mm.yyyy"
    cell.value = value


def key_row(sheet):
    for row in sheet.iter_rows():
        if any(cell.value == "unit_price" for cell in row):
            return row[0].row
    raise SystemExit("the form has no row of keys")


def fill(sheet, answers):
    keys = key_row(sheet)
    columns = {cell.value: cell.column for cell in sheet[keys]}
    for row in sheet.iter_rows(max_row=keys - 1):
        for cell in row:
            if cell.value in answers.get("fields", {}):
                put(sheet.cell(cell.row, cell.column + 2), answers["fields"][cell.value])
    for row in range(keys + 1, sheet.max_row + 1):
        for key, value in answers.get("lines", {}).get(sheet.cell(row, columns["line_id"]).value, {}).items():
            put(sheet.cell(row, columns[key]), value)
    for area in answers.get("merge", []):
        sheet.merge_cells(area)


def look(sheet):
    keys = key_row(sheet)
    cells = {cell.coordinate: {"value": str(cell.value), "type": cell.data_type} for row in sheet.iter_rows()
             for cell in row if cell.value is not None}
    # Of joined cells the first one stands for all.
    own = [cell for row in sheet.iter_rows() for cell in row if not isinstance(cell, MergedCell)]
    return {"keys": keys, "cells": cells, "unlocked": [cell.coordinate for cell in own if not cell.protection.locked], "protected": sheet.protection.sheet,
            "password": sheet.protection.password, "freeze": sheet.freeze_panes,
            "coloured": [cell.coordinate for cell in own if cell.fill.fgColor.rgb == "FFFFF6D6"],
            "validations": sorted(f"{v.type} {v.sqref}" for v in sheet.data_validations.dataValidation),
            "titles": sheet.print_title_rows, "orientation": sheet.page_setup.orientation,
            "fit": sheet.sheet_properties.pageSetUpPr.fitToPage}


def main(arguments):
    book = openpyxl.load_workbook(arguments[1])
    if len(arguments) == 2:
        print(json.dumps(look(book.active)))
        return 0
    with open(arguments[3], encoding="utf-8") as file:
        fill(book.active, json.load(file))
    book.save(arguments[2])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
