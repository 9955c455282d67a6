// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/csv_rows.h"

#include "catalog/tables/csv.h"

#include <algorithm>
#include <unordered_set>

namespace rigwright {

namespace {

constexpr char kSeparators[] = {',', ';', '\t'};

void dropEmptyEnd(std::vector<std::string>& cells, std::size_t least)
{
    while (cells.size() > least && cells.back().empty()) {
        cells.pop_back();
    }
}

std::optional<CsvHeader> headerIn(std::string_view line)
{
    CsvHeader best;
    for (const char separator : kSeparators) {
        Expected<std::vector<std::string>> names = splitCsvLine(line, separator);
        if (names && names->size() > best.names.size()) {
            best = {separator, std::move(*names)};
        }
    }
    // A spreadsheet may leave columns without a name at the right.
    dropEmptyEnd(best.names, 0);
    return best.names.empty() ? std::nullopt : std::optional(std::move(best));
}

/// What some spreadsheets write as the first line to name the separator.
bool namesSeparator(std::string_view line)
{
    return line.size() <= 7 && (line.starts_with("sep=") || line.starts_with("\"sep="));
}

/// The name that stands twice, or an empty one.
const std::string* badName(const std::vector<std::string>& names)
{
    std::unordered_set<std::string_view> seen;
    const auto bad = std::ranges::find_if(
        names, [&](const std::string& name) { return name.empty() || !seen.insert(name).second; });
    return bad == names.end() ? nullptr : &*bad;
}

} // namespace

std::optional<std::size_t> CsvHeader::find(std::string_view name) const
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - names.begin()));
}

std::optional<CsvHeader> headerOf(const ImportFile& file)
{
    std::string_view rest = file.head;
    std::string_view line = rest.substr(0, rest.find('\n'));
    if (namesSeparator(line)) {
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        line = rest.substr(0, rest.find('\n'));
    }
    return isUtf8(line) ? headerIn(line) : std::nullopt;
}

CsvRows::CsvRows(TextLines lines, PreviewBuilder& builder)
    : lines_(std::move(lines))
    , builder_(&builder)
{ }

Expected<CsvRows> CsvRows::open(const std::filesystem::path& path, PreviewBuilder& builder)
{
    builder.startFile(path);
    Expected<TextLines> lines = TextLines::open(path);
    if (!lines) {
        return fail(builder.fileName() + ": " + lines.error().message);
    }
    CsvRows rows(std::move(*lines), builder);
    if (const Expected<void> header = rows.readHeader(); !header) {
        return fail(builder.fileName() + ": " + header.error().message);
    }
    return rows;
}

Expected<void> CsvRows::readHeader()
{
    Expected<std::optional<std::string_view>> line = lines_.next();
    if (line && *line && namesSeparator(**line)) {
        line = lines_.next();
    }
    if (!line) {
        return tl::unexpected(line.error());
    }
    std::optional<CsvHeader> header = *line ? headerIn(**line) : std::nullopt;
    if (!header) {
        return fail("has no header: expected the names of its columns in the first line");
    }
    if (const std::string* bad = badName(header->names)) {
        return fail(bad->empty() ? "the header has a column without a name"
                                 : "the header names the column '" + *bad + "' twice");
    }
    header_ = std::move(*header);
    return {};
}

bool CsvRows::isRow(std::string_view line)
{
    Expected<std::vector<std::string>> cells = splitCsvLine(line, header_.separator);
    if (!cells) {
        builder_->problem(lines_.line(), "", cells.error().message);
        return false;
    }
    if (std::ranges::all_of(*cells, &std::string::empty)) {
        return false;
    }
    ++builder_->preview().rows;
    const std::size_t expected = header_.names.size();
    dropEmptyEnd(*cells, expected);
    if (cells->size() != expected) {
        builder_->problem(lines_.line(), "",
                          "expected " + std::to_string(expected) + " cells as in the header, got " +
                              std::to_string(cells->size()));
        return false;
    }
    cells_ = std::move(*cells);
    return true;
}

Expected<bool> CsvRows::next()
{
    while (true) {
        const Expected<std::optional<std::string_view>> line = lines_.next();
        if (!line) {
            return fail(builder_->fileName() + ": " + line.error().message);
        }
        if (!*line) {
            return false;
        }
        if (const Expected<void> advanced = builder_->advance(lines_.bytesRead()); !advanced) {
            return tl::unexpected(advanced.error());
        }
        if (isRow(**line)) {
            return true;
        }
    }
}

} // namespace rigwright
