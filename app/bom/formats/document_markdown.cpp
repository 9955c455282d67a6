// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/export.h"
#include "bom/formats/markup.h"
#include "bom/formats/table_keys.h"

#include <algorithm>

namespace rigwright {

namespace {

/// So many as no run of the text has, and at least `least`.
std::string fenceFor(std::string_view text, std::size_t least)
{
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(std::max(least, longest + 1), '`');
}

/// Where the sign stands that would make the line begin a list with its number: "1. ", "2) ".
std::size_t listMark(std::string_view line)
{
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view behind = line.substr(digits);
    const bool sign = behind.starts_with('.') || behind.starts_with(')');
    return digits > 0 && sign && (behind.size() == 1 || behind[1] == ' ') ? digits : std::string_view::npos;
}

/// One line, in which every sign that Markdown reads has a backslash. Two signs of dollars would be a formula to GitHub.
std::string escapedLine(std::string_view line)
{
    constexpr std::string_view kAnywhere = "\\`*_[]<>|~&";
    const bool severalDollars = std::ranges::count(line, '$') > 1;
    const std::size_t list = listMark(line);
    std::string escaped;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool atBegin = i == 0 && (c == '#' || c == '+' || c == '-' || c == '=');
        if (kAnywhere.find(c) != std::string_view::npos || atBegin || i == list ||
            (c == '$' && severalDollars)) {
            escaped += '\\';
        }
        escaped += c == '\t' ? ' ' : c;
    }
    return escaped;
}

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string escapedText(std::string_view text, std::string_view lineBreak)
{
    std::string escaped;
    for (const std::string& line : linesOf(wholeText(text))) {
        const std::string one = escapedLine(trimmed(line));
        escaped += (escaped.empty() || one.empty() ? "" : std::string(lineBreak)) + one;
    }
    return escaped;
}

std::string inlineCode(std::string_view text)
{
    std::string code;
    for (const std::string& line : linesOf(wholeText(text))) {
        if (trimmed(line).empty()) {
            continue;
        }
        const std::string fence = fenceFor(line, 1);
        // Blanks keep its own backticks from those around it.
        const std::string blank = line.starts_with('`') || line.ends_with('`') ? " " : "";
        std::string one;
        for (const char c : line) {
            one += c == '|' ? "\\|" : std::string(1, c);
        }
        code += (code.empty() ? "" : "<br>") + fence + blank + one + blank + fence;
    }
    return code;
}

std::string cellMarkdown(const DocumentColumn& column, const DocumentCell& cell, bool strong)
{
    const std::string text = cellText(cell.value);
    const bool code = column.kind == DocumentColumn::Kind::Code;
    std::string shown = code ? inlineCode(text) : escapedText(text, "<br>");
    if (shown.empty()) {
        return shown;
    }
    if (strong || cell.tone == CellTone::Strong) {
        shown = "**" + shown + "**";
    }
    const auto link = webLink(cell.link);
    return link ? "[" + shown + "](<" + *link + ">)" : shown;
}

void appendTable(std::string& text, const DocumentTable& table)
{
    if (!table.title.empty()) {
        text += "### " + escapedText(table.title, " ") + "\n\n";
    }
    std::string rule = "|";
    text += "|";
    for (const DocumentColumn& column : table.columns) {
        text += " " + escapedText(column.title, "<br>") + " |";
        rule += column.kind == DocumentColumn::Kind::Number ? " ---: |" : " --- |";
    }
    text += "\n" + rule + "\n";
    for (const DocumentRow& row : table.rows) {
        text += "|";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const DocumentCell blank;
            const DocumentCell& cell = i < row.cells.size() ? row.cells[i] : blank;
            text += " " + cellMarkdown(table.columns[i], cell, row.kind != DocumentRow::Kind::Line) + " |";
        }
        text += "\n";
    }
    text += "\n";
}

void appendText(std::string& text, const DocumentText& paragraph)
{
    const std::string shown = escapedText(paragraph.text, "\\\n");
    const bool strong = paragraph.tone == CellTone::Strong || paragraph.tone == CellTone::Bad ||
        paragraph.tone == CellTone::Attention;
    if (!shown.empty()) {
        // Bold can't go over a forced end of a line in every reader.
        text += (strong && shown.find('\n') == std::string::npos ? "**" + shown + "**" : shown) + "\n\n";
    }
}

void appendCode(std::string& text, const DocumentCode& code)
{
    const std::string content = wholeText(code.text);
    const std::string fence = fenceFor(content, 3);
    if (!code.title.empty()) {
        text += "### " + escapedText(code.title, " ") + "\n\n";
    }
    text += fence + "\n" + content + (content.ends_with('\n') ? "" : "\n") + fence + "\n\n";
}

void appendBlock(std::string& text, const DocumentBlock& block)
{
    // A chart has no figure that its table lacks, and Markdown has no charts.
    if (const auto* paragraph = std::get_if<DocumentText>(&block)) {
        appendText(text, *paragraph);
    } else if (const auto* table = std::get_if<DocumentTable>(&block)) {
        appendTable(text, *table);
    } else if (const auto* code = std::get_if<DocumentCode>(&block)) {
        appendCode(text, *code);
    }
}

} // namespace

std::string documentMarkdown(const Document& document)
{
    std::string text = "# " + escapedText(document.title, " ") + "\n\n";
    const std::string subtitle = escapedText(document.subtitle, " ");
    text += subtitle + (subtitle.empty() ? "" : " · ") + document.date.iso() + "\n\n";
    for (const DocumentSection& section : document.sections) {
        text += "## " + escapedText(section.title, " ") + "\n\n";
        for (const DocumentBlock& block : section.blocks) {
            appendBlock(text, block);
        }
    }
    if (!document.footer.empty()) {
        text += "---\n\n" + escapedText(document.footer, " ") + "\n\n";
    }
    // One line feed ends the file.
    text.pop_back();
    return text;
}

} // namespace rigwright
