// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/buildcores_draft.h"

#include "catalog/import/foreign_cells.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace rigwright {

BuildcoresDraft::BuildcoresDraft(const char* table, const nlohmann::json& document)
    : fields_(document)
    , part_{emptySheet(*findPartTable(table), PartId()), {}, {}}
{ }

const Column& BuildcoresDraft::column(const char* name) const
{
    const auto found = std::ranges::find(part_.sheet.spec->columns, name, &Column::name);
    if (found == part_.sheet.spec->columns.end()) {
        throw std::out_of_range("the table " + part_.sheet.spec->name + " has no column " + name);
    }
    return *found;
}

void BuildcoresDraft::figure(const char* name, const char* path)
{
    number(name, fields_.number(path), path);
}

void BuildcoresDraft::number(const char* name, std::optional<double> value, const char* path)
{
    if (!value) {
        return;
    }
    std::string cell = numberCell(*value);
    if (const Expected<SqlValue> parsed = column(name).parse(cell, {}); !parsed) {
        part_.problems.push_back({path, parsed.error().message + ": left unknown"});
        return;
    }
    part_.sheet.cell(name) = std::move(cell);
}

void BuildcoresDraft::yes(const char* name, const char* path)
{
    if (fields_.isYes(path)) {
        part_.sheet.cell(name) = "yes";
    }
}

void BuildcoresDraft::word(const char* name, std::string_view word)
{
    if (column(name).parse(word, {})) {
        part_.sheet.cell(name) = word;
    }
}

void BuildcoresDraft::text(const char* name, const char* path)
{
    if (const std::optional<std::string> value = fields_.text(path)) {
        word(name, *value);
    }
}

void BuildcoresDraft::words(const char* name, const std::vector<std::string>& words)
{
    std::string cell;
    for (const std::string& known : column(name).words) {
        if (std::ranges::find(words, known) != words.end()) {
            cell += (cell.empty() ? "" : ";") + known;
        }
    }
    part_.sheet.cell(name) = std::move(cell);
}

void BuildcoresDraft::note(const std::string& text)
{
    std::string& note = part_.sheet.cell("note");
    note += (note.empty() ? "" : "; ") + text;
}

BuildcoresPart BuildcoresDraft::take()
{
    for (const JsonFields::WrongType& wrong : fields_.wrongTypes()) {
        part_.problems.push_back({wrong.path, wrong.message + ": left unknown"});
    }
    return std::move(part_);
}

std::string buildcoresSocket(std::string name)
{
    if (name.starts_with("LGA ")) {
        name.erase(3, 1);
    }
    return name == "sTR4" ? "TR4" : name;
}

std::string buildcoresBoardSize(const std::string& name)
{
    struct Size {
        const char* theirs;
        const char* ours;
    };
    constexpr std::array kSizes{Size{"Micro ATX", "mATX"}, Size{"EATX", "E-ATX"}, Size{"SSI EEB", "SSI-EEB"},
                                Size{"SSI CEB", "SSI-CEB"}, Size{"Mini ITX", "Mini-ITX"}};
    const auto found = std::ranges::find(kSizes, name, &Size::theirs);
    return found == kSizes.end() ? name : found->ours;
}

} // namespace rigwright
