#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what openpyxl reads in a workbook as JSON, for the tests.

usage: read_workbook.py FILE
"""
import datetime
import json
import sys

import openpyxl


def plain(value):
    return value.date().isoformat() if isinstance(value, datetime.datetime) else value


def read_sheet(formulas, values):
    cells = {}
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            stored = values[cell.coordinate]
            cells[cell.coordinate] = {
                "type": cell.data_type,
                "formula": cell.value if cell.data_type == "f" else "",
                "value": plain(stored.value),
                "format": cell.number_format,
            }
    return {
        "cells": cells,
        "rows": formulas.max_row,
        "freeze": formulas.freeze_panes,
        "filter": formulas.auto_filter.ref,
        "print_area": formulas.print_area,
        "title_rows": formulas.print_title_rows,
        "orientation": formulas.page_setup.orientation,
        "paper": formulas.page_setup.paperSize,
        "fit_to_page": formulas.sheet_properties.pageSetUpPr.fitToPage,
        # The file leaves out the default, which is one page.
        "fit_width": formulas.page_setup.fitToWidth or 1,
        "fit_height": formulas.page_setup.fitToHeight,
    }


def main(arguments):
    formulas = openpyxl.load_workbook(arguments[1])
    values = openpyxl.load_workbook(arguments[1], data_only=True)
    sheets = {name: read_sheet(formulas[name], values[name]) for name in formulas.sheetnames}
    json.dump({"names": formulas.sheetnames, "sheets": sheets}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
