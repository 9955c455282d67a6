// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/source_list.h"

#include "bom/document/cells.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::array<ColumnText, 2> kColumns{{
    {"number", RIGWRIGHT_TEXT("Document", "No.")},
    {"source", RIGWRIGHT_TEXT("Document", "Source"), DocumentColumn::Kind::LongText},
}};

/// The first web address in a text; empty: none.
std::string addressIn(const std::string& text)
{
    const std::size_t start = std::min(text.find("https://"), text.find("http://"));
    if (start == std::string::npos) {
        return {};
    }
    std::string address = text.substr(start, text.find_first_of(" \t\n,;<>\"", start) - start);
    while (!address.empty() && std::string_view(".)]:").find(address.back()) != std::string_view::npos) {
        address.pop_back();
    }
    return address;
}

std::string numbered(std::size_t index)
{
    return "[" + std::to_string(index + 1) + "]";
}

} // namespace

std::string SourceList::numberOf(const std::string& source)
{
    if (source.empty()) {
        return {};
    }
    const auto found = std::ranges::find(sources_, source);
    const auto index = static_cast<std::size_t>(std::distance(sources_.begin(), found));
    if (found == sources_.end()) {
        sources_.push_back(source);
    }
    return numbered(index);
}

DocumentTable SourceList::table(const SectionInput& input) const
{
    DocumentTable table = emptyTable("sources", input.say(RIGWRIGHT_TEXT("Document", "Sources")), kColumns,
                                     input.say, input.facts.bom.currency);
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        DocumentCell source = textCell(sources_[i]);
        source.link = addressIn(sources_[i]);
        table.rows.push_back({DocumentRow::Kind::Line, {textCell(numbered(i)), std::move(source)}});
    }
    return table;
}

} // namespace rigwright
