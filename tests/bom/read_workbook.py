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


def read_cell(cell, stored):
    return {
        "type": cell.data_type,
        "formula": cell.value if cell.data_type == "f" else "",
        "value": plain(stored.value),
        "format": cell.number_format,
        "link": cell.hyperlink.target if cell.hyperlink else "",
        "bold": bool(cell.font.bold),
        "colour": str(cell.font.color.rgb) if cell.font.color else "",
        "font": cell.font.name,
        "wraps": bool(cell.alignment.wrap_text),
    }


def formula_of(reference):
    source = reference.numRef or getattr(reference, "strRef", None)
    return source.f if source else ""


def title_of(title):
    paragraphs = title.tx.rich.p if title and title.tx and title.tx.rich else []
    return "".join(run.t for paragraph in paragraphs for run in paragraph.r or [])


def colour_of(shape):
    colour = shape.solidFill.srgbClr if shape and shape.solidFill else None
    return getattr(colour, "val", colour) or ""


def read_series(series):
    scatter = series.yVal is not None
    name = series.tx
    return {
        "name": (name.v or (name.strRef.f if name.strRef else "")) if name else "",
        "values": formula_of(series.yVal if scatter else series.val),
        "categories": formula_of(series.xVal if scatter else series.cat),
        "colour": colour_of(series.spPr),
    }


def read_chart(chart):
    return {
        "kind": type(chart).__name__,
        "title": title_of(chart.title),
        "grouping": getattr(chart, "grouping", None),
        "x_title": title_of(chart.x_axis.title),
        "y_title": title_of(chart.y_axis.title),
        "row": chart.anchor._from.row,
        "last_row": chart.anchor.to.row,
        "series": [read_series(series) for series in chart.series],
    }


def read_sheet(formulas, values):
    cells = {}
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells[cell.coordinate] = read_cell(cell, values[cell.coordinate])
    return {
        "cells": cells,
        "rows": formulas.max_row,
        "merged": sorted(str(area) for area in formulas.merged_cells.ranges),
        "heights": {str(row): size.height for row, size in formulas.row_dimensions.items() if size.height},
        "widths": {name: size.width for name, size in formulas.column_dimensions.items()},
        "charts": [read_chart(chart) for chart in formulas._charts],
        "freeze": formulas.freeze_panes,
        "filter": formulas.auto_filter.ref,
        "print_area": formulas.print_area,
        "page_breaks": [mark.id for mark in formulas.row_breaks.brk],
        "title_rows": formulas.print_title_rows,
        "orientation": formulas.page_setup.orientation,
        "paper": formulas.page_setup.paperSize,
        "fit_to_page": formulas.sheet_properties.pageSetUpPr.fitToPage,
        # The file leaves out the default, which is one page.
        "fit_width": formulas.page_setup.fitToWidth or 1,
        "fit_height": formulas.page_setup.fitToHeight,
        "header": [formulas.oddHeader.left.text, formulas.oddHeader.right.text],
        "footer": [formulas.oddFooter.left.text, formulas.oddFooter.center.text, formulas.oddFooter.right.text],
    }


def main(arguments):
    formulas = openpyxl.load_workbook(arguments[1])
    values = openpyxl.load_workbook(arguments[1], data_only=True)
    sheets = {name: read_sheet(formulas[name], values[name]) for name in formulas.sheetnames}
    properties = formulas.properties
    json.dump(
        {
            "names": formulas.sheetnames,
            "sheets": sheets,
            "title": properties.title,
            "subject": properties.subject,
            "created": str(properties.created),
            "defined_names": list(formulas.defined_names),
        },
        sys.stdout,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
