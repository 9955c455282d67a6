#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an HTML file as a browser would and says in JSON what is in it; fails where an element isn't closed.

usage: check_html.py FILE
"""
import html.parser
import json
import sys

EMPTY = {"meta", "br", "rect", "polyline", "polygon"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
        self.elements = {}
        self.links = []
        self.handlers = []
        self.text = []
        self.lang = None
        self.scopes = 0

    def handle_starttag(self, tag, attrs):
        self.elements[tag] = self.elements.get(tag, 0) + 1
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            raise SystemExit(f"{tag}: an attribute is there twice")
        self.handlers += [name for name in attributes if name.startswith("on")]
        self.lang = attributes.get("lang", self.lang)
        self.scopes += tag == "th" and "scope" in attributes
        if tag == "a":
            self.links.append(attributes["href"])
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        if tag not in EMPTY:
            raise SystemExit(f"{tag}: closed at once")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            raise SystemExit(f"{self.getpos()}: </{tag}> closes {self.open[-1:]}")
        self.open.pop()

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


def main(arguments):
    page = Page()
    with open(arguments[1], encoding="utf-8") as file:
        page.feed(file.read())
    page.close()
    if page.open:
        raise SystemExit(f"never closed: {page.open}")
    print(json.dumps({"elements": page.elements, "links": page.links, "handlers": page.handlers,
                      "text": "".join(page.text), "lang": page.lang, "scopes": page.scopes}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
