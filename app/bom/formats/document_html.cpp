// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"
#include "bom/formats/chart_layout.h"
#include "bom/formats/chart_svg.h"
#include "bom/formats/html_style.h"
#include "bom/formats/markup.h"
#include "bom/formats/table_keys.h"

#include <algorithm>

namespace rigwright {

namespace {

std::string toneClass(CellTone tone)
{
    switch (tone) {
    case CellTone::Plain: return "";
    case CellTone::Muted: return "muted";
    case CellTone::Strong: return "strong";
    case CellTone::Attention: return "attention";
    case CellTone::Good: return "good";
    case CellTone::Bad: return "bad";
    }
    return "";
}

/// ` class="a b"`, or nothing.
std::string classes(std::initializer_list<std::string> names)
{
    std::string all;
    for (const std::string& name : names) {
        all += (all.empty() || name.empty() ? "" : " ") + name;
    }
    return all.empty() ? "" : " class=\"" + all + "\"";
}

std::string withBreaks(std::string_view text)
{
    std::string html;
    bool first = true;
    for (const std::string& line : linesOf(text)) {
        html += (first ? "" : "<br>") + escapedMarkup(line);
        first = false;
    }
    return html;
}

std::string cellContent(const DocumentColumn& column, const DocumentCell& cell)
{
    const std::string text = cellText(cell.value);
    std::string html = withBreaks(text);
    if (column.kind == DocumentColumn::Kind::Code && !text.empty()) {
        html = "<code>" + escapedMarkup(text) + "</code>";
    }
    const auto link = webLink(cell.link);
    return link && !text.empty()
        ? "<a href=\"" + escapedMarkup(*link) + "\" rel=\"noopener noreferrer\">" + html + "</a>"
        : html;
}

std::string columnClass(const DocumentColumn& column)
{
    switch (column.kind) {
    case DocumentColumn::Kind::Number: return "number";
    case DocumentColumn::Kind::LongText: return "long";
    case DocumentColumn::Kind::Text:
    case DocumentColumn::Kind::Code: return "";
    }
    return "";
}

void appendHead(std::string& html, const DocumentTable& table)
{
    html += "<thead>\n<tr>";
    for (const DocumentColumn& column : table.columns) {
        // A head without a title heads nothing.
        html += column.title.empty()
            ? "<td></td>"
            : "<th scope=\"col\"" + classes({columnClass(column)}) + ">" + withBreaks(column.title) + "</th>";
    }
    html += "</tr>\n</thead>\n";
}

const char* rowClass(DocumentRow::Kind kind)
{
    switch (kind) {
    case DocumentRow::Kind::Line: return "";
    case DocumentRow::Kind::Group: return "group";
    case DocumentRow::Kind::Subtotal: return "subtotal";
    case DocumentRow::Kind::Total: return "total";
    }
    return "";
}

void appendCells(std::string& html, const DocumentTable& table, const DocumentRow& row, bool firstHeads)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const DocumentCell blank;
        const DocumentCell& cell = i < row.cells.size() ? row.cells[i] : blank;
        const DocumentColumn& column = table.columns[i];
        const bool heads = firstHeads && i == 0 && !cellText(cell.value).empty();
        const std::string kind = standsRight(column, cell) ? "number" : columnClass(column);
        html += (heads ? "<th scope=\"row\"" : "<td") + classes({kind, toneClass(cell.tone)}) +
            (std::holds_alternative<std::string>(cell.value) ? " dir=\"auto\">" : ">") +
            cellContent(column, cell) + (heads ? "</th>" : "</td>");
    }
}

void appendRow(std::string& html, const DocumentTable& table, const DocumentRow& row, bool firstHeads)
{
    html += "<tr" + classes({rowClass(row.kind)}) + ">";
    const DocumentCell* only = row.kind == DocumentRow::Kind::Group ? onlyCell(row) : nullptr;
    if (only != nullptr) {
        html += "<th scope=\"rowgroup\" colspan=\"" + std::to_string(table.columns.size()) +
            "\" dir=\"auto\">" + withBreaks(cellText(only->value)) + "</th>";
    } else {
        appendCells(html, table, row, firstHeads);
    }
    html += "</tr>\n";
}

void appendTable(std::string& html, const DocumentTable& table)
{
    html += "<div class=\"scroll\" tabindex=\"0\">\n<table" + classes({table.toFillIn ? "fill" : ""}) + ">\n";
    if (!table.title.empty()) {
        html += "<caption>" + withBreaks(table.title) + "</caption>\n";
    }
    const bool head = hasHead(table);
    if (head) {
        appendHead(html, table);
    }
    html += "<tbody>\n";
    bool begun = false;
    for (const DocumentRow& row : table.rows) {
        if (row.kind == DocumentRow::Kind::Group && begun) {
            html += "</tbody>\n<tbody>\n";
        }
        appendRow(html, table, row, !head);
        begun = true;
    }
    html += "</tbody>\n</table>\n</div>\n";
}

void appendChart(std::string& html, const Document& document, const DocumentChart& chart)
{
    constexpr double kWidth = 640;
    const ChartDrawing drawing = layOutChart(document, chart, kWidth, chartHeight(document, chart, kWidth));
    html += "<figure>\n";
    if (!chart.title.empty()) {
        html += "<figcaption>" + withBreaks(chart.title) + "</figcaption>\n";
    }
    html += chartSvg(drawing, chart.title) + "</figure>\n";
}

void appendBlock(std::string& html, const Document& document, const DocumentBlock& block)
{
    if (const auto* text = std::get_if<DocumentText>(&block)) {
        html +=
            "<p" + classes({toneClass(text->tone)}) + " dir=\"auto\">" + withBreaks(text->text) + "</p>\n";
    } else if (const auto* table = std::get_if<DocumentTable>(&block)) {
        appendTable(html, *table);
    } else if (const auto* chart = std::get_if<DocumentChart>(&block)) {
        appendChart(html, document, *chart);
    } else if (const auto* code = std::get_if<DocumentCode>(&block)) {
        html += code->title.empty() ? "" : "<h3>" + withBreaks(code->title) + "</h3>\n";
        html += "<pre tabindex=\"0\"><code>" + escapedMarkup(code->text) + "</code></pre>\n";
    }
}

std::string sectionAnchor(std::size_t index)
{
    return "section-" + std::to_string(index + 1);
}

void appendContents(std::string& html, const Document& document)
{
    if (document.sections.size() < 2) {
        return;
    }
    html += "<nav>\n<ul>\n";
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        html += "<li><a href=\"#" + sectionAnchor(i) + "\">" + escapedMarkup(document.sections[i].title) +
            "</a></li>\n";
    }
    html += "</ul>\n</nav>\n";
}

std::string styleFor(const Document& document)
{
    std::string style = htmlStyle();
    const std::string mark = "{paper}";
    for (std::size_t at = style.find(mark); at != std::string::npos; at = style.find(mark)) {
        style.replace(at, mark.size(), document.paper == Paper::Letter ? "letter" : "A4");
    }
    return style;
}

} // namespace

std::string documentHtml(const Document& document)
{
    const std::string title = escapedMarkup(document.title);
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + escapedMarkup(document.language) + "\">\n<head>\n" +
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n" +
        "<meta name=\"generator\" content=\"Rigwright\">\n<title>" + title + "</title>\n<style>" +
        styleFor(document) + "</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">" + title +
        "</h1>\n<p class=\"sub\">" + withBreaks(document.subtitle) +
        (document.subtitle.empty() ? "" : " · ") + "<time datetime=\"" + document.date.iso() + "\">" +
        document.date.iso() + "</time></p>\n</header>\n";
    appendContents(html, document);
    html += "<main>\n";
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        const DocumentSection& section = document.sections[i];
        html += "<section id=\"" + sectionAnchor(i) + "\"" + classes({section.landscape ? "wide" : ""}) +
            ">\n<h2>" + escapedMarkup(section.title) + "</h2>\n";
        for (const DocumentBlock& block : section.blocks) {
            appendBlock(html, document, block);
        }
        html += "</section>\n";
    }
    html += "</main>\n";
    html += document.footer.empty() ? "" : "<footer>" + withBreaks(document.footer) + "</footer>\n";
    return html + "</body>\n</html>\n";
}

} // namespace rigwright
